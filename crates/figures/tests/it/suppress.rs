//! Suppression against an attacker who tries every table that fits what is published.

use proptest::prelude::*;
use saqta_figures::suppress::{Figures, Sum, protect};

const THRESHOLD: u64 = 4;

/// A table with its margins, as figures over its cells. Of the cells of
/// a single line a reader sees which are withheld.
fn table(height: usize, width: usize, cells: &[u64]) -> Figures {
    let mut figures = Figures {
        atoms: height * width,
        ..Figures::default()
    };
    let mut add = |atoms: Vec<usize>| {
        let value = atoms.iter().map(|atom| cells[*atom]).sum();
        figures.add(atoms, value)
    };
    let of_row = |row: usize| {
        (0..width)
            .map(move |column| row * width + column)
            .collect::<Vec<_>>()
    };
    let of_column = |column: usize| {
        (0..height)
            .map(move |row| row * width + column)
            .collect::<Vec<_>>()
    };
    let each: Vec<usize> = (0..height * width).map(|atom| add(vec![atom])).collect();
    let rows: Vec<usize> = (0..height).map(|row| add(of_row(row))).collect();
    let columns: Vec<usize> = (0..width).map(|column| add(of_column(column))).collect();
    let all = add((0..height * width).collect());
    let of = |atoms: Vec<usize>| atoms.into_iter().map(|atom| each[atom]).collect();
    let mut sums = vec![(all, rows.clone()), (all, columns.clone())];
    sums.extend((0..height).map(|row| (rows[row], of(of_row(row)))));
    sums.extend((0..width).map(|column| (columns[column], of(of_column(column)))));
    figures.sums = sums
        .into_iter()
        .map(|(whole, parts)| Sum { whole, parts })
        .collect();
    // In a table of one line.
    if height == 1 || width == 1 {
        figures.groups = vec![each];
    }
    figures
}

/// Every value that a figure takes in the tables which fit what is published.
struct Attacker<'f> {
    figures: &'f Figures,
    published: &'f [bool],
    /// For each atom, the published figures whose last atom it is.
    closing: Vec<Vec<usize>>,
    /// Withheld figures of which the attacker knows that they are not zero.
    not_zero: Vec<usize>,
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
        let withheld = |group: &'f Vec<usize>| group.iter().copied().filter(|place| !published[*place]);
        let without_zero = figures
            .groups
            .iter()
            .filter(|group| withheld(group).all(|place| figures.figures[place].value > 0));
        let mut attacker = Self {
            figures,
            published,
            closing,
            not_zero: without_zero.flat_map(withheld).collect(),
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
        let sum = |place: &usize| -> u64 {
            let atoms = self.figures.figures[*place].atoms.iter();
            atoms.map(|atom| self.cells[*atom]).sum()
        };
        if self.not_zero.iter().any(|place| sum(place) == 0) {
            return;
        }
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
        (height, width, cells) in prop_oneof![(1_usize..4, 1_usize..4), (1_usize..2, 4_usize..7)].prop_flat_map(|(height, width)| {
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

#[test]
fn ones_that_add_up_to_their_number_take_a_zero_with_them() {
    let mut figures = Figures {
        atoms: 20,
        ..Figures::default()
    };
    let cells: Vec<usize> = (0..20)
        .map(|atom| figures.add(vec![atom], u64::from(atom < 11)))
        .collect();
    let all = figures.add((0..20).collect(), 11);
    figures.sums = vec![Sum {
        whole: all,
        parts: cells.clone(),
    }];
    let alone = protect(&figures, THRESHOLD);
    assert!(
        cells[11..].iter().all(|zero| alone.published[*zero]),
        "nobody sees what is withheld"
    );
    figures.groups = vec![cells.clone()];
    let seen = protect(&figures, THRESHOLD);
    assert!(
        cells[11..].iter().any(|zero| !seen.published[*zero]) || !seen.published[all],
        "eleven are withheld and add up to eleven: {seen:?}"
    );
    assert!(seen.lost.is_empty());
}
