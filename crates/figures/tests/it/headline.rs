//! The given release, in English and in translations: the same claims, figures and verdicts.

use saqta_figures::headline::{Claim, Kind, Report, Verdict, check};
use saqta_figures::knowledge::Reference;
use saqta_text::Language;

use Kind::{Change, Count, Rank, Rate, Share};
use Verdict::{Holds, Mixed, Noise, Unknown};

const ENGLISH: &str = include_str!("releases/headline.en.txt");
const RUSSIAN: &str = include_str!("releases/headline.ru.txt");
const KAZAKH: &str = include_str!("releases/headline.kk.txt");

fn read(text: &str) -> Report {
    check(text, None, Reference::shipped())
}

fn claim(report: &Report, kind: Kind, value: Option<f64>) -> &Claim {
    let found = report
        .claims
        .iter()
        .find(|claim| claim.kind == kind && claim.value == value);
    found.unwrap_or_else(|| panic!("no {kind:?} of {value:?} among {:#?}", report.claims))
}

#[test]
fn every_language_has_the_same_claims_figures_and_verdicts() {
    let expected = [
        (Count, Some(293.0), Holds),
        (Count, Some(40.0), Holds),
        (Rank, None, Noise),
        (Count, Some(31.0), Holds),
        (Count, Some(27.0), Holds),
        (Count, Some(24.0), Holds),
        (Count, Some(22.0), Holds),
        (Count, Some(22.0), Holds),
        (Count, Some(19.0), Holds),
        (Change, Some(16.8), Holds),
        (Rate, Some(0.04), Mixed),
        (Share, Some(15.3), Unknown),
        (Share, Some(12.0), Unknown),
        (Change, Some(6.3), Noise),
    ];
    let in_other_words = [
        include_str!("releases/quarter.ru.txt"),
        include_str!("releases/quarter.kk.txt"),
    ];
    for text in [ENGLISH, RUSSIAN, KAZAKH].into_iter().chain(in_other_words) {
        let claims = read(text).claims;
        let found: Vec<_> = claims
            .iter()
            .map(|claim| (claim.kind, claim.value, claim.verdict))
            .collect();
        assert_eq!(found, expected, "{text}");
        let at: Vec<_> = claims.iter().map(|claim| text.find(&claim.text)).collect();
        assert!(
            at.iter().all(Option::is_some),
            "words that do not stand in the text: {claims:#?}"
        );
    }
}

#[test]
fn the_report_in_english() {
    insta::assert_json_snapshot!(read(ENGLISH));
}

#[test]
fn the_report_in_russian() {
    insta::assert_json_snapshot!(read(RUSSIAN));
}

#[test]
fn the_report_in_kazakh() {
    insta::assert_json_snapshot!(read(KAZAKH));
}

#[test]
fn the_fall_implies_352_and_is_significant_but_weak() {
    let report = read(ENGLISH);
    let fall = claim(&report, Change, Some(16.8));
    let numbers = fall.recomputed.as_ref().unwrap();
    assert_eq!(
        (numbers.count, numbers.base, numbers.base_from),
        (Some(293), Some(352), Some("implied"))
    );
    assert!((numbers.p.unwrap() - 0.022_313).abs() < 1e-5, "{numbers:?}");
    assert!((numbers.lower.unwrap() - 0.712_981).abs() < 1e-5, "{numbers:?}");
    assert!(fall.note.contains("significant but weak"), "{}", fall.note);
}

#[test]
fn the_incidence_is_of_wage_employees_cumulative_for_the_quarter() {
    let report = read(ENGLISH);
    let numbers = claim(&report, Rate, Some(0.04)).recomputed.clone().unwrap();
    assert_eq!(
        (numbers.count, numbers.denominator),
        (Some(293), Some(7_015_108.0))
    );
    assert_eq!(numbers.denominator_id.as_deref(), Some("employees/2024/KZ"));
    assert!((numbers.rate.unwrap() - 0.041_767).abs() < 1e-6, "{numbers:?}");
    assert!(
        (numbers.rate_of_employed.unwrap() - 0.031_436).abs() < 1e-6,
        "{numbers:?}"
    );
}

#[test]
fn five_years_are_judged_under_an_assumption_that_is_said() {
    let report = read(ENGLISH);
    let fall = claim(&report, Change, Some(6.3));
    let numbers = fall.recomputed.as_ref().unwrap();
    assert_eq!(
        (numbers.count, numbers.base, numbers.base_from),
        (Some(1408), Some(1503), Some("assumed"))
    );
    assert!((0.07..0.09).contains(&numbers.p.unwrap()), "{numbers:?}");
    assert!(fall.note.contains("Assuming"), "{}", fall.note);
}

#[test]
fn karaganda_leads_by_count_and_kostanay_by_rate_among_six() {
    let report = read(ENGLISH);
    let rank = claim(&report, Rank, None);
    let numbers = rank.recomputed.as_ref().unwrap();
    assert_eq!((numbers.regions.len(), numbers.regions_unknown), (6, Some(14)));
    for words in [
        "Karaganda region (31)",
        "not established",
        "Kostanay region comes first",
        "14 regions are unknown",
    ] {
        assert!(rank.note.contains(words), "{words:?} is missing: {}", rank.note);
    }
}

#[test]
fn almaty_is_low_if_the_city_is_meant_and_not_if_the_region_is() {
    let city = read(ENGLISH);
    let numbers = claim(&city, Count, Some(19.0)).recomputed.clone().unwrap();
    assert!((numbers.ratio.unwrap() - 0.477).abs() < 0.001, "{numbers:?}");
    assert!(numbers.p.unwrap() < 0.001, "{numbers:?}");
    let unsaid = read(&ENGLISH.replace("the city of Almaty", "Almaty"));
    let almaty = claim(&unsaid, Count, Some(19.0));
    let readings: Vec<_> = almaty.recomputed.as_ref().unwrap().regions.clone();
    let ratios: Vec<String> = readings
        .iter()
        .map(|region| format!("{:.2}", region.ratio.unwrap()))
        .collect();
    assert_eq!(ratios, ["0.48", "0.92"], "{}", almaty.note);
    assert!(almaty.note.contains("If the city is meant"), "{}", almaty.note);
}

#[test]
fn construction_has_a_share_of_the_employed_and_mining_has_none() {
    let report = read(ENGLISH);
    let construction = claim(&report, Share, Some(12.0));
    let numbers = construction.recomputed.as_ref().unwrap();
    assert!(
        (numbers.share_of_employed.unwrap() - 6.914).abs() < 0.001,
        "{numbers:?}"
    );
    let mining = claim(&report, Share, Some(15.3));
    let numbers = mining.recomputed.as_ref().unwrap();
    assert_eq!(
        (numbers.share_of_employed, numbers.ratio),
        (None, None),
        "{numbers:?}"
    );
    assert!(mining.note.contains("part of section C"), "{}", mining.note);
}

#[test]
fn notes_and_text_come_in_the_language_asked_for() {
    let report = check(ENGLISH, Some(Language::Kk), Reference::shipped());
    let own = read(KAZAKH);
    let notes =
        |report: &Report| -> Vec<String> { report.claims.iter().map(|claim| claim.note.clone()).collect() };
    assert_eq!(notes(&report), notes(&own));
    assert_eq!(
        report.claims[0].text,
        "293 people were hurt at work in Kazakhstan"
    );
    assert!(
        report
            .corrected
            .starts_with("Қазақстанда 2025 жылдың бірінші тоқсанында"),
        "{}",
        report.corrected
    );
}
