//! Tables by one thing each, with what must stay unpublished withheld.
//!
//! A row's count is the dead, the severely injured and the others together, a column's total is the country's, and a year's
//! is its quarters': whoever has all but one can tell the last. So the cells of a table are figures over common atoms: a
//! code, a class of outcome, and a part of the year.

use std::collections::BTreeSet;

use saqta_domain::period::Period;
use saqta_statistics::Level;

use crate::cross::{Cell, Dimension, Filter, Question, Tally, count};
use crate::register::Register;
use crate::suppress::{self, protect};
use crate::table::count_interval;

use super::content::{PublishedRow, PublishedTable};
use super::earlier::Earlier;

/// Classes of outcome, in the order of the atoms: died, severely injured, others.
const CLASSES: usize = 3;

/// A table before and after withholding.
pub(crate) struct Withheld {
    pub(crate) table: PublishedTable,
    /// Small cells that earlier releases tell already.
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
}

impl Wanted<'_> {
    /// Counts by a dimension, and withholds.
    pub(crate) fn table(&self, by: Dimension) -> Withheld {
        let question = Question {
            filter: Filter::of(self.period),
            by: vec![by],
        };
        let cells = count(self.register, &question);
        let name = by.to_string();
        let mut atoms = Atoms::new(&name, &cells, self.period, self.earlier);
        let places: Vec<[usize; 3]> = cells
            .iter()
            .map(|cell| {
                let code = cell.key.first().and_then(Option::as_deref);
                Part::ALL.map(|part| atoms.figure(self.period, Some(code), part, part.of(&cell.tally)))
            })
            .collect();
        for part in Part::ALL {
            let place = atoms.figure(self.period, None, part, part.of(&self.total));
            atoms.figures.figures[place].fixed = true;
        }
        for earlier in self.earlier {
            atoms.fix_earlier(&name, earlier);
        }
        if let Some(revised) = self.revised {
            let rows = cells.iter().zip(&places);
            rows.for_each(|(cell, places)| atoms.keep_withheld(&name, revised, cell, *places));
        }
        let protection = protect(&atoms.figures, self.threshold);
        let mut told_before = Vec::new();
        let rows = cells.iter().zip(places).map(|(cell, places)| {
            for (part, place) in Part::ALL.into_iter().zip(places) {
                if protection.lost.contains(&place) {
                    let code = cell.key.first().and_then(Option::as_deref).unwrap_or("unknown");
                    told_before.push(format!("{name}/{code}/{}", part.name()));
                }
            }
            row(cell, places.map(|place| protection.published[place]))
        });
        let rows = rows.collect();
        Withheld {
            table: PublishedTable { by: name, rows },
            told_before,
        }
    }
}

fn row(cell: &Cell, published: [bool; 3]) -> PublishedRow {
    let shown = |part: Part| {
        let place = part as usize;
        published[place].then(|| part.of(&cell.tally))
    };
    let withheld = Part::ALL.into_iter().filter(|part| !published[*part as usize]);
    PublishedRow {
        code: cell.key.first().cloned().flatten(),
        count: shown(Part::Count),
        count_interval: shown(Part::Count).map(|count| count_interval(count, Level::P95)),
        fatal: shown(Part::Fatal),
        severe: shown(Part::Severe),
        incidence: None,
        withheld: withheld.map(|part| part.name().to_owned()).collect(),
    }
}

/// What is published of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Count,
    Fatal,
    Severe,
}

impl Part {
    const ALL: [Self; 3] = [Self::Count, Self::Fatal, Self::Severe];

    fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Fatal => "fatal",
            Self::Severe => "severe",
        }
    }

    fn of(self, tally: &Tally) -> u64 {
        match self {
            Self::Count => tally.count,
            Self::Fatal => tally.fatal,
            Self::Severe => tally.severe,
        }
    }

    fn classes(self) -> std::ops::Range<usize> {
        match self {
            Self::Count => 0..CLASSES,
            Self::Fatal => 0..1,
            Self::Severe => 1..2,
        }
    }
}

/// The atoms of a table, and the figures over them.
struct Atoms {
    codes: Vec<Option<String>>,
    /// The months at which a part of the year begins; the last is the month after the end.
    bounds: Vec<u8>,
    figures: suppress::Figures,
}

impl Atoms {
    fn new(by: &str, cells: &[Cell], period: Period, earlier: &[&Earlier]) -> Self {
        let mut codes: BTreeSet<Option<String>> = cells
            .iter()
            .filter_map(|cell| cell.key.first().cloned())
            .collect();
        let mut bounds = BTreeSet::from([period.first_month(), period.last_month() + 1]);
        for each in earlier {
            bounds.extend([each.period.first_month(), each.period.last_month() + 1]);
            let tables = each.tables.iter().filter(|table| table.by == by);
            codes.extend(tables.flat_map(|table| table.rows.iter().map(|row| row.code.clone())));
        }
        let codes: Vec<_> = codes.into_iter().collect();
        let bounds: Vec<_> = bounds.into_iter().collect();
        Self {
            figures: suppress::Figures {
                atoms: codes.len() * CLASSES * (bounds.len() - 1),
                ..suppress::Figures::default()
            },
            codes,
            bounds,
        }
    }

    /// Adds a figure of a code, or of all codes together.
    fn figure(&mut self, period: Period, code: Option<Option<&str>>, part: Part, value: u64) -> usize {
        let months = period.first_month()..=period.last_month();
        let parts: Vec<usize> = (0..self.bounds.len() - 1)
            .filter(|place| months.contains(&self.bounds[*place]))
            .collect();
        let mut atoms = Vec::new();
        for (place, known) in self.codes.iter().enumerate() {
            if code.is_some_and(|code| known.as_deref() != code) {
                continue;
            }
            for class in part.classes() {
                let first = (place * CLASSES + class) * (self.bounds.len() - 1);
                atoms.extend(parts.iter().map(|part| first + part));
            }
        }
        self.figures.add(atoms, value)
    }

    /// Whoever has both revisions knows that most cells are the same: a cell that the first withheld must not be told by the
    /// second, nor by what the second withholds instead.
    fn keep_withheld(&mut self, by: &str, revised: &Earlier, cell: &Cell, places: [usize; 3]) {
        let code = cell.key.first().and_then(Option::as_deref);
        let table = revised.tables.iter().find(|table| table.by == by);
        let row = table.and_then(|table| table.rows.iter().find(|row| row.code.as_deref() == code));
        let Some(row) = row else { return };
        let told = [row.count, row.fatal, row.severe];
        for ((part, place), told) in Part::ALL.into_iter().zip(places).zip(told) {
            let figure = &mut self.figures.figures[place];
            figure.secret |= told.is_none();
            figure.fixed |= told == Some(part.of(&cell.tally));
        }
    }

    fn fix_earlier(&mut self, by: &str, earlier: &Earlier) {
        let mut tell = |code: Option<Option<&str>>, part: Part, value: Option<u64>| {
            let place = self.figure(earlier.period, code, part, value.unwrap_or(0));
            let figure = &mut self.figures.figures[place];
            figure.fixed = value.is_some();
            figure.secret = value.is_none();
        };
        for table in earlier.tables.iter().filter(|table| table.by == by) {
            for row in &table.rows {
                let code = Some(row.code.as_deref());
                for (part, value) in Part::ALL.into_iter().zip([row.count, row.fatal, row.severe]) {
                    tell(code, part, value);
                }
            }
        }
        let total = earlier.total;
        for (part, value) in Part::ALL
            .into_iter()
            .zip([total.count, total.fatal, total.severe])
        {
            tell(None, part, Some(value));
        }
    }
}
