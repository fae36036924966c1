//! Whatever is pasted, the check answers, in the form that it promises.

use std::time::Instant;

use proptest::prelude::*;
use saqta_figures::headline::{MAX_CLAIMS, Report, check};
use saqta_figures::knowledge::Reference;

fn read(text: &str) -> Report {
    check(text, None, Reference::shipped())
}

/// Pieces that releases are made of, in any order, and what breaks readers.
const PIECES: [&str; 48] = [
    "293",
    "40",
    "16,8",
    "0.04",
    "1 408",
    "1,408",
    "2025",
    "12.03.2025",
    "%",
    " %",
    "people",
    "injured",
    "died",
    "человек",
    "пострадали",
    "погибли",
    "адам",
    "зардап шекті",
    "қаза тапты",
    "Karaganda",
    "в Костанайской области",
    "Алматы",
    "in the first quarter of",
    "за 9 месяцев",
    "жылдың",
    "fewer",
    "на",
    "снизилось",
    "азайды",
    "than a year earlier",
    "per 1,000 workers",
    "на 1000 работников",
    "comes first",
    "больше всего",
    "ең көп",
    "вдвое",
    "(",
    ")",
    ",",
    ";",
    ".",
    "—",
    "-",
    "\n",
    "за пять лет",
    "construction",
    "№",
    "e\u{301}",
];

fn release() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => proptest::sample::select(&PIECES[..]).prop_map(str::to_owned),
        1 => "[0-9]{1,16}",
        1 => any::<String>(),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.join(" "))
}

fn promises(text: &str) -> Result<(), TestCaseError> {
    let report = read(text);
    let mut from = 0;
    for claim in &report.claims {
        prop_assert!(!claim.text.is_empty(), "a claim of no words in {text:?}");
        prop_assert!(!claim.note.is_empty(), "no note: {claim:?}");
        prop_assert!(
            !claim.note.contains("{$"),
            "an argument is missing: {}",
            claim.note
        );
        let at = text.get(from..).and_then(|rest| rest.find(&claim.text));
        prop_assert!(
            at.is_some(),
            "{:?} does not stand in {text:?} after byte {from}",
            claim.text
        );
        from += at.unwrap_or_default();
    }
    if !text.contains("{$") {
        prop_assert!(
            !report.corrected.contains("{$"),
            "an argument is missing: {}",
            report.corrected
        );
    }
    let json = serde_json::to_value(&report).map_err(|error| TestCaseError::fail(error.to_string()))?;
    for claim in json["claims"].as_array().into_iter().flatten() {
        for field in ["text", "kind", "value", "verdict", "recomputed", "note"] {
            prop_assert!(claim.get(field).is_some(), "{field} is missing from {claim}");
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_string_is_answered(text in any::<String>()) {
        promises(&text)?;
    }

    #[test]
    fn any_row_of_words_and_figures_is_answered(text in release()) {
        promises(&text)?;
    }
}

#[test]
fn an_empty_text_has_no_claims() {
    for text in ["", " ", "\n\n", "..."] {
        let report = read(text);
        assert!(report.claims.is_empty(), "{text:?}");
        assert_eq!(report.corrected, text);
    }
}

#[test]
fn a_million_characters_are_read_up_to_the_cap_and_kept_after_it() {
    const LONG: usize = 1_000_000;
    for piece in [
        "В Караганде пострадали 31 человек, ",
        "9",
        "a.",
        "\n",
        " (",
        "1 000 ",
        "на ",
        "%",
        "31 injured in Karaganda and ",
    ] {
        let text = piece.repeat(LONG / piece.chars().count());
        let start = Instant::now();
        let report = read(&text);
        let taken = start.elapsed();
        assert!(
            report.claims.len() <= MAX_CLAIMS,
            "{piece:?}: {} claims",
            report.claims.len()
        );
        // Quadratic reading would take minutes; this bound is generous to a busy machine.
        assert!(taken.as_secs() < 20, "{piece:?} took {taken:?}");
    }
}

#[test]
fn figures_besides_claims_are_left_alone() {
    for text in [
        "The worker, aged 54, and a 23-year-old trainee met on 12 March 2025 at 14:30.",
        "Статья 186, приказ № 1055 от 28.12.2015, пункт 3; тел. +7 (7172) 74-00-00, 8-800-080-7777.",
        "54-летний водитель, стаж 12 лет, упал с высоты 6 метров и получил 5 млн тенге.",
        "COVID-19, ISO 45001, https://example.kz/2025/293, press@example.kz.",
        "186-бап, 2-тармақ, 54 жастағы жұмысшы, 12 наурыз 2025 жыл.",
        "В 2025 году вступил в силу закон.",
    ] {
        let report = read(text);
        assert!(report.claims.is_empty(), "{text}: {:#?}", report.claims);
        assert_eq!(report.corrected, text);
    }
}
