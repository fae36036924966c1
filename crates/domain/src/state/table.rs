//! A map that can undo what was done to it since the last commit.

use std::collections::HashMap;
use std::hash::Hash;

/// A map with an undo log.
#[derive(Debug)]
pub(super) struct Table<K, V> {
    rows: HashMap<K, V>,
    undo: Vec<(K, Option<V>)>,
}

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Self {
            rows: HashMap::new(),
            undo: Vec::new(),
        }
    }
}

impl<K: Hash + Eq + Clone, V> Table<K, V> {
    pub(super) fn get(&self, key: &K) -> Option<&V> {
        self.rows.get(key)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.rows.iter()
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Puts a row in place, or takes it out, and remembers what stood there.
    pub(super) fn set(&mut self, key: K, value: Option<V>) {
        let before = match value {
            Some(value) => self.rows.insert(key.clone(), value),
            None => self.rows.remove(&key),
        };
        self.undo.push((key, before));
    }

    /// Takes a row out for good; only while nothing is uncommitted.
    pub(super) fn forget(&mut self, key: &K) {
        debug_assert!(
            self.undo.is_empty(),
            "rows are forgotten between transactions only"
        );
        self.rows.remove(key);
    }

    pub(super) fn commit(&mut self) {
        self.undo.clear();
    }

    pub(super) fn rollback(&mut self) {
        while let Some((key, before)) = self.undo.pop() {
            match before {
                Some(value) => self.rows.insert(key, value),
                None => self.rows.remove(&key),
            };
        }
    }
}
