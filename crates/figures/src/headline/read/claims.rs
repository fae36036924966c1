//! Makes assertions of figures and superlatives.

mod caveat;
mod count;
mod opposed;
mod pair;
mod percent;
mod place;
mod rank;
mod rate;
mod shared;
mod subject;
mod time;

use super::assertion::Assertion;
use super::context::Context;
use super::element::Unit;
use super::sentence::Sentence;
use shared::Looking;

/// The claims of a text, in order of appearance, at most so many.
pub(super) fn of(text: &str, sentences: &[Sentence], most: usize) -> Vec<Assertion> {
    let mut context = Context::before(sentences);
    let mut all: Vec<Assertion> = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        if all.len() >= most {
            break;
        }
        context.enter(sentence);
        if asks(sentence) || caveat::only_quotes(sentence) {
            continue;
        }
        let mut claims = of_sentence(text, index, sentence, &mut context);
        pair::tie(sentence, &mut claims);
        caveat::give(sentence, &mut claims);
        claims.sort_by_key(|(at, claim)| (claim.text.start, *at));
        all.extend(claims.into_iter().map(|(_, claim)| claim));
    }
    all.truncate(most);
    all
}

/// A question claims nothing.
fn asks(sentence: &Sentence) -> bool {
    sentence.elements.last().is_some_and(|last| last.is_mark('?'))
}

/// The claims of one sentence, each with the element it hangs on.
fn of_sentence(
    text: &str,
    index: usize,
    sentence: &Sentence,
    context: &mut Context,
) -> Vec<(usize, Assertion)> {
    let mut claims: Vec<(usize, Assertion)> = Vec::new();
    let mut earlier: Vec<(usize, Assertion)> = Vec::new();
    for at in 0..sentence.elements.len() {
        let element = &sentence.elements[at];
        if element.number().is_none() && !rank::is_superlative(element) {
            continue;
        }
        let looking = Looking::new(text, index, sentence, at, context, &earlier);
        let found = match element.number() {
            Some(number) => rate::of(&looking, number)
                .or_else(|| match number.unit {
                    Unit::Percent | Unit::Points | Unit::PerMille => percent::of(&looking, number),
                    Unit::Times => percent::times(&looking, number),
                    Unit::None => percent::difference(&looking, number),
                })
                .map(|claim| vec![claim])
                .or_else(|| (number.unit == Unit::None).then(|| count::of(&looking, number)))
                .unwrap_or_default(),
            None => rank::of(&looking).into_iter().collect(),
        };
        for claim in &found {
            context.take(claim);
            if element.number().is_some() {
                earlier.push((at, claim.clone()));
            }
        }
        claims.extend(found.into_iter().map(|claim| (at, claim)));
    }
    claims
}
