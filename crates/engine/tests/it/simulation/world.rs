//! The disk, the clock, and the core that runs on them until it crashes.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use saqta_domain::command::{Command, Principal};
use saqta_domain::declaration::{AccountDeclaration, Declaration, DeviceDeclaration};
use saqta_domain::device::{Dc09, Device};
use saqta_domain::event::Recorded;
use saqta_domain::permission::{Grant, Role, Scope};
use saqta_domain::site::Site;
use saqta_domain::zone::Zone;
use saqta_engine::{Batch, Clock, Core, CoreParts, OpenError, Request, SnapshotFile, UuidIds};
use saqta_journal::{
    Fault, FaultRates, Faults, Journal, JournalReader, KeyStore, MemoryJournal, SeededRandom, Signer,
};
use saqta_readmodel::Views;

use super::crowd::Crowd;

/// A clock that only the history moves.
pub(super) struct SimClock(Mutex<(Timestamp, Duration)>);

impl SimClock {
    fn new() -> Self {
        Self(Mutex::new((
            Timestamp::from_second(1_800_000_000).unwrap(),
            Duration::ZERO,
        )))
    }

    fn pass(&self, time: Duration) {
        let mut now = self.0.lock().unwrap();
        now.0 = now
            .0
            .checked_add(SignedDuration::try_from(time).unwrap())
            .unwrap();
        now.1 += time;
    }

    /// Somebody sets the wall clock; the monotonic one does not care.
    fn set_off(&self, seconds: i64) {
        let mut now = self.0.lock().unwrap();
        now.0 = now.0.checked_add(SignedDuration::from_secs(seconds)).unwrap();
    }
}

impl Clock for SimClock {
    fn now(&self) -> Timestamp {
        self.0.lock().unwrap().0
    }

    fn monotonic(&self) -> Duration {
        self.0.lock().unwrap().1
    }
}

/// One history.
pub(super) struct World {
    pub(super) seed: u64,
    pub(super) random: SeededRandom,
    pub(super) clock: Arc<SimClock>,
    pub(super) keys: KeyStore,
    pub(super) crowd: Crowd,
    views: Option<Views>,
    core: Option<Core<MemoryJournal>>,
    rates: FaultRates,
    snapshot: Option<SnapshotFile>,
    pub(super) crashes: u32,
}

/// The people of every history: two guards, a dispatcher, two nurses.
pub(super) const LOGINS: [(&str, Role); 5] = [
    ("guard-1", Role::Guard),
    ("guard-2", Role::Guard),
    ("dispatcher", Role::Dispatcher),
    ("nurse-1", Role::Worker),
    ("nurse-2", Role::Worker),
];

impl World {
    pub(super) fn new(seed: u64) -> Self {
        let mut random = SeededRandom::new(seed);
        let clock = Arc::new(SimClock::new());
        let keys = KeyStore::in_memory(&mut random).unwrap();
        let journal = MemoryJournal::new(Signer::generate(&mut random), Faults::none());
        let mut world = Self {
            seed,
            random,
            clock,
            keys,
            crowd: Crowd::default(),
            // Views are slow to make; every eighth history has them.
            views: seed.is_multiple_of(8).then(|| Views::in_memory().unwrap()),
            core: None,
            rates: FaultRates::default(),
            snapshot: None,
            crashes: 0,
        };
        world.start(journal);
        let declared = world.run(vec![Request {
            principal: Principal::System,
            command: Command::Declare(Box::new(declaration())),
        }]);
        assert!(
            declared.outcomes[0].is_ok(),
            "the declaration was refused: {:?}",
            declared.outcomes[0]
        );
        let directory = Arc::clone(world.core().state().directory());
        world.crowd.meet(&directory);
        // Trouble begins once the world is set up.
        world.rates = FaultRates {
            failed: 40,
            full: 30,
            slow: 20,
            crash_before: 30,
            crash_after: 30,
        };
        world.crash();
        world
    }

    pub(super) fn core(&self) -> &Core<MemoryJournal> {
        self.core.as_ref().expect("the core runs between steps")
    }

    pub(super) fn journal(&self) -> Box<dyn JournalReader> {
        self.core().journal().reader()
    }

    /// One batch: time passes, people and devices ask, and now and then the process dies.
    pub(super) fn step(&mut self) {
        self.let_time_pass();
        let mut crowd = std::mem::take(&mut self.crowd);
        let core = self.core.as_ref().expect("the core runs between steps");
        let asked = crowd.ask(&mut self.random, core.state());
        let batch = self.run(asked.requests());
        if batch.broken || self.core().journal().crashed() {
            crowd.unanswered(asked);
            self.crash();
        } else {
            crowd.answered(asked, &batch.outcomes);
            self.look(&batch.recorded);
        }
        self.crowd = crowd;
        match self.random.below(40) {
            0 => self.crash(),
            1 => self.take_snapshot(),
            _ => {}
        }
    }

    /// The next append meets this fault.
    pub(super) fn inject(&mut self, fault: Fault) {
        self.core
            .as_mut()
            .expect("the core runs")
            .journal_mut()
            .inject(fault);
    }

    /// The faults stop, and everybody gets an answer in the end.
    pub(super) fn calm_down(&mut self) {
        self.rates = FaultRates::default();
        self.crash();
        let mut crowd = std::mem::take(&mut self.crowd);
        while let Some(asked) = crowd.ask_again() {
            let batch = self.run(asked.requests());
            crowd.answered(asked, &batch.outcomes);
            self.look(&batch.recorded);
        }
        self.crowd = crowd;
    }

    pub(super) fn has_views(&self) -> bool {
        self.views.is_some()
    }

    pub(super) fn views_digest(&self) -> String {
        self.views
            .as_ref()
            .expect("this history has views")
            .digest()
            .unwrap()
    }

    /// The views follow, from wherever they are.
    fn look(&mut self, recorded: &[Arc<Recorded>]) {
        let Some(views) = &mut self.views else { return };
        let follows = recorded
            .first()
            .is_some_and(|first| first.position == views.position() + 1);
        if follows {
            views.apply(recorded).unwrap();
        } else {
            self.catch_up();
        }
    }

    pub(super) fn catch_up(&mut self) {
        let Some(position) = self.views.as_ref().map(Views::position) else {
            return;
        };
        let entries = self.journal().read(position + 1, usize::MAX >> 1).unwrap();
        let recorded: Vec<_> = entries
            .iter()
            .map(|entry| Arc::new(saqta_engine::decode(entry, &self.keys).unwrap()))
            .collect();
        if let Some(views) = &mut self.views {
            views.apply(&recorded).unwrap();
        }
    }

    fn run(&mut self, requests: Vec<Request>) -> Batch {
        let core = self.core.as_mut().expect("the core runs");
        let batch = core.run(requests);
        self.clock.pass(core.journal_mut().take_delay());
        batch
    }

    fn let_time_pass(&mut self) {
        let millis = match self.random.below(20) {
            0 => 70_000,
            1 => 360_000,
            2 => 11_000,
            _ => self.random.below(900),
        };
        self.clock.pass(Duration::from_millis(millis));
        match self.random.below(60) {
            0 => self.clock.set_off(-3_600),
            1 => self.clock.set_off(7_200),
            _ => {}
        }
    }

    fn crash(&mut self) {
        self.crashes += 1;
        let faults = self.fresh_faults();
        let mut journal = self.core().journal().on_same_disk(faults);
        // A start can fail as well; whoever keeps the process running tries again.
        while let Some(disk) = self.try_start(journal) {
            journal = disk;
        }
    }

    /// Each process meets its own faults, or a start that fails would fail for ever.
    fn fresh_faults(&mut self) -> Faults {
        Faults::new(self.random.next_u64(), self.rates)
    }

    fn start(&mut self, journal: MemoryJournal) {
        assert!(
            self.try_start(journal).is_none(),
            "the core starts on a sound disk"
        );
    }

    /// Gives the disk back when the start met a fault.
    fn try_start(&mut self, journal: MemoryJournal) -> Option<MemoryJournal> {
        let faults = self.fresh_faults();
        let disk = journal.on_same_disk(faults);
        let random = SeededRandom::new(self.random.next_u64());
        match self.open(journal, random, self.snapshot.clone()) {
            Ok(core) => {
                self.core = Some(core);
                None
            }
            // Claiming writes, and so can meet a fault.
            Err(OpenError::Claim(_)) => Some(disk),
            Err(error) => panic!("history {}: what was recorded cannot be read: {error}", self.seed),
        }
    }

    fn open(
        &self,
        journal: MemoryJournal,
        random: SeededRandom,
        snapshot: Option<SnapshotFile>,
    ) -> Result<Core<MemoryJournal>, OpenError> {
        let clock: Arc<dyn Clock> = Arc::clone(&self.clock) as _;
        Core::open(CoreParts {
            journal,
            keys: self.keys.clone(),
            ids: Box::new(UuidIds::new(Arc::clone(&clock), Box::new(random.clone()))),
            clock,
            random: Box::new(random),
            snapshot,
        })
    }

    fn take_snapshot(&mut self) {
        let (file, event) =
            SnapshotFile::of(&self.core().state().snapshot(), self.core().journal().head()).unwrap();
        let batch = self.run(vec![Request {
            principal: Principal::System,
            command: Command::Record(event),
        }]);
        if batch.recorded.len() == 1 {
            self.snapshot = Some(file);
        }
        if batch.broken || self.core().journal().crashed() {
            self.crash();
        } else {
            self.look(&batch.recorded);
        }
    }

    /// What the live state would be had it been read from the journal alone.
    pub(super) fn replayed(&self) -> Core<MemoryJournal> {
        let journal = self.core().journal().on_copied_disk();
        self.open(journal, SeededRandom::new(0), None)
            .expect("what was recorded can be read")
    }
}

fn declaration() -> Declaration {
    let site = |id: &str| -> Site { serde_json::from_value(serde_json::json!({ "id": id })).unwrap() };
    let zone = |id: &str, site: &str| Zone {
        id: id.into(),
        site: site.into(),
        parent: None,
        name: Default::default(),
    };
    let panel = |number: u32| DeviceDeclaration {
        device: Device {
            id: format!("panel-{number}").as_str().into(),
            kind: "alarm-panel".to_owned(),
            zone: Some("triage".into()),
            dc09: Some(Dc09 {
                account: format!("100{number}"),
                receiver: None,
                prefix: None,
                encoding: Default::default(),
                encrypted: false,
            }),
        },
        key: None,
    };
    Declaration {
        sites: vec![site("hospital"), site("clinic")],
        zones: vec![
            zone("triage", "hospital"),
            zone("ward", "hospital"),
            zone("desk", "clinic"),
        ],
        devices: (0..3).map(panel).collect(),
        accounts: LOGINS
            .iter()
            .map(|(login, role)| AccountDeclaration {
                login: (*login).to_owned(),
                name: None,
                language: None,
                roles: Some(vec![Grant {
                    role: *role,
                    scope: Scope::Country,
                }]),
                password_hash: None,
            })
            .collect(),
        ..Declaration::default()
    }
}
