//! What goes wrong in a simulation.
//!
//! - **Fault**: what happens to one append. Appends are atomic, as SQLite's transactions are: a torn write is
//!   either "died before it was durable" or "died after it was durable, before the answer".
//! - **Faults**: how often each happens, drawn from a seed.

use std::time::Duration;

use crate::random::SeededRandom;

/// What happens to an append.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Refused by the storage; nothing is recorded.
    Failed,
    /// The disk is full; nothing is recorded.
    Full,
    /// Recorded, after this long (see [`crate::MemoryJournal::take_delay`]).
    Slow(Duration),
    /// The process dies before the batch is durable.
    CrashBefore,
    /// The process dies when the batch is durable and nobody was answered.
    CrashAfter,
}

/// How often, of 1,000 appends, each fault happens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FaultRates {
    /// [`Fault::Failed`].
    pub failed: u16,
    /// [`Fault::Full`].
    pub full: u16,
    /// [`Fault::Slow`], 1 ms to 5 s.
    pub slow: u16,
    /// [`Fault::CrashBefore`].
    pub crash_before: u16,
    /// [`Fault::CrashAfter`].
    pub crash_after: u16,
}

/// Draws faults from a seed.
#[derive(Clone, Debug)]
pub struct Faults {
    rates: FaultRates,
    random: SeededRandom,
}

impl Faults {
    /// Faults at these rates, in the order the seed gives.
    #[must_use]
    pub fn new(seed: u64, rates: FaultRates) -> Self {
        Self {
            rates,
            random: SeededRandom::new(seed),
        }
    }

    /// No faults but those injected by hand.
    #[must_use]
    pub fn none() -> Self {
        Self::new(0, FaultRates::default())
    }

    pub(crate) fn draw(&mut self) -> Option<Fault> {
        let mut left = self.random.below(1000);
        let slow = Fault::Slow(Duration::from_millis(1 + self.random.below(5000)));
        let FaultRates {
            failed,
            full,
            slow: slow_rate,
            crash_before,
            crash_after,
        } = self.rates;
        for (fault, rate) in [
            (Fault::Failed, failed),
            (Fault::Full, full),
            (slow, slow_rate),
            (Fault::CrashBefore, crash_before),
            (Fault::CrashAfter, crash_after),
        ] {
            match left.checked_sub(u64::from(rate)) {
                Some(rest) => left = rest,
                None => return Some(fault),
            }
        }
        None
    }
}
