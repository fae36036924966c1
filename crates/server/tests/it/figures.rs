//! Figures over HTTP: what their tests have in common.

mod checks;
mod releases;
mod signs;
mod tables;

use saqta_domain::permission::{Role, Scope};
use serde_json::{Value, json};

use crate::support::{Client, TestApp};

/// Injuries by region, all in the first quarter of 2026, and employees to divide by.
async fn register(app: &TestApp) -> Client {
    let inspector = app.person_at("inspector", Role::Inspector, Scope::Country).await;
    for (region, count) in [("35", 4), ("39", 2)] {
        for number in 0..count {
            let report = json!({
                "region": region, "activity": "Q", "date": "2026-02-01", "hour": 3, "kind": "violence",
                "outcome": if number == 0 { "fatal" } else { "lost-time" },
                "number": format!("{region}-{number}"),
            });
            inspector.post("/injuries", report).await.expect(201);
        }
    }
    let analyst = app.person_at("analyst", Role::Analyst, Scope::Country).await;
    let cells = json!([
        { "period": "2026", "value": 3_000_000 },
        { "period": "2026", "region": "35", "value": 400_000 },
        { "period": "2026", "region": "39", "value": 200_000 },
    ]);
    let series = json!({ "id": "employees", "counter": "synthetic", "unit": "employees", "source": "synthetic", "cells": cells });
    let recorded = analyst.post("/series", series.clone()).await.expect(200);
    assert_eq!(recorded.json["denominator"], "employees@1");
    let again = analyst.post("/series", series).await.expect(200);
    assert_eq!(again.json["version"], 1, "the same figures make no new version");
    analyst
}

fn near(value: &Value, expected: f64) -> bool {
    (value.as_f64().unwrap() - expected).abs() < 1e-12 * expected.abs().max(1.0)
}
