//! The funnel.

use proptest::prelude::*;
use saqta_statistics::funnel::{self, Dispersion, Position, Unit, Winsorise};
use saqta_statistics::poisson::{self, Method};
use saqta_statistics::{Expected, Level};

use crate::golden::{self, assert_close, counts, numbers};
use crate::random::Random;

fn expected(value: f64) -> Expected {
    Expected::new(value).unwrap()
}

fn units() -> Vec<Unit> {
    let golden = &golden::methods()["funnel"];
    counts(&golden["observed"])
        .into_iter()
        .zip(numbers(&golden["expected"]))
        .map(|(observed, value)| Unit {
            observed,
            expected: expected(value),
        })
        .collect()
}

#[test]
fn limits_p_values_and_overdispersion_agree_with_scipy() {
    let golden = &golden::methods()["funnel"];
    let units = units();
    assert_eq!(units.len(), 20);
    for ((point, limits), p) in funnel::funnel(&units, Dispersion::Poisson)
        .iter()
        .zip(golden["interpolated"].as_array().unwrap())
        .zip(numbers(&golden["p"]))
    {
        let limits = numbers(limits);
        assert_close(point.p, p, 1e-11, "p");
        for (level, limits) in [(Level::P95, &limits[..2]), (Level::P998, &limits[2..])] {
            let computed = funnel::interpolated_limits(point.unit.expected, level);
            assert_close(computed.lower, limits[0], 1e-9, "lower limit");
            assert_close(computed.upper, limits[1], 1e-9, "upper limit");
        }
    }
    for case in golden["overdispersion"].as_array().unwrap() {
        let case = numbers(case);
        let computed = funnel::overdispersion(&units, Winsorise::new(case[0]).unwrap());
        assert_close(computed.phi, case[1], 1e-12, "phi");
        assert_close(computed.tau_squared, case[2], 1e-11, "tau squared");
        assert_close(computed.p, case[3], 1e-10, "p of dispersion");
    }
}

#[test]
fn a_unit_stands_out_just_where_its_exact_p_value_is_small() {
    for value in [0.3, 1.0, 3.688, 3.69, 7.4, 39.8, 250.0] {
        for observed in 0..600 {
            let unit = Unit {
                observed,
                expected: expected(value),
            };
            let point = funnel::funnel(&[unit], Dispersion::Poisson)[0];
            let by_p = if point.p < 0.002 {
                matches!(point.position, Position::FarAbove | Position::FarBelow)
            } else if point.p < 0.05 {
                matches!(point.position, Position::Above | Position::Below)
            } else {
                point.position == Position::Within
            };
            assert!(by_p, "{observed} where {value} are expected: {point:?}");
            let garwood = poisson::interval(observed, Level::P95, Method::Garwood);
            assert_eq!(
                garwood.contains(value),
                point.position == Position::Within,
                "{observed} at {value}"
            );
        }
    }
}

#[test]
fn where_fewer_than_four_are_expected_no_count_is_too_low() {
    let lower = |value| funnel::limits(expected(value), Level::P95, Dispersion::Poisson).lower;
    assert_eq!(lower(3.68), 0.0);
    assert!(lower(3.7) > 0.0);
}

#[test]
fn additive_dispersion_spares_the_large() {
    let large = expected(1e4);
    let width = |dispersion| {
        let limits = funnel::limits(large, Level::P95, dispersion);
        limits.upper - limits.lower
    };
    let exact = width(Dispersion::Poisson);
    assert_close(
        width(Dispersion::Multiplicative { phi: 4.0 }),
        2.0 * exact,
        0.01,
        "root of phi",
    );
    assert!(width(Dispersion::Additive { tau_squared: 0.01 }) > 8.0 * exact);
    assert_close(
        width(Dispersion::Additive { tau_squared: 0.0 }),
        exact,
        0.01,
        "no tau",
    );
    assert_close(
        width(Dispersion::Multiplicative { phi: 0.3 }),
        exact,
        0.01,
        "phi below one",
    );
}

#[test]
fn chance_alone_shows_no_overdispersion_and_real_differences_do() {
    let mut random = Random::seeded(5);
    let mut draw = |spread: bool| -> Vec<Unit> {
        (0..400)
            .map(|_| {
                let mean = 20.0 + 60.0 * random.share();
                let own = if spread { random.gamma(25) } else { 1.0 };
                Unit {
                    observed: random.poisson(mean * own),
                    expected: expected(mean),
                }
            })
            .collect()
    };
    let chance = funnel::overdispersion(&draw(false), Winsorise::NONE);
    assert!(
        (0.85..1.15).contains(&chance.phi) && chance.p > 0.01,
        "{chance:?}"
    );
    let spread = funnel::overdispersion(&draw(true), Winsorise::NONE);
    // The ratio's own variance is 1/25, that of its root a quarter of it.
    assert!(
        (0.007..0.013).contains(&spread.tau_squared) && spread.p < 1e-6,
        "{spread:?}"
    );
}

#[test]
fn winsorising_keeps_one_outlier_from_widening_the_funnel() {
    let mut units: Vec<Unit> = (0..30)
        .map(|step| Unit {
            observed: 45 + step % 11,
            expected: expected(50.0),
        })
        .collect();
    units[7].observed = 400;
    let plain = funnel::overdispersion(&units, Winsorise::NONE);
    let winsorised = funnel::overdispersion(&units, Winsorise::TENTH);
    assert!(
        plain.phi > 10.0 && winsorised.phi < 1.0,
        "{plain:?} {winsorised:?}"
    );
    assert_eq!(winsorised.tau_squared, 0.0);
}

#[test]
fn no_units_and_one_unit_say_nothing_of_dispersion() {
    let none = funnel::overdispersion(&[], Winsorise::TENTH);
    assert_eq!((none.phi, none.tau_squared, none.p), (0.0, 0.0, 1.0));
    let one = Unit {
        observed: 9,
        expected: expected(3.0),
    };
    assert_eq!(funnel::overdispersion(&[one], Winsorise::TENTH).tau_squared, 0.0);
    assert!(Winsorise::new(0.5).is_err() && Winsorise::new(f64::NAN).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn limits_narrow_with_size_and_widen_with_the_level(value in 0.05_f64..1e5, more in 1.01_f64..10.0) {
        for dispersion in [Dispersion::Poisson, Dispersion::Additive { tau_squared: 0.02 }] {
            let small = funnel::limits(expected(value), Level::P95, dispersion);
            let large = funnel::limits(expected(value * more), Level::P95, dispersion);
            prop_assert!(small.contains(1.0), "{small:?}");
            prop_assert!(large.upper < small.upper && large.lower >= small.lower, "{small:?} {large:?}");
            let wide = funnel::limits(expected(value), Level::P998, dispersion);
            prop_assert!(wide.upper > small.upper && wide.lower <= small.lower);
        }
    }
}
