//! A map that forgets what was not asked for lately.

use std::collections::HashMap;
use std::hash::Hash;
use std::mem;

/// How many entries each of the two generations holds.
const GENERATION: usize = 16_384;

/// Two generations of entries: the older is dropped whole when the younger is full, and what is asked for becomes
/// young again. So nothing is ever searched for what to forget.
#[derive(Debug)]
pub(super) struct Cache<K, V> {
    young: HashMap<K, V>,
    old: HashMap<K, V>,
}

impl<K, V> Default for Cache<K, V> {
    fn default() -> Self {
        Self {
            young: HashMap::new(),
            old: HashMap::new(),
        }
    }
}

impl<K: Eq + Hash + Copy, V: Clone> Cache<K, V> {
    pub(super) fn get(&mut self, key: K) -> Option<V> {
        if let Some(value) = self.young.get(&key) {
            return Some(value.clone());
        }
        let value = self.old.remove(&key)?;
        self.put(key, value.clone());
        Some(value)
    }

    pub(super) fn put(&mut self, key: K, value: V) {
        self.young.insert(key, value);
        if self.young.len() > GENERATION {
            self.old = mem::take(&mut self.young);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_is_kept_and_the_rest_is_forgotten() {
        let mut cache = Cache::default();
        for key in 0..100_000_usize {
            cache.put(key, key);
            assert_eq!(cache.get(7), (key >= 7).then_some(7), "asked for all the time");
        }
        assert_eq!(cache.get(99_999), Some(99_999));
        assert_eq!(cache.get(8), None, "never asked for");
        assert!(cache.young.len() + cache.old.len() <= 2 * GENERATION + 1);
    }
}
