//! Tables by one thing each, with what must stay unpublished withheld.
//!
//! A row's count is the dead, the severely injured and the others together, a column's total is the country's, and a year's
//! is its quarters': whoever has all but one can tell the last. So the cells of a table are figures over common atoms: a
//! code, a class of outcome, and a part of the year.

use saqta_domain::period::Period;
use saqta_statistics::Level;

use crate::cross::{Cell, Dimension, Filter, Question, Tally, complete, count};
use crate::register::Register;
use crate::suppress::{self, Shape, Standing, protect};
use crate::table::count_interval;

use super::atoms::{Atoms, CLASSES, Part, classes};
use super::changes::{changes, without_changes};
use super::content::{PublishedRow, PublishedTable};
use super::earlier::Earlier;
use super::ways::Way;

/// More codes than any closed list has.
const MOST_CODES: usize = 1_000;

/// A table before and after withholding.
pub(crate) struct Withheld {
    pub(crate) table: PublishedTable,
    /// Small cells that earlier releases or the totals surely tell already.
    pub(crate) told_before: Vec<String>,
}

/// What is asked of one table.
pub(crate) struct Wanted<'a> {
    pub(crate) register: &'a Register,
    pub(crate) period: Period,
    pub(crate) threshold: u64,
    pub(crate) total: Tally,
    pub(crate) earlier: &'a [&'a Earlier],
    /// The revision before: what it withheld stays withheld, and what it published and still holds is known.
    pub(crate) revised: Option<&'a Earlier>,
    /// Every way to come to the same months with what was published before, this release's own revisions too.
    pub(crate) ways: Vec<Way<'a>>,
}

impl Wanted<'_> {
    /// Counts by a dimension, and withholds. A code without an injury has a row only where its count is withheld.
    pub(crate) fn table(&self, by: Dimension) -> Withheld {
        let cells = self.cells(by);
        let name = by.to_string();
        let codes = cells.iter().map(|cell| code(cell).map(str::to_owned));
        let mut atoms = Atoms::new(self.register, by, codes, self.period, self.earlier);
        if by == Dimension::Month {
            atoms.are_months();
        }
        for earlier in self.earlier {
            atoms.reckon_with(&name, earlier, self.threshold);
        }
        atoms.keep_stretches();
        atoms.keep_gaps(self.threshold);
        let places: Vec<[usize; 3]> = cells
            .iter()
            .map(|cell| Part::ALL.map(|part| self.figure(&mut atoms, &name, cell, part)))
            .collect();
        atoms.nobodys(self.period, cells.iter().map(code));
        for part in Part::ALL {
            let place = atoms.of_period(self.period, None, part);
            atoms.figures.stand(place, Standing::Told);
            let column = places.iter().map(|places| places[part as usize]).collect();
            atoms.sees_zeros(column, part.of(&self.total), self.threshold);
        }
        let protection = protect(&atoms.figures, self.threshold);
        let shown: Vec<[bool; 3]> = places
            .iter()
            .map(|places| places.map(|place| protection.published[place]))
            .collect();
        let shown = self.without_late(&atoms, &cells, shown);
        let shown = without_changes(
            &changes(&name, &cells, &self.total, &self.ways),
            self.threshold,
            shown,
        );
        let (mut rows, mut told_before) = (Vec::new(), Vec::new());
        for ((cell, places), shown) in cells.iter().zip(places).zip(shown) {
            for (part, place) in Part::ALL.into_iter().zip(places) {
                if protection.fixed.contains(&place) && self.is_as_told(&atoms, part) {
                    let code = code(cell).unwrap_or("unknown");
                    told_before.push(format!("{name}/{code}/{}", part.name()));
                }
            }
            let row = row(cell, self.as_others_of_few(shown));
            if cell.tally.count > 0 || !row.withheld.is_empty() {
                rows.push(row);
            }
        }
        Withheld {
            table: PublishedTable { by: name, rows },
            told_before,
        }
    }

    /// What is counted by a dimension, and the codes of its closed list that have none. A month without an injury may not have
    /// begun, so that withholding its zero would hide nothing.
    fn cells(&self, by: Dimension) -> Vec<Cell> {
        let question = Question {
            filter: Filter::of(self.period),
            by: vec![by],
        };
        let cells = count(self.register, &question);
        if by == Dimension::Month {
            return cells;
        }
        let of = (self.period.first_day(), self.period.last_day());
        complete(cells.clone(), &question, of, MOST_CODES).unwrap_or(cells)
    }

    /// The figure of a cell. Where the part's total is small, every row withholds it, so that nobody can tell where it was.
    /// Whoever has the revision before knows that most cells are the same: a cell that it withheld must not be told by
    /// this one, nor by what this one withholds instead. A month in which all were injured is the total again, which stands:
    /// to withhold it would be for show. Of another code that has all nobody need learn which it is.
    fn figure(&self, atoms: &mut Atoms, by: &str, cell: &Cell, part: Part) -> usize {
        let place = atoms.of_period(self.period, atoms.code(code(cell)), part);
        if by == Dimension::Month.to_string() && cell.tally == self.total {
            atoms.figures.stand(place, Standing::Told);
            return place;
        }
        if cell.tally.count > 0 && self.are_few(part) {
            atoms.figures.keep(place);
        }
        let Some(revised) = self.revised else { return place };
        let row = revised.rows(by).find(|row| row.code.as_deref() == code(cell));
        match row.map_or(Some(0), |row| part.told(row)) {
            None => atoms.figures.keep(place),
            Some(told) if told == part.of(&cell.tally) => atoms.figures.stand(place, Standing::Told),
            Some(_) => {}
        }
        place
    }

    /// Withholds also what only seems to tell of few, beside earlier releases that had not all reports yet, and within the table
    /// what would give it away. What is withheld of a part that was reported late needs its doubt within the table too: an earlier
    /// release did not tell it, though by what the register knows now it would have. Of what is shown without it nothing is
    /// shown more.
    fn without_late(&self, atoms: &Atoms, cells: &[Cell], mut shown: Vec<[bool; 3]>) -> Vec<[bool; 3]> {
        let seems = |cell: &Cell, part| {
            atoms
                .code(code(cell))
                .is_some_and(|code| atoms.seems_to_tell_of_few(self.period, code, part, self.threshold))
        };
        let shape = Shape {
            lines: cells.len(),
            classes: CLASSES,
            parts: 1,
        };
        let counts = cells.iter().flat_map(|cell| classes(&cell.tally));
        let mut figures = suppress::Figures::of(shape, counts.collect());
        let mut is_any = false;
        for part in Part::ALL {
            let total = figures.add(None, part.class(), 0..1);
            figures.stand(total, Standing::Told);
            let mut column = Vec::new();
            for (line, cell) in cells.iter().enumerate() {
                let place = figures.add(Some(line), part.class(), 0..1);
                column.push(place);
                let seems = shown[line][part as usize] && seems(cell, part);
                is_any |= seems || (!shown[line][part as usize] && atoms.came_late(part));
                if seems || !shown[line][part as usize] {
                    figures.keep(place);
                }
            }
            if !self.are_few(part) {
                figures.group(column);
            }
        }
        if is_any {
            let protection = protect(&figures, self.threshold);
            for (place, figure) in figures.all().iter().enumerate() {
                let part = Part::ALL.into_iter().find(|part| part.class() == figure.class);
                if let Some((line, part)) = figure.line.zip(part) {
                    shown[line][part as usize] &= protection.published[place];
                }
            }
        }
        shown
    }

    /// Where the part's total is small, a row of nobody whose count is withheld must look as those of somebody.
    fn as_others_of_few(&self, mut published: [bool; 3]) -> [bool; 3] {
        for part in Part::ALL {
            published[part as usize] &= published[Part::Count as usize] || !self.are_few(part);
        }
        published
    }

    /// Whether earlier releases told of a part what the register knows now: only then they tell its cells.
    fn is_as_told(&self, atoms: &Atoms, part: Part) -> bool {
        let is_same = |revised: &Earlier| revised.total.of(part) == part.of(&self.total);
        !atoms.came_late(part) && self.revised.is_none_or(is_same)
    }

    fn are_few(&self, part: Part) -> bool {
        (1..self.threshold).contains(&part.of(&self.total))
    }
}

pub(super) fn code(cell: &Cell) -> Option<&str> {
    cell.key.first().and_then(Option::as_deref)
}

fn row(cell: &Cell, published: [bool; 3]) -> PublishedRow {
    let shown = |part: Part| {
        let place = part as usize;
        published[place].then(|| part.of(&cell.tally))
    };
    let withheld = Part::ALL.into_iter().filter(|part| !published[*part as usize]);
    PublishedRow {
        code: code(cell).map(str::to_owned),
        count: shown(Part::Count),
        count_interval: shown(Part::Count).map(|count| count_interval(count, Level::P95)),
        fatal: shown(Part::Fatal),
        severe: shown(Part::Severe),
        incidence: None,
        withheld: withheld.map(|part| part.name().to_owned()).collect(),
    }
}
