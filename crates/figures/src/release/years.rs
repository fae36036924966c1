//! The same months of earlier years, beside those of a release.
//!
//! The register goes on growing after a release. What it says by now of the months of an earlier release differs by the late
//! reports, and where these are few the difference would tell of single persons: then the figures stand as they were published.
//! Months of which no release may be published, as so few were injured, or as they would tell what one withholds, are left out.

use saqta_domain::ids::SeriesId;
use saqta_domain::period::Period;
use saqta_statistics::Level;

use crate::cross::Tally;
use crate::measure::{Exposures, Intervals, Measure, rate};
use crate::table::count_interval;

use super::build::{Source, persons, tally};
use super::content::YearFigures;
use super::earlier::Total;
use super::months::told_by_totals;

/// How many years stand beside each other.
const YEARS: i16 = 5;

/// The years of a release over `period`, oldest first, its own the last. Years before the register's first are left out, and
/// whatever comes before a year that may not be told.
pub(super) fn years(
    source: &Source<'_>,
    denominators: &[SeriesId],
    threshold: u64,
    period: Period,
) -> Vec<YearFigures> {
    let mut intervals = Intervals::at(Level::P95);
    let mut year = |period: Period, total: Total| {
        let incidence = persons(source.exposures, denominators, period)
            .and_then(|id| incidence_of(source.exposures, &id, period, total.count, &mut intervals));
        YearFigures {
            period,
            count: total.count,
            count_interval: count_interval(total.count, Level::P95),
            fatal: total.fatal,
            fatal_interval: count_interval(total.fatal, Level::P95),
            severe: total.severe,
            days_lost: total.days_lost,
            incidence,
        }
    };
    let mut years = vec![year(period, Total::of_tally(&tally(source.register, period)))];
    let earlier = (1..YEARS).map_while(|back| {
        let months = Period::months(period.year() - back, period.first_month(), period.last_month())?;
        Some((months, as_told(source, threshold, months)?))
    });
    years.extend(earlier.map(|(months, total)| year(months, total)));
    let known = years.iter().rposition(|year| year.count > 0).unwrap_or(0);
    years.truncate(known + 1);
    years.reverse();
    years
}

/// What is told of other months beside those of a release; none where they may not be told.
pub(super) fn as_told(source: &Source<'_>, threshold: u64, period: Period) -> Option<Total> {
    let now = Total::of_tally(&tally(source.register, period));
    let is_few = |count: u64| (1..threshold).contains(&count);
    let mut earlier = source.earlier.iter().rev();
    let published = earlier.find(|each| each.period == period);
    if published.is_none() && told_by_totals(period, source.earlier).is_some() {
        return None;
    }
    match published.map(|published| published.total) {
        Some(then) if now.differences(then).into_iter().any(is_few) => Some(then),
        Some(_) => Some(now),
        None => (!is_few(now.count)).then_some(now),
    }
}

fn incidence_of(
    exposures: &Exposures,
    id: &SeriesId,
    period: Period,
    count: u64,
    intervals: &mut Intervals,
) -> Option<crate::measure::Rate> {
    let exposure = exposures.find(id, period, None, None)?;
    let tally = Tally {
        count,
        ..Tally::default()
    };
    rate(Measure::Incidence, &tally, period, &exposure, false, intervals)
}
