//! Files brought into the register, from outside.

use std::time::Duration;

use saqta_domain::permission::{Role, Scope};
use serde_json::{Value, json};

use super::support::{Client, TestApp};

const HEADER: &str = "source,number,region,activity,date,kind,outcome,days_lost,name\n";

fn rows(count: usize) -> String {
    let row =
        |number| format!("employer,{number},35,86.10,2026-01-15,violence,lost-time,5,Synthetic Person\n");
    HEADER.to_owned() + &(0..count).map(row).collect::<String>()
}

/// Brings a file, and waits until its job has ended.
async fn bring(client: &Client, file: impl Into<axum::body::Bytes>, query: &str) -> Value {
    let answer = client
        .post_bytes(&format!("/imports{query}"), file)
        .await
        .expect(202);
    let id = answer.id();
    for _ in 0..2_000 {
        let job = client.get(&format!("/imports/{id}")).await.expect(200).json;
        if !matches!(job["state"].as_str(), Some("checking" | "recording")) {
            return job;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("the import does not end");
}

async fn inspector(app: &TestApp) -> Client {
    app.person_at("inspector", Role::Inspector, Scope::Region("35".to_owned()))
        .await
}

async fn counted(client: &Client) -> u64 {
    let table = client.get("/figures/table?period=2026").await.expect(200);
    table.json["total"]["count"].as_u64().unwrap()
}

#[tokio::test]
async fn a_file_is_brought_counted_and_taken_back() {
    let app = TestApp::new().await;
    let inspector = inspector(&app).await;
    let job = bring(&inspector, rows(700), "?name=jan.csv").await;
    assert_eq!(job["state"], "completed", "{job}");
    assert_eq!(job["outcome"]["recorded"], 700);
    assert_eq!(counted(&inspector).await, 700);
    let left = std::fs::read_dir(app.folder.path()).unwrap().count();
    assert_eq!(left, 0, "a file that names people is left behind");

    let again = bring(&inspector, rows(700), "").await;
    assert_eq!(
        again["outcome"]["unchanged"], 700,
        "the same file again changes nothing"
    );
    assert_eq!(counted(&inspector).await, 700);

    let list = inspector.get("/imports").await.expect(200);
    assert_eq!(list.json["items"][1]["name"], "jan.csv");
    let import = job["import"].as_str().unwrap();
    inspector
        .post(&format!("/imports/{import}/withdraw"), json!({}))
        .await
        .expect(200);
    assert_eq!(counted(&inspector).await, 0);
    assert_eq!(bring(&inspector, rows(700), "").await["outcome"]["recorded"], 700);
    assert_eq!(counted(&inspector).await, 700);
}

#[tokio::test]
async fn who_takes_a_file_back_is_told_which_later_files_said_its_rows_again() {
    let app = TestApp::new().await;
    let inspector = inspector(&app).await.with("accept-language", "en");
    let row = |number: u32, days: u32| {
        format!("employer,{number},35,86.10,2026-01-15,violence,lost-time,{days},\n")
    };
    let file = |rows: &[(u32, u32)]| {
        HEADER.to_owned()
            + &rows
                .iter()
                .map(|(number, days)| row(*number, *days))
                .collect::<String>()
    };
    let first = bring(&inspector, file(&[(1, 5), (2, 5), (3, 5)]), "?name=first.csv").await;
    // Of the second file one row says the same, twice; one says it anew, one is new.
    let second = file(&[(1, 5), (2, 9), (4, 5), (1, 5)]);
    bring(&inspector, second.clone(), "?name=second.csv").await;
    let third = file(&[(2, 9), (3, 5)]);
    bring(&inspector, third.clone(), "?name=third.csv").await;
    assert_eq!(counted(&inspector).await, 4);

    let listed = inspector.get("/imports").await.expect(200).json;
    let said = |place: usize| {
        let said = listed["items"][place]["said_again"].as_array().unwrap().iter();
        said.map(|later| (later["name"].clone(), later["rows"].clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        (said(0), said(1), said(2)),
        (
            vec![],
            vec![(json!("third.csv"), json!(1))],
            vec![(json!("second.csv"), json!(2)), (json!("third.csv"), json!(1))],
        ),
        "{listed}"
    );

    let withdraw = format!("/imports/{}/withdraw", first["import"].as_str().unwrap());
    let told = inspector.post(&withdraw, json!({})).await.expect(200).json;
    assert_eq!(
        (&told["detail"], &told["do"]),
        (
            &json!("3 rows of it stood in later files too. They do not count any more either."),
            &json!("Bring these files once more: second.csv, third.csv.")
        ),
        "{told}"
    );
    assert_eq!(
        counted(&inspector).await,
        2,
        "what the second file brought itself"
    );
    bring(&inspector, second, "").await;
    bring(&inspector, third, "").await;
    assert_eq!(
        counted(&inspector).await,
        4,
        "and brought once more, they count again"
    );
}

#[tokio::test]
async fn what_nobody_said_again_is_taken_back_without_a_word() {
    let app = TestApp::new().await;
    let inspector = inspector(&app).await;
    let job = bring(&inspector, rows(2), "").await;
    let withdraw = format!("/imports/{}/withdraw", job["import"].as_str().unwrap());
    for _ in 0..2 {
        let told = inspector.post(&withdraw, json!({})).await.expect(200).json;
        assert_eq!(told, json!({ "said_again": [], "detail": null, "do": null }));
    }
}

#[tokio::test]
async fn one_wrong_row_and_nothing_is_recorded() {
    let app = TestApp::new().await;
    let inspector = inspector(&app).await.with("accept-language", "en");
    let wrong = rows(3)
        + "employer,9,35,86.10,2026-13-15,violence,lost-time,5,Secret Name\nemployer,10,39,86.10,2026-01-15,violence,lost-time,5,\n";
    let job = bring(&inspector, wrong, "").await;
    assert_eq!(
        (&job["state"], &job["wrong"]),
        (&json!("refused"), &json!(2)),
        "{job}"
    );
    assert_eq!(job["errors"][0]["line"], 5);
    assert_eq!(job["errors"][0]["column"], "date");
    assert_eq!(job["errors"][1]["line"], 6, "another region is not theirs: {job}");
    assert_eq!(
        job["errors"][1]["problem"],
        "This place is outside what you may report for"
    );
    assert_ne!(job["errors"][1]["do"], "", "what to do is said: {job}");
    assert!(!job.to_string().contains("Secret"), "who was hurt is told: {job}");
    assert_eq!(counted(&inspector).await, 0);
    let list = inspector.get("/imports").await.expect(200);
    assert_eq!(list.json["items"], json!([]), "nothing was begun");
}

#[tokio::test]
async fn a_number_that_stands_for_two_people_is_no_revision() {
    let app = TestApp::new().await;
    let inspector = inspector(&app).await.with("accept-language", "en");
    let header = "source,number,region,date,kind,outcome,sex,age\n";
    let first = "employer,ACT-17,35,2026-01-15,struck,lost-time,m,31\n";
    let twice = format!("{header}{first}employer,ACT-17,35,2026-01-15,struck,fatal,f,47\n");
    let job = bring(&inspector, twice, "").await;
    assert_eq!(job["state"], "refused", "{job}");
    let wrong = &job["errors"][0];
    assert_eq!((&wrong["line"], &wrong["column"]), (&json!(3), &json!("number")));
    assert!(wrong["problem"].as_str().unwrap().contains("row 2"), "{wrong}");
    assert_eq!(counted(&inspector).await, 0, "nothing was recorded");

    let again = format!("{header}{first}employer,ACT-17,35,2026-01-15,struck,fatal,m,\n");
    let job = bring(&inspector, again, "").await;
    let did = &job["outcome"];
    assert_eq!(
        (&did["recorded"], &did["revised"]),
        (&json!(1), &json!(1)),
        "{job}"
    );
}

#[tokio::test]
async fn a_file_of_another_kind_is_refused_in_words() {
    let app = TestApp::new().await;
    let inspector = inspector(&app).await;
    for file in ["", "colour,size\nred,1\n", "PK\u{3}\u{4} not really"] {
        let job = bring(&inspector, file.as_bytes().to_vec(), "").await;
        assert_ne!(job["state"], "completed", "{file:?}");
        assert!(!job["remarks"].as_array().unwrap().is_empty(), "{file:?}: {job}");
    }
    inspector.post_bytes("/imports?mapping=x", "y").await.expect(400);
}

#[tokio::test]
async fn a_mapping_reads_other_headers() {
    let app = TestApp::new().await;
    let inspector = inspector(&app).await;
    let mapping = "[columns]\n\"%D0%94%D0%B0%D1%82%D0%B0\" = \"date\"\n[fixed]\nsource = \"employer\"\nregion = \"35\"\nkind = \"other\"\noutcome = \"medical\"\n";
    let mapping = mapping
        .replace('\n', "%0A")
        .replace(' ', "%20")
        .replace('"', "%22")
        .replace('=', "%3D")
        .replace('[', "%5B")
        .replace(']', "%5D");
    let job = bring(&inspector, "Дата\n2026-02-01\n", &format!("?mapping={mapping}")).await;
    assert_eq!(job["state"], "completed", "{job}");
    assert_eq!(counted(&inspector).await, 1);
}

#[tokio::test]
async fn a_job_is_its_owners_own() {
    let app = TestApp::new().await;
    let inspector = inspector(&app).await;
    let job = bring(&inspector, rows(1), "").await;
    let other = app
        .person_at("other", Role::Inspector, Scope::Region("39".to_owned()))
        .await;
    other
        .get(&format!("/imports/{}", job["id"].as_str().unwrap()))
        .await
        .expect(404);
    let import = job["import"].as_str().unwrap();
    other
        .post(&format!("/imports/{import}/withdraw"), json!({}))
        .await
        .expect(404);
    assert_eq!(other.get("/imports").await.expect(200).json["items"], json!([]));
    let guard = app.guard("guard").await;
    guard.post_bytes("/imports", rows(1)).await.expect(403);
    guard.get("/imports").await.expect(403);
}
