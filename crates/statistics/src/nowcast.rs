//! What the last periods will come to once everything is reported.
//!
//! The cast: **occurrence periods** (months of injury), oldest first; the **delay** of a report, in whole periods; the
//! **triangle** of counts by both ([`Triangle`]), of which the lower right is not known yet; the **completeness** of a
//! period, the share of its events that is reported by now; the **nowcast** of a period, what it will come to, with a
//! **band**.
//!
//! Completeness is the product of reversed hazards: of the events reported within a delay, how many came with just
//! that delay. It is the chain ladder's. The band of what is outstanding is negative binomial: that of a Poisson count
//! whose mean is known only through what was reported (Jeffreys' prior), widened by the over-dispersion of the
//! triangle and by the uncertainty of the completeness (Greenwood's formula), the three variances added. Of several
//! periods together ([`Nowcast::together`]) the first two add up and the third is common, as in Renshaw and Verrall.
//!
//! Assumes that delays stay as they were, and that nothing comes later than the longest delay of the triangle.
//!
//! Sources: J. F. Lawless, "Adjustments for reporting delays and the prediction of occurred but not reported events",
//! Canadian Journal of Statistics 22 (1994) 15–31; A. E. Renshaw and R. J. Verrall, "A stochastic model underlying the
//! chain-ladder technique", British Actuarial Journal 4 (1998) 903–923.

use thiserror::Error;

use crate::special::beta::{self, Chance};
use crate::special::gamma;
use crate::{Interval, Level, root};

/// Counts by occurrence period and delay, as known at the end of the last period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Triangle {
    rows: Vec<Vec<u64>>,
    delays: usize,
}

/// Counts that form no triangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TriangleError {
    /// No period, or no delay.
    #[error("no counts")]
    Empty,
    /// A period with more or fewer counts than the delays that have passed since.
    #[error("period {period} has {found} counts, not {expected}")]
    Row {
        /// Which, from 0.
        period: usize,
        /// How many counts it has.
        found: usize,
        /// How many it should have: one for each delay that has passed, up to the longest.
        expected: usize,
    },
    /// A count beyond [`Triangle::MAX_COUNT`].
    #[error("a count must be at most {most}, not {0}", most = Triangle::MAX_COUNT)]
    TooMany(u64),
}

impl Triangle {
    /// The largest count of a period and delay.
    pub const MAX_COUNT: u64 = 100_000_000;

    /// One row a period, oldest first; in it, the number of events reported after each delay, from 0 on. The first row
    /// says how many delays there are; the last has only the first of them, the one before it two, and so on.
    ///
    /// # Errors
    /// [`TriangleError`].
    pub fn new(rows: Vec<Vec<u64>>) -> Result<Self, TriangleError> {
        let delays = rows.first().map_or(0, Vec::len);
        if delays == 0 {
            return Err(TriangleError::Empty);
        }
        for (period, row) in rows.iter().enumerate() {
            let expected = delays.min(rows.len() - period);
            if row.len() != expected {
                return Err(TriangleError::Row {
                    period,
                    found: row.len(),
                    expected,
                });
            }
            if let Some(count) = row.iter().find(|count| **count > Self::MAX_COUNT) {
                return Err(TriangleError::TooMany(*count));
            }
        }
        Ok(Triangle { rows, delays })
    }
}

/// What is known of the delays, and of each period.
#[derive(Debug, Clone, PartialEq)]
pub struct Nowcast {
    /// By delay, the share of a period's events that is reported by then; the last is 1.
    pub completeness: Vec<f64>,
    /// The variance of the counts over that of Poisson counts, by Pearson's residuals; at least 1.
    pub dispersion: f64,
    /// The periods, oldest first.
    pub periods: Vec<NowcastPeriod>,
    /// What is reported of each period by now.
    by_now: Vec<ByDelay>,
    level: Level,
}

impl Nowcast {
    /// What several periods will come to together, from the `first` to the `last`, both included and counted from 0, oldest
    /// first. Chance evens out between periods, so that the band is narrower than the sum of the periods' bands; what is not
    /// known of the delays is common to them and does not even out. `None` where one of the periods has no outcome, or there is
    /// no such period.
    #[must_use]
    pub fn together(&self, first: usize, last: usize) -> Option<Outcome> {
        let periods = self.periods.get(first..=last)?;
        let by_now = self.by_now.get(first..=last)?;
        if periods.is_empty() || periods.iter().any(|period| period.outcome.is_none()) {
            return None;
        }
        let reported: Vec<(u64, ByDelay)> = periods
            .iter()
            .zip(by_now)
            .map(|(period, by_now)| (period.reported, *by_now))
            .collect();
        Some(outcome(&reported, self.dispersion, self.level))
    }
}

/// What one period will come to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NowcastPeriod {
    /// Events reported by now.
    pub reported: u64,
    /// The share that is thought to be reported by now.
    pub completeness: f64,
    /// What it will come to; `None` where nothing was ever reported so soon.
    pub outcome: Option<Outcome>,
}

/// A nowcast with its band.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outcome {
    /// Reported over completeness.
    pub total: f64,
    /// The root of the mean squared error with which that is predicted.
    pub standard_error: f64,
    /// Whole numbers between which the total will come to lie, with the level's probability at least if the
    /// assumptions hold.
    pub band: Interval,
}

/// Estimates reporting delays and what each period will come to.
#[must_use]
pub fn nowcast(triangle: &Triangle, level: Level) -> Nowcast {
    let delays = Delays::of(triangle);
    let dispersion = delays.dispersion(triangle);
    let by_now = |row: &Vec<u64>| delays.by_delay[row.len() - 1];
    let period = |row: &Vec<u64>| {
        let reported = row.iter().sum();
        let by_now = by_now(row);
        NowcastPeriod {
            reported,
            completeness: by_now.completeness,
            outcome: (by_now.completeness > 0.0).then(|| outcome(&[(reported, by_now)], dispersion, level)),
        }
    };
    Nowcast {
        completeness: delays.by_delay.iter().map(|by| by.completeness).collect(),
        dispersion,
        periods: triangle.rows.iter().map(period).collect(),
        by_now: triangle.rows.iter().map(by_now).collect(),
        level,
    }
}

/// What is reported by a delay.
#[derive(Debug, Clone, Copy, PartialEq)]
struct ByDelay {
    completeness: f64,
    /// The relative variance of the completeness for Poisson counts. It never grows with the delay, and is also the relative
    /// covariance with the completeness of every shorter delay: the hazards beyond the longer one are common to both.
    uncertainty: f64,
}

struct Delays {
    by_delay: Vec<ByDelay>,
}

impl Delays {
    fn of(triangle: &Triangle) -> Delays {
        let mut by = ByDelay {
            completeness: 1.0,
            uncertainty: 0.0,
        };
        let mut by_delay = vec![by];
        for delay in (1..triangle.delays).rev() {
            let rows = || triangle.rows.iter().filter(|row| row.len() > delay);
            let just_then: f64 = rows().map(|row| row[delay] as f64).sum();
            let by_then: f64 = rows()
                .flat_map(|row| &row[..=delay])
                .map(|count| *count as f64)
                .sum();
            if by_then > 0.0 {
                let hazard = just_then / by_then;
                by.completeness *= 1.0 - hazard;
                by.uncertainty += hazard / ((1.0 - hazard) * by_then);
            }
            by_delay.push(by);
        }
        by_delay.reverse();
        Delays { by_delay }
    }

    fn share_of(&self, delay: usize) -> f64 {
        let before = if delay == 0 {
            0.0
        } else {
            self.by_delay[delay - 1].completeness
        };
        self.by_delay[delay].completeness - before
    }

    /// Pearson's statistic over its degrees of freedom; cells in which nothing is possible do not count.
    fn dispersion(&self, triangle: &Triangle) -> f64 {
        let (mut statistic, mut cells, mut periods) = (0.0, 0_usize, 0_usize);
        for row in &triangle.rows {
            let reported: f64 = row.iter().map(|count| *count as f64).sum();
            let total = reported / self.by_delay[row.len() - 1].completeness;
            if !(total > 0.0 && total.is_finite()) {
                continue;
            }
            periods += 1;
            for (delay, count) in row.iter().enumerate() {
                let fitted = total * self.share_of(delay);
                if fitted > 0.0 {
                    let residual = *count as f64 - fitted;
                    statistic += residual * residual / fitted;
                    cells += 1;
                }
            }
        }
        let delays = (0..triangle.delays)
            .filter(|delay| self.share_of(*delay) > 0.0)
            .count();
        let freedom = (cells + 1).saturating_sub(periods + delays);
        if freedom == 0 {
            1.0
        } else {
            (statistic / freedom as f64).max(1.0)
        }
    }
}

/// What periods come to together: of each, what is reported and how complete that is. No completeness is 0.
fn outcome(periods: &[(u64, ByDelay)], dispersion: f64, level: Level) -> Outcome {
    let (mut reported, mut total) = (0, 0.0);
    let mut outstanding = Outstanding {
        mean: 0.0,
        variance: 0.0,
    };
    for (so_far, by_now) in periods {
        reported += so_far;
        total += *so_far as f64 / by_now.completeness;
        let of_this = thought(*so_far, *by_now) * (1.0 - by_now.completeness);
        outstanding.mean += of_this;
        outstanding.variance += dispersion * of_this / by_now.completeness;
        for (other, by_then) in periods {
            let common = by_now.uncertainty.min(by_then.uncertainty);
            outstanding.variance +=
                dispersion * thought(*so_far, *by_now) * thought(*other, *by_then) * common;
        }
    }
    let lower = root::first_whole_from(0, |count| outstanding.at_most(count) > level.tail());
    let upper = root::first_whole_from(lower, |count| outstanding.more_than(count) <= level.tail());
    Outcome {
        total,
        standard_error: libm::sqrt(outstanding.variance),
        band: Interval {
            lower: (reported + lower) as f64,
            upper: (reported + upper) as f64,
        },
    }
}

/// What a period is thought to come to, under Jeffreys' prior.
fn thought(reported: u64, by_now: ByDelay) -> f64 {
    (reported as f64 + 0.5) / by_now.completeness
}

/// The negative binomial distribution of what is still to come; its variance is at least its mean.
struct Outstanding {
    mean: f64,
    variance: f64,
}

impl Outstanding {
    fn at_most(&self, count: u64) -> f64 {
        self.tails(count).0
    }

    fn more_than(&self, count: u64) -> f64 {
        self.tails(count).1
    }

    fn tails(&self, count: u64) -> (f64, f64) {
        let next = count as f64 + 1.0;
        if self.mean == 0.0 {
            return (1.0, 0.0);
        }
        let excess = self.variance - self.mean;
        let tails = if excess <= 1e-9 * self.mean {
            gamma::tails(next, self.mean).swapped()
        } else {
            let chance = Chance {
                success: self.mean / self.variance,
                failure: excess / self.variance,
            };
            beta::regularised(self.mean * self.mean / excess, next, chance)
        };
        (tails.lower, tails.upper)
    }
}
