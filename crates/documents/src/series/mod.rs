//! Files of figures that others count: denominators, and published totals.
//!
//! The cast: [`csv`] is Saqta's own plain file, many series in one; [`sdmx`] is what statistical offices send, one series
//! made of the rows that were chosen; [`mod@file`] reads either. Each gives [`Series`](saqta_domain::series::Series), or all that is wrong.

pub mod csv;
pub mod file;
pub mod sdmx;
pub mod wide;

use ::csv::ByteRecord;

use crate::problem::{OpenError, Problem, RowError, shortened};

/// Why a file of series was refused.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// The file cannot be read at all.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// Rows are wrong: the line and what is wrong, in the order of the file.
    #[error("{} errors in the rows, the first on line {}", .0.len(), .0.first().map_or(0, |(line, _)| *line))]
    Rows(Vec<(u64, RowError)>),
}

/// The row that is being read, and what was wrong so far.
struct Rows<'h> {
    header: &'h [String],
    line: u64,
    errors: Vec<(u64, RowError)>,
}

impl Rows<'_> {
    fn fail(&mut self, column: usize, value: &str, problem: Problem) {
        let column = self.header.get(column).cloned().unwrap_or_default();
        let error = RowError {
            column,
            cell: None,
            value: shortened(value),
            problem,
        };
        self.errors.push((self.line, error));
    }

    fn fail_whole(&mut self, problem: Problem) {
        self.errors.push((self.line, RowError::whole_row(problem)));
    }

    /// A cell without outer blanks; empty where the row is short or the cell is no UTF-8, which is an error of its own.
    fn text<'r>(&mut self, record: &'r ByteRecord, column: usize) -> &'r str {
        let bytes = record.get(column).unwrap_or_default();
        match std::str::from_utf8(bytes) {
            Ok(text) => text.trim(),
            Err(_) => {
                self.fail(column, &String::from_utf8_lossy(bytes), Problem::NotUtf8);
                ""
            }
        }
    }

    /// Reads a cell that is not empty.
    fn read<T>(
        &mut self,
        record: &ByteRecord,
        column: Option<usize>,
        parse: impl FnOnce(&str) -> Result<T, Problem>,
    ) -> Option<T> {
        let column = column?;
        let text = self.text(record, column);
        if text.is_empty() {
            return None;
        }
        parse(text)
            .map_err(|problem| self.fail(column, text, problem))
            .ok()
    }
}
