//! Which figures of a set must stay unpublished, so that nobody learns a small one by subtraction.
//!
//! The cast: [`Figures`] are sums of the same **atoms** (the finest cells, never negative); a figure is **small** when it
//! is above zero and below the threshold: it would tell of some one or few persons. [`protect`] withholds every small
//! figure (primary suppression) and then as many others, the smallest first, until no small figure can be derived from
//! what is published (secondary suppression): neither by adding and subtracting (`linear`), nor because counts
//! cannot be negative (`bounds`). Figures that are published already, in an earlier release, are fixed: they cannot be
//! withheld any more, and are reckoned with; what an earlier release withheld stays secret, whatever it comes to.
//!
//! Method: A. Hundepool et al., *Statistical Disclosure Control* (2012), ch. 4. Linear derivability is decided exactly,
//! in a finite field, not by rounding; the choice of what else to withhold is a greedy one, so that it is safe, not minimal.

mod bounds;
mod linear;

use std::collections::BTreeSet;

/// A figure: the sum of some atoms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Which atoms it adds up, in order, each once.
    pub atoms: Vec<usize>,
    /// What they come to.
    pub value: u64,
    /// Whether it is published already.
    pub fixed: bool,
    /// Whether it was withheld earlier, so that it must not be told now either, whatever it comes to.
    pub secret: bool,
}

/// Figures over the same atoms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The figures.
    pub figures: Vec<Figure>,
    /// How many atoms there are.
    pub atoms: usize,
}

/// What is to be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Protection {
    /// For each figure, whether it is published.
    pub published: Vec<bool>,
    /// Small figures that earlier publications give away already: nothing withheld now could hide them.
    pub lost: BTreeSet<usize>,
}

impl Figures {
    /// Adds a figure, and gives its place.
    pub fn add(&mut self, mut atoms: Vec<usize>, value: u64) -> usize {
        atoms.sort_unstable();
        atoms.dedup();
        self.figures.push(Figure {
            atoms,
            value,
            fixed: false,
            secret: false,
        });
        self.figures.len() - 1
    }
}

/// Decides what to publish.
#[must_use]
pub fn protect(figures: &Figures, threshold: u64) -> Protection {
    let small = |figure: &Figure| figure.secret || (1..threshold).contains(&figure.value);
    let sensitive: Vec<usize> = (0..figures.figures.len())
        .filter(|place| small(&figures.figures[*place]))
        .collect();
    let mut published: Vec<bool> = figures
        .figures
        .iter()
        .map(|figure| figure.fixed || !small(figure))
        .collect();
    let mut lost = BTreeSet::new();
    loop {
        let told = linear::Space::of(figures, &published);
        let exposed: Vec<(usize, BTreeSet<usize>)> = sensitive
            .iter()
            .filter(|place| !lost.contains(*place) && !figures.figures[**place].fixed)
            .filter_map(|place| {
                let atoms = &figures.figures[*place].atoms;
                let derivation = told
                    .derivation(atoms)
                    .or_else(|| bounds::derivation(figures, &published, atoms));
                derivation.map(|derivation| (*place, derivation))
            })
            .collect();
        if exposed.is_empty() {
            break;
        }
        for (place, derivation) in exposed {
            // What was withheld for a figure before may have hidden this one as well.
            if derivation.iter().any(|place| !published[*place]) {
                continue;
            }
            match cheapest(figures, derivation) {
                Some(withheld) => published[withheld] = false,
                None => {
                    lost.insert(place);
                }
            }
        }
    }
    Protection { published, lost }
}

/// Which figure of a derivation to withhold: the finest, then the smallest. Zeros come last: they tell of nobody, though
/// a withheld zero hides a neighbour as well as any.
fn cheapest(figures: &Figures, derivation: BTreeSet<usize>) -> Option<usize> {
    derivation
        .into_iter()
        .filter(|place| !figures.figures[*place].fixed)
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
            figures.figures[place].fixed = true;
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
