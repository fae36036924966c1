//! `saqta figures`: what figures are worth, without a server.

mod check;
mod compare;
mod funnel;
mod import;
mod interval;
mod series;
pub(crate) mod source;
mod summarise;
mod verify;

use clap::{Args, Subcommand};
use saqta_statistics::Level;

use crate::failure::Failure;

#[derive(Args, Debug)]
pub(crate) struct Figures {
    #[command(subcommand)]
    asked: Asked,
}

#[derive(Subcommand, Debug)]
enum Asked {
    /// Interval of a count, or of its rate over an exposure
    #[command(after_help = "Examples:\n  saqta figures interval --count 40\n  \
                      saqta figures interval --count 293 --exposure 7015.108 --level 0.95 --method garwood --json\n\n\
                      Methods: garwood (exact), mid-p, byar (approximate, for display only). A limit below 0 is reported as 0.")]
    Interval(interval::Interval),
    /// Two counts over their exposures: the ratio of the rates, and whether they differ by more than chance
    #[command(
        after_help = "Example:\n  saqta figures compare --counts 293,352 --exposures 1,1 --json\n\n\
                      The interval of the ratio is the score interval; the p-values are two-sided."
    )]
    Compare(compare::Compare),
    /// What the claims of a press text are worth, and the text with its uncertainty
    #[command(
        after_help = "Examples:\n  saqta figures check release.txt --lang en --json\n  saqta figures check - < release.txt\n\n\
                      Verdicts: holds, noise (not distinguishable from chance), mixed (period or denominator unclear),\n\
                      implausible, unknown. The reference data ship with the program; no server is asked."
    )]
    Check(check::Check),
    /// Compute a release again from the journal at its position, and compare byte for byte
    #[command(
        after_help = "Examples:\n  saqta figures verify kz-2025-q1 --data /var/lib/saqta\n  \
                      saqta figures verify kz-2025-q1@1 --data /var/lib/saqta --to recomputed\n  \
                      saqta figures verify release.json --data /var/lib/saqta\n\n\
                      Also beside a running server. Exits 1 and names the first file that differs, if one does."
    )]
    Verify(verify::Verify),
    /// Bring a file of injuries into the register: all of it or nothing
    #[command(
        after_help = "Examples:\n  saqta figures import injuries.csv --data /var/lib/saqta\n  \
                      saqta figures import sheet.xlsx --mapping docs/mappings/sheet-ru.toml --data /var/lib/saqta\n\n\
                      One wrong row, and nothing is recorded. The same file again changes nothing; cut off, it goes on."
    )]
    Import(import::Import),
    /// Take in figures that others count: denominators, published totals; all of a file or nothing
    #[command(
        after_help = "Examples:\n  saqta figures series employees.csv --data /var/lib/saqta\n  \
                      saqta figures series hsw.csv --id employed --counter bns --unit employed --source \"BNS 2025\" \\\n    \
                      --only sex:T --server https://saqta.example --token-file token\n\n\
                      One wrong row, and nothing is taken in. The same file again changes nothing."
    )]
    Series(Box<series::Series>),
    /// Counts and rates of a file of injuries, with their intervals
    #[command(
        after_help = "Example:\n  saqta figures summarise injuries.csv --denominators employees.csv --by region --period 2025-Q1 --json"
    )]
    Summarise(summarise::Summarise),
    /// Regions or sections of a file beside each other: who stands out, what of their order is established
    #[command(
        after_help = "Example:\n  saqta figures funnel injuries.csv --denominators employees.csv --by region --period 2025-Q1"
    )]
    Funnel(funnel::Funnel),
}

impl Figures {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        match self.asked {
            Asked::Interval(interval) => interval.run(),
            Asked::Compare(compare) => compare.run(),
            Asked::Check(check) => check.run(),
            Asked::Summarise(summarise) => summarise.run(),
            Asked::Import(import) => import.run(),
            Asked::Series(series) => series.run(),
            Asked::Funnel(funnel) => funnel.run(),
            Asked::Verify(verify) => verify.run(),
        }
    }
}

/// The coverage of an interval, as an option.
fn level(text: &str) -> Result<Level, String> {
    let level = text
        .parse()
        .map_err(|_| "a number between 0 and 1, as 0.95".to_owned())?;
    Level::new(level).map_err(|error| error.to_string())
}

/// A count, as an option.
fn whole(text: &str) -> Result<u64, String> {
    text.parse()
        .map_err(|_| "a whole number that is not negative, as 40".to_owned())
}

/// A p-value for people; JSON has all its digits.
fn p_text(p: f64) -> String {
    if p < 0.0001 {
        "< 0.0001".to_owned()
    } else {
        format!("{p:.4}")
    }
}

/// Rows in columns of at least these widths: the first and the last to the left, those between to the right.
fn aligned<const N: usize>(rows: &[[String; N]], least: [usize; N]) -> Vec<String> {
    let mut widths = least;
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row).take(N.saturating_sub(1)) {
            *width = cell.chars().count().max(*width);
        }
    }
    let line = |row: &[String; N]| {
        let mut line = String::new();
        for (place, (cell, width)) in row.iter().zip(widths).enumerate() {
            match place {
                0 => line.push_str(&format!("{cell:<width$}")),
                _ if place + 1 == N => line.push_str(&format!("  {cell}")),
                _ => line.push_str(&format!(" {cell:>width$}")),
            }
        }
        line.trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

/// A number that JSON can write; infinity and "not a number" it cannot.
fn finite(number: f64) -> Option<f64> {
    number.is_finite().then_some(number)
}

fn json<T: serde::Serialize>(answer: &T) -> anyhow::Result<String> {
    serde_json::to_string(answer).map_err(|error| {
        Failure::failed("the answer cannot be written")
            .because(error)
            .into()
    })
}
