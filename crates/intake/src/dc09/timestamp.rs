//! The time stamp `_HH:MM:SS,MM-DD-YYYY` (UTC) at the end of a frame, and whether the panel's clock can be believed.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// How far a time stamp may be ahead of our clock, in seconds (ANSI/SIA DC-09, 5.5.1.9).
pub const AHEAD_SECONDS: i64 = 20;

/// How far a time stamp may be behind our clock, in seconds (ANSI/SIA DC-09, 5.5.1.9).
pub const BEHIND_SECONDS: i64 = 40;

/// What a frame's time stamp says about the panel's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The frame carries no time stamp.
    Absent,
    /// Within the window.
    Right(Timestamp),
    /// Outside the window.
    Wrong(Timestamp),
    /// There is a time stamp, but it is no time.
    Unreadable,
}

impl Clock {
    /// Judges the time stamp `stamp` (everything from `_` on) against our clock.
    #[must_use]
    pub fn judge(stamp: Option<&[u8]>, now: Timestamp) -> Self {
        let Some(stamp) = stamp else { return Self::Absent };
        let Some(time) = stamp.strip_prefix(b"_").and_then(parse) else {
            return Self::Unreadable;
        };
        // Whole seconds on both sides: the stamp has no fraction, and one must not push it out of the window.
        let ahead = time.as_second() - now.as_second();
        if (-BEHIND_SECONDS..=AHEAD_SECONDS).contains(&ahead) {
            Self::Right(time)
        } else {
            Self::Wrong(time)
        }
    }

    /// The time that the panel gave, believed or not.
    #[must_use]
    pub fn time(self) -> Option<Timestamp> {
        match self {
            Self::Right(time) | Self::Wrong(time) => Some(time),
            Self::Absent | Self::Unreadable => None,
        }
    }
}

/// Reads `HH:MM:SS,MM-DD-YYYY` as UTC; also the form of the occurrence time in X-data `H`.
#[must_use]
pub fn parse(text: &[u8]) -> Option<Timestamp> {
    let text: &[u8; 19] = text.trim_ascii().try_into().ok()?;
    let separators = [(2, b':'), (5, b':'), (8, b','), (11, b'-'), (14, b'-')];
    if separators.iter().any(|&(at, separator)| text[at] != separator) {
        return None;
    }
    let pair = |at: usize| -> Option<i8> { i8::try_from(number(&text[at..at + 2])?).ok() };
    let year = i16::try_from(number(&text[15..19])?).ok()?;
    DateTime::new(year, pair(9)?, pair(12)?, pair(0)?, pair(3)?, pair(6)?, 0)
        .ok()?
        .to_zoned(TimeZone::UTC)
        .ok()
        .map(|zoned| zoned.timestamp())
}

/// Appends `_HH:MM:SS,MM-DD-YYYY`.
pub fn write(time: Timestamp, out: &mut Vec<u8>) {
    let utc = TimeZone::UTC.to_datetime(time);
    let text = format!(
        "_{:02}:{:02}:{:02},{:02}-{:02}-{:04}",
        utc.hour(),
        utc.minute(),
        utc.second(),
        utc.month(),
        utc.day(),
        utc.year()
    );
    out.extend_from_slice(text.as_bytes());
}

fn number(digits: &[u8]) -> Option<u16> {
    digits.iter().try_fold(0_u16, |sum, digit| {
        digit.is_ascii_digit().then(|| sum * 10 + u16::from(digit - b'0'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn the_window_is_twenty_seconds_ahead_and_forty_behind() {
        let now = at("2026-03-01T12:00:00.7Z");
        for (stamp, right) in [
            ("_12:00:20,03-01-2026", true),
            ("_12:00:21,03-01-2026", false),
            ("_11:59:20,03-01-2026", true),
            ("_11:59:19,03-01-2026", false),
            ("_12:00:00,03-01-2025", false),
        ] {
            let clock = Clock::judge(Some(stamp.as_bytes()), now);
            assert_eq!(matches!(clock, Clock::Right(_)), right, "{stamp}: {clock:?}");
            assert_eq!(matches!(clock, Clock::Wrong(_)), !right, "{stamp}: {clock:?}");
        }
    }

    #[test]
    fn what_is_no_time_is_unreadable_not_wrong() {
        let now = at("2026-03-01T12:00:00Z");
        assert_eq!(Clock::judge(None, now), Clock::Absent);
        for stamp in [
            "_",
            "_12:00:00",
            "_25:00:00,03-01-2026",
            "_12:00:00,13-01-2026",
            "_12:00:00,00-31-2019",
            "_aa:bb:cc,dd-ee-ffff",
        ] {
            assert_eq!(
                Clock::judge(Some(stamp.as_bytes()), now),
                Clock::Unreadable,
                "{stamp}"
            );
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let time = at("2026-12-31T23:59:58Z");
        let mut out = Vec::new();
        write(time, &mut out);
        assert_eq!(out, b"_23:59:58,12-31-2026");
        assert_eq!(parse(&out[1..]), Some(time));
    }
}
