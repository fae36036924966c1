//! Tables: counts and rates within the scope of whoever asks.

use saqta_domain::permission::{Role, Scope};
use serde_json::{Value, json};

use super::{near, register};
use crate::support::{Client, TestApp};

#[tokio::test]
async fn every_rate_has_its_denominator_and_its_interval() {
    let app = TestApp::new().await;
    let analyst = register(&app).await;
    let table = analyst
        .get("/figures/table?period=2026-Q1&by=region&zeros=false&measures=incidence,fatal-incidence-100000,trir")
        .await
        .expect(200);
    let cells = table.json["cells"].as_array().unwrap();
    assert_eq!(cells[0]["key"], json!(["35"]));
    assert_eq!((&cells[0]["count"], &cells[0]["fatal"]), (&json!(4), &json!(1)));
    let rates = cells[0]["rates"].as_array().unwrap();
    assert_eq!(rates.len(), 2, "no hours, no TRIR: {rates:?}");
    assert_eq!(rates[0]["denominator"], "employees@1");
    assert_eq!(rates[0]["annualised"], false);
    assert!(near(&rates[0]["value"], 0.01));
    assert!(
        near(&rates[0]["lower"], 1.089_865_373_626_325 / 400.0),
        "{rates:?}"
    );
    assert!(near(&table.json["total"]["rates"][0]["value"], 6.0 / 3_000.0));
    let annual = analyst
        .get("/figures/table?period=2026-Q1&measures=incidence&annualise=true")
        .await
        .expect(200);
    assert!(near(&annual.json["total"]["rates"][0]["value"], 24.0 / 3_000.0));
    assert_eq!(annual.json["total"]["rates"][0]["annualised"], true);
    let sexes = analyst.get("/figures/table?period=2026&by=sex").await.expect(200);
    assert_eq!(
        sexes.json["cells"][0]["rates"],
        json!([]),
        "nobody said how many women work"
    );
}

#[tokio::test]
async fn a_table_of_all_years_has_rates_where_a_cell_is_of_one() {
    let app = TestApp::new().await;
    let analyst = register(&app).await;
    let inspector = app.person_at("earlier", Role::Inspector, Scope::Country).await;
    let report = json!({
        "region": "35", "date": "2024-12-31", "kind": "other", "outcome": "medical", "number": "earlier",
    });
    inspector.post("/injuries", report).await.expect(201);
    let asked = |by: &str| format!("/figures/table?by={by}&measures=incidence");
    let table = analyst.get(&asked("year")).await.expect(200);
    assert_eq!(table.json["period"], Value::Null);
    assert_eq!(table.json["total"]["count"], 7);
    assert_eq!(
        table.json["total"]["rates"],
        json!([]),
        "no denominator is of several years"
    );
    let cells = table.json["cells"].as_array().unwrap();
    assert_eq!(
        (&cells[0]["key"], &cells[0]["count"]),
        (&json!(["2024"]), &json!(1))
    );
    assert_eq!(
        cells[0]["rates"],
        json!([]),
        "nobody counted the employees of 2024"
    );
    assert!(near(&cells[1]["rates"][0]["value"], 6.0 / 3_000.0));
    // Crossed by both, a cell is of the month, whichever comes first.
    for by in ["month,year", "year,month"] {
        let both = analyst
            .get(&format!("{}&annualise=true", asked(by)))
            .await
            .expect(200);
        assert!(
            near(&both.json["cells"][1]["rates"][0]["value"], 72.0 / 3_000.0),
            "{by}: {}",
            both.json
        );
    }
}

#[tokio::test]
async fn an_inspector_counts_in_their_region_and_an_analyst_by_no_employer() {
    let app = TestApp::new().await;
    let analyst = register(&app).await;
    let regional = app
        .person_at("regional", Role::Inspector, Scope::Region("39".to_owned()))
        .await;
    let table = regional
        .get("/figures/table?period=2026&by=region")
        .await
        .expect(200);
    assert_eq!(table.json["total"]["count"], 2);
    assert_eq!(table.json["cells"].as_array().unwrap().len(), 1);
    regional
        .get("/figures/table?period=2026&by=employer")
        .await
        .expect(200);
    analyst
        .get("/figures/table?period=2026&by=employer")
        .await
        .expect(403);
    analyst
        .get("/figures/table?period=2026&by=site")
        .await
        .expect(403);
    analyst
        .get("/figures/watch?period=2026&site=ed")
        .await
        .expect(403);
    let worker = app.worker("nurse").await;
    for path in ["table", "regions", "watch", "nowcast", "under-reporting"] {
        worker
            .get(&format!("/figures/{path}?period=2026"))
            .await
            .expect(403);
    }
    let officer = app
        .person_at("officer", Role::SafetyOfficer, Scope::Site("ed".into()))
        .await;
    officer
        .get("/figures/under-reporting?period=2026")
        .await
        .expect(403);
    let own = officer.get("/figures/table?period=2026").await.expect(200);
    assert_eq!(own.json["total"]["count"], 0, "nothing of other places");
}

#[tokio::test]
async fn an_empty_period_says_where_the_register_has_something() {
    let app = TestApp::new().await;
    let analyst = register(&app).await;
    let table = analyst.get("/figures/table?period=2025-Q3").await.expect(200);
    assert_eq!(table.json["total"]["count"], 0);
    assert_eq!(table.json["known_months"], json!(["2026-02", "2026-02"]));
    let other = analyst
        .get("/figures/table?period=2026-Q1&kind=traffic")
        .await
        .expect(200);
    assert_eq!(
        other.json["known_months"],
        Value::Null,
        "nothing of this kind, ever"
    );
}

#[tokio::test]
async fn whoever_sees_no_single_injuries_learns_no_hour_of_a_death_and_no_day() {
    let app = TestApp::new().await;
    let analyst = register(&app).await;
    let inspector = app.person_at("i3", Role::Inspector, Scope::Country).await;
    for day in 1..=12 {
        let death = json!({
            "region": "35", "date": format!("2026-01-{day:02}"), "hour": 4, "kind": "other", "outcome": "fatal",
            "number": format!("death-{day}"),
        });
        inspector.post("/injuries", death).await.expect(201);
    }
    let heat = "/figures/table?period=2026-Q1&by=weekday,hour";
    let table = analyst.get(heat).await.expect(200).json;
    assert!(
        table["total"]["fatal"].is_u64(),
        "the country's deaths tell of nobody"
    );
    let cells = table["cells"].as_array().unwrap();
    assert_eq!(cells.len(), 7 * 24, "the heat map has its cells");
    assert!(cells.iter().all(|cell| cell["fatal"].is_null()), "{}", cells[0]);
    let seen = inspector.get(heat).await.expect(200).json;
    assert!(seen["cells"][0]["fatal"].is_u64());
    for (field, asked) in [
        ("by", "period=2026&by=hour,region"),
        ("by", "period=2026&by=weekday,outcome"),
        ("by", "period=2026&by=hour&region=35"),
        ("by", "period=2026&by=hour&activity=Q"),
        ("by", "period=2026&by=hour&kind=violence"),
        ("by", "period=2026&by=hour&outcome=fatal"),
        ("period", "period=2026-02&by=hour"),
        ("period", "period=2026-01..04&by=weekday"),
    ] {
        let path = format!("/figures/table?{asked}");
        let refused = analyst.get(&path).await.expect(400);
        assert_eq!(refused.json["field"], field, "{asked}");
        inspector.get(&path).await.expect(200);
    }
    analyst.get("/figures/table?by=hour").await.expect(200);
    for by in ["hour", "weekday"] {
        let path = format!("/figures/change?period=2026-01&by={by}&region=35&outcome=fatal");
        assert_eq!(analyst.get(&path).await.expect(400).json["field"], "by");
        inspector.get(&path).await.expect(200);
    }

    let weeks = async |client: &Client| -> u64 {
        let path = "/figures/watch?period=2026&region=35&outcome=fatal";
        let watched = client.get(path).await.expect(200).json;
        let weeks = watched["weeks"].as_array().expect("there are weeks").clone();
        weeks.iter().map(|week| week["count"].as_u64().unwrap()).sum()
    };
    assert_eq!(weeks(&analyst).await, 0, "a week would tell when somebody died");
    assert!(
        weeks(&inspector).await >= 12,
        "the inspector sees the weeks of the deaths"
    );

    let days = async |client: &Client| -> Vec<String> {
        let watched = client.get("/figures/watch?period=2026").await.expect(200).json;
        let gaps = watched["deaths"]["gaps"]
            .as_array()
            .expect("there are gaps")
            .clone();
        gaps.iter()
            .map(|gap| gap["day"].as_str().unwrap().to_owned())
            .collect()
    };
    let told = days(&analyst).await;
    assert!(!told.is_empty());
    assert!(
        told.iter().all(|month| month.len() == "2026-01".len()),
        "{told:?}"
    );
    assert!(
        days(&inspector)
            .await
            .iter()
            .all(|day| day.len() == "2026-01-02".len())
    );
}
