//! The live stream.

use std::time::Duration;

use saqta_domain::permission::{Role, Scope};
use serde_json::json;

use super::support::TestApp;

#[tokio::test]
async fn a_guard_hears_an_alarm_from_press_to_close() {
    let app = TestApp::new().await;
    let (worker, guard) = (app.worker("nurse").await, app.guard("guard").await);
    let mut stream = guard.follow(None).await;
    assert_eq!(stream.block().await.unwrap(), ": hello");
    assert!(
        stream
            .block()
            .await
            .unwrap()
            .starts_with("event: head\ndata: {\"position\":")
    );
    let raised = app.alarm_by(&worker).await;
    let event = stream.expect("alarm.raised").await;
    assert_eq!(event.id, raised.json["position"].as_u64());
    assert_eq!(
        event.data["alarm"], raised.json,
        "the whole alarm, as it was answered"
    );
    assert_eq!(event.data["by"]["name"], "nurse (synthetic)");
    let id = raised.id();
    guard
        .post(&format!("/alarms/{id}/acknowledge"), json!({ "note": "coming" }))
        .await
        .expect(200);
    let event = stream.expect("alarm.acknowledged").await;
    assert_eq!(
        event.data["alarm"],
        json!({ "id": id, "site": "ed", "state": "acknowledged" })
    );
    assert_eq!(event.data["note"], "coming");
    guard
        .post(
            &format!("/alarms/{id}/close"),
            json!({ "outcome": "real", "factors": ["waiting"] }),
        )
        .await
        .expect(200);
    let event = stream.expect("alarm.closed").await;
    assert_eq!(
        event.data["alarm"],
        json!({ "id": id, "site": "ed", "state": "closed", "outcome": "real", "factors": ["waiting"] })
    );
    worker
        .post(&format!("/alarms/{id}/reopen"), json!({}))
        .await
        .expect(200);
    let event = stream.expect("alarm.contested").await;
    assert_eq!(
        event.data["alarm"],
        json!({ "id": id, "site": "ed", "state": "raised", "contested": true })
    );
}

#[tokio::test]
async fn each_hears_what_they_may_know() {
    let app = TestApp::new().await;
    let (nurse, doctor, guard) = (
        app.worker("nurse").await,
        app.worker("doctor").await,
        app.guard("guard").await,
    );
    let boss = app.person_at("boss", Role::Guard, Scope::Country).await;
    let elsewhere = app
        .person_at("miner", Role::Guard, Scope::Site("mine".into()))
        .await;
    let (mut own, mut colleague, mut far) = (
        nurse.follow(None).await,
        doctor.follow(None).await,
        elsewhere.follow(None).await,
    );
    for stream in [&mut own, &mut colleague, &mut far] {
        stream.block().await;
    }
    let silent = nurse
        .post("/alarms", json!({ "zone": "ward", "silent": true }))
        .await
        .expect(201)
        .id();
    let loud = app.alarm_by(&nurse).await.id();
    guard
        .post(&format!("/alarms/{loud}/respond"), json!({ "note": "about her" }))
        .await
        .expect(200);
    guard
        .post(&format!("/alarms/{loud}/close"), json!({ "outcome": "real" }))
        .await
        .expect(200);
    boss.post("/alarms", json!({ "zone": "shaft" })).await.expect(201);

    assert_eq!(
        own.expect("alarm.raised").await.data["alarm"]["id"],
        silent.as_str()
    );
    assert_eq!(
        own.expect("alarm.raised").await.data["alarm"]["id"],
        loud.as_str()
    );
    let responding = own.expect("alarm.responding").await;
    assert_eq!(responding.data["by"]["name"], "guard (synthetic)");
    assert_eq!(
        responding.data.get("note"),
        None,
        "what others wrote is not for the presser"
    );
    assert_eq!(own.expect("alarm.closed").await.data["alarm"]["outcome"], "real");

    let heard = colleague.expect("alarm.raised").await;
    assert_eq!(
        heard.data["alarm"]["id"],
        loud.as_str(),
        "the silent one is not for colleagues"
    );
    assert_eq!(heard.data["by"], json!(null), "no names");
    assert_eq!(heard.data["alarm"].get("raised_by"), None);
    assert_eq!(colleague.expect("alarm.responding").await.data["by"], json!(null));
    let closed = colleague.expect("alarm.closed").await;
    assert_eq!(closed.data["alarm"]["state"], "closed");
    assert_eq!(closed.data["alarm"].get("outcome"), None);

    assert_eq!(
        far.expect("alarm.raised").await.data["alarm"]["zone"],
        "shaft",
        "nothing of the other site"
    );
}

#[tokio::test]
async fn resuming_after_any_position_leaves_no_gap() {
    let app = TestApp::new().await;
    let guard = app.guard("guard").await;
    let begin = app.handle.live().head();
    let mut expected = Vec::new();
    for _ in 0..20 {
        let raised = app.alarm_by(&guard).await;
        expected.push(raised.json["position"].as_u64().unwrap());
        guard
            .post(&format!("/alarms/{}/acknowledge", raised.id()), json!({}))
            .await
            .expect(200);
        expected.push(app.handle.live().head());
    }
    let mut position = begin;
    let mut heard = Vec::new();
    while heard.len() < expected.len() {
        // A connection that breaks after three events, again and again.
        let mut stream = guard.follow(Some(position)).await;
        for _ in 0..3 {
            if heard.len() < expected.len() {
                position = stream.next().await.unwrap().id.unwrap();
                heard.push(position);
            }
        }
    }
    assert_eq!(heard, expected);
    let resumed = guard.clone().with("last-event-id", &begin.to_string());
    let mut stream = resumed.follow(Some(position)).await;
    assert_eq!(
        stream.next().await.unwrap().id,
        Some(expected[0]),
        "Last-Event-ID stands before ?from="
    );
}

#[tokio::test]
async fn what_is_no_longer_in_memory_is_read_from_the_journal() {
    let app = TestApp::new().await;
    let guard = app.guard("guard").await;
    let raised = app.alarm_by(&guard).await;
    let first = raised.json["position"].as_u64().unwrap();
    let situation = raised.text("situation");
    // More than the engine keeps in memory: each step and release is an entry.
    let by = saqta_domain::command::Principal::Account(app.account("guard"));
    let steps = [
        saqta_domain::command::Motion::Acknowledge,
        saqta_domain::command::Motion::Release,
    ];
    let mut under_way = Vec::new();
    for index in 0..17_000 {
        let alarm = saqta_domain::ids::AlarmId(raised.id().parse().unwrap());
        let motion = steps[index % 2].clone();
        let command = saqta_domain::command::Command::Move {
            alarm,
            motion,
            note: None,
        };
        under_way.push(app.handle.submit(by.clone(), command));
    }
    for each in under_way {
        each.await.unwrap();
    }
    assert!(
        app.handle.live().after(first, 1).is_none(),
        "the first is no longer in memory"
    );
    let mut stream = guard.follow(Some(first - 1)).await;
    let begin = stream.expect("alarm.raised").await;
    assert_eq!(begin.data["alarm"]["situation"], situation.as_str());
    for expected in first + 1..=app.handle.live().head() {
        let event = stream.next().await.unwrap();
        assert_eq!(event.id, Some(expected), "{event:?}");
    }
}

#[tokio::test]
async fn a_stream_says_that_it_is_alive() {
    let app = TestApp::with(Duration::from_millis(20)).await;
    let mut stream = app.guard("guard").await.follow(None).await;
    let mut blocks = Vec::new();
    while blocks.len() < 6 {
        blocks.push(stream.block().await.unwrap());
    }
    assert_eq!(blocks[2], ": hb");
    assert!(blocks[3].starts_with("event: head\n"), "{blocks:?}");
    assert_eq!(blocks[4], ": hb");
}

#[tokio::test]
async fn whoever_may_no_longer_listen_is_sent_away() {
    let app = TestApp::with(Duration::from_millis(20)).await;
    let guard = app.guard("guard").await;
    let mut stream = guard.follow(None).await;
    app.revoke_all().await;
    stream.expect("bye").await;
    assert_eq!(stream.next().await, None);
    guard.get("/stream").await.expect(401);
}

#[tokio::test]
async fn what_is_declared_is_told_to_whom_it_concerns() {
    let app = TestApp::new().await;
    let (worker, button) = (app.worker("nurse").await, app.button().await);
    let admin = app.person_at("admin", Role::Admin, Scope::Country).await;
    let (mut phone, mut device) = (worker.follow(None).await, button.follow(None).await);
    phone.block().await;
    device.block().await;
    let site = |id: &str| json!({ "sites": [{ "id": id, "region": "35", "name": { "en": "New" } }] });
    admin.post("/declaration", site("mine")).await.expect(200);
    admin.post("/declaration", site("ed")).await.expect(200);
    for stream in [&mut phone, &mut device] {
        let event = stream.expect("directory.changed").await;
        assert_eq!(
            event.data["site"],
            json!({ "id": "ed" }),
            "the other site does not concern them"
        );
    }
}

#[tokio::test]
async fn who_may_not_look_up_devices_is_told_of_none() {
    let app = TestApp::new().await;
    let (worker, guard) = (app.worker("nurse").await, app.guard("guard").await);
    let admin = app.person_at("admin", Role::Admin, Scope::Country).await;
    let (mut phone, mut console) = (worker.follow(None).await, guard.follow(None).await);
    phone.block().await;
    console.block().await;
    let declared = json!({
        "zones": [{ "id": "store", "site": "ed" }],
        "devices": [{ "id": "hidden-button", "kind": "panic-button", "zone": "triage" }],
        "posts": [{ "id": "post-2", "site": "ed", "covers": ["triage"] }],
    });
    admin.post("/declaration", declared).await.expect(200);
    app.alarm_by(&worker).await;
    let zone = phone.expect("directory.changed").await;
    assert_eq!(
        zone.data["site"],
        json!({ "id": "ed" }),
        "the site has changed, no more"
    );
    phone.expect("alarm.raised").await;
    let mut named = Vec::new();
    for _ in 0..3 {
        named.push(console.expect("directory.changed").await.data);
    }
    assert!(named.iter().any(|data| data["device"]["id"] == "hidden-button"));
}

#[tokio::test]
async fn the_place_of_a_workers_stream_does_not_grow_with_silent_alarms() {
    let app = TestApp::with(Duration::from_millis(20)).await;
    let (nurse, doctor, guard) = (
        app.worker("nurse").await,
        app.worker("doctor").await,
        app.guard("guard").await,
    );
    let own = app.alarm_by(&doctor).await.json["position"].as_u64().unwrap();
    let mut stream = doctor.follow(Some(own - 1)).await;
    assert_eq!(stream.expect("alarm.raised").await.id, Some(own));
    let silent = nurse
        .post("/alarms", json!({ "zone": "triage", "silent": true }))
        .await
        .expect(201);
    let grown = silent.json["position"].as_u64().unwrap();
    assert!(grown > own);
    for _ in 0..8 {
        let block = stream.block().await.unwrap();
        if let Some((_, data)) = block.split_once("event: head\ndata: ") {
            let head: serde_json::Value = serde_json::from_str(data).unwrap();
            assert_eq!(head["position"], own, "the growth shows a silent alarm");
        }
    }
    for path in ["/alarms", "/session"] {
        let to_worker = doctor.get(path).await.expect(200).json["position"].as_u64();
        let to_guard = guard.get(path).await.expect(200).json["position"].as_u64();
        assert!(to_worker < Some(own), "{path} tells a worker {to_worker:?}");
        assert!(to_guard >= Some(grown), "{path} tells a guard {to_guard:?}");
    }
    let mut console = guard.follow(None).await;
    console.block().await;
    let block = console.block().await.unwrap();
    assert!(block.contains(&format!("\"position\":{grown}")), "{block}");
}

#[tokio::test]
async fn a_bad_place_to_begin_is_refused_and_one_beyond_the_end_is_now() {
    let app = TestApp::new().await;
    let guard = app.guard("guard").await;
    guard.get("/stream?from=yesterday").await.expect(400);
    let mut stream = guard.follow(Some(1_000_000)).await;
    stream.block().await;
    app.alarm_by(&guard).await;
    stream.expect("alarm.raised").await;
}
