//! Making the views anew beside the old ones.

use std::convert::Infallible;

use saqta_readmodel::{RebuildError, Views, rebuild};

use crate::journal::Journal;

fn story() -> Journal {
    let mut journal = Journal::new();
    for _ in 0..20 {
        let id = journal.press_in("shy-1-hall");
        journal.close(id);
    }
    journal
}

#[test]
fn rebuilt_views_are_equal_and_in_the_old_ones_place() {
    let journal = story();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("views.sqlite");
    let mut views = Views::open(&path).unwrap();
    for entry in journal.entries() {
        views.apply(&[entry]).unwrap();
    }
    let before = views.digest().unwrap();
    views.close().unwrap();

    let rebuilt = rebuild(&path, journal.entries().into_iter().map(Ok::<_, Infallible>)).unwrap();
    assert_eq!(
        (rebuilt.position, rebuilt.digest.as_str()),
        (journal.head(), before.as_str())
    );
    let names: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|file| file.unwrap().file_name())
        .collect();
    assert_eq!(names, ["views.sqlite"], "nothing is left beside them");
    let views = Views::open(&path).unwrap();
    assert_eq!(
        (views.position(), views.digest().unwrap()),
        (journal.head(), before)
    );
}

#[cfg(unix)]
#[test]
fn nobody_else_on_the_machine_can_read_the_views() {
    use std::os::unix::fs::PermissionsExt as _;

    let journal = story();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("views.sqlite");
    let expect_private = |when: &str| {
        for file in std::fs::read_dir(folder.path()).unwrap().map(Result::unwrap) {
            let mode = file.metadata().unwrap().permissions().mode() & 0o777;
            assert_eq!(mode, 0o600, "{:?} {when}", file.file_name());
        }
    };
    let mut views = Views::open(&path).unwrap();
    views.apply(&journal.entries()).unwrap();
    expect_private("while they are open");
    views.close().unwrap();
    rebuild(&path, journal.entries().into_iter().map(Ok::<_, Infallible>)).unwrap();
    expect_private("once they are rebuilt");
}

/// SQLite would play a WAL that it finds into whatever database has its name.
#[test]
fn the_wal_of_the_old_views_never_meets_the_new_ones() {
    let journal = story();
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (
        folder.path().join("views.sqlite"),
        folder.path().join("copy.sqlite"),
    );
    let mut views = Views::open(&path).unwrap();
    views.apply(&journal.entries()[..20]).unwrap();
    for suffix in ["", "-wal"] {
        let of = |path: &std::path::Path| format!("{}{suffix}", path.display());
        std::fs::copy(of(&path), of(&copy)).unwrap();
    }
    let rebuilt = rebuild(&copy, journal.entries().into_iter().map(Ok::<_, Infallible>)).unwrap();
    let views = Views::open(&copy).unwrap();
    assert_eq!(
        (views.position(), views.digest().unwrap()),
        (journal.head(), rebuilt.digest)
    );
}

#[test]
fn views_too_damaged_to_open_are_replaced() {
    let journal = story();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("views.sqlite");
    std::fs::write(&path, vec![0xAA; 10_000]).unwrap();
    std::fs::write(folder.path().join("views.sqlite-wal"), vec![0xAA; 10_000]).unwrap();
    rebuild(&path, journal.entries().into_iter().map(Ok::<_, Infallible>)).unwrap();
    assert_eq!(Views::open(&path).unwrap().position(), journal.head());
}

#[test]
fn a_failed_rebuild_leaves_the_old_views() {
    let journal = story();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("views.sqlite");
    let mut views = Views::open(&path).unwrap();
    views.apply(&journal.entries()).unwrap();
    let before = views.digest().unwrap();
    views.close().unwrap();
    let events = journal
        .entries()
        .into_iter()
        .take(10)
        .map(Ok)
        .chain([Err("the journal is damaged")]);
    assert!(matches!(
        rebuild(&path, events),
        Err(RebuildError::Events("the journal is damaged"))
    ));
    assert_eq!(Views::open(&path).unwrap().digest().unwrap(), before);
    rebuild(&path, journal.entries().into_iter().map(Ok::<_, Infallible>)).unwrap();
    assert_eq!(
        Views::open(&path).unwrap().digest().unwrap(),
        before,
        "what it left does not disturb the next"
    );
}
