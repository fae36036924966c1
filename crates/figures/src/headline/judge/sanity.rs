//! What cannot be, whatever was published.
//!
//! - More deaths than injured, where the dead are among the injured: the text says "of them", or speaks of a stretch of time, whose injured
//!   include the dead. Of a single accident ("two injured, seven killed") the injured may be those who lived.
//! - More deaths in a place than were injured there by anybody's published count of the time, or of the whole year.
//! - A group's or an activity's count above that of all.
//! - A region's count above the country's; regions' counts that add up to more.
//! - A share over a hundred; shares of one kind in one sentence that add up to more.
//! - A fall by more than a hundred per cent; a rate above its base.
//! - A count from January that is lower than one from January to an earlier month of the same year.

use std::collections::BTreeMap;

use saqta_domain::period::Period;

use crate::headline::facts::Facts;
use crate::headline::message::{Argument, Phrase};
use crate::headline::read::assertion::Detail;
use crate::headline::read::{Assertion, Direction, Kind, Size, Where};
use crate::knowledge::{Place, What};

/// Shares are rounded: so much over a hundred is no contradiction.
const ROUNDING: f64 = 1.0;

/// What is wrong with an assertion.
pub(super) struct Fault {
    pub(super) why: Phrase,
    /// Whether a release of invented data says so.
    pub(super) synthetic: bool,
}

impl Fault {
    fn new(why: Phrase, synthetic: bool) -> Self {
        Self { why, synthetic }
    }

    /// By arithmetic alone, or by the text's own figures.
    fn sure(why: Phrase) -> Self {
        Self::new(why, false)
    }
}

/// What is wrong with each assertion, if anything.
pub(super) fn faults(facts: &Facts<'_>) -> Vec<Option<Fault>> {
    let sums = Sums::of(facts);
    facts
        .assertions
        .iter()
        .map(|claim| {
            by_itself(claim)
                .map(Fault::sure)
                .or_else(|| beside_others(facts, &sums, claim))
        })
        .collect()
}

fn by_itself(claim: &Assertion) -> Option<Phrase> {
    let value = claim.value?;
    match claim.detail {
        Detail::Share if value > 100.0 => Some(Phrase::new("figures-note-share-over-100")),
        Detail::Change(change)
            if change.size == Size::Percent && change.direction == Some(Direction::Down) && value > 100.0 =>
        {
            Some(Phrase::new("figures-note-fall-over-100"))
        }
        Detail::Rate(rate) if rate.per.is_some_and(|per| value > per) => {
            Some(Phrase::new("figures-note-rate-over-base"))
        }
        _ => None,
    }
}

fn beside_others(facts: &Facts<'_>, sums: &Sums, claim: &Assertion) -> Option<Fault> {
    let of_some = facts.narrowed(claim).is_some() || !claim.activities.is_empty();
    match claim.kind() {
        Kind::Count if of_some => more_than_all(facts, claim, claim.count()?),
        Kind::Share => sums.share_excess(claim).map(Fault::sure),
        Kind::Count => {
            let count = claim.count()?;
            deaths(facts, claim, count)
                .or_else(|| more_than_country(facts, sums, claim, count))
                .or_else(|| fallen(facts, claim, count))
        }
        _ => None,
    }
}

fn deaths(facts: &Facts<'_>, claim: &Assertion, count: u64) -> Option<Fault> {
    if claim.what != What::Deaths || !(claim.part_of || claim.period.is_some()) {
        return None;
    }
    let in_text = facts
        .in_text(What::Injured, claim.place, claim.period)
        .map(|known| (known.count, known.synthetic));
    let (injured, synthetic) = in_text.or_else(|| most_published(facts, claim, What::Injured))?;
    (count > injured).then(|| {
        let why = Phrase::new("figures-note-deaths-over-injured")
            .count("deaths", count)
            .count("injured", injured);
        Fault::new(why, synthetic)
    })
}

/// The most that anybody published of a claim's place and time, or of the whole year, and whether of invented data; none where the text
/// names no place.
fn most_published(facts: &Facts<'_>, claim: &Assertion, what: What) -> Option<(u64, bool)> {
    let period = claim.period.filter(|_| claim.place.is_sure())?;
    [period, period.whole_year()].into_iter().find_map(|period| {
        let published = facts.published(what, claim.place, Some(period));
        published
            .iter()
            .map(|published| (published.count, published.synthetic))
            .max()
    })
}

/// A part cannot be larger than all, whoever counted them.
fn more_than_all(facts: &Facts<'_>, claim: &Assertion, count: u64) -> Option<Fault> {
    if !claim.what_is_said {
        return None;
    }
    let in_text = facts
        .in_text(claim.what, claim.place, claim.period)
        .map(|known| (known.count, known.synthetic));
    let (all, synthetic) = in_text.max(most_published(facts, claim, claim.what))?;
    (count > all).then(|| {
        let why = Phrase::new("figures-note-group-over-whole")
            .count("parts", count)
            .count("whole", all);
        Fault::new(why, synthetic)
    })
}

fn more_than_country(facts: &Facts<'_>, sums: &Sums, claim: &Assertion, count: u64) -> Option<Fault> {
    if !is_region(claim.place) || claim.period.is_none() {
        return None;
    }
    let whole = facts.count_by(
        facts.counter(claim),
        claim.what,
        Where::Place(Place::Country),
        claim.period,
    )?;
    let country = whole.count;
    let sum = sums
        .regions
        .get(&(claim.what, claim.period))
        .copied()
        .unwrap_or(count);
    (sum.max(count) > country).then(|| {
        let why = Phrase::new("figures-note-parts-over-whole")
            .with(
                "single",
                Argument::Word(if count > country { "yes" } else { "no" }),
            )
            .count("parts", sum.max(count))
            .count("whole", country);
        Fault::new(why, whole.synthetic)
    })
}

/// Counts from January on only grow.
fn fallen(facts: &Facts<'_>, claim: &Assertion, count: u64) -> Option<Fault> {
    if facts.may_be_some(claim) {
        return None;
    }
    let period = claim.period.filter(|period| period.first_month() == 1)?;
    (1..period.last_month()).rev().find_map(|month| {
        let earlier = Period::months(period.year(), 1, month)?;
        let before = facts.count_by(facts.counter(claim), claim.what, claim.place, Some(earlier))?;
        (before.count > count).then(|| {
            let why = Phrase::new("figures-note-cumulative-fallen")
                .with("earlier", Argument::Period(earlier))
                .count("before", before.count)
                .count("count", count);
            Fault::new(why, before.synthetic)
        })
    })
}

/// What the text's parts add up to.
struct Sums {
    regions: BTreeMap<(What, Option<Period>), u64>,
    shares: BTreeMap<(usize, ShareOf), f64>,
}

/// Shares of one whole by one kind of part.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum ShareOf {
    Activities,
    Places,
    Causes,
}

impl Sums {
    fn of(facts: &Facts<'_>) -> Self {
        let mut sums = Self {
            regions: BTreeMap::new(),
            shares: BTreeMap::new(),
        };
        let mut counted: Vec<(What, Option<Period>, Where)> = Vec::new();
        for claim in facts.assertions {
            let key = (claim.what, claim.period, claim.place);
            if let Some(count) = claim
                .count()
                .filter(|_| is_region(claim.place) && claim.activities.is_empty() && !counted.contains(&key))
                .filter(|_| facts.narrowed(claim).is_none())
            {
                counted.push(key);
                let sum = sums.regions.entry((claim.what, claim.period)).or_default();
                *sum = sum.saturating_add(count);
            }
            if let (Some(of), Some(value)) = (share_of(claim), claim.value) {
                *sums.shares.entry((claim.sentence, of)).or_default() += value;
            }
        }
        sums
    }

    fn share_excess(&self, claim: &Assertion) -> Option<Phrase> {
        let sum = *self.shares.get(&(claim.sentence, share_of(claim)?))?;
        let own = claim.value.unwrap_or_default();
        (sum > 100.0 + ROUNDING && sum > own + f64::EPSILON)
            .then(|| Phrase::new("figures-note-shares-over-100").decimal("sum", sum, 1))
    }
}

fn is_region(place: Where) -> bool {
    matches!(place, Where::Almaty | Where::Place(Place::Region(_)))
}

fn share_of(claim: &Assertion) -> Option<ShareOf> {
    if claim.kind() != Kind::Share {
        None
    } else if claim.cause {
        Some(ShareOf::Causes)
    } else if !claim.activities.is_empty() {
        Some(ShareOf::Activities)
    } else if is_region(claim.place) {
        Some(ShareOf::Places)
    } else {
        None
    }
}
