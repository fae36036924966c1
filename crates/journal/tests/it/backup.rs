//! Backup beside a writer, and restore.

use std::fs;
use std::path::PathBuf;
use std::thread;

use saqta_journal::tree::verify_consistency;
use saqta_journal::{
    BackupError, DataLock, Item, Journal, KeyStore, Restored, SeededRandom, SqliteJournal, Verifier, backup,
    restore, verify,
};

use crate::support::{Folder, append, filled, plain, rich};

fn restored_into(from: &std::path::Path, target: &std::path::Path) -> Result<Restored, BackupError> {
    restore(from, target, &mut SeededRandom::new(99))
}

#[test]
fn a_backup_under_writes_restores_to_a_log_that_verifies() {
    let mut folder = Folder::new();
    let keys = folder.keys();
    let mut journal = folder.open();
    let epoch = journal.claim().unwrap();
    let items: Vec<Item> = (1..=3_000)
        .map(|number| rich(number, &keys, &mut folder.random))
        .collect();
    append(&mut *journal, epoch, &items[..500]);
    let old = journal.checkpoint_now().unwrap();

    let file = folder.path().join("backup.tar");
    thread::scope(|scope| {
        let copying = scope.spawn(|| backup(folder.path(), &file));
        for batch in items[500..].chunks(50) {
            append(&mut *journal, epoch, batch);
        }
        copying.join().unwrap().unwrap();
    });

    let target = tempfile::tempdir().unwrap();
    let restored = restored_into(&file, target.path()).unwrap();
    assert!((1_000..=6_000).contains(&restored.size), "{restored:?}");
    assert_eq!(restored.previous_origin, journal.signer().origin());
    assert_ne!(restored.origin, restored.previous_origin);
    assert_eq!(restored.root, journal.reader().root(restored.size).unwrap());
    assert_eq!(restored.set_aside, None);

    let report = verify(target.path(), &mut |_| ()).unwrap();
    assert_eq!(
        (report.entries, report.root, report.checkpoints),
        (restored.size, restored.root, 1)
    );
    assert_eq!(report.origin, restored.origin);

    let lock = DataLock::acquire(target.path()).unwrap();
    let copy = KeyStore::open(&lock).unwrap();
    let mut taken = SqliteJournal::open(&lock).unwrap();
    for entry in taken.read(1, usize::MAX).unwrap() {
        for part in &entry.sealed {
            let key = copy
                .get(&part.subject)
                .unwrap()
                .expect("a sealed part came without its key");
            assert_eq!(saqta_journal::seal::open(&key, part).unwrap(), b"Synthetic Name");
        }
    }
    // The old writer is fenced off, and the new log extends the one the old checkpoint was signed over.
    let new_epoch = taken.claim().unwrap();
    assert!(new_epoch > epoch);
    append(&mut taken, new_epoch, &[plain(1_000_000)]);
    let signed = taken.checkpoint_now().unwrap();
    let verifier: Verifier = report.verifier.parse().unwrap();
    assert_eq!(verifier.open(&signed.note).unwrap(), signed);
    let proof = taken.reader().consistency(old.size, signed.size).unwrap();
    verify_consistency((old.size, &old.root), (signed.size, &signed.root), &proof).unwrap();
    verify(target.path(), &mut |_| ()).unwrap();
}

#[test]
fn whoever_was_erased_on_either_side_stays_erased() {
    let mut folder = Folder::new();
    let keys = folder.keys();
    keys.ensure(&["person:1", "person:2", "person:3"], &mut folder.random)
        .unwrap();
    keys.destroy("person:1", 10).unwrap();
    let (journal, _) = filled(&folder, 5);
    let file: PathBuf = folder.path().join("backup.tar");
    backup(folder.path(), &file).unwrap();
    keys.destroy("person:2", 20).unwrap();
    keys.destroy("person:1", 30).unwrap();
    journal.close().unwrap();

    assert!(matches!(
        restored_into(&file, folder.path()),
        Err(BackupError::Locked(_))
    ));
    let Folder {
        dir,
        lock,
        mut random,
    } = folder;
    drop((keys, lock));
    let restored = restored_into(&file, dir.path()).unwrap();
    assert_eq!(restored.erased, 1);
    let aside = restored.set_aside.unwrap();
    assert!(aside.join("journal.sqlite").exists() && aside.join("keys.sqlite").exists());
    assert!(!dir.path().join("restoring").exists());

    let lock = DataLock::acquire(dir.path()).unwrap();
    let keys = KeyStore::open(&lock).unwrap();
    let found = keys
        .ensure(&["person:1", "person:2", "person:3"], &mut random)
        .unwrap();
    let erased: Vec<bool> = found.iter().map(Option::is_none).collect();
    assert_eq!(erased, [true, true, false]);
    let times: Vec<i64> = keys
        .destroyed()
        .unwrap()
        .into_iter()
        .map(|tombstone| tombstone.time)
        .collect();
    assert_eq!(times, [10, 20]);
    assert_eq!(SqliteJournal::open(&lock).unwrap().head(), 5);
}

#[test]
fn a_changed_backup_is_refused() {
    let folder = Folder::new();
    let (journal, _) = filled(&folder, 20);
    let file = folder.path().join("backup.tar");
    backup(folder.path(), &file).unwrap();
    journal.close().unwrap();
    #[cfg(unix)]
    assert_eq!(
        std::os::unix::fs::MetadataExt::mode(&fs::metadata(&file).unwrap()) & 0o777,
        0o600
    );
    assert!(!folder.path().join("backup.tar.copying").exists());

    let good = fs::read(&file).unwrap();
    for index in (0..good.len()).step_by(997) {
        let mut bad = good.clone();
        bad[index] ^= 0x10;
        fs::write(&file, &bad).unwrap();
        let target = tempfile::tempdir().unwrap();
        if let Ok(restored) = restored_into(&file, target.path()) {
            // Padding between the archive's files, or a field of a tar header that says nothing.
            assert_eq!(restored.size, 20, "byte {index}");
            verify(target.path(), &mut |_| ()).unwrap();
        } else {
            assert!(!target.path().join("journal.sqlite").exists(), "byte {index}");
        }
    }
    fs::write(&file, &good[..good.len() / 2]).unwrap();
    assert!(restored_into(&file, &folder.path().join("new")).is_err());
    assert!(matches!(
        backup(&folder.path().join("nowhere"), &file),
        Err(BackupError::Missing(_))
    ));
}

/// A folder that a restore made is as private as one made by hand, and gone again if there was nothing to restore.
#[test]
fn a_new_folder_is_private_and_a_failed_restore_leaves_none() {
    let folder = Folder::new();
    filled(&folder, 20).0.close().unwrap();
    let file = folder.path().join("backup.tar");
    backup(folder.path(), &file).unwrap();
    let place = tempfile::tempdir().unwrap();
    let target = place.path().join("new/data");

    let good = fs::read(&file).unwrap();
    fs::write(&file, &good[..good.len() / 2]).unwrap();
    assert!(restored_into(&file, &target).is_err());
    let left: Vec<_> = fs::read_dir(place.path()).unwrap().collect();
    assert!(left.is_empty(), "{left:?}");

    fs::write(&file, &good).unwrap();
    restored_into(&file, &target).unwrap();
    verify(&target, &mut |_| ()).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&target), 0o700);
        for name in [
            "journal.sqlite",
            "keys.sqlite",
            "log.key",
            "instance.key",
            "checkpoint.txt",
        ] {
            assert_eq!(mode(&target.join(name)), 0o600, "{name}");
        }
        // A folder that was there is closed to others, too.
        let open = place.path().join("open");
        fs::create_dir(&open).unwrap();
        fs::set_permissions(&open, fs::Permissions::from_mode(0o755)).unwrap();
        restored_into(&file, &open).unwrap();
        assert_eq!(mode(&open), 0o700);
    }
}

#[test]
fn a_backup_of_a_log_cut_short_is_not_restored() {
    let folder = Folder::new();
    filled(&folder, 20).0.close().unwrap();
    let connection = rusqlite::Connection::open(folder.path().join("journal.sqlite")).unwrap();
    connection
        .execute_batch("DELETE FROM entries WHERE position > 15; DELETE FROM checkpoints")
        .unwrap();
    connection.close().unwrap();
    let file = folder.path().join("backup.tar");
    backup(folder.path(), &file).unwrap();
    let target = tempfile::tempdir().unwrap();
    let refused = restored_into(&file, target.path());
    assert!(matches!(refused, Err(BackupError::NotVerified(_))), "{refused:?}");
}

/// A folder of an earlier program has no `checkpoint.txt`; neither has its backup.
#[test]
fn a_backup_without_a_kept_checkpoint_is_restored_with_one() {
    let folder = Folder::new();
    filled(&folder, 20).0.close().unwrap();
    fs::remove_file(folder.path().join("checkpoint.txt")).unwrap();
    let file = folder.path().join("backup.tar");
    backup(folder.path(), &file).unwrap();
    let target = tempfile::tempdir().unwrap();
    restored_into(&file, target.path()).unwrap();
    verify(target.path(), &mut |_| ()).unwrap();
}
