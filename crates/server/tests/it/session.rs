//! Signing in.

use std::time::Duration;

use saqta_domain::permission::{Role, Scope};
use serde_json::json;

use super::support::{Client, TestApp};

async fn app_with_guard() -> TestApp {
    let app = TestApp::new().await;
    app.declare_account(
        "guard",
        Role::Guard,
        Scope::Site("ed".into()),
        Some("right horse"),
    )
    .await;
    app
}

async fn sign_in(app: &TestApp) -> Client {
    let body = json!({ "login": "guard", "password": "right horse" });
    let answer = app.nobody().post("/session", body).await.expect(200);
    let cookie = answer.header("set-cookie").to_owned();
    for part in ["HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(part), "{part} is missing in {cookie}");
    }
    let pair = cookie.split(';').next().unwrap().to_owned();
    let client = app.nobody().with("cookie", &pair);
    let origin = client.origin();
    client.with("origin", &origin)
}

#[tokio::test]
async fn a_guard_signs_in_works_and_signs_out() {
    let app = app_with_guard().await;
    let guard = sign_in(&app).await;
    let session = guard.get("/session").await.expect(200);
    assert_eq!(session.json["account"]["login"], "guard");
    assert_eq!(
        session.json["account"]["roles"],
        json!([{ "role": "guard", "site": "ed", "region": null }])
    );
    let permissions = session.json["permissions"].as_array().unwrap();
    assert!(permissions.contains(&json!("alarm.handle")), "{permissions:?}");
    let id = app.alarm_by(&guard).await.id();
    guard
        .post(&format!("/alarms/{id}/acknowledge"), json!({}))
        .await
        .expect(200);
    guard.delete("/session").await.expect(204);
    guard.get("/session").await.expect(401);
}

#[tokio::test]
async fn a_page_of_another_site_changes_nothing_but_its_press_is_raised() {
    let app = app_with_guard().await;
    let guard = sign_in(&app).await;
    let id = app.alarm_by(&guard).await.id();
    for foreign in [
        guard.clone().with("origin", "http://evil.example"),
        guard.clone().without("origin"),
    ] {
        let answer = foreign
            .post(&format!("/alarms/{id}/acknowledge"), json!({}))
            .await
            .expect(403);
        assert_eq!(answer.text("type"), "https://saqta.dev/problems/forbidden");
        foreign.delete("/session").await.expect(403);
        foreign.get(&format!("/alarms/{id}")).await.expect(200);
        let press = foreign
            .post("/alarms", json!({ "zone": "triage" }))
            .await
            .expect(201);
        assert_eq!(press.flags(), ["foreign-origin"]);
    }
}

#[tokio::test]
async fn wrong_passwords_make_the_next_one_wait_and_time_makes_it_good() {
    let app = app_with_guard().await;
    let wrong = json!({ "login": "guard", "password": "wrong" });
    let right = json!({ "login": "guard", "password": "right horse" });
    for _ in 0..5 {
        app.nobody().post("/session", wrong.clone()).await.expect(401);
    }
    let waiting = app
        .nobody()
        .with("accept-language", "kk")
        .post("/session", right.clone())
        .await
        .expect(429);
    assert_eq!(waiting.header("retry-after"), "1");
    assert_eq!(
        waiting.text("type"),
        "https://saqta.dev/problems/too-many-attempts"
    );
    app.alarm_by(&app.worker("nurse").await).await;
    app.clock.advance(Duration::from_secs(1));
    app.nobody().post("/session", right).await.expect(200);
}

#[tokio::test]
async fn an_unknown_login_is_answered_like_a_wrong_password() {
    let app = app_with_guard().await;
    let unknown = app
        .nobody()
        .post("/session", json!({ "login": "x", "password": "y" }))
        .await
        .expect(401);
    let wrong = app
        .nobody()
        .post("/session", json!({ "login": "guard", "password": "y" }))
        .await
        .expect(401);
    assert_eq!(unknown.json, wrong.json);
    let foreign = app.nobody().with("origin", "http://evil.example");
    foreign
        .post("/session", json!({ "login": "guard", "password": "right horse" }))
        .await
        .expect(403);
}

#[tokio::test]
async fn problems_speak_the_callers_language() {
    let app = TestApp::new().await;
    for (asked, spoken) in [("kk", "kk"), ("en-GB,en;q=0.8", "en"), ("de", "ru")] {
        let answer = app
            .nobody()
            .with("accept-language", asked)
            .get("/alarms")
            .await
            .expect(401);
        assert_eq!(answer.header("content-language"), spoken);
        assert!(!answer.text("do").is_empty());
    }
    let worker = app.worker("nurse").await;
    assert_eq!(
        worker.get("/sites").await.expect(403).header("content-language"),
        "kk",
        "the account's own"
    );
}
