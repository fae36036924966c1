//! Rates: counts over exposures, each with its denominator, its interval and what it stands for.
//!
//! The cast: [`Exposures`] are the series that can be denominators; a [`Measure`] says what is divided by what; a
//! [`Rate`] is the result, and can be checked: it names the series and version of its denominator, whether the exposure
//! is of the very period, and whether the rate is annualised.
//!
//! Definitions: ILO, Resolution concerning statistics of occupational injuries (16th ICLS, 1998) for incidence,
//! frequency and severity; OSHA 29 CFR 1904 for the rates per 200,000 hours; LTIFR as GRI 403 (2018) has it.

mod exposure;
mod intervals;
mod rate;

pub use exposure::{Denominator, Exposure, Exposures};
pub use intervals::Intervals;
pub use rate::{Limits, Measure, Rate, UnknownMeasure, rate};
