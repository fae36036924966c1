//! Employers who reported injuries for years and then none: for the inspector's role only, since they are named.
//!
//! Nobody says how many work for an employer, so that an employer is set against its own past: of all its injuries, how
//! likely is it that none falls into the period, if they fall evenly over the time before and the period? That is exact,
//! whatever the employer's rate. An employer who never reported anything cannot be seen this way.

use jiff::civil::Date;
use saqta_domain::period::Period;
use saqta_statistics::multiple;
use serde::Serialize;

use crate::cross::{Dimension, Filter, Question, count};
use crate::register::Register;
use crate::register::numbering::day_number;

/// How many years before the period an employer's past goes back.
const YEARS: i16 = 3;
/// A past of fewer days says too little.
const LEAST_DAYS: i32 = 365;
/// Of the employers named, at most this share is expected to be chance.
const FALSE_DISCOVERIES: f64 = 0.05;

/// An employer who fell silent.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FallenSilent {
    /// Its BIN.
    pub employer: String,
    /// Injuries in the years before.
    pub before: u64,
    /// Days of the years before that the register covers.
    pub days_before: i32,
    /// Days of the period that are over.
    pub days: i32,
    /// How many injuries its own past leads one to expect of them.
    pub expected: f64,
    /// The probability of none.
    pub p: f64,
    /// The same, adjusted for having looked at all employers with a past (Benjamini and Hochberg).
    pub p_adjusted: f64,
}

/// The employers whose silence in the days of a period that were over by `as_of` is more than chance, the least likely first,
/// at a false-discovery rate of 5 % over all employers who reported anything in the three years before.
#[must_use]
pub fn fallen_silent(register: &Register, filter: &Filter, period: Period, as_of: Date) -> Vec<FallenSilent> {
    let first = period.first_day();
    let Some((since, _)) = register.months() else {
        return Vec::new();
    };
    let Some(years_before) = Period::months(period.year() - YEARS, period.first_month(), 12) else {
        return Vec::new();
    };
    let from = years_before.first_day().max(since);
    let yesterday = as_of.yesterday().unwrap_or(as_of);
    let to = period.last_day().min(yesterday);
    let days_before = day_number(first) - day_number(from);
    let days = day_number(to) - day_number(first) + 1;
    if days_before < LEAST_DAYS || days < 1 {
        return Vec::new();
    }
    let counted = |from: Date, to: Date| {
        let filter = Filter {
            from: Some(from),
            to: Some(to),
            ..filter.clone()
        };
        let by = vec![Dimension::Employer];
        count(register, &Question { filter, by })
    };
    let now = counted(first, to);
    let share_before = f64::from(days_before) / f64::from(days_before + days);
    let mut seen: Vec<(bool, FallenSilent)> = counted(from, first.yesterday().unwrap_or(first))
        .into_iter()
        .filter_map(|cell| {
            let employer = cell.key.first()?.clone()?;
            let is_silent = now.iter().all(|other| other.key != cell.key);
            let before = cell.tally.count;
            #[expect(clippy::cast_precision_loss, reason = "no count of injuries reaches 2^53")]
            let times = before as f64;
            let p = if is_silent { share_before.powf(times) } else { 1.0 };
            let found = FallenSilent {
                employer,
                before,
                days_before,
                days,
                expected: times * f64::from(days) / f64::from(days_before),
                p,
                p_adjusted: p,
            };
            Some((is_silent, found))
        })
        .collect();
    let p_values: Vec<f64> = seen.iter().map(|(_, each)| each.p).collect();
    let adjusted = multiple::benjamini_hochberg(&p_values).unwrap_or(p_values);
    for ((_, each), p_adjusted) in seen.iter_mut().zip(adjusted) {
        each.p_adjusted = p_adjusted;
    }
    let mut found: Vec<FallenSilent> = seen
        .into_iter()
        .filter(|(is_silent, each)| *is_silent && each.p_adjusted <= FALSE_DISCOVERIES)
        .map(|(_, each)| each)
        .collect();
    found.sort_by(|one, other| {
        let order = one.p.total_cmp(&other.p);
        order.then_with(|| one.employer.cmp(&other.employer))
    });
    found
}
