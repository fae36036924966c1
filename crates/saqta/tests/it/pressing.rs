//! `saqta press`: tries until it is recorded, and says so only then.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpListener;
use std::process::Stdio;

use crate::support::{Place, Ran, Serving};

#[test]
fn whoever_presses_is_answered_in_their_language() {
    let place = Place::hospital();
    let device = place.token(&["--device", "wall-1"]);
    let serving = Serving::start(&place, &[]);
    let url = serving.url();
    for (language, words) in [
        ("kk_KZ.UTF-8", "Жазылды: "),
        ("ru_RU", "Записано: "),
        ("en_GB.UTF-8", "Recorded: "),
        ("C", "Записано: "),
    ] {
        let mut press = place.command(["press", "--server", &url, "--token-file", &device]);
        let ran = Ran::of(press.env("LANG", language).output().unwrap()).expect(0);
        assert!(ran.err.starts_with(words), "{language}: {}", ran.err);
        assert!(
            ran.out.starts_with("recorded: panic raised at "),
            "for scripts: {}",
            ran.out
        );
    }
    let stranger = place.write("stranger", "saqta_nobody");
    let ran = place.run([
        "press",
        "--server",
        &url,
        "--token-file",
        &stranger,
        "--language",
        "kk",
    ]);
    ran.expect_misuse("ЖЕТКІЗІЛГЕН ЖОҚ: сервер бұл токенді танымайды");
    serving.stop();
}

#[test]
fn a_press_is_an_alarm_of_its_kind_at_the_tokens_place() {
    let place = Place::hospital();
    let token = place.token(&["--device", "wall-1"]);
    let guard = place.token(&["--account", "guard"]);
    let serving = Serving::start(&place, &[]);
    let url = serving.url();
    let arguments = [
        "press",
        "--server",
        &url,
        "--token-file",
        &token,
        "--kind",
        "assist",
        "--note",
        "two of them",
    ];
    let said = place.run(arguments).expect(0);
    assert!(
        said.out
            .starts_with("recorded: assist raised at kst-ed/triage, alarm "),
        "{}",
        said.out
    );
    assert_eq!(said.out.lines().count(), 1);
    let alarms = serving
        .client_with(&guard)
        .get("/api/v1/alarms?state=open")
        .expect(200);
    assert_eq!(alarms["items"].as_array().unwrap().len(), 1);
    assert_eq!(alarms["items"][0]["kind"], "assist");
    serving.stop();
}

#[test]
fn what_is_not_a_word_of_saqtas_is_tried_again_under_the_same_key_until_it_is() {
    let place = Place::hospital();
    let token = place.token(&["--device", "wall-1"]);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let mut press = place
        .command(["press", "--server", &url, "--token-file", &token])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let alarm = r#"{"id":"a","state":"raised","kind":"panic","site":"s","zone":null,"position":9}"#;
    let portal = "<html>Please sign in</html>";
    let answers = [
        ("200 OK", portal),
        ("503 Service Unavailable", "{}"),
        ("201 Created", alarm),
    ];
    let keys: Vec<String> = answers
        .iter()
        .map(|(status, body)| answer_one(&listener, status, body))
        .collect();
    assert!(
        !keys[0].is_empty() && keys.iter().all(|key| *key == keys[0]),
        "{keys:?}"
    );
    let status = press.wait().unwrap();
    let (mut out, mut err) = (String::new(), String::new());
    press.stdout.take().unwrap().read_to_string(&mut out).unwrap();
    press.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!(status.code(), Some(0), "{err}");
    assert_eq!(out, "recorded: panic raised at s, alarm a, position 9\n");
    assert_eq!(err.matches("NOT delivered yet").count(), 2, "{err}");
}

/// Answers one request, and gives its Idempotency-Key.
fn answer_one(listener: &TcpListener, status: &str, body: &str) -> String {
    let (mut stream, _) = listener.accept().unwrap();
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let (mut key, mut length) = (String::new(), 0);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        let line = line.trim().to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        match line.split_once(": ") {
            Some(("idempotency-key", value)) => key = value.to_owned(),
            Some(("content-length", value)) => length = value.parse().unwrap(),
            _ => {}
        }
    }
    let mut request = vec![0; length];
    reader.read_exact(&mut request).unwrap();
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(format!("{head}{body}").as_bytes()).unwrap();
    key
}

#[test]
fn whoever_gives_up_is_told_that_nobody_knows() {
    let place = Place::empty();
    let token = place.write("token", "saqta_x\n");
    // A port that was free a moment ago: nobody listens there.
    let port = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let url = format!("http://127.0.0.1:{port}");
    let arguments = [
        "press",
        "--server",
        &url,
        "--token-file",
        &token,
        "--give-up-after",
        "1",
    ];
    let ran = place.run(arguments).expect(1);
    assert!(
        ran.err.contains("NOT delivered: nobody has received this call"),
        "{}",
        ran.err
    );
    assert!(
        ran.err.contains("     do: call for help by voice or phone"),
        "{}",
        ran.err
    );
    assert_eq!(ran.out, "");
}

#[test]
fn a_token_that_nobody_knows_is_not_tried_for_ever() {
    let place = Place::hospital();
    let token = place.write("token", "saqta_unknown\n");
    let serving = Serving::start(&place, &[]);
    let url = serving.url();
    let arguments = ["press", "--server", &url, "--token-file", &token];
    place
        .run(arguments)
        .expect_misuse("NOT delivered: the server does not know this token");
    serving.stop();
}
