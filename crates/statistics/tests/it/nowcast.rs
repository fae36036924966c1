//! Reporting delay.

use proptest::prelude::*;
use saqta_statistics::Level;
use saqta_statistics::nowcast::{self, Outcome, Triangle, TriangleError};

use crate::golden::assert_close;
use crate::random::Random;

/// The run-off triangle of G. C. Taylor and F. R. Ashe, "Second moments of estimates of outstanding claims", Journal of
/// Econometrics 23 (1983) 37–61: the chain ladder's usual example.
const TAYLOR_ASHE: [&[u64]; 10] = [
    &[
        357_848, 766_940, 610_542, 482_940, 527_326, 574_398, 146_342, 139_950, 227_229, 67_948,
    ],
    &[
        352_118, 884_021, 933_894, 1_183_289, 445_745, 320_996, 527_804, 266_172, 425_046,
    ],
    &[
        290_507, 1_001_799, 926_219, 1_016_654, 750_816, 146_923, 495_992, 280_405,
    ],
    &[310_608, 1_108_250, 776_189, 1_562_400, 272_482, 352_053, 206_286],
    &[443_160, 693_190, 991_983, 769_488, 504_851, 470_639],
    &[396_132, 937_085, 847_498, 805_037, 705_960],
    &[440_832, 847_631, 1_131_398, 1_063_269],
    &[359_480, 1_061_648, 1_443_370],
    &[376_686, 986_608],
    &[344_014],
];

fn triangle(rows: &[&[u64]]) -> Triangle {
    Triangle::new(rows.iter().map(|row| row.to_vec()).collect()).unwrap()
}

/// Reserves by T. Mack, ASTIN Bulletin 23 (1993), and dispersion and prediction errors of the over-dispersed Poisson
/// model by P. D. England and R. J. Verrall, British Actuarial Journal 8 (2002), table 4.
#[test]
fn the_usual_example_has_its_published_reserves_dispersion_and_errors() {
    let nowcast = nowcast::nowcast(&triangle(&TAYLOR_ASHE), Level::P95);
    let reserves = [
        94_634.0,
        469_511.0,
        709_638.0,
        984_889.0,
        1_419_459.0,
        2_177_641.0,
        3_920_301.0,
        4_278_972.0,
        4_625_811.0,
    ];
    let errors = [1.16, 0.46, 0.37, 0.31, 0.26, 0.23, 0.20, 0.24, 0.43];
    assert_close(nowcast.dispersion, 52_601.0, 1e-4, "dispersion");
    for ((period, reserve), error) in nowcast.periods[1..].iter().zip(reserves).zip(errors) {
        let outcome = period.outcome.unwrap();
        let computed = outcome.total - period.reported as f64;
        assert!((computed - reserve).abs() < 1.0, "{computed}, not {reserve}");
        let relative = outcome.standard_error / computed;
        assert!(
            (relative - error).abs() < 0.02,
            "error {relative}, not {error}, of {reserve}"
        );
    }
}

#[test]
fn completeness_by_hand() {
    // Of 30 reported within one period, 10 came late; of the 45 within two, 5 (from the first period: 15 of which).
    let nowcast = nowcast::nowcast(&triangle(&[&[8, 4, 3], &[12, 6], &[10]]), Level::P95);
    let after_one = 12.0 / 15.0;
    let at_once = after_one * 20.0 / 30.0;
    assert_close(nowcast.completeness[0], at_once, 1e-14, "at once");
    assert_close(nowcast.completeness[1], after_one, 1e-14, "after one");
    assert_eq!(nowcast.completeness[2], 1.0);
    let last = nowcast.periods[2].outcome.unwrap();
    assert_close(last.total, 10.0 / at_once, 1e-14, "total");
    // Greenwood: hazards of 3 / 15 and 10 / 30.
    let greenwood = 0.2 / (0.8 * 15.0) + (1.0 / 3.0) / (2.0 / 3.0 * 30.0);
    let chance = 10.5 * (1.0 - at_once) / (at_once * at_once);
    let variance = chance + (10.5 / at_once) * (10.5 / at_once) * greenwood;
    assert_close(last.standard_error, variance.sqrt(), 1e-14, "standard error");
    assert_eq!(nowcast.dispersion, 1.0);
}

#[test]
fn a_complete_period_comes_to_what_it_is() {
    let nowcast = nowcast::nowcast(&triangle(&[&[8, 4], &[5, 9], &[6]]), Level::P95);
    for period in &nowcast.periods[..2] {
        let outcome = period.outcome.unwrap();
        assert_eq!(outcome.total, period.reported as f64);
        assert_eq!(
            (outcome.band.lower, outcome.band.upper),
            (outcome.total, outcome.total)
        );
        assert_eq!(outcome.standard_error, 0.0);
    }
}

#[test]
fn where_nothing_was_ever_reported_at_once_nothing_can_be_foretold() {
    let nowcast = nowcast::nowcast(&triangle(&[&[0, 4], &[0, 9], &[0]]), Level::P95);
    assert_eq!(nowcast.periods[2].outcome, None);
    assert_eq!(nowcast.completeness, [0.0, 1.0]);
}

#[test]
fn an_empty_register_foretells_few() {
    let nowcast = nowcast::nowcast(&triangle(&[&[0, 0], &[0, 0], &[0]]), Level::P95);
    assert_eq!(nowcast.completeness, [1.0, 1.0]);
    assert_eq!(nowcast.periods[2].outcome.unwrap().total, 0.0);
}

#[test]
fn what_is_no_triangle_is_refused() {
    assert_eq!(Triangle::new(Vec::new()), Err(TriangleError::Empty));
    assert_eq!(Triangle::new(vec![Vec::new()]), Err(TriangleError::Empty));
    let error = TriangleError::Row {
        period: 1,
        found: 2,
        expected: 1,
    };
    assert_eq!(Triangle::new(vec![vec![1, 2], vec![1, 2]]), Err(error));
    let error = TriangleError::Row {
        period: 0,
        found: 3,
        expected: 1,
    };
    assert_eq!(Triangle::new(vec![vec![1, 2, 3]]), Err(error));
    assert_eq!(
        Triangle::new(vec![vec![1 << 40]]),
        Err(TriangleError::TooMany(1 << 40))
    );
}

/// How often the bands of the last four periods hold what the periods come to, one by one and all four together.
fn coverage(mean: f64, shape: Option<u32>) -> [f64; 2] {
    const DELAYS: [f64; 5] = [0.35, 0.3, 0.2, 0.1, 0.05];
    const PERIODS: usize = 18;
    const LAST: usize = 4;
    const TIMES: u32 = 250;
    let mut random = Random::seeded(77);
    let (mut held, mut held_together) = (0, 0);
    for _ in 0..TIMES {
        let mut rows = Vec::new();
        let mut totals = Vec::new();
        for period in 0..PERIODS {
            let cells = DELAYS.map(|share| {
                let own = shape.map_or(1.0, |shape| random.gamma(shape));
                random.poisson(mean * (1.0 + 0.3 * (period as f64).sin()) * share * own)
            });
            totals.push(cells.iter().sum::<u64>());
            rows.push(cells[..DELAYS.len().min(PERIODS - period)].to_vec());
        }
        let nowcast = nowcast::nowcast(&Triangle::new(rows).unwrap(), Level::P95);
        let last = &totals[PERIODS - LAST..];
        for (period, total) in nowcast.periods[PERIODS - LAST..].iter().zip(last) {
            let holds = |outcome: Outcome| outcome.band.contains(*total as f64);
            held += u32::from(period.outcome.is_some_and(holds));
        }
        let together = nowcast.together(PERIODS - LAST, PERIODS - 1);
        let whole: u64 = last.iter().sum();
        held_together += u32::from(together.is_some_and(|outcome| outcome.band.contains(whole as f64)));
    }
    let judged = TIMES * u32::try_from(LAST).unwrap();
    [
        f64::from(held) / f64::from(judged),
        f64::from(held_together) / f64::from(TIMES),
    ]
}

#[test]
fn the_bands_hold_what_comes_with_few_and_many_events() {
    for mean in [5.0, 40.0, 400.0] {
        let coverage = coverage(mean, None);
        assert!(
            coverage.iter().all(|coverage| (0.94..0.995).contains(coverage)),
            "{coverage:?} with {mean} events a period"
        );
    }
}

#[test]
fn the_bands_hold_what_comes_where_counts_scatter_more_than_chance() {
    for (mean, shape) in [(60.0, 10), (400.0, 10)] {
        let coverage = coverage(mean, Some(shape));
        assert!(
            coverage.iter().all(|coverage| (0.92..0.99).contains(coverage)),
            "{coverage:?} with {mean} events a period"
        );
    }
}

/// All reserves of the usual example, 18,680,856, have a prediction error of 16 % in the over-dispersed Poisson model:
/// P. D. England and R. J. Verrall, table 4, last row.
#[test]
fn the_usual_example_has_its_published_error_of_all_reserves_together() {
    let nowcast = nowcast::nowcast(&triangle(&TAYLOR_ASHE), Level::P95);
    let together = nowcast.together(0, 9).unwrap();
    let reported: u64 = nowcast.periods.iter().map(|period| period.reported).sum();
    let reserve = together.total - reported as f64;
    assert!((reserve - 18_680_856.0).abs() < 1.0, "{reserve}");
    let relative = together.standard_error / reserve;
    assert!((relative - 0.16).abs() < 0.005, "error {relative}, not 0.16");
    assert_eq!(nowcast.together(0, 10), None, "there is no eleventh period");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_total_is_never_less_than_what_is_reported_and_the_band_widens_with_the_level(
        cells in prop::collection::vec(0_u64..60, 21), delays in 1_usize..6,
    ) {
        let mut cells = cells.into_iter();
        let rows = (0..6).map(|period| cells.by_ref().take(delays.min(6 - period)).collect()).collect();
        let triangle = Triangle::new(rows).unwrap();
        let narrow = nowcast::nowcast(&triangle, Level::new(0.8).unwrap());
        let wide = nowcast::nowcast(&triangle, Level::P95);
        prop_assert!(wide.dispersion >= 1.0);
        prop_assert!(wide.completeness.windows(2).all(|pair| pair[0] <= pair[1]));
        for (narrow, wide) in narrow.periods.iter().zip(&wide.periods) {
            let (Some(inner), Some(outer)) = (narrow.outcome, wide.outcome) else { continue };
            prop_assert!(inner.band.lower >= narrow.reported as f64 && inner.total >= narrow.reported as f64);
            prop_assert!(outer.band.lower <= inner.band.lower && inner.band.upper <= outer.band.upper);
        }
        let outcomes: Option<Vec<Outcome>> = wide.periods.iter().map(|period| period.outcome).collect();
        let together = wide.together(0, 5);
        prop_assert_eq!(together.is_some(), outcomes.is_some());
        let (Some(together), Some(outcomes)) = (together, outcomes) else { return Ok(()) };
        let total: f64 = outcomes.iter().map(|outcome| outcome.total).sum();
        prop_assert!((together.total - total).abs() <= 1e-9 * total);
        let errors: f64 = outcomes.iter().map(|outcome| outcome.standard_error).sum();
        prop_assert!(together.standard_error <= errors * (1.0 + 1e-9), "wider than the months' bands added");
        prop_assert_eq!(wide.together(2, 2), wide.periods[2].outcome);
    }
}
