//! The Early Aberration Reporting System: C1, C2 and C3.
//!
//! Source: L. Hutwagner, W. Thompson, G. M. Seeman and T. Treadwell, "The bioterrorism preparedness and response Early
//! Aberration Reporting System (EARS)", Journal of Urban Health 80 (2003) i89–i96; C3 without leaving out earlier
//! alarms, as in R. D. Fricker, B. L. Hegler and D. A. Dunfee, Statistics in Medicine 27 (2008) 3407–3429.

use crate::InputError;

/// How many periods the baseline has.
const BASELINE: usize = 7;
/// How many periods C2 and C3 leave between the baseline and the period judged, so that a slow rise does not raise its
/// own baseline.
const GUARD: usize = 2;
/// C1 and C2 raise an alarm above this many standard deviations.
const FAR: f64 = 3.0;
/// C3 raises an alarm above this sum.
const FAR_IN_SUM: f64 = 2.0;

/// The three methods, with the least standard deviation that a baseline is credited with. Without one (0), a single
/// event after seven empty days is infinitely far above them; 0.5 suits sparse counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ears {
    least_deviation: f64,
}

/// What one period looks like beside its baseline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Aberration {
    /// The mean of the baseline.
    pub expected: f64,
    /// Its standard deviation (of a sample), or the least one if that is larger.
    pub deviation: f64,
    /// C1 and C2: standard deviations above the mean; infinite above a baseline without any. C3: the sum over three
    /// periods of what C2 exceeds 1 by.
    pub statistic: f64,
    /// Whether the statistic is above 3 (C1, C2) or 2 (C3).
    pub alarm: bool,
}

impl Ears {
    /// # Errors
    /// [`InputError::Deviation`] unless `0 <= least_deviation` and finite.
    pub fn new(least_deviation: f64) -> Result<Self, InputError> {
        if least_deviation >= 0.0 && least_deviation.is_finite() {
            Ok(Ears { least_deviation })
        } else {
            Err(InputError::Deviation(least_deviation))
        }
    }

    /// C1: against the seven periods just before. `None` for the first seven.
    #[must_use]
    pub fn c1(&self, counts: &[u64]) -> Vec<Option<Aberration>> {
        self.against_baseline(counts, 0)
    }

    /// C2: against seven periods that end two before. `None` for the first nine.
    #[must_use]
    pub fn c2(&self, counts: &[u64]) -> Vec<Option<Aberration>> {
        self.against_baseline(counts, GUARD)
    }

    /// C3: C2 of a period and the two before it, added up above 1. `None` for the first eleven. The expected number and
    /// the deviation are those of C2.
    #[must_use]
    pub fn c3(&self, counts: &[u64]) -> Vec<Option<Aberration>> {
        let second = self.c2(counts);
        let sum_at = |index: usize| -> Option<f64> {
            let recent = second.get(index.checked_sub(2)?..=index)?;
            recent
                .iter()
                .map(|aberration| aberration.map(|aberration| (aberration.statistic - 1.0).max(0.0)))
                .sum()
        };
        let at = |(index, aberration): (usize, &Option<Aberration>)| {
            let statistic = sum_at(index)?;
            Some(Aberration {
                statistic,
                alarm: statistic > FAR_IN_SUM,
                ..(*aberration)?
            })
        };
        second.iter().enumerate().map(at).collect()
    }

    fn against_baseline(&self, counts: &[u64], guard: usize) -> Vec<Option<Aberration>> {
        let at = |index: usize| {
            let end = index.checked_sub(guard)?;
            let baseline = &counts[end.checked_sub(BASELINE)?..end];
            Some(self.aberration(counts[index], baseline))
        };
        (0..counts.len()).map(at).collect()
    }

    fn aberration(&self, count: u64, baseline: &[u64]) -> Aberration {
        let size = baseline.len() as f64;
        let expected = baseline.iter().map(|count| *count as f64).sum::<f64>() / size;
        let squares: f64 = baseline
            .iter()
            .map(|count| (*count as f64 - expected) * (*count as f64 - expected))
            .sum();
        let deviation = libm::sqrt(squares / (size - 1.0)).max(self.least_deviation);
        let above = count as f64 - expected;
        let statistic = if above == 0.0 { 0.0 } else { above / deviation };
        Aberration {
            expected,
            deviation,
            statistic,
            alarm: statistic > FAR,
        }
    }
}
