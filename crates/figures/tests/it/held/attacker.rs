//! What follows from sums: whatever they come to, added and taken away.

use std::collections::{BTreeMap, BTreeSet};

use saqta_domain::period::Period;

/// What happened to somebody: died, was severely injured, or neither.
pub(super) const CLASSES: [char; 3] = ['f', 's', 'o'];

/// A code, an outcome, a month, and the wave of reports in which they came.
pub(super) type Atom = (String, char, u8, usize);

pub(super) fn classes(part: &str) -> &'static [char] {
    match part {
        "fatal" => &['f'],
        "severe" => &['s'],
        _ => &CLASSES,
    }
}

pub(super) fn months(period: Period) -> Vec<u8> {
    (period.first_month()..=period.last_month()).collect()
}

/// All sets of the first six months.
pub(super) fn sets_of_months() -> impl Iterator<Item = Vec<u8>> {
    (1..1_u8 << 6).map(|set| (1..=6).filter(|month| set & 1 << (month - 1) != 0).collect())
}

pub(super) fn atoms(
    codes: &[&String],
    classes: &[char],
    months: &[u8],
    waves: std::ops::Range<usize>,
) -> Vec<Atom> {
    let mut atoms = Vec::new();
    for code in codes {
        for class in classes {
            for month in months {
                atoms.extend(waves.clone().map(|wave| ((*code).clone(), *class, *month, wave)));
            }
        }
    }
    atoms
}

/// Sums of atoms that are published.
#[derive(Clone, Default)]
pub(super) struct Equations {
    sums: Vec<BTreeSet<Atom>>,
    none: BTreeSet<Atom>,
}

impl Equations {
    pub(super) fn say(&mut self, atoms: Vec<Atom>, value: u64) {
        if value == 0 {
            self.none.extend(atoms);
        } else {
            self.sums.push(atoms.into_iter().collect());
        }
    }

    pub(super) fn say_row(&mut self, codes: &[&String], period: Period, wave: usize, told: [Option<u64>; 3]) {
        for (part, value) in ["count", "fatal", "severe"].into_iter().zip(told) {
            if let Some(value) = value {
                self.say(atoms(codes, classes(part), &months(period), 0..wave + 1), value);
            }
        }
    }

    pub(super) fn solve(self) -> Known {
        let atoms: BTreeSet<&Atom> = self
            .sums
            .iter()
            .flatten()
            .filter(|atom| !self.none.contains(*atom))
            .collect();
        let places: BTreeMap<Atom, usize> = atoms.into_iter().cloned().zip(0..).collect();
        let mut known = Known {
            places,
            none: self.none,
            rows: Vec::new(),
        };
        for sum in &self.sums {
            let row = known.row(sum.iter()).expect("every atom of a sum has its place");
            let mut row = known.reduce(row);
            if let Some(pivot) = row.iter().position(|value| *value != 0) {
                let by = inverse(row[pivot]);
                row.iter_mut().for_each(|value| *value = *value * by % PRIME);
                known.rows.push((pivot, row));
            }
        }
        known
    }
}

/// Whatever is so small cannot come out by chance among so few sums.
const PRIME: u64 = 2_147_483_647;

fn inverse(value: u64) -> u64 {
    let (mut power, mut result, mut left) = (value, 1, PRIME - 2);
    while left > 0 {
        if left & 1 == 1 {
            result = result * power % PRIME;
        }
        power = power * power % PRIME;
        left >>= 1;
    }
    result
}

/// The sums that published ones come to, added and taken away.
pub(super) struct Known {
    places: BTreeMap<Atom, usize>,
    none: BTreeSet<Atom>,
    rows: Vec<(usize, Vec<u64>)>,
}

impl Known {
    /// What is summed; none where nothing published has one of the atoms.
    pub(super) fn row<'a>(&self, atoms: impl Iterator<Item = &'a Atom>) -> Option<Vec<u64>> {
        let mut row = vec![0; self.places.len()];
        for atom in atoms.filter(|atom| !self.none.contains(*atom)) {
            row[*self.places.get(atom)?] = 1;
        }
        Some(row)
    }

    pub(super) fn reduce(&self, mut row: Vec<u64>) -> Vec<u64> {
        for (pivot, known) in &self.rows {
            let times = row[*pivot];
            if times != 0 {
                for (value, known) in row.iter_mut().zip(known) {
                    *value = (*value + (PRIME - times) * known) % PRIME;
                }
            }
        }
        row
    }

    pub(super) fn tell(&self, atoms: &[Atom]) -> bool {
        let row = self.row(atoms.iter());
        row.is_some_and(|row| self.reduce(row).iter().all(|value| *value == 0))
    }
}

#[test]
fn the_attacker_finds_what_a_subtraction_tells() {
    let mut equations = Equations::default();
    let karaganda = String::from("35");
    let of = |months: &[u8]| atoms(&[&karaganda], &CLASSES, months, 0..1);
    equations.say(of(&[1, 2, 3]), 11);
    equations.say(of(&[2]), 9);
    equations.say(of(&[6]), 0);
    let known = equations.solve();
    assert!(known.tell(&of(&[1, 3])) && known.tell(&of(&[1, 3, 6])));
    assert!(!known.tell(&of(&[1])) && !known.tell(&of(&[1, 2])) && !known.tell(&of(&[5])));
}
