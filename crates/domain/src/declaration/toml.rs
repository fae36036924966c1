//! Reads a declaration from TOML, without touching a file.
//!
//! The cast: [`parse`] gives a [`Parsed`]: the [`Declaration`] without its secrets, the [`FileRef`]s from which the
//! caller fills those in, and the [`Places`] that lead from a field back to its line. What is wrong is a [`Problem`];
//! a file's problems are reported all at once, so that one round of mending is enough.
//!
//! Only what one file says about itself is checked here. Whether a zone or a site exists is decided by the writer,
//! which knows what was declared before; its refusal names a path that [`Places::line_of`] understands.

mod nearest;
mod reader;
mod things;

use std::collections::HashMap;
use std::fmt;

use super::Declaration;
use reader::Reader;

/// A declaration read from TOML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// What is declared; keys and password hashes are still missing.
    pub declaration: Declaration,
    /// Where the secrets are.
    pub files: Vec<FileRef>,
    /// Where each field stands.
    pub places: Places,
    /// What is odd, but was taken.
    pub warnings: Vec<Problem>,
}

/// A file that holds a secret, as the declaration names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRef {
    /// Its path as written; a relative one starts at the declaration's folder.
    pub path: String,
    /// What it holds.
    pub target: Target,
    /// The field that names it, as `devices[2].dc09.key_file`.
    pub field: String,
}

/// What a secret file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The AES key of the device with this index in the declaration, in a form that
    /// [`CipherKey::parse`](crate::device::CipherKey::parse) reads.
    DeviceKey(usize),
    /// The password of the account with this index in the declaration.
    AccountPassword(usize),
}

/// Something wrong or odd in a declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// The field, as `devices[2].zone`; empty when the text is no TOML at all.
    pub path: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for Problem {
    /// `17: devices[2].zone: …`, to be put behind the file's name and a colon.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            return write!(f, "{}: {}", self.line, self.message);
        }
        write!(f, "{}: {}: {}", self.line, self.path, self.message)
    }
}

/// The line of each field that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    lines: HashMap<String, usize>,
}

impl Places {
    /// The line, from 1, of a field as `devices[2].dc09.account`. A field that was left out is where the nearest
    /// thing around it is. None when not even that was read.
    #[must_use]
    pub fn line_of(&self, path: &str) -> Option<usize> {
        let mut path = path;
        loop {
            if let Some(line) = self.lines.get(path) {
                return Some(*line);
            }
            path = &path[..path.rfind(['.', '['])?];
        }
    }
}

/// Reads a declaration.
///
/// # Errors
/// Every [`Problem`] of the text, by line. A text that is no TOML has only those that TOML itself finds.
pub fn parse(text: &str) -> Result<Parsed, Vec<Problem>> {
    let (document, mut reader) = Reader::open(text)?;
    let (declaration, files) = things::read(&mut reader, document.get_ref());
    let (places, warnings) = reader.close()?;
    Ok(Parsed {
        declaration,
        files,
        places,
        warnings,
    })
}

#[cfg(test)]
mod tests;
