//! Figures that others count, sent as files.

use saqta_domain::permission::{Role, Scope};
use serde_json::json;

use super::support::{Client, TestApp};

/// Two series; the figures are synthetic.
const PLAIN: &str = "series,counter,unit,source,published,period,region,activity,value\n\
    employees,synthetic,employees,a bulletin,2025-06-13,2025,35,,410000\n\
    employees,synthetic,employees,a bulletin,2025-06-13,2025,39,,210000\n\
    injured,synthetic-ministry,injured,a release,,2025-Q1,,,293\n";

/// In the form of Eurostat's files; the figures are invented.
const SDMX: &str = "STRUCTURE,STRUCTURE_ID,freq,unit,nace_r2,geo,sex,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\n\
    dataflow,ESTAT:HSW_N2_01(1.0),A,THS_PER,TOTAL,KZ,T,2025,9214.184,p,\n\
    dataflow,ESTAT:HSW_N2_01(1.0),A,THS_PER,TOTAL,KZ,F,2025,4500,,\n\
    dataflow,ESTAT:HSW_N2_01(1.0),A,THS_PER,Q,KZ,T,2025,583.886,,\n\
    dataflow,ESTAT:HSW_N2_01(1.0),A,THS_PER,TOTAL,DE,T,2025,42000,,\n";

const WORDS: &str =
    "id=employed&counter=synthetic&unit=employed&source=an%20office&published=2025-06-13&only=sex:T";

async fn analyst(app: &TestApp) -> Client {
    app.person_at("analyst", Role::Analyst, Scope::Country).await
}

#[tokio::test]
async fn a_plain_file_brings_all_its_series_and_again_changes_nothing() {
    let app = TestApp::new().await;
    let analyst = analyst(&app).await;
    let before = app.handle.live().head();
    let taken = analyst.post_bytes("/series/file", PLAIN).await.expect(200);
    assert_eq!(
        taken.json["series"],
        json!([
            { "id": "employees", "version": 1, "denominator": "employees@1" },
            { "id": "injured", "version": 1, "denominator": "injured@1" },
        ])
    );
    assert_eq!(taken.json["kind"], "csv");
    assert_eq!(app.handle.live().head(), before + 2, "an entry for each series");
    let again = analyst.post_bytes("/series/file", PLAIN).await.expect(200);
    assert_eq!(again.json, taken.json);
    assert_eq!(
        app.handle.live().head(),
        before + 2,
        "the same file changes nothing"
    );

    let changed = PLAIN.replace(",293", ",294");
    let taken = analyst.post_bytes("/series/file", changed).await.expect(200);
    assert_eq!(taken.json["series"][0]["version"], 1);
    assert_eq!(taken.json["series"][1]["denominator"], "injured@2");
    let listed = analyst.get("/series").await.expect(200);
    let values = |place: usize| -> Vec<u64> {
        let cells = listed.json["items"][place]["cells"].as_array().unwrap().iter();
        cells.map(|cell| cell["value"].as_u64().unwrap()).collect()
    };
    assert_eq!((values(0), values(1)), (vec![410_000, 210_000], vec![294]));
}

#[tokio::test]
async fn aggregates_of_eurostats_form_are_one_series() {
    let app = TestApp::new().await;
    let analyst = analyst(&app).await;
    let taken = analyst
        .post_bytes(&format!("/series/file?{WORDS}"), SDMX)
        .await
        .expect(200)
        .json;
    assert_eq!(
        (&taken["kind"], &taken["series"][0]["id"]),
        (&json!("sdmx-csv"), &json!("employed"))
    );
    assert_eq!(taken["passed_over"], json!({ "geo=DE": 1 }));
    assert_eq!(
        (&taken["not_chosen"], &taken["flags"]),
        (&json!(1), &json!({ "p": 1 }))
    );
    let listed = analyst.get("/series").await.expect(200);
    let series = &listed.json["items"][0];
    assert_eq!(
        (&series["unit"], &series["published"]),
        (&json!("employed"), &json!("2025-06-13"))
    );
    let cells = json!([
        { "period": "2025", "value": 9_214_184 },
        { "period": "2025", "activity": "Q", "value": 583_886 },
    ]);
    assert_eq!(
        series["cells"], cells,
        "thousands become persons, without rounding"
    );

    for (missing, words) in [
        ("unit", WORDS.replace("unit=employed&", "")),
        ("counter", WORDS.replace("counter=synthetic&", "")),
        ("unit", WORDS.replace("unit=employed", "unit=people")),
        ("only", WORDS.replace("sex:T", "sex")),
    ] {
        let refused = analyst.post_bytes(&format!("/series/file?{words}"), SDMX).await;
        assert_eq!(refused.expect(400).json["field"], missing, "{words}");
    }
    let several = WORDS.replace("&only=sex:T", "");
    let refused = analyst
        .post_bytes(&format!("/series/file?{several}"), SDMX)
        .await
        .expect(400);
    assert_eq!(
        refused.json["errors"][0]["column"], "sex",
        "parts and their sum are not added up: {}",
        refused.json
    );
}

#[tokio::test]
async fn one_wrong_row_and_nothing_of_the_file_is_taken() {
    let app = TestApp::new().await;
    let analyst = analyst(&app).await.with("accept-language", "ru");
    let before = app.handle.live().head();
    let wrong = PLAIN.replace("2025,39", "2025,99").replace(",293", ",293.5");
    let refused = analyst.post_bytes("/series/file", wrong).await.expect(400);
    let errors = refused.json["errors"].as_array().unwrap();
    let places: Vec<(u64, &str)> = errors
        .iter()
        .map(|error| (error["line"].as_u64().unwrap(), error["column"].as_str().unwrap()))
        .collect();
    assert_eq!(places, [(3, "region"), (4, "value")]);
    assert!(
        errors
            .iter()
            .all(|error| !error["do"].as_str().unwrap().is_empty())
    );
    assert!(refused.text("detail").contains("ошибок: 2"), "{}", refused.json);
    let header = PLAIN.replace("series,counter", "series,counted_by");
    let refused = analyst.post_bytes("/series/file", header).await.expect(400);
    assert_eq!(refused.json["errors"][0]["line"], 1, "{}", refused.json);
    // A series that the register refuses takes those before it in the file along.
    let unnamed = PLAIN
        .replace("a release", "")
        .replace("injured,synthetic-ministry", "injured, ");
    analyst.post_bytes("/series/file", unnamed).await.expect(400);
    analyst.post_bytes("/series/file", "").await.expect(400);
    assert_eq!(app.handle.live().head(), before, "nothing was recorded");

    let inspector = app.person_at("inspector", Role::Inspector, Scope::Country).await;
    inspector.post_bytes("/series/file", PLAIN).await.expect(403);
    let regional = app
        .person_at("regional", Role::Analyst, Scope::Region("35".to_owned()))
        .await;
    regional.post_bytes("/series/file", PLAIN).await.expect(403);
}
