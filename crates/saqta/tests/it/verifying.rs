//! `saqta verify` and `saqta rebuild`.

use std::fs;

use crate::support::{Place, Serving};

/// Where bytes begin.
fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}

#[test]
fn a_sound_journal_verifies_also_beside_a_running_server() {
    let place = Place::hospital();
    let data = place.data();
    let token = place.token(&["--device", "wall-1"]);
    let before = place.run(["verify", "--data", &data]).expect(0).out;
    assert!(before.starts_with("verified "), "{before}");
    place.expect_nothing_to_recover();
    let serving = Serving::start(&place, &[]);
    let url = serving.url();
    for _ in 0..3 {
        place
            .run(["press", "--server", &url, "--token-file", &token])
            .expect(0);
        place.run(["verify", "--data", &data]).expect(0);
    }
    serving.stop();
    let after = place.run(["verify", "--data", &data]).expect(0).out;
    assert_ne!(before, after, "the root covers the new entries");
}

#[test]
fn one_changed_byte_is_found_and_its_position_named() {
    let place = Place::hospital();
    let path = format!("{}/journal.sqlite", place.data());
    let sound = fs::read(&path).unwrap();
    let at = find(&sound, b"\"emergency-department\"").unwrap() + 3;
    let mut damaged = sound.clone();
    damaged[at] ^= 1;
    fs::write(&path, &damaged).unwrap();
    let ran = place.run(["verify", "--data", &place.data()]).expect(1);
    // Entry 1 begins the log, entry 2 is the administrator, entry 3 the site.
    assert!(
        ran.err
            .contains("the journal is NOT as it was written: position 3: "),
        "{}",
        ran.err
    );
    assert_eq!(ran.out, "");
    fs::write(&path, &sound).unwrap();
    place.run(["verify", "--data", &place.data()]).expect(0);
}

/// Runs SQL on the journal as somebody with an editor would.
fn change(place: &Place, sql: &str) {
    let path = format!("{}/journal.sqlite", place.data());
    let connection = rusqlite::Connection::open(path).unwrap();
    connection.execute_batch(sql).unwrap();
    connection.close().unwrap();
}

#[test]
fn a_log_cut_short_with_its_checkpoints_is_found() {
    for sql in [
        "DELETE FROM entries WHERE position > 3; DELETE FROM checkpoints WHERE size > 3",
        "DELETE FROM checkpoints",
    ] {
        let place = Place::hospital();
        change(&place, sql);
        let ran = place.run(["verify", "--data", &place.data()]).expect(1);
        assert!(
            ran.err
                .contains("the journal is NOT as it was written: checkpoint.txt: "),
            "{sql}: {}",
            ran.err
        );
    }
}

#[test]
fn a_checkpoint_kept_elsewhere_is_compared_with() {
    let place = Place::hospital();
    let data = place.data();
    let kept = place.path("kept.txt");
    fs::copy(format!("{data}/checkpoint.txt"), &kept).unwrap();
    let verify = || place.run(["verify", "--data", &data, "--checkpoint", &kept]);
    place.token(&["--device", "wall-1"]);
    let ran = verify().expect(0);
    assert!(ran.err.contains("it is the log that"), "{}", ran.err);

    let other = Place::hospital();
    fs::copy(format!("{}/checkpoint.txt", other.data()), &kept).unwrap();
    let ran = verify().expect(1);
    assert!(
        ran.err.contains("the journal is NOT the one") && ran.err.contains("kept.txt"),
        "{}",
        ran.err
    );
    fs::remove_file(&kept).unwrap();
    verify().expect_misuse("kept.txt cannot be read");
}

#[test]
fn rebuilt_views_are_equal_and_damaged_ones_are_replaced() {
    let place = Place::hospital();
    let data = place.data();
    let token = place.token(&["--device", "wall-1"]);
    let serving = Serving::start(&place, &[]);
    let url = serving.url();
    for kind in ["assist", "panic", "medical"] {
        place
            .run(["press", "--server", &url, "--token-file", &token, "--kind", kind])
            .expect(0);
    }
    serving.stop();
    for extra in [&["--check"][..], &[]] {
        let ran = place
            .run(
                ["rebuild", "--data", &data]
                    .into_iter()
                    .chain(extra.iter().copied()),
            )
            .expect(0);
        assert!(ran.out.ends_with("the views were equal\n"), "{}", ran.out);
    }
    place.expect_nothing_to_recover();
    // A value of a row, which a page does not sum: only replaying the journal finds it.
    let views = format!("{data}/views.sqlite");
    let mut bytes = fs::read(&views).unwrap();
    let at = find(&bytes, b"medical").unwrap();
    bytes[at..at + 7].copy_from_slice(b"holdup!");
    fs::write(&views, bytes).unwrap();
    let ran = place.run(["rebuild", "--data", &data, "--check"]).expect(1);
    assert!(
        ran.err.contains("the views are NOT what the journal says"),
        "{}",
        ran.err
    );
    let ran = place.run(["rebuild", "--data", &data]).expect(0);
    assert!(
        ran.out.ends_with("the views differed and are replaced\n"),
        "{}",
        ran.out
    );
    place.run(["rebuild", "--data", &data, "--check"]).expect(0);
    assert!(
        !place.data_files().iter().any(|name| name.contains("views-check")),
        "{:?}",
        place.data_files()
    );
}
