//! Figures set beside each other: years, regions, what did not happen. Expected numbers were computed apart from the
//! program: limits and p-values from sums of binomial and Poisson terms, gamma quantiles by bisection.

use saqta_domain::permission::{Role, Scope};
use serde_json::{Value, json};

use super::support::{Client, TestApp};

/// Injuries of two regions in the first months of two years, and employees to divide by.
async fn two_years(app: &TestApp) -> Client {
    let inspector = app.person_at("inspector", Role::Inspector, Scope::Country).await;
    for (region, date, count) in [
        ("35", "2024-01-15", 3),
        ("39", "2024-02-10", 4),
        ("35", "2025-02-10", 9),
        ("39", "2025-01-15", 2),
    ] {
        for number in 0..count {
            let report = json!({
                "region": region, "activity": "Q", "date": date, "kind": "violence", "outcome": "lost-time",
                "number": format!("{region}-{date}-{number}"),
            });
            inspector.post("/injuries", report).await.expect(201);
        }
    }
    let analyst = app.person_at("analyst", Role::Analyst, Scope::Country).await;
    let cells = json!([
        { "period": "2024", "value": 3_000_000 },
        { "period": "2024", "region": "35", "value": 400_000 },
        { "period": "2024", "region": "39", "value": 200_000 },
        { "period": "2025", "value": 3_100_000 },
        { "period": "2025", "region": "35", "value": 410_000 },
        { "period": "2025", "region": "39", "value": 210_000 },
        { "period": "2025", "region": "71", "value": 100_000 },
    ]);
    let series = json!({
        "id": "employees", "counter": "synthetic", "unit": "employees", "source": "synthetic bulletin",
        "published": "2025-12-01", "cells": cells,
    });
    analyst.post("/series", series).await.expect(200);
    analyst
}

/// Nine digits: what was computed apart was computed in double precision, too.
pub(crate) fn assert_near(value: &Value, expected: f64, what: &str) {
    let value = value.as_f64().unwrap_or(f64::NAN);
    let near = (value - expected).abs() <= 1e-9 * expected.abs();
    assert!(near, "{what} is {value}, not {expected}");
}

fn cell<'v>(cells: &'v Value, code: &str) -> &'v Value {
    let found = cells.as_array().unwrap().iter();
    let mut found = found.filter(|cell| cell["key"] == json!([code]));
    found
        .next()
        .unwrap_or_else(|| panic!("no cell of {code} in {cells}"))
}

#[tokio::test]
async fn a_quarter_is_compared_with_that_of_a_year_ago_region_by_region() {
    let app = TestApp::new().await;
    let analyst = two_years(&app).await;
    let change = analyst
        .get("/figures/change?period=2025-Q1&by=region")
        .await
        .expect(200)
        .json;
    assert_eq!(
        (&change["is_over"], &change["register_since"]),
        (&json!(true), &json!("2024-01-01"))
    );
    assert_eq!(change["denominators"][0]["id"], "employees@1");
    assert_eq!(change["denominators"][0]["source"], "synthetic bulletin");
    let year = &change["year_on_year"];
    assert_eq!(year["periods"], json!(["2024-Q1", "2025-Q1"]));
    let total = &year["total"];
    assert_eq!(
        (&total["sides"][0]["count"], &total["sides"][1]["count"]),
        (&json!(7), &json!(11))
    );
    assert_eq!(total["of"], "rates");
    assert_near(&total["sides"][1]["rate"]["value"], 11.0 / 3_100.0, "the rate");
    assert_eq!(total["sides"][1]["rate"]["annualised"], false);
    let compared = &total["compared"];
    assert_near(&compared["ratio"], 1.520_737_327_188_940_2, "the ratio");
    assert_near(&compared["ratio_lower"], 0.608_873_941_402_069, "its lower limit");
    assert_near(&compared["ratio_upper"], 3.798_227_943_505_652, "its upper limit");
    let p = &compared["p"];
    assert_near(&p["exact_conditional"], 0.481_758_045_597_835_8, "the exact p");
    assert_near(&p["mid_p"], 0.417_101_104_391_529_36, "the mid-p");
    assert_near(&p["e_test"], 0.393_422_226_498_654_8, "the E-test's p");
    assert_near(&p["score"], 0.382_458_756_354_954_6, "the score p");

    let cells = &year["cells"];
    assert_eq!(cells.as_array().unwrap().len(), 20, "each region has a row");
    let karaganda = &cell(cells, "35")["compared"];
    assert_near(&karaganda["ratio"], 2.926_829_268_292_683, "the region's ratio");
    assert_near(
        &karaganda["p"]["e_test"],
        0.094_688_912_255_695_67,
        "its E-test's p",
    );
    assert_near(
        &karaganda["p"]["exact_conditional"],
        0.146_364_453_442_305_64,
        "its p",
    );
    // The smallest of twenty: times 20, and at most 1.
    assert_eq!(
        (&karaganda["p_adjusted"], &karaganda["is_established"]),
        (&json!(1.0), &json!(false))
    );
    let astana = cell(cells, "71");
    assert_eq!(astana["of"], "counts", "the year before has no denominator there");
    assert_eq!(
        astana["sides"][1]["rate"],
        Value::Null,
        "both sides are divided, or none"
    );

    let to_february = analyst
        .get("/figures/change?period=2025-02")
        .await
        .expect(200)
        .json;
    let counts = |name: &str| -> Vec<Value> {
        let sides = to_february[name]["total"]["sides"].as_array().unwrap();
        sides.iter().map(|side| side["count"].clone()).collect()
    };
    assert_eq!(counts("year_on_year"), [4, 9]);
    assert_eq!(to_february["year_to_date"]["periods"][1], "2025-01..02");
    assert_eq!(counts("year_to_date"), [7, 11]);
    assert_eq!(
        counts("five_years"),
        [4, 9],
        "earlier years are not in the register"
    );
    let annual = analyst
        .get("/figures/change?period=2025-Q1&annualise=true")
        .await
        .expect(200)
        .json;
    let total = &annual["year_on_year"]["total"];
    assert_near(
        &total["sides"][1]["rate"]["value"],
        44.0 / 3_100.0,
        "the annual rate",
    );
    assert_near(&total["compared"]["ratio"], 1.520_737_327_188_940_2, "the ratio");
}

#[tokio::test]
async fn what_cannot_be_compared_is_not() {
    let app = TestApp::new().await;
    let analyst = two_years(&app).await;
    let running = analyst.get("/figures/change?period=2026").await.expect(200).json;
    assert_eq!(
        (&running["is_over"], &running["year_on_year"]["total"]["compared"]),
        (&json!(false), &Value::Null),
        "the year goes on"
    );
    let first = analyst
        .get("/figures/change?period=2024-Q1")
        .await
        .expect(200)
        .json;
    assert_eq!(first["year_on_year"]["periods"], json!(["2024-Q1"]));
    assert_eq!(
        first["year_on_year"]["total"]["compared"],
        Value::Null,
        "a year before, there was no register"
    );
    let narrowed = analyst
        .get("/figures/change?period=2025-Q1&region=39&kind=violence&measure=incidence")
        .await
        .expect(200)
        .json;
    let total = &narrowed["year_on_year"]["total"];
    assert_near(
        &total["compared"]["ratio"],
        0.476_190_476_190_476_1,
        "the region's ratio",
    );
    assert_near(
        &total["compared"]["p"]["mid_p"],
        0.330_994_471_116_912_9,
        "its mid-p",
    );
    for wrong in [
        "change?period=2025&by=month",
        "change?period=2025&measure=severity",
        "change?period=2025&measure=incidence,trir",
        "change?period=2025&region=99",
        "change?period=2025&by=region,section,kind",
    ] {
        analyst.get(&format!("/figures/{wrong}")).await.expect(400);
    }
    analyst
        .get("/figures/change?period=2025&by=employer")
        .await
        .expect(403);
    analyst
        .get("/figures/change?period=2025&site=ed")
        .await
        .expect(403);
    let worker = app.worker("nurse").await;
    worker.get("/figures/change?period=2025").await.expect(403);
    let regional = app
        .person_at("regional", Role::Inspector, Scope::Region("39".to_owned()))
        .await;
    let own = regional
        .get("/figures/change?period=2025-Q1&by=region")
        .await
        .expect(200)
        .json;
    assert_eq!(own["year_on_year"]["cells"].as_array().unwrap().len(), 1);
    assert_near(
        &own["year_on_year"]["total"]["compared"]["ratio"],
        0.476_190_476_190_476_1,
        "their region is the whole that they see",
    );
}

#[tokio::test]
async fn a_table_lists_what_did_not_happen_and_its_shares_have_limits() {
    let app = TestApp::new().await;
    let analyst = two_years(&app).await;
    let table = analyst
        .get("/figures/table?period=2025-Q1&by=region&measures=incidence")
        .await
        .expect(200)
        .json;
    assert_eq!(table["cells"].as_array().unwrap().len(), 20);
    assert_eq!(table["denominators"][0]["series"], "employees");
    let astana = cell(&table["cells"], "71");
    assert_eq!(astana["count"], 0);
    assert_near(&astana["interval"]["upper"], 3.688_879_454_113_936, "none at all");
    assert_near(&astana["rates"][0]["upper"], 0.036_888_794_541_139_36, "its rate");
    assert_eq!(astana["share"]["lower"], 0.0);
    assert_near(&astana["share"]["upper"], 0.284_914_152_918_154_36, "its share");
    let karaganda = &cell(&table["cells"], "35")["share"];
    assert_near(&karaganda["value"], 9.0 / 11.0, "nine of eleven");
    assert_near(&karaganda["lower"], 0.482_244_147_639_827_26, "its lower limit");
    assert_near(&karaganda["upper"], 0.977_168_801_700_040_4, "its upper limit");
    assert_eq!(table["total"]["share"], Value::Null);

    let counted = analyst
        .get("/figures/table?period=2025-Q1&by=region&zeros=false")
        .await
        .expect(200)
        .json;
    assert_eq!(counted["cells"].as_array().unwrap().len(), 2);
    for (by, cells) in [
        ("sex", 3),
        ("age", 8),
        ("kind", 15),
        ("section", 21),
        ("weekday", 7),
        ("hour", 25),
    ] {
        let table = analyst
            .get(&format!("/figures/table?period=2025&by={by}"))
            .await
            .expect(200)
            .json;
        let counted: Vec<&Value> = table["cells"].as_array().unwrap().iter().collect();
        assert_eq!(counted.len(), cells, "{by}: {counted:?}");
        let sum: u64 = counted.iter().map(|cell| cell["count"].as_u64().unwrap()).sum();
        assert_eq!(sum, 11, "{by}");
    }
    let months = |period: &str| format!("/figures/table?period={period}&by=month");
    let keys = |table: Value| -> Vec<String> {
        let cells = table["cells"].as_array().unwrap().iter();
        cells
            .map(|cell| cell["key"][0].as_str().unwrap().to_owned())
            .collect()
    };
    let this_year = analyst.get(&months("2026")).await.expect(200).json;
    assert_eq!(
        keys(this_year),
        ["2026-01", "2026-02", "2026-03"],
        "it is 1 March"
    );
    let before = analyst.get(&months("2023")).await.expect(200).json;
    assert_eq!(keys(before), [] as [&str; 0], "the register had not begun");
}

#[tokio::test]
async fn regions_beside_each_other_name_their_denominator() {
    let app = TestApp::new().await;
    let analyst = two_years(&app).await;
    let beside = analyst
        .get("/figures/regions?period=2025-Q1")
        .await
        .expect(200)
        .json;
    assert_eq!(
        beside["denominator"],
        json!({
            "id": "employees@1", "series": "employees", "version": 1, "counter": "synthetic", "unit": "employees",
            "source": "synthetic bulletin", "published": "2025-12-01",
        })
    );
    let regional = app
        .person_at("regional", Role::Inspector, Scope::Region("39".to_owned()))
        .await;
    let own = regional
        .get("/figures/regions?period=2025-Q1")
        .await
        .expect(200)
        .json;
    let units = own["units"].as_array().unwrap();
    assert_eq!(
        units.len(),
        1,
        "a region that they do not see is not one without an injury"
    );
}
