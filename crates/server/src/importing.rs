//! Bringing a file into the register: all of it is looked at first, then all of it is recorded, then it counts.
//!
//! The cast: [`bring`] reads a file twice. The first time nothing is recorded: each row is read, and checked against what
//! is declared and what the importer may do; one wrong row and the file is refused, with every wrong row named. The
//! second time its rows are recorded in lots, small enough that nobody's press waits, one lot being read while another is
//! recorded; only then it counts. Cut off at any
//! instant, nothing of it counts, and the same file goes on where it stopped.

mod cases;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read as _};
use std::ops::ControlFlow;
use std::path::Path;

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};
use saqta_documents::injuries::{Mapping, each_row};
use saqta_documents::{ColumnProblem, OpenError, Problem, RowError};
use saqta_domain::command::{Answer, Asking, Command, InjuryReport, Principal};
use saqta_domain::decide::{Refusal, Tally, check_report};
use saqta_domain::directory::Directory;
use saqta_domain::ids::ImportId;
use saqta_domain::import::Confirmed;
use saqta_domain::permission::Action;
use saqta_engine::EngineError;
use saqta_text::{Catalogue, Language};
use sha2::{Digest as _, Sha256};

use cases::Cases;

/// How many rows are recorded at once: some milliseconds of the writer's time.
const LOT: usize = 256;

/// How often progress is told, in rows.
const STEP: u64 = 5_000;

/// How many wrong rows are named.
pub const LISTED: usize = 200;

/// What is brought, by whom.
pub struct Bringing<'a> {
    /// The file.
    pub path: &'a Path,
    /// What it is called.
    pub name: Option<String>,
    /// How its columns and words are understood.
    pub mapping: &'a Mapping,
    /// Who brings it.
    pub principal: Principal,
    /// What is declared.
    pub directory: &'a Directory,
    /// The time.
    pub now: Timestamp,
    /// The language that wrong rows are told in.
    pub language: Language,
}

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// So many rows were looked at.
    Checked(u64),
    /// So many rows of all are recorded.
    Recorded(u64, u64),
}

/// A row, or a cell of one, that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongRow {
    /// The line or row of the file, from 1.
    pub line: u64,
    /// The column; empty when the whole row is meant.
    pub column: String,
    /// What stands there, shortened.
    pub value: String,
    /// What is wrong.
    pub problem: String,
    /// What to do.
    pub remedy: String,
}

/// What a file did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// The import, by which it can be taken back.
    pub import: ImportId,
    /// Whether it went on where it had been cut off.
    pub resumed: bool,
    /// What its rows did.
    pub tally: Tally,
    /// How many rows it has.
    pub rows: u64,
    /// Columns that were not read, in words.
    pub remarks: Vec<String>,
}

/// Why a file was not brought in. Nothing of it counts.
#[derive(Debug, thiserror::Error)]
pub enum NotBrought {
    /// It cannot be read.
    #[error("{}", .0.tell(&Catalogue::embedded(), Language::En).what)]
    Unreadable(OpenError),
    /// Rows are wrong.
    #[error("{wrong} cells are wrong")]
    Wrong {
        /// How many cells or rows.
        wrong: u64,
        /// The first of them.
        listed: Vec<WrongRow>,
    },
    /// It was changed between looking and recording.
    #[error("the file was changed while it was being read")]
    Changed,
    /// The engine refused, or could not record.
    #[error(transparent)]
    Engine(#[from] EngineError),
}

impl From<OpenError> for NotBrought {
    fn from(error: OpenError) -> Self {
        Self::Unreadable(error)
    }
}

/// Brings a file in. `submit` puts commands to the engine, which does them in that order, and gives what waits for the
/// answer; `progress` is told how far it has come.
///
/// # Errors
/// [`NotBrought`]: nothing of it counts.
pub fn bring<P: FnOnce() -> Result<Answer, EngineError>>(
    bringing: &Bringing<'_>,
    mut submit: impl FnMut(Command) -> P,
    mut progress: impl FnMut(Progress),
) -> Result<Brought, NotBrought> {
    let digest = digest(bringing.path).map_err(OpenError::Io)?;
    let (rows, columns) = look(bringing, &mut progress)?;
    let begin = Command::BeginImport {
        digest: digest.clone(),
        name: bringing.name.clone(),
        rows,
    };
    let Answer::ImportBegun { import, resumed } = submit(begin)()? else {
        return Err(EngineError::NotRecorded("an import was not begun".to_owned()).into());
    };
    let recording = Recording {
        import,
        rows,
        tally: Tally::default(),
        confirmed: BTreeMap::new(),
        done: 0,
        under_way: None,
        submit: &mut submit,
        progress: &mut progress,
    };
    let (tally, confirmed) = recording.run(bringing)?;
    if self::digest(bringing.path).map_err(OpenError::Io)? != digest {
        return Err(NotBrought::Changed);
    }
    let confirmed = confirmed
        .into_iter()
        .map(|(import, rows)| Confirmed { import, rows });
    submit(Command::CompleteImport {
        import,
        confirmed: confirmed.collect(),
    })()?;
    let catalogue = Catalogue::embedded();
    let said = |column: &ColumnProblem| column.tell(&catalogue, bringing.language).together();
    Ok(Brought {
        import,
        resumed,
        tally,
        rows,
        remarks: columns.iter().map(said).collect(),
    })
}

fn digest(path: &Path) -> std::io::Result<String> {
    let mut file = BufReader::with_capacity(1 << 20, File::open(path)?);
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok(hex::encode(hash.finalize()));
        }
        hash.update(&buffer[..read]);
    }
}

/// Looks at every row, and refuses the file if one is wrong.
fn look(
    bringing: &Bringing<'_>,
    progress: &mut dyn FnMut(Progress),
) -> Result<(u64, Vec<ColumnProblem>), NotBrought> {
    let catalogue = Catalogue::embedded();
    let asking = Asking {
        principal: bringing.principal.clone(),
        at: bringing.now,
    };
    let today = bringing.now.to_zoned(TimeZone::fixed(Offset::constant(5))).date();
    let mut cases = Cases::default();
    let (mut rows, mut wrong, mut listed) = (0_u64, 0_u64, Vec::new());
    let columns = each_row(bringing.path, bringing.mapping, today, |row| {
        rows += 1;
        let found: Vec<WrongRow> = match row.result {
            Ok(mut report) => {
                let site = report.details.site.as_ref().map(ToString::to_string);
                let checked = check_report(
                    bringing.directory,
                    &asking,
                    Action::ImportRegister,
                    &mut report.details,
                );
                let error = match checked {
                    Ok(()) => cases.clash(bringing.directory, row.line, &report),
                    Err(refusal) => Some(refused(&refusal, site)),
                };
                error
                    .map(|error| told(row.line, error, &catalogue, bringing.language))
                    .into_iter()
                    .collect()
            }
            Err(errors) => errors
                .into_iter()
                .map(|error| told(row.line, error, &catalogue, bringing.language))
                .collect(),
        };
        wrong += found.len() as u64;
        listed.extend(found.into_iter().take(LISTED.saturating_sub(listed.len())));
        if rows.is_multiple_of(STEP) {
            progress(Progress::Checked(rows));
        }
        ControlFlow::Continue(())
    })?;
    match (rows, wrong) {
        (0, _) => Err(NotBrought::Unreadable(OpenError::NoRow)),
        (_, 0) => Ok((rows, columns)),
        _ => Err(NotBrought::Wrong { wrong, listed }),
    }
}

/// What only the register knows to be wrong with a row that reads well.
fn refused(refusal: &Refusal, site: Option<String>) -> RowError {
    let (column, problem) = match refusal {
        Refusal::Invalid { path, .. } if path == "site" => ("site", Problem::SiteUnknown),
        Refusal::Forbidden(_) => ("", Problem::NotYours),
        _ => ("", Problem::Impossible("refused")),
    };
    RowError {
        column: column.to_owned(),
        cell: None,
        value: site.unwrap_or_default(),
        problem,
    }
}

fn told(line: u64, error: RowError, catalogue: &Catalogue, language: Language) -> WrongRow {
    let told = error.tell(catalogue, language);
    WrongRow {
        line,
        column: error.column,
        value: error.value,
        problem: told.what,
        remedy: told.remedy,
    }
}

/// The second reading of a file.
struct Recording<'a, S, P> {
    import: ImportId,
    rows: u64,
    tally: Tally,
    /// How many rows of which earlier imports the file says again.
    confirmed: BTreeMap<ImportId, u64>,
    done: u64,
    /// The lot that is being recorded while the next one is read: what waits for its answer, and how many rows it has.
    under_way: Option<(P, u64)>,
    submit: &'a mut S,
    progress: &'a mut dyn FnMut(Progress),
}

impl<S: FnMut(Command) -> P, P: FnOnce() -> Result<Answer, EngineError>> Recording<'_, S, P> {
    fn run(mut self, bringing: &Bringing<'_>) -> Result<(Tally, BTreeMap<ImportId, u64>), NotBrought> {
        let today = bringing.now.to_zoned(TimeZone::fixed(Offset::constant(5))).date();
        let mut lot: Vec<InjuryReport> = Vec::with_capacity(LOT);
        let mut failure = None;
        each_row(bringing.path, bringing.mapping, today, |row| {
            let Ok(report) = row.result else {
                failure = Some(NotBrought::Changed);
                return ControlFlow::Break(());
            };
            lot.push(report);
            if lot.len() == LOT
                && let Err(error) = self.give(std::mem::replace(&mut lot, Vec::with_capacity(LOT)))
            {
                failure = Some(error);
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        })?;
        if let Some(failure) = failure {
            return Err(failure);
        }
        if !lot.is_empty() {
            self.give(lot)?;
        }
        self.settle()?;
        Ok((self.tally, self.confirmed))
    }

    /// Gives the next lot to the engine, and waits for the one before.
    fn give(&mut self, reports: Vec<InjuryReport>) -> Result<(), NotBrought> {
        let count = reports.len() as u64;
        let import = self.import;
        let waiting = (self.submit)(Command::FillImport { import, reports });
        self.settle()?;
        self.under_way = Some((waiting, count));
        Ok(())
    }

    fn settle(&mut self) -> Result<(), NotBrought> {
        let Some((waiting, count)) = self.under_way.take() else {
            return Ok(());
        };
        match waiting()? {
            Answer::Imported { tally, confirmed } => {
                self.tally.add(tally);
                for (import, rows) in confirmed {
                    *self.confirmed.entry(import).or_default() += rows;
                }
            }
            other => return Err(EngineError::NotRecorded(format!("rows were answered by {other:?}")).into()),
        }
        self.done += count;
        (self.progress)(Progress::Recorded(self.done, self.rows));
        Ok(())
    }
}
