//! Figures that are not published, within the caller's scope.

use saqta_domain::permission::{Role, Scope};
use serde_json::{Value, json};

use super::support::{Client, TestApp};

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
    let watched = analyst
        .get("/figures/watch?period=2026-Q1&region=35")
        .await
        .expect(200);
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

/// Publishes the first quarter of 2026.
async fn publish(analyst: &Client) -> Value {
    let spec = json!({ "id": "kz-2026-q1", "period": "2026-Q1" });
    analyst.post("/figures/releases", spec).await.expect(201).json
}

#[tokio::test]
async fn a_release_is_public_signed_and_never_changes() {
    let app = TestApp::new().await;
    let analyst = register(&app).await;
    let item = publish(&analyst).await;
    assert_eq!(
        (&item["revision"], &item["period"]),
        (&json!(1), &json!("2026-Q1"))
    );
    let nobody = app.nobody();
    let list = nobody.get("/figures/releases").await.expect(200);
    assert_eq!(list.json["items"][0], item);
    let first = nobody.get("/figures/releases/kz-2026-q1").await.expect(200);
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
        .get("/figures/releases/kz-2026-q1/1/release.note")
        .await
        .expect(200);
    let note = String::from_utf8(note.bytes.to_vec()).unwrap();
    let lines = app.verifier.open_statement("release", &note).unwrap();
    let digest = item["files"]["release.json"]["sha256"].as_str().unwrap();
    assert_eq!(lines[0], "kz-2026-q1 1");
    assert_eq!(lines[2], format!("sha256 {digest}"));

    let inspector = app.person_at("late", Role::Inspector, Scope::Country).await;
    for number in 1..=5 {
        let late = json!({
            "region": "35", "date": "2026-03-01", "kind": "other", "outcome": "lost-time", "number": format!("late-{number}"),
        });
        inspector.post("/injuries", late).await.expect(201);
        if number == 4 {
            let spec = json!({ "id": "kz-2026-q1", "period": "2026-Q1" });
            let refused = analyst.post("/figures/releases", spec).await.expect(400);
            assert_eq!(refused.json["field"], "id", "four late reports are four persons");
        }
    }
    let same = nobody
        .get("/figures/releases/kz-2026-q1?revision=1")
        .await
        .expect(200);
    assert_eq!(same.bytes, first.bytes, "a published release has changed");
    assert_eq!(publish(&analyst).await["revision"], 2);
    let second = nobody.get("/figures/releases/kz-2026-q1").await.expect(200);
    assert_eq!(second.json["total"]["count"], 11);
    assert_eq!(
        second.json["history"][0]["count"], 6,
        "what was said before is told"
    );

    for name in item["files"].as_object().unwrap().keys() {
        let file = nobody
            .get(&format!("/figures/releases/kz-2026-q1/1/{name}"))
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
        .get("/figures/releases/kz-2026-q1/3/release.json")
        .await
        .expect(404);
    nobody
        .get("/figures/releases/kz-2026-q1/1/log.key")
        .await
        .expect(404);
    nobody.get("/figures/releases/none").await.expect(404);
}

#[tokio::test]
async fn a_release_cannot_take_the_address_of_a_page() {
    let app = TestApp::new().await;
    let analyst = register(&app).await;
    for id in ["check", "explore", "series", "releases"] {
        let spec = json!({ "id": id, "period": "2026-Q1" });
        let refused = analyst.post("/figures/releases", spec).await.expect(400);
        assert_eq!(refused.json["field"], "id", "{id}");
    }
}

#[tokio::test]
async fn a_release_tells_no_small_cell() {
    let app = TestApp::new().await;
    let analyst = register(&app).await;
    publish(&analyst).await;
    let release = app.nobody().get("/figures/releases/kz-2026-q1").await.expect(200);
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
    let spec = json!({ "id": "x", "period": "2026-Q1" });
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
        ("id", json!({ "id": "no spaces", "period": "2026-Q1" })),
        (
            "threshold",
            json!({ "id": "x", "period": "2026-Q1", "threshold": 2 }),
        ),
    ] {
        let answer = analyst.post("/figures/releases", wrong).await.expect(400);
        assert_eq!(answer.json["field"], field);
    }
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
