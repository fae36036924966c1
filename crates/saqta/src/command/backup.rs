//! `saqta backup`: the journal and its keys in one file.

use std::fs;
use std::path::PathBuf;

use clap::Args;
use saqta_journal::backup;

use crate::failure::Failure;
use crate::folder::require_journal;
use crate::output;

#[derive(Args, Debug)]
pub(crate) struct Backup {
    /// Data folder
    #[arg(long, value_name = "DIR", env = "SAQTA_DATA")]
    data: PathBuf,

    /// File to write; an earlier one is replaced once the new one is whole
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
}

impl Backup {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        require_journal(&self.data)?;
        if self.to.is_dir() {
            return Err(Failure::misuse(format!("{} is a folder", self.to.display()))
                .advice("name the file to write, as saqta.tar")
                .into());
        }
        backup(&self.data, &self.to).map_err(|error| {
            Failure::failed("the backup was not made")
                .because(error)
                .safe("the data folder is as it was, and so is an earlier backup of that name")
                .advice("check that the target's folder exists, can be written and has room")
        })?;
        let size = fs::metadata(&self.to)?.len();
        output::answer(&format!(
            "backed up {} to {} ({size} bytes)",
            self.data.display(),
            self.to.display()
        ))?;
        Ok(())
    }
}
