//! Wrong use ends with exit code 2, says what to do, and changes nothing.

use crate::support::Place;

#[test]
fn a_data_folder_is_not_made_twice_nor_among_other_things() {
    let place = Place::new();
    let (data, password) = (place.data(), place.path("password.txt"));
    let before = place.run(["verify", "--data", &data]).expect(0).out;
    let init = |folder: &str| {
        place.run([
            "init",
            "--data",
            folder,
            "--admin",
            "other",
            "--password-file",
            &password,
        ])
    };
    init(&data).expect_misuse("is a data folder of Saqta already");
    assert_eq!(place.run(["verify", "--data", &data]).expect(0).out, before);
    let here = place.path(".");
    init(&here).expect_misuse("holds other things");
}

#[test]
fn what_is_missing_or_wrong_is_named() {
    let place = Place::new();
    let (data, password) = (place.data(), place.path("password.txt"));
    let (nowhere, empty) = (place.path("nowhere"), place.write("empty.txt", "\n"));
    for (arguments, words) in [
        (
            &[
                "init",
                "--data",
                &nowhere,
                "--admin",
                "a b",
                "--password-file",
                &password,
            ][..],
            "`a b` cannot be a login",
        ),
        (
            &[
                "init",
                "--data",
                &nowhere,
                "--admin",
                "a",
                "--password-file",
                &nowhere,
            ],
            "nowhere cannot be read",
        ),
        (
            &[
                "init",
                "--data",
                &nowhere,
                "--admin",
                "a",
                "--password-file",
                &empty,
            ],
            "empty.txt is empty",
        ),
        (&["verify", "--data", &nowhere], "holds no journal"),
        (&["serve", "--data", &nowhere], "holds no journal"),
        (&["serve"], "no data folder was named"),
        (
            &["serve", "--data", &data, "--listen", "8080"],
            "flag --listen: listen cannot be `8080`",
        ),
        (&["backup", "--data", &nowhere, "--to", "x"], "holds no journal"),
        (&["restore", "--from", &nowhere, "--data", &data], "is no file"),
        (&["apply", "--data", &data, &nowhere], "nowhere cannot be read"),
        (
            &["press", "--server", "saqta", "--token-file", &password],
            "`saqta` is no server's address",
        ),
        (
            &["press", "--server", "http://127.0.0.1:1"],
            "--server needs --token-file",
        ),
    ] {
        place.run(arguments.iter().copied()).expect_misuse(words);
    }
}

#[test]
fn unknown_flags_and_missing_arguments_are_wrong_use_too() {
    let place = Place::empty();
    for arguments in [
        &["--nonsense"][..],
        &["init"],
        &["apply"],
        &["token", "--data", "x"],
        &["token", "--data", "x", "--account", "a", "--device", "b"],
        &["config"],
        &[],
    ] {
        place.run(arguments.iter().copied()).expect(2);
    }
    assert!(place.run(["--help"]).expect(0).out.contains("Exit codes: 0 done"));
    assert!(place.run(["--version"]).expect(0).out.starts_with("saqta "));
}

#[test]
fn a_wrong_configuration_is_named_by_file_line_and_key() {
    let place = Place::new();
    let data = place.data();
    let file = place.write("saqta.toml", "listen = \"127.0.0.1:0\"\ndco9 = \"127.0.0.1:0\"\n");
    let words = "saqta.toml:2: dco9: there is no such key";
    place
        .run(["serve", "--data", &data, "--config", &file])
        .expect_misuse(words);
    place
        .run(["config", "--show", "--config", &file])
        .expect_misuse(words);
}

#[test]
fn the_settings_in_effect_are_shown_with_who_set_them() {
    let place = Place::empty();
    let file = place.write(
        "saqta.toml",
        "listen = \"127.0.0.1:1\"\ntrusted_proxies = [\"10.0.0.0/8\"]\n",
    );
    let mut command = place.command(["config", "--show", "--config", &file, "--dc09", "0.0.0.0:9009"]);
    let output = command.env("SAQTA_PRESS_HOLD_MS", "500").output().unwrap();
    let shown = String::from_utf8(output.stdout).unwrap();
    let line = |key: &str| {
        shown
            .lines()
            .find(|line| line.starts_with(key))
            .unwrap()
            .to_owned()
    };
    assert!(
        line("listen").contains("127.0.0.1:1") && line("listen").ends_with("saqta.toml:1"),
        "{shown}"
    );
    assert!(line("dc09").ends_with("# flag --dc09"), "{shown}");
    assert!(
        line("press_hold_ms").ends_with("# variable SAQTA_PRESS_HOLD_MS"),
        "{shown}"
    );
    assert!(line("log_format").ends_with("# default"), "{shown}");
    assert!(line("# tls_key").ends_with("# not set"), "{shown}");
    let again = place.write("again.toml", &shown);
    place.run(["config", "--show", "--config", &again]).expect(0);
}

#[test]
fn a_press_text_that_is_none_is_refused() {
    let place = Place::new();
    for (name, bytes, words) in [
        ("binary.txt", &b"293 injured \xff\xfe"[..], "no UTF-8"),
        ("zero.txt", &b"293 injured\0"[..], "control character"),
        (
            "terminal.txt",
            &b"\x1b[31m293 injured\x1b[0m"[..],
            "control character",
        ),
    ] {
        let file = place.path(name);
        std::fs::write(&file, bytes).unwrap();
        place.run(["figures", "check", &file]).expect_misuse(words);
    }
}
