//! Changes: so much more or less than at another time.
//!
//! Both counts are looked for in the text, then among published ones. Where only one is there, the printed change implies the
//! other: 293 now and 16.8 % fewer imply 352. Where neither is there, counts of the size that was published last are **assumed**, and the
//! note says so. Over "five years" nobody says from which year to which; yearly counts are assumed there whatever the text has of
//! other periods, and no published year contradicts it.
//!
//! A change **holds** where two Poisson counts of that size differ by more than chance (exact conditional p < 0.05), else it is
//! **noise**. It is **implausible** where two known counts, or no whole number at all, give the printed change.

use saqta_domain::period::Period;

use super::{Judgement, doubted, not_comparable, unchecked};
use crate::headline::facts::{
    Compared, Facts, Known, Origin, SIGNIFICANT, STRONG, compared, printed_as, to_float,
};
use crate::headline::message::{Argument, Phrase};
use crate::headline::number::Figure;
use crate::headline::read::assertion::{Change, Counted, Detail, Pair};
use crate::headline::read::{Assertion, Base, Direction, Metric, Size};
use crate::headline::report::{Recomputed, Verdict};
use crate::knowledge::{Counter, What};

/// Years back from the newest in which a published count is looked for as an assumption.
const LOOK_BACK: i16 = 10;

/// "Twice as many" is said of anything near it.
const ABOUT_TIMES: f64 = 0.15;

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
    let known = |counted: Counted| Known {
        count: counted.count,
        origin: Origin::Text,
        counter: facts.counter_of(counted),
    };
    let (current, base) = (known(pair.current), known(pair.base));
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
        let known = |claim: &Assertion, count| Known {
            count,
            origin: Origin::Text,
            counter: facts.counter(claim),
        };
        let (one, other) = (known(current, *count), known(base, *base_count));
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

/// What a change can be recomputed from.
enum Counts {
    /// Two counts that give the printed change; the year whose count was assumed.
    Of {
        current: Known,
        base: Known,
        year: Option<Period>,
    },
    Contradicted {
        current: Known,
        base: Known,
    },
    /// No whole number of cases gives it.
    Impossible {
        known: u64,
    },
}

fn counts(facts: &Facts<'_>, claim: &Assertion, change: Change) -> Option<Counts> {
    let base_period = match change.base {
        Base::Period(period) => Some(period),
        Base::Unsaid => None,
        Base::Years(_) => return assumed(facts, claim, change),
    };
    let current = claim
        .period
        .and_then(|period| facts.count_by(claim.counter, claim.what, claim.place, Some(period)))
        .or_else(|| facts.in_text(claim.what, claim.place, claim.period));
    let counter = current.and_then(|current| current.counter).or(claim.counter);
    // The text's own base may be another counter's, which is then said; a published one of another says nothing.
    let base = base_period.and_then(|period| {
        let in_text = facts.in_text(claim.what, claim.place, Some(period));
        in_text.or_else(|| facts.count_by(counter, claim.what, claim.place, Some(period)))
    });
    match (current, base) {
        (Some(current), Some(base)) if gives(claim, change, current.count, base.count) => Some(Counts::Of {
            current,
            base,
            year: None,
        }),
        (Some(current), Some(base)) => Some(Counts::Contradicted { current, base }),
        (Some(current), None) => Some(implied(claim, change, current, Side::Base, None)),
        (None, Some(base)) => Some(implied(claim, change, base, Side::Current, None)),
        (None, None) => assumed(facts, claim, change),
    }
}

/// Which of the two counts is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Current,
    Base,
}

/// The whole number that gives the printed change together with a known one.
fn implied(claim: &Assertion, change: Change, known: Known, missing: Side, year: Option<Period>) -> Counts {
    let value = claim.value.unwrap_or_default();
    let down = change.direction == Some(Direction::Down);
    let factor = match change.size {
        Size::Percent | Size::Points if down => 1.0 - value / 100.0,
        Size::Percent | Size::Points => 1.0 + value / 100.0,
        Size::Times if down && value >= 1.0 => 1.0 / value,
        Size::Times => value,
        Size::Number => f64::NAN,
    };
    let count = to_float(known.count);
    let estimate = match (change.size, missing) {
        (Size::Number, Side::Base) if down => count + value,
        (Size::Number, Side::Base) => count - value,
        (Size::Number, Side::Current) if down => count - value,
        (Size::Number, Side::Current) => count + value,
        (_, Side::Base) => count / factor,
        (_, Side::Current) => count * factor,
    };
    let candidates = [estimate.round(), estimate.floor(), estimate.ceil()];
    let found = candidates
        .into_iter()
        .filter(|c| c.is_finite())
        .find_map(|candidate| {
            let other = Figure::of(candidate).count()?;
            let (current, base) = match missing {
                Side::Base => (known.count, other),
                Side::Current => (other, known.count),
            };
            gives(claim, change, current, base).then_some(other)
        });
    let Some(other) = found else {
        return Counts::Impossible { known: known.count };
    };
    let other = Known {
        count: other,
        origin: if year.is_some() {
            Origin::Assumed
        } else {
            Origin::Implied
        },
        counter: known.counter,
    };
    match missing {
        Side::Base => Counts::Of {
            current: known,
            base: other,
            year,
        },
        Side::Current => Counts::Of {
            current: other,
            base: known,
            year,
        },
    }
}

/// With neither count known: the newest published count of the same months (over several years: of a whole year) is taken as the size that such
/// counts have.
fn assumed(facts: &Facts<'_>, claim: &Assertion, change: Change) -> Option<Counts> {
    let newest = facts.knowledge.latest_year()?;
    let months = match (change.base, claim.period) {
        (Base::Years(_), _) | (_, None) => Period::year_of(newest)?,
        (_, Some(period)) => Period::months(newest, period.first_month(), period.last_month())?,
    };
    (0..=LOOK_BACK).find_map(|back| {
        let period = Period::months(newest - back, months.first_month(), months.last_month())?;
        let known = facts.in_knowledge(claim.what, claim.place, Some(period), claim.counter)?;
        let usable = known.counter != Some(Counter::Unclear) && !known.is_of_another(claim.counter);
        usable.then(|| {
            let known = Known {
                origin: Origin::Assumed,
                ..known
            };
            implied(claim, change, known, Side::Base, Some(period))
        })
    })
}

/// Whether two counts give the printed change.
fn gives(claim: &Assertion, change: Change, current: u64, base: u64) -> bool {
    let (value, decimals) = (claim.value.unwrap_or_default(), claim.decimals);
    let (current, base) = (to_float(current), to_float(base));
    let way = match change.direction {
        Some(Direction::Down) => current <= base,
        Some(Direction::Up) => current >= base,
        None => true,
    };
    if claim.value.is_none() {
        return way;
    }
    let slack = if claim.approximate { 1.0 } else { 0.0 };
    let near = |actual: f64| printed_as(actual, value, decimals) || (actual - value).abs() <= slack;
    way && match change.size {
        Size::Percent | Size::Points => base > 0.0 && near((current - base).abs() / base * 100.0),
        Size::Number => near((current - base).abs()),
        Size::Times => {
            let ratio = match (change.direction, value < 1.0) {
                (Some(Direction::Down), false) => base / current,
                _ => current / base,
            };
            ratio.is_finite()
                && (printed_as(ratio, value, decimals) || (ratio / value - 1.0).abs() <= ABOUT_TIMES)
        }
    }
}

fn percent(current: u64, base: u64) -> f64 {
    (to_float(current) / to_float(base) - 1.0) * 100.0
}

/// Tenths, where there are any.
fn digits(percent: f64) -> u8 {
    u8::from((percent - percent.round()).abs() >= 0.05)
}

fn recomputed(current: Known, base: Known, compared: Option<Compared>) -> Recomputed {
    Recomputed {
        count: Some(current.count),
        base: Some(base.count),
        base_from: Some(base.origin.name()),
        percent: (base.count > 0).then(|| percent(current.count, base.count)),
        ratio: compared
            .map(|compared| compared.ratio)
            .filter(|ratio| ratio.is_finite()),
        lower: compared.map(|compared| compared.lower),
        upper: compared
            .map(|compared| compared.upper)
            .filter(|upper| upper.is_finite()),
        p: compared.map(|compared| compared.p),
        ..Recomputed::default()
    }
}

fn contradicted(claim: &Assertion, current: Known, base: Known) -> Judgement {
    let numbers = recomputed(current, base, compared((current.count, 1.0), (base.count, 1.0)));
    if mixes(current, base) {
        return mixed(current, base, Phrase::new("figures-note-change-counters"));
    }
    let why = Phrase::new("figures-note-change-contradicted")
        .count("base", base.count)
        .count("current", current.count)
        .decimal("percent", numbers.percent.unwrap_or_default(), 1);
    Judgement {
        verdict: Verdict::Implausible,
        recomputed: Some(numbers),
        corrected: said(
            claim,
            current,
            base,
            compared((current.count, 1.0), (base.count, 1.0)),
            None,
        ),
        note: vec![why],
    }
}

fn mixes(current: Known, base: Known) -> bool {
    let unclear = |known: Known| known.counter == Some(Counter::Unclear);
    let differ = matches!((current.counter, base.counter), (Some(one), Some(other)) if one != other);
    // A count that only another than the ministry published, beside one of which nobody says who counted.
    let is_usual = |counter: Counter| counter == Counter::Ministry;
    let unsaid = |known: Known, other: Known| {
        known.origin == Origin::Text
            && known.counter.is_none()
            && other.counter.is_some_and(|counter| !is_usual(counter))
    };
    differ || unclear(current) || unclear(base) || unsaid(current, base) || unsaid(base, current)
}

fn mixed(current: Known, base: Known, why: Phrase) -> Judgement {
    Judgement {
        verdict: Verdict::Mixed,
        recomputed: Some(recomputed(current, base, None)),
        corrected: not_comparable(why.clone()),
        note: vec![why],
    }
}

fn tested(claim: &Assertion, current: Known, base: Known, year: Option<Period>) -> Judgement {
    if mixes(current, base) {
        return mixed(current, base, Phrase::new("figures-note-change-counters"));
    }
    let Some(compared) = compared((current.count, 1.0), (base.count, 1.0)) else {
        return unknown(Phrase::new("figures-note-change-unknown"));
    };
    let strength = match compared.p {
        p if p < STRONG => "strong",
        p if p < SIGNIFICANT => "weak",
        _ => "none",
    };
    let id = match year {
        Some(_) => "figures-note-change-assumed",
        None => "figures-note-change",
    };
    let mut note = Phrase::new(id)
        .with("from", Argument::Word(base_word(current, base)))
        .with("strength", Argument::Word(strength))
        .with("p", Argument::P(compared.p))
        .count("base", base.count)
        .count("current", current.count)
        .decimal("ratio", compared.ratio, 2)
        .decimal("lower", compared.lower, 2)
        .decimal("upper", compared.upper, 2);
    if let Some(year) = year {
        note = note.with("when", Argument::Period(year));
    }
    Judgement {
        verdict: if compared.p < SIGNIFICANT {
            Verdict::Holds
        } else {
            Verdict::Noise
        },
        recomputed: Some(recomputed(current, base, Some(compared))),
        note: vec![note],
        corrected: said(claim, current, base, Some(compared), year),
    }
}

fn base_period(claim: &Assertion) -> Option<Period> {
    match claim.detail {
        Detail::Change(Change {
            base: Base::Period(period),
            ..
        }) => Some(period),
        _ => None,
    }
}

/// Which of the counts is not printed anywhere.
fn base_word(current: Known, base: Known) -> &'static str {
    match (current.origin, base.origin) {
        (Origin::Implied, _) => "implied-current",
        (_, Origin::Implied) => "implied-base",
        (Origin::Text, _) if current.counter.is_none() => "text",
        (_, Origin::Text) if base.counter.is_none() => "text",
        _ => "both",
    }
}

fn said(
    claim: &Assertion,
    current: Known,
    base: Known,
    compared: Option<Compared>,
    year: Option<Period>,
) -> Phrase {
    let percent = percent(current.count, base.count);
    let chance = match compared {
        Some(compared) if compared.p < STRONG => "no",
        Some(compared) if compared.p < SIGNIFICANT => "hardly",
        Some(_) => "yes",
        None => "unknown",
    };
    let id = if year.is_some() {
        "figures-said-change-assumed"
    } else {
        "figures-said-change"
    };
    let upper = compared.map_or(f64::NAN, |compared| compared.upper);
    let lower = compared.map_or(f64::NAN, |compared| compared.lower);
    Phrase::new(id)
        .with(
            "scope",
            Argument::Scope(claim.place, Vec::new(), claim.period.filter(|_| year.is_none())),
        )
        .with("what", Argument::What(claim.what))
        .with("base-when", Argument::Before(base_period(claim)))
        .with("from", Argument::Word(base_word(current, base)))
        .with("way", Argument::Word(if percent <= 0.0 { "down" } else { "up" }))
        .with("chance", Argument::Word(chance))
        .with("p", Argument::P(compared.map_or(f64::NAN, |compared| compared.p)))
        .decimal("percent", percent.abs(), digits(percent))
        .decimal("from-percent", (lower - 1.0) * 100.0, 0)
        .decimal("to-percent", (upper - 1.0) * 100.0, 0)
        .count("base", base.count)
        .count("current", current.count)
}

fn unknown(why: Phrase) -> Judgement {
    Judgement {
        verdict: Verdict::Unknown,
        recomputed: None,
        note: vec![why],
        corrected: unchecked(),
    }
}
