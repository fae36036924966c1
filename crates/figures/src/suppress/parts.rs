//! Parts of the time that are counted together.

use std::ops::Range;

use super::figures::Shape;

/// A set of parts: a stretch, or several with gaps between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Parts(u32);

impl From<Range<usize>> for Parts {
    /// Every part of a stretch; of more than [`Shape::MOST_PARTS`] the first.
    fn from(stretch: Range<usize>) -> Self {
        let parts = stretch.take_while(|part| *part < Shape::MOST_PARTS);
        Self(parts.fold(0, |set, part| set | 1 << part))
    }
}

impl Parts {
    /// Every set of the first `parts` parts but the empty one.
    pub fn all(parts: usize) -> impl Iterator<Item = Self> {
        (1..1_u32 << parts.min(Shape::MOST_PARTS)).map(Self)
    }

    /// Whether a part is among them.
    #[must_use]
    pub fn contains(self, part: &usize) -> bool {
        *part < Shape::MOST_PARTS && self.0 & 1 << part != 0
    }

    /// They, in order.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..Shape::MOST_PARTS).filter(move |part| self.contains(part))
    }

    /// The stretches of which they consist, in order; between any two is a gap.
    pub fn stretches(self) -> impl Iterator<Item = Range<usize>> {
        let begins = (0..Shape::MOST_PARTS).filter(move |part| {
            self.contains(part) && part.checked_sub(1).is_none_or(|before| !self.contains(&before))
        });
        begins.map(move |begin| {
            let end = (begin..Shape::MOST_PARTS).find(|part| !self.contains(part));
            begin..end.unwrap_or(Shape::MOST_PARTS)
        })
    }

    /// The stretch that they are, if there are no gaps.
    #[must_use]
    pub fn as_stretch(self) -> Option<Range<usize>> {
        let mut stretches = self.stretches();
        stretches.next().filter(|_| stretches.next().is_none())
    }

    /// Whether stretches between bounds that are tied add up to them, some taken away: where a set for each bound says which
    /// others are tied to it, as many stretches of these begin in each set as end there.
    #[must_use]
    pub fn are_told_by(self, tied: &[u32]) -> bool {
        let (begins, ends) = self.stretches().fold((0_u32, 0_u32), |(begins, ends), stretch| {
            (begins | 1 << stretch.start, ends | 1 << stretch.end)
        });
        tied.iter()
            .all(|set| (begins & set).count_ones() == (ends & set).count_ones())
    }
}
