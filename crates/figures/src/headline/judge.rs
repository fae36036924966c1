//! The judges: one a kind of claim.
//!
//! The cast: each judge takes an assertion and the facts and gives a **judgement** ([`Judgement`]): the verdict, what was
//! computed, the note that says why, and the sentence that could be said instead. [`sanity`] comes first: what contradicts
//! arithmetic is implausible, whatever else could be said of it.

mod change;
mod count;
mod rank;
mod rate;
mod sanity;
mod share;

use saqta_domain::period::Period;
use saqta_statistics::{Level, Method, poisson};

use super::facts::{Facts, Origin};
use super::lexicon::Caveat;
use super::message::{Argument, Phrase};
use super::read::Assertion;
use super::read::assertion::Detail;
use super::report::{Recomputed, Verdict};

/// What a claim is worth, and why.
#[derive(Clone, Debug)]
pub(super) struct Judgement {
    pub(super) verdict: Verdict,
    pub(super) recomputed: Option<Recomputed>,
    /// One or two sentences.
    pub(super) note: Vec<Phrase>,
    /// What could be said instead.
    pub(super) corrected: Phrase,
}

impl Judgement {
    /// Whether it leans on a release of invented data.
    pub(super) fn leans_on_invented_data(&self) -> bool {
        self.recomputed.as_ref().is_some_and(|numbers| numbers.synthetic)
    }
}

/// Judges every assertion.
pub(super) fn all(facts: &Facts<'_>) -> Vec<Judgement> {
    let faults = sanity::faults(facts);
    facts
        .assertions
        .iter()
        .zip(faults)
        .map(|(claim, fault)| {
            let judgement = labelled(conceded(claim, by_kind(facts, claim)));
            match fault {
                None => judgement,
                Some(fault) => labelled(refuted(judgement, fault)),
            }
        })
        .collect()
}

/// Says with every claim which period was assumed for a text that names none.
pub(super) fn say_period(judgements: &mut [Judgement], period: Period) {
    for judgement in judgements {
        let assumed = Phrase::new("figures-note-period-assumed").with("when", Argument::Period(period));
        judgement.note.push(assumed);
    }
}

fn by_kind(facts: &Facts<'_>, claim: &Assertion) -> Judgement {
    let of_group = facts.narrowed(claim).is_some();
    match claim.detail {
        Detail::Count => count::judge(facts, claim),
        Detail::Share => share::judge(facts, claim),
        Detail::Change(change) if !of_group || change.pair.is_some() => change::judge(facts, claim, change),
        Detail::Rate(rate) if !of_group => rate::judge(facts, claim, rate),
        Detail::Rank(rank) if !of_group => rank::judge(facts, claim, rank),
        // Counts of all the injured say nothing of the rate, the place or the change of some of them.
        Detail::Change(_) | Detail::Rate(_) | Detail::Rank(_) => Judgement {
            verdict: Verdict::Unknown,
            recomputed: None,
            note: vec![Phrase::new("figures-note-of-a-group")],
            corrected: unchecked(),
        },
    }
}

/// A claim that cannot be, with what was computed for it.
fn refuted(judgement: Judgement, fault: sanity::Fault) -> Judgement {
    let mut recomputed = judgement.recomputed;
    if fault.synthetic {
        recomputed.get_or_insert_default().synthetic = true;
    }
    Judgement {
        verdict: Verdict::Implausible,
        corrected: doubted(fault.why.clone()),
        note: vec![fault.why],
        recomputed,
    }
}

/// What leans on invented data says so.
fn labelled(mut judgement: Judgement) -> Judgement {
    if judgement.leans_on_invented_data() {
        judgement.note.push(Phrase::new("figures-note-synthetic"));
    }
    judgement
}

/// What a text says itself against a claim is no longer to be said against it: a fall that is called no more than chance is not claimed. Where
/// its counts had to be assumed, or it is unclear what they count, nobody knows.
fn conceded(claim: &Assertion, judgement: Judgement) -> Judgement {
    let concedes = matches!(
        (claim.caveat, judgement.verdict),
        (Some(Caveat::Chance), Verdict::Noise) | (Some(Caveat::Counter | Caveat::Unclear), Verdict::Mixed)
    );
    if !concedes {
        return judgement;
    }
    let numbers = judgement.recomputed.as_ref();
    let assumed = numbers.is_some_and(|numbers| numbers.base_from == Some(Origin::Assumed.name()))
        || claim.caveat == Some(Caveat::Unclear);
    let mut note = judgement.note;
    note.push(Phrase::new("figures-note-conceded"));
    Judgement {
        verdict: if assumed { Verdict::Unknown } else { Verdict::Holds },
        note,
        ..judgement
    }
}

/// A claim that cannot stand, in its own words, and why not.
fn doubted(why: Phrase) -> Phrase {
    Phrase::new("figures-said-doubted")
        .with("words", Argument::Words)
        .with("why", Argument::Clause(Box::new(why)))
}

/// A claim that compares what cannot be compared, in its own words, and why not.
fn not_comparable(why: Phrase) -> Phrase {
    Phrase::new("figures-said-mixed")
        .with("words", Argument::Words)
        .with("why", Argument::Clause(Box::new(why)))
}

/// A claim that nothing speaks for or against, in its own words.
fn unchecked() -> Phrase {
    Phrase::new(UNCHECKED).with("words", Argument::Words)
}

/// The message of [`unchecked`].
pub(super) const UNCHECKED: &str = "figures-said-unchecked";

/// Where and when a claim is about.
fn scope(claim: &Assertion) -> Argument {
    Argument::Scope(claim.place, claim.activities.clone(), claim.period)
}

/// Adds the exact limits of a count: "95% interval 261–329".
fn with_limits(phrase: Phrase, count: u64) -> Phrase {
    let interval = poisson::interval(count, Level::P95, Method::Garwood);
    phrase
        .decimal("lower", interval.lower, 0)
        .decimal("upper", interval.upper, 0)
}
