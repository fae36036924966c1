//! A look at a whole file before anything of it is recorded.

use std::io::Read;

use jiff::civil::Date;

use crate::problem::{ColumnProblem, OpenError, RowError};

use super::csv::Reader;
use super::mapping::Mapping;
use super::row::Row;

/// How often progress is told, in rows.
const STEP: u64 = 10_000;

/// What a file comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// Rows with something in them, the header not counted.
    pub rows: u64,
    /// Rows with at least one error.
    pub wrong_rows: u64,
    /// Errors, those that are not listed included.
    pub errors: u64,
    /// The first errors: the row, and what is wrong.
    pub listed: Vec<(u64, RowError)>,
    /// What is to be said about the header.
    pub columns: Vec<ColumnProblem>,
    /// SHA-256 of the file, in hex.
    pub digest: String,
    /// Its length.
    pub bytes: u64,
}

impl Check {
    /// Whether the file can be taken: it has rows, and none of them is wrong.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.rows > 0 && self.errors == 0
    }

    pub(super) fn count(&mut self, row: Row, most: usize) {
        self.rows += 1;
        let Err(errors) = row.result else { return };
        self.wrong_rows += 1;
        self.errors += errors.len() as u64;
        let room = most.saturating_sub(self.listed.len());
        let listed = errors.into_iter().take(room);
        self.listed.extend(listed.map(|error| (row.line, error)));
    }
}

/// Reads a whole CSV file. Lists at most `most` errors, counts all, and tells `progress` how many bytes are done.
///
/// # Errors
/// As [`Reader::new`], and whatever the file gives.
pub fn check(
    read: impl Read,
    mapping: &Mapping,
    today: Date,
    most: usize,
    mut progress: impl FnMut(u64),
) -> Result<Check, OpenError> {
    let mut reader = Reader::hashing(read, mapping, today)?;
    let mut check = Check {
        columns: reader.columns().to_vec(),
        ..Check::default()
    };
    while let Some(row) = reader.next() {
        check.count(row, most);
        if check.rows.is_multiple_of(STEP) {
            progress(reader.bytes());
        }
    }
    let (bytes, digest) = reader.digest()?;
    check.bytes = bytes;
    check.digest = digest.unwrap_or_default();
    progress(check.bytes);
    Ok(check)
}
