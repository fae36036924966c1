//! Checkpoints outside the database: `checkpoint.txt`, and those kept elsewhere.

use std::fs;
use std::path::Path;

use saqta_journal::{
    Journal, OpenError, Place, SeededRandom, Signer, SqliteJournal, VerifyError, backup, restore, verify,
    verify_against,
};

use crate::support::{Folder, append, filled, plain};
use crate::verify::{change, closed, damage};

/// Entries, tiles and every checkpoint that knew of them are gone: only the file beside the database still knows.
#[test]
fn a_tail_cut_off_with_its_checkpoints_is_found_and_not_continued() {
    let folder = Folder::new();
    let (mut journal, epoch) = filled(&folder, 290);
    journal.checkpoint_now().unwrap();
    append(&mut *journal, epoch, &[plain(291), plain(292)]);
    journal.close().unwrap();
    change(
        &folder,
        "DELETE FROM entries WHERE position > 290; DELETE FROM checkpoints WHERE size > 290",
    );
    let found = damage(folder.path());
    assert_eq!(found.place, Place::Kept);
    assert!(found.reason.contains("the log ends at 290"), "{found}");
    let opened = SqliteJournal::open(&folder.lock).err();
    assert!(matches!(opened, Some(OpenError::Damaged(_))), "{opened:?}");
}

#[test]
fn removed_checkpoints_are_missed() {
    for sql in [
        "DELETE FROM checkpoints",
        "DELETE FROM checkpoints WHERE size = 5",
        "DELETE FROM checkpoints WHERE size = 7",
    ] {
        let folder = Folder::new();
        let (mut journal, epoch) = filled(&folder, 5);
        journal.checkpoint_now().unwrap();
        append(&mut *journal, epoch, &[plain(6), plain(7)]);
        journal.close().unwrap();
        // The number goes on over a restart.
        let mut journal = folder.open();
        let epoch = journal.claim().unwrap();
        append(&mut *journal, epoch, &[plain(8)]);
        journal.publish(6).unwrap();
        journal.close().unwrap();
        assert_eq!(verify(folder.path(), &mut |_| ()).unwrap().checkpoints, 4);
        change(&folder, sql);
        let found = damage(folder.path());
        assert_eq!(found.place, Place::Kept, "{sql}");
        assert!(
            found.reason.contains("4 checkpoints were stored"),
            "{sql}: {found}"
        );
    }
}

#[test]
fn another_history_is_not_the_one_that_was_signed() {
    let folder = closed(20);
    let other = Folder::seeded(2);
    let (mut journal, epoch) = filled(&other, 19);
    append(&mut *journal, epoch, &[plain(77)]);
    journal.close().unwrap();
    // The whole log of somebody else, under this one's file.
    for name in ["journal.sqlite", "log.key"] {
        fs::copy(other.path().join(name), folder.path().join(name)).unwrap();
    }
    assert_eq!(damage(folder.path()).place, Place::Kept);
}

#[test]
fn a_missing_or_changed_kept_checkpoint_is_damage_and_opening_the_log_writes_it_anew() {
    let folder = closed(9);
    let path = folder.path().join("checkpoint.txt");
    let good = fs::read(&path).unwrap();
    fs::remove_file(&path).unwrap();
    let found = damage(folder.path());
    assert_eq!(found.place, Place::Kept);
    assert!(found.reason.contains("it is missing"), "{found}");
    folder.open().close().unwrap();
    assert_eq!(fs::read(&path).unwrap(), good, "it was not written anew");
    verify(folder.path(), &mut |_| ()).unwrap();

    for index in 0..good.len() {
        let mut bad = good.clone();
        bad[index] ^= 1;
        fs::write(&path, &bad).unwrap();
        assert_eq!(damage(folder.path()).place, Place::Kept, "byte {index}");
    }
    // A small file that went bad does not stop a sound log; it is kept for whoever looks into it.
    folder.open().close().unwrap();
    assert!(folder.path().join("checkpoint.txt.bad").exists());
    verify(folder.path(), &mut |_| ()).unwrap();
}

#[test]
fn a_kept_checkpoint_that_lags_behind_an_unclean_end_is_no_damage() {
    let folder = Folder::new();
    let path = folder.path().join("checkpoint.txt");
    let early = fs::read(&path).unwrap();
    let (mut journal, _) = filled(&folder, 30);
    journal.checkpoint_now().unwrap();
    assert_ne!(
        fs::read(&path).unwrap(),
        early,
        "it follows every stored checkpoint"
    );
    fs::write(&path, &early).unwrap();
    assert_eq!(verify(folder.path(), &mut |_| ()).unwrap().entries, 30);
    drop(journal);
    folder.open().close().unwrap();
    verify(folder.path(), &mut |_| ()).unwrap();
}

#[test]
fn a_log_is_compared_with_a_checkpoint_kept_elsewhere() {
    let folder = Folder::new();
    let (mut journal, epoch) = filled(&folder, 10);
    let kept = journal.checkpoint_now().unwrap().note;
    append(&mut *journal, epoch, &[plain(11)]);
    journal.close().unwrap();
    let against = |dir: &Path, note: &str| verify_against(dir, note, &mut |_| ());
    assert_eq!(against(folder.path(), &kept).unwrap().entries, 11);

    let given = |result: Result<_, VerifyError>| match result {
        Err(VerifyError::Damage(damage)) if damage.place == Place::Given => damage.reason,
        other => panic!("expected the given checkpoint to be named, found {other:?}"),
    };
    // Whoever holds the key can write another history: not for those who kept a checkpoint.
    let key = fs::read_to_string(folder.path().join("log.key")).unwrap();
    let signer = Signer::from_secret_text(&key).unwrap();
    let reason = given(against(folder.path(), &signer.sign(10, &[7; 32]).note));
    assert!(reason.contains("not what the entries make"), "{reason}");
    let reason = given(against(folder.path(), &signer.sign(12, &[7; 32]).note));
    assert!(reason.contains("the log ends at 11"), "{reason}");
    let changed = kept.replacen("\n10\n", "\n11\n", 1);
    assert!(given(against(folder.path(), &changed)).contains("signature"));
    let other = Folder::seeded(2).open().checkpoint_now().unwrap().note;
    assert!(given(against(folder.path(), &other)).contains("not signed by"));
    given(against(folder.path(), "no note"));

    // After a restore the earlier name's checkpoints still count.
    let file = folder.path().join("backup.tar");
    backup(folder.path(), &file).unwrap();
    let target = tempfile::tempdir().unwrap();
    restore(&file, target.path(), &mut SeededRandom::new(5)).unwrap();
    against(target.path(), &kept).unwrap();
}
