//! Regions with their mix of activities set right, and employers against their own past.

use saqta_domain::permission::{Role, Scope};
use serde_json::{Value, json};

use super::comparisons::assert_near;
use super::support::{Client, TestApp};

/// Injuries and employees by region and section.
async fn sections(app: &TestApp) -> Client {
    let inspector = app.person_at("inspector", Role::Inspector, Scope::Country).await;
    for (region, activity, count) in [
        ("35", "B", 6),
        ("35", "Q", 2),
        ("39", "B", 1),
        ("39", "Q", 3),
        ("71", "Q", 4),
    ] {
        for number in 0..count {
            let report = json!({
                "region": region, "activity": activity, "date": "2025-05-05", "kind": "other", "outcome": "lost-time",
                "number": format!("{region}-{activity}-{number}"),
            });
            inspector.post("/injuries", report).await.expect(201);
        }
    }
    let analyst = app.person_at("analyst", Role::Analyst, Scope::Country).await;
    let cells = json!([
        { "period": "2025", "activity": "B", "value": 100_000 },
        { "period": "2025", "activity": "Q", "value": 300_000 },
        { "period": "2025", "region": "35", "activity": "B", "value": 50_000 },
        { "period": "2025", "region": "35", "activity": "Q", "value": 50_000 },
        { "period": "2025", "region": "39", "activity": "B", "value": 10_000 },
        { "period": "2025", "region": "39", "activity": "Q", "value": 100_000 },
    ]);
    let series = json!({ "id": "by-section", "counter": "synthetic", "unit": "employees", "source": "synthetic", "cells": cells });
    analyst.post("/series", series).await.expect(200);
    analyst
}

fn region<'v>(answer: &'v Value, code: &str) -> &'v Value {
    let mut found = answer["regions"].as_array().unwrap().iter();
    found.find(|region| region["code"] == code).unwrap()
}

#[tokio::test]
async fn regions_are_standardised_by_their_mix_of_activities() {
    let app = TestApp::new().await;
    let analyst = sections(&app).await;
    let indirect = analyst
        .get("/figures/standardised?period=2025")
        .await
        .expect(200)
        .json;
    assert_eq!(
        (
            &indirect["method"],
            &indirect["by"],
            &indirect["standard"]["denominator"]["id"]
        ),
        (&json!("indirect"), &json!("section"), &json!("by-section@1"))
    );
    assert_near(
        &indirect["standard"]["strata"][0]["rate"],
        0.07,
        "the country's mines",
    );
    // 50,000 × 7/100,000 + 50,000 × 9/300,000.
    let karaganda = region(&indirect, "35");
    assert_near(&karaganda["expected"], 5.0, "expected");
    assert_near(&karaganda["ratio"], 1.6, "the SIR");
    assert_near(
        &karaganda["lower"],
        3.453_832_176_748_499 / 5.0,
        "its lower limit",
    );
    assert_near(
        &karaganda["upper"],
        15.763_189_220_193_315 / 5.0,
        "its upper limit",
    );
    assert_near(&region(&indirect, "39")["expected"], 3.7, "expected of Kostanay");

    let direct = analyst
        .get("/figures/standardised?period=2025&method=direct")
        .await
        .expect(200)
        .json;
    let karaganda = region(&direct, "35");
    assert_near(&karaganda["crude"], 0.08, "the crude rate");
    assert_near(
        &karaganda["rate"],
        0.06,
        "with a quarter of miners instead of a half",
    );
    assert_near(&karaganda["lower"], 0.022_018_942_534_908_525, "its lower limit");
    assert_near(&karaganda["upper"], DIRECT_UPPER, "its upper limit");

    for answer in [&indirect, &direct] {
        let astana = region(answer, "71");
        assert_eq!(
            astana["missing"],
            json!(["B", "Q"]),
            "nobody says who works there"
        );
        assert!(
            astana.get("rate").is_none() && astana.get("ratio").is_none(),
            "{astana}"
        );
    }
}

/// The 0.975 quantile of a gamma distribution with shape 75/11 and scale 0.011.
const DIRECT_UPPER: f64 = 0.140_896_825_522_935_64;

#[tokio::test]
async fn what_no_series_says_is_not_standardised() {
    let app = TestApp::new().await;
    let analyst = sections(&app).await;
    for wrong in [
        "period=2025&by=sex",
        "period=2025&by=age",
        "period=2025&by=region",
        "period=2025&by=division",
        "period=2019",
        "period=2025&denominator=none",
        "period=2025&method=guess",
        "period=2025&measure=trir",
        "period=2025&region=35",
    ] {
        let answer = analyst.get(&format!("/figures/standardised?{wrong}")).await;
        let told = answer.expect(400);
        assert!(!told.json["reason"].as_str().unwrap().is_empty(), "{wrong}");
    }
    let regional = app
        .person_at("regional", Role::Inspector, Scope::Region("35".to_owned()))
        .await;
    regional
        .get("/figures/standardised?period=2025")
        .await
        .expect(403);
}

/// One employer that reported twenty injuries in three years and then none; another that went on.
async fn employers(app: &TestApp) {
    let inspector = app.person_at("inspector", Role::Inspector, Scope::Country).await;
    let mut reports = vec![("35", "000000000055", "2022-01-05".to_owned())];
    for number in 0..20 {
        let date = format!("{}-{:02}-11", 2023 + number / 12, number % 12 + 1);
        reports.push(("35", "000000000039", date));
    }
    for year in [2023, 2024, 2025] {
        reports.push(("35", "000000000040", format!("{year}-06-06")));
    }
    for (number, (region, employer, date)) in reports.into_iter().enumerate() {
        let report = json!({
            "region": region, "employer": employer, "activity": "B", "date": date, "kind": "other",
            "outcome": "lost-time", "number": number.to_string(),
        });
        inspector.post("/injuries", report).await.expect(201);
    }
}

#[tokio::test]
async fn an_employer_that_fell_silent_is_named_to_an_inspector_alone() {
    let app = TestApp::new().await;
    employers(&app).await;
    let path = "/figures/under-reporting?period=2025";
    let of_region = |region: &str| Scope::Region(region.to_owned());
    let inspector = app.person_at("regional", Role::Inspector, of_region("35")).await;
    let signs = inspector
        .with("accept-language", "en")
        .get(path)
        .await
        .expect(200)
        .json;
    let sign = &signs["silent_employers"];
    assert!(
        sign["assumption"].as_str().unwrap().starts_with("Assumes that"),
        "{sign}"
    );
    let found = sign["found"].as_array().unwrap();
    assert_eq!(found.len(), 1, "{sign}");
    assert_eq!(
        (&found[0]["employer"], &found[0]["before"]),
        (&json!("000000000039"), &json!(20))
    );
    assert_near(&found[0]["expected"], 20.0 * 365.0 / 1096.0, "expected of 2025");
    let p = (1096.0_f64 / 1461.0).powi(20);
    assert_near(&found[0]["p"], p, "none of twenty");
    assert_near(
        &found[0]["p_adjusted"],
        3.0 * p,
        "the least likely of three employers",
    );

    let elsewhere = app.person_at("elsewhere", Role::Inspector, of_region("39")).await;
    let signs = elsewhere.get(path).await.expect(200).json;
    assert_eq!(
        signs["silent_employers"]["found"],
        json!([]),
        "not of their region"
    );
    let analyst = app.person_at("analyst", Role::Analyst, Scope::Country).await;
    let signs = analyst.get(path).await.expect(200).json;
    assert_eq!(signs["silent_employers"], Value::Null);
    assert!(
        !signs.to_string().contains("000000000039"),
        "an analyst is told no employer"
    );
    for role in [Role::SafetyOfficer, Role::Auditor, Role::Admin, Role::Guard] {
        let other = app.person_at(role.code(), role, Scope::Country).await;
        other.get(path).await.expect(403);
    }
}
