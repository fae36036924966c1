//! `POST /tokens`

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use saqta_domain::command::{Answer, Command};
use saqta_domain::permission::Action;
use saqta_domain::token::TokenHash;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::holder;
use crate::api::extract::Body;
use crate::auth::caller::SignedIn;
use crate::auth::new_secret;
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// Who a token is to speak for; exactly one of the two.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct IssueBody {
    /// An account's login.
    #[serde(default)]
    account: Option<String>,
    /// A device's id.
    #[serde(default)]
    device: Option<String>,
}

/// A new token.
#[derive(Serialize, ToSchema)]
pub(crate) struct Issued {
    /// The token itself; it is shown this once.
    token: String,
    /// Its id, by which it can be revoked.
    id: Uuid,
}

/// Makes an access token, good until it is revoked.
///
/// The answer alone holds the token: only its hash is kept. Hence there is no `Idempotency-Key` here; a token that
/// was lost on the way is revoked with the others of its holder.
#[utoipa::path(
    post, path = "/tokens", tag = "tokens", request_body = IssueBody,
    responses(
        (status = 201, description = "The token.", body = Issued),
        answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::NotFound, answers::Unavailable,
    ),
)]
pub(crate) async fn issue(
    State(state): State<AppState>,
    SignedIn(caller): SignedIn,
    Body(body): Body<IssueBody>,
) -> Result<(StatusCode, Json<Issued>), Fault> {
    let directory = state.handle.directory();
    caller.require(&directory, Action::IssueToken)?;
    let holder = holder(&directory, body.account.as_deref(), body.device.as_deref())?;
    let token = state.draw(new_secret);
    let command = Command::IssueToken {
        holder,
        hash: TokenHash::of(&token),
    };
    match state.handle.ask(caller.principal, command).await {
        Ok(Answer::TokenIssued(id)) => Ok((StatusCode::CREATED, Json(Issued { token, id: id.0 }))),
        Ok(other) => Err(Fault::unread(format!("a token was answered by {other:?}"))),
        Err(error) => Err(Fault::of(error, &directory)),
    }
}
