//! What was not read: words with figures or places, of a sentence with claims, that no claim was made of.

use std::ops::Range;

use super::assertion::Assertion;
use super::element::{Element, Part};
use super::sentence::Sentence;
use crate::headline::lexicon::Concept;

/// Words with a figure that no claim holds, and whole parts between semicolons that name a place and claim nothing; each with its sentence.
pub(super) fn of(sentences: &[Sentence], assertions: &[Assertion]) -> Vec<(usize, Range<usize>)> {
    let mut unread = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        let first = assertions.partition_point(|claim| claim.sentence < index);
        let last = assertions.partition_point(|claim| claim.sentence <= index);
        let claims = assertions.get(first..last).unwrap_or_default();
        if claims.is_empty() {
            continue;
        }
        let parts = parts(sentence).filter(|part| !touches(claims, part) && names_a_place(sentence, part));
        let mut found: Vec<Range<usize>> = parts.collect();
        for element in sentence
            .elements
            .iter()
            .filter(|element| element.number().is_some())
        {
            let inside = |range: &Range<usize>| range.start <= element.start && element.end <= range.end;
            let read = claims.iter().any(|claim| inside(&claim.text));
            if !read && !found.iter().any(inside) {
                found.push(segment(sentence, claims, element));
            }
        }
        found.sort_by_key(|range| range.start);
        unread.extend(found.into_iter().map(|range| (index, range)));
    }
    unread
}

/// The bytes between semicolons.
fn parts(sentence: &Sentence) -> impl Iterator<Item = Range<usize>> {
    let parts = sentence.elements.split(|element| element.is_mark(';'));
    parts.filter_map(|part| {
        let last = part
            .iter()
            .rfind(|element| !matches!(element.part, Part::Mark(_)))?;
        Some(part.first()?.start..last.end)
    })
}

fn touches(claims: &[Assertion], part: &Range<usize>) -> bool {
    claims
        .iter()
        .any(|claim| claim.text.start < part.end && part.start < claim.text.end)
}

fn names_a_place(sentence: &Sentence, part: &Range<usize>) -> bool {
    sentence
        .elements
        .iter()
        .any(|element| part.contains(&element.start) && matches!(element.concept(), Some(Concept::Place(_))))
}

/// The words around a figure, back and forth to the next comma, claim or figure.
fn segment(sentence: &Sentence, claims: &[Assertion], element: &Element) -> Range<usize> {
    let at = sentence
        .elements
        .partition_point(|other| other.start < element.start);
    let own = |other: &usize| {
        let other = &sentence.elements[*other];
        let bound = matches!(other.part, Part::Mark(_) | Part::Break) || other.is(Concept::And);
        !bound && !touches(claims, &(other.start..other.end))
    };
    let first = (0..at).rev().take_while(own).last().unwrap_or(at);
    let last = (at + 1..sentence.elements.len())
        .take_while(own)
        .last()
        .unwrap_or(at);
    sentence.elements[first].start..sentence.elements[last].end
}
