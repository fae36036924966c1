//! Mapping files: how a sheet that was not made for Saqta is read.
//!
//! A mapping is a TOML file that names the sheet and its header row, says which header is which documented column, what
//! stands in every row without being written there, which words mean which code, and how days are written. The format is
//! described in `docs/files.md`; examples are in `docs/mappings/`.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::str::FromStr;

use jiff::fmt::strtime;
use saqta_text::{Catalogue, Language};
use serde::Deserialize;

use crate::fold::fold;
use crate::problem::{Problem, Told, told};

use super::field::Field;
use super::value;

/// How the columns and words of a file are understood. The default is the documented file: headers are names of fields,
/// words are codes, days are ISO 8601.
#[derive(Clone, Debug, Default)]
pub struct Mapping {
    sheet: Option<String>,
    header: Option<u32>,
    first: Option<u32>,
    totals: Vec<String>,
    columns: HashMap<String, Vec<Field>>,
    ignored: HashSet<String>,
    fixed: [Option<String>; Field::COUNT],
    words: [HashMap<String, String>; Field::COUNT],
    formats: Vec<String>,
}

/// What is wrong with a mapping file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MappingError {
    /// It is no TOML, or has a table or key that mappings do not have.
    #[error("the mapping cannot be read: {0}")]
    Unreadable(String),
    /// It names a field that the documented file does not have.
    #[error("[{table}] names `{field}`, and there is no such field")]
    UnknownField {
        /// Where.
        table: &'static str,
        /// What it names.
        field: String,
    },
    /// It gives words for a field whose values are no words.
    #[error("[words.{0}]: the values of this field are no words")]
    NoWords(&'static str),
    /// It means a value that the field cannot have.
    #[error("`{value}` cannot stand in `{field}`")]
    WrongValue {
        /// The field.
        field: &'static str,
        /// The value.
        value: String,
        /// Why not.
        problem: Problem,
    },
    /// It maps one header twice, told apart by nothing but case and blanks.
    #[error("`{0}` stands there twice")]
    Twice(String),
    /// It has a date format that gives no day.
    #[error("`{0}` is no format of a day: use %d, %m, %Y, %y, %H, %M")]
    Format(String),
}

impl MappingError {
    /// The error in words of a language.
    #[must_use]
    pub fn tell(&self, catalogue: &Catalogue, language: Language) -> Told {
        let (message, table, field, value) = match self {
            Self::Unreadable(fault) => ("import-mapping-unreadable", "", "", fault.as_str()),
            Self::UnknownField { table, field } => ("import-mapping-field", *table, field.as_str(), ""),
            Self::NoWords(field) => ("import-mapping-no-words", "words", *field, ""),
            Self::WrongValue { field, value, .. } => ("import-mapping-value", "", *field, value.as_str()),
            Self::Twice(value) => ("import-mapping-twice", "", "", value.as_str()),
            Self::Format(value) => ("import-mapping-format", "dates", "", value.as_str()),
        };
        let arguments = [("table", table), ("field", field), ("value", value)];
        told(
            catalogue,
            language,
            message,
            "do",
            &arguments.map(|(name, text)| (name, text.into())),
        )
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    sheet: Sheet,
    #[serde(default)]
    columns: BTreeMap<String, OneOrMany>,
    #[serde(default)]
    fixed: BTreeMap<String, String>,
    #[serde(default)]
    words: BTreeMap<String, BTreeMap<String, String>>,
    #[serde(default)]
    dates: Dates,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    name: Option<String>,
    header: Option<std::num::NonZero<u32>>,
    first: Option<u32>,
    #[serde(default)]
    totals: Vec<String>,
    #[serde(default)]
    ignored: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Dates {
    #[serde(default)]
    formats: Vec<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl FromStr for Mapping {
    type Err = MappingError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let file: File = toml::from_str(text)
            .map_err(|error| MappingError::Unreadable(error.to_string().trim_end().to_owned()))?;
        let mut mapping = Self {
            sheet: file.sheet.name,
            header: file.sheet.header.map(std::num::NonZero::get),
            first: file.sheet.first,
            totals: file.sheet.totals.iter().map(|word| fold(word)).collect(),
            ignored: file.sheet.ignored.iter().map(|header| fold(header)).collect(),
            formats: checked_formats(file.dates.formats)?,
            ..Self::default()
        };
        for (header, fields) in file.columns {
            let fields = match fields {
                OneOrMany::One(field) => vec![field],
                OneOrMany::Many(fields) => fields,
            };
            let fields: Result<Vec<Field>, _> = fields.iter().map(|name| field("columns", name)).collect();
            if mapping.columns.insert(fold(&header), fields?).is_some() {
                return Err(MappingError::Twice(header));
            }
        }
        for (name, text) in file.fixed {
            let field = field("fixed", &name)?;
            mapping.check(field, &text)?;
            mapping.fixed[field as usize] = Some(text);
        }
        for (name, words) in file.words {
            let field = field("words", &name)?;
            if !field.has_words() {
                return Err(MappingError::NoWords(field.name()));
            }
            for (theirs, ours) in words {
                mapping.check(field, &ours)?;
                if mapping.words[field as usize]
                    .insert(fold(&theirs), ours)
                    .is_some()
                {
                    return Err(MappingError::Twice(theirs));
                }
            }
        }
        Ok(mapping)
    }
}

impl Mapping {
    /// The sheet of a workbook; the first when none.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        self.sheet.as_deref()
    }

    /// The row of the header as a spreadsheet program shows it, from 1; rows above it are not read.
    #[must_use]
    pub fn header_row(&self) -> u32 {
        self.header.unwrap_or(1)
    }

    /// The first row under the header that is an injury; rows between are not read.
    #[must_use]
    pub fn first_row(&self) -> u32 {
        self.first.unwrap_or(0)
    }

    /// Whether a row that begins so adds up others, and is no injury.
    pub(super) fn is_total(&self, begins: &str) -> bool {
        !self.totals.is_empty() && {
            let begins = fold(begins);
            self.totals.iter().any(|word| begins.starts_with(word.as_str()))
        }
    }

    /// The fields that a header stands for.
    pub(super) fn fields(&self, header: &str) -> Option<Vec<Field>> {
        let folded = fold(header);
        if let Some(fields) = self.columns.get(&folded) {
            return Some(fields.clone());
        }
        Field::from_name(&folded.replace([' ', '-'], "_")).map(|field| vec![field])
    }

    pub(super) fn is_ignored(&self, header: &str) -> bool {
        self.ignored.contains(&fold(header))
    }

    /// What stands in every row that has no value of its own.
    pub(super) fn fixed(&self, field: Field) -> Option<&str> {
        self.fixed[field as usize].as_deref()
    }

    /// What a word of the file means.
    pub(super) fn word(&self, field: Field, text: &str) -> Option<&str> {
        let words = &self.words[field as usize];
        if words.is_empty() {
            return None;
        }
        words.get(&fold(text)).map(String::as_str)
    }

    pub(super) fn formats(&self) -> &[String] {
        &self.formats
    }

    fn check(&self, field: Field, text: &str) -> Result<(), MappingError> {
        value::check(field, text, &self.formats).map_err(|problem| MappingError::WrongValue {
            field: field.name(),
            value: text.to_owned(),
            problem,
        })
    }
}

fn field(table: &'static str, name: &str) -> Result<Field, MappingError> {
    Field::from_name(name).ok_or_else(|| MappingError::UnknownField {
        table,
        field: name.to_owned(),
    })
}

/// A format must give back the day that it wrote.
fn checked_formats(formats: Vec<String>) -> Result<Vec<String>, MappingError> {
    let day = jiff::civil::date(2025, 3, 14).at(7, 30, 0, 0);
    for format in &formats {
        let written = strtime::format(format, day).ok();
        let read = written.and_then(|text| strtime::parse(format, text).ok()?.to_date().ok());
        if read != Some(day.date()) {
            return Err(MappingError::Format(format.clone()));
        }
    }
    Ok(formats)
}
