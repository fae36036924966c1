//! The engine with its threads, on a real data folder.

use std::fs;
use std::os::unix::fs::FileExt as _;
use std::path::Path;
use std::sync::Arc;

use saqta_domain::command::{Answer, Command, Idempotency, Motion, Press, Principal};
use saqta_domain::declaration::{AccountDeclaration, Declaration};
use saqta_domain::event::Event;
use saqta_domain::ids::AccountId;
use saqta_domain::permission::{Grant, Role, Scope};
use saqta_domain::signal::Fingerprint;
use saqta_engine::{Engine, Handle};
use saqta_readmodel::{AlarmQuery, Sites};

/// A data folder with a nurse and a guard.
struct House {
    folder: tempfile::TempDir,
}

impl House {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        drop(saqta_engine::init(folder.path()).unwrap());
        let house = Self { folder };
        let engine = house.open();
        let person = |login: &str, role| AccountDeclaration {
            login: login.to_owned(),
            name: Some(format!("{login} (synthetic)")),
            language: None,
            roles: Some(vec![Grant {
                role,
                scope: Scope::Country,
            }]),
            password_hash: None,
        };
        let declaration = Declaration {
            sites: vec![serde_json::from_value(serde_json::json!({ "id": "clinic" })).unwrap()],
            accounts: vec![person("nurse", Role::Worker), person("guard", Role::Guard)],
            ..Declaration::default()
        };
        let declared = Command::Declare(Box::new(declaration));
        engine
            .handle()
            .ask_blocking(Principal::System, declared)
            .expect("a sound declaration");
        engine.stop().expect("a clean end");
        house
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn open(&self) -> Engine {
        Engine::open(self.path()).expect("a sound data folder")
    }
}

fn person(handle: &Handle, login: &str) -> Principal {
    Principal::Account(
        handle
            .directory()
            .account_by_login(login)
            .expect("a declared person")
            .id,
    )
}

fn press(handle: &Handle, key: u8) -> Arc<saqta_domain::alarm::Alarm> {
    let idempotency = Idempotency {
        key: Fingerprint([key; 16]),
        body: Fingerprint([0; 16]),
    };
    let press = Press {
        idempotency: Some(idempotency),
        note: Some("help".to_owned()),
        ..Press::default()
    };
    match handle.ask_blocking(person(handle, "nurse"), Command::Raise(press)) {
        Ok(Answer::Raised(alarm)) => alarm,
        other => panic!("a press was not recorded: {other:?}"),
    }
}

#[test]
fn a_clean_end_leaves_no_wal_behind_and_the_next_start_knows_everything() {
    let house = House::new();
    let engine = house.open();
    let alarm = press(&engine.handle(), 1);
    engine.stop().unwrap();

    let left: Vec<String> = fs::read_dir(house.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with("-wal") || name.ends_with("-shm"))
        .collect();
    assert!(left.is_empty(), "left behind: {left:?}");

    let engine = house.open();
    assert_eq!(
        press(&engine.handle(), 1).id,
        alarm.id,
        "the same key finds its first answer after a restart"
    );
    assert_ne!(
        press(&engine.handle(), 2).id,
        alarm.id,
        "another key is another press"
    );
    engine.stop().unwrap();
}

#[test]
fn a_start_from_the_snapshot_equals_a_start_from_the_journal() {
    let house = House::new();
    let engine = house.open();
    let handle = engine.handle();
    let alarms: Vec<_> = (0..20).map(|key| press(&handle, key)).collect();
    let take = Command::Move {
        alarm: alarms[3].id,
        motion: Motion::Acknowledge,
        note: None,
    };
    handle.ask_blocking(person(&handle, "guard"), take).unwrap();
    engine.stop().unwrap();

    assert!(
        house.path().join("state.json").exists(),
        "a clean end takes a snapshot"
    );
    let with_snapshot = open_alarms(&house);
    fs::remove_file(house.path().join("state.json")).unwrap();
    assert_eq!(with_snapshot, open_alarms(&house));
}

#[test]
fn a_snapshot_that_the_journal_does_not_vouch_for_is_ignored() {
    let house = House::new();
    let engine = house.open();
    press(&engine.handle(), 1);
    engine.stop().unwrap();
    let file = house.path().join("state.json");
    let forged = fs::read_to_string(&file).unwrap().replace("panic", "assist");
    fs::write(&file, forged).unwrap();
    assert!(open_alarms(&house).contains("Panic"), "the journal says panic");
}

fn open_alarms(house: &House) -> String {
    let lock = saqta_journal::DataLock::acquire(house.path()).unwrap();
    let clock: Arc<dyn saqta_engine::Clock> = Arc::new(saqta_engine::SystemClock::new());
    let core = saqta_engine::open_core(&lock, &clock).unwrap();
    let mut alarms: Vec<String> = core
        .state()
        .alarms()
        .open()
        .map(|alarm| format!("{alarm:?}"))
        .collect();
    alarms.sort();
    alarms.join("\n")
}

#[test]
fn a_damaged_journal_is_set_aside_and_people_and_open_alarms_go_on() {
    let house = House::new();
    let engine = house.open();
    let handle = engine.handle();
    let (open, closed) = (press(&handle, 1), press(&handle, 2));
    let close = Motion::Close {
        outcome: saqta_domain::alarm::Outcome::Real,
        factors: std::collections::BTreeSet::new(),
    };
    let command = Command::Move {
        alarm: closed.id,
        motion: close,
        note: None,
    };
    handle.ask_blocking(person(&handle, "guard"), command).unwrap();
    engine.stop().unwrap();
    damage_last_entry(house.path());

    let engine = house.open();
    let handle = engine.handle();
    let set_aside = (1..=handle.live().head())
        .find_map(
            |position| match &handle.read_after(position - 1, 1).unwrap()[0].event {
                Event::LogSetAside(fact) => Some(fact.clone()),
                _ => None,
            },
        )
        .expect("the new log says that the old one was set aside");
    assert!(
        house
            .path()
            .join(&set_aside.folder)
            .join("journal.sqlite")
            .exists(),
        "the evidence is kept"
    );
    assert!(
        set_aside.readable > 5,
        "most of the old log was readable: {set_aside:?}"
    );
    assert_eq!(
        press(&handle, 1).id,
        open.id,
        "the open alarm and its key are in the new log"
    );
    assert_ne!(
        press(&handle, 2).id,
        closed.id,
        "what was over stays in the old one"
    );
    engine.stop().unwrap();
    saqta_journal::verify(house.path(), &mut |_| {}).expect("the new log is sound");
}

/// Overwrites a byte of the last entry, found by its type's name.
fn damage_last_entry(folder: &Path) {
    let path = folder.join("journal.sqlite");
    let bytes = fs::read(&path).unwrap();
    let snapshot: serde_json::Value =
        serde_json::from_slice(&fs::read(folder.join("state.json")).unwrap()).unwrap();
    // The entry that vouches for the last snapshot.
    let needle = format!("{{\"position\":{},", snapshot["position"]);
    let at = bytes
        .windows(needle.len())
        .position(|window| window == needle.as_bytes())
        .expect("the last entry");
    let file = fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.write_all_at(b"X", at as u64).unwrap();
}

#[test]
fn an_erased_person_is_gone_from_directory_views_and_journal() {
    let house = House::new();
    let engine = house.open();
    let handle = engine.handle();
    let Principal::Account(nurse) = person(&handle, "nurse") else {
        panic!("a nurse is a person")
    };
    press(&handle, 1);
    handle
        .ask_blocking(Principal::System, Command::Erase(nurse))
        .unwrap();
    assert_eq!(
        handle.directory().person_name(nurse),
        None,
        "the name is gone at once"
    );
    engine.stop().unwrap();

    let engine = house.open();
    let directory = engine.handle().directory();
    assert!(
        directory
            .account(nurse)
            .is_some_and(|account| account.erased && account.login.is_empty())
    );
    assert!(directory.account_by_login("nurse").is_none());
    engine.stop().unwrap();
    saqta_journal::verify(house.path(), &mut |_| {}).expect("the log still verifies");
}

#[test]
fn views_have_applied_what_was_answered_before_they_are_read() {
    let house = House::new();
    let engine = house.open();
    let handle = engine.handle();
    let nurse = person(&handle, "nurse");
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    for nth in 1..=200 {
        let raised = handle.ask_blocking(nurse.clone(), Command::Raise(Press::default()));
        assert!(raised.is_ok(), "press {nth} was not recorded: {raised:?}");
        runtime.block_on(handle.settled()).unwrap();
        let query = AlarmQuery {
            limit: 500,
            ..AlarmQuery::new(Sites::Everywhere)
        };
        let page = handle.views().alarms(&query).unwrap();
        assert_eq!(
            page.items.len(),
            nth,
            "the list misses an alarm that was answered"
        );
    }
    engine.stop().unwrap();
}

#[test]
fn a_second_process_is_kept_out() {
    let house = House::new();
    let engine = house.open();
    let second = Engine::open(house.path()).err().map(|fault| fault.to_string());
    let said = second.expect("the folder is in use");
    assert!(said.contains("in use"), "the message says why: {said}");
    assert!(
        engine
            .handle()
            .directory()
            .account(AccountId(uuid::Uuid::nil()))
            .is_none()
    );
    engine.stop().unwrap();
}
