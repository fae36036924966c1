//! The header of a file: which column holds which field.

use crate::fold::{fold, nearest};
use crate::problem::{ColumnProblem, shortened};

use super::field::Field;
use super::mapping::Mapping;

/// The columns of a file, understood.
#[derive(Clone, Debug)]
pub(super) struct Heading {
    /// The headers as they stand in the file.
    columns: Vec<String>,
    /// The fields of each column.
    fields: Vec<Vec<Field>>,
    /// The column of each field.
    places: [Option<usize>; Field::COUNT],
    /// Whether errors name cells, as in a sheet.
    names_cells: bool,
    problems: Vec<ColumnProblem>,
}

impl Heading {
    pub(super) fn read(columns: Vec<String>, mapping: &Mapping, names_cells: bool) -> Self {
        let mut heading = Self {
            fields: Vec::with_capacity(columns.len()),
            columns,
            places: [None; Field::COUNT],
            names_cells,
            problems: Vec::new(),
        };
        let mut unknown = Vec::new();
        for (index, column) in heading.columns.iter().enumerate() {
            // Spreadsheets leave headless columns behind; their cells are nobody's.
            if column.trim().is_empty() || mapping.is_ignored(column) {
                heading.fields.push(Vec::new());
                continue;
            }
            let Some(fields) = mapping.fields(column) else {
                unknown.push(column.clone());
                heading.fields.push(Vec::new());
                continue;
            };
            for field in &fields {
                match &mut heading.places[*field as usize] {
                    place @ None => *place = Some(index),
                    Some(_) => heading.problems.push(ColumnProblem::Twice {
                        field: field.name(),
                        column: shortened(column),
                    }),
                }
            }
            heading.fields.push(fields);
        }
        heading.note_absent(mapping, unknown);
        heading
    }

    fn note_absent(&mut self, mapping: &Mapping, unknown: Vec<String>) {
        let absent = |field: Field| self.places[field as usize].is_none() && mapping.fixed(field).is_none();
        let absent: Vec<Field> = Field::ALL
            .iter()
            .copied()
            .filter(|field| absent(*field))
            .collect();
        for column in unknown {
            let name = fold(&column).replace([' ', '-'], "_");
            let found = nearest(&name, absent.iter().map(|field| field.name()));
            self.problems.push(ColumnProblem::Unknown {
                column: shortened(&column),
                nearest: found,
            });
        }
        let missing = absent.into_iter().filter(|field| field.is_required());
        let missing = missing.map(|field| ColumnProblem::Missing(field.name()));
        self.problems.extend(missing);
    }

    pub(super) fn problems(&self) -> &[ColumnProblem] {
        &self.problems
    }

    /// How many columns there are.
    pub(super) fn width(&self) -> usize {
        self.columns.len()
    }

    pub(super) fn place(&self, field: Field) -> Option<usize> {
        self.places[field as usize]
    }

    /// The fields of a column; none for one beyond the header.
    pub(super) fn fields(&self, column: usize) -> &[Field] {
        self.fields.get(column).map_or(&[], Vec::as_slice)
    }

    /// The header of a field's column, or the documented name where the file has none.
    pub(super) fn header(&self, field: Field) -> &str {
        let column = self.place(field).and_then(|place| self.columns.get(place));
        column.map_or(field.name(), String::as_str)
    }

    /// The cell of a field in a row, as a spreadsheet program names it.
    pub(super) fn cell(&self, field: Field, line: u64) -> Option<String> {
        let place = self.place(field).filter(|_| self.names_cells)?;
        Some(format!("{}{line}", letters(place)))
    }
}

/// The letters of a column from 0: `A` … `Z`, `AA` …
fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        let all = [0, 25, 26, 51, 52, 701, 702].map(letters);
        assert_eq!(all, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
