//! Changes: so much more or less than at another time.
//!
//! Both counts are looked for in the text, then among published ones. Where only one is there, the printed change implies the
//! other: 293 now and 16.8 % fewer imply 352. Where neither is there, counts of the size that was published last are **assumed**, and the
//! note says so. Over "five years" nobody says from which year to which; yearly counts are assumed there whatever the text has of
//! other periods, and no published year contradicts it.
//!
//! A change **holds** where two Poisson counts of that size differ by more than chance (exact conditional p < 0.05), else it is
//! **noise**. It is **implausible** where two known counts, or no whole number at all, give the printed change.

mod counts;
mod outcome;

use saqta_domain::period::Period;

use super::{Judgement, doubted, not_comparable};
use crate::headline::facts::{Facts, Origin};
use crate::headline::message::Phrase;
use crate::headline::read::assertion::{Change, Detail, Pair, Printed, Rates};
use crate::headline::read::{Assertion, Base, Direction, Metric, Size};
use crate::headline::report::{Recomputed, Verdict};
use crate::knowledge::What;
use counts::{Counts, counts, gives};
use outcome::{contradicted, mixed, mixes, tested, unknown};

/// Things whose count a change may be of where its own words do not say.
const USUAL: [What; 3] = [What::Injured, What::Deaths, What::Accidents];

pub(super) fn judge(facts: &Facts<'_>, claim: &Assertion, change: Change) -> Judgement {
    let judgement = judge_as_read(facts, claim, change);
    if claim.what_is_said || judgement.verdict != Verdict::Implausible {
        return judgement;
    }
    // "584 injured, 77 dead (−16.6% y/y)": what does not fit the dead may fit the injured.
    let others = USUAL.into_iter().filter(|what| *what != claim.what);
    let readings = others.map(|what| Assertion {
        what,
        ..claim.clone()
    });
    readings
        .filter(|other| facts.in_text(other.what, other.place, other.period).is_some())
        .map(|other| judge_as_read(facts, &other, change))
        .find(|other| matches!(other.verdict, Verdict::Holds | Verdict::Noise))
        .unwrap_or(judgement)
}

fn judge_as_read(facts: &Facts<'_>, claim: &Assertion, change: Change) -> Judgement {
    if let Some(judgement) = change.pair.and_then(|pair| of_pair(facts, claim, change, pair)) {
        return judgement;
    }
    if let Some(rates) = change.rates.filter(|_| change.size == Size::Percent) {
        return of_rates(claim, change, rates);
    }
    if change.metric == Metric::Rate || change.size == Size::Points || !claim.activities.is_empty() {
        return unknown(Phrase::new("figures-note-change-not-of-counts"));
    }
    let Some(counts) = counts(facts, claim, change) else {
        return unknown(Phrase::new("figures-note-change-unknown"));
    };
    if let Counts::Of { current, base, .. } = &counts
        && [current.origin, base.origin]
            .iter()
            .any(|origin| *origin != Origin::Text)
        && let Some(mixed) = of_unlike_counts(facts, claim, change)
    {
        return mixed;
    }
    if let (Base::Period(base), Some(own)) = (change.base, claim.period)
        && are_unlike(own, base)
        && let Counts::Of { current, base, .. } | Counts::Contradicted { current, base } = &counts
    {
        return mixed(*current, *base, Phrase::new("figures-note-change-periods"));
    }
    match counts {
        Counts::Contradicted { current, base } => contradicted(claim, current, base),
        Counts::Impossible { known } => {
            let why = Phrase::new("figures-note-change-impossible").count("known", known);
            Judgement {
                verdict: Verdict::Implausible,
                recomputed: Some(Recomputed {
                    count: Some(known),
                    ..Recomputed::default()
                }),
                corrected: doubted(why.clone()),
                note: vec![why],
            }
        }
        Counts::Of { current, base, year } => tested(claim, current, base, year),
    }
}

/// A change of two rates as printed: what rounding alone leaves open says how little it says. No count goes with it.
fn of_rates(claim: &Assertion, change: Change, rates: Rates) -> Judgement {
    const HALF: f64 = 0.5;
    let bounds = |printed: Printed| {
        let half = HALF * 10_f64.powi(-i32::from(printed.decimals));
        ((printed.value - half).max(0.0), printed.value + half)
    };
    let (current, base) = (bounds(rates.current), bounds(rates.base));
    if base.0 <= 0.0 {
        return unknown(Phrase::new("figures-note-change-not-of-counts"));
    }
    // Per cent, a fall below zero.
    let lowest = (current.0 / base.1 - 1.0) * 100.0;
    let highest = (current.1 / base.0 - 1.0) * 100.0;
    let value = claim.value.unwrap_or_default();
    let half = HALF * 10_f64.powi(-i32::from(claim.decimals));
    let within = |change: f64| (lowest - half..=highest + half).contains(&change);
    let fits = match change.direction {
        Some(Direction::Down) => within(-value),
        Some(Direction::Up) => within(value),
        None => within(value) || within(-value),
    };
    let why = Phrase::new("figures-note-change-of-rates")
        .decimal("base", rates.base.value, rates.base.decimals)
        .decimal("current", rates.current.value, rates.current.decimals)
        .decimal("lowest", lowest, 0)
        .decimal("highest", highest, 0);
    Judgement {
        verdict: if fits {
            Verdict::Mixed
        } else {
            Verdict::Implausible
        },
        recomputed: None,
        corrected: if fits {
            not_comparable(why.clone())
        } else {
            doubted(why.clone())
        },
        note: vec![why],
    }
}

/// A change beside its two counts: "(293 against 352)". Those that do not give it contradict it only where nothing else gives it.
fn of_pair(facts: &Facts<'_>, claim: &Assertion, change: Change, pair: Pair) -> Option<Judgement> {
    let of_pair = Assertion {
        what: pair.current.what,
        place: pair.current.place,
        period: pair.current.period,
        detail: Detail::Change(Change {
            base: pair.base.period.map_or(change.base, Base::Period),
            ..change
        }),
        ..claim.clone()
    };
    let (current, base) = (facts.stated_side(pair.current), facts.stated_side(pair.base));
    let unlike =
        matches!((pair.current.period, pair.base.period), (Some(own), Some(base)) if are_unlike(own, base));
    let fits = gives(claim, change, current.count, base.count);
    if unlike && fits {
        return Some(mixed(current, base, Phrase::new("figures-note-change-periods")));
    }
    if fits {
        return Some(tested(&of_pair, current, base, None));
    }
    let otherwise = judge_as_read(facts, claim, Change { pair: None, ..change });
    // A base that only the change itself implies is no witness against the pair that the text gives.
    let is_implied = otherwise.recomputed.as_ref().is_some_and(|numbers| {
        [Origin::Implied, Origin::Assumed]
            .iter()
            .any(|origin| numbers.base_from == Some(origin.name()))
    });
    Some(match otherwise.verdict {
        Verdict::Mixed => otherwise,
        Verdict::Holds | Verdict::Noise if !is_implied => otherwise,
        _ => contradicted(&of_pair, current, base),
    })
}

/// Two counts of the text that give the printed change, but of unlike periods or of two counters.
fn of_unlike_counts(facts: &Facts<'_>, claim: &Assertion, change: Change) -> Option<Judgement> {
    const SENTENCES: usize = 3;
    let counts: Vec<(&Assertion, u64)> = facts
        .assertions
        .iter()
        .filter(|other| other.sentence <= claim.sentence && claim.sentence - other.sentence <= SENTENCES)
        .filter(|other| other.counts_like(claim.what, claim.place))
        .filter_map(|other| Some((other, other.count()?)))
        .collect();
    counts.iter().find_map(|(current, count)| {
        let fits = |(_, base): &&(&Assertion, u64)| base != count && gives(claim, change, *count, *base);
        let (base, base_count) = counts.iter().find(fits)?;
        let (one, other) = (facts.stated(current, *count), facts.stated(base, *base_count));
        if mixes(one, other) {
            return Some(mixed(one, other, Phrase::new("figures-note-change-counters")));
        }
        let unlike =
            matches!((current.period, base.period), (Some(own), Some(base)) if are_unlike(own, base));
        unlike.then(|| mixed(one, other, Phrase::new("figures-note-change-periods")))
    })
}

/// Whether two periods are not of the same length: a quarter and a half-year, nine months and a year.
fn are_unlike(one: Period, other: Period) -> bool {
    let months = |period: Period| period.last_month() - period.first_month();
    months(one) != months(other)
}
