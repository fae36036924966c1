//! What became true of an alarm: the public bodies of its events. Times and actors are the entry's own.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ids::{AlarmId, DeviceId, SituationId, ZoneId};
use crate::signal::{Report, Source};

use super::kind::{AlarmKind, Factor, Flag, Origin, Outcome};

/// `alarm.raised`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Raised {
    /// The alarm.
    pub alarm: AlarmId,
    /// Its kind.
    pub kind: AlarmKind,
    /// Whether the place it came from must stay quiet. Consoles always sound.
    pub silent: bool,
    /// Who raised it.
    pub origin: Origin,
    /// Where help is needed, if known.
    pub zone: Option<ZoneId>,
    /// What raised it, if it was a device or named one.
    pub device: Option<DeviceId>,
    /// The device that pressed, if it named another one in its press: it may see and contest its own call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raised_from: Option<DeviceId>,
    /// When somebody pressed, by the presser's own clock, if the press said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pressed_at: Option<Timestamp>,
    /// The situation it belongs to, alone or with others.
    pub situation: SituationId,
    /// What was uncertain.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub flags: BTreeSet<Flag>,
    /// The signal that raised it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signal: Option<SignalFact>,
    /// What an Idempotency-Key was used for, in hex, so that a repeated press finds its first answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<RequestFact>,
}

/// The use of an Idempotency-Key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestFact {
    /// Hash of who used which key.
    pub key: crate::signal::Fingerprint,
    /// Hash of the body it was used for.
    pub body: crate::signal::Fingerprint,
}

/// The public part of a signal that concerns an alarm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignalFact {
    /// Where it came from.
    pub source: Source,
    /// The event inside it, unless nothing could be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<Report>,
    /// When it happened by the device's own clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occurred: Option<Timestamp>,
}

/// `alarm.acknowledged`, `alarm.responding`, `alarm.attended`, `alarm.released`, `alarm.reopened`,
/// `alarm.contested`, `alarm.noted`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// The alarm.
    pub alarm: AlarmId,
}

/// `alarm.closed`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// The alarm.
    pub alarm: AlarmId,
    /// How it ended.
    pub outcome: Outcome,
    /// What contributed to it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub factors: BTreeSet<Factor>,
}

/// `alarm.repeated`: the device sent the frame again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repeated {
    /// The alarm that the frame raised.
    pub alarm: AlarmId,
    /// The frame.
    pub source: Source,
}

/// `alarm.joined`: a good frame followed one whose checksum was wrong, and says what it meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joined {
    /// The alarm that the bad frame raised.
    pub alarm: AlarmId,
    /// The kind by the good frame.
    pub kind: AlarmKind,
    /// The zone by the good frame.
    pub zone: Option<ZoneId>,
    /// The device by the good frame.
    pub device: Option<DeviceId>,
    /// What is still uncertain.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub flags: BTreeSet<Flag>,
    /// The good frame.
    pub signal: SignalFact,
}

/// `alarm.signalled`: the device said something more (a restore, a cancel; or a press once more, good, of which this
/// alarm is a damaged copy). That never closes the alarm and clears no flag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signalled {
    /// The alarm.
    pub alarm: AlarmId,
    /// What it said.
    pub signal: SignalFact,
}
