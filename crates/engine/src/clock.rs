//! Time and ids as parameters: the program passes the system's, the simulation its own.

use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use saqta_domain::ids::Ids;
use saqta_journal::{Random, random_array};
use uuid::{Builder, Uuid};

/// Where the time comes from.
pub trait Clock: Send + Sync {
    /// The wall clock. It may be set back or ahead at any moment.
    fn now(&self) -> Timestamp;

    /// Time since some fixed moment; it never goes back and no one can set it.
    fn monotonic(&self) -> Duration;
}

/// The machine's clocks.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock {
    start: Instant,
}

impl SystemClock {
    /// A clock whose monotonic time starts now.
    #[must_use]
    pub fn new() -> Self {
        Self {
            start: Instant::now(),
        }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the system's wall clock is read"
    )]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn monotonic(&self) -> Duration {
        self.start.elapsed()
    }
}

/// `UUIDv7` ids from a clock and a random source.
pub struct UuidIds {
    clock: Arc<dyn Clock>,
    random: Box<dyn Random>,
}

impl UuidIds {
    /// Ids that bear a clock's time and a source's randomness.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>, random: Box<dyn Random>) -> Self {
        Self { clock, random }
    }
}

impl Ids for UuidIds {
    fn next(&mut self) -> Uuid {
        let millis = u64::try_from(self.clock.now().as_millisecond()).unwrap_or(0);
        let random: [u8; 10] = random_array(self.random.as_mut());
        Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }
}
