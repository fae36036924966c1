//! What the server says, in each language.

use saqta_text::{Catalogue, Language};

/// The problem types of the API, as in its description.
const PROBLEMS: [&str; 7] = [
    "unauthorized",
    "forbidden",
    "not-found",
    "invalid",
    "conflict",
    "not-recorded",
    "too-many-attempts",
];

#[test]
fn the_embedded_files_have_no_faults() {
    assert_eq!(Catalogue::embedded().faults(), &[] as &[String]);
}

#[test]
fn every_problem_has_its_title_its_detail_and_what_to_do() {
    let catalogue = Catalogue::embedded();
    for language in Language::ALL {
        for problem in PROBLEMS {
            for part in ["", ".detail", ".do"] {
                let id = format!("problem-{problem}{part}");
                assert!(catalogue.has(language, &id), "{language} lacks {id}");
            }
        }
    }
}

#[test]
fn a_conflict_names_the_state_and_who_made_it() {
    let catalogue = Catalogue::embedded();
    let read = |language| {
        let args = [("state", "acknowledged".into()), ("by", "A. Omarov".into())];
        catalogue.text(language, "problem-conflict.detail-by", &args)
    };
    assert_eq!(
        read(Language::Kk),
        "Дабылды қабылдап қойған. Қабылдаған: A. Omarov."
    );
    assert_eq!(read(Language::Ru), "Тревогу уже приняли. Кто: A. Omarov.");
    assert_eq!(
        read(Language::En),
        "The alarm has already been taken. Taken by: A. Omarov."
    );
}

#[test]
fn seconds_to_wait_are_declined() {
    let catalogue = Catalogue::embedded();
    let read = |language, seconds: u32| {
        catalogue.text(
            language,
            "problem-too-many-attempts.do",
            &[("seconds", seconds.into())],
        )
    };
    assert_eq!(read(Language::Kk, 5), "5 секундтан кейін қайталаңыз.");
    assert_eq!(read(Language::Ru, 1), "Повторите через 1 секунду.");
    assert_eq!(read(Language::Ru, 22), "Повторите через 22 секунды.");
    assert_eq!(read(Language::Ru, 30), "Повторите через 30 секунд.");
    assert_eq!(read(Language::En, 1), "Try again in 1 second.");
}
