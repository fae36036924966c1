//! A register of a million injuries: brought in over HTTP, tabulated, released; beside pandas and SQLite, which make the
//! same tables of the same file. A run in which two of them count differently fails.

mod analyst;
mod chance;
mod file;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::ensure;
use serde_json::Value;

use crate::beside::tables::{Measured, Other};
use crate::house::{House, Running};
use crate::options::Options;
use crate::report::{Goal, Report, grouped};
use crate::rounds::{megabytes, microseconds_each};
use crate::say;

use analyst::Analyst;
use file::Sort;

/// Counts by key, joined by `|`: injured, died, severely injured, lost time, days lost.
pub(crate) type Cells = BTreeMap<String, [u64; 5]>;

/// A table that everybody makes.
pub(crate) struct Question {
    name: &'static str,
    /// Over which year; all of them unless said.
    pub(crate) year: Option<i16>,
    /// By what.
    pub(crate) by: &'static [&'static str],
    goal: Goal,
}

const ONE_DIMENSION: Goal = Goal::Below(50.0);
const THREE_WAYS: Goal = Goal::Below(300.0);

const QUESTIONS: [Question; 4] = [
    Question {
        name: "by region, a year",
        year: Some(2025),
        by: &["region"],
        goal: ONE_DIMENSION,
    },
    Question {
        name: "by region, five years",
        year: None,
        by: &["region"],
        goal: ONE_DIMENSION,
    },
    Question {
        name: "region × section × month, a year",
        year: Some(2025),
        by: &["region", "section", "month"],
        goal: THREE_WAYS,
    },
    Question {
        name: "region × section × quarter, five years",
        year: None,
        by: &["region", "section", "quarter"],
        goal: THREE_WAYS,
    },
];

/// The release: a quarter, under an id of its own.
const RELEASE: &str = "kz-2025-q4";
const QUARTER: &str = "2025-Q4";

/// The files that every round works on.
struct Files {
    injuries: PathBuf,
    scattered: PathBuf,
    named: PathBuf,
    sections: Value,
}

/// Measures every round. The files are the same in all of them; the installations are new.
pub(crate) async fn measure(options: &Options, report: &mut Report) -> anyhow::Result<()> {
    say("writing the synthetic register");
    let files = Files {
        injuries: options.work.join("injuries.csv"),
        scattered: options.work.join("scattered.csv"),
        named: options.work.join("named.csv"),
        sections: file::sections()?,
    };
    file::write(&files.injuries, options.size.injuries, Sort::Plain)?;
    file::write(&files.scattered, options.size.injuries, Sort::Scattered)?;
    file::write(&files.named, options.size.named, Sort::Named)?;
    for round in 1..=options.rounds {
        say(&format!(
            "round {round} of {}: a register of injuries",
            options.rounds
        ));
        let ours = saqta(options, &files, report).await?;
        for other in [Other::Pandas, Other::Sqlite] {
            let theirs = other.measure(
                options,
                &files.injuries,
                &files.sections,
                &QUESTIONS,
                options.size.asked_beside,
            )?;
            beside(options, other, &theirs, report);
            agree(&ours, other, &theirs)?;
        }
        let name = "injuries imported with persons, each sealed";
        import_alone(options, &files.named, options.size.named, name, report).await?;
    }
    // Once: it takes long.
    let name = "injuries imported whose numbers are in no order";
    import_alone(options, &files.scattered, options.size.injuries, name, report).await
}

/// The program: the import, the tables, the release, then a new start. Gives the tables.
async fn saqta(options: &Options, files: &Files, report: &mut Report) -> anyhow::Result<Vec<Cells>> {
    let house = House::declared(&options.saqta, &options.work, &file::declaration()?)?;
    let token = house.token("analyst")?;
    let running = house.serve()?;
    let mut analyst = Analyst::open(&running, &token).await?;
    for series in file::series() {
        analyst.record_series(&series).await?;
    }
    let injuries = options.size.injuries;
    report.add("injuries in the register", "", Goal::None, injuries as f64);
    import(
        &mut analyst,
        &running,
        &files.injuries,
        injuries,
        "injuries imported over HTTP, durable, lists caught up",
        Goal::Above(30_000.0),
        report,
    )
    .await?;
    report.add(
        "memory after the import",
        "MB",
        Goal::None,
        megabytes(running.memory()?),
    );
    report.add(
        "data folder after the import",
        "MB",
        Goal::None,
        megabytes(house.size()?),
    );
    first_table(&mut analyst, injuries, "first table after the import", report).await?;
    report.add(
        "memory with the register in it",
        "MB",
        Goal::None,
        megabytes(running.memory()?),
    );
    let tables = tables(options, &mut analyst, report).await?;
    release(&house, &mut analyst, report).await?;
    running.stop()?;

    let running = house.serve()?;
    let mut analyst = Analyst::open(&running, &token).await?;
    report.add(
        "start on it: ready",
        "s",
        Goal::None,
        running.ready_after.as_secs_f64(),
    );
    first_table(&mut analyst, injuries, "first table after a start", report).await?;
    report.add(
        "memory after a start and a table",
        "MB",
        Goal::None,
        megabytes(running.memory()?),
    );
    running.stop()?;
    Ok(tables)
}

/// Brings a file in, until all of it counts and every list shows it.
async fn import(
    analyst: &mut Analyst,
    running: &Running,
    file: &Path,
    injuries: u64,
    name: &str,
    goal: Goal,
    report: &mut Report,
) -> anyhow::Result<()> {
    let body = std::fs::read(file)?;
    let processor = running.processor_seconds()?;
    let begin = Instant::now();
    analyst.import(&body, injuries).await?;
    analyst.caught_up().await?;
    let took = begin.elapsed().as_secs_f64();
    report.add(name, "rows/s", goal, injuries as f64 / took);
    let processor = running.processor_seconds()? - processor;
    report.add(
        &format!("{name}: the server's processor time for a row"),
        "µs",
        Goal::None,
        microseconds_each(processor, usize::try_from(injuries)?),
    );
    Ok(())
}

/// Brings a file into an installation of its own, which is then ended.
async fn import_alone(
    options: &Options,
    file: &Path,
    injuries: u64,
    name: &str,
    report: &mut Report,
) -> anyhow::Result<()> {
    let house = House::declared(&options.saqta, &options.work, &file::declaration()?)?;
    let token = house.token("analyst")?;
    let running = house.serve()?;
    let mut analyst = Analyst::open(&running, &token).await?;
    import(&mut analyst, &running, file, injuries, name, Goal::None, report).await?;
    running.stop()
}

/// The first table reads the register into memory.
async fn first_table(
    analyst: &mut Analyst,
    injuries: u64,
    name: &str,
    report: &mut Report,
) -> anyhow::Result<()> {
    let begin = Instant::now();
    let table = analyst.table(&QUESTIONS[1]).await?;
    report.add(name, "s", Goal::None, begin.elapsed().as_secs_f64());
    let injured: u64 = analyst::cells(&table)?.values().map(|counts| counts[0]).sum();
    ensure!(
        injured == injuries,
        "{injured} of {injuries} injuries are in the table"
    );
    Ok(())
}

async fn tables(options: &Options, analyst: &mut Analyst, report: &mut Report) -> anyhow::Result<Vec<Cells>> {
    let mut tables = Vec::new();
    for question in &QUESTIONS {
        let mut took = Vec::new();
        let mut table = Vec::new();
        for _ in 0..options.size.asked {
            let begin = Instant::now();
            table = analyst.table(question).await?;
            took.push(milliseconds(begin.elapsed()));
        }
        let cells = analyst::cells(&table)?;
        say(&format!("{}: {} cells", question.name, grouped(&cells.len())));
        add_spread(report, question.name, question.goal, took);
        tables.push(cells);
    }
    Ok(tables)
}

async fn release(house: &House, analyst: &mut Analyst, report: &mut Report) -> anyhow::Result<()> {
    let begin = Instant::now();
    analyst.publish(RELEASE, QUARTER).await?;
    report.add(
        "a quarterly release, published with all its files",
        "s",
        Goal::Below(10.0),
        begin.elapsed().as_secs_f64(),
    );
    let begin = Instant::now();
    let told = house.run(&["figures", "verify", RELEASE, "--data", &house.data()])?;
    report.add(
        "`saqta figures verify` of it",
        "s",
        Goal::None,
        begin.elapsed().as_secs_f64(),
    );
    ensure!(
        told.contains("byte for byte"),
        "the release is not verified: {told}"
    );
    Ok(())
}

fn beside(options: &Options, other: Other, theirs: &Measured, report: &mut Report) {
    let name = other.name();
    let brought = options.size.injuries as f64 / theirs.import;
    say(&format!("{name} is {}", theirs.version));
    report.add(
        &format!("{name}: reading the file"),
        "rows/s",
        Goal::None,
        brought,
    );
    report.add(
        &format!("{name}: memory at the most"),
        "MB",
        Goal::None,
        theirs.memory,
    );
    for (question, answer) in QUESTIONS.iter().zip(&theirs.answers) {
        let name = format!("{name}: {}", question.name);
        add_spread(report, &name, Goal::None, answer.took.clone());
    }
}

/// Fails when another has counted anything else.
fn agree(ours: &[Cells], other: Other, theirs: &Measured) -> anyhow::Result<()> {
    ensure!(
        ours.len() == theirs.answers.len(),
        "{} left a question open",
        other.name()
    );
    for ((question, ours), theirs) in QUESTIONS.iter().zip(ours).zip(&theirs.answers) {
        let keys = ours.keys().chain(theirs.cells.keys());
        for key in keys {
            let (one, another) = (ours.get(key), theirs.cells.get(key));
            ensure!(
                one == another,
                "{}, {key}: Saqta counts {one:?}, {} {another:?}",
                question.name,
                other.name()
            );
        }
    }
    say(&format!("{} counts the same in every cell", other.name()));
    Ok(())
}

fn add_spread(report: &mut Report, name: &str, goal: Goal, mut took: Vec<f64>) {
    took.sort_by(f64::total_cmp);
    let at = |per_cent: usize| {
        took.get((took.len() * per_cent / 100).min(took.len() - 1))
            .copied()
    };
    report.add(
        &format!("{name}: p50"),
        "ms",
        Goal::None,
        at(50).unwrap_or(f64::NAN),
    );
    report.add(&format!("{name}: p95"), "ms", goal, at(95).unwrap_or(f64::NAN));
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1_000.0
}
