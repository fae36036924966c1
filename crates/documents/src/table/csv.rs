//! CSV by RFC 4180: UTF-8, commas, lines ended by CR LF. Behind each column of figures stands one that says why a figure is
//! missing; it is empty where there is one.

use csv::{Terminator, WriterBuilder};

use super::model::{Role, STATUS, Table, TableError, Value, plain};

/// Writes a table.
///
/// # Errors
/// [`TableError`] where the table cannot be published.
pub fn write(table: &Table) -> Result<Vec<u8>, TableError> {
    table.check()?;
    let mut rows = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    let mut record = Vec::new();
    for column in &table.columns {
        record.push(column.name.clone());
        if column.role == Role::Figure {
            record.push(format!("{}{STATUS}", column.name));
        }
    }
    // Writing to memory does not fail.
    let _ = rows.write_record(&record);
    for values in &table.rows {
        record.clear();
        for (column, value) in table.columns.iter().zip(values) {
            record.push(plain(value));
            if column.role == Role::Figure {
                record.push(status(value).to_owned());
            }
        }
        let _ = rows.write_record(&record);
    }
    Ok(rows.into_inner().unwrap_or_default())
}

fn status(value: &Value) -> &'static str {
    match value {
        Value::Missing(reason) => reason.code(),
        _ => "",
    }
}
