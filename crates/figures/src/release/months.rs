//! Months that an earlier release withheld in its table by month, and what the totals of others would tell of them.
//!
//! A release gives the country's totals of its own months and of those from January on: so what was counted up to each of its ends is
//! known. Beside a quarter's table of which two months are withheld, a release of one of them tells both.

use std::ops::Range;

use saqta_domain::period::Period;

use super::atoms::Part;
use super::earlier::{Earlier, Row};

/// January, and the month after December, as ends of stretches.
const ENDS: Range<u8> = 1..14;

/// Which months begin or end stretches whose totals are told: of two in one set all between them is known. A set has a bit for
/// each end.
struct Told([u16; 14]);

impl Told {
    fn nothing() -> Self {
        Self(std::array::from_fn(|end| 1 << end))
    }

    fn tell(&mut self, period: Period) {
        let (from, to) = (period.first_month(), period.last_month() + 1);
        let both = self.set(from) | self.set(to);
        let sets = self.0.iter_mut().enumerate();
        let within = sets.filter(|(end, _)| both & 1 << end != 0);
        within.for_each(|(_, set)| *set = both);
    }

    /// What a release tells by its total, and since January.
    fn tell_totals(&mut self, period: Period) {
        self.tell(period);
        if let Some(since) = Period::months(period.year(), 1, period.last_month()) {
            self.tell(since);
        }
    }

    fn does_tell(&self, month: Period) -> bool {
        self.set(month.first_month()) & 1 << (month.last_month() + 1) != 0
    }

    fn set(&self, end: u8) -> u16 {
        if ENDS.contains(&end) {
            self.0[usize::from(end)]
        } else {
            0
        }
    }
}

/// The first month that an earlier release withholds, nothing tells, and the totals of `period` would.
pub(super) fn told_by_totals(period: Period, earlier: &[Earlier]) -> Option<Period> {
    let of_year = || earlier.iter().filter(|each| each.is_of_year(period));
    let of_part = |part: Part| {
        let mut told = Told::nothing();
        for each in earlier {
            for year in each.years(part).filter(|year| year.year() == period.year()) {
                told.tell(year);
            }
        }
        let mut withheld = Vec::new();
        for each in of_year() {
            told.tell_totals(each.period);
            for row in each.rows("month") {
                match (month(row), part.told(row)) {
                    (Some(month), Some(_)) => told.tell(month),
                    (Some(month), None) => withheld.push(month),
                    (None, _) => {}
                }
            }
        }
        withheld.retain(|month| !told.does_tell(*month));
        told.tell_totals(period);
        withheld.into_iter().filter(|month| told.does_tell(*month)).min()
    };
    Part::ALL.into_iter().filter_map(of_part).min()
}

fn month(row: &Row) -> Option<Period> {
    row.code.as_deref()?.parse().ok()
}
