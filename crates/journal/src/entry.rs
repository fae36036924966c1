//! What the journal holds.
//!
//! - **Item**: what one command appends: its entries, all or none, under at most one dedupe key.
//! - **New entry**: an event as the engine made it, before it has a position.
//! - **Entry**: the same event as recorded, with its position and leaf hash.
//! - **Sealed part**: what identifies a person, encrypted under that person's key; the leaf holds only its
//!   commitment, so that the log still verifies after the key is destroyed.
//!
//! # The leaf
//!
//! The leaf of an entry is the following bytes, one after the other (encodings: the `encode` module; `string`
//! is a `u32` length and the bytes, numbers are big-endian, an option is `00` or `01` and the value):
//!
//! | field | encoding |
//! |---|---|
//! | format | the byte `01` |
//! | position | `u64` |
//! | time | `i64`, microseconds since 1970-01-01T00:00:00Z |
//! | actor | option of 16 bytes (UUID) |
//! | site | option of string |
//! | stream | string |
//! | version | `u64` |
//! | kind | string |
//! | schema | `u16` |
//! | body | string, the bytes as stored |
//! | sealed parts | `u32` count, then the 32-byte commitment of each |
//! | nonce | 16 bytes |
//! | dedupe key | option of 16 bytes |
//!
//! The leaf hash is `SHA-256(00 ‖ leaf)` (RFC 6962, section 2.1). A sealed part's commitment is SHA-256 over five
//! strings: `saqta/sealed/1`, subject, key id, salt, ciphertext.

use std::fmt;

use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::encode::{Decoder, put_bytes, put_option};
use crate::tree::{Hash, leaf_hash};

/// The first byte of every leaf written by this version.
pub const LEAF_FORMAT: u8 = 1;

const COMMITMENT_TAG: &[u8] = b"saqta/sealed/1";

/// A key that is unique in the journal: an item whose key is already there is not recorded again.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DedupeKey(pub [u8; 16]);

impl fmt::Debug for DedupeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DedupeKey({})", hex::encode(self.0))
    }
}

/// What one command appends: recorded whole, or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Stands on the first entry; `None` when the command may be repeated.
    pub dedupe_key: Option<DedupeKey>,
    /// One or more entries, in order.
    pub entries: Vec<NewEntry>,
}

/// An event before it is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEntry {
    /// Microseconds since 1970-01-01T00:00:00Z; never less than the entry's before it.
    pub time: i64,
    /// The account that acted; `None` for a device or the system.
    pub actor: Option<Uuid>,
    /// The site it happened at.
    pub site: Option<String>,
    /// The thing it happened to, such as `alarm:0198…`; not empty.
    pub stream: String,
    /// 1, 2, 3 … within the stream, without a gap.
    pub version: u64,
    /// The event's type, such as `alarm.raised`; not empty.
    pub kind: String,
    /// The version of the body's shape for this kind.
    pub schema: u16,
    /// Plain JSON, stored and hashed as given.
    pub body: Vec<u8>,
    /// What only the holder of a subject's key may read.
    pub sealed: Vec<Sealed>,
    /// Random, so that nobody can guess a body from its leaf hash.
    pub nonce: [u8; 16],
}

/// A part encrypted under its subject's key (see [`crate::seal::seal`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// Whose key opens it, such as `person:0198…`.
    pub subject: String,
    /// The key's fingerprint: a revealed key can be checked against it.
    pub key_id: [u8; 16],
    /// The XChaCha20 nonce.
    pub salt: [u8; 24],
    /// Ciphertext and Poly1305 tag.
    pub ciphertext: Vec<u8>,
}

impl Sealed {
    /// What the leaf holds in place of the part.
    #[must_use]
    pub fn commitment(&self) -> [u8; 32] {
        let mut bytes = Vec::with_capacity(96 + self.subject.len() + self.ciphertext.len());
        for part in [
            COMMITMENT_TAG,
            self.subject.as_bytes(),
            &self.key_id,
            &self.salt,
            &self.ciphertext,
        ] {
            put_bytes(&mut bytes, part);
        }
        Sha256::digest(&bytes).into()
    }
}

/// A recorded event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// 1, 2, 3 … without a gap; the entry at position `p` is leaf `p - 1` of the tree.
    pub position: u64,
    /// Microseconds since 1970-01-01T00:00:00Z.
    pub time: i64,
    /// The account that acted.
    pub actor: Option<Uuid>,
    /// The site it happened at.
    pub site: Option<String>,
    /// The thing it happened to.
    pub stream: String,
    /// 1, 2, 3 … within the stream.
    pub version: u64,
    /// The event's type.
    pub kind: String,
    /// The version of the body's shape for this kind.
    pub schema: u16,
    /// Plain JSON as stored.
    pub body: Vec<u8>,
    /// What only the holder of a subject's key may read.
    pub sealed: Vec<Sealed>,
    /// Random bytes of the leaf.
    pub nonce: [u8; 16],
    /// The key of the item this entry was the first of.
    pub dedupe_key: Option<DedupeKey>,
    /// The leaf hash as stored; [`Entry::computed_leaf`] is what it has to be.
    pub leaf: Hash,
}

impl Entry {
    /// The entry that `new` becomes at `position`.
    #[must_use]
    pub fn record(new: NewEntry, position: u64, dedupe_key: Option<DedupeKey>) -> Self {
        let NewEntry {
            time,
            actor,
            site,
            stream,
            version,
            kind,
            schema,
            body,
            sealed,
            nonce,
        } = new;
        let leaf = [0; 32];
        let mut entry = Self {
            position,
            time,
            actor,
            site,
            stream,
            version,
            kind,
            schema,
            body,
            sealed,
            nonce,
            dedupe_key,
            leaf,
        };
        entry.leaf = entry.computed_leaf();
        entry
    }

    /// The bytes of the leaf, as the module documentation lays them out.
    #[must_use]
    pub fn leaf_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(160 + self.stream.len() + self.body.len());
        out.push(LEAF_FORMAT);
        out.extend_from_slice(&self.position.to_be_bytes());
        out.extend_from_slice(&self.time.to_be_bytes());
        put_option(&mut out, self.actor, |out, actor| {
            out.extend_from_slice(actor.as_bytes());
        });
        put_option(&mut out, self.site.as_ref(), |out, site| {
            put_bytes(out, site.as_bytes());
        });
        put_bytes(&mut out, self.stream.as_bytes());
        out.extend_from_slice(&self.version.to_be_bytes());
        put_bytes(&mut out, self.kind.as_bytes());
        out.extend_from_slice(&self.schema.to_be_bytes());
        put_bytes(&mut out, &self.body);
        out.extend_from_slice(&count(self.sealed.len()));
        for part in &self.sealed {
            out.extend_from_slice(&part.commitment());
        }
        out.extend_from_slice(&self.nonce);
        put_option(&mut out, self.dedupe_key, |out, key| {
            out.extend_from_slice(&key.0);
        });
        out
    }

    /// The leaf hash that follows from the other fields.
    #[must_use]
    pub fn computed_leaf(&self) -> Hash {
        leaf_hash(&self.leaf_bytes())
    }
}

fn count(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes()
}

/// The sealed parts as one column holds them: `u32` count, then of each part the subject (string), key id, salt
/// and ciphertext (string).
pub(crate) fn encode_sealed(parts: &[Sealed]) -> Vec<u8> {
    let mut out = count(parts.len()).to_vec();
    for part in parts {
        put_bytes(&mut out, part.subject.as_bytes());
        out.extend_from_slice(&part.key_id);
        out.extend_from_slice(&part.salt);
        put_bytes(&mut out, &part.ciphertext);
    }
    out
}

/// The inverse of [`encode_sealed`]; `None` unless every byte is accounted for.
pub(crate) fn decode_sealed(bytes: &[u8]) -> Option<Vec<Sealed>> {
    let mut from = Decoder::new(bytes);
    let mut parts = Vec::new();
    for _ in 0..from.u32()? {
        parts.push(Sealed {
            subject: std::str::from_utf8(from.bytes()?).ok()?.to_owned(),
            key_id: from.array()?,
            salt: from.array()?,
            ciphertext: from.bytes()?.to_vec(),
        });
    }
    from.is_empty().then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> NewEntry {
        NewEntry {
            time: 1_700_000_000_000_000,
            actor: Some(Uuid::from_bytes([7; 16])),
            site: Some("er-1".into()),
            stream: "alarm:1".into(),
            version: 1,
            kind: "alarm.raised".into(),
            schema: 1,
            body: b"{}".to_vec(),
            sealed: vec![Sealed {
                subject: "person:1".into(),
                key_id: [1; 16],
                salt: [2; 24],
                ciphertext: vec![3; 20],
            }],
            nonce: [9; 16],
        }
    }

    /// The layout is a promise to strangers who verify the log: a change here needs a new format byte.
    #[test]
    fn leaf_layout_is_frozen() {
        let entry = Entry::record(sample(), 5, Some(DedupeKey([4; 16])));
        let commitment = hex::encode(entry.sealed[0].commitment());
        let expected = [
            "01",
            "0000000000000005",
            "00060a24181e4000",
            "0107070707070707070707070707070707",
            "0100000004",
            &hex::encode("er-1"),
            "00000007",
            &hex::encode("alarm:1"),
            "0000000000000001",
            "0000000c",
            &hex::encode("alarm.raised"),
            "0001",
            "00000002",
            &hex::encode("{}"),
            "00000001",
            &commitment,
            "09090909090909090909090909090909",
            "0104040404040404040404040404040404",
        ]
        .concat();
        assert_eq!(hex::encode(entry.leaf_bytes()), expected);
        assert_eq!(
            commitment,
            "dd4c7d4ddb27be4eb3a9e5cc04e4cdc1e45c65a066e8e31e9c93312dc20e9e50"
        );
        assert_eq!(
            hex::encode(entry.leaf),
            "4138dee13ca8188853620fffb9eb269ceb75ae4836aaaafee48f69662f53bfb5"
        );
    }

    #[test]
    fn sealed_column_round_trips_and_refuses_rests() {
        let parts = sample().sealed;
        let bytes = encode_sealed(&parts);
        assert_eq!(decode_sealed(&bytes), Some(parts));
        assert_eq!(decode_sealed(&[bytes.clone(), vec![0]].concat()), None);
        assert_eq!(decode_sealed(&bytes[..bytes.len() - 1]), None);
        assert_eq!(decode_sealed(&encode_sealed(&[])), Some(vec![]));
    }
}
