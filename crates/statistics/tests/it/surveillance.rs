//! Watching counts over time.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use saqta_statistics::surveillance::{
    ChangeP, ChangePoint, Cusum, CusumError, Ears, GapError, GapPosition, TChart, change_point,
};
use saqta_statistics::{Expected, Observed};

use crate::golden::{self, assert_close, counts, numbers};
use crate::random::Random;

fn expected(value: f64) -> Expected {
    Expected::new(value).unwrap()
}

fn steady(counts: &[u64]) -> Vec<Observed> {
    counts
        .iter()
        .map(|count| Observed::new(*count, 1.0).unwrap())
        .collect()
}

#[test]
fn ears_agrees_with_its_definition() {
    let golden = &golden::methods()["ears"];
    let series = counts(&golden["counts"]);
    let ears = Ears::new(0.5).unwrap();
    for (name, computed, limit) in [
        ("c1", ears.c1(&series), 3.0),
        ("c2", ears.c2(&series), 3.0),
        ("c3", ears.c3(&series), 2.0),
    ] {
        let expected = golden[name].as_array().unwrap();
        assert_eq!(computed.len(), expected.len());
        let mut alarms = 0;
        for (period, (computed, expected)) in computed.iter().zip(expected).enumerate() {
            assert_eq!(
                computed.is_some(),
                expected.is_number(),
                "{name} of period {period}"
            );
            if let Some(computed) = computed {
                assert!(
                    (computed.statistic - expected.as_f64().unwrap()).abs() < 1e-12,
                    "{name} of {period}"
                );
                assert_eq!(computed.alarm, computed.statistic > limit);
                alarms += u32::from(computed.alarm);
            }
        }
        assert!(alarms > 0, "{name} slept through the outbreak");
    }
}

#[test]
fn a_first_event_after_an_empty_week_is_far_above_it_unless_a_deviation_is_credited() {
    let series = [0, 0, 0, 0, 0, 0, 0, 1, 0];
    let strict = Ears::new(0.0).unwrap().c1(&series)[7].unwrap();
    assert!(strict.alarm && strict.statistic == f64::INFINITY);
    let lenient = Ears::new(0.5).unwrap().c1(&series)[7].unwrap();
    assert!(!lenient.alarm && lenient.statistic == 2.0);
    let quiet = Ears::new(0.0).unwrap().c1(&[3; 8])[7].unwrap();
    assert!(!quiet.alarm && quiet.statistic == 0.0);
    assert!(Ears::new(-1.0).is_err() && Ears::new(f64::NAN).is_err());
}

#[test]
fn a_short_series_has_no_aberrations() {
    let ears = Ears::new(0.5).unwrap();
    for length in 0..12_usize {
        let series = vec![2; length];
        let judged = |list: Vec<Option<_>>| list.into_iter().flatten().count();
        assert_eq!(judged(ears.c1(&series)), length.saturating_sub(7));
        assert_eq!(judged(ears.c2(&series)), length.saturating_sub(9));
        assert_eq!(judged(ears.c3(&series)), length.saturating_sub(11));
    }
}

#[test]
fn the_sum_rises_falls_to_nothing_and_begins_anew_by_hand() {
    let cusum = Cusum::new(2.0, 5.0).unwrap();
    let run = cusum.run(&[1, 4, 0, 5, 4, 3, 9]);
    let values: Vec<f64> = run.iter().map(|step| step.value).collect();
    assert_eq!(values, [0.0, 2.0, 0.0, 3.0, 5.0, 1.0, 8.0]);
    let alarms: Vec<bool> = run.iter().map(|step| step.alarm).collect();
    assert_eq!(alarms, [false, false, false, false, true, false, true]);
    let early = cusum.with_head_start().run(&[4, 3]);
    assert_eq!([early[0].value, early[1].value], [4.5, 5.5]);
}

#[test]
fn the_reference_value_lies_between_the_means_it_tells_apart() {
    let cusum = Cusum::to_detect(expected(4.0), expected(7.0), 10.0).unwrap();
    assert_close(cusum.k(), 5.4, 1e-12, "3 / ln(7 / 4) = 5.36 to tenths");
    assert_eq!(
        Cusum::to_detect(expected(4.0), expected(4.0), 1.0),
        Err(CusumError::NotARise)
    );
    assert!(Cusum::new(0.0, 1.0).is_err() && Cusum::new(1.0, f64::NAN).is_err());
}

#[test]
fn run_lengths_agree_with_numpy() {
    let golden = golden::methods();
    let cases = golden["run_lengths"]["values"].as_array().unwrap();
    assert_eq!(cases.len(), 7);
    for case in cases {
        let values = numbers(case);
        let mut cusum = Cusum::new(values[0], values[1]).unwrap();
        if values[2] > 0.0 {
            cusum = cusum.with_head_start();
        }
        let computed = cusum.average_run_length(expected(values[3])).unwrap();
        assert_close(computed, values[4], 1e-9, &case.to_string());
    }
    let odd = Cusum::new(0.123_456, 3.0).unwrap();
    assert_eq!(odd.average_run_length(expected(1.0)), None);
}

#[test]
fn a_run_is_as_long_as_computed() {
    let cusum = Cusum::new(1.5, 4.0).unwrap().with_head_start();
    let computed = cusum.average_run_length(expected(1.2)).unwrap();
    let mut random = Random::seeded(3);
    let series: Vec<u64> = (0..400_000).map(|_| random.poisson(1.2)).collect();
    let alarms = cusum.run(&series).iter().filter(|step| step.alarm).count();
    assert_close(
        series.len() as f64 / alarms as f64,
        computed,
        0.03,
        "simulated run length",
    );
}

#[test]
fn a_chart_of_gaps_agrees_with_its_definition() {
    let golden = &golden::methods()["gaps"];
    let chart = TChart::of(&numbers(&golden["gaps"])).unwrap();
    let limits = numbers(&golden["limits"]);
    assert_eq!((chart.lower, limits[0]), (0.0, 0.0));
    assert_close(chart.centre, limits[1], 1e-12, "centre");
    assert_close(chart.upper, limits[2], 1e-12, "upper");
    assert_eq!(chart.position(500.0), GapPosition::TooLong);
}

#[test]
fn even_gaps_make_a_short_one_stand_out() {
    let chart = TChart::of(&[30.0, 36.0, 33.0, 29.0, 34.0]).unwrap();
    assert_eq!(chart.position(33.0), GapPosition::Within);
    assert_eq!(chart.position(2.0), GapPosition::TooShort);
    assert_eq!(TChart::of(&[3.0]), Err(GapError::TooFew(1)));
    assert_eq!(TChart::of(&[3.0, -1.0]), Err(GapError::Gap(-1.0)));
}

#[test]
fn gaps_without_spread_are_not_judged() {
    for gap in [21.0, 7.0, 0.0, 0.1] {
        assert_eq!(TChart::of(&[gap; 4]), Err(GapError::NoSpread(gap)));
    }
    let nearly = TChart::of(&[21.0, 21.0, 21.000_000_000_000_01]);
    assert_eq!(nearly, Err(GapError::NoSpread(21.0)), "rounding is no spread");
}

#[test]
fn a_gap_on_the_limit_is_within_though_it_was_rounded() {
    let chart = TChart::of(&[30.0, 36.0, 33.0, 29.0, 34.0]).unwrap();
    for limit in [chart.lower, chart.upper] {
        for rounded in [limit * (1.0 - 1e-12), limit * (1.0 + 1e-12)] {
            assert_eq!(chart.position(rounded), GapPosition::Within, "{rounded}");
        }
    }
}

#[test]
fn a_steady_rate_is_seldom_outside_the_chart_of_gaps() {
    let mut random = Random::seeded(9);
    let gaps: Vec<f64> = (0..5000).map(|_| random.exponential(40.0)).collect();
    let chart = TChart::of(&gaps).unwrap();
    let outside = gaps
        .iter()
        .filter(|gap| chart.position(**gap) != GapPosition::Within)
        .count();
    assert!(outside < 25, "{outside} of 5000 gaps");
}

/// Explosions in British coal mines that killed ten or more, by year from 1851 to 1962: R. G. Jarrett, "A note on the
/// intervals between coal-mining disasters", Biometrika 66 (1979) 191–193.
const COAL: [u64; 112] = [
    4, 5, 4, 1, 0, 4, 3, 4, 0, 6, 3, 3, 4, 0, 2, 6, 3, 3, 5, 4, 5, 3, 1, 4, 4, 1, 5, 5, 3, 4, 2, 5, 2, 2, 3,
    4, 2, 1, 3, 2, 2, 1, 1, 1, 1, 3, 0, 0, 1, 0, 1, 1, 0, 0, 3, 1, 0, 3, 2, 2, 0, 1, 1, 1, 0, 1, 0, 1, 0, 0,
    0, 2, 1, 0, 0, 0, 1, 1, 0, 2, 3, 3, 1, 1, 2, 1, 1, 1, 1, 2, 4, 2, 0, 0, 0, 1, 4, 0, 0, 0, 1, 0, 0, 0, 0,
    0, 1, 0, 0, 1, 0, 1,
];

#[test]
fn british_coal_mines_changed_after_1891() {
    assert_eq!(COAL.iter().sum::<u64>(), 191);
    let change = change_point(&steady(&COAL)).unwrap();
    assert_eq!(1851 + change.before - 1, 1891);
    assert_eq!(format!("{:.3}", change.likelihood_ratio), "69.988");
    assert_eq!(
        format!("{:.3} to {:.3}", change.rate_before, change.rate_after),
        "3.098 to 0.901"
    );
    let ChangeP::Exact(p) = change.p else {
        panic!("{:?}", change.p)
    };
    assert!(p > 1e-17 && p < 1e-12, "{p:e}");
}

/// Every way of spreading so many events over the periods, with its probability.
fn spreads(total: u64, exposures: &[f64]) -> Vec<(Vec<u64>, f64)> {
    let whole: f64 = exposures.iter().sum();
    let Some((first, rest)) = exposures.split_first() else {
        return if total == 0 {
            vec![(Vec::new(), 1.0)]
        } else {
            Vec::new()
        };
    };
    let share = first / whole;
    let mut all = Vec::new();
    let mut ways = 1.0;
    for count in 0..=total {
        let factor = ways * share.powf(count as f64) * (1.0 - share).powf((total - count) as f64);
        for (mut spread, probability) in spreads(total - count, rest) {
            spread.insert(0, count);
            all.push((spread, factor * probability));
        }
        ways *= (total - count) as f64 / (count + 1) as f64;
    }
    all
}

fn change_of(spread: &[u64], exposures: &[f64]) -> ChangePoint {
    let series: Vec<Observed> = spread
        .iter()
        .zip(exposures)
        .map(|(count, exposure)| Observed::new(*count, *exposure).unwrap())
        .collect();
    change_point(&series).unwrap()
}

#[test]
fn the_walk_agrees_with_every_spread_of_the_events() {
    for exposures in [vec![1.0; 4], vec![1.0, 0.3, 2.0, 1.1, 0.7]] {
        let all: Vec<(ChangePoint, f64)> = spreads(6, &exposures)
            .into_iter()
            .map(|(spread, probability)| (change_of(&spread, &exposures), probability))
            .collect();
        let sum: f64 = all.iter().map(|(_, probability)| probability).sum();
        assert_close(sum, 1.0, 1e-12, "all spreads");
        for (change, _) in &all {
            let bound = change.likelihood_ratio * (1.0 - 1e-9);
            let larger = all.iter().filter(|(other, _)| other.likelihood_ratio >= bound);
            let expected: f64 = larger.map(|(_, probability)| probability).sum();
            assert!(matches!(change.p, ChangeP::Exact(_)));
            assert_close(change.p.value(), expected, 1e-10, &format!("{change:?}"));
        }
    }
}

#[test]
fn a_series_too_large_to_follow_has_a_bound_in_good_time() {
    let mut random = Random::seeded(4);
    let mut series: Vec<u64> = (0..120).map(|_| random.poisson(9000.0)).collect();
    let start = Instant::now();
    let quiet = change_point(&steady(&series)).unwrap();
    assert!(matches!(quiet.p, ChangeP::AtMost(p) if p > 0.01), "{quiet:?}");
    for count in &mut series[60..] {
        *count -= 300;
    }
    let change = change_point(&steady(&series)).unwrap();
    assert!(
        (55..=65).contains(&change.before) && change.p.value() < 1e-30,
        "{change:?}"
    );
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
}

#[test]
fn of_two_equally_likely_changes_the_earlier_is_named() {
    assert_eq!(change_point(&steady(&[9, 2, 2, 9])).unwrap().before, 1);
}

#[test]
fn nothing_and_one_period_do_not_change() {
    assert_eq!(change_point(&[]), None);
    assert_eq!(change_point(&steady(&[5])), None);
    assert_eq!(change_point(&steady(&[0, 0, 0])), None);
    let even = change_point(&steady(&[3, 3, 3])).unwrap();
    assert_eq!((even.likelihood_ratio, even.p), (0.0, ChangeP::Exact(1.0)));
}

#[test]
fn the_p_value_of_no_change_is_small_as_seldom_as_it_says() {
    let mut random = Random::seeded(21);
    let rounds = 1000;
    let mut small = 0;
    for _ in 0..rounds {
        let series: Vec<u64> = (0..20).map(|_| random.poisson(3.0)).collect();
        small += u32::from(change_point(&steady(&series)).unwrap().p.value() <= 0.1);
    }
    assert!((60..=125).contains(&small), "{small} of {rounds} at or below 0.1");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_series_backwards_changes_as_much(series in prop::collection::vec(0_u64..12, 2..15)) {
        prop_assume!(series.iter().sum::<u64>() > 0);
        let there = change_point(&steady(&series)).unwrap();
        let backwards: Vec<u64> = series.into_iter().rev().collect();
        let back = change_point(&steady(&backwards)).unwrap();
        prop_assert!((there.likelihood_ratio - back.likelihood_ratio).abs() < 1e-9);
        prop_assert!((there.p.value() - back.p.value()).abs() < 1e-9, "{there:?} {back:?}");
    }
}
