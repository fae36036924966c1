//! The documented CSV file, as it is sent and as it should not be.

use jiff::civil::date;
use saqta_documents::injuries::csv::Reader;
use saqta_documents::injuries::{Check, Mapping, Row, check};
use saqta_documents::{ColumnProblem, OpenError, Problem};
use saqta_domain::injury::{InjuryKind, InjuryOutcome, Reporter};

use crate::today;

const SMALL: &str = "source,date,kind,outcome\r\n\
    employer,2025-03-14,struck,medical\r\n\
    insurer,2025-03-15,traffic,fatal\r\n";

fn rows(file: impl AsRef<[u8]>) -> Vec<Row> {
    let mapping = Mapping::default();
    let reader = Reader::new(file.as_ref(), &mapping, today()).unwrap();
    reader.collect()
}

fn refused(file: impl AsRef<[u8]>) -> OpenError {
    let mapping = Mapping::default();
    match Reader::new(file.as_ref(), &mapping, today()) {
        Ok(_) => panic!("the file was opened"),
        Err(error) => error,
    }
}

fn errors(file: &str) -> Vec<(u64, String, String, Problem)> {
    let failed = rows(file)
        .into_iter()
        .filter_map(|row| Some((row.line, row.result.err()?)));
    failed
        .flat_map(|(line, errors)| {
            errors
                .into_iter()
                .map(move |e| (line, e.column, e.value, e.problem))
        })
        .collect()
}

#[test]
fn a_full_row_is_read_into_every_field() {
    let file = "source,number,injury,site,region,employer,host,activity,date,hour,reported,kind,outcome,severe,days_lost,\
        days_restricted,cause,deviation,contact,injury_type,body_part,sex,age,name,iin,born,occupation,circumstances\n\
        health-organisation,17/2025,KZ-000123,er-1,35,000140000123,123456789012,86.10,2025-03-14,23:40,2025-03-15,\
        violence-against-health-worker,lost-time,yes,12,3,security,83,40,111,11,f,34,Synthetic Person,900101400123,\
        1990-01-01,nurse,\"Struck, then pushed.\nNobody came.\"\n";
    let read = rows(file);
    insta::assert_debug_snapshot!(read);
}

#[test]
fn marks_delimiters_and_line_ends_of_spreadsheet_programs_are_taken_as_they_come() {
    let expected = rows(SMALL);
    assert_eq!(expected.len(), 2);
    for (name, file) in [
        ("LF", SMALL.replace("\r\n", "\n")),
        ("no line end at the end", SMALL.trim_end().to_owned()),
        ("byte order mark", format!("\u{feff}{SMALL}")),
        ("semicolons", SMALL.replace(',', ";")),
        ("tabs", SMALL.replace(',', "\t")),
        (
            "mark and semicolons",
            format!("\u{feff}{}", SMALL.replace(',', ";")),
        ),
        (
            "quoted throughout",
            SMALL
                .replace(',', "\",\"")
                .replace("\r\n", "\"\r\n\"")
                .trim_end_matches('"')
                .replacen("source", "\"source", 1),
        ),
        (
            "headers as people type them",
            SMALL.replace("source,date", " Source , DATE "),
        ),
        ("columns without a header", SMALL.replace("\r\n", ",,\r\n")),
    ] {
        let results = |rows: Vec<Row>| rows.into_iter().map(|row| row.result).collect::<Vec<_>>();
        assert_eq!(results(rows(&file)), results(expected.clone()), "{name}: {file}");
    }
}

#[test]
fn a_line_that_names_the_delimiter_is_passed_over() {
    let read = rows(format!("sep=;\r\n{}", SMALL.replace(',', ";")));
    assert_eq!(read.len(), 2);
    assert_eq!((read[0].line, read[1].line), (3, 4));
}

#[test]
fn lines_are_counted_through_line_ends_empty_rows_and_text_with_line_ends() {
    for end in ["\n", "\r\n"] {
        let file = format!(
            "source,date,kind,outcome,circumstances{end}\
            employer,2025-03-14,struck,medical,\"one{end}two{end}three\"{end}\
            ,,,,{end}\
            {end}\
            employer,2025-03-15,struck,medical,\"{end}\"{end}\
            {end}\
            employer,2025-03-15,struck,medical,"
        );
        let lines: Vec<u64> = rows(&file).iter().map(|row| row.line).collect();
        assert_eq!(lines, [2, 7, 10], "lines ended by {end:?}");
    }
}

#[test]
fn everything_wrong_with_a_row_is_said_at_once() {
    let file = "source,date,kind,outcome,region,employer,hour,days_lost,iin,born,sex\n\
        emplyer,14.03.2025,struck,,99,123,25,-1,12,tomorrow,x\n";
    let found = errors(file);
    let short: Vec<(&str, &str)> = found
        .iter()
        .map(|(_, column, value, _)| (column.as_str(), value.as_str()))
        .collect();
    assert_eq!(
        short,
        [
            ("source", "emplyer"),
            ("date", "14.03.2025"),
            ("outcome", ""),
            ("iin", "…"),
            ("born", "…"),
            ("region", "99"),
            ("employer", "123"),
            ("hour", "25"),
            ("days_lost", "-1"),
            ("sex", "x"),
        ],
        "values that name a person stay out of the report"
    );
    assert!(found.iter().all(|(line, ..)| *line == 2));
    assert!(matches!(
        &found[0].3,
        Problem::UnknownWord {
            nearest: Some("employer"),
            ..
        }
    ));
    assert_eq!(found[2].3, Problem::Missing);
}

#[test]
fn what_contradicts_itself_is_refused() {
    let head = "source,date,kind,outcome,reported,days_lost,born\n";
    for (row, column, problem) in [
        (
            "employer,2026-01-01,struck,medical,,,",
            "date",
            Problem::Impossible("in-the-future"),
        ),
        (
            "employer,1925-01-01,struck,medical,,,",
            "date",
            Problem::Impossible("too-early"),
        ),
        (
            "employer,2025-03-14,struck,medical,2025-03-13,,",
            "reported",
            Problem::Impossible("before-it-happened"),
        ),
        (
            "employer,2025-03-14,struck,medical,,3,",
            "days_lost",
            Problem::Impossible("days-without-lost-time"),
        ),
        (
            "employer,2025-03-14,struck,lost-time,,0,",
            "days_lost",
            Problem::Impossible("lost-time-without-days"),
        ),
        (
            "employer,2025-03-14,struck,medical,,,2025-03-15",
            "born",
            Problem::BornLater,
        ),
    ] {
        let found = errors(&format!("{head}{row}\n"));
        let found: Vec<(&str, &Problem)> = found
            .iter()
            .map(|(_, column, _, problem)| (column.as_str(), problem))
            .collect();
        assert_eq!(found, [(column, &problem)], "{row}");
    }
}

#[test]
fn a_row_with_too_few_or_too_many_cells_is_refused_whole() {
    let found = errors(
        "source,date,kind,outcome\nemployer,2025-03-14,struck\nemployer,2025-03-14,struck,medical,x\n",
    );
    let problems: Vec<(u64, &Problem)> = found
        .iter()
        .map(|(line, _, _, problem)| (*line, problem))
        .collect();
    let count = |found| Problem::CellCount { expected: 4, found };
    assert_eq!(problems, [(2, &count(3)), (3, &count(5))]);
}

#[test]
fn letters_in_another_encoding_cost_their_own_cell() {
    let mut file = b"source,number,date,kind,outcome\nemployer,".to_vec();
    file.extend(b"\xcd\xee\xec\xe5\xf0,2025-03-14,struck,medical\nemployer,17,2025-03-14,struck,medical\n");
    let read = rows(&file);
    let Err(found) = &read[0].result else {
        panic!("it was read")
    };
    assert_eq!(
        (found[0].column.as_str(), &found[0].problem),
        ("number", &Problem::NotUtf8)
    );
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(read[1].result.is_ok());
}

#[test]
fn the_header_is_judged_once_for_the_whole_file() {
    let OpenError::Columns(problems) = refused("sorce,date,kind,date,weather\n") else {
        panic!("another refusal");
    };
    assert_eq!(
        problems,
        [
            ColumnProblem::Twice {
                field: "date",
                column: "date".to_owned()
            },
            ColumnProblem::Unknown {
                column: "sorce".to_owned(),
                nearest: Some("source")
            },
            ColumnProblem::Unknown {
                column: "weather".to_owned(),
                nearest: None
            },
            ColumnProblem::Missing("source"),
            ColumnProblem::Missing("outcome"),
        ]
    );
    let mapping = Mapping::default();
    let file = SMALL.replacen("outcome\r\n", "outcome,weather\r\n", 1);
    let reader = Reader::new(file.as_bytes(), &mapping, today()).unwrap();
    assert_eq!(
        reader.columns().len(),
        1,
        "a column of somebody's own is named and left alone"
    );
}

#[test]
fn what_is_no_csv_is_refused_by_what_it_is() {
    assert!(matches!(refused(""), OpenError::Empty));
    assert!(matches!(refused("\u{feff}"), OpenError::Empty));
    assert!(matches!(refused(b"PK\x03\x04\x14\0"), OpenError::Spreadsheet));
    assert!(matches!(refused(b"\xff\xfes\0o\0"), OpenError::NotUtf8));
    assert!(matches!(refused(b"source,d\xe0te\n"), OpenError::NotUtf8));
}

#[test]
fn a_quote_that_is_not_closed_ends_the_file_and_not_the_memory() {
    let mut file = SMALL.replace("employer,", "\"employer,").into_bytes();
    file.resize(8 << 20, b'x');
    let read = rows(&file);
    assert_eq!(read.len(), 1);
    let Err(found) = &read[0].result else {
        panic!("it was read")
    };
    assert_eq!(found[0].problem, Problem::Endless);
    assert!(found[0].problem.ends_the_file());
}

#[test]
fn a_file_is_checked_whole_before_it_is_taken() {
    let mut file = String::from("source,date,kind,outcome\n");
    for row in 0..25_000 {
        file.push_str(if row % 1000 == 7 {
            "employer,2025-02-30,struck,?\n"
        } else {
            "employer,2025-03-14,struck,medical\n"
        });
    }
    let mut told = Vec::new();
    let found = check(file.as_bytes(), &Mapping::default(), today(), 10, |bytes| {
        told.push(bytes);
    })
    .unwrap();
    assert_eq!(
        (found.rows, found.wrong_rows, found.errors, found.listed.len()),
        (25_000, 25, 50, 10)
    );
    assert_eq!(found.listed[0].0, 9, "the eighth row stands on the ninth line");
    assert!(!found.is_good());
    assert_eq!(found.bytes, file.len() as u64);
    assert_eq!(told.len(), 3, "twice on the way and at the end: {told:?}");
    assert!(told.is_sorted() && told.last() == Some(&found.bytes));
}

#[test]
fn the_digest_is_that_of_the_bytes_as_they_are() {
    // sha256sum of the same bytes.
    let file = format!("\u{feff}{SMALL}");
    let found = check(file.as_bytes(), &Mapping::default(), today(), 10, |_| {}).unwrap();
    assert!(found.is_good());
    let Check { digest, .. } = found;
    insta::assert_snapshot!(digest);
}

#[test]
fn a_mapping_reads_csv_too() {
    let mapping: Mapping = include_str!("../../../../docs/mappings/sheet-kk.toml")
        .parse()
        .unwrap();
    let file = "Оқиға күні;Оқиға уақыты;Оқиға түрі;Салдары;Өңір;Р/с №\r\n\
        14.03.2025;23:40;медицина  қызметкеріне ШАБУЫЛ;Қайтыс болды;Қарағанды облысы;1\r\n\
        Барлығы;1;;;;\r\n";
    let read: Vec<Row> = Reader::new(file.as_bytes(), &mapping, today()).unwrap().collect();
    assert_eq!(read.len(), 1, "the row of sums is no injury: {read:?}");
    let details = read[0].result.as_ref().map(|report| &report.details).unwrap();
    assert_eq!(details.reporter, Reporter::HealthOrganisation);
    assert_eq!((details.date, details.hour), (date(2025, 3, 14), Some(23)));
    assert_eq!(details.kind, InjuryKind::ViolenceAgainstHealthWorker);
    assert_eq!(details.outcome, InjuryOutcome::Fatal);
    assert_eq!(details.region.map(saqta_domain::region::Region::code), Some("35"));
}
