//! A file brought into the register: nothing of it counts before all of it is there, and all of it can be taken back.

use serde::{Deserialize, Serialize};

use crate::ids::{AccountId, ImportId};
use crate::words::words;

words! {
    /// How far an import has come.
    ImportStage {
        /// Rows are being recorded; none counts yet.
        Open = "open",
        /// Every row is recorded and counts.
        Completed = "completed",
        /// None of it counts any more.
        Withdrawn = "withdrawn",
    }
}

/// An import as decisions look at it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Import {
    /// How far it has come.
    pub stage: ImportStage,
    /// SHA-256 of the file, in hex: the same file goes on where it was cut off.
    pub digest: String,
    /// Who began it; none for whoever holds the data folder.
    pub by: Option<AccountId>,
}

/// `import.begun`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportBegun {
    /// The import.
    pub import: ImportId,
    /// SHA-256 of the file, in hex.
    pub digest: String,
    /// What the file is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How many rows it has.
    pub rows: u64,
}

/// `import.completed`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportCompleted {
    /// The import.
    pub import: ImportId,
    /// Of the rows that said nothing new, those that earlier imports had brought, in the order of their ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub confirmed: Vec<Confirmed>,
}

/// How many rows of an earlier import a later one said again. They stay the earlier one's: taken back with it, they are
/// gone until the later file is brought once more. The number is what whoever takes it back is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmed {
    /// The earlier import.
    pub import: ImportId,
    /// How many rows.
    pub rows: u64,
}

/// `import.withdrawn`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportWithdrawn {
    /// The import.
    pub import: ImportId,
}
