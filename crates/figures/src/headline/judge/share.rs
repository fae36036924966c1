//! Shares.
//!
//! A share of the injured is no risk: it says how many of them worked somewhere, not how dangerous it is there. Where part and whole are
//! known it is recomputed; where the activity's share of the employed is published, both are set side by side. Mining and metallurgy is section
//! B and part of C: nobody publishes how many work there. A share whose part nobody published stays **unknown**, however plausible.

use saqta_statistics::{Level, Part, proportion};

use super::{Judgement, doubted, kind_word, scope};
use crate::activity::Activity;
use crate::headline::facts::{Facts, Known, printed_as, to_float};
use crate::headline::message::{Argument, Phrase};
use crate::headline::number::Figure;
use crate::headline::read::{Assertion, Where};
use crate::headline::report::{Recomputed, Verdict};
use crate::knowledge::What;
use crate::place::Place;

pub(super) fn judge(facts: &Facts<'_>, claim: &Assertion) -> Judgement {
    let value = claim.value.unwrap_or_default();
    if let Some((part, whole)) = part_and_whole(facts, claim) {
        return recomputed(claim, part, whole);
    }
    let share_of_employed = share_of_employed(facts, claim);
    let whole = facts.count(
        What::Injured,
        Where::Place(Place::Country),
        claim.period,
        claim.counter,
    );
    let numbers = share_of_employed.map(|employed| {
        let ratio = value / employed;
        let estimate =
            whole.and_then(|whole| Figure::of((to_float(whole.count) * value / 100.0).round()).count());
        let interval = whole
            .zip(estimate)
            .and_then(|(whole, part)| limits(part, whole.count));
        Recomputed {
            count: estimate,
            base: whole.map(|whole| whole.count),
            share: Some(value),
            share_of_employed: Some(employed),
            ratio: Some(ratio),
            lower: interval.map(|(lower, _)| lower),
            upper: interval.map(|(_, upper)| upper),
            ..Recomputed::default()
        }
    });
    let activities = Argument::Activities(claim.activities.clone());
    let id = match (&share_of_employed, claim.activities.is_empty()) {
        (Some(_), _) => "figures-note-share-of-employed",
        (None, false) => "figures-note-share-no-denominator",
        (None, true) => "figures-note-share-unknown",
    };
    let employed = share_of_employed.unwrap_or(f64::NAN);
    let note = Phrase::new(id)
        .with("activity", activities.clone())
        .decimal("share", value, claim.decimals)
        .decimal("employed", employed, 1)
        .decimal("ratio", value / employed, 1)
        .with(
            "mining",
            Argument::Word(if claim.activities.contains(&Activity::MiningAndMetallurgy) {
                "yes"
            } else {
                "no"
            }),
        );
    let said = if claim.activities.is_empty() {
        "figures-said-unchecked"
    } else {
        "figures-said-share"
    };
    let corrected = Phrase::new(said)
        .with("figure", Argument::Decimal(value, claim.decimals))
        .with("kind", Argument::Word(kind_word(claim)))
        .with(
            "scope",
            if claim.activities.is_empty() {
                scope(claim)
            } else {
                Argument::Scope(claim.place, Vec::new(), claim.period)
            },
        )
        .with("what", Argument::What(claim.what))
        .with("activity", activities)
        .with(
            "employed-known",
            Argument::Word(if share_of_employed.is_some() { "yes" } else { "no" }),
        )
        .decimal("employed", employed, 1);
    Judgement {
        verdict: Verdict::Unknown,
        recomputed: numbers,
        note: vec![note],
        corrected,
    }
}

/// The two counts that a share is of, where both are known.
fn part_and_whole(facts: &Facts<'_>, claim: &Assertion) -> Option<(Known, Known)> {
    let country = Where::Place(Place::Country);
    if claim.cause {
        return None;
    }
    if !claim.activities.is_empty() {
        let part = facts.assertions.iter().find(|other| {
            other.count().is_some()
                && other.activities == claim.activities
                && other.period == claim.period
                && other.what == claim.what
                && other.place == claim.place
        })?;
        let whole = facts.count(claim.what, claim.place, claim.period, claim.counter)?;
        let part = Known {
            count: part.count()?,
            ..whole
        };
        return Some((part, whole));
    }
    if claim.place.is_country() {
        // "13.7% of them died".
        let part = (claim.what == What::Deaths)
            .then(|| facts.count(What::Deaths, country, claim.period, claim.counter))??;
        let whole = facts.count(What::Injured, country, claim.period, claim.counter)?;
        return Some((part, whole));
    }
    let part = facts.count(claim.what, claim.place, claim.period, claim.counter)?;
    let whole = facts.count(claim.what, country, claim.period, claim.counter)?;
    Some((part, whole))
}

fn limits(part: u64, whole: u64) -> Option<(f64, f64)> {
    let share = proportion::share(Part::new(part, whole).ok()?, Level::P95);
    Some((share.interval.lower * 100.0, share.interval.upper * 100.0))
}

fn recomputed(claim: &Assertion, part: Known, whole: Known) -> Judgement {
    let share = to_float(part.count) / to_float(whole.count) * 100.0;
    let holds = printed_as(share, claim.value.unwrap_or_default(), claim.decimals);
    let (lower, upper) = limits(part.count, whole.count).unwrap_or((f64::NAN, f64::NAN));
    let id = if holds {
        "figures-note-share-holds"
    } else {
        "figures-note-share-contradicted"
    };
    let note = Phrase::new(id)
        .count("part", part.count)
        .count("whole", whole.count)
        .decimal("share", share, 1);
    let said = Phrase::new("figures-said-share-recomputed")
        .with("scope", scope(claim))
        .with("what", Argument::What(claim.what))
        .count("part", part.count)
        .count("whole", whole.count)
        .decimal("share", share, 1)
        .decimal("lower", lower, 0)
        .decimal("upper", upper, 0);
    Judgement {
        verdict: if holds {
            Verdict::Holds
        } else {
            Verdict::Implausible
        },
        recomputed: Some(Recomputed {
            count: Some(part.count),
            base: Some(whole.count),
            share: Some(share),
            lower: Some(lower).filter(|lower| lower.is_finite()),
            upper: Some(upper).filter(|upper| upper.is_finite()),
            ..Recomputed::default()
        }),
        corrected: if holds { said } else { doubted(claim, note.clone()) },
        note: vec![note],
    }
}

/// How many of a hundred employed people work in the activities, where they are sections.
fn share_of_employed(facts: &Facts<'_>, claim: &Assertion) -> Option<f64> {
    let period = claim.period?;
    if claim.activities.is_empty() || !claim.place.is_country() {
        return None;
    }
    let whole = facts.knowledge.employed(None, period)?;
    let mut sum = 0.0;
    for activity in &claim.activities {
        let Activity::Section(section) = activity else {
            return None;
        };
        let section = facts.knowledge.employed(Some(*section), period)?;
        if section.year != whole.year {
            return None;
        }
        sum += section.people;
    }
    Some(sum / whole.people * 100.0)
}
