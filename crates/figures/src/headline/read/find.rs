//! Looks around a figure for what belongs to it.
//!
//! What stands between a figure and its neighbours may belong to either. Nearest is its own **segment** (between commas), to the
//! right and to the left; then what lies **before** it back to the figure before; then what comes **after** it.
//! What stands in brackets belongs to the figure in the brackets.

use std::ops::Range;

use super::element::{Element, Part};
use super::sentence::Sentence;

/// Where around a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Right,
    Left,
    Before,
    After,
}

/// An element of a sentence, or a stretch of them, to look around.
#[derive(Clone, Copy)]
pub(super) struct Around<'s> {
    pub(super) sentence: &'s Sentence,
    pub(super) at: usize,
    first: usize,
    segment_first: usize,
    segment_last: usize,
    last: usize,
}

impl<'s> Around<'s> {
    /// Around the element `at`; figures bound what belongs to it.
    pub(super) fn new(sentence: &'s Sentence, at: usize) -> Self {
        let depth = sentence.depth[at];
        let bounds =
            |other: &usize| sentence.elements[*other].number().is_some() && sentence.depth[*other] <= depth;
        let first = (0..at).rev().find(bounds).map_or(0, |before| {
            // What follows the figure before within its segment is that figure's.
            let its = sentence.segment[before];
            let next_segment = sentence.segment.partition_point(|segment| *segment <= its);
            if its == sentence.segment[at] {
                before + 1
            } else {
                next_segment
            }
        });
        let last = (at + 1..sentence.elements.len())
            .find(bounds)
            .unwrap_or(sentence.elements.len());
        let own = |other: &usize| sentence.segment[*other] == sentence.segment[at];
        Self {
            sentence,
            at,
            first,
            segment_first: (first..at).rev().take_while(own).last().unwrap_or(at),
            segment_last: (at + 1..last)
                .take_while(own)
                .last()
                .map_or(at + 1, |end| end + 1),
            last,
        }
    }

    /// The nearest element of those sides, in their order, that `pick` takes: where it is and what was made of it.
    pub(super) fn nearest<T>(
        &self,
        sides: &[Side],
        pick: impl Fn(&'s Element) -> Option<T>,
    ) -> Option<(usize, T)> {
        sides
            .iter()
            .find_map(|side| self.indices(*side).find_map(|at| self.picked(at, &pick)))
    }

    /// All elements of a side, nearest first, that `pick` takes.
    pub(super) fn all<T>(&self, side: Side, pick: impl Fn(&'s Element) -> Option<T>) -> Vec<(usize, T)> {
        self.indices(side)
            .filter_map(|at| self.picked(at, &pick))
            .collect()
    }

    /// The nearest element before it in its own segment that `pick` takes, figures between them or not.
    pub(super) fn across_figures<T>(&self, pick: impl Fn(&'s Element) -> Option<T>) -> Option<(usize, T)> {
        let own = self.sentence.segment[self.at];
        let mut before = (0..self.at)
            .rev()
            .take_while(|at| self.sentence.segment[*at] == own);
        before.find_map(|at| self.picked(at, &pick))
    }

    /// Whether an element of its own segment is taken.
    pub(super) fn in_segment(&self, pick: impl Fn(&Element) -> bool) -> bool {
        self.nearest(&[Side::Right, Side::Left], |element| pick(element).then_some(()))
            .is_some()
    }

    /// The element before it, small words left out.
    pub(super) fn just_before(&self) -> Option<(usize, &'s Element)> {
        self.beside((self.segment_first.saturating_sub(1)..self.at).rev())
    }

    /// The element after it, small words left out.
    pub(super) fn just_after(&self) -> Option<(usize, &'s Element)> {
        self.beside(self.at + 1..self.last)
    }

    fn beside(&self, mut indices: impl Iterator<Item = usize>) -> Option<(usize, &'s Element)> {
        const SMALL: usize = 3;
        let elements = &self.sentence.elements;
        indices
            .find(|at| {
                !matches!(&elements[*at].part, Part::Hyphen)
                    && !matches!(&elements[*at].part, Part::Word(word) if word.chars().count() <= SMALL)
            })
            .map(|at| (at, &elements[at]))
    }

    fn picked<T>(&self, at: usize, pick: &impl Fn(&'s Element) -> Option<T>) -> Option<(usize, T)> {
        let within = self.sentence.depth[at] <= self.sentence.depth[self.at];
        let element = &self.sentence.elements[at];
        within.then(|| pick(element)).flatten().map(|found| (at, found))
    }

    fn indices(&self, side: Side) -> Box<dyn Iterator<Item = usize>> {
        let backwards = |range: Range<usize>| Box::new(range.rev()) as Box<dyn Iterator<Item = usize>>;
        match side {
            Side::Right => Box::new(self.at + 1..self.segment_last),
            Side::Left => backwards(self.segment_first..self.at),
            Side::Before => backwards(self.first..self.segment_first),
            Side::After => Box::new(self.segment_last..self.last),
        }
    }
}
