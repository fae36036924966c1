//! Unwrapping a key costs a look into the database and a decryption: the ones used last are remembered.

use std::collections::HashMap;

use crate::seal::SubjectKey;

/// The keys used last, unwrapped: at least [`Cache::GENERATION`] of them, at most twice as many.
#[derive(Default)]
pub(crate) struct Cache {
    young: HashMap<String, SubjectKey>,
    old: HashMap<String, SubjectKey>,
}

impl Cache {
    const GENERATION: usize = 8192;

    pub(crate) fn get(&mut self, subject: &str) -> Option<SubjectKey> {
        if let Some(key) = self.young.get(subject) {
            return Some(key.clone());
        }
        let key = self.old.remove(subject)?;
        self.put(subject, &key);
        Some(key)
    }

    pub(crate) fn put(&mut self, subject: &str, key: &SubjectKey) {
        if self.young.len() >= Self::GENERATION {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(subject.to_owned(), key.clone());
    }

    pub(crate) fn forget(&mut self, subject: &str) {
        self.young.remove(subject);
        self.old.remove(subject);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SeededRandom;

    #[test]
    fn the_cache_keeps_what_is_used_and_stays_bounded() {
        let mut cache = Cache::default();
        let mut random = SeededRandom::new(1);
        let key = SubjectKey::generate(&mut random);
        cache.put("used", &key);
        for number in 0..Cache::GENERATION * 4 {
            cache.put(&number.to_string(), &SubjectKey::generate(&mut random));
            assert!(cache.get("used").is_some(), "lost after {number}");
        }
        assert!(cache.young.len() + cache.old.len() <= Cache::GENERATION * 2);
        assert!(cache.get("0").is_none());
        cache.forget("used");
        assert!(cache.get("used").is_none());
    }
}
