//! Ends that were not clean, and files that are not what was written.

use std::path::{Path, PathBuf};

use saqta_domain::command::Motion;
use saqta_readmodel::{Error, Views};

use crate::journal::{Journal, ORIGIN};

fn story() -> Journal {
    let mut journal = Journal::new();
    for number in 0..300_u32 {
        let id = journal.press_in("kst-ed-hall");
        if number.is_multiple_of(2) {
            journal.move_on(id, Motion::Acknowledge, Some("on it"));
            journal.close(id);
        }
    }
    journal
}

fn digest_of(journal: &Journal) -> String {
    let mut views = Views::in_memory().unwrap();
    views.apply(&journal.entries()).unwrap();
    views.digest().unwrap()
}

fn with(path: &Path, suffix: &str) -> PathBuf {
    PathBuf::from(format!("{}{suffix}", path.display()))
}

/// The files as a kill at this instant would leave them.
fn killed_copy(path: &Path, to: &Path) {
    for suffix in ["", "-wal"] {
        std::fs::copy(with(path, suffix), with(to, suffix)).unwrap();
    }
}

/// Views of the whole story, cleanly closed.
fn closed_views(folder: &Path, journal: &Journal) -> PathBuf {
    let path = folder.join("views.sqlite");
    let mut views = Views::open(&path).unwrap();
    views.apply(&journal.entries()).unwrap();
    views.close().unwrap();
    path
}

#[test]
fn after_a_kill_the_views_go_on_where_they_were() {
    let journal = story();
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (
        folder.path().join("views.sqlite"),
        folder.path().join("copy.sqlite"),
    );
    let mut views = Views::open(&path).unwrap();
    let entries = journal.entries();
    views.apply(&entries[..400]).unwrap();
    killed_copy(&path, &copy);

    let mut survivor = Views::open(&copy).unwrap();
    assert_eq!(
        survivor.position(),
        400,
        "a killed process loses nothing it applied"
    );
    assert_eq!(survivor.origin(), Some(ORIGIN));
    survivor.apply(&entries).unwrap();
    assert_eq!(survivor.digest().unwrap(), digest_of(&journal));
}

#[test]
fn a_dropped_handle_leaves_whole_views() {
    let journal = story();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("views.sqlite");
    let mut views = Views::open(&path).unwrap();
    views.apply(&journal.entries()[..100]).unwrap();
    drop(views);
    let mut views = Views::open(&path).unwrap();
    assert_eq!(views.position(), 100);
    views.apply(&journal.entries()).unwrap();
    assert_eq!(views.digest().unwrap(), digest_of(&journal));
}

#[test]
fn a_clean_end_leaves_the_database_alone_and_readers_fail() {
    let journal = story();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("views.sqlite");
    let mut views = Views::open(&path).unwrap();
    views.apply(&journal.entries()).unwrap();
    let reader = views.reader();
    reader.position().unwrap();
    views.close().unwrap();
    let names: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|file| file.unwrap().file_name())
        .collect();
    assert_eq!(names, ["views.sqlite"], "no WAL is left");
    assert!(matches!(reader.position(), Err(Error::Failed(_))));
}

#[test]
fn a_wal_cut_short_loses_the_tail_only() {
    let journal = story();
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (
        folder.path().join("views.sqlite"),
        folder.path().join("copy.sqlite"),
    );
    let mut views = Views::open(&path).unwrap();
    let entries = journal.entries();
    for batch in entries.chunks(50) {
        views.apply(batch).unwrap();
    }
    killed_copy(&path, &copy);
    let wal = with(&copy, "-wal");
    let bytes = std::fs::read(&wal).unwrap();
    std::fs::write(&wal, &bytes[..bytes.len() / 2]).unwrap();

    let mut survivor = Views::open(&copy).unwrap();
    assert!(survivor.position() < journal.head(), "the tail is lost");
    let lost_from = usize::try_from(survivor.position()).unwrap();
    survivor.apply(&entries[lost_from..]).unwrap();
    assert_eq!(survivor.digest().unwrap(), digest_of(&journal));
}

#[test]
fn a_torn_file_is_noticed_and_replayed() {
    let journal = story();
    type Tear = fn(&mut Vec<u8>);
    let tears: [(&str, Tear); 4] = [
        ("cut in half", |bytes| bytes.truncate(bytes.len() / 2)),
        ("cut within a page", |bytes| bytes.truncate(bytes.len() - 1_000)),
        ("first page never written", |bytes| bytes[..4096].fill(0)),
        ("emptied", Vec::clear),
    ];
    for (name, tear) in tears {
        let folder = tempfile::tempdir().unwrap();
        let path = closed_views(folder.path(), &journal);
        let mut bytes = std::fs::read(&path).unwrap();
        tear(&mut bytes);
        std::fs::write(&path, bytes).unwrap();
        let mut views = Views::open(&path).unwrap();
        assert_eq!(views.position(), 0, "{name}: dropped");
        views.apply(&journal.entries()).unwrap();
        assert_eq!(views.digest().unwrap(), digest_of(&journal), "{name}: replayed");
    }
}

/// Pages in the middle, never written: after an end that was not clean, every page is looked at.
#[test]
fn pages_torn_by_a_power_cut_are_noticed_when_opened() {
    let journal = story();
    let folder = tempfile::tempdir().unwrap();
    let path = closed_views(folder.path(), &journal);
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 3 * 4096].fill(0);
    std::fs::write(&path, bytes).unwrap();
    std::fs::write(with(&path, "-wal"), [0; 100]).unwrap();
    assert_eq!(Views::open(&path).unwrap().position(), 0);
}

/// The same, but the file says that its end was clean: a reader finds it out, the writer learns of it.
#[test]
fn damage_found_while_running_reaches_the_writer_and_a_reset_heals_it() {
    let mut journal = story();
    let folder = tempfile::tempdir().unwrap();
    let path = closed_views(folder.path(), &journal);
    let mut bytes = std::fs::read(&path).unwrap();
    // The tables' first pages come first, and are left alone.
    let last_pages = bytes.len() / 2 / 4096 * 4096;
    bytes[last_pages..].fill(0xAA);
    std::fs::write(&path, bytes).unwrap();
    let mut views = Views::open(&path).unwrap();
    assert_eq!(views.position(), journal.head(), "what opening looks at is whole");
    let reader = views.reader();
    let ids: Vec<_> = journal.alarms().iter().map(|alarm| alarm.id).collect();
    let found = ids
        .iter()
        .find_map(|id| reader.alarm(*id).err())
        .expect("some page is torn");
    assert!(found.is_damage(), "{found}");

    let id = journal.press_in("kst-ed-hall");
    assert!(views.apply(&journal.entries()).unwrap_err().is_damage());
    views.reset().unwrap();
    assert_eq!((views.position(), views.origin()), (0, None));
    views.apply(&journal.entries()).unwrap();
    assert_eq!(
        reader.alarm(id).unwrap().map(|detail| detail.alarm),
        journal.alarm(id),
        "readers stay usable"
    );
    assert_eq!(views.digest().unwrap(), digest_of(&journal));
}

#[test]
fn another_version_is_dropped_and_another_database_is_not() {
    let journal = story();
    let folder = tempfile::tempdir().unwrap();
    let path = closed_views(folder.path(), &journal);
    let older = rusqlite::Connection::open(&path).unwrap();
    older.pragma_update(None, "user_version", 999).unwrap();
    drop(older);
    let views = Views::open(&path).unwrap();
    assert_eq!(views.position(), 0, "a file of another version is replayed");

    let other = folder.path().join("journal.sqlite");
    let stranger = rusqlite::Connection::open(&other).unwrap();
    stranger
        .execute_batch("CREATE TABLE entries (position INTEGER PRIMARY KEY)")
        .unwrap();
    drop(stranger);
    let before = std::fs::read(&other).unwrap();
    assert!(matches!(Views::open(&other), Err(Error::Failed(_))));
    assert_eq!(
        std::fs::read(&other).unwrap(),
        before,
        "what is not ours is never touched"
    );
}

#[test]
fn a_missing_event_is_refused_and_a_known_one_skipped() {
    let journal = story();
    let entries = journal.entries();
    let mut views = Views::in_memory().unwrap();
    views.apply(&entries[..10]).unwrap();
    let gap = views.apply(&entries[11..20]).unwrap_err();
    assert!(
        matches!(
            gap,
            Error::Gap {
                applied: 10,
                given: 12
            }
        ),
        "{gap}"
    );
    let torn: Vec<_> = [&entries[10..12], &entries[13..14]].concat();
    assert!(matches!(
        views.apply(&torn),
        Err(Error::Gap {
            applied: 12,
            given: 14
        })
    ));
    assert_eq!(views.position(), 10, "nothing of it was applied");
    views.apply(&entries[5..15]).unwrap();
    assert_eq!(views.position(), 15);
    views.apply(&[]).unwrap();
}
