//! Denominators: who counts how many workers or hours, where, in what, when.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use saqta_domain::activity::{Activity, Level};
use saqta_domain::ids::SeriesId;
use saqta_domain::period::Period;
use saqta_domain::region::Region;
use saqta_domain::series::{Series, Unit};
use saqta_readmodel::SeriesRow;
use serde::{Deserialize, Serialize};

/// An exposure that a rate is divided by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Exposure {
    /// The series and its version, as `bns-employees@2`.
    pub id: String,
    /// Who counts.
    pub counter: String,
    /// What is counted.
    pub unit: Unit,
    /// Where it was published.
    pub source: String,
    /// The period that the figure is of.
    pub period: Period,
    /// How many persons on average, or how many hours in the period asked for.
    pub value: f64,
    /// Whether hours of a longer period were cut down to the share of the one asked for.
    pub prorated: bool,
}

/// A series as a denominator, named so that it can be found again.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Denominator {
    /// The series and its version, as `bns-employees@2`: how rates name it.
    pub id: String,
    /// The series.
    pub series: SeriesId,
    /// Its version, from 1.
    pub version: u64,
    /// Who counts.
    pub counter: String,
    /// What is counted.
    pub unit: Unit,
    /// Where it was published.
    pub source: String,
    /// When it was published, where that is known.
    pub published: Option<jiff::civil::Date>,
}

/// The latest version of every series.
#[derive(Clone, Debug, Default)]
pub struct Exposures {
    series: BTreeMap<SeriesId, Known>,
}

#[derive(Clone, Debug)]
struct Known {
    version: u64,
    series: Series,
    cells: HashMap<(Period, Option<Region>, Option<Activity>), u64>,
}

impl Exposures {
    /// Takes a version of a series in; a later version takes the place of an earlier one.
    pub fn take(&mut self, row: SeriesRow) {
        let key = |cell: &saqta_domain::series::SeriesCell| (cell.period, cell.region, cell.activity);
        let cells = row
            .series
            .cells
            .iter()
            .map(|cell| (key(cell), cell.value))
            .collect();
        let known = Known {
            version: row.version,
            cells,
            series: row.series,
        };
        self.series.insert(known.series.id.clone(), known);
    }

    /// Every series with its version, in the order of their ids.
    pub fn series(&self) -> impl Iterator<Item = (u64, &Series)> {
        self.series.values().map(|known| (known.version, &known.series))
    }

    /// A series as a denominator; none where it is not known.
    #[must_use]
    pub fn denominator(&self, id: &SeriesId) -> Option<Denominator> {
        let Known { version, series, .. } = self.series.get(id)?;
        Some(Denominator {
            id: format!("{id}@{version}"),
            series: id.clone(),
            version: *version,
            counter: series.counter.clone(),
            unit: series.unit,
            source: series.source.clone(),
            published: series.published,
        })
    }

    /// The first series of a unit, in the order of ids: of those that know anything of a period, where one does.
    #[must_use]
    pub fn first_of(&self, unit: Unit, period: Option<Period>) -> Option<&SeriesId> {
        let of_unit = || self.series.iter().filter(|(_, known)| known.series.unit == unit);
        let knows = |known: &Known| period.is_none_or(|period| known.knows(period));
        let mut first = of_unit().filter(|(_, known)| knows(known)).chain(of_unit());
        first.next().map(|(id, _)| id)
    }

    /// The activities of a level that a series has figures of, in their order.
    #[must_use]
    pub fn activities(&self, id: &SeriesId, level: Level) -> BTreeSet<Activity> {
        let of = |known: &Known| {
            let cells = known.series.cells.iter();
            let activities = cells.filter_map(|cell| cell.activity);
            activities.filter(|activity| activity.level() == level).collect()
        };
        self.series.get(id).map(of).unwrap_or_default()
    }

    /// Whether a series says that nobody works there, which is not the same as saying nothing.
    #[must_use]
    pub fn is_nobody(
        &self,
        id: &SeriesId,
        period: Period,
        region: Option<Region>,
        activity: Option<Activity>,
    ) -> bool {
        let said = |known: &Known| {
            let mut of = [period, period.whole_year()].into_iter();
            of.find_map(|period| known.value(period, region, activity))
        };
        self.series.get(id).and_then(said) == Some(0)
    }

    /// A published figure of a series for exactly one cell.
    #[must_use]
    pub fn published(
        &self,
        id: &SeriesId,
        period: Period,
        region: Option<Region>,
        activity: Option<Activity>,
    ) -> Option<u64> {
        self.series
            .get(id)?
            .cells
            .get(&(period, region, activity))
            .copied()
    }

    /// The exposure of a cell by one series. A number of persons is an average, so that a year's stands for each of its
    /// parts; hours of the year are cut down to the part, and say so. A total that is not given is the sum of its parts
    /// when all parts are given: 20 regions.
    #[must_use]
    pub fn find(
        &self,
        id: &SeriesId,
        period: Period,
        region: Option<Region>,
        activity: Option<Activity>,
    ) -> Option<Exposure> {
        let known = self.series.get(id)?;
        let (found, value) = [period, period.whole_year()]
            .into_iter()
            .find_map(|period| Some((period, known.value(period, region, activity)?)))?;
        #[expect(
            clippy::cast_precision_loss,
            reason = "no count of persons or hours reaches 2^53"
        )]
        let mut value = value as f64;
        let prorated = known.series.unit == Unit::Hours && found != period;
        if prorated {
            value *= period.share_of_year() / found.share_of_year();
        }
        (value > 0.0).then(|| Exposure {
            id: format!("{id}@{}", known.version),
            counter: known.series.counter.clone(),
            unit: known.series.unit,
            source: known.series.source.clone(),
            period: found,
            value,
            prorated,
        })
    }
}

impl Known {
    /// Whether it has any figure of a period, or of its year.
    fn knows(&self, period: Period) -> bool {
        let mut cells = self.series.cells.iter();
        cells.any(|cell| cell.period == period || cell.period == period.whole_year())
    }

    fn value(&self, period: Period, region: Option<Region>, activity: Option<Activity>) -> Option<u64> {
        if let Some(value) = self.cells.get(&(period, region, activity)) {
            return Some(*value);
        }
        if region.is_some() {
            return None;
        }
        Region::ALL
            .iter()
            .map(|region| self.cells.get(&(period, Some(*region), activity)).copied())
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use saqta_domain::series::SeriesCell;

    use super::*;

    fn row(id: &str, years: &[i16]) -> SeriesRow {
        let cells = years.iter().map(|year| SeriesCell {
            period: Period::year_of(*year).unwrap(),
            region: None,
            activity: None,
            value: 1,
        });
        SeriesRow {
            position: 1,
            at: jiff::Timestamp::UNIX_EPOCH,
            version: 1,
            series: Series {
                id: id.into(),
                counter: "synthetic".to_owned(),
                unit: Unit::Employees,
                source: "synthetic".to_owned(),
                published: None,
                cells: cells.collect(),
            },
        }
    }

    #[test]
    fn a_period_is_divided_by_the_first_series_that_knows_it() {
        let mut exposures = Exposures::default();
        exposures.take(row("a", &[2024, 2025]));
        exposures.take(row("b", &[2025, 2026]));
        let first = |period: Option<&str>| {
            let period = period.map(|period| period.parse().unwrap());
            let id = exposures.first_of(Unit::Employees, period);
            id.map(|id| id.as_str().to_owned())
        };
        assert_eq!(first(Some("2025-Q1")).as_deref(), Some("a"), "both know it");
        assert_eq!(first(Some("2026-Q1")).as_deref(), Some("b"));
        assert_eq!(first(Some("2030")).as_deref(), Some("a"), "neither knows it");
        assert_eq!(first(None).as_deref(), Some("a"));
        assert_eq!(exposures.first_of(Unit::Hours, None), None);
    }
}
