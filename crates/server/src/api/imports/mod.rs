//! Files brought into the register.
//!
//! An import runs on a thread of its own; who brought it follows its [`Job`]. After a restart its job is gone, and nothing
//! of it counts: the same file goes on where it stopped.

pub(crate) mod bring;
pub(crate) mod list;
pub(crate) mod show;
pub(crate) mod withdraw;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use saqta_documents::{RowError, Told};
use saqta_domain::command::Principal;
use saqta_domain::ids::ImportId;
use saqta_domain::import::ImportStage;
use saqta_readmodel::ImportRow;
use saqta_text::{Catalogue, Language};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::importing::WrongRow;

/// How far an import has come.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Job {
    /// The job, while the server runs.
    id: Uuid,
    /// `checking`, `recording`, `completed`, `refused` (rows are wrong) or `failed`.
    state: &'static str,
    /// What the file is called.
    #[schema(required)]
    name: Option<String>,
    /// How many rows were looked at, then how many are recorded.
    done: u64,
    /// How many rows it has, once that is known.
    #[schema(required)]
    rows: Option<u64>,
    /// The import in the journal, once it is begun.
    #[schema(required)]
    import: Option<Uuid>,
    /// What the rows did: recorded, reported, revised, unchanged.
    #[schema(required)]
    outcome: Option<Outcome>,
    /// How many cells are wrong.
    wrong: u64,
    /// The first wrong cells.
    errors: Vec<WrongCell>,
    /// What else is to be said, in the caller's language.
    remarks: Vec<String>,
}

/// What the rows did.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub(crate) struct Outcome {
    recorded: u64,
    reported: u64,
    revised: u64,
    unchanged: u64,
}

/// A cell that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct WrongCell {
    /// The line or row of the file, from 1.
    line: u64,
    /// The column; empty when the whole row is meant.
    column: String,
    /// What stands there, shortened; `…` where it would name a person.
    value: String,
    /// What is wrong.
    problem: String,
    /// What to do.
    r#do: String,
}

impl WrongCell {
    /// What is wrong with a row, in a language.
    pub(crate) fn of(line: u64, error: &RowError, catalogue: &Catalogue, language: Language) -> Self {
        let told = error.tell(catalogue, language);
        Self {
            line,
            column: error.column.clone(),
            value: error.value.clone(),
            problem: told.what,
            r#do: told.remedy,
        }
    }

    /// What is wrong with the header, in words.
    pub(crate) fn of_header(told: Told) -> Self {
        Self {
            line: 1,
            column: String::new(),
            value: String::new(),
            problem: told.what,
            r#do: told.remedy,
        }
    }
}

impl From<WrongRow> for WrongCell {
    fn from(row: WrongRow) -> Self {
        Self {
            line: row.line,
            column: row.column,
            value: row.value,
            problem: row.problem,
            r#do: row.remedy,
        }
    }
}

/// A later file that says rows of an earlier one again.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SaidAgain {
    /// The later import.
    import: Uuid,
    /// What its file is called; null where the caller may not see it.
    #[schema(required)]
    name: Option<String>,
    /// How many rows it says again.
    rows: u64,
}

/// The later imports that stand and say rows of one again, oldest first.
fn said_again(import: ImportId, imports: &[ImportRow], sees: impl Fn(&ImportRow) -> bool) -> Vec<SaidAgain> {
    let later = imports.iter().filter(|row| row.stage == ImportStage::Completed);
    let said = later.filter_map(|row| {
        let confirmed = row
            .confirmed
            .iter()
            .find(|confirmed| confirmed.import == import)?;
        Some(SaidAgain {
            import: row.import.0,
            name: row.name.clone().filter(|_| sees(row)),
            rows: confirmed.rows,
        })
    });
    said.collect()
}

/// The jobs since the server started.
#[derive(Clone, Debug, Default)]
pub(crate) struct Jobs(Arc<Mutex<HashMap<Uuid, (Principal, Job)>>>);

/// Jobs that are remembered; the oldest ended ones are forgotten.
const REMEMBERED: usize = 100;

impl Jobs {
    fn begin(&self, principal: Principal, name: Option<String>, id: Uuid) -> Job {
        let job = Job {
            id,
            state: "checking",
            name,
            done: 0,
            rows: None,
            import: None,
            outcome: None,
            wrong: 0,
            errors: Vec::new(),
            remarks: Vec::new(),
        };
        let mut jobs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if jobs.len() >= REMEMBERED {
            let ended = jobs
                .iter()
                .filter(|(_, (_, job))| !matches!(job.state, "checking" | "recording"));
            // Ids are in the order of time.
            if let Some(oldest) = ended.map(|(id, _)| *id).min() {
                jobs.remove(&oldest);
            }
        }
        jobs.insert(id, (principal, job.clone()));
        job
    }

    fn change(&self, id: Uuid, change: impl FnOnce(&mut Job)) {
        let mut jobs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, job)) = jobs.get_mut(&id) {
            change(job);
        }
    }

    /// A job of whoever asks.
    fn of(&self, principal: &Principal, id: Uuid) -> Option<Job> {
        let jobs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (owner, job) = jobs.get(&id)?;
        (owner == principal).then(|| job.clone())
    }
}
