//! SIA event codes (SIA DC-03, DC-07) and what they mean for people.
//!
//! The table is data: a correction is one line here and no change anywhere else. Codes that begin with `O` or `C`
//! are openings and closings, whatever the second letter.

use std::sync::LazyLock;

use saqta_domain::alarm::AlarmKind as Kind;
use saqta_domain::signal::Meaning;

use super::meaning::{Group, Provenance, alarm, restore};

/// The code list of DC-03 as printed in public: Coastal Security Systems' bulletin 1033, and the table in the Python
/// package `pysiaalarm` 3.2.2.
const LIST: Provenance =
    Provenance::Published("SIA DC-03 code list (Coastal Security bulletin 1033; pysiaalarm 3.2.2)");

type Code = [u8; 2];

const fn group(
    meaning: Meaning,
    provenance: Provenance,
    codes: &'static [&'static Code],
) -> Group<&'static Code> {
    Group {
        meaning,
        provenance,
        codes,
    }
}

/// The table; no code stands in it twice.
pub const TABLE: &[Group<&Code>] = &[
    // `QA` is the emergency button of a person; an untyped input may be one too.
    group(alarm(Kind::Panic), LIST, &[b"PA", b"QA", b"UA", b"UG"]),
    group(alarm(Kind::Holdup), LIST, &[b"HA"]),
    group(alarm(Kind::Medical), LIST, &[b"MA"]),
    group(alarm(Kind::ManDown), LIST, &[b"NA"]),
    group(alarm(Kind::Fire), LIST, &[b"FA", b"FG", b"FM", b"KA", b"SA"]),
    group(alarm(Kind::Gas), LIST, &[b"GA"]),
    group(
        alarm(Kind::Intrusion),
        LIST,
        &[b"BA", b"BG", b"BM", b"BV", b"DF", b"DL", b"EA"],
    ),
    group(
        alarm(Kind::Tamper),
        LIST,
        &[b"TA", b"TT", b"AA", b"ES", b"JA", b"XS"],
    ),
    // Water and frost endanger the house, and nobody in it at once.
    group(alarm(Kind::Technical), LIST, &[b"WA", b"ZA"]),
    group(
        alarm(Kind::Technical),
        LIST,
        &[b"AS", b"AT", b"IA", b"LT", b"NC", b"NT", b"RT", b"VT"],
    ),
    group(
        alarm(Kind::Technical),
        LIST,
        &[b"BD", b"BS", b"BT", b"BZ", b"DJ", b"DK", b"DM", b"DT"],
    ),
    group(alarm(Kind::Technical), LIST, &[b"EE", b"EM", b"ET", b"EX", b"EZ"]),
    group(
        alarm(Kind::Technical),
        LIST,
        &[b"FS", b"FT", b"FW", b"FY", b"FZ", b"GS", b"GT", b"HS", b"HT"],
    ),
    group(
        alarm(Kind::Technical),
        LIST,
        &[b"KS", b"KT", b"MS", b"MT", b"PF", b"PS", b"PT", b"QS", b"QT"],
    ),
    group(
        alarm(Kind::Technical),
        LIST,
        &[b"SM", b"SS", b"ST", b"US", b"UT", b"UY", b"UZ"],
    ),
    group(alarm(Kind::Technical), LIST, &[b"WS", b"WT", b"ZS", b"ZT"]),
    group(
        alarm(Kind::Technical),
        LIST,
        &[b"XL", b"XM", b"XQ", b"XT", b"XW", b"XX"],
    ),
    group(
        alarm(Kind::Technical),
        LIST,
        &[b"YA", b"YB", b"YC", b"YD", b"YF", b"YG", b"YI", b"YM", b"YO"],
    ),
    group(
        alarm(Kind::Technical),
        LIST,
        &[b"YN", b"YP", b"YS", b"YT", b"YU", b"YW", b"YX"],
    ),
    // A bypassed input is a button that nobody hears any more.
    group(
        alarm(Kind::Technical),
        LIST,
        &[b"BB", b"FB", b"GB", b"HB", b"KB", b"MB", b"PB", b"QB", b"SB"],
    ),
    group(alarm(Kind::Technical), LIST, &[b"TB", b"UB", b"WB", b"ZB"]),
    // Somebody reprograms the panel, or tried to.
    group(
        alarm(Kind::Technical),
        LIST,
        &[b"LB", b"LD", b"LU", b"RA", b"RB", b"RD", b"RU"],
    ),
    group(
        restore(Kind::Panic),
        LIST,
        &[b"PH", b"PR", b"QH", b"QR", b"UH", b"UR"],
    ),
    group(restore(Kind::Holdup), LIST, &[b"HH", b"HR"]),
    group(restore(Kind::Medical), LIST, &[b"MH", b"MR"]),
    group(restore(Kind::ManDown), LIST, &[b"NS"]),
    group(
        restore(Kind::Fire),
        LIST,
        &[b"FH", b"FR", b"KH", b"KR", b"SH", b"SR", b"FL"],
    ),
    group(restore(Kind::Gas), LIST, &[b"GH", b"GR"]),
    group(restore(Kind::Intrusion), LIST, &[b"BH", b"BR", b"DH", b"DR"]),
    group(
        restore(Kind::Tamper),
        LIST,
        &[b"TH", b"TJ", b"TR", b"EJ", b"JC", b"XJ"],
    ),
    group(
        restore(Kind::Technical),
        LIST,
        &[b"AN", b"AR", b"BE", b"BJ", b"EN", b"ER", b"FJ", b"FQ", b"FV"],
    ),
    group(
        restore(Kind::Technical),
        LIST,
        &[b"GJ", b"HJ", b"IR", b"KJ", b"LR", b"MJ", b"NR", b"PJ", b"PO"],
    ),
    group(
        restore(Kind::Technical),
        LIST,
        &[b"QJ", b"SJ", b"UJ", b"VR", b"WH", b"WJ", b"WR", b"XC", b"XH"],
    ),
    group(
        restore(Kind::Technical),
        LIST,
        &[b"XI", b"XR", b"YE", b"YH", b"YJ", b"YK", b"YQ", b"YR", b"YZ"],
    ),
    group(restore(Kind::Technical), LIST, &[b"ZH", b"ZJ", b"ZR"]),
    group(
        restore(Kind::Technical),
        LIST,
        &[b"BU", b"FU", b"GU", b"HU", b"KU", b"MU", b"PU", b"QU", b"SU"],
    ),
    group(
        restore(Kind::Technical),
        LIST,
        &[b"TU", b"UU", b"WU", b"ZU", b"LS", b"LX", b"RS"],
    ),
    group(Meaning::Cancel, LIST, &[b"OC", b"BC", b"FC", b"AB"]),
    group(
        Meaning::Test,
        LIST,
        &[
            b"RP", b"RX", b"RY", b"TC", b"TE", b"TP", b"TS", b"TX", b"TW", b"TZ",
        ],
    ),
    group(Meaning::Test, LIST, &[b"BX", b"FI", b"FK", b"FX", b"GX", b"VX"]),
    group(
        Meaning::Test,
        Provenance::Unverified,
        &[b"HX", b"KX", b"MX", b"PX", b"QX", b"SX", b"WX", b"ZX"],
    ),
    // Partial arming, and doors that people pass as they may.
    group(
        Meaning::OpenClose,
        LIST,
        &[b"AF", b"NB", b"ND", b"NE", b"NF", b"NL", b"NM", b"NO", b"NP"],
    ),
    group(
        Meaning::OpenClose,
        LIST,
        &[b"DC", b"DD", b"DE", b"DG", b"DI", b"DN", b"DO", b"DP", b"DQ"],
    ),
    group(
        Meaning::OpenClose,
        LIST,
        &[b"DS", b"DV", b"DW", b"DX", b"DY", b"DZ"],
    ),
    // What a panel tells of itself from day to day.
    group(
        Meaning::Supervision,
        LIST,
        &[b"DA", b"DB", b"DU", b"JD", b"JH", b"JK", b"JL", b"JO", b"JP"],
    ),
    group(
        Meaning::Supervision,
        LIST,
        &[b"JR", b"JS", b"JT", b"JV", b"JX", b"JY", b"JZ", b"LE", b"LF"],
    ),
    group(
        Meaning::Supervision,
        LIST,
        &[b"RC", b"RN", b"RO", b"RR", b"SC", b"VI", b"VO", b"VY", b"VZ"],
    ),
    group(
        Meaning::Supervision,
        LIST,
        &[b"MI", b"PC", b"PD", b"PE", b"PG", b"XA", b"XE", b"XF", b"YY"],
    ),
];

/// What two letters mean.
#[must_use]
pub fn meaning(code: Code) -> Meaning {
    let listed = index(code).and_then(|index| INDEX[index]);
    match (listed, code[0]) {
        (Some(meaning), _) => meaning,
        (None, b'O' | b'C') if code[1].is_ascii_uppercase() => Meaning::OpenClose,
        (None, _) => Meaning::Unknown,
    }
}

const LETTERS: usize = 26;

static INDEX: LazyLock<[Option<Meaning>; LETTERS * LETTERS]> = LazyLock::new(|| {
    let mut meanings = [None; LETTERS * LETTERS];
    for group in TABLE {
        for index in group.codes.iter().filter_map(|code| index(**code)) {
            meanings[index] = Some(group.meaning);
        }
    }
    meanings
});

fn index(code: Code) -> Option<usize> {
    let letter = |byte: u8| byte.is_ascii_uppercase().then(|| usize::from(byte - b'A'));
    Some(letter(code[0])? * LETTERS + letter(code[1])?)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_code_stands_in_the_table_twice() {
        let mut seen = BTreeSet::new();
        for code in TABLE.iter().flat_map(|group| group.codes) {
            assert!(
                index(**code).is_some() && seen.insert(code),
                "{}",
                code.escape_ascii()
            );
        }
    }

    #[test]
    fn what_calls_for_help_is_an_alarm_of_its_kind() {
        for (code, kind) in [
            (*b"PA", Kind::Panic),
            (*b"HA", Kind::Holdup),
            (*b"MA", Kind::Medical),
            (*b"QA", Kind::Panic),
            (*b"FA", Kind::Fire),
            (*b"GA", Kind::Gas),
            (*b"BA", Kind::Intrusion),
            (*b"TA", Kind::Tamper),
            (*b"YT", Kind::Technical),
            (*b"XT", Kind::Technical),
            (*b"YC", Kind::Technical),
        ] {
            assert_eq!(meaning(code), Meaning::Alarm(kind), "{}", code.escape_ascii());
        }
        assert_eq!(meaning(*b"PR"), Meaning::Restore(Kind::Panic));
        assert_eq!(meaning(*b"YK"), Meaning::Restore(Kind::Technical));
    }

    #[test]
    fn tests_openings_and_cancels_are_no_alarms() {
        assert_eq!(meaning(*b"RP"), Meaning::Test);
        assert_eq!(meaning(*b"RX"), Meaning::Test);
        assert_eq!(meaning(*b"OC"), Meaning::Cancel);
        assert_eq!(meaning(*b"BC"), Meaning::Cancel);
        for first in *b"OC" {
            for second in (b'A'..=b'Z').filter(|&second| [first, second] != *b"OC") {
                assert_eq!(
                    meaning([first, second]),
                    Meaning::OpenClose,
                    "{}",
                    [first, second].escape_ascii()
                );
            }
        }
    }

    #[test]
    fn an_unknown_code_is_unknown() {
        for code in [*b"ZQ", *b"QQ", *b"pa", *b"0A", *b"A\xFF"] {
            assert_eq!(meaning(code), Meaning::Unknown, "{}", code.escape_ascii());
        }
    }
}
