//! The files from which the server answers: are they still what was published?

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use saqta_domain::release::ReleasePublished;
use sha2::{Digest as _, Sha256};

use crate::failure::Failure;

/// Compares the files that are kept for the server with what was published.
///
/// A copy of a data folder without any is verified from its journal alone: the server would say that they are missing.
///
/// # Errors
/// The first file that was changed or lost.
pub(super) fn check(folder: &Path, fact: &ReleasePublished) -> Result<(), Failure> {
    if !folder.exists() {
        return Ok(());
    }
    for (name, published) in &fact.files {
        let path = folder.join(&published.sha256);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Err(not_whole(fact, name, "is missing where the server reads it"));
            }
            Err(error) => {
                let failure = Failure::failed(format!("{} cannot be read", path.display()));
                return Err(failure.because(error));
            }
        };
        if hex::encode(Sha256::digest(&bytes)) != published.sha256 {
            return Err(not_whole(fact, name, "was changed where the server reads it"));
        }
    }
    Ok(())
}

fn not_whole(fact: &ReleasePublished, name: &str, what: &str) -> Failure {
    let (id, revision) = (&fact.spec.id, fact.revision);
    Failure::failed(format!("{name} of {id} revision {revision} {what}"))
        .safe("the journal says what was published, and the server does not show a changed file")
        .advice(format!(
            "`saqta figures verify {id}@{revision} --mend` makes it again"
        ))
}
