//! The files from which the server answers: are they still what was published?

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use saqta_domain::release::ReleasePublished;
use saqta_text::Value;
use sha2::{Digest as _, Sha256};

use crate::failure::Failure;
use crate::language::{Words, number};

/// Compares the files that are kept for the server with what was published.
///
/// A copy of a data folder without any is verified from its journal alone.
///
/// # Errors
/// The first file that was changed or lost.
pub(super) fn check(words: &Words, folder: &Path, fact: &ReleasePublished) -> Result<(), Failure> {
    if !folder.exists() {
        return Ok(());
    }
    for (name, published) in &fact.files {
        let said = |id: &str| {
            let args = [
                ("file", Value::from(name.as_str())),
                ("release", Value::from(fact.spec.id.as_str())),
                ("revision", number(fact.revision)),
            ];
            (words.say(id, &args), args)
        };
        let not_whole = |id: &str| {
            let (what, args) = said(id);
            Failure::failed(what)
                .safe(words.word(&format!("{id}.safe")))
                .advice(words.say(&format!("{id}.do"), &args))
        };
        match fs::read(folder.join(&published.sha256)) {
            Ok(bytes) if hex::encode(Sha256::digest(&bytes)) == published.sha256 => {}
            Ok(_) => return Err(not_whole("terminal-kept-changed")),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Err(not_whole("terminal-kept-missing"));
            }
            Err(error) => {
                return Err(Failure::failed(said("terminal-kept-unreadable").0).because(error));
            }
        }
    }
    Ok(())
}
