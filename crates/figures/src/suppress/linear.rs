//! What follows from published sums by adding and subtracting, decided exactly.

use std::collections::BTreeSet;

use super::Figures;

/// Arithmetic modulo the Mersenne prime 2^61 − 1. A sum of atoms that follows over the rational numbers follows here too,
/// unless a minor of a 0-1 matrix happens to be a multiple of the prime; what follows here alone would only be
/// protected more than is needed.
const PRIME: u64 = (1 << 61) - 1;

/// The sums that follow from the published ones: rows in echelon form, each with the figures that make it.
pub(super) struct Space {
    rows: Vec<Row>,
    atoms: usize,
    figures: usize,
}

struct Row {
    /// The first column that is not 0; it is 1.
    lead: usize,
    atoms: Vec<u64>,
    /// How much of each figure is in it.
    figures: Vec<u64>,
}

impl Space {
    pub(super) fn of(figures: &Figures, published: &[bool]) -> Self {
        let mut space = Self {
            rows: Vec::new(),
            atoms: figures.atoms,
            figures: figures.figures.len(),
        };
        for (place, figure) in figures.figures.iter().enumerate() {
            if published[place] {
                let mut row = space.row_of(&figure.atoms);
                row.figures[place] = 1;
                space.add(row);
            }
        }
        space
    }

    /// The published figures that give a sum away, if any do.
    pub(super) fn derivation(&self, atoms: &[usize]) -> Option<BTreeSet<usize>> {
        let mut row = self.row_of(atoms);
        self.reduce(&mut row);
        if row.atoms.iter().any(|value| *value != 0) {
            return None;
        }
        let used = row.figures.iter().enumerate().filter(|(_, share)| **share != 0);
        Some(used.map(|(place, _)| place).collect())
    }

    fn row_of(&self, atoms: &[usize]) -> Row {
        let mut row = Row {
            lead: 0,
            atoms: vec![0; self.atoms],
            figures: vec![0; self.figures],
        };
        atoms.iter().for_each(|atom| row.atoms[*atom] = 1);
        row
    }

    /// Takes away from a row what the space already says.
    fn reduce(&self, row: &mut Row) {
        for known in &self.rows {
            let factor = row.atoms[known.lead];
            if factor == 0 {
                continue;
            }
            let less = |target: &mut [u64], source: &[u64]| {
                for (target, source) in target.iter_mut().zip(source) {
                    *target = subtract(*target, multiply(factor, *source));
                }
            };
            less(&mut row.atoms, &known.atoms);
            less(&mut row.figures, &known.figures);
        }
    }

    fn add(&mut self, mut row: Row) {
        self.reduce(&mut row);
        let Some(lead) = row.atoms.iter().position(|value| *value != 0) else {
            return;
        };
        let scale = inverse(row.atoms[lead]);
        for value in row.atoms.iter_mut().chain(row.figures.iter_mut()) {
            *value = multiply(*value, scale);
        }
        row.lead = lead;
        self.rows.push(row);
    }
}

fn multiply(one: u64, other: u64) -> u64 {
    let product = u128::from(one) * u128::from(other) % u128::from(PRIME);
    // A remainder is below the prime, which has 61 bits.
    u64::try_from(product).unwrap_or(0)
}

fn subtract(one: u64, other: u64) -> u64 {
    if one >= other {
        one - other
    } else {
        one + PRIME - other
    }
}

/// By Fermat's little theorem.
fn inverse(value: u64) -> u64 {
    let (mut result, mut base, mut exponent) = (1, value, PRIME - 2);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = multiply(result, base);
        }
        base = multiply(base, base);
        exponent >>= 1;
    }
    result
}
