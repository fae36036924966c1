//! An assertion: a claim as read, before anybody looked whether it holds.

use std::ops::Range;

use saqta_domain::period::Period;
use saqta_domain::region::Region;

use crate::headline::lexicon::{Caveat, Population};
use crate::knowledge::{Branch, Counter, Place, What};

/// What sort of claim it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// How many.
    Count,
    /// Which part of a whole, in per cent.
    Share,
    /// How many per so many people or hours.
    Rate,
    /// Who comes first, second, last.
    Rank,
    /// How much more or less than at another time.
    Change,
}

/// Where a claim is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::headline) enum Where {
    Place(Place),
    /// "Almaty", the city or the region.
    Almaty,
    /// The chief town of a region, of which nothing is published.
    Town(Region),
    /// A region that no table knows.
    Elsewhere,
    /// Several places together.
    Several,
    /// A single workplace.
    Site,
    /// The text does not say; often the country is meant.
    Unsaid,
}

impl Where {
    /// The place whose figures go with the claim: for a bare "Almaty" the city's, which is what releases mean.
    pub(in crate::headline) const fn place(self) -> Option<Place> {
        match self {
            Self::Place(place) => Some(place),
            Self::Almaty => Some(Place::Region(Region::Almaty)),
            Self::Unsaid => Some(Place::Country),
            Self::Several | Self::Site | Self::Town(_) | Self::Elsewhere => None,
        }
    }

    /// Whether figures of the country may be set against the claim's: where they differ, another place may be meant.
    pub(in crate::headline) fn is_sure(self) -> bool {
        self != Self::Unsaid
    }

    pub(in crate::headline) fn is_country(self) -> bool {
        matches!(self, Self::Unsaid | Self::Place(Place::Country))
    }
}

/// Which way something changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::headline) enum Direction {
    Down,
    Up,
}

/// What the figure of a change says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::headline) enum Size {
    /// Per cent of what was before.
    Percent,
    /// Percentage points.
    Points,
    /// So many people or accidents.
    Number,
    /// So many times as many, or as few.
    Times,
}

/// What a change is measured from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::headline) enum Base {
    /// The text does not say.
    Unsaid,
    /// A year before, of a text that does not say which.
    YearBefore,
    /// A period before.
    Period(Period),
    /// So many years, without saying which.
    Years(u16),
}

/// What changed, or what an order is by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::headline) enum Metric {
    Count,
    Rate,
}

/// A change as read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::headline) struct Change {
    pub(in crate::headline) size: Size,
    pub(in crate::headline) direction: Option<Direction>,
    pub(in crate::headline) base: Base,
    pub(in crate::headline) metric: Metric,
    /// The two counts that stand beside it: "16.8 % (293 against 352)".
    pub(in crate::headline) pair: Option<Pair>,
    /// The two rates that stand before it: "0.04 per 1,000 against 0.05, a fall of 20 %".
    pub(in crate::headline) rates: Option<Rates>,
}

/// A figure as printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::headline) struct Printed {
    pub(in crate::headline) value: f64,
    /// Digits after the decimal point.
    pub(in crate::headline) decimals: u8,
}

/// Two rates that the text sets against each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::headline) struct Rates {
    pub(in crate::headline) current: Printed,
    pub(in crate::headline) base: Printed,
}

/// A count that a change goes by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::headline) struct Counted {
    pub(in crate::headline) what: What,
    pub(in crate::headline) place: Where,
    pub(in crate::headline) count: u64,
    pub(in crate::headline) period: Option<Period>,
    /// Who counted, where the text says so.
    pub(in crate::headline) counter: Option<Counter>,
}

/// Two counts that the text sets against each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::headline) struct Pair {
    pub(in crate::headline) current: Counted,
    pub(in crate::headline) base: Counted,
}

/// A rate as read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::headline) struct Rate {
    /// Per how many; the text may leave it out.
    pub(in crate::headline) per: Option<f64>,
    pub(in crate::headline) population: Option<Population>,
    pub(in crate::headline) annualised: bool,
    pub(in crate::headline) cumulative: bool,
}

/// A rank as read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::headline) struct Rank {
    /// 1 is first.
    pub(in crate::headline) position: u8,
    /// Counted from the lowest.
    pub(in crate::headline) from_below: bool,
    pub(in crate::headline) metric: Metric,
}

/// What belongs to one sort of claim only.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::headline) enum Detail {
    Count,
    Share,
    Rate(Rate),
    Rank(Rank),
    Change(Change),
}

/// A claim as read.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::headline) struct Assertion {
    /// Its bytes in the text.
    pub(in crate::headline) text: Range<usize>,
    /// Which sentence it stands in.
    pub(in crate::headline) sentence: usize,
    /// The figure as printed; a rank has none.
    pub(in crate::headline) value: Option<f64>,
    /// Digits printed after the decimal point.
    pub(in crate::headline) decimals: u8,
    pub(in crate::headline) what: What,
    /// Whether the words of the claim say what is counted, not only those before.
    pub(in crate::headline) what_is_said: bool,
    pub(in crate::headline) place: Where,
    /// Whether the words of the claim say where, not only those before.
    pub(in crate::headline) place_is_said: bool,
    /// Whether the place is a region by a name that its chief town has as well, with no word that tells the two apart.
    pub(in crate::headline) place_is_shared: bool,
    /// Economic activities it is limited to; empty is all of them.
    pub(in crate::headline) activities: Vec<Branch>,
    /// Whether it is about one cause of injuries.
    pub(in crate::headline) cause: bool,
    pub(in crate::headline) period: Option<Period>,
    /// Whether the text says "about", "more than".
    pub(in crate::headline) approximate: bool,
    /// Whether its figure is a part said in words: "every third".
    pub(in crate::headline) rough: bool,
    /// A count that others are compared with: "against 352", "from 352".
    pub(in crate::headline) is_base: bool,
    /// "40 of them".
    pub(in crate::headline) part_of: bool,
    /// Who counted, where the text says so.
    pub(in crate::headline) counter: Option<Counter>,
    /// What the text says itself against the claim.
    pub(in crate::headline) caveat: Option<Caveat>,
    pub(in crate::headline) detail: Detail,
}

impl Assertion {
    pub(in crate::headline) const fn kind(&self) -> Kind {
        match self.detail {
            Detail::Count => Kind::Count,
            Detail::Share => Kind::Share,
            Detail::Rate(_) => Kind::Rate,
            Detail::Rank(_) => Kind::Rank,
            Detail::Change(_) => Kind::Change,
        }
    }

    /// The figure as a count of people or accidents.
    pub(in crate::headline) fn count(&self) -> Option<u64> {
        let value = self.value.filter(|_| self.kind() == Kind::Count)?;
        crate::headline::number::Figure::of(value).count()
    }

    /// Whether it counts the same thing in the same place, in all activities.
    pub(in crate::headline) fn counts_like(&self, what: What, place: Where) -> bool {
        let there = self.place == place || (self.place.is_country() && place.is_country());
        self.kind() == Kind::Count && self.what == what && there && self.activities.is_empty()
    }
}
