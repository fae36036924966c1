//! What needs the engine's inside: a full disk, and the files beside the database.

use std::path::Path;

use super::files::set_aside;
use super::*;
use crate::entry::NewEntry;
use crate::random::SeededRandom;

fn open(dir: &Path) -> SqliteJournal {
    let lock = DataLock::acquire(dir).unwrap();
    if !dir.join(folder::JOURNAL).exists() {
        SqliteJournal::create(&lock, &mut SeededRandom::new(1)).unwrap();
    }
    SqliteJournal::open(&lock).unwrap()
}

fn item(number: u64, size: usize) -> Item {
    let entry = NewEntry {
        time: 1,
        actor: None,
        site: None,
        stream: format!("alarm:{number}"),
        version: 1,
        kind: "alarm.raised".into(),
        schema: 1,
        body: format!("\"{}\"", "x".repeat(size)).into_bytes(),
        sealed: vec![],
        nonce: [0; 16],
    };
    Item {
        dedupe_key: None,
        entries: vec![entry],
    }
}

/// Waits for the checkpointer to have made the reserve.
fn with_reserve(journal: &SqliteJournal) {
    while journal.reserve_released() {
        std::thread::yield_now();
    }
}

#[test]
fn a_full_disk_releases_the_reserve_and_then_records_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let mut journal = open(dir.path());
    let epoch = journal.claim().unwrap();
    journal.append(epoch, 0, &[item(1, 10)]).unwrap();
    with_reserve(&journal);

    let pages: i64 = journal
        .connection
        .query_row("PRAGMA page_count", [], |row| row.get(0))
        .unwrap();
    journal
        .connection
        .pragma_update(None, "max_page_count", pages)
        .unwrap();
    let big = [item(2, 10), item(3, 100_000)];
    assert_eq!(journal.append(epoch, 1, &big), Err(AppendError::Full));
    assert_eq!((journal.head(), journal.read(1, 9).unwrap().len()), (1, 1));
    assert_eq!(journal.find(&DedupeKey([0; 16])).unwrap(), None);

    journal
        .connection
        .pragma_update(None, "max_page_count", 1_000_000)
        .unwrap();
    journal.append(epoch, 1, &big).unwrap();
    assert_eq!(journal.read(1, 9).unwrap().len(), 3);
    // There is room again, so the reserve comes back by itself.
    with_reserve(&journal);
    Box::new(journal).close().unwrap();
    crate::verify(dir.path(), &mut |_| ()).unwrap();
}

#[test]
fn a_full_disk_is_tried_again_in_the_wals_room_and_then_on_the_reserve() {
    let dir = tempfile::tempdir().unwrap();
    let mut journal = open(dir.path());
    with_reserve(&journal);
    let mut tries = 0;
    let result = journal.with_reserve(|journal| {
        tries += 1;
        if journal.reserve.is_released() {
            Ok(())
        } else {
            Err(AppendError::Full)
        }
    });
    assert_eq!((result, tries), (Ok(()), 3));
}

#[test]
fn without_its_reserve_the_wal_is_kept_small() {
    let dir = tempfile::tempdir().unwrap();
    let mut journal = open(dir.path());
    let epoch = journal.claim().unwrap();
    with_reserve(&journal);
    assert!(journal.reserve.release());
    for number in 0..500 {
        journal.append(epoch, number, &[item(number, 500)]).unwrap();
        let frames = journal.checkpointer.frames();
        assert!(frames < 2 * TIGHT, "{frames} frames after {number} entries");
    }
    Box::new(journal).close().unwrap();
    assert_eq!(crate::verify(dir.path(), &mut |_| ()).unwrap().entries, 500);
}

#[test]
fn a_second_process_is_kept_out() {
    let dir = tempfile::tempdir().unwrap();
    let journal = open(dir.path());
    let error = DataLock::acquire(dir.path()).unwrap_err().to_string();
    assert!(error.contains(&dir.path().display().to_string()), "{error}");
    assert!(error.contains(&format!("({})", std::process::id())), "{error}");
    drop(journal);
    DataLock::acquire(dir.path()).unwrap();
}

#[test]
fn a_clean_end_leaves_no_wal_even_with_readers_about() {
    let dir = tempfile::tempdir().unwrap();
    let mut journal = open(dir.path());
    let reader = journal.reader();
    let epoch = journal.claim().unwrap();
    journal.append(epoch, 0, &[item(1, 10)]).unwrap();
    assert_eq!(reader.read(1, 9).unwrap().len(), 1);
    Box::new(journal).close().unwrap();
    for suffix in ["-wal", "-shm"] {
        assert!(
            !dir.path().join(format!("journal.sqlite{suffix}")).exists(),
            "{suffix} is left"
        );
    }
    assert!(matches!(reader.read(1, 9), Err(ReadError::Failed(_))));
    assert_eq!(open(dir.path()).head(), 1);
}

#[test]
fn the_wal_is_bounded_under_unbroken_load() {
    let dir = tempfile::tempdir().unwrap();
    let mut journal = open(dir.path());
    let epoch = journal.claim().unwrap();
    let mut longest = 0;
    for number in 1..=400 {
        journal
            .append(epoch, number - 1, &[item(number, 500_000)])
            .unwrap();
        longest = longest.max(fs::metadata(dir.path().join("journal.sqlite-wal")).unwrap().len());
    }
    assert!(
        longest < 150_000_000,
        "the WAL grew to {longest} bytes of 200 MB written"
    );
    Box::new(journal).close().unwrap();
}

#[test]
fn a_journal_set_aside_makes_room_for_a_new_one() {
    let dir = tempfile::tempdir().unwrap();
    let mut journal = open(dir.path());
    let epoch = journal.claim().unwrap();
    journal.append(epoch, 0, &[item(1, 10)]).unwrap();
    let origin = journal.signer().origin().to_owned();
    drop(journal);
    let lock = DataLock::acquire(dir.path()).unwrap();
    assert!(matches!(
        SqliteJournal::create(&lock, &mut SeededRandom::new(2)),
        Err(OpenError::Exists(_))
    ));
    let aside = set_aside(&lock, "1").unwrap();
    assert!(matches!(SqliteJournal::open(&lock), Err(OpenError::Missing(_))));
    SqliteJournal::create(&lock, &mut SeededRandom::new(2)).unwrap();
    let fresh = SqliteJournal::open(&lock).unwrap();
    assert_eq!(fresh.head(), 0);
    assert_ne!(fresh.signer().origin(), origin);
    assert_eq!(crate::verify(&aside, &mut |_| ()).unwrap().entries, 1);
}
