//! `saqta apply`: what a TOML file declares, recorded by the folder's own engine or by a server.
//!
//! The cast: a [`DeclarationFile`] is read with the secrets that it names and knows the line of each field; what is
//! refused, here or by the server, is told by file, line and field.

mod file;

use std::path::PathBuf;

use clap::Args;
use saqta_domain::command::{Answer, Command};
use saqta_domain::decide::Refusal;
use saqta_domain::event::{Event, Recorded};
use saqta_domain::private::Private;
use saqta_engine::EngineError;
use serde_json::Value;

use crate::failure::Failure;
use crate::folder::HeldFolder;
use crate::output;
use crate::remote::{Access, PATIENT, Remote};
use file::DeclarationFile;

#[derive(Args, Debug)]
pub(crate) struct Apply {
    /// Data folder; no server may run on it
    #[arg(
        long,
        value_name = "DIR",
        required_unless_present = "server",
        conflicts_with = "server"
    )]
    data: Option<PathBuf>,

    /// Address of a running server
    #[arg(long, value_name = "URL", requires = "token_file")]
    server: Option<String>,

    #[command(flatten)]
    access: Access,

    /// What to declare; paths in it start at its folder
    #[arg(value_name = "FILE.toml")]
    file: PathBuf,
}

impl Apply {
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let file = DeclarationFile::read(&self.file)?;
        for warning in file.warnings() {
            output::remark(&format!("warning: {warning}"));
        }
        match (&self.data, &self.server) {
            (Some(data), _) => here(HeldFolder::open(data)?, file),
            (None, Some(server)) => there(&Remote::new(server, &self.access, PATIENT)?, &file),
            (None, None) => Err(Failure::misuse("nowhere to apply it")
                .advice("add --data DIR or --server URL")
                .into()),
        }
    }
}

fn here(mut folder: HeldFolder, mut file: DeclarationFile) -> anyhow::Result<()> {
    let secrets = {
        let directory = folder.directory();
        file.fill_in(|login| directory.account_by_login(login).is_none())
    };
    let declaration = secrets.map(|()| file.declaration().clone());
    let asked = declaration.map(|declaration| folder.ask(Command::Declare(Box::new(declaration))));
    folder.close()?;
    let (answer, recorded) = asked?.map_err(|error| refused(&file, error))?;
    for line in recorded.iter().filter_map(|entry| describe(entry)) {
        output::answer(&line)?;
    }
    let changed = if let Answer::Declared { changed } = answer {
        changed
    } else {
        recorded.len()
    };
    summarise(changed)
}

fn there(remote: &Remote, file: &DeclarationFile) -> anyhow::Result<()> {
    let response = remote
        .post("/declaration", &[], &file.to_json()?)
        .map_err(|error| remote.unreachable(error))?;
    if let Some(problem) = response.problem().filter(|problem| problem.name() == "invalid")
        && let Some(field) = &problem.field
    {
        let reason = problem.reason.clone().unwrap_or_else(|| problem.to_string());
        return Err(file.failure_at(field, &reason).into());
    }
    let body = response.into_success()?;
    summarise(
        body.get("changed")
            .and_then(Value::as_u64)
            .and_then(|count| usize::try_from(count).ok())
            .unwrap_or(0),
    )
}

fn summarise(changed: usize) -> anyhow::Result<()> {
    let text = match changed {
        0 => "nothing changed: all of this was declared already".to_owned(),
        1 => "1 declared or changed".to_owned(),
        count => format!("{count} declared or changed"),
    };
    output::answer(&text)?;
    Ok(())
}

fn refused(file: &DeclarationFile, error: EngineError) -> Failure {
    match error {
        EngineError::Refused(Refusal::Invalid { path, problem, .. }) => file.failure_at(&path, &problem),
        error => Failure::failed("the declaration was not recorded")
            .because(error)
            .safe("nothing was changed"),
    }
}

/// What an entry declares, in a line.
fn describe(entry: &Recorded) -> Option<String> {
    Some(match &entry.event {
        Event::SiteDeclared(site) => format!("site {}", site.id),
        Event::ZoneDeclared(zone) => format!("zone {}", zone.id),
        Event::PostDeclared(post) => format!("post {}", post.id),
        Event::DeviceDeclared(device) => format!("device {}", device.id),
        Event::AccountDeclared(fact) => {
            let login = entry.private.iter().find_map(|private| match private {
                Private::Person { login, .. } => Some(login.clone()),
                _ => None,
            });
            format!("account {}", login.unwrap_or_else(|| fact.account.to_string()))
        }
        _ => return None,
    })
}
