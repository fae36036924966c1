//! Stretches of whole months inside one year: what figures are counted over.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Months `first` to `last` of a year, both included: a year, a half, a quarter, a month, or the year to date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    year: i16,
    first: u8,
    last: u8,
}

/// A text that is no period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no period: a year `2025`, a half `2025-H1`, a quarter `2025-Q1`, a month `2025-03`, or months `2025-01..09`"
)]
pub struct UnknownPeriod(pub String);

impl Period {
    /// Months `first` to `last` (1 to 12) of a year (1900 to 2199); none where there are no such months.
    #[must_use]
    pub fn months(year: i16, first: u8, last: u8) -> Option<Self> {
        let known = (1900..2200).contains(&year) && 1 <= first && first <= last && last <= 12;
        known.then_some(Self { year, first, last })
    }

    /// A whole year.
    #[must_use]
    pub fn year_of(year: i16) -> Option<Self> {
        Self::months(year, 1, 12)
    }

    /// A quarter, 1 to 4.
    #[must_use]
    pub fn quarter(year: i16, quarter: u8) -> Option<Self> {
        (1..=4).contains(&quarter).then_some(())?;
        Self::months(year, quarter * 3 - 2, quarter * 3)
    }

    /// A month, 1 to 12.
    #[must_use]
    pub fn month(year: i16, month: u8) -> Option<Self> {
        Self::months(year, month, month)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.year
    }

    /// The first month, 1 to 12.
    #[must_use]
    pub fn first_month(self) -> u8 {
        self.first
    }

    /// The last month, 1 to 12.
    #[must_use]
    pub fn last_month(self) -> u8 {
        self.last
    }

    /// How many months it has, 1 to 12.
    #[must_use]
    pub fn length(self) -> u8 {
        self.last - self.first + 1
    }

    /// Whether it is a whole year.
    #[must_use]
    pub fn is_year(self) -> bool {
        self.length() == 12
    }

    /// What part of a year it is, above 0 to 1.
    #[must_use]
    pub fn share_of_year(self) -> f64 {
        f64::from(self.length()) / 12.0
    }

    /// The same months of the year before.
    #[must_use]
    pub fn a_year_before(self) -> Self {
        Self {
            year: self.year - 1,
            ..self
        }
    }

    /// The year that it lies in.
    #[must_use]
    pub fn whole_year(self) -> Self {
        Self {
            year: self.year,
            first: 1,
            last: 12,
        }
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> Date {
        // The month and the day exist in every year.
        Date::new(self.year, i8::try_from(self.first).unwrap_or(1), 1).unwrap_or(Date::MIN)
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Date {
        let first = Date::new(self.year, i8::try_from(self.last).unwrap_or(12), 1).unwrap_or(Date::MIN);
        first.last_of_month()
    }

    /// Whether some month is in both.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.year == other.year && self.first <= other.last && other.first <= self.last
    }

    /// Whether a day lies in it.
    #[must_use]
    pub fn contains(self, day: Date) -> bool {
        (self.first_day()..=self.last_day()).contains(&day)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { year, first, last } = self;
        match (first, last) {
            (1, 12) => write!(f, "{year}"),
            (1, 6) | (7, 12) => write!(f, "{year}-H{}", last / 6),
            (first, last) if first == last => write!(f, "{year}-{first:02}"),
            (first, last) if last - first == 2 && last % 3 == 0 => write!(f, "{year}-Q{}", last / 3),
            (first, last) => write!(f, "{year}-{first:02}..{last:02}"),
        }
    }
}

impl FromStr for Period {
    type Err = UnknownPeriod;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        read(text.trim()).ok_or_else(|| UnknownPeriod(text.to_owned()))
    }
}

fn read(text: &str) -> Option<Period> {
    let number = |digits: &str| -> Option<u8> {
        let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| digits.parse().ok()).flatten()
    };
    let year = text.get(..4)?;
    let year: i16 = year
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| year.parse().ok())??;
    let rest = text.get(4..)?;
    if rest.is_empty() {
        return Period::year_of(year);
    }
    let rest = rest.strip_prefix('-').unwrap_or(rest);
    if let Some(quarter) = rest.strip_prefix(['Q', 'q']) {
        return Period::quarter(year, number(quarter)?);
    }
    if let Some(half) = rest.strip_prefix(['H', 'h']) {
        let half = number(half).filter(|half| (1..=2).contains(half))?;
        return Period::months(year, half * 6 - 5, half * 6);
    }
    match rest.split_once("..") {
        Some((first, last)) => Period::months(year, number(first)?, number(last)?),
        None => Period::month(year, number(rest)?),
    }
}

impl TryFrom<String> for Period {
    type Error = UnknownPeriod;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn periods_are_read_and_written() {
        for (text, written) in [
            ("2025", "2025"),
            ("2025-Q1", "2025-Q1"),
            ("2025Q4", "2025-Q4"),
            ("2025-01..03", "2025-Q1"),
            ("2025-H2", "2025-H2"),
            ("2025-03", "2025-03"),
            ("2025-01..09", "2025-01..09"),
            ("2025-02..04", "2025-02..04"),
            ("2025-01..12", "2025"),
        ] {
            assert_eq!(text.parse::<Period>().unwrap().to_string(), written, "{text}");
        }
        for wrong in [
            "",
            "25",
            "2025-",
            "2025-Q5",
            "2025-13",
            "2025-H3",
            "2025-04..02",
            "2025-00",
            "2025-+1",
            "1199",
            "２０２５",
        ] {
            assert!(wrong.parse::<Period>().is_err(), "{wrong} was read");
        }
    }

    #[test]
    fn a_period_has_its_days() {
        let quarter = Period::quarter(2024, 1).unwrap();
        assert_eq!(quarter.first_day(), date(2024, 1, 1));
        assert_eq!(quarter.last_day(), date(2024, 3, 31));
        assert!(quarter.contains(date(2024, 2, 29)));
        assert!(!quarter.contains(date(2024, 4, 1)));
        assert_eq!(quarter.a_year_before().to_string(), "2023-Q1");
        for (other, overlaps) in [
            ("2024", true),
            ("2024-03..04", true),
            ("2024-Q2", false),
            ("2023-Q1", false),
        ] {
            let other: Period = other.parse().unwrap();
            assert_eq!(
                (quarter.overlaps(other), other.overlaps(quarter)),
                (overlaps, overlaps),
                "{other}"
            );
        }
        assert!((quarter.share_of_year() - 0.25).abs() < 1e-15);
    }
}
