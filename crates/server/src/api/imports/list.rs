//! `GET /imports`

use axum::Json;
use axum::extract::State;
use jiff::Timestamp;
use saqta_domain::permission::Action;
use saqta_readmodel::ImportRow;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{SaidAgain, said_again};
use crate::auth::caller::SignedIn;
use crate::problem::{Fault, answers};
use crate::shape::Person;
use crate::shape::list::List;
use crate::state::AppState;
use crate::view::Viewer;

/// A file that was brought into the register.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ImportItem {
    id: Uuid,
    /// What the file is called.
    #[schema(required)]
    name: Option<String>,
    /// `open` (cut off: nothing of it counts), `completed` or `withdrawn`.
    stage: &'static str,
    /// When it was begun.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// By whom; null for whoever holds the data folder.
    #[schema(required)]
    by: Option<Person>,
    /// How many rows it has.
    rows: u64,
    /// SHA-256 of the file, in hex.
    sha256: String,
    /// Later files that stand and say rows of it again: taken back, those rows are gone until these are brought once more.
    said_again: Vec<SaidAgain>,
}

/// Lists the files that were brought into the register, newest first: one's own, or all for whoever may import for the
/// whole country.
#[utoipa::path(
    get, path = "/imports", tag = "injuries", operation_id = "list_imports",
    responses(
        (status = 200, description = "The imports.", body = List<ImportItem>),
        answers::Unauthorized, answers::Forbidden, answers::Unavailable,
    ),
)]
pub(crate) async fn list(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
) -> Result<Json<List<ImportItem>>, Fault> {
    let directory = state.handle.directory();
    caller.require(&directory, Action::ImportRegister)?;
    let viewer = Viewer::new(caller.principal, directory);
    let sees_all = viewer.may_everywhere(Action::ImportRegister);
    let own = viewer.principal().account();
    let _settled = state.handle.settled().await?;
    let handle = state.handle.clone();
    let news = tokio::task::spawn_blocking(move || handle.views().register_after(u64::MAX, |_| {})).await??;
    let sees = |row: &ImportRow| sees_all || row.by == own;
    let seen = news.imports.iter().rev().filter(|row| sees(row));
    let items = seen.map(|row| ImportItem {
        id: row.import.0,
        name: row.name.clone(),
        stage: row.stage.code(),
        at: row.at,
        by: row.by.map(|id| Person::of(id, viewer.directory())),
        rows: row.rows,
        sha256: row.digest.clone(),
        said_again: said_again(row.import, &news.imports, sees),
    });
    Ok(Json(List {
        items: items.collect(),
        next: None,
        position: news.position,
        behind: false,
    }))
}
