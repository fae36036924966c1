//! A register made of a file, without a server.

use std::fs::{self, File};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::Timestamp;
use saqta_documents::OpenError;
use saqta_documents::injuries::{Mapping, each_row};
use saqta_documents::series::{csv, wide};
use saqta_domain::decide::known_id;
use saqta_domain::directory::Directory;
use saqta_domain::ids::InjuryId;
use saqta_domain::series::Series;
use saqta_engine::{Clock as _, SystemClock};
use saqta_figures::measure::Exposures;
use saqta_figures::register::Register;
use saqta_readmodel::{ReportRow, SeriesRow};
use saqta_text::{Catalogue, Language};

use crate::failure::Failure;
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
const LISTED: usize = 50;

impl Source {
    pub(super) fn load(&self) -> anyhow::Result<Loaded> {
        let mut exposures = Exposures::default();
        if let Some(path) = &self.denominators {
            for (position, series) in (1..).zip(denominators(path)?) {
                exposures.take(SeriesRow {
                    position,
                    at: Timestamp::UNIX_EPOCH,
                    version: 1,
                    series,
                });
            }
        }
        Ok(Loaded {
            register: register(&self.file, &mapping(self.mapping.as_deref())?)?,
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

fn register(path: &Path, mapping: &Mapping) -> Result<Register, Failure> {
    let now = SystemClock::new().now();
    let today = now.to_zoned(jiff::tz::TimeZone::UTC).date();
    let directory = Directory::default();
    let catalogue = Catalogue::embedded();
    let mut register = Register::default();
    let (mut position, mut wrong) = (0, 0);
    let read = each_row(path, mapping, today, |row| {
        match row.result {
            Ok(report) => {
                position += 1;
                let own = || {
                    InjuryId(uuid::Builder::from_custom_bytes(u128::from(position).to_be_bytes()).into_uuid())
                };
                register.take(ReportRow {
                    position,
                    at: now,
                    by: None,
                    injury: known_id(&directory, &report).unwrap_or_else(own),
                    import: None,
                    alarm: None,
                    number: report.number,
                    details: Some(report.details),
                });
            }
            Err(errors) => {
                for error in errors {
                    wrong += 1;
                    if wrong <= LISTED {
                        let told = error.tell(&catalogue, Language::En);
                        output::remark(&format!("line {}: {}", row.line, told.together()));
                    }
                }
            }
        }
        ControlFlow::Continue(())
    });
    let columns = read.map_err(|error| unreadable(path, &error))?;
    for column in columns {
        output::remark(&column.tell(&catalogue, Language::En).together());
    }
    if wrong > 0 {
        return Err(
            Failure::misuse(format!("{wrong} cells of {} are wrong", path.display()))
                .safe("nothing was counted: figures of a part would pretend to be of the whole")
                .advice("mend the file; each error above names its line"),
        );
    }
    Ok(register)
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

pub(crate) fn unreadable(path: &Path, error: &OpenError) -> Failure {
    let catalogue = Catalogue::embedded();
    if let OpenError::Io(error) = error
        && error.kind() == std::io::ErrorKind::NotFound
    {
        return unread(path, error.kind().into());
    }
    let told = error.tell(&catalogue, Language::En);
    let mut what = format!("{}: {}", path.display(), told.what);
    if let OpenError::Columns(columns) = error {
        for column in columns {
            what.push_str(&format!(
                "\n  {}",
                column.tell(&catalogue, Language::En).together()
            ));
        }
    }
    Failure::misuse(what).advice(told.remedy)
}

/// The documented file, or a table with a column a year.
fn denominators(path: &Path) -> Result<Vec<Series>, Failure> {
    let cannot = || Failure::misuse(format!("the denominators {} cannot be used", path.display()));
    let open = || File::open(path).map_err(|error| unread(path, error));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match wide::read(open()?, "unnamed", &name) {
        Ok(series) => Ok(series),
        Err(wide::WideError::NotWide) => csv::read(open()?).map_err(|error| {
            cannot()
                .because(error)
                .advice("docs/files.md tells how denominators are written")
        }),
        Err(error) => Err(cannot().because(error)),
    }
}
