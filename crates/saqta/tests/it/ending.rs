//! How the server starts, tells that it is ready, and ends.

use std::fs;
use std::time::Duration;

use crate::support::{Place, Serving};

#[test]
fn sigterm_ends_the_server_within_five_seconds_with_open_streams_and_nothing_to_recover() {
    let place = Place::hospital();
    let guard = place.token(&["--account", "guard"]);
    let device = place.token(&["--device", "wall-1"]);
    let serving = Serving::start(&place, &["--dc09", "127.0.0.1:0"]);
    let url = serving.url();
    let client = serving.client_with(&guard);
    let mut streams: Vec<_> = (0..3).map(|_| client.stream(0)).collect();
    place
        .run(["press", "--server", &url, "--token-file", &device])
        .expect(0);
    for stream in &mut streams {
        assert!(
            stream.any(|line| line == "event: alarm.raised"),
            "the stream ended before the alarm"
        );
    }
    serving.signal("TERM");
    let (code, took) = serving.wait();
    assert_eq!(code, Some(0));
    assert!(took < Duration::from_secs(5), "it took {took:?}");
    for stream in streams {
        assert!(
            stream.into_iter().any(|line| line == "event: bye"),
            "a stream was cut without goodbye"
        );
    }
    place.expect_nothing_to_recover();
    place.run(["verify", "--data", &place.data()]).expect(0);
}

#[test]
fn a_second_process_is_locked_out_and_told_what_to_do() {
    let place = Place::hospital();
    let data = place.data();
    let serving = Serving::start(&place, &[]);
    let file = place.write("empty.toml", "");
    for arguments in [
        &["serve", "--data", &data, "--listen", "127.0.0.1:0"][..],
        &["apply", "--data", &data, &file],
        &["token", "--data", &data, "--account", "guard"],
        &["rebuild", "--data", &data],
        &["erase", "--data", &data, "--account", "guard", "--yes"],
    ] {
        let ran = place.run(arguments.iter().copied());
        let ran = ran.expect_misuse(&format!("is in use by another process ({})", serving.id()));
        assert!(ran.err.contains("   safe: nothing was changed"), "{}", ran.err);
    }
    serving.stop();
}

#[test]
fn readiness_is_told_by_file_and_log_and_json_logs_are_json() {
    let place = Place::hospital();
    let ready = place.path("ready");
    let serving = Serving::start(
        &place,
        &["--dc09", "127.0.0.1:0", "--log", "json", "--ready-file", &ready],
    );
    let told = fs::read_to_string(&ready).unwrap();
    assert_eq!(
        told,
        format!(
            "http={}\ndc09={}\n",
            serving.address("http"),
            serving.address("dc09")
        )
    );
    serving.client().get("/readyz").expect(200);
    serving.client().get("/healthz").expect(200);
    for line in serving.log().lines() {
        let parsed: Result<serde_json::Value, _> = serde_json::from_str(line);
        assert!(parsed.is_ok(), "no JSON: {line}");
    }
    serving.stop();
}

#[test]
fn settings_come_from_the_file_in_the_data_folder_too() {
    let place = Place::hospital();
    fs::write(format!("{}/saqta.toml", place.data()), "dc09 = \"127.0.0.1:0\"\n").unwrap();
    let serving = Serving::start(&place, &[]);
    assert!(serving.address("dc09").starts_with("127.0.0.1:"));
    serving.stop();
}

#[test]
fn a_damaged_journal_is_set_aside_loudly_and_presses_go_on_being_recorded() {
    let place = Place::hospital();
    let device = place.token(&["--device", "wall-1"]);
    let last = place
        .run(["token", "--data", &place.data(), "--account", "guard"])
        .expect(0);
    let id = last.err.rsplit(' ').next().unwrap().trim();
    let path = format!("{}/journal.sqlite", place.data());
    let mut bytes = fs::read(&path).unwrap();
    // In the entry's body; the index of streams holds the id too.
    let body = format!("\"{id}\"");
    let at = bytes
        .windows(body.len())
        .position(|window| window == body.as_bytes())
        .unwrap()
        + 1;
    bytes[at] ^= 1;
    fs::write(&path, bytes).unwrap();
    let serving = Serving::start(&place, &[]);
    assert!(
        serving.log().contains("THE JOURNAL IS DAMAGED"),
        "{}",
        serving.log()
    );
    let url = serving.url();
    let pressed = place
        .run(["press", "--server", &url, "--token-file", &device])
        .expect(0);
    assert!(
        pressed.out.starts_with("recorded: panic raised at kst-ed/triage"),
        "{}",
        pressed.out
    );
    serving.stop();
    assert!(
        place.data_files().iter().any(|name| name.starts_with("damaged-")),
        "{:?}",
        place.data_files()
    );
    place.run(["verify", "--data", &place.data()]).expect(0);
}

#[test]
fn a_port_that_is_taken_is_named() {
    let place = Place::hospital();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let data = place.data();
    let words = format!("cannot listen on {address}");
    place
        .run(["serve", "--data", &data, "--listen", &address])
        .expect_misuse(&words);
    place
        .run([
            "serve",
            "--data",
            &data,
            "--listen",
            "127.0.0.1:0",
            "--dc09",
            &address,
        ])
        .expect_misuse(&words);
    place.expect_nothing_to_recover();
}
