//! The log's identity, and signed checkpoints (C2SP signed-note and tlog-checkpoint).
//!
//! - **Origin**: the log's name, such as `saqta.local/log/5f0c…`; also the key's name.
//! - **Signer**: origin and Ed25519 signing key; the file `log.key` holds its text form.
//! - **Verifier**: origin and public key; strangers are given its text form, `origin+hash+key`.
//! - **Checkpoint**: origin, size and root. Signed, it is a note:
//!
//! ```text
//! saqta.local/log/5f0c…
//! 20852163
//! CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
//!
//! — saqta.local/log/5f0c… Az3grlgt…
//! ```

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::random::{Random, random_array};
use crate::tree::Hash;

/// The signature type of a plain Ed25519 note signature.
const ED25519: u8 = 1;

/// A key or a note is not what it should be.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NoteError {
    /// The text of a key cannot be read.
    #[error("this is no key of a log: {0}")]
    BadKey(&'static str),
    /// The text is not a signed checkpoint.
    #[error("this is no signed checkpoint: {0}")]
    Malformed(&'static str),
    /// The note bears no signature of this key.
    #[error("the checkpoint is not signed by {0}")]
    NotSigned(String),
    /// The signature is wrong.
    #[error("the signature of {0} is wrong")]
    BadSignature(String),
}

/// Signs checkpoints under the log's name.
#[derive(Clone)]
pub struct Signer {
    origin: String,
    key: SigningKey,
}

impl Signer {
    /// A new log: a random origin under `saqta.local/log/`, and a random key.
    #[must_use]
    pub fn generate(random: &mut dyn Random) -> Self {
        let origin = format!("saqta.local/log/{}", hex::encode(random_array::<8>(random)));
        Self {
            origin,
            key: SigningKey::from_bytes(&random_array(random)),
        }
    }

    /// The log's name.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// What checks this signer's notes.
    #[must_use]
    pub fn verifier(&self) -> Verifier {
        Verifier {
            origin: self.origin.clone(),
            key: self.key.verifying_key(),
        }
    }

    /// The text form with the secret key, as in Go's note package: `PRIVATE+KEY+origin+hash+key`.
    #[must_use]
    pub fn secret_text(&self) -> String {
        let id = hex::encode(self.verifier().key_id());
        let key = BASE64.encode([&[ED25519], self.key.as_bytes().as_slice()].concat());
        format!("PRIVATE+KEY+{}+{id}+{key}", self.origin)
    }

    /// Reads [`Signer::secret_text`].
    ///
    /// # Errors
    /// [`NoteError::BadKey`].
    pub fn from_secret_text(text: &str) -> Result<Self, NoteError> {
        let rest = text
            .trim_end()
            .strip_prefix("PRIVATE+KEY+")
            .ok_or(NoteError::BadKey("no PRIVATE+KEY+"))?;
        let (origin, id, key) = key_parts(rest)?;
        let signer = Self {
            origin,
            key: SigningKey::from_bytes(&key),
        };
        if signer.verifier().key_id() == id {
            Ok(signer)
        } else {
            Err(NoteError::BadKey("its hash is wrong"))
        }
    }

    /// Signs a checkpoint.
    #[must_use]
    pub fn sign(&self, size: u64, root: &Hash) -> SignedCheckpoint {
        self.sign_extended(size, root, "")
    }

    /// Signs a checkpoint with extension lines, each ended by a newline; strangers sign and ignore them.
    pub(crate) fn sign_extended(&self, size: u64, root: &Hash, extension: &str) -> SignedCheckpoint {
        let text = checkpoint_text(&self.origin, size, root) + extension;
        SignedCheckpoint {
            origin: self.origin.clone(),
            size,
            root: *root,
            note: self.signed(&text),
        }
    }

    /// Signs a statement about something that the log vouches for, such as a release. Its first line is `ORIGIN WHAT`, so
    /// that no statement can pass for a checkpoint.
    #[must_use]
    pub fn state(&self, what: &str, lines: &[&str]) -> String {
        let text = format!("{} {what}\n{}\n", self.origin, lines.join("\n"));
        self.signed(&text)
    }

    fn signed(&self, text: &str) -> String {
        let signature = self.key.sign(text.as_bytes()).to_bytes();
        let blob = BASE64.encode([self.verifier().key_id().as_slice(), &signature].concat());
        format!("{text}\n\u{2014} {} {blob}\n", self.origin)
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signer({})", self.origin)
    }
}

/// Checks notes of one log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verifier {
    origin: String,
    key: VerifyingKey,
}

impl Verifier {
    /// The log's name.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The first four bytes of SHA-256 over name, newline, signature type and public key.
    fn key_id(&self) -> [u8; 4] {
        let mut sha = Sha256::new();
        sha.update(self.origin.as_bytes());
        sha.update([b'\n', ED25519]);
        sha.update(self.key.as_bytes());
        let hash: [u8; 32] = sha.finalize().into();
        [hash[0], hash[1], hash[2], hash[3]]
    }

    /// Reads a note and checks its signature and origin.
    ///
    /// # Errors
    /// See [`NoteError`].
    pub fn open(&self, note: &str) -> Result<SignedCheckpoint, NoteError> {
        let text = self.signed_text(note)?;
        let (origin, size, root) = parse_text(&text)?;
        if origin != self.origin {
            return Err(NoteError::NotSigned(self.origin.clone()));
        }
        Ok(SignedCheckpoint {
            origin: origin.to_owned(),
            size,
            root,
            note: note.to_owned(),
        })
    }

    /// Reads a statement that [`Signer::state`] made, and gives its lines after the first.
    ///
    /// # Errors
    /// See [`NoteError`].
    pub fn open_statement(&self, what: &str, note: &str) -> Result<Vec<String>, NoteError> {
        let text = self.signed_text(note)?;
        let mut lines = text.lines();
        if lines.next() != Some(format!("{} {what}", self.origin).as_str()) {
            return Err(NoteError::NotSigned(self.origin.clone()));
        }
        Ok(lines.map(str::to_owned).collect())
    }

    /// The text of a note that this key signed, others perhaps as well.
    fn signed_text(&self, note: &str) -> Result<String, NoteError> {
        let (text, signatures) = note
            .split_once("\n\n")
            .ok_or(NoteError::Malformed("no blank line"))?;
        let text = format!("{text}\n");
        if !signatures.ends_with('\n') {
            return Err(NoteError::NotSigned(self.origin.clone()));
        }
        let mut signed = false;
        for line in signatures.lines() {
            let (name, blob) = line
                .strip_prefix("\u{2014} ")
                .and_then(|rest| rest.split_once(' '))
                .ok_or(NoteError::Malformed("a signature line"))?;
            let blob = BASE64
                .decode(blob)
                .map_err(|_| NoteError::Malformed("a signature's base64"))?;
            let Some((id, signature)) = blob.split_first_chunk::<4>() else {
                return Err(NoteError::Malformed("a short signature"));
            };
            // Signatures by others, such as witnesses, may stand beside ours.
            if name != self.origin || *id != self.key_id() {
                continue;
            }
            let bad = |_| NoteError::BadSignature(self.origin.clone());
            let signature = Signature::from_slice(signature).map_err(bad)?;
            self.key.verify_strict(text.as_bytes(), &signature).map_err(bad)?;
            signed = true;
        }
        if !signed {
            return Err(NoteError::NotSigned(self.origin.clone()));
        }
        Ok(text)
    }
}

impl fmt::Display for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = BASE64.encode([&[ED25519], self.key.as_bytes().as_slice()].concat());
        write!(f, "{}+{}+{key}", self.origin, hex::encode(self.key_id()))
    }
}

impl FromStr for Verifier {
    type Err = NoteError;

    fn from_str(text: &str) -> Result<Self, NoteError> {
        let (origin, id, key) = key_parts(text)?;
        let key = VerifyingKey::from_bytes(&key).map_err(|_| NoteError::BadKey("no point of the curve"))?;
        let verifier = Self { origin, key };
        if verifier.key_id() == id {
            Ok(verifier)
        } else {
            Err(NoteError::BadKey("its hash is wrong"))
        }
    }
}

/// A tree head under the log's signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedCheckpoint {
    /// The log's name.
    pub origin: String,
    /// The number of leaves.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
    /// The whole note, ready to be served.
    pub note: String,
}

/// Splits `origin+hash+base64(type ‖ key)`.
fn key_parts(text: &str) -> Result<(String, [u8; 4], [u8; 32]), NoteError> {
    // The base64 part may itself contain a plus.
    let mut parts = text.splitn(3, '+');
    let (Some(origin), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(NoteError::BadKey("too few parts"));
    };
    if origin.is_empty() || origin.chars().any(char::is_whitespace) {
        return Err(NoteError::BadKey("a bad name"));
    }
    let mut id_bytes = [0; 4];
    hex::decode_to_slice(id, &mut id_bytes).map_err(|_| NoteError::BadKey("a bad hash"))?;
    let key = BASE64.decode(key).map_err(|_| NoteError::BadKey("bad base64"))?;
    match key.split_first() {
        Some((&ED25519, key)) => {
            let key = key.try_into().map_err(|_| NoteError::BadKey("a bad length"))?;
            Ok((origin.to_owned(), id_bytes, key))
        }
        _ => Err(NoteError::BadKey("an unknown algorithm")),
    }
}

fn checkpoint_text(origin: &str, size: u64, root: &Hash) -> String {
    format!("{origin}\n{size}\n{}\n", BASE64.encode(root))
}

/// The extension lines of a note that [`Verifier::open`] has accepted.
pub(crate) fn extension_lines(note: &str) -> impl Iterator<Item = &str> {
    note.lines().skip(3).take_while(|line| !line.is_empty())
}

/// Reads origin, size and root; lines after them are allowed and ignored.
fn parse_text(text: &str) -> Result<(&str, u64, Hash), NoteError> {
    let mut lines = text.lines();
    let (Some(origin), Some(size), Some(root)) = (lines.next(), lines.next(), lines.next()) else {
        return Err(NoteError::Malformed("too few lines"));
    };
    let number: u64 = size.parse().map_err(|_| NoteError::Malformed("a bad size"))?;
    if number.to_string() != size {
        return Err(NoteError::Malformed("a bad size"));
    }
    let root = BASE64
        .decode(root)
        .map_err(|_| NoteError::Malformed("a bad root"))?;
    Ok((
        origin,
        number,
        root.try_into().map_err(|_| NoteError::Malformed("a bad root"))?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SeededRandom;

    #[test]
    fn a_statement_is_no_checkpoint_and_no_other_statement() {
        let signer = signer();
        let verifier = signer.verifier();
        let note = signer.state("release", &["kz-2025-q1 1", "digest"]);
        assert_eq!(
            verifier.open_statement("release", &note).unwrap(),
            ["kz-2025-q1 1", "digest"]
        );
        assert!(verifier.open(&note).is_err(), "it passes for a checkpoint");
        assert!(
            verifier.open_statement("disclosure", &note).is_err(),
            "it passes for another statement"
        );
        let forged = note.replace("kz-2025-q1 1", "kz-2025-q1 2");
        assert!(
            verifier.open_statement("release", &forged).is_err(),
            "a changed line passes"
        );
    }

    fn signer() -> Signer {
        Signer::generate(&mut SeededRandom::new(1))
    }

    #[test]
    fn a_note_has_the_layout_of_the_specification() {
        let signed = signer().sign(3, &[5; 32]);
        let lines: Vec<&str> = signed.note.split('\n').collect();
        assert_eq!(lines[0], signer().origin());
        assert_eq!(lines[1], "3");
        assert_eq!(lines[2], BASE64.encode([5; 32]));
        assert_eq!(lines[3], "");
        let blob = lines[4]
            .strip_prefix(&format!("— {} ", signer().origin()))
            .unwrap();
        let blob = BASE64.decode(blob).unwrap();
        assert_eq!(blob.len(), 4 + 64);
        // The key id, computed from the specification's own words rather than by the code under test.
        let public = signer().key.verifying_key().to_bytes();
        let named = [signer().origin().as_bytes(), b"\n\x01", &public].concat();
        assert_eq!(blob[..4], Sha256::digest(named)[..4]);
        let signature = Signature::from_slice(&blob[4..]).unwrap();
        let text = format!("{}\n{}\n{}\n", lines[0], lines[1], lines[2]);
        signer()
            .key
            .verifying_key()
            .verify_strict(text.as_bytes(), &signature)
            .unwrap();
        assert_eq!(lines[5..], [""]);
    }

    #[test]
    fn keys_and_notes_round_trip() {
        let signer = signer();
        let again = Signer::from_secret_text(&format!("{}\n", signer.secret_text())).unwrap();
        assert_eq!(again.secret_text(), signer.secret_text());
        let verifier: Verifier = signer.verifier().to_string().parse().unwrap();
        assert_eq!(verifier, signer.verifier());
        let signed = signer.sign(0, &crate::tree::empty_root());
        assert_eq!(verifier.open(&signed.note).unwrap(), signed);
    }

    /// An example of Go's note package, which defined the format.
    #[test]
    fn a_foreign_verifier_key_is_read() {
        let text = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        let verifier: Verifier = text.parse().unwrap();
        assert_eq!(verifier.to_string(), text);
        let note = "If you think cryptography is the answer to your problem,\n\
                    then you don't know what your problem is.\n\n\
                    — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
        // A note, though not a checkpoint: the signature is checked as the package does.
        let (text, line) = note.split_once("\n\n").unwrap();
        let blob = BASE64
            .decode(line.trim_end().rsplit(' ').next().unwrap())
            .unwrap();
        assert_eq!(blob[..4], verifier.key_id());
        let signature = Signature::from_slice(&blob[4..]).unwrap();
        verifier
            .key
            .verify_strict(format!("{text}\n").as_bytes(), &signature)
            .unwrap();
    }

    #[test]
    fn no_byte_of_a_note_can_change() {
        let signed = signer().sign(77, &[8; 32]);
        for index in 0..signed.note.len() {
            let mut bytes = signed.note.clone().into_bytes();
            bytes[index] ^= 1;
            if let Ok(text) = String::from_utf8(bytes) {
                assert!(signer().verifier().open(&text).is_err(), "byte {index}: {text}");
            }
        }
        let other = Signer::generate(&mut SeededRandom::new(2));
        assert!(matches!(
            other.verifier().open(&signed.note),
            Err(NoteError::NotSigned(_))
        ));
    }
}
