//! How a count may change over time without being seen: by one more in some parts and one less in others, so that the
//! sums over published stretches stay.

use super::figures::Figures;
use super::parts::Parts;
use std::collections::BTreeSet;

/// Up to so many parts, every shift is tried: 255 of them.
const TRY_ALL: usize = 8;

/// A set of the bounds between parts, and not the first. Seen from its beginning, what is counted up to a bound of the set is
/// one more, and up to any other bound as it was: so a stretch changes where one of its two ends is in the set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Shift(u32);

impl Shift {
    /// By how much a figure changes: a stretch by −1, 0 or 1; several together by no more than there are.
    pub(super) fn of(self, parts: Parts) -> i8 {
        parts
            .stretches()
            .map(|stretch| self.at(stretch.end) - self.at(stretch.start))
            .sum()
    }

    /// By how much a single part changes.
    pub(super) fn of_part(self, part: usize) -> i8 {
        self.at(part + 1) - self.at(part)
    }

    fn at(self, bound: usize) -> i8 {
        i8::from(self.0 & 1 << bound != 0)
    }

    /// The shifts to try for a table. Of many parts not all can be: those at neighbouring bounds, and those that earlier
    /// releases leave to some line.
    pub(super) fn all(figures: &Figures) -> Vec<Self> {
        let parts = figures.shape().parts;
        if parts <= TRY_ALL {
            let sets = 1..1_u32 << parts;
            return sets.map(|set| Self(set << 1)).collect();
        }
        let mut sets = BTreeSet::new();
        for first in 1..=parts {
            for last in first..=parts {
                sets.insert(Self((first..=last).fold(0, |set, bound| set | 1 << bound)));
            }
        }
        // Of each line and class the bounds that told stretches tie to each other, and not to the beginning.
        let left = figures
            .edges()
            .flat_map(|(line, class)| figures.tied(line, class));
        sets.extend(left.filter(|set| set & 1 == 0).map(Self));
        sets.into_iter().collect()
    }
}
