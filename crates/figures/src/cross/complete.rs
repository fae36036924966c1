//! Cells in which nothing was counted.
//!
//! A region without an injury is a finding, and a table that leaves it out hides it. A dimension whose codes are a closed
//! list has a cell for each of them; one whose codes are as many as were ever seen (sites, employers, groups of
//! activities) has those that occur.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use saqta_domain::activity::{Activity, Level};
use saqta_domain::injury::{AgeBand, Cause, InjuryKind, InjuryOutcome, Sex};
use saqta_domain::period::Period;
use saqta_domain::region::Region;

use super::{Cell, Dimension, Filter, Question, Tally, order};

/// More cells than are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{cells} cells, those without an injury included, where at most {most} are answered")]
pub struct TooManyCells {
    /// How many there would be.
    pub cells: usize,
    /// How many are wanted at most.
    pub most: usize,
}

/// Adds the cells that belong to a crossing and have no injury, for dimensions whose codes are a closed list. Months,
/// quarters and years are those that have begun by `as_of`, and not before `since`, the month in which the register begins:
/// of others nothing is known, which is not the same as nothing.
///
/// A question by nothing has one cell, which is there or not.
///
/// # Errors
/// [`TooManyCells`] where there would be more than `most`.
pub fn complete(
    cells: Vec<Cell>,
    question: &Question,
    (since, as_of): (Date, Date),
    most: usize,
) -> Result<Vec<Cell>, TooManyCells> {
    let mut axes: Vec<BTreeSet<Option<String>>> = Vec::new();
    for (place, by) in question.by.iter().enumerate() {
        let seen = cells.iter().map(|cell| cell.key[place].clone());
        axes.push(match by.closed(&question.filter, (since, as_of)) {
            // What is not known has a cell where it occurs, not beside every code of another dimension.
            Some(codes) => codes.into_iter().map(Some).collect(),
            None => seen.filter(Option::is_some).collect(),
        });
    }
    let size = axes
        .iter()
        .try_fold(1_usize, |size, axis| size.checked_mul(axis.len()));
    let too_many = |cells| Err(TooManyCells { cells, most });
    match size {
        Some(size) if size <= most => {}
        other => return too_many(other.unwrap_or(usize::MAX)),
    }
    let mut all: BTreeMap<Vec<Option<String>>, Tally> = BTreeMap::new();
    if !axes.is_empty() {
        for key in product(&axes) {
            if is_possible(&question.by, &key) {
                all.insert(key, Tally::default());
            }
        }
    }
    all.extend(cells.into_iter().map(|cell| (cell.key, cell.tally)));
    if all.len() > most {
        return too_many(all.len());
    }
    let mut cells: Vec<Cell> = all.into_iter().map(|(key, tally)| Cell { key, tally }).collect();
    cells.sort_by(|one, other| order(&one.key).cmp(&order(&other.key)));
    Ok(cells)
}

/// Whether an injury can be in all of the codes: March of 2024 is in no other year, and mining in no part of farming.
fn is_possible(by: &[Dimension], key: &[Option<String>]) -> bool {
    let codes: Vec<(Dimension, &str)> = by
        .iter()
        .zip(key)
        .filter_map(|(by, code)| Some((*by, code.as_deref()?)))
        .collect();
    codes.iter().enumerate().all(|(place, one)| {
        let mut others = codes.iter().skip(place + 1);
        others.all(|other| can_meet(*one, *other))
    })
}

fn can_meet((by, code): (Dimension, &str), (other_by, other): (Dimension, &str)) -> bool {
    use Dimension::{Activity as OfActivity, Month, Quarter, Region as OfRegion, RegionBefore2022, Year};
    match (by, other_by) {
        (Month | Quarter | Year, Month | Quarter | Year) => {
            let both = code.parse::<Period>().ok().zip(other.parse::<Period>().ok());
            both.is_none_or(|(one, other)| one.overlaps(other))
        }
        (OfActivity(_), OfActivity(_)) => {
            let both = code.parse::<Activity>().ok().zip(other.parse::<Activity>().ok());
            both.is_none_or(|(one, other)| one.contains(other) || other.contains(one))
        }
        (OfRegion, RegionBefore2022) => lay_in(code, other),
        (RegionBefore2022, OfRegion) => lay_in(other, code),
        _ => true,
    }
}

fn lay_in(region: &str, before: &str) -> bool {
    Region::from_code(region).is_none_or(|region| region.before_2022().code() == before)
}

/// Every combination of a code from each axis.
fn product(axes: &[BTreeSet<Option<String>>]) -> Vec<Vec<Option<String>>> {
    axes.iter().fold(vec![Vec::new()], |keys, axis| {
        let longer = keys.iter().flat_map(|key| {
            axis.iter().map(move |code| {
                let mut key = key.clone();
                key.push(code.clone());
                key
            })
        });
        longer.collect()
    })
}

impl Dimension {
    /// Every code that an injury which passes the filter can have; none where the codes are no closed list.
    fn closed(self, filter: &Filter, (since, as_of): (Date, Date)) -> Option<Vec<String>> {
        // One site lies in one region and has one activity: the others are not empty, they are out of the question.
        let of_places = filter.sites.is_none();
        match self {
            Self::Region if of_places => {
                Some(regions(filter).map(|region| region.code().to_owned()).collect())
            }
            Self::RegionBefore2022 if of_places => {
                let before = regions(filter).map(|region| region.before_2022().code().to_owned());
                Some(before.collect())
            }
            Self::Activity(Level::Section) if of_places => Some(sections(filter)),
            Self::Cause => Some(wanted(Cause::ALL, filter.causes.as_ref(), Cause::code)),
            Self::Kind => Some(wanted(InjuryKind::ALL, filter.kinds.as_ref(), InjuryKind::code)),
            Self::Outcome => Some(wanted(
                InjuryOutcome::ALL,
                filter.outcomes.as_ref(),
                InjuryOutcome::code,
            )),
            Self::Sex => Some(wanted(Sex::ALL, None, Sex::code)),
            Self::Age => Some(wanted(AgeBand::ALL, None, AgeBand::code)),
            Self::Hour => Some((0..24).map(|hour| format!("{hour:02}")).collect()),
            Self::Weekday => Some((1..=7).map(|day: u8| day.to_string()).collect()),
            Self::Month => months(filter, since, as_of, Some),
            Self::Quarter => months(filter, since, as_of, |month| {
                Period::quarter(month.year(), (month.first_month() - 1) / 3 + 1)
            }),
            Self::Year => months(filter, since, as_of, |month| Some(month.whole_year())),
            _ => None,
        }
    }
}

fn regions(filter: &Filter) -> impl Iterator<Item = Region> {
    let asked = |region: &Region| {
        filter
            .regions
            .as_ref()
            .is_none_or(|regions| regions.contains(region))
    };
    let seen = |region: &Region| {
        let scope = filter.scope.as_ref();
        scope.is_none_or(|scope| scope.regions.contains(region))
    };
    Region::ALL
        .iter()
        .copied()
        .filter(move |region| asked(region) && seen(region))
}

fn sections(filter: &Filter) -> Vec<String> {
    let passes = |section: &Activity| {
        filter.activities.as_ref().is_none_or(|activities| {
            let mut asked = activities.iter();
            asked.any(|asked| asked.section() == section.section())
        })
    };
    Activity::sections().filter(passes).map(String::from).collect()
}

fn wanted<T: Copy + Ord>(all: &[T], asked: Option<&BTreeSet<T>>, code: fn(T) -> &'static str) -> Vec<String> {
    let passes = |word: &&T| asked.is_none_or(|asked| asked.contains(word));
    all.iter()
        .filter(passes)
        .map(|word| code(*word).to_owned())
        .collect()
}

/// Codes of the months that a filter lets through, grouped; none where the filter has no first and last day.
fn months(
    filter: &Filter,
    since: Date,
    as_of: Date,
    group: impl Fn(Period) -> Option<Period>,
) -> Option<Vec<String>> {
    let (from, to) = (filter.from?.max(since), filter.to?.min(as_of));
    let mut codes = Vec::new();
    for year in from.year()..=to.year() {
        let of_year = (1..=12).filter_map(|month| Period::month(year, month));
        let within = of_year.filter(|month| month.last_day() >= from && month.first_day() <= to);
        codes.extend(within.filter_map(&group).map(|period| period.to_string()));
    }
    Some(codes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_made_of_codes_that_never_meet() {
        let possible =
            |by: [Dimension; 2], codes: [&str; 2]| is_possible(&by, &codes.map(|code| Some(code.to_owned())));
        let levels = [
            Dimension::Activity(Level::Section),
            Dimension::Activity(Level::Division),
        ];
        assert!(possible([Dimension::Month, Dimension::Year], ["2024-12", "2024"]));
        assert!(!possible(
            [Dimension::Month, Dimension::Year],
            ["2024-12", "2025"]
        ));
        assert!(possible(levels, ["F", "41"]));
        assert!(!possible(levels, ["B", "41"]));
        let regions = [Dimension::RegionBefore2022, Dimension::Region];
        assert!(possible(regions, ["35", "62"]), "Ulytau was cut from Karaganda");
        assert!(!possible(regions, ["39", "62"]));
        assert!(possible([Dimension::Sex, Dimension::Year], ["f", "2025"]));
    }
}
