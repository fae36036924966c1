//! `saqta figures summarise` and `funnel`.

use super::{EMPLOYEES, INJURIES, json, near};
use crate::support::Place;

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
    ran.expect_misuse("is wrong");
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
fn a_number_said_anew_is_told_and_the_last_row_counts() {
    let place = Place::empty();
    let again = "employer,1,39,05.10,2025-01-10,collapse,lost-time,3\nemployer,2,35,05.10,2025-02-11,machine,lost-time,12\n";
    let file = place.write("twice.csv", &format!("{INJURIES}{again}"));
    let ran = place
        .run(["figures", "summarise", &file, "--period", "2025-Q1", "--json"])
        .expect(0);
    assert_eq!(
        ran.err,
        "1 row has the number of an earlier one from the same source and says something else: the last one counts\n",
        "the same again is nothing to tell"
    );
    let table = json(&ran.out);
    assert_eq!(
        (&table["total"]["count"], &table["total"]["fatal"]),
        (&4.into(), &0.into())
    );
}

#[test]
fn denominators_that_do_not_do_are_told_by_line_and_column() {
    let place = Place::empty();
    let file = place.write("injuries.csv", INJURIES);
    let run = |command: &str, period: &str, denominators: &str| {
        let denominators = place.write("denominators.csv", denominators);
        place.run([
            "figures",
            command,
            &file,
            "--by",
            "region",
            "--period",
            period,
            "--denominators",
            &denominators,
        ])
    };
    let wrong = run(
        "summarise",
        "2025",
        "kato,employees_2025_k\n35,465.879\n99,1\n39,-2\n",
    );
    assert!(
        wrong.err.contains("line 3, kato: ") && wrong.err.contains("line 4, employees_2025_k: "),
        "{}",
        wrong.err
    );
    wrong.expect_misuse("2 cells of");
    let columns = run("summarise", "2025", "place,workers\n35,465879\n");
    assert!(
        columns.err.contains("There is no column “series”") && !columns.err.contains("Missing("),
        "{}",
        columns.err
    );
    columns.expect_misuse("denominators.csv");
    let semicolons = "kato;name;employees_2025_k\n35;Qaraghandy;465,879\n39;Qostanay;328,949\n";
    let table = run("summarise", "2025-Q1", semicolons).expect(0);
    assert_eq!(table.err, "", "a Russian spreadsheet's CSV");
    let ran = run("summarise", "2019", EMPLOYEES).expect(0);
    assert!(ran.err.contains("no denominator is of 2019"), "{}", ran.err);
    run("funnel", "2019", EMPLOYEES).expect_misuse("no region or section for 2019");
    place
        .run(["figures", "summarise", &place.path("."), "--period", "2025"])
        .expect_misuse("cannot be read");
}
