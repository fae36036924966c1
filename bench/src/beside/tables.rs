//! pandas and SQLite, making the same tables of the same file.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::options::Options;
use crate::register::{Cells, Question};

/// How many rows SQLite commits at once: as many as the program does.
const BATCH: usize = 256;

/// What is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Other {
    Pandas,
    Sqlite,
}

/// What it came to.
#[derive(Deserialize)]
pub(crate) struct Measured {
    /// Its version.
    pub(crate) version: String,
    /// Seconds until the file could be asked about.
    pub(crate) import: f64,
    /// The most memory that it had, in megabytes.
    pub(crate) memory: f64,
    /// To each question, in order.
    pub(crate) answers: Vec<Answer>,
}

#[derive(Deserialize)]
pub(crate) struct Answer {
    /// Milliseconds of every asking.
    pub(crate) took: Vec<f64>,
    /// The last answer.
    pub(crate) cells: Cells,
}

impl Other {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Pandas => "pandas",
            Self::Sqlite => "SQLite",
        }
    }

    /// Brings the file in and asks each question so many times, in a process of its own that ends afterwards.
    pub(crate) fn measure(
        self,
        options: &Options,
        file: &Path,
        sections: &Value,
        questions: &[Question],
        times: usize,
    ) -> anyhow::Result<Measured> {
        let folder = tempfile::Builder::new()
            .prefix("beside-")
            .tempdir_in(&options.work)?;
        let asked = |question: &Question| json!({ "year": question.year, "by": question.by });
        let task = json!({
            "file": file,
            "folder": folder.path(),
            "batch": BATCH,
            "sections": sections,
            "questions": questions.iter().map(asked).collect::<Vec<_>>(),
            "times": times,
        });
        let output = Command::new(&options.python)
            .arg(&options.tables)
            .arg(self.name().to_lowercase())
            .arg(task.to_string())
            .stdin(Stdio::null())
            .stderr(Stdio::inherit())
            .output()
            .with_context(|| format!("{} cannot be started", self.name()))?;
        ensure!(
            output.status.success(),
            "{} failed: {}",
            self.name(),
            output.status
        );
        Ok(serde_json::from_slice(&output.stdout)?)
    }
}
