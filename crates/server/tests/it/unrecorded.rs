//! When the journal cannot be written.

use std::sync::atomic::Ordering;

use serde_json::json;

use super::support::TestApp;

#[tokio::test]
async fn a_press_that_cannot_be_recorded_is_shown_and_tried_again() {
    let app = TestApp::new().await;
    let (worker, guard) = (app.worker("nurse").await, app.guard("guard").await);
    let worker = worker.with("idempotency-key", "k").with("accept-language", "en");
    let mut stream = guard.follow(None).await;
    stream.block().await;
    app.full.store(true, Ordering::SeqCst);
    let mut keys = Vec::new();
    for _ in 0..2 {
        let refused = worker
            .post("/alarms", json!({ "zone": "triage", "kind": "medical" }))
            .await
            .expect(503);
        assert_eq!(refused.text("type"), "https://saqta.dev/problems/not-recorded");
        assert_eq!(refused.text("title"), "NOT recorded");
        assert_eq!(refused.header("retry-after"), "1");
        let shown = stream.expect("alarm.unrecorded").await;
        assert_eq!(shown.id, None, "it is no part of the log");
        assert_eq!(shown.data["press"]["kind"], "medical");
        assert_eq!(shown.data["press"]["site"], "ed");
        assert_eq!(shown.data["press"]["zone"], "triage");
        keys.push(shown.data["press"]["key"].clone());
    }
    assert_eq!(keys[0], keys[1], "each try of one press shows as one");
    app.full.store(false, Ordering::SeqCst);
    worker
        .post("/alarms", json!({ "zone": "triage", "kind": "medical" }))
        .await
        .expect(201);
    stream.expect("alarm.raised").await;
}

#[tokio::test]
async fn a_step_that_cannot_be_recorded_is_not_done() {
    let app = TestApp::new().await;
    let guard = app.guard("guard").await;
    let id = app.alarm_by(&guard).await.id();
    app.full.store(true, Ordering::SeqCst);
    guard
        .post(&format!("/alarms/{id}/acknowledge"), json!({}))
        .await
        .expect(503);
    assert_eq!(
        guard
            .get(&format!("/alarms/{id}"))
            .await
            .expect(200)
            .text("state"),
        "raised"
    );
    assert_eq!(
        app.nobody().page("/readyz").await.expect(200).json["recording"],
        false
    );
}
