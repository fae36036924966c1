//! What should have been reported and was not.
//!
//! The cast: a death is hard to hide, so the **fatal** injuries anchor how many **non-fatal** ones there should be, by
//! the ratio of a **reference** where reporting is thought complete ([`anchored_in_fatal`]); and a unit that reports
//! nothing at all where much was expected keeps a **silence** ([`silences`]).
//!
//! Both say how surprising the figures are, not why: work differs, and so does the ratio.

use std::ops::RangeInclusive;

use thiserror::Error;

use crate::funnel::Unit;
use crate::special::hypergeometric::{Draw, below_and_from};
use crate::{Level, multiple, root};

/// Injuries by how they ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcomes {
    fatal: u64,
    non_fatal: u64,
}

/// Injuries where reporting is thought complete; some of either kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference(Outcomes);

/// Outcomes that no expectation can be made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum OutcomesError {
    /// A count beyond [`Outcomes::MAX_COUNT`].
    #[error("a count must be at most {most}, not {0}", most = Outcomes::MAX_COUNT)]
    TooMany(u64),
    /// A reference without fatal or without non-fatal injuries has no ratio.
    #[error("a reference needs both fatal and non-fatal injuries")]
    NoRatio,
}

impl Outcomes {
    /// The largest count of either kind.
    pub const MAX_COUNT: u64 = 1_000_000_000;

    /// # Errors
    /// [`OutcomesError::TooMany`].
    pub fn new(fatal: u64, non_fatal: u64) -> Result<Self, OutcomesError> {
        let largest = fatal.max(non_fatal);
        if largest > Self::MAX_COUNT {
            Err(OutcomesError::TooMany(largest))
        } else {
            Ok(Outcomes { fatal, non_fatal })
        }
    }
}

impl Reference {
    /// # Errors
    /// [`OutcomesError::NoRatio`] where either kind is missing.
    pub fn new(outcomes: Outcomes) -> Result<Self, OutcomesError> {
        if outcomes.fatal == 0 || outcomes.non_fatal == 0 {
            Err(OutcomesError::NoRatio)
        } else {
            Ok(Reference(outcomes))
        }
    }

    /// Non-fatal injuries for each fatal one.
    #[must_use]
    pub fn ratio(self) -> f64 {
        self.0.non_fatal as f64 / self.0.fatal as f64
    }
}

/// What the fatal injuries lead one to expect of the non-fatal ones.
#[derive(Debug, Clone, PartialEq)]
pub struct FatalAnchor {
    /// The fatal injuries times the reference's ratio.
    pub expected: f64,
    /// Numbers of non-fatal injuries that would not be surprising at the level, on either side: an exact prediction
    /// interval, which allows for chance in the fatal injuries and in the reference.
    pub plausible: RangeInclusive<u64>,
    /// The probability of so few non-fatal injuries or fewer beside these fatal ones if the ratio is the reference's
    /// (Fisher's exact test, one-sided). 1 without a fatal injury: nothing can then be missed.
    pub p_so_few: f64,
}

/// Sets reported non-fatal injuries against what the fatal ones lead one to expect.
///
/// Assumes that every fatal injury is reported, and that the work is as dangerous in kind as the reference's: that it
/// kills as large a share of those it injures.
///
/// Source: R. A. Fisher, "The logic of inductive inference", Journal of the Royal Statistical Society 98 (1935) 39–54;
/// the interval inverts it as a prediction (A. R. Thatcher, "Relationships between Bayesian and confidence limits for
/// predictions", same journal, B 26 (1964) 176–192).
#[must_use]
pub fn anchored_in_fatal(reported: Outcomes, reference: Reference, level: Level) -> FatalAnchor {
    let tail = level.tail();
    let beside = |non_fatal: u64| Outcomes {
        non_fatal,
        ..reported
    };
    let lowest = root::first_whole_from(0, |non_fatal| p_so_few(beside(non_fatal), reference) > tail);
    let first_beyond = root::first_whole_from(lowest, |non_fatal| {
        p_so_many(beside(non_fatal + 1), reference) <= tail
    });
    FatalAnchor {
        expected: reported.fatal as f64 * reference.ratio(),
        plausible: lowest..=first_beyond,
        p_so_few: p_so_few(reported, reference),
    }
}

fn p_so_few(reported: Outcomes, reference: Reference) -> f64 {
    below_and_from(reported.fatal, fatal_among(reported, reference)).upper
}

fn p_so_many(reported: Outcomes, reference: Reference) -> f64 {
    let draw = fatal_among(reported, reference);
    if reported.fatal >= draw.drawn.min(draw.kind) {
        1.0
    } else {
        below_and_from(reported.fatal + 1, draw).lower
    }
}

/// The reported injuries as a draw from them and the reference's together.
fn fatal_among(reported: Outcomes, Reference(reference): Reference) -> Draw {
    Draw {
        kind: reported.fatal + reference.fatal,
        others: reported.non_fatal + reference.non_fatal,
        drawn: reported.fatal + reported.non_fatal,
    }
}

/// How surprising it is that a unit reported nothing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Silence {
    /// The probability of no event where so many are expected, e^(−expected); 1 for a unit that reported any.
    pub p: f64,
    /// The same, adjusted for having looked at all units (Benjamini and Hochberg): of the silences at or below q, at
    /// most a share q is expected to be chance.
    pub adjusted: f64,
}

/// Judges the silence of units, in the order given. Give every unit, also those that reported: the adjustment counts
/// how many were looked at.
///
/// Assumes Poisson counts about the expected numbers: units that truly differ seem more surprising than they are.
#[must_use]
pub fn silences(units: &[Unit]) -> Vec<Silence> {
    let p = |unit: &Unit| {
        if unit.observed == 0 {
            libm::exp(-unit.expected.value())
        } else {
            1.0
        }
    };
    let p_values: Vec<f64> = units.iter().map(p).collect();
    let adjusted = multiple::adjusted(&p_values);
    let silence = |(p, adjusted)| Silence { p, adjusted };
    p_values.into_iter().zip(adjusted).map(silence).collect()
}
