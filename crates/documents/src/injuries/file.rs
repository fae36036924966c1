//! A file of either kind, row by row.

use std::fs::File;
use std::io::{BufReader, Read as _, Seek as _, SeekFrom};
use std::ops::ControlFlow;
use std::path::Path;

use jiff::civil::Date;

use crate::problem::{ColumnProblem, OpenError};

use super::csv::Reader;
use super::mapping::Mapping;
use super::row::Row;
use super::xlsx::Workbook;

/// How spreadsheets (ZIP files) begin.
const ZIP: [u8; 2] = *b"PK";

/// Hands every row of a file to `take`, CSV or xlsx by how it begins, until it breaks off. Gives what is to be said about
/// the header.
///
/// # Errors
/// [`OpenError`] where the file cannot be read, or is of neither kind.
pub fn each_row(
    path: &Path,
    mapping: &Mapping,
    today: Date,
    mut take: impl FnMut(Row) -> ControlFlow<()>,
) -> Result<Vec<ColumnProblem>, OpenError> {
    let mut file = File::open(path)?;
    let mut begins = Vec::new();
    file.by_ref().take(2).read_to_end(&mut begins)?;
    file.seek(SeekFrom::Start(0))?;
    if begins == ZIP {
        let mut book = Workbook::new(BufReader::new(file))?;
        let rows = book.rows(mapping, today)?;
        let columns = rows.columns().to_vec();
        for row in rows {
            if take(row).is_break() {
                break;
            }
        }
        return Ok(columns);
    }
    let reader = Reader::new(BufReader::new(file), mapping, today)?;
    let columns = reader.columns().to_vec();
    for row in reader {
        if take(row).is_break() {
            break;
        }
    }
    Ok(columns)
}
