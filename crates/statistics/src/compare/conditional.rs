//! The conditional test of two rates: given the total, the first count is binomial.

use crate::Observed;
use crate::root::first_whole;
use crate::special::beta::{Chance, binomial_at_least, binomial_at_most, binomial_density};

/// Splits whose probabilities differ by less count as equally likely, as in R's `binom.test` and SciPy's `binomtest`.
const TIE: f64 = 1.0 + 1e-7;

pub(super) struct Conditional {
    pub(super) exact: f64,
    pub(super) mid_p: f64,
}

pub(super) fn test(first: Observed, second: Observed) -> Conditional {
    let total = first.count() + second.count();
    if total == 0 {
        return Conditional {
            exact: 1.0,
            mid_p: 1.0,
        };
    }
    let chance = chance_of_first(first, second);
    let exact = at_most_as_likely(first.count(), total, chance).min(1.0);
    Conditional {
        exact,
        mid_p: exact - 0.5 * binomial_density(first.count(), total, chance),
    }
}

pub(super) fn p_of_higher(first: Observed, second: Observed) -> f64 {
    let total = first.count() + second.count();
    binomial_at_least(first.count(), total, chance_of_first(first, second))
}

/// How likely an event of either side is one of the first's if the rates are equal.
fn chance_of_first(first: Observed, second: Observed) -> Chance {
    let exposure = first.exposure() + second.exposure();
    Chance {
        success: first.exposure() / exposure,
        failure: second.exposure() / exposure,
    }
}

/// The probability of every split that is at most as likely as the observed one: the observed tail, and the part of
/// the other tail that is found by halving, since the probabilities fall away from the middle.
fn at_most_as_likely(count: u64, total: u64, chance: Chance) -> f64 {
    let bound = binomial_density(count, total, chance) * TIE;
    let is_rare = |split: u64| binomial_density(split, total, chance) <= bound;
    let middle = total as f64 * chance.success;
    if (count as f64) < middle {
        let far = first_whole(count + 1, total + 1, is_rare);
        binomial_at_most(count, total, chance) + binomial_at_least(far, total, chance)
    } else if (count as f64) > middle {
        let from_the_top = first_whole(total + 1 - count, total + 1, |gap| is_rare(total - gap));
        let near = binomial_at_least(count, total, chance);
        if from_the_top > total {
            near
        } else {
            near + binomial_at_most(total - from_the_top, total, chance)
        }
    } else {
        1.0
    }
}
