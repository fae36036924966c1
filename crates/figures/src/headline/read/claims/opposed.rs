//! Counts that others are set against: "against 352", "a year earlier it was 352", «(в 2024 году – 700)»; and those that they lead to.

use super::shared::Looking;
use crate::headline::lexicon::Concept;
use crate::headline::read::context::names_harm;
use crate::headline::read::element::{Element, Part};
use crate::headline::read::find::Side;

/// Whether the figure is what another leads to: "from 352 to 293", «енді 293».
pub(super) fn is_target(looking: &Looking<'_>) -> bool {
    let before = looking.around.just_before();
    let by_word = before.is_some_and(|(_, element)| element.is(Concept::To));
    by_word || looking.element().is_dative() || is_led_by(looking, "енді")
}

/// Whether the figure is what another is compared with.
pub(super) fn is_compared_with(looking: &Looking<'_>) -> bool {
    let before = looking.around.just_before();
    let by_word = before
        .is_some_and(|(_, element)| matches!(element.concept(), Some(Concept::Compared | Concept::From)));
    let moves = looking
        .around
        .in_segment(|element| super::shared::direction_of(element).is_some());
    let ending = looking.element().is_ablative() && is_followed_by_target(looking);
    let a_year_earlier = !moves
        && !is_target(looking)
        && looking
            .around
            .in_segment(|element| element.is(Concept::YearEarlier));
    let after = looking.around.just_after();
    let afterwards =
        after.is_some_and(|(_, element)| super::shared::compares_with_what_stands_before(element));
    by_word
        || ending
        || a_year_earlier
        || afterwards
        || is_led_by(looking, "бұрын")
        || in_brackets_after_a_count(looking)
        || in_an_aside_of_a_year(looking)
        || in_brackets_after_a_comparison(looking)
        || of_a_base_year(looking)
}

/// «в 3 раза больше, чем 10 лет назад (21 человек)»: what was compared with stands in brackets.
fn in_brackets_after_a_comparison(looking: &Looking<'_>) -> bool {
    let sentence = looking.sentence;
    let at = looking.around.at;
    let opens = at
        .checked_sub(1)
        .is_some_and(|before| sentence.elements[before].is_mark('('));
    let pair = looking
        .around
        .just_after()
        .is_some_and(|(_, element)| element.is(Concept::Compared));
    let compares = |element: &Element| element.is(Concept::Compared);
    opens && !pair && {
        let before = sentence.elements[..at].iter().zip(&sentence.segment);
        let mut before = before.rev().skip(1);
        let Some((_, segment)) = before.next() else {
            return false;
        };
        let mut clause = before.take_while(|(element, its)| *its == segment && !element.is_mark('('));
        clause.any(|(element, _)| compares(element))
    }
}

/// "than in 2018 when 1,568 were": the year of the comparison has a clause of its own.
fn of_a_base_year(looking: &Looking<'_>) -> bool {
    const WHEN: [&str; 3] = ["when", "когда", "кезде"];
    let named = looking.when(&[Side::Left]).filter(|(at, _)| looking.is_base(*at));
    named.is_some_and(|(at, _)| {
        looking.sentence.elements[at..looking.around.at]
            .iter()
            .any(|element| WHEN.contains(&element.last.as_str()))
    })
}

/// «погибли 82 (114)», where the sentence compares with an earlier time.
fn in_brackets_after_a_count(looking: &Looking<'_>) -> bool {
    let elements = &looking.sentence.elements;
    let at = looking.around.at;
    let alone = elements.get(at + 1).is_some_and(|next| next.is_mark(')'));
    let before = at.checked_sub(2).and_then(|before| elements.get(before..at));
    let after_count =
        matches!(before, Some([count, bracket]) if count.number().is_some() && bracket.is_mark('('));
    let compares =
        |element: &Element| matches!(element.concept(), Some(Concept::Compared | Concept::YearEarlier));
    alone && after_count && elements.iter().any(compares)
}

/// «бұрын (2023 жылы) 423, енді 352»: the word before the figure, brackets between them or not.
fn is_led_by(looking: &Looking<'_>, word: &str) -> bool {
    let (sentence, at) = (looking.sentence, looking.around.at);
    let mut before = (0..at).rev().filter(|other| {
        let in_brackets =
            sentence.depth[*other] > sentence.depth[at] || sentence.elements[*other].is_mark(')');
        !in_brackets
    });
    before
        .next()
        .is_some_and(|other| matches!(&sentence.elements[other].part, Part::Word(own) if own == word))
}

/// «за первое полугодие 584 человека (в 2024 году – 700)»: a bare year in an aside behind a count of a part of a year is the same part of that year.
fn in_an_aside_of_a_year(looking: &Looking<'_>) -> bool {
    let (sentence, at) = (looking.sentence, looking.around.at);
    let depth = sentence.depth[at];
    let opens = (0..at).rev().find(|other| sentence.depth[*other] < depth);
    let (Some(opens), true) = (opens, depth > 0) else {
        return false;
    };
    let closes = (at..sentence.depth.len()).find(|other| sentence.depth[*other] < depth);
    let inside = &sentence.elements[opens + 1..closes.unwrap_or(sentence.depth.len())];
    let years = inside.iter().filter_map(|element| match element.part {
        Part::When(when) if when.months.is_none() => when.year,
        _ => None,
    });
    let years: Vec<i16> = years.collect();
    let figures = inside.iter().filter(|element| element.number().is_some()).count();
    let harm = inside.iter().any(names_harm);
    let before = looking
        .earlier
        .last()
        .filter(|(other, claim)| *other < opens && claim.count().is_some())
        .and_then(|(_, claim)| claim.period);
    matches!((years.as_slice(), before), ([year], Some(before))
        if figures == 1 && !harm && !before.is_year() && *year < before.year())
}

/// «352-ден 293-ке дейін»
fn is_followed_by_target(looking: &Looking<'_>) -> bool {
    let next = looking
        .sentence
        .elements
        .get(looking.around.at + 1..)
        .unwrap_or_default();
    next.iter()
        .take(3)
        .any(|element| element.number().is_some() && element.is_dative())
}
