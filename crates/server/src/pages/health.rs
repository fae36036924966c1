//! `GET /healthz` and `/readyz`: for balancers and watchdogs.

use std::sync::atomic::Ordering;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use saqta_domain::permission::Action;
use serde::Serialize;

use crate::auth::caller::Circumstances;
use crate::state::AppState;

/// How the installation is.
#[derive(Debug, Serialize)]
struct Health {
    /// `ready`, or `not-ready` when presses should be sent elsewhere.
    status: &'static str,
    /// Whether the writer takes commands.
    writing: bool,
    /// Whether the last attempt to record succeeded. When not, presses are shown as unrecorded and tried again.
    recording: bool,
    /// Whether the journal can be read.
    reading: bool,
    /// The last recorded position.
    head: u64,
    /// The position that the views have reached.
    viewed: u64,
    /// Alarms that nobody has closed.
    open_alarms: u64,
    /// Alarms that nobody has taken; none when the views cannot be read.
    unattended_alarms: Option<u64>,
    /// What is wrong with the embedded texts; empty in every program that passed its tests.
    text_faults: usize,
}

/// How the installation is, to the outside.
#[derive(Debug, Serialize)]
struct Outside {
    status: &'static str,
}

/// The process is alive.
pub(crate) async fn healthz() -> &'static str {
    "ok\n"
}

/// Whether presses may be sent here: listeners are bound and the journal answers. A full disk does not show in the
/// status: whoever presses must still be heard, and the consoles show it.
///
/// Figures are for this machine and for those who see alarms anyway: to others they would betray a silent one.
pub(crate) async fn readyz(State(state): State<AppState>, circumstances: Circumstances) -> Response {
    let (status, health) = look(&state).await;
    if may_know(&state, &circumstances) {
        (status, Json(health)).into_response()
    } else {
        let outside = Outside {
            status: health.status,
        };
        (status, Json(outside)).into_response()
    }
}

fn may_know(state: &AppState, circumstances: &Circumstances) -> bool {
    let may = [Action::View, Action::Declare, Action::ViewCurrentLog];
    let directory = state.handle.directory();
    let caller = circumstances.caller.as_ref().filter(|caller| !caller.revoked);
    circumstances.client.local
        || caller.is_some_and(|caller| {
            may.into_iter()
                .any(|action| caller.may_somewhere(&directory, action))
        })
}

async fn look(state: &AppState) -> (StatusCode, Health) {
    let health = state.handle.health();
    let handle = state.handle.clone();
    let reading =
        tokio::task::spawn_blocking(move || handle.journal().read(handle.journal().head().max(1), 1).is_ok());
    let reading = reading.await.unwrap_or(false);
    let bound = *state.bound.borrow() && !state.is_ending();
    let ready = bound && health.writing && reading;
    let by_state = super::metrics::open_by_state(state).await;
    let unattended = by_state
        .iter()
        .find(|(state, _)| *state == "raised")
        .map(|(_, count)| *count);
    let body = Health {
        status: if ready { "ready" } else { "not-ready" },
        writing: health.writing,
        recording: health.recording,
        reading,
        head: health.head,
        viewed: health.viewed,
        open_alarms: state.handle.counters().open_alarms.load(Ordering::Relaxed),
        unattended_alarms: unattended,
        text_faults: state.catalogue.faults().len(),
    };
    let status = if ready {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    (status, body)
}
