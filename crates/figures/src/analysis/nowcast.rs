//! What the last months will come to once everything is reported.

use saqta_domain::period::Period;
use saqta_statistics::Level;
use saqta_statistics::nowcast::{Triangle, nowcast};
use serde::Serialize;

use crate::cross::Filter;
use crate::register::Register;
use crate::register::numbering::{date_of, day_number, month_number};

/// How many months of occurrence the delays are learned from.
const MONTHS: u16 = 24;
/// The longest delay, in months: what comes later is not foreseen.
const LONGEST: usize = 12;

/// What a period is thought to come to.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Foreseen {
    /// What is reported by now.
    pub reported: u64,
    /// What it will come to.
    pub total: f64,
    /// The band's lower limit; never below what is reported.
    pub lower: f64,
    /// The band's upper limit.
    pub upper: f64,
    /// The band's coverage, as 0.95.
    pub level: f64,
    /// The share that is thought to be reported by now.
    pub completeness: f64,
}

/// What a period will come to, by how late reports came before: occurrence month by month of delay, up to a day on which
/// the register is looked at. None where too little is known, or the period lies outside the months looked at.
///
/// The band of a period of several months is that of the months together: narrower than the sum of theirs, since chance evens
/// out between them.
#[must_use]
pub fn foresee(
    register: &Register,
    filter: &Filter,
    period: Period,
    as_of: jiff::civil::Date,
    level: Level,
) -> Option<Foreseen> {
    let columns = register.columns();
    let now = month_number(as_of);
    let first = now.checked_sub(MONTHS - 1)?;
    let delays = LONGEST.min(usize::from(MONTHS));
    let mut rows: Vec<Vec<u64>> = (first..=now)
        .map(|month| vec![0; delays.min(usize::from(now - month) + 1)])
        .collect();
    let mut seen = filter.clone();
    seen.known_by = Some(as_of);
    seen.from = None;
    seen.to = None;
    seen.each(columns, |row| {
        let month = columns.month[row];
        let known = month_number(date_of(columns.known[row]));
        if month < first || month > now {
            return;
        }
        let delay = usize::from(known.saturating_sub(month));
        if let Some(count) = rows[usize::from(month - first)].get_mut(delay.min(delays - 1)) {
            *count += 1;
        }
    });
    let seen = nowcast(&Triangle::new(rows).ok()?, level);
    let months = month_number(period.first_day())..=month_number(period.last_day()).min(now);
    let place = |month: u16| month.checked_sub(first).map(usize::from);
    let (from, to) = (place(*months.start())?, place(*months.end())?);
    let outcome = seen.together(from, to)?;
    let reported = seen
        .periods
        .get(from..=to)?
        .iter()
        .map(|each| each.reported)
        .sum();
    #[expect(clippy::cast_precision_loss, reason = "no count of injuries reaches 2^53")]
    let completeness = reported as f64 / outcome.total;
    (outcome.total > 0.0).then_some(Foreseen {
        reported,
        total: outcome.total,
        lower: outcome.band.lower,
        upper: outcome.band.upper,
        level: level.value(),
        completeness,
    })
}

/// The last day on which anything in the register became known: what a nowcast looks back from.
#[must_use]
pub fn last_known_day(register: &Register) -> Option<jiff::civil::Date> {
    let columns = register.columns();
    let counting = (0..register.len()).filter(|row| columns.counts[*row]);
    counting
        .map(|row| columns.known[row])
        .max()
        .map(date_of)
        .filter(|day| day_number(*day) > 0)
}
