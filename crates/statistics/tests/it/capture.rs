//! Injuries that no list knows.

use proptest::prelude::*;
use saqta_statistics::Level;
use saqta_statistics::capture::{self, NotEstimable, OverlapError, ThreeLists, TwoLists};

use crate::golden::assert_close;
use crate::random::Random;

fn lists(first: u64, second: u64, both: u64) -> TwoLists {
    TwoLists::new(first, second, both).unwrap()
}

/// By hand: 61 × 51 / 21 − 1 and 61 × 51 × 40 × 30 / (21² × 22).
#[test]
fn chapman_and_seber_by_hand() {
    let estimate = capture::two_lists(lists(60, 50, 20), Level::P95).unwrap();
    assert_close(estimate.population, 3111.0 / 21.0 - 1.0, 1e-14, "Chapman");
    assert_close(
        estimate.standard_error,
        (3_733_200.0_f64 / 9702.0).sqrt(),
        1e-14,
        "Seber",
    );
    assert_eq!(estimate.listed, 90.0);
}

/// By hand from Sadinle's formula: 89.5 + 40.5 × 30.5 / 20.5 × e^(± 1.96 s) with
/// s² = 1/40.5 + 1/30.5 + 1/20.5 + 20.5 / (40.5 × 30.5).
#[test]
fn sadinles_limits_by_hand() {
    let interval = capture::two_lists(lists(60, 50, 20), Level::P95)
        .unwrap()
        .interval;
    let unlisted = 40.5 * 30.5 / 20.5;
    let s = (1.0 / 40.5_f64 + 1.0 / 30.5 + 1.0 / 20.5 + 1.0 / unlisted).sqrt();
    let factor = (1.959_963_984_540_054 * s).exp();
    assert_close(interval.lower, 89.5 + unlisted / factor, 1e-13, "lower");
    assert_close(interval.upper, 89.5 + unlisted * factor, 1e-13, "upper");
}

#[test]
fn lists_with_nothing_in_common_estimate_nothing() {
    let estimate = |first, second| capture::two_lists(lists(first, second, 0), Level::P95);
    assert_eq!(estimate(293, 0), Err(NotEstimable::EmptyList));
    assert_eq!(estimate(0, 0), Err(NotEstimable::EmptyList));
    assert_eq!(estimate(3, 4), Err(NotEstimable::NoOverlap));
}

#[test]
fn a_pair_that_estimates_nothing_contradicts_nobody() {
    let agree = |lists, overlaps| {
        capture::three_lists(ThreeLists::new(lists, overlaps).unwrap(), Level::P95).pairs_agree()
    };
    assert_eq!(agree([293, 0, 0], [0, 0, 0]), None, "one list");
    assert_eq!(agree([500, 400, 0], [200, 0, 0]), None, "one pair");
    assert_eq!(agree([500, 400, 300], [200, 150, 0]), Some(true), "two pairs");
    assert_eq!(agree([500, 400, 300], [390, 150, 0]), Some(false), "two pairs");
}

#[test]
fn more_on_both_than_on_one_is_refused() {
    let error = OverlapError {
        first: 5,
        second: 9,
        both: 6,
    };
    assert_eq!(TwoLists::new(5, 9, 6), Err(error));
    assert_eq!(
        error.to_string(),
        "6 cannot be on both a list of 5 and a list of 9"
    );
    assert!(ThreeLists::new([5, 9, 9], [1, 6, 1]).is_err());
}

#[test]
fn independent_lists_have_the_population_within_their_limits_at_about_the_level() {
    for (population, first, second) in [(60_u64, 0.5, 0.4), (300, 0.3, 0.2), (25, 0.6, 0.7)] {
        let mut random = Random::seeded(population);
        let rounds = 3000;
        let (mut held, mut sum) = (0, 0.0);
        for _ in 0..rounds {
            let (mut a, mut b, mut both) = (0, 0, 0);
            for _ in 0..population {
                let (on_first, on_second) = (random.share() < first, random.share() < second);
                a += u64::from(on_first);
                b += u64::from(on_second);
                both += u64::from(on_first && on_second);
            }
            let Ok(estimate) = capture::two_lists(lists(a, b, both), Level::P95) else {
                panic!("lists of {a} and {b} overlap");
            };
            held += u32::from(estimate.interval.contains(population as f64));
            sum += estimate.population;
        }
        let share = f64::from(held) / f64::from(rounds);
        assert!((0.93..0.99).contains(&share), "{share} for {population}");
        assert_close(sum / f64::from(rounds), population as f64, 0.05, "mean estimate");
    }
}

#[test]
fn a_pair_of_lists_that_copy_each_other_disagrees_with_the_others() {
    let independent = ThreeLists::new([500, 400, 300], [200, 150, 120]).unwrap();
    let independent = capture::three_lists(independent, Level::P95);
    assert_eq!(independent.pairs_agree(), Some(true), "{independent:?}");
    let copied = ThreeLists::new([500, 400, 300], [390, 150, 120]).unwrap();
    let copied = capture::three_lists(copied, Level::P95);
    assert_eq!(copied.pairs_agree(), Some(false), "{copied:?}");
    assert!(copied.first_and_second.unwrap().population < copied.first_and_third.unwrap().population);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_estimate_is_at_least_what_is_listed_and_symmetric(a in 1_u64..3000, b in 1_u64..3000, share in 0.0_f64..=1.0) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a small count")]
        let both = ((a.min(b) as f64 * share) as u64).max(1);
        let there = capture::two_lists(lists(a, b, both), Level::P95).unwrap();
        let back = capture::two_lists(lists(b, a, both), Level::P95).unwrap();
        prop_assert!((there.population - back.population).abs() < 1e-9 * there.population.max(1.0));
        prop_assert!(there.population >= there.listed - 1e-9);
        prop_assert!(there.interval.contains(there.population), "{there:?}");
        prop_assert!(there.interval.lower >= there.listed - 1e-9 && there.interval.lower <= there.interval.upper);
        let wide = capture::two_lists(lists(a, b, both), Level::P998).unwrap();
        prop_assert!(wide.interval.upper > there.interval.upper);
    }
}
