//! What became true of injuries and of the register: the public bodies of their events.

use serde::{Deserialize, Serialize};

use crate::ids::{AlarmId, ImportId, InjuryId};

use super::details::Details;

/// `injury.recorded`: the first report of an injury.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InjuryRecorded {
    /// The injury.
    pub injury: InjuryId,
    /// The reporter's own number of the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The alarm in which it happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alarm: Option<AlarmId>,
    /// The import that brought it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<ImportId>,
    /// What is known.
    pub details: Details,
}

/// `injury.reported`: another reporter reported the same injury; `injury.revised`: a reporter says it anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InjuryReported {
    /// The injury.
    pub injury: InjuryId,
    /// The reporter's own number of the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The import that brought it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<ImportId>,
    /// What is known: all of it, not only what changed.
    pub details: Details,
}

/// `injury.withdrawn`: there was no such injury, or it is not one of work. The reason is sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InjuryWithdrawn {
    /// The injury.
    pub injury: InjuryId,
}
