//! Press texts, checked against the register.

use saqta_domain::permission::{Role, Scope};
use serde_json::json;

use crate::support::TestApp;

#[tokio::test]
async fn anybody_may_have_a_press_text_checked() {
    let app = TestApp::new().await;
    let nobody = app.nobody();
    let text = "In the first quarter of 2025, 293 people were hurt at work in Kazakhstan, 16.8% fewer than a year earlier.";
    let checked = nobody
        .post("/figures/check", json!({ "text": text, "language": "ru" }))
        .await
        .expect(200);
    let claims = checked.json["claims"].as_array().unwrap();
    let verdicts: Vec<_> = claims
        .iter()
        .map(|claim| (claim["kind"].as_str(), claim["verdict"].as_str()))
        .collect();
    assert_eq!(
        verdicts,
        [(Some("count"), Some("holds")), (Some("change"), Some("holds"))]
    );
    assert!(checked.text("corrected").contains("293"));
    assert_eq!(
        nobody
            .post("/figures/check", json!({ "text": "" }))
            .await
            .expect(200)
            .json["claims"],
        json!([])
    );
    let long = "1 ".repeat(30_000);
    nobody
        .post("/figures/check", json!({ "text": long }))
        .await
        .expect(400);
    nobody
        .post("/figures/check", json!({ "text": "x", "language": "fr" }))
        .await
        .expect(400);
    nobody.post("/figures/check", json!({})).await.expect(400);
}

#[tokio::test]
async fn a_press_text_is_judged_by_the_register_which_tells_no_small_count() {
    let app = TestApp::new().await;
    let inspector = app.person_at("inspector", Role::Inspector, Scope::Country).await;
    for (region, count) in [("35", 4), ("39", 2), ("71", 14)] {
        for number in 0..count {
            let report = json!({
                "region": region, "activity": "H", "date": "2025-10-15", "kind": "other", "outcome": "lost-time",
                "number": format!("{region}-{number}"),
            });
            inspector.post("/injuries", report).await.expect(201);
        }
    }
    let analyst = app.person_at("analyst", Role::Analyst, Scope::Country).await;
    let injured = json!({
        "id": "bns-injured", "counter": "bns", "unit": "injured", "source": "synthetic bulletin",
        "cells": [{ "period": "2025-Q4", "value": 31 }],
    });
    analyst.post("/series", injured).await.expect(200);
    for (text, expected) in [
        ("20 people were injured at work in Kazakhstan", "holds"),
        ("21 people were injured at work in Kazakhstan", "implausible"),
        ("14 people were injured at work in Astana", "holds"),
        ("4 people were injured at work in Karaganda region", "unknown"),
        (
            "the Bureau of National Statistics counted 31 people injured at work in Kazakhstan",
            "holds",
        ),
        (
            "the ministry of labour counted 22 people injured at work in Kazakhstan",
            "unknown",
        ),
    ] {
        let text = format!("In the fourth quarter of 2025, {text}.");
        let checked = analyst
            .post("/figures/check", json!({ "text": &text }))
            .await
            .expect(200);
        let claim = &checked.json["claims"][0];
        assert_eq!(claim["verdict"], expected, "{text}: {claim}");
        let tells = claim["recomputed"].get("published").is_some();
        assert_eq!(tells, expected != "unknown", "{text}: {claim}");
    }
    let text = "In the fourth quarter of 2025, 14 people were injured at work in Astana.";
    let nobody = app.nobody();
    let checked = nobody
        .post("/figures/check", json!({ "text": text }))
        .await
        .expect(200);
    let verdict = &checked.json["claims"][0]["verdict"];
    assert_eq!(
        verdict, "unknown",
        "asking every day would tell strangers of each late report"
    );

    let release = json!({ "id": "kz-2025-q4", "period": "2025-Q4" });
    analyst.post("/figures/releases", release).await.expect(201);
    let late = json!({
        "region": "71", "activity": "H", "date": "2025-10-15", "kind": "other", "outcome": "lost-time", "number": "late",
    });
    inspector.post("/injuries", late).await.expect(201);
    let checked = nobody
        .post("/figures/check", json!({ "text": text }))
        .await
        .expect(200);
    let claim = &checked.json["claims"][0];
    assert_eq!(
        claim["verdict"], "holds",
        "what was published is known to all, and no late report with it: {claim}"
    );
    let source = claim["recomputed"]["source"].as_str().unwrap();
    assert!(source.starts_with("release kz-2025-q4@1, "), "{claim}");
    let hidden = "In the fourth quarter of 2025, 4 people were injured at work in Karaganda region.";
    let checked = nobody
        .post("/figures/check", json!({ "text": hidden }))
        .await
        .expect(200);
    assert_eq!(
        checked.json["claims"][0]["verdict"], "unknown",
        "a withheld cell stays withheld"
    );
}
