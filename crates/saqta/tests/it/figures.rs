//! `saqta figures`: what figures are worth, from the command line.

use serde_json::Value;

use crate::support::{Place, Serving};

/// One row an injury; all invented.
const INJURIES: &str = "\
source,number,region,activity,date,kind,outcome,days_lost
employer,1,35,05.10,2025-01-10,collapse,fatal,
employer,2,35,05.10,2025-02-11,machine,lost-time,12
employer,3,35,86.10,2025-03-12,violence-against-health-worker,lost-time,5
employer,4,39,41.20,2025-03-31,fall-from-height,lost-time,30
employer,5,39,41.20,2025-04-01,fall-from-height,lost-time,30
";

/// A quarter with fewer than five could not be published.
const MORE: &str = "\
employer,6,35,05.10,2025-02-01,machine,lost-time,3
employer,7,35,05.10,2025-02-02,machine,lost-time,4
employer,8,39,41.20,2025-02-03,machine,lost-time,5
";

const EMPLOYEES: &str = "\
kato,name_en,employees_2025_k
35,Qaraghandy,465.879
39,Qostanay,328.949
TOTAL,All,7015.108
";

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn near(value: &Value, expected: f64) {
    let value = value.as_f64().unwrap();
    assert!(
        (value - expected).abs() <= 1e-9 * expected.abs(),
        "{value} is not {expected}"
    );
}

#[test]
fn an_interval_is_that_of_scipy() {
    let place = Place::empty();
    let asked = |more: &[&str]| {
        let base = ["figures", "interval", "--json"];
        json(&place.run(base.iter().chain(more).copied()).expect(0).out)
    };
    let garwood = asked(&["--count", "40"]);
    near(&garwood["lower"], 28.576_586_441_788_965);
    near(&garwood["upper"], 54.468_646_963_984_064);
    assert_eq!(
        (&garwood["method"], &garwood["level"]),
        (&"garwood".into(), &0.95.into())
    );
    let rate = asked(&[
        "--count",
        "40",
        "--exposure",
        "1000",
        "--method",
        "byar",
        "--level",
        "0.998",
    ]);
    near(&rate["rate"], 0.04);
    near(&rate["lower"], 0.023_233_197_578_774_913);
    let none = asked(&["--count", "1", "--method", "byar", "--level", "0.998"]);
    assert_eq!(none["lower"], 0.0, "a limit below zero is reported as 0");
    place
        .run(["figures", "interval", "--count", "1", "--exposure", "0"])
        .expect_misuse("the rate cannot be made");
}

#[test]
fn two_counts_are_compared_as_by_statsmodels() {
    let place = Place::empty();
    let asked = [
        "figures",
        "compare",
        "--counts",
        "293,352",
        "--exposures",
        "1,1",
        "--json",
    ];
    let answer = json(&place.run(asked).expect(0).out);
    near(&answer["ratio"], 293.0 / 352.0);
    near(&answer["p"]["exact_conditional"], 0.022_313_129_817_613_443);
    near(&answer["p"]["mid_p"], 0.021_255_769_544_796_48);
    near(&answer["p"]["e_test"], 0.020_162_414_325_358_268);
    near(&answer["p"]["score"], 0.020_172_560_158_943_12);
    let nothing = json(
        &place
            .run(["figures", "compare", "--counts", "0,0", "--json"])
            .expect(0)
            .out,
    );
    assert_eq!(nothing["ratio"], Value::Null, "no ratio of nothing");
    place
        .run(["figures", "compare", "--counts", "1,2,3"])
        .expect_misuse("neither more nor fewer");
}

#[test]
fn a_press_text_is_checked_in_the_language_asked_for() {
    let place = Place::empty();
    let file = place.write(
        "release.txt",
        "In the first quarter of 2025, 293 people were hurt at work in Kazakhstan. That is 16.8% fewer than a year earlier.\n",
    );
    let report = json(
        &place
            .run(["figures", "check", &file, "--lang", "kk", "--json"])
            .expect(0)
            .out,
    );
    let claims = report["claims"].as_array().unwrap();
    assert_eq!(claims.len(), 2, "{report}");
    assert_eq!(
        (&claims[1]["kind"], &claims[1]["value"]),
        (&"change".into(), &16.8.into())
    );
    assert_eq!(claims[1]["verdict"], "holds");
    assert!(
        claims[1]["note"]
            .as_str()
            .unwrap()
            .chars()
            .any(|letter| "әғқңөұүһі".contains(letter))
    );
    let words = place.run(["figures", "check", &file]).expect(0).out;
    assert!(words.contains("holds") && words.contains("352"), "{words}");
    place
        .run(["figures", "check", &place.path("no-such.txt")])
        .expect_misuse("there is no file");
}

#[test]
fn a_file_is_summarised_with_its_denominators() {
    let place = Place::empty();
    let (file, employees) = (
        place.write("injuries.csv", INJURIES),
        place.write("employees.csv", EMPLOYEES),
    );
    let base = [
        file.as_str(),
        "--denominators",
        &employees,
        "--period",
        "2025-Q1",
        "--json",
    ];
    let table = json(
        &place
            .run(
                ["figures", "summarise", "--by", "region"]
                    .iter()
                    .chain(&base)
                    .copied(),
            )
            .expect(0)
            .out,
    );
    assert_eq!(table["total"]["count"], 4);
    let cells = table["cells"].as_array().unwrap();
    assert_eq!(
        (&cells[0]["key"][0], &cells[0]["count"], &cells[0]["fatal"]),
        (&"35".into(), &3.into(), &1.into())
    );
    let incidence = &cells[0]["rates"][0];
    near(&incidence["value"], 3.0 / 465.879);
    assert_eq!(
        (&incidence["denominator"], &incidence["annualised"]),
        (&"employees@1".into(), &false.into())
    );
    let funnel = json(
        &place
            .run(["figures", "funnel"].iter().chain(&base).copied())
            .expect(0)
            .out,
    );
    assert_eq!(funnel["units"].as_array().unwrap().len(), 2);
    assert_eq!(
        funnel["units"][0]["place_lowest"], 2,
        "three against one establish nothing"
    );
}

#[test]
fn a_wrong_cell_is_named_and_nothing_is_counted() {
    let place = Place::empty();
    let file = place.write("injuries.csv", &INJURIES.replace("2025-02-11", "2025-02-31"));
    let ran = place.run(["figures", "summarise", &file, "--period", "2025-Q1"]);
    assert!(ran.err.contains("line 3"), "{}", ran.err);
    ran.expect_misuse("are wrong");
    let other = place.write("other.csv", "a,b\n1,2\n");
    place
        .run(["figures", "summarise", &other, "--period", "2025-Q1"])
        .expect_misuse("other.csv");
}

#[test]
fn what_cannot_be_counted_is_told_as_what_it_is() {
    let place = Place::empty();
    let file = place.write("injuries.csv", INJURIES);
    let summarise =
        |file: &str, more: &[&str]| place.run([&["figures", "summarise", file][..], more].concat());
    let ran = summarise(&file, &["--period", "2026-Q3"]).expect(0);
    assert_eq!(
        ran.err,
        "no injury of the file lies in 2026-Q3; it has 2025-01 to 2025-04\n"
    );
    summarise(&file, &["--period", "2025-Q1", "--by", "region,region"])
        .expect_misuse("`region` is counted by twice");
    let none = place.path("none.csv");
    for command in [
        &["figures", "summarise", &none, "--period", "2025"][..],
        &[
            "figures",
            "summarise",
            &file,
            "--period",
            "2025",
            "--denominators",
            &none,
        ],
        &["figures", "funnel", &none, "--period", "2025"],
        &["figures", "check", &none],
    ] {
        place
            .run(command.iter().copied())
            .expect_misuse("there is no file");
    }
    let hostile = format!("source,date,kind,outcome,\u{1b}[31m{},numbr\n", "x".repeat(5000));
    let ran = summarise(&place.write("hostile.csv", &hostile), &["--period", "2025"]);
    assert!(
        !ran.err.contains('\u{1b}'),
        "a terminal is not told what to do: {}",
        ran.err
    );
    assert!(ran.err.contains("\\u{1b}") && ran.err.len() < 2000, "{}", ran.err);
    assert!(ran.err.contains("is not read. Did you mean"), "{}", ran.err);
    place
        .run(["figures", "interval", "--count", "9999999999"])
        .expect_misuse("--count");
}

#[test]
fn tables_for_people_say_what_their_columns_mean() {
    let place = Place::empty();
    let (file, employees) = (
        place.write("injuries.csv", INJURIES),
        place.write("employees.csv", EMPLOYEES),
    );
    let run = |command: &str, more: &[&str]| {
        let given = [
            "figures",
            command,
            &file,
            "--denominators",
            &employees,
            "--period",
            "2025-Q1",
        ];
        place.run([&given[..], more].concat()).expect(0).out
    };
    assert!(run("summarise", &[]).contains("not annualised"));
    assert!(run("summarise", &["--annualise"]).contains("are annualised"));
    let funnel = run("funnel", &[]);
    assert!(
        funnel.contains("place: by rate") && funnel.contains("99.8 %"),
        "{funnel}"
    );
    let compared = place
        .run(["figures", "compare", "--counts", "1000,10"])
        .expect(0)
        .out;
    assert!(compared.contains("exact conditional < 0.0001"), "{compared}");
}

#[test]
fn a_file_without_a_row_is_not_brought_in() {
    let place = Place::hospital();
    let file = place.write(
        "empty.csv",
        "source,number,region,activity,date,kind,outcome,days_lost\n",
    );
    place
        .run(["figures", "import", &file, "--data", &place.data()])
        .expect_misuse("has a header and no row");
    let none = place.path("none.csv");
    for command in ["import", "series"] {
        place
            .run(["figures", command, &none, "--data", &place.data()])
            .expect_misuse("there is no file");
    }
}

/// A place with a register, in which an analyst published its first quarter.
fn published() -> (Place, String) {
    let place = Place::hospital();
    let people = place.write(
        "people.toml",
        "[[accounts]]\nlogin = \"analyst\"\nroles = [{ role = \"analyst\" }]\n",
    );
    place.run(["apply", "--data", &place.data(), &people]).expect(0);
    let file = place.write("injuries.csv", &format!("{INJURIES}{MORE}"));
    let told = place
        .run(["figures", "import", &file, "--data", &place.data()])
        .expect(0)
        .out;
    assert!(
        told.starts_with("8 rows: 8 recorded, 0 reported, 0 revised, 0 unchanged"),
        "{told}"
    );
    let again = place
        .run(["figures", "import", &file, "--data", &place.data()])
        .expect(0)
        .out;
    assert!(
        again.starts_with("8 rows: 0 recorded, 0 reported, 0 revised, 8 unchanged"),
        "{again}"
    );
    let analyst = place.token(&["--account", "analyst"]);
    let serving = Serving::start(&place, &[]);
    let client = serving.client_with(&analyst);
    let spec = serde_json::json!({ "id": "kz-2025-q1", "period": "2025-Q1" });
    client.post("/api/v1/figures/releases", &spec).expect(201);
    let release = client.text("/api/v1/figures/releases/kz-2025-q1");
    let beside = place
        .run(["figures", "verify", "kz-2025-q1", "--data", &place.data()])
        .expect(0);
    assert!(
        beside.out.contains("byte for byte"),
        "beside a running server: {}",
        beside.out
    );
    serving.stop();
    (place, release)
}

#[test]
fn a_release_is_computed_again_from_the_journal_byte_for_byte() {
    let (place, release) = published();
    let verify = |release: &str| place.run(["figures", "verify", release, "--data", &place.data()]);
    verify("kz-2025-q1@1").expect(0);
    let downloaded = place.write("release.json", &release);
    verify(&downloaded).expect(0);
    let changed = place.write("changed.json", &release.replace("\"count\": 7", "\"count\": 6"));
    let ran = verify(&changed);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.err.contains("NOT what the journal says"), "{}", ran.err);
    verify("kz-2025-q1@2").expect_misuse("published are: kz-2025-q1@1");
    let recomputed = place.path("recomputed");
    place
        .run([
            "figures",
            "verify",
            "kz-2025-q1",
            "--data",
            &place.data(),
            "--to",
            &recomputed,
        ])
        .expect(0);
    let written = std::fs::read_to_string(place.path("recomputed/release.json")).unwrap();
    assert_eq!(written, release);
    let bulletin = std::fs::read(place.path("recomputed/bulletin-kk.pdf")).unwrap();
    assert!(bulletin.starts_with(b"%PDF-"), "the bulletin is a PDF");
    let shelf = format!("{}/releases", place.data());
    let count = || std::fs::read_dir(&shelf).map_or(0, Iterator::count);
    let before = count();
    std::fs::remove_dir_all(&shelf).unwrap();
    let mend = [
        "figures",
        "verify",
        "kz-2025-q1",
        "--data",
        &place.data(),
        "--mend",
    ];
    place.run(mend).expect(0);
    assert_eq!(count(), before, "the lost files are back");
    for file in std::fs::read_dir(&shelf).unwrap() {
        std::fs::write(file.unwrap().path(), "another number").unwrap();
    }
    let ran = verify("kz-2025-q1");
    assert_eq!(ran.code, Some(1), "what the server reads was changed: {ran:?}");
    assert!(ran.err.contains("--mend"), "{}", ran.err);
    place.run(mend).expect(0);
    verify("kz-2025-q1").expect(0);
    let serving = Serving::start(&place, &[]);
    let again = serving.client().text("/api/v1/figures/releases/kz-2025-q1");
    assert_eq!(again, release);
    serving.stop();
}

#[test]
fn a_wrong_file_leaves_the_register_as_it_was() {
    let place = Place::hospital();
    let head = |place: &Place| place.run(["verify", "--data", &place.data()]).expect(0).out;
    let before = head(&place);
    let wrong = place.write("wrong.csv", &INJURIES.replace("employer,4", "nobody,4"));
    let ran = place.run(["figures", "import", &wrong, "--data", &place.data()]);
    assert!(ran.err.contains("line 5, source"), "{}", ran.err);
    ran.expect_misuse("are wrong");
    assert_eq!(head(&place), before);
}

/// Two series; the figures are synthetic.
const SERIES: &str = "series,counter,unit,source,published,period,region,activity,value\n\
    employees,synthetic,employees,a bulletin,,2025,35,,410000\n\
    injured,synthetic-ministry,injured,a release,,2025-Q1,,,293\n";

#[test]
fn series_are_taken_in_from_a_file_into_a_folder_or_a_running_server() {
    let place = Place::hospital();
    let people = place.write(
        "people.toml",
        "[[accounts]]\nlogin = \"analyst\"\nroles = [{ role = \"analyst\" }]\n",
    );
    place.run(["apply", "--data", &place.data(), &people]).expect(0);
    let file = place.write("series.csv", SERIES);
    let into_folder = || place.run(["figures", "series", &file, "--data", &place.data()]);
    assert_eq!(into_folder().expect(0).out, "taken in: employees@1, injured@1\n");
    assert_eq!(into_folder().expect(0).out, "taken in: employees@1, injured@1\n");
    let wrong = place.write("wrong.csv", &SERIES.replace("2025,35", "2025,99"));
    let ran = place.run(["figures", "series", &wrong, "--data", &place.data()]);
    assert!(ran.err.contains("line 2, region"), "{}", ran.err);
    ran.expect_misuse("1 cells of");

    let token = place.token(&["--account", "analyst"]);
    let serving = Serving::start(&place, &[]);
    let changed = place.write("changed.csv", &SERIES.replace(",293", ",294"));
    let address = serving.url();
    let server = ["--server", &address, "--token-file", &token];
    let send = |file: &str| place.run([&["figures", "series", file][..], &server[..]].concat());
    assert_eq!(send(&changed).expect(0).out, "taken in: employees@1, injured@2\n");
    let sdmx = "STRUCTURE,STRUCTURE_ID,freq,unit,geo,TIME_PERIOD,OBS_VALUE\n\
        dataflow,X,A,THS_PER,KZ,2025,9214.184\n";
    let sdmx = place.write("aggregates.csv", sdmx);
    send(&sdmx).expect_misuse("does not say `id`");
    let said = [
        "--id",
        "employed",
        "--counter",
        "synthetic",
        "--unit",
        "employed",
        "--source",
        "an office",
    ];
    let ran = place.run([&["figures", "series", &sdmx][..], &server[..], &said[..]].concat());
    assert_eq!(ran.expect(0).out, "taken in: employed@1\n");
    let listed = serving
        .client_with(&token)
        .get("/api/v1/series")
        .expect(200)
        .to_string();
    assert!(listed.contains("9214184") && listed.contains("294"), "{listed}");
    serving.stop();
}
