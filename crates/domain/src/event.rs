//! Domain facts, past tense, as they stand in the journal.
//!
//! An [`Event`] has a type name, a schema version and a JSON body; a [`Draft`] is an event on its way into the
//! journal, with its stream, its site and what is to be sealed; a [`Recorded`] is one that came out of it.
//! Bodies once written are never rewritten: [`Event::decode`] reads every schema version ever written.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::account;
use crate::alarm::fact;
use crate::declaration::AccountFact;
use crate::device::Device;
use crate::ids::{AccountId, AlarmId, InjuryId, SiteId, TokenId};
use crate::import;
use crate::injury;
use crate::post::Post;
use crate::private::Private;
use crate::release::ReleasePublished;
use crate::series::Series;
use crate::signal::{Report, Source};
use crate::site::Site;
use crate::token::{Holder, TokenHash};
use crate::zone::Zone;

/// Defines [`Event`] with its type names and schema versions in one list.
macro_rules! events {
    ($($(#[$doc:meta])* $name:literal, $schema:literal => $variant:ident($body:ty)),* $(,)?) => {
        /// Something that became true.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Event {
            $($(#[$doc])* $variant($body),)*
        }

        impl Event {
            /// Every type name with the schema version that is written today.
            pub const TYPES: &'static [(&'static str, u16)] = &[$(($name, $schema)),*];

            /// The type name, `subject.past-tense`.
            #[must_use]
            pub fn name(&self) -> &'static str {
                match self {
                    $(Self::$variant(_) => $name,)*
                }
            }

            /// The schema version of the body.
            #[must_use]
            pub fn schema(&self) -> u16 {
                match self {
                    $(Self::$variant(_) => $schema,)*
                }
            }

            /// The public body, plain JSON.
            ///
            /// # Errors
            /// Only if the body cannot be written as JSON, which no body here can.
            pub fn body(&self) -> Result<Vec<u8>, serde_json::Error> {
                match self {
                    $(Self::$variant(body) => serde_json::to_vec(body),)*
                }
            }

            /// Reads a stored event.
            ///
            /// # Errors
            /// [`Unreadable`] for an unknown type, a schema newer than this program, or a body that does not fit.
            pub fn decode(name: &str, schema: u16, body: &[u8]) -> Result<Self, Unreadable> {
                match (name, schema) {
                    $(($name, $schema) => serde_json::from_slice(body).map(Self::$variant).map_err(|error| {
                        Unreadable::Body { name: $name, problem: error.to_string() }
                    }),)*
                    _ => Err(Unreadable::Type { name: name.to_owned(), schema }),
                }
            }
        }
    };
}

events! {
    /// The log began.
    "log.opened", 1 => LogOpened(LogOpened),
    /// The log went on under a new origin, after a restore.
    "log.restored", 1 => LogRestored(LogRestored),
    /// The log before this one was damaged and set aside.
    "log.set-aside", 1 => LogSetAside(LogSetAside),
    /// The wall clock went back or jumped ahead.
    "clock.stepped", 1 => ClockStepped(ClockStepped),
    /// A snapshot of the live state was taken; its digest stands here, so that the file can be checked.
    "state.snapshotted", 1 => Snapshotted(Snapshotted),
    /// A site was declared or changed.
    "site.declared", 1 => SiteDeclared(Site),
    /// A zone was declared or changed.
    "zone.declared", 1 => ZoneDeclared(Zone),
    /// A post was declared or changed.
    "post.declared", 1 => PostDeclared(Post),
    /// A device was declared or changed; its key is sealed.
    "device.declared", 1 => DeviceDeclared(Device),
    /// An account was declared or changed; who it is, is sealed.
    "account.declared", 1 => AccountDeclared(AccountFact),
    /// An access token was made.
    "token.issued", 1 => TokenIssued(TokenIssued),
    /// An access token was revoked.
    "token.revoked", 1 => TokenRevoked(TokenRevoked),
    /// A subject's key was destroyed.
    "subject.erased", 1 => SubjectErased(SubjectErased),
    /// Somebody opened a sealed part.
    "seal.opened", 1 => SealOpened(SealOpened),
    /// A signal came that is no alarm.
    "signal.recorded", 1 => SignalRecorded(SignalRecorded),
    /// Somebody called for help.
    "alarm.raised", 1 => AlarmRaised(fact::Raised),
    /// Somebody saw it and took it.
    "alarm.acknowledged", 1 => AlarmAcknowledged(fact::Moved),
    /// Somebody is on the way.
    "alarm.responding", 1 => AlarmResponding(fact::Moved),
    /// Somebody is on the scene.
    "alarm.attended", 1 => AlarmAttended(fact::Moved),
    /// It is over.
    "alarm.closed", 1 => AlarmClosed(fact::Closed),
    /// Somebody else must take it.
    "alarm.released", 1 => AlarmReleased(fact::Moved),
    /// It is not over after all.
    "alarm.reopened", 1 => AlarmReopened(fact::Moved),
    /// The presser says it was otherwise: open again, for a dispatcher.
    "alarm.contested", 1 => AlarmContested(fact::Moved),
    /// Somebody wrote about it; the text is sealed.
    "alarm.noted", 1 => AlarmNoted(fact::Moved),
    /// The device sent its frame again.
    "alarm.repeated", 1 => AlarmRepeated(fact::Repeated),
    /// A good frame followed a bad one.
    "alarm.joined", 1 => AlarmJoined(fact::Joined),
    /// The device said something more.
    "alarm.signalled", 1 => AlarmSignalled(fact::Signalled),
    /// An injury was reported for the first time; who was hurt is sealed.
    "injury.recorded", 1 => InjuryRecorded(injury::fact::InjuryRecorded),
    /// Another reporter reported a known injury.
    "injury.reported", 1 => InjuryReported(injury::fact::InjuryReported),
    /// A reporter says anew what is known of an injury.
    "injury.revised", 1 => InjuryRevised(injury::fact::InjuryReported),
    /// There was no such injury; the reason is sealed.
    "injury.withdrawn", 1 => InjuryWithdrawn(injury::fact::InjuryWithdrawn),
    /// A file began to be brought into the register.
    "import.begun", 1 => ImportBegun(import::ImportBegun),
    /// All of a file is in the register, and counts.
    "import.completed", 1 => ImportCompleted(import::ImportCompleted),
    /// Nothing that a file brought counts any more.
    "import.withdrawn", 1 => ImportWithdrawn(import::ImportWithdrawn),
    /// Figures that others count were taken in.
    "series.recorded", 1 => SeriesRecorded(Series),
    /// Figures were published.
    "release.published", 1 => ReleasePublished(ReleasePublished),
}

impl Event {
    /// Whether it makes a closed alarm an open one, so that whoever replays needs the alarm's past.
    #[must_use]
    pub fn reopens(&self) -> bool {
        matches!(self, Self::AlarmReopened(_) | Self::AlarmContested(_))
    }

    /// The injury it is about, if it is about one.
    #[must_use]
    pub fn injury(&self) -> Option<InjuryId> {
        match self {
            Self::InjuryRecorded(fact) => Some(fact.injury),
            Self::InjuryReported(fact) | Self::InjuryRevised(fact) => Some(fact.injury),
            Self::InjuryWithdrawn(fact) => Some(fact.injury),
            _ => None,
        }
    }

    /// The alarm it is about, if it is about one.
    #[must_use]
    pub fn alarm(&self) -> Option<AlarmId> {
        match self {
            Self::AlarmRaised(fact) => Some(fact.alarm),
            Self::AlarmAcknowledged(fact)
            | Self::AlarmResponding(fact)
            | Self::AlarmAttended(fact)
            | Self::AlarmReleased(fact)
            | Self::AlarmReopened(fact)
            | Self::AlarmContested(fact)
            | Self::AlarmNoted(fact) => Some(fact.alarm),
            Self::AlarmClosed(fact) => Some(fact.alarm),
            Self::AlarmRepeated(fact) => Some(fact.alarm),
            Self::AlarmJoined(fact) => Some(fact.alarm),
            Self::AlarmSignalled(fact) => Some(fact.alarm),
            _ => None,
        }
    }
}

/// A stored event that this program cannot read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Its type or schema version is unknown.
    #[error("events of type {name} schema {schema} need a newer program")]
    Type {
        /// The type.
        name: String,
        /// The schema version.
        schema: u16,
    },
    /// Its body does not fit its type.
    #[error("the body of an event of type {name} cannot be read: {problem}")]
    Body {
        /// The type.
        name: &'static str,
        /// What is wrong.
        problem: String,
    },
}

/// The name of a stream: what the events of one thing share.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Stream(pub String);

impl Stream {
    /// The log's own stream.
    #[must_use]
    pub fn log() -> Self {
        Self("log".to_owned())
    }

    /// The stream of one thing.
    pub fn of(what: &str, id: impl fmt::Display) -> Self {
        Self(format!("{what}:{id}"))
    }

    /// An injury's stream.
    #[must_use]
    pub fn injury(id: InjuryId) -> Self {
        Self::of("injury", id)
    }

    /// Where it stands who opened what is sealed at a position.
    #[must_use]
    pub fn opening_of(position: u64) -> Self {
        Self::of("seal", position)
    }

    /// Where it stands who erased who was hurt.
    #[must_use]
    pub fn erasure_of(injury: InjuryId) -> Self {
        Self::of("injured", injury)
    }

    /// An alarm's stream.
    #[must_use]
    pub fn alarm(id: AlarmId) -> Self {
        Self::of("alarm", id)
    }
}

/// An event on its way into the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The stream it belongs to.
    pub stream: Stream,
    /// The site it concerns.
    pub site: Option<SiteId>,
    /// The event.
    pub event: Event,
    /// What is sealed with it.
    pub sealed: Vec<Sealing>,
}

/// A part to be sealed under a subject's key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealing {
    /// Whose key: `account:UUID`, `device:ID`, or a sender nobody knows.
    pub subject: String,
    /// What.
    pub private: Private,
}

/// An event that stands in the journal, with the sealed parts that could be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Its position, from 1.
    pub position: u64,
    /// When it was recorded.
    pub at: Timestamp,
    /// Who caused it.
    pub actor: Option<AccountId>,
    /// The site it concerns.
    pub site: Option<SiteId>,
    /// Its stream.
    pub stream: Stream,
    /// Its version within the stream.
    pub version: u64,
    /// The event.
    pub event: Event,
    /// Its sealed parts; those of erased subjects are missing.
    pub private: Vec<Private>,
}

impl Recorded {
    /// The texts of the signal that was sealed with it, if it had any and they can still be opened.
    #[must_use]
    pub fn signal_text(&self) -> Option<&str> {
        self.private.iter().find_map(|private| match private {
            Private::Signal(raw) => raw.text.as_deref(),
            _ => None,
        })
    }

    /// The note that was sealed with it, if there is one and it can still be opened.
    #[must_use]
    pub fn note(&self) -> Option<&str> {
        self.private.iter().find_map(|private| match private {
            Private::Note(text) => Some(text.as_str()),
            _ => None,
        })
    }
}

/// `log.opened`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogOpened {
    /// The origin line of the log's checkpoints.
    pub origin: String,
    /// The verifier key in C2SP signed-note form.
    pub key: String,
}

/// `log.restored`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogRestored {
    /// The new origin line.
    pub origin: String,
    /// The new verifier key.
    pub key: String,
    /// The origin line before.
    pub previous_origin: String,
    /// How many entries the log had.
    pub size: u64,
    /// Its root hash at that size, in hex.
    pub root: String,
}

/// `log.set-aside`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogSetAside {
    /// Where the damaged log was put, inside the data folder.
    pub folder: String,
    /// What was wrong with it.
    pub problem: String,
    /// How many of its entries could be read.
    pub readable: u64,
}

/// `clock.stepped`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockStepped {
    /// What time it would have been.
    pub from: Timestamp,
    /// What time the clock says.
    pub to: Timestamp,
}

/// `state.snapshotted`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshotted {
    /// The position up to which it goes.
    pub position: u64,
    /// SHA-256 of the snapshot's bytes, in hex.
    pub digest: String,
}

/// `token.issued`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenIssued {
    /// The token's id.
    pub token: TokenId,
    /// Who it speaks for.
    pub holder: Holder,
    /// Its hash. A token has 256 random bits, so its hash gives nothing away.
    pub hash: TokenHash,
}

/// `token.revoked`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenRevoked {
    /// The token.
    pub token: TokenId,
}

/// `subject.erased`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubjectErased {
    /// Whose key was destroyed.
    pub subject: String,
}

impl SubjectErased {
    /// Whether the subject is this account.
    #[must_use]
    pub fn is_account(&self, account: AccountId) -> bool {
        self.subject == account::subject(account)
    }
}

/// `seal.opened`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealOpened {
    /// The position of the entry whose sealed parts were opened.
    pub position: u64,
}

/// `signal.recorded`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignalRecorded {
    /// Where it came from.
    pub source: Source,
    /// The declared device that sent it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<crate::ids::DeviceId>,
    /// What it reported.
    pub reports: Vec<Report>,
    /// When it happened by the device's own clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occurred: Option<Timestamp>,
    /// What was wrong with it.
    #[serde(default, skip_serializing_if = "std::collections::BTreeSet::is_empty")]
    pub flags: std::collections::BTreeSet<crate::alarm::Flag>,
}
