//! `saqta figures series`

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;
use saqta_documents::series::Refused;
use saqta_documents::series::file::{Found, NotRead, Words as Said, read};
use saqta_domain::command::{Answer, Command};
use saqta_domain::series::Unit;
use saqta_text::Value;
use serde::Deserialize;

use super::source::{Errors, unread, unreadable};
use crate::failure::Failure;
use crate::folder::HeldFolder;
use crate::language::{Reader, Words, number};
use crate::output;
use crate::remote::{Access, PATIENT, Remote, Response};

#[derive(Args, Debug)]
pub(crate) struct Series {
    /// Figures that others count: the documented CSV, or Eurostat's SDMX-CSV 2.0 (see docs/files.md)
    file: PathBuf,

    /// Data folder; no server may be running on it
    #[arg(
        long,
        value_name = "DIR",
        env = "SAQTA_DATA",
        required_unless_present = "server"
    )]
    data: Option<PathBuf>,

    /// Address of a running server, instead of a data folder
    #[arg(long, value_name = "URL", conflicts_with = "data")]
    server: Option<String>,

    #[command(flatten)]
    access: Access,

    /// SDMX-CSV: the id of the series
    #[arg(long, value_name = "ID")]
    id: Option<String>,

    /// SDMX-CSV: who counts
    #[arg(long, value_name = "NAME")]
    counter: Option<String>,

    /// SDMX-CSV: employees, employed, hours, injured, fatal, severe, days-lost or non-fatal
    #[arg(long, value_name = "UNIT", value_parser = unit)]
    unit: Option<Unit>,

    /// SDMX-CSV: where it was published
    #[arg(long, value_name = "TEXT")]
    source: Option<String>,

    /// SDMX-CSV: when it was published
    #[arg(long, value_name = "DATE")]
    published: Option<jiff::civil::Date>,

    /// SDMX-CSV: of a dimension with several values the one that is meant, as sex:T; again for each
    #[arg(long, value_name = "NAME:CODE", value_parser = pair)]
    only: Vec<(String, String)>,

    #[command(flatten)]
    reader: Reader,
}

fn unit(text: &str) -> Result<Unit, String> {
    let known = || Unit::ALL.iter().map(|unit| unit.code()).collect::<Vec<_>>();
    Unit::from_code(text).ok_or_else(|| format!("one of {}", known().join(", ")))
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (name, code) = text.split_once(':').ok_or("a dimension and its code, as sex:T")?;
    Ok((name.trim().to_lowercase(), code.trim().to_owned()))
}

impl Series {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let words = self.reader.words();
        let file = std::fs::read(&self.file).map_err(|error| unread(&self.file, error))?;
        // The server would say the same; here it is said before anything is sent.
        let found = read(&file, &self.said()).map_err(|error| self.refused(&words, error))?;
        if let Found::Aggregates(found) = &found {
            for ((dimension, code), rows) in &found.skipped {
                output::remark(&words.say(
                    "terminal-passed-over",
                    &[
                        ("rows", number(*rows)),
                        ("dimension", Value::from(dimension)),
                        ("code", Value::from(code)),
                    ],
                ));
            }
        }
        let recorded = match (&self.server, &self.data) {
            (Some(server), _) => self.send(&words, server, &file)?,
            (None, Some(data)) => {
                let mut folder = HeldFolder::open(data)?;
                let answer = folder.ask(Command::RecordSeriesTogether(found.into_series()));
                folder.close()?;
                match answer?.0 {
                    Answer::SeriesTogether(series) => series
                        .into_iter()
                        .map(|(id, version)| format!("{id}@{version}"))
                        .collect(),
                    other => anyhow::bail!("series were answered by {other:?}"),
                }
            }
            (None, None) => return Err(Failure::misuse("neither --data nor --server is given").into()),
        };
        let series = recorded.join(", ");
        output::answer(&words.say("terminal-taken-in", &[("series", Value::from(&series))]))?;
        Ok(())
    }

    fn said(&self) -> Said {
        Said {
            id: self.id.as_deref().map(Into::into),
            counter: self.counter.clone(),
            unit: self.unit,
            source: self.source.clone(),
            published: self.published,
            only: self.only.iter().cloned().collect::<BTreeMap<_, _>>(),
        }
    }

    fn query(&self) -> Vec<(&'static str, String)> {
        let only = self.only.iter().map(|(name, code)| format!("{name}:{code}"));
        let only = only.collect::<Vec<String>>().join(",");
        let given = [
            ("id", self.id.clone()),
            ("counter", self.counter.clone()),
            ("unit", self.unit.map(|unit| unit.code().to_owned())),
            ("source", self.source.clone()),
            ("published", self.published.map(|day| day.to_string())),
            ("only", (!only.is_empty()).then_some(only)),
        ];
        given
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?)))
            .collect()
    }

    fn send(&self, words: &Words, server: &str, file: &[u8]) -> anyhow::Result<Vec<String>> {
        let remote = Remote::new(server, &self.access, PATIENT)?.speaking(words.language);
        let answered: Response = remote
            .post_file("/series/file", &self.query(), file)
            .map_err(|error| remote.unreachable(error))?;
        let recorded = Recorded::deserialize(answered.into_success()?)?;
        Ok(recorded
            .series
            .into_iter()
            .map(|series| series.denominator)
            .collect())
    }

    fn refused(&self, words: &Words, error: NotRead) -> Failure {
        let nothing = || words.word("terminal-wrong-cells.safe-taken-in");
        let errors = match error {
            NotRead::Refused(Refused::Rows(errors)) => errors,
            NotRead::Refused(Refused::Open(error)) => {
                return unreadable(words, &self.file, &error).safe(nothing());
            }
            NotRead::Unsaid(name) => {
                return Failure::misuse(format!("SDMX-CSV does not say `{name}`"))
                    .safe(nothing())
                    .advice(format!("say it by --{name}"));
            }
        };
        let mut wrong = Errors::of(words);
        errors.iter().for_each(|(line, error)| wrong.tell(*line, error));
        wrong.failure(&self.file, "taken-in")
    }
}

/// What a server answers.
#[derive(Debug, Deserialize)]
struct Recorded {
    series: Vec<RecordedSeries>,
}

#[derive(Debug, Deserialize)]
struct RecordedSeries {
    denominator: String,
}
