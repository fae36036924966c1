//! Subjects' keys.

use std::fs;

use saqta_journal::seal::{open, seal};
use saqta_journal::{Destroyed, KeyError, KeyStore, SeededRandom};

use crate::support::Folder;

#[test]
fn keys_last_and_a_destroyed_one_never_comes_back() {
    let mut folder = Folder::new();
    let keys = folder.keys();
    let made = keys
        .ensure(&["person:1", "person:2", "person:1"], &mut folder.random)
        .unwrap();
    assert_eq!(made[0], made[2]);
    assert_ne!(made[0], made[1]);
    let part = seal(
        made[0].as_ref().unwrap(),
        "person:1",
        b"Synthetic Name",
        &mut folder.random,
    )
    .unwrap();
    keys.close().unwrap();
    drop(keys);

    let keys = folder.keys();
    assert_eq!(keys.get("person:1").unwrap(), made[0]);
    assert_eq!(
        open(&keys.get("person:1").unwrap().unwrap(), &part).unwrap(),
        b"Synthetic Name"
    );
    assert_eq!(keys.get("person:3").unwrap(), None);
    assert!(keys.destroy("person:1", 77).unwrap());
    assert!(!keys.destroy("person:1", 78).unwrap());
    assert!(!keys.destroy("person:3", 79).unwrap());
    drop(keys);

    let keys = folder.keys();
    assert_eq!(keys.get("person:1").unwrap(), None);
    let again = keys
        .ensure(&["person:1", "person:2", "person:3"], &mut folder.random)
        .unwrap();
    assert_eq!(again, [None, made[1].clone(), None]);
    let tombstone = |subject: &str, time| Destroyed {
        subject: subject.into(),
        time,
    };
    assert_eq!(
        keys.destroyed().unwrap(),
        [tombstone("person:1", 77), tombstone("person:3", 79)]
    );
}

/// The wrapped bytes are looked for in every file of the store.
#[test]
fn a_destroyed_key_leaves_no_bytes_behind() {
    let mut folder = Folder::new();
    let keys = folder.keys();
    keys.ensure(&["person:1", "person:2"], &mut folder.random)
        .unwrap();
    let wrapped: Vec<u8> = rusqlite::Connection::open(folder.path().join("keys.sqlite"))
        .unwrap()
        .query_row("SELECT wrapped FROM keys WHERE subject = 'person:1'", [], |row| {
            row.get(0)
        })
        .unwrap();
    let holders = || -> Vec<String> {
        let files = fs::read_dir(folder.path())
            .unwrap()
            .map(|file| file.unwrap().path());
        let holds = |path: &std::path::PathBuf| {
            fs::read(path)
                .unwrap()
                .windows(wrapped.len())
                .any(|bytes| bytes == wrapped)
        };
        files
            .filter(holds)
            .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
            .collect()
    };
    assert!(!holders().is_empty());
    assert!(keys.destroy("person:1", 1).unwrap());
    assert_eq!(holders(), Vec::<String>::new());
}

#[test]
fn another_instances_key_is_noticed() {
    let mut folder = Folder::new();
    folder.keys().ensure(&["person:1"], &mut folder.random).unwrap();
    let path = folder.path().join("instance.key");
    fs::write(&path, "00".repeat(32)).unwrap();
    assert!(matches!(
        folder.keys().get("person:1"),
        Err(KeyError::DoesNotUnwrap(_))
    ));
    fs::write(&path, "not a key").unwrap();
    assert!(matches!(
        KeyStore::open(&folder.lock),
        Err(KeyError::BadInstanceKey)
    ));
}

#[cfg(unix)]
#[test]
fn secrets_are_readable_by_their_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new();
    for name in ["instance.key", "log.key", "keys.sqlite", "journal.sqlite"] {
        let mode = fs::metadata(folder.path().join(name))
            .unwrap()
            .permissions()
            .mode()
            & 0o777;
        assert_eq!(mode, 0o600, "{name}");
    }
}

#[test]
fn a_store_in_memory_outlives_the_process_that_used_it() {
    let mut random = SeededRandom::new(1);
    let keys = KeyStore::in_memory(&mut random).unwrap();
    let made = keys.ensure(&["person:1"], &mut random).unwrap();
    let disk = keys.clone();
    drop(keys);
    assert_eq!(disk.get("person:1").unwrap(), made[0]);
    assert!(disk.destroy("person:1", 1).unwrap());
    assert_eq!(disk.ensure(&["person:1"], &mut random).unwrap(), [None]);
}
