//! Reference values of other packages. Each file names what computed it.

use serde_json::Value;

/// Two-rate tests and intervals by SciPy 1.17 and statsmodels 0.15.
pub(crate) fn rates() -> Value {
    serde_json::from_str(include_str!("fixtures/rates.json")).unwrap()
}

/// What `fixtures/compute.py` computed.
pub(crate) fn intervals() -> Value {
    serde_json::from_str(include_str!("fixtures/intervals.json")).unwrap()
}

pub(crate) fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(number).collect()
}

pub(crate) fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("not a number: {value}"))
}

/// Equal to a relative tolerance.
#[track_caller]
pub(crate) fn assert_close(computed: f64, expected: f64, tolerance: f64, what: &str) {
    let error = (computed - expected).abs();
    assert!(
        error <= tolerance * expected.abs(),
        "{what}: {computed:e}, not {expected:e} (relative error {:e})",
        error / expected.abs()
    );
}

/// What `fixtures/methods.py` computed.
pub(crate) fn methods() -> Value {
    serde_json::from_str(include_str!("fixtures/methods.json")).unwrap()
}

pub(crate) fn counts(value: &Value) -> Vec<u64> {
    value
        .as_array()
        .unwrap()
        .iter()
        .map(|count| count.as_u64().unwrap())
        .collect()
}
