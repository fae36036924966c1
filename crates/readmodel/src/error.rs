//! What can go wrong with the views. Callers need only know what to do about it, hence few kinds.

use rusqlite::ErrorCode;

/// Why the views could not be read or written. Never a reason to refuse a press: the journal knows better.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file holds what was never written to it. Call [`Views::reset`](crate::Views::reset) and replay.
    #[error("the views are damaged: {0}")]
    Damaged(String),
    /// An event is missing before this one: the caller skipped something. Nothing was applied.
    #[error("the views are at position {applied}, so that the next event is not {given}")]
    Gap {
        /// The last position applied.
        applied: u64,
        /// The position given.
        given: u64,
    },
    /// The disk is full. Nothing was applied; the same events may be given again.
    #[error("the disk is full")]
    Full,
    /// The storage failed. Nothing was applied; the same events may be given again.
    #[error("the views' storage failed: {0}")]
    Failed(String),
}

impl Error {
    /// Whether the file must be dropped and replayed.
    #[must_use]
    pub fn is_damage(&self) -> bool {
        matches!(self, Self::Damaged(_))
    }

    /// A stored value that cannot be what was written.
    pub(crate) fn bad_value(column: &str, value: impl std::fmt::Display) -> Self {
        Self::Damaged(format!("{column} cannot be {value}"))
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error as Sqlite;
        match &error {
            Sqlite::FromSqlConversionFailure(..)
            | Sqlite::IntegralValueOutOfRange(..)
            | Sqlite::InvalidColumnType(..)
            | Sqlite::QueryReturnedNoRows => Self::Damaged(error.to_string()),
            _ => match error.sqlite_error_code() {
                // A constraint can only break when the rows are not those that the events made.
                Some(
                    ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase | ErrorCode::ConstraintViolation,
                ) => Self::Damaged(error.to_string()),
                Some(ErrorCode::DiskFull) => Self::Full,
                _ => Self::Failed(error.to_string()),
            },
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull => Self::Full,
            _ => Self::Failed(error.to_string()),
        }
    }
}
