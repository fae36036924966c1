//! Two rates side by side.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use saqta_statistics::compare::{self, Statistic};
use saqta_statistics::{Comparison, InputError, Level, Observed};
use serde_json::Value;

use crate::golden::{self, assert_close, number, numbers};

/// statsmodels finds the limits of the ratio by minimising, and stops early.
const COARSE: f64 = 1e-7;

fn observed(count: u64, exposure: f64) -> Observed {
    Observed::new(count, exposure).unwrap()
}

fn sides(case: &Value) -> (Observed, Observed) {
    let side = |count: &str, exposure: &str| observed(case[count].as_u64().unwrap(), number(&case[exposure]));
    (side("x1", "n1"), side("x2", "n2"))
}

fn check_p_values(case: &Value, tolerance: f64) -> Comparison {
    let (first, second) = sides(case);
    let comparison = compare::compare(first, second, Level::P95);
    let what = |method: &str| format!("{method} of {first:?} and {second:?}");
    let p = &case["p"];
    assert_close(
        comparison.p.exact_conditional,
        number(&p["exact-cond"]),
        tolerance,
        &what("exact"),
    );
    assert_close(
        comparison.p.mid_p,
        number(&p["cond-midp"]),
        tolerance,
        &what("mid-P"),
    );
    assert_close(
        comparison.p.e_test,
        number(&p["etest-score"]),
        tolerance,
        &what("E-test"),
    );
    assert_close(comparison.p.score, number(&p["score"]), tolerance, &what("score"));
    let wald = compare::e_test(first, second, Statistic::Wald);
    assert_close(wald, number(&p["etest-wald"]), tolerance, &what("Wald E-test"));
    comparison
}

#[test]
fn the_published_comparisons_agree_with_statsmodels() {
    let rates = golden::rates();
    for case in rates["two_rates"].as_array().unwrap() {
        let comparison = check_p_values(case, 1e-9);
        check_limits(&comparison, &case["ratio_ci_score"], COARSE);
    }
}

#[test]
fn zeros_ties_and_unequal_exposures_agree_with_statsmodels() {
    let intervals = golden::intervals();
    let cases = intervals["comparisons"]["values"].as_array().unwrap();
    assert_eq!(cases.len(), 8);
    for case in cases {
        check_p_values(case, 1e-9);
        let (first, second) = sides(case);
        for (key, level, tolerance) in [
            ("ratio_ci_score_90", 0.9, COARSE),
            ("ratio_ci_score_80", 0.8, 1e-13),
        ] {
            if first.count() > 0 && second.count() > 0 {
                let comparison = compare::compare(first, second, Level::new(level).unwrap());
                check_limits(&comparison, &case[key], tolerance);
            }
        }
    }
}

fn check_limits(comparison: &Comparison, limits: &Value, tolerance: f64) {
    let limits = numbers(limits);
    assert_close(comparison.ratio_lower, limits[0], tolerance, "lower limit");
    assert_close(comparison.ratio_upper, limits[1], tolerance, "upper limit");
}

#[test]
fn the_fall_of_the_headline_is_significant_but_weak() {
    let Comparison {
        ratio,
        ratio_lower,
        ratio_upper,
        p,
    } = compare::compare(observed(293, 1.0), observed(352, 1.0), Level::P95);
    assert_eq!(
        format!(
            "{ratio:.3} ({ratio_lower:.3}-{ratio_upper:.3}), exact {:.4}, E-test {:.4}",
            p.exact_conditional, p.e_test
        ),
        "0.832 (0.713-0.972), exact 0.0223, E-test 0.0202"
    );
}

#[test]
fn nothing_beside_nothing_says_nothing() {
    let comparison = compare::compare(observed(0, 3.0), observed(0, 5.0), Level::P95);
    assert!(comparison.ratio.is_nan());
    assert_eq!(comparison.ratio_lower, 0.0);
    assert_eq!(comparison.ratio_upper, f64::INFINITY);
    let p = comparison.p;
    assert_eq!([p.exact_conditional, p.mid_p, p.e_test, p.score], [1.0; 4]);
}

#[test]
fn nothing_beside_something_has_a_ratio_of_nothing_or_without_end() {
    let some = observed(9, 5.0);
    let none = observed(0, 3.0);
    let falling = compare::compare(none, some, Level::P95);
    assert_eq!((falling.ratio, falling.ratio_lower), (0.0, 0.0));
    assert!(falling.ratio_upper.is_finite());
    let rising = compare::compare(some, none, Level::P95);
    assert_eq!((rising.ratio, rising.ratio_upper), (f64::INFINITY, f64::INFINITY));
    assert_close(
        rising.ratio_lower,
        1.0 / falling.ratio_upper,
        1e-12,
        "inverse limit",
    );
}

#[test]
fn an_exposure_is_positive_and_a_count_has_an_end() {
    for wrong in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert!(
            matches!(Observed::new(1, wrong), Err(InputError::Exposure(_))),
            "{wrong}"
        );
    }
    assert_eq!(
        Observed::new(Observed::MAX_COUNT + 1, 1.0),
        Err(InputError::Count(1_000_000_001))
    );
}

#[test]
fn the_four_p_values_meet_when_the_counts_are_large() {
    let p = compare::compare(observed(10_000_000, 1.0), observed(10_009_000, 1.0), Level::P95).p;
    for other in [p.exact_conditional, p.mid_p, p.e_test] {
        assert_close(other, p.score, 1e-3, "p-value at ten million");
    }
}

#[test]
fn the_conditional_test_of_large_counts_agrees_with_scipy() {
    let intervals = golden::intervals();
    let cases = intervals["conditional_large"]["values"].as_array().unwrap();
    assert_eq!(cases.len(), 3);
    for case in cases {
        let values = golden::counts(&Value::Array(case.as_array().unwrap()[..2].to_vec()));
        let p = compare::compare(observed(values[0], 1.0), observed(values[1], 1.0), Level::P95).p;
        assert_close(p.exact_conditional, number(&case[2]), 1e-9, &case.to_string());
    }
}

#[test]
fn the_largest_counts_and_the_most_uneven_exposures_have_numbers_too() {
    for (x, n, y, m) in [
        (Observed::MAX_COUNT, 1.0, Observed::MAX_COUNT, 1.0),
        (Observed::MAX_COUNT, 1e100, 1, 1e-100),
        (1, 1e-100, Observed::MAX_COUNT, 1e100),
        (3, 1e100, 4, 1e100),
        (0, 1e-100, 1000, 1e-100),
    ] {
        let Comparison {
            ratio_lower,
            ratio_upper,
            p,
            ..
        } = compare::compare(observed(x, n), observed(y, m), Level::P95);
        assert!(ratio_lower <= ratio_upper, "{ratio_lower} {ratio_upper}");
        for p in [p.exact_conditional, p.mid_p, p.e_test, p.score] {
            assert!((0.0..=1.0).contains(&p), "{p} of {x} and {y}");
        }
    }
}

#[test]
fn two_counts_of_ten_thousand_are_compared_within_a_tenth_of_a_second() {
    let start = Instant::now();
    let p = compare::compare(observed(10_000, 1.0), observed(10_300, 1.0), Level::P95).p;
    let taken = start.elapsed();
    assert!(p.e_test < 0.05, "{p:?}");
    assert!(taken < Duration::from_millis(100), "{taken:?}");
}

#[test]
fn far_apart_counts_have_a_p_value_all_the_same() {
    let p = compare::compare(observed(1500, 1.0), observed(500, 1.0), Level::P95).p;
    for p in [p.exact_conditional, p.mid_p, p.e_test, p.score] {
        assert!(p > 1e-140 && p < 1e-80, "{p:e}");
    }
}

/// The E-test by its definition: every pair of counts that could have come.
fn e_test_by_definition(first: Observed, second: Observed, statistic: Statistic) -> f64 {
    let (n, m) = (first.exposure(), second.exposure());
    let distance = |x: f64, y: f64| {
        let variance = match statistic {
            Statistic::Score => (x + y) / (n * m),
            Statistic::Wald => x / (n * n) + y / (m * m),
        };
        if x + y == 0.0 {
            0.0
        } else {
            (x / n - y / m).abs() / variance.sqrt()
        }
    };
    let (x, y) = (first.count() as f64, second.count() as f64);
    let rate = (x + y) / (n + m);
    let probabilities = |mean: f64| {
        let mut list = vec![(-mean).exp()];
        for k in 1..200 {
            list.push(list[k - 1] * mean / k as f64);
        }
        list
    };
    let (firsts, seconds) = (probabilities(rate * n), probabilities(rate * m));
    let mut p = 0.0;
    for (i, a) in firsts.iter().enumerate() {
        for (j, b) in seconds.iter().enumerate() {
            if distance(i as f64, j as f64) >= distance(x, y) * (1.0 - 1e-12) {
                p += a * b;
            }
        }
    }
    p
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_followed_edges_of_the_e_test_miss_no_pair(
        x in 0_u64..25, y in 0_u64..25, n in 0.2_f64..5.0, m in 0.2_f64..5.0, wald in any::<bool>(),
    ) {
        let statistic = if wald { Statistic::Wald } else { Statistic::Score };
        let (first, second) = (observed(x, n), observed(y, m));
        let expected = e_test_by_definition(first, second, statistic);
        let computed = compare::e_test(first, second, statistic);
        prop_assert!((computed - expected).abs() < 1e-11, "{computed} is not {expected}");
    }

    #[test]
    fn swapping_the_sides_inverts_the_ratio_and_keeps_the_p_values(
        x in 0_u64..5000, y in 1_u64..5000, n in 0.01_f64..100.0, m in 0.01_f64..100.0, level in 0.5_f64..0.999,
    ) {
        let (first, second, level) = (observed(x, n), observed(y, m), Level::new(level).unwrap());
        let there = compare::compare(first, second, level);
        let back = compare::compare(second, first, level);
        let close = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(b.abs()) || a == b;
        prop_assert!(close(there.ratio, 1.0 / back.ratio));
        prop_assert!(close(there.ratio_lower, 1.0 / back.ratio_upper));
        prop_assert!(close(there.ratio_upper, 1.0 / back.ratio_lower));
        prop_assert!(close(there.p.exact_conditional, back.p.exact_conditional), "{there:?} {back:?}");
        prop_assert!(close(there.p.mid_p, back.p.mid_p), "{there:?} {back:?}");
        prop_assert!(close(there.p.e_test, back.p.e_test) || there.p.e_test < 1e-280, "{there:?} {back:?}");
        prop_assert!(close(there.p.score, back.p.score), "{there:?} {back:?}");
    }

    #[test]
    fn the_score_interval_leaves_out_one_just_where_the_score_test_rejects(
        x in 1_u64..3000, y in 1_u64..3000, n in 0.1_f64..10.0, level in 0.5_f64..0.999,
    ) {
        let level = Level::new(level).unwrap();
        let comparison = compare::compare(observed(x, n), observed(y, 1.0), level);
        prop_assert!(comparison.ratio_lower < comparison.ratio && comparison.ratio < comparison.ratio_upper);
        let leaves_out_one = comparison.ratio_lower > 1.0 || comparison.ratio_upper < 1.0;
        prop_assume!((comparison.p.score - level.alpha()).abs() > 1e-9);
        prop_assert_eq!(leaves_out_one, comparison.p.score < level.alpha());
    }
}
