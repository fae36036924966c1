//! Moving alarms on, and reading them.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use saqta_domain::alarm::AlarmKind;
use saqta_domain::command::{Answer, Command, Principal};
use saqta_domain::permission::Role;
use saqta_domain::private::RawSignal;
use saqta_domain::signal::{Fingerprint, Meaning, Protocol, Report, Signal, Source};
use serde_json::json;

use super::support::TestApp;

#[tokio::test]
async fn an_alarm_goes_from_its_press_to_its_close() {
    let app = TestApp::new().await;
    let worker = app.worker("nurse").await;
    let guard = app.guard("guard").await;
    let id = app.alarm_by(&worker).await.id();
    for (step, state) in [
        ("acknowledge", "acknowledged"),
        ("respond", "responding"),
        ("attend", "attended"),
    ] {
        let answer = guard
            .post(&format!("/alarms/{id}/{step}"), json!({}))
            .await
            .expect(200);
        assert_eq!(answer.text("state"), state);
        assert_eq!(answer.json["by"]["name"], "guard (synthetic)");
        guard
            .post(&format!("/alarms/{id}/{step}"), json!({}))
            .await
            .expect(200);
    }
    let body = json!({ "outcome": "real", "factors": ["waiting"], "note": "Calm now." });
    let closed = guard.post(&format!("/alarms/{id}/close"), body).await.expect(200);
    assert_eq!(closed.json["outcome"], "real");
    assert_eq!(closed.json["factors"], json!(["waiting"]));
    let detail = guard.get(&format!("/alarms/{id}")).await.expect(200);
    let types: Vec<&str> = detail.json["timeline"]
        .as_array()
        .unwrap()
        .iter()
        .map(|i| i["type"].as_str().unwrap())
        .collect();
    assert_eq!(
        types,
        [
            "alarm.raised",
            "alarm.acknowledged",
            "alarm.responding",
            "alarm.attended",
            "alarm.closed"
        ]
    );
    assert_eq!(detail.json["timeline"][4]["note"], "Calm now.");
    let own = worker.get(&format!("/alarms/{id}")).await.expect(200);
    assert_eq!(
        own.json["timeline"][4]["note"],
        json!(null),
        "what others wrote is not for the presser"
    );
    assert_eq!(own.json["by"]["name"], "guard (synthetic)");
}

#[tokio::test]
async fn a_step_that_is_taken_says_by_whom() {
    let app = TestApp::new().await;
    let (one, two) = (app.guard("one").await, app.guard("two").await);
    let id = app.alarm_by(&one).await.id();
    one.post(&format!("/alarms/{id}/acknowledge"), json!({}))
        .await
        .expect(200);
    let conflict = two
        .clone()
        .with("accept-language", "en")
        .post(&format!("/alarms/{id}/acknowledge"), json!({}))
        .await
        .expect(409);
    assert_eq!(conflict.text("type"), "https://saqta.dev/problems/conflict");
    assert_eq!(conflict.text("state"), "acknowledged");
    assert_eq!(conflict.json["by"]["name"], "one (synthetic)");
    assert_eq!(
        conflict.text("detail"),
        "The alarm has already been taken. Taken by: one (synthetic)."
    );
    two.post(&format!("/alarms/{id}/release"), json!({}))
        .await
        .expect(409);
    one.post(&format!("/alarms/{id}/release"), json!({}))
        .await
        .expect(200);
    two.post(&format!("/alarms/{id}/acknowledge"), json!({}))
        .await
        .expect(200);
    app.person("head", Role::Dispatcher)
        .await
        .post(&format!("/alarms/{id}/release"), json!({}))
        .await
        .expect(200);
}

#[tokio::test]
async fn the_presser_contests_and_a_dispatcher_decides() {
    let app = TestApp::new().await;
    let (worker, guard) = (app.worker("nurse").await, app.guard("guard").await);
    let head = app.person("head", Role::Dispatcher).await;
    let id = app.alarm_by(&worker).await.id();
    guard
        .post(&format!("/alarms/{id}/close"), json!({ "outcome": "no-danger" }))
        .await
        .expect(200);
    let contested = worker
        .post(
            &format!("/alarms/{id}/reopen"),
            json!({ "note": "He had a knife." }),
        )
        .await
        .expect(200);
    assert_eq!(contested.json["contested"], true);
    assert_eq!(contested.text("state"), "raised");
    guard
        .post(&format!("/alarms/{id}/close"), json!({ "outcome": "no-danger" }))
        .await
        .expect(403);
    head.post(&format!("/alarms/{id}/close"), json!({ "outcome": "real" }))
        .await
        .expect(200);
}

#[tokio::test]
async fn what_cannot_be_understood_names_its_field() {
    let app = TestApp::new().await;
    let guard = app.guard("guard").await.with("accept-language", "ru");
    let id = app.alarm_by(&guard).await.id();
    for (path, body, field) in [
        ("close", json!({ "outcome": "false" }), "outcome"),
        (
            "close",
            json!({ "outcome": "real", "factors": ["waiting", "him"] }),
            "factors[1]",
        ),
        ("note", json!({ "note": "  " }), "note"),
        ("note", json!({ "note": "a".repeat(4_001) }), "note"),
    ] {
        let answer = guard
            .post(&format!("/alarms/{id}/{path}"), body)
            .await
            .expect(400);
        assert_eq!(answer.text("field"), field);
        assert_eq!(answer.header("content-language"), "ru");
    }
    guard
        .post(&format!("/alarms/{id}/close"), json!([]))
        .await
        .expect(400);
    guard
        .post_bytes(&format!("/alarms/{id}/note"), "{")
        .await
        .expect(400);
    guard.get("/alarms?state=half").await.expect(400);
    guard.get("/alarms/no-uuid").await.expect(404);
    guard.get("/nothing").await.expect(404);
    guard.delete("/alarms").await.expect(405);
}

#[tokio::test]
async fn lists_are_newest_first_page_by_page_and_know_what_was_just_recorded() {
    let app = TestApp::new().await;
    let guard = app.guard("guard").await;
    let mut ids = Vec::new();
    for _ in 0..7 {
        ids.insert(0, app.alarm_by(&guard).await.id());
    }
    guard
        .post(&format!("/alarms/{}/close", ids[6]), json!({ "outcome": "test" }))
        .await
        .expect(200);
    let mut found = Vec::new();
    let mut cursor = String::new();
    loop {
        let page = guard
            .get(&format!("/alarms?state=open&limit=4&cursor={cursor}"))
            .await
            .expect(200);
        let items = page.json["items"].as_array().unwrap();
        found.extend(items.iter().map(|item| item["id"].as_str().unwrap().to_owned()));
        match page.json["next"].as_str() {
            Some(next) => cursor = next.to_owned(),
            None => break,
        }
    }
    assert_eq!(found, ids[..6]);
    let closed = guard.get("/alarms?state=closed&site=ed").await.expect(200);
    assert_eq!(closed.json["items"][0]["id"], ids[6].as_str());
    assert_eq!(
        guard.get("/alarms?site=mine").await.expect(200).json["items"],
        json!([])
    );
    assert_eq!(
        guard.get("/alarms?limit=0").await.expect(200).json["items"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[tokio::test]
async fn a_situation_moves_together() {
    let app = TestApp::new().await;
    let guard = app.guard("guard").await;
    let mut situation = String::new();
    for _ in 0..70 {
        situation = app.alarm_by(&guard).await.text("situation");
    }
    let moved = guard
        .post(&format!("/situations/{situation}/acknowledge"), json!({}))
        .await
        .expect(200);
    assert_eq!(moved.json["changed"], 70);
    let again = guard
        .post(&format!("/situations/{situation}/acknowledge"), json!({}))
        .await
        .expect(200);
    assert_eq!(again.json["changed"], 0);
    guard
        .post(&format!("/situations/{}/attend", uuid::Uuid::nil()), json!({}))
        .await
        .expect(404);
}

#[tokio::test]
async fn an_auditor_opens_a_signal_and_that_is_recorded() {
    let app = TestApp::new().await;
    let auditor = app.person("auditor", Role::Auditor).await;
    let frame = b"\n5A1A0016\"ADM-CID\"0001L0#1234[#1234|1120 00 001]".to_vec();
    let signal = Signal {
        source: Source {
            protocol: Protocol::Dc09,
            address: "192.0.2.7".to_owned(),
            account: Some("1234".to_owned()),
            receiver: None,
            prefix: None,
            sequence: Some(1),
            fingerprint: Fingerprint([7; 16]),
        },
        device: Some("button-1".into()),
        reports: vec![Report {
            code: "1120".to_owned(),
            meaning: Meaning::Alarm(AlarmKind::Panic),
            point: None,
            area: None,
        }],
        flags: BTreeSet::new(),
        occurred: None,
        raw: RawSignal {
            bytes: frame.clone(),
            text: Some("synthetic".to_owned()),
        },
    };
    let received = app
        .handle
        .ask(Principal::System, Command::Receive(Box::new(signal)))
        .await;
    let Ok(Answer::Received { alarms, .. }) = received else {
        panic!("{received:?}")
    };
    let id = alarms[0];
    let detail = auditor.get(&format!("/alarms/{id}")).await.expect(200);
    assert_eq!(detail.json["timeline"][0]["signal"]["code"], "1120");
    assert_eq!(detail.json["timeline"][0]["signal"]["account"], "1234");
    let before = app.handle.live().head();
    let opened = auditor.get(&format!("/alarms/{id}/signal")).await.expect(200);
    let bytes = opened.json["items"][0]["bytes"].as_str().unwrap();
    assert_eq!(STANDARD.decode(bytes).unwrap(), frame);
    let recorded = app.handle.read_after(before, 10).unwrap();
    assert_eq!(recorded.len(), 1, "{recorded:?}");
    assert_eq!(recorded[0].event.name(), "seal.opened");
    assert_eq!(recorded[0].actor, Some(app.account("auditor")));
}

#[tokio::test]
async fn a_guard_learns_which_button_of_a_panel_was_pressed() {
    let app = TestApp::new().await;
    let guard = app.guard("guard").await;
    let mut stream = guard.follow(None).await;
    stream.block().await;
    app.panel_signals("033", "07").await;
    let expected = json!({
        "protocol": "dc09", "code": "PA", "point": "033", "area": "07", "text": null, "account": "1234",
        "sequence": 12,
    });
    let raised = stream.expect("alarm.raised").await;
    assert_eq!(raised.data["alarm"]["signal"], expected);
    let listed = guard.get("/alarms").await.expect(200);
    assert_eq!(listed.json["items"][0]["signal"], expected);
    let id = listed.json["items"][0]["id"].as_str().unwrap();
    let detail = guard.get(&format!("/alarms/{id}")).await.expect(200);
    assert_eq!(detail.json["signal"], expected);
    assert_eq!(detail.json["timeline"][0]["signal"], expected);
    let taken = guard
        .post(&format!("/alarms/{id}/acknowledge"), json!({}))
        .await
        .expect(200);
    assert_eq!(taken.json["signal"], expected, "a step forgets nothing");
}
