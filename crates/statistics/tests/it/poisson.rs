//! Intervals of a Poisson mean.

use proptest::prelude::*;
use saqta_statistics::poisson::{self, Method, UnknownMethod};
use saqta_statistics::{Interval, Level};
use serde_json::Value;

use crate::golden::{self, assert_close, numbers};

fn level_named(name: &str) -> Level {
    match name {
        "95" => Level::P95,
        "99.8" => Level::P998,
        _ => panic!("level {name}"),
    }
}

fn check(values: &Value, method: Method, tolerance: f64) {
    let mut checked = 0;
    for (count, levels) in values.as_object().unwrap() {
        for (level, limits) in levels.as_object().unwrap() {
            let limits = numbers(limits);
            let computed = poisson::interval(count.parse().unwrap(), level_named(level), method);
            let what = format!("{method} interval of {count} at {level} %");
            assert_close(computed.lower, limits[0].max(0.0), tolerance, &what);
            assert_close(computed.upper, limits[1], tolerance, &what);
            checked += 1;
        }
    }
    assert!(checked >= 4, "only {checked} reference values of {method}");
}

#[test]
fn garwood_and_byar_agree_with_scipy() {
    check(&golden::rates()["garwood"], Method::Garwood, 1e-12);
    check(&golden::rates()["byar"], Method::Byar, 1e-12);
    check(
        &golden::intervals()["garwood_large"]["values"],
        Method::Garwood,
        1e-12,
    );
}

#[test]
fn mid_p_agrees_with_forty_digits() {
    check(&golden::intervals()["mid_p"]["values"], Method::MidP, 1e-12);
}

#[test]
fn forty_deaths_mean_twenty_eight_to_fifty_four() {
    let Interval { lower, upper } = poisson::interval(40, Level::P95, Method::Garwood);
    assert_eq!(format!("{lower:.3}-{upper:.3}"), "28.577-54.469");
    let Interval { lower, upper } = poisson::interval(40, Level::P95, Method::Byar);
    assert_eq!(format!("{lower:.6}-{upper:.6}"), "28.573300-54.470099");
}

#[test]
fn no_events_have_a_lower_limit_of_exactly_nothing() {
    for method in Method::ALL {
        assert_eq!(poisson::interval(0, Level::P95, method).lower, 0.0, "{method}");
    }
    let upper = |method| poisson::interval(0, Level::P95, method).upper;
    assert_close(upper(Method::Garwood), -0.025_f64.ln(), 1e-14, "garwood");
    assert_close(upper(Method::MidP), -0.05_f64.ln(), 1e-14, "mid-p");
}

#[test]
fn a_limit_below_nothing_is_nothing() {
    let interval = poisson::interval(1, Level::P998, Method::Byar);
    assert_eq!(interval.lower, 0.0);
}

#[test]
fn counts_too_large_to_add_up_have_limits_too() {
    for count in [9_999_999_999, 10_000_000_001, 1_000_000_000_000_000] {
        for method in Method::ALL {
            let Interval { lower, upper } = poisson::interval(count, Level::P95, method);
            let reach = 1.959_963_984_540_054 * (count as f64).sqrt();
            assert_close(
                count as f64 - lower,
                reach,
                1e-4,
                &format!("{method} below {count}"),
            );
            assert_close(
                upper - count as f64,
                reach,
                1e-4,
                &format!("{method} above {count}"),
            );
        }
    }
}

#[test]
fn a_method_is_read_as_it_is_written() {
    for method in Method::ALL {
        assert_eq!(method.to_string().parse(), Ok(method));
    }
    assert_eq!("exact".parse::<Method>(), Err(UnknownMethod("exact".to_owned())));
}

#[test]
fn a_level_lies_between_nothing_and_certainty() {
    for wrong in [0.0, 1.0, -0.1, 95.0, f64::NAN, f64::INFINITY] {
        assert!(Level::new(wrong).is_err(), "{wrong} passed for a level");
    }
    assert_close(Level::P95.z(), 1.959_963_984_540_054, 1e-15, "z at 95 %");
    assert_close(Level::P998.z(), 3.090_232_306_167_813, 1e-14, "z at 99.8 %");
}

/// The probability that a count from this mean has an interval that holds the mean, by going through every count.
fn coverage(mean: f64, level: Level, method: Method) -> f64 {
    let (mut covered, mut probability, mut total) = (0.0, (-mean).exp(), 0.0);
    for count in 0_u32.. {
        if poisson::interval(u64::from(count), level, method).contains(mean) {
            covered += probability;
        }
        total += probability;
        if total > 1.0 - 1e-13 && f64::from(count) > mean {
            return covered;
        }
        probability *= mean / f64::from(count + 1);
    }
    unreachable!("the counts end")
}

fn means() -> impl Iterator<Item = f64> {
    (1..=120).map(|step| f64::from(step) * 0.173)
}

#[test]
fn garwood_holds_the_mean_at_least_as_often_as_it_says() {
    for level in [Level::P95, Level::P998, Level::new(0.8).unwrap()] {
        for mean in means() {
            let coverage = coverage(mean, level, Method::Garwood);
            assert!(
                coverage >= level.value() - 1e-12,
                "{coverage} at a mean of {mean}, {level}"
            );
        }
    }
}

#[test]
fn mid_p_holds_the_mean_about_as_often_as_it_says_and_exact_is_wider() {
    let mut sum = 0.0;
    let mut exact = 0.0;
    for mean in means() {
        let mid = coverage(mean, Level::P95, Method::MidP);
        assert!((0.915..=0.999).contains(&mid), "{mid} at a mean of {mean}");
        sum += mid;
        exact += coverage(mean, Level::P95, Method::Garwood);
    }
    let (mid, exact) = (sum / 120.0, exact / 120.0);
    assert!(
        (mid - 0.95).abs() < 0.008,
        "mid-P holds the mean {mid} of the time"
    );
    assert!(exact > mid + 0.005, "exact {exact}, mid-P {mid}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_interval_holds_its_count_and_grows_with_count_and_level(
        count in 0_u64..3_000_000, step in 1_u64..50, level in 0.5_f64..0.999, more in 1.0001_f64..3.0,
        method in prop::sample::select(&Method::ALL[..]),
    ) {
        let narrow = poisson::interval(count, Level::new(level).unwrap(), method);
        prop_assert!(narrow.contains(count as f64), "{narrow:?} misses {count}");
        let next = poisson::interval(count + step, Level::new(level).unwrap(), method);
        prop_assert!(next.upper > narrow.upper, "{next:?} after {narrow:?}");
        prop_assert!(next.lower > narrow.lower || narrow.lower == 0.0, "{next:?} after {narrow:?}");
        let wide = poisson::interval(count, Level::new(1.0 - (1.0 - level) / more).unwrap(), method);
        prop_assert!(wide.upper > narrow.upper);
        prop_assert!(wide.lower < narrow.lower || narrow.lower == 0.0);
    }

    #[test]
    fn the_methods_lie_within_each_other(count in 1_u64..100_000, level in 0.8_f64..0.999) {
        let level = Level::new(level).unwrap();
        let exact = poisson::interval(count, level, Method::Garwood);
        let mid = poisson::interval(count, level, Method::MidP);
        prop_assert!(exact.lower < mid.lower && mid.upper < exact.upper, "{mid:?} in {exact:?}");
        let byar = poisson::interval(count, level, Method::Byar);
        prop_assert!((byar.upper - exact.upper).abs() < 0.2, "{byar:?} beside {exact:?}");
    }
}
