//! From what is asked to what became true: pure, on the live state.
//!
//! The cast: [`decide`] takes a [`Command`] and the circumstances ([`Asking`]) and gives a [`Decision`] — events to
//! record, and the answer to give once they are durable — or a [`Refusal`]. A press and a signal are never refused.

mod declare;
mod import;
mod injured;
mod injury;
mod motion;
mod press;
mod receive;
mod release;
mod series;
mod tokens;

use sha2::{Digest, Sha256};

pub use import::Tally;
pub use injury::{Change, check_report, known_id, subject as injury_subject};
pub use press::{PriorPress, PriorVerdict, judge_prior};

use crate::account;
use crate::alarm::Stage;
use crate::command::{Answer, Asking, Command, Principal};
use crate::directory::device_subject;
use crate::event::{Draft, Event, SealOpened, Sealing, Stream};
use crate::ids::{AlarmId, Ids, SiteId, SituationId, ZoneId};
use crate::permission::{self, Action};
use crate::private::Private;
use crate::state::State;

/// What a command comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What to record, as one whole; empty when nothing changes.
    pub drafts: Vec<Draft>,
    /// What makes the command the same as an earlier one, for ever, in the journal.
    pub dedupe: Option<[u8; 16]>,
    /// What to answer once the drafts are durable.
    pub reply: Reply,
}

/// An answer that may depend on the state after the drafts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// The press, as raised.
    Raised(AlarmId),
    /// The alarm as it then stands.
    Alarm(AlarmId),
    /// Known already.
    Ready(Answer),
}

impl Decision {
    fn of(drafts: Vec<Draft>, reply: Reply) -> Self {
        Self {
            drafts,
            dedupe: None,
            reply,
        }
    }

    fn done(drafts: Vec<Draft>) -> Self {
        Self::of(drafts, Reply::Ready(Answer::Done))
    }
}

/// Why something asked is not done. Nothing was recorded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is no such thing, or not for this principal.
    #[error("there is no such {0}")]
    NotFound(&'static str),
    /// The principal may not do this here.
    #[error("this needs the permission {0:?} here")]
    Forbidden(Action),
    /// The alarm's stage does not allow it.
    #[error("the alarm is {} already", stage.code())]
    Conflict {
        /// The stage it is in.
        stage: Stage,
    },
    /// A declared value cannot be.
    #[error("{path}: {problem}")]
    Invalid {
        /// Where, as `devices[2].zone`.
        path: String,
        /// What is wrong and what to do, in English.
        problem: String,
        /// A word for what is wrong, by which a message in the reader's language is found; none where there is no such
        /// message.
        code: Option<&'static str>,
    },
}

/// Decides a command. Alarms that it names and that are closed must have been lent to the state.
///
/// # Errors
/// [`Refusal`], never for [`Command::Raise`] or [`Command::Receive`].
pub fn decide(
    state: &State,
    asking: &Asking,
    command: Command,
    ids: &mut dyn Ids,
) -> Result<Decision, Refusal> {
    match command {
        Command::Raise(press) => Ok(press::raise(state, asking, press, ids)),
        Command::Receive(signal) => Ok(receive::receive(state, asking, *signal, ids)),
        Command::Move { alarm, motion, note } => motion::move_on(state, asking, alarm, &motion, note),
        Command::MoveSituation {
            situation,
            motion,
            limit,
        } => motion::move_situation(state, asking, situation, motion, limit),
        Command::Declare(declaration) => declare::declare(state, asking, &declaration, ids),
        Command::IssueToken { holder, hash } => tokens::issue(state, asking, holder, hash, ids),
        Command::RevokeToken(token) => tokens::revoke(state, asking, token),
        Command::Erase(account) => tokens::erase(state, asking, account),
        Command::OpenSeal { position, site } => {
            require(state, &asking.principal, Action::OpenSignal, &site)?;
            let draft = Draft {
                stream: Stream::opening_of(position),
                site: Some(site),
                event: Event::SealOpened(SealOpened { position }),
                sealed: Vec::new(),
            };
            Ok(Decision::done(vec![draft]))
        }
        Command::RecordInjury(report) => injury::record(state, asking, *report, ids),
        Command::ReviseInjury {
            injury,
            details,
            note,
        } => injury::revise(state, asking, injury, *details, note),
        Command::WithdrawInjury { injury, note } => injury::withdraw(state, asking, injury, note),
        Command::OpenInjured {
            injury,
            positions,
            reason,
        } => injured::open(state, asking, injury, &positions, &reason),
        Command::EraseInjured { injury, reason } => injured::erase(state, asking, injury, reason),
        Command::BeginImport { digest, name, rows } => import::begin(state, asking, digest, name, rows, ids),
        Command::FillImport { import, reports } => import::fill(state, asking, import, reports, ids),
        Command::CompleteImport { import, confirmed } => import::complete(state, asking, import, confirmed),
        Command::WithdrawImport(import) => import::withdraw(state, asking, import),
        Command::RecordSeries(series) => series::record(state, asking, *series),
        Command::RecordSeriesTogether(series) => series::record_together(state, asking, series),
        Command::PublishRelease(fact) => release::publish(state, asking, *fact),
        Command::Record(event) => {
            let draft = Draft {
                stream: injured::stream_of_erasure(&event).unwrap_or_else(Stream::log),
                site: None,
                event,
                sealed: Vec::new(),
            };
            Ok(Decision::done(vec![draft]))
        }
    }
}

/// Refuses unless the principal may do something at a site. Whoever holds the data folder may do everything.
fn require(state: &State, principal: &Principal, action: Action, site: &SiteId) -> Result<(), Refusal> {
    let permitted = match principal {
        Principal::System => true,
        Principal::Account(id) => state.directory().permits(*id, action, site),
        Principal::Device(_) => false,
    };
    if permitted {
        Ok(())
    } else {
        Err(Refusal::Forbidden(action))
    }
}

/// Refuses unless the principal may do something at some place. Whoever holds the data folder may do everything.
fn require_somewhere(state: &State, principal: &Principal, action: Action) -> Result<(), Refusal> {
    let permitted = match principal {
        Principal::System => true,
        Principal::Account(id) => state
            .directory()
            .account(*id)
            .is_some_and(|account| permission::permits_somewhere(&account.roles, action)),
        Principal::Device(_) => false,
    };
    if permitted {
        Ok(())
    } else {
        Err(Refusal::Forbidden(action))
    }
}

/// Refuses unless the principal may do something in the whole country.
fn require_everywhere(state: &State, principal: &Principal, action: Action) -> Result<(), Refusal> {
    if is_permitted_everywhere(state, principal, action) {
        Ok(())
    } else {
        Err(Refusal::Forbidden(action))
    }
}

fn is_permitted_everywhere(state: &State, principal: &Principal, action: Action) -> bool {
    match principal {
        Principal::System => true,
        Principal::Account(id) => state
            .directory()
            .account(*id)
            .is_some_and(|account| permission::permits_everywhere(&account.roles, action)),
        Principal::Device(_) => false,
    }
}

/// Whose key seals what a principal writes.
fn subject_of(principal: &Principal) -> String {
    match principal {
        Principal::Account(id) => account::subject(*id),
        Principal::Device(id) => device_subject(id),
        Principal::System => "system".to_owned(),
    }
}

fn sealed_note(principal: &Principal, note: Option<String>) -> Vec<Sealing> {
    let note = note.filter(|text| !text.trim().is_empty());
    note.into_iter()
        .map(|text| Sealing {
            subject: subject_of(principal),
            private: Private::Note(text),
        })
        .collect()
}

/// Alarms of one zone gather while each is raised within five minutes of the one before.
const SITUATION_WINDOW: jiff::SignedDuration = jiff::SignedDuration::from_mins(5);

/// The situation that a new alarm at a spot belongs to: that of the newest open one there, if it is recent.
fn situation_at(
    state: &State,
    at: jiff::Timestamp,
    site: &SiteId,
    zone: Option<&ZoneId>,
    ids: &mut dyn Ids,
) -> SituationId {
    match state.alarms().newest_at(site, zone) {
        Some(newest) if at.duration_since(newest.raised_at) <= SITUATION_WINDOW => newest.situation,
        _ => SituationId(ids.next()),
    }
}

/// The first 16 bytes of a SHA-256 over parts, each preceded by its length.
fn short_hash(parts: &[&[u8]]) -> [u8; 16] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    let digest: [u8; 32] = hash.finalize().into();
    let mut short = [0; 16];
    short.copy_from_slice(&digest[..16]);
    short
}
