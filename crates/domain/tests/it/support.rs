//! A small world to act in: the cast is a [`World`] (a hospital with its people and devices, a clock that stands still
//! until told otherwise, and ids from a counter), a [`Done`] (what an act came to) and an [`Actor`] who acts on alarms.
//!
//! The world does with decisions what the writer does: it lends closed alarms, gives positions and versions, applies
//! and commits. It also watches over the dedupe keys: the journal would drop what comes under a key that is in it.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use saqta_domain::alarm::{Alarm, Factor, Outcome};
use saqta_domain::command::{Answer, Asking, Command, Motion, Press, Principal, SharedMotion};
use saqta_domain::decide::{Decision, Refusal, Reply, decide, known_id};
use saqta_domain::declaration::Declaration;
use saqta_domain::event::{Event, Recorded};
use saqta_domain::ids::{AccountId, AlarmId, Ids, InjuryId, SituationId};
use saqta_domain::injury::Injury;
use saqta_domain::state::{State, replay_alarm};
use uuid::Uuid;

use crate::frame::Frame;

/// Two sites of one region and one of another, all synthetic.
pub(crate) const HOSPITAL: &str = include_str!("hospital.toml");

/// Ids from a counter, so that a failure can be repeated.
#[derive(Default)]
struct Counted(u128);

impl Ids for Counted {
    fn next(&mut self) -> Uuid {
        self.0 += 1;
        Uuid::from_u128(self.0)
    }
}

/// The domain in use.
pub(crate) struct World {
    pub(crate) state: State,
    pub(crate) history: Vec<Recorded>,
    pub(crate) now: Timestamp,
    /// Whether each act is durable at once; else it stays uncommitted.
    pub(crate) commits: bool,
    ids: Counted,
    dedupe_keys: HashSet<[u8; 16]>,
}

/// What an act came to.
#[derive(Debug)]
pub(crate) struct Done {
    pub(crate) answer: Answer,
    pub(crate) events: Vec<Recorded>,
}

impl Done {
    /// The names of what became true, in order.
    pub(crate) fn names(&self) -> Vec<&'static str> {
        self.events.iter().map(|recorded| recorded.event.name()).collect()
    }

    /// The alarm of the answer.
    pub(crate) fn alarm(&self) -> &Arc<Alarm> {
        match &self.answer {
            Answer::Raised(alarm) | Answer::Moved(alarm) => alarm,
            other => panic!("{other:?} has no alarm"),
        }
    }

    /// The alarms that a frame raised, or had raised.
    pub(crate) fn received(&self) -> &[AlarmId] {
        match &self.answer {
            Answer::Received { alarms, .. } => alarms,
            other => panic!("{other:?} is no answer to a frame"),
        }
    }

    /// Whether the frame was taken for a repeat.
    pub(crate) fn is_repeat(&self) -> bool {
        matches!(self.answer, Answer::Received { repeated: true, .. })
    }
}

impl World {
    /// A world where nothing is declared.
    pub(crate) fn empty() -> Self {
        Self {
            state: State::default(),
            history: Vec::new(),
            now: "2026-03-02T08:00:00Z".parse().expect("it is a time"),
            commits: true,
            ids: Counted::default(),
            dedupe_keys: HashSet::new(),
        }
    }

    /// The hospital of `hospital.toml`.
    pub(crate) fn hospital() -> Self {
        let mut world = Self::empty();
        world
            .declare(Principal::System, HOSPITAL)
            .expect("the hospital is sound");
        world
    }

    /// The time of what is asked now.
    pub(crate) fn now(&self) -> Timestamp {
        self.now
    }

    /// Lets time pass.
    pub(crate) fn wait(&mut self, seconds: i64) {
        self.now += SignedDuration::from_secs(seconds);
    }

    /// The account of a login.
    pub(crate) fn account(&self, login: &str) -> AccountId {
        let account = self.state.directory().account_by_login(login);
        account.unwrap_or_else(|| panic!("nobody signs in as {login}")).id
    }

    pub(crate) fn person(&self, login: &str) -> Principal {
        Principal::Account(self.account(login))
    }

    /// Asks, and makes the outcome true.
    pub(crate) fn ask(&mut self, principal: Principal, command: Command) -> Result<Done, Refusal> {
        self.lend_for(&command);
        let asking = Asking {
            principal,
            at: self.now,
        };
        let decision = decide(&self.state, &asking, command, &mut self.ids);
        let done = decision.map(|decision| self.take(&asking, decision));
        if self.commits {
            self.state.commit();
        }
        done
    }

    fn take(&mut self, asking: &Asking, decision: Decision) -> Done {
        let Decision {
            drafts,
            dedupe,
            reply,
        } = decision;
        if let Some(key) = dedupe.filter(|_| !drafts.is_empty()) {
            assert!(
                self.dedupe_keys.insert(key),
                "the journal would drop this as a duplicate: {drafts:?}"
            );
        }
        let first = self.history.len();
        for draft in drafts {
            let recorded = Recorded {
                position: self.history.len() as u64 + 1,
                at: asking.at,
                actor: asking.principal.account(),
                site: draft.site,
                version: self.state.next_version(&draft.stream, &draft.event),
                stream: draft.stream,
                event: draft.event,
                private: draft.sealed.into_iter().map(|part| part.private).collect(),
            };
            self.state.apply(&recorded);
            self.history.push(recorded);
        }
        let standing = |id| {
            Arc::clone(
                self.state
                    .alarms()
                    .get(id)
                    .expect("the alarm of the answer is known"),
            )
        };
        let answer = match reply {
            Reply::Raised(id) => Answer::Raised(standing(id)),
            Reply::Alarm(id) => Answer::Moved(standing(id)),
            Reply::Ready(answer) => answer,
        };
        Done {
            answer,
            events: self.history[first..].to_vec(),
        }
    }

    fn lend_for(&mut self, command: &Command) {
        self.lend_injuries_for(command);
        let alarm = match command {
            Command::Move { alarm, .. } => Some(alarm),
            Command::RecordInjury(report) => report.alarm.as_ref(),
            _ => None,
        };
        let Some(alarm) = alarm else { return };
        if self.state.alarms().get(*alarm).is_some() {
            return;
        }
        let stream: Vec<Recorded> = self
            .history
            .iter()
            .filter(|recorded| recorded.event.alarm() == Some(*alarm))
            .cloned()
            .collect();
        if let Some(alarm) = replay_alarm(&stream) {
            self.state.lend(alarm);
        }
    }

    fn lend_injuries_for(&mut self, command: &Command) {
        let ids: Vec<InjuryId> = match command {
            Command::RecordInjury(report) => known_id(self.state.directory(), report).into_iter().collect(),
            Command::FillImport { reports, .. } => reports
                .iter()
                .filter_map(|report| known_id(self.state.directory(), report))
                .collect(),
            Command::ReviseInjury { injury, .. }
            | Command::WithdrawInjury { injury, .. }
            | Command::OpenInjured { injury, .. }
            | Command::EraseInjured { injury, .. } => vec![*injury],
            _ => Vec::new(),
        };
        for id in ids {
            let stream: Vec<Recorded> = self
                .history
                .iter()
                .filter(|recorded| recorded.event.injury() == Some(id))
                .cloned()
                .collect();
            self.state.lend_injury(id, Injury::replay(&stream));
        }
    }

    /// The alarm as its events make it, open or closed.
    pub(crate) fn alarm(&self, id: AlarmId) -> Alarm {
        let stream: Vec<Recorded> = self
            .history
            .iter()
            .filter(|recorded| recorded.event.alarm() == Some(id))
            .cloned()
            .collect();
        replay_alarm(&stream).expect("the alarm was raised")
    }

    /// A press; it cannot be refused.
    pub(crate) fn press(&mut self, principal: Principal, press: Press) -> Done {
        self.ask(principal, Command::Raise(press))
            .expect("a press is never refused")
    }

    /// The nurse presses in a zone.
    pub(crate) fn press_in(&mut self, zone: &str) -> Arc<Alarm> {
        let press = Press {
            zone: Some(zone.to_owned()),
            ..Press::default()
        };
        Arc::clone(self.press(self.person("nurse"), press).alarm())
    }

    /// A panel's frame; it cannot be refused.
    pub(crate) fn receive(&mut self, frame: Frame) -> Done {
        let device = frame
            .account()
            .and_then(|account| self.state.directory().dc09_devices(account).next());
        let device = device.map(|known| known.device.id.clone());
        let command = Command::Receive(Box::new(frame.signal(device)));
        self.ask(Principal::System, command)
            .expect("a frame is never refused")
    }

    /// Somebody acts on alarms.
    pub(crate) fn by(&mut self, login: &str) -> Actor<'_> {
        let principal = self.person(login);
        Actor {
            world: self,
            principal,
        }
    }

    /// A device's token acts on alarms.
    pub(crate) fn by_device(&mut self, device: &str) -> Actor<'_> {
        Actor {
            world: self,
            principal: Principal::Device(device.into()),
        }
    }

    /// Somebody declares a TOML text.
    pub(crate) fn declare(&mut self, principal: Principal, toml: &str) -> Result<Done, Refusal> {
        let parsed = saqta_domain::declaration::toml::parse(toml).expect("the text is sound");
        self.declare_as(principal, parsed.declaration)
    }

    pub(crate) fn declare_as(
        &mut self,
        principal: Principal,
        declaration: Declaration,
    ) -> Result<Done, Refusal> {
        self.ask(principal, Command::Declare(Box::new(declaration)))
    }

    /// What the state is, in words that do not depend on the order of a hash map.
    pub(crate) fn fingerprint(&self) -> Vec<String> {
        fingerprint(&self.state)
    }

    /// Forgets what is not committed.
    pub(crate) fn roll_back_to(&mut self, position: usize) {
        self.state.rollback();
        self.history.truncate(position);
    }
}

/// What a state is, in words that do not depend on the order of a hash map.
pub(crate) fn fingerprint(state: &State) -> Vec<String> {
    let mut lines: Vec<String> = format!("{state:#?}").lines().map(str::to_owned).collect();
    lines.sort();
    lines
}

/// Somebody who acts on alarms.
pub(crate) struct Actor<'w> {
    world: &'w mut World,
    principal: Principal,
}

impl Actor<'_> {
    pub(crate) fn moves(self, alarm: AlarmId, motion: Motion) -> Result<Done, Refusal> {
        self.world.ask(
            self.principal,
            Command::Move {
                alarm,
                motion,
                note: None,
            },
        )
    }

    pub(crate) fn moves_with_note(self, alarm: AlarmId, motion: Motion, note: &str) -> Result<Done, Refusal> {
        self.world.ask(
            self.principal,
            Command::Move {
                alarm,
                motion,
                note: Some(note.to_owned()),
            },
        )
    }

    pub(crate) fn acknowledges(self, alarm: AlarmId) -> Result<Done, Refusal> {
        self.moves(alarm, Motion::Acknowledge)
    }

    pub(crate) fn closes(self, alarm: AlarmId) -> Result<Done, Refusal> {
        self.moves(alarm, closing())
    }

    pub(crate) fn reopens(self, alarm: AlarmId) -> Result<Done, Refusal> {
        self.moves(alarm, Motion::Reopen)
    }

    pub(crate) fn moves_all(
        self,
        situation: SituationId,
        motion: SharedMotion,
        limit: usize,
    ) -> Result<Done, Refusal> {
        self.world.ask(
            self.principal,
            Command::MoveSituation {
                situation,
                motion,
                limit,
            },
        )
    }
}

/// A close as guards mostly make it.
pub(crate) fn closing() -> Motion {
    Motion::Close {
        outcome: Outcome::Real,
        factors: BTreeSet::from([Factor::Waiting]),
    }
}

/// The refusal that an alarm's stage allows no such step.
pub(crate) fn conflict_code(outcome: Result<Done, Refusal>) -> &'static str {
    match outcome {
        Err(Refusal::Conflict { stage }) => stage.code(),
        other => panic!("{other:?} is no conflict"),
    }
}

/// The events of one alarm by name.
pub(crate) fn timeline(world: &World, alarm: AlarmId) -> Vec<&'static str> {
    let events = world.history.iter().map(|recorded| &recorded.event);
    events
        .filter(|event| event.alarm() == Some(alarm))
        .map(Event::name)
        .collect()
}
