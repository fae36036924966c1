//! What one chunk from the wire is, what it says, and what it deserves as an answer.
//!
//! The cast: a chunk becomes a [`Reading`]; most readings carry a [`Message`], which becomes the domain's `Signal`;
//! a [`Directory`] says which declared devices ([`Known`]) an account may mean, with their keys and encodings.
//!
//! A reading only says what was on the wire. Whether it is an alarm is the domain's decision. The answer that comes
//! with it must not be sent before the message is durable.

use std::collections::BTreeSet;

use jiff::Timestamp;
use saqta_domain::alarm::Flag;
use saqta_domain::device::{CipherKey, Encoding};
use saqta_domain::ids::DeviceId;
use saqta_domain::private::RawSignal;
use saqta_domain::signal::{Fingerprint, Meaning, Protocol, Report, Signal, Source};

use super::content::{self, Content};
use super::data::Data;
use super::frame::{Checksum, Frame, Id, NoFrame};
use super::text::ascii;
use super::timestamp::Clock;
use super::{answer, fingerprint, xdata};

/// The declared devices, as far as a frame's reader must know them.
pub trait Directory {
    /// The devices that an account may mean, the most specific first: a device without receiver or prefix matches
    /// any, one with them only its own.
    fn candidates(&self, account: &str, receiver: Option<&str>, prefix: Option<&str>) -> Vec<Known<'_>>;
}

/// A declared device that speaks SIA DC-09.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known<'d> {
    /// Its id.
    pub device: &'d DeviceId,
    /// How its texts are encoded.
    pub encoding: Encoding,
    /// Its key, if it encrypts.
    pub key: Option<&'d CipherKey>,
}

/// What a chunk is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A sound frame. Answer: `ACK`.
    Good(Message),
    /// A sound frame in clear with a time stamp outside the window. Answer: `ACK`, because what it says still holds.
    WrongClock(Message),
    /// A sound encrypted frame whose time stamp is outside the window or missing: it may be an old one played again.
    /// Answer: the `NAK` that sets the panel's clock, after which the panel sends it anew.
    Stale(Message),
    /// The checksum is wrong in every variant. Answer: none, so that the panel sends it again.
    Damaged(Message),
    /// A sound frame whose id is none that is known. Answer: `DUH`; it is kept, and may be somebody's call for help.
    Unreadable(Message),
    /// No key fits. Answer: `DUH`; the panel should not repeat what will never be understood, but say so.
    Undecryptable(Message),
    /// What only a receiver says (`ACK`, `NAK`, `DUH`): logged.
    Answer,
    /// A block of Galaxy "SIA over IP", another protocol: logged.
    Galaxy,
    /// Neither a quoted id nor an account: logged and counted.
    Noise,
}

impl Reading {
    /// The message, if there is one.
    #[must_use]
    pub fn message(&self) -> Option<&Message> {
        match self {
            Self::Good(message)
            | Self::WrongClock(message)
            | Self::Stale(message)
            | Self::Damaged(message)
            | Self::Unreadable(message)
            | Self::Undecryptable(message) => Some(message),
            Self::Answer | Self::Galaxy | Self::Noise => None,
        }
    }
}

/// What a frame says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The account in the header, or else the one inside the brackets.
    pub account: Option<String>,
    /// The receiver number after `R`.
    pub receiver: Option<String>,
    /// The account prefix after `L`.
    pub prefix: Option<String>,
    /// The sequence number.
    pub sequence: Option<u16>,
    /// What makes a repeated frame the same.
    pub fingerprint: Fingerprint,
    /// The device that it comes from, if the account is declared.
    pub device: Option<DeviceId>,
    /// Whether it is nothing but a sign of life (`NULL`).
    pub supervision: bool,
    /// What it reports, in its order.
    pub reports: Vec<Report>,
    /// The texts in it, decoded.
    pub text: Option<String>,
    /// When it happened, by the panel's clock.
    pub occurred: Option<Timestamp>,
    /// What was wrong with it.
    pub flags: BTreeSet<Flag>,
}

impl Message {
    /// The signal that came from `address` as these `bytes`.
    #[must_use]
    pub fn into_signal(self, address: String, bytes: Vec<u8>) -> Signal {
        Signal {
            source: Source {
                protocol: Protocol::Dc09,
                address,
                account: self.account,
                receiver: self.receiver,
                prefix: self.prefix,
                sequence: self.sequence,
                fingerprint: self.fingerprint,
            },
            device: self.device,
            reports: self.reports,
            flags: self.flags,
            occurred: self.occurred,
            raw: RawSignal {
                bytes,
                text: self.text,
            },
        }
    }
}

/// A reading and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// What came.
    pub reading: Reading,
    /// What to answer once it is durable.
    pub answer: Option<Vec<u8>>,
}

/// Reads one chunk of a [`super::framing::Deframer`].
#[must_use]
pub fn read(chunk: &[u8], now: Timestamp, directory: &dyn Directory) -> Read {
    let frame = match Frame::parse(chunk) {
        Ok(frame) => frame,
        Err(NoFrame::Galaxy) => {
            return Read {
                reading: Reading::Galaxy,
                answer: None,
            };
        }
        Err(NoFrame::Noise) => {
            return Read {
                reading: Reading::Noise,
                answer: None,
            };
        }
    };
    if matches!(frame.id, Id::Answer(_)) {
        return Read {
            reading: Reading::Answer,
            answer: None,
        };
    }
    if frame.encrypted {
        read_encrypted(&frame, now, directory)
    } else {
        read_clear(&frame, now, directory)
    }
}

fn read_clear(frame: &Frame<'_>, now: Timestamp, directory: &dyn Directory) -> Read {
    let content = Content::parse(frame.content);
    let clock = Clock::judge(content.stamp, now);
    let sender = Sender::find(frame, &content, directory);
    let has_key = sender.device.is_some_and(|known| known.key.is_some());
    let mut message = message(frame, &content, clock, sender);
    if has_key {
        message.flags.insert(Flag::NotEncrypted);
    }
    if frame.checksum == Checksum::Wrong {
        return damaged(message);
    }
    let right = matches!(clock, Clock::Absent | Clock::Right(_));
    if !right {
        message.flags.insert(Flag::WrongClock);
    }
    if let Id::Other(_) = frame.id {
        return unreadable(frame, message);
    }
    let answer = answer::ack(frame, None, now);
    let reading = if right {
        Reading::Good(message)
    } else {
        Reading::WrongClock(message)
    };
    Read { reading, answer }
}

fn read_encrypted(frame: &Frame<'_>, now: Timestamp, directory: &dyn Directory) -> Read {
    let candidates = candidates(frame, frame.account, directory);
    let opened = candidates.iter().find_map(|known| {
        let key = known.key?;
        content::decrypt(key, frame.content).map(|text| (known, key, text))
    });
    let Some((known, key, text)) = opened else {
        return undecryptable(frame, candidates.into_iter().next());
    };

    let content = Content::parse(&text);
    let clock = Clock::judge(content.stamp, now);
    let sender = Sender {
        account: frame.account.map(ascii),
        device: Some(*known),
    };
    let mut message = message(frame, &content, clock, sender);
    if frame.checksum == Checksum::Wrong {
        return damaged(message);
    }
    if let Clock::Right(_) = clock {
        if let Id::Other(_) = frame.id {
            return unreadable(frame, message);
        }
        let answer = answer::ack(frame, Some(key), now);
        return Read {
            reading: Reading::Good(message),
            answer,
        };
    }
    message.flags.insert(Flag::WrongClock);
    Read {
        reading: Reading::Stale(message),
        answer: Some(answer::nak(frame, now)),
    }
}

fn damaged(mut message: Message) -> Read {
    message.flags.insert(Flag::BadChecksum);
    Read {
        reading: Reading::Damaged(message),
        answer: None,
    }
}

/// It came whole, and nobody here knows what it is.
fn unreadable(frame: &Frame<'_>, mut message: Message) -> Read {
    message.flags.insert(Flag::UnreadableData);
    Read {
        reading: Reading::Unreadable(message),
        answer: answer::duh(frame),
    }
}

fn undecryptable(frame: &Frame<'_>, device: Option<Known<'_>>) -> Read {
    let sender = Sender {
        account: frame.account.map(ascii),
        device,
    };
    let supervision = frame.id == Id::Null;
    let mut message = Message {
        fingerprint: fingerprint::of_undecrypted(frame),
        supervision,
        reports: if supervision {
            vec![sign_of_life()]
        } else {
            Vec::new()
        },
        text: None,
        occurred: None,
        flags: sender.flags(),
        ..Message::of(frame, sender)
    };
    if frame.checksum == Checksum::Wrong {
        return damaged(message);
    }
    message.flags.insert(Flag::Undecryptable);
    Read {
        reading: Reading::Undecryptable(message),
        answer: answer::duh(frame),
    }
}

/// Who sent a frame, as far as the directory knows.
struct Sender<'d> {
    account: Option<String>,
    device: Option<Known<'d>>,
}

impl<'d> Sender<'d> {
    /// By the account in the header; if nobody has that, by the one inside the brackets.
    fn find(frame: &Frame<'_>, content: &Content<'_>, directory: &'d dyn Directory) -> Self {
        let inside = Data::parse(Id::Null, frame.account, content.data).account;
        let device = [frame.account, inside].into_iter().find_map(|account| {
            let known = candidates(frame, account, directory).into_iter().next()?;
            Some(Self {
                account: account.map(ascii),
                device: Some(known),
            })
        });
        device.unwrap_or_else(|| Self {
            account: frame.account.or(inside).map(ascii),
            device: None,
        })
    }

    fn flags(&self) -> BTreeSet<Flag> {
        let flag = match (&self.account, &self.device) {
            (_, Some(_)) => None,
            (Some(_), None) => Some(Flag::UnknownAccount),
            (None, None) => Some(Flag::NoAccount),
        };
        flag.into_iter().collect()
    }
}

fn candidates<'d>(frame: &Frame<'_>, account: Option<&[u8]>, directory: &'d dyn Directory) -> Vec<Known<'d>> {
    let Some(account) = account else { return Vec::new() };
    let (receiver, prefix) = (frame.receiver.map(ascii), frame.prefix.map(ascii));
    directory.candidates(&ascii(account), receiver.as_deref(), prefix.as_deref())
}

fn message(frame: &Frame<'_>, content: &Content<'_>, clock: Clock, sender: Sender<'_>) -> Message {
    let data = Data::parse(frame.id, frame.account, content.data);
    // A damaged frame is believed to be a mere sign of life only if nothing else stands in it.
    let supervision = frame.id == Id::Null
        && (frame.checksum != Checksum::Wrong || content.data.is_empty() || data.account.is_some());
    let reports = if supervision {
        vec![sign_of_life()]
    } else {
        data.reports
    };
    let encoding = sender
        .device
        .as_ref()
        .map(|known| known.encoding)
        .unwrap_or_default();
    let texts = data
        .texts
        .iter()
        .copied()
        .chain(content.xdata.iter().filter_map(|block| xdata::text(block)));
    let texts: Vec<String> = texts.map(|text| xdata::decode(text, encoding)).collect();
    let mut flags = sender.flags();
    if reports.is_empty() {
        flags.insert(Flag::UnreadableData);
    }
    Message {
        fingerprint: fingerprint::of(frame, content),
        supervision,
        reports,
        text: (!texts.is_empty()).then(|| texts.join("; ")),
        occurred: content
            .xdata
            .iter()
            .find_map(|block| xdata::occurred(block))
            .or(clock.time()),
        flags,
        ..Message::of(frame, sender)
    }
}

impl Message {
    fn of(frame: &Frame<'_>, sender: Sender<'_>) -> Self {
        Self {
            account: sender.account,
            receiver: frame.receiver.map(ascii),
            prefix: frame.prefix.map(ascii),
            sequence: frame.sequence_number(),
            fingerprint: Fingerprint([0; 16]),
            device: sender.device.map(|known| known.device.clone()),
            supervision: false,
            reports: Vec::new(),
            text: None,
            occurred: None,
            flags: BTreeSet::new(),
        }
    }
}

fn sign_of_life() -> Report {
    Report {
        code: "NULL".to_owned(),
        meaning: Meaning::Supervision,
        point: None,
        area: None,
    }
}
