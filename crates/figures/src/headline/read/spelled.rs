//! Figures written in words: "двести девяносто три", "екі жүз тоқсан үш", "forty", "two hundred and ninety-three".

use super::element::{Element, Number, Part, swallow};
use crate::headline::lexicon::Concept;
use crate::headline::number::Figure;

/// Joins rows of number words into figures.
pub(super) fn join(elements: &mut [Element]) {
    tell_ninety_from_quarter(elements);
    let mut at = 0;
    while at < elements.len() {
        if let Some((value, end)) = read(elements, at) {
            elements[at].part = Part::Number(Number {
                spelled: true,
                ..Number::of(Figure::of(value))
            });
            swallow(elements, at, end);
            at = end;
        }
        at += 1;
    }
}

/// Kazakh has one word, тоқсан, for ninety and for a quarter of a year.
fn tell_ninety_from_quarter(elements: &mut [Element]) {
    for at in 0..elements.len() {
        let after_hundred = at > 0 && elements[at - 1].is(Concept::Number(100.0));
        let before_unit = elements
            .get(at + 1)
            .and_then(Element::concept)
            .is_some_and(|next| matches!(next, Concept::Number(unit) if unit < 10.0));
        if elements[at].is(Concept::Quarter)
            && elements[at].last == "тоқсан"
            && (after_hundred || before_unit)
        {
            elements[at].part = Part::Concept(Concept::Number(90.0));
        }
    }
}

/// The value of the row of words that begins here, and its last element.
fn read(elements: &[Element], from: usize) -> Option<(f64, usize)> {
    let mut value = word(elements.get(from)?)?;
    let mut end = from;
    // The size of the word before: twenty may be followed by three, three not by twenty.
    let mut room = below(value);
    let mut at = from + 1;
    while let Some(element) = elements.get(at) {
        let joins = element.part == Part::Hyphen || (element.is(Concept::And) && value >= 100.0);
        if joins
            && elements
                .get(at + 1)
                .and_then(word)
                .is_some_and(|next| next < room)
        {
            at += 1;
            continue;
        }
        let Some(next) = word(element) else { break };
        if next == 100.0 && value < 10.0 {
            value *= 100.0;
        } else if next < room {
            value += next;
        } else {
            break;
        }
        room = below(next);
        end = at;
        at += 1;
    }
    Some((value, end))
}

fn word(element: &Element) -> Option<f64> {
    match element.concept()? {
        Concept::Number(value) => Some(value),
        _ => None,
    }
}

/// What may follow a word of that size: units after tens, tens after hundreds, nothing after units.
fn below(value: f64) -> f64 {
    if value >= 100.0 {
        100.0
    } else if value >= 20.0 || value == 10.0 {
        10.0
    } else {
        0.0
    }
}
