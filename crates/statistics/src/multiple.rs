//! Many tests at once: with a hundred cells, five are "significant" where nothing is.
//!
//! The cast: **p-values**, one a cell; **adjusted** p-values, which may be read as if each were the only one; the
//! **discoveries** among them, of which at most a share q is expected to be false.

use crate::InputError;

/// Adjusted p-values by Benjamini and Hochberg, in the order of the given ones: the smallest q at which each would be
/// a discovery. Valid where the tests are independent or positively dependent.
///
/// # Errors
/// [`InputError::Probability`] if one is not within 0 and 1.
///
/// Source: Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", Journal of the Royal Statistical
/// Society B 57 (1995) 289–300; the adjusted values by D. Yekutieli and Y. Benjamini (1999).
pub fn benjamini_hochberg(p_values: &[f64]) -> Result<Vec<f64>, InputError> {
    check(p_values)?;
    Ok(adjusted(p_values))
}

/// Which of the p-values are discoveries at a false discovery rate of `q`.
///
/// # Errors
/// [`InputError::Probability`] if a p-value or `q` is not within 0 and 1.
pub fn discoveries(p_values: &[f64], q: f64) -> Result<Vec<bool>, InputError> {
    check(&[q])?;
    Ok(benjamini_hochberg(p_values)?
        .into_iter()
        .map(|adjusted| adjusted <= q)
        .collect())
}

fn check(probabilities: &[f64]) -> Result<(), InputError> {
    let wrong = probabilities.iter().find(|p| !(0.0..=1.0).contains(*p));
    wrong.map_or(Ok(()), |wrong| Err(InputError::Probability(*wrong)))
}

/// [`benjamini_hochberg`] of p-values that were computed here and so are probabilities.
pub(crate) fn adjusted(p_values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    order.sort_by(|a, b| p_values[*a].total_cmp(&p_values[*b]));
    let mut adjusted = vec![1.0; p_values.len()];
    let mut smallest = 1.0_f64;
    for (rank, index) in order.into_iter().enumerate().rev() {
        smallest = smallest.min(p_values[index] * (p_values.len() as f64 / (rank + 1) as f64));
        adjusted[index] = smallest;
    }
    adjusted
}

/// Which hypotheses Holm's procedure rejects at a familywise error rate of `alpha`: the chance that even one true
/// hypothesis is rejected is at most that, however the tests depend on each other.
///
/// Source: S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6
/// (1979) 65–70.
pub(crate) fn holm(p_values: &[f64], alpha: f64) -> Vec<bool> {
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    order.sort_by(|a, b| p_values[*a].total_cmp(&p_values[*b]));
    let mut rejected = vec![false; p_values.len()];
    for (done, index) in order.into_iter().enumerate() {
        if p_values[index] * (p_values.len() - done) as f64 > alpha {
            break;
        }
        rejected[index] = true;
    }
    rejected
}

#[cfg(test)]
mod tests {
    use super::holm;

    #[test]
    fn holm_asks_less_of_each_next_hypothesis_and_stops_at_the_first_that_stands() {
        // By hand at 0.05: 0.01 × 3, 0.02 × 2, 0.04 × 1 are all within; Bonferroni would reject only the first.
        assert_eq!(holm(&[0.04, 0.01, 0.02], 0.05), [true, true, true]);
        // 0.03 × 2 is not, and so neither is 0.031 × 1.
        assert_eq!(holm(&[0.031, 0.01, 0.03], 0.05), [false, true, false]);
        assert!(holm(&[], 0.05).is_empty());
    }
}
