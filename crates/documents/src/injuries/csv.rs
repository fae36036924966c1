//! The documented file: CSV by RFC 4180 in UTF-8, one row an injury.
//!
//! A byte order mark, `;` or tabs instead of commas, and either end of line are taken as they come: the header shows which.
//! The file is read as a stream; of a million rows one is in memory.

use std::io::{self, Read, Write};

use csv::{StringRecord, Terminator, WriterBuilder};
use jiff::civil::Date;
use saqta_domain::command::InjuryReport;

use crate::lines::{Broken, Line, Lines, io_error};
use crate::problem::{ColumnProblem, OpenError, RowError};

use super::field::Field;
use super::heading::Heading;
use super::mapping::Mapping;
use super::row::{self, Row};

/// The rows of a file, one after the other.
pub struct Reader<'m, R> {
    lines: Lines<R>,
    heading: Heading,
    mapping: &'m Mapping,
    today: Date,
}

impl<'m, R: Read> Reader<'m, R> {
    /// Reads the header. `today` is the latest day on which an injury can have happened.
    ///
    /// # Errors
    /// [`OpenError`] where the file is not of this kind, or its columns do not do.
    pub fn new(read: R, mapping: &'m Mapping, today: Date) -> Result<Self, OpenError> {
        Self::open(read, mapping, today, false)
    }

    /// As [`Reader::new`]; [`Reader::digest`] then gives the file's SHA-256.
    ///
    /// # Errors
    /// As [`Reader::new`].
    pub fn hashing(read: R, mapping: &'m Mapping, today: Date) -> Result<Self, OpenError> {
        Self::open(read, mapping, today, true)
    }

    fn open(read: R, mapping: &'m Mapping, today: Date, hash: bool) -> Result<Self, OpenError> {
        let (lines, columns) = Lines::open(read, mapping.header_row(), hash)?;
        let heading = Heading::read(columns, mapping, false);
        let problems = heading.problems();
        if problems.iter().any(ColumnProblem::is_fatal) {
            return Err(OpenError::Columns(problems.to_vec()));
        }
        Ok(Self {
            lines,
            heading,
            mapping,
            today,
        })
    }

    /// What is to be said about the header: columns that are not read.
    #[must_use]
    pub fn columns(&self) -> &[ColumnProblem] {
        self.heading.problems()
    }

    /// How many bytes were read so far.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.lines.bytes()
    }

    /// Reads what is left, and gives the length of the whole file and, if it was to be hashed, its SHA-256 in hex.
    ///
    /// # Errors
    /// Whatever the file gives.
    pub fn digest(self) -> io::Result<(u64, Option<String>)> {
        self.lines.digest()
    }
}

impl<R: Read> Iterator for Reader<'_, R> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        loop {
            match self.lines.next()? {
                Ok(Line { line, record }) => {
                    let row = row::read(record, line, &self.heading, self.mapping, self.today);
                    if row.is_some() {
                        return row;
                    }
                }
                Err(Broken { line, problem }) => {
                    let result = Err(vec![RowError::whole_row(problem)]);
                    return Some(Row { line, result });
                }
            }
        }
    }
}

/// Writes the documented file: UTF-8, commas, lines ended by CR LF. What a [`Reader`] reads from it equals what was
/// written, but for the alarm and the request of a report, which the file has no column for.
pub struct Writer<W: Write> {
    rows: csv::Writer<W>,
    record: StringRecord,
}

impl<W: Write> Writer<W> {
    /// Writes the header.
    ///
    /// # Errors
    /// Whatever the file gives.
    pub fn new(write: W) -> io::Result<Self> {
        let mut rows = WriterBuilder::new()
            .terminator(Terminator::CRLF)
            .from_writer(write);
        rows.write_record(Field::ALL.iter().map(|field| field.name()))
            .map_err(io_error)?;
        Ok(Self {
            rows,
            record: StringRecord::new(),
        })
    }

    /// Writes one report.
    ///
    /// # Errors
    /// Whatever the file gives.
    pub fn write(&mut self, report: &InjuryReport) -> io::Result<()> {
        self.record.clear();
        super::export::write(report, &mut self.record);
        self.rows.write_record(&self.record).map_err(io_error)
    }

    /// Writes out what waits, and gives the file back.
    ///
    /// # Errors
    /// Whatever the file gives.
    pub fn finish(self) -> io::Result<W> {
        self.rows.into_inner().map_err(csv::IntoInnerError::into_error)
    }
}
