//! People and panels who press, take, go, and try again until they are answered.

use std::collections::{BTreeMap, BTreeSet};

use saqta_domain::alarm::{AlarmKind, Flag, Outcome as AlarmOutcome};
use saqta_domain::command::{Answer, Command, Idempotency, Motion, Press, Principal, SharedMotion};
use saqta_domain::directory::Directory;
use saqta_domain::ids::{AccountId, AlarmId};
use saqta_domain::private::RawSignal;
use saqta_domain::signal::{Fingerprint, Meaning, Protocol, Report, Signal, Source};
use saqta_domain::state::State;
use saqta_engine::{EngineError, Outcome, Request};
use saqta_journal::{Random, SeededRandom, random_array};

use super::world::LOGINS;

/// What somebody asked, and how to know it again.
#[derive(Clone, Debug)]
pub(super) enum Asked {
    /// A press under its key and body.
    Press(Idempotency, Request),
    /// A frame, by its fingerprint.
    Frame(Fingerprint, Request),
    /// Anything else: not sent again.
    Motion(Request),
}

/// What is asked in one batch.
pub(super) struct Asks(Vec<Asked>);

impl Asks {
    pub(super) fn requests(&self) -> Vec<Request> {
        self.0
            .iter()
            .map(|asked| match asked {
                Asked::Press(_, request) | Asked::Frame(_, request) | Asked::Motion(request) => {
                    request.clone()
                }
            })
            .collect()
    }
}

/// Everybody, with what they were told.
#[derive(Default)]
pub(super) struct Crowd {
    people: Vec<AccountId>,
    waiting: Vec<Asked>,
    sequence: u16,
    last_frame: Option<Asked>,
    /// Each press that was answered, with its alarm.
    pub(super) pressed: BTreeMap<([u8; 16], [u8; 16]), AlarmId>,
    /// Each frame that was answered, with the alarms it was told of.
    pub(super) sent: BTreeMap<Fingerprint, BTreeSet<AlarmId>>,
    /// Frames that call for help.
    pub(super) calls: BTreeSet<Fingerprint>,
    /// How often something was not recorded and had to be asked again.
    pub(super) retries: u64,
}

impl Crowd {
    pub(super) fn meet(&mut self, directory: &Directory) {
        self.people = LOGINS
            .iter()
            .map(|(login, _)| directory.account_by_login(login).unwrap().id)
            .collect();
    }

    /// New wishes, and half of what was not answered.
    pub(super) fn ask(&mut self, random: &mut SeededRandom, state: &State) -> Asks {
        let mut asks: Vec<Asked> = Vec::new();
        let again = self.waiting.len().div_ceil(2);
        asks.extend(self.waiting.drain(..again));
        for _ in 0..1 + random.below(5) {
            let asked = match random.below(10) {
                0..3 => self.press(random),
                3..6 => self.frame(random),
                _ => self.motion(random, state),
            };
            asks.push(asked);
        }
        Asks(asks)
    }

    /// What was never answered, until nothing is left.
    pub(super) fn ask_again(&mut self) -> Option<Asks> {
        let waiting = std::mem::take(&mut self.waiting);
        (!waiting.is_empty()).then_some(Asks(waiting))
    }

    pub(super) fn unanswered(&mut self, asks: Asks) {
        for asked in asks.0 {
            self.try_again(asked);
        }
    }

    pub(super) fn answered(&mut self, asks: Asks, outcomes: &[Outcome]) {
        assert_eq!(asks.0.len(), outcomes.len(), "everybody is answered");
        for (asked, outcome) in asks.0.into_iter().zip(outcomes) {
            match (asked, outcome) {
                (asked, Err(EngineError::NotRecorded(_))) => self.try_again(asked),
                (Asked::Press(key, _), Ok(Answer::Raised(alarm))) => self.note_press(key, alarm.id),
                (Asked::Frame(fingerprint, _), Ok(Answer::Received { alarms, .. })) => {
                    self.sent.entry(fingerprint).or_default().extend(alarms);
                }
                (Asked::Motion(_), Ok(_) | Err(EngineError::Refused(_))) => {}
                (asked, outcome) => panic!("what was pressed was refused: {asked:?} → {outcome:?}"),
            }
        }
    }

    fn note_press(&mut self, key: Idempotency, alarm: AlarmId) {
        let before = self.pressed.insert((key.key.0, key.body.0), alarm);
        assert!(
            before.is_none_or(|before| before == alarm),
            "the same press was told of two alarms: {before:?} and {alarm}"
        );
    }

    fn try_again(&mut self, asked: Asked) {
        self.retries += 1;
        if !matches!(asked, Asked::Motion(_)) {
            self.waiting.push(asked);
        }
    }

    fn press(&mut self, random: &mut SeededRandom) -> Asked {
        // Now and then a key is used again, with the same body or another.
        let known = self
            .pressed
            .keys()
            .nth(any_of(random, self.pressed.len() + 1))
            .copied();
        let (key, body) = match (random.below(6), known) {
            (0, Some((key, body))) => (key, body),
            (1, Some((key, _))) => (key, random_array(random)),
            _ => (random_array(random), random_array(random)),
        };
        let idempotency = Idempotency {
            key: Fingerprint(key),
            body: Fingerprint(body),
        };
        let pick = |random: &mut SeededRandom, words: &[&str]| {
            words
                .get(any_of(random, words.len() + 1))
                .map(|word| (*word).to_owned())
        };
        let press = Press {
            zone: pick(random, &["triage", "ward", "desk", "nowhere"]),
            device: pick(random, &["panel-1", "no-such-device"]),
            kind: pick(random, &["panic", "assist", "duress", "nonsense"]),
            note: pick(random, &["he shouts", ""]),
            idempotency: Some(idempotency),
            ..Press::default()
        };
        let principal = Principal::Account(self.people[3 + any_of(random, 2)]);
        Asked::Press(
            idempotency,
            Request {
                principal,
                command: Command::Raise(press),
            },
        )
    }

    fn frame(&mut self, random: &mut SeededRandom) -> Asked {
        if let Some(last) = self.last_frame.clone().filter(|_| random.below(3) == 0) {
            return last;
        }
        self.sequence = self.sequence % 9_999 + 1;
        let number = random.below(4);
        let mut fingerprint = [0; 16];
        random.fill(&mut fingerprint);
        let fingerprint = Fingerprint(fingerprint);
        let meanings: &[Meaning] = match random.below(5) {
            0 => &[Meaning::Test],
            1 => &[Meaning::Restore(AlarmKind::Panic)],
            2 => &[
                Meaning::Alarm(AlarmKind::Panic),
                Meaning::Alarm(AlarmKind::Medical),
            ],
            3 => &[Meaning::Unknown],
            _ => &[Meaning::Alarm(AlarmKind::Panic)],
        };
        let mut flags = BTreeSet::new();
        if random.below(8) == 0 {
            flags.insert(Flag::BadChecksum);
        }
        let is_call = meanings
            .iter()
            .any(|meaning| matches!(meaning, Meaning::Alarm(_) | Meaning::Unknown));
        if is_call || !flags.is_empty() {
            self.calls.insert(fingerprint);
        }
        let signal = Signal {
            source: Source {
                protocol: Protocol::Dc09,
                address: "192.0.2.7".to_owned(),
                account: Some(format!("100{number}")),
                receiver: None,
                prefix: Some("0".to_owned()),
                sequence: Some(self.sequence),
                fingerprint,
            },
            // The fourth panel is one that nobody declared.
            device: (number < 3).then(|| format!("panel-{number}").as_str().into()),
            reports: meanings
                .iter()
                .map(|meaning| Report {
                    code: "PA".to_owned(),
                    meaning: *meaning,
                    point: None,
                    area: None,
                })
                .collect(),
            flags,
            occurred: None,
            raw: RawSignal {
                bytes: b"frame".to_vec(),
                text: None,
            },
        };
        let command = Command::Receive(Box::new(signal));
        let asked = Asked::Frame(
            fingerprint,
            Request {
                principal: Principal::System,
                command,
            },
        );
        self.last_frame = Some(asked.clone());
        asked
    }

    fn motion(&self, random: &mut SeededRandom, state: &State) -> Asked {
        let person = self.people[any_of(random, self.people.len())];
        let principal = Principal::Account(person);
        let mut known: Vec<AlarmId> = state.alarms().open().map(|alarm| alarm.id).collect();
        known.extend(self.pressed.values());
        known.sort_unstable();
        let Some(alarm) = known.get(any_of(random, known.len())).copied() else {
            let command = Command::RevokeToken(saqta_domain::ids::TokenId(uuid::Uuid::nil()));
            return Asked::Motion(Request { principal, command });
        };
        let close = Motion::Close {
            outcome: AlarmOutcome::Real,
            factors: BTreeSet::new(),
        };
        let motions = [
            Motion::Acknowledge,
            Motion::Respond,
            Motion::Attend,
            close.clone(),
            close,
            Motion::Release,
            Motion::Reopen,
            Motion::Note,
        ];
        let situation = state.alarms().get(alarm).map(|alarm| alarm.situation);
        let command = match (any_of(random, 9), situation) {
            (8, Some(situation)) => Command::MoveSituation {
                situation,
                motion: SharedMotion::Acknowledge,
                limit: 2,
            },
            (nth, _) => Command::Move {
                alarm,
                motion: motions[nth % motions.len()].clone(),
                note: Some("noted".to_owned()),
            },
        };
        Asked::Motion(Request { principal, command })
    }
}

/// An index below a number of things.
fn any_of(random: &mut SeededRandom, things: usize) -> usize {
    usize::try_from(random.below(things as u64)).expect("an index fits")
}
