//! A region or a hospital over time: is it getting worse?
//!
//! EARS looks for a single week that stands out, CUSUM for a lasting rise that no single week shows, and the t-chart at
//! the days between deaths, which are too rare to be counted by the week.

use jiff::civil::Date;
use saqta_domain::injury::InjuryOutcome;
use saqta_statistics::Expected;
use saqta_statistics::surveillance::{Cusum, Ears, GapError, GapPosition, TChart};
use serde::Serialize;

use crate::cross::Filter;
use crate::register::Register;
use crate::register::numbering::{date_of, day_number};

/// A rise by half must be noticed.
const RISE: f64 = 1.5;
/// The decision interval, in events.
const DECISION: f64 = 5.0;
/// Sparse counts are credited with at least this deviation.
const LEAST_DEVIATION: f64 = 0.5;

/// Weeks, and gaps between deaths, with what stands out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Watched {
    /// The weeks that have begun, oldest first.
    pub weeks: Vec<Week>,
    /// The mean of a week in the first half: what CUSUM takes as acceptable. None when nothing was counted in it.
    pub acceptable: Option<f64>,
    /// How many weeks CUSUM takes on average until it raises an alarm of nothing.
    pub weeks_until_false_alarm: Option<f64>,
    /// The gaps between days with a death.
    pub deaths: Option<Deaths>,
}

/// A week.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Week {
    /// Its Monday.
    pub monday: Date,
    /// Injuries.
    pub count: u64,
    /// Whether all its days are over. One that is not is counted and not judged: its count will grow.
    pub is_over: bool,
    /// Which methods raise an alarm: `c1`, `c2`, `c3`, `cusum`.
    pub alarms: Vec<&'static str>,
    /// The cumulative sum after it.
    pub cusum: Option<f64>,
}

/// Gaps between deaths.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Deaths {
    /// The least that a steady rate explains, in days; none where all gaps are equal, and none is judged.
    pub lower: Option<f64>,
    /// The middle, in days.
    pub centre: f64,
    /// The most that a steady rate explains, in days; see `lower`.
    pub upper: Option<f64>,
    /// The gaps, oldest first.
    pub gaps: Vec<Gap>,
}

/// Days from one death to the next.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Gap {
    /// The day of the later one.
    pub day: Date,
    /// How many days after the one before.
    pub days: i32,
    /// `too-short`, `within` or `too-long`; `not-judged` where all gaps are equal.
    pub position: &'static str,
}

/// Watches what a filter lets through, from one day to another, as seen on a day: weeks to come are not empty, they are not
/// there.
#[must_use]
pub fn watch(register: &Register, filter: &Filter, from: Date, to: Date, as_of: Date) -> Watched {
    let columns = register.columns();
    let to = to.min(as_of);
    let first = monday(day_number(from));
    let weeks_before = |day| usize::try_from((day_number(day) - first).div_euclid(7)).unwrap_or(0);
    let mut counts = vec![0_u64; if from <= to { weeks_before(to) + 1 } else { 0 }];
    let mut deaths = Vec::new();
    let within = Filter {
        from: Some(from),
        to: Some(to),
        ..filter.clone()
    };
    let fatal = InjuryOutcome::Fatal as u8 + 1;
    within.each(columns, |row| {
        let day = columns.day[row];
        if let Some(count) = usize::try_from((day - first) / 7)
            .ok()
            .and_then(|week| counts.get_mut(week))
        {
            *count += 1;
        }
        if columns.outcome[row] == fatal {
            deaths.push(day);
        }
    });
    // A week that the period cuts off is as good as over: nothing more will be counted in it.
    let over = if to < as_of {
        counts.len()
    } else {
        weeks_before(to).min(counts.len())
    };
    let cusum = cusum_of(&counts[..over]);
    Watched {
        weeks: weeks_of(first, &counts, over, cusum.as_ref().map(|(cusum, _)| *cusum)),
        weeks_until_false_alarm: cusum
            .as_ref()
            .and_then(|(cusum, acceptable)| cusum.average_run_length(*acceptable)),
        acceptable: cusum.map(|(_, acceptable)| acceptable.value()),
        deaths: gaps_of(deaths),
    }
}

/// 2 January 1950 was a Monday, and day 1.
fn monday(day: i32) -> i32 {
    day - (day - 1).rem_euclid(7)
}

#[expect(clippy::cast_precision_loss, reason = "no count of injuries reaches 2^53")]
fn cusum_of(counts: &[u64]) -> Option<(Cusum, Expected)> {
    let baseline = &counts[..counts.len() / 2];
    let sum: u64 = baseline.iter().sum();
    let mean = sum as f64 / baseline.len().max(1) as f64;
    let acceptable = Expected::new(mean).ok().filter(|mean| mean.value() > 0.0)?;
    let detectable = Expected::new(mean * RISE).ok()?;
    let cusum = Cusum::to_detect(acceptable, detectable, DECISION).ok()?;
    Some((cusum, acceptable))
}

/// Of the weeks' counts the first `over` are judged.
fn weeks_of(first: i32, counts: &[u64], over: usize, cusum: Option<Cusum>) -> Vec<Week> {
    let judged = &counts[..over];
    let ears = Ears::new(LEAST_DEVIATION).ok();
    let methods = ears.map(|ears| {
        [
            ("c1", ears.c1(judged)),
            ("c2", ears.c2(judged)),
            ("c3", ears.c3(judged)),
        ]
    });
    let sums = cusum.map(|cusum| cusum.run(judged));
    counts
        .iter()
        .enumerate()
        .map(|(week, count)| {
            let days = i32::try_from(week * 7).unwrap_or(0);
            let mut alarms: Vec<&'static str> = methods
                .iter()
                .flatten()
                .filter(|(_, found)| {
                    found
                        .get(week)
                        .is_some_and(|found| found.is_some_and(|found| found.alarm))
                })
                .map(|(name, _)| *name)
                .collect();
            let step = sums.as_ref().and_then(|sums| sums.get(week));
            if step.is_some_and(|step| step.alarm) {
                alarms.push("cusum");
            }
            Week {
                monday: date_of(first + days),
                count: *count,
                is_over: week < over,
                alarms,
                cusum: step.map(|step| step.value),
            }
        })
        .collect()
}

/// Days with several deaths are one event: they are no gap of nothing.
fn gaps_of(mut deaths: Vec<i32>) -> Option<Deaths> {
    deaths.sort_unstable();
    deaths.dedup();
    let gaps: Vec<(i32, i32)> = deaths
        .windows(2)
        .map(|pair| (pair[1], pair[1] - pair[0]))
        .collect();
    let days: Vec<f64> = gaps.iter().map(|(_, days)| f64::from(*days)).collect();
    let chart = match TChart::of(&days) {
        Ok(chart) => Some(chart),
        Err(GapError::NoSpread(_)) => None,
        Err(GapError::TooFew(_) | GapError::Gap(_)) => return None,
    };
    let gap = |(day, days): &(i32, i32)| Gap {
        day: date_of(*day),
        days: *days,
        position: match chart.map(|chart| chart.position(f64::from(*days))) {
            Some(GapPosition::TooShort) => "too-short",
            Some(GapPosition::Within) => "within",
            Some(GapPosition::TooLong) => "too-long",
            None => "not-judged",
        },
    };
    Some(Deaths {
        lower: chart.map(|chart| chart.lower),
        centre: chart.map_or(*days.first()?, |chart| chart.centre),
        upper: chart.map(|chart| chart.upper),
        gaps: gaps.iter().map(gap).collect(),
    })
}
