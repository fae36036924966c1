//! What is to be looked at: regions beside each other, weeks, gaps between deaths, what is not reported.

use saqta_domain::permission::{Role, Scope};
use serde_json::{Value, json};

use super::register;
use crate::support::{Client, TestApp};

#[tokio::test]
async fn regions_have_places_with_intervals() {
    let app = TestApp::new().await;
    let analyst = register(&app).await;
    let beside = analyst.get("/figures/regions?period=2026-Q1").await.expect(200);
    let units = beside.json["units"].as_array().unwrap();
    assert_eq!(units.len(), 2, "regions without a denominator are left out");
    assert_eq!(units[0]["place"], 1);
    assert_eq!(
        units[0]["place_lowest"], 2,
        "four against two of half as many establish nothing"
    );
    assert!(units[0]["limits_95"][0].is_number() && units[0]["p_adjusted"].is_number());
    for (exact, interpolated) in [
        ("limits_95", "interpolated_95"),
        ("limits_998", "interpolated_998"),
    ] {
        let upper = |limits: &str| units[0][limits][1].as_f64().unwrap();
        assert!(upper(interpolated) > 1.0, "{interpolated}: {}", units[0]);
        assert!(
            (upper(interpolated) - upper(exact)).abs() > 1e-6,
            "{exact} are exact, beside them those interpolated: {}",
            units[0]
        );
    }
}

#[tokio::test]
async fn signs_of_under_reporting_say_what_they_rest_on() {
    let app = TestApp::new().await;
    let analyst = register(&app).await.with("accept-language", "en");
    let signs = analyst
        .get("/figures/under-reporting?period=2026-Q1")
        .await
        .expect(200);
    for sign in [
        "fatal_anchored",
        "silent_regions",
        "capture",
        "stalled",
        "unequal",
    ] {
        let assumption = signs.json[sign]["assumption"].as_str().unwrap();
        assert!(assumption.starts_with("Assumes that"), "{sign}: {assumption}");
    }
    let anchored = &signs.json["fatal_anchored"]["found"][0];
    assert_eq!(
        (&anchored["section"], &anchored["fatal"]),
        (&json!("Q"), &json!(2))
    );
    assert_eq!(
        anchored["stands_out"], true,
        "two deaths and four injuries: {anchored}"
    );
    assert_eq!(
        (&anchored["ratio"], &anchored["reference"]["section"]),
        (&json!(905.0), &Value::Null),
        "of health care alone nothing is known: {anchored}"
    );
    let captured = &signs.json["capture"]["found"];
    assert_eq!(captured["listed"], 6);
    for pair in captured["pairs"].as_array().unwrap() {
        assert_eq!(
            (&pair["population"], &pair["lower"], &pair["reason"]),
            (&Value::Null, &Value::Null, &json!("empty-list")),
            "one source alone estimates nothing: {pair}"
        );
    }
    assert_eq!(captured["pairs_agree"], Value::Null, "and contradicts nothing");
}

#[tokio::test]
async fn a_reference_that_was_taken_in_takes_the_place_of_the_whole() {
    let app = TestApp::new().await;
    let analyst = register(&app).await;
    // The figures are invented.
    for (unit, value) in [("fatal", 100), ("non-fatal", 2_000)] {
        let file = format!(
            "STRUCTURE,STRUCTURE_ID,freq,unit,nace_r2,geo,TIME_PERIOD,OBS_VALUE\n\
             dataflow,X,A,NR,Q,EU27_2020,2022,{value}\ndataflow,X,A,NR,Q,DE,2022,7\n"
        );
        let path = format!(
            "/series/file?id=eu-{unit}&counter=eurostat&unit={unit}&source=synthetic&only=geo:EU27_2020"
        );
        analyst.post_bytes(&path, file).await.expect(200);
    }
    let signs = analyst
        .get("/figures/under-reporting?period=2026-Q1")
        .await
        .expect(200);
    let anchored = &signs.json["fatal_anchored"]["found"][0];
    assert_eq!(
        (
            &anchored["ratio"],
            &anchored["expected"],
            &anchored["reference"]["section"]
        ),
        (&json!(20.0), &json!(40.0), &json!("Q")),
        "{anchored}"
    );
    assert_eq!(
        anchored["reference"]["source"],
        "eu-fatal@1, eu-non-fatal@1: synthetic"
    );
    assert_eq!(
        signs.json["unequal"]["found"],
        json!([]),
        "it is no series of this country"
    );
}

#[tokio::test]
async fn gaps_between_deaths_that_are_all_equal_are_not_judged() {
    let app = TestApp::new().await;
    let inspector = app.person_at("inspector", Role::Inspector, Scope::Country).await;
    for day in ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"] {
        let report = json!({
            "region": "35", "activity": "Q", "date": day, "kind": "violence", "outcome": "fatal", "number": day,
        });
        inspector.post("/injuries", report).await.expect(201);
    }
    let watched = inspector.get("/figures/watch?period=2026-Q1").await.expect(200);
    let deaths = &watched.json["deaths"];
    assert_eq!(
        (&deaths["centre"], &deaths["lower"], &deaths["upper"]),
        (&json!(7.0), &Value::Null, &Value::Null)
    );
    for gap in deaths["gaps"].as_array().unwrap() {
        assert_eq!(
            (&gap["days"], &gap["position"]),
            (&json!(7), &json!("not-judged"))
        );
    }
}

#[tokio::test]
async fn a_year_is_watched_week_by_week() {
    let app = TestApp::new().await;
    let analyst = register(&app).await;
    let inspector = app.person_at("i4", Role::Inspector, Scope::Country).await;
    let watch = async |client: &Client| {
        let path = "/figures/watch?period=2026-Q1&region=35";
        client.get(path).await.expect(200)
    };
    let coarse = watch(&analyst).await.json;
    assert_eq!(coarse["weeks_without_deaths"], true);
    let living: u64 = coarse["weeks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|week| week["count"].as_u64().unwrap())
        .sum();
    assert_eq!(living, 3, "four were hurt, and one of them died");
    let watched = watch(&inspector).await;
    let weeks = watched.json["weeks"].as_array().unwrap();
    assert_eq!(weeks[0]["monday"], "2025-12-29");
    let counted: u64 = weeks.iter().map(|week| week["count"].as_u64().unwrap()).sum();
    assert_eq!(counted, 4);
    let busy = weeks.iter().find(|week| week["count"] == 4).unwrap();
    assert_eq!(busy["monday"], "2026-01-26");
    let last = weeks.last().unwrap();
    assert_eq!(
        (&last["monday"], &last["is_over"]),
        (&json!("2026-02-23"), &json!(false)),
        "it is Sunday, 1 March: the weeks to come are not there"
    );
    assert_eq!(weeks[7]["is_over"], true);
    analyst
        .get("/figures/watch?period=2026-Q1&region=99")
        .await
        .expect(400);
    let nowcast = analyst.get("/figures/nowcast?period=2026-02").await.expect(200);
    assert_eq!(nowcast.json["period"], "2026-02");
    for wrong in [
        "table?period=x",
        "table?period=2026&by=luck",
        "table?period=2026&by=region,region",
        "change?period=2026&by=kind,region,kind",
        "table?period=2026&level=2",
        "table?period=2026&measures=x",
    ] {
        analyst.get(&format!("/figures/{wrong}")).await.expect(400);
    }
}
