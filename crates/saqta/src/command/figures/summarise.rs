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
use saqta_text::Value;

use super::source::Source;
use super::{aligned, json, level};
use crate::failure::Failure;
use crate::language::{Reader, Words};
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

    #[command(flatten)]
    reader: Reader,

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
        let words = self.reader.words();
        let loaded = self.source.load(&words)?;
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
            output::remark(&nothing_in(&words, self.period, table.known_months));
        }
        if !table.denominators.is_empty() && has_no_rate(&table) {
            let period = self.period.to_string();
            output::remark(&words.say("terminal-no-denominator", &[("period", Value::from(&period))]));
        }
        output::answer(&if self.json {
            json(&table)?
        } else {
            in_words(&words, &table)
        })?;
        Ok(())
    }
}

/// Whether no cell could be divided by anything.
fn has_no_rate(table: &Table) -> bool {
    let mut rows = table.cells.iter().chain([&table.total]);
    rows.all(|row| row.rates.is_empty())
}

/// An answer of nothing but zeros may be the wrong period.
fn nothing_in(words: &Words, period: Period, known: Option<(Period, Period)>) -> String {
    let Some((first, last)) = known else {
        return words.word("terminal-no-injury");
    };
    let [period, first, last] = [period, first, last].map(|period| period.to_string());
    words.say(
        "terminal-nothing-in",
        &[
            ("period", Value::from(&period)),
            ("first", Value::from(&first)),
            ("last", Value::from(&last)),
        ],
    )
}

fn in_words(words: &Words, table: &Table) -> String {
    let heading = [
        if table.by.is_empty() {
            words.word("terminal-all")
        } else {
            table.by.join(" × ")
        },
        words.word("terminal-column-injured"),
        words.word("terminal-column-interval"),
        words.word("terminal-column-died"),
        words.word("terminal-column-rates"),
    ];
    let mut rows = vec![heading];
    rows.extend(table.cells.iter().map(|row| cells(words, name(words, row), row)));
    if !table.by.is_empty() {
        rows.push(cells(words, words.word("terminal-all"), &table.total));
    }
    let mut lines = aligned(&rows, [24, 9, 17, 7, 0]);
    let all = table.cells.iter().chain([&table.total]);
    let of_persons = all
        .flat_map(|row| &row.rates)
        .find(|rate| !rate.measure.is_per_hour());
    if let Some(rate) = of_persons {
        lines.push(words.word(if rate.annualised {
            "terminal-annualised"
        } else {
            "terminal-cumulative"
        }));
    }
    lines.join("\n")
}

fn name(words: &Words, row: &Row) -> String {
    let codes = row
        .cell
        .key
        .iter()
        .map(|code| code.clone().unwrap_or_else(|| words.word("terminal-not-known")));
    let name = codes.collect::<Vec<_>>().join(" × ");
    if name.is_empty() {
        words.word("terminal-all")
    } else {
        name
    }
}

fn cells(words: &Words, name: String, row: &Row) -> [String; 5] {
    let rates: Vec<String> = row
        .rates
        .iter()
        .filter_map(|rate| {
            let limits = rate.interval?;
            let [value, lower, upper] =
                [rate.value, limits.lower, limits.upper].map(|number| format!("{number:.4}"));
            let (measure, per) = (rate.measure.to_string(), rate.per.to_string());
            let id = if rate.annualised {
                "terminal-rate-annualised"
            } else {
                "terminal-rate"
            };
            Some(words.say(
                id,
                &[
                    ("measure", Value::from(&measure)),
                    ("value", Value::from(&value)),
                    ("lower", Value::from(&lower)),
                    ("upper", Value::from(&upper)),
                    ("per", Value::from(&per)),
                    ("denominator", Value::from(&rate.denominator)),
                ],
            ))
        })
        .take(2)
        .collect();
    [
        name,
        row.cell.tally.count.to_string(),
        format!("{:.1}–{:.1}", row.interval.lower, row.interval.upper),
        row.cell.tally.fatal.to_string(),
        rates.join("; "),
    ]
}
