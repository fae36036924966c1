//! What is asked of Saqta.
//!
//! The cast: a [`Principal`] asks by a [`Command`] at an [`Asking`]'s time; the answer is an [`Answer`].

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;

use crate::alarm::{Alarm, Factor, Flag, Outcome};
use crate::decide::{Change, Tally};
use crate::declaration::Declaration;
use crate::ids::{
    AccountId, AlarmId, DeviceId, ImportId, InjuryId, ReleaseId, SeriesId, SituationId, TokenId,
};
use crate::import::Confirmed;
use crate::injury::Details;
use crate::private::{Claim, Injured};
use crate::release::ReleasePublished;
use crate::series::Series;
use crate::signal::{Fingerprint, Signal};
use crate::token::{Holder, TokenHash};

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Principal {
    /// A person.
    Account(AccountId),
    /// A device.
    Device(DeviceId),
    /// Saqta itself, or whoever holds the data folder.
    System,
}

impl Principal {
    /// The person, if it is one.
    #[must_use]
    pub fn account(&self) -> Option<AccountId> {
        match self {
            Self::Account(id) => Some(*id),
            _ => None,
        }
    }
}

impl From<Holder> for Principal {
    fn from(holder: Holder) -> Self {
        match holder {
            Holder::Account(id) => Self::Account(id),
            Holder::Device(id) => Self::Device(id),
        }
    }
}

/// The circumstances of a command.
#[derive(Clone, Debug)]
pub struct Asking {
    /// Who asks.
    pub principal: Principal,
    /// The time that the command's entries will bear: never before the journal's last.
    pub at: Timestamp,
}

/// Something asked of Saqta.
#[derive(Clone, Debug)]
pub enum Command {
    /// Call for help.
    Raise(Press),
    /// Take in a device's message.
    Receive(Box<Signal>),
    /// Move an alarm on.
    Move {
        /// The alarm.
        alarm: AlarmId,
        /// How.
        motion: Motion,
        /// What to write beside it.
        note: Option<String>,
    },
    /// Move on, together, the alarms of a situation that allow it.
    MoveSituation {
        /// The situation.
        situation: SituationId,
        /// How.
        motion: SharedMotion,
        /// How many alarms at most in this command, so that a large situation delays nobody's press.
        limit: usize,
    },
    /// Declare sites, zones, posts, devices, accounts.
    Declare(Box<Declaration>),
    /// Make an access token.
    IssueToken {
        /// Who it speaks for.
        holder: Holder,
        /// Its hash.
        hash: TokenHash,
    },
    /// Revoke an access token.
    RevokeToken(TokenId),
    /// Erase a person: destroys the key of what is sealed about them.
    Erase(AccountId),
    /// Open the sealed parts of an entry.
    OpenSeal {
        /// The entry's position.
        position: u64,
        /// The site it concerns.
        site: crate::ids::SiteId,
    },
    /// Report an injury.
    RecordInjury(Box<InjuryReport>),
    /// Say anew what is known of an injury.
    ReviseInjury {
        /// The injury.
        injury: InjuryId,
        /// All that is known, not only what changed.
        details: Box<Details>,
        /// Why; sealed.
        note: Option<String>,
    },
    /// Take an injury out of the count.
    WithdrawInjury {
        /// The injury.
        injury: InjuryId,
        /// Why; sealed.
        note: Option<String>,
    },
    /// Open who was hurt, for a stated reason.
    OpenInjured {
        /// The injury.
        injury: InjuryId,
        /// The positions of the entries whose sealed parts are opened: reports of this injury.
        positions: Vec<u64>,
        /// Why; sealed.
        reason: String,
    },
    /// Erase who was hurt, for a stated reason: destroys the key of what is sealed about them. The injury keeps counting.
    EraseInjured {
        /// The injury.
        injury: InjuryId,
        /// Why; sealed under the key of whoever erases.
        reason: String,
    },
    /// Begin to bring a file into the register, or go on with it.
    BeginImport {
        /// SHA-256 of the file, in hex.
        digest: String,
        /// What it is called.
        name: Option<String>,
        /// How many rows it has.
        rows: u64,
    },
    /// Record rows of an open import: all of them, or none.
    FillImport {
        /// The import.
        import: ImportId,
        /// The rows: some hundreds, so that no alarm waits behind them.
        reports: Vec<InjuryReport>,
    },
    /// Everything is there: from now on it counts.
    CompleteImport {
        /// The import.
        import: ImportId,
        /// What [`Answer::Imported`] told of earlier imports, over all rows of the file.
        confirmed: Vec<Confirmed>,
    },
    /// Take an import back.
    WithdrawImport(ImportId),
    /// Take in a series that others count.
    RecordSeries(Box<Series>),
    /// Take in the series of a file: all of them, or none.
    RecordSeriesTogether(Vec<Series>),
    /// Publish a release that was computed; its revision must be the next one.
    PublishRelease(Box<ReleasePublished>),
    /// Record a fact about the log or the clock themselves.
    Record(crate::event::Event),
}

/// A report of one person's harm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InjuryReport {
    /// What is known.
    pub details: Details,
    /// The reporter's own number of the case: the same number is the same case.
    pub number: Option<String>,
    /// A number that several reporters use for the same injury.
    pub shared_number: Option<String>,
    /// The alarm in which it happened.
    pub alarm: Option<AlarmId>,
    /// Who was hurt; sealed.
    pub injured: Option<Injured>,
    /// Who used which Idempotency-Key, if one was given.
    pub request: Option<Fingerprint>,
}

/// A call for help as it came: nothing in it can be so wrong that it is refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Press {
    /// The zone it names.
    pub zone: Option<String>,
    /// The device it names.
    pub device: Option<String>,
    /// The kind it names; none is panic.
    pub kind: Option<String>,
    /// Whether the place must stay quiet; none follows the kind.
    pub silent: Option<bool>,
    /// What somebody wrote.
    pub note: Option<String>,
    /// When somebody pressed, by the presser's own clock.
    pub pressed_at: Option<Timestamp>,
    /// What was uncertain before it came here.
    pub flags: BTreeSet<Flag>,
    /// What could not be read.
    pub claim: Claim,
    /// The Idempotency-Key, if one was given.
    pub idempotency: Option<Idempotency>,
}

/// An Idempotency-Key in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Idempotency {
    /// Hash of who used which key.
    pub key: Fingerprint,
    /// Hash of the body.
    pub body: Fingerprint,
}

/// How an alarm is moved on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Motion {
    /// "Seen, I take it."
    Acknowledge,
    /// "On the way."
    Respond,
    /// "On the scene."
    Attend,
    /// "It is over."
    Close {
        /// How it ended.
        outcome: Outcome,
        /// What contributed to it.
        factors: BTreeSet<Factor>,
    },
    /// "Somebody else must take it."
    Release,
    /// "It is not over." From its presser: "it was otherwise".
    Reopen,
    /// Only the note is written.
    Note,
}

/// How the alarms of a situation are moved on together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SharedMotion {
    /// "Seen, I take them."
    Acknowledge,
    /// "On the way."
    Respond,
    /// "On the scene."
    Attend,
}

impl From<SharedMotion> for Motion {
    fn from(motion: SharedMotion) -> Self {
        match motion {
            SharedMotion::Acknowledge => Self::Acknowledge,
            SharedMotion::Respond => Self::Respond,
            SharedMotion::Attend => Self::Attend,
        }
    }
}

/// What a command came to. It is given only once the command's events are durable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A press raised this alarm, or did so before under the same key.
    Raised(Arc<Alarm>),
    /// A signal was taken in; these alarms were raised by it, or had been.
    Received {
        /// The alarms, in the order of the signal's reports.
        alarms: Vec<AlarmId>,
        /// Whether the same frame had come before.
        repeated: bool,
    },
    /// The alarm as it stands after the motion.
    Moved(Arc<Alarm>),
    /// So many alarms of a situation were moved; there may be more.
    MovedSituation {
        /// How many.
        changed: usize,
        /// Whether the limit was reached.
        more: bool,
    },
    /// So many things were declared anew or changed.
    Declared {
        /// How many.
        changed: usize,
    },
    /// The token's id.
    TokenIssued(TokenId),
    /// The injury, and what the report did to the register.
    Injury {
        /// The injury.
        injury: InjuryId,
        /// What changed.
        change: Change,
    },
    /// An import that can be filled.
    ImportBegun {
        /// The import.
        import: ImportId,
        /// Whether it had been begun before.
        resumed: bool,
    },
    /// What rows did.
    Imported {
        /// How many did what.
        tally: Tally,
        /// Of those that said nothing new, how many which earlier import had brought.
        confirmed: BTreeMap<ImportId, u64>,
    },
    /// A series, and the version that it now has.
    Series {
        /// The series.
        series: SeriesId,
        /// Its version, from 1.
        version: u64,
    },
    /// Series of a file in its order, each with the version that it now has.
    SeriesTogether(Vec<(SeriesId, u64)>),
    /// A release, and the revision that it now has.
    Released {
        /// The release.
        release: ReleaseId,
        /// Its revision, from 1.
        revision: u64,
    },
    /// Done.
    Done,
}
