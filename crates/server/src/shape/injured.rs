//! What was done with the sealed part of an injury, who was hurt: opened, erased. What it says is in neither.

use jiff::Timestamp;
use saqta_domain::directory::Directory;
use saqta_domain::event::Recorded;
use serde::Serialize;
use utoipa::ToSchema;

use super::Person;

/// Somebody opened what one report said of who was hurt.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct InjuredOpening {
    /// Its own journal position.
    position: u64,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// Who; null where it was the program itself.
    #[schema(required)]
    by: Option<Person>,
    /// Why; null once whoever gave it is erased.
    #[schema(required)]
    reason: Option<String>,
    /// The journal position of the report that was opened.
    report: u64,
}

/// Who was hurt was erased: nobody can read it any more.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct InjuredErasure {
    /// Its journal position.
    position: u64,
    /// When; after a restore of an older backup, when the log learned of it again.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// Who; null where a restored log learned of it again.
    #[schema(required)]
    by: Option<Person>,
    /// Why; null where a restored log learned of it again, and once whoever gave it is erased.
    #[schema(required)]
    reason: Option<String>,
}

impl InjuredOpening {
    pub(crate) fn of(event: &Recorded, report: u64, directory: &Directory) -> Self {
        Self {
            position: event.position,
            at: event.at,
            by: event.actor.map(|id| Person::of(id, directory)),
            reason: event.note().map(str::to_owned),
            report,
        }
    }
}

impl InjuredErasure {
    pub(crate) fn of(event: &Recorded, directory: &Directory) -> Self {
        Self {
            position: event.position,
            at: event.at,
            by: event.actor.map(|id| Person::of(id, directory)),
            reason: event.note().map(str::to_owned),
        }
    }
}
