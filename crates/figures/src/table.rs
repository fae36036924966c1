//! A table of figures: counts crossed, each with its interval, and the rates that its denominators allow.

use jiff::civil::Date;
use saqta_domain::activity::Activity;
use saqta_domain::ids::SeriesId;
use saqta_domain::period::Period;
use saqta_domain::region::Region;
use saqta_domain::series::Unit;
use saqta_statistics::proportion::{self, Part};
use saqta_statistics::{Level, Method, poisson};
use serde::Serialize;

use crate::cross::{self, Cell, Dimension, Filter, Question, Tally, TooManyCells};
use crate::measure::{Denominator, Exposure, Exposures, Intervals, Limits, Measure, Rate, rate};
use crate::register::Register;
use crate::register::numbering::date_of;

/// What to tabulate.
#[derive(Clone, Debug)]
pub struct Request {
    /// Over which months; all that the register has, where none are said.
    pub period: Option<Period>,
    /// Which injuries; the period is added.
    pub filter: Filter,
    /// By what.
    pub by: Vec<Dimension>,
    /// Which rates; those that no series allows are left out.
    pub measures: Vec<Measure>,
    /// The series to divide by. Of two of the same unit the first is taken.
    pub denominators: Vec<SeriesId>,
    /// Whether rates of persons are scaled up to a year.
    pub annualise: bool,
    /// The coverage of the intervals.
    pub level: Level,
    /// The day up to which a month without an injury is listed with 0, as are the regions, kinds and other closed lists; none
    /// leaves out every cell without an injury.
    pub zeros_as_of: Option<Date>,
    /// How many cells at most.
    pub most: usize,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Table {
    /// Over which months; none means all that the register has.
    pub period: Option<Period>,
    /// The first and the last month in which the register has anything of what is asked for, whatever the period; none
    /// where it has nothing.
    pub known_months: Option<(Period, Period)>,
    /// By what.
    pub by: Vec<String>,
    /// What the rates are divided by.
    pub denominators: Vec<Denominator>,
    /// The cells, in the order of their codes, unknown last.
    pub cells: Vec<Row>,
    /// All of them together.
    pub total: Row,
}

/// A cell with its rates.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// Its counts.
    #[serde(flatten)]
    pub cell: Cell,
    /// The interval of its count.
    pub interval: Limits,
    /// Its share of all injuries of the table; none in a crossing by several things or into more than a thousand cells, and where
    /// there are none.
    pub share: Option<Share>,
    /// Injured who did not die for each who did; none without a death.
    pub non_fatal_per_fatal: Option<f64>,
    /// Its rates.
    pub rates: Vec<Rate>,
}

/// A share of a whole.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Share {
    /// The share, 0 to 1.
    pub value: f64,
    /// Its exact limits (Clopper and Pearson).
    #[serde(flatten)]
    pub limits: Limits,
}

/// Exact limits take some tenths of a millisecond each: a table of every employer would take seconds.
const MOST_SHARES: usize = 1_000;

/// Makes a table.
///
/// # Errors
/// [`TooManyCells`] where it would have more than are asked for.
pub fn tabulate(
    register: &Register,
    exposures: &Exposures,
    request: &Request,
) -> Result<Table, TooManyCells> {
    let filter = request.filter.clone();
    let question = Question {
        filter: match request.period {
            Some(period) => filter.within(period),
            None => filter,
        },
        by: request.by.clone(),
    };
    let mut cells = cross::count(register, &question);
    let mut total = Tally::default();
    cells.iter().for_each(|cell| total.merge(&cell.tally));
    let most = request.most;
    if let Some(as_of) = request.zeros_as_of {
        let since = register.months().map_or(Date::MAX, |(first, _)| first);
        cells = cross::complete(cells, &question, (since, as_of), most)?;
    } else if cells.len() > most {
        let cells = cells.len();
        return Err(TooManyCells { cells, most });
    }
    let has_shares = request.by.len() == 1 && cells.len() <= MOST_SHARES;
    let whole = has_shares.then_some(total.count);
    let total = Cell {
        key: Vec::new(),
        tally: total,
    };
    let used = request.denominators.iter();
    let mut maker = Maker {
        exposures,
        request,
        intervals: Intervals::at(request.level),
    };
    Ok(Table {
        period: request.period,
        known_months: known_months(register, &request.filter),
        by: request.by.iter().map(ToString::to_string).collect(),
        denominators: used.filter_map(|id| exposures.denominator(id)).collect(),
        total: maker.row(&[], total, None),
        cells: cells
            .into_iter()
            .map(|cell| maker.row(&request.by, cell, whole))
            .collect(),
    })
}

/// The months of the first and the last injury that a filter lets through, whatever its days.
fn known_months(register: &Register, filter: &Filter) -> Option<(Period, Period)> {
    let whenever = Filter {
        from: None,
        to: None,
        ..filter.clone()
    };
    let columns = register.columns();
    let mut days: Option<(i32, i32)> = None;
    whenever.each(columns, |row| {
        let day = columns.day[row];
        let (first, last) = days.get_or_insert((day, day));
        (*first, *last) = ((*first).min(day), (*last).max(day));
    });
    let month = |day| {
        let date = date_of(day);
        let month = u8::try_from(date.month()).ok()?;
        Period::months(date.year(), month, month)
    };
    let (first, last) = days?;
    Some((month(first)?, month(last)?))
}

/// Makes rows of cells.
struct Maker<'a> {
    exposures: &'a Exposures,
    request: &'a Request,
    intervals: Intervals,
}

impl Maker<'_> {
    /// `whole` is what its share is of.
    fn row(&mut self, by: &[Dimension], cell: Cell, whole: Option<u64>) -> Row {
        let request = self.request;
        let place = Place::of(&request.filter, request.period, by, &cell.key);
        let measures = place.iter().flat_map(|place| {
            let measures = request.measures.iter();
            measures.map(move |measure| (place, *measure))
        });
        let rates = measures
            .filter_map(|(place, measure)| {
                let exposure = place.exposure(self.exposures, &request.denominators, measure)?;
                rate(
                    measure,
                    &cell.tally,
                    place.period,
                    &exposure,
                    request.annualise,
                    &mut self.intervals,
                )
            })
            .collect();
        Row {
            interval: self.intervals.of(cell.tally.count),
            share: whole.and_then(|whole| share(cell.tally.count, whole, request.level)),
            non_fatal_per_fatal: ratio(cell.tally.non_fatal(), cell.tally.fatal),
            rates,
            cell,
        }
    }
}

/// A share of a whole with its exact limits; none of nothing.
#[must_use]
pub fn share(part: u64, whole: u64, level: Level) -> Option<Share> {
    let share = proportion::share(Part::new(part, whole).ok()?, level);
    Some(Share {
        value: share.share,
        limits: Limits {
            lower: share.interval.lower,
            upper: share.interval.upper,
            level: level.value(),
        },
    })
}

/// The interval of a count by Garwood.
#[must_use]
pub fn count_interval(count: u64, level: Level) -> Limits {
    let interval = poisson::interval(count, level, Method::Garwood);
    Limits {
        lower: interval.lower,
        upper: interval.upper,
        level: level.value(),
    }
}

#[expect(clippy::cast_precision_loss, reason = "no count of injuries reaches 2^53")]
fn ratio(one: u64, other: u64) -> Option<f64> {
    (other > 0).then(|| one as f64 / other as f64)
}

/// Where, in what and when the people of a cell work: what its denominator must be of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) period: Period,
    pub(crate) region: Option<Region>,
    pub(crate) activity: Option<Activity>,
}

impl Place {
    /// None where no denominator can be of the same people: where a part of the key is not known, the cell is chosen by
    /// something that is not known of those who were not hurt, or it is of several years.
    pub(crate) fn of(
        filter: &Filter,
        whole: Option<Period>,
        by: &[Dimension],
        key: &[Option<String>],
    ) -> Option<Self> {
        if filter.sites.is_some() || filter.employer.is_some() {
            return None;
        }
        let mut period = whole;
        let mut region = single(filter.regions.as_ref().map(|regions| regions.iter().copied()))?;
        let mut activity = single(
            filter
                .activities
                .as_ref()
                .map(|activities| activities.iter().copied()),
        )?;
        for (dimension, code) in by.iter().zip(key) {
            match dimension {
                Dimension::Region => region = Some(Region::from_code(code.as_deref()?)?),
                Dimension::Activity(_) => activity = Some(code.as_deref()?.parse().ok()?),
                Dimension::Month | Dimension::Quarter | Dimension::Year => {
                    let part: Period = code.as_deref()?.parse().ok()?;
                    period = Some(period.map_or(Some(part), |whole| within(part, whole))?);
                }
                // What happened to the hurt is counted over everybody; who they were is known of the hurt alone.
                Dimension::Cause
                | Dimension::Kind
                | Dimension::Outcome
                | Dimension::Deviation
                | Dimension::Contact
                | Dimension::InjuryType
                | Dimension::BodyPart => {}
                _ => return None,
            }
        }
        let place = Self {
            period: period?,
            region,
            activity,
        };
        place.as_far_as_seen(filter)
    }

    /// Whoever sees a part of the country sees the injuries of that part alone: only where it is one whole region, or the
    /// cell lies in such a region, is the denominator of the same people.
    fn as_far_as_seen(mut self, filter: &Filter) -> Option<Self> {
        let Some(scope) = &filter.scope else {
            return Some(self);
        };
        if self.region.is_none() {
            let alone = scope.sites.is_empty() && scope.regions.len() == 1;
            self.region = alone.then(|| scope.regions.first().copied()).flatten();
        }
        self.region
            .is_some_and(|region| scope.regions.contains(&region))
            .then_some(self)
    }

    /// The first of the denominators that a measure can be divided by and that knows the place.
    pub(crate) fn exposure(
        &self,
        exposures: &Exposures,
        denominators: &[SeriesId],
        measure: Measure,
    ) -> Option<Exposure> {
        denominators
            .iter()
            .filter_map(|id| exposures.find(id, self.period, self.region, self.activity))
            .find(|exposure| measure.is_over(exposure.unit))
    }
}

/// The only one of a condition: some none when there is no condition, none when there are several.
#[expect(clippy::option_option, reason = "no condition and an ambiguous one differ")]
fn single<T>(condition: Option<impl Iterator<Item = T>>) -> Option<Option<T>> {
    let Some(mut values) = condition else {
        return Some(None);
    };
    match (values.next(), values.next()) {
        (Some(value), None) => Some(Some(value)),
        _ => None,
    }
}

/// The part of a period that lies in another.
fn within(part: Period, whole: Period) -> Option<Period> {
    let same_year = part.year() == whole.year();
    let first = part.first_month().max(whole.first_month());
    let last = part.last_month().min(whole.last_month());
    same_year
        .then(|| Period::months(part.year(), first, last))
        .flatten()
}

/// The denominators that a request takes when it names none: the first series of employees, of employed, of hours, that knows the
/// period; where none of a unit does, its first.
#[must_use]
pub fn usual_denominators(exposures: &Exposures, period: Option<Period>) -> Vec<SeriesId> {
    [Unit::Employees, Unit::Employed, Unit::Hours]
        .into_iter()
        .filter_map(|unit| exposures.first_of(unit, period).cloned())
        .collect()
}
