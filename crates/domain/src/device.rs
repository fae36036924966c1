//! A thing that sends signals or shows them.

use serde::{Deserialize, Serialize};

use crate::ids::{DeviceId, ZoneId};

/// The device kinds that Saqta knows; another kind is kept, with a warning.
pub const KNOWN_KINDS: [&str; 7] = [
    "panic-button",
    "alarm-panel",
    "camera",
    "body-camera",
    "sensor",
    "reader",
    "siren",
];

/// A device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Device {
    /// Its declared id.
    pub id: DeviceId,
    /// One of [`KNOWN_KINDS`], or the owner's own word.
    #[serde(default = "default_kind")]
    pub kind: String,
    /// Where it is, if it has one place.
    #[serde(default)]
    pub zone: Option<ZoneId>,
    /// How it speaks SIA DC-09, if it does.
    #[serde(default)]
    pub dc09: Option<Dc09>,
}

/// What a device is when nobody said: the thing Saqta is for.
#[must_use]
pub fn default_kind() -> String {
    "panic-button".to_owned()
}

/// A device's SIA DC-09 identity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dc09 {
    /// The account number between `#` and `[`, 3–16 characters by the standard, kept as declared.
    pub account: String,
    /// The receiver number after `R`; absent matches any.
    #[serde(default)]
    pub receiver: Option<String>,
    /// The account prefix after `L`; absent matches any.
    #[serde(default)]
    pub prefix: Option<String>,
    /// How its texts are encoded.
    #[serde(default)]
    pub encoding: Encoding,
    /// Whether a key is declared; the key itself is sealed.
    #[serde(default)]
    pub encrypted: bool,
}

/// A single-byte text encoding of panels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encoding {
    /// Western European, the standard's own.
    #[default]
    #[serde(rename = "windows-1252")]
    Windows1252,
    /// Cyrillic, as local panels send.
    #[serde(rename = "windows-1251")]
    Windows1251,
}

/// An AES key of 16, 24 or 32 bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct CipherKey(Vec<u8>);

impl CipherKey {
    /// Reads what a key file holds: 32, 48 or 64 hex digits, or `ascii:` and 16, 24 or 32 characters. One final
    /// newline (LF or CRLF) is stripped.
    ///
    /// # Errors
    /// [`BadKey`] when it is neither.
    pub fn parse(content: &str) -> Result<Self, BadKey> {
        let line = content.strip_suffix('\n').unwrap_or(content);
        let line = line.strip_suffix('\r').unwrap_or(line);
        let bytes = match line.strip_prefix("ascii:") {
            Some(text) if text.is_ascii() => text.as_bytes().to_vec(),
            Some(_) => return Err(BadKey),
            None => hex::decode(line).map_err(|_not_hex| BadKey)?,
        };
        Self::from_bytes(bytes).ok_or(BadKey)
    }

    /// A key of exactly 16, 24 or 32 bytes.
    #[must_use]
    pub fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        matches!(bytes.len(), 16 | 24 | 32).then_some(Self(bytes))
    }

    /// The key's bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl std::fmt::Debug for CipherKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "CipherKey({} bytes)", self.0.len())
    }
}

/// A key file that holds no usable key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a key is 32, 48 or 64 hex digits, or `ascii:` and 16, 24 or 32 characters")]
pub struct BadKey;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_file_may_hold_hex_or_text_and_one_newline() {
        for (content, length) in [
            ("00112233445566778899aabbccddeeff", 16),
            ("00112233445566778899AABBCCDDEEFF0011223344556677\n", 24),
            (
                "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\r\n",
                32,
            ),
            ("ascii:sixteen letters!\n", 16),
        ] {
            assert_eq!(
                CipherKey::parse(content).map(|key| key.as_bytes().len()),
                Ok(length),
                "{content:?}"
            );
        }
        for content in [
            "",
            "0011",
            "ascii:short",
            "zz112233445566778899aabbccddeeff",
            "ascii:шестнадцать",
            "00112233445566778899aabbccddeeff\n\n",
        ] {
            assert_eq!(CipherKey::parse(content), Err(BadKey), "{content:?}");
        }
    }
}
