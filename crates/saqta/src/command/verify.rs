//! `saqta verify`: is the journal as it was written?

use std::path::PathBuf;

use clap::Args;
use saqta_journal::{VerifyError, verify};

use crate::failure::Failure;
use crate::folder::require_journal;
use crate::output::{self, Gauge};

#[derive(Args, Debug)]
pub(crate) struct Verify {
    /// Data folder
    #[arg(long, value_name = "DIR", env = "SAQTA_DATA")]
    data: PathBuf,
}

impl Verify {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        require_journal(&self.data)?;
        let mut gauge = Gauge::new();
        let found = verify(&self.data, &mut |progress| {
            gauge.show("verified", progress.checked, progress.total);
        });
        drop(gauge);
        match found {
            Ok(report) => {
                let root = hex::encode(report.root);
                output::answer(&format!(
                    "verified {} entries, root {root}, log {}",
                    report.entries, report.origin
                ))?;
                Ok(())
            }
            Err(VerifyError::Damage(damage)) => Err(Failure::failed(format!(
                "the journal is NOT as it was written: {}: {}",
                damage.place, damage.reason
            ))
            .safe("what stands before that place is as it was written")
            .advice("keep the folder as it is, copy it, and compare with a backup or an earlier checkpoint")
            .into()),
            Err(error @ VerifyError::TooNew(_)) => Err(Failure::misuse(error.to_string())
                .advice("verify with the program that wrote it, or a newer one")
                .into()),
            Err(error) => Err(Failure::misuse(error.to_string())
                .advice("name a data folder")
                .into()),
        }
    }
}
