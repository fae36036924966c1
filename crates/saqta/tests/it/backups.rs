//! `saqta backup`, `saqta restore` and `saqta erase`.

use std::fs;

use crate::support::{Place, Serving};

/// The number before a word, as in `verified 7 entries`.
fn number_before(text: &str, word: &str) -> u64 {
    let words: Vec<&str> = text.split_whitespace().collect();
    let at = words
        .iter()
        .position(|each| each.trim_end_matches(',') == word)
        .unwrap();
    words[at - 1].parse().unwrap()
}

#[test]
fn a_backup_made_beside_a_running_server_is_restored_under_a_new_origin() {
    let place = Place::hospital();
    let data = place.data();
    let token = place.token(&["--device", "wall-1"]);
    let backup = place.path("backup.tar");
    let serving = Serving::start(&place, &[]);
    let url = serving.url();
    place
        .run(["press", "--server", &url, "--token-file", &token])
        .expect(0);
    place.run(["backup", "--data", &data, "--to", &backup]).expect(0);
    place
        .run(["restore", "--from", &backup, "--data", &data])
        .expect_misuse("is in use by another process");
    serving.stop();
    let old = place.run(["verify", "--data", &data]).expect(0).out;
    let other = place.path("other");
    let restored = place
        .run(["restore", "--from", &backup, "--data", &other])
        .expect(0)
        .out;
    let verified = place.run(["verify", "--data", &other]).expect(0).out;
    let origin = |text: &str| text.rsplit(' ').next().unwrap().trim().to_owned();
    assert_ne!(
        origin(&old),
        origin(&verified),
        "the log goes on under a new name"
    );
    assert_eq!(origin(&restored), origin(&verified));
    assert_eq!(
        number_before(&verified, "entries"),
        number_before(&restored, "entries") + 1,
        "the restore itself is recorded"
    );
    place.run(["rebuild", "--data", &other, "--check"]).expect(0);
}

#[test]
fn whoever_was_erased_stays_erased_after_a_restore_and_the_log_says_so() {
    let place = Place::hospital();
    let data = place.data();
    let backup = place.path("backup.tar");
    place.run(["backup", "--data", &data, "--to", &backup]).expect(0);
    let erased = place
        .run(["erase", "--data", &data, "--account", "guard", "--yes"])
        .expect(0)
        .out;
    assert!(erased.starts_with("erased guard (account "), "{erased}");
    place
        .run(["token", "--data", &data, "--account", "guard"])
        .expect_misuse("there is no account `guard`");
    place.run(["verify", "--data", &data]).expect(0);
    let views = fs::read(format!("{data}/views.sqlite")).unwrap();
    assert!(
        !views.windows(8).any(|window| window == b"Guard G."),
        "the views still know the name"
    );

    let restored = place
        .run(["restore", "--from", &backup, "--data", &data])
        .expect(0);
    assert!(
        restored.err.contains("1 erased since the backup stay erased"),
        "{}",
        restored.err
    );
    place
        .run(["token", "--data", &data, "--account", "guard"])
        .expect_misuse("there is no account `guard`");
    place
        .run(["token", "--data", &data, "--account", "worker"])
        .expect(0);
    let verified = place.run(["verify", "--data", &data]).expect(0).out;
    assert_eq!(
        number_before(&verified, "entries"),
        number_before(&restored.out, "entries") + 3,
        "the restore, the erasure and the worker's token are recorded"
    );
}

#[test]
fn a_backup_that_is_not_whole_is_refused_and_the_folder_stays_as_it_was() {
    let place = Place::hospital();
    let data = place.data();
    let backup = place.path("backup.tar");
    place.run(["backup", "--data", &data, "--to", &backup]).expect(0);
    let mut bytes = fs::read(&backup).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&backup, bytes).unwrap();
    let before = place.run(["verify", "--data", &data]).expect(0).out;
    let ran = place
        .run(["restore", "--from", &backup, "--data", &data])
        .expect(1);
    assert!(
        ran.err.contains("the backup cannot be restored") && ran.err.contains("is as it was"),
        "{}",
        ran.err
    );
    assert_eq!(place.run(["verify", "--data", &data]).expect(0).out, before);
}

#[test]
fn nobody_is_erased_without_being_asked_for_twice() {
    let place = Place::hospital();
    let data = place.data();
    place
        .run(["erase", "--data", &data, "--account", "guard"])
        .expect_misuse("there is no terminal to ask at");
    place
        .run(["erase", "--data", &data, "--account", "nobody", "--yes"])
        .expect_misuse("there is no account `nobody`");
    place
        .run(["token", "--data", &data, "--account", "guard"])
        .expect(0);
}

#[test]
fn a_restored_folder_is_private_and_a_bad_backup_makes_none() {
    let place = Place::hospital();
    let data = place.data();
    let backup = place.path("backup.tar");
    place.run(["backup", "--data", &data, "--to", &backup]).expect(0);
    let good = fs::read(&backup).unwrap();
    let target = place.path("new");
    fs::write(&backup, &good[..good.len() / 2]).unwrap();
    place
        .run(["restore", "--from", &backup, "--data", &target])
        .expect(1);
    assert!(!fs::exists(&target).unwrap(), "a folder was left behind");
    fs::write(&backup, &good).unwrap();
    place
        .run(["restore", "--from", &backup, "--data", &target])
        .expect(0);
    #[cfg(unix)]
    for folder in [&data, &target] {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(folder.as_ref()), 0o700, "{folder}");
        for file in fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if name.ends_with(".sqlite") || name.ends_with(".key") || name == "checkpoint.txt" {
                assert_eq!(mode(&path), 0o600, "{}", path.display());
            }
        }
    }
}
