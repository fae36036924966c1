//! `GET /stream`: what is recorded, as it is recorded, to everybody who may know it.
//!
//! The cast: [`Telling`] follows the engine once for all subscribers and keeps what is told lately, each entry with
//! the alarm before and after it ([`Told`](told::Told)); a [`Follower`](follower::Follower) is one subscriber's place
//! in it. A follower never skips: what is no longer kept is read from the journal; and it is asked for the next bytes
//! only when its connection can take them.

mod cache;
mod follower;
mod frame;
mod telling;
mod told;

use axum::body::Body;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::api::extract::Asked;
use crate::auth::caller::SignedIn;
use crate::problem::{Fault, answers};
use crate::state::AppState;
use follower::Follower;
pub(crate) use telling::Telling;

/// Where to begin.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Parameters {
    /// The position after which to begin; without it and without `Last-Event-ID`, now.
    #[param(value_type = Option<u64>)]
    from: Option<String>,
}

/// Follows what is recorded, as server-sent events.
///
/// `id:` is the journal position, `event:` the event's type, `data:` one line of JSON:
/// `{"position", "at", "by": {"id","name"}|null, "note"?, "alarm": {"id", "site", …}}`. With `alarm.raised` and
/// `alarm.joined` the alarm is whole; with a step it has `state`, with `alarm.closed` also `outcome` and `factors`,
/// with `alarm.reopened` and `alarm.contested` also `contested`, with `alarm.repeated` `repeats`. A colleague's alarm
/// comes as in the list. When an alarm leaves what the reader may see, its last event says `"state": "closed"`.
/// `directory.changed` names a `site`, `zone`, `post`, `device` or `account` by `id`. `alarm.unrecorded` (without
/// `id:`) shows a press that the journal could not take: `{"at", "press": {"key","kind","site","zone"}}`.
/// `head` (without `id:`) gives the position up to which everything was told, first of all and every five seconds,
/// beside a comment line; `bye` is the last event when the server ends. Resuming after any position leaves no gap.
#[utoipa::path(
    get, path = "/stream", tag = "stream",
    params(Parameters, ("Last-Event-ID" = Option<u64>, Header, description = "Stands before `from`.")),
    responses(
        (status = 200, description = "The stream; it ends only with the server or the sign-in.", body = String,
            content_type = "text/event-stream"),
        answers::Invalid, answers::Unauthorized,
    ),
)]
pub(crate) async fn stream(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    headers: HeaderMap,
    Asked(parameters): Asked<Parameters>,
) -> Result<Response, Fault> {
    let last_heard = headers
        .get("last-event-id")
        .and_then(|value| value.to_str().ok()?.trim().parse().ok());
    let from = match parameters.from.as_deref() {
        None | Some("") => None,
        Some(text) => Some(
            text.parse()
                .map_err(|_| Fault::field("from", "a journal position"))?,
        ),
    };
    let head = state.handle.live().head();
    // A position beyond the head belongs to another journal: what that one told cannot be continued.
    let position = last_heard.or(from).unwrap_or(head).min(head);
    let follower = Follower::new(state, caller, position);
    let mut response = Response::new(Body::from_stream(follower.into_stream()));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(
        HeaderName::from_static("x-accel-buffering"),
        HeaderValue::from_static("no"),
    );
    Ok(response)
}
