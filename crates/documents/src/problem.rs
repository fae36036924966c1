//! What can be wrong with a file, and the words for it.
//!
//! Each problem has a message in `locales/*/import.ftl`: its value says what is wrong, its attribute `do` what to do.

use saqta_text::{Catalogue, Language, Value};

/// One thing that is wrong with one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowError {
    /// The header of the column as it stands in the file, or the documented name where the file has no such column;
    /// empty when the row as a whole is meant.
    pub column: String,
    /// The cell as a spreadsheet program names it, as `C17`; none for text files.
    pub cell: Option<String>,
    /// What stands there, shortened to [`RowError::SHOWN`] characters; `…` where it would name a person.
    pub value: String,
    /// What is wrong.
    pub problem: Problem,
}

/// What can be wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing stands where something must.
    Missing,
    /// The bytes are no UTF-8.
    NotUtf8,
    /// A word that the list does not have.
    UnknownWord {
        /// The one that was probably meant.
        nearest: Option<&'static str>,
        /// The list, with commas.
        known: String,
    },
    /// No day of the calendar in a known form.
    NotADate,
    /// No hour from 0 to 23.
    NotAnHour,
    /// No region of the KATO classifier.
    NotARegion,
    /// No business identification number.
    NotABin,
    /// No individual identification number.
    NotAnIin,
    /// No code of NACE Rev. 2.
    NotAnActivity,
    /// No code of the ESAW list.
    NotACode,
    /// No whole number from 0 to 65,535.
    NotANumber,
    /// No age in full years and no band.
    NotAnAge,
    /// Neither yes nor no.
    NotYesOrNo,
    /// A text that can be no declared id.
    NotAnId,
    /// No site of this id is declared.
    SiteUnknown,
    /// Whoever brings the file may not report for this place.
    NotYours,
    /// A text longer than the column takes.
    TooLong {
        /// How many characters it takes.
        most: u32,
    },
    /// The person was born after it happened.
    BornLater,
    /// The row has more or fewer cells than the header.
    CellCount {
        /// As many as the header has.
        expected: u32,
        /// As many as there are.
        found: u32,
    },
    /// The number of the case stood in an earlier row already, and there it was another person.
    AnotherPerson {
        /// The line or row where it stood first.
        line: u64,
    },
    /// It contradicts itself or the calendar, by [`Details::check`](saqta_domain::injury::Details::check).
    Impossible(&'static str),
    /// No year, half, quarter or month.
    NotAPeriod,
    /// No whole number of single units.
    NotACount,
    /// Rows of one series disagree about what is the same for the whole series.
    SeriesClash,
    /// The figure of this period, region and activity stands there twice.
    SeriesTwice,
    /// A dimension has several values, and none was chosen.
    NoChoice,
    /// The row does not end: a quote is probably not closed. Nothing after it was read.
    Endless,
    /// The file could not be read on. Nothing after it was read.
    Unreadable,
}

impl Problem {
    /// The id of its message.
    #[must_use]
    pub fn message(&self) -> &'static str {
        match self {
            Self::Missing => "import-missing",
            Self::NotUtf8 => "import-not-utf-8",
            Self::UnknownWord { .. } => "import-unknown-word",
            Self::NotADate => "import-not-a-date",
            Self::NotAnHour => "import-not-an-hour",
            Self::NotARegion => "import-not-a-region",
            Self::NotABin => "import-not-a-bin",
            Self::NotAnIin => "import-not-an-iin",
            Self::NotAnActivity => "import-not-an-activity",
            Self::NotACode => "import-not-a-code",
            Self::NotANumber => "import-not-a-number",
            Self::NotAnAge => "import-not-an-age",
            Self::NotYesOrNo => "import-not-yes-or-no",
            Self::NotAnId => "import-not-an-id",
            Self::SiteUnknown => "import-site-unknown",
            Self::NotYours => "import-not-yours",
            Self::TooLong { .. } => "import-too-long",
            Self::BornLater => "import-born-later",
            Self::CellCount { .. } => "import-cell-count",
            Self::AnotherPerson { .. } => "import-another-person",
            Self::Impossible(fault) => match *fault {
                "too-early" => "import-too-early",
                "in-the-future" => "import-in-the-future",
                "before-it-happened" => "import-before-it-happened",
                "not-0-to-23" => "import-not-an-hour",
                "lost-time-without-days" => "import-lost-time-without-days",
                "days-without-lost-time" => "import-days-without-lost-time",
                _ => "import-impossible",
            },
            Self::NotAPeriod => "import-not-a-period",
            Self::NotACount => "import-not-a-count",
            Self::SeriesClash => "import-series-clash",
            Self::SeriesTwice => "import-series-twice",
            Self::NoChoice => "import-no-choice",
            Self::Endless => "import-endless",
            Self::Unreadable => "import-unreadable",
        }
    }

    /// Whether nothing after it was read.
    #[must_use]
    pub fn ends_the_file(&self) -> bool {
        matches!(self, Self::Endless | Self::Unreadable)
    }
}

/// A problem put into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub remedy: String,
}

impl Told {
    /// Both, as sentences one after the other.
    #[must_use]
    pub fn together(&self) -> String {
        let stop = if self.what.ends_with(['.', '!', '?', '…']) {
            ""
        } else {
            "."
        };
        format!("{}{stop} {}", self.what, self.remedy)
    }
}

impl RowError {
    /// How many characters of a value are shown.
    pub const SHOWN: usize = 60;

    pub(crate) fn whole_row(problem: Problem) -> Self {
        Self {
            column: String::new(),
            cell: None,
            value: String::new(),
            problem,
        }
    }

    /// Where it is, in words of a language. `line` is that of the row, `sheet` the name of the sheet if the file has any.
    #[must_use]
    pub fn place(&self, catalogue: &Catalogue, language: Language, line: u64, sheet: Option<&str>) -> String {
        let line = i64::try_from(line).unwrap_or(i64::MAX);
        let message = match (sheet, &self.cell, self.column.as_str()) {
            (Some(_), Some(_), _) => "import-at-cell",
            (Some(_), None, _) => "import-at-sheet-row",
            (None, _, "") => "import-at-row",
            (None, _, _) => "import-at-line",
        };
        let arguments = [
            ("line", Value::from(line)),
            ("column", Value::from(&self.column)),
            ("sheet", Value::from(sheet.unwrap_or_default())),
            ("cell", Value::from(self.cell.as_deref().unwrap_or_default())),
        ];
        catalogue.text(language, message, &arguments)
    }

    /// The error in words of a language.
    #[must_use]
    pub fn tell(&self, catalogue: &Catalogue, language: Language) -> Told {
        let mut arguments: Vec<(&str, Value<'_>)> = vec![
            ("column", Value::from(&self.column)),
            ("value", Value::from(&self.value)),
        ];
        let mut remedy = "do";
        match &self.problem {
            Problem::UnknownWord { nearest, known } => {
                if let Some(nearest) = nearest {
                    remedy = "do-nearest";
                    arguments.push(("nearest", Value::from(*nearest)));
                }
                arguments.push(("known", Value::from(known)));
            }
            Problem::TooLong { most } => arguments.push(("most", Value::from(*most))),
            Problem::CellCount { expected, found } => {
                arguments.push(("expected", Value::from(*expected)));
                arguments.push(("found", Value::from(*found)));
            }
            Problem::AnotherPerson { line } => {
                arguments.push(("line", Value::from(i64::try_from(*line).unwrap_or(i64::MAX))));
            }
            _ => {}
        }
        told(catalogue, language, self.problem.message(), remedy, &arguments)
    }
}

/// What is wrong with the header of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnProblem {
    /// No column for a field that no row does without.
    Missing(&'static str),
    /// A column that is not known; its cells are not read.
    Unknown {
        /// The header as it stands in the file.
        column: String,
        /// The field that was probably meant.
        nearest: Option<&'static str>,
    },
    /// Two columns for one field.
    Twice {
        /// The field.
        field: &'static str,
        /// The header of the second.
        column: String,
    },
}

impl ColumnProblem {
    /// Whether a file with it must not be taken: a field is missing, stands there twice, or is probably misspelt, so
    /// that its cells would be lost without a word. Any other unknown column is only named.
    #[must_use]
    pub fn is_fatal(&self) -> bool {
        !matches!(self, Self::Unknown { nearest: None, .. })
    }

    /// The problem in words of a language.
    #[must_use]
    pub fn tell(&self, catalogue: &Catalogue, language: Language) -> Told {
        let (message, remedy, column, field) = match self {
            Self::Missing(field) => ("import-column-missing", "do", *field, *field),
            Self::Unknown { column, nearest } => {
                let remedy = nearest.map_or("do", |_| "do-nearest");
                (
                    "import-column-unknown",
                    remedy,
                    column.as_str(),
                    nearest.unwrap_or_default(),
                )
            }
            Self::Twice { field, column } => ("import-column-twice", "do", column.as_str(), *field),
        };
        let arguments = [("column", Value::from(column)), ("field", Value::from(field))];
        told(catalogue, language, message, remedy, &arguments)
    }
}

/// Why a file cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The file could not be read.
    #[error("the file cannot be read")]
    Io(#[from] std::io::Error),
    /// There is no header.
    #[error("the file is empty")]
    Empty,
    /// There is a header, and no row.
    #[error("the file has no row")]
    NoRow,
    /// It is a text file in another encoding than UTF-8.
    #[error("the file is not in UTF-8")]
    NotUtf8,
    /// It is a spreadsheet, given as a text file.
    #[error("the file is a spreadsheet, not CSV")]
    Spreadsheet,
    /// It is no spreadsheet that can be read.
    #[error("the file is no xlsx that can be read: {0}")]
    NotASpreadsheet(String),
    /// It is a spreadsheet that unpacks to more than any register holds.
    #[error("the file unpacks to more than can be read")]
    TooLarge,
    /// There is no such sheet.
    #[error("there is no sheet `{0}`")]
    NoSheet(String),
    /// The header lacks something.
    #[error("the header lacks columns or has some twice: {0:?}")]
    Columns(Vec<ColumnProblem>),
}

impl OpenError {
    /// The error in words of a language. [`OpenError::Columns`] holds what is to be told one by one.
    #[must_use]
    pub fn tell(&self, catalogue: &Catalogue, language: Language) -> Told {
        let (message, sheet) = match self {
            Self::Io(error) if error.kind() == std::io::ErrorKind::NotFound => ("import-no-file", ""),
            Self::Io(_) => ("import-unreadable", ""),
            Self::NoRow => ("import-no-row", ""),
            Self::Empty => ("import-empty", ""),
            Self::NotUtf8 => ("import-file-not-utf-8", ""),
            Self::Spreadsheet => ("import-file-spreadsheet", ""),
            Self::NotASpreadsheet(_) => ("import-file-no-spreadsheet", ""),
            Self::TooLarge => ("import-file-too-large", ""),
            Self::NoSheet(sheet) => ("import-no-sheet", sheet.as_str()),
            Self::Columns(_) => ("import-columns", ""),
        };
        told(
            catalogue,
            language,
            message,
            "do",
            &[("sheet", Value::from(sheet))],
        )
    }
}

pub(crate) fn told(
    catalogue: &Catalogue,
    language: Language,
    message: &str,
    remedy: &str,
    arguments: &[(&str, Value<'_>)],
) -> Told {
    Told {
        what: catalogue.text(language, message, arguments),
        remedy: catalogue.text(language, &format!("{message}.{remedy}"), arguments),
    }
}

/// A value as it is shown: its first [`RowError::SHOWN`] characters, those that control a terminal as their escapes.
pub(crate) fn shortened(value: &str) -> String {
    let mut shown = String::new();
    for letter in value.chars().take(RowError::SHOWN) {
        if letter.is_control() {
            shown.extend(letter.escape_default());
        } else {
            shown.push(letter);
        }
    }
    if value.chars().nth(RowError::SHOWN).is_some() {
        shown.push('…');
    }
    shown
}
