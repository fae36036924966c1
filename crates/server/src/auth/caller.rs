//! From credentials to a caller.

use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use saqta_domain::account::Account;
use saqta_domain::command::Principal;
use saqta_domain::directory::Directory;
use saqta_domain::permission::{self, Action};
use saqta_domain::token::TokenHash;
use saqta_engine::{Handle, SessionHash};
use saqta_text::Language;

use super::cookie;
use super::origin::Origin;
use crate::network::Client;
use crate::problem::Fault;

/// What a caller is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Credential {
    /// A bearer token.
    Token(TokenHash),
    /// The session cookie.
    Session(SessionHash),
}

/// Somebody known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Caller {
    /// Who.
    pub(crate) principal: Principal,
    /// What they are known by.
    pub(crate) credential: Credential,
    /// Whether the credential was taken back: good for a press, and for nothing else.
    pub(crate) revoked: bool,
}

impl Caller {
    /// Whom the credentials of a request belong to. Of several, one that still holds is taken first.
    pub(crate) fn of(headers: &HeaderMap, handle: &Handle) -> Option<Self> {
        let directory = handle.directory();
        let tokens = bearers(headers).map(|token| Credential::Token(TokenHash::of(&token)));
        let sessions = cookie::values(headers).map(|value| Credential::Session(SessionHash::of(value)));
        let known = tokens
            .chain(sessions)
            .filter_map(|credential| Self::known_by(credential, &directory, handle));
        let mut callers: Vec<Self> = known.collect();
        callers.sort_by_key(|caller| caller.revoked);
        callers.into_iter().next()
    }

    /// Whom a credential belongs to now.
    pub(crate) fn known_by(credential: Credential, directory: &Directory, handle: &Handle) -> Option<Self> {
        let (principal, revoked) = match &credential {
            Credential::Token(hash) => {
                let token = directory.token(hash)?;
                (Principal::from(token.holder.clone()), token.revoked)
            }
            Credential::Session(hash) => {
                let session = handle.local().session(hash, handle.now())?;
                (Principal::Account(session.account), false)
            }
        };
        let erased = match &principal {
            Principal::Account(id) => directory.account(*id).is_none_or(|account| account.erased),
            _ => false,
        };
        Some(Self {
            principal,
            credential,
            revoked: revoked || erased,
        })
    }

    /// The person, if it is one.
    pub(crate) fn account<'a>(&self, directory: &'a Directory) -> Option<&'a Account> {
        directory.account(self.principal.account()?)
    }

    /// Whether the caller may do something somewhere.
    pub(crate) fn may_somewhere(&self, directory: &Directory, action: Action) -> bool {
        self.account(directory)
            .is_some_and(|account| permission::permits_somewhere(&account.roles, action))
    }

    /// Refuses unless the caller may do something somewhere.
    pub(crate) fn require(&self, directory: &Directory, action: Action) -> Result<(), Fault> {
        if self.may_somewhere(directory, action) {
            Ok(())
        } else {
            Err(Fault::Forbidden)
        }
    }

    /// Whether a browser sent the credential by itself, so that the request's origin must be looked at.
    pub(crate) fn is_by_cookie(&self) -> bool {
        matches!(self.credential, Credential::Session(_))
    }
}

/// Bearer tokens, whatever else stands in the header; bytes that are no text make an unknown token.
fn bearers(headers: &HeaderMap) -> impl Iterator<Item = String> {
    headers.get_all(AUTHORIZATION).iter().filter_map(|value| {
        let text = String::from_utf8_lossy(value.as_bytes());
        let (scheme, token) = text.trim().split_once(' ')?;
        scheme
            .eq_ignore_ascii_case("bearer")
            .then(|| token.trim().to_owned())
    })
}

/// What is known about a request before its endpoint: made once, by the application's middleware.
#[derive(Clone, Debug)]
pub(crate) struct Circumstances {
    /// Whom it comes from, by network.
    pub(crate) client: Client,
    /// Whom it comes from, by credentials.
    pub(crate) caller: Option<Caller>,
    /// Where the browser was.
    pub(crate) origin: Origin,
    /// The language in which a person reads the answer.
    pub(crate) language: Language,
}

impl<S: Sync> FromRequestParts<S> for Circumstances {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Fault> {
        let known = parts.extensions.get::<Self>().cloned();
        known.ok_or_else(|| Fault::unread("the request did not pass the application's middleware"))
    }
}

/// A caller who may be answered. A page of another site is refused when it would change something in their name.
#[derive(Clone, Debug)]
pub(crate) struct SignedIn(pub(crate) Caller);

impl<S: Sync> FromRequestParts<S> for SignedIn {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let circumstances = Circumstances::from_request_parts(parts, state).await?;
        let caller = circumstances
            .caller
            .filter(|caller| !caller.revoked)
            .ok_or(Fault::Unauthorized)?;
        let changes = !matches!(parts.method, Method::GET | Method::HEAD | Method::OPTIONS);
        if changes && caller.is_by_cookie() && circumstances.origin != Origin::Own {
            return Err(Fault::ForeignOrigin);
        }
        Ok(Self(caller))
    }
}

/// A caller who presses: anybody whose credential was ever good.
#[derive(Clone, Debug)]
pub(crate) struct Presser {
    /// Who.
    pub(crate) caller: Caller,
    /// Whether a page of another site may have pressed in their name.
    pub(crate) foreign: bool,
}

impl<S: Sync> FromRequestParts<S> for Presser {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let circumstances = Circumstances::from_request_parts(parts, state).await?;
        let caller = circumstances.caller.ok_or(Fault::Unauthorized)?;
        let foreign = caller.is_by_cookie() && circumstances.origin != Origin::Own;
        Ok(Self { caller, foreign })
    }
}
