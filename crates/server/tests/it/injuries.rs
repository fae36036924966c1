//! Injuries, from outside: reported, listed, revised, taken out of the count.

use saqta_domain::permission::{Role, Scope};
use serde_json::{Value, json};

use super::support::{Client, TestApp};

fn details() -> Value {
    json!({
        "site": "ed", "date": "2026-03-01", "hour": 4, "kind": "violence-against-health-worker",
        "outcome": "lost-time", "days_lost": 5, "deviation": "83", "sex": "f", "age": "31",
    })
}

/// The report with one more field.
fn with(field: &str, value: Value) -> Value {
    let mut report = details();
    report[field] = value;
    report
}

async fn officer(app: &TestApp) -> Client {
    app.person_at("officer", Role::SafetyOfficer, Scope::Site("ed".into()))
        .await
}

#[tokio::test]
async fn a_report_is_counted_and_shown_with_where_it_stands() {
    let app = TestApp::new().await;
    let officer = officer(&app).await;
    let body = with(
        "injured",
        json!({ "name": "Synthetic Person", "iin": "000000000001" }),
    );
    let answer = officer.post("/injuries", body).await.expect(201);
    assert_eq!(answer.json["change"], "recorded");
    let id = answer.text("id");

    let list = officer.get("/injuries").await.expect(200);
    assert_eq!(list.json["items"].as_array().unwrap().len(), 1);
    let item = &list.json["items"][0];
    assert_eq!(item["id"], id.as_str());
    assert_eq!(item["region"], "35", "the site says it");
    assert_eq!(item["age"], "25-34", "years become a band");
    assert_eq!(item["sources"], json!(["employer"]));

    let shown = officer.get(&format!("/injuries/{id}")).await.expect(200);
    assert_eq!(shown.json["reports"].as_array().unwrap().len(), 1);
    assert_eq!(shown.json["reports"][0]["by"]["name"], "officer (synthetic)");
    let all = shown.json.to_string() + &list.json.to_string();
    assert!(!all.contains("Synthetic Person"), "who was hurt is sealed: {all}");
}

#[tokio::test]
async fn an_outcome_that_changes_is_a_new_report() {
    let app = TestApp::new().await;
    let officer = officer(&app).await;
    let answer = officer.post("/injuries", details()).await.expect(201);
    let address = format!("/injuries/{}", answer.text("id"));
    let mut worse = details();
    worse["outcome"] = json!("fatal");
    worse["days_lost"] = Value::Null;
    let mut worse_because = worse.clone();
    worse_because["note"] = json!("died in hospital");
    let revised = officer
        .post(&format!("{address}/revise"), worse_because.clone())
        .await
        .expect(200);
    assert_eq!(revised.json["change"], "revised");
    let shown = officer.get(&address).await.expect(200);
    assert_eq!(shown.json["outcome"], "fatal");
    assert_eq!(shown.json["reports"][0]["details"]["outcome"], "lost-time");
    assert_eq!(shown.json["reports"][1]["details"]["outcome"], "fatal");
    let again = officer
        .post(&format!("{address}/revise"), worse)
        .await
        .expect(200);
    assert_eq!(again.json["change"], "unchanged");

    officer
        .post(&format!("{address}/withdraw"), json!({}))
        .await
        .expect(204);
    officer.get(&address).await.expect(404);
    let list = officer.get("/injuries").await.expect(200);
    assert_eq!(list.json["items"], json!([]));
}

#[tokio::test]
async fn the_same_key_or_number_is_the_same_injury() {
    let app = TestApp::new().await;
    let officer = officer(&app).await;
    let body = with("number", json!("17/2026"));
    let first = officer.post("/injuries", body.clone()).await.expect(201);
    let again = officer.post("/injuries", body).await.expect(200);
    assert_eq!(first.json["id"], again.json["id"]);
    assert_eq!(again.json["change"], "unchanged");

    let keyed = officer.clone().with("idempotency-key", "k1");
    let first = keyed.post("/injuries", details()).await.expect(201);
    let again = keyed.post("/injuries", details()).await.expect(200);
    assert_eq!(first.json["id"], again.json["id"]);
    let list = officer.get("/injuries").await.expect(200);
    assert_eq!(list.json["items"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn an_analyst_sees_no_site_employer_day_or_hour_and_cannot_ask_for_one() {
    let app = TestApp::new().await;
    let officer = officer(&app).await;
    officer.post("/injuries", details()).await.expect(201);
    let analyst = app.person_at("analyst", Role::Analyst, Scope::Country).await;
    let list = analyst.get("/injuries").await.expect(200);
    let item = list.json["items"][0].as_object().unwrap();
    for hidden in ["site", "employer", "host", "date", "hour", "reported"] {
        assert!(!item.contains_key(hidden), "{hidden} is shown: {item:?}");
    }
    assert_eq!(item["month"], "2026-03");
    let id = item["id"].as_str().unwrap();
    analyst.get(&format!("/injuries/{id}")).await.expect(404);
    let asked = analyst.get("/injuries?site=ed").await.expect(200);
    assert_eq!(asked.json["items"], json!([]));
}

#[tokio::test]
async fn a_scope_ends_where_it_ends() {
    let app = TestApp::new().await;
    let officer = officer(&app).await;
    officer.post("/injuries", details()).await.expect(201);
    let miner = app
        .person_at("miner", Role::SafetyOfficer, Scope::Site("mine".into()))
        .await;
    assert_eq!(miner.get("/injuries").await.expect(200).json["items"], json!([]));
    miner.post("/injuries", details()).await.expect(403);
    let region = app
        .person_at("region", Role::Inspector, Scope::Region("35".to_owned()))
        .await;
    assert_eq!(
        region.get("/injuries").await.expect(200).json["items"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    let other = app
        .person_at("other", Role::Inspector, Scope::Region("39".to_owned()))
        .await;
    assert_eq!(other.get("/injuries").await.expect(200).json["items"], json!([]));
}

#[tokio::test]
async fn filters_and_pages_find_what_is_asked_for() {
    let app = TestApp::new().await;
    let officer = officer(&app).await;
    for (number, date, kind) in [
        ("1", "2025-12-31", "violence"),
        ("2", "2026-01-01", "fall-on-level"),
        ("3", "2026-02-01", "violence"),
    ] {
        let mut details = details();
        details["date"] = json!(date);
        details["kind"] = json!(kind);
        details["number"] = json!(number);
        officer.post("/injuries", details).await.expect(201);
    }
    let count = async |query: &str| {
        let list = officer.get(&format!("/injuries?{query}")).await.expect(200);
        list.json["items"].as_array().unwrap().len()
    };
    assert_eq!(count("period=2026-Q1").await, 2);
    assert_eq!(count("period=2025").await, 1);
    assert_eq!(count("kind=violence").await, 2);
    assert_eq!(count("kind=violence&period=2026").await, 1);
    assert_eq!(count("region=39").await, 0);
    assert_eq!(count("outcome=fatal").await, 0);
    let first = officer.get("/injuries?limit=2").await.expect(200);
    assert_eq!(first.json["items"][0]["date"], "2026-02-01", "newest first");
    let next = first.text("next");
    let second = officer
        .get(&format!("/injuries?limit=2&cursor={next}"))
        .await
        .expect(200);
    assert_eq!(second.json["items"].as_array().unwrap().len(), 1);
    assert_eq!(second.json["next"], Value::Null);
    for wrong in ["period=2026-Q9", "region=99", "kind=x", "cursor=x", "activity=zz"] {
        let answer = officer.get(&format!("/injuries?{wrong}")).await.expect(400);
        let (field, _) = wrong.split_once('=').unwrap();
        assert_eq!(answer.json["field"], field);
    }
}

#[tokio::test]
async fn what_is_wrong_is_named_by_its_field() {
    let app = TestApp::new().await;
    let officer = officer(&app).await;
    for (field, value) in [
        ("date", json!("yesterday")),
        ("date", json!("2999-01-01")),
        ("kind", json!("bad luck")),
        ("outcome", Value::Null),
        ("hour", json!(24)),
        ("employer", json!("12")),
        ("activity", json!("zz")),
        ("deviation", json!("99")),
        ("age", json!("old")),
        ("site", json!("no-such")),
        ("region", json!("99")),
    ] {
        let mut details = details();
        details[field] = value;
        let answer = officer.post("/injuries", details).await.expect(400);
        assert_eq!(answer.json["field"], field, "{:?}", answer.json);
    }
    let more = officer
        .post("/injuries", with("colour", json!("red")))
        .await
        .expect(400);
    assert_eq!(more.json["field"], "colour", "more than would be kept");
    let named = with("injured", json!({ "iin": "1" }));
    let answer = officer.post("/injuries", named).await.expect(400);
    assert_eq!(answer.json["field"], "injured.iin");
}

#[tokio::test]
async fn a_closed_alarm_makes_a_draft() {
    let app = TestApp::new().await;
    let worker = app.worker("nurse").await;
    let guard = app.guard("guard").await;
    let id = app.alarm_by(&worker).await.id();
    guard
        .post(
            &format!("/alarms/{id}/close"),
            json!({ "outcome": "real", "factors": ["waiting"] }),
        )
        .await
        .expect(200);
    let draft = guard
        .get(&format!("/injuries/draft?alarm={id}"))
        .await
        .expect(200);
    assert_eq!(draft.json["site"], "ed");
    assert_eq!(draft.json["deviation"], "83");
    assert_eq!(draft.json["cause"], "waiting");
    let alarm = guard.get(&format!("/alarms/{id}")).await.expect(200);
    let raised: jiff::Timestamp = alarm.json["raised_at"].as_str().unwrap().parse().unwrap();
    let there = raised.to_zoned(jiff::tz::TimeZone::fixed(jiff::tz::offset(5)));
    assert_eq!(
        (&draft.json["date"], &draft.json["hour"]),
        (&json!(there.date().to_string()), &json!(there.hour())),
        "the day and the hour are those of the place, not of Greenwich: {}",
        alarm.json["raised_at"]
    );

    let mut details = draft.json.clone();
    assert_eq!(details["alarm"], json!(id), "the draft can be sent as it is");
    details["outcome"] = json!("medical");
    let recorded = guard.post("/injuries", details.clone()).await.expect(201);
    assert_eq!(
        recorded.json["change"], "recorded",
        "a guard reports what happened"
    );
    worker
        .get(&format!("/injuries/draft?alarm={id}"))
        .await
        .expect(403);
    let unknown = "00000000-0000-7000-8000-000000000000";
    guard
        .get(&format!("/injuries/draft?alarm={unknown}"))
        .await
        .expect(404);
    details["alarm"] = json!(unknown);
    guard.post("/injuries", details).await.expect(404);
}

#[tokio::test]
async fn who_was_hurt_is_opened_for_a_reason_that_stands_in_the_journal() {
    let app = TestApp::new().await;
    let officer = officer(&app).await;
    let injured = json!({ "name": "Synthetic Person", "iin": "000000000001", "born": "1990-05-05" });
    let recorded = officer
        .post("/injuries", with("injured", injured))
        .await
        .expect(201);
    let open = format!("/injuries/{}/open", recorded.text("id"));
    let reason = json!({ "reason": "the insurer asks" });
    officer.post(&open, json!({})).await.expect(400);
    officer.post(&open, json!({ "reason": " " })).await.expect(400);
    let before = app.handle.live().head();
    let opened = officer.post(&open, reason.clone()).await.expect(200);
    let items = opened.json["items"].as_array().unwrap();
    assert_eq!(items.len(), 1);
    assert_eq!(
        (&items[0]["name"], &items[0]["iin"]),
        (&json!("Synthetic Person"), &json!("000000000001"))
    );
    assert_eq!(
        (&items[0]["born"], &items[0]["erased"]),
        (&json!("1990-05-05"), &json!(false))
    );
    let events = app.handle.read_after(before, 10).unwrap();
    assert_eq!(events.len(), 1, "{events:?}");
    assert_eq!(events[0].event.name(), "seal.opened");
    assert_eq!(events[0].actor, Some(app.account("officer")));
    assert_eq!(events[0].note(), Some("the insurer asks"));
    let body = String::from_utf8(events[0].event.body().unwrap()).unwrap();
    assert_eq!(
        body,
        format!("{{\"position\":{}}}", items[0]["position"]),
        "the reason is sealed"
    );

    let head = app.handle.live().head();
    for role in [
        Role::Guard,
        Role::Dispatcher,
        Role::Analyst,
        Role::Auditor,
        Role::Admin,
        Role::Worker,
    ] {
        let other = app.person_at(role.code(), role, Scope::Country).await;
        other.post(&open, reason.clone()).await.expect(403);
    }
    let elsewhere = app
        .person_at("elsewhere", Role::SafetyOfficer, Scope::Site("mine".into()))
        .await;
    elsewhere.post(&open, reason.clone()).await.expect(404);
    app.nobody().post(&open, reason).await.expect(401);
    let events = app.handle.read_after(head, 100).unwrap();
    let opened = events.iter().filter(|event| event.event.name() == "seal.opened");
    assert_eq!(opened.count(), 0, "what was refused was not opened");
}

#[tokio::test]
async fn who_opened_who_was_hurt_and_why_stands_in_the_injurys_history() {
    let app = TestApp::new().await;
    let officer = officer(&app).await;
    let mut said = with("injured", json!({ "name": "Synthetic Person" }));
    said["number"] = json!("8/2026");
    let recorded = officer.post("/injuries", said.clone()).await.expect(201);
    let address = format!("/injuries/{}", recorded.text("id"));
    let fresh = officer.get(&address).await.expect(200);
    assert_eq!(
        (&fresh.json["openings"], &fresh.json["injured_is_said"]),
        (&json!([]), &json!(true)),
        "nobody has opened it"
    );
    let open = format!("{address}/open");
    let because = |why: &str| json!({ "reason": why });
    officer.post(&open, because("the insurer asks")).await.expect(200);
    said["injured"] = json!({ "name": "Synthetic Person", "occupation": "nurse" });
    said["outcome"] = json!("fatal");
    said["days_lost"] = Value::Null;
    officer.post("/injuries", said).await.expect(200);
    let inspector = app.person_at("inspector", Role::Inspector, Scope::Country).await;
    inspector.post(&open, because("an inquiry")).await.expect(200);

    let told = officer.get(&address).await.expect(200).json;
    let reports: Vec<&Value> = told["reports"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["position"])
        .collect();
    let openings = told["openings"].as_array().unwrap();
    let summary: Vec<_> = openings
        .iter()
        .map(|one| (&one["report"], &one["by"]["id"], &one["reason"]))
        .collect();
    let (officer_id, inspector_id) = (json!(app.account("officer").0), json!(app.account("inspector").0));
    let (insurer, inquiry) = (json!("the insurer asks"), json!("an inquiry"));
    assert_eq!(
        summary,
        [
            (reports[0], &officer_id, &insurer),
            (reports[0], &inspector_id, &inquiry),
            (reports[1], &inspector_id, &inquiry),
        ],
        "one for each report that was opened, oldest first"
    );
    let events = app
        .handle
        .read_after(openings[0]["position"].as_u64().unwrap() - 1, 1)
        .unwrap();
    assert_eq!(
        events[0].event.name(),
        "seal.opened",
        "its position leads to the entry"
    );

    let silent = officer.post("/injuries", details()).await.expect(201);
    let unsaid = officer
        .get(&format!("/injuries/{}", silent.text("id")))
        .await
        .expect(200);
    assert_eq!(
        (&unsaid.json["openings"], &unsaid.json["injured_is_said"]),
        (&json!([]), &json!(false)),
        "another injury has its own history"
    );
    for role in [Role::Analyst, Role::Auditor, Role::Admin, Role::Guard] {
        let other = app.person_at(role.code(), role, Scope::Country).await;
        other.get(&address).await.expect(404);
    }
}

#[tokio::test]
async fn who_was_hurt_can_be_erased_for_ever_and_the_injury_counts_on() {
    let app = TestApp::new().await;
    let officer = officer(&app).await;
    let injured = with("injured", json!({ "name": "Synthetic Person" }));
    let mut numbered = injured.clone();
    numbered["number"] = json!("7/2026");
    let recorded = officer.post("/injuries", numbered.clone()).await.expect(201);
    let address = format!("/injuries/{}", recorded.text("id"));
    let erase = format!("{address}/erase");
    let reason = json!({ "reason": "the family asks" });
    officer.post(&erase, reason.clone()).await.expect(403);
    let of_site = app.person("site-admin", Role::Admin).await;
    of_site.post(&erase, reason.clone()).await.expect(403);
    let admin = app.person_at("admin", Role::Admin, Scope::Country).await;
    let unsaid = admin.post(&erase, json!({ "reason": " " })).await.expect(400);
    assert_eq!(unsaid.text("field"), "reason");
    let endless = json!({ "reason": "a".repeat(4_001) });
    admin.post(&erase, endless).await.expect(400);
    let kept = officer.get(&address).await.expect(200);
    assert_eq!(
        (&kept.json["injured_is_said"], &kept.json["erasure"]),
        (&json!(true), &Value::Null),
        "what was refused erased nothing"
    );
    admin.post(&erase, reason.clone()).await.expect(204);
    let unknown = "/injuries/01955555-0000-7000-8000-0000000000ff/erase";
    admin.post(unknown, reason.clone()).await.expect(404);
    let erased = officer.get(&address).await.expect(200);
    let erasure = &erased.json["erasure"];
    assert_eq!(
        (&erasure["reason"], &erasure["by"]["id"]),
        (&json!("the family asks"), &json!(app.account("admin").0)),
        "who erased it, and why, is told"
    );

    let opened = officer
        .post(&format!("{address}/open"), reason.clone())
        .await
        .expect(200);
    let item = &opened.json["items"][0];
    assert_eq!((&item["erased"], &item["name"]), (&json!(true), &Value::Null));
    officer.get(&address).await.expect(200);
    let table = officer.get("/figures/table?period=2026-03").await.expect(200);
    assert_eq!(table.json["total"]["count"], 1, "it counts on");
    numbered["outcome"] = json!("fatal");
    numbered["days_lost"] = Value::Null;
    officer.post("/injuries", numbered).await.expect(200);
    let opened = officer.post(&format!("{address}/open"), reason).await.expect(200);
    let items = opened.json["items"].as_array().unwrap();
    assert!(
        items.iter().all(|item| item["name"].is_null()),
        "an erased subject gets no new key: {items:?}"
    );
}
