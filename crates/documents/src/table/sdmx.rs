//! SDMX-CSV 2.0: one row a figure, for statistical offices.
//!
//! Source: SDMX-CSV data message field guide 2.0.0 (github.com/sdmx-twg/sdmx-csv); code lists CL_OBS_STATUS, CL_FREQ 2.1 and
//! CL_CONF_STATUS of the SDMX registry. Of these, `_O` of CL_FREQ and both codes of CL_CONF_STATUS are unverified. The guide
//! says nothing of figures that are left out; `NaN` for them is the custom of SDMX-ML. The keys of a table are dimensions,
//! its columns of figures are the codes of one more, `INDICATOR`. Attributes of
//! rows are left out: they do not describe figures. `COMMENT_OBS` is the concept of that name among SDMX's cross-domain ones.

use csv::{Terminator, WriterBuilder};
use saqta_domain::period::Period;

use super::model::{Column, Datatype, Missing, Role, Table, TableError, Value, plain};

/// Whose data flow the figures belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dataflow {
    /// The agency, as `SAQTA`.
    pub agency: String,
    /// The id of the data flow, as `INJURIES`.
    pub id: String,
    /// Its version, as `1.0`.
    pub version: String,
    /// What must be said of every figure, as the attribute `COMMENT_OBS`; the column is left out where there is nothing.
    pub comment: Option<String>,
}

/// Writes a table. One of its keys is a period; it becomes `TIME_PERIOD`, and `FREQ` with it.
///
/// # Errors
/// [`TableError`] where the table cannot be published, or no key or several are periods.
pub fn write(table: &Table, dataflow: &Dataflow) -> Result<Vec<u8>, TableError> {
    table.check()?;
    let is_period = |column: &Column| column.datatype == Datatype::Period;
    let mut times = table
        .columns_of(Role::Key)
        .filter(|(_, column)| is_period(column));
    let (Some((time, _)), None) = (times.next(), times.next()) else {
        return Err(TableError::NoPeriod(table.id.clone()));
    };
    let keys: Vec<(usize, &Column)> = table
        .columns_of(Role::Key)
        .filter(|(_, column)| !is_period(column))
        .collect();
    let mut rows = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    let mut header: Vec<String> = ["STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ"]
        .map(str::to_owned)
        .to_vec();
    header.extend(keys.iter().map(|(_, column)| column.name.to_ascii_uppercase()));
    header.extend(
        [
            "INDICATOR",
            "TIME_PERIOD",
            "OBS_VALUE",
            "OBS_STATUS",
            "CONF_STATUS",
        ]
        .map(str::to_owned),
    );
    header.extend(dataflow.comment.iter().map(|_| "COMMENT_OBS".to_owned()));
    // Writing to memory does not fail.
    let _ = rows.write_record(&header);
    let structure = format!("{}:{}({})", dataflow.agency, dataflow.id, dataflow.version);
    for values in &table.rows {
        let Value::Period(period) = values[time] else {
            continue;
        };
        for (place, figure) in table.columns_of(Role::Figure) {
            let mut record = vec![
                "dataflow".to_owned(),
                structure.clone(),
                "I".to_owned(),
                frequency(period).to_owned(),
            ];
            record.extend(keys.iter().map(|(key, _)| plain(&values[*key])));
            let (value, status, confidential) = observation(&values[place]);
            record.extend([figure.name.to_ascii_uppercase(), time_period(period), value]);
            record.extend([status.to_owned(), confidential.to_owned()]);
            record.extend(dataflow.comment.clone());
            let _ = rows.write_record(&record);
        }
    }
    Ok(rows.into_inner().unwrap_or_default())
}

/// A period as SDMX writes it: `2025`, `2025-S1`, `2025-Q1`, `2025-03`; other months as a range, `2025-01-01/P9M`.
#[must_use]
pub fn time_period(period: Period) -> String {
    let (year, first) = (period.year(), period.first_month());
    match (period.length(), first) {
        (6, 1) => format!("{year}-S1"),
        (6, 7) => format!("{year}-S2"),
        (12 | 1, _) | (3, 1 | 4 | 7 | 10) => period.to_string(),
        (months, _) => format!("{year}-{first:02}-01/P{months}M"),
    }
}

/// The code of `CL_FREQ`.
fn frequency(period: Period) -> &'static str {
    match time_period(period).split_once('-').map(|(_, part)| part) {
        None => "A",
        Some(part) if part.starts_with('S') => "S",
        Some(part) if part.starts_with('Q') => "Q",
        Some(part) if part.len() == 2 => "M",
        Some(_) => "_O",
    }
}

/// The value with its codes of `CL_OBS_STATUS` and `CL_CONF_STATUS`. `NaN` stands for a figure that is left out on
/// purpose; an empty cell would say nothing about it.
fn observation(value: &Value) -> (String, &'static str, &'static str) {
    match value {
        Value::Missing(reason) => match reason {
            Missing::Suppressed => ("NaN".to_owned(), "Q", "C"),
            Missing::NotAvailable => ("NaN".to_owned(), "O", "F"),
            Missing::NotApplicable => ("NaN".to_owned(), "M", "F"),
        },
        figure => (plain(figure), "A", "F"),
    }
}
