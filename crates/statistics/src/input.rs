//! Numbers that have been checked once, so that nothing after them can be given a wrong one.
//!
//! The cast: a count with what it was counted over ([`Observed`]), and a number of events that a reference leads one
//! to expect ([`Expected`]).

use std::ops::RangeInclusive;

use thiserror::Error;

/// A number that no method here can take.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
#[non_exhaustive]
pub enum InputError {
    /// A confidence level outside of 0 to 1.
    #[error("a level must be more than 0 and less than 1, not {0}")]
    Level(f64),
    /// An exposure outside of [`Observed::EXPOSURES`].
    #[error("an exposure must be positive and of a size that occurs, not {0}")]
    Exposure(f64),
    /// A count beyond [`Observed::MAX_COUNT`].
    #[error("a count must be at most {most}, not {0}", most = Observed::MAX_COUNT)]
    Count(u64),
    /// An expected number of events outside of [`Expected::RANGE`].
    #[error("an expected number must be positive and of a size that occurs, not {0}")]
    Expected(f64),
    /// A standard deviation that is negative or not finite.
    #[error("a standard deviation must be at least 0 and finite, not {0}")]
    Deviation(f64),
    /// A probability outside of 0 to 1.
    #[error("a probability must be within 0 and 1, not {0}")]
    Probability(f64),
}

/// A number of events, and the exposure they happened in (workers, worker-years, hours: any unit, as long as two that
/// are compared use the same).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Observed {
    count: u64,
    exposure: f64,
}

impl Observed {
    /// The largest count. Exact tests take time and memory in proportion to the root of the counts; no register of
    /// injuries comes near.
    pub const MAX_COUNT: u64 = 1_000_000_000;

    /// The exposures: positive, and neither so small nor so large that a ratio of two could not be told from 0 or
    /// infinity.
    pub const EXPOSURES: RangeInclusive<f64> = 1e-100..=1e100;

    /// # Errors
    /// [`InputError::Exposure`] outside of [`Observed::EXPOSURES`]; [`InputError::Count`] beyond
    /// [`Observed::MAX_COUNT`].
    pub fn new(count: u64, exposure: f64) -> Result<Self, InputError> {
        if count > Self::MAX_COUNT {
            return Err(InputError::Count(count));
        }
        if !Self::EXPOSURES.contains(&exposure) {
            return Err(InputError::Exposure(exposure));
        }
        Ok(Observed { count, exposure })
    }

    /// The number of events.
    #[must_use]
    pub fn count(self) -> u64 {
        self.count
    }

    /// What they were counted over.
    #[must_use]
    pub fn exposure(self) -> f64 {
        self.exposure
    }

    /// Events per unit of exposure.
    #[must_use]
    pub fn rate(self) -> f64 {
        self.count as f64 / self.exposure
    }
}

/// How many events a reference leads one to expect.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Expected(f64);

impl Expected {
    /// The numbers that can be expected: positive, and as large as a count can be.
    pub const RANGE: RangeInclusive<f64> = 1e-100..=1e9;

    /// # Errors
    /// [`InputError::Expected`] outside of [`Expected::RANGE`].
    pub fn new(expected: f64) -> Result<Self, InputError> {
        if Self::RANGE.contains(&expected) {
            Ok(Expected(expected))
        } else {
            Err(InputError::Expected(expected))
        }
    }

    /// The number.
    #[must_use]
    pub fn value(self) -> f64 {
        self.0
    }
}
