//! Values that come in few kinds, each kept once and known by a small number.

use std::collections::HashMap;
use std::hash::Hash;

/// Numbers for values, from 1 in the order in which they came; 0 stands for "not known".
#[derive(Clone, Debug)]
pub struct Names<T> {
    numbers: HashMap<T, u32>,
    values: Vec<T>,
}

impl<T> Default for Names<T> {
    fn default() -> Self {
        Self {
            numbers: HashMap::new(),
            values: Vec::new(),
        }
    }
}

impl<T: Hash + Eq + Clone> Names<T> {
    /// The number of a value, given now if it has none.
    pub fn number(&mut self, value: Option<&T>) -> u32 {
        let Some(value) = value else { return 0 };
        if let Some(number) = self.numbers.get(value) {
            return *number;
        }
        let number = u32::try_from(self.values.len() + 1).unwrap_or(u32::MAX);
        self.values.push(value.clone());
        self.numbers.insert(value.clone(), number);
        number
    }

    /// The number of a value, if it has one.
    #[must_use]
    pub fn find(&self, value: &T) -> Option<u32> {
        self.numbers.get(value).copied()
    }

    /// The value of a number.
    #[must_use]
    pub fn value(&self, number: u32) -> Option<&T> {
        self.values.get((number as usize).checked_sub(1)?)
    }

    /// Every value, in the order of the numbers.
    #[must_use]
    pub fn values(&self) -> &[T] {
        &self.values
    }
}
