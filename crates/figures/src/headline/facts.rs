//! What can be set against a claim: the text's own counts, and published ones.

mod counters;

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use saqta_domain::period::Period;
use saqta_domain::region::Region;
use saqta_statistics::{Level, Observed, Sir, compare, multiple, standardise};

use super::group::Narrowed;
use super::read::{Assertion, Where};
use crate::knowledge::{Branch, Counter, Denominator, Knowledge, Part, Place, Published, Told, What};

/// Chance below this is not taken for chance.
pub(super) const SIGNIFICANT: f64 = 0.05;
/// Between this and [`SIGNIFICANT`] the evidence is called weak.
pub(super) const STRONG: f64 = 0.01;
/// "A quarter" is said of so many percentage points on both sides of it.
pub(super) const ROUGHLY: f64 = 2.5;
/// Counts beyond this are not compared: no release has them, and exact tests of them take long.
const MOST_COMPARED: u64 = 1_000_000;

/// Where a count comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    Text,
    Published,
    Implied,
    Assumed,
}

impl Origin {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Published => "published",
            Self::Implied => "implied",
            Self::Assumed => "assumed",
        }
    }
}

/// A count that a claim can be set against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) count: u64,
    pub(super) origin: Origin,
    pub(super) counter: Option<Counter>,
    /// Whether it is, or agrees with, a count of invented data.
    pub(super) synthetic: bool,
}

impl Known {
    /// Whether it is known to be another counter's: counts of two counters are never set against each other.
    pub(super) fn is_of_another(self, counter: Option<Counter>) -> bool {
        matches!((self.counter, counter), (Some(own), Some(other)) if own != other)
    }
}

/// Two counts compared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Compared {
    pub(super) ratio: f64,
    pub(super) lower: f64,
    pub(super) upper: f64,
    pub(super) p: f64,
}

/// A region's count with what stands under it.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    pub(super) place: Place,
    pub(super) count: u64,
    pub(super) employees: Option<f64>,
    pub(super) sir: Option<Sir>,
    /// Whether anybody published it; else only the text has it.
    pub(super) published: bool,
    pub(super) synthetic: bool,
}

/// How many sides of a text's comparisons each counter knows.
type Sides = BTreeMap<Counter, usize>;

/// What was looked at already.
type Seen<Key, Found> = RefCell<BTreeMap<Key, Rc<Found>>>;

/// A text's assertions and what is known.
pub(super) struct Facts<'a> {
    pub(super) assertions: &'a [Assertion],
    /// To whom each of them is narrowed down.
    pub(super) narrowed: &'a [Option<Narrowed>],
    /// Where claims begin whose figures stand before a noun that nothing here has a word for.
    pub(super) unknown_nouns: &'a BTreeSet<usize>,
    pub(super) knowledge: &'a dyn Knowledge,
    /// Whose sides were counted already.
    known_sides: Seen<(What, Option<Place>), Sides>,
    /// Regions that were looked at already.
    known_cells: Seen<(What, Option<Period>), [Cell]>,
}

impl<'a> Facts<'a> {
    pub(super) fn new(
        assertions: &'a [Assertion],
        (narrowed, unknown_nouns): (&'a [Option<Narrowed>], &'a BTreeSet<usize>),
        knowledge: &'a dyn Knowledge,
    ) -> Self {
        Self {
            assertions,
            narrowed,
            unknown_nouns,
            knowledge,
            known_sides: RefCell::default(),
            known_cells: RefCell::default(),
        }
    }

    /// Whether published counts of the country may stand for a place: where the text names none, as long as its own counts are
    /// not others.
    fn may_be_of(&self, what: What, place: Where) -> bool {
        let contradicts = |claim: &Assertion| {
            let published = self.published(what, Where::Unsaid, claim.period);
            let same = published
                .iter()
                .any(|published| Some(published.count) == claim.count());
            claim.place == Where::Unsaid && claim.counts_like(what, place) && !published.is_empty() && !same
        };
        place.is_sure() || !self.whole().any(contradicts)
    }

    /// The claims that are narrowed down to no group.
    fn whole(&self) -> impl Iterator<Item = &'a Assertion> {
        let pairs = self.assertions.iter().zip(self.narrowed);
        pairs.filter_map(|(claim, narrowed)| narrowed.is_none().then_some(claim))
    }

    /// To whom a claim is narrowed down.
    pub(super) fn narrowed(&self, claim: &Assertion) -> Option<&'a Narrowed> {
        let at = self
            .assertions
            .iter()
            .position(|other| other.text == claim.text)?;
        self.narrowed.get(at)?.as_ref()
    }

    /// Whether a claim may be about a group that nothing here has a word for: "35 crane operators".
    pub(super) fn may_be_some(&self, claim: &Assertion) -> bool {
        let narrowed = self.narrowed(claim);
        narrowed.is_none() && self.unknown_nouns.contains(&claim.text.start)
    }

    /// What is told of the part of the country's that a claim is about: a group, a section, a region.
    pub(super) fn told(&self, claim: &Assertion) -> Told {
        let Some(period) = claim.period else {
            return Told::Nothing;
        };
        let part = match (
            self.narrowed(claim),
            claim.activities.as_slice(),
            claim.place.place(),
        ) {
            (Some(narrowed), activities, Some(Place::Country)) if narrowed.is_all_of(activities) => {
                narrowed.group.map(Part::Group)
            }
            (None, [], Some(Place::Region(region))) => Some(Part::Region(region)),
            (None, &[Branch::Section(section)], Some(Place::Country)) => Some(Part::Section(section)),
            _ => None,
        };
        part.map_or(Told::Nothing, |part| {
            self.knowledge.part(claim.what, part, period)
        })
    }

    /// Whether it is known of every injured person whether they are of the part that a claim is about.
    pub(super) fn is_complete(&self, claim: &Assertion) -> bool {
        self.narrowed(claim).is_none() || !matches!(self.told(claim), Told::Count { complete: false, .. })
    }

    /// The published counts that a claim could be of.
    pub(super) fn published(&self, what: What, place: Where, period: Option<Period>) -> Vec<Published> {
        match (place.place(), period) {
            (Some(place), Some(period)) => self.knowledge.counts(what, place, None, period),
            _ => Vec::new(),
        }
    }

    /// The published counts that a claim could be of, in its activity, of its group.
    pub(super) fn published_for(&self, claim: &Assertion) -> Vec<Published> {
        if self.narrowed(claim).is_some() {
            return match self.told(claim) {
                Told::Count { published, .. } => vec![published],
                Told::Withheld | Told::Nothing => Vec::new(),
            };
        }
        match (claim.activities.as_slice(), claim.place.place(), claim.period) {
            ([], _, _) => self.published(claim.what, claim.place, claim.period),
            (&[activity], Some(place), Some(period)) => {
                self.knowledge.counts(claim.what, place, Some(activity), period)
            }
            _ => Vec::new(),
        }
    }

    /// The count of the text itself.
    pub(super) fn in_text(&self, what: What, place: Where, period: Option<Period>) -> Option<Known> {
        let claim = self
            .whole()
            .find(|claim| claim.counts_like(what, place) && claim.period == period && !claim.approximate)?;
        Some(self.stated(claim, claim.count()?))
    }

    /// The published count of the counter that the text follows, else the ministry's.
    pub(super) fn in_knowledge(
        &self,
        what: What,
        place: Where,
        period: Option<Period>,
        counter: Option<Counter>,
    ) -> Option<Known> {
        if !self.may_be_of(what, place) {
            return None;
        }
        let published = self.published(what, place, period);
        let wanted = published
            .iter()
            .find(|published| Some(published.counter) == counter);
        let first = published.iter().min_by_key(|published| published.counter);
        wanted.or(first).map(|published| Known {
            count: published.count,
            origin: Origin::Published,
            counter: Some(published.counter),
            synthetic: published.synthetic,
        })
    }

    /// The whole that a published part is of: of the same counter, and the text's where it has one.
    pub(super) fn whole_of(&self, part: &Published, what: What, place: Where) -> Option<Known> {
        let counter = Some(part.counter);
        let published = self
            .in_knowledge(what, place, Some(part.period), counter)
            .filter(|known| !known.is_of_another(counter))?;
        let in_text = self.in_text(what, place, Some(part.period));
        in_text
            .is_none_or(|known| known.count == published.count)
            .then_some(published)
    }

    /// The text's own count before a published one.
    pub(super) fn count(
        &self,
        what: What,
        place: Where,
        period: Option<Period>,
        counter: Option<Counter>,
    ) -> Option<Known> {
        self.in_text(what, place, period)
            .or_else(|| self.in_knowledge(what, place, period, counter))
    }

    /// The count of one counter, the text's own before a published one; where it is not known who counted, any.
    pub(super) fn count_by(
        &self,
        counter: Option<Counter>,
        what: What,
        place: Where,
        period: Option<Period>,
    ) -> Option<Known> {
        let in_text = self.in_text(what, place, period);
        in_text
            .filter(|known| !known.is_of_another(counter))
            .or_else(|| self.in_knowledge(what, place, period, counter))
            .filter(|known| !known.is_of_another(counter))
    }

    /// Who counted the regions that can be set beside each other: whoever counted those of the text, else whoever published
    /// most of them.
    pub(super) fn counter_of_regions(&self, what: What, period: Option<Period>) -> Option<Counter> {
        let regions = || {
            Region::ALL
                .iter()
                .map(|region| Where::Place(Place::Region(*region)))
        };
        let in_text = regions().find_map(|place| self.in_text(what, place, period)?.counter);
        in_text.or_else(|| {
            let mut known: BTreeMap<Counter, usize> = BTreeMap::new();
            for published in regions().flat_map(|place| self.published(what, place, period)) {
                *known.entry(published.counter).or_default() += 1;
            }
            let most = known
                .into_iter()
                .max_by_key(|(counter, regions)| (*regions, Reverse(*counter)));
            most.map(|(counter, _)| counter)
        })
    }

    /// The regions whose counts, of one counter, stand in the text or were published, the text's before others.
    pub(super) fn cells(&self, what: What, period: Option<Period>) -> Rc<[Cell]> {
        if let Some(known) = self.known_cells.borrow().get(&(what, period)) {
            return Rc::clone(known);
        }
        let cells: Rc<[Cell]> = self.find_cells(what, period).into();
        self.known_cells
            .borrow_mut()
            .insert((what, period), Rc::clone(&cells));
        cells
    }

    /// The p-value of a region that differs from the country, adjusted for all regions (Benjamini and Hochberg).
    ///
    /// A release names the regions that stand out, so its few are not all that were looked at: each region without a count is one more that
    /// could have stood out, and goes in with a p-value of 1.
    pub(super) fn adjusted_p(&self, what: What, period: Option<Period>, place: Place, p: f64) -> f64 {
        let cells = self.cells(what, period);
        // "Almaty" is one of the two, not both.
        let twin = match place {
            Place::Region(Region::AlmatyRegion) => Some(Place::Region(Region::Almaty)),
            _ => None,
        };
        let in_text = |place| self.in_text(what, Where::Place(place), period).is_some();
        let others = cells
            .iter()
            .filter(|cell| cell.place != place && (Some(cell.place) != twin || in_text(cell.place)));
        let mut all = vec![p.min(1.0)];
        all.extend(others.filter_map(|cell| Some(cell.sir?.p.min(1.0))));
        all.resize(all.len().max(Region::ALL.len()), 1.0);
        let adjusted = multiple::benjamini_hochberg(&all).ok();
        adjusted
            .and_then(|adjusted| adjusted.first().copied())
            .unwrap_or(1.0)
    }

    fn find_cells(&self, what: What, period: Option<Period>) -> Vec<Cell> {
        let counter = self.counter_of_regions(what, period);
        let regions = Region::ALL.iter().filter_map(|region| {
            let place = Place::Region(*region);
            let mut known = self.in_text(what, Where::Place(place), period);
            if *region == Region::Almaty {
                known = known.or_else(|| self.in_text(what, Where::Almaty, period));
            }
            let known = known
                .or_else(|| self.in_knowledge(what, Where::Place(place), period, counter))
                .filter(|known| !known.is_of_another(counter))?;
            Some(Cell {
                place,
                count: known.count,
                employees: self
                    .employees(place, period)
                    .map(|denominator| denominator.people),
                sir: self.sir(what, place, known, period),
                published: known.origin == Origin::Published
                    || self
                        .published(what, Where::Place(place), period)
                        .iter()
                        .any(|published| published.count == known.count),
                synthetic: known.synthetic,
            })
        });
        regions.collect()
    }

    pub(super) fn employees(&self, place: Place, period: Option<Period>) -> Option<Denominator> {
        self.knowledge.employees(place, period?)
    }

    /// Observed over what the country's count leads one to expect by wage employees.
    pub(super) fn sir(&self, what: What, place: Place, known: Known, period: Option<Period>) -> Option<Sir> {
        if place == Place::Country || known.count > MOST_COMPARED {
            return None;
        }
        let country = self.count_by(known.counter, what, Where::Place(Place::Country), period)?;
        let here = self.employees(place, period)?;
        let all = self.employees(Place::Country, period)?;
        let expected = to_float(country.count) * here.people / all.people;
        (expected > 0.0 && here.year == all.year)
            .then(|| standardise::indirect(known.count, expected, Level::P95))
    }
}

/// Two counts over the same exposure, or over exposures of their own.
pub(super) fn compared(first: (u64, f64), second: (u64, f64)) -> Option<Compared> {
    if first.0.max(second.0) > MOST_COMPARED {
        return None;
    }
    let first = Observed::new(first.0, first.1).ok()?;
    let second = Observed::new(second.0, second.1).ok()?;
    let comparison = compare::compare(first, second, Level::P95);
    Some(Compared {
        ratio: comparison.ratio,
        lower: comparison.ratio_lower,
        upper: comparison.ratio_upper,
        p: comparison.p.exact_conditional,
    })
}

/// A count as a number to compute with; counts in texts are at most 1e12.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts are at most 1e12, which f64 holds exactly"
)]
pub(super) const fn to_float(count: u64) -> f64 {
    count as f64
}

/// Whether a number can have been printed so: rounded, or cut off, to that many digits.
pub(super) fn printed_as(number: f64, printed: f64, decimals: u8) -> bool {
    let scale = 10_f64.powi(i32::from(decimals.min(12)));
    let scaled = number * scale;
    let target = (printed * scale).round();
    (scaled.round() - target).abs() < 0.5 || (scaled.trunc() - target).abs() < 0.5
}
