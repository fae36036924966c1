//! Sheets of xlsx workbooks, read through a [`Mapping`].
//!
//! A sheet is read as a stream of cells; of its rows one is in memory. The workbook's shared strings are held whole, as the
//! format wants it. Numbers become the text that the column expects: a day where it is a date, with its leading zeros
//! where it is a code.

use std::cell::Cell as Shared;
use std::io::{self, Read, Seek, SeekFrom};

use calamine::{DataRef, ExcelDateTime, ExcelDateTimeType, Reader as _, Xlsx, XlsxCellReader, XlsxError};
use csv::ByteRecord;
use jiff::civil::Date;

use crate::problem::{ColumnProblem, OpenError, Problem, RowError};
use crate::source::Source;

use super::check::Check;
use super::field::Field;
use super::heading::Heading;
use super::mapping::Mapping;
use super::row::{self, Row};

/// The columns that the format has.
const COLUMNS: u32 = 16_384;

/// How large a sheet may be, unpacked, in bytes; it is read as a stream. A million full rows take half of it.
const LARGEST_SHEET: u64 = 2 << 30;
/// How large any other part may be, unpacked, in bytes; it is held in memory.
const LARGEST_PART: u64 = 256 << 20;

/// How often progress is told, in rows.
const STEP: u64 = 1_000;

/// An open workbook.
pub struct Workbook<R> {
    book: Xlsx<R>,
}

impl<R: Read + Seek> Workbook<R> {
    /// Opens a workbook.
    ///
    /// # Errors
    /// [`OpenError::NotASpreadsheet`], also for one behind a password; [`OpenError::TooLarge`] for one that unpacks to
    /// hundreds of times what it should.
    pub fn new(mut read: R) -> Result<Self, OpenError> {
        check_size(&mut read)?;
        let book = Xlsx::new(read).map_err(|error| OpenError::NotASpreadsheet(error.to_string()))?;
        Ok(Self { book })
    }

    /// The names of its sheets, in order.
    #[must_use]
    pub fn sheets(&self) -> Vec<String> {
        self.book.sheet_names()
    }

    /// The rows of the sheet that the mapping names. `today` is the latest day on which an injury can have happened.
    ///
    /// # Errors
    /// [`OpenError`] where there is no such sheet, or its columns do not do.
    pub fn rows<'a, 'm>(
        &'a mut self,
        mapping: &'m Mapping,
        today: Date,
    ) -> Result<Rows<'a, 'm, R>, OpenError> {
        let sheets = self.book.sheet_names();
        let sheet = match mapping.sheet() {
            Some(name) => sheets.into_iter().find(|sheet| sheet == name),
            None => sheets.into_iter().next(),
        };
        let missing = || OpenError::NoSheet(mapping.sheet().unwrap_or_default().to_owned());
        let sheet = sheet.ok_or_else(missing)?;
        let is_1904 = self.book.has_1904_epoch();
        let cells = self.book.worksheet_cells_reader(&sheet);
        let mut rows = Rows {
            cells: cells.map_err(|error| OpenError::NotASpreadsheet(error.to_string()))?,
            sheet,
            next: None,
            texts: Vec::new(),
            record: ByteRecord::new(),
            heading: Heading::read(Vec::new(), mapping, true),
            mapping,
            today,
            is_1904,
            line: 0,
            is_over: false,
        };
        rows.read_heading()?;
        Ok(rows)
    }
}

/// The rows of one sheet, one after the other.
pub struct Rows<'a, 'm, R: Read + Seek> {
    cells: XlsxCellReader<'a, R>,
    sheet: String,
    /// The first cell of the row that comes next.
    next: Option<Found<'a>>,
    texts: Vec<String>,
    record: ByteRecord,
    heading: Heading,
    mapping: &'m Mapping,
    today: Date,
    is_1904: bool,
    /// The row read last.
    line: u64,
    /// Whether the last cell was read.
    is_over: bool,
}

/// A cell with its row and column, both from 0.
type Found<'a> = (u32, u32, DataRef<'a>);

impl<'a, R: Read + Seek> Rows<'a, '_, R> {
    /// The name of the sheet.
    #[must_use]
    pub fn sheet(&self) -> &str {
        &self.sheet
    }

    /// What is to be said about the header: columns that are not read.
    #[must_use]
    pub fn columns(&self) -> &[ColumnProblem] {
        self.heading.problems()
    }

    fn read_heading(&mut self) -> Result<(), OpenError> {
        let header = self.mapping.header_row() - 1;
        loop {
            let row = self.read_row(COLUMNS as usize);
            let row = row.map_err(|error| OpenError::NotASpreadsheet(error.to_string()))?;
            match row {
                Some(row) if row < header => {}
                Some(row) if row == header => break,
                _ => return Err(OpenError::Empty),
            }
        }
        let columns = self.texts.iter().map(|text| text.trim().to_owned()).collect();
        self.heading = Heading::read(columns, self.mapping, true);
        let problems = self.heading.problems();
        if problems.iter().any(ColumnProblem::is_fatal) {
            return Err(OpenError::Columns(problems.to_vec()));
        }
        Ok(())
    }

    /// Reads the cells of the next row that has any into `texts`, at most `width` of them; gives its index.
    fn read_row(&mut self, width: usize) -> Result<Option<u32>, XlsxError> {
        self.texts.iter_mut().for_each(String::clear);
        let mut current = None;
        loop {
            let Some((row, column, value)) = self.next_cell()? else {
                return Ok(current);
            };
            if current.is_some_and(|current| current != row) {
                self.next = Some((row, column, value));
                return Ok(current);
            }
            current = Some(row);
            let column = column as usize;
            if column >= width || column >= COLUMNS as usize {
                continue;
            }
            if self.texts.len() <= column {
                self.texts.resize_with(column + 1, String::new);
            }
            self.texts[column] = text_of(value, self.heading.fields(column), self.is_1904);
        }
    }

    fn next_cell(&mut self) -> Result<Option<Found<'a>>, XlsxError> {
        if let Some(found) = self.next.take() {
            return Ok(Some(found));
        }
        // Asked again after the last cell, the workbook would answer that it is cut off.
        if self.is_over {
            return Ok(None);
        }
        let cell = self.cells.next_cell()?;
        self.is_over = cell.is_none();
        Ok(cell.map(|cell| {
            let (row, column) = cell.get_position();
            (row, column, cell.get_value().clone())
        }))
    }

    fn fill_record(&mut self) {
        self.record.clear();
        for column in 0..self.heading.width() {
            self.record
                .push_field(self.texts.get(column).map_or(b"", String::as_bytes));
        }
    }
}

impl<R: Read + Seek> Iterator for Rows<'_, '_, R> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        loop {
            match self.read_row(self.heading.width()) {
                Ok(None) => return None,
                Ok(Some(index)) => {
                    self.line = u64::from(index) + 1;
                    self.fill_record();
                    let row = row::read(&self.record, self.line, &self.heading, self.mapping, self.today);
                    if row.is_some() {
                        return row;
                    }
                }
                Err(_) => {
                    self.is_over = true;
                    self.next = None;
                    return Some(Row {
                        line: self.line + 1,
                        result: Err(vec![RowError::whole_row(Problem::Unreadable)]),
                    });
                }
            }
        }
    }
}

/// A file of some megabytes can unpack to more than memory holds: what it says of itself is believed only if it is less.
fn check_size(read: &mut (impl Read + Seek)) -> Result<(), OpenError> {
    let broken = |error: zip::result::ZipError| OpenError::NotASpreadsheet(error.to_string());
    let mut parts = zip::ZipArchive::new(&mut *read).map_err(broken)?;
    for index in 0..parts.len() {
        let part = parts.by_index_raw(index).map_err(broken)?;
        let is_sheet = part.name().is_ok_and(|name| name.starts_with("xl/worksheets/"));
        if part.size() > if is_sheet { LARGEST_SHEET } else { LARGEST_PART } {
            return Err(OpenError::TooLarge);
        }
    }
    read.seek(SeekFrom::Start(0))?;
    Ok(())
}

/// Reads a whole sheet; otherwise as [`check`](super::check()).
///
/// # Errors
/// [`OpenError`] where the file cannot be read.
pub fn check(
    mut file: impl Read + Seek,
    mapping: &Mapping,
    today: Date,
    most: usize,
    mut progress: impl FnMut(u64),
) -> Result<Check, OpenError> {
    let (bytes, digest) = Source::new(&mut file, 0, true)?.digest()?;
    file.seek(SeekFrom::Start(0))?;
    let done = Shared::new(0);
    let mut book = Workbook::new(Counted {
        inner: file,
        done: &done,
    })?;
    let rows = book.rows(mapping, today)?;
    let mut check = Check {
        columns: rows.columns().to_vec(),
        digest: digest.unwrap_or_default(),
        bytes,
        ..Check::default()
    };
    for row in rows {
        check.count(row, most);
        if check.rows.is_multiple_of(STEP) {
            progress(done.get().min(bytes));
        }
    }
    progress(bytes);
    Ok(check)
}

/// A file that counts what is read of it.
struct Counted<'c, R> {
    inner: R,
    done: &'c Shared<u64>,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.done.set(self.done.get() + count as u64);
        Ok(count)
    }
}

impl<R: Seek> Seek for Counted<'_, R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}

/// A cell as the text that its column expects.
fn text_of(value: DataRef<'_>, fields: &[Field], is_1904: bool) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text,
        DataRef::SharedString(text) => text.to_owned(),
        DataRef::Bool(true) => "yes".to_owned(),
        DataRef::Bool(false) => "no".to_owned(),
        DataRef::Error(error) => error.to_string(),
        DataRef::DateTime(time) => time_text(time),
        DataRef::Int(number) => digits_text(number, fields),
        DataRef::Float(number) => number_text(number, fields, is_1904),
    }
}

/// A number that no date format marks: a day all the same where the column holds days.
fn number_text(number: f64, fields: &[Field], is_1904: bool) -> String {
    let time = || time_text(ExcelDateTime::new(number, ExcelDateTimeType::DateTime, is_1904));
    let is_day = fields.iter().any(|field| field.is_date());
    let is_hour = fields.contains(&Field::Hour);
    if is_day && number >= 1.0 || is_hour && number > 0.0 && number < 1.0 {
        return time();
    }
    let text = number.to_string();
    match text.parse() {
        Ok(whole) => digits_text(whole, fields),
        // `1.5` of an activity is `01.5`.
        Err(_) if fields.contains(&Field::Activity) && number < 10.0 => format!("0{text}"),
        Err(_) => text,
    }
}

/// A whole number with as many digits as the column's codes have.
fn digits_text(number: i64, fields: &[Field]) -> String {
    let digits = fields.first().map_or(1, |field| field.digits());
    format!("{number:0digits$}")
}

/// A date, a time of day, or both, in ISO 8601.
fn time_text(time: ExcelDateTime) -> String {
    let (year, month, day, hour, minute, ..) = time.to_ymd_hms_milli();
    let (has_day, has_time) = (time.as_f64() >= 1.0, time.as_f64().fract() > 0.0);
    match (has_day, has_time) {
        (true, true) => format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}"),
        (true, false) => format!("{year:04}-{month:02}-{day:02}"),
        (false, _) => format!("{hour:02}:{minute:02}"),
    }
}
