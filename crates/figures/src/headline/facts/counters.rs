//! Who counted what a text says: series of different counters are never set against each other.

use std::cmp::Reverse;
use std::rc::Rc;

use super::{Facts, Known, Origin, Sides};
use crate::headline::read::assertion::{Counted, Detail};
use crate::headline::read::{Assertion, Base, Kind, Where};
use crate::knowledge::{Counter, Published, What};

impl Facts<'_> {
    /// Who counted: what the published series say whose number it is, else what the text says.
    pub(in crate::headline) fn counter(&self, claim: &Assertion) -> Option<Counter> {
        self.source(claim)
            .map_or(claim.counter, |source| Some(source.counter))
    }

    /// The published count that a claim is.
    fn source(&self, claim: &Assertion) -> Option<Published> {
        let published = self.published_for(claim);
        let same = published
            .into_iter()
            .filter(|published| Some(published.count) == claim.count());
        self.of_most_sides(same.collect(), claim.counter, claim.what, claim.place)
    }

    /// Of counts that agree, that of the counter whom the text names, else of the one who knows most sides of the text's comparisons: 293
    /// beside 352 is of whoever counts both.
    fn of_most_sides(
        &self,
        same: Vec<Published>,
        named: Option<Counter>,
        what: What,
        place: Where,
    ) -> Option<Published> {
        if same.len() < 2 {
            return same.into_iter().next();
        }
        let sides = self.sides(what, place);
        let known = |published: &Published| sides.get(&published.counter).copied().unwrap_or_default();
        same.into_iter().max_by_key(|published| {
            let is_named = Some(published.counter) == named;
            (is_named, known(published), Reverse(published.counter))
        })
    }

    /// How many of the text's counts each counter has just so, and of the counts that it compares with.
    fn sides(&self, what: What, place: Where) -> Rc<Sides> {
        let key = (what, place.place());
        if let Some(known) = self.known_sides.borrow().get(&key) {
            return Rc::clone(known);
        }
        let mut sides = Sides::new();
        let alike = |claim: &&Assertion| {
            claim.what == what && claim.place.place() == place.place() && claim.activities.is_empty()
        };
        for claim in self.whole().filter(alike) {
            let (period, count) = match claim.detail {
                Detail::Count => (claim.period, claim.count()),
                Detail::Change(change) => match change.base {
                    Base::Period(period) => (Some(period), None),
                    Base::Unsaid | Base::YearBefore | Base::Years(_) => continue,
                },
                Detail::Share | Detail::Rate(_) | Detail::Rank(_) => continue,
            };
            for published in self.published(what, place, period) {
                if count.is_none_or(|count| count == published.count) {
                    *sides.entry(published.counter).or_default() += 1;
                }
            }
        }
        let sides = Rc::new(sides);
        self.known_sides.borrow_mut().insert(key, Rc::clone(&sides));
        sides
    }

    /// A count that a claim of the text has.
    pub(in crate::headline) fn stated(&self, claim: &Assertion, count: u64) -> Known {
        let source = self.source(claim);
        Known {
            count,
            origin: Origin::Text,
            synthetic: source.as_ref().is_some_and(|source| source.synthetic),
            counter: source.map_or(claim.counter, |source| Some(source.counter)),
        }
    }

    /// One side of a pair, likewise.
    pub(in crate::headline) fn stated_side(&self, counted: Counted) -> Known {
        let published = self.published(counted.what, counted.place, counted.period);
        let same = published
            .into_iter()
            .filter(|published| published.count == counted.count);
        let source = self.of_most_sides(same.collect(), counted.counter, counted.what, counted.place);
        Known {
            count: counted.count,
            origin: Origin::Text,
            synthetic: source.as_ref().is_some_and(|source| source.synthetic),
            counter: source.map_or(counted.counter, |source| Some(source.counter)),
        }
    }

    /// The two counters of counts that a text sets side by side, the claim's own first.
    pub(in crate::headline) fn mixes_counters(&self, claim: &Assertion) -> Option<(Counter, Counter)> {
        let own = self.counter(claim)?;
        if self.narrowed(claim).is_some() {
            return None;
        }
        let beside = self.whole().filter(|other| {
            other.kind() == Kind::Count
                && other.what == claim.what
                && other.place == claim.place
                && other.activities.is_empty()
                && other.value != claim.value
        });
        let mut others = beside.filter_map(|other| self.counter(other));
        others.find(|other| *other != own).map(|other| (own, other))
    }
}
