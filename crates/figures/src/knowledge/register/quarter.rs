//! A quarter of the register as a release would publish it.

use saqta_domain::activity::Level;
use saqta_domain::period::Period;

use crate::cross::{Dimension, Tally};
use crate::knowledge::{Branch, Place, What};
use crate::register::Register;
use crate::release::{PublishedRow, PublishedTable, Wanted, tally};

/// What is asked of a quarter.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    part: Part,
    row: Row,
}

/// Which of the injured.
#[derive(Clone, Copy, Debug)]
enum Part {
    Count,
    Fatal,
    Severe,
}

/// Where, or in what.
#[derive(Clone, Debug)]
enum Row {
    Country,
    Region(String),
    Section(String),
}

impl Asked {
    /// What a release has a figure for: persons in the country, in a region, in a section.
    pub(super) fn of(what: What, place: Place, branch: Option<Branch>) -> Option<Self> {
        let part = match what {
            What::Injured => Part::Count,
            What::Deaths => Part::Fatal,
            What::Severe => Part::Severe,
            What::Accidents | What::FatalAccidents | What::Other => return None,
        };
        let row = match (place, branch) {
            (Place::Country, None) => Row::Country,
            (Place::Region(region), None) => Row::Region(region.code().to_owned()),
            (Place::Country, Some(branch)) => Row::Section(branch.section()?.to_string()),
            (Place::Region(_), Some(_)) => return None,
        };
        Some(Self { part, row })
    }
}

/// Three months, with what a release would withhold withheld.
#[derive(Debug)]
pub(super) struct Quarter {
    period: Period,
    threshold: u64,
    total: Tally,
    regions: PublishedTable,
    sections: PublishedTable,
    months: PublishedTable,
}

impl Quarter {
    /// Counts the register.
    pub(super) fn of(register: &Register, period: Period, threshold: u64) -> Self {
        let wanted = Wanted {
            register,
            period,
            threshold,
            total: tally(register, period),
            earlier: &[],
            revised: None,
            ways: Vec::new(),
        };
        Self {
            period,
            threshold,
            total: wanted.total,
            regions: wanted.table(Dimension::Region).table,
            sections: wanted.table(Dimension::Activity(Level::Section)).table,
            months: wanted.table(Dimension::Month).table,
        }
    }

    /// Whether anybody was counted in it.
    pub(super) fn has_any(&self) -> bool {
        self.total.count > 0
    }

    /// Its months.
    pub(super) fn months(&self) -> impl Iterator<Item = Period> {
        let year = self.period.year();
        let months = self.period.first_month()..=self.period.last_month();
        months.filter_map(move |month| Period::month(year, month))
    }

    /// The figure for the quarter, if it can be told.
    pub(super) fn count(&self, asked: &Asked) -> Option<u64> {
        match &asked.row {
            Row::Country => self.country(asked.part),
            Row::Region(code) => in_table(&self.regions, code, asked.part),
            Row::Section(code) => in_table(&self.sections, code, asked.part),
        }
    }

    /// The figure for one of its months, if it can be told: of the country, since releases tell no more of a month.
    pub(super) fn count_in(&self, asked: &Asked, month: Period) -> Option<u64> {
        matches!(asked.row, Row::Country)
            .then(|| in_table(&self.months, &month.to_string(), asked.part))
            .flatten()
    }

    fn country(&self, part: Part) -> Option<u64> {
        let count = match part {
            Part::Count => self.total.count,
            Part::Fatal => self.total.fatal,
            Part::Severe => self.total.severe,
        };
        (!(1..self.threshold).contains(&count)).then_some(count)
    }
}

/// A published figure of a table. What has no row was nobody's.
fn in_table(table: &PublishedTable, code: &str, part: Part) -> Option<u64> {
    let row = table.rows.iter().find(|row| row.code.as_deref() == Some(code));
    row.map_or(
        Some(0),
        |PublishedRow {
             count, fatal, severe, ..
         }| match part {
            Part::Count => *count,
            Part::Fatal => *fatal,
            Part::Severe => *severe,
        },
    )
}
