//! Tables on paper: as wide as they must be, broken between rows, with the header on every page.

use crate::table::{Column, Datatype, Role, Table, Value};

use super::layout::{CELL, CELL_HEAD, LEFT, Layout, PALE, Part, RULE, SHADE, Shape, Style, WIDTH};

/// Blank beside and above the text of a cell.
const BESIDE: f32 = 4.0;
const ABOVE: f32 = 2.5;

/// The cells of one row, broken into lines.
type Lines = Vec<Vec<String>>;

impl Layout<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        self.caption(table.title.get(self.speech.language));
        let head: Vec<String> = table
            .columns
            .iter()
            .map(|c| c.title.get(self.speech.language).to_owned())
            .collect();
        let cells: Vec<Vec<String>> = table.rows.iter().map(|row| self.cells(table, row)).collect();
        let widths = self.widths(&head, &cells);
        let head = self.broken(&head, &widths, CELL_HEAD);
        let head_leaves: Vec<usize> = head.iter().map(|_| self.leaf()).collect();
        self.need(height(&head, CELL_HEAD) + CELL.line() * 2.0);
        self.row(table, &head, &widths, CELL_HEAD, Some(&head_leaves));
        let mut rows = Vec::with_capacity(cells.len());
        for (cells, values) in cells.iter().zip(&table.rows) {
            let lines = self.broken(cells, &widths, CELL);
            if self.need(height(&lines, CELL)) {
                // Read aloud, the header comes once.
                self.row(table, &head, &widths, CELL_HEAD, None);
            }
            let leaves: Vec<usize> = lines.iter().map(|_| self.leaf()).collect();
            let is_missing = values.iter().any(|value| matches!(value, Value::Missing(_)));
            let style = if is_missing {
                Style { color: PALE, ..CELL }
            } else {
                CELL
            };
            self.row(table, &lines, &widths, style, Some(&leaves));
            rows.push(leaves);
        }
        self.part(Part::Table {
            summary: table.title.get(self.speech.language).to_owned(),
            head: head_leaves,
            rows,
            keys: table
                .columns
                .iter()
                .take_while(|column| column.role == Role::Key)
                .count(),
        });
        self.y += 4.0;
        for note in &table.notes {
            self.note(note.get(self.speech.language));
        }
        self.y += 6.0;
    }

    fn row(&mut self, table: &Table, lines: &Lines, widths: &[f32], style: Style, leaves: Option<&[usize]>) {
        let (top, height) = (self.y, height(lines, style));
        let full = widths.iter().sum();
        if style.weight == CELL_HEAD.weight {
            self.mark(
                None,
                Shape::Box {
                    x: LEFT,
                    y: top,
                    width: full,
                    height,
                    color: SHADE,
                },
            );
        }
        self.mark(
            None,
            Shape::Box {
                x: LEFT,
                y: top + height - 0.5,
                width: full,
                height: 0.5,
                color: RULE,
            },
        );
        let mut x = LEFT;
        for (place, ((column, lines), width)) in table.columns.iter().zip(lines).zip(widths).enumerate() {
            let leaf = leaves.and_then(|leaves| leaves.get(place)).copied();
            let mut y = top + ABOVE;
            for line in lines {
                let left = if is_number(column) {
                    x + width - BESIDE - self.fonts.width(line, style.weight, style.size)
                } else {
                    x + BESIDE
                };
                // An empty cell has a blank, so that it is a cell when read aloud.
                self.text(leaf, left, y, &format!("{line} "), style);
                y += style.line();
            }
            x += width;
        }
        self.y = top + height;
    }

    fn cells(&self, table: &Table, row: &[Value]) -> Vec<String> {
        table
            .columns
            .iter()
            .zip(row)
            .map(|(column, value)| self.speech.cell(column, value))
            .collect()
    }

    /// Each column as wide as its widest cell, if they all fit; else what they need for their longest words, and the rest
    /// of the page shared by what they lack.
    fn widths(&self, head: &[String], cells: &[Vec<String>]) -> Vec<f32> {
        let mut least = vec![0.0_f32; head.len()];
        let mut full = vec![0.0_f32; head.len()];
        let heads = std::iter::once((head, CELL_HEAD));
        for (row, style) in heads.chain(cells.iter().map(|row| (row.as_slice(), CELL))) {
            for ((text, least), full) in row.iter().zip(&mut least).zip(&mut full) {
                let width = |text: &str| self.fonts.width(text, style.weight, style.size) + 2.0 * BESIDE;
                let longest = text.split([' ', '\n']).map(width).fold(0.0, f32::max);
                *least = least.max(longest);
                *full = full.max(text.lines().map(width).fold(0.0, f32::max));
            }
        }
        let (all_least, all_full): (f32, f32) = (least.iter().sum(), full.iter().sum());
        if all_full <= WIDTH {
            return full;
        }
        if all_least >= WIDTH {
            return least.iter().map(|width| width * WIDTH / all_least).collect();
        }
        let share = (WIDTH - all_least) / (all_full - all_least);
        least
            .iter()
            .zip(&full)
            .map(|(least, full)| least + (full - least) * share)
            .collect()
    }

    fn broken(&self, cells: &[String], widths: &[f32], style: Style) -> Lines {
        // A hair more than the text, so that a column as wide as its text does not break it.
        let room = |width: &f32| width - 2.0 * BESIDE + 0.01;
        let lines =
            |(text, width): (&String, &f32)| self.fonts.lines(text, style.weight, style.size, room(width));
        cells.iter().zip(widths).map(lines).collect()
    }
}

fn height(lines: &Lines, style: Style) -> f32 {
    let most = lines.iter().map(Vec::len).max().unwrap_or(1);
    f32::from(u16::try_from(most).unwrap_or(u16::MAX)) * style.line() + 2.0 * ABOVE
}

fn is_number(column: &Column) -> bool {
    matches!(column.datatype, Datatype::Integer | Datatype::Number { .. })
}
