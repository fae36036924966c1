//! Many tests at once.

use proptest::prelude::*;
use saqta_statistics::InputError;
use saqta_statistics::multiple::{benjamini_hochberg, discoveries};

use crate::golden::{self, assert_close, numbers};

#[test]
fn adjusted_p_values_agree_with_statsmodels() {
    let golden = &golden::methods()["benjamini_hochberg"];
    let expected = numbers(&golden["adjusted"]);
    let computed = benjamini_hochberg(&numbers(&golden["p"])).unwrap();
    assert_eq!(computed.len(), 22);
    for (computed, expected) in computed.iter().zip(&expected) {
        assert_close(*computed, *expected, 1e-13, "adjusted p");
    }
}

/// The fifteen p-values of the example in Benjamini and Hochberg 1995, section 3.2, of which they reject four at 0.05.
#[test]
fn the_example_of_the_paper_has_four_discoveries() {
    let p = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
        0.6528, 0.7590, 1.0,
    ];
    let found = discoveries(&p, 0.05).unwrap();
    assert_eq!(found.iter().filter(|found| **found).count(), 4);
    assert!(found[..4].iter().all(|found| *found));
}

#[test]
fn nothing_tested_is_nothing_found_and_what_is_no_probability_is_refused() {
    assert_eq!(benjamini_hochberg(&[]), Ok(Vec::new()));
    assert_eq!(benjamini_hochberg(&[0.1, 1.5]), Err(InputError::Probability(1.5)));
    assert!(benjamini_hochberg(&[f64::NAN]).is_err());
    assert_eq!(discoveries(&[0.1], -0.1), Err(InputError::Probability(-0.1)));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// The definition: with k the largest rank for which p₍ₖ₎ ≤ q k / m, the k smallest are discoveries.
    #[test]
    fn discoveries_are_those_of_the_definition(
        p in prop::collection::vec(prop_oneof![0.0..1.0, 0.0..0.02, Just(0.01)], 0..40), q in 0.001_f64..0.5,
    ) {
        let mut sorted = p.clone();
        sorted.sort_by(f64::total_cmp);
        let is_within = |rank: &usize| sorted[rank - 1] <= q * *rank as f64 / p.len() as f64;
        let largest = (1..=p.len()).rev().find(is_within);
        let bound = largest.map_or(-1.0, |rank| sorted[rank - 1]);
        let expected: Vec<bool> = p.iter().map(|p| *p <= bound).collect();
        prop_assert_eq!(discoveries(&p, q).unwrap(), expected);
    }

    #[test]
    fn adjusting_keeps_the_order_and_never_makes_smaller(p in prop::collection::vec(0.0_f64..=1.0, 1..40)) {
        let adjusted = benjamini_hochberg(&p).unwrap();
        for (i, first) in p.iter().enumerate() {
            prop_assert!(adjusted[i] >= *first && adjusted[i] <= 1.0);
            for (j, second) in p.iter().enumerate() {
                prop_assert!(first > second || adjusted[i] <= adjusted[j], "{i} {j}");
            }
        }
    }
}
