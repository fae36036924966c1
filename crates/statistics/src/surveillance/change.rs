//! When a rate became another.
//!
//! The cast: a **split** of a series into the periods before and after; the **likelihood ratio** of two rates to one
//! at each split; the **walk** of the running total, which says how large the largest of these ratios becomes when
//! nothing changed.
//!
//! Source: the likelihood ratio of K. J. Worsley, "Confidence regions and tests for a change-point in a sequence of
//! exponential family random variables", Biometrika 73 (1986) 91–104; its p-value is exact there as here: given the
//! total, the running total is a chain of binomial steps.

use std::ops::RangeInclusive;

use crate::Observed;
use crate::root::first_whole;
use crate::special::beta::{Chance, binomial_at_least, binomial_at_most, binomial_density};

/// The most steps of the walk that are followed; beyond it the p-value is bounded.
const MOST_STEPS: f64 = 5e7;

/// Ratios that differ by less, relatively, are the same but for rounding.
const TIE: f64 = 1e-11;

/// The split at which two rates explain a series best.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChangePoint {
    /// How many periods lie before the change.
    pub before: usize,
    /// Events per unit of exposure before it.
    pub rate_before: f64,
    /// Events per unit of exposure from it on.
    pub rate_after: f64,
    /// Twice the logarithm of the likelihood ratio of two rates to one.
    pub likelihood_ratio: f64,
    /// Whether one rate would do, the split having been searched for.
    pub p: ChangeP,
}

/// A p-value, or what it cannot exceed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ChangeP {
    /// The probability of so large a ratio at some split while the rate is steady, given the total.
    Exact(f64),
    /// A bound for it (Bonferroni's, over the splits), for series too large to follow every path.
    AtMost(f64),
}

impl ChangeP {
    /// The number, exact or not.
    #[must_use]
    pub fn value(self) -> f64 {
        match self {
            ChangeP::Exact(p) | ChangeP::AtMost(p) => p,
        }
    }
}

/// The single most likely change of rate in a series; the earliest if several are equally likely. `None` for fewer than
/// two periods or no events at all.
///
/// Time: at most some tenths of a second; in proportion to periods × the square of how far the running total strays.
#[must_use]
pub fn change_point(series: &[Observed]) -> Option<ChangePoint> {
    let splits = Splits::of(series);
    if splits.total == 0 {
        return None;
    }
    let mut best: Option<(usize, f64)> = None;
    let mut events = 0;
    for (index, period) in series.iter().enumerate().take(series.len().checked_sub(1)?) {
        events += period.count();
        let ratio = splits.ratio(index, events);
        if best.is_none_or(|(_, largest)| ratio > largest * (1.0 + TIE)) {
            best = Some((index, ratio));
        }
    }
    let (index, likelihood_ratio) = best?;
    let events: u64 = series[..=index].iter().map(|period| period.count()).sum();
    let exposure = splits.exposures[index];
    Some(ChangePoint {
        before: index + 1,
        rate_before: events as f64 / exposure,
        rate_after: (splits.total - events) as f64 / (splits.exposure() - exposure),
        likelihood_ratio,
        p: splits.p_value(likelihood_ratio * (1.0 - TIE)),
    })
}

/// A series as the splits see it.
struct Splits {
    total: u64,
    /// The exposure up to and with each period.
    exposures: Vec<f64>,
}

impl Splits {
    fn of(series: &[Observed]) -> Splits {
        let running = series.iter().scan(0.0, |sum, period| {
            *sum += period.exposure();
            Some(*sum)
        });
        Splits {
            total: series.iter().map(|period| period.count()).sum(),
            exposures: running.collect(),
        }
    }

    fn exposure(&self) -> f64 {
        self.exposures.last().copied().unwrap_or(0.0)
    }

    /// The likelihood ratio of a split after the period `index` with so many events up to then.
    fn ratio(&self, index: usize, events: u64) -> f64 {
        let (total, share) = (self.total as f64, self.exposures[index] / self.exposure());
        let events = events as f64;
        let part = |count: f64, expected: f64| {
            if count == 0.0 {
                0.0
            } else {
                count * libm::log(count / expected)
            }
        };
        2.0 * (part(events, total * share) + part(total - events, total * (1.0 - share))).max(0.0)
    }

    /// The running totals whose ratio at a split is below a bound: a range around the expected one, or none.
    fn unremarkable(&self, index: usize, bound: f64) -> Option<(u64, u64)> {
        let is_below = |events: u64| self.ratio(index, events) < bound;
        let expected = self.total as f64 * self.exposures[index] / self.exposure();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and the total"
        )]
        let middle = libm::floor(expected) as u64;
        let middle = [middle, middle + 1]
            .into_iter()
            .find(|events| *events <= self.total && is_below(*events))?;
        let low = first_whole(0, middle, is_below);
        let high = first_whole(middle, self.total + 1, |events| !is_below(events)) - 1;
        Some((low, high))
    }

    fn p_value(&self, bound: f64) -> ChangeP {
        if bound <= 0.0 {
            return ChangeP::Exact(1.0);
        }
        let splits = self.exposures.len() - 1;
        let ranges: Vec<Option<(u64, u64)>> =
            (0..splits).map(|index| self.unremarkable(index, bound)).collect();
        let width = |range: &Option<(u64, u64)>| range.map_or(0.0, |(low, high)| (high - low + 1) as f64);
        let steps: f64 = ranges.iter().map(|range| width(range) * width(range)).sum();
        if steps <= MOST_STEPS {
            ChangeP::Exact(self.by_walk(&ranges).min(1.0))
        } else {
            ChangeP::AtMost(self.by_sum(&ranges).min(1.0))
        }
    }

    /// Follows every path of the running total, and adds up the probability of those that leave their range, where
    /// they leave it. Nothing is subtracted, so that a small p-value keeps its digits.
    fn by_walk(&self, ranges: &[Option<(u64, u64)>]) -> f64 {
        let mut outside = 0.0;
        let mut start = 0;
        let mut here = vec![1.0];
        for (index, range) in ranges.iter().enumerate() {
            let Some((low, high)) = *range else {
                return outside + here.iter().sum::<f64>();
            };
            let chance = self.chance_of_next(index);
            let mut next = vec![0.0; usize::try_from(high - low + 1).unwrap_or(0)];
            for (events, probability) in (start..)
                .zip(&here)
                .filter(|(_, probability)| **probability > 0.0)
            {
                let left = self.total - events;
                if events < low {
                    outside += probability * binomial_at_most(low - events - 1, left, chance);
                }
                outside += match (high + 1).checked_sub(events) {
                    Some(gain) => probability * binomial_at_least(gain, left, chance),
                    None => *probability,
                };
                if events <= high {
                    let reachable = low.max(events)..=high.min(self.total);
                    spread(*probability, events, reachable, (left, chance), &mut next, low);
                }
            }
            (start, here) = (low, next);
        }
        outside
    }

    /// How likely an event not yet seen belongs to this period.
    fn chance_of_next(&self, index: usize) -> Chance {
        let before = if index == 0 {
            0.0
        } else {
            self.exposures[index - 1]
        };
        let left = self.exposure() - before;
        Chance {
            success: (self.exposures[index] - before) / left,
            failure: (self.exposure() - self.exposures[index]) / left,
        }
    }

    fn by_sum(&self, ranges: &[Option<(u64, u64)>]) -> f64 {
        let outside = |(index, range): (usize, &Option<(u64, u64)>)| {
            let share = self.exposures[index] / self.exposure();
            let chance = Chance {
                success: share,
                failure: 1.0 - share,
            };
            range.map_or(1.0, |(low, high)| {
                let below = low
                    .checked_sub(1)
                    .map_or(0.0, |below| binomial_at_most(below, self.total, chance));
                below + binomial_at_least(high + 1, self.total, chance)
            })
        };
        ranges.iter().enumerate().map(outside).sum()
    }
}

/// Adds the probability of each running total that is reached from one, to `next`, which begins with the total `low`.
/// It goes out from the likeliest, each probability from its neighbour's, until they no longer count.
fn spread(
    probability: f64,
    events: u64,
    reachable: RangeInclusive<u64>,
    (left, chance): (u64, Chance),
    next: &mut [f64],
    low: u64,
) {
    const NEGLIGIBLE: f64 = 1e-300;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and the events left"
    )]
    let likeliest = events + (left as f64 * chance.success) as u64;
    let start = likeliest.clamp(*reachable.start(), *reachable.end());
    let at_start = probability * binomial_density(start - events, left, chance);
    let odds = chance.success / chance.failure;
    let mut add = |total: u64, value: f64| {
        if let Some(place) = usize::try_from(total - low)
            .ok()
            .and_then(|index| next.get_mut(index))
        {
            *place += value;
        }
    };
    let mut value = at_start;
    for total in start..=*reachable.end() {
        add(total, value);
        let gain = (total - events) as f64;
        value *= (left as f64 - gain) / (gain + 1.0) * odds;
        if value < NEGLIGIBLE {
            break;
        }
    }
    let mut value = at_start;
    for total in (*reachable.start()..start).rev() {
        let gain = (total - events) as f64;
        value *= (gain + 1.0) / (left as f64 - gain) / odds;
        if value < NEGLIGIBLE {
            break;
        }
        add(total, value);
    }
}

#[cfg(test)]
mod tests {
    use super::Splits;
    use crate::Observed;

    fn splits(counts: &[u64]) -> Splits {
        let series: Vec<Observed> = counts
            .iter()
            .map(|count| Observed::new(*count, 1.5).unwrap())
            .collect();
        Splits::of(&series)
    }

    fn by_both(splits: &Splits, bound: f64) -> (f64, f64) {
        let ranges: Vec<_> = (0..splits.exposures.len() - 1)
            .map(|index| splits.unremarkable(index, bound))
            .collect();
        (splits.by_walk(&ranges), splits.by_sum(&ranges))
    }

    #[test]
    fn with_a_single_split_the_bound_is_the_p_value() {
        for bound in [0.5, 3.0, 12.0] {
            let (walk, sum) = by_both(&splits(&[9, 22]), bound);
            assert!(
                (walk / sum - 1.0).abs() < 1e-12,
                "{walk} by the walk, {sum} by the sum"
            );
        }
    }

    #[test]
    fn with_many_splits_the_bound_lies_above_but_not_beyond_their_number() {
        for bound in [2.0, 8.0, 20.0] {
            let (walk, sum) = by_both(&splits(&[4, 7, 1, 3, 9, 8, 8, 2]), bound);
            assert!(
                walk < sum && sum < 7.0 * walk,
                "{walk} by the walk, {sum} by the sum"
            );
        }
    }
}
