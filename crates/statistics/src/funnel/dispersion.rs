//! How much more than chance the units differ.

use super::Unit;
use crate::InputError;
use crate::special::gamma;

/// Which share of the z-scores on each side is pulled in to the score at its edge, so that the few units that truly
/// stand out do not widen the limits that are to show them. At least 0, below a half.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Winsorise(f64);

impl Winsorise {
    /// A tenth on each side, as in Spiegelhalter 2005.
    pub const TENTH: Winsorise = Winsorise(0.1);
    /// Nothing is pulled in.
    pub const NONE: Winsorise = Winsorise(0.0);

    /// # Errors
    /// [`InputError::Probability`] unless `0 <= share < 0.5`.
    pub fn new(share: f64) -> Result<Self, InputError> {
        if (0.0..0.5).contains(&share) {
            Ok(Winsorise(share))
        } else {
            Err(InputError::Probability(share))
        }
    }
}

/// What the units' differences amount to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Overdispersion {
    /// The mean square of the winsorised z-scores: about 1 where there is chance alone. 0 if there are no units.
    pub phi: f64,
    /// The variance between units of the root of the ratio, by moments (DerSimonian and Laird); 0 where there is no
    /// more than chance, or fewer than two units.
    pub tau_squared: f64,
    /// The probability of so large a `phi` by chance alone, by the chi-square distribution of units × phi. Winsorising
    /// makes it too large rather than too small.
    pub p: f64,
}

/// Measures over-dispersion over all units (Spiegelhalter 2005).
#[must_use]
pub fn overdispersion(units: &[Unit], winsorise: Winsorise) -> Overdispersion {
    let scores = winsorised(units.iter().map(|unit| unit.z()).collect(), winsorise);
    let squares: f64 = scores.iter().map(|z| z * z).sum();
    let count = units.len() as f64;
    Overdispersion {
        phi: if units.is_empty() { 0.0 } else { squares / count },
        tau_squared: tau_squared(units, squares),
        p: if units.is_empty() {
            1.0
        } else {
            gamma::tails(count / 2.0, squares / 2.0).upper
        },
    }
}

fn tau_squared(units: &[Unit], squares: f64) -> f64 {
    if units.len() < 2 {
        return 0.0;
    }
    // The inverse of the variance of √ratio by chance alone.
    let weights = || units.iter().map(|unit| 4.0 * unit.expected.value());
    let sum: f64 = weights().sum();
    let of_squares: f64 = weights().map(|weight| weight * weight).sum();
    let excess = squares - (units.len() - 1) as f64;
    (excess / (sum - of_squares / sum)).max(0.0)
}

fn winsorised(scores: Vec<f64>, Winsorise(share): Winsorise) -> Vec<f64> {
    let mut sorted = scores.clone();
    sorted.sort_by(f64::total_cmp);
    let (low, high) = (quantile(&sorted, share), quantile(&sorted, 1.0 - share));
    scores.into_iter().map(|score| score.max(low).min(high)).collect()
}

/// The quantile of sorted values, interpolated between neighbours as R's type 7 and NumPy do.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else {
        return 0.0;
    };
    let place = share * last as f64;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place among the values: between 0 and their number"
    )]
    let below = (libm::floor(place) as usize).min(last);
    let above = (below + 1).min(last);
    sorted[below] + (place - below as f64) * (sorted[above] - sorted[below])
}
