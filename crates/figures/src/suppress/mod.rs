//! Which figures of a set must stay unpublished, so that nobody learns a small one by subtraction.
//!
//! The cast: [`Figures`] are sums of the same **atoms** (the finest cells, never negative); a figure is **small** when it
//! is above zero and below the threshold: it would tell of some one or few persons. [`protect`] withholds every small
//! figure (primary suppression) and then as many others, the smallest first, until no small figure can be derived from
//! what is published (secondary suppression): neither by adding and subtracting (`linear`), nor because counts
//! cannot be negative and what is withheld is usually not zero (`bounds`). Figures that are published already, in an
//! earlier release, cannot be withheld any more, and are reckoned with; what an earlier release withheld stays secret,
//! whatever it comes to.
//!
//! Method: A. Hundepool et al., *Statistical Disclosure Control* (2012), ch. 4. Linear derivability is decided exactly,
//! in a finite field, not by rounding; the choice of what else to withhold is a greedy one, not the smallest. Each of the two attackers is held off on its own;
//! not yet the one who combines them: sums of several rows and columns with "what is withheld is at least one".

mod bounds;
mod linear;

use std::collections::BTreeSet;

use bounds::{Bounds, Net};
use linear::{Fact, Space};

/// A figure: the sum of some atoms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Which atoms it adds up, in order, each once.
    pub atoms: Vec<usize>,
    /// What they come to.
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
    /// Nobody publishes it, and it tells of nobody: a step of others' reckoning.
    Step,
}

/// A figure that is others together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The figure.
    pub whole: usize,
    /// The others: together they have its atoms, each once.
    pub parts: Vec<usize>,
}

/// Figures over the same atoms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The figures.
    pub figures: Vec<Figure>,
    /// How many atoms there are.
    pub atoms: usize,
    /// Which figures are others together: by these bounds are reckoned.
    pub sums: Vec<Sum>,
    /// Figures that stand in one column: a reader sees which are withheld, and may take it that those are not zero, unless a
    /// zero is withheld among them.
    pub groups: Vec<Vec<usize>>,
}

/// What is to be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Protection {
    /// For each figure, whether it is published.
    pub published: Vec<bool>,
    /// Small figures that what is published already gives away: nothing withheld now could hide them.
    pub lost: BTreeSet<usize>,
}

impl Figures {
    /// Adds a figure that may be published, and gives its place.
    pub fn add(&mut self, mut atoms: Vec<usize>, value: u64) -> usize {
        atoms.sort_unstable();
        atoms.dedup();
        self.figures.push(Figure {
            atoms,
            value,
            standing: Standing::Open,
            secret: false,
        });
        self.figures.len() - 1
    }
}

/// Decides what to publish.
#[must_use]
pub fn protect(figures: &Figures, threshold: u64) -> Protection {
    let small = |figure: &Figure| figure.secret || (1..threshold).contains(&figure.value);
    let mut published: Vec<bool> = figures
        .figures
        .iter()
        .map(|figure| match figure.standing {
            Standing::Open => !small(figure),
            Standing::Told => true,
            Standing::Unsaid | Standing::Step => false,
        })
        .collect();
    let of_persons = |figure: &Figure| matches!(figure.standing, Standing::Open | Standing::Unsaid);
    let sensitive: Vec<usize> = (0..figures.figures.len())
        .filter(|place| small(&figures.figures[*place]) && of_persons(&figures.figures[*place]))
        .collect();
    let net = Net::of(figures);
    let mut lost = BTreeSet::new();
    loop {
        let exposed = exposed(
            &net,
            figures,
            &published,
            sensitive.iter().filter(|place| !lost.contains(*place)),
        );
        if exposed.is_empty() {
            break;
        }
        for (place, derivation) in exposed {
            // What was withheld for a figure before may have hidden this one as well.
            if derivation.iter().any(|place| !published[*place]) {
                continue;
            }
            match cheapest(figures, &derivation) {
                Some(withheld) => published[withheld] = false,
                None => {
                    lost.insert(place);
                }
            }
        }
    }
    Protection { published, lost }
}

/// Which figures can be learnt from what is published, and from which published figures: from such as can be withheld, where
/// there is a choice. Late reports make bounds doubtful, so that what they say alone loses nothing that could be kept.
fn exposed<'p>(
    net: &Net<'_>,
    figures: &Figures,
    published: &[bool],
    sensitive: impl Iterator<Item = &'p usize>,
) -> Vec<(usize, BTreeSet<usize>)> {
    let bounds = Bounds::of(net, published);
    let fact = |(place, because): (usize, BTreeSet<usize>)| Fact {
        atoms: &figures.figures[place].atoms,
        because,
    };
    let told = || {
        let told = (0..published.len()).filter(|place| published[*place]);
        told.map(|place| (place, BTreeSet::from([place])))
    };
    let by_sums = Space::of(figures.atoms, told().map(fact).collect());
    // What has a single value left is known as well as what is published.
    let by_both = Space::of(figures.atoms, told().chain(bounds.pinned()).map(fact).collect());
    let exposed = sensitive.filter_map(|place| {
        let atoms = &figures.figures[*place].atoms;
        let mut derivations = [
            by_sums.derivation(atoms),
            bounds.derivation(*place),
            by_both.derivation(atoms),
        ]
        .into_iter()
        .flatten();
        let first = derivations.next()?;
        let can_be_broken = |derivation: &BTreeSet<usize>| cheapest(figures, derivation).is_some();
        if can_be_broken(&first) {
            return Some((*place, first));
        }
        Some((*place, derivations.find(can_be_broken).unwrap_or(first)))
    });
    exposed.collect()
}

/// Which figure of a derivation to withhold: the finest, then the smallest. Zeros come last: they tell of nobody, though
/// a withheld zero hides a neighbour as well as any.
fn cheapest(figures: &Figures, derivation: &BTreeSet<usize>) -> Option<usize> {
    derivation
        .iter()
        .copied()
        .filter(|place| figures.figures[*place].standing == Standing::Open)
        .min_by_key(|place| {
            let figure = &figures.figures[*place];
            (figure.atoms.len(), figure.value == 0, figure.value, *place)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows of atoms with a total each, columns with a total each, and the grand total.
    fn table(rows: &[&[u64]]) -> (Figures, Vec<Vec<usize>>) {
        let (height, width) = (rows.len(), rows[0].len());
        let atom = |row: usize, column: usize| row * width + column;
        let mut figures = Figures {
            atoms: height * width,
            ..Figures::default()
        };
        let mut places = Vec::new();
        for (row, values) in rows.iter().enumerate() {
            let cells = values.iter().enumerate();
            let mut line: Vec<usize> = cells
                .map(|(column, value)| figures.add(vec![atom(row, column)], *value))
                .collect();
            let all = (0..width).map(|column| atom(row, column)).collect();
            line.push(figures.add(all, values.iter().sum()));
            places.push(line);
        }
        for column in 0..width {
            let all = (0..height).map(|row| atom(row, column)).collect();
            figures.add(all, rows.iter().map(|row| row[column]).sum());
        }
        let all = (0..height * width).collect();
        figures.add(all, rows.iter().flat_map(|row| row.iter()).sum());
        (figures, places)
    }

    #[test]
    fn a_small_cell_takes_a_neighbour_with_it() {
        let (figures, places) = table(&[&[31, 2], &[27, 9], &[22, 8]]);
        let protection = protect(&figures, 5);
        assert!(!protection.published[places[0][1]], "the small cell is published");
        let withheld = protection
            .published
            .iter()
            .filter(|published| !**published)
            .count();
        assert!(withheld >= 4, "a rectangle at least: {protection:?}");
        assert!(protection.lost.is_empty());
    }

    #[test]
    fn what_was_published_before_cannot_be_hidden_and_is_said() {
        let mut figures = Figures {
            atoms: 2,
            ..Figures::default()
        };
        for (atoms, value) in [(vec![0], 40), (vec![0, 1], 42)] {
            let place = figures.add(atoms, value);
            figures.figures[place].standing = Standing::Told;
        }
        let small = figures.add(vec![1], 2);
        let protection = protect(&figures, 5);
        assert!(!protection.published[small]);
        assert_eq!(protection.lost, BTreeSet::from([small]));
    }

    #[test]
    fn nothing_small_withholds_nothing() {
        let (figures, _) = table(&[&[31, 0], &[27, 9]]);
        assert!(protect(&figures, 5).published.iter().all(|published| *published));
    }
}
