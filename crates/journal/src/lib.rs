//! The append-only log: engines, tree, checkpoints, proofs, sealed parts.
//!
//! - [`Journal`] is the one writer's handle, [`JournalReader`] everybody else's. [`MemoryJournal`] is the
//!   simulation's engine.
//! - [`Entry`] is what is recorded; its leaf is the promise to strangers (module [`entry`]).
//! - The leaves form a Merkle tree (module [`tree`]), whose head is signed (module [`note`]).
//! - [`Sealed`] parts are encrypted under a key per subject (module [`mod@seal`]), kept in the [`KeyStore`].
//! - [`SqliteJournal`] is the engine of an installation. Its folder is locked by a [`DataLock`], checked by
//!   [`verify`], copied by [`backup`] and brought back by [`restore`].

pub mod entry;
pub mod note;
pub mod seal;
pub mod tree;

mod backup;
mod checkpointer;
mod encode;
mod faults;
mod folder;
mod head;
mod journal;
mod kept;
mod key_cache;
mod keys;
mod memory;
mod open_error;
mod places;
mod plan;
mod random;
mod reserve;
mod salvage;
mod sqlite;
mod tile;
mod verify;
mod wal;

pub use backup::{BackupError, Restored, backup, restore};
pub use entry::{DedupeKey, Entry, Item, NewEntry, Sealed};
pub use faults::{Fault, FaultRates, Faults};
pub use folder::{DataLock, LockError};
pub use journal::{AppendError, Appended, Journal, JournalReader, ReadError};
pub use keys::{Destroyed, KeyError, KeyStore};
pub use memory::MemoryJournal;
pub use note::{NoteError, SignedCheckpoint, Signer, Verifier};
pub use open_error::OpenError;
pub use random::{OsRandom, Random, SeededRandom, random_array};
pub use reserve::free_space;
pub use salvage::Salvage;
pub use seal::{SealError, SubjectKey};
pub use sqlite::SqliteJournal;
pub use sqlite::files::set_aside;
pub use sqlite::reader::read_beside;
pub use tile::{BadTilePath, TilePath};
pub use tree::Hash;
pub use verify::{Damage, Place, Progress, Report, VerifyError, verify, verify_against};
