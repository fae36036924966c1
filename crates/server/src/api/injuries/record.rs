//! `POST /injuries`

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use saqta_domain::command::{Answer, Command, InjuryReport};
use saqta_domain::decide::Change;
use saqta_domain::signal::Fingerprint;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::api::extract::Body;
use crate::auth::caller::{Caller, SignedIn};
use crate::problem::{Fault, answers};
use crate::shape::injury::{InjuredBody, InjuryDetails, Unknown, alarm, require_known};
use crate::state::AppState;

/// An injury to be reported.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct RecordBody {
    /// What is known.
    #[serde(flatten)]
    details: InjuryDetails,
    /// The reporter's own number of the case: the same number again is the same injury.
    #[serde(default)]
    number: Option<String>,
    /// A number that several reporters use for the same injury.
    #[serde(default)]
    shared_number: Option<String>,
    /// The alarm in which it happened.
    #[serde(default)]
    alarm: Option<Uuid>,
    /// Who was hurt.
    #[serde(default)]
    injured: Option<InjuredBody>,
    #[serde(flatten)]
    #[schema(ignore)]
    unknown: Unknown,
}

/// What became of a report.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Recorded {
    /// The injury.
    id: Uuid,
    /// `recorded`, `reported` (known already from another source), `revised`, or `unchanged`.
    change: &'static str,
    /// The journal position up to which this is true.
    position: u64,
}

/// Reports an injury.
///
/// What a declared site says need not be said again. A report of a known injury (by number) revises it, or changes
/// nothing: 200. An `Idempotency-Key` makes a report without a number repeatable.
#[utoipa::path(
    post, path = "/injuries", tag = "injuries", operation_id = "record_injury", request_body = RecordBody,
    params(("Idempotency-Key" = Option<String>, Header, description = "Any text; the same key is the same report.")),
    responses(
        (status = 201, description = "A new injury.", body = Recorded),
        (status = 200, description = "A known one.", body = Recorded),
        answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::NotFound, answers::Unavailable,
    ),
)]
pub(crate) async fn record(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    headers: HeaderMap,
    Body(body): Body<RecordBody>,
) -> Result<(StatusCode, Json<Recorded>), Fault> {
    require_known(&body.unknown)?;
    let report = InjuryReport {
        details: body.details.read()?,
        number: short("number", body.number)?,
        shared_number: short("shared_number", body.shared_number)?,
        alarm: alarm(body.alarm),
        injured: body.injured.map(InjuredBody::read).transpose()?.flatten(),
        request: request_of(&caller, &headers),
    };
    let directory = state.handle.directory();
    match state
        .handle
        .ask(caller.principal, Command::RecordInjury(Box::new(report)))
        .await
    {
        Ok(Answer::Injury { injury, change }) => {
            let status = match change {
                Change::Recorded => StatusCode::CREATED,
                _ => StatusCode::OK,
            };
            Ok((
                status,
                Json(Recorded {
                    id: injury.0,
                    change: word(change),
                    position: state.handle.live().head(),
                }),
            ))
        }
        Ok(other) => Err(Fault::unread(format!("a report was answered by {other:?}"))),
        Err(error) => Err(Fault::of(error, &directory)),
    }
}

impl Recorded {
    pub(super) fn new(id: Uuid, change: Change, position: u64) -> Self {
        Self {
            id,
            change: word(change),
            position,
        }
    }
}

fn word(change: Change) -> &'static str {
    match change {
        Change::Recorded => "recorded",
        Change::Reported => "reported",
        Change::Revised => "revised",
        Change::Unchanged => "unchanged",
    }
}

/// A number as people write them, without spaces around it.
fn short(field: &str, text: Option<String>) -> Result<Option<String>, Fault> {
    let text = text
        .map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty());
    match text {
        Some(text) if text.chars().count() > 100 => Err(Fault::too_long(field, 100)),
        other => Ok(other),
    }
}

/// Who used which key.
fn request_of(caller: &Caller, headers: &HeaderMap) -> Option<Fingerprint> {
    let key = headers.get("idempotency-key")?;
    let digest =
        Sha256::digest([format!("{:?}", caller.principal).as_bytes(), &[0], key.as_bytes()].concat());
    let mut short = [0; 16];
    short.copy_from_slice(&digest[..16]);
    Some(Fingerprint(short))
}
