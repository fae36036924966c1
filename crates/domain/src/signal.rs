//! One message from a device: what was on the wire, before anybody decides what it means for people.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::alarm::{AlarmKind, Flag};
use crate::ids::DeviceId;
use crate::private::RawSignal;

/// A message from a device, as a protocol's codec read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signal {
    /// How it came.
    pub source: Source,
    /// The declared device that sent it, if it is known.
    pub device: Option<DeviceId>,
    /// What it reports, in the order of the wire; empty when nothing could be read.
    pub reports: Vec<Report>,
    /// What was wrong with it.
    pub flags: BTreeSet<Flag>,
    /// When it happened by the device's own clock, if it said so.
    pub occurred: Option<Timestamp>,
    /// Its bytes and texts, which are sealed.
    pub raw: RawSignal,
}

/// Where a signal came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The wire protocol.
    pub protocol: Protocol,
    /// The sender's network address, without its port.
    pub address: String,
    /// The account number it gave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// The receiver number it gave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receiver: Option<String>,
    /// The account prefix it gave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
    /// Its sequence number, 1–9999.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sequence: Option<u16>,
    /// What makes a repeated frame the same frame: a hash of account, sequence and content, time stamp and padding
    /// aside.
    pub fingerprint: Fingerprint,
}

impl Source {
    /// The line whose sequence numbers count together.
    #[must_use]
    pub fn line(&self) -> Line {
        Line {
            account: self.account.clone(),
            receiver: self.receiver.clone(),
            prefix: self.prefix.clone(),
        }
    }
}

/// Senders that share one count of sequence numbers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Line {
    account: Option<String>,
    receiver: Option<String>,
    prefix: Option<String>,
}

/// The first 16 bytes of a SHA-256 over what makes two frames the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Fingerprint(pub [u8; 16]);

impl From<Fingerprint> for String {
    fn from(fingerprint: Fingerprint) -> Self {
        hex::encode(fingerprint.0)
    }
}

impl TryFrom<String> for Fingerprint {
    type Error = hex::FromHexError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let mut bytes = [0; 16];
        hex::decode_to_slice(text, &mut bytes)?;
        Ok(Self(bytes))
    }
}

/// A wire protocol of devices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Protocol {
    /// ANSI/SIA DC-09.
    Dc09,
}

/// One event inside a signal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The code as sent: `PA`, `1120`, …
    pub code: String,
    /// What the code means.
    pub meaning: Meaning,
    /// The panel's own zone, point or user number, as sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<String>,
    /// The panel's own area or partition, as sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
}

/// What a code means for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Meaning {
    /// Help is needed.
    Alarm(AlarmKind),
    /// Help is needed, and the place must stay quiet: the code itself says so.
    SilentAlarm(AlarmKind),
    /// What was wrong is over. It never closes an alarm: a person does.
    Restore(AlarmKind),
    /// Somebody cancelled at the panel. It never closes an alarm: it may have been done under duress.
    Cancel,
    /// A test, automatic or by hand.
    Test,
    /// Somebody armed or disarmed.
    OpenClose,
    /// The device is alive.
    Supervision,
    /// A code that Saqta does not know: an alarm, flagged.
    Unknown,
}

impl Meaning {
    /// Whether the code itself says that the place must stay quiet.
    #[must_use]
    pub fn is_silent(self) -> bool {
        matches!(self, Self::SilentAlarm(_))
    }

    /// The kind of alarm that is asked for, loudly or silently.
    #[must_use]
    pub fn alarm(self) -> Option<AlarmKind> {
        match self {
            Self::Alarm(kind) | Self::SilentAlarm(kind) => Some(kind),
            _ => None,
        }
    }
}
