//! Places among many.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use saqta_statistics::ranks::{Place, rank};
use saqta_statistics::{Level, Observed};

use crate::random::Random;

fn observed(count: u64, exposure: f64) -> Observed {
    Observed::new(count, exposure).unwrap()
}

#[test]
fn clear_orders_are_established_and_close_ones_are_not() {
    let ranking = rank(
        &[
            observed(31, 1.0),
            observed(29, 1.0),
            observed(2, 1.0),
            observed(200, 1.0),
        ],
        Level::P95,
    );
    let place = |observed, highest, lowest| Place {
        observed,
        highest,
        lowest,
    };
    assert_eq!(
        ranking.places(),
        [place(2, 2, 3), place(3, 2, 3), place(4, 4, 4), place(1, 1, 1)]
    );
    assert!(ranking.is_higher(3, 0) && !ranking.is_higher(0, 3) && ranking.order_is_established(0, 3));
    assert!(!ranking.order_is_established(0, 1));
    assert!(!ranking.order_is_established(0, 9) && !ranking.order_is_established(0, 0));
}

#[test]
fn equal_rates_share_a_place() {
    let ranking = rank(
        &[observed(5, 1.0), observed(10, 2.0), observed(1, 1.0)],
        Level::P95,
    );
    let places: Vec<usize> = ranking.places().iter().map(|place| place.observed).collect();
    assert_eq!(places, [1, 1, 3]);
}

#[test]
fn none_and_one_have_no_order() {
    assert!(rank(&[], Level::P95).places().is_empty());
    let alone = rank(&[observed(3, 1.0)], Level::P95);
    assert_eq!(
        alone.places(),
        [Place {
            observed: 1,
            highest: 1,
            lowest: 1
        }]
    );
}

#[test]
fn the_true_places_of_all_lie_within_their_limits_at_the_level() {
    let truth = [30.0, 30.0, 34.0, 40.0, 40.0, 55.0, 90.0, 12.0];
    let mut random = Random::seeded(1);
    let rounds = 1000;
    let mut all_held = 0;
    for _ in 0..rounds {
        let rates: Vec<Observed> = truth
            .iter()
            .map(|mean| observed(random.poisson(*mean), 1.0))
            .collect();
        let ranking = rank(&rates, Level::new(0.8).unwrap());
        let holds = |(this, place): (usize, &Place)| {
            let above = truth.iter().filter(|mean| **mean > truth[this]).count();
            let below = truth.iter().filter(|mean| **mean < truth[this]).count();
            place.highest <= above + 1 && place.lowest >= truth.len() - below
        };
        all_held += u32::from(ranking.places().iter().enumerate().all(holds));
    }
    assert!(
        all_held >= 800,
        "all places held in {all_held} of {rounds} rounds at a level of 80 %"
    );
}

#[test]
fn a_hundred_rates_are_ranked_at_once() {
    let mut random = Random::seeded(2);
    let rates: Vec<Observed> = (0..100)
        .map(|_| observed(random.poisson(80.0), 1.0 + random.share()))
        .collect();
    let start = Instant::now();
    let ranking = rank(&rates, Level::P95);
    let taken = start.elapsed();
    assert_eq!(ranking.places().len(), 100);
    assert!(taken < Duration::from_millis(500), "{taken:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn limits_hold_the_observed_place_and_an_established_order_is_that_observed(
        rates in prop::collection::vec((0_u64..200, 0.1_f64..10.0), 0..12), level in 0.5_f64..0.999,
    ) {
        let rates: Vec<Observed> = rates.into_iter().map(|(count, exposure)| observed(count, exposure)).collect();
        let ranking = rank(&rates, Level::new(level).unwrap());
        for (i, place) in ranking.places().iter().enumerate() {
            prop_assert!(place.highest <= place.observed && place.observed <= place.lowest, "{place:?}");
            for j in 0..rates.len() {
                prop_assert!(!ranking.is_higher(i, j) || rates[i].rate() > rates[j].rate());
            }
        }
    }
}
