//! In which branch of the economy something was counted.

use std::fmt;

use saqta_domain::activity::{Activity, Level};

/// A section of NACE Rev. 2 (OKED), or the group of activities that Kazakhstan's releases have a name for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Branch {
    /// A section.
    Section(Activity),
    /// Mining and metallurgy: section B and part of section C. No denominator is published for it.
    MiningAndMetallurgy,
}

impl Branch {
    /// Reads a section's letter, or `B+C` for mining and metallurgy.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        if code == "B+C" {
            return Some(Self::MiningAndMetallurgy);
        }
        let activity: Activity = code.parse().ok()?;
        (activity.level() == Level::Section).then_some(Self::Section(activity))
    }

    /// The section; none for a group that is none.
    #[must_use]
    pub fn section(self) -> Option<Activity> {
        match self {
            Self::Section(section) => Some(section),
            Self::MiningAndMetallurgy => None,
        }
    }
}

impl fmt::Display for Branch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Section(section) => write!(f, "{section}"),
            Self::MiningAndMetallurgy => f.write_str("B+C"),
        }
    }
}
