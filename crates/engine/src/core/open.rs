//! Opening: the live state is what the journal says, from the last snapshot on.

use std::sync::Arc;

use jiff::Timestamp;
use saqta_domain::event::{Event, Recorded, SubjectErased, Unreadable};
use saqta_domain::ids::Ids;
use saqta_domain::state::State;
use saqta_journal::{AppendError, Journal, JournalReader, KeyError, KeyStore, Random, ReadError};

use super::Core;
use crate::clock::Clock;
use crate::codec;
use crate::snapshot::SnapshotFile;

/// How many entries are read at once.
const CHUNK: usize = 4_096;

/// What the core is made of.
pub struct CoreParts<J> {
    /// The journal.
    pub journal: J,
    /// The keys of sealed parts.
    pub keys: KeyStore,
    /// The clocks.
    pub clock: Arc<dyn Clock>,
    /// Where ids come from.
    pub ids: Box<dyn Ids + Send>,
    /// Where nonces and salts come from.
    pub random: Box<dyn Random>,
    /// A snapshot of the live state, if there is one.
    pub snapshot: Option<SnapshotFile>,
}

/// The live state could not be made.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The journal could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The journal holds what this program does not know.
    #[error("position {position}: {problem}")]
    Unreadable {
        /// Where.
        position: u64,
        /// What.
        problem: Unreadable,
    },
    /// The journal is held by another writer or cannot be written.
    #[error(transparent)]
    Claim(#[from] AppendError),
    /// The keys could not be used.
    #[error(transparent)]
    Keys(#[from] KeyError),
}

impl<J: Journal> Core<J> {
    /// Claims the journal and makes the live state.
    ///
    /// # Errors
    /// [`OpenError`] when the journal cannot be claimed or read.
    pub fn open(parts: CoreParts<J>) -> Result<Self, OpenError> {
        let CoreParts {
            mut journal,
            keys,
            clock,
            ids,
            random,
            snapshot,
        } = parts;
        let epoch = journal.claim()?;
        let reader = journal.reader();
        let (mut state, from) = match snapshot {
            Some(file) => start_from(&file, reader.as_ref(), &keys)?,
            None => (State::default(), 1),
        };
        let mut last_time = Timestamp::MIN;
        read_each(reader.as_ref(), &keys, from, |recorded| {
            last_time = recorded.at;
            lend_past(&mut state, reader.as_ref(), &keys, &recorded)?;
            state.apply(&recorded);
            state.commit();
            state.prune(recorded.at);
            erase_again(&keys, &recorded)
        })?;
        if from > 1 && last_time == Timestamp::MIN {
            read_each(reader.as_ref(), &keys, from - 1, |recorded| {
                last_time = recorded.at;
                Ok(())
            })?;
        }
        Ok(Self {
            journal,
            epoch,
            state,
            keys,
            clock,
            ids,
            random,
            last_time,
            last_clock: None,
        })
    }
}

/// The live state forgets closed alarms: one that is opened again is read from its stream.
fn lend_past(
    state: &mut State,
    reader: &dyn JournalReader,
    keys: &KeyStore,
    recorded: &Recorded,
) -> Result<(), OpenError> {
    if !recorded.event.reopens() {
        return Ok(());
    }
    let entries = reader.read_stream(&recorded.stream.0)?;
    let past = entries.iter().filter(|entry| entry.position < recorded.position);
    let past: Vec<Recorded> = past.map(|entry| decode(entry, keys)).collect::<Result<_, _>>()?;
    if let Some(alarm) = saqta_domain::state::replay_alarm(&past) {
        state.lend(alarm);
    }
    Ok(())
}

/// The state of a snapshot that the journal vouches for, and the position to go on from.
fn start_from(
    file: &SnapshotFile,
    reader: &dyn JournalReader,
    keys: &KeyStore,
) -> Result<(State, u64), OpenError> {
    let position = file.position;
    let Some(snapshot) = file.check(reader)? else {
        tracing::warn!(
            position,
            "the snapshot is not the one in the journal: every entry is read instead"
        );
        return Ok((State::default(), 1));
    };
    let mut directory = Vec::with_capacity(snapshot.directory.len());
    for position in &snapshot.directory {
        for entry in reader.read(*position, 1)? {
            let recorded = decode(&entry, keys)?;
            erase_again(keys, &recorded)?;
            directory.push(recorded);
        }
    }
    let mut next = match snapshot.frames_from {
        0 => position + 1,
        first => first,
    };
    let mut state = State::from_snapshot(snapshot, &directory);
    while next <= position {
        let entries = reader.read(next, CHUNK)?;
        let Some(last) = entries.last() else { break };
        next = last.position + 1;
        for entry in entries.iter().filter(|entry| entry.position <= position) {
            state.remember_frame(&decode(entry, keys)?);
        }
    }
    state.commit();
    Ok((state, position + 1))
}

/// Reads every entry from a position on.
fn read_each(
    reader: &dyn JournalReader,
    keys: &KeyStore,
    from: u64,
    mut each: impl FnMut(Recorded) -> Result<(), OpenError>,
) -> Result<(), OpenError> {
    let mut next = from;
    loop {
        let entries = reader.read(next, CHUNK)?;
        let Some(last) = entries.last() else { return Ok(()) };
        next = last.position + 1;
        for entry in &entries {
            each(decode(entry, keys)?)?;
        }
    }
}

/// Reads an entry; one that is not as it was recorded is damage, whatever it says now.
fn decode(entry: &saqta_journal::Entry, keys: &KeyStore) -> Result<Recorded, OpenError> {
    let position = entry.position;
    if entry.computed_leaf() != entry.leaf {
        let reason = "it is not as it was recorded".to_owned();
        return Err(ReadError::Damaged { position, reason }.into());
    }
    codec::decode(entry, keys).map_err(|problem| OpenError::Unreadable { position, problem })
}

/// An erasure whose key outlived a crash is done now.
fn erase_again(keys: &KeyStore, recorded: &Recorded) -> Result<(), OpenError> {
    if let Event::SubjectErased(SubjectErased { subject }) = &recorded.event {
        keys.destroy(subject, recorded.at.as_microsecond())?;
    }
    Ok(())
}
