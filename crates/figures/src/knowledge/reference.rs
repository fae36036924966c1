//! The published figures that ship with the program: `crates/figures/data/`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use saqta_domain::activity::Activity;
use saqta_domain::period::Period;

use super::{
    Branch, Counter, Denominator, Group, Knowledge, Place, Published, PublishedShare, What, denominator_year,
    years_nearest,
};

const PUBLISHED: &str = include_str!("../../data/published.tsv");
const SHARES: &str = include_str!("../../data/published_shares.tsv");
const EMPLOYEES: &str = include_str!("../../data/employees_by_region.tsv");
const EMPLOYED: &str = include_str!("../../data/employed_by_section.tsv");

static SHIPPED: LazyLock<Reference> =
    LazyLock::new(|| Reference::read(PUBLISHED, SHARES, EMPLOYEES, EMPLOYED));

/// Counts and denominators of Kazakhstan as they were published, each row with its source.
#[derive(Clone, Debug, Default)]
pub struct Reference {
    counts: BTreeMap<Counted, Vec<Published>>,
    shares: BTreeMap<(Group, Period), PublishedShare>,
    employees: BTreeMap<(Place, i16), Denominator>,
    employed: BTreeMap<(Option<Activity>, i16), Denominator>,
    faults: Vec<String>,
}

/// What was counted, where, in which branch (`None` is all), when.
type Counted = (What, Place, Option<Branch>, Period);

/// All activities together.
const WHOLE_ECONOMY: &str = "*";

impl Reference {
    /// What ships with the program.
    #[must_use]
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// Rows that could not be read, one line each; empty in every program that passed its tests.
    #[must_use]
    pub fn faults(&self) -> &[String] {
        &self.faults
    }

    fn read(published: &str, shares: &str, employees: &str, employed: &str) -> Self {
        let mut reference = Self::default();
        for (line, row) in rows(published) {
            if reference.add_count(&row).is_none() {
                reference.faults.push(format!("published counts, line {line}"));
            }
        }
        for (line, row) in rows(shares) {
            if reference.add_share(&row).is_none() {
                reference.faults.push(format!("published shares, line {line}"));
            }
        }
        for (line, row) in rows(employees) {
            let entry = denominator("employees", &row);
            match (row.first().copied().and_then(Place::from_code), entry) {
                (Some(place), Some(entry)) => {
                    reference.employees.insert((place, entry.year), entry);
                }
                _ => reference.faults.push(format!("employees, line {line}")),
            }
        }
        for (line, row) in rows(employed) {
            let entry = denominator("employed", &row);
            match (row.first().copied().and_then(section), entry) {
                (Some(section), Some(entry)) => {
                    reference.employed.insert((section, entry.year), entry);
                }
                _ => reference.faults.push(format!("employed, line {line}")),
            }
        }
        reference.add_up_the_country();
        reference
    }

    /// Wage employees in a place, of exactly that year.
    pub(super) fn employees_in(&self, place: Place, year: i16) -> Option<&Denominator> {
        self.employees.get(&(place, year))
    }

    /// All employed people in a section (`None` is the whole economy), of exactly that year.
    pub(super) fn employed_in(&self, section: Option<Activity>, year: i16) -> Option<&Denominator> {
        self.employed.get(&(section, year))
    }

    fn add_count(&mut self, row: &[&str]) -> Option<()> {
        let &[period, place, branch, what, count, counter, source] = row else {
            return None;
        };
        let key = (
            What::from_name(what)?,
            Place::from_code(place)?,
            match branch {
                WHOLE_ECONOMY => None,
                code => Some(Branch::from_code(code)?),
            },
            period.parse().ok()?,
        );
        let entry = Published {
            id: format!("published/{period}/{place}/{branch}/{what}/{counter}"),
            count: count.parse().ok()?,
            period: key.3,
            counter: Counter::from_name(counter)?,
            source: source.to_owned(),
            synthetic: false,
        };
        self.counts.entry(key).or_default().push(entry);
        Some(())
    }

    fn add_share(&mut self, row: &[&str]) -> Option<()> {
        let &[period, group, percent, counter, source] = row else {
            return None;
        };
        let share = PublishedShare {
            percent: percent.parse().ok()?,
            period: period.parse().ok()?,
            counter: Counter::from_name(counter)?,
            source: source.to_owned(),
        };
        self.shares
            .insert((Group::from_code(group)?, share.period), share);
        Some(())
    }

    /// The country's wage employees are the sum of its regions.
    fn add_up_the_country(&mut self) {
        let mut sums: BTreeMap<i16, Denominator> = BTreeMap::new();
        for ((_, year), region) in &self.employees {
            let sum = sums.entry(*year).or_insert_with(|| Denominator {
                id: format!("employees/{year}/KZ"),
                people: 0.0,
                year: *year,
                source: region.source.clone(),
            });
            sum.people += region.people;
        }
        let sums = sums.into_iter().map(|(year, sum)| ((Place::Country, year), sum));
        self.employees.extend(sums);
    }
}

impl Knowledge for Reference {
    fn counts(&self, what: What, place: Place, branch: Option<Branch>, period: Period) -> Vec<Published> {
        let counted = (what, place, branch, period);
        self.counts.get(&counted).cloned().unwrap_or_default()
    }

    fn employees(&self, place: Place, period: Period) -> Option<Denominator> {
        nearest(denominator_year(period), |year| self.employees_in(place, year))
    }

    fn employed(&self, section: Option<Activity>, period: Period) -> Option<Denominator> {
        nearest(period.year(), |year| self.employed_in(section, year))
    }

    fn periods(&self) -> Vec<Period> {
        let of_country = self
            .counts
            .keys()
            .filter(|(_, place, branch, _)| *place == Place::Country && branch.is_none());
        let mut periods: Vec<Period> = of_country.map(|(_, _, _, period)| *period).collect();
        periods.sort_unstable_by_key(|period| (period.year(), period.first_month(), period.last_month()));
        periods.dedup();
        periods
    }

    fn latest_year(&self) -> Option<i16> {
        self.counts.keys().map(|(_, _, _, period)| period.year()).max()
    }

    fn share(&self, group: Group, period: Period) -> Option<PublishedShare> {
        self.shares.get(&(group, period)).cloned()
    }
}

fn nearest<'a>(year: i16, of: impl Fn(i16) -> Option<&'a Denominator>) -> Option<Denominator> {
    years_nearest(year).into_iter().find_map(of).cloned()
}

/// Reads a section's letter; `*` is the whole economy.
fn section(code: &str) -> Option<Option<Activity>> {
    match code {
        WHOLE_ECONOMY => Some(None),
        code => Some(Some(code.parse().ok()?)),
    }
}

fn denominator(kind: &str, row: &[&str]) -> Option<Denominator> {
    const THOUSAND: f64 = 1000.0;
    let &[code, _, year, thousands, source] = row else {
        return None;
    };
    let people = thousands.parse::<f64>().ok()? * THOUSAND;
    Some(Denominator {
        id: format!("{kind}/{year}/{code}"),
        people: people.round(),
        year: year.parse().ok()?,
        source: source.to_owned(),
    })
}

/// The rows of a table, with their line numbers: without remarks and the heading.
pub(crate) fn rows(table: &str) -> impl Iterator<Item = (usize, Vec<&str>)> {
    let lines = (1..).zip(table.lines());
    lines
        .filter(|(_, line)| !line.starts_with('#') && !line.is_empty())
        .skip(1)
        .map(|(number, line)| (number, line.split('\t').collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year_of(year: i16) -> Period {
        Period::year_of(year).unwrap()
    }

    #[test]
    fn every_row_that_ships_is_read() {
        assert_eq!(Reference::shipped().faults(), &[] as &[String]);
    }

    #[test]
    fn a_quarter_goes_over_the_average_of_the_year_before() {
        let quarter = Period::months(2025, 1, 3).unwrap();
        let country = Reference::shipped().employees(Place::Country, quarter).unwrap();
        assert_eq!((country.people, country.year), (7_015_108.0, 2024));
        let year = Reference::shipped()
            .employees(Place::Country, year_of(2025))
            .unwrap();
        assert_eq!((year.people, year.year), (7_169_107.0, 2025));
        assert_eq!(
            Reference::shipped().employees(Place::Country, year_of(2019)),
            None
        );
    }

    #[test]
    fn sections_add_up_to_the_whole_economy_as_published() {
        for year in 2023..=2025 {
            let of = |section| {
                Reference::shipped()
                    .employed(section, year_of(year))
                    .unwrap()
                    .people
            };
            let sum: f64 = Activity::sections()
                .filter(|section| section.section() <= 'S')
                .map(|section| of(Some(section)))
                .sum();
            let whole = of(None);
            assert!(
                (sum - whole).abs() < 10.0,
                "{year}: sections {sum}, published {whole}"
            );
        }
    }

    #[test]
    fn two_counters_of_one_year_stand_apart() {
        let counts = Reference::shipped().counts(What::Injured, Place::Country, None, year_of(2024));
        let of = |counter| {
            counts
                .iter()
                .find(|count| count.counter == counter)
                .map(|count| count.count)
        };
        assert_eq!(
            (of(Counter::Ministry), of(Counter::Bureau)),
            (Some(1408), Some(2471))
        );
    }
}
