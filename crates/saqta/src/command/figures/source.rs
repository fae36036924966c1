//! A register made of a file, without a server.

use std::collections::HashMap;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::Timestamp;
use saqta_documents::injuries::{Mapping, each_row};
use saqta_documents::series::wide::{self, WideError};
use saqta_documents::series::{Refused, csv};
use saqta_documents::{OpenError, RowError};
use saqta_domain::decide::known_id;
use saqta_domain::directory::Directory;
use saqta_domain::ids::InjuryId;
use saqta_domain::injury::{Details, Reporter};
use saqta_domain::series::Series;
use saqta_engine::{Clock as _, SystemClock};
use saqta_figures::measure::Exposures;
use saqta_figures::register::Register;
use saqta_readmodel::{ReportRow, SeriesRow};
use saqta_text::Value;

use crate::failure::Failure;
use crate::language::{Words, number};
use crate::output;

#[derive(Args, Debug)]
pub(crate) struct Source {
    /// Injuries: the documented CSV, one row an injury, or an xlsx with a mapping (see docs/files.md)
    file: PathBuf,

    /// Mapping of other headers and words to the documented ones, TOML
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,

    /// Denominators: the documented CSV, or a table with columns as kato,employees_2025_k
    #[arg(long, value_name = "FILE")]
    denominators: Option<PathBuf>,
}

/// What a file holds.
pub(super) struct Loaded {
    pub(super) register: Register,
    pub(super) exposures: Exposures,
}

/// The most errors that are listed.
const LISTED: u64 = 50;

/// Tells the wrong cells of a file, each with its line and column, up to a number that somebody reads.
pub(super) struct Errors<'w> {
    words: &'w Words,
    wrong: u64,
}

impl<'w> Errors<'w> {
    pub(super) fn of(words: &'w Words) -> Self {
        Self { words, wrong: 0 }
    }

    pub(super) fn tell(&mut self, line: u64, error: &RowError) {
        let told = error.tell(&self.words.catalogue, self.words.language);
        self.tell_as(line, &error.column, &told.together());
    }

    /// The same, where it was put into words already.
    pub(super) fn tell_as(&mut self, line: u64, column: &str, told: &str) {
        self.wrong += 1;
        if self.wrong > LISTED {
            return;
        }
        let id = if column.is_empty() {
            "terminal-at-line"
        } else {
            "terminal-at-cell"
        };
        let place = [("line", number(line)), ("column", Value::from(column))];
        output::remark(&format!("{}: {told}", self.words.say(id, &place)));
    }

    /// Counts those that are wrong and were not handed over.
    pub(super) fn more(&mut self, wrong: u64) {
        self.wrong = self.wrong.max(wrong);
    }

    /// Ends in a failure if anything was wrong; what was not done then is `counted`, `recorded` or `taken-in`.
    pub(super) fn end(&self, path: &Path, not_done: &str) -> Result<(), Failure> {
        if self.wrong == 0 {
            Ok(())
        } else {
            Err(self.failure(path, not_done))
        }
    }

    /// The failure of a file with so many wrong cells.
    pub(super) fn failure(&self, path: &Path, not_done: &str) -> Failure {
        if self.wrong > LISTED {
            let more = [("count", number(self.wrong - LISTED))];
            output::remark(&self.words.say("terminal-and-more", &more));
        }
        let file = path.display().to_string();
        let args = [("wrong", number(self.wrong)), ("file", Value::from(&file))];
        Failure::misuse(self.words.say("terminal-wrong-cells", &args))
            .safe(self.words.word(&format!("terminal-wrong-cells.safe-{not_done}")))
            .advice(self.words.word("terminal-wrong-cells.do"))
    }
}

impl Source {
    pub(super) fn load(&self, words: &Words) -> anyhow::Result<Loaded> {
        let mut exposures = Exposures::default();
        if let Some(path) = &self.denominators {
            for (position, series) in (1..).zip(denominators(words, path)?) {
                exposures.take(SeriesRow {
                    position,
                    at: Timestamp::UNIX_EPOCH,
                    version: 1,
                    series,
                });
            }
        }
        Ok(Loaded {
            register: register(words, &self.file, &mapping(self.mapping.as_deref())?)?,
            exposures,
        })
    }
}

/// A mapping; the documented file needs none.
pub(crate) fn mapping(path: Option<&Path>) -> Result<Mapping, Failure> {
    let Some(path) = path else {
        return Ok(Mapping::default());
    };
    let cannot = || Failure::misuse(format!("the mapping {} cannot be used", path.display()));
    let text = fs::read_to_string(path).map_err(|error| unread(path, error))?;
    text.parse()
        .map_err(|error: saqta_documents::injuries::MappingError| {
            cannot()
                .because(error)
                .advice("docs/files.md tells how a mapping is written")
        })
}

fn register(words: &Words, path: &Path, mapping: &Mapping) -> Result<Register, Failure> {
    let now = SystemClock::new().now();
    let today = now.to_zoned(jiff::tz::TimeZone::UTC).date();
    let directory = Directory::default();
    let mut register = Register::default();
    let (mut position, mut said_anew) = (0, 0);
    let mut errors = Errors::of(words);
    let mut known: HashMap<(InjuryId, Reporter), u64> = HashMap::new();
    let read = each_row(path, mapping, today, |row| {
        match row.result {
            Ok(report) => {
                position += 1;
                let numbered = known_id(&directory, &report);
                let said = fingerprint(&report.details);
                let before = numbered.and_then(|id| known.insert((id, report.details.reporter), said));
                said_anew += u64::from(before.is_some_and(|before| before != said));
                let own = || {
                    InjuryId(uuid::Builder::from_custom_bytes(u128::from(position).to_be_bytes()).into_uuid())
                };
                register.take(ReportRow {
                    position,
                    at: now,
                    by: None,
                    injury: numbered.unwrap_or_else(own),
                    import: None,
                    alarm: None,
                    number: report.number,
                    details: Some(report.details),
                });
            }
            Err(wrong) => wrong.iter().for_each(|error| errors.tell(row.line, error)),
        }
        ControlFlow::Continue(())
    });
    let columns = read.map_err(|error| unreadable(words, path, &error))?;
    for column in columns {
        output::remark(&column.tell(&words.catalogue, words.language).together());
    }
    errors.end(path, "counted")?;
    if said_anew > 0 {
        output::remark(&words.say("terminal-said-anew", &[("rows", number(said_anew))]));
    }
    Ok(register)
}

/// What tells two reports apart, in the space of a number: a file may have a million.
fn fingerprint(details: &Details) -> u64 {
    let mut hasher = DefaultHasher::new();
    // Details of which no JSON can be made could not have been read from a row either.
    serde_json::to_vec(details).unwrap_or_default().hash(&mut hasher);
    hasher.finish()
}

/// A file that cannot be read, or is not there at all.
pub(super) fn unread(path: &Path, error: std::io::Error) -> Failure {
    if error.kind() == std::io::ErrorKind::NotFound {
        return Failure::misuse(format!("there is no file {}", path.display()))
            .advice("check its name and its folder");
    }
    Failure::misuse(format!("{} cannot be read", path.display()))
        .because(error)
        .advice("check that it is a file, and that you may read it")
}

pub(crate) fn unreadable(words: &Words, path: &Path, error: &OpenError) -> Failure {
    if let OpenError::Io(error) = error {
        return unread(path, std::io::Error::new(error.kind(), error.to_string()));
    }
    let told = error.tell(&words.catalogue, words.language);
    let mut what = format!("{}: {}", path.display(), told.what);
    if let OpenError::Columns(columns) = error {
        for column in columns {
            what.push_str(&format!(
                "\n  {}",
                column.tell(&words.catalogue, words.language).together()
            ));
        }
    }
    Failure::misuse(what).advice(told.remedy)
}

/// The documented file, or a table with a column a year.
fn denominators(words: &Words, path: &Path) -> Result<Vec<Series>, Failure> {
    let open = || File::open(path).map_err(|error| unread(path, error));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let read = match wide::read(open()?, "unnamed", &name) {
        Ok(series) => Ok(series),
        Err(WideError::NotWide) => csv::read(open()?),
        Err(WideError::Refused(refused)) => Err(refused),
    };
    read.map_err(|refused| match refused {
        Refused::Open(error) => unreadable(words, path, &error),
        Refused::Rows(wrong) => {
            let mut errors = Errors::of(words);
            wrong.iter().for_each(|(line, error)| errors.tell(*line, error));
            errors.failure(path, "counted")
        }
    })
}
