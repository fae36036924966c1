//! `POST /session`

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use saqta_engine::SessionHash;
use serde::Deserialize;
use utoipa::ToSchema;

use super::Session;
use crate::api::extract::Body;
use crate::auth::caller::Circumstances;
use crate::auth::origin::Origin;
use crate::auth::{cookie, new_secret};
use crate::problem::{Fault, answers};
use crate::state::AppState;

/// Who signs in.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Credentials {
    login: String,
    #[schema(format = Password)]
    password: String,
}

/// Signs in with a password, and sets the cookie `saqta_session`.
///
/// After five wrong passwords for one account from one address (or thirty from the address) each next attempt has
/// to wait, twice as long each time; other addresses are not concerned. Presses never are.
#[utoipa::path(
    post, path = "/session", tag = "session", security(()), request_body = Credentials,
    responses(
        (status = 200, description = "Signed in.", body = Session,
            headers(("Set-Cookie" = String, description = "`saqta_session`, for seven days."))),
        answers::Invalid, answers::Unauthorized, answers::Forbidden, answers::TooManyAttempts, answers::Unavailable,
    ),
)]
pub(crate) async fn begin(
    State(state): State<AppState>,
    circumstances: Circumstances,
    Body(credentials): Body<Credentials>,
) -> Result<(HeaderMap, Json<Session>), Fault> {
    if circumstances.origin == Origin::Foreign {
        return Err(Fault::ForeignOrigin);
    }
    let Credentials { login, password } = credentials;
    let now = state.handle.clock().monotonic();
    let attempt = state.attempts.begin(&login, circumstances.client.address, now);
    let attempt = attempt.map_err(|wait| Fault::TooManyAttempts { wait })?;
    let directory = state.handle.directory();
    let account = directory
        .account_by_login(&login)
        .filter(|account| !account.erased);
    let hash = account.and_then(|account| account.password_hash.as_deref());
    let fits = state.passwords.verify(password, hash).await;
    let Some(account) = account.filter(|_| fits) else {
        tracing::info!(address = %circumstances.client.address, "a sign-in failed");
        return Err(Fault::WrongPassword);
    };
    state.attempts.succeed(&attempt);
    let secret = state.draw(new_secret);
    let (handle, hash, id) = (state.handle.clone(), SessionHash::of(&secret), account.id);
    let begun = tokio::task::spawn_blocking(move || handle.local().begin_session(hash, id, handle.now()));
    if let Err(error) = begun.await? {
        // It holds until the process ends: a guard signs in again after that, which beats not signing in now.
        tracing::warn!(%error, "a session could not be kept");
    }
    let mut headers = HeaderMap::new();
    headers.extend(cookie::set(&secret, circumstances.client.https).map(|value| (SET_COOKIE, value)));
    Ok((headers, Json(Session::of(account, &state))))
}
