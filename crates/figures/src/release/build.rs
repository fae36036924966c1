//! From the register to a release.

use jiff::civil::Date;
use saqta_domain::activity::Level as ActivityLevel;
use saqta_domain::ids::SeriesId;
use saqta_domain::period::Period;
use saqta_domain::region::Region;
use saqta_domain::release::ReleaseSpec;
use saqta_statistics::Level;

use crate::analysis::change::change;
use crate::analysis::funnel::{Beside, Given, beside};
use crate::analysis::nowcast::foresee;
use crate::cross::{Dimension, Filter, Question, Tally, count};
use crate::measure::{Exposure, Exposures, Intervals, Measure, rate};
use crate::register::Register;
use crate::table::count_interval;

use super::content::{Figures, PublishedTable, Release, Revision, Sentences};
use super::earlier::{Earlier, Total};
use super::sentence;
use super::tables::{Wanted, Withheld};
use super::ways::ways;
use super::years::{as_told, years};

/// What a release is computed from, as it stood at a journal position.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The register.
    pub register: &'a Register,
    /// The series.
    pub exposures: &'a Exposures,
    /// The journal position.
    pub position: u64,
    /// The day: what the nowcast looks back from.
    pub as_of: Date,
    /// Everything published before, in the order of publication.
    pub earlier: &'a [Earlier],
}

/// By what a release counts.
const TABLES: [Dimension; 7] = [
    Dimension::Region,
    Dimension::Activity(ActivityLevel::Section),
    Dimension::Kind,
    Dimension::Cause,
    Dimension::Sex,
    Dimension::Age,
    Dimension::Month,
];

/// Computes a release. The same source gives the same release, to the last bit.
#[must_use]
pub fn build(source: Source<'_>, spec: &ReleaseSpec) -> Release {
    let period = spec.period;
    let own: Vec<&Earlier> = source
        .earlier
        .iter()
        .filter(|earlier| earlier.id == spec.id.as_str())
        .collect();
    // Of another release its last revision counts; of this one the cells are said anew, as far as they were said before.
    let told: Vec<&Earlier> = latest_of_others(source.earlier, spec)
        .into_iter()
        .filter(|earlier| earlier.is_of_year(period))
        .collect();
    let wanted = Wanted {
        register: source.register,
        period,
        threshold: spec.threshold,
        total: tally(source.register, period),
        earlier: &told,
        revised: own.last().copied(),
        ways: ways(period, source.earlier),
    };
    let (mut tables, mut told_before) = (Vec::new(), Vec::new());
    for by in TABLES {
        let Withheld {
            table,
            told_before: lost,
        } = wanted.table(by);
        tables.push(table);
        told_before.extend(lost);
    }
    let persons = persons(source.exposures, &spec.denominators, period);
    if let Some(id) = &persons {
        give_incidence(source.exposures, id, period, &mut tables);
    }
    let regions = persons
        .as_ref()
        .and_then(|id| regions(source.exposures, id, period, &tables));
    let published = regions.as_ref().map_or(0, |regions| regions.units.len());
    let total = figures(&source, spec, period);
    let before = as_told(&source, spec.threshold, period.a_year_before());
    let beside = |part: fn(Total) -> u64| {
        // Nothing at all a year before means that the register is younger than that.
        let before = before.filter(|before| before.count > 0)?;
        let now = Total::of_tally(&wanted.total);
        change((part(before), 1.0), (part(now), 1.0), Level::P95).ok()
    };
    let mut release = Release {
        id: spec.id.to_string(),
        revision: own.len() as u64 + 1,
        period,
        position: source.position,
        as_of: source.as_of,
        counter: "saqta-register".to_owned(),
        unit: "persons".to_owned(),
        synthetic: spec.synthetic,
        threshold: spec.threshold,
        denominators: denominators(source.exposures, spec),
        year_to_date: year_to_date(period).map(|since| figures(&source, spec, since)),
        change: beside(|total| total.count),
        fatal_change: beside(|total| total.fatal),
        years: years(&source, &spec.denominators, spec.threshold, period),
        nowcast: foresee(
            source.register,
            &Filter::default(),
            period,
            source.as_of,
            Level::P95,
        ),
        total,
        tables,
        regions_unpublished: Region::ALL.len() - published,
        regions,
        told_before,
        history: own.iter().map(|earlier| revision(earlier)).collect(),
        sentence: Sentences {
            kk: String::new(),
            ru: String::new(),
            en: String::new(),
        },
    };
    release.sentence = sentence::sentences(&release);
    release
}

fn latest_of_others<'e>(earlier: &'e [Earlier], spec: &ReleaseSpec) -> Vec<&'e Earlier> {
    let mut latest: Vec<&Earlier> = Vec::new();
    for each in earlier.iter().filter(|each| each.id != spec.id.as_str()) {
        latest.retain(|known| known.id != each.id);
        latest.push(each);
    }
    latest
}

/// Everybody whom the register counts in a period.
pub(crate) fn tally(register: &Register, period: Period) -> Tally {
    let question = Question {
        filter: Filter::of(period),
        by: Vec::new(),
    };
    let cells = count(register, &question);
    cells.first().map(|cell| cell.tally).unwrap_or_default()
}

/// The first series of persons among the denominators that knows the period.
pub(super) fn persons(exposures: &Exposures, denominators: &[SeriesId], period: Period) -> Option<SeriesId> {
    let found = denominators.iter().find(|id| {
        exposures
            .find(id, period, None, None)
            .is_some_and(|exposure| Measure::Incidence.is_over(exposure.unit))
    });
    found.cloned()
}

fn denominators(exposures: &Exposures, spec: &ReleaseSpec) -> Vec<Exposure> {
    let found = spec.denominators.iter();
    found
        .filter_map(|id| exposures.find(id, spec.period, None, None))
        .collect()
}

fn figures(source: &Source<'_>, spec: &ReleaseSpec, period: Period) -> Figures {
    let tally = tally(source.register, period);
    let mut intervals = Intervals::at(Level::P95);
    let rates = Measure::all().filter_map(|measure| {
        let exposure = spec
            .denominators
            .iter()
            .filter_map(|id| source.exposures.find(id, period, None, None))
            .find(|exposure| measure.is_over(exposure.unit))?;
        rate(measure, &tally, period, &exposure, false, &mut intervals)
    });
    #[expect(clippy::cast_precision_loss, reason = "no count of injuries reaches 2^53")]
    let ratio = (tally.fatal > 0).then(|| tally.non_fatal() as f64 / tally.fatal as f64);
    Figures {
        period,
        count: tally.count,
        count_interval: count_interval(tally.count, Level::P95),
        fatal: tally.fatal,
        fatal_interval: count_interval(tally.fatal, Level::P95),
        severe: tally.severe,
        lost_time: tally.lost_time,
        days_lost: tally.days_lost,
        non_fatal_per_fatal: ratio,
        rates: rates.collect(),
    }
}

/// January to the end of the period, where the period begins later.
fn year_to_date(period: Period) -> Option<Period> {
    let since = Period::months(period.year(), 1, period.last_month())?;
    (since != period).then_some(since)
}

/// Gives regions and sections with a published count their rate.
fn give_incidence(exposures: &Exposures, id: &SeriesId, period: Period, tables: &mut [PublishedTable]) {
    let mut intervals = Intervals::at(Level::P95);
    for table in tables {
        for row in &mut table.rows {
            let (Some(count), Some(code)) = (row.count, row.code.as_deref()) else {
                continue;
            };
            let exposure = match table.by.as_str() {
                "region" => {
                    Region::from_code(code).and_then(|region| exposures.find(id, period, Some(region), None))
                }
                "section" => code
                    .parse()
                    .ok()
                    .and_then(|activity| exposures.find(id, period, None, Some(activity))),
                _ => None,
            };
            let tally = Tally {
                count,
                ..Tally::default()
            };
            row.incidence = exposure.and_then(|exposure| {
                rate(
                    Measure::Incidence,
                    &tally,
                    period,
                    &exposure,
                    false,
                    &mut intervals,
                )
            });
        }
    }
}

/// The regions whose count is published, beside each other.
fn regions(
    exposures: &Exposures,
    id: &SeriesId,
    period: Period,
    tables: &[PublishedTable],
) -> Option<Beside> {
    let table = tables.iter().find(|table| table.by == "region")?;
    let given: Vec<Given> = Region::ALL
        .iter()
        .filter_map(|region| {
            let row = table
                .rows
                .iter()
                .find(|row| row.code.as_deref() == Some(region.code()));
            // A region without a row had none, and that is published.
            let count = row.map_or(Some(0), |row| row.count)?;
            let exposure = exposures.find(id, period, Some(*region), None)?;
            Some(Given {
                code: region.code().to_owned(),
                count,
                exposure: exposure.value,
            })
        })
        .collect();
    beside(&given, false, Level::P95)
        .ok()
        .filter(|beside| !beside.units.is_empty())
}

fn revision(earlier: &Earlier) -> Revision {
    Revision {
        revision: earlier.revision,
        position: earlier.position,
        as_of: earlier.as_of,
        count: earlier.total.count,
        fatal: earlier.total.fatal,
    }
}
