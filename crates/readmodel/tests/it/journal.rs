//! A journal in memory, made by the domain's own decisions, that remembers under whose key each part is sealed. All
//! people, places and frames in it are synthetic.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use saqta_domain::alarm::{Alarm, AlarmKind, Factor, Flag, Outcome};
use saqta_domain::command::{Asking, Command, Motion, Press, Principal};
use saqta_domain::decide::{Refusal, decide};
use saqta_domain::declaration::{AccountDeclaration, Declaration, DeviceDeclaration};
use saqta_domain::device::Device;
use saqta_domain::event::{Draft, Event, LogOpened, Recorded};
use saqta_domain::ids::{AccountId, AlarmId, DeviceId, Ids, SiteId, ZoneId};
use saqta_domain::permission::{Grant, Role, Scope};
use saqta_domain::private::RawSignal;
use saqta_domain::signal::{Fingerprint, Meaning, Protocol, Report, Signal, Source};
use saqta_domain::site::Site;
use saqta_domain::state::{State, replay_alarm};
use saqta_domain::zone::Zone;
use uuid::Uuid;

pub(crate) const ORIGIN: &str = "test.example/log";
pub(crate) const SITES: [&str; 3] = ["kst-ed", "kst-2", "shy-1"];
pub(crate) const DEVICES: [&str; 3] = ["button-1", "button-2", "panel-3"];
const LOGINS: [(&str, Role); 4] = [
    ("nurse-a", Role::Worker),
    ("nurse-b", Role::Worker),
    ("guard", Role::Guard),
    ("head", Role::Dispatcher),
];

/// Numbers its ids.
struct Counter(u128);

impl Ids for Counter {
    fn next(&mut self) -> Uuid {
        self.0 += 1;
        Uuid::from_u128(self.0)
    }
}

/// The journal and the state that decides.
pub(crate) struct Journal {
    state: State,
    ids: Counter,
    now: Timestamp,
    entries: Vec<Recorded>,
    /// For each entry, the subjects of its sealed parts, in order.
    subjects: Vec<Vec<String>>,
}

impl Journal {
    /// A journal in which sites, zones, devices and people are declared.
    pub(crate) fn new() -> Self {
        let mut journal = Self {
            state: State::default(),
            ids: Counter(0),
            now: "2026-03-01T05:00:00Z".parse().unwrap(),
            entries: Vec::new(),
            subjects: Vec::new(),
        };
        let opened = LogOpened {
            origin: ORIGIN.to_owned(),
            key: "none".to_owned(),
        };
        journal
            .ask(Principal::System, Command::Record(Event::LogOpened(opened)))
            .unwrap();
        journal
            .ask(Principal::System, Command::Declare(Box::new(declaration())))
            .unwrap();
        journal
    }

    /// Lets time pass.
    pub(crate) fn wait(&mut self, seconds: i64) {
        self.now += SignedDuration::from_secs(seconds);
    }

    /// Asks for something, and records what comes of it.
    pub(crate) fn ask(&mut self, principal: Principal, command: Command) -> Result<(), Refusal> {
        if let Command::Move { alarm, .. } = &command {
            self.lend(*alarm);
        }
        self.now += SignedDuration::from_micros(1_234);
        let actor = principal.account();
        let asking = Asking {
            principal,
            at: self.now,
        };
        let decision = decide(&self.state, &asking, command, &mut self.ids);
        if let Ok(decision) = &decision {
            decision
                .drafts
                .iter()
                .for_each(|draft| self.record(draft.clone(), actor));
        }
        self.state.commit();
        decision.map(|_| ())
    }

    fn lend(&mut self, id: AlarmId) {
        if self.state.alarms().get(id).is_none()
            && let Some(alarm) = self.alarm(id)
        {
            self.state.lend(alarm);
        }
    }

    fn record(&mut self, draft: Draft, actor: Option<AccountId>) {
        let Draft {
            stream,
            site,
            event,
            sealed,
        } = draft;
        let (subjects, private) = sealed
            .into_iter()
            .map(|part| (part.subject, part.private))
            .unzip();
        let version = self.state.next_version(&stream, &event);
        let position = self.head() + 1;
        let recorded = Recorded {
            position,
            at: self.now,
            actor,
            site,
            stream,
            version,
            event,
            private,
        };
        self.state.apply(&recorded);
        self.entries.push(recorded);
        self.subjects.push(subjects);
    }

    /// A press by somebody.
    pub(crate) fn press(&mut self, principal: Principal, press: Press) -> AlarmId {
        self.ask(principal, Command::Raise(press)).unwrap();
        self.entries.last().and_then(|entry| entry.event.alarm()).unwrap()
    }

    /// A nurse's press in a zone.
    pub(crate) fn press_in(&mut self, zone: &str) -> AlarmId {
        let nurse = self.account("nurse-a");
        self.press(
            Principal::Account(nurse),
            Press {
                zone: Some(zone.to_owned()),
                ..Press::default()
            },
        )
    }

    /// A step of the head of security.
    pub(crate) fn move_on(&mut self, alarm: AlarmId, motion: Motion, note: Option<&str>) {
        let head = self.account("head");
        let command = Command::Move {
            alarm,
            motion,
            note: note.map(str::to_owned),
        };
        self.ask(Principal::Account(head), command).unwrap();
    }

    pub(crate) fn close(&mut self, alarm: AlarmId) {
        self.move_on(
            alarm,
            Motion::Close {
                outcome: Outcome::Real,
                factors: BTreeSet::new(),
            },
            None,
        );
    }

    pub(crate) fn account(&self, login: &str) -> AccountId {
        let accounts = &self.entries.iter().filter_map(|entry| match &entry.event {
            Event::AccountDeclared(fact) => Some(fact.account),
            _ => None,
        });
        let nth = LOGINS.iter().position(|(known, _)| *known == login).unwrap();
        accounts.clone().nth(nth).unwrap()
    }

    pub(crate) fn head(&self) -> u64 {
        self.entries.len() as u64
    }

    /// The entries as they were when they were recorded.
    pub(crate) fn entries(&self) -> Vec<Arc<Recorded>> {
        self.entries.iter().cloned().map(Arc::new).collect()
    }

    /// The entries as they read now that the keys of erased subjects are destroyed.
    pub(crate) fn entries_after_erasure(&self) -> Vec<Arc<Recorded>> {
        let erased: BTreeMap<&str, u64> = self
            .entries
            .iter()
            .filter_map(|entry| match &entry.event {
                Event::SubjectErased(fact) => Some((fact.subject.as_str(), entry.position)),
                _ => None,
            })
            .collect();
        let gone = |subject: &String, position| erased.get(subject.as_str()).is_some_and(|at| position < *at);
        let entries = self.entries.iter().zip(&self.subjects);
        let opened = entries.map(|(entry, subjects)| {
            let mut entry = entry.clone();
            let mut subjects = subjects.iter();
            entry.private.retain(|_| {
                !subjects
                    .next()
                    .is_some_and(|subject| gone(subject, entry.position))
            });
            Arc::new(entry)
        });
        opened.collect()
    }

    /// An alarm as its stream makes it.
    pub(crate) fn alarm(&self, id: AlarmId) -> Option<Alarm> {
        let stream: Vec<Recorded> = self
            .entries
            .iter()
            .filter(|entry| entry.event.alarm() == Some(id))
            .cloned()
            .collect();
        replay_alarm(&stream)
    }

    /// Every alarm, newest first.
    pub(crate) fn alarms(&self) -> Vec<Alarm> {
        let raised = self.entries.iter().rev().filter_map(|entry| match &entry.event {
            Event::AlarmRaised(fact) => Some(fact.alarm),
            _ => None,
        });
        raised.map(|id| self.alarm(id).unwrap()).collect()
    }
}

fn declaration() -> Declaration {
    let site = |id: &&str| -> Site { serde_json::from_value(serde_json::json!({ "id": id })).unwrap() };
    let zone = |site: &&str| Zone {
        id: ZoneId(format!("{site}-hall").into()),
        site: SiteId::from(*site),
        parent: None,
        name: Default::default(),
    };
    let device = |(id, site): (&&str, &&str)| DeviceDeclaration {
        device: Device {
            id: DeviceId::from(*id),
            kind: "panic-button".to_owned(),
            zone: Some(ZoneId(format!("{site}-hall").into())),
            dc09: None,
        },
        key: None,
    };
    let account = |(login, role): &(&str, Role)| AccountDeclaration {
        login: (*login).to_owned(),
        name: None,
        language: None,
        roles: Some(vec![Grant {
            role: *role,
            scope: Scope::Country,
        }]),
        password_hash: None,
    };
    Declaration {
        sites: SITES.iter().map(site).collect(),
        zones: SITES.iter().map(zone).collect(),
        posts: Vec::new(),
        devices: DEVICES.iter().zip(&SITES).map(device).collect(),
        accounts: LOGINS.iter().map(account).collect(),
    }
}

/// A frame of a device with one report, or with none that could be read.
pub(crate) fn frame(device: Option<&str>, sequence: u16, meaning: Option<Meaning>, flags: &[Flag]) -> Signal {
    let report = meaning.map(|meaning| Report {
        code: "PA".to_owned(),
        meaning,
        point: None,
        area: None,
    });
    let mut fingerprint = [0; 16];
    fingerprint[..2].copy_from_slice(&sequence.to_be_bytes());
    fingerprint[2] = u8::from(flags.contains(&Flag::BadChecksum));
    Signal {
        source: Source {
            protocol: Protocol::Dc09,
            address: "192.0.2.7".to_owned(),
            account: Some("1234".to_owned()),
            receiver: None,
            prefix: None,
            sequence: Some(sequence),
            fingerprint: Fingerprint(fingerprint),
        },
        device: device.map(DeviceId::from),
        reports: report.into_iter().collect(),
        flags: flags.iter().copied().collect(),
        occurred: Some("2026-03-01T04:59:59.123456789Z".parse().unwrap()),
        raw: RawSignal {
            bytes: b"SECRETBYTES".to_vec(),
            text: Some("SECRETTEXT".to_owned()),
        },
    }
}

/// A close with everything that a close can say.
pub(crate) fn full_close() -> Motion {
    Motion::Close {
        outcome: Outcome::NoDanger,
        factors: [Factor::Waiting, Factor::Other].into(),
    }
}

/// Any kind of alarm.
pub(crate) fn kind(number: usize) -> AlarmKind {
    AlarmKind::ALL[number % AlarmKind::ALL.len()]
}
