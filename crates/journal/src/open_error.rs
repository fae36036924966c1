//! Why a journal cannot be opened.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

use crate::journal::ReadError;
use crate::note::NoteError;

/// The journal cannot be opened.
#[derive(Debug, Error)]
pub enum OpenError {
    /// There is no journal in the folder.
    #[error("{} holds no journal", .0.display())]
    Missing(PathBuf),
    /// There is one already.
    #[error("{} holds a journal already", .0.display())]
    Exists(PathBuf),
    /// The file is something else.
    #[error("journal.sqlite is not a journal")]
    NotAJournal,
    /// A newer program has written it.
    #[error(
        "the journal has format {format}, this program knows up to {known}: Saqta {needs} or newer is needed"
    )]
    TooNew {
        /// The file's format.
        format: i32,
        /// The newest this program knows.
        known: i32,
        /// The oldest program that knows the file's.
        needs: String,
    },
    /// What was recorded is not there as it was recorded.
    #[error("the journal is damaged: {0}")]
    Damaged(String),
    /// `log.key` cannot be read, or belongs to another log.
    #[error("log.key does not fit: {0}")]
    Key(#[from] NoteError),
    /// The file system failed.
    #[error("the data folder cannot be used")]
    Io(#[from] io::Error),
    /// SQLite failed.
    #[error("journal.sqlite cannot be used")]
    Sqlite(#[from] rusqlite::Error),
}

impl From<ReadError> for OpenError {
    fn from(error: ReadError) -> Self {
        Self::Damaged(error.to_string())
    }
}
