//! What can still be read of a damaged journal.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use saqta_journal::{Entry, Journal, Salvage};

use crate::support::{Folder, filled};

fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(dir)
        .unwrap()
        .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn read(dir: &Path) -> Vec<Entry> {
    let mut entries = Vec::new();
    let salvage = Salvage::open(dir).unwrap();
    let readable = salvage.read(|entry| entries.push(entry));
    assert_eq!(readable, entries.len() as u64);
    entries
}

fn positions(entries: &[Entry]) -> Vec<u64> {
    entries.iter().map(|entry| entry.position).collect()
}

#[test]
fn changed_and_missing_entries_are_left_out_and_the_evidence_stays_untouched() {
    let folder = Folder::new();
    let (journal, _) = filled(&folder, 10);
    let written = journal.read(1, 10).unwrap();
    journal.close().unwrap();
    let path = folder.path().join("journal.sqlite");
    let connection = Connection::open(&path).unwrap();
    connection
        .execute_batch(
            "UPDATE entries SET body = '{}' WHERE position = 3; DELETE FROM entries WHERE position = 7",
        )
        .unwrap();
    connection.close().unwrap();
    let (before, bytes) = (names(folder.path()), fs::read(&path).unwrap());

    let entries = read(folder.path());
    assert_eq!(positions(&entries), [1, 2, 4, 5, 6, 8, 9, 10]);
    assert!(
        entries.iter().all(|entry| written.contains(entry)),
        "an entry is not as it was written"
    );
    assert!(
        fs::read(&path).unwrap() == bytes,
        "the damaged file was written to"
    );
    assert_eq!(names(folder.path()), before, "the copy was left behind");
}

/// What is in the WAL only was answered, too.
#[test]
fn entries_of_the_wal_are_read() {
    let folder = Folder::new();
    let (journal, _) = filled(&folder, 10);
    assert_eq!(positions(&read(folder.path())), (1..=10).collect::<Vec<u64>>());
    journal.close().unwrap();
}

#[test]
fn one_ruined_page_costs_only_its_own_entries() {
    let folder = Folder::new();
    filled(&folder, 400).0.close().unwrap();
    let path = folder.path().join("journal.sqlite");
    let mut bytes = fs::read(&path).unwrap();
    let needle = b"\"er-200\"";
    let at = bytes
        .windows(needle.len())
        .position(|window| window == needle)
        .unwrap();
    let page = at / 4096 * 4096;
    bytes[page..page + 4096].fill(0xff);
    fs::write(&path, bytes).unwrap();
    let found = positions(&read(folder.path()));
    assert!(!found.contains(&200), "the ruined entry was read");
    assert!(found.len() >= 350, "only {} of 400 were read", found.len());
    assert!(found.contains(&1) && found.contains(&400), "{found:?}");
}

#[test]
fn of_what_is_no_database_nothing_is_read() {
    let folder = Folder::new();
    fs::write(folder.path().join("journal.sqlite"), vec![0x5a; 20_000]).unwrap();
    assert_eq!(read(folder.path()), []);
}
