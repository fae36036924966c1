//! What is sealed: whatever identifies a person, credentials, and the raw bytes of signals.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

/// The plain text of one sealed part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Private {
    /// Who an account is.
    Person {
        /// What they sign in with.
        login: String,
        /// What colleagues call them.
        name: String,
    },
    /// An Argon2id hash in PHC format.
    Password(String),
    /// A device's AES key in hex.
    CipherKey(String),
    /// What somebody wrote about an alarm.
    Note(String),
    /// What a press said that Saqta could not place, word for word, so that a guard may make sense of it.
    Claim(Claim),
    /// A signal as it came.
    Signal(RawSignal),
    /// Who was hurt.
    Injured(Injured),
}

/// Who was hurt, as far as the reporter said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Injured {
    /// Their name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Their individual identification number (IIN, ЖСН), 12 digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iin: Option<String>,
    /// Their day of birth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<jiff::civil::Date>,
    /// What they do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occupation: Option<String>,
    /// What happened, in somebody's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub circumstances: Option<String>,
}

impl Injured {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The parts of a press that were not understood.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The zone it named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// The device it named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<String>,
    /// The kind it named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// A body that could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
}

impl Claim {
    /// Whether everything was understood.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A signal byte for byte, with the texts read from it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawSignal {
    /// The bytes.
    #[serde(with = "bytes")]
    pub bytes: Vec<u8>,
    /// The texts inside, decoded (a user's name may be among them).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

mod bytes {
    use super::{Engine, STANDARD};
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    pub(super) fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(bytes))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(deserializer)?;
        STANDARD.decode(text).map_err(D::Error::custom)
    }
}
