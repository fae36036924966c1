//! Ademco Contact ID event codes (SIA DC-05) and what they mean for people.
//!
//! The table is data: a correction is one line here and no change anywhere else. An event has a qualifier (1 new or
//! opening, 3 restore or closing, 6 still present) and a code of three digits.

use saqta_domain::alarm::AlarmKind as Kind;
use saqta_domain::signal::{Meaning, Report};

use super::meaning::{Group, Provenance, alarm, silent};
use super::text::ascii;

/// Installers' manuals with the Contact ID table: DSC Power832 (p. 42), Ademco Symphony 8142 (p. 6-5), and the list
/// "Contact ID as of 2/27/2019".
const LIST: Provenance = Provenance::Published("DSC Power832 manual, p. 42; \"Contact ID as of 2/27/2019\"");
const ADEMCO: Provenance = Provenance::Published("Ademco Symphony 8142 setup guide, p. 6-5");

/// The first and the last code of a range.
type Codes = (u16, u16);

const fn group(meaning: Meaning, provenance: Provenance, codes: &'static [Codes]) -> Group<Codes> {
    Group {
        meaning,
        provenance,
        codes,
    }
}

/// The table; the first group that holds a code decides.
pub const TABLE: &[Group<Codes>] = &[
    group(alarm(Kind::Medical), LIST, &[(100, 100)]),
    // A pendant or wrist button: somebody asks for a person to come.
    group(alarm(Kind::Panic), LIST, &[(101, 101)]),
    // A lone worker who did not check in.
    group(alarm(Kind::ManDown), LIST, &[(102, 102)]),
    group(alarm(Kind::Fire), LIST, &[(110, 118)]),
    group(alarm(Kind::Panic), LIST, &[(120, 120), (123, 123)]),
    // A panic that must not be heard where it was pressed.
    group(silent(Kind::Panic), LIST, &[(122, 122)]),
    group(alarm(Kind::Duress), LIST, &[(121, 121)]),
    group(alarm(Kind::Duress), Provenance::Unverified, &[(124, 125)]),
    group(alarm(Kind::Holdup), Provenance::Unverified, &[(129, 129)]),
    group(alarm(Kind::Tamper), LIST, &[(137, 137), (144, 145)]),
    group(alarm(Kind::Intrusion), LIST, &[(130, 136), (138, 138)]),
    group(alarm(Kind::Intrusion), Provenance::Unverified, &[(139, 139)]),
    group(silent(Kind::Intrusion), ADEMCO, &[(146, 146)]),
    group(alarm(Kind::Technical), ADEMCO, &[(143, 143)]),
    group(
        alarm(Kind::Technical),
        Provenance::Unverified,
        &[(141, 142), (147, 149)],
    ),
    // A general alarm and a 24-hour input say nothing of what is wrong: the gravest is assumed.
    group(alarm(Kind::Panic), LIST, &[(140, 140), (150, 150)]),
    group(alarm(Kind::Gas), LIST, &[(151, 151)]),
    group(alarm(Kind::Gas), ADEMCO, &[(162, 162)]),
    group(alarm(Kind::Intrusion), LIST, &[(155, 155)]),
    group(
        alarm(Kind::Technical),
        LIST,
        &[(152, 154), (156, 159), (161, 161)],
    ),
    group(alarm(Kind::Technical), Provenance::Unverified, &[(163, 163)]),
    group(alarm(Kind::Technical), LIST, &[(200, 206)]),
    group(alarm(Kind::Tamper), ADEMCO, &[(341, 341), (383, 383)]),
    group(alarm(Kind::Technical), LIST, &[(300, 310)]),
    group(
        alarm(Kind::Technical),
        ADEMCO,
        &[
            (321, 321),
            (333, 333),
            (344, 344),
            (351, 351),
            (353, 354),
            (373, 374),
        ],
    ),
    group(alarm(Kind::Technical), LIST, &[(380, 382), (384, 394)]),
    group(
        alarm(Kind::Technical),
        Provenance::Unverified,
        &[
            (311, 313),
            (320, 332),
            (334, 340),
            (342, 343),
            (350, 350),
            (352, 352),
            (355, 361),
            (370, 372),
            (375, 378),
        ],
    ),
    group(Meaning::Cancel, LIST, &[(406, 406)]),
    group(Meaning::OpenClose, LIST, &[(400, 407)]),
    group(Meaning::OpenClose, Provenance::Unverified, &[(408, 499)]),
    // A bypassed input is a button that nobody hears any more; the end of a bypass is its restore.
    group(
        alarm(Kind::Technical),
        Provenance::Unverified,
        &[(500, 532), (551, 553), (570, 577)],
    ),
    group(Meaning::Test, Provenance::Unverified, &[(600, 609), (611, 616)]),
    group(
        Meaning::Supervision,
        Provenance::Unverified,
        &[(621, 626), (628, 632)],
    ),
    group(
        alarm(Kind::Technical),
        Provenance::Unverified,
        &[(627, 627), (654, 654)],
    ),
    group(alarm(Kind::ManDown), Provenance::Unverified, &[(641, 641)]),
];

/// What `code` (three digits) under `qualifier` means.
#[must_use]
pub fn meaning(qualifier: u8, code: u16) -> Meaning {
    let Some(group) = TABLE.iter().find(|group| {
        group
            .codes
            .iter()
            .any(|&(first, last)| (first..=last).contains(&code))
    }) else {
        return Meaning::Unknown;
    };
    match (qualifier, group.meaning) {
        (3, Meaning::Alarm(kind) | Meaning::SilentAlarm(kind)) => Meaning::Restore(kind),
        (1 | 3 | 6, meaning) => meaning,
        _ => Meaning::Unknown,
    }
}

/// `Qeee gg ccc`, the spaces being optional.
pub(super) fn report(piece: &[u8]) -> Option<Report> {
    let compact: Vec<u8> = piece
        .iter()
        .copied()
        .filter(|byte| !byte.is_ascii_whitespace())
        .collect();
    let (code, rest) = compact.split_at_checked(4)?;
    // A dialler's zero is an `A`.
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'A' => Some(0),
        _ => None,
    };
    if !code.iter().all(u8::is_ascii_hexdigit) || !rest.iter().all(u8::is_ascii_alphanumeric) {
        return None;
    }
    let number = code[1..]
        .iter()
        .try_fold(0, |sum, &byte| Some(sum * 10 + u16::from(digit(byte)?)));
    let meaning = match (digit(code[0]), number) {
        (Some(qualifier), Some(number)) => meaning(qualifier, number),
        _ => Meaning::Unknown,
    };
    let (area, point) = rest.split_at(rest.len().min(2));
    let field = |bytes: &[u8]| (!bytes.is_empty()).then(|| ascii(bytes));
    Some(Report {
        code: ascii(code),
        meaning,
        point: field(point),
        area: field(area),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_calls_for_help_is_an_alarm_of_its_kind() {
        for (code, kind) in [
            (100, Kind::Medical),
            (101, Kind::Panic),
            (102, Kind::ManDown),
            (110, Kind::Fire),
            (120, Kind::Panic),
            (121, Kind::Duress),
            (123, Kind::Panic),
            (124, Kind::Duress),
            (125, Kind::Duress),
            (129, Kind::Holdup),
            (130, Kind::Intrusion),
            (145, Kind::Tamper),
            (151, Kind::Gas),
            (301, Kind::Technical),
            (302, Kind::Technical),
            (344, Kind::Technical),
            (354, Kind::Technical),
            (381, Kind::Technical),
            (382, Kind::Technical),
            (383, Kind::Tamper),
            (384, Kind::Technical),
        ] {
            assert_eq!(meaning(1, code), Meaning::Alarm(kind), "1{code}");
            assert_eq!(meaning(6, code), Meaning::Alarm(kind), "6{code}");
            assert_eq!(meaning(3, code), Meaning::Restore(kind), "3{code}");
        }
    }

    #[test]
    fn what_is_silent_by_its_definition_is_a_silent_alarm() {
        for (code, kind) in [(122, Kind::Panic), (146, Kind::Intrusion)] {
            assert_eq!(meaning(1, code), Meaning::SilentAlarm(kind), "1{code}");
            assert_eq!(meaning(6, code), Meaning::SilentAlarm(kind), "6{code}");
            assert_eq!(meaning(3, code), Meaning::Restore(kind), "3{code}");
        }
    }

    #[test]
    fn tests_openings_and_cancels_are_no_alarms() {
        for code in (400..=499).filter(|code| *code != 406) {
            assert_eq!(meaning(1, code), Meaning::OpenClose, "1{code}");
            assert_eq!(meaning(3, code), Meaning::OpenClose, "3{code}");
        }
        for qualifier in [1, 3, 6] {
            assert_eq!(meaning(qualifier, 406), Meaning::Cancel);
            for code in 600..=609 {
                assert_eq!(meaning(qualifier, code), Meaning::Test, "{qualifier}{code}");
            }
        }
    }

    #[test]
    fn an_unknown_code_or_qualifier_is_unknown() {
        for (qualifier, code) in [(1, 0), (1, 199), (1, 777), (3, 999), (2, 120), (0, 602)] {
            assert_eq!(meaning(qualifier, code), Meaning::Unknown, "{qualifier}{code:03}");
        }
    }
}
