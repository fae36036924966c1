//! Standardised rates.

use proptest::prelude::*;
use saqta_statistics::{Level, standardise};

use crate::golden::assert_close;

#[test]
fn almaty_has_half_of_what_the_country_would_expect() {
    let sir = standardise::indirect(19, 39.8, Level::P95);
    assert_eq!(format!("{:.2}", sir.ratio), "0.48");
    assert!(sir.interval.upper < 1.0 && sir.p < 0.001, "{sir:?}");
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
    #[test]
    fn the_interval_leaves_out_one_just_where_p_is_small(observed in 0_u64..500, expected in 0.01_f64..500.0) {
        let sir = standardise::indirect(observed, expected, Level::P95);
        prop_assert!(sir.interval.contains(sir.ratio));
        prop_assume!((sir.p - 0.05).abs() > 1e-9);
        prop_assert_eq!(sir.p < 0.05, !sir.interval.contains(1.0), "{:?}", sir);
    }
}
