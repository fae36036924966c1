//! Suppression against an attacker who tries every table that fits what is published.

use proptest::prelude::*;
use saqta_figures::suppress::{Figures, protect};

const THRESHOLD: u64 = 4;

/// A table with its margins, as figures over its cells.
fn table(height: usize, width: usize, cells: &[u64]) -> Figures {
    let mut figures = Figures {
        atoms: height * width,
        ..Figures::default()
    };
    let mut add = |atoms: Vec<usize>| {
        let value = atoms.iter().map(|atom| cells[*atom]).sum();
        figures.add(atoms, value);
    };
    (0..height * width).for_each(|atom| add(vec![atom]));
    (0..height).for_each(|row| add((0..width).map(|column| row * width + column).collect()));
    (0..width).for_each(|column| add((0..height).map(|row| row * width + column).collect()));
    add((0..height * width).collect());
    figures
}

/// Every value that a figure takes in the tables which fit what is published.
struct Attacker<'f> {
    figures: &'f Figures,
    published: &'f [bool],
    /// For each atom, the published figures whose last atom it is.
    closing: Vec<Vec<usize>>,
    cells: Vec<u64>,
    seen: Vec<Option<u64>>,
    open: Vec<bool>,
}

impl<'f> Attacker<'f> {
    fn attack(figures: &'f Figures, published: &'f [bool]) -> Vec<bool> {
        let mut closing = vec![Vec::new(); figures.atoms];
        for (place, figure) in figures.figures.iter().enumerate() {
            if published[place] {
                closing[*figure.atoms.last().expect("a figure has atoms")].push(place);
            }
        }
        let mut attacker = Self {
            figures,
            published,
            closing,
            cells: Vec::new(),
            seen: vec![None; figures.figures.len()],
            open: vec![false; figures.figures.len()],
        };
        attacker.next();
        attacker.open
    }

    fn next(&mut self) {
        let atom = self.cells.len();
        if atom == self.figures.atoms {
            return self.note();
        }
        let bound = self
            .figures
            .figures
            .iter()
            .zip(self.published)
            .filter(|(figure, published)| **published && figure.atoms.contains(&atom))
            .map(|(figure, _)| figure.value)
            .min()
            .unwrap_or(40);
        for value in 0..=bound {
            self.cells.push(value);
            let fits = self.closing[atom].iter().all(|place| {
                let figure = &self.figures.figures[*place];
                figure.atoms.iter().map(|atom| self.cells[*atom]).sum::<u64>() == figure.value
            });
            if fits {
                self.next();
            }
            self.cells.pop();
        }
    }

    fn note(&mut self) {
        for (place, figure) in self.figures.figures.iter().enumerate() {
            let value = figure.atoms.iter().map(|atom| self.cells[*atom]).sum();
            match self.seen[place] {
                None => self.seen[place] = Some(value),
                Some(before) => self.open[place] |= before != value,
            }
        }
    }
}

fn assert_protected(figures: &Figures) {
    let protection = protect(figures, THRESHOLD);
    let open = Attacker::attack(figures, &protection.published);
    for (place, figure) in figures.figures.iter().enumerate() {
        let small = (1..THRESHOLD).contains(&figure.value);
        assert!(
            !small || !protection.published[place],
            "a small figure is published: {figure:?}"
        );
        assert!(
            !small || open[place],
            "the attacker learns that {:?} is {}: {figures:?} {protection:?}",
            figure.atoms,
            figure.value
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_small_figure_can_be_told_from_what_is_published(
        (height, width, cells) in (1_usize..4, 1_usize..4).prop_flat_map(|(height, width)| {
            (Just(height), Just(width), proptest::collection::vec(0_u64..6, height * width))
        })
    ) {
        assert_protected(&table(height, width, &cells));
    }
}

#[test]
fn many_zeros_hide_nothing() {
    assert_protected(&table(2, 2, &[1, 0, 0, 0]));
    assert_protected(&table(3, 2, &[2, 0, 0, 0, 5, 0]));
    assert_protected(&table(3, 3, &[0, 0, 1, 0, 0, 0, 6, 0, 0]));
}
