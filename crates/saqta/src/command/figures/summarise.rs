//! `saqta figures summarise`

use clap::Args;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use saqta_domain::period::Period;
use saqta_engine::{Clock as _, SystemClock};
use saqta_figures::cross::{Dimension, Filter, distinct};
use saqta_figures::measure::Measure;
use saqta_figures::table::{Request, Row, Table, tabulate, usual_denominators};
use saqta_statistics::Level;

use super::source::Source;
use super::{json, level};
use crate::failure::Failure;
use crate::output;

#[derive(Args, Debug)]
pub(crate) struct Summarise {
    #[command(flatten)]
    source: Source,

    /// By what: region, section, division, cause, kind, outcome, sex, age, month, quarter, year, hour, …; several with commas
    #[arg(long, value_delimiter = ',')]
    by: Vec<Dimension>,

    /// Over which months: 2025, 2025-Q1, 2025-03, 2025-01..09
    #[arg(long)]
    period: Period,

    /// Scale rates of persons up to a year
    #[arg(long)]
    annualise: bool,

    /// Coverage of the intervals, between 0 and 1
    #[arg(long, default_value = "0.95", value_parser = level)]
    level: Level,

    /// List cells without an injury as 0 (regions, sections, kinds … that the file does not name; months up to today)
    #[arg(long)]
    zeros: bool,

    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

/// The most cells of a table.
const MOST: usize = 1_000_000;

fn today() -> Date {
    SystemClock::new().now().to_zoned(TimeZone::UTC).date()
}

impl Summarise {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        distinct(&self.by).map_err(|twice| {
            Failure::misuse(twice.to_string()).advice("name each thing that is counted by once")
        })?;
        let loaded = self.source.load()?;
        let request = Request {
            period: Some(self.period),
            filter: Filter::default(),
            by: self.by,
            measures: Measure::all().collect(),
            denominators: usual_denominators(&loaded.exposures, Some(self.period)),
            annualise: self.annualise,
            level: self.level,
            zeros_as_of: self.zeros.then(today),
            most: MOST,
        };
        let table = tabulate(&loaded.register, &loaded.exposures, &request).map_err(|error| {
            Failure::misuse(error.to_string()).advice("count by fewer things, or without --zeros")
        })?;
        if table.total.cell.tally.count == 0 {
            output::remark(&nothing_in(self.period, table.known_months));
        }
        output::answer(&if self.json {
            json(&table)?
        } else {
            in_words(&table)
        })?;
        Ok(())
    }
}

/// An answer of nothing but zeros may be the wrong period.
fn nothing_in(period: Period, known: Option<(Period, Period)>) -> String {
    match known {
        Some((first, last)) => {
            format!("no injury of the file lies in {period}; it has {first} to {last}")
        }
        None => "the file has no injury".to_owned(),
    }
}

fn in_words(table: &Table) -> String {
    let mut lines = vec![format!(
        "{:<24} {:>9} {:>17} {:>7}  {}",
        if table.by.is_empty() {
            "all".to_owned()
        } else {
            table.by.join(" × ")
        },
        "injured",
        "interval",
        "died",
        "rates"
    )];
    lines.extend(table.cells.iter().map(|row| line(&name(row), row)));
    if !table.by.is_empty() {
        lines.push(line("all", &table.total));
    }
    let rates = table
        .cells
        .iter()
        .chain([&table.total])
        .flat_map(|row| &row.rates);
    if let Some(rate) = rates.into_iter().find(|rate| !rate.measure.is_per_hour()) {
        lines.push(if rate.annualised {
            "rates of persons are annualised: scaled up from the period to a year".to_owned()
        } else {
            "rates of persons are cumulative: of the period as it is, not annualised".to_owned()
        });
    }
    lines.join("\n")
}

fn name(row: &Row) -> String {
    let codes = row
        .cell
        .key
        .iter()
        .map(|code| code.as_deref().unwrap_or("not known"));
    let name = codes.collect::<Vec<_>>().join(" × ");
    if name.is_empty() { "all".to_owned() } else { name }
}

fn line(name: &str, row: &Row) -> String {
    let rates: Vec<String> = row
        .rates
        .iter()
        .filter_map(|rate| {
            let limits = rate.interval?;
            Some(format!(
                "{} {:.4} ({:.4}–{:.4}) per {} over {}{}",
                rate.measure,
                rate.value,
                limits.lower,
                limits.upper,
                rate.per,
                rate.denominator,
                if rate.annualised { ", annualised" } else { "" }
            ))
        })
        .take(2)
        .collect();
    format!(
        "{name:<24} {:>9} {:>17} {:>7}  {}",
        row.cell.tally.count,
        format!("{:.1}–{:.1}", row.interval.lower, row.interval.upper),
        row.cell.tally.fatal,
        rates.join("; ")
    )
}
