//! Shares of a whole.

use proptest::prelude::*;
use saqta_statistics::{Level, Part, PartError, proportion};

use crate::golden::{self, assert_close, number};

#[test]
fn shares_agree_with_scipy() {
    let intervals = golden::intervals();
    let cases = intervals["clopper_pearson"]["values"].as_array().unwrap();
    assert_eq!(cases.len(), 16);
    for case in cases {
        let part = Part::new(case[0].as_u64().unwrap(), case[1].as_u64().unwrap()).unwrap();
        let share = proportion::share(part, Level::new(number(&case[2])).unwrap());
        assert_close(
            share.interval.lower,
            number(&case[3]),
            1e-11,
            &format!("lower limit of {case}"),
        );
        assert_close(
            share.interval.upper,
            number(&case[4]),
            1e-11,
            &format!("upper limit of {case}"),
        );
    }
}

/// 293 injured, 40 of them dead: 6.3 to 1. The limits are the odds of the share's.
#[test]
fn a_ratio_of_two_kinds_has_the_odds_of_the_share() {
    let part = Part::new(253, 293).unwrap();
    let ratio = proportion::part_to_rest(part, Level::P95);
    let share = proportion::share(part, Level::P95).interval;
    assert_eq!(format!("{:.1}", ratio.ratio), "6.3");
    assert_close(
        ratio.interval.lower,
        share.lower / (1.0 - share.lower),
        1e-12,
        "lower odds",
    );
    assert_close(
        ratio.interval.upper,
        share.upper / (1.0 - share.upper),
        1e-12,
        "upper odds",
    );
    let all = proportion::part_to_rest(Part::new(7, 7).unwrap(), Level::P95);
    assert_eq!((all.ratio, all.interval.upper), (f64::INFINITY, f64::INFINITY));
    let none = proportion::part_to_rest(Part::new(0, 7).unwrap(), Level::P95);
    assert_eq!((none.ratio, none.interval.lower), (0.0, 0.0));
}

#[test]
fn what_is_no_part_is_refused() {
    assert_eq!(Part::new(0, 0), Err(PartError::OfNothing));
    assert_eq!(
        Part::new(3, 2),
        Err(PartError::MoreThanWhole { part: 3, whole: 2 })
    );
    assert_eq!(
        Part::new(1, 2_000_000_000),
        Err(PartError::TooMany(2_000_000_000))
    );
}

#[test]
fn the_interval_holds_the_share_at_least_as_often_as_it_says() {
    for whole in [1_u64, 7, 25, 60] {
        let intervals: Vec<_> = (0..=whole)
            .map(|part| proportion::share(Part::new(part, whole).unwrap(), Level::P95).interval)
            .collect();
        for step in 1..100 {
            let truth = f64::from(step) / 100.0;
            let (mut covered, mut ways) = (0.0, 1.0);
            for (part, interval) in intervals.iter().enumerate() {
                let part_f = part as f64;
                if interval.contains(truth) {
                    covered += ways * truth.powf(part_f) * (1.0 - truth).powf(whole as f64 - part_f);
                }
                ways *= (whole as f64 - part_f) / (part_f + 1.0);
            }
            assert!(covered >= 0.95 - 1e-12, "{covered} for {truth} of {whole}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_rest_has_the_mirrored_interval(whole in 1_u64..100_000, share in 0.0_f64..=1.0) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a small whole")]
        let part = (share * whole as f64) as u64;
        let of = |part| proportion::share(Part::new(part, whole).unwrap(), Level::P95);
        let (this, rest) = (of(part), of(whole - part));
        prop_assert!(this.interval.contains(this.share));
        prop_assert!((this.interval.lower - (1.0 - rest.interval.upper)).abs() < 1e-12);
        prop_assert!((this.interval.upper - (1.0 - rest.interval.lower)).abs() < 1e-12);
    }
}
