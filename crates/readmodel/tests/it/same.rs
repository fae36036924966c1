//! Whatever happened, in whatever batches it was applied: the same events make the same views.

use std::convert::Infallible;

use jiff::Timestamp;
use proptest::prelude::*;
use saqta_domain::alarm::Flag;
use saqta_domain::command::{Command, Motion, Press, Principal};
use saqta_domain::signal::Meaning;
use saqta_readmodel::{Views, rebuild};

use crate::journal::{DEVICES, Journal, SITES, frame, full_close, kind};

const LOGINS: [&str; 4] = ["nurse-a", "nurse-b", "guard", "head"];

/// Does something that the numbers stand for. A refusal is as good as anything: nothing is recorded.
fn happen(journal: &mut Journal, [what, who, which, how]: [u8; 4]) {
    let number = usize::from(which);
    let login = LOGINS[usize::from(who % 4)];
    let principal = match who % 6 {
        4 => Principal::Device(DEVICES[number % 3].into()),
        5 => Principal::System,
        _ => Principal::Account(journal.account(login)),
    };
    let _refused_or_not = match what % 16 {
        0..=4 => journal.ask(principal, Command::Raise(press(number, how))),
        5..=10 => {
            let alarms = journal.alarms();
            let Some(alarm) = alarms.get(number % alarms.len().clamp(1, 6)) else {
                return;
            };
            let note = (how.is_multiple_of(3)).then(|| format!("note {what} {which}"));
            journal.ask(
                principal,
                Command::Move {
                    alarm: alarm.id,
                    motion: motion(how),
                    note,
                },
            )
        }
        11..=13 => journal.ask(Principal::System, Command::Receive(Box::new(signal(number, how)))),
        14 => {
            journal.wait(i64::from(how));
            Ok(())
        }
        _ if how.is_multiple_of(4) => {
            let account = journal.account(login);
            journal.ask(Principal::System, Command::Erase(account))
        }
        _ => Ok(()),
    };
}

fn press(number: usize, how: u8) -> Press {
    Press {
        zone: match how % 4 {
            0 => None,
            1 => Some("nowhere".to_owned()),
            _ => Some(format!("{}-hall", SITES[number % 3])),
        },
        kind: (!how.is_multiple_of(5)).then(|| {
            if how % 5 == 1 {
                "scream"
            } else {
                kind(number).code()
            }
            .to_owned()
        }),
        silent: (how.is_multiple_of(2)).then_some(how.is_multiple_of(8)),
        note: (how.is_multiple_of(3)).then(|| format!("help {number}")),
        pressed_at: (how.is_multiple_of(7)).then_some(Timestamp::UNIX_EPOCH),
        ..Press::default()
    }
}

fn motion(how: u8) -> Motion {
    match how % 8 {
        0 => Motion::Acknowledge,
        1 => Motion::Respond,
        2 => Motion::Attend,
        3 | 4 => full_close(),
        5 => Motion::Release,
        6 => Motion::Reopen,
        _ => Motion::Note,
    }
}

/// Few sequence numbers, so that frames repeat, and broken ones are joined by good ones.
fn signal(number: usize, how: u8) -> saqta_domain::signal::Signal {
    let device = (number % 4 < 3).then(|| DEVICES[number % 3]);
    let sequence = 1 + u16::from(how % 3);
    let kind = kind(number);
    match how % 7 {
        0 | 1 => frame(device, sequence, Some(Meaning::Alarm(kind)), &[]),
        2 => frame(None, sequence, None, &[Flag::BadChecksum]),
        3 => frame(device, 10 + sequence, Some(Meaning::Restore(kind)), &[]),
        4 => frame(device, 20 + sequence, Some(Meaning::Cancel), &[]),
        5 => frame(device, 30 + sequence, Some(Meaning::Test), &[Flag::WrongClock]),
        _ => frame(device, 40 + sequence, Some(Meaning::Unknown), &[]),
    }
}

fn happenings() -> impl Strategy<Value = Vec<[u8; 4]>> {
    prop::collection::vec(any::<[u8; 4]>(), 1..80)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn batches_reopening_and_rebuilding_make_no_difference(
        happenings in happenings(),
        batches in prop::collection::vec((1_usize..9, any::<bool>()), 1..20),
    ) {
        let mut journal = Journal::new();
        happenings.into_iter().for_each(|numbers| happen(&mut journal, numbers));
        let entries = journal.entries();
        let mut whole = Views::in_memory().unwrap();
        whole.apply(&entries).unwrap();
        let digest = whole.digest().unwrap();

        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("views.sqlite");
        let mut views = Views::open(&path).unwrap();
        let mut rest = &entries[..];
        for (size, reopen) in batches.into_iter().cycle() {
            let (batch, later) = rest.split_at(size.min(rest.len()));
            views.apply(batch).unwrap();
            if reopen {
                drop(views);
                views = Views::open(&path).unwrap();
            }
            rest = later;
            if rest.is_empty() {
                break;
            }
        }
        prop_assert_eq!(&views.digest().unwrap(), &digest, "applied bit by bit");
        views.close().unwrap();

        let after = journal.entries_after_erasure();
        let rebuilt = rebuild(&path, after.into_iter().map(Ok::<_, Infallible>)).unwrap();
        prop_assert_eq!(&rebuilt.digest, &digest, "rebuilt without the keys of who was erased");

        let reader = whole.reader();
        for alarm in journal.alarms() {
            let detail = reader.alarm(alarm.id).unwrap().unwrap();
            prop_assert_eq!(detail.timeline.len() as u64, alarm.version, "each event has its item");
            prop_assert_eq!(detail.alarm, alarm, "the row is the domain's own alarm");
        }
    }
}
