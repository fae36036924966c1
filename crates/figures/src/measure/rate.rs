//! What is divided by what.

use std::fmt;
use std::str::FromStr;

use saqta_domain::period::Period;
use saqta_domain::series::Unit;
use serde::Serialize;

use crate::cross::Tally;

use super::exposure::Exposure;
use super::intervals::Intervals;

/// What is divided by what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Injured per 1,000 workers in the period (ILO incidence rate).
    Incidence,
    /// Injured per 100,000 workers in the period.
    IncidencePer100000,
    /// Deaths per 1,000 workers in the period.
    FatalIncidence,
    /// Deaths per 100,000 workers in the period.
    FatalIncidencePer100000,
    /// Injured per 1,000,000 hours (ILO frequency rate).
    Frequency,
    /// Lost-time injuries and deaths per 1,000,000 hours.
    Ltifr,
    /// Recordable injuries per 200,000 hours (OSHA).
    Trir,
    /// Cases with days away, restricted or transferred per 200,000 hours (OSHA).
    Dart,
    /// Days lost per 1,000,000 hours (ILO severity rate).
    Severity,
}

/// A text that names no measure.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is no measure")]
pub struct UnknownMeasure {
    /// What was given.
    pub text: String,
}

const NAMES: [(&str, Measure); 9] = [
    ("incidence", Measure::Incidence),
    ("incidence-100000", Measure::IncidencePer100000),
    ("fatal-incidence", Measure::FatalIncidence),
    ("fatal-incidence-100000", Measure::FatalIncidencePer100000),
    ("frequency", Measure::Frequency),
    ("ltifr", Measure::Ltifr),
    ("trir", Measure::Trir),
    ("dart", Measure::Dart),
    ("severity", Measure::Severity),
];

impl Measure {
    /// Every measure.
    pub fn all() -> impl Iterator<Item = Self> {
        NAMES.iter().map(|(_, measure)| *measure)
    }

    /// How many of the denominator's units the rate is per.
    #[must_use]
    pub fn per(self) -> f64 {
        match self {
            Self::Incidence | Self::FatalIncidence => 1e3,
            Self::IncidencePer100000 | Self::FatalIncidencePer100000 => 1e5,
            Self::Frequency | Self::Ltifr | Self::Severity => 1e6,
            Self::Trir | Self::Dart => 2e5,
        }
    }

    /// Whether its denominator is hours; otherwise it is persons.
    #[must_use]
    pub fn is_per_hour(self) -> bool {
        matches!(
            self,
            Self::Frequency | Self::Ltifr | Self::Trir | Self::Dart | Self::Severity
        )
    }

    /// Whether a series of a unit can be its denominator.
    #[must_use]
    pub fn is_over(self, unit: Unit) -> bool {
        match unit {
            Unit::Hours => self.is_per_hour(),
            Unit::Employees | Unit::Employed => !self.is_per_hour(),
            _ => false,
        }
    }

    /// What it counts in a tally.
    #[must_use]
    pub fn count(self, tally: &Tally) -> u64 {
        match self {
            Self::Incidence | Self::IncidencePer100000 | Self::Frequency => tally.count,
            Self::FatalIncidence | Self::FatalIncidencePer100000 => tally.fatal,
            Self::Ltifr => tally.lost_time_and_fatal(),
            Self::Trir => tally.recordable(),
            Self::Dart => tally.dart(),
            Self::Severity => tally.days_lost,
        }
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = NAMES.iter().find(|(_, measure)| measure == self);
        f.write_str(name.map_or("", |(name, _)| name))
    }
}

impl FromStr for Measure {
    type Err = UnknownMeasure;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = NAMES.iter().find(|(name, _)| *name == text);
        found.map(|(_, measure)| *measure).ok_or_else(|| UnknownMeasure {
            text: text.to_owned(),
        })
    }
}

impl Serialize for Measure {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A rate that can be checked.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rate {
    /// What is divided by what.
    pub measure: Measure,
    /// What was counted.
    pub count: u64,
    /// The rate, per [`Rate::per`] units of the denominator.
    pub value: f64,
    /// Limits of its interval; none for days lost, which are no independent events.
    #[serde(flatten)]
    pub interval: Option<Limits>,
    /// How many of the denominator's units it is per.
    pub per: f64,
    /// The series and version that it is divided by.
    pub denominator: String,
    /// The denominator's value: persons, or hours.
    pub exposure: f64,
    /// Whether it was scaled up to a year. Otherwise it is of the period, and a quarter's is about a quarter of a year's.
    pub annualised: bool,
    /// Whether the denominator is a longer period's, cut down.
    pub prorated: bool,
}

/// Limits of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Limits {
    /// The lower.
    pub lower: f64,
    /// The upper.
    pub upper: f64,
    /// The coverage, as 0.95.
    pub level: f64,
}

/// Divides. The interval is Garwood's, of the count: the denominator is taken as known.
#[must_use]
pub fn rate(
    measure: Measure,
    tally: &Tally,
    period: Period,
    exposure: &Exposure,
    annualise: bool,
    intervals: &mut Intervals,
) -> Option<Rate> {
    if !measure.is_over(exposure.unit) {
        return None;
    }
    // Hours are those of the period already: their rate has no more to be annualised.
    let annualised = annualise && !measure.is_per_hour() && !period.is_year();
    let years = if annualised { period.share_of_year() } else { 1.0 };
    let scale = measure.per() / (exposure.value * years);
    let count = measure.count(tally);
    #[expect(
        clippy::cast_precision_loss,
        reason = "no count of injuries or days reaches 2^53"
    )]
    let value = count as f64 * scale;
    let interval = (measure != Measure::Severity).then(|| {
        let Limits { lower, upper, level } = intervals.of(count);
        Limits {
            lower: lower * scale,
            upper: upper * scale,
            level,
        }
    });
    Some(Rate {
        measure,
        count,
        value,
        interval,
        per: measure.per(),
        denominator: exposure.id.clone(),
        exposure: exposure.value,
        annualised,
        prorated: exposure.prorated,
    })
}
