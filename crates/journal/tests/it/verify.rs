//! Verification: what it finds, where it says it is, and that it disturbs nobody.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use rusqlite::Connection;
use saqta_journal::{Damage, DataLock, Item, Journal, OpenError, Place, SqliteJournal, VerifyError, verify};

use crate::support::{Folder, append, filled, plain};

/// A closed journal with so many entries and a stored checkpoint.
pub(crate) fn closed(count: u64) -> Folder {
    let folder = Folder::new();
    filled(&folder, count).0.close().unwrap();
    folder
}

pub(crate) fn change(folder: &Folder, sql: &str) {
    let connection = Connection::open(folder.path().join("journal.sqlite")).unwrap();
    connection.execute_batch(sql).unwrap();
    connection.close().unwrap();
}

pub(crate) fn damage(dir: &Path) -> Damage {
    match verify(dir, &mut |_| ()) {
        Err(VerifyError::Damage(damage)) => damage,
        other => panic!("expected damage, found {other:?}"),
    }
}

#[test]
fn a_good_journal_is_reported() {
    let folder = closed(700);
    let mut steps = Vec::new();
    let report = verify(folder.path(), &mut |progress| steps.push(progress)).unwrap();
    let journal = folder.open();
    assert_eq!(report.entries, 700);
    assert_eq!(report.root, journal.reader().root(700).unwrap());
    assert_eq!(report.origin, journal.signer().origin());
    assert_eq!(report.verifier, journal.signer().verifier().to_string());
    assert_eq!(report.checkpoints, 1);
    assert_eq!(
        steps.last().map(|step| (step.checked, step.total)),
        Some((700, 700))
    );
}

#[test]
fn verifying_a_closed_journal_leaves_no_trace() {
    let folder = closed(5);
    let names = || {
        let mut names: Vec<_> = fs::read_dir(folder.path())
            .unwrap()
            .map(|file| file.unwrap().file_name())
            .collect();
        names.sort();
        names
    };
    let before = names();
    assert!(
        !before
            .iter()
            .any(|name| name.to_string_lossy().ends_with("journal.sqlite-wal")),
        "{before:?}"
    );
    verify(folder.path(), &mut |_| ()).unwrap();
    assert_eq!(names(), before);
}

#[test]
pub(crate) fn damage_is_named_by_its_first_position() {
    let entry = Place::Entry;
    let cases = [
        (
            "UPDATE entries SET body = '{}' WHERE position IN (40, 7)",
            entry(7),
        ),
        (
            "UPDATE entries SET kind = 'alarm.closed' WHERE position = 300",
            entry(300),
        ),
        (
            "UPDATE entries SET leaf = zeroblob(32) WHERE position = 299",
            entry(299),
        ),
        ("UPDATE entries SET leaf = x'00' WHERE position = 3", entry(3)),
        ("DELETE FROM entries WHERE position = 12", entry(12)),
        (
            "UPDATE entries SET time = time - 5000 WHERE position = 9",
            entry(9),
        ),
        ("DELETE FROM entries WHERE position = 1", entry(1)),
        (
            "DELETE FROM tiles WHERE number = 1",
            Place::Tile {
                level: 0,
                number: 1,
                first: 257,
            },
        ),
        (
            "UPDATE tiles SET hashes = zeroblob(8192)",
            Place::Tile {
                level: 0,
                number: 0,
                first: 1,
            },
        ),
        (
            "UPDATE tiles SET hashes = zeroblob(8191) WHERE number = 1",
            Place::Tile {
                level: 0,
                number: 1,
                first: 257,
            },
        ),
        (
            "UPDATE tiles SET root = zeroblob(32) WHERE number = 1",
            Place::Tile {
                level: 0,
                number: 1,
                first: 257,
            },
        ),
        (
            "INSERT INTO tiles VALUES (1, 0, zeroblob(32), zeroblob(8192))",
            Place::File,
        ),
        (
            "UPDATE meta SET value = '9' WHERE name = 'epoch'",
            Place::Setting("epoch".into()),
        ),
        (
            "DELETE FROM meta WHERE name = 'published'",
            Place::Setting("published".into()),
        ),
        (
            "INSERT INTO meta VALUES ('extra', '1', x'00')",
            Place::Setting("extra".into()),
        ),
        ("UPDATE origins SET size = 3", Place::Origin(1)),
        ("DELETE FROM origins", Place::Checkpoint(600)),
        ("UPDATE checkpoints SET size = 599", Place::Checkpoint(599)),
        ("CREATE TABLE extra (x)", Place::Schema),
    ];
    for (sql, place) in cases {
        let folder = closed(600);
        change(&folder, sql);
        assert_eq!(damage(folder.path()).place, place, "{sql}");
    }
}

/// The tail is gone, tiles and all, as if it had never been: only the signed checkpoint knows.
#[test]
fn a_shortened_log_is_found_by_its_checkpoint() {
    let folder = closed(300);
    change(&folder, "DELETE FROM entries WHERE position > 290");
    let found = damage(folder.path());
    assert_eq!(found.place, Place::Checkpoint(300));
    assert!(found.reason.contains("the log ends at 290"), "{found}");
}

#[test]
fn a_gap_in_a_stream_is_found() {
    let folder = Folder::new();
    let mut journal = folder.open();
    let epoch = journal.claim().unwrap();
    append(&mut *journal, epoch, &[plain(1), plain(2)]);
    journal.close().unwrap();
    // With its leaf made to fit, so that nothing else is wrong; the tree's checkpoint is dropped for the same reason.
    let mut entry = folder.open().read(2, 1).unwrap().remove(0);
    entry.version = 3;
    let leaf = hex::encode(entry.computed_leaf());
    change(
        &folder,
        &format!(
            "UPDATE entries SET version = 3, leaf = x'{leaf}' WHERE position = 2; DELETE FROM checkpoints;"
        ),
    );
    let found = damage(folder.path());
    assert_eq!(found.place, Place::Entry(2));
    assert!(found.reason.contains("version 3"), "{found}");
}

#[test]
fn a_damaged_index_is_named_by_the_entry_it_misses() {
    let folder = closed(300);
    let path = folder.path().join("journal.sqlite");
    let mut bytes = fs::read(&path).unwrap();
    // The stream's name stands in the table and in the index, where the position follows at once (version 1 takes no
    // byte), and perhaps in pages that were split since.
    let name = b"alarm:123\x7b";
    let places: Vec<usize> = (0..bytes.len())
        .filter(|place| bytes[*place..].starts_with(name))
        .collect();
    let mut found = Vec::new();
    for place in places {
        bytes[place] ^= 1;
        fs::write(&path, &bytes).unwrap();
        found.extend(
            verify(folder.path(), &mut |_| ())
                .err()
                .map(|error| error.to_string()),
        );
        bytes[place] ^= 1;
    }
    assert!(
        found
            .iter()
            .any(|text| text.contains("position 123: ") && text.contains("entries_by_stream")),
        "{found:?}"
    );
}

#[test]
fn the_wrong_key_and_no_journal_are_told_apart() {
    let folder = closed(3);
    let other = Folder::seeded(2);
    fs::copy(other.path().join("log.key"), folder.path().join("log.key")).unwrap();
    assert_eq!(damage(folder.path()).place, Place::LogKey);
    assert!(matches!(
        SqliteJournal::open(&folder.lock),
        Err(OpenError::Key(_))
    ));
    fs::remove_file(folder.path().join("log.key")).unwrap();
    verify(folder.path(), &mut |_| ()).unwrap();

    let empty = tempfile::tempdir().unwrap();
    assert!(matches!(
        verify(empty.path(), &mut |_| ()),
        Err(VerifyError::Missing(_))
    ));
    fs::write(empty.path().join("journal.sqlite"), vec![7; 5000]).unwrap();
    assert_eq!(damage(empty.path()).place, Place::File);
}

#[test]
fn a_newer_format_is_refused_with_the_version_needed() {
    let folder = closed(3);
    change(
        &folder,
        "PRAGMA user_version = 2; UPDATE meta SET value = '3.1.0' WHERE name = 'needs'",
    );
    let error = SqliteJournal::open(&folder.lock).err().unwrap();
    assert!(
        error.to_string().contains("Saqta 3.1.0 or newer is needed"),
        "{error}"
    );
    assert!(matches!(
        verify(folder.path(), &mut |_| ()),
        Err(VerifyError::TooNew(_))
    ));
}

#[test]
fn verification_runs_beside_a_writer() {
    let folder = Folder::new();
    let (mut journal, epoch) = filled(&folder, 300);
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let verifying = scope.spawn(|| {
            let mut sizes = Vec::new();
            while !done.load(Ordering::Acquire) {
                sizes.push(verify(folder.path(), &mut |_| ()).unwrap().entries);
            }
            sizes
        });
        for batch in (301..=12_000).map(plain).collect::<Vec<Item>>().chunks(25) {
            append(&mut *journal, epoch, batch);
        }
        done.store(true, Ordering::Release);
        let sizes = verifying.join().unwrap();
        assert!(sizes.is_sorted() && sizes.first() < sizes.last(), "{sizes:?}");
    });
    assert_eq!(verify(folder.path(), &mut |_| ()).unwrap().entries, 12_000);
}

/// A copy of the folder as it lies, as a killed process leaves it.
fn killed(folder: &Folder) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    for file in fs::read_dir(folder.path()).unwrap() {
        let file = file.unwrap();
        // The disk reserve while it is being made; it may be gone, or done, the next moment.
        if file.path().extension().is_some_and(|ending| ending == "partial") {
            continue;
        }
        fs::copy(file.path(), copy.path().join(file.file_name())).unwrap();
    }
    copy
}

#[test]
fn an_unclean_stop_loses_nothing_and_verifies_before_and_after() {
    let folder = Folder::new();
    let (journal, _) = filled(&folder, 250);
    let copy = killed(&folder);
    assert!(
        fs::metadata(copy.path().join("journal.sqlite-wal"))
            .unwrap()
            .len()
            > 0
    );
    assert_eq!(verify(copy.path(), &mut |_| ()).unwrap().entries, 250);
    let lock = DataLock::acquire(copy.path()).unwrap();
    let mut again = Box::new(SqliteJournal::open(&lock).unwrap());
    assert_eq!(again.read(1, 1000).unwrap(), journal.read(1, 1000).unwrap());
    let epoch = again.claim().unwrap();
    append(&mut *again, epoch, &[plain(251)]);
    again.close().unwrap();
    assert!(!copy.path().join("journal.sqlite-wal").exists());
    assert_eq!(verify(copy.path(), &mut |_| ()).unwrap().entries, 251);
}

/// After a killed process the wal-index tells which frames were committed: no byte of them may have changed.
#[test]
fn a_changed_byte_in_the_wal_of_an_unclean_stop_is_found() {
    let folder = Folder::new();
    let (_journal, _) = filled(&folder, 30);
    let copy = killed(&folder);
    let wal = copy.path().join("journal.sqlite-wal");
    let good = fs::read(&wal).unwrap();
    assert!((good.len() - 32).is_multiple_of(4096 + 24));
    for index in (0..good.len()).step_by(53) {
        let mut bad = good.clone();
        bad[index] ^= 0x40;
        fs::write(&wal, bad).unwrap();
        assert_eq!(
            damage(copy.path()).place,
            Place::Wal,
            "byte {index} of {}",
            good.len()
        );
        let lock = DataLock::acquire(copy.path()).unwrap();
        assert!(
            matches!(SqliteJournal::open(&lock), Err(OpenError::Damaged(_))),
            "byte {index}"
        );
    }
}

/// After a power cut the wal-index is gone. A write that was cut off is no damage; a hole with later writes behind it
/// is.
#[test]
fn a_torn_write_is_told_from_a_hole() {
    let folder = Folder::new();
    let (mut journal, epoch) = filled(&folder, 30);
    let two = fs::metadata(folder.path().join("journal.sqlite-wal"))
        .unwrap()
        .len();
    append(&mut *journal, epoch, &[plain(31)]);
    let copy = killed(&folder);
    fs::remove_file(copy.path().join("journal.sqlite-shm")).unwrap();
    let wal = copy.path().join("journal.sqlite-wal");
    let good = fs::read(&wal).unwrap();

    let torn = usize::try_from(two).unwrap() + 2000;
    fs::write(&wal, &good[..torn]).unwrap();
    assert_eq!(verify(copy.path(), &mut |_| ()).unwrap().entries, 30);

    let mut hole = good.clone();
    hole[32 + 24 + 100] ^= 1;
    fs::write(&wal, hole).unwrap();
    assert_eq!(damage(copy.path()).place, Place::Wal);
    let lock = DataLock::acquire(copy.path()).unwrap();
    assert!(matches!(SqliteJournal::open(&lock), Err(OpenError::Damaged(_))));

    // Only the last write is bad: nobody can tell whether it was answered. It is reported, and the server starts.
    fs::remove_file(copy.path().join("journal.sqlite-shm")).ok();
    let mut last = good;
    let end = last.len() - 9;
    last[end] ^= 1;
    fs::write(&wal, last).unwrap();
    assert!(
        damage(copy.path())
            .reason
            .contains("the last write before an unclean stop")
    );
    let journal = Box::new(SqliteJournal::open(&lock).unwrap());
    assert_eq!(journal.head(), 30);
    journal.close().unwrap();
    assert!(copy.path().join("journal.sqlite-wal.torn").exists());
    assert_eq!(verify(copy.path(), &mut |_| ()).unwrap().entries, 30);
}
