//! What a person reads about a file.

use saqta_documents::OpenError;
use saqta_documents::injuries::Mapping;
use saqta_documents::injuries::csv::Reader;
use saqta_text::{Catalogue, Language};

use crate::today;

/// One row for each thing that can be wrong with one.
const WRONG: &str = "source,date,kind,outcome,region,employer,activity,hour,reported,severe,days_lost,deviation,age,site,number,iin,born\n\
    ,2025-03-14,struck,medical,,,,,,,,,,,,,\n\
    emplyer,2025-03-14,struck,x,,,,,,,,,,,,,\n\
    employer,14/3,struck,medical,35x,1,Z,99,,maybe,-,1,old,a b,,1,x\n\
    employer,2025-03-14,struck,medical,,,,,2025-01-01,,,,,,,,\n\
    employer,2099-03-14,struck,medical,,,,,,,,,,,,,\n\
    employer,1909-03-14,struck,medical,,,,,,,,,,,,,\n\
    employer,2025-03-14,struck,medical,,,,,,,1,,,,,,\n\
    employer,2025-03-14,struck,lost-time,,,,,,,0,,,,,,\n\
    employer,2025-03-14,struck,medical,,,,,,,,,,,,,2025-12-01\n\
    employer,2025-03-14\n";

/// One mapping for each thing that can be wrong with one.
const MAPPINGS: [&str; 6] = [
    "columns = 7",
    "[columns]\n'A' = 'dates'",
    "[words.days_lost]\n'x' = '1'",
    "[fixed]\nsource = 'me'",
    "[columns]\n'A' = 'date'\n'a ' = 'kind'",
    "dates.formats = ['%H']",
];

fn told(language: Language) -> String {
    let catalogue = Catalogue::embedded();
    let mapping = Mapping::default();
    let mut lines = Vec::new();
    for row in Reader::new(WRONG.as_bytes(), &mapping, today()).unwrap() {
        for error in row.result.unwrap_err() {
            let told = error.tell(&catalogue, language);
            let place = error.place(&catalogue, language, row.line, None);
            lines.push(format!("{place}: {}", told.together()));
        }
    }
    let Err(OpenError::Columns(problems)) =
        Reader::new(&b"sorce,date,kind,date,weather\n"[..], &mapping, today())
    else {
        panic!("it was opened");
    };
    for problem in problems {
        let told = problem.tell(&catalogue, language);
        lines.push(told.together());
    }
    for mapping in MAPPINGS {
        let told = mapping.parse::<Mapping>().unwrap_err().tell(&catalogue, language);
        lines.push(told.together());
    }
    for error in [
        OpenError::Empty,
        OpenError::NotUtf8,
        OpenError::Spreadsheet,
        OpenError::NotASpreadsheet(String::new()),
        OpenError::TooLarge,
        OpenError::NoSheet("Лист1".to_owned()),
        OpenError::Columns(Vec::new()),
        OpenError::Io(std::io::ErrorKind::Other.into()),
        OpenError::Io(std::io::ErrorKind::NotFound.into()),
        OpenError::NoRow,
    ] {
        let told = error.tell(&catalogue, language);
        lines.push(told.together());
    }
    lines.join("\n")
}

#[test]
fn every_fault_is_told_in_english() {
    insta::assert_snapshot!(told(Language::En));
}

#[test]
fn every_fault_is_told_in_russian() {
    insta::assert_snapshot!(told(Language::Ru));
}

#[test]
fn every_fault_is_told_in_kazakh() {
    insta::assert_snapshot!(told(Language::Kk));
}

#[test]
fn no_placeable_is_left_unfilled() {
    for language in Language::ALL {
        let told = told(language);
        assert!(!told.contains("{$") && !told.contains("import-"), "{told}");
    }
}

#[test]
fn what_controls_a_terminal_is_shown_and_a_long_header_is_short() {
    let header = format!("source,date,kind,outcome,date,\u{1b}[2J{}\n", "x".repeat(5000));
    let Err(OpenError::Columns(problems)) = Reader::new(header.as_bytes(), &Mapping::default(), today())
    else {
        panic!("it was opened");
    };
    for problem in problems {
        let told = problem.tell(&Catalogue::embedded(), Language::En).together();
        assert!(!told.chars().any(char::is_control), "{told:?}");
        assert!(told.chars().count() < 300, "{told}");
    }
}
