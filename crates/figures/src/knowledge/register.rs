//! What a register and its series know.
//!
//! The cast:
//! - a **quarter** ([`Quarter`]) is what a release of three months would say of the register, with the same withheld: small counts,
//!   and what would tell them. Whatever is answered is a sum of such figures, so that no two answers can be subtracted to tell
//!   of one or few persons;
//! - the **terms** ([`Terms`]) say what is small to whoever asks, and what was published already;
//! - **series** are what others count: each total keeps its own counter, each denominator comes from one source.
//!
//! The register's own counting covers a period that is over, that does not begin before the month of its first injury, and in each
//! quarter of which it counts somebody: before its beginning and in a gap it knows nothing, which is not the same as nobody.

mod quarter;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use jiff::civil::Date;
use saqta_domain::activity::Activity;
use saqta_domain::ids::SeriesId;
use saqta_domain::period::Period;
use saqta_domain::region::Region;
use saqta_domain::series::Unit;

use super::{
    Branch, Counter, Denominator, Group, Knowledge, Part, Place, Published, PublishedShare, Reference, Told,
    What, denominator_year, years_nearest,
};
use crate::measure::{Exposure, Exposures};
use crate::register::Register;
use crate::release::{Earlier, RowSaid};
use quarter::{Asked, Quarter};

/// On which terms a register is asked.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    /// Counts from 1 to one less than this are not known, and neither is what would tell them. 0 and 1 hide nothing.
    pub threshold: u64,
    /// The day on which it is asked: what is not over by then is not counted yet.
    pub as_of: Date,
    /// The periods of the releases that were published: what they tell already is reckoned with.
    pub released: &'a [Period],
    /// The newest revisions of published releases, oldest first: what the register does not tell, they may have told.
    pub published: &'a [Earlier],
}

/// A register, its series, and the published figures that ship with the program for what neither knows.
#[derive(Debug)]
pub struct RegisterKnowledge<'a> {
    register: &'a Register,
    exposures: &'a Exposures,
    terms: Terms<'a>,
    /// The months of the first and of the last injury, as first days.
    months: Option<(Date, Date)>,
    /// Quarters that were asked for, as they would be published.
    quarters: RefCell<BTreeMap<Period, Rc<Quarter>>>,
}

impl<'a> RegisterKnowledge<'a> {
    /// What is known on these terms. A quarter is counted when it is first asked for.
    #[must_use]
    pub fn new(register: &'a Register, exposures: &'a Exposures, terms: Terms<'a>) -> Self {
        Self {
            register,
            exposures,
            terms,
            months: register.months(),
            quarters: RefCell::default(),
        }
    }

    /// The register's own count, if its counting covers the period and the terms let it be told.
    fn counted(&self, asked: &Asked, period: Period) -> Option<u64> {
        if !self.covers(period) {
            return None;
        }
        let cuts = !quarters(period).all(|quarter| is_within(quarter, period));
        // What a release told as one can be told piece by piece only where no piece of it is withheld.
        let mut released = self
            .terms
            .released
            .iter()
            .filter(|released| released.overlaps(period));
        released
            .all(|released| self.told(asked, *released, cuts).is_some())
            .then(|| self.told(asked, period, false))
            .flatten()
    }

    fn covers(&self, period: Period) -> bool {
        let is_counted = |(first, _)| first <= period.first_day() && period.last_day() < self.terms.as_of;
        self.months.is_some_and(is_counted) && quarters(period).all(|quarter| self.quarter(quarter).has_any())
    }

    /// The sum over the quarters of a period, or over its months where it cuts one or they are asked for, if each can be told.
    fn told(&self, asked: &Asked, period: Period, by_month: bool) -> Option<u64> {
        let told = quarters(period).map(|months| {
            let quarter = self.quarter(months);
            if is_within(months, period) && !by_month {
                return quarter.count(asked);
            }
            let within = quarter.months().filter(|month| is_within(*month, period));
            within.map(|month| quarter.count_in(asked, month)).sum()
        });
        told.sum()
    }

    fn quarter(&self, period: Period) -> Rc<Quarter> {
        let mut quarters = self.quarters.borrow_mut();
        let quarter = quarters
            .entry(period)
            .or_insert_with(|| Rc::new(Quarter::of(self.register, period, self.terms.threshold)));
        Rc::clone(quarter)
    }

    fn own(&self, what: What, place: Place, branch: Option<Branch>, period: Period) -> Option<Published> {
        let asked = Asked::of(what, place, branch)?;
        let of = branch.map_or_else(|| "*".to_owned(), |branch| branch.to_string());
        Some(Published {
            id: format!(
                "register/{}/{period}/{place}/{of}/{}",
                self.terms.as_of,
                what.name()
            ),
            count: self.counted(&asked, period)?,
            period,
            counter: Counter::Register,
            source: format!("register, {}", self.terms.as_of),
            // Whoever published invented data keeps a register of them.
            synthetic: self.terms.published.iter().any(|release| release.synthetic),
        })
    }

    /// What a release published, the newest first.
    fn in_release(
        &self,
        what: What,
        place: Place,
        branch: Option<Branch>,
        period: Period,
    ) -> Option<Published> {
        let section = branch.map(Branch::section);
        let row = match (place.region(), section) {
            (None, None) if place == Place::Country => None,
            (Some(region), None) => Some(("region", region.code().to_owned())),
            (None, Some(Some(section))) if place == Place::Country => Some(("section", section.to_string())),
            _ => return None,
        };
        let row = row.as_ref().map(|(by, code)| (*by, code.as_str()));
        self.terms.published.iter().rev().find_map(|release| {
            let of = row.map_or("*", |(_, code)| code);
            Some(of_release(
                release,
                what,
                of,
                period,
                release.count(what, row, period)?,
            ))
        })
    }

    /// What others published in series, each under its own counter.
    fn in_series(&self, what: What, place: Place, branch: Option<Branch>, period: Period) -> Vec<Published> {
        let unit = match what {
            What::Injured => Unit::Injured,
            What::Deaths => Unit::Fatal,
            What::Severe => Unit::Severe,
            What::Accidents | What::FatalAccidents | What::Other => return Vec::new(),
        };
        let section = branch.and_then(Branch::section);
        if section.is_none() && branch.is_some() {
            return Vec::new();
        }
        let of_unit = self.exposures.series().filter(|(_, series)| series.unit == unit);
        let found = of_unit.filter_map(|(version, series)| {
            let count = self
                .exposures
                .published(&series.id, period, place.region(), section)?;
            let of = section.map_or_else(|| "*".to_owned(), |section| section.to_string());
            Some(Published {
                id: format!("{}@{version}/{period}/{place}/{of}", series.id),
                count,
                period,
                counter: Counter::of_series(&series.counter)?,
                source: series.source.clone(),
                synthetic: false,
            })
        });
        found.collect()
    }

    /// The year nearest to `year` for which somebody knows the whole country, and the series; none is the reference. Parts are
    /// taken from the same source, for a part of one and a whole of another are not of the same people.
    fn source(
        &self,
        unit: Unit,
        year: i16,
        in_reference: impl Fn(i16) -> bool,
    ) -> Option<(Period, Option<&SeriesId>)> {
        years_nearest(year)
            .into_iter()
            .filter_map(Period::year_of)
            .find_map(|year| {
                let mut of_unit = self.exposures.series().filter(|(_, series)| series.unit == unit);
                let knows =
                    of_unit.find(|(_, series)| self.exposures.find(&series.id, year, None, None).is_some());
                match knows {
                    Some((_, series)) => Some((year, Some(&series.id))),
                    None => in_reference(year.year()).then_some((year, None)),
                }
            })
    }

    /// What the newest release of exactly the period divided its rates by: whoever checks a rate of that period divides by the same.
    fn divided_by(&self, unit: Unit, period: Period) -> Option<&Exposure> {
        let of_period = self.terms.published.iter().rev().find(|r| r.period == period)?;
        of_period.denominators.iter().find(|used| used.unit == unit)
    }

    /// The same for a place: the country's number as released, a region's of the same series and year.
    fn in_denominator(&self, used: &Exposure, place: Place) -> Option<Denominator> {
        let Some(region) = place.region() else {
            return Some(Denominator {
                id: format!("{}/{}/{place}", used.id, used.period),
                people: used.value,
                year: used.period.year(),
                source: used.source.clone(),
            });
        };
        let series = used
            .id
            .split_once('@')
            .map_or(used.id.as_str(), |(series, _)| series);
        self.in_exposure(&series.into(), used.period, Some(region), None)
    }

    fn in_exposure(
        &self,
        series: &SeriesId,
        year: Period,
        region: Option<Region>,
        section: Option<Activity>,
    ) -> Option<Denominator> {
        let exposure = self.exposures.find(series, year, region, section)?;
        let place = region.map_or(Place::Country, Place::Region);
        let of = section.map_or_else(|| place.to_string(), |section| section.to_string());
        Some(Denominator {
            id: format!("{}/{year}/{of}", exposure.id),
            people: exposure.value,
            year: year.year(),
            source: exposure.source,
        })
    }
}

impl Knowledge for RegisterKnowledge<'_> {
    fn counts(&self, what: What, place: Place, branch: Option<Branch>, period: Period) -> Vec<Published> {
        let own = self.own(what, place, branch, period);
        let own = own.or_else(|| self.in_release(what, place, branch, period));
        let mut counts: Vec<Published> = own.into_iter().collect();
        let published = self.in_series(what, place, branch, period);
        let shipped = Reference::shipped().counts(what, place, branch, period);
        for published in published.into_iter().chain(shipped) {
            if counts.iter().all(|known| known.counter != published.counter) {
                counts.push(published);
            }
        }
        counts.sort_by_key(|published| published.counter);
        counts
    }

    fn employees(&self, place: Place, period: Period) -> Option<Denominator> {
        if let Some(used) = self.divided_by(Unit::Employees, period) {
            return self.in_denominator(used, place);
        }
        let reference = Reference::shipped();
        let knows = |year| reference.employees_in(Place::Country, year).is_some();
        match self.source(Unit::Employees, denominator_year(period), knows)? {
            (year, Some(series)) => self.in_exposure(series, year, place.region(), None),
            (year, None) => reference.employees_in(place, year.year()).cloned(),
        }
    }

    fn employed(&self, section: Option<Activity>, period: Period) -> Option<Denominator> {
        let reference = Reference::shipped();
        let knows = |year| reference.employed_in(None, year).is_some();
        match self.source(Unit::Employed, period.year(), knows)? {
            (year, Some(series)) => self.in_exposure(series, year, None, section),
            (year, None) => reference.employed_in(section, year.year()).cloned(),
        }
    }

    fn periods(&self) -> Vec<Period> {
        // Texts of older times name them.
        const YEARS: i16 = 5;
        let counted = self.months.map(|(_, last)| last.year() - YEARS..=last.year());
        let years = counted.into_iter().flatten();
        let own = years.flat_map(|year| {
            // As releases have it: quarters, and what has gone by of a year.
            let ends = [(1, 3), (4, 6), (7, 9), (10, 12), (1, 6), (1, 9), (1, 12)];
            ends.into_iter()
                .filter_map(move |(first, last)| Period::months(year, first, last))
        });
        let own = own.filter(|period| self.covers(*period));
        let published = self.terms.published.iter().map(|release| release.period);
        let of_series = self
            .exposures
            .series()
            .filter(|(_, series)| !series.unit.is_exposure());
        let in_series = of_series.flat_map(|(_, series)| {
            let country = series.cells.iter().filter(|cell| cell.region.is_none());
            country.map(|cell| cell.period)
        });
        let mut periods: Vec<Period> = own
            .chain(published)
            .chain(in_series)
            .chain(Reference::shipped().periods())
            .collect();
        periods.sort_unstable_by_key(|period| (period.year(), period.first_month(), period.last_month()));
        periods.dedup();
        periods
    }

    fn latest_year(&self) -> Option<i16> {
        let counted = self.months.map(|(_, last)| last.year());
        let counts = self
            .exposures
            .series()
            .filter(|(_, series)| !series.unit.is_exposure());
        let in_series = counts.flat_map(|(_, series)| series.cells.iter().map(|cell| cell.period.year()));
        let published = self.terms.published.iter().map(|release| release.period.year());
        counted
            .into_iter()
            .chain(published)
            .chain(in_series)
            .chain(Reference::shipped().latest_year())
            .max()
    }

    fn part(&self, what: What, part: Part, period: Period) -> Told {
        let (table, row) = match part {
            Part::Region(region) => ("region", region.code().to_owned()),
            Part::Section(section) => ("section", section.to_string()),
            Part::Group(group) => (group.table(), group.row().to_owned()),
        };
        let mut of_period = self.terms.published.iter().rev().filter(|r| r.period == period);
        let told = of_period.find_map(|release| match release.row(what, table, &row) {
            RowSaid::Nothing => None,
            RowSaid::Withheld => Some(Told::Withheld),
            RowSaid::Count(count, complete) => Some(Told::Count {
                published: of_release(release, what, &row, period, count),
                complete,
            }),
        });
        told.unwrap_or(Told::Nothing)
    }

    fn share(&self, group: Group, period: Period) -> Option<PublishedShare> {
        Reference::shipped().share(group, period)
    }
}

/// A count that a release published.
fn of_release(release: &Earlier, what: What, of: &str, period: Period, count: u64) -> Published {
    let name = format!("{}@{}", release.id, release.revision);
    Published {
        id: format!("release/{name}/{period}/{of}/{}", what.name()),
        count,
        period,
        counter: Counter::Register,
        source: format!("release {name}, {}", release.as_of),
        synthetic: release.synthetic,
    }
}

/// The quarters that have a month of a period.
fn quarters(period: Period) -> impl Iterator<Item = Period> {
    let of_year = (1..=4).filter_map(move |number| Period::quarter(period.year(), number));
    of_year.filter(move |quarter| quarter.overlaps(period))
}

/// Whether all months of a period lie in another of the same year.
fn is_within(part: Period, whole: Period) -> bool {
    whole.first_month() <= part.first_month() && part.last_month() <= whole.last_month()
}
