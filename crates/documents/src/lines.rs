//! Text files with rows: the kind of file, its delimiter, its header, and the lines on which rows begin.

use std::io::{self, Read};

use csv::{ByteRecord, ReaderBuilder, StringRecord, Terminator};

use crate::problem::{OpenError, Problem};
use crate::source::{Endless, Source};

/// How far the header may reach, in bytes.
const HEADER: u64 = 1 << 16;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The rows of a text file.
pub(crate) struct Lines<R> {
    rows: csv::Reader<Source<R>>,
    record: ByteRecord,
    delimiter: u8,
    /// Lines that were passed over before the header.
    above: u64,
    is_over: bool,
}

/// One row, and the line on which it begins.
pub(crate) struct Line<'l> {
    pub(crate) line: u64,
    pub(crate) record: &'l ByteRecord,
}

/// On which line reading ended before the file did, and why.
pub(crate) struct Broken {
    pub(crate) line: u64,
    pub(crate) problem: Problem,
}

impl<R: Read> Lines<R> {
    /// Opens a file whose header stands on line `header`, from 1; gives the header, without outer blanks.
    pub(crate) fn open(read: R, header: u32, hash: bool) -> Result<(Self, Vec<String>), OpenError> {
        let mut source = Source::new(read, HEADER, hash)?;
        check_kind(source.head())?;
        if source.head().starts_with(BYTE_ORDER_MARK) {
            source.skip(BYTE_ORDER_MARK.len());
        }
        let head = source
            .head()
            .strip_prefix(BYTE_ORDER_MARK)
            .unwrap_or(source.head());
        let above = lines_above(head, header);
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
        let columns = header.iter().map(|column| column.trim().to_owned()).collect();
        let lines = Self {
            rows,
            record: header.into_byte_record(),
            delimiter,
            above: above.lines,
            is_over: false,
        };
        Ok((lines, columns))
    }

    /// The next row.
    pub(crate) fn next(&mut self) -> Option<Result<Line<'_>, Broken>> {
        if self.is_over {
            return None;
        }
        self.rows.get_mut().end_row();
        let next = self.above + self.rows.position().line();
        match self.rows.read_byte_record(&mut self.record) {
            Ok(true) => Some(Ok(Line {
                // A quote that is not closed hides the end of the last row, and with it a line.
                line: self.line().max(next),
                record: &self.record,
            })),
            Ok(false) => {
                self.is_over = true;
                None
            }
            Err(error) => {
                self.is_over = true;
                let is_endless = match error.kind() {
                    csv::ErrorKind::Io(error) => error.get_ref().is_some_and(|error| error.is::<Endless>()),
                    _ => false,
                };
                let problem = if is_endless {
                    Problem::Endless
                } else {
                    Problem::Unreadable
                };
                Some(Err(Broken {
                    line: self.above + self.rows.position().line(),
                    problem,
                }))
            }
        }
    }

    /// What parts the cells.
    pub(crate) fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// How many bytes were read so far.
    pub(crate) fn bytes(&self) -> u64 {
        self.rows.get_ref().bytes
    }

    /// Reads what is left, and gives the length of the whole file and, if it was to be hashed, its SHA-256 in hex.
    pub(crate) fn digest(self) -> io::Result<(u64, Option<String>)> {
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
}

pub(crate) fn io_error(error: csv::Error) -> io::Error {
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

/// Passes over Excel's `sep=;` and over the lines before the header.
fn lines_above(head: &[u8], header: u32) -> Above {
    let mut above = Above::default();
    let mut left = header.saturating_sub(1);
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
