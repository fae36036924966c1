//! A part of a whole: how many of the alarms were answered in time, which share of the injuries were falls.
//!
//! The cast: a **part** of a **whole** ([`Part`]); its **share** ([`Share`]) with an exact interval.

use thiserror::Error;

use crate::root;
use crate::special::beta::{Chance, binomial_at_least, binomial_at_most};
use crate::{Interval, Level};

/// Some out of a number of things, each of which could have been among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    part: u64,
    whole: u64,
}

/// A part that is no part of its whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PartError {
    /// A share of nothing is no number.
    #[error("a share of nothing")]
    OfNothing,
    /// More than there are.
    #[error("{part} cannot be a part of {whole}")]
    MoreThanWhole {
        /// The part.
        part: u64,
        /// What it was said to be a part of.
        whole: u64,
    },
    /// A whole beyond [`Part::MAX_WHOLE`].
    #[error("a whole must be at most {most}, not {0}", most = Part::MAX_WHOLE)]
    TooMany(u64),
}

impl Part {
    /// The largest whole: beyond it the exact interval would take too long, and says nothing a share does not.
    pub const MAX_WHOLE: u64 = 1_000_000_000;

    /// # Errors
    /// [`PartError`] where the whole is nothing or beyond [`Part::MAX_WHOLE`], or the part exceeds it.
    pub fn new(part: u64, whole: u64) -> Result<Self, PartError> {
        if whole == 0 {
            Err(PartError::OfNothing)
        } else if part > whole {
            Err(PartError::MoreThanWhole { part, whole })
        } else if whole > Self::MAX_WHOLE {
            Err(PartError::TooMany(whole))
        } else {
            Ok(Part { part, whole })
        }
    }

    /// How many.
    #[must_use]
    pub fn part(self) -> u64 {
        self.part
    }

    /// Out of how many.
    #[must_use]
    pub fn whole(self) -> u64 {
        self.whole
    }
}

/// A share of one, with its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// The part over the whole.
    pub share: f64,
    /// Exact limits, both within 0 and 1.
    pub interval: Interval,
}

/// A share with its exact interval, which holds the true share at least as often as the level says.
///
/// Accuracy: relative error below 1e-12 of a limit and of its distance from 1. Time: in proportion to the root of the
/// whole.
///
/// Source: C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial limits illustrated in the case of the
/// binomial", Biometrika 26 (1934) 404–413.
#[must_use]
pub fn share(of: Part, level: Level) -> Share {
    Share {
        share: of.part as f64 / of.whole as f64,
        interval: clopper_pearson(of, level),
    }
}

/// The ratio of one kind of event to another, such as non-fatal to fatal injuries.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ratio {
    /// The part over the rest; infinite where there is no rest.
    pub ratio: f64,
    /// Exact limits; the upper one is infinite where there is no rest.
    pub interval: Interval,
}

/// The ratio of a part to the rest, with its exact interval: that of the share, as odds. For two Poisson counts this is
/// the exact interval of the ratio of their means.
#[must_use]
pub fn part_to_rest(of: Part, level: Level) -> Ratio {
    Ratio {
        ratio: of.part as f64 / (of.whole - of.part) as f64,
        interval: odds(of, level),
    }
}

fn clopper_pearson(part: Part, level: Level) -> Interval {
    let Interval { lower, upper } = odds(part, level);
    Interval {
        lower: chance(lower).success,
        upper: if upper == f64::INFINITY {
            1.0
        } else {
            chance(upper).success
        },
    }
}

/// Clopper and Pearson's limits as odds, which run from nothing to infinity and so tell a share from 1 as well as
/// from 0.
fn odds(Part { part, whole }: Part, level: Level) -> Interval {
    let tail = level.tail();
    let guess = (part as f64 + 0.5) / ((whole - part) as f64 + 0.5);
    let lower = || {
        root::of_rising(guess, |odds| {
            libm::log(binomial_at_least(part, whole, chance(odds)) / tail)
        })
    };
    let upper = || {
        root::of_rising(guess, |odds| {
            -libm::log(binomial_at_most(part, whole, chance(odds)) / tail)
        })
    };
    Interval {
        lower: if part == 0 { 0.0 } else { lower() },
        upper: if part == whole { f64::INFINITY } else { upper() },
    }
}

fn chance(odds: f64) -> Chance {
    Chance {
        success: odds / (1.0 + odds),
        failure: 1.0 / (1.0 + odds),
    }
}
