//! Recording anew what another log held.

use std::collections::HashSet;

use saqta_domain::event::{Event, Recorded};
use saqta_journal::{Appended, Entry, Item, Journal, NewEntry, random_array};

use super::Core;
use crate::codec;
use crate::error::EngineError;

impl<J: Journal> Core<J> {
    /// Records entries of another log at the end of this one, now and in one transaction, with their sealed parts as
    /// they are. Those that this program cannot read, or whose alarm's beginning is missing, are left out.
    ///
    /// # Errors
    /// [`EngineError::NotRecorded`] when the journal cannot be written; nothing is recorded then.
    pub fn adopt(&mut self, entries: Vec<Entry>) -> Result<(), EngineError> {
        let at = self.advance_time();
        let mut streams: HashSet<String> = HashSet::new();
        let mut items = Vec::with_capacity(entries.len());
        for entry in entries {
            let Ok(recorded) = codec::decode(&entry, &self.keys) else {
                continue;
            };
            let begins = matches!(recorded.event, Event::AlarmRaised(_)) || recorded.event.alarm().is_none();
            if begins {
                streams.insert(entry.stream.clone());
            } else if !streams.contains(&entry.stream) {
                continue;
            }
            let position = self.journal.head() + items.len() as u64 + 1;
            let version = self.state.next_version(&recorded.stream, &recorded.event);
            self.state.apply(&Recorded {
                position,
                at,
                version,
                ..recorded
            });
            items.push(self.anew(entry, at.as_microsecond(), version));
        }
        self.append_all(&items)
    }

    fn anew(&mut self, entry: Entry, time: i64, version: u64) -> Item {
        let new = NewEntry {
            time,
            actor: entry.actor,
            site: entry.site,
            stream: entry.stream,
            version,
            kind: entry.kind,
            schema: entry.schema,
            body: entry.body,
            sealed: entry.sealed,
            nonce: random_array(self.random.as_mut()),
        };
        Item {
            dedupe_key: entry.dedupe_key,
            entries: vec![new],
        }
    }

    fn append_all(&mut self, items: &[Item]) -> Result<(), EngineError> {
        if items.is_empty() {
            return Ok(());
        }
        match self.journal.append(self.epoch, self.journal.head(), items) {
            Ok(appended) if appended.iter().all(|each| matches!(each, Appended::At { .. })) => {
                self.state.commit();
                Ok(())
            }
            Ok(_) => {
                self.state.rollback();
                Err(EngineError::not_recorded("an entry stands in the log already"))
            }
            Err(error) => {
                self.state.rollback();
                Err(EngineError::not_recorded(error))
            }
        }
    }
}
