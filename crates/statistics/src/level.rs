//! Confidence levels and the intervals that hold at them.
//!
//! The cast: a **level** ([`Level`]) is the share of samples whose interval holds the truth; a **tail** is what a
//! two-sided interval leaves out on one side; an **interval** ([`Interval`]) is two limits.

use std::fmt;

use crate::InputError;
use crate::special::normal;

/// A two-sided confidence level: more than 0, less than 1.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Level(f64);

impl Level {
    /// 95 %, the level of an interval that is printed beside a figure.
    pub const P95: Level = Level(0.95);
    /// 99.8 %, the outer limits of a funnel: three standard deviations, as on a control chart.
    pub const P998: Level = Level(0.998);

    /// # Errors
    /// [`InputError::Level`] unless `0 < level < 1`.
    pub fn new(level: f64) -> Result<Self, InputError> {
        if level > 0.0 && level < 1.0 {
            Ok(Level(level))
        } else {
            Err(InputError::Level(level))
        }
    }

    /// The level as a share of one.
    #[must_use]
    pub fn value(self) -> f64 {
        self.0
    }

    /// The probability left out on both sides together.
    #[must_use]
    pub fn alpha(self) -> f64 {
        1.0 - self.0
    }

    /// The probability left out on each side.
    #[must_use]
    pub fn tail(self) -> f64 {
        self.alpha() / 2.0
    }

    /// How many standard deviations a normal interval of this level reaches to each side: 1.96 at 95 %.
    #[must_use]
    pub fn z(self) -> f64 {
        normal::upper_quantile(self.tail())
    }
}

impl fmt::Display for Level {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// Two limits, `lower <= upper`. The upper one may be infinite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower limit.
    pub lower: f64,
    /// The upper limit.
    pub upper: f64,
}

impl Interval {
    /// Whether a value lies within the limits, the limits included.
    #[must_use]
    pub fn contains(self, value: f64) -> bool {
        self.lower <= value && value <= self.upper
    }

    /// The interval in another unit: both limits times a factor of at least 0, such as 1,000 over an exposure.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Interval {
        Interval {
            lower: self.lower * factor,
            upper: self.upper * factor,
        }
    }
}
