//! Which injuries are counted.

use std::collections::BTreeSet;

use jiff::civil::Date;
use saqta_domain::activity::Activity;
use saqta_domain::ids::SiteId;
use saqta_domain::injury::{Bin, Cause, InjuryKind, InjuryOutcome};
use saqta_domain::period::Period;
use saqta_domain::region::Region;

use crate::register::Columns;
use crate::register::numbering::{day_number, place};

/// Which injuries are counted: those that meet every condition. The default is all.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// From this day on.
    pub from: Option<Date>,
    /// Up to this day, included.
    pub to: Option<Date>,
    /// Only what was known by this day: the register as it looked then.
    pub known_by: Option<Date>,
    /// In one of these regions.
    pub regions: Option<BTreeSet<Region>>,
    /// In an activity that one of these contains.
    pub activities: Option<Vec<Activity>>,
    /// Of one of these kinds.
    pub kinds: Option<BTreeSet<InjuryKind>>,
    /// With one of these outcomes.
    pub outcomes: Option<BTreeSet<InjuryOutcome>>,
    /// With one of these causes.
    pub causes: Option<BTreeSet<Cause>>,
    /// At one of these sites.
    pub sites: Option<BTreeSet<SiteId>>,
    /// Of this employer.
    pub employer: Option<Bin>,
    /// Only what lies in a scope: whoever asks may not see more.
    pub scope: Option<Scope>,
}

/// Regions and sites that somebody may look into; what lies in one of either.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Whole regions.
    pub regions: BTreeSet<Region>,
    /// Single sites.
    pub sites: BTreeSet<SiteId>,
}

/// A filter made ready for one register: which numbers pass, for each column that has a condition.
struct Sieve<'c> {
    days: (i32, i32),
    known_by: i32,
    conditions: Vec<Condition<'c>>,
}

enum Condition<'c> {
    Byte(&'c [u8], Box<[bool; 256]>),
    Long(&'c [u32], Vec<bool>),
    Either(Box<Condition<'c>>, Box<Condition<'c>>),
}

impl Filter {
    /// Only a period.
    #[must_use]
    pub fn of(period: Period) -> Self {
        Self::default().within(period)
    }

    /// The same within a period.
    #[must_use]
    pub fn within(self, period: Period) -> Self {
        Self {
            from: Some(period.first_day()),
            to: Some(period.last_day()),
            ..self
        }
    }

    /// Hands every row that counts and passes to `take`.
    pub(crate) fn each(&self, columns: &Columns, mut take: impl FnMut(usize)) {
        let passes = self.passes(columns);
        (0..columns.counts.len())
            .filter(|row| passes(*row))
            .for_each(&mut take);
    }

    /// Whether one row counts and passes.
    pub(crate) fn passes<'c>(&self, columns: &'c Columns) -> impl Fn(usize) -> bool + use<'c> {
        let sieve = self.sieve(columns);
        move |row| {
            columns.counts[row]
                && (sieve.days.0..=sieve.days.1).contains(&columns.day[row])
                && columns.known[row] <= sieve.known_by
                && sieve.conditions.iter().all(|condition| condition.passes(row))
        }
    }

    fn sieve<'c>(&self, columns: &'c Columns) -> Sieve<'c> {
        let mut conditions = Vec::new();
        let mut byte = |column: &'c [u8], places: Option<Vec<u8>>| {
            conditions.extend(places.map(|places| Condition::byte(column, places)));
        };
        byte(&columns.region, places(self.regions.as_ref(), Region::ALL));
        byte(&columns.kind, places(self.kinds.as_ref(), InjuryKind::ALL));
        byte(
            &columns.outcome,
            places(self.outcomes.as_ref(), InjuryOutcome::ALL),
        );
        byte(&columns.cause, places(self.causes.as_ref(), Cause::ALL));
        let mut long = |column: &'c [u32], pass: Option<Vec<bool>>| {
            conditions.extend(pass.map(|pass| Condition::Long(column, pass)));
        };
        long(
            &columns.activity,
            self.activities.as_ref().map(|wanted| {
                known(columns.activities.values(), |activity| {
                    wanted.iter().any(|wanted| wanted.contains(*activity))
                })
            }),
        );
        long(
            &columns.site,
            self.sites
                .as_ref()
                .map(|wanted| known(columns.sites.values(), |site| wanted.contains(site))),
        );
        long(
            &columns.employer,
            self.employer
                .map(|wanted| known(columns.bins.values(), |bin| *bin == wanted)),
        );
        if let Some(scope) = &self.scope {
            let regions = places(Some(&scope.regions), Region::ALL).unwrap_or_default();
            let sites = known(columns.sites.values(), |site| scope.sites.contains(site));
            conditions.push(Condition::Either(
                Box::new(Condition::byte(&columns.region, regions)),
                Box::new(Condition::Long(&columns.site, sites)),
            ));
        }
        Sieve {
            days: (
                self.from.map_or(i32::MIN, day_number),
                self.to.map_or(i32::MAX, day_number),
            ),
            known_by: self.known_by.map_or(i32::MAX, day_number),
            conditions,
        }
    }
}

impl<'c> Condition<'c> {
    fn byte(column: &'c [u8], places: Vec<u8>) -> Self {
        let mut pass = Box::new([false; 256]);
        places
            .into_iter()
            .for_each(|place| pass[usize::from(place)] = true);
        Self::Byte(column, pass)
    }

    fn passes(&self, row: usize) -> bool {
        match self {
            Self::Byte(column, pass) => pass[usize::from(column[row])],
            Self::Either(one, other) => one.passes(row) || other.passes(row),
            Self::Long(column, pass) => pass.get(column[row] as usize).copied().unwrap_or(false),
        }
    }
}

fn places<T: Copy + Ord>(wanted: Option<&BTreeSet<T>>, list: &[T]) -> Option<Vec<u8>> {
    wanted.map(|wanted| wanted.iter().map(|word| place(list, *word)).collect())
}

/// Which numbers of a column pass: number 0, "not known", never does.
fn known<T>(values: &[T], passes: impl Fn(&T) -> bool) -> Vec<bool> {
    std::iter::once(false).chain(values.iter().map(passes)).collect()
}
