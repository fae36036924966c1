//! What is refused, and how a person is told: RFC 9457 problems in the caller's language, with what to do.
//!
//! The cast: an endpoint answers with a [`Fault`]; on the way out [`Problem`]s are made of faults, once the caller's
//! language is known.

use std::time::Duration;

use axum::Json;
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use saqta_domain::decide::Refusal;
use saqta_domain::directory::Directory;
use saqta_engine::{EngineError, Stopped};
use saqta_text::{Catalogue, Language, Value};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::imports::WrongCell;
use crate::shape::Person;

/// How long a client waits before it tries again what could not be recorded.
const TRY_AGAIN: Duration = Duration::from_secs(1);

/// Why a request is not answered with what it asked for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Fault {
    /// Nobody known asks.
    Unauthorized,
    /// Login and password do not belong together.
    WrongPassword,
    /// The caller may not do this.
    Forbidden,
    /// A page of another site asks in a signed-in person's name.
    ForeignOrigin,
    /// There is no such thing, or the caller may not know of it.
    NotFound,
    /// The route does not know the method.
    WrongMethod,
    /// The request cannot be understood.
    Invalid {
        /// The field at fault, as `devices[2].zone`.
        field: Option<String>,
        /// What is wrong with it.
        reason: Option<Reason>,
    },
    /// Rows of a file cannot be taken, and so none of it is.
    WrongRows {
        /// How many cells are wrong.
        wrong: usize,
        /// The first of them.
        errors: Vec<WrongCell>,
    },
    /// The alarm is no longer as the caller saw it.
    Conflict {
        /// Its state.
        state: &'static str,
        /// Who made that state.
        by: Option<Person>,
    },
    /// The journal could not take a press.
    PressNotRecorded,
    /// The journal could not take something else.
    StepNotRecorded,
    /// Too many wrong passwords.
    TooManyAttempts {
        /// Until the next one is looked at.
        wait: Duration,
    },
    /// The server cannot read what it knows.
    Unavailable,
}

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Reason {
    /// In English, for whoever wrote the request.
    Written(String),
    /// A message `reason-CODE` of the catalogues, with what fills it.
    Known {
        /// Stable, for programs.
        code: &'static str,
        /// What fills the message.
        fill: Vec<(&'static str, String)>,
    },
}

/// A problem as RFC 9457 describes it. `type` is stable; the texts are for people.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// `https://saqta.dev/problems/NAME`.
    #[schema(example = "https://saqta.dev/problems/conflict")]
    r#type: String,
    /// What it is called, in the caller's language.
    title: String,
    /// The HTTP status.
    status: u16,
    /// What happened, in the caller's language.
    detail: String,
    /// What to do now, in the caller's language.
    r#do: String,
    /// `invalid` only: the field at fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    /// `invalid` only: what is wrong with the field; where there is a `code`, in the caller's language, else in English, for
    /// whoever wrote the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// `invalid` only: a stable word for the reason, where it is one of those known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(required = false)]
    code: Option<&'static str>,
    /// `invalid` only, of a file: the first cells that cannot be taken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    errors: Vec<WrongCell>,
    /// `conflict` only: the alarm's state.
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'static str>,
    /// `conflict` only: who made that state.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable)]
    by: Option<Option<Person>>,
}

impl Reason {
    fn told(self, catalogue: &Catalogue, language: Language) -> String {
        match self {
            Self::Written(text) => text,
            Self::Known { code, fill } => {
                let fill: Vec<(&str, Value<'_>)> =
                    fill.iter().map(|(name, text)| (*name, text.into())).collect();
                catalogue.text(language, &format!("reason-{code}"), &fill)
            }
        }
    }
}

impl Fault {
    /// A field of the request that cannot be.
    pub(crate) fn field(field: &str, reason: impl Into<String>) -> Self {
        Self::Invalid {
            field: Some(field.to_owned()),
            reason: Some(Reason::Written(reason.into())),
        }
    }

    /// A field that cannot be, for a reason that is told in the caller's language.
    pub(crate) fn known(field: &str, code: &'static str) -> Self {
        Self::filled(field, code, Vec::new())
    }

    /// The same, with what fills its message.
    pub(crate) fn filled(field: &str, code: &'static str, fill: Vec<(&'static str, String)>) -> Self {
        Self::Invalid {
            field: Some(field.to_owned()),
            reason: Some(Reason::Known { code, fill }),
        }
    }

    /// A field that is none of the words known.
    pub(crate) fn none_of(field: &str, known: &[&str]) -> Self {
        Self::filled(field, "one-of", vec![("known", known.join(", "))])
    }

    /// A field with too long a text.
    pub(crate) fn too_long(field: &str, most: usize) -> Self {
        Self::filled(field, "too-long", vec![("most", most.to_string())])
    }

    /// What a refusal of the engine is in HTTP.
    pub(crate) fn of(error: EngineError, directory: &Directory) -> Self {
        match error {
            EngineError::Refused(Refusal::NotFound(_)) => Self::NotFound,
            EngineError::Refused(Refusal::Forbidden(_)) => Self::Forbidden,
            EngineError::Refused(Refusal::Conflict { stage }) => Self::Conflict {
                state: stage.code(),
                by: stage.by().map(|id| Person::of(id, directory)),
            },
            EngineError::Refused(Refusal::Invalid { path, problem, code }) => Self::Invalid {
                field: Some(path),
                reason: Some(code.map_or(Reason::Written(problem), |code| Reason::Known {
                    code,
                    fill: Vec::new(),
                })),
            },
            EngineError::NotRecorded(problem) => {
                tracing::error!(problem, "a request could not be recorded");
                Self::StepNotRecorded
            }
        }
    }

    /// Reading failed: the caller learns that it did, the operator why.
    pub(crate) fn unread(error: impl std::fmt::Display) -> Self {
        tracing::error!(%error, "a request could not be answered");
        Self::Unavailable
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::Unauthorized | Self::WrongPassword => StatusCode::UNAUTHORIZED,
            Self::Forbidden | Self::ForeignOrigin => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::Invalid { .. } | Self::WrongRows { .. } => StatusCode::BAD_REQUEST,
            Self::Conflict { .. } => StatusCode::CONFLICT,
            Self::PressNotRecorded | Self::StepNotRecorded | Self::Unavailable => {
                StatusCode::SERVICE_UNAVAILABLE
            }
            Self::TooManyAttempts { .. } => StatusCode::TOO_MANY_REQUESTS,
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Unauthorized | Self::WrongPassword => "unauthorized",
            Self::Forbidden | Self::ForeignOrigin => "forbidden",
            Self::NotFound => "not-found",
            Self::WrongMethod | Self::Invalid { .. } | Self::WrongRows { .. } => "invalid",
            Self::Conflict { .. } => "conflict",
            Self::PressNotRecorded | Self::StepNotRecorded => "not-recorded",
            Self::TooManyAttempts { .. } => "too-many-attempts",
            Self::Unavailable => "unavailable",
        }
    }

    /// The attributes of its message that say what happened and what to do.
    fn attributes(&self) -> (&'static str, &'static str) {
        match self {
            Self::WrongPassword => ("detail-password", "do"),
            Self::ForeignOrigin => ("detail-origin", "do-origin"),
            Self::Invalid {
                field: Some(_),
                reason: Some(Reason::Known { .. }),
            } => ("detail-why", "do-why"),
            Self::Invalid { field: Some(_), .. } => ("detail-field", "do"),
            Self::WrongRows { .. } => ("detail-rows", "do-rows"),
            Self::Conflict { by: Some(by), .. } if by.name.is_some() => ("detail-by", "do"),
            Self::StepNotRecorded => ("detail-step", "do-step"),
            _ => ("detail", "do"),
        }
    }

    /// The whole answer, in a language.
    pub(crate) fn into_problem(self, catalogue: &Catalogue, language: Language) -> Response {
        let status = self.status();
        let name = self.name();
        let (detail, todo) = self.attributes();
        let wait = match &self {
            Self::TooManyAttempts { wait } => Some(*wait),
            Self::PressNotRecorded | Self::StepNotRecorded | Self::Unavailable => Some(TRY_AGAIN),
            _ => None,
        };
        let seconds = wait.map_or(0, whole_seconds);
        let (mut errors, mut wrong) = (Vec::new(), 0);
        let (field, reason, state, by) = match self {
            Self::Invalid { field, reason } => (field, reason, None, None),
            Self::Conflict { state, by } => (None, None, Some(state), Some(by)),
            Self::WrongRows {
                wrong: found,
                errors: listed,
            } => {
                wrong = i64::try_from(found).unwrap_or(i64::MAX);
                errors = listed;
                (None, None, None, None)
            }
            _ => (None, None, None, None),
        };
        let code = match &reason {
            Some(Reason::Known { code, .. }) => Some(*code),
            _ => None,
        };
        let reason = reason.map(|reason| reason.told(catalogue, language));
        let who = by
            .as_ref()
            .and_then(|by| by.as_ref())
            .and_then(|person| person.name.as_deref());
        let args = [
            ("field", field.as_deref().unwrap_or_default().into()),
            ("state", state.unwrap_or_default().into()),
            // "A. Omarov B." ends the sentence itself.
            ("by", who.unwrap_or_default().trim_end_matches('.').into()),
            ("seconds", seconds.into()),
            ("wrong", wrong.into()),
            ("why", reason.as_deref().unwrap_or_default().into()),
        ];
        let text = |attribute: &str| catalogue.text(language, &format!("problem-{name}{attribute}"), &args);
        let problem = Problem {
            r#type: format!("https://saqta.dev/problems/{name}"),
            title: text(""),
            status: status.as_u16(),
            detail: text(&format!(".{detail}")),
            r#do: text(&format!(".{todo}")),
            field,
            reason,
            code,
            errors,
            state,
            by,
        };
        let mut response = (status, Json(problem)).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert("content-language", HeaderValue::from_static(language.tag()));
        if wait.is_some() {
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

/// Rounded up, so that nobody is told to come too early.
fn whole_seconds(wait: Duration) -> i64 {
    let started = u64::from(wait.subsec_nanos() > 0);
    i64::try_from(wait.as_secs().saturating_add(started)).unwrap_or(i64::MAX)
}

/// The status alone; what a person reads is added on the way out, where their language is known.
impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<Stopped> for Fault {
    fn from(stopped: Stopped) -> Self {
        Self::unread(stopped)
    }
}

impl From<saqta_readmodel::Error> for Fault {
    fn from(error: saqta_readmodel::Error) -> Self {
        Self::unread(error)
    }
}

impl From<tokio::task::JoinError> for Fault {
    fn from(error: tokio::task::JoinError) -> Self {
        Self::unread(error)
    }
}

/// Problems as OpenAPI responses, to be named in an endpoint's `responses(…)`.
pub(crate) mod answers {
    use std::collections::BTreeMap;

    use utoipa::IntoResponses;
    use utoipa::openapi::{Content, Ref, RefOr, Response, ResponseBuilder};

    macro_rules! answers {
        ($($(#[$doc:meta])* $name:ident = $status:literal, $text:literal;)*) => {$(
            $(#[$doc])*
            pub(crate) struct $name;

            impl IntoResponses for $name {
                fn responses() -> BTreeMap<String, RefOr<Response>> {
                    let content = Content::new(Some(Ref::from_schema_name("Problem")));
                    let response = ResponseBuilder::new()
                        .description($text)
                        .content("application/problem+json", content)
                        .build();
                    BTreeMap::from([($status.to_owned(), RefOr::T(response))])
                }
            }
        )*};
    }

    answers! {
        /// The request cannot be understood.
        Invalid = "400", "The request cannot be understood; `field` and `reason` say where and why.";
        /// Nobody known asks.
        Unauthorized = "401", "Nobody known asks.";
        /// The caller may not do this.
        Forbidden = "403", "The caller may not do this, or a page of another site asks.";
        /// There is no such thing, or the caller may not know of it.
        NotFound = "404", "There is no such thing, or the caller may not know of it.";
        /// The alarm is no longer as the caller saw it.
        Conflict = "409", "The alarm's state does not allow it; `state` and `by` say what it is and by whom.";
        /// Too many wrong passwords.
        TooManyAttempts = "429", "Too many wrong passwords; `Retry-After` says when the next one is looked at.";
        /// It could not be recorded, or not be read.
        Unavailable = "503", "It could not be recorded or read; nothing is done. Try again after `Retry-After`.";
    }
}
