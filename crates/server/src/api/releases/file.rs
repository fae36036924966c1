//! `GET /figures/releases/{id}/{revision}/{file}`

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG};
use axum::response::{IntoResponse as _, Response};
use saqta_readmodel::ReleaseRow;

use super::{all, find};
use crate::api::extract::Path;
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// The statement that the log's key signs over a release.
const NOTE: &str = "release.note";

/// A file of a release: `release.json`, `region.csv`, `csvw.json`, `region.sdmx.csv`, `figures-ru.xlsx`, …; `release.note` is
/// the log's signature over `release.json` as a C2SP signed note. It never changes.
#[utoipa::path(
    get, path = "/figures/releases/{id}/{revision}/{file}", tag = "figures", operation_id = "release_file",
    params(
        ("id" = String, Path, description = "The stable id."),
        ("revision" = u64, Path, description = "Which revision, from 1."),
        ("file" = String, Path, description = "The file's name."),
    ),
    responses(
        (status = 200, description = "The file.", content(
            (Object = "application/json"), (String = "text/csv"), (String = "text/plain"),
            (String = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (String = "application/pdf"),
        )),
        answers::NotFound, answers::Unavailable,
    ),
)]
pub(crate) async fn file(
    State(state): State<AppState>,
    Path((id, revision, name)): Path<(String, u64, String)>,
) -> Result<Response, Fault> {
    let row = find(all(&state).await?, &id, Some(revision))?;
    if name == NOTE {
        return note(&state, &row);
    }
    answer(&state, row, name).await
}

/// A file from the shelf, as it was published.
pub(super) async fn answer(state: &AppState, row: ReleaseRow, name: String) -> Result<Response, Fault> {
    let state = state.clone();
    let found = tokio::task::spawn_blocking(move || {
        let bytes = state.shelf.get(&row.release, &name);
        bytes.map(|bytes| (bytes, row, name))
    });
    let (bytes, row, name) = found.await?.map_err(Fault::unread)?;
    let bytes = bytes.ok_or(Fault::NotFound)?;
    let sha256 = row.release.files.get(&name).map_or("", |file| &file.sha256);
    let headers = [
        (CONTENT_TYPE, content_type(&name).to_owned()),
        (ETAG, format!("\"{sha256}\"")),
        (CACHE_CONTROL, "public, no-cache".to_owned()),
        (CONTENT_DISPOSITION, disposition(&row, &name)),
    ];
    Ok((headers, bytes).into_response())
}

fn note(state: &AppState, row: &ReleaseRow) -> Result<Response, Fault> {
    let release = &row.release;
    let digest = release.files.get("release.json").ok_or(Fault::NotFound)?;
    let lines = [
        format!("{} {}", release.spec.id, release.revision),
        format!("position {}", release.position),
        format!("sha256 {}", digest.sha256),
    ];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let note = state.settings.checkpoints.state("release", &lines);
    Ok(([(CONTENT_TYPE, "text/plain; charset=utf-8")], note).into_response())
}

/// JSON is looked at, everything else is saved under a name that tells what it is.
fn disposition(row: &ReleaseRow, name: &str) -> String {
    if name == "release.json" || name.ends_with(".txt") {
        return "inline".to_owned();
    }
    format!(
        "attachment; filename=\"{}-r{}-{name}\"",
        row.release.spec.id, row.release.revision
    )
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("json") => "application/json",
        Some("csv") => "text/csv; charset=utf-8",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Some("pdf") => "application/pdf",
        _ => "text/plain; charset=utf-8",
    }
}
