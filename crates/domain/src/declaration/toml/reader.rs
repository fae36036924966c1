//! Walks through a TOML document with its places: each field that is read is remembered with its line, each that is
//! wrong becomes a problem, and reading goes on.

use std::collections::HashMap;

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue, Error};

use super::nearest::nearest;
use super::{Places, Problem};
use crate::declaration::check::Checked;

/// A TOML value with its place.
pub(super) type Value<'i> = Spanned<DeValue<'i>>;

/// What has been found out about a document.
pub(super) struct Reader {
    lines: Lines,
    places: Places,
    problems: Vec<Problem>,
    warnings: Vec<Problem>,
}

/// A table with its path and the fields it may have.
pub(super) struct Table<'d, 'i> {
    entries: &'d DeTable<'i>,
    pub(super) path: String,
    line: usize,
}

impl Table<'_, '_> {
    /// The path of one of its fields.
    pub(super) fn path_of(&self, field: &str) -> String {
        if self.path.is_empty() {
            field.to_owned()
        } else {
            format!("{}.{field}", self.path)
        }
    }

    pub(super) fn has(&self, field: &str) -> bool {
        self.entries.contains_key(field)
    }
}

impl Reader {
    /// Reads a text as TOML.
    ///
    /// # Errors
    /// What TOML itself finds wrong.
    pub(super) fn open(text: &str) -> Result<(Spanned<DeTable<'_>>, Self), Vec<Problem>> {
        let lines = Lines::of(text);
        let (document, errors) = DeTable::parse_recoverable(text);
        if errors.is_empty() {
            let reader = Self {
                lines,
                places: Places::default(),
                problems: Vec::new(),
                warnings: Vec::new(),
            };
            return Ok((document, reader));
        }
        let mut problems: Vec<Problem> = errors
            .iter()
            .map(|error| syntax_problem(text, &lines, error))
            .collect();
        problems.sort_by_key(|problem| problem.line);
        problems.dedup();
        Err(problems)
    }

    /// The places and warnings.
    ///
    /// # Errors
    /// The problems, if there are any.
    pub(super) fn close(mut self) -> Result<(Places, Vec<Problem>), Vec<Problem>> {
        let by_line = |a: &Problem, b: &Problem| a.line.cmp(&b.line);
        self.problems.sort_by(by_line);
        self.warnings.sort_by(by_line);
        if self.problems.is_empty() {
            Ok((self.places, self.warnings))
        } else {
            Err(self.problems)
        }
    }

    /// The document as a table.
    pub(super) fn root<'d, 'i>(&mut self, document: &'d DeTable<'i>, known: &[&str]) -> Table<'d, 'i> {
        self.enter(document, String::new(), 1, known)
    }

    /// A value as a table; each of its fields that is not known is a problem.
    pub(super) fn table<'d, 'i>(
        &mut self,
        value: &'d Value<'i>,
        path: String,
        known: &[&str],
    ) -> Option<Table<'d, 'i>> {
        let line = self.note_place(&path, value);
        match value.get_ref() {
            DeValue::Table(entries) => Some(self.enter(entries, path, line, known)),
            other => {
                let fields = known.join(", ");
                let message = format!(
                    "this must be a table with {fields}, not {}",
                    article(other.type_str())
                );
                self.problem_at(line, path, message);
                None
            }
        }
    }

    fn enter<'d, 'i>(
        &mut self,
        entries: &'d DeTable<'i>,
        path: String,
        line: usize,
        known: &[&str],
    ) -> Table<'d, 'i> {
        let table = Table { entries, path, line };
        for (key, value) in entries {
            let name = key.get_ref().as_ref();
            let line = self.lines.line_at(key.span().start);
            self.places.lines.insert(table.path_of(name), line);
            if !known.contains(&name) {
                let near = nearest(name, known).map(|near| format!("; did you mean `{near}`?"));
                let near = near.unwrap_or_else(|| format!("; known are {}", known.join(", ")));
                let what = if matches!(value.get_ref(), DeValue::Table(_)) {
                    "table"
                } else {
                    "field"
                };
                self.problem_at(
                    line,
                    table.path_of(name),
                    format!("there is no such {what}{near}"),
                );
            }
        }
        table
    }

    /// A field's value, if it is there.
    pub(super) fn value<'d, 'i>(&self, table: &Table<'d, 'i>, field: &str) -> Option<&'d Value<'i>> {
        table.entries.get(field)
    }

    /// The items of a list with their paths; none when it is not there.
    pub(super) fn list<'d, 'i>(
        &mut self,
        table: &Table<'d, 'i>,
        field: &str,
    ) -> Vec<(&'d Value<'i>, String)> {
        let Some(value) = table.entries.get(field) else {
            return Vec::new();
        };
        match value.get_ref() {
            DeValue::Array(items) => items
                .iter()
                .enumerate()
                .map(|(nth, item)| (item, format!("{}[{nth}]", table.path_of(field))))
                .collect(),
            DeValue::Table(_) if table.path.is_empty() => {
                self.problem(
                    table,
                    field,
                    format!("there may be several: write [[{field}]], not [{field}]"),
                );
                Vec::new()
            }
            other => {
                let found = article(other.type_str());
                self.problem(table, field, format!("this must be a list in [ ], not {found}"));
                Vec::new()
            }
        }
    }

    /// A text, if it is there.
    pub(super) fn text(&mut self, table: &Table<'_, '_>, field: &str) -> Option<String> {
        let value = table.entries.get(field)?;
        self.text_value(value, table.path_of(field))
    }

    /// A text that must be there.
    pub(super) fn required(&mut self, table: &Table<'_, '_>, field: &str) -> Option<String> {
        if !table.has(field) {
            self.problem(table, field, "this is required".to_owned());
        }
        self.text(table, field)
    }

    /// A text as a list's item or a field.
    pub(super) fn text_value(&mut self, value: &Value<'_>, path: String) -> Option<String> {
        let line = self.note_place(&path, value);
        let message = match value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => "this is empty".to_owned(),
            DeValue::String(text) => return Some(text.clone().into_owned()),
            DeValue::Integer(number) => format!("this must be a text: write it in quotes, as \"{number}\""),
            other => format!("this must be a text in quotes, not {}", article(other.type_str())),
        };
        self.problem_at(line, path, message);
        None
    }

    /// A text that must pass a check, if it is there.
    pub(super) fn checked(
        &mut self,
        table: &Table<'_, '_>,
        field: &str,
        check: fn(&str) -> Checked,
    ) -> Option<String> {
        let text = self.text(table, field)?;
        self.check(table, field, text, check)
    }

    /// A text that must be there and pass a check.
    pub(super) fn required_checked(
        &mut self,
        table: &Table<'_, '_>,
        field: &str,
        check: fn(&str) -> Checked,
    ) -> Option<String> {
        let text = self.required(table, field)?;
        self.check(table, field, text, check)
    }

    fn check(
        &mut self,
        table: &Table<'_, '_>,
        field: &str,
        text: String,
        check: fn(&str) -> Checked,
    ) -> Option<String> {
        match check(&text) {
            Ok(()) => Some(text),
            Err(rule) => {
                self.problem(table, field, rule.to_owned());
                None
            }
        }
    }

    /// One of a few words, if the field is there.
    pub(super) fn word<T: Copy>(
        &mut self,
        table: &Table<'_, '_>,
        field: &str,
        words: &[(&str, T)],
    ) -> Option<T> {
        let text = self.text(table, field)?;
        let found = words.iter().find(|(word, _)| *word == text);
        if found.is_none() {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            self.problem(
                table,
                field,
                format!("`{text}` is not one of {}", known.join(", ")),
            );
        }
        found.map(|(_, value)| *value)
    }

    /// A field's problem; one that is not there has its table's line.
    pub(super) fn problem(&mut self, table: &Table<'_, '_>, field: &str, message: String) {
        let path = table.path_of(field);
        let line = self.places.lines.get(&path).copied().unwrap_or(table.line);
        self.problem_at(line, path, message);
    }

    /// What is odd about a field.
    pub(super) fn warn(&mut self, table: &Table<'_, '_>, field: &str, message: String) {
        let path = table.path_of(field);
        let line = self.places.lines.get(&path).copied().unwrap_or(table.line);
        self.warnings.push(Problem { line, path, message });
    }

    fn problem_at(&mut self, line: usize, path: String, message: String) {
        self.problems.push(Problem { line, path, message });
    }

    /// The line of a field is its key's, which is known already; that of a list's item is its own.
    fn note_place(&mut self, path: &str, value: &Value<'_>) -> usize {
        let line = self.lines.line_at(value.span().start);
        *self.places.lines.entry(path.to_owned()).or_insert(line)
    }
}

/// Remembers ids to find those that are used twice.
#[derive(Default)]
pub(super) struct Once(HashMap<String, String>);

impl Once {
    /// A problem if the same id was there before.
    pub(super) fn see(&mut self, reader: &mut Reader, table: &Table<'_, '_>, field: &str, id: &str) {
        match self.0.get(id) {
            Some(before) => reader.problem(table, field, format!("`{id}` is taken by {before} already")),
            None => {
                self.0.insert(id.to_owned(), table.path.clone());
            }
        }
    }
}

fn syntax_problem(text: &str, lines: &Lines, error: &Error) -> Problem {
    let start = error.span().map_or(0, |span| span.start);
    let starts_with_digit = text
        .get(start..)
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let advice = if starts_with_digit {
        "; numbers that are names, as an account's, are written in quotes"
    } else {
        ""
    };
    Problem {
        line: lines.line_at(start),
        path: String::new(),
        message: format!("{}{advice}", error.message()),
    }
}

fn article(kind: &str) -> String {
    if kind.starts_with(['a', 'i']) {
        format!("an {kind}")
    } else {
        format!("a {kind}")
    }
}

/// Where the lines of a text begin.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(at, _)| at + 1).collect())
    }

    /// The line of a byte, from 1.
    fn line_at(&self, byte: usize) -> usize {
        self.0.partition_point(|start| *start <= byte) + 1
    }
}
