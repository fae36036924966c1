//! A clock that tests set.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use saqta_engine::Clock;

/// 2026-03-01T00:00:00Z, in microseconds.
const BEGIN: i64 = 1_772_323_200_000_000;

#[derive(Debug, Default)]
pub(crate) struct TestClock {
    wall: AtomicI64,
    monotonic: AtomicU64,
}

impl TestClock {
    pub(crate) fn advance(&self, by: Duration) {
        let micros = u64::try_from(by.as_micros()).unwrap();
        self.monotonic.fetch_add(micros, Ordering::SeqCst);
        self.wall
            .fetch_add(i64::try_from(micros).unwrap(), Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_microsecond(BEGIN + self.wall.load(Ordering::SeqCst)).unwrap()
    }

    fn monotonic(&self) -> Duration {
        Duration::from_micros(self.monotonic.load(Ordering::SeqCst))
    }
}
