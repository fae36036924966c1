//! `POST /imports/{id}/withdraw`

use axum::Json;
use axum::extract::State;
use saqta_domain::command::Command;
use saqta_domain::ids::ImportId;
use saqta_domain::permission::Action;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{SaidAgain, said_again};
use crate::api::extract::Path;
use crate::auth::caller::{Circumstances, SignedIn};
use crate::problem::{Fault, answers};
use crate::state::AppState;
use crate::view::Viewer;

/// What went with the import.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Withdrawn {
    /// Later files that stand and had said rows of it again: those rows are gone as well, until the files are brought
    /// once more.
    said_again: Vec<SaidAgain>,
    /// How many rows are gone so, in the caller's language; null where none is.
    #[schema(required)]
    detail: Option<String>,
    /// What to do about it, in the caller's language.
    #[schema(required)]
    r#do: Option<String>,
}

/// Takes an import back: nothing that the file brought counts any more. The same file can be brought again. Rows that a
/// later file only said again went with it; `said_again` names such files, as `GET /imports` does beforehand.
#[utoipa::path(
    post, path = "/imports/{id}/withdraw", tag = "injuries", operation_id = "withdraw_import",
    params(("id" = Uuid, Path, description = "The import.")),
    responses(
        (status = 200, description = "It does not count any more.", body = Withdrawn),
        answers::Unauthorized, answers::NotFound, answers::Unavailable,
    ),
)]
pub(crate) async fn withdraw(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    circumstances: Circumstances,
    Path(id): Path<Uuid>,
) -> Result<Json<Withdrawn>, Fault> {
    let directory = state.handle.directory();
    let done = state
        .handle
        .ask(caller.principal.clone(), Command::WithdrawImport(ImportId(id)))
        .await;
    done.map_err(|error| Fault::of(error, &directory))?;
    let viewer = Viewer::new(caller.principal, directory);
    let (sees_all, own) = (
        viewer.may_everywhere(Action::ImportRegister),
        viewer.principal().account(),
    );
    let _settled = state.handle.settled().await?;
    let handle = state.handle.clone();
    let news = tokio::task::spawn_blocking(move || handle.views().register_after(u64::MAX, |_| {})).await??;
    let said_again = said_again(ImportId(id), &news.imports, |row| sees_all || row.by == own);
    let rows: u64 = said_again.iter().map(|later| later.rows).sum();
    let names = said_again.iter().map(|later| {
        let name = later.name.clone();
        name.unwrap_or_else(|| later.import.to_string())
    });
    let files = names.collect::<Vec<String>>().join(", ");
    let args = [
        ("rows", i64::try_from(rows).unwrap_or(i64::MAX).into()),
        ("files", files.as_str().into()),
    ];
    let told = |id: &str| (rows > 0).then(|| state.catalogue.text(circumstances.language, id, &args));
    Ok(Json(Withdrawn {
        detail: told("withdrawn-said-again"),
        r#do: told("withdrawn-said-again.do"),
        said_again,
    }))
}
