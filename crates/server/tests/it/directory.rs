//! What is declared, and tokens.

use saqta_domain::permission::{Role, Scope};
use serde_json::json;

use super::support::TestApp;

#[tokio::test]
async fn an_administrator_declares_and_everybody_sees_it_where_they_may() {
    let app = TestApp::new().await;
    let admin = app.person_at("admin", Role::Admin, Scope::Country).await;
    let declaration = json!({
        "sites": [{ "id": "clinic", "name": { "kk": "Емхана" }, "kind": "clinic" }],
        "zones": [{ "id": "desk", "site": "clinic" }],
        "devices": [{ "id": "panel", "kind": "alarm-panel", "zone": "desk",
            "dc09": { "account": "1234" }, "key": "00112233445566778899aabbccddeeff" }],
        "accounts": [{ "login": "clinic-guard", "name": "Synthetic Guard", "language": "en", "password": "long enough",
            "roles": [{ "role": "guard", "site": "clinic" }] }],
    });
    let first = admin.post("/declaration", declaration.clone()).await.expect(200);
    assert_eq!(first.json["changed"], 4);
    let again = admin.post("/declaration", declaration).await.expect(200);
    assert_eq!(
        again.json["changed"], 0,
        "what is declared already changes nothing"
    );
    let signed_in = app
        .nobody()
        .post(
            "/session",
            json!({ "login": "clinic-guard", "password": "long enough" }),
        )
        .await;
    signed_in.expect(200);
    let devices = admin.get("/devices?site=clinic").await.expect(200);
    assert_eq!(devices.json["items"][0]["dc09"]["encrypted"], true);
    assert!(
        !devices.json.to_string().contains("00112233"),
        "a key is never shown"
    );
    let clinic = app
        .person_at("cg2", Role::Guard, Scope::Site("clinic".into()))
        .await;
    let sites = clinic.get("/sites").await.expect(200);
    assert_eq!(sites.json["items"].as_array().unwrap().len(), 1);
    assert_eq!(
        sites.json["items"][0]["name"],
        json!({ "kk": "Емхана", "ru": null, "en": null })
    );
}

#[tokio::test]
async fn a_wrong_declaration_names_the_place_and_changes_nothing() {
    let app = TestApp::new().await;
    let admin = app.person_at("admin", Role::Admin, Scope::Country).await;
    let head = app.handle.live().head();
    for (declaration, field) in [
        (
            json!({ "sites": [{ "id": "new" }], "zones": [{ "id": "z", "site": "nowhere" }] }),
            "zones[0].site",
        ),
        (
            json!({ "accounts": [{ "login": "a", "roles": [{ "role": "guard", "site": "ed", "region": "35" }] }] }),
            "accounts[0].roles[0]",
        ),
    ] {
        let answer = admin.post("/declaration", declaration).await.expect(400);
        assert_eq!(answer.text("field"), field);
        assert!(!answer.text("reason").is_empty());
    }
    admin
        .post("/declaration", json!({ "planets": [] }))
        .await
        .expect(400);
    assert_eq!(app.handle.live().head(), head);
}

#[tokio::test]
async fn a_token_is_shown_once_works_and_can_be_revoked() {
    let app = TestApp::new().await;
    let admin = app.person_at("admin", Role::Admin, Scope::Country).await;
    let issued = admin
        .post("/tokens", json!({ "device": "button-1" }))
        .await
        .expect(201);
    let button = app.client(&issued.text("token"));
    button.post("/alarms", json!({})).await.expect(201);
    button.get("/press").await.expect(200);
    admin
        .delete(&format!("/tokens/{}", issued.id()))
        .await
        .expect(204);
    admin
        .delete(&format!("/tokens/{}", issued.id()))
        .await
        .expect(204);
    button.get("/press").await.expect(401);
    admin
        .delete(&format!("/tokens/{}", uuid::Uuid::nil()))
        .await
        .expect(404);
    let lost = app.client(
        &admin
            .post("/tokens", json!({ "account": "admin" }))
            .await
            .expect(201)
            .text("token"),
    );
    lost.get("/session").await.expect(200);
    admin.delete("/tokens?account=admin").await.expect(204);
    lost.get("/session").await.expect(401);
}

#[tokio::test]
async fn a_token_needs_exactly_one_holder() {
    let app = TestApp::new().await;
    let admin = app.person_at("admin", Role::Admin, Scope::Country).await;
    for body in [
        json!({}),
        json!({ "account": "admin", "device": "button-1" }),
        json!({ "device": "none" }),
    ] {
        admin.post("/tokens", body).await.expect(400);
    }
}

#[tokio::test]
async fn a_press_page_learns_where_it_calls_to() {
    let app = TestApp::new().await;
    let briefing = app.button().await.get("/press").await.expect(200);
    assert_eq!(briefing.json["site"]["phones"][0]["number"], "+7 700 000 00 00");
    assert_eq!(briefing.json["zone"]["id"], "triage");
    assert_eq!(briefing.json["device"]["id"], "button-1");
    assert_eq!(briefing.json["hold_ms"], 300);
    let worker = app.worker("nurse").await;
    let elsewhere = worker.get("/press?zone=ward").await.expect(200);
    assert_eq!(elsewhere.json["zone"]["id"], "ward");
    let unknown = worker.get("/press?zone=moon").await.expect(200);
    assert_eq!(unknown.json["zone"], json!(null));
    assert_eq!(
        unknown.json["site"]["id"], "ed",
        "the only site of a person's roles"
    );
    assert_eq!(unknown.json["person"]["name"], "nurse (synthetic)");
}
