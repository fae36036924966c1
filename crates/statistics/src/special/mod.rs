//! The functions that everything else rests on.
//!
//! The cast: the **normal** distribution's tail and its inverse ([`normal`]); the Poisson and binomial **densities**
//! ([`density`]); the incomplete **gamma** and **beta** functions, that is the tails of the two ([`gamma`],
//! [`beta`]).
//!
//! Why not a crate's: what was looked at multiplies the exponential of a difference of large numbers (an error of
//! 1e-8 for counts of ten million) or stops its continued fraction after 140 terms. Here the leading factor is a
//! density by Loader's saddle point, which keeps its digits, and the series run until they have converged. Logarithms
//! and exponentials are those of `libm`, the same bits on every machine, so that a published figure can be computed
//! again elsewhere.
//!
//! Accuracy: relative error below 1e-13 for counts to ten million, in either tail (tested against mpmath down to tails
//! of 1e-280). Time: in proportion to the root of the larger count near the middle of a distribution,
//! less in its tails.

pub(crate) mod beta;
pub(crate) mod density;
pub(crate) mod gamma;
pub(crate) mod hypergeometric;
pub(crate) mod normal;

/// The two tails of a distribution. Each is computed so as to keep its digits where it is the small one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Tails {
    pub(crate) lower: f64,
    pub(crate) upper: f64,
}

impl Tails {
    pub(crate) fn from_lower(lower: f64) -> Tails {
        let lower = lower.min(1.0);
        Tails {
            lower,
            upper: 1.0 - lower,
        }
    }

    pub(crate) fn from_upper(upper: f64) -> Tails {
        Tails::from_lower(upper).swapped()
    }

    pub(crate) fn swapped(self) -> Tails {
        Tails {
            lower: self.upper,
            upper: self.lower,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::beta::{Chance, binomial_at_least, binomial_at_most, regularised};
    use super::{gamma, normal};

    /// Relative; what [`super`] promises.
    const ACCURACY: f64 = 1e-13;

    fn vectors(name: &str) -> Vec<Vec<f64>> {
        let file = include_str!("../../tests/it/fixtures/intervals.json");
        let all: Value = serde_json::from_str(file).unwrap();
        serde_json::from_value(all[name]["values"].clone()).unwrap()
    }

    fn assert_close(computed: f64, expected: f64, what: &str) {
        let error = (computed / expected - 1.0).abs();
        assert!(
            error < ACCURACY,
            "{what}: {computed:e}, not {expected:e}; error {error:e}"
        );
    }

    #[test]
    fn poisson_tails_keep_thirteen_digits_on_both_sides() {
        for vector in vectors("poisson_tails") {
            let [k, mean, lower, upper] = vector[..] else {
                panic!("{vector:?}")
            };
            let tails = gamma::tails(k + 1.0, mean).swapped();
            let what = format!("{k} at a mean of {mean}");
            assert_close(tails.lower, lower, &what);
            assert_close(tails.upper, upper, &what);
        }
    }

    #[test]
    fn binomial_tails_keep_thirteen_digits_on_both_sides() {
        for vector in vectors("binomial_tails") {
            let [k, n, p, lower, upper] = vector[..] else {
                panic!("{vector:?}")
            };
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "whole numbers of a fixture"
            )]
            let (count, trials) = (k as u64, n as u64);
            let what = format!("{k} of {n} at {p}");
            let chance = Chance {
                success: p,
                failure: 1.0 - p,
            };
            assert_close(binomial_at_most(count, trials, chance), lower, &what);
            assert_close(binomial_at_least(count + 1, trials, chance), upper, &what);
        }
    }

    #[test]
    fn the_incomplete_beta_function_takes_any_positive_arguments() {
        for vector in vectors("beta_tails") {
            let [a, b, x, lower, upper] = vector[..] else {
                panic!("{vector:?}")
            };
            let tails = regularised(
                a,
                b,
                Chance {
                    success: x,
                    failure: 1.0 - x,
                },
            );
            let what = format!("I_{x}({a}, {b})");
            assert_close(tails.lower, lower, &what);
            assert_close(tails.upper, upper, &what);
        }
    }

    #[test]
    fn the_normal_quantile_undoes_the_tail() {
        for z in [
            -8.0,
            -3.0,
            -0.1,
            0.0,
            1e-3,
            1.959_963_984_540_054,
            3.09,
            12.0,
            37.0,
        ] {
            let back = normal::upper_quantile(normal::upper_tail(z));
            let tolerance = if z < 0.0 {
                1e-1_f64.powf(15.0 - z * z / 4.6)
            } else {
                1e-14
            };
            assert!(
                (back - z).abs() <= tolerance.max(1e-14),
                "{z} came back as {back}"
            );
        }
    }
}
