//! What single cells say. Every reader takes a text without outer blanks that is not empty.

use jiff::civil::Date;
use jiff::fmt::strtime;
use saqta_domain::activity::Activity;
use saqta_domain::ids::{SiteId, is_valid_id};
use saqta_domain::injury::esaw::{BodyPart, Contact, Deviation, InjuryType};
use saqta_domain::injury::{AgeBand, Bin, Cause, InjuryKind, InjuryOutcome, Reporter, Sex};
use saqta_domain::region::Region;

use crate::fold::nearest;
use crate::problem::Problem;

use super::field::Field;

/// Nobody has been older.
const OLDEST: u8 = 122;

/// Years before it are two digits taken for four.
const EARLIEST_YEAR: i16 = 1000;

/// A word of a closed list, by its code in any case.
pub(crate) fn word<T: Copy>(text: &str, all: &[T], code: fn(T) -> &'static str) -> Result<T, Problem> {
    let known = all.iter().find(|one| code(**one).eq_ignore_ascii_case(text));
    known.copied().ok_or_else(|| {
        let codes: Vec<&'static str> = all.iter().map(|one| code(*one)).collect();
        Problem::UnknownWord {
            nearest: nearest(&text.to_lowercase(), codes.iter().copied()),
            known: codes.join(", "),
        }
    })
}

pub(crate) fn reporter(text: &str) -> Result<Reporter, Problem> {
    word(text, Reporter::ALL, Reporter::code)
}

pub(crate) fn kind(text: &str) -> Result<InjuryKind, Problem> {
    word(text, InjuryKind::ALL, InjuryKind::code)
}

pub(crate) fn outcome(text: &str) -> Result<InjuryOutcome, Problem> {
    word(text, InjuryOutcome::ALL, InjuryOutcome::code)
}

pub(crate) fn cause(text: &str) -> Result<Cause, Problem> {
    word(text, Cause::ALL, Cause::code)
}

pub(crate) fn sex(text: &str) -> Result<Sex, Problem> {
    word(text, Sex::ALL, Sex::code)
}

pub(crate) fn region(text: &str) -> Result<Region, Problem> {
    let named = || saqta_figures::headline::region_named(text);
    Region::from_code(text).or_else(named).ok_or(Problem::NotARegion)
}

pub(crate) fn bin(text: &str) -> Result<Bin, Problem> {
    text.parse().map_err(|_| Problem::NotABin)
}

pub(crate) fn activity(text: &str) -> Result<Activity, Problem> {
    text.parse().map_err(|_| Problem::NotAnActivity)
}

pub(crate) fn deviation(text: &str) -> Result<Deviation, Problem> {
    text.parse().map_err(|_| Problem::NotACode)
}

pub(crate) fn contact(text: &str) -> Result<Contact, Problem> {
    text.parse().map_err(|_| Problem::NotACode)
}

pub(crate) fn injury_type(text: &str) -> Result<InjuryType, Problem> {
    text.parse().map_err(|_| Problem::NotACode)
}

pub(crate) fn body_part(text: &str) -> Result<BodyPart, Problem> {
    text.parse().map_err(|_| Problem::NotACode)
}

pub(crate) fn site(text: &str) -> Result<SiteId, Problem> {
    if is_valid_id(text) {
        Ok(text.into())
    } else {
        Err(Problem::NotAnId)
    }
}

pub(crate) fn iin(text: &str) -> Result<String, Problem> {
    let plain = text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.to_owned()).ok_or(Problem::NotAnIin)
}

pub(crate) fn yes_or_no(text: &str) -> Result<bool, Problem> {
    let is = |words: [&str; 4]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    if is(["yes", "true", "1", "y"]) {
        Ok(true)
    } else if is(["no", "false", "0", "n"]) {
        Ok(false)
    } else {
        Err(Problem::NotYesOrNo)
    }
}

/// Days, 0 to 65,535.
pub(crate) fn days(text: &str) -> Result<u16, Problem> {
    digits(text).ok_or(Problem::NotANumber)
}

/// Full years or a band.
pub(crate) fn age(text: &str) -> Result<AgeBand, Problem> {
    if let Some(band) = AgeBand::from_code(text) {
        return Ok(band);
    }
    let years = digits::<u8>(text).filter(|years| *years <= OLDEST);
    years.map(AgeBand::of).ok_or(Problem::NotAnAge)
}

/// A day in one of the formats (those of `strptime`), or in ISO 8601, with or without a time of day.
pub(crate) fn date(text: &str, formats: &[String]) -> Result<Date, Problem> {
    let by_format = |format: &String| {
        let day = strtime::parse(format, text).ok()?.to_date().ok()?;
        // `%Y` takes `25` for the year 25; a later format may know better.
        (day.year() >= EARLIEST_YEAR).then_some(day)
    };
    iso_date(text)
        .or_else(|| formats.iter().find_map(by_format))
        .ok_or(Problem::NotADate)
}

/// An hour, also of a time of day or of a date with a time of day.
pub(crate) fn hour(text: &str, formats: &[String]) -> Result<u8, Problem> {
    let by_format = |format: &String| u8::try_from(strtime::parse(format, text).ok()?.hour()?).ok();
    let time = match text.split_once(['T', ' ']) {
        Some((day, time)) if iso_date(day).is_some() => time,
        _ => text,
    };
    iso_hour(time)
        .or_else(|| formats.iter().find_map(by_format))
        .ok_or(Problem::NotAnHour)
}

/// `2025-03-14`, also with a time behind a `T` or a blank. By hand, since a register has millions of them.
fn iso_date(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    if bytes.len() < 10 || !matches!(bytes.get(10), None | Some(b'T' | b' ')) {
        return None;
    }
    let part = |range: std::ops::Range<usize>| -> Option<i16> {
        let mut number = 0;
        for byte in bytes.get(range)? {
            let digit = byte.checked_sub(b'0').filter(|digit| *digit <= 9)?;
            number = number * 10 + i16::from(digit);
        }
        Some(number)
    };
    if bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let month = i8::try_from(part(5..7)?).ok()?;
    let day = i8::try_from(part(8..10)?).ok()?;
    Date::new(part(0..4)?, month, day).ok()
}

/// `9`, `09`, `09:30`, `09.30`, `09:30:00`.
fn iso_hour(text: &str) -> Option<u8> {
    let mut parts = text.split([':', '.']);
    let hour = digits::<u8>(parts.next()?).filter(|hour| *hour <= 23)?;
    let mut left = 2;
    for part in parts {
        left -= 1;
        let is_minute = part.len() == 2 && digits::<u8>(part).is_some_and(|minute| minute < 60);
        if left < 0 || !is_minute {
            return None;
        }
    }
    Some(hour)
}

/// A plain whole number: no sign, no blank.
fn digits<T: std::str::FromStr>(text: &str) -> Option<T> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// Whether a text can stand in a column: what a mapping's words and fixed values are checked by.
pub(crate) fn check(field: Field, text: &str, formats: &[String]) -> Result<(), Problem> {
    match field {
        Field::Source => reporter(text).map(drop),
        Field::Site => site(text).map(drop),
        Field::Region => region(text).map(drop),
        Field::Employer | Field::Host => bin(text).map(drop),
        Field::Activity => activity(text).map(drop),
        Field::Date | Field::Reported | Field::Born => date(text, formats).map(drop),
        Field::Hour => hour(text, formats).map(drop),
        Field::Kind => kind(text).map(drop),
        Field::Outcome => outcome(text).map(drop),
        Field::Severe => yes_or_no(text).map(drop),
        Field::DaysLost | Field::DaysRestricted => days(text).map(drop),
        Field::Cause => cause(text).map(drop),
        Field::Deviation => deviation(text).map(drop),
        Field::Contact => contact(text).map(drop),
        Field::InjuryType => injury_type(text).map(drop),
        Field::BodyPart => body_part(text).map(drop),
        Field::Sex => sex(text).map(drop),
        Field::Age => age(text).map(drop),
        Field::Iin => iin(text).map(drop),
        Field::Number | Field::Injury | Field::Name | Field::Occupation | Field::Circumstances => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as day;

    #[test]
    fn days_are_read_in_iso_and_in_the_formats_given() {
        let formats = ["%d.%m.%Y", "%d.%m.%Y %H:%M", "%d.%m.%y"].map(str::to_owned);
        for (text, expected) in [
            ("2025-03-14", Some(day(2025, 3, 14))),
            ("2025-03-14T23:59:00", Some(day(2025, 3, 14))),
            ("14.03.2025", Some(day(2025, 3, 14))),
            ("14.03.2025 07:30", Some(day(2025, 3, 14))),
            ("14.03.25", Some(day(2025, 3, 14))),
            ("2025-02-29", None),
            ("2025-3-14", None),
            ("2025-03-14x", None),
            ("２０２５-03-14", None),
            ("03/14/2025", None),
        ] {
            assert_eq!(date(text, &formats).ok(), expected, "{text}");
        }
        assert_eq!(date("14.03.2025", &[]), Err(Problem::NotADate));
    }

    #[test]
    fn hours_are_read_alone_and_out_of_times() {
        let formats = ["%d.%m.%Y %H:%M".to_owned()];
        for (text, expected) in [
            ("7", Some(7)),
            ("07", Some(7)),
            ("23:59", Some(23)),
            ("7.05", Some(7)),
            ("07:30:15", Some(7)),
            ("2025-03-14T07:30", Some(7)),
            ("14.03.2025 07:30", Some(7)),
            ("24", None),
            ("7:3", None),
            ("7:30:00:00", None),
            ("-1", None),
            ("", None),
        ] {
            assert_eq!(hour(text, &formats).ok(), expected, "{text}");
        }
    }

    #[test]
    fn a_wrong_word_comes_with_the_one_that_was_meant() {
        let Err(Problem::UnknownWord { nearest, known }) = outcome("Lost time") else {
            panic!("it was read");
        };
        assert_eq!(nearest, Some("lost-time"));
        assert_eq!(known, "fatal, lost-time, restricted, medical, first-aid");
    }

    #[test]
    fn ages_are_years_or_bands() {
        assert_eq!(age("24"), Ok(AgeBand::From18));
        assert_eq!(age("65+"), Ok(AgeBand::From65));
        for wrong in ["123", "-1", "18 - 24", "24.5"] {
            assert_eq!(age(wrong), Err(Problem::NotAnAge), "{wrong}");
        }
    }
}
