//! When people are hurt: more on a Monday than on a Sunday, more at eleven than at five in the morning; some by night.
//!
//! The weights are invented, after what registers of injuries usually show. Days are drawn one by one, so that weeks vary as
//! counts do.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use saqta_domain::activity::Activity;
use saqta_domain::injury::InjuryKind;
use saqta_journal::SeededRandom;

use super::chance::place_of;

/// Days and hours on which a kind of work and of harm falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pattern {
    /// By day, from Monday to Friday.
    Office,
    /// The same, but out of doors: more in summer.
    Outdoors,
    /// The same, but on ice: more in winter.
    Ice,
    /// Day and night, all week.
    Shifts,
    /// Evenings, nights, weekends: when emergency departments are full.
    Evenings,
}

impl Pattern {
    const ALL: [Self; 5] = [
        Self::Office,
        Self::Outdoors,
        Self::Ice,
        Self::Shifts,
        Self::Evenings,
    ];

    /// That of what happened.
    pub(super) fn of(activity: Option<Activity>, kind: InjuryKind) -> Self {
        match (activity.map(Activity::section), kind) {
            (_, InjuryKind::ViolenceAgainstHealthWorker | InjuryKind::Violence) => Self::Evenings,
            (_, InjuryKind::FallOnLevel) => Self::Ice,
            (Some('B' | 'D' | 'H' | 'I' | 'Q'), _) => Self::Shifts,
            (Some('A' | 'F'), _) => Self::Outdoors,
            _ => Self::Office,
        }
    }

    /// Of Monday to Sunday.
    fn weekdays(self) -> [u32; 7] {
        match self {
            Self::Office | Self::Ice => [118, 110, 106, 104, 100, 44, 26],
            Self::Outdoors => [114, 108, 105, 104, 102, 74, 44],
            Self::Shifts => [110, 104, 102, 102, 102, 88, 80],
            Self::Evenings => [92, 86, 88, 90, 112, 124, 116],
        }
    }

    /// Of January to December.
    fn months(self) -> [u32; 12] {
        match self {
            Self::Outdoors => [70, 72, 84, 100, 112, 122, 126, 124, 116, 104, 88, 74],
            Self::Ice => [150, 140, 116, 84, 72, 66, 66, 68, 76, 92, 132, 152],
            Self::Office | Self::Shifts | Self::Evenings => {
                [98, 98, 100, 100, 98, 100, 102, 102, 104, 102, 100, 96]
            }
        }
    }

    /// Of the hours from 0 to 23.
    fn hours(self) -> [u32; 24] {
        match self {
            Self::Office | Self::Outdoors => [
                2, 2, 1, 1, 2, 3, 6, 18, 42, 64, 78, 82, 46, 38, 66, 70, 60, 40, 18, 10, 8, 6, 4, 3,
            ],
            Self::Ice => [
                3, 2, 2, 2, 3, 6, 20, 58, 70, 52, 46, 44, 38, 34, 36, 36, 38, 40, 28, 16, 10, 8, 6, 4,
            ],
            Self::Shifts => [
                20, 19, 20, 18, 20, 18, 16, 24, 36, 46, 52, 52, 38, 36, 46, 48, 44, 36, 26, 24, 28, 28, 26,
                22,
            ],
            Self::Evenings => [
                44, 38, 32, 22, 16, 12, 10, 12, 22, 30, 34, 34, 30, 28, 30, 32, 34, 40, 52, 66, 74, 76, 68,
                56,
            ],
        }
    }

    /// How much of it falls on a day beside other days.
    fn weight_on(self, day: Date) -> u32 {
        let weekday = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0);
        let month = usize::try_from(day.month() - 1).unwrap_or(0);
        let of_weekday = self.weekdays().get(weekday).copied().unwrap_or(100);
        let of_month = self.months().get(month).copied().unwrap_or(100);
        let rests = !matches!(self, Self::Shifts | Self::Evenings);
        let of_day = if rests && is_holiday(day) { 30 } else { of_weekday };
        of_day * of_month * of_week(day)
    }
}

/// The days of a stretch of months, with how often each is drawn.
pub(super) struct Calendar {
    days: Vec<Date>,
    weights: [Vec<u32>; Pattern::ALL.len()],
}

impl Calendar {
    /// Of the months of a year from the first to the last.
    pub(super) fn of(year: i16, (first_month, last_month): (i8, i8)) -> Self {
        let first = date(year, first_month, 1);
        let last = date(year, last_month, 1).last_of_month();
        let days: Vec<Date> = first.series(1.day()).take_while(|day| *day <= last).collect();
        Self {
            weights: Pattern::ALL.map(|pattern| days.iter().map(|day| pattern.weight_on(*day)).collect()),
            days,
        }
    }

    /// A day for something of a pattern; none where there is no day.
    pub(super) fn day(&self, pattern: Pattern, chance: &mut SeededRandom) -> Option<Date> {
        let weights = self.weights.get(pattern as usize)?;
        self.days.get(place_of(weights.iter().copied(), chance)?).copied()
    }
}

/// An hour for something of a pattern.
pub(super) fn hour(pattern: Pattern, chance: &mut SeededRandom) -> Option<u8> {
    u8::try_from(place_of(pattern.hours().into_iter(), chance)?).ok()
}

/// National holidays of one fixed day.
fn is_holiday(day: Date) -> bool {
    matches!(
        (day.month(), day.day()),
        (1, 1 | 2 | 7) | (3, 8 | 21..=23) | (5, 1 | 7 | 9) | (7, 6) | (8, 30) | (10, 25) | (12, 16)
    )
}

/// Weeks differ a little by more than chance: by weather, by what is built. At most a tenth more or less, the same for every kind.
fn of_week(day: Date) -> u32 {
    let week = day.iso_week_date();
    let seed = u64::from(week.year().unsigned_abs()) * 100 + u64::from(week.week().unsigned_abs());
    let more = SeededRandom::new(seed).below(21);
    90 + u32::try_from(more).unwrap_or(10)
}

#[cfg(test)]
mod tests {
    use jiff::civil::Weekday;

    use super::*;

    #[test]
    fn days_and_hours_go_by_what_was_done() {
        let calendar = Calendar::of(2025, (4, 6));
        let mut chance = SeededRandom::new(7);
        let mut draw = |pattern| {
            let drawn = (0..2_000).map(|_| {
                let day = calendar.day(pattern, &mut chance).unwrap();
                assert!((date(2025, 4, 1)..=date(2025, 6, 30)).contains(&day));
                (day.weekday(), hour(pattern, &mut chance).unwrap())
            });
            drawn.collect::<Vec<(Weekday, u8)>>()
        };
        let share = |drawn: &[(Weekday, u8)], holds: fn(&(Weekday, u8)) -> bool| {
            drawn.iter().filter(|each| holds(each)).count()
        };
        let is_sunday = |(weekday, _): &(Weekday, u8)| *weekday == Weekday::Sunday;
        let is_evening = |(_, hour): &(Weekday, u8)| (18..=23).contains(hour);
        let (office, evenings) = (draw(Pattern::Office), draw(Pattern::Evenings));
        assert!(
            share(&office, is_sunday) * 3 < 2_000 / 7,
            "offices rest on Sundays"
        );
        assert!(share(&evenings, is_sunday) > 2_000 / 7);
        assert!(share(&office, is_evening) * 10 < 2_000);
        assert!(share(&evenings, is_evening) * 3 > 2_000);
    }

    #[test]
    fn ice_is_slipped_on_in_winter() {
        let year = Calendar::of(2024, (1, 12));
        let mut chance = SeededRandom::new(7);
        let days: Vec<Date> = (0..1_000)
            .filter_map(|_| year.day(Pattern::Ice, &mut chance))
            .collect();
        let in_months = |first: i8| {
            days.iter()
                .filter(|day| (first..first + 2).contains(&day.month()))
                .count()
        };
        assert!(
            in_months(1) * 2 > in_months(6) * 3,
            "{} and {}",
            in_months(1),
            in_months(6)
        );
    }
}
