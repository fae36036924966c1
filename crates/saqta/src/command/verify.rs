//! `saqta verify`: is the journal as it was written?

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use saqta_journal::{Place, Report, VerifyError, verify, verify_against};

use crate::failure::Failure;
use crate::folder::require_journal;
use crate::output::{self, Gauge};

#[derive(Args, Debug)]
pub(crate) struct Verify {
    /// Data folder
    #[arg(long, value_name = "DIR", env = "SAQTA_DATA")]
    data: PathBuf,

    /// Checkpoint of this log that was kept elsewhere; the log must still be the one it was signed over
    #[arg(long, value_name = "FILE")]
    checkpoint: Option<PathBuf>,
}

impl Verify {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        require_journal(&self.data)?;
        let given = self.checkpoint.as_deref().map(read_note).transpose()?;
        let mut gauge = Gauge::new();
        let mut show = |progress: saqta_journal::Progress| {
            gauge.show("verified", progress.checked, progress.total);
        };
        let found = match &given {
            Some(note) => verify_against(&self.data, note, &mut show),
            None => verify(&self.data, &mut show),
        };
        drop(gauge);
        let Report {
            entries,
            root,
            origin,
            ..
        } = found.map_err(|error| explain(error, self.checkpoint.as_deref()))?;
        let root = hex::encode(root);
        output::answer(&format!("verified {entries} entries, root {root}, log {origin}"))?;
        if let Some(file) = &self.checkpoint {
            output::remark(&format!("it is the log that {} was signed over", file.display()));
        }
        Ok(())
    }
}

/// A checkpoint is text; other bytes make one that is not signed.
fn read_note(file: &Path) -> Result<String, Failure> {
    fs::read(file)
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .map_err(|error| {
            Failure::misuse(format!("{} cannot be read", file.display()))
                .because(error)
                .advice("name a file that holds a checkpoint, as /api/v1/log/checkpoint answers it")
        })
}

fn explain(error: VerifyError, checkpoint: Option<&Path>) -> Failure {
    match (error, checkpoint) {
        (VerifyError::Damage(damage), Some(file)) if damage.place == Place::Given => {
            Failure::failed(format!(
                "the journal is NOT the one {} was signed over: {}",
                file.display(),
                damage.reason
            ))
            .safe("in itself, the journal is as its own key signed it")
            .advice("keep the folder as it is, copy it, and compare with a backup; check that the file is a checkpoint of this log")
        }
        (VerifyError::Damage(damage), _) => Failure::failed(format!(
            "the journal is NOT as it was written: {}: {}",
            damage.place, damage.reason
        ))
        .safe("entries before a position that is named are as they were written")
        .advice("keep the folder as it is, copy it, and compare with a backup or an earlier checkpoint"),
        (error @ VerifyError::TooNew(_), _) => Failure::misuse(error.to_string())
            .advice("verify with the program that wrote it, or a newer one"),
        (error, _) => Failure::misuse(error.to_string()).advice("name a data folder"),
    }
}
