//! `saqta rebuild`: the views made anew from the journal, and compared with those that were there.

use std::path::{Path, PathBuf};

use clap::Args;
use saqta_readmodel::{Rebuilt, rebuild};

use crate::failure::Failure;
use crate::folder::{HeldFolder, VIEWS};
use crate::output::{self, Gauge};

#[derive(Args, Debug)]
pub(crate) struct Rebuild {
    /// Data folder
    #[arg(long, value_name = "DIR", env = "SAQTA_DATA")]
    data: PathBuf,

    /// Only compare: leave the views as they are, and exit 1 when they differ
    #[arg(long)]
    check: bool,
}

impl Rebuild {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let folder = HeldFolder::open(&self.data)?;
        let before = digest_before(&folder);
        let target = if self.check { "views-check.sqlite" } else { VIEWS };
        let target = self.data.join(target);
        let rebuilt = fill(&folder, &target);
        if self.check {
            remove(&target);
        }
        folder.close()?;
        let after = rebuilt?;
        self.tell(before, &after)
    }

    fn tell(&self, before: anyhow::Result<String>, after: &Rebuilt) -> anyhow::Result<()> {
        match &before {
            Ok(digest) => output::answer(&format!("before  {digest}"))?,
            Err(error) => output::answer(&format!("before  unreadable: {error}"))?,
        }
        output::answer(&format!(
            "rebuilt {} at position {}",
            after.digest, after.position
        ))?;
        let equal = before.is_ok_and(|digest| digest == after.digest);
        if self.check && !equal {
            return Err(Failure::failed("the views are NOT what the journal says")
                .safe("the journal is not concerned")
                .advice("run `saqta rebuild` without --check to replace them")
                .into());
        }
        output::answer(match (equal, self.check) {
            (true, _) => "the views were equal",
            (false, _) => "the views differed and are replaced",
        })?;
        Ok(())
    }
}

/// The digest of the views as they are, once they have seen the whole journal. Views of another version of the program
/// are made anew by opening them.
fn digest_before(folder: &HeldFolder) -> anyhow::Result<String> {
    let views = folder.settled_views()?;
    let digest = views.digest()?;
    views.close()?;
    Ok(digest)
}

fn fill(folder: &HeldFolder, target: &Path) -> anyhow::Result<Rebuilt> {
    let total = folder.head();
    let mut gauge = Gauge::new();
    let mut done = 0;
    let entries = folder.entries_after(0).inspect(|_| {
        done += 1;
        gauge.show("replayed", done, total);
    });
    Ok(rebuild(target, entries)?)
}

fn remove(path: &Path) {
    for suffix in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        match std::fs::remove_file(&name) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                tracing::warn!(%error, path = %path.display(), "a file made for comparing could not be removed");
            }
            _ => {}
        }
    }
}
