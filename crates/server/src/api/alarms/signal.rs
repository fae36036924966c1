//! `GET /alarms/{id}/signal`

use axum::Json;
use axum::extract::State;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use saqta_domain::command::Command;
use saqta_domain::event::Event;
use saqta_domain::ids::AlarmId;
use saqta_domain::permission::Action;
use saqta_domain::private::Private;
use saqta_domain::state::replay_alarm;
use saqta_engine::Handle;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::api::extract::Path;
use crate::auth::caller::SignedIn;
use crate::history;
use crate::problem::{Fault, answers};
use crate::state::AppState;
use crate::view::{Reach, Viewer};

/// The sealed signals of an alarm, opened.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Signals {
    /// One for each event that came from a device, oldest first.
    items: Vec<OpenedSignal>,
}

/// A signal as it came.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OpenedSignal {
    /// The journal position of its event.
    position: u64,
    /// Its bytes, base64.
    bytes: String,
    /// The texts inside, decoded.
    #[schema(required)]
    text: Option<String>,
}

/// Opens the sealed signals of an alarm. Each opening is an event in the journal, recorded before this answers.
#[utoipa::path(
    get, path = "/alarms/{id}/signal", tag = "alarms", params(("id" = Uuid, Path, description = "The alarm.")),
    responses(
        (status = 200, description = "The signals that came for the alarm.", body = Signals),
        answers::Unauthorized, answers::Forbidden, answers::NotFound, answers::Unavailable,
    ),
)]
pub(crate) async fn signal(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Path(id): Path<Uuid>,
) -> Result<Json<Signals>, Fault> {
    let viewer = Viewer::new(caller.principal.clone(), state.handle.directory());
    let handle = state.handle.clone();
    let events = tokio::task::spawn_blocking(move || history::of_alarm(&handle, AlarmId(id)));
    let events = events.await?.map_err(Fault::unread)?;
    let alarm = replay_alarm(&events).ok_or(Fault::NotFound)?;
    match viewer.reach(&alarm) {
        Reach::Full if viewer.may(Action::OpenSignal, &alarm.site) => {}
        Reach::Full | Reach::Own => return Err(Fault::Forbidden),
        Reach::Colleague | Reach::Hidden => return Err(Fault::NotFound),
    }
    let mut items = Vec::new();
    for event in events.iter().filter(|event| has_signal(&event.event)) {
        let opening = Command::OpenSeal {
            position: event.position,
            site: alarm.site.clone(),
        };
        let outcome = state.handle.ask(caller.principal.clone(), opening).await;
        outcome.map_err(|error| Fault::of(error, viewer.directory()))?;
        items.extend(open(&state.handle, event.position).await?);
    }
    Ok(Json(Signals { items }))
}

fn has_signal(event: &Event) -> bool {
    match event {
        Event::AlarmRaised(fact) => fact.signal.is_some(),
        Event::AlarmRepeated(_) | Event::AlarmJoined(_) | Event::AlarmSignalled(_) => true,
        _ => false,
    }
}

/// The signal sealed with the entry at a position; none once its key is destroyed.
async fn open(handle: &Handle, position: u64) -> Result<Option<OpenedSignal>, Fault> {
    let handle = handle.clone();
    let read = tokio::task::spawn_blocking(move || handle.read_after(position - 1, 1));
    let entries = read.await?.map_err(Fault::unread)?;
    let raw = entries
        .iter()
        .flat_map(|entry| &entry.private)
        .find_map(|part| match part {
            Private::Signal(raw) => Some(raw),
            _ => None,
        });
    Ok(raw.map(|raw| OpenedSignal {
        position,
        bytes: STANDARD.encode(&raw.bytes),
        text: raw.text.clone(),
    }))
}
