//! What a table is, and when it is one that can be published.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use saqta_domain::period::Period;
use saqta_text::Language;

/// A text in the three languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// Kazakh.
    pub kk: String,
    /// Russian.
    pub ru: String,
    /// English.
    pub en: String,
}

impl Texts {
    /// The text of each language, by what `text` says in it.
    pub fn of(text: impl Fn(Language) -> String) -> Self {
        Self {
            kk: text(Language::Kk),
            ru: text(Language::Ru),
            en: text(Language::En),
        }
    }

    /// The text of a language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Kk => &self.kk,
            Language::Ru => &self.ru,
            Language::En => &self.en,
        }
    }
}

/// Tables that are published together.
#[derive(Clone, Debug, PartialEq)]
pub struct Workbook {
    /// Its id, stable for ever; part of file names.
    pub id: String,
    /// What it is.
    pub title: Texts,
    /// What must be said before anything else, and again on every sheet: that the figures are invented.
    pub notice: Option<Texts>,
    /// What a reader must know to read it rightly.
    pub description: Texts,
    /// Who publishes it.
    pub publisher: Texts,
    /// Where its figures come from, one line each.
    pub sources: Vec<Texts>,
    /// The address of the licence.
    pub licence: String,
    /// The day up to which its figures go: nothing in it may tell a time that a later writing could not know.
    pub as_of: Date,
    /// The tables.
    pub tables: Vec<Table>,
}

/// One table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Its id inside the workbook: its file is called so.
    pub id: String,
    /// What it shows.
    pub title: Texts,
    /// What must be said about it.
    pub notes: Vec<Texts>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows: as many values as there are columns.
    pub rows: Vec<Vec<Value>>,
}

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its name in files: lower-case letters, digits and `_`, a letter first.
    pub name: String,
    /// Its name for people.
    pub title: Texts,
    /// What its values are.
    pub datatype: Datatype,
    /// What it is there for.
    pub role: Role,
    /// The words for codes that stand in it.
    pub labels: BTreeMap<String, Texts>,
}

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Datatype {
    /// Text, or a code.
    Text,
    /// A whole number.
    Integer,
    /// Any finite number.
    Number {
        /// How many digits after the point people are shown; files hold all.
        decimals: u8,
    },
    /// A day.
    Date,
    /// A period.
    Period,
}

/// What a column is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Part of what names a row. Never missing or empty.
    Key,
    /// A figure: it may be missing, and then says why.
    Figure,
    /// Describes the row. Never missing; text may be empty.
    Attribute,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text, or a code.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A finite number.
    Number(f64),
    /// A day.
    Date(Date),
    /// A period.
    Period(Period),
    /// No figure.
    Missing(Missing),
}

/// Why there is no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// It is known and not published, since it would tell who was hurt.
    Suppressed,
    /// Nobody counted it.
    NotAvailable,
    /// There can be no such figure.
    NotApplicable,
}

impl Missing {
    /// Every reason.
    pub const ALL: [Self; 3] = [Self::Suppressed, Self::NotAvailable, Self::NotApplicable];

    /// The word in files, and part of its message id (`table-missing-…`).
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Suppressed => "suppressed",
            Self::NotAvailable => "not-available",
            Self::NotApplicable => "not-applicable",
        }
    }
}

/// Why a table cannot be published.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// Two tables have one id, or an id does not do as a file name.
    #[error("`{0}` is the id of two tables, or can be no file name")]
    Id(String),
    /// Two columns have one name, or a name does not do as one.
    #[error("`{table}`: `{column}` is the name of two columns, or can be none")]
    Name {
        /// The table.
        table: String,
        /// The name.
        column: String,
    },
    /// A row has another number of values than there are columns.
    #[error("`{table}`: row {row} has another number of values than there are columns")]
    Width {
        /// The table.
        table: String,
        /// The row, from 0.
        row: usize,
    },
    /// A value is not what its column says, or is missing where it may not be, or is no finite number.
    #[error("`{table}`: `{column}` cannot hold the value of row {row}")]
    Value {
        /// The table.
        table: String,
        /// The column.
        column: String,
        /// The row, from 0.
        row: usize,
    },
    /// Two rows have one key.
    #[error("`{table}`: row {row} has the key of a row before it")]
    Key {
        /// The table.
        table: String,
        /// The row, from 0.
        row: usize,
    },
    /// SDMX needs one period in each row.
    #[error("`{0}` has no key that is a period, or two")]
    NoPeriod(String),
    /// A spreadsheet cannot hold it.
    #[error("no spreadsheet can be made: {0}")]
    Spreadsheet(String),
}

/// What a file of a column's reasons is called, after the column.
pub(super) const STATUS: &str = "_status";

impl Workbook {
    /// Whether it can be published.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self) -> Result<(), TableError> {
        let mut ids = BTreeSet::new();
        for table in &self.tables {
            if !ids.insert(table.id.as_str()) {
                return Err(TableError::Id(table.id.clone()));
            }
            table.check()?;
        }
        Ok(())
    }
}

impl Table {
    /// Whether it can be published.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self) -> Result<(), TableError> {
        if !saqta_domain::ids::is_valid_id(&self.id) || self.id.starts_with('.') {
            return Err(TableError::Id(self.id.clone()));
        }
        self.check_names()?;
        let keys: Vec<usize> = self.columns_of(Role::Key).map(|(index, _)| index).collect();
        let mut known = BTreeSet::new();
        for (row, values) in self.rows.iter().enumerate() {
            self.check_row(row, values)?;
            let key: Vec<String> = keys.iter().map(|column| plain(&values[*column])).collect();
            if !keys.is_empty() && !known.insert(key) {
                let table = self.id.clone();
                return Err(TableError::Key { table, row });
            }
        }
        Ok(())
    }

    /// The columns with a role, each with its place.
    pub(super) fn columns_of(&self, role: Role) -> impl Iterator<Item = (usize, &Column)> {
        self.columns
            .iter()
            .enumerate()
            .filter(move |(_, column)| column.role == role)
    }

    fn check_names(&self) -> Result<(), TableError> {
        let mut names = BTreeSet::new();
        for column in &self.columns {
            let name = column.name.as_str();
            let is_name = name.starts_with(|first: char| first.is_ascii_lowercase())
                && name
                    .bytes()
                    .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'));
            let is_new = names.insert(name.to_owned())
                && (column.role != Role::Figure || names.insert(format!("{name}{STATUS}")));
            if !is_name || !is_new {
                return Err(TableError::Name {
                    table: self.id.clone(),
                    column: column.name.clone(),
                });
            }
        }
        Ok(())
    }

    fn check_row(&self, row: usize, values: &[Value]) -> Result<(), TableError> {
        if values.len() != self.columns.len() {
            let table = self.id.clone();
            return Err(TableError::Width { table, row });
        }
        let wrong = self
            .columns
            .iter()
            .zip(values)
            .find(|(column, value)| !column.holds(value));
        match wrong {
            None => Ok(()),
            Some((column, _)) => Err(TableError::Value {
                table: self.id.clone(),
                column: column.name.clone(),
                row,
            }),
        }
    }
}

impl Column {
    fn holds(&self, value: &Value) -> bool {
        match value {
            Value::Missing(_) => self.role == Role::Figure,
            // An empty cell of a file says nothing; what names a row says something.
            Value::Text(text) => {
                self.datatype == Datatype::Text && !(self.role == Role::Key && text.is_empty())
            }
            Value::Integer(_) => self.datatype == Datatype::Integer,
            Value::Number(number) => matches!(self.datatype, Datatype::Number { .. }) && number.is_finite(),
            Value::Date(_) => self.datatype == Datatype::Date,
            Value::Period(_) => self.datatype == Datatype::Period,
        }
    }
}

/// A value as files hold it: codes, points, ISO 8601; nothing where it is missing.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Integer(number) => number.to_string(),
        // The shortest text that reads back as the same number; no minus before a zero.
        Value::Number(number) => (number + 0.0).to_string(),
        Value::Date(day) => day.to_string(),
        Value::Period(period) => period.to_string(),
        Value::Missing(_) => String::new(),
    }
}
