//! Economic activities by NACE Rev. 2, which Kazakhstan's OKED follows to the fourth digit.
//!
//! Source of sections and divisions: Regulation (EC) No 1893/2006, Annex I.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The most digits that a code can have.
const DIGITS: u8 = 4;

/// The sections: letter, first and last division.
const SECTIONS: [(char, u8, u8); 21] = [
    ('A', 1, 3),
    ('B', 5, 9),
    ('C', 10, 33),
    ('D', 35, 35),
    ('E', 36, 39),
    ('F', 41, 43),
    ('G', 45, 47),
    ('H', 49, 53),
    ('I', 55, 56),
    ('J', 58, 63),
    ('K', 64, 66),
    ('L', 68, 68),
    ('M', 69, 75),
    ('N', 77, 82),
    ('O', 84, 84),
    ('P', 85, 85),
    ('Q', 86, 88),
    ('R', 90, 93),
    ('S', 94, 96),
    ('T', 97, 98),
    ('U', 99, 99),
];

/// Divisions that no activity has: gaps inside sections.
const NO_DIVISION: [u8; 10] = [4, 34, 40, 44, 48, 54, 57, 67, 76, 83];

/// How deep a code goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// A letter: `Q`.
    Section,
    /// Two digits: `86`.
    Division,
    /// Three digits: `86.1`.
    Group,
    /// Four digits: `86.10`.
    Class,
}

impl Level {
    fn digits(self) -> u8 {
        match self {
            Self::Section => 0,
            Self::Division => 2,
            Self::Group => 3,
            Self::Class => 4,
        }
    }
}

/// An activity, at any level. The divisions are checked against the classification; groups and classes are not, since
/// OKED has its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Activity {
    section: char,
    /// Always four digits, zeros after those that are given.
    code: u16,
    digits: u8,
}

/// A text that names no activity.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no NACE Rev. 2 / OKED code: a section letter A to U, or two to four digits as `86`, `86.1`, `86.10`"
)]
pub struct UnknownActivity(pub String);

impl Activity {
    /// The letter of its section.
    #[must_use]
    pub fn section(self) -> char {
        self.section
    }

    /// How deep it goes.
    #[must_use]
    pub fn level(self) -> Level {
        match self.digits {
            0 => Level::Section,
            2 => Level::Division,
            3 => Level::Group,
            _ => Level::Class,
        }
    }

    /// The activity at a level that contains this one; none where this one is not that deep.
    #[must_use]
    pub fn at(self, level: Level) -> Option<Self> {
        let digits = level.digits();
        if digits > self.digits {
            return None;
        }
        let unit = 10_u16.pow(u32::from(DIGITS - digits));
        let code = if digits == 0 { 0 } else { self.code / unit * unit };
        Some(Self {
            section: self.section,
            code,
            digits,
        })
    }

    /// Whether it contains another, or is the same.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        other.at(self.level()) == Some(self)
    }

    /// Every section, A to U.
    pub fn sections() -> impl Iterator<Item = Self> {
        SECTIONS.iter().map(|(section, _, _)| Self {
            section: *section,
            code: 0,
            digits: 0,
        })
    }
}

impl FromStr for Activity {
    type Err = UnknownActivity;

    /// Reads `Q`, `86`, `86.1`, `86.10`, also without the point; a fifth digit, as OKED has it, is left out.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let unknown = || UnknownActivity(text.to_owned());
        let text = text.trim();
        let mut letters = text.chars();
        if let (Some(letter), None) = (letters.next(), letters.next())
            && letter.is_ascii_alphabetic()
        {
            let letter = letter.to_ascii_uppercase();
            let found = Self::sections().find(|section| section.section == letter);
            return found.ok_or_else(unknown);
        }
        if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
            return Err(unknown());
        }
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        if !(2..=5).contains(&digits.len()) {
            return Err(unknown());
        }
        let digits = digits.get(..digits.len().min(4)).unwrap_or_default();
        let given = u8::try_from(digits.len()).unwrap_or(DIGITS);
        let value: u16 = digits.parse().map_err(|_| unknown())?;
        let code = value * 10_u16.pow(u32::from(DIGITS - given));
        let division = u8::try_from(code / 100).map_err(|_| unknown())?;
        let section = SECTIONS
            .iter()
            .find(|(_, first, last)| (*first..=*last).contains(&division))
            .filter(|_| !NO_DIVISION.contains(&division));
        let (section, _, _) = section.ok_or_else(unknown)?;
        Ok(Self {
            section: *section,
            code,
            digits: given,
        })
    }
}

impl fmt::Display for Activity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (division, rest) = (self.code / 100, self.code % 100);
        match self.level() {
            Level::Section => write!(f, "{}", self.section),
            Level::Division => write!(f, "{division:02}"),
            Level::Group => write!(f, "{division:02}.{}", rest / 10),
            Level::Class => write!(f, "{division:02}.{rest:02}"),
        }
    }
}

impl TryFrom<String> for Activity {
    type Error = UnknownActivity;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Activity> for String {
    fn from(activity: Activity) -> Self {
        activity.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn activity(text: &str) -> Activity {
        text.parse().unwrap()
    }

    #[test]
    fn codes_of_every_level_are_read_and_written() {
        for (text, written, section, level) in [
            ("q", "Q", 'Q', Level::Section),
            ("86", "86", 'Q', Level::Division),
            ("86.1", "86.1", 'Q', Level::Group),
            ("861", "86.1", 'Q', Level::Group),
            ("86.10", "86.10", 'Q', Level::Class),
            ("86101", "86.10", 'Q', Level::Class),
            (" 05.10 ", "05.10", 'B', Level::Class),
            ("99", "99", 'U', Level::Division),
        ] {
            let read = activity(text);
            assert_eq!(
                (read.to_string().as_str(), read.section(), read.level()),
                (written, section, level),
                "{text}"
            );
        }
        for wrong in ["", "V", "QQ", "4", "04", "34", "861010", "8a", "Қ", "8６"] {
            assert!(wrong.parse::<Activity>().is_err(), "{wrong} was read");
        }
    }

    #[test]
    fn a_code_is_contained_in_those_above_it() {
        let class = activity("86.10");
        for above in ["Q", "86", "86.1", "86.10"] {
            assert!(activity(above).contains(class), "{above} does not contain it");
        }
        for other in ["P", "87", "86.2", "86.11"] {
            assert!(!activity(other).contains(class), "{other} contains it");
        }
        assert_eq!(activity("86").at(Level::Class), None, "a division has no class");
        assert_eq!(activity("05.10").at(Level::Division), Some(activity("05")));
    }
}
