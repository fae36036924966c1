//! A release as files: what can be downloaded, each made of the canonical release alone.
//!
//! `release.json` is the canonical release. `NAME.csv` is one of its tables, `csvw.json` describes them (W3C CSV on the
//! Web), `NAME.sdmx.csv` is the same for statistical offices, `figures-LANGUAGE.xlsx` holds all tables for people,
//! `bulletin-LANGUAGE.pdf` is made to be read and printed, and `sentence-LANGUAGE.txt` is the sentence for the press.

mod bulletin;

use std::collections::BTreeMap;

use saqta_domain::period::Period;
use saqta_figures::measure::{Limits, Measure};
use saqta_figures::release::{Figures, PublishedRow, PublishedTable, Release, YearFigures};
use saqta_text::{Catalogue, Language, Value as Argument};

use crate::pdf::PdfError;
use crate::table::sdmx::Dataflow;
use crate::table::{
    Column, Datatype, Missing, Role, Speech, Table, TableError, Texts, Value, Workbook, csv, csvw, sdmx, xlsx,
};

/// Why a release cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum RenditionError {
    /// A table cannot be published.
    #[error(transparent)]
    Table(#[from] TableError),
    /// A bulletin cannot be made.
    #[error(transparent)]
    Pdf(#[from] PdfError),
    /// A number cannot be written.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// The licence under which figures are published.
const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";

/// All files of a release by name. The same release gives the same bytes.
///
/// # Errors
/// [`RenditionError`].
pub fn renditions(release: &Release) -> Result<BTreeMap<String, Vec<u8>>, RenditionError> {
    let catalogue = Catalogue::embedded();
    let workbook = workbook(release, &catalogue);
    let mut files = BTreeMap::from([
        ("release.json".to_owned(), release.to_json()?),
        ("csvw.json".to_owned(), csvw::metadata(&workbook)?.into_bytes()),
    ]);
    // A file of SDMX is read apart from the others: it says in each row what they say once.
    let comment = workbook.notice.as_ref().map(|notice| notice.en.clone());
    let dataflow = Dataflow {
        agency: "SAQTA".to_owned(),
        id: "INJURIES".to_owned(),
        version: "1.0".to_owned(),
        comment,
    };
    for table in &workbook.tables {
        files.insert(format!("{}.csv", table.id), csv::write(table)?);
        files.insert(format!("{}.sdmx.csv", table.id), sdmx::write(table, &dataflow)?);
    }
    let sentence = &release.sentence;
    for (language, sentence) in [
        (Language::Kk, &sentence.kk),
        (Language::Ru, &sentence.ru),
        (Language::En, &sentence.en),
    ] {
        let tag = language.tag();
        files.insert(
            format!("figures-{tag}.xlsx"),
            xlsx::write(&workbook, &catalogue, language)?,
        );
        let bulletin = bulletin::write(release, &workbook, &catalogue, language)?;
        files.insert(format!("bulletin-{tag}.pdf"), bulletin);
        files.insert(
            format!("sentence-{tag}.txt"),
            format!("{sentence}\n").into_bytes(),
        );
    }
    Ok(files)
}

/// Says messages in three languages.
struct Words<'c> {
    catalogue: &'c Catalogue,
}

impl Words<'_> {
    fn say(&self, id: &str) -> Texts {
        Texts::of(|language| self.catalogue.text(language, id, &[]))
    }

    /// A period as each language says it.
    fn period(&self, period: Period) -> Texts {
        let catalogue = self.catalogue;
        Texts::of(|language| Speech { catalogue, language }.period(period))
    }

    fn of_period(&self, id: &str, period: Period) -> Texts {
        let said = self.period(period);
        Texts::of(|language| {
            let arguments = [("period", Argument::from(said.get(language)))];
            self.catalogue.text(language, id, &arguments)
        })
    }
}

fn workbook(release: &Release, catalogue: &Catalogue) -> Workbook {
    let words = Words { catalogue };
    let mut tables = vec![total(release, &words)];
    tables.extend(release.tables.iter().map(|table| by(release, table, &words)));
    Workbook {
        id: release.id.clone(),
        title: words.of_period("release-title", release.period),
        notice: release.synthetic.then(|| words.say("release-synthetic")),
        description: description(release, &words),
        publisher: words.say("release-publisher"),
        sources: release
            .denominators
            .iter()
            .map(|denominator| {
                let line = format!(
                    "{}: {} ({})",
                    denominator.id, denominator.source, denominator.counter
                );
                Texts::of(|_| line.clone())
            })
            .collect(),
        licence: LICENCE.to_owned(),
        // The day of computing: the time of publication is none of the release's own.
        as_of: release.as_of,
        tables,
    }
}

/// What a reader must know, and which counts are not published.
fn description(release: &Release, words: &Words<'_>) -> Texts {
    let most = release.threshold.saturating_sub(1);
    let withheld = Texts::of(|language| {
        let arguments = [("most", Argument::from(i64::try_from(most).unwrap_or(i64::MAX)))];
        words.catalogue.text(language, "release-withheld", &arguments)
    });
    let counted = words.say("release-description");
    Texts::of(|language| format!("{} {}", counted.get(language), withheld.get(language)))
}

fn column(words: &Words<'_>, name: &str, datatype: Datatype, role: Role) -> Column {
    Column {
        name: name.to_owned(),
        title: words.say(&format!("release-column-{}", name.replace('_', "-"))),
        datatype,
        role,
        labels: BTreeMap::new(),
    }
}

/// The columns of a rate with its interval.
const RATE: Datatype = Datatype::Number { decimals: 3 };
const LIMIT: Datatype = Datatype::Number { decimals: 1 };

/// The country: this period, the year to date, and the same months of earlier years.
fn total(release: &Release, words: &Words<'_>) -> Table {
    let columns = vec![
        column(words, "period", Datatype::Period, Role::Key),
        column(words, "injured", Datatype::Integer, Role::Figure),
        column(words, "injured_lower", LIMIT, Role::Figure),
        column(words, "injured_upper", LIMIT, Role::Figure),
        column(words, "fatal", Datatype::Integer, Role::Figure),
        column(words, "fatal_lower", LIMIT, Role::Figure),
        column(words, "fatal_upper", LIMIT, Role::Figure),
        column(words, "severe", Datatype::Integer, Role::Figure),
        column(words, "days_lost", Datatype::Integer, Role::Figure),
        column(words, "incidence", RATE, Role::Figure),
        column(words, "incidence_lower", RATE, Role::Figure),
        column(words, "incidence_upper", RATE, Role::Figure),
        column(words, "denominator", Datatype::Text, Role::Attribute),
    ];
    let earlier = release.years.iter().filter(|year| year.period != release.period);
    let mut rows: Vec<Vec<Value>> = earlier.map(year_row).collect();
    rows.push(total_row(&release.total));
    rows.extend(release.year_to_date.as_ref().map(total_row));
    Table {
        id: "total".to_owned(),
        title: words.say("release-table-total"),
        notes: vec![
            words.say("release-note-interval"),
            words.say("release-note-counter"),
        ],
        columns,
        rows,
    }
}

fn total_row(figures: &Figures) -> Vec<Value> {
    let mut rates = figures.rates.iter();
    year_row(&YearFigures {
        period: figures.period,
        count: figures.count,
        count_interval: figures.count_interval,
        fatal: figures.fatal,
        fatal_interval: figures.fatal_interval,
        severe: figures.severe,
        days_lost: figures.days_lost,
        incidence: rates.find(|rate| rate.measure == Measure::Incidence).cloned(),
    })
}

fn year_row(year: &YearFigures) -> Vec<Value> {
    let [lower, upper] = limits(&year.count_interval);
    let [fatal_lower, fatal_upper] = limits(&year.fatal_interval);
    let incidence = year.incidence.as_ref();
    let interval = incidence.and_then(|rate| rate.interval);
    vec![
        Value::Period(year.period),
        whole(year.count),
        lower,
        upper,
        whole(year.fatal),
        fatal_lower,
        fatal_upper,
        whole(year.severe),
        whole(year.days_lost),
        number(incidence.map(|rate| rate.value)),
        number(interval.map(|limits| limits.lower)),
        number(interval.map(|limits| limits.upper)),
        Value::Text(incidence.map_or(String::new(), |rate| rate.denominator.clone())),
    ]
}

fn by(release: &Release, table: &PublishedTable, words: &Words<'_>) -> Table {
    let mut code = column(words, "code", Datatype::Text, Role::Key);
    code.title = words.say(&format!("release-table-{}", table.by));
    let known = table.rows.iter().filter_map(|row| row.code.clone());
    code.labels = known
        .map(|code| (code.clone(), label(words, &table.by, &code)))
        .collect();
    code.labels
        .insert("unknown".to_owned(), words.say("release-unknown"));
    let columns = vec![
        column(words, "period", Datatype::Period, Role::Key),
        code,
        column(words, "injured", Datatype::Integer, Role::Figure),
        column(words, "injured_lower", LIMIT, Role::Figure),
        column(words, "injured_upper", LIMIT, Role::Figure),
        column(words, "fatal", Datatype::Integer, Role::Figure),
        column(words, "severe", Datatype::Integer, Role::Figure),
        column(words, "incidence", RATE, Role::Figure),
        column(words, "incidence_lower", RATE, Role::Figure),
        column(words, "incidence_upper", RATE, Role::Figure),
        column(words, "denominator", Datatype::Text, Role::Attribute),
    ];
    let mut notes = vec![words.say("release-note-interval")];
    if release.threshold > 1 {
        notes.push(words.say("release-note-withheld"));
    }
    Table {
        id: table.by.clone(),
        title: words.say(&format!("release-table-{}", table.by)),
        notes,
        columns,
        rows: table.rows.iter().map(|row| by_row(release, row)).collect(),
    }
}

fn by_row(release: &Release, row: &PublishedRow) -> Vec<Value> {
    let withheld = |value: Option<u64>| value.map_or(Value::Missing(Missing::Suppressed), whole);
    let [lower, upper] = match &row.count_interval {
        Some(interval) => limits(interval),
        None => [
            Value::Missing(Missing::Suppressed),
            Value::Missing(Missing::Suppressed),
        ],
    };
    let missing = || {
        Value::Missing(if row.count.is_none() {
            Missing::Suppressed
        } else {
            Missing::NotAvailable
        })
    };
    let rate = row.incidence.as_ref();
    let interval = rate.and_then(|rate| rate.interval);
    vec![
        Value::Period(release.period),
        Value::Text(row.code.clone().unwrap_or_else(|| "unknown".to_owned())),
        withheld(row.count),
        lower,
        upper,
        withheld(row.fatal),
        withheld(row.severe),
        rate.map_or_else(missing, |rate| Value::Number(rate.value)),
        interval.map_or_else(missing, |limits| Value::Number(limits.lower)),
        interval.map_or_else(missing, |limits| Value::Number(limits.upper)),
        Value::Text(rate.map_or(String::new(), |rate| rate.denominator.clone())),
    ]
}

/// The words of a code; the code itself where the catalogues have none.
fn label(words: &Words<'_>, by: &str, code: &str) -> Texts {
    let id = match by {
        "month" => {
            return match code.parse() {
                Ok(month) => words.period(month),
                Err(_) => Texts::of(|_| code.to_owned()),
            };
        }
        "region" | "section" => format!("{by}-{code}"),
        // "65+" is no part of an id.
        _ => format!("injury-{by}-{}", code.trim_end_matches('+')),
    };
    match words.catalogue.has(Language::En, &id) {
        true => words.say(&id),
        false => Texts::of(|_| code.to_owned()),
    }
}

fn whole(count: u64) -> Value {
    Value::Integer(i64::try_from(count).unwrap_or(i64::MAX))
}

fn number(value: Option<f64>) -> Value {
    value.map_or(Value::Missing(Missing::NotAvailable), Value::Number)
}

fn limits(limits: &Limits) -> [Value; 2] {
    [Value::Number(limits.lower), Value::Number(limits.upper)]
}
