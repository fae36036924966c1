//! One alarm and what happened to it.

use std::collections::BTreeSet;

use saqta_domain::alarm::{AlarmKind, Flag, Outcome};
use saqta_domain::command::{Command, Motion, Press, Principal};
use saqta_domain::ids::{AlarmId, DeviceId};
use saqta_domain::private::Claim;
use saqta_domain::signal::Meaning;
use saqta_readmodel::{AlarmDetail, Views};
use uuid::Uuid;

use crate::journal::{Journal, frame, full_close};

fn views(journal: &Journal) -> Views {
    let mut views = Views::in_memory().unwrap();
    views.apply(&journal.entries()).unwrap();
    views
}

fn detail(journal: &Journal, id: AlarmId) -> AlarmDetail {
    views(journal)
        .reader()
        .alarm(id)
        .unwrap()
        .expect("the alarm is there")
}

#[test]
fn a_whole_life_is_told_in_order() {
    let mut journal = Journal::new();
    let head = journal.account("head");
    let nurse = journal.account("nurse-a");
    let press = Press {
        zone: Some("kst-ed-hall".to_owned()),
        note: Some("he has a knife".to_owned()),
        ..Press::default()
    };
    let id = journal.press(Principal::Account(nurse), press);
    journal.move_on(id, Motion::Acknowledge, None);
    journal.move_on(id, Motion::Release, Some("I am at the other gate"));
    journal.move_on(id, Motion::Respond, None);
    journal.move_on(id, full_close(), Some("he left"));
    let contest = Command::Move {
        alarm: id,
        motion: Motion::Reopen,
        note: None,
    };
    journal.ask(Principal::Account(nurse), contest).unwrap();

    let detail = detail(&journal, id);
    assert_eq!(
        Some(&detail.alarm),
        journal.alarm(id).as_ref(),
        "the row is the domain's own alarm"
    );
    assert_eq!(detail.position, journal.head());
    let told: Vec<_> = detail
        .timeline
        .iter()
        .map(|item| (item.event, item.by, item.note.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            ("alarm.raised", Some(nurse), Some("he has a knife")),
            ("alarm.acknowledged", Some(head), None),
            ("alarm.released", Some(head), Some("I am at the other gate")),
            ("alarm.responding", Some(head), None),
            ("alarm.closed", Some(head), Some("he left")),
            ("alarm.contested", Some(nurse), None),
        ]
    );
    let closed = &detail.timeline[4];
    assert_eq!(closed.outcome, Some(Outcome::NoDanger));
    assert_eq!(closed.factors.as_ref().map(BTreeSet::len), Some(2));
    assert!(detail.timeline[3].factors.is_none(), "only a close has factors");
    let times: Vec<_> = journal
        .entries()
        .iter()
        .rev()
        .take(6)
        .rev()
        .map(|entry| entry.at)
        .collect();
    assert_eq!(
        detail.timeline.iter().map(|item| item.at).collect::<Vec<_>>(),
        times
    );
}

#[test]
fn what_a_press_said_that_nobody_could_place_is_kept_word_for_word() {
    let mut journal = Journal::new();
    let nurse = journal.account("nurse-a");
    let press = Press {
        zone: Some("бөлме 5".to_owned()),
        kind: Some("scream".to_owned()),
        ..Press::default()
    };
    let id = journal.press(Principal::Account(nurse), press);
    let claim = detail(&journal, id).timeline[0].claim.clone();
    let expected = Claim {
        zone: Some("бөлме 5".to_owned()),
        kind: Some("scream".to_owned()),
        ..Claim::default()
    };
    assert_eq!(claim, Some(expected));
}

#[test]
fn a_frame_and_its_repetition_show_the_signal_but_never_its_bytes() {
    let mut journal = Journal::new();
    let alarm = || frame(Some("button-1"), 7, Some(Meaning::Alarm(AlarmKind::Panic)), &[]);
    journal
        .ask(Principal::System, Command::Receive(Box::new(alarm())))
        .unwrap();
    journal
        .ask(Principal::System, Command::Receive(Box::new(alarm())))
        .unwrap();
    let id = journal.alarms()[0].id;

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("views.sqlite");
    let mut views = Views::open(&path).unwrap();
    views.apply(&journal.entries()).unwrap();
    let detail = views.reader().alarm(id).unwrap().unwrap();
    assert_eq!(detail.alarm.repeats, 1);
    let raised = detail.timeline[0]
        .signal
        .as_ref()
        .expect("the raising has its signal");
    assert_eq!(raised.source, alarm().source);
    assert_eq!(
        raised.report.as_ref().map(|report| report.code.as_str()),
        Some("PA")
    );
    assert_eq!(
        raised.occurred,
        alarm().occurred,
        "to the nanosecond, as the panel said it"
    );
    assert_eq!(detail.timeline[1].event, "alarm.repeated");
    assert!(
        detail.timeline[1]
            .signal
            .as_ref()
            .is_some_and(|signal| signal.report.is_none())
    );

    views.close().unwrap();
    let bytes = std::fs::read(&path).unwrap();
    for secret in [&b"SECRETBYTES"[..], b"SECRETTEXT", b"U0VDUkVUQllURVM"] {
        assert!(
            !bytes.windows(secret.len()).any(|window| window == secret),
            "raw signals stay in the journal"
        );
    }
}

#[test]
fn a_good_frame_that_joins_a_broken_one_moves_the_alarm() {
    let mut journal = Journal::new();
    let broken = frame(None, 9, None, &[Flag::BadChecksum]);
    journal
        .ask(Principal::System, Command::Receive(Box::new(broken)))
        .unwrap();
    let mut views = views(&journal);
    let good = frame(Some("button-2"), 9, Some(Meaning::Alarm(AlarmKind::Fire)), &[]);
    journal
        .ask(Principal::System, Command::Receive(Box::new(good)))
        .unwrap();
    views.apply(&journal.entries()).unwrap();

    let reader = views.reader();
    let id = journal.alarms()[0].id;
    let detail = reader.alarm(id).unwrap().unwrap();
    assert_eq!(Some(&detail.alarm), journal.alarm(id).as_ref());
    assert_eq!(
        detail.alarm.site.as_str(),
        "kst-2",
        "the good frame told the place"
    );
    assert_eq!(
        detail.timeline.last().map(|item| item.event),
        Some("alarm.joined")
    );
    let counts = reader.open_counts().unwrap();
    let places: Vec<_> = counts
        .iter()
        .map(|count| (count.site.as_str(), count.open))
        .collect();
    assert_eq!(places, [("kst-2", 1)], "it is counted where it is now");
}

#[test]
fn signals_that_are_no_alarm_are_listed_by_device() {
    let mut journal = Journal::new();
    for sequence in 1..=5 {
        let test = frame(
            Some("button-1"),
            sequence,
            Some(Meaning::Test),
            &[Flag::WrongClock],
        );
        journal
            .ask(Principal::System, Command::Receive(Box::new(test)))
            .unwrap();
        let other = frame(Some("button-2"), 100 + sequence, Some(Meaning::OpenClose), &[]);
        journal
            .ask(Principal::System, Command::Receive(Box::new(other)))
            .unwrap();
    }
    let reader = views(&journal).reader();
    let device = DeviceId::from("button-1");
    let first = reader.signals(&device, None, 3).unwrap();
    let second = reader.signals(&device, first.next, 3).unwrap();
    let sequences: Vec<_> = first
        .items
        .iter()
        .chain(&second.items)
        .filter_map(|signal| signal.source.sequence)
        .collect();
    assert_eq!(sequences, [5, 4, 3, 2, 1], "newest first, no gap, no double");
    assert_eq!(second.next, None);
    let newest = &first.items[0];
    assert_eq!(newest.reports[0].meaning, Meaning::Test);
    assert!(newest.flags.contains(&Flag::WrongClock));
    assert_eq!(newest.occurred, frame(None, 1, None, &[]).occurred);
}

#[test]
fn an_alarm_is_found_by_the_position_of_its_raising_only() {
    let mut journal = Journal::new();
    let id = journal.press_in("kst-ed-hall");
    let raised = journal.head();
    journal.move_on(id, Motion::Acknowledge, None);
    let reader = views(&journal).reader();
    assert_eq!(
        reader.alarm_raised_at(raised).unwrap(),
        journal.alarm(id),
        "as it stands"
    );
    assert_eq!(reader.alarm_raised_at(raised + 1).unwrap(), None);
    assert_eq!(reader.alarm(AlarmId(Uuid::from_u128(99_999))).unwrap(), None);
}
