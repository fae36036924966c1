//! Ranks: "Karaganda region comes first", «больше всего пострадавших в Карагандинской области», «ең көп».

use super::place::{is_country, place};
use super::shared::Looking;
use crate::headline::lexicon::Concept;
use crate::headline::read::assertion::{Assertion, Detail, Metric, Rank, Where};
use crate::headline::read::element::Element;
use crate::headline::read::find::Side;
use crate::knowledge::What;

/// Whether an element could make a claim of rank.
pub(super) fn is_superlative(element: &Element) -> bool {
    matches!(
        element.concept(),
        Some(Concept::Most | Concept::Least | Concept::Ranked(_))
    )
}

/// The claim of a superlative, where it names who is first.
pub(super) fn of(looking: &Looking<'_>) -> Option<Assertion> {
    let (position, from_below) = match looking.element().concept()? {
        Concept::Most => (1, false),
        Concept::Least => (1, true),
        Concept::Ranked(position) => (position, false),
        _ => return None,
    };
    if is_heading(looking) {
        return None;
    }
    let region = |element: &Element| place(element).filter(|place| !is_country(*place));
    let sides = [Side::Left, Side::Right, Side::After, Side::Before];
    let named = looking
        .around
        .nearest(&sides[..1], region)
        // «Қарағанды облысы 31 жағдаймен көш бастап тұр», "Karaganda with 31 leads": the predicate follows its subject.
        .or_else(|| looking.around.across_figures(region))
        .or_else(|| looking.around.nearest(&sides[1..2], region))
        .or_else(|| {
            // A place beyond a semicolon is another clause's.
            let after = looking.around.nearest(&sides[2..3], region)?;
            let between = &looking.sentence.elements[looking.around.at..after.0];
            (!between.iter().any(|element| element.is_mark(';'))).then_some(after)
        })
        .or_else(|| looking.around.nearest(&sides[3..], region));
    let activities = looking.activities(&sides);
    let (place, mut said_at) = match named {
        Some((at, place)) => (place, vec![at]),
        None if !activities.is.is_empty() => (looking.context.place, activities.said_at.clone()),
        None => return None,
    };
    let what = looking
        .what(&[Side::Right, Side::Left, Side::Before])
        .filter(|found| found.is != What::Other);
    if what.is_none() && activities.is.is_empty() && looking.has_other_subject() {
        return None;
    }
    let by_rate = looking.around.in_segment(|element| element.is(Concept::Rate));
    // The thing counted belongs to the words of the claim where it stands between them.
    let span = looking.bytes(&said_at);
    said_at.extend(what.iter().flat_map(|found| &found.said_at).filter(|at| {
        let element = &looking.sentence.elements[**at];
        element.start < span.start
            && looking.sentence.segment[**at] == looking.sentence.segment[looking.around.at]
    }));
    let detail = Detail::Rank(Rank {
        position,
        from_below,
        metric: if by_rate { Metric::Rate } else { Metric::Count },
    });
    let what = what.map_or(looking.context.what, |found| found.is);
    let mut assertion = looking.assertion(None, what, place, detail);
    assertion.text = looking.bytes(&said_at);
    if matches!(named, None | Some((_, Where::Several))) {
        assertion.activities = activities.is;
    }
    Some(assertion)
}

/// «Лидеры антирейтинга:», "Leaders:": several of them, of whom a list follows, claim no order.
fn is_heading(looking: &Looking<'_>) -> bool {
    const PLURALS: [&str; 3] = ["leaders", "лидеры", "көшбасшылар"];
    let plural = PLURALS
        .iter()
        .any(|plural| looking.element().last.starts_with(plural));
    let (elements, own) = (
        &looking.sentence.elements,
        looking.sentence.segment[looking.around.at],
    );
    let next = looking
        .sentence
        .segment
        .partition_point(|segment| *segment <= own);
    let colon = elements.get(next).is_none_or(|next| next.is_mark(':'));
    let opens = looking.sentence.segment.partition_point(|segment| *segment < own);
    let figures = elements[opens..next]
        .iter()
        .any(|element| element.number().is_some());
    plural && colon && !figures
}
