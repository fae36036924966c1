//! `GET /log/proof?position=&size=` and `?from=&to=`

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use saqta_journal::Hash;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{uncached, unread, visible};
use crate::api::extract::Asked;
use crate::auth::caller::Circumstances;
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// Which proof: `position` (and `size`) for an inclusion, `from` and `to` for a consistency.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Parameters {
    /// The entry's position; it is leaf `position − 1`.
    #[param(value_type = Option<u64>)]
    position: Option<String>,
    /// The tree's size; without it, that of the checkpoint the caller may see.
    #[param(value_type = Option<u64>)]
    size: Option<String>,
    /// The size of the smaller tree.
    #[param(value_type = Option<u64>)]
    from: Option<String>,
    /// The size of the larger tree; without it, that of the checkpoint the caller may see.
    #[param(value_type = Option<u64>)]
    to: Option<String>,
}

/// A proof (RFC 6962). Hashes are in hex.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
pub(crate) enum Proof {
    /// An entry is in the log.
    Inclusion(Inclusion),
    /// A log begins with an earlier one.
    Consistency(Consistency),
}

/// An entry is in the log.
#[derive(Debug, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Inclusion {
    /// The entry's position; it is leaf `position − 1`.
    position: u64,
    /// The tree's size.
    size: u64,
    /// The entry's leaf hash.
    leaf_hash: String,
    /// The tree's root.
    root: String,
    /// The audit path, lowest first.
    proof: Vec<String>,
}

/// A log begins with an earlier one.
#[derive(Debug, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Consistency {
    /// The size of the smaller tree.
    from: u64,
    /// The size of the larger tree.
    to: u64,
    /// The smaller tree's root.
    from_root: String,
    /// The larger tree's root.
    to_root: String,
    /// The nodes of RFC 6962, section 2.1.2.
    proof: Vec<String>,
}

/// What was asked for, understood.
#[derive(Clone, Copy, Debug)]
enum Wanted {
    Inclusion { position: u64, size: u64 },
    Consistency { from: u64, to: u64 },
}

/// Proves that an entry is in the log, or that the log only grew. Within the checkpoint that the caller may see.
#[utoipa::path(
    get, path = "/log/proof", tag = "log", security((), ("token" = []), ("session" = [])), params(Parameters),
    responses(
        (status = 200, description = "The proof.", body = Proof),
        answers::Invalid, answers::NotFound, answers::Unavailable,
    ),
)]
pub(crate) async fn proof(
    State(state): State<AppState>,
    circumstances: Circumstances,
    Asked(parameters): Asked<Parameters>,
) -> Result<(HeaderMap, Json<Proof>), Fault> {
    let visible = visible(&state, &circumstances).await?.size;
    let asked = understand(&parameters, visible)?;
    let within = match asked {
        Wanted::Inclusion { position, size } => (1..=size).contains(&position) && size <= visible,
        Wanted::Consistency { from, to } => from <= to && to <= visible,
    };
    if !within {
        return Err(Fault::NotFound);
    }
    let handle = state.handle.clone();
    let proof = tokio::task::spawn_blocking(move || prove(handle.journal(), asked))
        .await?
        .map_err(unread)?;
    let mut headers = uncached("application/json");
    headers.remove(CONTENT_TYPE);
    Ok((headers, Json(proof)))
}

fn understand(parameters: &Parameters, visible: u64) -> Result<Wanted, Fault> {
    let number = |name: &str, text: &Option<String>| match text {
        None => Ok(None),
        Some(text) => text
            .parse()
            .map(Some)
            .map_err(|_| Fault::field(name, "a whole number")),
    };
    let position = number("position", &parameters.position)?;
    let size = number("size", &parameters.size)?.unwrap_or(visible);
    let from = number("from", &parameters.from)?;
    let to = number("to", &parameters.to)?.unwrap_or(visible);
    match (position, from) {
        (Some(position), None) => Ok(Wanted::Inclusion { position, size }),
        (None, Some(from)) => Ok(Wanted::Consistency { from, to }),
        _ => Err(Fault::field(
            "position",
            "ask for a `position` in a `size`, or `from` a size `to` another",
        )),
    }
}

fn prove(
    journal: &dyn saqta_journal::JournalReader,
    asked: Wanted,
) -> Result<Proof, saqta_journal::ReadError> {
    let hexes = |hashes: Vec<Hash>| hashes.iter().map(hex::encode).collect();
    Ok(match asked {
        Wanted::Inclusion { position, size } => Proof::Inclusion(Inclusion {
            position,
            size,
            leaf_hash: hexes_of_one(&journal.hashes(0, position - 1, 1)?),
            root: hex::encode(journal.root(size)?),
            proof: hexes(journal.inclusion(position - 1, size)?),
        }),
        Wanted::Consistency { from, to } => Proof::Consistency(Consistency {
            from,
            to,
            from_root: hex::encode(journal.root(from)?),
            to_root: hex::encode(journal.root(to)?),
            proof: hexes(journal.consistency(from, to)?),
        }),
    })
}

fn hexes_of_one(hashes: &[Hash]) -> String {
    hashes.first().map(hex::encode).unwrap_or_default()
}
