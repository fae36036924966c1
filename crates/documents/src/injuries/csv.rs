//! The documented file: CSV by RFC 4180 in UTF-8, one row an injury.
//!
//! A byte order mark, `;` or tabs instead of commas, and either end of line are taken as they come: the header shows which.
//! The file is read as a stream; of a million rows one is in memory.

use std::io::{self, Read, Write};

use csv::{ByteRecord, ReaderBuilder, StringRecord, Terminator, WriterBuilder};
use jiff::civil::Date;
use saqta_domain::command::InjuryReport;

use super::field::Field;
use super::heading::Heading;
use super::mapping::Mapping;
use super::problem::{ColumnProblem, OpenError, Problem, Row, RowError};
use super::row;
use super::source::{Endless, Source};

/// How far the header may reach, in bytes.
const HEADER: u64 = 1 << 16;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The rows of a file, one after the other.
pub struct Reader<'m, R> {
    rows: csv::Reader<Source<R>>,
    record: ByteRecord,
    heading: Heading,
    mapping: &'m Mapping,
    today: Date,
    /// Lines that were passed over before the header.
    above: u64,
    is_over: bool,
}

impl<'m, R: Read> Reader<'m, R> {
    /// Reads the header. `today` is the latest day on which an injury can have happened.
    ///
    /// # Errors
    /// [`OpenError`] where the file is not of this kind, or its columns do not do.
    pub fn new(read: R, mapping: &'m Mapping, today: Date) -> Result<Self, OpenError> {
        Self::open(Source::new(read, HEADER, false)?, mapping, today)
    }

    /// As [`Reader::new`]; [`Reader::digest`] then gives the file's SHA-256.
    ///
    /// # Errors
    /// As [`Reader::new`].
    pub fn hashing(read: R, mapping: &'m Mapping, today: Date) -> Result<Self, OpenError> {
        Self::open(Source::new(read, HEADER, true)?, mapping, today)
    }

    fn open(mut source: Source<R>, mapping: &'m Mapping, today: Date) -> Result<Self, OpenError> {
        check_kind(source.head())?;
        if source.head().starts_with(BYTE_ORDER_MARK) {
            source.skip(BYTE_ORDER_MARK.len());
        }
        let head = source
            .head()
            .strip_prefix(BYTE_ORDER_MARK)
            .unwrap_or(source.head());
        let above = lines_above(head, mapping);
        let delimiter = above.delimiter.unwrap_or_else(|| delimiter(&head[above.bytes..]));
        source.skip(above.bytes);
        let mut rows = ReaderBuilder::new()
            .delimiter(delimiter)
            // A CR before it stays in the last cell, where it is an outer blank. Taking CR LF as the end would leave the LF
            // to the next row, and lines could not be counted.
            .terminator(Terminator::Any(b'\n'))
            .has_headers(false)
            .flexible(true)
            .from_reader(source);
        let mut record = ByteRecord::new();
        if !rows.read_byte_record(&mut record).map_err(io_error)? {
            return Err(OpenError::Empty);
        }
        let header = StringRecord::from_byte_record(record).map_err(|_| OpenError::NotUtf8)?;
        let columns: Vec<String> = header.iter().map(|column| column.trim().to_owned()).collect();
        let heading = Heading::read(columns, mapping, false);
        let problems = heading.problems();
        if problems.iter().any(ColumnProblem::is_fatal) {
            return Err(OpenError::Columns(problems.to_vec()));
        }
        Ok(Self {
            rows,
            record: header.into_byte_record(),
            heading,
            mapping,
            today,
            above: above.lines,
            is_over: false,
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
        self.rows.get_ref().bytes
    }

    /// Reads what is left, and gives the length of the whole file and, if it was to be hashed, its SHA-256 in hex.
    ///
    /// # Errors
    /// Whatever the file gives.
    pub fn digest(self) -> io::Result<(u64, Option<String>)> {
        self.rows.into_inner().digest()
    }

    /// The line on which the row that was just read begins. Its own position is that of empty lines before it.
    fn line(&self) -> u64 {
        let inside = self
            .record
            .as_slice()
            .iter()
            .filter(|byte| **byte == b'\n')
            .count() as u64;
        (self.above + self.rows.position().line()).saturating_sub(inside + 1)
    }

    fn fail(&mut self, error: &csv::Error) -> Row {
        self.is_over = true;
        let endless = match error.kind() {
            csv::ErrorKind::Io(error) => error.get_ref().is_some_and(|error| error.is::<Endless>()),
            _ => false,
        };
        let problem = if endless {
            Problem::Endless
        } else {
            Problem::Unreadable
        };
        Row {
            line: self.above + self.rows.position().line(),
            result: Err(vec![RowError::whole_row(problem)]),
        }
    }
}

impl<R: Read> Iterator for Reader<'_, R> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        while !self.is_over {
            self.rows.get_mut().end_row();
            match self.rows.read_byte_record(&mut self.record) {
                Ok(true) => {}
                Ok(false) => self.is_over = true,
                Err(error) => return Some(self.fail(&error)),
            }
            if self.is_over {
                break;
            }
            let row = row::read(&self.record, self.line(), &self.heading, self.mapping, self.today);
            if row.is_some() {
                return row;
            }
        }
        None
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

fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// Refuses what people send instead of a CSV file.
fn check_kind(head: &[u8]) -> Result<(), OpenError> {
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(OpenError::Spreadsheet);
    }
    if head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") {
        return Err(OpenError::NotUtf8);
    }
    Ok(())
}

/// What stands above the header.
#[derive(Default)]
struct Above {
    bytes: usize,
    lines: u64,
    delimiter: Option<u8>,
}

/// Passes over Excel's `sep=;` and over as many lines as the mapping says.
fn lines_above(head: &[u8], mapping: &Mapping) -> Above {
    let mut above = Above::default();
    let mut left = mapping.header_row() - 1;
    loop {
        let rest = &head[above.bytes..];
        let end = rest
            .iter()
            .position(|byte| *byte == b'\n')
            .map_or(rest.len(), |end| end + 1);
        let line = &rest[..end];
        let named = line.trim_ascii_end().strip_prefix(b"sep=");
        match named {
            Some([delimiter]) if above.lines == 0 => above.delimiter = Some(*delimiter),
            _ if left > 0 && end > 0 => left -= 1,
            _ => return above,
        }
        above.bytes += end;
        above.lines += 1;
    }
}

/// Whichever of `,`, `;` and tab the header has most of outside of quotes.
fn delimiter(head: &[u8]) -> u8 {
    let mut counts = [(b',', 0_u32), (b';', 0), (b'\t', 0)];
    let mut is_quoted = false;
    for byte in head {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' if !is_quoted => break,
            _ if is_quoted => {}
            _ => {
                for (delimiter, count) in &mut counts {
                    *count += u32::from(delimiter == byte);
                }
            }
        }
    }
    // The first of equals: a header of one column has a comma.
    let [mut best, others @ ..] = counts;
    for other in others {
        if other.1 > best.1 {
            best = other;
        }
    }
    best.0
}
