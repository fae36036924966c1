//! Two counts of the same people: has anything changed?

use saqta_statistics::{InputError, Level, Observed, compare, multiple};
use serde::Serialize;

/// A count beside another.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Change {
    /// The count before.
    pub before: u64,
    /// The count now.
    pub now: u64,
    /// The rate now over the rate before; none when there was nothing before.
    pub ratio: Option<f64>,
    /// Lower limit of the ratio (score).
    pub ratio_lower: Option<f64>,
    /// Upper limit of the ratio (score).
    pub ratio_upper: Option<f64>,
    /// Exact conditional p-value, two-sided, of no change.
    pub p: f64,
    /// Whether the change is more than chance at the 5 % level.
    pub is_established: bool,
}

/// Compares counts over exposures: both 1 where only the counts are compared.
///
/// # Errors
/// [`InputError`] for an exposure that is not above 0.
pub fn change(before: (u64, f64), now: (u64, f64), level: Level) -> Result<Change, InputError> {
    let compared = compared(before, now, level)?;
    Ok(Change {
        before: before.0,
        now: now.0,
        ratio: compared.ratio,
        ratio_lower: compared.ratio_lower,
        ratio_upper: compared.ratio_upper,
        p: compared.p.exact_conditional,
        is_established: compared.p.exact_conditional < ESTABLISHED,
    })
}

/// A change above this p-value is not told from chance.
const ESTABLISHED: f64 = 0.05;

/// What two counts over their exposures say about each other.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Compared {
    /// The rate now over the rate before; none when there was nothing before.
    pub ratio: Option<f64>,
    /// Lower limit of the ratio (score).
    pub ratio_lower: Option<f64>,
    /// Upper limit of the ratio (score); none when there was nothing before.
    pub ratio_upper: Option<f64>,
    /// The coverage of the interval, as 0.95.
    pub level: f64,
    /// Two-sided p-values of no change, by four methods.
    pub p: Probabilities,
    /// The exact conditional p-value, adjusted for having looked at all cells beside this one (Benjamini and Hochberg).
    pub p_adjusted: f64,
    /// Whether the change is more than chance: the adjusted p-value is below 5 %.
    pub is_established: bool,
}

/// Two-sided p-values of two equal rates.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Probabilities {
    /// Binomial, given the total: never too small.
    pub exact_conditional: f64,
    /// The same less half the probability of what was observed.
    pub mid_p: f64,
    /// The E-test (Krishnamoorthy and Thomson).
    pub e_test: f64,
    /// The score test, which agrees with the interval of the ratio.
    pub score: f64,
}

/// Compares counts over exposures in full, as one comparison among no others.
///
/// # Errors
/// [`InputError`] for an exposure that is not above 0.
pub fn compared(before: (u64, f64), now: (u64, f64), level: Level) -> Result<Compared, InputError> {
    let finite = |number: f64| number.is_finite().then_some(number);
    let compared = compare::compare(
        Observed::new(now.0, now.1)?,
        Observed::new(before.0, before.1)?,
        level,
    );
    let p = compared.p;
    Ok(Compared {
        ratio: finite(compared.ratio),
        ratio_lower: finite(compared.ratio_lower),
        ratio_upper: finite(compared.ratio_upper),
        level: level.value(),
        p: Probabilities {
            exact_conditional: p.exact_conditional,
            mid_p: p.mid_p,
            e_test: p.e_test,
            score: p.score,
        },
        p_adjusted: p.exact_conditional,
        is_established: p.exact_conditional < ESTABLISHED,
    })
}

/// Adjusts comparisons for having been looked at together.
pub fn adjust<'c>(comparisons: impl Iterator<Item = &'c mut Compared>) {
    let comparisons: Vec<&mut Compared> = comparisons.collect();
    let p_values: Vec<f64> = comparisons.iter().map(|each| each.p.exact_conditional).collect();
    // P-values are probabilities, the only thing that could be refused.
    let adjusted = multiple::benjamini_hochberg(&p_values).unwrap_or(p_values);
    for (compared, p_adjusted) in comparisons.into_iter().zip(adjusted) {
        compared.p_adjusted = p_adjusted;
        compared.is_established = p_adjusted < ESTABLISHED;
    }
}
