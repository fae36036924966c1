//! The period of a text that names none: "293 people were injured, 40 of whom died".
//!
//! Where the text's counts are exactly those published for one stretch of time, and contradict none that were published for it, the text is
//! taken to be about it, and every note says so. One large count is enough, for few numbers of three digits were ever published; of small ones
//! two are needed. Where two stretches fit equally well, neither is assumed.

use saqta_domain::period::Period;

use super::read::assertion::Detail;
use super::read::{Assertion, Base};
use crate::knowledge::{Knowledge, What};

/// From here a count tells its period alone.
const TELLING: u64 = 100;

/// Gives the assertions the period that they fit, if they have none and there is one.
pub(super) fn assume(assertions: &mut [Assertion], knowledge: &dyn Knowledge) -> Option<Period> {
    if assertions.iter().any(|claim| claim.period.is_some()) {
        return None;
    }
    let counts: Vec<(&Assertion, u64)> = assertions
        .iter()
        .filter(|claim| !claim.is_base && !claim.approximate && claim.what != What::Other)
        .filter_map(|claim| Some((claim, claim.count()?)))
        .collect();
    if counts.is_empty() {
        return None;
    }
    let mut fitting: Vec<(usize, Period)> = knowledge
        .periods()
        .into_iter()
        .filter_map(|period| Some((fits(&counts, period, knowledge)?, period)))
        .collect();
    fitting.sort_unstable_by_key(|(matches, _)| std::cmp::Reverse(*matches));
    let period = match fitting.as_slice() {
        [(_, only)] => *only,
        [(most, first), (next, _), ..] if most > next => *first,
        _ => return None,
    };
    for claim in assertions {
        date(claim, period);
    }
    Some(period)
}

/// How many of the counts are those published for a period; `None` where they do not tell it, or one contradicts it.
fn fits(counts: &[(&Assertion, u64)], period: Period, knowledge: &dyn Knowledge) -> Option<usize> {
    let mut matches = 0;
    let mut telling = false;
    for (claim, count) in counts {
        let branch = match claim.activities.as_slice() {
            [] => None,
            &[one] => Some(one),
            _ => continue,
        };
        let Some(place) = claim.place.place() else {
            continue;
        };
        let mut published = knowledge.counts(claim.what, place, branch, period);
        published.retain(|published| claim.counter.is_none_or(|own| own == published.counter));
        if published.iter().any(|published| published.count == *count) {
            matches += 1;
            telling |= *count >= TELLING;
        } else if !published.is_empty() {
            return None;
        }
    }
    (telling || matches > 1).then_some(matches)
}

fn date(claim: &mut Assertion, period: Period) {
    let before = period.a_year_before();
    claim.period = Some(if claim.is_base { before } else { period });
    if let Detail::Change(change) = &mut claim.detail {
        if change.base == Base::YearBefore {
            change.base = Base::Period(before);
        }
        if let Some(pair) = &mut change.pair {
            pair.current.period = pair.current.period.or(Some(period));
            pair.base.period = pair.base.period.or(Some(before));
        }
    }
}
