//! What decisions about the register look at: the injuries that a batch is about, every import, every series.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::event::{Event, Recorded};
use crate::ids::{ImportId, InjuryId, SeriesId};
use crate::import::{Import, ImportStage};
use crate::injury::Injury;
use crate::series::Series;

use super::table::Table;

/// The injuries that a batch is about, read from their streams; nothing stays after the batch.
#[derive(Debug, Default)]
pub struct LentInjuries {
    lent: HashMap<InjuryId, Injury>,
}

impl LentInjuries {
    /// An injury, if it was lent: with no report if nobody reported it yet.
    #[must_use]
    pub fn get(&self, id: InjuryId) -> Option<&Injury> {
        self.lent.get(&id)
    }

    pub(super) fn lend(&mut self, id: InjuryId, injury: Injury) {
        self.lent.insert(id, injury);
    }

    pub(super) fn apply(&mut self, recorded: &Recorded) {
        let id = recorded.event.injury();
        if let Some(injury) = id.and_then(|id| self.lent.get_mut(&id)) {
            injury.apply(recorded);
        }
    }

    pub(super) fn clear(&mut self) {
        self.lent.clear();
    }
}

/// Every import that was ever begun.
#[derive(Debug, Default)]
pub struct Imports {
    table: Table<ImportId, Import>,
}

impl Imports {
    /// An import.
    #[must_use]
    pub fn get(&self, id: &ImportId) -> Option<&Import> {
        self.table.get(id)
    }

    /// All of them, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (&ImportId, &Import)> {
        self.table.iter()
    }

    pub(super) fn apply(&mut self, recorded: &Recorded) {
        let (id, stage) = match &recorded.event {
            Event::ImportBegun(fact) => {
                let import = Import {
                    stage: ImportStage::Open,
                    digest: fact.digest.clone(),
                    by: recorded.actor,
                };
                return self.put(fact.import, import);
            }
            Event::ImportCompleted(fact) => (fact.import, ImportStage::Completed),
            Event::ImportWithdrawn(fact) => (fact.import, ImportStage::Withdrawn),
            _ => return,
        };
        if let Some(import) = self.table.get(&id).cloned() {
            self.put(id, Import { stage, ..import });
        }
    }

    pub(super) fn put(&mut self, id: ImportId, import: Import) {
        self.table.set(id, Some(import));
    }

    pub(super) fn rows(&self) -> Vec<(ImportId, Import)> {
        let mut rows: Vec<_> = self
            .table
            .iter()
            .map(|(id, import)| (*id, import.clone()))
            .collect();
        rows.sort_unstable_by_key(|(id, _)| *id);
        rows
    }

    pub(super) fn commit(&mut self) {
        self.table.commit();
    }

    pub(super) fn rollback(&mut self) {
        self.table.rollback();
    }
}

/// A series without its figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownSeries {
    /// Its version, from 1.
    pub version: u64,
    digest: String,
}

impl KnownSeries {
    /// Whether the latest version says the same.
    #[must_use]
    pub fn is(&self, series: &Series) -> bool {
        self.digest == digest(series)
    }
}

/// Every series.
#[derive(Debug, Default)]
pub struct SeriesTable {
    table: Table<SeriesId, KnownSeries>,
}

impl SeriesTable {
    /// A series.
    #[must_use]
    pub fn get(&self, id: &SeriesId) -> Option<&KnownSeries> {
        self.table.get(id)
    }

    pub(super) fn apply(&mut self, recorded: &Recorded) {
        if let Event::SeriesRecorded(series) = &recorded.event {
            let known = KnownSeries {
                version: recorded.version,
                digest: digest(series),
            };
            self.put(series.id.clone(), known);
        }
    }

    pub(super) fn put(&mut self, id: SeriesId, series: KnownSeries) {
        self.table.set(id, Some(series));
    }

    pub(super) fn rows(&self) -> Vec<(SeriesId, KnownSeries)> {
        let mut rows: Vec<_> = self
            .table
            .iter()
            .map(|(id, known)| (id.clone(), known.clone()))
            .collect();
        rows.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        rows
    }

    pub(super) fn commit(&mut self) {
        self.table.commit();
    }

    pub(super) fn rollback(&mut self) {
        self.table.rollback();
    }
}

/// SHA-256 of the series as JSON, in hex.
fn digest(series: &Series) -> String {
    use sha2::{Digest, Sha256};
    // A series that cannot be written could not have been recorded either.
    let json = serde_json::to_vec(series).unwrap_or_default();
    hex::encode(Sha256::digest(json))
}
