//! Reads a text into assertions.
//!
//! The cast: the [`lexer`](super::lexer) gives tokens; the [`element`]s are what they mean (figures with their units,
//! concepts of the lexicon, [`period`]s, the [`base`]s of rates; [`besides`] takes out the figures that claim nothing);
//! [`sentence`]s are made of elements, and cut into segments at commas and the like; [`find`] looks around a figure for
//! what belongs to it; [`claims`] makes an [`Assertion`] of each figure and each superlative, with what earlier
//! sentences said carried over ([`context`]).

pub(super) mod assertion;
mod base;
mod besides;
mod claims;
mod common;
mod context;
mod element;
mod elsewhere;
mod find;
mod period;
mod sentence;
mod spelled;
mod unread;

use std::ops::Range;

use saqta_text::Language;

pub(super) use assertion::{Assertion, Base, Direction, Kind, Metric, Size, Where};

use super::lexer;

/// A text as read.
pub(super) struct Reading {
    /// What it claims, in order of appearance.
    pub(super) assertions: Vec<Assertion>,
    /// Its sentences, in bytes.
    pub(super) sentences: Vec<Range<usize>>,
    /// Those of them that say their own uncertainty, in order.
    guarded: Vec<usize>,
    /// Words with figures or places that no claim was made of, each with its sentence: they are kept as they were written.
    pub(super) unread: Vec<(usize, Range<usize>)>,
}

impl Reading {
    /// Whether a sentence gives limits with its figures, or says itself what speaks against them.
    pub(super) fn is_guarded(&self, sentence: usize) -> bool {
        self.guarded.binary_search(&sentence).is_ok()
    }
}

/// Reads at most `most` assertions out of `text`.
pub(super) fn read(text: &str, language: Language, most: usize) -> Reading {
    let tokens = lexer::tokens(text);
    let mut elements = element::elements(&tokens, language);
    let steps = [
        spelled::join,
        elsewhere::name,
        element::drop_causes,
        element::tell_bounds_from_directions,
        element::join_units,
        period::join,
        base::join,
        besides::take_out,
    ];
    for join in steps {
        join(&mut elements);
        elements.retain(|element| element.part != element::Part::Gone);
    }
    let sentences = sentence::split(text, elements);
    let assertions = claims::of(text, &sentences, most);
    let unread = unread::of(&sentences, &assertions);
    let guarded = (0..)
        .zip(&sentences)
        .filter(|(_, sentence)| sentence.is_guarded());
    Reading {
        assertions,
        unread,
        guarded: guarded.map(|(index, _)| index).collect(),
        sentences: sentences.into_iter().map(|sentence| sentence.bytes).collect(),
    }
}
