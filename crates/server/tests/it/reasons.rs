//! Why a value cannot be used is told in the caller's language, beside a word for programs that is always the same.

use std::fs;
use std::path::Path;

use saqta_domain::permission::{Role, Scope};
use saqta_text::{Catalogue, Language};
use serde_json::{Value, json};

use super::support::TestApp;

#[tokio::test]
async fn reporters_and_analysts_are_told_in_their_language_what_cannot_be() {
    let app = TestApp::new().await;
    let inspector = app.person_at("inspector", Role::Inspector, Scope::Country).await;
    let analyst = app.person_at("analyst", Role::Analyst, Scope::Country).await;
    let injury =
        |date: &str, kind: &str| json!({ "date": date, "kind": kind, "outcome": "fatal", "region": "35" });

    let kazakh = inspector.with("accept-language", "kk");
    let told = kazakh
        .post("/injuries", injury("2999-01-01", "other"))
        .await
        .expect(400)
        .json;
    assert_eq!(
        (&told["field"], &told["code"], &told["reason"]),
        (
            &json!("date"),
            &json!("in-the-future"),
            &json!("бұл күн әлі келген жоқ")
        )
    );
    assert_eq!(
        told["detail"],
        "«date» өрісінің мәні жарамайды: бұл күн әлі келген жоқ. Ештеңе өзгерген жоқ."
    );

    let russian = kazakh.with("accept-language", "ru");
    let told = russian
        .post("/injuries", injury("2026-01-01", "fun"))
        .await
        .expect(400)
        .json;
    assert_eq!(
        (&told["field"], &told["code"]),
        (&json!("kind"), &json!("one-of"))
    );
    assert!(
        told["reason"].as_str().unwrap().starts_with("одно из: violence"),
        "{told}"
    );
    let told = russian
        .post("/injuries", json!({ "date": "2026-01-01" }))
        .await
        .expect(400)
        .json;
    assert_eq!(
        (&told["field"], &told["code"], &told["reason"]),
        (&json!("kind"), &json!("required"), &json!("это нужно указать"))
    );

    let russian = analyst.with("accept-language", "ru");
    let told = russian
        .get("/figures/table?period=2025-Q9")
        .await
        .expect(400)
        .json;
    assert_eq!(
        (&told["field"], &told["code"]),
        (&json!("period"), &json!("a-period"))
    );
    assert!(told["detail"].as_str().unwrap().contains("квартал"), "{told}");
    let release = json!({ "id": "kz", "period": "2026-01..02", "threshold": 1 });
    let told = russian.post("/figures/releases", release).await.expect(400).json;
    assert_eq!(
        (&told["field"], &told["code"]),
        (&json!("threshold"), &json!("threshold-too-low")),
        "{told}"
    );

    let told = russian.get("/figures/table?by=colour").await.expect(400).json;
    assert_eq!(told["code"], Value::Null, "no word is known for this: {told}");
    assert!(told["reason"].as_str().unwrap().contains("`colour`"), "{told}");
}

#[test]
fn every_reason_of_the_server_and_the_domain_has_its_words() {
    let catalogue = Catalogue::embedded();
    let mut codes = Vec::new();
    for folder in ["src", "../domain/src"] {
        codes_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut codes);
    }
    assert!(codes.len() > 30, "the search finds codes: {codes:?}");
    for code in codes {
        for language in Language::ALL {
            let id = format!("reason-{code}");
            assert!(catalogue.has(language, &id), "{language} has no {id}");
        }
    }
}

/// The codes that sources name: the last text of `Fault::known(…)`, and that of `code: Some("…")`.
fn codes_in(folder: &Path, codes: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            codes_in(&path, codes);
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for (opening, closing) in [("Fault::known(", ')'), ("code: Some(", ')')] {
            for said in text.split(opening).skip(1) {
                let said = said.split(closing).next().unwrap();
                let texts: Vec<&str> = said.split('"').skip(1).step_by(2).collect();
                codes.extend(texts.last().map(|code| (*code).to_owned()));
            }
        }
    }
}
