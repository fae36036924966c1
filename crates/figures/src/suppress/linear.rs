//! What follows from published sums by adding and subtracting, decided exactly.

use std::collections::BTreeSet;

/// Arithmetic modulo the Mersenne prime 2^61 − 1. A sum of atoms that follows over the rational numbers follows here too,
/// unless a minor of a 0-1 matrix happens to be a multiple of the prime; what follows here alone would only be
/// protected more than is needed.
const PRIME: u64 = (1 << 61) - 1;

/// A sum that is known, and the published figures from which it is.
pub(super) struct Fact<'f> {
    pub(super) atoms: &'f [usize],
    pub(super) because: BTreeSet<usize>,
}

/// The sums that follow from known ones: rows in echelon form, each with the facts that make it.
pub(super) struct Space<'f> {
    rows: Vec<Row>,
    atoms: usize,
    facts: Vec<Fact<'f>>,
}

struct Row {
    /// The first column that is not 0; it is 1.
    lead: usize,
    atoms: Vec<u64>,
    /// How much of each fact is in it.
    facts: Vec<u64>,
}

impl<'f> Space<'f> {
    pub(super) fn of(atoms: usize, facts: Vec<Fact<'f>>) -> Self {
        let mut space = Self {
            rows: Vec::new(),
            atoms,
            facts,
        };
        for place in 0..space.facts.len() {
            let mut row = space.row_of(space.facts[place].atoms);
            row.facts[place] = 1;
            space.add(row);
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
        let used = self
            .facts
            .iter()
            .zip(&row.facts)
            .filter(|(_, share)| **share != 0);
        Some(used.flat_map(|(fact, _)| fact.because.iter().copied()).collect())
    }

    fn row_of(&self, atoms: &[usize]) -> Row {
        let mut row = Row {
            lead: 0,
            atoms: vec![0; self.atoms],
            facts: vec![0; self.facts.len()],
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
                let filled = target.iter_mut().zip(source).filter(|(_, source)| **source != 0);
                for (target, source) in filled {
                    *target = subtract(*target, multiply(factor, *source));
                }
            };
            less(&mut row.atoms, &known.atoms);
            less(&mut row.facts, &known.facts);
        }
    }

    fn add(&mut self, mut row: Row) {
        self.reduce(&mut row);
        let Some(lead) = row.atoms.iter().position(|value| *value != 0) else {
            return;
        };
        let scale = inverse(row.atoms[lead]);
        for value in row.atoms.iter_mut().chain(row.facts.iter_mut()) {
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
