//! Frames that wait for their answer, in the order in which they came.
//!
//! A frame is handed in at once and answered when it is durable; many are under way together. An answer leaves only
//! when every frame before it has left, because a panel may count answers instead of comparing numbers.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::task::{Context, Poll};

use jiff::Timestamp;
use saqta_domain::alarm::{AlarmKind, Flag};
use saqta_domain::ids::DeviceId;
use saqta_domain::signal::Meaning;

use super::counters::{Counters, add};
use super::desk::{Desk, Missed, NotTaken, Taking};
use super::reading::{Directory, Message, Read, Reading, read};

/// How many frames may wait for their answer before no more are read. The network then holds back the sender;
/// nothing is dropped.
pub(crate) const MOST_UNANSWERED: usize = 1_024;

/// Frames that wait for their answer. `To` is where the answer goes.
pub(crate) struct Inbox<'a, D, To> {
    desk: &'a D,
    counters: &'a Counters,
    waiting: VecDeque<(To, Waiting)>,
    /// How many chunks were no frames.
    strays: u64,
}

enum Waiting {
    /// Nothing to make durable.
    Ready(Reply),
    /// Under way to the journal.
    Taking {
        taking: Taking,
        reply: Reply,
        heard: Option<DeviceId>,
        call: Option<Missed>,
    },
}

/// What to answer.
struct Reply {
    bytes: Option<Vec<u8>>,
    kind: Kind,
}

#[derive(Clone, Copy)]
enum Kind {
    Ack,
    Nak,
    Duh,
    None,
}

/// The circumstances in which a piece of input is read.
pub(crate) struct Moment<'m> {
    /// The wall clock's time.
    pub(crate) now: Timestamp,
    /// The declared devices.
    pub(crate) devices: &'m (dyn Directory + Send + Sync),
    /// The sender's address, without its port.
    pub(crate) address: &'m str,
}

impl<'a, D: Desk, To> Inbox<'a, D, To> {
    pub(crate) fn new(desk: &'a D, counters: &'a Counters) -> Self {
        Self {
            desk,
            counters,
            waiting: VecDeque::new(),
            strays: 0,
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    pub(crate) fn is_full(&self) -> bool {
        self.waiting.len() >= MOST_UNANSWERED
    }

    /// Takes in one chunk; says whether it was a frame.
    pub(crate) fn take(&mut self, to: To, chunk: Vec<u8>, moment: &Moment<'_>) -> bool {
        let Read { reading, answer } = read(&chunk, moment.now, moment.devices);
        self.counters.count(&reading);
        self.log(&reading, moment.address, chunk.len());
        let trusted = matches!(
            reading,
            Reading::Good(_) | Reading::WrongClock(_) | Reading::Stale(_) | Reading::Unreadable(_)
        );
        let (kind, message) = match reading {
            Reading::Good(message) | Reading::WrongClock(message) => (Kind::Ack, message),
            Reading::Stale(message) => (Kind::Nak, message),
            Reading::Damaged(message) => (Kind::None, message),
            Reading::Unreadable(message) | Reading::Undecryptable(message) => (Kind::Duh, message),
            Reading::Answer | Reading::Galaxy | Reading::Noise => return false,
        };
        let reply = Reply { bytes: answer, kind };
        let heard = message.device.clone().filter(|_| trusted);
        if message.supervision {
            heard.iter().for_each(|device| self.desk.heard(device));
            self.waiting.push_back((to, Waiting::Ready(reply)));
            return true;
        }
        let call = call(&message);
        let taking = self
            .desk
            .take(message.into_signal(moment.address.to_owned(), chunk));
        self.waiting.push_back((
            to,
            Waiting::Taking {
                taking,
                reply,
                heard,
                call,
            },
        ));
        true
    }

    /// Waits until the first frames can be answered, and gives their answers to `send` in order.
    pub(crate) async fn settle(&mut self, mut send: impl FnMut(To, Vec<u8>)) {
        poll_fn(|context| self.poll_settle(context, &mut send)).await;
    }

    fn poll_settle(&mut self, context: &mut Context<'_>, send: &mut impl FnMut(To, Vec<u8>)) -> Poll<()> {
        let mut settled = Poll::Pending;
        while let Some((_, first)) = self.waiting.front_mut() {
            let taken = match first {
                Waiting::Ready(_) => Ok(()),
                Waiting::Taking { taking, .. } => match taking.as_mut().poll(context) {
                    Poll::Ready(taken) => taken,
                    Poll::Pending => break,
                },
            };
            settled = Poll::Ready(());
            if let Some((to, waiting)) = self.waiting.pop_front()
                && let Some(bytes) = self.finish(waiting, taken)
            {
                send(to, bytes);
            }
        }
        settled
    }

    fn finish(&self, waiting: Waiting, taken: Result<(), NotTaken>) -> Option<Vec<u8>> {
        let reply = match waiting {
            Waiting::Ready(reply) => reply,
            Waiting::Taking {
                reply, heard, call, ..
            } => {
                heard.iter().for_each(|device| self.desk.heard(device));
                if let Err(error) = taken {
                    add(&self.counters.not_recorded);
                    tracing::error!(%error, "a panel's frame stays unanswered, so that it is sent again");
                    call.into_iter().for_each(|call| self.desk.missed(call));
                    return None;
                }
                reply
            }
        };
        let bytes = reply.bytes?;
        match reply.kind {
            Kind::Ack => add(&self.counters.ack),
            Kind::Nak => add(&self.counters.nak),
            Kind::Duh => add(&self.counters.duh),
            Kind::None => {}
        }
        Some(bytes)
    }

    fn log(&mut self, reading: &Reading, address: &str, bytes: usize) {
        let Some(message) = reading.message() else {
            return self.log_stray(reading, address, bytes);
        };
        let account = message.account.as_deref().unwrap_or_default();
        match reading {
            Reading::WrongClock(_) => tracing::info!(address, account, "a panel's clock is wrong"),
            Reading::Stale(_) => tracing::warn!(address, account, "an encrypted frame bears a wrong time"),
            Reading::Damaged(_) => tracing::warn!(address, account, bytes, "a frame's checksum is wrong"),
            Reading::Unreadable(_) => tracing::warn!(address, account, "a frame's id is none that is known"),
            Reading::Undecryptable(_) => tracing::warn!(address, account, "no key fits an encrypted frame"),
            _ => {}
        }
    }

    /// The first, second, fourth, eighth … is logged: whoever sends nothing but noise must not fill the log.
    fn log_stray(&mut self, reading: &Reading, address: &str, bytes: usize) {
        self.strays += 1;
        let count = self.strays;
        if !count.is_power_of_two() {
            return;
        }
        match reading {
            Reading::Galaxy => {
                tracing::warn!(
                    address,
                    count,
                    "a panel speaks Galaxy \"SIA over IP\"; set it to SIA DC-09"
                );
            }
            Reading::Answer => tracing::info!(address, count, "an answer came where frames are expected"),
            _ => tracing::info!(address, bytes, count, "noise: neither a quoted id nor an account"),
        }
    }
}

/// Whether somebody may be calling for help by it, and for which.
fn call(message: &Message) -> Option<Missed> {
    let kinds = message.reports.iter().filter_map(|report| match report.meaning {
        Meaning::Unknown => Some(None),
        meaning => meaning.alarm().map(Some),
    });
    let gravest: Option<Option<AlarmKind>> = kinds.min_by_key(|kind| kind.map_or(0, AlarmKind::gravity));
    let doubtful = message.reports.is_empty() || message.flags.contains(&Flag::BadChecksum);
    let kind = gravest.or(doubtful.then_some(None))?;
    Some(Missed {
        fingerprint: message.fingerprint,
        kind,
        device: message.device.clone(),
    })
}
