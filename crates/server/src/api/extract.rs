//! Parts of a request, whose faults are told as problems.

use axum::body::Bytes;
use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use crate::problem::{Fault, Reason};

/// The most characters of a note.
pub(crate) const NOTE_LENGTH: usize = 4_000;

/// A JSON body, whatever its content type says; an empty body is an empty object.
pub(crate) struct Body<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fault> {
        let bytes = Bytes::from_request(request, state).await;
        let bytes = bytes.map_err(|rejection| invalid(rejection.body_text()))?;
        let text = if bytes.is_empty() { b"{}" } else { bytes.as_ref() };
        match axum::Json::<T>::from_bytes(text) {
            Ok(axum::Json(value)) => Ok(Self(value)),
            Err(rejection) => Err(Fault::from(rejection)),
        }
    }
}

/// Parameters after the question mark.
pub(crate) struct Asked<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Asked<T> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let query = axum::extract::Query::<T>::from_request_parts(parts, state).await;
        let axum::extract::Query(value) =
            query.map_err(|rejection: QueryRejection| invalid(rejection.body_text()))?;
        Ok(Self(value))
    }
}

/// Parts of the path. An id that cannot be one names nothing.
pub(crate) struct Path<T>(pub(crate) T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Fault> {
        let path = axum::extract::Path::<T>::from_request_parts(parts, state).await;
        let axum::extract::Path(value) = path.map_err(|_nothing: PathRejection| Fault::NotFound)?;
        Ok(Self(value))
    }
}

impl From<JsonRejection> for Fault {
    fn from(rejection: JsonRejection) -> Self {
        invalid(rejection.body_text())
    }
}

/// Refuses a note that is too long to be kept.
pub(crate) fn fitting_note(note: Option<String>) -> Result<Option<String>, Fault> {
    match note {
        Some(note) if note.chars().count() > NOTE_LENGTH => Err(Fault::too_long("note", NOTE_LENGTH)),
        other => Ok(other),
    }
}

/// Refuses a reason that is too long to be kept.
pub(crate) fn fitting_reason(reason: String) -> Result<String, Fault> {
    if reason.chars().count() > NOTE_LENGTH {
        return Err(Fault::too_long("reason", NOTE_LENGTH));
    }
    Ok(reason)
}

fn invalid(reason: String) -> Fault {
    Fault::Invalid {
        field: None,
        reason: Some(Reason::Written(reason)),
    }
}
