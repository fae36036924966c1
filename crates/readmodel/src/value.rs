//! How the domain's values stand in columns, and back.

use std::collections::BTreeSet;

use jiff::Timestamp;
use rusqlite::Row;
use rusqlite::types::FromSql;
use saqta_domain::alarm::{AlarmKind, Factor, Flag, Origin, Outcome};
use saqta_domain::import::ImportStage;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::Error;

/// A word with a code.
pub(crate) trait Word: Sized + Copy + Ord {
    fn code(self) -> &'static str;
    fn from_code(code: &str) -> Option<Self>;
}

macro_rules! words {
    ($($name:ident),*) => {$(
        impl Word for $name {
            fn code(self) -> &'static str {
                Self::code(self)
            }

            fn from_code(code: &str) -> Option<Self> {
                Self::from_code(code)
            }
        }
    )*};
}

words!(AlarmKind, Factor, Flag, ImportStage, Origin, Outcome);

/// A position as SQLite keeps it. The journal cannot reach the positions that do not fit.
pub(crate) fn stored(position: u64) -> i64 {
    i64::try_from(position).unwrap_or(i64::MAX)
}

/// A set as its codes in order, with one space between them.
pub(crate) fn joined<W: Word>(words: &BTreeSet<W>) -> String {
    let mut text = String::new();
    for word in words {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word.code());
    }
    text
}

/// A domain value as JSON.
pub(crate) fn json<T: Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| Error::Failed(error.to_string()))
}

/// Reads the columns of a row from left to right; whatever does not fit is damage. Each column is named where it is
/// read, for the message, and in debug builds the name is checked.
pub(crate) struct Columns<'r, 's> {
    row: &'r Row<'s>,
    next: usize,
}

impl<'r, 's> Columns<'r, 's> {
    pub(crate) fn of(row: &'r Row<'s>) -> Self {
        Self { row, next: 0 }
    }

    fn value<T: FromSql>(&mut self, name: &str) -> Result<T, Error> {
        debug_assert_eq!(
            self.row.as_ref().column_name(self.next).ok(),
            Some(name),
            "columns are read in order"
        );
        let value = self.row.get(self.next);
        self.next += 1;
        Ok(value?)
    }

    pub(crate) fn text(&mut self, name: &str) -> Result<String, Error> {
        self.value(name)
    }

    pub(crate) fn optional_text(&mut self, name: &str) -> Result<Option<String>, Error> {
        self.value(name)
    }

    pub(crate) fn truth(&mut self, name: &str) -> Result<bool, Error> {
        self.value(name)
    }

    pub(crate) fn number(&mut self, name: &str) -> Result<u64, Error> {
        let value: i64 = self.value(name)?;
        u64::try_from(value).map_err(|_| Error::bad_value(name, value))
    }

    pub(crate) fn uuid(&mut self, name: &str) -> Result<Uuid, Error> {
        self.optional_uuid(name)?
            .ok_or_else(|| Error::bad_value(name, "NULL"))
    }

    pub(crate) fn optional_uuid(&mut self, name: &str) -> Result<Option<Uuid>, Error> {
        let bytes: Option<[u8; 16]> = self.value(name)?;
        Ok(bytes.map(Uuid::from_bytes))
    }

    pub(crate) fn time(&mut self, name: &str) -> Result<Timestamp, Error> {
        self.optional_time(name)?
            .ok_or_else(|| Error::bad_value(name, "NULL"))
    }

    pub(crate) fn optional_time(&mut self, name: &str) -> Result<Option<Timestamp>, Error> {
        let value: Option<i64> = self.value(name)?;
        let time = value.map(Timestamp::from_microsecond).transpose();
        time.map_err(|error| Error::bad_value(name, error))
    }

    pub(crate) fn word<W: Word>(&mut self, name: &str) -> Result<W, Error> {
        self.optional_word(name)?
            .ok_or_else(|| Error::bad_value(name, "NULL"))
    }

    pub(crate) fn optional_word<W: Word>(&mut self, name: &str) -> Result<Option<W>, Error> {
        let code = self.optional_text(name)?;
        code.map(|code| W::from_code(&code).ok_or_else(|| Error::bad_value(name, code)))
            .transpose()
    }

    pub(crate) fn words<W: Word>(&mut self, name: &str) -> Result<BTreeSet<W>, Error> {
        self.optional_words(name)?
            .ok_or_else(|| Error::bad_value(name, "NULL"))
    }

    pub(crate) fn optional_words<W: Word>(&mut self, name: &str) -> Result<Option<BTreeSet<W>>, Error> {
        let Some(codes) = self.optional_text(name)? else {
            return Ok(None);
        };
        let words = codes
            .split_whitespace()
            .map(|code| W::from_code(code).ok_or_else(|| Error::bad_value(name, code)));
        words.collect::<Result<_, _>>().map(Some)
    }

    pub(crate) fn json<T: DeserializeOwned>(&mut self, name: &str) -> Result<T, Error> {
        self.optional_json(name)?
            .ok_or_else(|| Error::bad_value(name, "NULL"))
    }

    pub(crate) fn optional_json<T: DeserializeOwned>(&mut self, name: &str) -> Result<Option<T>, Error> {
        let text = self.optional_text(name)?;
        text.map(|text| serde_json::from_str(&text).map_err(|error| Error::bad_value(name, error)))
            .transpose()
    }
}
