//! `saqta figures import`

use std::path::PathBuf;

use clap::Args;
use saqta_domain::command::Principal;
use saqta_engine::{Clock as _, SystemClock};
use saqta_server::importing::{Bringing, NotBrought, Progress, bring};
use saqta_text::Value;

use super::source::{Errors, mapping, unreadable};
use crate::failure::Failure;
use crate::folder::HeldFolder;
use crate::language::{Reader, Words, number};
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

    #[command(flatten)]
    reader: Reader,
}

impl Import {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let words = self.reader.words();
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
            language: words.language,
        };
        let (checked, recorded) = (words.word("terminal-checked"), words.word("terminal-recorded"));
        let mut gauge = Gauge::new();
        let brought = bring(
            &bringing,
            |command| {
                let answer = folder.ask(command).map(|(answer, _)| answer);
                || answer
            },
            |progress| match progress {
                Progress::Checked(rows) => gauge.show(&checked, rows, 0),
                Progress::Recorded(done, rows) => gauge.show(&recorded, done, rows),
            },
        );
        drop(gauge);
        let closed = folder.close();
        let brought = brought.map_err(|error| self.explain(&words, error))?;
        closed?;
        for remark in &brought.remarks {
            output::remark(remark);
        }
        let tally = brought.tally;
        let import = brought.import.to_string();
        output::answer(&words.say(
            "terminal-brought",
            &[
                ("rows", number(brought.rows)),
                ("recorded", number(tally.recorded)),
                ("reported", number(tally.reported)),
                ("revised", number(tally.revised)),
                ("unchanged", number(tally.unchanged)),
                ("import", Value::from(&import)),
            ],
        ))?;
        Ok(())
    }

    fn explain(&self, words: &Words, error: NotBrought) -> Failure {
        match error {
            NotBrought::Unreadable(error) => unreadable(words, &self.file, &error),
            NotBrought::Wrong { wrong, listed } => {
                let mut errors = Errors::of(words);
                for row in &listed {
                    let told = format!("{}. {}", row.problem, row.remedy);
                    errors.tell_as(row.line, &row.column, &told);
                }
                errors.more(wrong);
                errors.failure(&self.file, "recorded")
            }
            other => Failure::failed(format!("{} was not brought in", self.file.display()))
                .because(other)
                .safe("nothing of it counts; what was recorded of it is gone on with")
                .advice("give the same command again"),
        }
    }
}
