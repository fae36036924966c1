//! What a batch becomes: one set of rules for every engine.

use std::collections::HashMap;

use serde::de::IgnoredAny;

use crate::entry::{DedupeKey, Entry, Item, NewEntry};
use crate::journal::{AppendError, Appended, ReadError};

/// What an engine already holds.
pub(crate) trait Recorded {
    fn find(&self, key: &DedupeKey) -> Result<Option<u64>, ReadError>;
    /// 0 for a stream without entries.
    fn last_version(&self, stream: &str) -> Result<u64, ReadError>;
}

/// A batch that keeps the rules, ready to be written.
pub(crate) struct Plan {
    /// One for each item, in order.
    pub(crate) results: Vec<Appended>,
    /// The entries to write, by ascending position.
    pub(crate) entries: Vec<Entry>,
}

/// Gives positions to what is not a duplicate. `last_time` is the head's.
pub(crate) fn plan(
    recorded: &dyn Recorded,
    head: u64,
    last_time: i64,
    items: &[Item],
) -> Result<Plan, AppendError> {
    let mut batch = Batch {
        recorded,
        head,
        last_time,
        keys: HashMap::new(),
        versions: HashMap::new(),
        entries: Vec::with_capacity(items.len()),
    };
    let mut results = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        results.push(batch.add(item).map_err(|fault| match fault {
            Fault::Read(error) => AppendError::Failed(error.to_string()),
            Fault::Rule(reason) => AppendError::Invalid { item: index, reason },
        })?);
    }
    Ok(Plan {
        results,
        entries: batch.entries,
    })
}

enum Fault {
    Read(ReadError),
    Rule(String),
}

impl From<ReadError> for Fault {
    fn from(error: ReadError) -> Self {
        Self::Read(error)
    }
}

struct Batch<'a> {
    recorded: &'a dyn Recorded,
    head: u64,
    last_time: i64,
    keys: HashMap<DedupeKey, u64>,
    versions: HashMap<&'a str, u64>,
    entries: Vec<Entry>,
}

impl<'a> Batch<'a> {
    fn add(&mut self, item: &'a Item) -> Result<Appended, Fault> {
        let first = self.head + 1;
        if let Some(key) = item.dedupe_key {
            if let Some(position) = self.keys.get(&key).copied() {
                return Ok(Appended::Duplicate(position));
            }
            if let Some(position) = self.recorded.find(&key)? {
                return Ok(Appended::Duplicate(position));
            }
            self.keys.insert(key, first);
        }
        if item.entries.is_empty() {
            return Err(Fault::Rule("it has no entries".into()));
        }
        let mut key = item.dedupe_key;
        for new in &item.entries {
            self.check(new)?;
            self.head += 1;
            self.last_time = new.time;
            self.entries
                .push(Entry::record(new.clone(), self.head, key.take()));
        }
        Ok(Appended::At {
            first,
            last: self.head,
        })
    }

    fn check(&mut self, new: &'a NewEntry) -> Result<(), Fault> {
        if new.time < self.last_time {
            return Err(Fault::Rule(format!(
                "its time is {} µs too early",
                self.last_time.abs_diff(new.time)
            )));
        }
        if new.stream.is_empty() || new.kind.is_empty() {
            return Err(Fault::Rule("its stream or kind is empty".into()));
        }
        check_json(&new.body).map_err(|reason| Fault::Rule(format!("its body is not JSON: {reason}")))?;
        let version = match self.versions.get(new.stream.as_str()) {
            Some(version) => *version,
            None => self.recorded.last_version(&new.stream)?,
        };
        if new.version != version + 1 {
            let (stream, is) = (&new.stream, new.version);
            return Err(Fault::Rule(format!(
                "{stream} is at version {version}, the entry says {is}"
            )));
        }
        self.versions.insert(&new.stream, new.version);
        Ok(())
    }
}

/// Whether `body` is one JSON value in UTF-8.
pub(crate) fn check_json(body: &[u8]) -> Result<(), String> {
    let text = std::str::from_utf8(body).map_err(|error| error.to_string())?;
    serde_json::from_str::<IgnoredAny>(text)
        .map(|_| ())
        .map_err(|error| error.to_string())
}
