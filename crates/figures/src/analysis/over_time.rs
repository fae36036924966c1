//! A period beside the same months of other years: the year before, the year to date, five years.
//!
//! The cast: a [`Side`] is what was counted in one period, over what; a [`Course`] has the sides of one cell, and sets the
//! last against those before it together; the [`Courses`] of all cells are one comparison, adjusted for their number.
//!
//! Nothing is compared that cannot be: a period that is not over yet is counted, and one that began before the register did
//! is not even that. All sides of a course are divided by one series, or by none: then the counts are compared, and the
//! answer says so.

use std::collections::BTreeMap;

use jiff::civil::Date;
use saqta_domain::ids::SeriesId;
use saqta_domain::period::Period;
use saqta_statistics::Level;
use serde::Serialize;

use super::change::{Compared, adjust, compared};
use crate::cross::{self, Dimension, Filter, Question, Tally, TooManyCells};
use crate::measure::{Denominator, Exposures, Intervals, Limits, Measure, Rate, rate};
use crate::register::Register;
use crate::table::{Place, count_interval};

/// How many years stand beside each other.
const YEARS: i16 = 5;

/// What to compare.
#[derive(Clone, Debug)]
pub struct Request {
    /// Which months, of this and the years before.
    pub period: Period,
    /// Which injuries; the periods are added.
    pub filter: Filter,
    /// By what, none of it a stretch of time; empty: all together.
    pub by: Vec<Dimension>,
    /// What is counted, and divided by what; not [`Measure::Severity`], whose days are no independent events.
    pub measure: Measure,
    /// The series to divide by, the first that knows both sides of a comparison.
    pub denominators: Vec<SeriesId>,
    /// Whether rates of persons are scaled up to a year.
    pub annualise: bool,
    /// The coverage of the intervals.
    pub level: Level,
    /// The day on which it is asked.
    pub as_of: Date,
    /// How many cells at most.
    pub most: usize,
}

/// A period beside those of other years.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OverTime {
    /// Which months.
    pub period: Period,
    /// Whether they are over: what goes on is counted, and compared with nothing.
    pub is_over: bool,
    /// The month with which the register begins: nothing is known of earlier ones. None where it is empty.
    pub register_since: Option<Date>,
    /// By what.
    pub by: Vec<String>,
    /// What is counted, and divided by what.
    pub measure: Measure,
    /// The series that rates are divided by.
    pub denominators: Vec<Denominator>,
    /// With the same months of the year before.
    pub year_on_year: Courses,
    /// January to the period's end, with the same of the year before.
    pub year_to_date: Courses,
    /// The same months of five years, the last with those before it together.
    pub five_years: Courses,
}

/// The same months of some years, cell by cell.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Courses {
    /// The periods that the register covers, the earliest first; the last is the one that was asked for.
    pub periods: Vec<Period>,
    /// By the dimensions asked for; empty where none is.
    pub cells: Vec<Course>,
    /// All together.
    pub total: Course,
}

/// One cell in each of some periods.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Course {
    /// The code in each dimension; none where it is not known.
    pub key: Vec<Option<String>>,
    /// What was counted in each period.
    pub sides: Vec<Side>,
    /// Whether `rates` or `counts` are compared.
    pub of: &'static str,
    /// The last side set against those before it; none where they cannot be compared.
    pub compared: Option<Compared>,
}

/// What was counted in a period.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Side {
    /// The period.
    pub period: Period,
    /// How many.
    pub count: u64,
    /// The interval of the count.
    pub interval: Limits,
    /// Divided; none without a denominator that knows all sides of the comparison.
    pub rate: Option<Rate>,
}

/// Compares.
///
/// # Errors
/// [`TooManyCells`] where there would be more than are asked for.
pub fn over_time(
    register: &Register,
    exposures: &Exposures,
    request: &Request,
) -> Result<OverTime, TooManyCells> {
    let since = register.months().map(|(first, _)| first);
    let comparing = Comparing {
        register,
        exposures,
        request,
        since,
    };
    let period = request.period;
    let to_date = Period::months(period.year(), 1, period.last_month()).unwrap_or(period);
    let used = request.denominators.iter();
    Ok(OverTime {
        period,
        is_over: comparing.is_over(),
        register_since: since,
        by: request.by.iter().map(ToString::to_string).collect(),
        measure: request.measure,
        denominators: used.filter_map(|id| exposures.denominator(id)).collect(),
        year_on_year: comparing.courses(period, 2)?,
        year_to_date: comparing.courses(to_date, 2)?,
        five_years: comparing.courses(period, YEARS)?,
    })
}

struct Comparing<'a> {
    register: &'a Register,
    exposures: &'a Exposures,
    request: &'a Request,
    since: Option<Date>,
}

type Key = Vec<Option<String>>;

impl Comparing<'_> {
    fn is_over(&self) -> bool {
        self.request.period.last_day() < self.request.as_of
    }

    /// A period and the same months of the years before it, as far as the register goes back.
    fn courses(&self, now: Period, years: i16) -> Result<Courses, TooManyCells> {
        let of_year = |back| Period::months(now.year() - back, now.first_month(), now.last_month());
        let covers = |period: &Period| self.since.is_some_and(|since| since <= period.first_day());
        let periods: Vec<Period> = (0..years)
            .rev()
            .filter_map(of_year)
            .filter(|period| *period == now || covers(period))
            .collect();
        let of_each: Vec<BTreeMap<Key, Tally>> = periods
            .iter()
            .map(|period| self.counted(*period))
            .collect::<Result<_, _>>()?;
        let totals = of_each.iter().map(|cells| {
            let mut total = Tally::default();
            cells.values().for_each(|tally| total.merge(tally));
            total
        });
        let total = self.course(&Key::new(), &periods, &totals.collect::<Vec<Tally>>());
        let mut keys: Vec<&Key> = of_each.iter().flat_map(BTreeMap::keys).collect();
        keys.sort_by(|one, other| cross::order(one).cmp(&cross::order(other)));
        keys.dedup();
        keys.retain(|key| !key.is_empty());
        let of_cell = |key: &&Key| {
            let tallies = of_each
                .iter()
                .map(|cells| cells.get(*key).copied().unwrap_or_default());
            self.course(key, &periods, &tallies.collect::<Vec<Tally>>())
        };
        let mut cells: Vec<Course> = keys.iter().map(of_cell).collect();
        adjust(cells.iter_mut().filter_map(|cell| cell.compared.as_mut()));
        Ok(Courses {
            periods,
            cells,
            total,
        })
    }

    /// The cells of one period, those of closed lists that have none included.
    fn counted(&self, period: Period) -> Result<BTreeMap<Key, Tally>, TooManyCells> {
        let question = Question {
            filter: self.request.filter.clone().within(period),
            by: self.request.by.clone(),
        };
        // No dimension is a stretch of time, so that no month is to be listed.
        let no_month = (Date::MAX, Date::MIN);
        let cells = cross::count(self.register, &question);
        let cells = cross::complete(cells, &question, no_month, self.request.most)?;
        Ok(cells.into_iter().map(|cell| (cell.key, cell.tally)).collect())
    }

    fn course(&self, key: &Key, periods: &[Period], tallies: &[Tally]) -> Course {
        let mut rates = self.rates(key, periods, tallies).map(Vec::into_iter);
        let of = if rates.is_some() { "rates" } else { "counts" };
        let each = periods.iter().zip(tallies).map(|(period, tally)| {
            let count = self.request.measure.count(tally);
            Side {
                period: *period,
                count,
                interval: count_interval(count, self.request.level),
                rate: rates.as_mut().and_then(Iterator::next),
            }
        });
        let sides: Vec<Side> = each.collect();
        Course {
            key: key.clone(),
            of,
            compared: self.compared(&sides),
            sides,
        }
    }

    fn compared(&self, sides: &[Side]) -> Option<Compared> {
        let (now, before) = sides.split_last()?;
        if before.is_empty() || !self.is_over() {
            return None;
        }
        // Without a denominator each period weighs as much as another of the same months.
        let over = |side: &Side| side.rate.as_ref().map_or(1.0, |rate| rate.exposure);
        let count = before.iter().map(|side| side.count).sum();
        let exposure = before.iter().map(over).sum();
        compared((count, exposure), (now.count, over(now)), self.request.level).ok()
    }

    /// Each period's count divided by the first series that knows them all.
    fn rates(&self, key: &Key, periods: &[Period], tallies: &[Tally]) -> Option<Vec<Rate>> {
        let Request {
            filter, by, measure, ..
        } = self.request;
        let annualise = self.request.annualise;
        let mut intervals = Intervals::at(self.request.level);
        self.request.denominators.iter().find_map(|id| {
            let each = periods.iter().zip(tallies).map(|(period, tally)| {
                let place = Place::of(filter, Some(*period), by.get(..key.len())?, key)?;
                let exposure = place.exposure(self.exposures, std::slice::from_ref(id), *measure)?;
                rate(*measure, tally, *period, &exposure, annualise, &mut intervals)
            });
            each.collect()
        })
    }
}
