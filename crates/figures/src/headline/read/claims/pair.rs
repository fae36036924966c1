//! Pairs of counts: "293 against 352", "from 220 to 180", «10-нан 5-ке». A change of the same sentence goes by the pair beside it; a pair
//! with a direction and no change is a change of its own: "fell from 352 to 293".

use super::shared::direction_of;
use crate::headline::lexicon::Concept;
use crate::headline::read::assertion::{
    Assertion, Base, Change, Counted, Detail, Direction, Kind, Metric, Pair, Size, Where,
};
use crate::headline::read::sentence::Sentence;
use crate::knowledge::What;

/// Elements that the figures of a pair may stand apart.
const FARTHEST: usize = 14;

/// A pair as it stands: the places of its first and last figure, and the claims.
struct Found {
    first: usize,
    last: usize,
    current: Assertion,
    base: Assertion,
}

/// Ties the changes of a sentence to its pairs, and adds those that are said by a pair alone. `claims` are in order of their elements.
pub(super) fn tie(sentence: &Sentence, claims: &mut Vec<(usize, Assertion)>) {
    give_bases_their_place(sentence, claims);
    let pairs = pairs(sentence, claims);
    let changes: Vec<usize> = claims
        .iter()
        .filter(|(_, claim)| matches!(claim.detail, Detail::Change(_)))
        .map(|(at, _)| *at)
        .collect();
    let mut added = Vec::new();
    for pair in &pairs {
        // The change within it, else the one right before it, else the one right after it.
        let before = changes.iter().rfind(|at| **at < pair.first);
        let taken = |at: usize| {
            pairs
                .iter()
                .any(|other| at < other.first && other.last < pair.first)
        };
        let before = before.filter(|at| !taken(**at));
        let after = || changes.iter().find(|at| **at > pair.last);
        let within = changes.iter().find(|at| (pair.first..pair.last).contains(at));
        let tied = within
            .into_iter()
            .chain(before)
            .chain(after())
            .find(|at| fits(claims, **at, pair));
        match tied {
            Some(at) => bind(claims, *at, pair),
            None => added.extend(change_of(sentence, pair)),
        }
    }
    claims.extend(added);
}

/// "from 423 to 352 in Karaganda": both are of the place that stands behind the second.
fn give_bases_their_place(sentence: &Sentence, claims: &mut [(usize, Assertion)]) {
    const TO: usize = 3;
    for first in 0..claims.len().saturating_sub(1) {
        let (before, after) = claims.split_at_mut(first + 1);
        let (Some((from, base)), Some((to, target))) = (before.last_mut(), after.first()) else {
            continue;
        };
        let leads_on = (*from..*to).any(|at| sentence.elements[at].is(Concept::To));
        let like = base.kind() == Kind::Count && target.kind() == Kind::Count && base.what == target.what;
        if like && base.is_base && leads_on && *to - *from <= TO && base.place == Where::Unsaid {
            base.place = target.place;
        }
    }
}

fn pairs(sentence: &Sentence, claims: &[(usize, Assertion)]) -> Vec<Found> {
    let counts: Vec<&(usize, Assertion)> = claims
        .iter()
        .filter(|(_, claim)| claim.count().is_some() && claim.what != What::Other)
        .collect();
    let found = counts.windows(2).filter_map(|two| {
        let &[(first, one), (last, other)] = two else {
            return None;
        };
        let apart = last
            .checked_sub(*first)
            .filter(|apart| (1..=FARTHEST).contains(apart))?;
        let joined = sentence.elements[*first..*first + apart]
            .iter()
            .all(|element| !element.is_mark(';'));
        let like = one.what == other.what && one.place == other.place && one.is_base != other.is_base;
        let (current, base) = if one.is_base { (other, one) } else { (one, other) };
        (joined && like).then(|| Found {
            first: *first,
            last: *last,
            current: current.clone(),
            base: base.clone(),
        })
    });
    found.collect()
}

/// Whether the change at an element can be that of a pair: untied, and of the same things as far as it says.
fn fits(claims: &[(usize, Assertion)], at: usize, pair: &Found) -> bool {
    claims.iter().any(|(own, claim)| {
        let Detail::Change(change) = claim.detail else {
            return false;
        };
        *own == at
            && change.pair.is_none()
            && change.metric == Metric::Count
            && change.size != Size::Points
            && !matches!(change.base, Base::Years(_))
            && claim.what == pair.current.what
    })
}

fn bind(claims: &mut [(usize, Assertion)], at: usize, pair: &Found) {
    for (own, claim) in claims.iter_mut() {
        if let Detail::Change(change) = &mut claim.detail
            && *own == at
        {
            change.pair = Some(as_pair(pair));
        }
    }
}

fn as_pair(pair: &Found) -> Pair {
    let counted = |claim: &Assertion| Counted {
        what: claim.what,
        place: claim.place,
        count: claim.count().unwrap_or_default(),
        period: claim.period,
        counter: claim.counter,
    };
    Pair {
        current: counted(&pair.current),
        base: counted(&pair.base),
    }
}

/// "fell from 352 to 293", "31 injured, down from 45": the direction stands before the pair or within it, with no figure between.
fn change_of(sentence: &Sentence, pair: &Found) -> Option<(usize, Assertion)> {
    let elements = &sentence.elements;
    let within = (pair.first..pair.last).find_map(|at| Some((at, direction_of(&elements[at])?)));
    let before = || {
        let figure = |at: &usize| elements[*at].number().is_some() || elements[*at].is_mark(';');
        let mut words = (0..pair.first).rev().take_while(|at| !figure(at));
        words.find_map(|at| Some((at, direction_of(&elements[at])?)))
    };
    let (at, direction): (usize, Direction) = within.or_else(before)?;
    let start = elements[at].start.min(elements[pair.first].start);
    let mut claim = pair.current.clone();
    claim.text = start..elements[pair.last].end;
    claim.value = None;
    claim.decimals = 0;
    claim.is_base = false;
    claim.part_of = false;
    claim.detail = Detail::Change(Change {
        size: Size::Number,
        direction: Some(direction),
        base: pair.base.period.map_or(Base::Unsaid, Base::Period),
        metric: Metric::Count,
        pair: Some(as_pair(pair)),
        rates: None,
    });
    Some((at, claim))
}
