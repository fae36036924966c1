//! Figures set beside each other: years, regions, an employer's own past. Expected numbers were computed apart from the
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
fn assert_near(value: &Value, expected: f64, what: &str) {
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
