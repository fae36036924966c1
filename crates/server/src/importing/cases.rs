//! The cases of one file: does one number stand for two people?

use std::collections::HashMap;

use jiff::civil::Date;
use saqta_documents::{Problem, RowError};
use saqta_domain::command::InjuryReport;
use saqta_domain::decide::known_id;
use saqta_domain::directory::Directory;
use saqta_domain::ids::InjuryId;
use saqta_domain::injury::{AgeBand, Reporter, Sex};

/// What each numbered case of a file said first.
///
/// A number that stands twice is the same injury said again, and the later row counts. Where an accident has several victims
/// their rows often bear the number of its act: then one of them would be lost without a word. Rows that cannot be of the same
/// person are wrong.
#[derive(Default)]
pub(super) struct Cases {
    first: HashMap<(InjuryId, Reporter), Case>,
}

struct Case {
    line: u64,
    date: Date,
    sex: Option<Sex>,
    age: Option<AgeBand>,
}

impl Cases {
    /// What is wrong with a row after those before it.
    pub(super) fn clash(
        &mut self,
        directory: &Directory,
        line: u64,
        report: &InjuryReport,
    ) -> Option<RowError> {
        let details = &report.details;
        let case = Case {
            line,
            date: details.date,
            sex: details.sex,
            age: details.age,
        };
        let first = self
            .first
            .entry((known_id(directory, report)?, details.reporter))
            .or_insert(case);
        let differs = first.date != details.date
            || is_another(first.sex, details.sex)
            || is_another(first.age, details.age);
        let number = report.number.as_ref().or(report.shared_number.as_ref());
        differs.then(|| RowError {
            column: "number".to_owned(),
            cell: None,
            value: number.cloned().unwrap_or_default(),
            problem: Problem::AnotherPerson { line: first.line },
        })
    }
}

fn is_another<T: Copy + PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    one.is_some() && other.is_some() && one != other
}
