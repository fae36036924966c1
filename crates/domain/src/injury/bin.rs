//! Business identification numbers.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A business identification number (BIN, БСН): 12 digits that name a legal person of Kazakhstan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Bin(u64);

/// A text that is no such number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no business identification number: 12 digits")]
pub struct UnknownBin(pub String);

impl FromStr for Bin {
    type Err = UnknownBin;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        let plain = text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = plain.then(|| text.parse().ok()).flatten();
        number.map(Self).ok_or_else(|| UnknownBin(text.to_owned()))
    }
}

impl fmt::Display for Bin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:012}", self.0)
    }
}

impl TryFrom<String> for Bin {
    type Error = UnknownBin;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Bin> for String {
    fn from(bin: Bin) -> Self {
        bin.to_string()
    }
}
