//! Counting the register, crossed by what one wants to know.
//!
//! The cast: a [`Question`] says which injuries ([`Filter`]) and by which [`Dimension`]s; [`count`] walks the columns
//! once and gives a [`Tally`] for each cell that has any; [`complete`] adds the cells that have none. Each dimension turns a row into a small number by a table made
//! before the walk, so that a crossing costs some nanoseconds a row and dimension.

mod complete;
mod dimension;
mod filter;
mod tally;

use std::collections::HashMap;

use serde::Serialize;

use crate::register::Register;

pub use complete::{TooManyCells, complete};
pub use dimension::{Dimension, NamedTwice, UnknownDimension, distinct};
pub use filter::{Filter, Scope};
pub use tally::Tally;

use dimension::Coder;

/// Most cells that are counted in one array; beyond it, cells are looked up.
const DENSE: usize = 1 << 20;

/// What to count.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// Which injuries.
    pub filter: Filter,
    /// By what; empty: one cell.
    pub by: Vec<Dimension>,
}

/// One cell of a crossing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// The code in each dimension, in the question's order; none where it is not known.
    pub key: Vec<Option<String>>,
    /// What was counted.
    #[serde(flatten)]
    pub tally: Tally,
}

/// Counts. The cells are in the order of their codes, unknown last; cells without an injury are left out.
#[must_use]
pub fn count(register: &Register, question: &Question) -> Vec<Cell> {
    let columns = register.columns();
    let coders: Vec<Coder<'_>> = question.by.iter().map(|by| by.coder(columns)).collect();
    let size = coders
        .iter()
        .try_fold(1_usize, |size, coder| size.checked_mul(coder.size()));
    let tallies = match size {
        Some(size) if size <= DENSE => dense(register, question, &coders, size),
        _ => sparse(register, question, &coders),
    };
    let mut cells: Vec<Cell> = tallies
        .into_iter()
        .map(|(index, tally)| Cell {
            key: key_of(&coders, index),
            tally,
        })
        .collect();
    cells.sort_by(|one, other| order(&one.key).cmp(&order(&other.key)));
    cells
}

fn dense(register: &Register, question: &Question, coders: &[Coder<'_>], size: usize) -> Vec<(u64, Tally)> {
    let columns = register.columns();
    let mut tallies = vec![Tally::default(); size];
    question.filter.each(columns, |row| {
        let mut index = 0;
        for coder in coders {
            index = index * coder.size() + coder.code(row);
        }
        tallies[index].add(columns, row);
    });
    let filled = tallies
        .into_iter()
        .enumerate()
        .filter(|(_, tally)| tally.count > 0);
    filled.map(|(index, tally)| (index as u64, tally)).collect()
}

fn sparse(register: &Register, question: &Question, coders: &[Coder<'_>]) -> Vec<(u64, Tally)> {
    let columns = register.columns();
    let mut tallies: HashMap<u64, Tally> = HashMap::new();
    question.filter.each(columns, |row| {
        let mut index = 0_u64;
        for coder in coders {
            index = index
                .wrapping_mul(coder.size() as u64)
                .wrapping_add(coder.code(row) as u64);
        }
        tallies.entry(index).or_default().add(columns, row);
    });
    tallies.into_iter().collect()
}

fn key_of(coders: &[Coder<'_>], mut index: u64) -> Vec<Option<String>> {
    let mut key = Vec::with_capacity(coders.len());
    for coder in coders.iter().rev() {
        let size = coder.size() as u64;
        let code = usize::try_from(index % size).unwrap_or(0);
        key.push(coder.name(code));
        index /= size;
    }
    key.reverse();
    key
}

/// Unknown after everything known.
pub(crate) fn order(key: &[Option<String>]) -> Vec<(bool, &str)> {
    key.iter()
        .map(|code| (code.is_none(), code.as_deref().unwrap_or_default()))
        .collect()
}
