//! Who may do what, seen from outside: every role at every endpoint that asks for a permission.

use axum::body::Bytes;
use axum::http::Method;
use saqta_domain::permission::{Role, Scope};
use serde_json::json;

use super::support::TestApp;

/// What each role is answered: written by hand from the words of each role. The alarm is another person's.
const EXPECTED: &str = "
                                                worker guard dispatcher safety inspector analyst auditor admin
    POST   /alarms                              201    201   201        201    201       201     201     201
    GET    /alarms                              200    200   200        200    200       200     200     200
    GET    /alarms/ALARM                        404    200   200        404    404       404     200     200
    GET    /alarms/ALARM/signal                 404    403   403        404    404       404     200     403
    POST   /alarms/ALARM/acknowledge            404    200   409        404    404       404     403     403
    POST   /alarms/ALARM/note                   404    200   200        404    404       404     403     403
    GET    /sites                               403    200   200        200    200       200     200     200
    GET    /zones                               403    200   200        200    200       200     200     200
    GET    /posts                               403    200   200        200    200       200     200     200
    GET    /devices                             403    200   200        200    200       200     200     200
    POST   /declaration                         403    403   403        403    403       403     403     200
    POST   /tokens                              403    403   403        403    403       403     403     201
    DELETE /tokens?device=button-1              403    403   403        403    403       403     403     204
    GET    /press                               200    200   200        200    200       200     200     200
    GET    /session                             200    200   200        200    200       200     200     200
    POST   /client/faults                       204    204   204        204    204       204     204     204
    GET    /log/checkpoint                      200    200   200        200    200       200     200     200
    GET    /log/tile/0/000.p/1                  404    404   404        404    404       404     200     404
    POST   /injuries                            403    201   201        201    201       403     403     403
    GET    /injuries                            403    403   403        200    200       200     403     403
    GET    /injuries/INJURY                     404    404   404        200    200       404     404     404
    GET    /injuries/draft?alarm=ALARM          403    200   200        404    404       403     403     403
    POST   /injuries/INJURY/revise              404    404   404        200    200       404     404     404
    POST   /injuries/INJURY/withdraw            404    404   404        204    404       404     404     404
    GET    /figures/table?period=2026           403    403   403        200    200       200     403     403
    GET    /figures/regions?period=2026         403    403   403        200    200       200     403     403
    GET    /figures/watch?period=2026           403    403   403        200    200       200     403     403
    GET    /figures/nowcast?period=2026         403    403   403        200    200       200     403     403
    GET    /figures/under-reporting?period=2026 403    403   403        403    200       200     403     403
    GET    /series                              403    403   403        200    200       200     403     403
    POST   /series                              403    403   403        403    403       200     403     403
    GET    /imports                             403    403   403        200    200       200     403     403
    POST   /imports                             403    403   403        202    202       202     403     403
    GET    /figures/releases                    200    200   200        200    200       200     200     200
    POST   /figures/releases                    403    403   403        403    403       201     403     403
";

const ROLES: [Role; 8] = [
    Role::Worker,
    Role::Guard,
    Role::Dispatcher,
    Role::SafetyOfficer,
    Role::Inspector,
    Role::Analyst,
    Role::Auditor,
    Role::Admin,
];

#[tokio::test]
async fn every_role_is_answered_as_the_table_says() {
    let app = TestApp::new().await;
    let id = app.alarm_by(&app.worker("somebody").await).await.id();
    let report = json!({ "site": "ed", "date": "2026-03-01", "kind": "other", "outcome": "medical" });
    let officer = app
        .person_at("officer", Role::SafetyOfficer, Scope::Country)
        .await;
    let injury = officer.post("/injuries", report.clone()).await.expect(201).id();
    // Fewer could not be published.
    for _ in 0..5 {
        officer.post("/injuries", report.clone()).await.expect(201);
    }
    let mut wrong = Vec::new();
    for line in EXPECTED.lines().filter(|line| line.contains(" /")) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let (method, path) = (words[0], words[1]);
        let body = match path {
            "/alarms/ALARM/note" => json!({ "note": "seen" }),
            "/tokens" => json!({ "device": "button-1" }),
            "/injuries" if method == "POST" => report.clone(),
            "/injuries/INJURY/revise" => report.clone(),
            "/series" if method == "POST" => json!({
                "id": "s", "counter": "nobody", "unit": "hours", "source": "synthetic",
                "cells": [{ "period": "2026", "value": 1 }],
            }),
            "/figures/releases" if method == "POST" => json!({ "id": "r", "period": "2026-01" }),
            "/client/faults" => json!({ "what": "sound-suspended" }),
            _ => json!({}),
        };
        for (role, expected) in ROLES.into_iter().zip(&words[2..]) {
            let client = app.person_at(&format!("{role:?}"), role, Scope::Country).await;
            let method: Method = method.parse().unwrap();
            let address = format!("/api/v1{}", path.replace("ALARM", &id).replace("INJURY", &injury));
            let answer = client
                .send(method.clone(), &address, Bytes::from(body.to_string()))
                .await;
            if answer.status.to_string() != *expected {
                wrong.push(format!(
                    "{role:?} {method} {path}: {} instead of {expected}",
                    answer.status
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test]
async fn nobody_known_is_answered_nothing_but_the_public_log() {
    let app = TestApp::new().await;
    let nobody = app.nobody();
    for path in [
        "/alarms",
        "/sites",
        "/zones",
        "/posts",
        "/devices",
        "/press",
        "/session",
        "/stream",
        "/injuries",
    ] {
        nobody.get(path).await.expect(401);
    }
    nobody.get("/log/checkpoint").await.expect(200);
    nobody.get("/openapi.json").await.expect(200);
}

#[tokio::test]
async fn another_site_is_not_seen() {
    let app = TestApp::new().await;
    let id = app.alarm_by(&app.worker("nurse").await).await.id();
    let elsewhere = app
        .person_at("miner", Role::Guard, Scope::Site("mine".into()))
        .await;
    elsewhere.get(&format!("/alarms/{id}")).await.expect(404);
    elsewhere
        .post(&format!("/alarms/{id}/acknowledge"), json!({}))
        .await
        .expect(404);
    assert_eq!(
        elsewhere.get("/alarms").await.expect(200).json["items"],
        json!([])
    );
    let region = app
        .person_at("region", Role::Guard, Scope::Region("35".to_owned()))
        .await;
    region.get(&format!("/alarms/{id}")).await.expect(200);
}

#[tokio::test]
async fn a_worker_sees_of_colleagues_only_what_helps() {
    let app = TestApp::new().await;
    let (nurse, doctor) = (app.worker("nurse").await, app.worker("doctor").await);
    app.alarm_by(&nurse).await;
    nurse
        .post("/alarms", json!({ "zone": "ward", "kind": "duress" }))
        .await
        .expect(201);
    let seen = doctor.get("/alarms?state=open").await.expect(200);
    let items = seen.json["items"].as_array().unwrap();
    assert_eq!(items.len(), 1, "the silent one is not for colleagues: {items:#?}");
    let mut fields: Vec<&str> = items[0].as_object().unwrap().keys().map(String::as_str).collect();
    fields.sort_unstable();
    assert_eq!(
        fields,
        [
            "id",
            "kind",
            "position",
            "raised_at",
            "site",
            "situation",
            "state",
            "zone"
        ]
    );
    assert_eq!(
        nurse.get("/alarms").await.expect(200).json["items"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

#[tokio::test]
async fn a_device_sees_what_it_raised() {
    let app = TestApp::new().await;
    let button = app.button().await;
    app.alarm_by(&app.worker("nurse").await).await;
    let own = button.post("/alarms", json!({})).await.expect(201).id();
    let seen = button.get("/alarms").await.expect(200);
    assert_eq!(seen.json["items"].as_array().unwrap().len(), 1);
    button.get(&format!("/alarms/{own}")).await.expect(200);
    button.get("/sites").await.expect(403);
    button.get("/session").await.expect(403);
}
