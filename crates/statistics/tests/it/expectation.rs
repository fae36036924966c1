//! What should have been reported.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use saqta_statistics::expectation::{self, Outcomes, OutcomesError, Reference};
use saqta_statistics::funnel::Unit;
use saqta_statistics::{Expected, Level};

use crate::golden::{self, assert_close, counts, number};
use crate::random::Random;

fn outcomes(fatal: u64, non_fatal: u64) -> Outcomes {
    Outcomes::new(fatal, non_fatal).unwrap()
}

fn reference(fatal: u64, non_fatal: u64) -> Reference {
    Reference::new(outcomes(fatal, non_fatal)).unwrap()
}

#[test]
fn the_surprise_at_few_non_fatal_injuries_is_fishers() {
    let golden = golden::methods();
    let cases = golden["fatal_anchor"]["values"].as_array().unwrap();
    assert_eq!(cases.len(), 7);
    for case in cases {
        let values = counts(&serde_json::Value::Array(case.as_array().unwrap()[..4].to_vec()));
        let anchor = expectation::anchored_in_fatal(
            outcomes(values[0], values[1]),
            reference(values[2], values[3]),
            Level::P95,
        );
        // SciPy's own digits end at about 1e-9 for the largest of these tables.
        assert_close(anchor.p_so_few, number(&case[4]), 1e-8, &case.to_string());
    }
}

#[test]
fn the_plausible_range_ends_where_scipy_ends_it() {
    let golden = golden::methods();
    let cases = golden["plausible"]["values"].as_array().unwrap();
    assert_eq!(cases.len(), 4);
    for case in cases {
        let [fatal, of_reference, non_fatal, lowest, highest] = counts(case)[..] else {
            panic!("{case}")
        };
        let anchor = expectation::anchored_in_fatal(
            outcomes(fatal, 0),
            reference(of_reference, non_fatal),
            Level::P95,
        );
        assert_eq!(anchor.plausible, lowest..=highest, "{case}");
    }
}

#[test]
fn forty_deaths_beside_253_others_are_not_what_europe_would_report() {
    let anchor = expectation::anchored_in_fatal(outcomes(40, 253), reference(3286, 2_973_000), Level::P95);
    assert!((36_000.0..36_400.0).contains(&anchor.expected), "{anchor:?}");
    assert!(
        *anchor.plausible.start() > 20_000 && *anchor.plausible.end() < 60_000,
        "{anchor:?}"
    );
    assert!(anchor.p_so_few < 1e-60);
}

#[test]
fn without_a_death_nothing_can_be_missed() {
    let anchor = expectation::anchored_in_fatal(outcomes(0, 0), reference(10, 200), Level::P95);
    assert_eq!(
        (anchor.expected, *anchor.plausible.start(), anchor.p_so_few),
        (0.0, 0, 1.0)
    );
    assert!(*anchor.plausible.end() > 20, "{anchor:?}");
}

#[test]
fn the_largest_counts_are_judged_in_good_time() {
    let start = Instant::now();
    for reported in [
        outcomes(10_000_000, 9_000_000),
        outcomes(Outcomes::MAX_COUNT, 0),
        outcomes(0, Outcomes::MAX_COUNT),
    ] {
        let anchor =
            expectation::anchored_in_fatal(reported, reference(100_000_000, 900_000_000), Level::P95);
        assert!(
            (0.0..=1.0).contains(&anchor.p_so_few) && !anchor.plausible.is_empty(),
            "{anchor:?}"
        );
    }
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
}

#[test]
fn a_reference_without_a_ratio_is_refused() {
    assert_eq!(Reference::new(outcomes(0, 5)), Err(OutcomesError::NoRatio));
    assert_eq!(Reference::new(outcomes(5, 0)), Err(OutcomesError::NoRatio));
    assert_eq!(Outcomes::new(1, 1 << 40), Err(OutcomesError::TooMany(1 << 40)));
}

#[test]
fn the_plausible_range_holds_what_truly_comes() {
    let mut random = Random::seeded(11);
    let rounds = 2000;
    let mut held = 0;
    for _ in 0..rounds {
        let (fatal, non_fatal) = (random.poisson(6.0), random.poisson(90.0));
        let (reference_fatal, reference_non_fatal) = (random.poisson(40.0).max(1), random.poisson(600.0));
        let anchor = expectation::anchored_in_fatal(
            outcomes(fatal, non_fatal),
            reference(reference_fatal, reference_non_fatal),
            Level::P95,
        );
        held += u32::from(anchor.plausible.contains(&non_fatal));
    }
    let share = f64::from(held) / f64::from(rounds);
    assert!((0.945..0.99).contains(&share), "{share}");
}

#[test]
fn silence_surprises_where_much_was_expected_and_allows_for_having_looked_at_all() {
    let unit = |observed, value| Unit {
        observed,
        expected: Expected::new(value).unwrap(),
    };
    let silences = expectation::silences(&[unit(0, 10.0), unit(0, 1.0), unit(3, 10.0), unit(0, 3.5)]);
    assert_close(silences[0].p, (-10.0_f64).exp(), 1e-14, "p of ten");
    assert_close(silences[0].adjusted, 4.0 * (-10.0_f64).exp(), 1e-14, "adjusted");
    assert_close(silences[3].adjusted, 2.0 * (-3.5_f64).exp(), 1e-14, "adjusted");
    assert_eq!((silences[2].p, silences[2].adjusted), (1.0, 1.0));
    assert!(silences[1].adjusted > 0.3);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_plausible_is_what_does_not_surprise(
        fatal in 0_u64..60, non_fatal in 0_u64..3000, x in 1_u64..100, y in 1_u64..4000,
    ) {
        let anchor = expectation::anchored_in_fatal(outcomes(fatal, non_fatal), reference(x, y), Level::P95);
        prop_assert_eq!(anchor.p_so_few > 0.025, non_fatal >= *anchor.plausible.start(), "{:?}", anchor);
        prop_assert!(anchor.p_so_few > 0.0 && anchor.p_so_few <= 1.0);
        let floor = anchor.expected.floor();
        prop_assert!(*anchor.plausible.start() as f64 <= floor + 1.0 && floor <= *anchor.plausible.end() as f64 + 1.0);
    }
}
