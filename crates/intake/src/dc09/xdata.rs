//! X-data blocks `[Xtext]`: the letter says what the text is.
//!
//! Letters (ANSI/SIA DC-09, 5.5.1.8): A authentication hash, H time of occurrence, I text, L location, O building,
//! P programming data, R room, S site, T what triggered it, V where to verify it, X Y Z position, M network address.
//! I, L, O, P, R, S and V are texts in the panel's encoding, Windows-1252 by the standard.

use encoding_rs::{WINDOWS_1251, WINDOWS_1252};
use jiff::Timestamp;
use saqta_domain::device::Encoding;

use super::timestamp;

const TEXTS: &[u8] = b"ILOPRSV";

/// Letters whose block proves who sent this very transmission: they change when a frame is sent again.
const PROOFS: &[u8] = b"AM";

/// The text of a block that is one.
#[must_use]
pub fn text(block: &[u8]) -> Option<&[u8]> {
    let (letter, text) = block.split_first()?;
    (TEXTS.contains(letter) && !text.trim_ascii().is_empty()).then(|| text.trim_ascii())
}

/// When it happened, by a block `H`.
#[must_use]
pub fn occurred(block: &[u8]) -> Option<Timestamp> {
    block.strip_prefix(b"H").and_then(timestamp::parse)
}

/// Whether the block is part of what was reported, not of how it was sent.
#[must_use]
pub fn is_content(block: &[u8]) -> bool {
    !block.first().is_some_and(|letter| PROOFS.contains(letter))
}

/// Decodes a text of a panel. Control characters become spaces, so that a text stays one line.
#[must_use]
pub fn decode(text: &[u8], encoding: Encoding) -> String {
    let table = match encoding {
        Encoding::Windows1252 => WINDOWS_1252,
        Encoding::Windows1251 => WINDOWS_1251,
    };
    let (decoded, _had_errors) = table.decode_without_bom_handling(text);
    decoded
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_decoded_as_the_device_says() {
        assert_eq!(decode(b"T\xFCr 5 \x80", Encoding::Windows1252), "Tür 5 €");
        assert_eq!(
            decode(b"\xCF\xEE\xF1\xF2 \xB9\x32", Encoding::Windows1251),
            "Пост №2"
        );
        assert_eq!(
            decode(b"\xEF\xBB\xBFa\r\nb", Encoding::Windows1252),
            "ï»¿a  b",
            "no byte order mark"
        );
    }

    #[test]
    fn a_block_is_what_its_letter_says() {
        assert_eq!(text(b"LNorth wing"), Some(&b"North wing"[..]));
        assert_eq!((text(b"X12.5E"), text(b"L "), text(b"")), (None, None, None));
        assert_eq!(
            occurred(b"H12:30:00,06-07-2026"),
            "2026-06-07T12:30:00Z".parse().ok()
        );
        assert_eq!(
            (occurred(b"Hsoon"), occurred(b"I12:30:00,06-07-2026")),
            (None, None)
        );
        assert!(is_content(b"LNorth wing") && is_content(b"") && !is_content(b"A0F3C"));
    }
}
