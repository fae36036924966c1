//! `saqta figures import`

use std::path::PathBuf;

use clap::Args;
use saqta_domain::command::Principal;
use saqta_engine::{Clock as _, SystemClock};
use saqta_server::importing::{Bringing, LISTED, NotBrought, Progress, bring};
use saqta_text::Language;

use super::source::{mapping, unreadable};
use crate::failure::Failure;
use crate::folder::HeldFolder;
use crate::output::{self, Gauge};

#[derive(Args, Debug)]
pub(crate) struct Import {
    /// Injuries: the documented CSV, one row an injury, or an xlsx with a mapping (see docs/files.md)
    file: PathBuf,

    /// Mapping of other headers and words to the documented ones, TOML
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,

    /// Data folder; no server may be running on it (a running one takes the file by POST /api/v1/imports)
    #[arg(long, value_name = "DIR", env = "SAQTA_DATA")]
    data: PathBuf,
}

impl Import {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let mapping = mapping(self.mapping.as_deref())?;
        let mut folder = HeldFolder::open(&self.data)?;
        let directory = folder.directory().clone();
        let bringing = Bringing {
            path: &self.file,
            name: self
                .file
                .file_name()
                .map(|name| name.to_string_lossy().into_owned()),
            mapping: &mapping,
            principal: Principal::System,
            directory: &directory,
            now: SystemClock::new().now(),
            language: Language::En,
        };
        let mut gauge = Gauge::new();
        let brought = bring(
            &bringing,
            |command| {
                let answer = folder.ask(command).map(|(answer, _)| answer);
                || answer
            },
            |progress| match progress {
                Progress::Checked(rows) => gauge.show("checked", rows, 0),
                Progress::Recorded(done, rows) => gauge.show("recorded", done, rows),
            },
        );
        drop(gauge);
        let closed = folder.close();
        let brought = brought.map_err(|error| self.explain(error))?;
        closed?;
        for remark in &brought.remarks {
            output::remark(remark);
        }
        let tally = brought.tally;
        output::answer(&format!(
            "{} rows: {} recorded, {} reported, {} revised, {} unchanged; import {}",
            brought.rows, tally.recorded, tally.reported, tally.revised, tally.unchanged, brought.import
        ))?;
        Ok(())
    }

    fn explain(&self, error: NotBrought) -> Failure {
        match error {
            NotBrought::Unreadable(error) => unreadable(&self.file, &error),
            NotBrought::Wrong { wrong, listed } => {
                for row in &listed {
                    let column = if row.column.is_empty() {
                        String::new()
                    } else {
                        format!(", {}", row.column)
                    };
                    output::remark(&format!(
                        "line {}{column}: {}. {}",
                        row.line, row.problem, row.remedy
                    ));
                }
                if wrong > LISTED as u64 {
                    output::remark(&format!("… and {} more", wrong - LISTED as u64));
                }
                Failure::misuse(format!("{wrong} cells of {} are wrong", self.file.display()))
                    .safe("nothing was recorded")
                    .advice("mend the file; each error above names its line")
            }
            other => Failure::failed(format!("{} was not brought in", self.file.display()))
                .because(other)
                .safe("nothing of it counts; what was recorded of it is gone on with")
                .advice("give the same command again"),
        }
    }
}
