//! Who can say how many were counted, and how many people work.
//!
//! The cast:
//! - a **published** count ([`Published`]): how many, of what, who counted and where it stands. Series of different
//!   **counters** ([`Counter`]) are never mixed: for 2024 the Bureau of National Statistics has 2,471, the ministry 1,408;
//! - a **denominator** ([`Denominator`]): people at work, by region (wage employees) or by section (all employed);
//! - **knowledge** ([`Knowledge`]) has both. [`Reference`] ships with the program; [`RegisterKnowledge`] is what a register and its
//!   series say, on the terms ([`Terms`]) of whoever asks, with the reference for the rest.

mod branch;
mod group;
mod place;
mod reference;
mod register;

use saqta_domain::activity::Activity;
use saqta_domain::period::Period;

pub use branch::Branch;
pub use group::{Group, Part, PublishedShare, Told};
pub use place::Place;
pub use reference::Reference;
pub(crate) use reference::rows;
pub use register::{RegisterKnowledge, Terms};

const COUNTERS: &str = include_str!("../data/counters.tsv");

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// People injured at work, those who died among them.
    Injured,
    /// People who died of an injury at work.
    Deaths,
    /// Accidents, of which one may injure several people.
    Accidents,
    /// Accidents in which somebody died.
    FatalAccidents,
    /// People injured severely.
    Severe,
    /// Anything else: inspections, orders, fines.
    Other,
}

impl What {
    /// The name used in files, messages and reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Injured => "injured",
            Self::Deaths => "deaths",
            Self::Accidents => "accidents",
            Self::FatalAccidents => "fatal-accidents",
            Self::Severe => "severe",
            Self::Other => "other",
        }
    }

    /// The kind with that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [
            Self::Injured,
            Self::Deaths,
            Self::Accidents,
            Self::FatalAccidents,
            Self::Severe,
            Self::Other,
        ]
        .into_iter()
        .find(|what| what.name() == name)
    }
}

/// Who counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Counter {
    /// The ministry of labour: injuries that its inspectorate learnt of.
    Ministry,
    /// The Bureau of National Statistics: form 7-ТПЗ, diseases included.
    Bureau,
    /// A register kept with this program.
    Register,
    /// A number that was published without saying what exactly was counted.
    Unclear,
}

impl Counter {
    /// The name used in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ministry => "ministry",
            Self::Bureau => "bureau",
            Self::Register => "register",
            Self::Unclear => "unclear",
        }
    }

    /// The counter with that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Ministry, Self::Bureau, Self::Register, Self::Unclear]
            .into_iter()
            .find(|counter| counter.name() == name)
    }

    /// The counter of a recorded series, by the names of `crates/figures/data/counters.tsv`.
    #[must_use]
    pub fn of_series(counter: &str) -> Option<Self> {
        rows(COUNTERS).find_map(|(_, row)| {
            let [name, names] = row.as_slice() else {
                return None;
            };
            names
                .split('|')
                .any(|name| name.eq_ignore_ascii_case(counter))
                .then(|| Self::from_name(name))?
        })
    }
}

/// A count that was published. Its unit is people, for accidents accidents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// What names this count for ever: period, place, what, counter.
    pub id: String,
    /// How many.
    pub count: u64,
    /// When.
    pub period: Period,
    /// Who counted.
    pub counter: Counter,
    /// Where it was published.
    pub source: String,
    /// Whether the data behind it are invented, as those of a demonstration.
    pub synthetic: bool,
}

/// How many people work.
#[derive(Clone, Debug, PartialEq)]
pub struct Denominator {
    /// What names this number for ever: kind, year, region or section.
    pub id: String,
    /// How many people, an annual average.
    pub people: f64,
    /// The year it is of.
    pub year: i16,
    /// Where it was published.
    pub source: String,
}

/// Whatever counts and denominators can be looked up in.
pub trait Knowledge {
    /// The counts of `what` in the place, the branch (`None` is the whole economy) and exactly the period, at most one of each counter.
    fn counts(&self, what: What, place: Place, branch: Option<Branch>, period: Period) -> Vec<Published>;

    /// Wage employees in a place, for a rate over the period: see [`denominator_year`].
    fn employees(&self, place: Place, period: Period) -> Option<Denominator>;

    /// All employed people in a section (`None` is the whole economy), in the year of the period.
    fn employed(&self, section: Option<Activity>, period: Period) -> Option<Denominator>;

    /// The stretches of time for which it has counts of the country, for texts that name none.
    fn periods(&self) -> Vec<Period>;

    /// The newest year for which it has counts.
    fn latest_year(&self) -> Option<i16>;

    /// What is told of a part of the country's `what` in exactly the period.
    fn part(&self, _what: What, _part: Part, _period: Period) -> Told {
        Told::Nothing
    }

    /// The share of a group among the country's injured that was published without its count.
    fn share(&self, _group: Group, _period: Period) -> Option<PublishedShare> {
        None
    }

    /// One count, the ministry's before others'.
    fn count(&self, what: What, place: Place, branch: Option<Branch>, period: Period) -> Option<Published> {
        self.counts(what, place, branch, period)
            .into_iter()
            .min_by_key(|published| published.counter)
    }
}

/// The year whose wage employees go under a count: the period's own where it is a whole year, else the year before, which is the
/// newest that is published while the year runs. The ministry's rates are made so: 0.04 for the first quarter of 2025 is 293 per
/// 7,015,108, the average of 2024.
#[must_use]
pub fn denominator_year(period: Period) -> i16 {
    if period.is_year() {
        period.year()
    } else {
        period.a_year_before().year()
    }
}

/// The years whose average may stand for a year's, the nearest first: a neighbouring one, none farther away.
fn years_nearest(year: i16) -> [i16; 3] {
    [year, year - 1, year + 1]
}
