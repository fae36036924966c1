//! The figures of a table and of its like in earlier releases, over common atoms: a code, a class of outcome, and a part of
//! the year.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use saqta_domain::period::Period;

use crate::cross::{Dimension, Filter, Question, Tally, count};
use crate::register::Register;
use crate::suppress::{Figures, Parts, Shape, Standing};

use super::earlier::{Earlier, Row};

/// Classes of outcome, in the order of the atoms: died, severely injured, others.
pub(super) const CLASSES: usize = 3;

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

    /// Its class; none for all.
    pub(super) fn class(self) -> Option<usize> {
        match self {
            Self::Count => None,
            Self::Fatal => Some(0),
            Self::Severe => Some(1),
        }
    }
}

/// The atoms of a table, and the figures over them.
///
/// A figure has the value that the register gives it now, also where an earlier release gave another because reports came
/// late: so nothing contradicts, and what the difference would tell is seen by [`Atoms::seems_to_tell_of_few`].
pub(super) struct Atoms {
    codes: Vec<Code>,
    /// The months at which a part of the year begins; the last is the month after the end.
    bounds: Vec<u8>,
    pub(super) figures: Figures,
    /// By how much earlier releases differ from the register at most.
    late: BTreeMap<(usize, Part), u64>,
    /// Where codes are months, the part of the year in which each is.
    parts_of_months: BTreeMap<usize, Option<usize>>,
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
        let shape = Shape {
            lines: codes.len(),
            classes: CLASSES,
            parts: bounds.len() - 1,
        };
        let mut counts = vec![0; shape.counts()];
        for ((code, month), tally) in &months {
            let line = codes.binary_search(code).ok();
            let part = bounds
                .windows(2)
                .position(|ends| (ends[0]..ends[1]).contains(month));
            let Some((line, part)) = line.zip(part) else {
                continue;
            };
            for (class, count) in classes(tally).into_iter().enumerate() {
                counts[(line * CLASSES + class) * shape.parts + part] += count;
            }
        }
        Self {
            figures: Figures::of(shape, counts),
            codes,
            bounds,
            late: BTreeMap::new(),
            parts_of_months: BTreeMap::new(),
            periods,
        }
    }

    /// The place of a code among the codes.
    pub(super) fn code(&self, code: Option<&str>) -> Option<usize> {
        self.codes.iter().position(|known| known.as_deref() == code)
    }

    /// Adds a figure of a period: of a code, or of all together.
    pub(super) fn of_period(&mut self, period: Period, code: Option<usize>, part: Part) -> usize {
        let parts = self.parts(period);
        let own = code.and_then(|code| self.parts_of_months.get(&code).copied().flatten());
        let parts = own
            .filter(|own| parts.contains(own))
            .map_or(parts, |own| own..own + 1);
        self.figures.add(code, part.class(), parts)
    }

    fn value(&self, place: usize) -> u64 {
        self.figures.all()[place].value
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
                    self.figures.stand(figure, Standing::Unsaid);
                    self.figures.keep(figure);
                    continue;
                };
                self.figures.stand(figure, Standing::Told);
                let late = told.abs_diff(self.value(figure));
                if late > 0 {
                    let most = self.late.entry((place, part)).or_default();
                    *most = late.max(*most);
                }
            }
            let total = self.of_period(earlier.period, None, part);
            self.figures.stand(total, Standing::Told);
            self.sees_zeros(column, earlier.total.of(part), threshold);
        }
    }

    /// Says that in a period all codes but these are known to have had nothing.
    pub(super) fn nobodys<'c>(&mut self, period: Period, but: impl Iterator<Item = Option<&'c str>>) {
        let but: BTreeSet<_> = but.collect();
        let others = (0..self.codes.len()).filter(|place| !but.contains(&self.codes[*place].as_deref()));
        for place in others.collect::<Vec<_>>() {
            let figure = self.of_period(period, Some(place), Part::Count);
            self.figures.stand(figure, Standing::Told);
        }
    }

    /// Says that codes which are months have nothing in others: whatever is told of them is of their own part of the year.
    pub(super) fn are_months(&mut self) {
        let parts = self.bounds.len() - 1;
        for place in 0..self.codes.len() {
            let month = self.codes[place].as_ref().and_then(|code| code.parse().ok());
            let own =
                month.and_then(|month: Period| (0..parts).find(|part| self.has(*part, month.first_month())));
            for part in (0..parts).filter(|part| Some(*part) != own) {
                let figure = self.figures.add(Some(place), None, part..part + 1);
                self.figures.stand(figure, Standing::Told);
            }
            self.parts_of_months.insert(place, own);
        }
    }

    /// Whether reports of a part came after earlier releases: what these told is not what the register knows now.
    pub(super) fn came_late(&self, part: Part) -> bool {
        self.late.keys().any(|(_, of)| *of == part)
    }

    fn has(&self, part: usize, month: u8) -> bool {
        (self.bounds[part]..self.bounds[part + 1]).contains(&month)
    }

    /// A column of which a reader may take it that what is withheld is not zero. Where the total is small, all is
    /// withheld, zeros too.
    pub(super) fn sees_zeros(&mut self, column: Vec<usize>, total: u64, threshold: u64) {
        if !(1..threshold).contains(&total) {
            self.figures.group(column);
        }
    }

    /// Adds every stretch of months between two bounds: nobody publishes what it comes to of a code, but releases that overlap
    /// may tell it. What the country comes to is taken as known of each stretch: releases give it from January on, and
    /// by month.
    pub(super) fn keep_stretches(&mut self) {
        let parts = self.bounds.len() - 1;
        for part in 0..parts {
            for class in Part::ALL.map(Part::class) {
                let place = self.figures.add(None, class, part..part + 1);
                self.figures.stand(place, Standing::Told);
            }
        }
        if !self.parts_of_months.is_empty() {
            return;
        }
        for from in 0..parts {
            for to in from + 1..=parts {
                if self.periods.contains(&(self.bounds[from], self.bounds[to])) {
                    continue;
                }
                for code in 0..self.codes.len() {
                    for part in Part::ALL {
                        let place = self.figures.add(Some(code), part.class(), from..to);
                        self.figures.stand(place, Standing::Unsaid);
                    }
                }
            }
        }
    }

    /// Whether a figure seems to tell of few beside what earlier releases tell: late reports came after one of them, so that what
    /// is left of the one without the other is smaller or larger by them than it is.
    pub(super) fn seems_to_tell_of_few(
        &self,
        period: Period,
        code: usize,
        part: Part,
        threshold: u64,
    ) -> bool {
        let Some(late) = self.late.get(&(code, part)) else {
            return false;
        };
        let own = self.parts(period);
        let tied = self.figures.tied(Some(code), part.class());
        let is_tied = |one: usize, other: usize| tied[one] & 1 << other != 0;
        let stretches =
            (0..self.bounds.len()).flat_map(|from| (from + 1..self.bounds.len()).map(move |to| from..to));
        let mut told_by_both = stretches.filter(|parts| {
            let along = is_tied(parts.start, own.start) && is_tied(parts.end, own.end);
            let across = is_tied(parts.start, own.end) && is_tied(parts.end, own.start);
            *parts != own && !is_tied(parts.start, parts.end) && (along || across)
        });
        told_by_both.any(|parts| {
            self.figures.value(Some(code), part.class(), &parts) < threshold.saturating_add(*late)
        })
    }

    /// Adds the months that do not follow each other and that releases taken from each other tell of, as January and March once
    /// the quarter and February are published: of whom few are counted there, nobody publishes it, and nobody may learn it.
    pub(super) fn keep_gaps(&mut self, threshold: u64) {
        if !self.parts_of_months.is_empty() {
            return;
        }
        let parts = self.bounds.len() - 1;
        let mut tied: Vec<u32> = (0..=parts).map(|bound| 1 << bound).collect();
        for (from, to) in &self.periods {
            let at = |month: &u8| self.bounds.partition_point(|bound| bound < month);
            let both = tied[at(from)] | tied[at(to)];
            let sets = tied.iter_mut().enumerate();
            let within = sets.filter(|(bound, _)| both & 1 << bound != 0);
            within.for_each(|(_, set)| *set = both);
        }
        let with_gaps = Parts::all(parts).filter(|set| set.as_stretch().is_none() && set.are_told_by(&tied));
        let with_gaps: Vec<Parts> = with_gaps.collect();
        for code in 0..self.codes.len() {
            for part in Part::ALL {
                let of_part = |at| self.figures.value(Some(code), part.class(), &(at..at + 1));
                let counts: Vec<u64> = (0..parts).map(of_part).collect();
                let count = |set: &Parts| set.iter().filter_map(|at| counts.get(at)).sum::<u64>();
                for set in with_gaps
                    .iter()
                    .filter(|set| (1..threshold).contains(&count(set)))
                {
                    let place = self.figures.add_over(Some(code), part.class(), *set);
                    self.figures.stand(place, Standing::Unsaid);
                }
            }
        }
    }

    fn parts(&self, period: Period) -> Range<usize> {
        let (from, to) = ends(period);
        let at = |month: u8| self.bounds.partition_point(|bound| *bound < month);
        at(from)..at(to)
    }
}

/// A tally, class by class.
pub(super) fn classes(tally: &Tally) -> [u64; CLASSES] {
    let others = tally.count.saturating_sub(tally.fatal + tally.severe);
    [tally.fatal, tally.severe, others]
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
