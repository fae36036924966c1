//! The words that name nothing of their own.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::headline::lexicon::rows;

static COMMON: LazyLock<Common> = LazyLock::new(|| Common::read(include_str!("../../../data/common.tsv")));

/// The words that name nothing of their own.
struct Common {
    whole: HashSet<&'static str>,
    beginnings: Vec<&'static str>,
}

impl Common {
    fn read(table: &'static str) -> Self {
        let words = rows(table)
            .skip(1)
            .filter_map(|row| Some(row.split_once('\t')?.1))
            .flat_map(|words| words.split('|'));
        let (beginnings, whole): (Vec<_>, Vec<_>) = words.partition(|word| word.ends_with('*'));
        Self {
            whole: whole.into_iter().collect(),
            beginnings: beginnings
                .into_iter()
                .map(|word| word.trim_end_matches('*'))
                .collect(),
        }
    }

    fn has(&self, word: &str) -> bool {
        self.whole.contains(word)
            || self
                .beginnings
                .iter()
                .any(|beginning| word.starts_with(beginning))
    }
}

/// Whether a word, folded, names nothing of its own.
pub(super) fn has(word: &str) -> bool {
    COMMON.has(word)
}
