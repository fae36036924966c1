//! `POST /imports`

use std::collections::VecDeque;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use axum::Json;
use axum::body::Body;
use axum::extract::State;
use axum::http::StatusCode;
use futures_util::StreamExt as _;
use saqta_documents::injuries::Mapping;
use saqta_domain::command::Principal;
use saqta_domain::permission::Action;
use saqta_text::Language;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::{Job, Jobs, Outcome};
use crate::api::extract::Asked;
use crate::auth::caller::{Circumstances, SignedIn};
use crate::importing::{Bringing, Brought, NotBrought, Progress, bring as bring_in};
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// What comes with the file.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Parameters {
    /// What the file is called.
    name: Option<String>,
    /// How other headers and words are understood: a mapping as TOML text. The documented file needs none.
    mapping: Option<String>,
}

/// The most bytes of a file: some ten million injuries.
const LARGEST: u64 = 4 * 1024 * 1024 * 1024;

/// How many lots the views may lie behind, so that lists do not wait for an import: some tenths of a second.
const LOTS_BEHIND: usize = 16;

/// Brings a file of injuries into the register: CSV or xlsx, as the body.
///
/// Answered once the file is here; `GET /imports/{id}` then tells how far it has come, and what is wrong with which row. One
/// wrong row, and nothing is recorded. Nothing counts before everything is recorded. The same file again changes nothing.
#[utoipa::path(
    post, path = "/imports", tag = "injuries", operation_id = "bring_import", params(Parameters),
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "The file."),
    responses(
        (status = 202, description = "It is here, and is being looked at.", body = Job),
        answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::Unavailable,
    ),
)]
pub(crate) async fn bring(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    circumstances: Circumstances,
    Asked(asked): Asked<Parameters>,
    body: Body,
) -> Result<(StatusCode, Json<Job>), Fault> {
    caller.require(&state.handle.directory(), Action::ImportRegister)?;
    let mapping: Mapping = match asked.mapping.as_deref().filter(|text| !text.trim().is_empty()) {
        None => Mapping::default(),
        Some(text) => text
            .parse()
            .map_err(|error: saqta_documents::injuries::MappingError| {
                Fault::field("mapping", error.to_string())
            })?,
    };
    let name = asked.name.filter(|name| !name.trim().is_empty());
    if name.as_ref().is_some_and(|name| name.chars().count() > 200) {
        return Err(Fault::too_long("name", 200));
    }
    let id = uuid::Builder::from_random_bytes(state.draw(saqta_journal::random_array)).into_uuid();
    let file = Incoming::receive(&state, id, body).await?;
    let job = state.jobs.begin(caller.principal.clone(), name.clone(), id);
    let work = Work {
        state: state.clone(),
        id,
        file,
        name,
        mapping,
        principal: caller.principal,
        language: circumstances.language,
    };
    let runtime = tokio::runtime::Handle::current();
    tokio::task::spawn_blocking(move || work.run(&runtime));
    Ok((StatusCode::ACCEPTED, Json(job)))
}

/// A file on its way in; it is removed when this is dropped.
struct Incoming(PathBuf);

impl Incoming {
    async fn receive(state: &AppState, id: Uuid, body: Body) -> Result<Self, Fault> {
        let folder = state.settings.incoming.clone().unwrap_or_else(std::env::temp_dir);
        let path = folder.join(format!("import-{id}.partial"));
        let mut file = private_file(&folder, &path).map_err(Fault::unread)?;
        let incoming = Self(path);
        let mut stream = body.into_data_stream();
        let mut size = 0;
        while let Some(part) = stream.next().await {
            let part = part.map_err(|error| Fault::field("body", error.to_string()))?;
            size += part.len() as u64;
            if size > LARGEST {
                return Err(Fault::known("body", "file-too-large"));
            }
            file.write_all(&part).map_err(Fault::unread)?;
        }
        Ok(incoming)
    }
}

impl Drop for Incoming {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_file(&self.0) {
            tracing::warn!(%error, "a file that was brought in could not be removed");
        }
    }
}

/// The file names people: it is for its owner alone from its first byte on.
fn private_file(folder: &Path, path: &Path) -> std::io::Result<std::fs::File> {
    std::fs::create_dir_all(folder)?;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

struct Work {
    state: AppState,
    id: Uuid,
    file: Incoming,
    name: Option<String>,
    mapping: Mapping,
    principal: Principal,
    language: Language,
}

impl Work {
    fn run(self, runtime: &tokio::runtime::Handle) {
        let brought = self.bring(runtime);
        let Self {
            state,
            id,
            file,
            language,
            ..
        } = self;
        // Whoever is told that it is done finds no file left.
        drop(file);
        state.jobs.change(id, |job| match brought {
            Ok(brought) => {
                job.state = "completed";
                job.done = brought.rows;
                job.rows = Some(brought.rows);
                job.import = Some(brought.import.0);
                job.remarks = brought.remarks;
                job.outcome = Some(Outcome {
                    recorded: brought.tally.recorded,
                    reported: brought.tally.reported,
                    revised: brought.tally.revised,
                    unchanged: brought.tally.unchanged,
                });
            }
            Err(NotBrought::Wrong { wrong, listed }) => {
                job.state = "refused";
                job.wrong = wrong;
                job.errors = listed.into_iter().map(Into::into).collect();
            }
            Err(NotBrought::Unreadable(error)) => {
                job.state = "refused";
                job.remarks = told(&state, &error, language);
            }
            Err(error) => {
                tracing::warn!(%error, "a file could not be brought in");
                job.state = "failed";
                job.remarks = vec![error.to_string()];
            }
        });
    }

    fn bring(&self, runtime: &tokio::runtime::Handle) -> Result<Brought, NotBrought> {
        let handle = &self.state.handle;
        let directory = handle.directory();
        let bringing = Bringing {
            path: &self.file.0,
            name: self.name.clone(),
            mapping: &self.mapping,
            principal: self.principal.clone(),
            directory: &directory,
            now: handle.now(),
            language: self.language,
        };
        let mut heads = VecDeque::with_capacity(LOTS_BEHIND);
        bring_in(
            &bringing,
            |command| {
                if heads.len() == LOTS_BEHIND
                    && let Some(head) = heads.pop_front()
                {
                    // Only slower: whether the views keep up is not the import's to judge.
                    let _viewed = runtime.block_on(handle.viewed_up_to(head));
                }
                heads.push_back(handle.live().head());
                let pending = handle.submit(self.principal.clone(), command);
                || pending.wait()
            },
            |progress| self.tell(&self.state.jobs, progress),
        )
    }

    fn tell(&self, jobs: &Jobs, progress: Progress) {
        jobs.change(self.id, |job| match progress {
            Progress::Checked(rows) => job.done = rows,
            Progress::Recorded(done, rows) => {
                job.state = "recording";
                job.done = done;
                job.rows = Some(rows);
            }
        });
    }
}

fn told(state: &AppState, error: &saqta_documents::OpenError, language: Language) -> Vec<String> {
    let told = error.tell(&state.catalogue, language);
    let mut lines = vec![told.what, told.remedy];
    if let saqta_documents::OpenError::Columns(columns) = error {
        for column in columns {
            lines.push(column.tell(&state.catalogue, language).together());
        }
    }
    lines
}
