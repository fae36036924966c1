//! What stands in a frame's brackets: `data][x…][x…]_ts`, in clear or decrypted.

use saqta_domain::device::CipherKey;

use super::crypto;
use super::timestamp;

/// A frame's content, cut into its blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content<'a> {
    /// The data block, with the account if it stands there.
    pub data: &'a [u8],
    /// The X-data blocks, each with its letter first.
    pub xdata: Vec<&'a [u8]>,
    /// The time stamp from its `_` on.
    pub stamp: Option<&'a [u8]>,
}

impl<'a> Content<'a> {
    /// Cuts what follows a frame's `[`. A missing bracket ends its block at the end of the frame.
    #[must_use]
    pub fn parse(text: &'a [u8]) -> Self {
        let (data, mut rest) = block(text);
        let mut xdata = Vec::new();
        while let Some(inside) = rest.strip_prefix(b"[") {
            let (one, after) = block(inside);
            xdata.push(one);
            rest = after;
        }
        let stamp = rest.trim_ascii();
        Self {
            data,
            xdata,
            stamp: (!stamp.is_empty()).then_some(stamp),
        }
    }
}

fn block(text: &[u8]) -> (&[u8], &[u8]) {
    match text.iter().position(|&byte| byte == b']') {
        Some(end) => (&text[..end], &text[end + 1..]),
        None => (text, b""),
    }
}

/// Decrypts what follows an encrypted frame's `[` and strips the padding. `None` if the key does not fit.
///
/// A cipher without authentication turns a wrong key into random bytes, which are told from a text by their form: a
/// bar before any bracket, and then either a well-formed time stamp at the end or nothing but plain text.
#[must_use]
pub fn decrypt(key: &CipherKey, content: &[u8]) -> Option<Vec<u8>> {
    let digits = content.trim_ascii();
    let digits = digits.strip_suffix(b"]").unwrap_or(digits);
    let mut text = crypto::decrypt_hex(key, digits)?;
    let bar = text
        .iter()
        .position(|byte| matches!(byte, b'|' | b'[' | b']'))
        .filter(|&at| text[at] == b'|')?;
    // Some senders forget the padding; then the bar is the one after the account.
    let is_account = text[0] == b'#' && bar > 3 && text[1..bar].iter().all(u8::is_ascii_alphanumeric);
    text.drain(..if is_account { 0 } else { bar + 1 });
    is_text(&text).then_some(text)
}

fn is_text(text: &[u8]) -> bool {
    let content = Content::parse(text);
    match content.stamp {
        Some(stamp) => stamp.strip_prefix(b"_").and_then(timestamp::parse).is_some(),
        None => {
            let printable = |byte: &u8| byte.is_ascii_graphic() || *byte == b' ';
            content.data.len() >= SHORTEST_UNSTAMPED && text.ends_with(b"]") && text.iter().all(printable)
        }
    }
}

/// Without a time stamp, shorter data could be made by chance from a wrong key.
const SHORTEST_UNSTAMPED: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_and_time_stamp_are_cut_apart() {
        assert_eq!(
            Content::parse(b"#1234|NBA01][X12.5E][ITower B]_12:00:00,01-02-2026"),
            Content {
                data: b"#1234|NBA01",
                xdata: vec![b"X12.5E", b"ITower B"],
                stamp: Some(b"_12:00:00,01-02-2026")
            }
        );
        assert_eq!(
            Content::parse(b"]"),
            Content {
                data: b"",
                xdata: vec![],
                stamp: None
            }
        );
        assert_eq!(
            Content::parse(b"|NPA"),
            Content {
                data: b"|NPA",
                xdata: vec![],
                stamp: None
            },
            "no bracket"
        );
        assert_eq!(Content::parse(b"|NPA][Iroom").xdata, [b"Iroom"]);
    }

    fn key(fill: u8) -> CipherKey {
        CipherKey::from_bytes(vec![fill; 16]).unwrap()
    }

    fn encrypted(text: &[u8]) -> Vec<u8> {
        let mut digits = Vec::new();
        crypto::encrypt_hex(&key(1), text, &mut digits).unwrap();
        digits
    }

    #[test]
    fn the_padding_goes_and_the_text_stays() {
        let text = b"#1234|NPA01][L\xCF\xEE\xF1\xF2]_12:00:00,01-02-2026";
        let digits = encrypted(text);
        assert_eq!(decrypt(&key(1), &digits).as_deref(), Some(&text[..]));
        assert_eq!(
            decrypt(&key(1), &digits.to_ascii_lowercase()).as_deref(),
            Some(&text[..])
        );
        assert_eq!(
            decrypt(&key(1), &[&digits[..], b"]"].concat()).as_deref(),
            Some(&text[..]),
            "a bracket too much"
        );
    }

    #[test]
    fn a_wrong_key_does_not_fit() {
        for text in [
            &b"]_12:00:00,01-02-2026"[..],
            b"#1234|NPA01]_12:00:00,01-02-2026",
            b"#1234|NPA01]",
        ] {
            let digits = encrypted(text);
            assert!(decrypt(&key(1), &digits).is_some());
            let fits = (2..=255)
                .filter(|&fill| decrypt(&key(fill), &digits).is_some())
                .count();
            assert_eq!(fits, 0, "wrong keys that fit {}", text.escape_ascii());
        }
    }
}
