//! The figures of a table and of its like in earlier releases, over common atoms: a code, a class of outcome, and a part of
//! the year.

use std::collections::{BTreeMap, BTreeSet};

use saqta_domain::period::Period;

use crate::cross::{Dimension, Filter, Question, Tally, count};
use crate::register::Register;
use crate::suppress::{self, Standing, Sum};

use super::earlier::{Earlier, Row};

/// Classes of outcome, in the order of the atoms: died, severely injured, others.
const CLASSES: usize = 3;

/// A code of a table; none for "not known".
pub(super) type Code = Option<String>;

/// What is published of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Count,
    Fatal,
    Severe,
}

impl Part {
    pub(super) const ALL: [Self; 3] = [Self::Count, Self::Fatal, Self::Severe];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Fatal => "fatal",
            Self::Severe => "severe",
        }
    }

    pub(super) fn of(self, tally: &Tally) -> u64 {
        match self {
            Self::Count => tally.count,
            Self::Fatal => tally.fatal,
            Self::Severe => tally.severe,
        }
    }

    pub(super) fn told(self, row: &Row) -> Option<u64> {
        match self {
            Self::Count => row.count,
            Self::Fatal => row.fatal,
            Self::Severe => row.severe,
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
///
/// A figure has the value that the register gives it now, also where an earlier release gave another because reports came
/// late: so nothing contradicts, and what the difference would tell is kept by [`Atoms::keep_stretches`].
pub(super) struct Atoms {
    codes: Vec<Code>,
    /// The months at which a part of the year begins; the last is the month after the end.
    bounds: Vec<u8>,
    /// What each code came to in each month of the year.
    months: BTreeMap<(Code, u8), Tally>,
    pub(super) figures: suppress::Figures,
    /// By how much earlier releases differ from the register at most.
    late: BTreeMap<(usize, Part), u64>,
    /// The periods that have figures of their own.
    periods: BTreeSet<(u8, u8)>,
}

impl Atoms {
    pub(super) fn new(
        register: &Register,
        by: Dimension,
        codes: impl Iterator<Item = Code>,
        period: Period,
        earlier: &[&Earlier],
    ) -> Self {
        let months = of_months(register, by, period);
        let mut codes: BTreeSet<Code> = codes.collect();
        codes.extend(months.keys().map(|(code, _)| code.clone()));
        let name = by.to_string();
        let mut periods = BTreeSet::from([ends(period)]);
        for each in earlier {
            periods.insert(ends(each.period));
            codes.extend(each.rows(&name).map(|row| row.code.clone()));
        }
        let bounds: BTreeSet<u8> = periods.iter().flat_map(|(from, to)| [*from, *to]).collect();
        let codes: Vec<_> = codes.into_iter().collect();
        let bounds: Vec<_> = bounds.into_iter().collect();
        Self {
            figures: suppress::Figures {
                atoms: codes.len() * CLASSES * (bounds.len() - 1),
                ..suppress::Figures::default()
            },
            codes,
            bounds,
            months,
            late: BTreeMap::new(),
            periods,
        }
    }

    /// The place of a code among the codes.
    pub(super) fn code(&self, code: Option<&str>) -> Option<usize> {
        self.codes.iter().position(|known| known.as_deref() == code)
    }

    /// Adds a figure of a period: of a code, or of all together.
    pub(super) fn of_period(&mut self, period: Period, code: Option<usize>, part: Part) -> usize {
        let (from, to) = ends(period);
        let within = |month: &u8| (from..to).contains(month);
        let parts = (0..self.bounds.len() - 1).filter(|place| within(&self.bounds[*place]));
        let parts: Vec<usize> = parts.collect();
        let value = self.value(code, (from, to), |tally| part.of(tally));
        self.add(code, part.classes(), &parts, value)
    }

    fn add(
        &mut self,
        code: Option<usize>,
        classes: std::ops::Range<usize>,
        parts: &[usize],
        value: u64,
    ) -> usize {
        let codes = code.map_or(0..self.codes.len(), |code| code..code + 1);
        let mut atoms = Vec::new();
        for place in codes {
            for class in classes.clone() {
                let first = (place * CLASSES + class) * (self.bounds.len() - 1);
                atoms.extend(parts.iter().map(|part| first + part));
            }
        }
        self.figures.add(atoms, value)
    }

    fn value(&self, code: Option<usize>, (from, to): (u8, u8), part: impl Fn(&Tally) -> u64) -> u64 {
        let asked = |known: &Code| code.is_none_or(|code| &self.codes[code] == known);
        let months = self.months.iter();
        let within = months.filter(|((known, month), _)| (from..to).contains(month) && asked(known));
        within.map(|(_, tally)| part(tally)).sum()
    }

    pub(super) fn stand(&mut self, place: usize, standing: Standing) {
        self.figures.figures[place].standing = standing;
    }

    pub(super) fn keep(&mut self, place: usize) {
        self.figures.figures[place].secret = true;
    }

    /// Reckons with what an earlier release said and withheld. What has no row there was nobody's.
    pub(super) fn reckon_with(&mut self, by: &str, earlier: &Earlier, threshold: u64) {
        for part in Part::ALL {
            let mut column = Vec::new();
            for place in 0..self.codes.len() {
                let row = earlier.rows(by).find(|row| row.code == self.codes[place]);
                let told = row.map_or(Some(0), |row| part.told(row));
                let figure = self.of_period(earlier.period, Some(place), part);
                column.push(figure);
                let Some(told) = told else {
                    self.stand(figure, Standing::Unsaid);
                    self.keep(figure);
                    continue;
                };
                self.stand(figure, Standing::Told);
                let late = told.abs_diff(self.figures.figures[figure].value);
                if late > 0 {
                    let most = self.late.entry((place, part)).or_default();
                    *most = late.max(*most);
                }
            }
            let total = self.of_period(earlier.period, None, part);
            self.stand(total, Standing::Told);
            self.sees_zeros(column, earlier.total.of(part), threshold);
        }
    }

    /// Says that in a period all codes but these are known to have had nothing.
    pub(super) fn nobodys<'c>(&mut self, period: Period, but: impl Iterator<Item = Option<&'c str>>) {
        let but: BTreeSet<_> = but.collect();
        let others = (0..self.codes.len()).filter(|place| !but.contains(&self.codes[*place].as_deref()));
        for place in others.collect::<Vec<_>>() {
            let figure = self.of_period(period, Some(place), Part::Count);
            self.stand(figure, Standing::Told);
        }
    }

    /// A column of which a reader may take it that what is withheld is not zero. Where the total is small, all is
    /// withheld, zeros too.
    pub(super) fn sees_zeros(&mut self, column: Vec<usize>, total: u64, threshold: u64) {
        if !(1..threshold).contains(&total) {
            self.figures.groups.push(column);
        }
    }

    /// Adds every stretch of months between two bounds: nobody publishes it, but releases that overlap may tell it. Where late
    /// reports came to an earlier release, another may seem smaller or larger by them than it is.
    pub(super) fn keep_stretches(&mut self, threshold: u64) {
        let parts = self.bounds.len() - 1;
        let mut grid = Grid::default();
        for from in 0..parts {
            for to in from + 1..=parts {
                for code in (0..self.codes.len()).map(Some).chain([None]) {
                    self.keep_stretch(code, (from, to), threshold, &mut grid);
                }
            }
        }
        self.add_up(&grid, parts);
    }

    fn keep_stretch(
        &mut self,
        code: Option<usize>,
        (from, to): (usize, usize),
        threshold: u64,
        grid: &mut Grid,
    ) {
        let ends = (self.bounds[from], self.bounds[to]);
        for column in Column::ALL {
            let value = self.value(code, ends, |tally| column.of(tally));
            let place = self.add(code, column.classes(), &(from..to).collect::<Vec<_>>(), value);
            grid.insert((code, column, from, to), place);
            self.stand(place, Standing::Step);
            let (Some(code), Column::Of(part)) = (code, column) else {
                continue;
            };
            if self.periods.contains(&ends) {
                continue;
            }
            self.stand(place, Standing::Unsaid);
            let seems_small = self.late.get(&(code, part));
            if seems_small.is_some_and(|late| value < threshold.saturating_add(*late)) {
                self.keep(place);
            }
        }
    }

    /// A count is its classes, the country its codes, and a stretch the two that any month between divides it into.
    fn add_up(&mut self, grid: &Grid, parts: usize) {
        let mut sums = Vec::new();
        for ((code, column, from, to), whole) in grid {
            let at = |key| grid.get(&key).copied();
            let mut add = |parts: Vec<usize>| sums.push(Sum { whole: *whole, parts });
            if *column == Column::Of(Part::Count) {
                let classes = [Column::Of(Part::Fatal), Column::Of(Part::Severe), Column::Others];
                add(classes
                    .into_iter()
                    .filter_map(|class| at((*code, class, *from, *to)))
                    .collect());
            }
            if code.is_none() {
                let codes = (0..self.codes.len()).map(Some);
                add(codes.filter_map(|code| at((code, *column, *from, *to))).collect());
            }
            for between in from + 1..*to.min(&parts) {
                let halves = [(*from, between), (between, *to)];
                add(halves
                    .into_iter()
                    .filter_map(|(from, to)| at((*code, *column, from, to)))
                    .collect());
            }
        }
        self.figures.sums = sums;
    }
}

/// Figures of stretches: a code or all, a column, and between which bounds.
type Grid = BTreeMap<(Option<usize>, Column, usize, usize), usize>;

/// A part, or the class that no release gives of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Of(Part),
    Others,
}

impl Column {
    const ALL: [Self; 4] = [
        Self::Of(Part::Count),
        Self::Of(Part::Fatal),
        Self::Of(Part::Severe),
        Self::Others,
    ];

    fn classes(self) -> std::ops::Range<usize> {
        match self {
            Self::Of(part) => part.classes(),
            Self::Others => 2..CLASSES,
        }
    }

    fn of(self, tally: &Tally) -> u64 {
        match self {
            Self::Of(part) => part.of(tally),
            Self::Others => tally.count.saturating_sub(tally.fatal + tally.severe),
        }
    }
}

/// The month in which a period begins, and the one after its end.
fn ends(period: Period) -> (u8, u8) {
    (period.first_month(), period.last_month() + 1)
}

/// What the register has of each code in each month of the period's year.
fn of_months(register: &Register, by: Dimension, period: Period) -> BTreeMap<(Code, u8), Tally> {
    let question = Question {
        filter: Filter::of(period.whole_year()),
        by: vec![by, Dimension::Month],
    };
    let cells = count(register, &question).into_iter();
    let of_months = cells.filter_map(|cell| {
        let mut key = cell.key.into_iter();
        let (code, month) = (key.next()?, key.next()??);
        let month: Period = month.parse().ok()?;
        Some(((code, month.first_month()), cell.tally))
    });
    of_months.collect()
}
