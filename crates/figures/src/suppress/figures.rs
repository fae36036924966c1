//! What may be published: sums of the finest counts of a table.

use std::ops::Range;

use super::parts::Parts;

/// The sides of a table of counts: lines (codes), classes (of outcome), and parts (of the time).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// How many lines.
    pub lines: usize,
    /// How many classes.
    pub classes: usize,
    /// How many parts; at most [`Shape::MOST_PARTS`].
    pub parts: usize,
}

/// A figure: the sum of a line or of all, in a class or in all, over some parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Its line; none for all together.
    pub line: Option<usize>,
    /// Its class; none for all together.
    pub class: Option<usize>,
    /// Its parts: a stretch, or several that together may be told by releases taken from each other.
    pub parts: Parts,
    /// What it comes to.
    pub value: u64,
    /// Who publishes it.
    pub standing: Standing,
    /// Whether it must not be told whatever it comes to: it was withheld earlier, or tells of few in another way.
    pub secret: bool,
}

/// Who publishes a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It may be published now.
    Open,
    /// It is published already, or in any case.
    Told,
    /// Nobody publishes it, and nobody may learn it when it is small.
    Unsaid,
}

/// Figures over the counts of one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    shape: Shape,
    /// Line by line, class by class, part by part.
    counts: Vec<u64>,
    pub(super) figures: Vec<Figure>,
    pub(super) groups: Vec<Vec<usize>>,
}

impl Shape {
    /// More than a year has months.
    pub const MOST_PARTS: usize = 16;

    /// How many counts a table of this shape has.
    #[must_use]
    pub fn counts(self) -> usize {
        self.lines * self.classes * self.parts
    }

    fn place(self, line: usize, class: usize, part: usize) -> usize {
        (line * self.classes + class) * self.parts + part
    }
}

impl Figures {
    /// No figures yet, over `counts`: line by line, in each class by class, in each part by part. What is missing is 0, and
    /// what is too much is left out.
    #[must_use]
    pub fn of(shape: Shape, mut counts: Vec<u64>) -> Self {
        counts.resize(shape.counts(), 0);
        Self {
            shape,
            counts,
            figures: Vec::new(),
            groups: Vec::new(),
        }
    }

    /// Adds a figure that may be published, and gives its place.
    pub fn add(&mut self, line: Option<usize>, class: Option<usize>, parts: Range<usize>) -> usize {
        self.add_over(line, class, Parts::from(parts))
    }

    /// Adds a figure over any parts, and gives its place.
    pub fn add_over(&mut self, line: Option<usize>, class: Option<usize>, parts: Parts) -> usize {
        let value = parts
            .iter()
            .map(|part| self.value(line, class, &(part..part + 1)));
        self.figures.push(Figure {
            line,
            class,
            value: value.sum(),
            parts,
            standing: Standing::Open,
            secret: false,
        });
        self.figures.len() - 1
    }

    /// What a figure would come to.
    #[must_use]
    pub fn value(&self, line: Option<usize>, class: Option<usize>, parts: &Range<usize>) -> u64 {
        let mut value = 0;
        for line in line.map_or(0..self.shape.lines, |line| line..line + 1) {
            for class in class.map_or(0..self.shape.classes, |class| class..class + 1) {
                value += self.parts_of(line, class)[parts.clone()].iter().sum::<u64>();
            }
        }
        value
    }

    /// For each bound between parts, and the first and the last, which bounds told figures of a line and a class tie to it: what
    /// lies between two that are tied is known. A set has a bit for each bound.
    #[must_use]
    pub fn tied(&self, line: Option<usize>, class: Option<usize>) -> Vec<u32> {
        self.tied_by(line, class).0
    }

    /// As [`Figures::tied`], and by what is none as well: none that is counted in a stretch is none in each part of it, and none
    /// of a whole line or class is none of each class or line.
    pub(super) fn tied_by_nothing_too(&self, line: Option<usize>, class: Option<usize>) -> Vec<u32> {
        let mut tied = self.tied_by(line, class);
        let nothing = self
            .figures
            .iter()
            .filter(|figure| figure.standing == Standing::Told && figure.value == 0);
        for figure in nothing {
            if [(line, class), (line, None), (None, class)].contains(&(figure.line, figure.class)) {
                figure
                    .parts
                    .stretches()
                    .for_each(|stretch| tied.tie_all(&stretch));
            }
        }
        for from in 0..self.shape.parts {
            for to in from + 1..=self.shape.parts {
                if tied.are(from, to) && self.value(line, class, &(from..to)) == 0 {
                    tied.tie_all(&(from..to));
                }
            }
        }
        tied.0
    }

    fn tied_by(&self, line: Option<usize>, class: Option<usize>) -> Tied {
        let mut tied = Tied::of(self.shape.parts);
        let of_cell = self
            .figures
            .iter()
            .filter(|figure| (figure.line, figure.class) == (line, class));
        for figure in of_cell.filter(|figure| figure.standing == Standing::Told) {
            if let Some(stretch) = figure.parts.as_stretch() {
                tied.tie(stretch.start, stretch.end);
            }
        }
        tied
    }

    /// Every line and class, and all of them.
    pub(super) fn edges(&self) -> impl Iterator<Item = (Option<usize>, Option<usize>)> + use<> {
        let shape = self.shape;
        let lines = (0..shape.lines).map(Some).chain([None]);
        lines.flat_map(move |line| {
            (0..shape.classes)
                .map(Some)
                .chain([None])
                .map(move |class| (line, class))
        })
    }

    /// Says who publishes a figure.
    pub fn stand(&mut self, place: usize, standing: Standing) {
        self.figures[place].standing = standing;
    }

    /// Says that a figure must not be told.
    pub fn keep(&mut self, place: usize) {
        self.figures[place].secret = true;
    }

    /// Says that figures stand in one column: a reader sees which are withheld, and may take it that those are not zero,
    /// unless a zero is withheld among them.
    pub fn group(&mut self, column: Vec<usize>) {
        self.groups.push(column);
    }

    /// The figures, in the order in which they were added.
    #[must_use]
    pub fn all(&self) -> &[Figure] {
        &self.figures
    }

    /// The shape of the table.
    #[must_use]
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// The counts of a line in a class, part by part.
    pub(super) fn parts_of(&self, line: usize, class: usize) -> &[u64] {
        let first = self.shape.place(line, class, 0);
        &self.counts[first..first + self.shape.parts]
    }
}

/// For each bound the set of those that are tied to it.
struct Tied(Vec<u32>);

impl Tied {
    fn of(parts: usize) -> Self {
        Self((0..=parts).map(|bound| 1 << bound).collect())
    }

    fn are(&self, one: usize, other: usize) -> bool {
        self.0[one] & 1 << other != 0
    }

    fn tie(&mut self, one: usize, other: usize) {
        let both = self.0[one] | self.0[other];
        let sets = self.0.iter_mut().enumerate();
        let within = sets.filter(|(bound, _)| both & 1 << bound != 0);
        within.for_each(|(_, set)| *set = both);
    }

    fn tie_all(&mut self, parts: &Range<usize>) {
        parts.clone().for_each(|part| self.tie(part, part + 1));
    }
}
