//! Who among the injured: the groups that releases have tables of.

use std::fmt;

use saqta_domain::activity::Activity;
use saqta_domain::injury::{AgeBand, Cause, InjuryKind, Sex};
use saqta_domain::period::Period;
use saqta_domain::region::Region;

use super::{Counter, Published};

/// A group of the injured, as the rows of a release's tables have them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Hurt by one kind of event.
    Kind(InjuryKind),
    /// Hurt for one cause.
    Cause(Cause),
    /// Of one sex.
    Sex(Sex),
    /// Of one age band.
    Age(AgeBand),
}

impl Group {
    /// Reads a table and a row of it, as `kind:machine`, `cause:waiting`, `sex:f`, `age:18-24`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let (table, row) = code.split_once(':')?;
        match table {
            "kind" => InjuryKind::from_code(row).map(Self::Kind),
            "cause" => Cause::from_code(row).map(Self::Cause),
            "sex" => Sex::from_code(row).map(Self::Sex),
            "age" => AgeBand::from_code(row).map(Self::Age),
            _ => None,
        }
    }

    /// The release's table that has it.
    #[must_use]
    pub const fn table(self) -> &'static str {
        match self {
            Self::Kind(_) => "kind",
            Self::Cause(_) => "cause",
            Self::Sex(_) => "sex",
            Self::Age(_) => "age",
        }
    }

    /// Its row in the table.
    #[must_use]
    pub fn row(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.code(),
            Self::Cause(cause) => cause.code(),
            Self::Sex(sex) => sex.code(),
            Self::Age(age) => age.code(),
        }
    }
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.table(), self.row())
    }
}

/// A part of a country's injured, by one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Those of a region.
    Region(Region),
    /// Those of a section of NACE Rev. 2.
    Section(Activity),
    /// Those of a group.
    Group(Group),
}

/// What is told of a part of a country's injured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Nothing.
    Nothing,
    /// That it is kept back, so that nobody can be recognised.
    Withheld,
    /// How many. Where some of the injured are of no known part, there may have been more.
    Count {
        /// The count.
        published: Published,
        /// Whether the part of every injured person is known.
        complete: bool,
    },
}

/// A share that was published without its count.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedShare {
    /// Per cent.
    pub percent: f64,
    /// When.
    pub period: Period,
    /// Who counted.
    pub counter: Counter,
    /// Where it was published.
    pub source: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_is_read_as_it_is_written() {
        let kinds = InjuryKind::ALL.iter().copied().map(Group::Kind);
        let causes = Cause::ALL.iter().copied().map(Group::Cause);
        let sexes = Sex::ALL.iter().copied().map(Group::Sex);
        let ages = AgeBand::ALL.iter().copied().map(Group::Age);
        for group in kinds.chain(causes).chain(sexes).chain(ages) {
            assert_eq!(Group::from_code(&group.to_string()), Some(group));
        }
    }
}
