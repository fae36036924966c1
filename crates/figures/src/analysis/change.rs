//! Two counts of the same people: has anything changed?

use saqta_statistics::{InputError, Level, Observed, compare};
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
    let finite = |number: f64| number.is_finite().then_some(number);
    let compared = compare::compare(
        Observed::new(now.0, now.1)?,
        Observed::new(before.0, before.1)?,
        level,
    );
    Ok(Change {
        before: before.0,
        now: now.0,
        ratio: finite(compared.ratio),
        ratio_lower: finite(compared.ratio_lower),
        ratio_upper: finite(compared.ratio_upper),
        p: compared.p.exact_conditional,
        is_established: compared.p.exact_conditional < 0.05,
    })
}
