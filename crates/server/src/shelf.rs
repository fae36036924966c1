//! Where the files of releases stand: in a folder of the data folder, or in memory.
//!
//! What is on the shelf can be computed again from the journal (`saqta figures verify`); what is read from it is
//! compared with the digest in the journal, so that a changed file is noticed and not shown.

use std::collections::HashMap;
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use saqta_domain::release::{ReleaseFile, ReleasePublished};
use sha2::{Digest, Sha256};

/// Files by their SHA-256 in hex.
#[derive(Debug)]
pub(crate) enum Shelf {
    Folder(PathBuf),
    Memory(Mutex<HashMap<String, Vec<u8>>>),
}

/// A file that is not there as it was published.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ShelfError {
    #[error("the file {0} of a release is not what was published; `saqta figures verify` tells more")]
    Changed(String),
    #[error("the file {0} of a release is missing; `saqta figures verify --mend` makes it again")]
    Missing(String),
    #[error("the files of releases cannot be used: {0}")]
    Io(#[from] std::io::Error),
}

impl Shelf {
    pub(crate) fn new(folder: Option<PathBuf>) -> Self {
        folder.map_or_else(|| Self::Memory(Mutex::default()), Self::Folder)
    }

    /// Puts a file on the shelf, durable before it returns, and gives what the journal says of it.
    pub(crate) fn put(&self, bytes: Vec<u8>) -> Result<ReleaseFile, ShelfError> {
        let sha256 = hex::encode(Sha256::digest(&bytes));
        let size = bytes.len() as u64;
        match self {
            Self::Memory(files) => {
                let mut files = files.lock().unwrap_or_else(PoisonError::into_inner);
                files.insert(sha256.clone(), bytes);
            }
            Self::Folder(folder) => {
                fs::create_dir_all(folder)?;
                let partial = folder.join(format!("{sha256}.partial"));
                let mut file = fs::File::create(&partial)?;
                file.write_all(&bytes)?;
                file.sync_all()?;
                fs::rename(&partial, folder.join(&sha256))?;
                fs::File::open(folder)?.sync_all()?;
            }
        }
        Ok(ReleaseFile { sha256, size })
    }

    /// A file of a release as it was published.
    pub(crate) fn get(&self, release: &ReleasePublished, name: &str) -> Result<Option<Vec<u8>>, ShelfError> {
        let Some(file) = release.files.get(name) else {
            return Ok(None);
        };
        let bytes = match self {
            Self::Memory(files) => {
                let files = files.lock().unwrap_or_else(PoisonError::into_inner);
                files.get(&file.sha256).cloned()
            }
            Self::Folder(folder) => match fs::read(folder.join(&file.sha256)) {
                Ok(bytes) => Some(bytes),
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
                Err(error) => return Err(error.into()),
            },
        };
        let bytes = bytes.ok_or_else(|| ShelfError::Missing(name.to_owned()))?;
        if hex::encode(Sha256::digest(&bytes)) == file.sha256 {
            Ok(Some(bytes))
        } else {
            Err(ShelfError::Changed(name.to_owned()))
        }
    }
}
