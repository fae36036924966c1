//! Releases: what is published, by whom, and that it tells no small cell.

use saqta_domain::permission::{Role, Scope};
use serde_json::{Value, json};

use super::register;
use crate::support::{Client, TestApp};

/// Publishes the first two months of 2026.
async fn publish(analyst: &Client) -> Value {
    let spec = json!({ "id": "kz-2026-02", "period": "2026-01..02" });
    analyst.post("/figures/releases", spec).await.expect(201).json
}

#[tokio::test]
async fn a_release_is_public_signed_and_never_changes() {
    let app = TestApp::new().await;
    let analyst = register(&app).await;
    let item = publish(&analyst).await;
    assert_eq!(
        (&item["revision"], &item["period"]),
        (&json!(1), &json!("2026-01..02"))
    );
    let nobody = app.nobody();
    let list = nobody.get("/figures/releases").await.expect(200);
    assert_eq!(list.json["items"][0], item);
    let first = nobody.get("/figures/releases/kz-2026-02").await.expect(200);
    assert_eq!(first.json["total"]["count"], 6);
    assert_eq!(first.json["denominators"][0]["id"], "employees@1");
    assert!(
        first.json["sentence"]["ru"]
            .as_str()
            .unwrap()
            .contains("пострадали 6 человек"),
        "{}",
        first.json["sentence"]
    );

    let note = nobody
        .get("/figures/releases/kz-2026-02/1/release.note")
        .await
        .expect(200);
    let note = String::from_utf8(note.bytes.to_vec()).unwrap();
    let lines = app.verifier.open_statement("release", &note).unwrap();
    let digest = item["files"]["release.json"]["sha256"].as_str().unwrap();
    assert_eq!(lines[0], "kz-2026-02 1");
    assert_eq!(lines[2], format!("sha256 {digest}"));

    let inspector = app.person_at("late", Role::Inspector, Scope::Country).await;
    for number in 1..=5 {
        let late = json!({
            "region": "35", "date": "2026-02-28", "kind": "other", "outcome": "lost-time", "number": format!("late-{number}"),
        });
        inspector.post("/injuries", late).await.expect(201);
        if number == 4 {
            let spec = json!({ "id": "kz-2026-02", "period": "2026-01..02" });
            let refused = analyst.post("/figures/releases", spec).await.expect(400);
            assert_eq!(refused.json["field"], "id", "four late reports are four persons");
        }
    }
    let same = nobody
        .get("/figures/releases/kz-2026-02?revision=1")
        .await
        .expect(200);
    assert_eq!(same.bytes, first.bytes, "a published release has changed");
    assert_eq!(publish(&analyst).await["revision"], 2);
    let second = nobody.get("/figures/releases/kz-2026-02").await.expect(200);
    assert_eq!(second.json["total"]["count"], 11);
    assert_eq!(
        second.json["history"][0]["count"], 6,
        "what was said before is told"
    );

    for name in item["files"].as_object().unwrap().keys() {
        let file = nobody
            .get(&format!("/figures/releases/kz-2026-02/1/{name}"))
            .await
            .expect(200);
        let listed = &item["files"][name];
        assert_eq!(file.bytes.len() as u64, listed["size"], "the size of {name}");
        assert_eq!(
            file.header("etag"),
            format!("\"{}\"", listed["sha256"].as_str().unwrap())
        );
    }
    nobody
        .get("/figures/releases/kz-2026-02/3/release.json")
        .await
        .expect(404);
    nobody
        .get("/figures/releases/kz-2026-02/1/log.key")
        .await
        .expect(404);
    nobody.get("/figures/releases/none").await.expect(404);
}

#[tokio::test]
async fn a_release_cannot_take_the_address_of_a_page() {
    let app = TestApp::new().await;
    let analyst = register(&app).await;
    for id in ["check", "explore", "series", "releases"] {
        let spec = json!({ "id": id, "period": "2026-01..02" });
        let refused = analyst.post("/figures/releases", spec).await.expect(400);
        assert_eq!(refused.json["field"], "id", "{id}");
    }
}

#[tokio::test]
async fn a_release_tells_no_small_cell() {
    let app = TestApp::new().await;
    let analyst = register(&app).await;
    publish(&analyst).await;
    let release = app.nobody().get("/figures/releases/kz-2026-02").await.expect(200);
    let regions = release.json["tables"][0]["rows"].as_array().unwrap();
    for row in regions {
        assert_eq!(
            row["fatal"],
            Value::Null,
            "one death in a region is a person: {row}"
        );
        assert_eq!(row["count"], Value::Null, "4 and 2 of 6: {row}");
    }
    assert_eq!(
        release.json["regions"],
        Value::Null,
        "no places among cells that are not published"
    );
    assert_eq!(release.json["regions_unpublished"], 20);
}

#[tokio::test]
async fn only_an_analyst_of_the_country_publishes() {
    let app = TestApp::new().await;
    register(&app).await;
    let spec = json!({ "id": "x", "period": "2026-01..02" });
    app.nobody()
        .post("/figures/releases", spec.clone())
        .await
        .expect(401);
    let inspector = app.person_at("i2", Role::Inspector, Scope::Country).await;
    inspector
        .post("/figures/releases", spec.clone())
        .await
        .expect(403);
    let regional = app
        .person_at("regional", Role::Analyst, Scope::Region("35".to_owned()))
        .await;
    regional.post("/figures/releases", spec).await.expect(403);
    let analyst = app.person_at("a2", Role::Analyst, Scope::Country).await;
    for (field, wrong) in [
        ("period", json!({ "id": "x", "period": "2199-Q1" })),
        ("period", json!({ "id": "x", "period": "2026-Q1" })),
        (
            "denominators",
            json!({ "id": "x", "period": "2026-01..02", "denominators": ["no-such"] }),
        ),
        ("id", json!({ "id": "no spaces", "period": "2026-01..02" })),
        (
            "threshold",
            json!({ "id": "x", "period": "2026-01..02", "threshold": 2 }),
        ),
    ] {
        let answer = analyst.post("/figures/releases", wrong).await.expect(400);
        assert_eq!(answer.json["field"], field);
    }
}
