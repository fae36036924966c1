//! Figures that claim nothing: numbers of articles and orders, ages, sums of money, hours and lengths, ordinals, ranges,
//! the 19 of COVID-19.

use super::element::{Element, Part, Unit};
use crate::headline::lexicon::Concept;

/// Marks those figures as [`Part::Skip`].
pub(super) fn take_out(elements: &mut [Element]) {
    for at in 0..elements.len() {
        let Some(number) = elements[at].number() else {
            continue;
        };
        let before = at.checked_sub(1).and_then(|before| elements.get(before));
        let after = elements.get(at + 1);
        let takes = named_by(elements, at)
            || measured(elements, at)
            || (number.unit == Unit::None && is_ordinal(&elements[at], after))
            || (number.glued && !before_is_place(elements, at))
            || before
                .is_some_and(|before| matches!(before.part, Part::Mark('$' | '€' | '₸' | '₽' | '#' | '§')));
        if takes {
            elements[at].part = Part::Skip;
        }
    }
    take_out_odds(elements);
    take_out_limits(elements);
    for at in 0..elements.len().saturating_sub(2) {
        // Of "aged 18–24" and «18–24 жастағы» one end was taken out already.
        let is_end = |at: usize| elements[at].number().is_some() || is_bare_skip(elements, at);
        let any = elements[at].number().is_some() || elements[at + 2].number().is_some();
        if any && is_end(at) && is_link(elements, at + 1) && is_end(at + 2) {
            elements[at].part = Part::Skip;
            elements[at + 2].part = Part::Skip;
        }
    }
}

/// A figure taken out as an age, "aged 18", «24 жастағы»: a word of age stands on either side of it.
fn is_bare_skip(elements: &[Element], at: usize) -> bool {
    let age = |at: Option<usize>| {
        let element = at.and_then(|at| elements.get(at));
        element.is_some_and(|element| element.is(Concept::Age) || element.is(Concept::Years))
    };
    elements[at].part == Part::Skip && (age(at.checked_sub(1)) || age(Some(at + 1)))
}

/// A hyphen, or a dash without spaces: "29–54".
fn is_link(elements: &[Element], at: usize) -> bool {
    let tight = elements[at - 1].end == elements[at].start && elements[at].end == elements[at + 1].start;
    elements[at].part == Part::Hyphen || (tight && matches!(elements[at].part, Part::Mark('–' | '—' | '−')))
}

/// The figures of brackets that give limits: "(95% interval 37–67)", "(between −28.7% and −2.8%)", "(as a measure of the danger, 260–329
/// at 95%)"; and the level of an interval outside of them.
fn take_out_limits(elements: &mut [Element]) {
    let mut at = 0;
    while at < elements.len() {
        if elements[at].is_mark('(') {
            let end = (at..elements.len())
                .find(|end| elements[*end].is_mark(')') || elements[*end].part == Part::Break)
                .unwrap_or(elements.len());
            if gives_limits(&elements[at..end]) {
                for element in &mut elements[at..end] {
                    if element.number().is_some() {
                        element.part = Part::Skip;
                    }
                }
            }
            at = end;
        } else if is_level(&elements[at])
            && elements
                .get(at + 1)
                .is_some_and(|next| next.is(Concept::Interval))
        {
            elements[at].part = Part::Skip;
        }
        at += 1;
    }
}

fn gives_limits(group: &[Element]) -> bool {
    let named = group.iter().any(|element| element.is(Concept::Interval));
    let level = group.iter().any(is_level);
    let range = group.windows(3).any(|three| {
        let is_link = three[1].part == Part::Hyphen || matches!(three[1].part, Part::Mark('–' | '—' | '−'));
        three[0].number().is_some() && is_link && three[2].number().is_some()
    });
    let signed = group
        .iter()
        .filter(|element| element.number().is_some_and(|number| number.negative.is_some()));
    let figures = group.iter().filter(|element| element.number().is_some()).count();
    (named && (level || figures > 1)) || (level && range) || (figures == 2 && signed.count() == 2)
}

/// 90, 95 or 99 per cent.
fn is_level(element: &Element) -> bool {
    element.number().is_some_and(|number| {
        number.unit == Unit::Percent && matches!(number.figure.count(), Some(90 | 95 | 99))
    })
}

/// "1 in 24,000", «один из 24 000»: odds, not a count.
fn take_out_odds(elements: &mut [Element]) {
    for at in 0..elements.len().saturating_sub(2) {
        let value = |at: usize| elements[at].number().filter(|number| number.unit == Unit::None);
        let one = value(at).is_some_and(|number| number.figure.count() == Some(1));
        let of = elements[at + 1].is(Concept::InYear)
            || matches!(&elements[at + 1].part, Part::Word(word) if word == "из");
        if one && of && value(at + 2).is_some() {
            elements[at].part = Part::Skip;
            elements[at + 2].part = Part::Skip;
        }
    }
}

/// "Article 186", "№ 1055", "ст. 186", "aged 54", and the second of "articles 186 and 187".
fn named_by(elements: &[Element], at: usize) -> bool {
    let mut before = at;
    while before > 0 {
        before -= 1;
        match &elements[before].part {
            Part::Mark('.' | ',') | Part::Hyphen | Part::Concept(Concept::And) => {}
            // «18–24 жастағы 19 жұмысшы»: in Kazakh the word stands behind its figure, and the next is another.
            Part::Concept(Concept::Age) if is_behind_its_figure(elements, before) => return false,
            Part::Concept(Concept::Reference | Concept::Age) => {
                return elements[before].end <= elements[at].start;
            }
            // A chain: an earlier figure of the same list was taken out already.
            Part::Skip if before + 2 == at && elements[before + 1].is(Concept::And) => return true,
            _ => return false,
        }
        if at - before > 2 {
            return false;
        }
    }
    false
}

/// Whether a word of age stands before its figure, as it never does in Kazakh.
fn leads_to_a_figure(elements: &[Element], at: usize) -> bool {
    let next = elements.get(at + 1).is_some_and(|next| next.number().is_some());
    next && !elements[at].last.starts_with("жас")
}

/// Whether a Kazakh word of age stands behind the figure that it belongs to.
fn is_behind_its_figure(elements: &[Element], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &elements[before]);
    let figure = before.is_some_and(|before| before.number().is_some() || before.part == Part::Skip);
    figure && elements[at].last.starts_with("жас")
}

/// "54 years old", "186-бап", "5 млн тенге", "12 часов", "54-летний".
fn measured(elements: &[Element], at: usize) -> bool {
    let glued = ["летн", "жас", "бап", "баб", "тарма", "year"];
    if glued.iter().any(|word| elements[at].last.starts_with(word))
        && elements[at].number().is_some_and(|n| n.unit == Unit::None)
    {
        return true;
    }
    for (place, element) in elements.iter().enumerate().skip(at + 1).take(2) {
        match &element.part {
            Part::Hyphen => {}
            // "12 older than 60", «19 в возрасте 18–24 лет»: the age is the next figure.
            Part::Concept(Concept::Age) if leads_to_a_figure(elements, place) => return false,
            Part::Concept(
                Concept::Age
                | Concept::Money
                | Concept::Measure
                | Concept::Years
                | Concept::Months
                | Concept::Year,
            ) => return true,
            Part::Concept(Concept::Reference) => {
                return elements.get(at + 1).is_some_and(|next| {
                    next.part == Part::Hyphen || !element.last.is_ascii() && element.last.starts_with("ба")
                });
            }
            _ => return false,
        }
    }
    false
}

fn is_ordinal(element: &Element, after: Option<&Element>) -> bool {
    const ENDINGS: [&str; 22] = [
        "st", "nd", "rd", "th", "й", "я", "ый", "ой", "ая", "го", "ого", "му", "ому", "м", "ом", "ші", "шы",
        "інші", "ыншы", "нші", "ншы", "х",
    ];
    let glued = after.is_some_and(|after| {
        after.start == element.end
            && matches!(&after.part, Part::Word(word) if ENDINGS.contains(&word.as_str()))
    });
    glued || ENDINGS.contains(&element.last.as_str())
}

fn before_is_place(elements: &[Element], at: usize) -> bool {
    elements
        .get(..at)
        .and_then(|before| before.iter().rev().find(|element| element.part != Part::Hyphen))
        .is_some_and(|element| matches!(element.concept(), Some(Concept::Place(_))))
}
