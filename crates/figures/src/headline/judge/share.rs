//! Shares.
//!
//! A share of the injured is no risk: it says how many of them worked somewhere, not how dangerous it is there. Where part and whole are
//! known it is recomputed; where the activity's share of the employed is published, both are set side by side. Mining and metallurgy is section
//! B and part of C: nobody publishes how many work there. A share whose part nobody published stays **unknown**, however plausible; where the
//! share itself was published, it **holds** or is **implausible** by that.

use saqta_statistics::{Level, Part, proportion};

use super::{Judgement, doubted, scope, unchecked};
use crate::headline::facts::{Facts, Known, ROUGHLY, printed_as, to_float};
use crate::headline::group::Narrowed;
use crate::headline::message::{Argument, Phrase};
use crate::headline::number::Figure;
use crate::headline::read::{Assertion, Where};
use crate::headline::report::{Recomputed, Verdict};
use crate::knowledge::{Branch, Place, Told, What};

pub(super) fn judge(facts: &Facts<'_>, claim: &Assertion) -> Judgement {
    if let Some(narrowed) = facts.narrowed(claim) {
        return of_group(facts, claim, narrowed);
    }
    if let Some((part, whole)) = part_and_whole(facts, claim) {
        return beside_the_employed(facts, claim, recomputed(claim, part, whole));
    }
    if facts.told(claim) == Told::Withheld {
        return unknown(Phrase::new("figures-note-withheld"));
    }
    if claim.activities.is_empty() {
        return unknown(Phrase::new("figures-note-share-unknown"));
    }
    of_activities(facts, claim)
}

fn unknown(why: Phrase) -> Judgement {
    Judgement {
        verdict: Verdict::Unknown,
        recomputed: None,
        note: vec![why],
        corrected: unchecked(),
    }
}

/// The share of a group: from its count in a release, else as published without one.
fn of_group(facts: &Facts<'_>, claim: &Assertion, narrowed: &Narrowed) -> Judgement {
    match facts.told(claim) {
        Told::Count { published, complete } => {
            let Some(whole) = facts.whole_of(&published, claim.what, claim.place) else {
                return unknown(Phrase::new("figures-note-share-unknown"));
            };
            let part = Known {
                count: published.count,
                ..whole
            };
            let judgement = recomputed(claim, part, whole);
            match judgement.verdict {
                Verdict::Holds => Judgement {
                    corrected: in_own_words(part, whole),
                    ..judgement
                },
                _ if complete => judgement,
                _ => Judgement {
                    verdict: Verdict::Unknown,
                    note: vec![
                        Phrase::new("figures-note-share-incomplete")
                            .count("part", part.count)
                            .count("whole", whole.count),
                    ],
                    corrected: unchecked(),
                    ..judgement
                },
            }
        }
        Told::Withheld => unknown(Phrase::new("figures-note-withheld")),
        Told::Nothing => as_published(facts, claim, narrowed)
            .unwrap_or_else(|| unknown(Phrase::new("figures-note-share-unknown"))),
    }
}

/// A share beside the one that was published without its count. Of whom the cases of a cause are a share, injured or accidents, is not told apart.
fn as_published(facts: &Facts<'_>, claim: &Assertion, narrowed: &Narrowed) -> Option<Judgement> {
    let is_usual = matches!(claim.what, What::Injured | What::Accidents) && claim.activities.is_empty();
    if !is_usual || !claim.place.is_country() {
        return None;
    }
    let published = facts.knowledge.share(narrowed.group?, claim.period?)?;
    let holds = printed_as(published.percent, claim.value?, claim.decimals);
    if !holds && !claim.place.is_sure() {
        return None;
    }
    let note = Phrase::new(if holds {
        "figures-note-share-published"
    } else {
        "figures-note-share-published-otherwise"
    });
    let note = note
        .decimal("share", published.percent, 1)
        .with("counter", Argument::Counter(published.counter))
        .with("when", Argument::Period(published.period));
    Some(Judgement {
        verdict: if holds {
            Verdict::Holds
        } else {
            Verdict::Implausible
        },
        recomputed: Some(Recomputed {
            share: Some(published.percent),
            source: Some(published.source),
            ..Recomputed::default()
        }),
        corrected: if holds {
            Phrase::new("figures-said-share-published")
                .with("words", Argument::Words)
                .with("counter", Argument::Counter(published.counter))
        } else {
            doubted(note.clone())
        },
        note: vec![note],
    })
}

/// The share of a group that was recomputed, in the text's own words: no message has words for every group.
fn in_own_words(part: Known, whole: Known) -> Phrase {
    let (lower, upper) = limits(part.count, whole.count).unwrap_or((f64::NAN, f64::NAN));
    Phrase::new("figures-said-group-share")
        .with("words", Argument::Words)
        .count("part", part.count)
        .count("whole", whole.count)
        .decimal("lower", lower, 0)
        .decimal("upper", upper, 0)
}

/// A share whose part nobody published, beside what is published about the activity.
fn of_activities(facts: &Facts<'_>, claim: &Assertion) -> Judgement {
    let value = claim.value.unwrap_or_default();
    let share_of_employed = share_of_employed(facts, claim);
    let whole = facts.count(claim.what, claim.place, claim.period, claim.counter);
    let part = whole.and_then(|whole| Figure::of((to_float(whole.count) * value / 100.0).round()).count());
    let interval = part
        .zip(whole)
        .and_then(|(part, whole)| limits(part, whole.count));
    let numbers = Recomputed {
        count: part,
        base: whole.map(|whole| whole.count),
        share: Some(value),
        share_of_employed,
        ratio: share_of_employed.map(|employed| value / employed),
        lower: interval.map(|(lower, _)| lower),
        upper: interval.map(|(_, upper)| upper),
        ..Recomputed::default()
    };
    let activities = Argument::Activities(claim.activities.clone());
    let note = match share_of_employed {
        Some(employed) => Phrase::new("figures-note-share-of-employed")
            .decimal("share", value, claim.decimals)
            .decimal("employed", employed, 1)
            .decimal("ratio", value / employed, 1),
        None => {
            let mining = claim.activities.contains(&Branch::MiningAndMetallurgy);
            Phrase::new("figures-note-share-no-denominator").with("mining", yes_or_no(mining))
        }
    };
    let (lower, upper) = interval.unwrap_or((f64::NAN, f64::NAN));
    let corrected = Phrase::new("figures-said-share")
        .with("scope", Argument::Scope(claim.place, Vec::new(), claim.period))
        .with("what", Argument::What(claim.what))
        .with("activity", activities.clone())
        .with("employed-known", yes_or_no(share_of_employed.is_some()))
        .with("limits-known", yes_or_no(interval.is_some()))
        .decimal("figure", value, claim.decimals)
        .decimal("lower", lower, 0)
        .decimal("upper", upper, 0)
        .decimal("employed", share_of_employed.unwrap_or(f64::NAN), 1);
    Judgement {
        verdict: Verdict::Unknown,
        recomputed: Some(numbers),
        note: vec![note.with("activity", activities)],
        corrected,
    }
}

fn yes_or_no(yes: bool) -> Argument {
    Argument::Word(if yes { "yes" } else { "no" })
}

/// The two counts that a share is of, where both are known.
fn part_and_whole(facts: &Facts<'_>, claim: &Assertion) -> Option<(Known, Known)> {
    let country = Where::Place(Place::Country);
    if claim.cause {
        return None;
    }
    if !claim.activities.is_empty() {
        let in_text = facts.assertions.iter().find(|other| {
            other.count().is_some()
                && other.activities == claim.activities
                && other.period == claim.period
                && other.what == claim.what
                && other.place == claim.place
                && facts.narrowed(other).is_none()
        });
        if let Some(count) = in_text.and_then(Assertion::count) {
            let whole = facts.count(claim.what, claim.place, claim.period, claim.counter)?;
            return Some((Known { count, ..whole }, whole));
        }
        let mut published = facts.published_for(claim);
        published.sort_by_key(|part| (Some(part.counter) != claim.counter, part.counter));
        return published.iter().find_map(|part| {
            let whole = facts.whole_of(part, claim.what, claim.place)?;
            let synthetic = part.synthetic || whole.synthetic;
            let part = Known {
                count: part.count,
                synthetic,
                ..whole
            };
            Some((part, whole))
        });
    }
    if claim.place.is_country() {
        // "13.7% of them died".
        let part = (claim.what == What::Deaths)
            .then(|| facts.count(What::Deaths, country, claim.period, claim.counter))??;
        let counter = part.counter.or(claim.counter);
        let whole = facts.count_by(counter, What::Injured, country, claim.period)?;
        return Some((part, whole));
    }
    if !claim.place_is_said {
        // "Every third victim is a builder", after a sentence about Almaty, is not about Almaty's part of the country.
        return None;
    }
    let part = facts.count(claim.what, claim.place, claim.period, claim.counter)?;
    let counter = part.counter.or(claim.counter);
    let whole = facts.count_by(counter, claim.what, country, claim.period)?;
    Some((part, whole))
}

fn limits(part: u64, whole: u64) -> Option<(f64, f64)> {
    let share = proportion::share(Part::new(part, whole).ok()?, Level::P95);
    Some((share.interval.lower * 100.0, share.interval.upper * 100.0))
}

fn recomputed(claim: &Assertion, part: Known, whole: Known) -> Judgement {
    let share = to_float(part.count) / to_float(whole.count) * 100.0;
    let value = claim.value.unwrap_or_default();
    let near = claim.rough && (share - value).abs() <= ROUGHLY;
    let holds = near || printed_as(share, value, claim.decimals);
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
            synthetic: part.synthetic || whole.synthetic,
            ..Recomputed::default()
        }),
        corrected: if holds { said } else { doubted(note.clone()) },
        note: vec![note],
    }
}

/// A share that is known, beside how many work there: a twelfth of the injured where a twelfth of all work is no danger.
fn beside_the_employed(facts: &Facts<'_>, claim: &Assertion, mut judgement: Judgement) -> Judgement {
    let Some(employed) = share_of_employed(facts, claim) else {
        return judgement;
    };
    let share = judgement.recomputed.as_ref().and_then(|numbers| numbers.share);
    if let (Some(share), Some(numbers)) = (share, judgement.recomputed.as_mut()) {
        numbers.share_of_employed = Some(employed);
        numbers.ratio = Some(share / employed);
        judgement.note.push(
            Phrase::new("figures-note-share-beside-employed")
                .with("activity", Argument::Activities(claim.activities.clone()))
                .decimal("employed", employed, 1)
                .decimal("ratio", share / employed, 1),
        );
    }
    judgement
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
        let Branch::Section(section) = activity else {
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
