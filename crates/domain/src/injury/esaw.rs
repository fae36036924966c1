//! ESAW codes of an injury: what went wrong, what hurt, how, and where in the body.
//!
//! Source: European Statistics on Accidents at Work, methodology 2013, two-digit lists (type of injury: three digits).
//! The **last** deviation before the contact is coded. 83 is violence by people from outside the company, as patients are;
//! 82 between employees; type 111 is shock after aggression and threats. Some codes of the contact, type and body lists
//! are from memory (`unverified` in `docs/codes.md`).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A text that is no code of the list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is no ESAW code of the {list}")]
pub struct UnknownCode {
    /// What was given.
    pub text: String,
    /// Which list.
    pub list: &'static str,
}

/// Defines a code with the list of its values, written with a fixed number of digits.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident, $list:literal, $width:literal, [$($code:literal),* $(,)?]) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(u16);

        impl $name {
            /// Every code, in order.
            pub const ALL: &'static [u16] = &[$($code),*];

            /// The code of a number, if it is in the list.
            #[must_use]
            pub fn new(number: u16) -> Option<Self> {
                Self::ALL.binary_search(&number).ok().map(|_| Self(number))
            }

            /// The number.
            #[must_use]
            pub fn number(self) -> u16 {
                self.0
            }
        }

        impl FromStr for $name {
            type Err = UnknownCode;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let digits = text.trim();
                let plain = (1..=$width).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
                let number = plain.then(|| digits.parse().ok()).flatten();
                number.and_then(Self::new).ok_or_else(|| UnknownCode { text: text.to_owned(), list: $list })
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!("{:0", $width, "}"), self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = UnknownCode;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> Self {
                code.to_string()
            }
        }
    };
}

codes! {
    /// What went wrong: the last deviation from the normal before the contact.
    Deviation, "deviations", 2, [
    10, 11, 12, 13, 14, 20, 21, 22, 23, 24, 30, 31, 32, 33, 34, 35, 40, 41, 42, 43, 44, 45, 50, 51, 52, 60,
    61, 62, 63, 64, 70, 71, 72, 73, 74, 75, 80, 81, 82, 83, 84, 85,
    ]
}

codes! {
    /// What hurt: the contact, mode of injury.
    Contact, "contacts", 2, [
    10, 11, 12, 13, 14, 15, 16, 17, 20, 21, 22, 23, 30, 31, 32, 40, 41, 42, 43, 44, 45, 50, 51, 52, 53, 60,
    61, 62, 63, 64, 70, 71, 72, 73, 80, 81, 82, 83, 99,
    ]
}

codes! {
    /// The type of injury.
    InjuryType, "types of injury", 3, [
    0, 10, 11, 12, 20, 21, 22, 30, 31, 32, 40, 50, 51, 52, 60, 61, 62, 63, 70, 71, 72, 80, 81, 82, 90, 91, 92,
    100, 101, 102, 103, 110, 111, 112, 120, 999,
    ]
}

codes! {
    /// The part of the body that was hurt most.
    BodyPart, "parts of the body", 2, [
    0, 10, 11, 12, 13, 14, 15, 18, 19, 20, 21, 30, 31, 40, 41, 42, 43, 48, 50, 51, 52, 53, 54, 55, 58, 60, 61,
    62, 63, 64, 65, 68, 70, 71, 78, 99,
    ]
}

impl Deviation {
    /// Violence from people external to the company: patients, visitors, robbers.
    pub const OUTSIDERS_VIOLENCE: Self = Self(83);
    /// Violence between employees of the company.
    pub const COLLEAGUES_VIOLENCE: Self = Self(82);
}

impl InjuryType {
    /// Shock after aggression and threats.
    pub const SHOCK_AFTER_AGGRESSION: Self = Self(111);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_in_order_and_codes_keep_their_digits() {
        for list in [Deviation::ALL, Contact::ALL, InjuryType::ALL, BodyPart::ALL] {
            assert!(list.windows(2).all(|pair| pair[0] < pair[1]), "{list:?}");
        }
        assert_eq!("11".parse::<InjuryType>().unwrap().to_string(), "011");
        assert_eq!("0".parse::<BodyPart>().unwrap().to_string(), "00");
        assert_eq!("83".parse::<Deviation>(), Ok(Deviation::OUTSIDERS_VIOLENCE));
        for wrong in ["", "84x", "99", "083", "-1", "８３"] {
            assert!(wrong.parse::<Deviation>().is_err(), "{wrong} was read");
        }
    }
}
