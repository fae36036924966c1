//! Releases written for these tests, in other words than the given one, and what they must come to.

use saqta_figures::headline::{Claim, Kind, Report, Verdict, check};
use saqta_figures::knowledge::Reference;

use Kind::{Change, Count, Rank, Rate, Share};
use Verdict::{Holds, Implausible, Mixed, Noise, Unknown};

fn read(text: &str) -> Report {
    check(text, None, Reference::shipped())
}

fn in_short(report: &Report) -> Vec<(Kind, Option<f64>, Verdict)> {
    report
        .claims
        .iter()
        .map(|claim| (claim.kind, claim.value, claim.verdict))
        .collect()
}

fn claim(report: &Report, kind: Kind, value: f64) -> &Claim {
    let found = report
        .claims
        .iter()
        .find(|claim| claim.kind == kind && claim.value == Some(value));
    found.unwrap_or_else(|| panic!("no {kind:?} of {value} among {:#?}", report.claims))
}

#[test]
fn a_half_year_in_english_comes_out_as_the_quarter_does() {
    let report = read(include_str!("releases/half_year.en.txt"));
    assert_eq!(
        in_short(&report),
        [
            (Count, Some(584.0), Holds),
            (Count, Some(77.0), Holds),
            (Change, Some(16.6), Holds),
            (Rate, Some(0.08), Mixed),
        ]
    );
    let fall = claim(&report, Change, 16.6).recomputed.as_ref().unwrap();
    assert_eq!(
        (fall.count, fall.base, fall.base_from),
        (Some(584), Some(700), Some("implied"))
    );
    assert!(fall.p.unwrap() < 0.002, "{fall:?}");
}

#[test]
fn two_published_years_are_compared_with_each_other() {
    let report = read(include_str!("releases/two_years.en.txt"));
    assert_eq!(
        in_short(&report),
        [
            (Count, Some(1430.0), Holds),
            (Count, Some(1568.0), Holds),
            (Change, Some(8.8), Holds),
            (Count, Some(180.0), Holds),
            (Count, Some(220.0), Holds),
            (Rank, None, Noise),
            (Count, Some(212.0), Holds),
            (Count, Some(189.0), Holds),
            (Count, Some(117.0), Holds),
            (Count, Some(114.0), Holds),
            (Count, Some(111.0), Holds),
        ]
    );
    let fall = claim(&report, Change, 8.8).recomputed.as_ref().unwrap();
    assert_eq!(
        (fall.count, fall.base, fall.base_from),
        (Some(1430), Some(1568), Some("text"))
    );
    assert!((fall.p.unwrap() - 0.012_333).abs() < 1e-5, "{fall:?}");
}

#[test]
fn a_mines_own_counts_are_not_set_against_the_countrys() {
    let report = read(include_str!("releases/mine.en.txt"));
    assert_eq!(
        in_short(&report),
        [
            (Count, Some(2.0), Unknown),
            (Count, Some(5.0), Unknown),
            (Change, Some(60.0), Noise),
            (Rate, Some(1.8), Unknown),
        ]
    );
}

#[test]
fn nine_months_in_russian_with_counts_in_brackets_and_causes() {
    let report = read(include_str!("releases/nine_months.ru.txt"));
    assert_eq!(
        in_short(&report),
        [
            (Count, Some(934.0), Holds),
            (Count, Some(133.0), Holds),
            (Rank, None, Noise),
            (Count, Some(103.0), Holds),
            (Count, Some(89.0), Holds),
            (Count, Some(68.0), Holds),
            (Share, Some(34.2), Holds),
            (Share, Some(33.6), Holds),
            (Share, Some(8.5), Unknown),
        ]
    );
}

#[test]
fn what_cannot_be_is_implausible() {
    let report = read(include_str!("releases/impossible.ru.txt"));
    assert_eq!(
        in_short(&report),
        [
            (Count, Some(1408.0), Holds),
            (Count, Some(1510.0), Implausible),
            (Share, Some(112.0), Implausible),
            (Change, Some(2.0), Implausible),
            (Count, Some(1300.0), Unknown),
            (Count, Some(1408.0), Holds),
        ]
    );
}

#[test]
fn two_counters_in_one_text_are_mixed() {
    let report = read(include_str!("releases/two_counters.ru.txt"));
    assert_eq!(
        in_short(&report),
        [(Count, Some(2471.0), Mixed), (Count, Some(1408.0), Mixed)]
    );
}

#[test]
fn a_text_without_claims_stays_as_it_is() {
    let text = include_str!("releases/nothing.ru.txt");
    let report = read(text);
    assert_eq!(in_short(&report), []);
    assert_eq!(report.corrected, text);
}

#[test]
fn a_half_year_in_kazakh_with_endings_after_hyphens() {
    let report = read(include_str!("releases/half_year.kk.txt"));
    assert_eq!(
        in_short(&report),
        [
            (Count, Some(584.0), Holds),
            (Count, Some(77.0), Holds),
            (Change, Some(16.6), Holds),
            (Count, Some(61.0), Holds),
            (Count, Some(50.0), Holds),
            (Count, Some(44.0), Holds),
        ]
    );
}

#[test]
fn kazakh_number_words_and_a_fall_from_one_count_to_another() {
    let report = read(include_str!("releases/east.kk.txt"));
    assert_eq!(
        in_short(&report),
        [
            (Count, Some(212.0), Holds),
            (Count, Some(1568.0), Holds),
            (Change, Some(8.8), Holds),
            (Count, Some(1430.0), Holds),
            (Count, Some(180.0), Holds),
        ]
    );
}

#[test]
fn shares_are_not_risks_and_stay_unknown() {
    let report = read(include_str!("releases/shares.en.txt"));
    assert_eq!(
        in_short(&report),
        [
            (Share, Some(34.6), Unknown),
            (Share, Some(32.9), Unknown),
            (Share, Some(8.6), Unknown),
            (Share, Some(7.0), Unknown),
            (Share, Some(5.0), Unknown),
        ]
    );
    let transport = claim(&report, Share, 7.0).recomputed.as_ref().unwrap();
    assert!(
        (transport.share_of_employed.unwrap() - 7.201).abs() < 0.001,
        "{transport:?}"
    );
}

#[test]
fn the_quarter_in_a_newspapers_words_with_the_fall_in_the_first_sentence() {
    let report = read(include_str!("releases/quarter.en.txt"));
    assert_eq!(
        in_short(&report),
        [
            (Count, Some(293.0), Holds),
            (Count, Some(40.0), Holds),
            (Change, Some(16.8), Holds),
            (Rank, None, Noise),
            (Count, Some(31.0), Holds),
            (Count, Some(27.0), Holds),
            (Count, Some(24.0), Holds),
            (Count, Some(22.0), Holds),
            (Count, Some(22.0), Holds),
            (Count, Some(19.0), Holds),
            (Rate, Some(0.04), Mixed),
            (Share, Some(15.3), Unknown),
            (Share, Some(12.0), Unknown),
            (Change, Some(6.3), Noise),
        ]
    );
}

#[test]
fn a_long_half_year_in_russian() {
    let report = read(include_str!("releases/half_year.ru.txt"));
    assert_eq!(
        in_short(&report),
        [
            (Count, Some(584.0), Holds),
            (Count, Some(77.0), Holds),
            (Change, Some(16.6), Holds),
            (Count, Some(700.0), Unknown),
            (Rate, Some(0.08), Mixed),
            (Rank, None, Noise),
            (Count, Some(61.0), Holds),
            (Count, Some(50.0), Holds),
            (Count, Some(44.0), Holds),
            (Count, Some(40.0), Holds),
            (Count, Some(39.0), Holds),
            (Count, Some(51.0), Holds),
            (Share, Some(34.6), Holds),
            (Share, Some(32.9), Holds),
            (Share, Some(8.6), Unknown),
            (Count, Some(439.0), Unknown),
            (Count, Some(139.0), Unknown),
            (Share, Some(16.4), Unknown),
            (Share, Some(13.0), Unknown),
            (Share, Some(4.0), Unknown),
        ]
    );
    let rate = claim(&report, Rate, 0.08).recomputed.as_ref().unwrap();
    assert_eq!(
        rate.count,
        Some(584),
        "the frequency of accidents counts people: {rate:?}"
    );
}

#[test]
fn a_year_with_a_title_and_shares_after_their_counts() {
    let report = read(include_str!("releases/year.en.txt"));
    assert_eq!(
        in_short(&report),
        [
            (Count, Some(1430.0), Holds),
            (Change, None, Holds),
            (Count, Some(1568.0), Holds),
            (Change, Some(9.0), Holds),
            (Count, Some(1568.0), Holds),
            (Count, Some(1430.0), Holds),
            (Change, Some(18.2), Noise),
            (Count, Some(180.0), Holds),
            (Count, Some(1257.0), Holds),
            (Count, Some(244.0), Holds),
            (Share, Some(17.1), Holds),
            (Count, Some(176.0), Holds),
            (Share, Some(12.3), Holds),
            (Rank, None, Noise),
            (Count, Some(212.0), Holds),
            (Count, Some(189.0), Holds),
            (Count, Some(117.0), Holds),
            (Count, Some(114.0), Holds),
            (Count, Some(111.0), Holds),
        ]
    );
    assert_eq!(
        report.corrected.matches("1,568").count(),
        1,
        "the fall of the title and that of the text are one, and said once: {}",
        report.corrected
    );
}
