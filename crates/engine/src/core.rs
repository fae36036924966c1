//! A batch of commands becomes one durable transaction: decide each, record all, then answer.

mod adopt;
mod open;
mod prior;

use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use saqta_domain::command::{Answer, Asking, Command, Principal};
use saqta_domain::decide::{Decision, Refusal, Reply, decide, known_id};
use saqta_domain::event::{ClockStepped, Draft, Event, Recorded, Stream};
use saqta_domain::ids::{AlarmId, Ids, InjuryId};
use saqta_domain::injury::Injury;
use saqta_domain::private::Private;
use saqta_domain::state::State;
use saqta_journal::{AppendError, Appended, DedupeKey, Entry, Item, Journal, KeyStore, Random};

use crate::clock::Clock;
use crate::codec::{self, Circumstances};
use crate::error::EngineError;
use prior::PendingKeys;

pub use open::{CoreParts, OpenError};

/// A wall clock that differs from the monotonic one by more than this since the last batch has been set.
const CLOCK_STEP: SignedDuration = SignedDuration::from_secs(2);

/// One command with who asks.
#[derive(Clone, Debug)]
pub struct Request {
    /// Who asks.
    pub principal: Principal,
    /// What.
    pub command: Command,
}

/// What a request came to; once given, it is durable.
pub type Outcome = Result<Answer, EngineError>;

/// What a batch came to.
#[derive(Debug, Default)]
pub struct Batch {
    /// The outcome of each request, in order.
    pub outcomes: Vec<Outcome>,
    /// What was recorded, in order, without the raw bytes of signals.
    pub recorded: Vec<Arc<Recorded>>,
    /// Whether the journal failed, so that the process must open it again.
    pub broken: bool,
}

/// The deterministic heart of the writer.
pub struct Core<J> {
    journal: J,
    epoch: u64,
    state: State,
    keys: KeyStore,
    clock: Arc<dyn Clock>,
    ids: Box<dyn Ids + Send>,
    random: Box<dyn Random>,
    last_time: Timestamp,
    last_clock: Option<(Timestamp, Duration)>,
}

/// A batch being decided.
#[derive(Default)]
struct Working {
    items: Vec<Item>,
    recorded: Vec<Recorded>,
    outcomes: Vec<Outcome>,
    keys: PendingKeys,
}

impl<J: Journal> Core<J> {
    /// What decisions look at.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// The journal.
    #[must_use]
    pub fn journal(&self) -> &J {
        &self.journal
    }

    /// The journal, for checkpoints.
    pub fn journal_mut(&mut self) -> &mut J {
        &mut self.journal
    }

    /// The keys of sealed parts.
    #[must_use]
    pub fn keys(&self) -> &KeyStore {
        &self.keys
    }

    /// Gives the journal back, to be closed or opened again.
    #[must_use]
    pub fn into_journal(self) -> J {
        self.journal
    }

    /// Decides, records and answers a batch. Either all its events are durable when this returns, or none is.
    pub fn run(&mut self, requests: Vec<Request>) -> Batch {
        let at = self.advance_time();
        self.state.prune(at);
        let mut working = Working::default();
        self.note_clock_step(at, &mut working);
        let internal = working.outcomes.len();
        for request in requests {
            let outcome = self.decide_one(at, request, &mut working);
            working.outcomes.push(outcome);
        }
        working.outcomes.drain(..internal);
        self.finish(working)
    }

    /// Time never goes back in the journal, whatever the wall clock does.
    fn advance_time(&mut self) -> Timestamp {
        let now = self.clock.now();
        self.last_time = self.last_time.max(truncate(now));
        self.last_time
    }

    fn note_clock_step(&mut self, at: Timestamp, working: &mut Working) {
        let (now, monotonic) = (self.clock.now(), self.clock.monotonic());
        let before = self.last_clock.replace((now, monotonic));
        let Some((wall, since)) = before else { return };
        let passed = SignedDuration::try_from(monotonic.saturating_sub(since)).unwrap_or(SignedDuration::MAX);
        let Ok(expected) = wall.checked_add(passed) else {
            return;
        };
        if now.duration_since(expected).abs() <= CLOCK_STEP {
            return;
        }
        let stepped = Event::ClockStepped(ClockStepped {
            from: expected,
            to: now,
        });
        let request = Request {
            principal: Principal::System,
            command: Command::Record(stepped),
        };
        let outcome = self.decide_one(at, request, working);
        working.outcomes.push(outcome);
    }

    fn decide_one(&mut self, at: Timestamp, request: Request, working: &mut Working) -> Outcome {
        let Request {
            principal,
            mut command,
        } = request;
        self.lend_for(&command)?;
        self.lend_injuries_for(&command)?;
        if let Command::Raise(press) = &mut command
            && let Some(answer) = self.find_prior(press, at, &working.keys)?
        {
            return Ok(answer);
        }
        let asking = Asking { principal, at };
        let decision = decide(&self.state, &asking, command, self.ids.as_mut())?;
        self.take(&asking, decision, working)
    }

    /// Lends the state a closed alarm that the command is about.
    fn lend_for(&mut self, command: &Command) -> Result<(), EngineError> {
        let alarm = match command {
            Command::Move { alarm, .. } => Some(alarm),
            Command::RecordInjury(report) => report.alarm.as_ref(),
            _ => None,
        };
        let Some(alarm) = alarm else { return Ok(()) };
        let known = self.state.alarms().get(*alarm).is_some();
        if !known && let Some(alarm) = self.load_alarm(*alarm)? {
            self.state.lend(alarm);
        }
        Ok(())
    }

    /// Lends the state the injuries that the command is about, also those that nobody reported yet.
    fn lend_injuries_for(&mut self, command: &Command) -> Result<(), EngineError> {
        match command {
            Command::RecordInjury(report) => {
                let id = known_id(self.state.directory(), report);
                self.lend_injuries(id.into_iter())
            }
            Command::FillImport { reports, .. } => {
                let directory = Arc::clone(self.state.directory());
                let ids = reports.iter().filter_map(|report| known_id(&directory, report));
                self.lend_injuries(ids)
            }
            Command::ReviseInjury { injury, .. }
            | Command::WithdrawInjury { injury, .. }
            | Command::OpenInjured { injury, .. }
            | Command::EraseInjured { injury, .. } => self.lend_injuries(std::iter::once(*injury)),
            _ => Ok(()),
        }
    }

    fn lend_injuries(&mut self, ids: impl Iterator<Item = InjuryId>) -> Result<(), EngineError> {
        let lent = self.state.injuries();
        let ids: Vec<InjuryId> = ids.filter(|id| lent.get(*id).is_none()).collect();
        let streams: Vec<String> = ids.iter().map(|id| Stream::injury(*id).0).collect();
        let entries = self.journal.read_streams(&streams);
        for (id, entries) in ids.into_iter().zip(entries.map_err(EngineError::not_recorded)?) {
            let injury = Injury::replay(&self.decode(&entries)?);
            self.state.lend_injury(id, injury);
        }
        Ok(())
    }

    fn load_stream(&self, stream: &Stream) -> Result<Vec<Recorded>, EngineError> {
        let entries = self.journal.read_stream(&stream.0);
        self.decode(&entries.map_err(EngineError::not_recorded)?)
    }

    fn decode(&self, entries: &[Entry]) -> Result<Vec<Recorded>, EngineError> {
        let recorded = entries.iter().map(|entry| codec::decode(entry, &self.keys));
        recorded
            .collect::<Result<_, _>>()
            .map_err(EngineError::not_recorded)
    }

    fn load_alarm(&self, id: AlarmId) -> Result<Option<saqta_domain::alarm::Alarm>, EngineError> {
        let recorded = self.load_stream(&Stream::alarm(id))?;
        Ok(saqta_domain::state::replay_alarm(&recorded))
    }

    /// Makes a decision part of the batch and of the state.
    fn take(&mut self, asking: &Asking, decision: Decision, working: &mut Working) -> Outcome {
        let Decision {
            drafts,
            dedupe,
            reply,
        } = decision;
        if !drafts.is_empty() {
            self.ensure_keys(&drafts)?;
            let mut entries = Vec::with_capacity(drafts.len());
            for draft in drafts {
                let version = self.state.next_version(&draft.stream, &draft.event);
                let actor = asking.principal.account();
                let circumstances = Circumstances {
                    at: asking.at,
                    actor,
                    version,
                };
                // A failure here leaves the state with half a decision; `finish` rolls the whole batch back then.
                entries.push(codec::encode(
                    &draft,
                    &circumstances,
                    &self.keys,
                    self.random.as_mut(),
                )?);
                let position = self.journal.head() + working.recorded.len() as u64 + 1;
                let recorded = into_recorded(draft, circumstances, position);
                self.state.apply(&recorded);
                working.keys.remember(&recorded);
                working.recorded.push(recorded);
            }
            working.items.push(Item {
                dedupe_key: dedupe.map(DedupeKey),
                entries,
            });
        }
        match reply {
            Reply::Ready(answer) => Ok(answer),
            Reply::Raised(id) => self.alarm_answer(id, Answer::Raised),
            Reply::Alarm(id) => self.alarm_answer(id, Answer::Moved),
        }
    }

    fn alarm_answer(
        &self,
        id: AlarmId,
        answer: impl FnOnce(Arc<saqta_domain::alarm::Alarm>) -> Answer,
    ) -> Outcome {
        let alarm = self.state.alarms().get(id).ok_or(Refusal::NotFound("alarm"))?;
        Ok(answer(Arc::clone(alarm)))
    }

    /// A key must be durable before anything is sealed under it.
    fn ensure_keys(&mut self, drafts: &[Draft]) -> Result<(), EngineError> {
        let subjects: Vec<&str> = drafts
            .iter()
            .flat_map(|draft| &draft.sealed)
            .map(|part| part.subject.as_str())
            .collect();
        if subjects.is_empty() {
            return Ok(());
        }
        self.keys
            .ensure(&subjects, self.random.as_mut())
            .map_err(EngineError::not_recorded)?;
        Ok(())
    }

    /// Records the batch, and keeps or undoes what the state has taken in.
    fn finish(&mut self, working: Working) -> Batch {
        let Working {
            items,
            recorded,
            outcomes,
            ..
        } = working;
        if items.is_empty() {
            self.state.commit();
            return Batch {
                outcomes,
                ..Batch::default()
            };
        }
        let written: usize = items.iter().map(|item| item.entries.len()).sum();
        if written != recorded.len() {
            self.state.rollback();
            return Batch {
                outcomes: refuse_all(outcomes, "a part could not be sealed"),
                ..Batch::default()
            };
        }
        match self.journal.append(self.epoch, self.journal.head(), &items) {
            Ok(appended) if appended.iter().all(|each| matches!(each, Appended::At { .. })) => {
                self.state.commit();
                self.after_commit(&recorded);
                let recorded = recorded.into_iter().map(without_bytes).map(Arc::new).collect();
                Batch {
                    outcomes,
                    recorded,
                    broken: false,
                }
            }
            Ok(_) => self.broken(outcomes, "another writer recorded the same"),
            Err(
                error
                @ (AppendError::HeadMoved { .. } | AppendError::Fenced { .. } | AppendError::Unknown(_)),
            ) => self.broken(outcomes, &error.to_string()),
            Err(error) => {
                self.state.rollback();
                Batch {
                    outcomes: refuse_all(outcomes, &error.to_string()),
                    ..Batch::default()
                }
            }
        }
    }

    fn broken(&mut self, outcomes: Vec<Outcome>, problem: &str) -> Batch {
        self.state.rollback();
        Batch {
            outcomes: refuse_all(outcomes, problem),
            recorded: Vec::new(),
            broken: true,
        }
    }

    /// An erasure is recorded first and done after: were the process to die between, opening does it.
    fn after_commit(&mut self, recorded: &[Recorded]) {
        for each in recorded {
            if let Event::SubjectErased(fact) = &each.event
                && let Err(error) = self.keys.destroy(&fact.subject, each.at.as_microsecond())
            {
                tracing::error!(%error, position = each.position, "the key of an erased subject is still there");
            }
        }
    }
}

/// What was answered in a batch that failed may rest on what is now undone: nobody is told "done".
fn refuse_all(outcomes: Vec<Outcome>, problem: &str) -> Vec<Outcome> {
    outcomes
        .into_iter()
        .map(|outcome| match outcome {
            Err(error) => Err(error),
            Ok(_) => Err(EngineError::NotRecorded(problem.to_owned())),
        })
        .collect()
}

fn into_recorded(draft: Draft, circumstances: Circumstances, position: u64) -> Recorded {
    let Draft {
        stream,
        site,
        event,
        sealed,
    } = draft;
    Recorded {
        position,
        at: circumstances.at,
        actor: circumstances.actor,
        site,
        stream,
        version: circumstances.version,
        event,
        private: sealed.into_iter().map(|part| part.private).collect(),
    }
}

/// Nobody who follows the log needs a signal's bytes, and they weigh the most. Its text stays.
fn without_bytes(mut recorded: Recorded) -> Recorded {
    for part in &mut recorded.private {
        if let Private::Signal(raw) = part {
            raw.bytes = Vec::new();
        }
    }
    recorded
}

/// The journal keeps microseconds.
fn truncate(time: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(time.as_microsecond()).unwrap_or(time)
}
