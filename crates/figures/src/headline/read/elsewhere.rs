//! Regions that no table knows: misspelled, or of another country.
//!
//! "In Kostannai region 27 were hurt" says where, though nobody can tell which region it is. Without a place its count would be taken for the
//! country's.

use super::common;
use super::element::{Element, Part, swallow};
use crate::headline::lexicon::{Concept, Named};

const REGION: [&str; 4] = ["region", "oblast", "област", "облыс"];

/// Russian names of regions are adjectives.
const ADJECTIVES: [&str; 3] = ["ская", "ской", "скую"];

/// Joins an unknown name with the word for a region into one place.
pub(super) fn name(elements: &mut [Element]) {
    for at in 1..elements.len() {
        let is_region = matches!(&elements[at].part, Part::Word(word) if REGION.iter().any(|stem| word.starts_with(stem)) && word != "regions");
        if is_region && is_name(elements, at - 1) {
            elements[at - 1].part = Part::Concept(Concept::Place(Named::Unknown));
            swallow(elements, at - 1, at);
        }
    }
}

fn is_name(elements: &[Element], at: usize) -> bool {
    const SHORTEST: usize = 4;
    let Part::Word(word) = &elements[at].part else {
        return false;
    };
    if word.chars().count() < SHORTEST || common::has(word) {
        return false;
    }
    let russian = ADJECTIVES.iter().any(|ending| word.ends_with(ending));
    let kazakh = !word.is_ascii() && elements[at + 1].last.starts_with("облыс");
    let led = at
        .checked_sub(1)
        .is_some_and(|before| elements[before].is(Concept::InYear));
    russian || kazakh || (word.is_ascii() && led)
}
