//! Figures of a listener since it started.

use std::sync::atomic::{AtomicU64, Ordering};

use super::reading::Reading;

macro_rules! counters {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// Figures of a listener since it started; each only ever grows, but `connections_open`.
        #[derive(Debug, Default)]
        pub struct Counters {
            $($(#[$doc])* pub $name: AtomicU64,)*
        }

        impl Counters {
            /// Every figure with its name, for the metrics page.
            #[must_use]
            pub fn all(&self) -> Vec<(&'static str, u64)> {
                vec![$((stringify!($name), self.$name.load(Ordering::Relaxed)),)*]
            }
        }
    };
}

counters! {
    /// Frames of the protocol, sound or not.
    frames,
    /// Signs of life among them.
    supervisions,
    /// Chunks with neither a quoted id nor an account.
    noise,
    /// Blocks of Galaxy "SIA over IP".
    galaxy,
    /// Frames that only a receiver sends.
    stray_answers,
    /// Frames whose checksum was wrong in every variant.
    bad_checksum,
    /// Frames that no key fitted.
    undecryptable,
    /// Frames in clear with a wrong clock.
    wrong_clock,
    /// `ACK`s sent.
    ack,
    /// `NAK`s sent.
    nak,
    /// `DUH`s sent.
    duh,
    /// Signals that could not be made durable and were not answered.
    not_recorded,
    /// Connections taken in.
    connections,
    /// Connections open now.
    connections_open,
    /// Connections that could not be taken in.
    accept_errors,
    /// Datagrams received.
    datagrams,
}

impl Counters {
    /// Counts what came.
    pub(crate) fn count(&self, reading: &Reading) {
        let kind = match reading {
            Reading::WrongClock(_) => Some(&self.wrong_clock),
            // Counted by their answers.
            Reading::Good(_) | Reading::Stale(_) | Reading::Unreadable(_) => None,
            Reading::Damaged(_) => Some(&self.bad_checksum),
            Reading::Undecryptable(_) => Some(&self.undecryptable),
            Reading::Answer => Some(&self.stray_answers),
            Reading::Galaxy => Some(&self.galaxy),
            Reading::Noise => Some(&self.noise),
        };
        kind.into_iter().for_each(add);
        if let Some(message) = reading.message() {
            add(&self.frames);
            if message.supervision {
                add(&self.supervisions);
            }
        }
    }
}

pub(crate) fn add(counter: &AtomicU64) {
    counter.fetch_add(1, Ordering::Relaxed);
}
