//! Garwood's intervals of counts, each computed once.

use std::collections::HashMap;

use saqta_statistics::{Level, Method, poisson};

use super::rate::Limits;

/// Garwood's intervals at one level. Each is computed once: the cells of a large crossing hold the same few small counts,
/// and their rates have the intervals of the same counts.
#[derive(Debug)]
pub struct Intervals {
    level: Level,
    known: HashMap<u64, Limits>,
}

impl Intervals {
    /// None computed yet.
    #[must_use]
    pub fn at(level: Level) -> Self {
        Self {
            level,
            known: HashMap::new(),
        }
    }

    /// The interval of a count.
    pub fn of(&mut self, count: u64) -> Limits {
        *self.known.entry(count).or_insert_with(|| {
            let interval = poisson::interval(count, self.level, Method::Garwood);
            Limits {
                lower: interval.lower,
                upper: interval.upper,
                level: self.level.value(),
            }
        })
    }
}
