//! `POST /alarms`: a press. Whatever it says, and however it says it, it is never refused to anybody who was ever
//! known here.

use std::time::Duration;

use axum::Json;
use axum::body::{Body, BodyDataStream, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use futures_util::StreamExt as _;
use saqta_domain::alarm::Flag;
use saqta_domain::command::{Answer, Command, Idempotency, Press, Principal};
use saqta_domain::directory::Directory;
use saqta_domain::ids::{DeviceId, SiteId, ZoneId};
use saqta_domain::signal::Fingerprint;
use saqta_engine::{EngineError, Handle, Unrecorded};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

use super::reading::{Raw, Reading};
use crate::auth::caller::Presser;
use crate::problem::{Fault, answers};
use crate::shape::alarm::Alarm;
use crate::state::AppState;

/// How many bytes of a body are kept; the rest is read and thrown away.
const KEPT: usize = 64 * 1024;
/// How many bytes are read at all, so that the answer finds a listener.
const READ: usize = 16 * 1024 * 1024;
/// How long a body may fall silent before the press is taken as far as it came: less than a press page waits.
const SILENCE: Duration = Duration::from_secs(3);

/// A call for help. Every field may be absent, and none can be so wrong that the press is refused.
#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "documentation only: a press is read field by field, so that a broken one is kept"
)]
pub(crate) struct RaiseBody {
    /// Where help is needed. An unknown one is flagged.
    zone: Option<String>,
    /// The device that stands for the place, when there is no zone. An unknown one is flagged.
    device: Option<String>,
    /// `assist`, `panic`, `duress`, …; absent or unknown is `panic`.
    kind: Option<String>,
    /// Whether the place must stay quiet; absent follows the kind.
    silent: Option<bool>,
    /// What to write beside it; cut at 4,000 characters.
    note: Option<String>,
    /// When somebody pressed, by the presser's own clock; over a minute ago is flagged `late`.
    #[schema(format = DateTime)]
    pressed_at: Option<String>,
}

/// Raises an alarm.
///
/// With a token or session that was ever good this is never a 4xx: what is unknown, of the wrong type or unreadable
/// becomes a flag. 201 means that the alarm is on the disk. `Idempotency-Key` (any bytes): the same key and body
/// within seven days give the first alarm again, the same key with another body raises a new one, flagged.
#[utoipa::path(
    post, path = "/alarms", tag = "alarms", request_body = RaiseBody,
    params(("Idempotency-Key" = Option<String>, Header, description = "The same for each try of one press.")),
    responses(
        (status = 201, description = "Recorded: the alarm is on the disk.", body = Alarm),
        answers::Unauthorized,
        (status = 503, description = "NOT recorded: call for help by voice, and keep trying. Consoles show it as unrecorded.",
            body = crate::problem::Problem, content_type = "application/problem+json"),
    ),
)]
pub(crate) async fn raise(
    State(state): State<AppState>,
    presser: Presser,
    headers: HeaderMap,
    body: Body,
) -> Result<(StatusCode, Json<Alarm>), Fault> {
    // A task of its own: when the connection breaks now, the press is recorded all the same.
    let raising = tokio::spawn(async move { raise_whatever_comes(&state, &presser, &headers, body).await });
    raising.await.unwrap_or(Err(Fault::PressNotRecorded))
}

async fn raise_whatever_comes(
    state: &AppState,
    presser: &Presser,
    headers: &HeaderMap,
    body: Body,
) -> Result<(StatusCode, Json<Alarm>), Fault> {
    let started = state.handle.clock().monotonic();
    let (raw, rest) = read(body).await;
    let principal = presser.caller.principal.clone();
    let press = press_of(presser, headers, &raw);
    let shown = unrecorded(&state.handle, &principal, &press, &raw);
    let outcome = state.handle.submit(principal, Command::Raise(press));
    let (outcome, ()) = tokio::join!(outcome, discard(rest));
    let took = state.handle.clock().monotonic().saturating_sub(started);
    match outcome {
        Ok(Answer::Raised(alarm)) => {
            state.metrics.press_took(took);
            Ok((
                StatusCode::CREATED,
                Json(Alarm::of(&alarm, &state.handle.directory())),
            ))
        }
        Ok(other) => Err(not_recorded(
            &state.handle,
            shown,
            &format!("it was answered by {other:?}"),
        )),
        Err(EngineError::NotRecorded(problem)) => Err(not_recorded(&state.handle, shown, &problem)),
        Err(EngineError::Refused(refusal)) => Err(not_recorded(&state.handle, shown, &refusal.to_string())),
    }
}

fn not_recorded(handle: &Handle, shown: Unrecorded, problem: &str) -> Fault {
    tracing::error!(problem, key = shown.key, "a press could not be recorded");
    handle.show_unrecorded(shown);
    Fault::PressNotRecorded
}

/// Reads a body as far as it is kept; what follows is for [`discard`].
async fn read(body: Body) -> (Raw, Option<BodyDataStream>) {
    let mut stream = body.into_data_stream();
    let mut raw = Raw::default();
    loop {
        match tokio::time::timeout(SILENCE, stream.next()).await {
            Ok(None) => return (raw, None),
            Ok(Some(Ok(chunk))) => {
                raw.bytes.extend_from_slice(&chunk);
                if raw.bytes.len() > KEPT {
                    raw.bytes.truncate(KEPT);
                    raw.cut = true;
                    return (raw, Some(stream));
                }
            }
            Ok(Some(Err(_))) | Err(_) => {
                raw.broken = true;
                return (raw, None);
            }
        }
    }
}

/// Reads what is not kept: a client that still writes would not hear the answer.
async fn discard(rest: Option<BodyDataStream>) {
    let Some(mut stream) = rest else { return };
    let mut left = READ;
    while left > 0 {
        let Ok(Some(Ok(chunk))) = tokio::time::timeout(SILENCE, stream.next()).await else {
            return;
        };
        left = left.saturating_sub(Bytes::len(&chunk).max(1));
    }
}

fn press_of(presser: &Presser, headers: &HeaderMap, raw: &Raw) -> Press {
    let Reading {
        zone,
        device,
        kind,
        silent,
        note,
        pressed_at,
        mut flags,
        claim,
    } = Reading::of(raw);
    if presser.caller.revoked {
        flags.insert(Flag::RevokedToken);
    }
    if presser.foreign {
        flags.insert(Flag::ForeignOrigin);
    }
    let idempotency = idempotency(&presser.caller.principal, headers, raw);
    Press {
        zone,
        device,
        kind,
        silent,
        note,
        pressed_at,
        flags,
        claim,
        idempotency,
    }
}

/// An empty key is none: clients that send one would have all their presses taken for the same.
fn idempotency(principal: &Principal, headers: &HeaderMap, raw: &Raw) -> Option<Idempotency> {
    let key = headers.get("idempotency-key")?.as_bytes().trim_ascii();
    if key.is_empty() {
        return None;
    }
    Some(Idempotency {
        key: short_hash(&[name(principal).as_bytes(), key]),
        body: short_hash(&[&raw.bytes]),
    })
}

fn name(principal: &Principal) -> String {
    match principal {
        Principal::Account(id) => format!("account:{id}"),
        Principal::Device(id) => format!("device:{id}"),
        Principal::System => "system".to_owned(),
    }
}

/// The first 16 bytes of a SHA-256 over parts, each preceded by its length.
fn short_hash(parts: &[&[u8]]) -> Fingerprint {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    let digest: [u8; 32] = hash.finalize().into();
    let mut short = [0; 16];
    short.copy_from_slice(&digest[..16]);
    Fingerprint(short)
}

/// What consoles show if the press cannot be recorded. Without a key, tries of one body by one presser look the same.
fn unrecorded(handle: &Handle, principal: &Principal, press: &Press, raw: &Raw) -> Unrecorded {
    let directory = handle.directory();
    let key = press.idempotency.map_or_else(
        || short_hash(&[name(principal).as_bytes(), &raw.bytes]),
        |used| used.key,
    );
    let (site, zone) = place(&directory, principal, press);
    Unrecorded {
        at: handle.now(),
        key: String::from(key),
        kind: press.kind.clone(),
        site,
        zone,
    }
}

fn place(directory: &Directory, principal: &Principal, press: &Press) -> (Option<SiteId>, Option<ZoneId>) {
    if let Some(zone) = press.zone.as_deref().and_then(|zone| directory.zone(zone)) {
        return (Some(zone.site.clone()), Some(zone.id.clone()));
    }
    let sender = match principal {
        Principal::Device(id) => Some(id.clone()),
        _ => None,
    };
    let device = press.device.as_deref().map(DeviceId::from).or(sender);
    match device.and_then(|device| {
        directory
            .place_of_device(&device)
            .map(|(site, zone)| (site.clone(), zone.clone()))
    }) {
        Some((site, zone)) => (Some(site), Some(zone)),
        None => (None, None),
    }
}
