//! Whether a clause speaks of something of its own: "Salaries rose by 12%" after a sentence about injuries is not about injuries.
//!
//! What a clause leaves out it takes from what was said before: "it fell by 5%", "the figure", "a decline of 5%". A clause with a noun of its own
//! takes nothing. Nobody can list all nouns; so the words that name nothing of their own are listed (`data/common.tsv`), and any other is a noun.

use super::shared::{Looking, direction_of};
use crate::headline::lexicon::Concept;
use crate::headline::read::common;
use crate::headline::read::context::names_harm;
use crate::headline::read::element::{Element, Part};
use crate::knowledge::What;

/// Shorter words are particles and prepositions, in capitals or not.
const SHORTEST: usize = 3;

/// Endings of adverbs and adjectives, which name nothing without a noun.
const ENDINGS: [&str; 26] = [
    "ly", "но", "ый", "ий", "ая", "яя", "ое", "ее", "ые", "ого", "его", "ому", "ему", "ым", "ых", "их", "ую",
    "юю", "ыми", "ими", "лся", "лась", "лось", "лись", "ется", "ются",
];

impl Looking<'_> {
    /// Whether the clause of the figure names something else than injuries that it could be about.
    pub(super) fn has_other_subject(&self) -> bool {
        let segment = self.sentence.segment[self.around.at];
        let first = self.sentence.segment.partition_point(|own| *own < segment);
        let last = self.sentence.segment.partition_point(|own| *own <= segment);
        let own = self.sentence.elements.get(first..last).unwrap_or_default();
        if own.iter().any(names_harm) {
            return false;
        }
        let at = self.around.at - first;
        let pivot = own
            .iter()
            .position(|element| direction_of(element).is_some())
            .map_or(at, |direction| direction.min(at));
        // What is compared with is said after "than": it is no subject.
        let end = own.iter().position(|element| element.is(Concept::Compared));
        let clause = own.get(..end.unwrap_or(own.len())).unwrap_or(own);
        clause.iter().enumerate().any(|(index, element)| {
            let before = index < pivot;
            match &element.part {
                Part::Word(word) if is_noun(word) => {
                    let english = word.is_ascii();
                    !english || before || follows_of(clause, index)
                }
                Part::Concept(Concept::What(What::Other)) => true,
                // "46 people" are counted; "the number of employees" is a subject.
                Part::Concept(Concept::People | Concept::Population(_)) => {
                    before && !is_counted(clause, index)
                }
                _ => false,
            }
        })
    }
}

impl Looking<'_> {
    /// "Construction grew by 12%", «Көлік 30 %-ға өсті», "road traffic fell": the activity or the cause itself, not the injured.
    pub(super) fn is_of_an_activity_itself(&self) -> bool {
        let segment = self.sentence.segment[self.around.at];
        let elements = self.sentence.elements.iter().enumerate();
        let mut own = elements
            .take(self.around.at)
            .filter(|(at, _)| self.sentence.segment[*at] == segment);
        let first = own.next();
        first.is_some_and(|(_, element)| {
            let locative = ["да", "де", "та", "те", "ғы", "гі"];
            let by_cause = ["to", "by", "of", "за", "причине", "салдарынан"];
            match element.concept() {
                Some(Concept::Cause) => return !by_cause.contains(&element.last.as_str()),
                Some(Concept::Activity(_)) => {}
                _ => return false,
            }
            !locative.iter().any(|ending| element.last.ends_with(ending))
        })
    }
}

fn is_counted(clause: &[Element], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| clause.get(before));
    before.is_some_and(|before| before.number().is_some())
}

/// "a rise in salaries", "12% of output": the noun after the preposition is what rose.
fn follows_of(clause: &[Element], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| clause.get(before));
    before.is_some_and(|before| matches!(before.last.as_str(), "of" | "in") && before.is(Concept::InYear))
}

fn is_noun(word: &str) -> bool {
    word.chars().count() >= SHORTEST
        && word.chars().any(char::is_alphabetic)
        && !ENDINGS.iter().any(|ending| word.ends_with(ending))
        && !common::has(word)
}
