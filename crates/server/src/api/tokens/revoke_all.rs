//! `DELETE /tokens?account=` and `?device=`

use axum::extract::State;
use axum::http::StatusCode;
use saqta_domain::command::Command;
use saqta_domain::ids::TokenId;
use saqta_domain::permission::Action;
use serde::Deserialize;
use utoipa::IntoParams;

use super::holder;
use crate::api::extract::Asked;
use crate::auth::caller::SignedIn;
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// Whose tokens; exactly one of the two.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Parameters {
    /// An account's login.
    account: Option<String>,
    /// A device's id.
    device: Option<String>,
}

/// Revokes every access token of an account or a device: a phone was lost.
#[utoipa::path(
    delete, path = "/tokens", tag = "tokens", params(Parameters),
    responses(
        (status = 204, description = "Revoked, however many there were."),
        answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::NotFound, answers::Unavailable,
    ),
)]
pub(crate) async fn revoke_all(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Asked(parameters): Asked<Parameters>,
) -> Result<StatusCode, Fault> {
    let directory = state.handle.directory();
    caller.require(&directory, Action::IssueToken)?;
    let holder = holder(
        &directory,
        parameters.account.as_deref(),
        parameters.device.as_deref(),
    )?;
    let held = directory
        .tokens()
        .filter(|token| token.holder == holder && !token.revoked);
    let mut tokens: Vec<TokenId> = held.map(|token| token.id).collect();
    tokens.sort_unstable();
    for id in tokens {
        let outcome = state
            .handle
            .ask(caller.principal.clone(), Command::RevokeToken(id))
            .await;
        outcome.map_err(|error| Fault::of(error, &directory))?;
    }
    Ok(StatusCode::NO_CONTENT)
}
