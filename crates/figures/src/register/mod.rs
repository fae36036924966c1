//! The register in memory: one row an injury, a column for each thing known of it.
//!
//! The cast: [`Register::take`] is told the reports, in the journal's order, from the views or from the journal itself,
//! and [`Register::set_imports`] which imports count; each injury has one row, whose reports add up by the domain's own
//! fold. Columns hold small numbers, so that a million injuries are counted in some milliseconds; [`Register::details`]
//! gives back exactly what was reported.
//!
//! Deliberately absent: who was hurt. Nothing sealed ever comes here.

mod columns;
mod names;
pub(crate) mod numbering;

use std::collections::HashMap;

use jiff::civil::Date;
use saqta_domain::ids::{ImportId, InjuryId};
use saqta_domain::import::ImportStage;
use saqta_domain::injury::{Details, Report, Reporters, Standing};
use saqta_readmodel::{ImportRow, ReportRow};

use crate::cross::Filter;

pub use columns::Columns;
pub use names::Names;

/// The register in memory.
#[derive(Debug, Default)]
pub struct Register {
    columns: Columns,
    rows: HashMap<InjuryId, u32>,
    injuries: Vec<InjuryId>,
    /// The journal position of each injury's first report.
    positions: Vec<u64>,
    /// The import that brought each injury's first report: its place in `imports`, from 1; 0 for none.
    brought_by: Vec<u32>,
    imports: Vec<ImportId>,
    completed: Vec<bool>,
    /// All reports of the injuries that have more than one.
    told_again: HashMap<u32, Vec<Report>>,
    position: u64,
}

impl Register {
    /// Takes a report in. Reports come in the journal's order; one that was taken before is passed over.
    pub fn take(&mut self, report: ReportRow) {
        if report.position <= self.position {
            return;
        }
        self.position = report.position;
        match self.rows.get(&report.injury) {
            None => self.begin(report),
            Some(row) => {
                let row = *row;
                let first = self.first_report(row);
                let reports = self.told_again.entry(row).or_insert_with(|| vec![first]);
                reports.push(Report {
                    import: report.import,
                    details: report.details,
                });
                self.fold(row);
            }
        }
    }

    /// Says how far each import has come.
    pub fn set_imports(&mut self, imports: &[ImportRow]) {
        let mut changed = false;
        for import in imports {
            let place = self.place_of(import.import);
            let completed = import.stage == ImportStage::Completed;
            changed |= self.completed[place] != completed;
            self.completed[place] = completed;
        }
        if !changed {
            return;
        }
        for row in 0..self.injuries.len() {
            self.columns.counts[row] = self.is_in_effect(self.brought_by[row]);
        }
        let told_again: Vec<u32> = self.told_again.keys().copied().collect();
        told_again.into_iter().for_each(|row| self.fold(row));
    }

    /// Notes that everything up to a position was taken in.
    pub fn reached(&mut self, position: u64) {
        self.position = self.position.max(position);
    }

    /// The journal position up to which it is true.
    #[must_use]
    pub fn position(&self) -> u64 {
        self.position
    }

    /// How many injuries have a row, those that do not count included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.injuries.len()
    }

    /// Whether it has no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.injuries.is_empty()
    }

    /// The first days of the months of the first and of the last injury that count; none where nothing does.
    #[must_use]
    pub fn months(&self) -> Option<(Date, Date)> {
        let days = || {
            let counted = self.columns.day.iter().zip(&self.columns.counts);
            counted.filter(|(_, counts)| **counts).map(|(day, _)| *day)
        };
        let month = |day| numbering::date_of(day).first_of_month();
        Some((month(days().min()?), month(days().max()?)))
    }

    /// Its columns.
    #[must_use]
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// The injury of a row.
    #[must_use]
    pub fn injury(&self, row: usize) -> Option<InjuryId> {
        self.injuries.get(row).copied()
    }

    /// The journal position of the first report of a row.
    #[must_use]
    pub fn first_position(&self, row: usize) -> Option<u64> {
        self.positions.get(row).copied()
    }

    /// The row of an injury, if it counts.
    #[must_use]
    pub fn row(&self, injury: InjuryId) -> Option<usize> {
        let row = *self.rows.get(&injury)? as usize;
        self.columns.counts[row].then_some(row)
    }

    /// Who reported the injury of a row.
    #[must_use]
    pub fn reporters(&self, row: usize) -> Reporters {
        Reporters::from_bits(self.columns.reporters.get(row).copied().unwrap_or(0))
    }

    /// The rows that count and pass, the newest first report first: those before a journal position.
    pub fn newest_first(&self, filter: &Filter, before: Option<u64>) -> impl Iterator<Item = usize> {
        let end = before.map_or(self.len(), |before| {
            self.positions.partition_point(|position| *position < before)
        });
        let passes = filter.passes(&self.columns);
        (0..end).rev().filter(move |row| passes(*row))
    }

    /// What is known of an injury, as it was reported.
    #[must_use]
    pub fn details(&self, row: usize) -> Option<Details> {
        (row < self.len()).then(|| self.columns.details(row)).flatten()
    }

    fn begin(&mut self, report: ReportRow) {
        // The domain withdraws only what was reported.
        let Some(details) = report.details else { return };
        let Ok(row) = u32::try_from(self.injuries.len()) else {
            return;
        };
        self.rows.insert(report.injury, row);
        self.injuries.push(report.injury);
        self.positions.push(report.position);
        let brought_by = report.import.map_or(0, |import| self.place_of(import) + 1);
        let brought_by = u32::try_from(brought_by).unwrap_or(u32::MAX);
        self.brought_by.push(brought_by);
        self.columns
            .push(&details, self.is_in_effect(brought_by), report.at);
    }

    /// The first report of an injury that has no other.
    fn first_report(&self, row: u32) -> Report {
        let row = row as usize;
        let brought_by = self.brought_by[row] as usize;
        Report {
            import: brought_by
                .checked_sub(1)
                .and_then(|place| self.imports.get(place).copied()),
            details: self.columns.details(row),
        }
    }

    /// Writes into the columns what the reports of an injury add up to.
    fn fold(&mut self, row: u32) {
        let Some(reports) = self.told_again.get(&row) else {
            return;
        };
        let in_effect = reports.iter().filter(|report| {
            let place = report
                .import
                .and_then(|id| self.imports.iter().position(|known| *known == id));
            report.import.is_none() || place.is_some_and(|place| self.completed[place])
        });
        let standing = Standing::of(in_effect);
        self.columns.set(row as usize, standing.as_ref());
    }

    fn place_of(&mut self, import: ImportId) -> usize {
        let known = self.imports.iter().rposition(|known| *known == import);
        known.unwrap_or_else(|| {
            self.imports.push(import);
            self.completed.push(false);
            self.imports.len() - 1
        })
    }

    fn is_in_effect(&self, brought_by: u32) -> bool {
        (brought_by as usize)
            .checked_sub(1)
            .is_none_or(|place| self.completed.get(place).copied().unwrap_or(false))
    }
}
