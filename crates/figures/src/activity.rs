//! In which economic activity something was counted.

use std::fmt;

/// A section of NACE Rev. 2 (OKED), or the group of activities that Kazakhstan's releases have a name for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Activity {
    /// A section, `A` (agriculture) to `S` (other services).
    Section(char),
    /// Mining and metallurgy: section B and part of section C. No denominator is published for it.
    MiningAndMetallurgy,
}

impl Activity {
    /// Reads a section's letter, or `B+C` for mining and metallurgy.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let mut letters = code.chars();
        match (letters.next(), letters.next()) {
            (Some(section @ 'A'..='S'), None) => Some(Self::Section(section)),
            _ => (code == "B+C").then_some(Self::MiningAndMetallurgy),
        }
    }
}

impl fmt::Display for Activity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Section(section) => write!(f, "{section}"),
            Self::MiningAndMetallurgy => f.write_str("B+C"),
        }
    }
}
