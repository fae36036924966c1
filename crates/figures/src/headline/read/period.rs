//! Stretches of time: "the first quarter of 2025", "за 9 месяцев 2025 года", "2025 жылдың бірінші тоқсаны", "over five years".

use super::element::{Element, Part, Unit, When, swallow};
use crate::headline::lexicon::Concept;

/// Years that a release may speak of.
const YEARS: std::ops::RangeInclusive<i16> = 1990..=2100;
/// Longer spans are ages.
const LONGEST_SPAN: f64 = 30.0;

/// Joins the words of a stretch of time into one element.
pub(super) fn join(elements: &mut [Element]) {
    for at in 0..elements.len() {
        if elements[at].part == Part::Gone {
            continue;
        }
        if let Some((when, end)) = months(elements, at).or_else(|| year(elements, at)) {
            elements[at].part = Part::When(when);
            swallow(elements, at, end);
        } else if let Some((years, end)) = span(elements, at) {
            elements[at].part = Part::Span(years);
            swallow(elements, at, end);
        } else if let Some(end) = date(elements, at) {
            elements[at].part = Part::Skip;
            swallow(elements, at, end);
        }
    }
    join_year_and_months(elements);
}

/// "2025 жылдың бірінші тоқсаны", "Q1 2025", "январь – сентябрь 2025 года": one names the year, the other the months.
fn join_year_and_months(elements: &mut [Element]) {
    for at in 0..elements.len() {
        let Part::When(first) = elements[at].part else {
            continue;
        };
        let Some(next) = following(elements, at + 1, 2) else {
            continue;
        };
        let Part::When(second) = elements[next].part else {
            continue;
        };
        let joined = match (first, second) {
            (When { months, year: None }, When { months: None, year })
            | (When { months: None, year }, When { months, year: None }) => When { months, year },
            _ => continue,
        };
        elements[at].part = Part::When(joined);
        swallow(elements, at, next);
    }
}

/// The next element that is not a hyphen, a comma, a small word; at most `far` of them are passed over.
fn following(elements: &[Element], from: usize, far: usize) -> Option<usize> {
    let mut passed = 0;
    for (at, element) in elements.iter().enumerate().skip(from) {
        match &element.part {
            Part::Gone => {}
            Part::Hyphen | Part::Concept(Concept::InYear) | Part::Mark(',') if passed < far => passed += 1,
            Part::Word(word) if word == "the" && passed < far => passed += 1,
            _ => return Some(at),
        }
    }
    None
}

/// The next element that is not part of another.
fn next(elements: &[Element], from: usize) -> Option<usize> {
    (from..elements.len()).find(|at| elements[*at].part != Part::Gone)
}

fn whole(element: &Element) -> Option<u16> {
    let number = element.number().filter(|number| number.unit == Unit::None)?;
    u16::try_from(number.figure.count()?).ok()
}

fn months(elements: &[Element], at: usize) -> Option<(When, usize)> {
    let of = |first, last, end| {
        let months = Some((first, last));
        Some((When { months, year: None }, end))
    };
    let ordinal = match elements.get(at)?.part {
        Part::Concept(Concept::PeriodOf { first, last }) => return of(first, last, at),
        Part::Concept(Concept::Month(first)) => return month_range(elements, at, first),
        Part::Concept(Concept::Ordinal(ordinal)) => u16::from(ordinal),
        Part::Concept(Concept::Half) if !elements[at].last.is_ascii() => 1,
        Part::Number(_) => whole(&elements[at])?,
        _ => return None,
    };
    let after = if elements[at].is(Concept::Half) {
        at
    } else {
        after_ending(elements, at)?
    };
    let ordinal = u8::try_from(ordinal).ok()?;
    match elements.get(after)?.concept()? {
        Concept::Quarter if (1..=4).contains(&ordinal) => of(ordinal * 3 - 2, ordinal * 3, after),
        Concept::Half if (1..=2).contains(&ordinal) => of(ordinal * 6 - 5, ordinal * 6, after),
        Concept::Months if (2..=12).contains(&ordinal) => of(1, ordinal, after),
        _ => None,
    }
}

/// The element after a figure and its ending: "1-й квартал", "3 - тоқсан".
fn after_ending(elements: &[Element], at: usize) -> Option<usize> {
    let mut after = next(elements, at + 1)?;
    if elements[after].part == Part::Hyphen {
        after = next(elements, after + 1)?;
        if matches!(elements[after].part, Part::Word(_)) {
            after = next(elements, after + 1)?;
        }
    }
    // "1st quarter": the ending follows at once.
    if matches!(elements[after].part, Part::Word(_)) && elements[after].start == elements[at].end {
        after = next(elements, after + 1)?;
    }
    Some(after)
}

/// "January–September", "с января по сентябрь", "қаңтар-қыркүйек", "March"; not the month of a day.
fn month_range(elements: &[Element], at: usize, first: u8) -> Option<(When, usize)> {
    if (at > 0 && is_day(elements, at - 1)) || day_follows(elements, at) {
        return None;
    }
    let link = next(elements, at + 1);
    let between = at > 0 && matches!(&elements[at - 1].part, Part::Word(word) if word == "between");
    let links = link.is_some_and(|link| match &elements[link].part {
        // "between January and March", "in January and February".
        Part::Concept(Concept::And) => {
            between
                || next(elements, link + 1).is_some_and(|other| elements[other].is(Concept::Month(first + 1)))
        }
        Part::Hyphen | Part::Mark('—') | Part::Concept(Concept::To | Concept::Each) => true,
        Part::Word(word) => matches!(word.as_str(), "through" | "until" | "till"),
        _ => false,
    });
    let months = |last, end| {
        Some((
            When {
                months: Some((first, last)),
                year: None,
            },
            end,
        ))
    };
    if links
        && let Some(other) = link.and_then(|link| next(elements, link + 1))
        && let Some(Concept::Month(last)) = elements[other].concept()
        && first < last
    {
        return months(last, other);
    }
    months(first, at)
}

fn year(elements: &[Element], at: usize) -> Option<(When, usize)> {
    let number = elements.get(at)?.number()?;
    let year = i16::try_from(whole(&elements[at])?).ok()?;
    let year = Some(year).filter(|year| YEARS.contains(year))?;
    if !number.figure.bare_four {
        return None;
    }
    let after = next(elements, at + 1);
    let word = after.and_then(|after| elements[after].concept());
    let when = When {
        months: None,
        year: Some(year),
    };
    if let (Some(Concept::Year | Concept::Years), Some(after)) = (word, after) {
        return Some((when, after));
    }
    // "2025-жылы": the hyphen was joined to the figure with its ending, or stands between.
    if elements[at].last.starts_with("жыл") || elements[at].last.starts_with("год") {
        return Some((when, at));
    }
    if let Some(after) = after
        && elements[after].part == Part::Hyphen
        && let Some(later) = next(elements, after + 1)
        && elements[later].is(Concept::Year)
    {
        return Some((when, later));
    }
    let named = at > 0
        && matches!(
            elements[at - 1].concept(),
            Some(Concept::InYear | Concept::Compared | Concept::Each)
        );
    // "Q1 2025 injuries": months are followed by their year, whatever comes after it.
    let named = named || follows_months(elements, at);
    let counted = matches!(word, Some(Concept::People | Concept::What(_)));
    (named || !counted).then_some((when, at))
}

/// Whether the last element before it that is not part of another names months without a year.
fn follows_months(elements: &[Element], at: usize) -> bool {
    let before = elements
        .iter()
        .take(at)
        .rfind(|element| element.part != Part::Gone);
    before.is_some_and(|before| matches!(before.part, Part::When(When { year: None, .. })))
}

/// "over five years", "за последние 5 лет", "соңғы бес жылда", "a five-year period", "пятилетний".
fn span(elements: &[Element], at: usize) -> Option<(u16, usize)> {
    const FIVE: u16 = 5;
    let element = elements.get(at)?;
    if element.is(Concept::Years) && element.last.starts_with("пятилет") {
        return Some((FIVE, at));
    }
    let years = whole(element).filter(|years| *years >= 2 && f64::from(*years) <= LONGEST_SPAN)?;
    let after = after_ending(elements, at)?;
    let unit = elements.get(after)?.concept()?;
    if !matches!(unit, Concept::Years | Concept::Year) {
        return None;
    }
    let introduced = elements.get(at.saturating_sub(3)..at)?.iter().any(|before| {
        matches!(before.concept(), Some(Concept::InYear | Concept::Approximately))
            || matches!(&before.part, Part::Word(word) if matches!(word.as_str(), "last" | "past" | "соңғы" | "within" | "последние" | "течение" | "a"))
    });
    let kazakh = ["жылда", "ішінде", "бері", "бойы", "бергі"].contains(&elements[after].last.as_str());
    (introduced || kazakh).then_some((years, after))
}

/// A day with its month: "12 марта", "March 12", "12 наурыз", with the year where it stands.
fn date(elements: &[Element], at: usize) -> Option<usize> {
    let is_month = |at: usize| {
        matches!(
            elements.get(at).and_then(Element::concept),
            Some(Concept::Month(_))
        )
    };
    let day_first = is_day(elements, at) && is_month(at + 1);
    let month_first = is_month(at) && day_follows(elements, at);
    if !day_first && !month_first {
        return None;
    }
    let mut end = at + 1;
    let year_at = following(elements, at + 2, 1);
    if let Some(year_at) = year_at
        && let Some((_, year_end)) = year(elements, year_at)
    {
        end = year_end;
    }
    Some(end)
}

fn is_day(elements: &[Element], at: usize) -> bool {
    elements.get(at).is_some_and(|element| {
        let in_digits = element.number().is_some_and(|number| !number.spelled);
        in_digits && whole(element).is_some_and(|day| (1..=31).contains(&day))
    })
}

/// "March 12", in English only; "in March 5 people were hurt" counts people.
fn day_follows(elements: &[Element], month_at: usize) -> bool {
    let counted = matches!(
        elements.get(month_at + 2).and_then(Element::concept),
        Some(Concept::People | Concept::What(_) | Concept::OfWhom)
    );
    elements[month_at].last.is_ascii() && is_day(elements, month_at + 1) && !counted
}
