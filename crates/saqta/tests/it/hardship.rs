//! The server when its surroundings fail it: silent connections, few open files, another writer, an impatient end.
#![cfg(target_os = "linux")]

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::process::Stdio;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use serde_json::json;

use crate::support::{Place, Serving};

/// A press whose body has been asked for and does not come.
fn half_a_press(serving: &Serving, token_file: &str) -> TcpStream {
    let token = std::fs::read_to_string(token_file).unwrap();
    let mut stream = TcpStream::connect(serving.address("http")).unwrap();
    write!(
        stream,
        "POST /api/v1/alarms HTTP/1.1\r\nhost: saqta\r\nauthorization: Bearer {}\r\ncontent-length: 100\r\n\
         expect: 100-continue\r\n\r\n",
        token.trim()
    )
    .unwrap();
    let mut asked = [0; 12];
    stream.read_exact(&mut asked).unwrap();
    assert_eq!(&asked, b"HTTP/1.1 100", "the server reads the body");
    stream
}

#[test]
fn silent_and_half_open_connections_do_not_hold_up_the_end() {
    let place = Place::hospital();
    let device = place.token(&["--device", "wall-1"]);
    let serving = Serving::start(&place, &["--dc09", "127.0.0.1:0"]);
    let mut open = Vec::new();
    for said in [
        &b""[..],
        b"GET /heal",
        b"\n0011",
        b"\nAAAA0030\"SIA-DCS\"0001L0#1234[#1234|Nri1/PA",
    ] {
        for address in ["http", "dc09"] {
            let mut stream = TcpStream::connect(serving.address(address)).unwrap();
            stream.write_all(said).unwrap();
            open.push(stream);
        }
    }
    open.push(half_a_press(&serving, &device));
    serving.signal("TERM");
    let (code, took) = serving.wait();
    assert_eq!(code, Some(0));
    assert!(took < Duration::from_secs(5), "it took {took:?}");
    place.expect_nothing_to_recover();
}

#[test]
fn a_second_signal_ends_the_server_at_once() {
    let place = Place::hospital();
    let device = place.token(&["--device", "wall-1"]);
    let serving = Serving::start(&place, &[]);
    // Waited for after the first signal.
    let _held = half_a_press(&serving, &device);
    serving.signal("TERM");
    let began = Instant::now();
    serving.expect_log("ending=Asked");
    serving.signal("INT");
    let (code, _) = serving.wait();
    let took = began.elapsed();
    assert_eq!(code, Some(1));
    assert!(took < Duration::from_secs(2), "it took {took:?}");
    place.run(["verify", "--data", &place.data()]).expect(0);
}

#[test]
fn a_thousand_silent_connections_leave_room_for_a_press() {
    let place = Place::hospital();
    let device = place.token(&["--device", "wall-1"]);
    // As a login shell starts a program on many systems, only lower.
    let serving = Serving::start_after(&place, "ulimit -Sn 128", &["--dc09", "127.0.0.1:0"]);
    let connect = |name| TcpStream::connect(serving.address(name)).unwrap();
    let silent: Vec<TcpStream> = (0..500)
        .flat_map(|_| [connect("http"), connect("dc09")])
        .collect();
    let pressed = serving.client_with(&device).post("/api/v1/alarms", &json!({}));
    assert_eq!(pressed.expect(201)["device"], "wall-1");
    assert_eq!(silent.len(), 1_000);
    serving.stop();
}

#[test]
fn a_writer_that_was_fenced_off_records_nothing_and_asks_to_be_started_again() {
    let place = Place::hospital();
    let device = place.token(&["--device", "wall-1"]);
    let serving = Serving::start(&place, &[]);
    let journal = Connection::open(format!("{}/journal.sqlite", place.data())).unwrap();
    let (epoch, digest): (String, Vec<u8>) = journal
        .query_row("SELECT value, digest FROM meta WHERE name = 'epoch'", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    journal
        .execute("UPDATE meta SET value = '99' WHERE name = 'epoch'", [])
        .unwrap();
    let refused = serving.client_with(&device).post("/api/v1/alarms", &json!({}));
    assert_eq!(
        refused.expect(503)["type"],
        "https://saqta.dev/problems/not-recorded"
    );
    let (code, _) = serving.wait();
    assert_eq!(code, Some(70), "the service manager is to start it again");

    journal
        .execute(
            "UPDATE meta SET value = ?1, digest = ?2 WHERE name = 'epoch'",
            (epoch, digest),
        )
        .unwrap();
    drop(journal);
    let again = Serving::start(&place, &[]);
    again
        .client_with(&device)
        .post("/api/v1/alarms", &json!({}))
        .expect(201);
    again.stop();
    place.run(["verify", "--data", &place.data()]).expect(0);
}

#[test]
fn a_list_does_not_wait_for_a_register_that_cannot_be_written() {
    let place = Place::hospital();
    let (device, guard) = (
        place.token(&["--device", "wall-1"]),
        place.token(&["--account", "guard"]),
    );
    let serving = Serving::start(&place, &[]);
    let guard = serving.client_with(&guard);
    let before = guard.get("/api/v1/alarms").expect(200);
    assert_eq!(before.get("behind"), None, "{before}");
    let mut views = Connection::open(format!("{}/views.sqlite", place.data())).unwrap();
    let held = views
        .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
        .unwrap();
    let pressed = serving
        .client_with(&device)
        .post("/api/v1/alarms", &json!({}))
        .expect(201);
    let began = Instant::now();
    let listed = guard.get("/api/v1/alarms?state=open").expect(200);
    let took = began.elapsed();
    assert!(
        took < Duration::from_secs(5),
        "a guard waited {took:?} for the list"
    );
    assert_eq!(listed["behind"], true, "{listed}");
    assert_eq!(listed["items"][0]["id"], pressed["id"], "{listed}");
    drop(held);
    serving.stop();
    place.run(["verify", "--data", &place.data()]).expect(0);
}

#[test]
fn a_log_that_nobody_reads_any_more_stops_nothing() {
    use std::io::BufRead as _;

    let place = Place::hospital();
    let (device, ready) = (place.token(&["--device", "wall-1"]), place.path("ready"));
    let data = place.data();
    let mut child = place
        .command([
            "serve",
            "--data",
            &data,
            "--listen",
            "127.0.0.1:0",
            "--ready-file",
            &ready,
        ])
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut log = std::io::BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    while !line.contains("ready: ") {
        line.clear();
        assert!(
            log.read_line(&mut line).unwrap() > 0,
            "the server did not become ready"
        );
    }
    drop(log);
    let told = std::fs::read_to_string(&ready).unwrap();
    let url = format!("http://{}", told.trim().strip_prefix("http=").unwrap());
    let ran = place
        .run(["press", "--server", &url, "--token-file", &device])
        .expect(0);
    assert!(ran.out.starts_with("recorded: "), "{}", ran.out);
    let killed = std::process::Command::new("kill")
        .arg(child.id().to_string())
        .status()
        .unwrap();
    assert!(killed.success());
    assert_eq!(child.wait().unwrap().code(), Some(0), "it ends in good order");
    place.expect_nothing_to_recover();
}
