//! Sentences, and the segments that commas and the like cut them into.

use std::ops::Range;

use super::element::{Element, Part};
use crate::headline::lexicon::{Caveat, Concept};

/// A sentence.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    pub(super) bytes: Range<usize>,
    pub(super) elements: Vec<Element>,
    /// The segment of each element.
    pub(super) segment: Vec<usize>,
    /// How many brackets each element stands in.
    pub(super) depth: Vec<usize>,
}

impl Sentence {
    /// Whether it gives limits with its figures, or says itself what speaks against them.
    pub(super) fn is_guarded(&self) -> bool {
        let guards =
            |element: &Element| matches!(element.concept(), Some(Concept::Interval | Concept::Caveat(_)));
        self.elements.iter().any(guards)
    }
}

/// A sentence of more elements is cut, since each of its figures looks through all of it; no release has one.
const LONGEST: usize = 400;

/// Words before a full stop that ends nothing.
const ABBREVIATIONS: [&str; 40] = [
    "г", "гг", "ж", "жж", "тыс", "млн", "млрд", "чел", "обл", "проц", "ст", "п", "пп", "т", "д", "е", "с",
    "см", "им", "кв", "ул", "руб", "тг", "мин", "ч", "б", "қ", "no", "nos", "art", "mr", "ms", "mrs", "dr",
    "st", "vs", "etc", "e", "i", "approx",
];

/// Those that a sentence may end with.
const LAST_WORDS: [&str; 12] = [
    "г", "гг", "ж", "жж", "тыс", "млн", "млрд", "чел", "обл", "проц", "тг", "руб",
];

/// Cuts elements into sentences.
pub(super) fn split(text: &str, elements: Vec<Element>) -> Vec<Sentence> {
    let mut ends: Vec<bool> = (0..elements.len()).map(|at| ends(text, &elements, at)).collect();
    keep_quotations_whole(&elements, &mut ends);
    let mut sentences = Vec::new();
    let mut current = Vec::new();
    for (element, ends) in elements.into_iter().zip(ends) {
        let is_break = element.part == Part::Break;
        if !is_break {
            current.push(element);
        }
        if ends || current.len() >= LONGEST {
            sentences.extend(sentence(std::mem::take(&mut current)));
        }
    }
    sentences.extend(sentence(current));
    sentences
}

/// Words that are quoted to say something against them end no sentence.
fn keep_quotations_whole(elements: &[Element], ends: &mut [bool]) {
    const NEAR: usize = 3;
    for at in 0..elements.len() {
        if !elements[at].is(Concept::Caveat(Caveat::Quoted)) {
            continue;
        }
        let closing = (at.saturating_sub(NEAR)..at)
            .rev()
            .find(|before| matches!(elements[*before].part, Part::Mark('”' | '»')));
        let Some(closing) = closing else { continue };
        let mut open = 0_usize;
        for quoted in (closing.saturating_sub(LONGEST)..=closing).rev() {
            match elements[quoted].part {
                Part::Mark('”' | '»') => open += 1,
                Part::Mark('“' | '«') => open = open.saturating_sub(1),
                _ => {}
            }
            ends[quoted] = false;
            if open == 0 {
                break;
            }
        }
    }
}

fn ends(text: &str, elements: &[Element], at: usize) -> bool {
    match elements[at].part {
        Part::Break | Part::Mark('!' | '?' | '…') => return true,
        Part::Mark('.') => {}
        _ => return false,
    }
    let Some(next) = elements.get(at + 1) else {
        return true;
    };
    let first = text
        .get(next.start..)
        .and_then(|rest| rest.chars().next())
        .unwrap_or(' ');
    if next.start == elements[at].end || first.is_lowercase() {
        return false;
    }
    let before = at.checked_sub(1).and_then(|before| elements.get(before));
    let word = before.map_or("", |before| before.last.as_str());
    let adjoins = before.is_some_and(|before| before.end == elements[at].start);
    if !adjoins || !ABBREVIATIONS.contains(&word) {
        return true;
    }
    let is_place = matches!(next.concept(), Some(Concept::Place(_)));
    first.is_uppercase() && !is_place && LAST_WORDS.contains(&word)
}

fn sentence(elements: Vec<Element>) -> Option<Sentence> {
    let (first, last) = (elements.first()?, elements.last()?);
    let bytes = first.start..last.end;
    let mut segment = Vec::with_capacity(elements.len());
    let mut depth = Vec::with_capacity(elements.len());
    let (mut number, mut open) = (0, 0_usize);
    let mut aside_ends = None;
    for (at, element) in elements.iter().enumerate() {
        match element.part {
            Part::Mark('(') => open += 1,
            Part::Mark(')') => open = open.saturating_sub(1),
            _ => {}
        }
        if aside_ends == Some(at) {
            open = open.saturating_sub(1);
        }
        let begins_aside = aside(&elements, at);
        if let Some(end) = begins_aside {
            aside_ends = Some(end);
            open += 1;
        }
        let cuts = matches!(
            element.part,
            Part::Mark(',' | ';' | ':' | '(' | ')') | Part::Concept(Concept::And)
        ) || begins_aside.is_some()
            || aside_ends == Some(at);
        number += usize::from(cuts);
        segment.push(number);
        depth.push(open);
    }
    Some(Sentence {
        bytes,
        elements,
        segment,
        depth,
    })
}

/// Where an aside between dashes ends that begins at an element: «584 человека – в 2024 году 700 – в том числе», a count of a time of its own.
fn aside(elements: &[Element], at: usize) -> Option<usize> {
    const LONGEST_ASIDE: usize = 8;
    let is_dash = |at: usize| {
        let dash = elements.get(at)?;
        let spaced = at > 0 && elements[at - 1].end < dash.start && dash.end < elements.get(at + 1)?.start;
        (spaced && matches!(dash.part, Part::Mark('–' | '—') | Part::Hyphen)).then_some(())
    };
    is_dash(at)?;
    let end = (at + 2..elements.len().min(at + LONGEST_ASIDE)).find(|end| is_dash(*end).is_some())?;
    let inside = &elements[at + 1..end];
    let cut = |element: &Element| matches!(element.part, Part::Mark(',' | ';' | ':' | '(' | ')'));
    let counts = inside.iter().filter(|element| element.number().is_some()).count();
    let timed = inside
        .iter()
        .any(|element| matches!(element.part, Part::When(_)) || element.is(Concept::YearEarlier));
    (timed && counts == 1 && !inside.iter().any(cut)).then_some(end)
}
