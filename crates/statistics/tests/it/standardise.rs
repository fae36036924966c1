//! Standardised rates.

use proptest::prelude::*;
use saqta_statistics::poisson::{self, Method};
use saqta_statistics::standardise::{self, StrataError, Stratum};
use saqta_statistics::{Interval, Level, Observed};

use crate::golden::{self, assert_close, counts, numbers};

#[test]
fn almaty_has_half_of_what_the_country_would_expect() {
    let sir = standardise::indirect(19, 39.8, Level::P95);
    assert_eq!(format!("{:.2}", sir.ratio), "0.48");
    assert!(sir.interval.upper < 1.0 && sir.p < 0.001, "{sir:?}");
}

#[test]
fn karaganda_has_half_as_many_again() {
    let sir = standardise::indirect(31, 20.1, Level::P95);
    let Interval { lower, upper } = sir.interval;
    assert_eq!(
        format!("{:.2} ({lower:.2}-{upper:.2})", sir.ratio),
        "1.54 (1.05-2.19)"
    );
}

#[test]
fn nothing_expected_is_said_without_a_number() {
    let surprise = standardise::indirect(2, 0.0, Level::P95);
    assert_eq!((surprise.ratio, surprise.p), (f64::INFINITY, 0.0));
    let silence = standardise::indirect(0, 0.0, Level::P95);
    assert!(silence.ratio.is_nan());
    assert_eq!(silence.p, 1.0);
    let nonsense = standardise::indirect(3, -1.0, Level::P95);
    assert!(nonsense.ratio.is_nan() && nonsense.interval.upper.is_nan() && nonsense.p.is_nan());
}

#[test]
fn numbers_beyond_any_register_have_a_ratio_in_good_time() {
    let sir = standardise::indirect(1_000_000_000_000_000, 1.000_000_06e15, Level::P95);
    assert!(sir.interval.contains(sir.ratio), "{sir:?}");
    assert!((0.04..0.08).contains(&sir.p), "1.9 standard deviations: {sir:?}");
    assert_eq!(standardise::indirect(5, f64::INFINITY, Level::P95).p, 0.0);
}

#[test]
fn the_p_value_of_few_events_is_twice_the_tail() {
    let sir = standardise::indirect(1, 5.0, Level::P95);
    assert_close(
        sir.p,
        2.0 * (-5.0_f64).exp() * 6.0,
        1e-13,
        "P(X <= 1 | 5) doubled",
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_interval_leaves_out_one_just_where_p_is_small(observed in 0_u64..500, expected in 0.01_f64..500.0) {
        let sir = standardise::indirect(observed, expected, Level::P95);
        prop_assert!(sir.interval.contains(sir.ratio));
        prop_assume!((sir.p - 0.05).abs() > 1e-9);
        prop_assert_eq!(sir.p < 0.05, !sir.interval.contains(1.0), "{:?}", sir);
    }
}

fn michigan() -> (serde_json::Value, Vec<Vec<Stratum>>) {
    let direct = golden::methods()["direct"].clone();
    let standard = numbers(&direct["standard"]);
    let rows = |key: &str| direct[key].as_array().unwrap().clone();
    let strata = rows("cases")
        .iter()
        .zip(rows("population"))
        .map(|(cases, population)| {
            counts(cases)
                .into_iter()
                .zip(numbers(&population))
                .zip(&standard)
                .map(|((cases, population), weight)| {
                    Stratum::new(Observed::new(cases, population).unwrap(), *weight).unwrap()
                })
                .collect()
        })
        .collect();
    (direct, strata)
}

#[test]
fn direct_standardisation_agrees_with_scipy() {
    let (direct, orders) = michigan();
    assert_eq!(orders.len(), 5);
    for (strata, expected) in orders.iter().zip(direct["values"].as_array().unwrap()) {
        let expected = numbers(expected);
        for (level, expected) in [(Level::P95, &expected[..3]), (Level::P998, &expected[3..])] {
            let direct = standardise::direct(strata, level).unwrap();
            assert_close(direct.rate, expected[0], 1e-12, "rate");
            assert_close(direct.interval.lower, expected[1], 1e-11, "lower limit");
            assert_close(direct.interval.upper, expected[2], 1e-11, "upper limit");
        }
    }
}

/// Printed by R's epitools 0.5-10.1 (`ageadjust.direct`) for the data of Fleiss 1981, as `tidyrates` shows it.
#[test]
fn direct_standardisation_agrees_with_what_epitools_prints() {
    let (_, orders) = michigan();
    let epitools = [
        [0.000563, 0.000923, 0.000804, 0.00106],
        [0.000676, 0.000912, 0.000824, 0.00101],
        [0.000833, 0.000851, 0.000772, 0.000942],
        [0.00115, 0.000927, 0.000800, 0.00115],
        [0.00167, 0.000755, 0.000677, 0.00188],
    ];
    for (strata, expected) in orders.iter().zip(epitools) {
        let direct = standardise::direct(strata, Level::P95).unwrap();
        let computed = [
            direct.crude,
            direct.rate,
            direct.interval.lower,
            direct.interval.upper,
        ];
        for (computed, printed) in computed.into_iter().zip(expected) {
            // Three digits are printed.
            assert_close(computed, printed, 0.005, "as printed");
        }
    }
}

#[test]
fn one_stratum_has_garwoods_interval() {
    for count in [0, 1, 40] {
        let stratum = Stratum::new(Observed::new(count, 1000.0).unwrap(), 3.0).unwrap();
        let direct = standardise::direct(&[stratum], Level::P95).unwrap();
        let garwood = poisson::interval(count, Level::P95, Method::Garwood).scaled(1e-3);
        assert_close(direct.interval.lower, garwood.lower, 1e-12, "lower limit");
        assert_close(direct.interval.upper, garwood.upper, 1e-12, "upper limit");
    }
}

#[test]
fn no_strata_and_no_weight_are_refused() {
    assert_eq!(standardise::direct(&[], Level::P95), Err(StrataError::None));
    let observed = Observed::new(1, 1.0).unwrap();
    for wrong in [0.0, -1.0, f64::NAN] {
        assert!(Stratum::new(observed, wrong).is_err(), "{wrong}");
    }
}

#[test]
fn the_gamma_interval_holds_the_standardised_rate_in_every_split_of_two_strata() {
    for (first, second, heavy) in [(1.0, 3.0, 0.9), (4.0, 0.5, 0.8), (2.0, 2.0, 0.5)] {
        let truth = heavy * first + (1.0 - heavy) * second;
        let probability = |count: u64, mean: f64| {
            (1..=count).fold((-mean).exp(), |product, factor| product * mean / factor as f64)
        };
        let mut covered = 0.0;
        for a in 0..30 {
            for b in 0..30 {
                let strata = [(a, heavy), (b, 1.0 - heavy)]
                    .map(|(count, weight)| Stratum::new(Observed::new(count, 1.0).unwrap(), weight).unwrap());
                if standardise::direct(&strata, Level::P95)
                    .unwrap()
                    .interval
                    .contains(truth)
                {
                    covered += probability(a, first) * probability(b, second);
                }
            }
        }
        assert!(covered >= 0.95, "{covered} for means of {first} and {second}");
    }
}
