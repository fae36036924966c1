//! A press is never refused to anybody who was ever known.

use axum::body::Bytes;
use axum::http::Method;
use proptest::prelude::*;
use saqta_domain::permission::{Role, Scope};
use saqta_domain::token::Holder;
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::support::TestApp;

#[tokio::test]
async fn a_press_names_its_place() {
    let app = TestApp::new().await;
    let alarm = app
        .worker("nurse")
        .await
        .post("/alarms", json!({ "zone": "triage", "kind": "assist" }))
        .await
        .expect(201);
    assert_eq!(alarm.json["site"], "ed");
    assert_eq!(alarm.json["zone"], "triage");
    assert_eq!(alarm.json["kind"], "assist");
    assert_eq!(alarm.json["origin"], "person");
    assert_eq!(alarm.json["state"], "raised");
    assert_eq!(alarm.json["raised_by"]["name"], "nurse (synthetic)");
    assert_eq!(alarm.flags(), [] as [&str; 0]);

    let by_device = app.button().await.post("/alarms", json!({})).await.expect(201);
    assert_eq!(by_device.json["device"], "button-1");
    assert_eq!(by_device.json["zone"], "triage");
    assert_eq!(by_device.json["origin"], "device");
}

#[tokio::test]
async fn a_press_that_was_held_up_says_when_somebody_pressed() {
    let app = TestApp::new().await;
    let worker = app.worker("nurse").await;
    for (pressed_at, flags) in [
        ("2026-02-28T23:40:00Z", &["late"][..]),
        ("2026-02-28T23:59:30Z", &[]),
        ("2026-03-01T00:10:00Z", &["wrong-clock"]),
    ] {
        let body = json!({ "zone": "triage", "pressed_at": pressed_at });
        let answer = worker.post("/alarms", body).await.expect(201);
        assert_eq!(answer.flags(), flags, "pressed at {pressed_at}");
        assert_eq!(answer.json["pressed_at"], pressed_at);
        let path = format!("/alarms/{}", answer.json["id"].as_str().unwrap());
        let read = worker.get(&path).await.expect(200);
        assert_eq!(read.json["pressed_at"], pressed_at, "the views keep it");
    }
}

#[tokio::test]
async fn what_is_wrong_becomes_a_flag() {
    let app = TestApp::new().await;
    let worker = app.worker("nurse").await;
    for (body, flag) in [
        (&br#"{"zone":"triage","kind":"robbery"}"#[..], "unknown-kind"),
        (br#"{"zone":"nowhere"}"#, "unknown-zone"),
        (br#"{"zone":"triage","device":"nothing"}"#, "unknown-device"),
        (br#"{"zone":"triage","silent":"yes"}"#, "wrong-value"),
        (br#"{"zone":"triage","kind":"#, "unreadable-body"),
        (b"\xff\xfe\x00", "unreadable-body"),
        (b"", "place-uncertain"),
    ] {
        let answer = worker.post_bytes("/alarms", body).await.expect(201);
        assert!(
            answer.flags().contains(&flag.to_owned()),
            "{flag} is missing in {:?}",
            answer.flags()
        );
    }
    let form = worker
        .clone()
        .with("content-type", "application/x-www-form-urlencoded");
    let answer = form.post_bytes("/alarms", "zone=triage").await.expect(201);
    assert_eq!(answer.flags(), ["unreadable-body", "place-uncertain"]);
    assert_eq!(answer.json["site"], "ed", "the only site of a person's roles");
}

#[tokio::test]
async fn a_body_larger_than_any_press_raises_the_alarm_at_its_place() {
    let app = TestApp::new().await;
    let mut body = br#"{"zone":"triage","kind":"medical","note":""#.to_vec();
    body.resize(3_000_000, b'a');
    let answer = app
        .worker("nurse")
        .await
        .post_bytes("/alarms", body)
        .await
        .expect(201);
    assert_eq!(answer.json["zone"], "triage");
    assert_eq!(answer.json["kind"], "medical");
    assert!(
        answer.flags().contains(&"text-cut".to_owned()),
        "{:?}",
        answer.flags()
    );
}

#[tokio::test]
async fn a_revoked_token_still_presses_and_does_nothing_else() {
    let app = TestApp::new().await;
    let worker = app.worker("nurse").await;
    app.revoke_all().await;
    let answer = worker
        .post("/alarms", json!({ "zone": "triage" }))
        .await
        .expect(201);
    assert_eq!(answer.flags(), ["revoked-token"]);
    worker.get("/alarms").await.expect(401);
    worker.get(&format!("/alarms/{}", answer.id())).await.expect(401);
}

#[tokio::test]
async fn only_who_was_never_known_is_refused() {
    let app = TestApp::new().await;
    for client in [
        app.nobody(),
        app.client("never-issued"),
        app.nobody().with("authorization", "Basic Zzp6"),
    ] {
        let answer = client
            .post("/alarms", json!({ "zone": "triage" }))
            .await
            .expect(401);
        assert_eq!(answer.header("www-authenticate"), "Bearer");
    }
    assert_eq!(app.open_alarms(), 0);
}

#[tokio::test]
async fn the_same_key_and_body_is_the_same_press_and_another_body_is_another() {
    let app = TestApp::new().await;
    let worker = app.worker("nurse").await;
    let keyed = worker.clone().with("idempotency-key", "k1");
    let first = keyed
        .post("/alarms", json!({ "zone": "triage" }))
        .await
        .expect(201);
    let again = keyed
        .post("/alarms", json!({ "zone": "triage" }))
        .await
        .expect(201);
    assert_eq!(first.id(), again.id());
    let other = keyed.post("/alarms", json!({ "zone": "ward" })).await.expect(201);
    assert_ne!(first.id(), other.id());
    assert_eq!(other.flags(), ["key-reused"]);
    let somebody = app.worker("doctor").await.with("idempotency-key", "k1");
    let theirs = somebody
        .post("/alarms", json!({ "zone": "triage" }))
        .await
        .expect(201);
    assert_ne!(first.id(), theirs.id(), "keys belong to who used them");
}

#[tokio::test]
async fn an_empty_key_makes_no_two_presses_the_same() {
    let app = TestApp::new().await;
    let worker = app.worker("nurse").await.with("idempotency-key", "");
    let first = worker
        .post("/alarms", json!({ "zone": "triage" }))
        .await
        .expect(201);
    let second = worker
        .post("/alarms", json!({ "zone": "triage" }))
        .await
        .expect(201);
    assert_ne!(first.id(), second.id());
}

#[tokio::test]
async fn a_press_whose_connection_breaks_is_raised() {
    let app = TestApp::new().await;
    let token = {
        app.declare_account("nurse", Role::Worker, Scope::Site("ed".into()), None)
            .await;
        app.token(Holder::Account(app.account("nurse"))).await
    };
    let mut guard = app.guard("guard").await.follow(None).await;
    guard.block().await;
    let mut stream = TcpStream::connect(app.address).await.unwrap();
    let head = format!(
        "POST /api/v1/alarms HTTP/1.1\r\nhost: saqta\r\nauthorization: Bearer {token}\r\ncontent-length: 900\r\n\r\n\
         {{\"zone\":\"triage\",\"note\":\"he"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    drop(stream);
    let event = guard.expect("alarm.raised").await;
    assert_eq!(event.data["alarm"]["zone"], "triage");
    assert_eq!(event.data["alarm"]["flags"], json!(["unreadable-body"]));
}

#[tokio::test]
async fn a_client_that_closes_its_side_is_answered() {
    let app = TestApp::new().await;
    app.declare_account("nurse", Role::Worker, Scope::Site("ed".into()), None)
        .await;
    let token = app.token(Holder::Account(app.account("nurse"))).await;
    let mut stream = TcpStream::connect(app.address).await.unwrap();
    let request = format!(
        "POST /api/v1/alarms HTTP/1.1\r\nhost: saqta\r\nauthorization: Bearer {token}\r\ncontent-length: 2\r\n\r\n{{}}"
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    stream.shutdown().await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
}

#[tokio::test]
async fn a_slash_too_many_and_hundreds_of_headers_keep_no_press_away() {
    let app = TestApp::new().await;
    let worker = app.worker("nurse").await;
    for path in ["/api/v1/alarms/", "//api/v1/alarms", "/api//v1/alarms//"] {
        let answer = worker.open(Method::POST, path, Bytes::from_static(b"{}")).await;
        assert_eq!(answer.status(), 201, "{path}");
    }
    let mut laden = worker;
    for index in 0..400 {
        laden = laden.with(&format!("x-proxy-{index}"), "1");
    }
    laden.post("/alarms", json!({})).await.expect(201);
    assert_eq!(app.open_alarms(), 4);
}

#[test]
fn whatever_is_sent_with_a_known_token_raises_an_alarm() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    let (app, worker) = runtime.block_on(async {
        let app = TestApp::new().await;
        let worker = app.worker("nurse").await;
        (app, worker)
    });
    let field = "(zone|device|kind|silent|note|[a-z]{1,6})";
    let value = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        "-?[0-9]{1,12}",
        "\"[a-zА-Яә]{0,12}\"",
        Just("\"triage\"".to_owned()),
        Just("[[{}]]".to_owned()),
    ];
    let object = proptest::collection::vec((field, value), 0..6).prop_map(|fields| {
        let fields: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("\"{name}\":{value}"))
            .collect();
        format!("{{{}}}", fields.join(",")).into_bytes()
    });
    let body = prop_oneof![object, proptest::collection::vec(any::<u8>(), 0..200)];
    let case = (
        body,
        "[\\x20-\\x7e]{0,300}",
        "[ -~]{0,40}",
        prop_oneof![Just(None), "[ -~]{1,30}".prop_map(Some)],
    );
    let config = ProptestConfig {
        cases: 96,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    proptest!(config, |((body, key, content_type, origin) in case)| {
        let mut client = worker.clone().with("idempotency-key", &key).with("content-type", &content_type);
        if let Some(origin) = origin {
            client = client.with("origin", &origin);
        }
        let answer = runtime.block_on(client.send(Method::POST, "/api/v1/alarms", Bytes::from(body)));
        prop_assert_eq!(answer.status, 201);
    });
    assert!(app.open_alarms() > 0);
    drop(app);
}
