//! What a text says itself against its figures: "no more than chance", "the order of neighbours is not established".
//!
//! A caveat is about the claims before it, back to the caveat before. Who says of a fall that it is no more than chance does not claim
//! that anything fell; who quotes words to say that they cannot be claims nothing by them.

use crate::headline::lexicon::{Caveat, Concept};
use crate::headline::read::assertion::{Assertion, Kind};
use crate::headline::read::element::Element;
use crate::headline::read::sentence::Sentence;

/// Gives each claim the caveat that follows it. `claims` come with their elements.
pub(super) fn give(sentence: &Sentence, claims: &mut [(usize, Assertion)]) {
    // Comparisons have their caveats one after another; what was counted is said once, at the end.
    let mut compared_from = 0;
    for (at, caveat) in caveats(sentence) {
        let about = |claim: &Assertion| match caveat {
            Caveat::Chance => matches!(claim.kind(), Kind::Change | Kind::Rank),
            Caveat::Counter | Caveat::Unclear => claim.kind() == Kind::Count,
            Caveat::Said | Caveat::Quoted => false,
        };
        let from = if caveat == Caveat::Chance {
            compared_from
        } else {
            0
        };
        for (own, claim) in claims.iter_mut() {
            if (from..at).contains(own) && claim.caveat.is_none() && about(claim) {
                claim.caveat = Some(caveat);
            }
        }
        if matches!(caveat, Caveat::Chance | Caveat::Said) {
            compared_from = at;
        }
    }
}

/// Whether a sentence only quotes, to say that the words cannot be or that nobody knows.
pub(super) fn only_quotes(sentence: &Sentence) -> bool {
    caveats(sentence).any(|(at, caveat)| {
        let quoted = sentence.elements[..at].iter().any(is_closing_quote);
        caveat == Caveat::Quoted && quoted
    })
}

fn caveats(sentence: &Sentence) -> impl Iterator<Item = (usize, Caveat)> {
    let elements = sentence.elements.iter().enumerate();
    elements.filter_map(|(at, element)| match element.concept() {
        Some(Concept::Caveat(caveat)) => Some((at, caveat)),
        _ => None,
    })
}

fn is_closing_quote(element: &Element) -> bool {
    element.is_mark('”') || element.is_mark('»')
}
