//! When something was counted: whole months of one year.

use std::fmt;

/// Whole months of one year, as published figures have them: a year, a half, a quarter, January to some month, a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    year: u16,
    first: u8,
    last: u8,
}

impl Period {
    /// The months `first` to `last` (1–12, both included) of `year`; `None` where that is no stretch of months.
    #[must_use]
    pub fn months(year: u16, first: u8, last: u8) -> Option<Self> {
        (1 <= first && first <= last && last <= 12).then_some(Self { year, first, last })
    }

    /// A whole year.
    #[must_use]
    pub const fn year(year: u16) -> Self {
        Self {
            year,
            first: 1,
            last: 12,
        }
    }

    /// The calendar year in which the months lie.
    #[must_use]
    pub const fn calendar_year(self) -> u16 {
        self.year
    }

    /// The first month, 1–12.
    #[must_use]
    pub const fn first_month(self) -> u8 {
        self.first
    }

    /// The last month, 1–12.
    #[must_use]
    pub const fn last_month(self) -> u8 {
        self.last
    }

    /// Whether it is all twelve months.
    #[must_use]
    pub const fn is_year(self) -> bool {
        self.first == 1 && self.last == 12
    }

    /// The quarter, 1–4, if it is one.
    #[must_use]
    pub const fn quarter(self) -> Option<u8> {
        if self.last == self.first + 2 && self.first % 3 == 1 {
            Some(self.last / 3)
        } else {
            None
        }
    }

    /// The same months, so many years before.
    #[must_use]
    pub const fn years_before(self, years: u16) -> Self {
        Self {
            year: self.year.saturating_sub(years),
            ..self
        }
    }

    /// Whether this runs from January and `later` does so too, for longer, in the same year.
    #[must_use]
    pub const fn is_cumulated_in(self, later: Self) -> bool {
        self.year == later.year && self.first == 1 && later.first == 1 && self.last < later.last
    }

    /// Reads `2025`, `2025-03` or `2025-01..09`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let Some((year, months)) = code.split_once('-') else {
            return Some(Self::year(code.parse().ok()?));
        };
        let (first, last) = months.split_once("..").unwrap_or((months, months));
        Self::months(year.parse().ok()?, first.parse().ok()?, last.parse().ok()?)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { year, first, last } = self;
        if self.is_year() {
            write!(f, "{year}")
        } else if first == last {
            write!(f, "{year}-{first:02}")
        } else {
            write!(f, "{year}-{first:02}..{last:02}")
        }
    }
}

impl serde::Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::Period;

    #[test]
    fn a_period_is_written_as_it_is_read() {
        for code in ["2025", "2025-03", "2025-01..09"] {
            assert_eq!(
                Period::from_code(code)
                    .map(|period| period.to_string())
                    .as_deref(),
                Some(code)
            );
        }
        for wrong in ["", "2025-13", "2025-05..02", "20-25-1", "year"] {
            assert_eq!(Period::from_code(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn a_quarter_is_three_months_from_the_right_one() {
        assert_eq!(Period::months(2025, 4, 6).and_then(Period::quarter), Some(2));
        assert_eq!(Period::months(2025, 2, 4).and_then(Period::quarter), None);
        assert_eq!(Period::year(2025).quarter(), None);
    }

    #[test]
    fn nine_months_hold_the_first_half_and_not_the_second_quarter() {
        let of = |first, last| Period::months(2025, first, last).unwrap();
        assert!(of(1, 6).is_cumulated_in(of(1, 9)));
        assert!(!of(4, 6).is_cumulated_in(of(1, 9)));
        assert!(!of(1, 9).is_cumulated_in(of(1, 9)));
    }
}

impl From<saqta_domain::period::Period> for Period {
    fn from(period: saqta_domain::period::Period) -> Self {
        let year = u16::try_from(period.year()).unwrap_or(0);
        Self::months(year, period.first_month(), period.last_month()).unwrap_or(Self::year(year))
    }
}
