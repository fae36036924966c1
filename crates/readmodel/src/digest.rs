//! The views' canonical digest: equal for equal rows, however they came about and wherever they lie in the file.

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};

use crate::Error;
use crate::store::VERSION;

/// Every table with the order of its rows.
pub(crate) const TABLES: [(&str, &str); 9] = [
    ("alarms", "position"),
    ("imports", "import"),
    ("progress", "id"),
    ("releases", "position"),
    ("reports", "position"),
    ("series", "position"),
    ("signals", "position"),
    ("texts", "position"),
    ("timeline", "alarm, position"),
];

/// SHA-256, in hex, over the schema's version and every value of every row of every table, each with its type and
/// length.
pub(crate) fn digest(connection: &Connection) -> Result<String, Error> {
    let mut hash = Sha256::new();
    hash.update(VERSION.to_be_bytes());
    for (table, order) in TABLES {
        part(&mut hash, b'T', table.as_bytes());
        let mut statement = connection.prepare(&format!("SELECT * FROM {table} ORDER BY {order}"))?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            hash.update(b"R");
            for column in 0..columns {
                value(&mut hash, row.get_ref(column)?);
            }
        }
    }
    Ok(hex::encode(hash.finalize()))
}

fn value(hash: &mut Sha256, value: ValueRef<'_>) {
    match value {
        ValueRef::Null => part(hash, b'n', &[]),
        ValueRef::Integer(number) => part(hash, b'i', &number.to_be_bytes()),
        ValueRef::Real(number) => part(hash, b'r', &number.to_be_bytes()),
        ValueRef::Text(text) => part(hash, b't', text),
        ValueRef::Blob(bytes) => part(hash, b'b', bytes),
    }
}

fn part(hash: &mut Sha256, tag: u8, bytes: &[u8]) {
    hash.update([tag]);
    hash.update((bytes.len() as u64).to_be_bytes());
    hash.update(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Place;

    #[test]
    fn no_table_and_no_order_is_forgotten() {
        let connection = Place::memory().bulk_writer().unwrap();
        let mut statement = connection
            .prepare(
                "SELECT s.name, group_concat(c.name, ', ' ORDER BY c.pk) FROM sqlite_schema s, \
                 pragma_table_info(s.name) c WHERE s.type = 'table' AND c.pk > 0 GROUP BY s.name ORDER BY s.name",
            )
            .unwrap();
        let tables = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap();
        let tables: Vec<(String, String)> = tables.map(Result::unwrap).collect();
        let known = TABLES.map(|(table, order)| (table.to_owned(), order.to_owned()));
        assert_eq!(
            tables, known,
            "the digest covers every table, in the order of its key"
        );
    }
}
