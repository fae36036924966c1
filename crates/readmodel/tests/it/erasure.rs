//! What an erased person wrote is gone, and leaves the views as they would be without it.

use saqta_domain::command::{Command, Motion, Press, Principal};
use saqta_domain::event::{Event, SubjectErased};
use saqta_domain::ids::AlarmId;
use saqta_readmodel::Views;

use crate::journal::Journal;

const NURSE: &str = "NURSEWROTETHIS";
const CLAIM: &str = "NURSECLAIMEDTHIS";
const HEAD: &str = "HEADWROTETHIS";
const DEVICE: &str = "BUTTONWROTETHIS";

/// A nurse's press with note and claim, a device's press with a note, a note by the head of security on both.
fn story() -> (Journal, [AlarmId; 2]) {
    let mut journal = Journal::new();
    let nurse = journal.account("nurse-a");
    let press = Press {
        zone: Some(CLAIM.to_owned()),
        note: Some(NURSE.to_owned()),
        ..Press::default()
    };
    let of_nurse = journal.press(Principal::Account(nurse), press);
    let press = Press {
        note: Some(DEVICE.to_owned()),
        ..Press::default()
    };
    let of_device = journal.press(Principal::Device("button-1".into()), press);
    for id in [of_nurse, of_device] {
        journal.move_on(id, Motion::Note, Some(HEAD));
    }
    (journal, [of_nurse, of_device])
}

fn erase_nurse(journal: &mut Journal) {
    let nurse = journal.account("nurse-a");
    journal.ask(Principal::System, Command::Erase(nurse)).unwrap();
}

fn digest_of(entries: &[std::sync::Arc<saqta_domain::event::Recorded>]) -> String {
    let mut views = Views::in_memory().unwrap();
    views.apply(entries).unwrap();
    views.digest().unwrap()
}

#[test]
fn an_erased_persons_texts_are_blanked_and_nobody_elses() {
    let (mut journal, ids) = story();
    let mut views = Views::in_memory().unwrap();
    views.apply(&journal.entries()).unwrap();
    erase_nurse(&mut journal);
    views.apply(&journal.entries()).unwrap();
    let reader = views.reader();
    let [of_nurse, of_device] = ids.map(|id| reader.alarm(id).unwrap().unwrap().timeline);
    assert_eq!((&of_nurse[0].note, &of_nurse[0].claim), (&None, &None));
    assert_eq!(
        of_nurse[0].by,
        Some(journal.account("nurse-a")),
        "that somebody pressed stays"
    );
    assert_eq!(of_nurse[1].note.as_deref(), Some(HEAD));
    assert_eq!(of_device[0].note.as_deref(), Some(DEVICE));
}

#[test]
fn a_rebuild_without_the_key_is_equal() {
    let (mut journal, _) = story();
    let mut views = Views::in_memory().unwrap();
    views.apply(&journal.entries()).unwrap();
    let before = views.digest().unwrap();
    erase_nurse(&mut journal);
    views.apply(&journal.entries()).unwrap();
    assert_ne!(
        views.digest().unwrap(),
        before,
        "the digest covers texts and position"
    );
    assert_eq!(
        views.digest().unwrap(),
        digest_of(&journal.entries_after_erasure())
    );
}

#[test]
fn a_devices_texts_are_its_own() {
    let (mut journal, ids) = story();
    let erased = Event::SubjectErased(SubjectErased {
        subject: "device:button-1".to_owned(),
    });
    journal.ask(Principal::System, Command::Record(erased)).unwrap();
    let mut views = Views::in_memory().unwrap();
    views.apply(&journal.entries()).unwrap();
    let timeline = views.reader().alarm(ids[1]).unwrap().unwrap().timeline;
    assert_eq!(timeline[0].note, None);
    assert_eq!(timeline[1].note.as_deref(), Some(HEAD));
    assert_eq!(
        views.digest().unwrap(),
        digest_of(&journal.entries_after_erasure())
    );
}

#[test]
fn erased_text_is_in_no_file() {
    let (mut journal, _) = story();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("views.sqlite");
    let mut views = Views::open(&path).unwrap();
    views.apply(&journal.entries()).unwrap();
    let reader = views.reader();
    reader.position().unwrap();
    let found = |text: &str| {
        let files = std::fs::read_dir(folder.path()).unwrap();
        files
            .map(|file| std::fs::read(file.unwrap().path()).unwrap())
            .any(|bytes| bytes.windows(text.len()).any(|window| window == text.as_bytes()))
    };
    assert!(found(NURSE) && found(CLAIM), "the test can find text at all");
    erase_nurse(&mut journal);
    views.apply(&journal.entries()).unwrap();
    assert!(
        !found(NURSE) && !found(CLAIM),
        "neither the database nor its WAL holds it"
    );
    assert!(found(HEAD));
}
