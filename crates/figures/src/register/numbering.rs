//! Words, days and months as small numbers.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};

/// A word's place in its list, from 1.
pub(crate) fn place<T: PartialEq + Copy>(list: &[T], word: T) -> u8 {
    let place = list.iter().position(|each| *each == word);
    place.and_then(|place| u8::try_from(place + 1).ok()).unwrap_or(0)
}

/// The word at a place, from 1.
pub(crate) fn word<T: Copy>(list: &[T], place: u8) -> Option<T> {
    list.get(usize::from(place).checked_sub(1)?).copied()
}

const FIRST_DAY: Date = jiff::civil::date(1950, 1, 1);

/// Days since 1 January 1950.
pub(crate) fn day_number(day: Date) -> i32 {
    (day - FIRST_DAY).get_days()
}

/// The day of a number.
pub(crate) fn date_of(number: i32) -> Date {
    let days = jiff::Span::new().try_days(number).ok();
    days.and_then(|days| FIRST_DAY.checked_add(days).ok())
        .unwrap_or(FIRST_DAY)
}

/// Months since January 1900.
pub(crate) fn month_number(day: Date) -> u16 {
    let months = (i32::from(day.year()) - 1900) * 12 + i32::from(day.month()) - 1;
    u16::try_from(months).unwrap_or(0)
}

/// The day of a moment in Kazakhstan (UTC+5).
pub(super) fn day_of(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::fixed(Offset::constant(5))).date()
}
