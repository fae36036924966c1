//! Between domain events and journal entries: bodies are written and read, private parts sealed and opened.

use jiff::Timestamp;
use saqta_domain::event::{Draft, Event, Recorded, Sealing, Stream, Unreadable};
use saqta_domain::ids::{AccountId, SiteId};
use saqta_domain::private::Private;
use saqta_journal::{Entry, KeyStore, NewEntry, Random, Sealed, random_array, seal};

use crate::error::EngineError;

/// What an entry needs besides its draft.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances {
    /// Its time.
    pub at: Timestamp,
    /// Who caused it.
    pub actor: Option<AccountId>,
    /// Its version within the stream.
    pub version: u64,
}

/// Makes a journal entry of a draft; the subjects' keys must exist.
///
/// # Errors
/// [`EngineError::NotRecorded`] when something cannot be sealed.
pub fn encode(
    draft: &Draft,
    circumstances: &Circumstances,
    keys: &KeyStore,
    random: &mut dyn Random,
) -> Result<NewEntry, EngineError> {
    let body = draft.event.body().map_err(EngineError::not_recorded)?;
    let mut sealed = Vec::with_capacity(draft.sealed.len());
    for part in &draft.sealed {
        sealed.extend(seal_part(part, keys, random)?);
    }
    Ok(NewEntry {
        time: circumstances.at.as_microsecond(),
        actor: circumstances.actor.map(|id| id.0),
        site: draft.site.as_ref().map(|site| site.as_str().to_owned()),
        stream: draft.stream.0.clone(),
        version: circumstances.version,
        kind: draft.event.name().to_owned(),
        schema: draft.event.schema(),
        body,
        sealed,
        nonce: random_array(random),
    })
}

/// A subject that was erased gets no new key: what would be sealed about it is not kept.
fn seal_part(
    part: &Sealing,
    keys: &KeyStore,
    random: &mut dyn Random,
) -> Result<Option<Sealed>, EngineError> {
    let Some(key) = keys.get(&part.subject).map_err(EngineError::not_recorded)? else {
        return Ok(None);
    };
    let text = serde_json::to_vec(&part.private).map_err(EngineError::not_recorded)?;
    seal::seal(&key, &part.subject, &text, random)
        .map(Some)
        .map_err(EngineError::not_recorded)
}

/// Reads a journal entry, opening the sealed parts whose keys still exist.
///
/// # Errors
/// [`Unreadable`] when the program does not know the event.
pub fn decode(entry: &Entry, keys: &KeyStore) -> Result<Recorded, Unreadable> {
    let event = Event::decode(&entry.kind, entry.schema, &entry.body)?;
    let private = entry
        .sealed
        .iter()
        .filter_map(|part| open_part(part, keys))
        .collect();
    Ok(Recorded {
        position: entry.position,
        at: timestamp(entry.time),
        actor: entry.actor.map(AccountId),
        site: entry.site.as_deref().map(SiteId::from),
        stream: Stream(entry.stream.clone()),
        version: entry.version,
        event,
        private,
    })
}

fn open_part(part: &Sealed, keys: &KeyStore) -> Option<Private> {
    let key = keys.get(&part.subject).ok().flatten()?;
    let text = seal::open(&key, part).ok()?;
    serde_json::from_slice(&text).ok()
}

/// The time of an entry; one out of range (years −9999 to 9999) is damage and shows as the epoch.
fn timestamp(micros: i64) -> Timestamp {
    Timestamp::from_microsecond(micros).unwrap_or(Timestamp::UNIX_EPOCH)
}
