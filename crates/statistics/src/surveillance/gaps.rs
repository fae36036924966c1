//! The time between rare events.
//!
//! Source: L. S. Nelson, "A control chart for parts-per-million nonconforming items", Journal of Quality Technology 26
//! (1994) 239–240: a time between events, exponential under a steady rate, is nearly normal once raised to the power
//! 1 / 3.6, and goes on a chart of individual values.

use thiserror::Error;

const POWER: f64 = 3.6;

/// Three standard deviations in mean moving ranges of two: 3 / 1.128.
const RANGES: f64 = 2.66;

/// Powers and roots are not exact: what differs by less than this share of itself is equal.
const ROUNDING: f64 = 1e-9;

/// Limits for the time between two events, in the unit the gaps were given in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TChart {
    /// Gaps below this are too short for a steady rate. 0 where none is: with gaps as uneven as those of a steady rate
    /// often are, a single gap cannot be too short, and a cumulative sum sees more.
    pub lower: f64,
    /// The middle.
    pub centre: f64,
    /// Gaps above this are too long: the rate has fallen, or reports do not come.
    pub upper: f64,
}

/// Gaps that no chart can be made of.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum GapError {
    /// A gap that is negative or not finite.
    #[error("a gap must be at least 0 and finite, not {0}")]
    Gap(f64),
    /// Fewer than two gaps, that is three events.
    #[error("a chart needs two gaps at least, not {0}")]
    TooFew(usize),
    /// Gaps that are all equal: nothing tells how far a gap may be from them.
    #[error("all gaps are {0}: their spread, which the limits come from, is nothing")]
    NoSpread(f64),
}

/// Where a gap lies among the limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GapPosition {
    /// Shorter than a steady rate explains: the danger has grown.
    TooShort,
    /// Nothing to see.
    Within,
    /// Longer than a steady rate explains.
    TooLong,
}

impl TChart {
    /// Limits from the gaps of a steady time, in their order.
    ///
    /// # Errors
    /// [`GapError`].
    pub fn of(gaps: &[f64]) -> Result<Self, GapError> {
        if let Some(wrong) = gaps.iter().find(|gap| !(**gap >= 0.0 && gap.is_finite())) {
            return Err(GapError::Gap(*wrong));
        }
        if gaps.len() < 2 {
            return Err(GapError::TooFew(gaps.len()));
        }
        let values: Vec<f64> = gaps.iter().map(|gap| libm::pow(*gap, 1.0 / POWER)).collect();
        let centre = values.iter().sum::<f64>() / values.len() as f64;
        let ranges = values.windows(2).map(|pair| (pair[1] - pair[0]).abs());
        let reach = RANGES * ranges.sum::<f64>() / (values.len() - 1) as f64;
        if reach <= centre * ROUNDING {
            return Err(GapError::NoSpread(gaps[0]));
        }
        let back = |value: f64| libm::pow(value.max(0.0), POWER);
        Ok(TChart {
            lower: back(centre - reach),
            centre: back(centre),
            upper: back(centre + reach),
        })
    }

    /// Where a gap lies; the limits themselves are within, and what is them but for rounding.
    #[must_use]
    pub fn position(&self, gap: f64) -> GapPosition {
        if gap < self.lower * (1.0 - ROUNDING) {
            GapPosition::TooShort
        } else if gap > self.upper * (1.0 + ROUNDING) {
            GapPosition::TooLong
        } else {
            GapPosition::Within
        }
    }
}
