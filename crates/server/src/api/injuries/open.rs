//! `POST /injuries/{id}/open`

use axum::Json;
use axum::extract::State;
use saqta_domain::command::Command;
use saqta_domain::ids::InjuryId;
use saqta_domain::permission::Action;
use saqta_domain::private::{Injured, Private};
use saqta_engine::Handle;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::api::extract::{Body, Path, fitting_reason};
use crate::auth::caller::SignedIn;
use crate::history::sealed_reports;
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// Why it is opened.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OpenBody {
    /// Why, in at most 4,000 characters; recorded, sealed.
    #[serde(default)]
    reason: String,
}

/// Who was hurt, as it was reported.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OpenedInjury {
    /// One for each report that said who was hurt, oldest first; none where no report did.
    items: Vec<OpenedInjured>,
}

/// What one report said of who was hurt.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OpenedInjured {
    /// The journal position of the report.
    position: u64,
    /// Whether the key was destroyed: then nobody can read it any more.
    erased: bool,
    /// Their name.
    #[schema(required)]
    name: Option<String>,
    /// Their individual identification number, 12 digits.
    #[schema(required)]
    iin: Option<String>,
    /// Their day of birth.
    #[schema(required, value_type = Option<String>, format = Date)]
    born: Option<jiff::civil::Date>,
    /// What they do.
    #[schema(required)]
    occupation: Option<String>,
    /// What happened, in somebody's words.
    #[schema(required)]
    circumstances: Option<String>,
}

/// Opens who was hurt, for a stated reason. Each report that is opened is an event in the journal with the reason sealed in
/// it, recorded before this answers.
#[utoipa::path(
    post, path = "/injuries/{id}/open", tag = "injuries", operation_id = "open_injured", request_body = OpenBody,
    params(("id" = Uuid, Path, description = "The injury.")),
    responses(
        (status = 200, description = "Who was hurt.", body = OpenedInjury),
        answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::NotFound, answers::Unavailable,
    ),
)]
pub(crate) async fn open(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Path(id): Path<Uuid>,
    Body(body): Body<OpenBody>,
) -> Result<Json<OpenedInjury>, Fault> {
    let directory = state.handle.directory();
    caller.require(&directory, Action::OpenInjured)?;
    let reason = fitting_reason(body.reason)?;
    let injury = InjuryId(id);
    let handle = state.handle.clone();
    let sealed = tokio::task::spawn_blocking(move || sealed_reports(&handle, injury)).await?;
    let positions = sealed.map_err(Fault::unread)?;
    let opening = Command::OpenInjured {
        injury,
        positions: positions.clone(),
        reason,
    };
    let opened = state.handle.ask(caller.principal, opening).await;
    opened.map_err(|error| Fault::of(error, &directory))?;
    let handle = state.handle.clone();
    let read = tokio::task::spawn_blocking(move || {
        let each = positions
            .into_iter()
            .map(|position| injured_at(&handle, position));
        each.collect::<Result<Vec<_>, String>>()
    });
    let items = read.await?.map_err(Fault::unread)?;
    Ok(Json(OpenedInjury { items }))
}

/// What the report at a position says, with nothing in it once its key is destroyed.
fn injured_at(handle: &Handle, position: u64) -> Result<OpenedInjured, String> {
    let entries = handle.read_after(position - 1, 1)?;
    let mut parts = entries.iter().flat_map(|entry| &entry.private);
    let injured = parts.find_map(|part| match part {
        Private::Injured(injured) => Some(injured.clone()),
        _ => None,
    });
    let erased = injured.is_none();
    let Injured {
        name,
        iin,
        born,
        occupation,
        circumstances,
    } = injured.unwrap_or_default();
    Ok(OpenedInjured {
        position,
        erased,
        name,
        iin,
        born,
        occupation,
        circumstances,
    })
}
