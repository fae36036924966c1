//! Counts: "293 people were hurt", "40 of them died", "Aktobe and Atyrau with 22 each", "against 352 a year earlier".

use saqta_domain::period::Period;

use super::opposed::{is_compared_with, is_target};
use super::place::is_country;
use super::shared::{Found, Looking};
use crate::headline::lexicon::Concept;
use crate::headline::read::assertion::{Assertion, Detail, Where};
use crate::headline::read::context::names_harm;
use crate::headline::read::element::{Element, Number, Part};
use crate::headline::read::find::Side;
use crate::knowledge::What;

/// The claims that the figure makes: one, or one for each of the places that share it.
pub(super) fn of(looking: &Looking<'_>, number: Number) -> Vec<Assertion> {
    let Some(count) = number.figure.count() else {
        return Vec::new();
    };
    let places = looking.places();
    let Some(what) = what(looking, number, !places.is_empty()) else {
        return Vec::new();
    };
    let activities = looking.activities(&[Side::Left, Side::Right]);
    let is_base = is_compared_with(looking);
    let (period, period_at) = period(looking, is_base);
    let people = looking
        .around
        .just_after()
        .filter(|(_, element)| element.is(Concept::People))
        .map(|(at, _)| at);
    let claim = |place: Where, mut said_at: Vec<usize>| {
        said_at.extend(&what.said_at);
        said_at.extend(people);
        said_at.extend(&activities.said_at);
        said_at.extend(period_at);
        let mut assertion = looking.assertion(Some(number), what.is, place, Detail::Count);
        assertion.text = looking.bytes(&said_at);
        #[expect(clippy::cast_precision_loss, reason = "read as at most 1e12")]
        let value = count as f64;
        assertion.value = Some(value);
        assertion.decimals = 0;
        assertion.activities.clone_from(&activities.is);
        assertion.period = period;
        assertion.is_base = is_base;
        assertion
    };
    let said_at: Vec<usize> = places.iter().map(|(at, _)| *at).collect();
    if places.len() > 1 && shared_by_each(looking) {
        let mut claims: Vec<_> = places
            .iter()
            .map(|(_, place)| claim(*place, said_at.clone()))
            .collect();
        // They were found from the figure outwards.
        claims.reverse();
        return claims;
    }
    let place = looking.place();
    vec![claim(place.is, place.said_at)]
}

/// "each", «по 22», «22-ден».
fn shared_by_each(looking: &Looking<'_>) -> bool {
    looking.element().is_ablative() || looking.around.in_segment(|element| element.is(Concept::Each)) || {
        let after = looking.around.just_after();
        after.is_some_and(|(_, element)| element.is(Concept::People) && element.is_ablative())
    }
}

/// What is counted; a figure of which that is nowhere said is no claim.
fn what(looking: &Looking<'_>, number: Number, has_place: bool) -> Option<Found<What>> {
    let own = looking.what(&[Side::Right, Side::Left]);
    let people = looking
        .around
        .just_after()
        .filter(|(_, element)| element.is(Concept::People));
    if is_article(number) && people.is_none() && !own.as_ref().is_some_and(|own| near(looking, own, 2)) {
        return None;
    }
    if let Some(own) = own {
        // Something else that is counted stands beside its figure: "12 inspections", not "12 people at 3 enterprises".
        return (own.is != What::Other || near(looking, &own, 3)).then_some(own);
    }
    let not_other = |found: &Found<What>| found.is != What::Other;
    if counts_something_else(looking) {
        return None;
    }
    if let Some(before) = looking.what(&[Side::Before]).filter(not_other) {
        return Some(before);
    }
    let unsaid = |is| {
        let said_at = people.iter().map(|(at, _)| *at).collect();
        Some(Found { is, said_at })
    };
    let labelled = has_place || !looking.activities(&[Side::Left, Side::Right]).is.is_empty();
    // "40 of them died; Karaganda leads with 31": a place has its share of the whole, not of the part.
    let earlier = looking
        .antecedent()
        .filter(|claim| !matches!(claim.detail, Detail::Share | Detail::Rank(_)))
        .filter(|claim| !(claim.part_of && has_place && follows_a_semicolon(looking)))
        .or_else(|| looking.earlier_whole().filter(|_| has_place))
        .or(looking.earlier_count());
    if says_itself_what_happened(looking) && (people.is_some() || has_place) {
        return unsaid(What::Injured);
    }
    if let Some(earlier) = earlier
        && (people.is_some()
            || labelled
            || is_aged(looking)
            || follows_on(looking)
            || looking.is_attributed())
    {
        return unsaid(earlier.what);
    }
    if let Some(shared) = predicate_of_a_row(looking) {
        return Some(shared);
    }
    if let Some(same) = subject_of_the_clause_before(looking) {
        return unsaid(same);
    }
    let after = looking.what(&[Side::After]);
    if !looking.context.speaks_of_harm() {
        return people.is_some().then(|| unsaid(What::Other)).flatten();
    }
    let bare = stands_bare(looking) || looking.is_attributed() || (has_place && is_a_row(looking));
    if looking.context.has_counted() && bare {
        unsaid(looking.context.what)
    } else if has_place && !looking.places().iter().all(|(_, place)| is_country(*place)) {
        let after = after.filter(not_other);
        unsaid(after.map_or(looking.context.what, |found| found.is))
    } else if people.is_some() && !is_a_whole(looking) {
        unsaid(after.map_or(What::Other, |found| found.is))
    } else {
        None
    }
}

/// "3 nurses were attacked", after a sentence about deaths: it does not say that anybody died.
fn says_itself_what_happened(looking: &Looking<'_>) -> bool {
    let elements = &looking.sentence.elements;
    let attacked = elements.iter().any(|element| element.is(Concept::Attacked));
    attacked && !elements.iter().any(names_harm)
}

/// «12 старше 60 лет и 19 в возрасте 18–24 лет», "19 aged 18–24": of an age are people.
fn is_aged(looking: &Looking<'_>) -> bool {
    let after = looking.around.just_after();
    after.is_some_and(|(_, element)| element.is(Concept::Age))
}

/// "120 journalists", «42 нападения»: a noun that is none of ours stands right behind the figure.
fn counts_something_else(looking: &Looking<'_>) -> bool {
    const SHORTEST_NOUN: usize = 5;
    const OURS: [&str; 10] = [
        "accord",
        "case",
        "случа",
        "жағдай",
        "оқиға",
        "санынан",
        "during",
        "тіркел",
        "бол",
        "құра",
    ];
    let (elements, at) = (&looking.sentence.elements, looking.around.at);
    let noun = |element: &Element| {
        let Part::Word(word) = &element.part else {
            return false;
        };
        word.chars().count() >= SHORTEST_NOUN && !OURS.iter().any(|stem| word.starts_with(stem))
    };
    // «неизвестных регионов: 14»
    let label = at.checked_sub(2).filter(|label| elements[label + 1].is_mark(':'));
    let labelled = label.is_some_and(|label| {
        let segment = looking.sentence.segment[label];
        let own = elements.iter().zip(&looking.sentence.segment);
        let mut own = own.filter(|(_, its)| **its == segment);
        (noun(&elements[label]) || is_numeral(&elements[label]))
            && !own.any(|(element, _)| names_harm(element))
    });
    labelled || elements.get(at + 1).is_some_and(noun)
}

/// «өңірлер саны: 14»: "number of".
fn is_numeral(element: &Element) -> bool {
    matches!(&element.part, Part::Word(word) if word.starts_with("сан"))
}

/// "Of 10 million workers", «из 9 млн работников»: those among whom something is counted.
fn is_a_whole(looking: &Looking<'_>) -> bool {
    let before = looking.around.at.checked_sub(1);
    before.is_some_and(|before| matches!(looking.sentence.elements[before].last.as_str(), "of" | "из"))
}

fn follows_a_semicolon(looking: &Looking<'_>) -> bool {
    looking.clause_start() > 0
}

/// "one", «один», «бір» are mostly no figures.
fn is_article(number: Number) -> bool {
    number.spelled && number.figure.value < 2.0
}

fn near(looking: &Looking<'_>, found: &Found<What>, most: usize) -> bool {
    found
        .said_at
        .iter()
        .all(|at| at.abs_diff(looking.around.at) <= most)
}

/// "Kazakhstan: 934" on a line of its own: a row of a table.
fn is_a_row(looking: &Looking<'_>) -> bool {
    looking.sentence.elements.iter().all(|element| {
        matches!(
            element.part,
            Part::Number(_)
                | Part::Mark(_)
                | Part::When(_)
                | Part::Hyphen
                | Part::Concept(Concept::Place(_) | Concept::People)
        )
    })
}

/// «2018 жылы 1568 адам, 2019 жылы 1430 адам жарақат алды»: what happened is said once, behind the last of the dated counts.
fn predicate_of_a_row(looking: &Looking<'_>) -> Option<Found<What>> {
    looking.when(&[Side::Left, Side::Before])?;
    let elements = &looking.sentence.elements;
    let mut is_dated = false;
    for (at, element) in elements.iter().enumerate().skip(looking.around.at + 1) {
        match &element.part {
            Part::Concept(Concept::What(what)) if is_dated && *what != What::Other => {
                return Some(Found::unsaid(*what));
            }
            Part::When(_) => is_dated = true,
            // A figure without a time of its own is of another row.
            Part::Number(_) if !is_dated => return None,
            Part::Number(_)
            | Part::Mark(',' | '–' | '—')
            | Part::Hyphen
            | Part::Concept(Concept::People | Concept::And | Concept::InYear) => {}
            Part::Word(word) if is_auxiliary(word) => {}
            _ => return None,
        }
        if at > looking.around.at + FARTHEST_PREDICATE {
            return None;
        }
    }
    None
}

/// Elements from a dated count to what happened, where another count stands between.
const FARTHEST_PREDICATE: usize = 12;

/// "In 2018, 1,568 people were injured; in 2019, 1,430 were": a clause with a time of its own and nothing else goes on with the subject of the one
/// before it; in brackets, with that of the count before them.
fn subject_of_the_clause_before(looking: &Looking<'_>) -> Option<What> {
    if !stands_bare(looking) {
        return None;
    }
    let in_brackets = looking.sentence.depth[looking.around.at] > 0;
    let before = if in_brackets {
        looking.antecedent()
    } else {
        looking.earlier_whole()
    };
    before
        .filter(|claim| claim.count().is_some() && claim.what != What::Other)
        .map(|claim| claim.what)
}

/// A verb that stands for the one said before: "1,430 were".
fn is_auxiliary(word: &str) -> bool {
    [
        "was",
        "were",
        "had",
        "did",
        "было",
        "был",
        "были",
        "болды",
        "болған",
    ]
    .contains(&word)
}

/// "In January–June there had been 584.": nothing is named that could be counted, only a time.
fn stands_bare(looking: &Looking<'_>) -> bool {
    let times = |element: &Element| matches!(element.part, Part::When(_)) || element.is(Concept::YearEarlier);
    let timed = looking
        .around
        .nearest(&[Side::Right, Side::Left, Side::Before], |element| {
            times(element).then_some(())
        });
    let auxiliary = |element: &Element| matches!(&element.part, Part::Word(word) if is_auxiliary(word));
    let mut after = looking.sentence.elements.iter().skip(looking.around.at + 1);
    let after = after.find(|element| !auxiliary(element));
    let followed = after.is_some_and(|element| {
        !times(element)
            && !matches!(
                element.part,
                Part::Mark(_) | Part::Concept(Concept::InYear | Concept::And)
            )
    });
    timed.is_some() && !followed
}

/// "against 352", "a year earlier it was 352", "from 352 to 293": the thing counted was named with the other figure.
fn follows_on(looking: &Looking<'_>) -> bool {
    // "(293 against 352)": the other figure of the pair comes right behind.
    let after = looking.around.just_after();
    let is_compared = after.is_some_and(|(_, element)| element.is(Concept::Compared));
    is_compared
        || is_compared_with(looking)
        || is_target(looking)
        || looking.around.in_segment(|element| {
            matches!(element.concept(), Some(Concept::YearEarlier)) || matches!(element.part, Part::When(_))
        })
}

/// When it was counted, and the element that says so where that stands between the figure and its words.
fn period(looking: &Looking<'_>, is_base: bool) -> (Option<Period>, Option<usize>) {
    if is_base {
        return base_period(looking);
    }
    let own = looking
        .when(&[Side::Right, Side::Left, Side::Before])
        .filter(|(at, _)| !looking.is_base(*at));
    if let Some((_, when)) = own {
        return (looking.resolve(when, None), None);
    }
    let earlier = looking.earlier_count().and_then(|claim| claim.period);
    // "to 293 in the first quarter of 2025, including 40 deaths": a part is of the time of its whole.
    let is_part = looking.around.in_segment(|element| element.is(Concept::OfWhom));
    if let Some(of_whole) = earlier.filter(|_| is_part) {
        return (Some(of_whole), None);
    }
    let period = looking.sentence_period().or(earlier).or(looking.context.period);
    (period, None)
}

/// The period of a count that another is compared with: its own, else the year before.
fn base_period(looking: &Looking<'_>) -> (Option<Period>, Option<usize>) {
    let sides = [Side::Right, Side::Left];
    let current = looking
        .earlier_count()
        .and_then(|claim| claim.period)
        .or_else(|| looking.period());
    let year_before = current.map(|period| period.a_year_before());
    let named = looking
        .when(&sides)
        .filter(|(at, _)| !is_of_the_figure_before(looking, *at));
    if let Some((at, mut when)) = named {
        let part_of_year = current.filter(|current| !current.is_year());
        when.months = when
            .months
            .or(part_of_year.map(|current| (current.first_month(), current.last_month())));
        return (looking.context.resolve(when, year_before), Some(at));
    }
    let word = looking.around.nearest(&sides, |element: &Element| {
        element.is(Concept::YearEarlier).then_some(())
    });
    let base_of_sentence = looking.sentence_base(current);
    (base_of_sentence.or(year_before), word.map(|(at, ())| at))
}

/// "293 in 2025 against 352": the year stands with the other figure.
fn is_of_the_figure_before(looking: &Looking<'_>, at: usize) -> bool {
    let before = looking.around.just_before();
    before.is_some_and(|(word, _)| at < word)
}
