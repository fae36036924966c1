//! What a declared value must look like. Each check's error says what is right.

use crate::account::is_valid_login;
use crate::ids::is_valid_id;

/// A value that cannot be, in words for whoever wrote it.
pub(crate) type Checked = Result<(), &'static str>;

/// A declared id.
pub(crate) fn id(text: &str) -> Checked {
    must(
        is_valid_id(text),
        "an id has 1 to 64 characters of a–z A–Z 0–9 . _ - and is not `unassigned`",
    )
}

/// What somebody signs in with.
pub(crate) fn login(text: &str) -> Checked {
    must(
        is_valid_login(text),
        "a login has 1 to 64 characters and no white space",
    )
}

/// A KATO two-digit region code.
pub(crate) fn region(text: &str) -> Checked {
    must(
        text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit()),
        "a region is its two-digit KATO code, as 35 for Karaganda",
    )
}

/// A business identification number.
pub(crate) fn bin(text: &str) -> Checked {
    must(
        text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit()),
        "a BIN has 12 digits",
    )
}

/// A DC-09 account number.
pub(crate) fn dc09_account(text: &str) -> Checked {
    must(
        (1..=16).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric()),
        "a DC-09 account has 1 to 16 letters and digits",
    )
}

/// The form of an IANA time zone name: parts of letters, digits, `_`, `+` and `-`, joined by `/`. Whether there is
/// such a zone is known only where the zone database is.
pub(crate) fn time_zone(text: &str) -> Checked {
    let is_part = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphabetic())
            && part
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'+' | b'-'))
    };
    must(
        text.len() <= 64 && text.split('/').all(is_part),
        "a time zone has an IANA name, as Asia/Almaty",
    )
}

fn must(sound: bool, rule: &'static str) -> Checked {
    if sound { Ok(()) } else { Err(rule) }
}
