//! `saqta restore`: a backup becomes a data folder, and its log goes on under a new origin.
//!
//! What the journal's own restore did is written into the log: which log it goes on from, and who stays erased.

use std::path::{Path, PathBuf};

use clap::Args;
use saqta_domain::command::Command;
use saqta_domain::event::{Event, LogRestored, SubjectErased};
use saqta_journal::{BackupError, OsRandom, Restored, restore};

use crate::failure::Failure;
use crate::folder::{HeldFolder, held};
use crate::output;
use crate::tls::OwnFiles;

#[derive(Args, Debug)]
pub(crate) struct Restore {
    /// Backup file
    #[arg(long, value_name = "FILE")]
    from: PathBuf,

    /// Data folder to put it into; what is there is set aside
    #[arg(long, value_name = "DIR", env = "SAQTA_DATA")]
    data: PathBuf,
}

impl Restore {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        if !self.from.is_file() {
            return Err(Failure::misuse(format!("{} is no file", self.from.display()))
                .advice("name a backup")
                .into());
        }
        let restored =
            restore(&self.from, &self.data, &mut OsRandom).map_err(|error| explain(&self.data, error))?;
        let erased = record(&self.data, &restored)?;
        output::answer(&format!(
            "restored {} entries, root {}, from {} to {}",
            restored.size,
            hex::encode(restored.root),
            restored.previous_origin,
            restored.origin
        ))?;
        if erased > 0 {
            output::remark(&format!("{erased} erased since the backup stay erased"));
        }
        if !OwnFiles::of(&self.data).server().certificate.exists() {
            output::remark(
                "a backup holds no certificates: until tls/ is put back, or `saqta tls` makes new ones, the server speaks plain HTTP",
            );
        }
        if let Some(aside) = restored.set_aside {
            output::remark(&format!(
                "what was in the folder is now in {}; it holds secrets: delete it when it is no longer needed",
                aside.display()
            ));
        }
        Ok(())
    }
}

/// Writes the restore into the log; answers how many erasures the backup did not know.
fn record(data: &Path, restored: &Restored) -> anyhow::Result<usize> {
    let mut folder = HeldFolder::open(data)?;
    let signer = folder.core().journal().signer();
    let fact = LogRestored {
        origin: restored.origin.clone(),
        key: signer.verifier().to_string(),
        previous_origin: restored.previous_origin.clone(),
        size: restored.size,
        root: hex::encode(restored.root),
    };
    folder.ask(Command::Record(Event::LogRestored(fact)))?;
    let erased = unrecorded_erasures(&folder)?;
    let count = erased.len();
    for subject in erased {
        folder.ask(Command::Record(Event::SubjectErased(SubjectErased { subject })))?;
    }
    folder.close()?;
    Ok(count)
}

/// Subjects whose keys are destroyed although the log does not say so.
fn unrecorded_erasures(folder: &HeldFolder) -> anyhow::Result<Vec<String>> {
    let mut destroyed: Vec<String> = folder
        .core()
        .keys()
        .destroyed()?
        .into_iter()
        .map(|each| each.subject)
        .collect();
    if destroyed.is_empty() {
        return Ok(destroyed);
    }
    for entry in folder.entries_after(0) {
        if let Event::SubjectErased(fact) = &entry?.event {
            destroyed.retain(|subject| *subject != fact.subject);
        }
    }
    Ok(destroyed)
}

fn explain(data: &Path, error: BackupError) -> Failure {
    let safe = format!("{} is as it was", data.display());
    match error {
        BackupError::Locked(error) => held(&error),
        error @ (BackupError::BadArchive(_) | BackupError::NotVerified(_)) => {
            Failure::failed("the backup cannot be restored")
                .because(error)
                .safe(safe)
                .advice("try an earlier backup")
        }
        error @ BackupError::TooNew { .. } => {
            Failure::misuse("the backup cannot be restored by this program")
                .because(error)
                .safe(safe)
                .advice("use the program that made it, or a newer one")
        }
        error => Failure::failed("the backup was not restored")
            .because(error)
            .safe(safe)
            .advice("mend the cause and run the same command again"),
    }
}
