//! Sealing: what identifies a person is encrypted under that person's key.
//!
//! - **Subject key**: 256 random bits, one per subject, kept in the key store. Destroying it is the erasure.
//! - **Key id**: the first 16 bytes of SHA-256 over the strings `saqta/key-id/1` and key, so that a key that is
//!   revealed to an authority can be checked against the log.
//! - **Sealed part**: XChaCha20-Poly1305 under that key, the salt as nonce. The associated data are the strings
//!   `saqta/seal/1` and subject, so that a part cannot be passed off as another person's.

use std::fmt;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use sha2::{Digest, Sha256};
use thiserror::Error;
use zeroize::Zeroize;

use crate::encode::put_bytes;
use crate::entry::Sealed;
use crate::random::{Random, random_array};

const KEY_ID_TAG: &[u8] = b"saqta/key-id/1";
const SEAL_TAG: &[u8] = b"saqta/seal/1";

/// A subject's key, wiped from memory when it is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct SubjectKey([u8; 32]);

impl SubjectKey {
    /// A new key.
    #[must_use]
    pub fn generate(random: &mut dyn Random) -> Self {
        Self(random_array(random))
    }

    /// The key of these bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes: for an authority that is to check a sealed part, and for nobody else.
    #[must_use]
    pub fn reveal(&self) -> &[u8; 32] {
        &self.0
    }

    /// The fingerprint that sealed parts bear.
    #[must_use]
    pub fn id(&self) -> [u8; 16] {
        let mut bytes = Vec::with_capacity(56);
        put_bytes(&mut bytes, KEY_ID_TAG);
        put_bytes(&mut bytes, &self.0);
        let hash: [u8; 32] = Sha256::digest(&bytes).into();
        bytes.zeroize();
        let mut id = [0; 16];
        id.copy_from_slice(&hash[..16]);
        id
    }
}

impl Drop for SubjectKey {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for SubjectKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SubjectKey(…)")
    }
}

/// A part could not be sealed or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SealError {
    /// The text is longer than the cipher can take (256 GB).
    #[error("the text is too long to be sealed")]
    TooLong,
    /// Another key, another subject, or changed bytes.
    #[error("the part does not open with this key")]
    DoesNotOpen,
}

/// Seals `text` for `subject`.
///
/// # Errors
/// [`SealError::TooLong`].
pub fn seal(
    key: &SubjectKey,
    subject: &str,
    text: &[u8],
    random: &mut dyn Random,
) -> Result<Sealed, SealError> {
    let salt: [u8; 24] = random_array(random);
    let ciphertext = encrypt(&key.0, &salt, SEAL_TAG, subject, text).ok_or(SealError::TooLong)?;
    Ok(Sealed {
        subject: subject.to_owned(),
        key_id: key.id(),
        salt,
        ciphertext,
    })
}

/// Opens a sealed part.
///
/// # Errors
/// [`SealError::DoesNotOpen`].
pub fn open(key: &SubjectKey, part: &Sealed) -> Result<Vec<u8>, SealError> {
    if key.id() != part.key_id {
        return Err(SealError::DoesNotOpen);
    }
    decrypt(&key.0, &part.salt, SEAL_TAG, &part.subject, &part.ciphertext).ok_or(SealError::DoesNotOpen)
}

/// XChaCha20-Poly1305 with the strings `tag` and `subject` as associated data.
pub(crate) fn encrypt(
    key: &[u8; 32],
    nonce: &[u8; 24],
    tag: &[u8],
    subject: &str,
    text: &[u8],
) -> Option<Vec<u8>> {
    let aad = associated(tag, subject);
    let cipher = XChaCha20Poly1305::new(&Key::from(*key));
    cipher
        .encrypt(&XNonce::from(*nonce), Payload { msg: text, aad: &aad })
        .ok()
}

/// The inverse of [`encrypt`].
pub(crate) fn decrypt(
    key: &[u8; 32],
    nonce: &[u8; 24],
    tag: &[u8],
    subject: &str,
    text: &[u8],
) -> Option<Vec<u8>> {
    let aad = associated(tag, subject);
    let cipher = XChaCha20Poly1305::new(&Key::from(*key));
    cipher
        .decrypt(&XNonce::from(*nonce), Payload { msg: text, aad: &aad })
        .ok()
}

fn associated(tag: &[u8], subject: &str) -> Vec<u8> {
    let mut aad = Vec::with_capacity(8 + tag.len() + subject.len());
    put_bytes(&mut aad, tag);
    put_bytes(&mut aad, subject.as_bytes());
    aad
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SeededRandom;

    #[test]
    fn a_part_opens_only_as_it_was_sealed() {
        let mut random = SeededRandom::new(1);
        let key = SubjectKey::generate(&mut random);
        let part = seal(&key, "person:1", "Айгүл".as_bytes(), &mut random).unwrap();
        assert_eq!(open(&key, &part).unwrap(), "Айгүл".as_bytes());
        assert_eq!(part.key_id, SubjectKey::from_bytes(*key.reveal()).id());

        let other = SubjectKey::generate(&mut random);
        assert_eq!(open(&other, &part), Err(SealError::DoesNotOpen));
        for change in [
            Sealed {
                subject: "person:2".into(),
                ..part.clone()
            },
            Sealed {
                salt: [0; 24],
                ..part.clone()
            },
            Sealed {
                key_id: [0; 16],
                ..part.clone()
            },
            Sealed {
                ciphertext: vec![0; 30],
                ..part.clone()
            },
        ] {
            assert_ne!(change.commitment(), part.commitment());
            assert_eq!(open(&key, &change), Err(SealError::DoesNotOpen));
        }
    }
}
