//! What a change comes to once its two counts are there: the verdict, the note, and what could be said instead.

use saqta_domain::period::Period;

use crate::headline::facts::{Compared, Known, Origin, SIGNIFICANT, STRONG, compared, to_float};
use crate::headline::judge::{Judgement, not_comparable, unchecked};
use crate::headline::message::{Argument, Phrase};
use crate::headline::read::assertion::{Change, Detail};
use crate::headline::read::{Assertion, Base};
use crate::headline::report::{Recomputed, Verdict};
use crate::knowledge::Counter;

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
        synthetic: current.synthetic || base.synthetic,
        ..Recomputed::default()
    }
}

pub(super) fn contradicted(claim: &Assertion, current: Known, base: Known) -> Judgement {
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

pub(super) fn mixes(current: Known, base: Known) -> bool {
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

pub(super) fn mixed(current: Known, base: Known, why: Phrase) -> Judgement {
    Judgement {
        verdict: Verdict::Mixed,
        recomputed: Some(recomputed(current, base, None)),
        corrected: not_comparable(why.clone()),
        note: vec![why],
    }
}

pub(super) fn tested(claim: &Assertion, current: Known, base: Known, year: Option<Period>) -> Judgement {
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

/// Over how many years the change is said to be.
fn years(claim: &Assertion) -> Option<u16> {
    match claim.detail {
        Detail::Change(Change {
            base: Base::Years(years),
            ..
        }) => Some(years),
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
        .with("over", Argument::Over(years(claim)))
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

pub(super) fn unknown(why: Phrase) -> Judgement {
    Judgement {
        verdict: Verdict::Unknown,
        recomputed: None,
        note: vec![why],
        corrected: unchecked(),
    }
}
