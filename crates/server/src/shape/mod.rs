//! The JSON shapes of the API. They belong to this room: the journal's own shapes may change without them.

pub(crate) mod alarm;
pub(crate) mod directory;
pub(crate) mod injured;
pub(crate) mod injury;
pub(crate) mod list;
mod words;

use saqta_domain::directory::Directory;
use saqta_domain::ids::AccountId;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

pub(crate) use words::{factor, flag, kind, language, origin, outcome, role, state};

/// A person, by what colleagues call them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Person {
    /// The account's id.
    id: Uuid,
    /// What colleagues call them; null once they are erased.
    #[schema(required)]
    pub(crate) name: Option<String>,
}

impl Person {
    pub(crate) fn of(id: AccountId, directory: &Directory) -> Self {
        Self {
            id: id.0,
            name: directory.person_name(id).map(str::to_owned),
        }
    }
}
