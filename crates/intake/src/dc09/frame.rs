//! The fields of one frame: `LF crc 0LLL "id" seq Rrcvr Lpref #acct [content CR`, with every quirk met in the field.
//!
//! Nothing here interprets the content; see [`super::content`]. Fields are kept as the bytes that came, because an
//! answer must echo them exactly: one panel (Pyronix) drops the link when an answer invents a receiver number.

use super::crc;
use super::galaxy::{self, Block};
use super::header::{Crc, Header, Look, look};
use super::text::LONGEST_FIELD;

/// A frame cut into its fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame<'a> {
    /// How the checksum came out.
    pub checksum: Checksum,
    /// What the frame is.
    pub id: Id<'a>,
    /// Whether the id carries the star of an encrypted content.
    pub encrypted: bool,
    /// The sequence number as sent; empty when there is none.
    pub sequence: &'a [u8],
    /// The receiver number after `R`, if the frame has an `R`.
    pub receiver: Option<&'a [u8]>,
    /// The account prefix after `L`, if the frame has an `L`; a bare `L` gives an empty one.
    pub prefix: Option<&'a [u8]>,
    /// The account after `#`.
    pub account: Option<&'a [u8]>,
    /// Everything from the id to the `[`, which the answer echoes.
    pub echo: &'a [u8],
    /// Everything after the `[`.
    pub content: &'a [u8],
}

/// How a checksum came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checksum {
    /// Right, with or without the carriage return counted.
    Right(Style),
    /// Wrong in every variant, or missing.
    Wrong,
}

/// How a checksum is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// Four hex digits.
    #[default]
    Hex,
    /// Two raw bytes, high byte first.
    Raw,
}

/// What a frame is, by its quoted id, the star aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Id<'a> {
    /// `NULL`: supervision.
    Null,
    /// `SIA-DCS`: SIA blocks.
    SiaDcs,
    /// `ADM-CID`: Contact ID.
    AdmCid,
    /// `ACK`, `NAK` or `DUH`: what a receiver says.
    Answer(&'a [u8]),
    /// Another id; empty when it could not be read.
    Other(&'a [u8]),
}

impl<'a> Id<'a> {
    fn of(name: &'a [u8]) -> Self {
        match name.to_ascii_uppercase().as_slice() {
            b"NULL" => Self::Null,
            b"SIA-DCS" => Self::SiaDcs,
            b"ADM-CID" => Self::AdmCid,
            b"ACK" | b"NAK" | b"DUH" => Self::Answer(name),
            _ => Self::Other(name),
        }
    }

    /// The id as sent, without quotes and star.
    #[must_use]
    pub fn name(self) -> &'a [u8] {
        match self {
            Self::Null => b"NULL",
            Self::SiaDcs => b"SIA-DCS",
            Self::AdmCid => b"ADM-CID",
            Self::Answer(name) | Self::Other(name) => name,
        }
    }
}

/// What is no DC-09 frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoFrame {
    /// A block of Galaxy "SIA over IP".
    #[error("a block of Galaxy \"SIA over IP\", another protocol")]
    Galaxy,
    /// Neither a quoted id nor an account.
    #[error("neither a quoted id nor an account")]
    Noise,
}

impl<'a> Frame<'a> {
    /// Cuts one chunk of a [`super::framing::Deframer`] into its fields.
    ///
    /// # Errors
    /// [`NoFrame`] for what is no DC-09 frame. A damaged one is a frame as long as it has a quoted id or an account.
    pub fn parse(chunk: &'a [u8]) -> Result<Self, NoFrame> {
        if galaxy::block(chunk) == Block::Whole(chunk.len()) {
            return Err(NoFrame::Galaxy);
        }
        let (body, checksum) = body(chunk);
        let (id, encrypted, rest) = match quoted_id(body, checksum) {
            Some((name, rest)) => {
                let clear = name.strip_prefix(b"*");
                (Id::of(clear.unwrap_or(name)), clear.is_some(), rest)
            }
            None if checksum == Checksum::Wrong && !has_account(body) => return Err(NoFrame::Noise),
            None => (Id::Other(b""), false, body),
        };
        let bracket = rest.iter().position(|&byte| byte == b'[').unwrap_or(rest.len());
        let (echo, content) = rest.split_at(bracket);
        let content = content.strip_prefix(b"[").unwrap_or(content);
        let routing = Routing::of(echo);
        Ok(Self {
            checksum,
            id,
            encrypted,
            sequence: routing.sequence,
            receiver: routing.receiver,
            prefix: routing.prefix,
            account: routing.account,
            echo,
            content,
        })
    }

    /// The sequence number, if it is one. Some panels count in hex.
    #[must_use]
    pub fn sequence_number(&self) -> Option<u16> {
        let text = std::str::from_utf8(self.sequence).ok()?;
        text.parse().ok().or_else(|| u16::from_str_radix(text, 16).ok())
    }
}

/// The body, from the first quote, without the carriage return, and how its checksum came out.
fn body(chunk: &[u8]) -> (&[u8], Checksum) {
    let text = chunk.strip_prefix(b"\n").unwrap_or(chunk);
    let Look::Header(header) = look(text, true) else {
        let quote = text.iter().position(|&byte| byte == b'"').unwrap_or(0);
        return (without_end(&text[quote..]), Checksum::Wrong);
    };
    let body = without_end(&text[header.size..]);
    match checked(header, body) {
        Some((body, style)) => (body, Checksum::Right(style)),
        None => (body, Checksum::Wrong),
    }
}

fn without_end(text: &[u8]) -> &[u8] {
    let end = text
        .iter()
        .rposition(|byte| !matches!(byte, b'\r' | b'\n' | 0))
        .map_or(0, |last| last + 1);
    &text[..end]
}

/// The part of `body` that the checksum covers: all of it; with the carriage return; or as much as the length says.
fn checked(header: Header, body: &[u8]) -> Option<(&[u8], Style)> {
    let (declared, style) = match header.crc {
        Crc::Hex(crc) => (crc, Style::Hex),
        Crc::Raw(crc) => (crc, Style::Raw),
        Crc::Absent => return None,
    };
    let whole = crc::crc16(body);
    if whole == declared || crc::continued(whole, b"\r") == declared {
        return Some((body, style));
    }
    let measured = body.get(..header.length?)?;
    (crc::crc16(measured) == declared).then_some((measured, style))
}

/// The quoted id at the start of a body and what follows it. Without a right checksum it must look like one.
fn quoted_id(body: &[u8], checksum: Checksum) -> Option<(&[u8], &[u8])> {
    const LONGEST: usize = 17;
    let inside = body.strip_prefix(b"\"")?;
    let length = inside.iter().take(LONGEST + 1).position(|&byte| byte == b'"')?;
    let (name, rest) = inside.split_at(length);
    let letters = name.strip_prefix(b"*").unwrap_or(name);
    let in_id = |byte: &u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || *byte == b'-';
    let plausible = checksum != Checksum::Wrong || letters.len() >= 2 && letters.iter().all(in_id);
    plausible.then_some((name, &rest[1..]))
}

/// Whether `#`, 3 to 16 letters or digits and a bracket or bar stand anywhere in a damaged body.
fn has_account(body: &[u8]) -> bool {
    body.iter()
        .enumerate()
        .filter(|&(_, &byte)| byte == b'#')
        .any(|(at, _)| {
            let rest = &body[at + 1..];
            let length = rest
                .iter()
                .take_while(|byte| byte.is_ascii_alphanumeric())
                .count();
            (3..=16).contains(&length)
                && rest
                    .get(length)
                    .is_some_and(|byte| matches!(byte, b'[' | b'|' | b']'))
        })
}

/// The fields between the id and the bracket.
#[derive(Default)]
struct Routing<'a> {
    sequence: &'a [u8],
    receiver: Option<&'a [u8]>,
    prefix: Option<&'a [u8]>,
    account: Option<&'a [u8]>,
}

impl<'a> Routing<'a> {
    fn of(echo: &'a [u8]) -> Self {
        let hash = echo.iter().position(|&byte| byte == b'#');
        let account = hash
            .map(|at| account(&echo[at + 1..]))
            .filter(|account| !account.is_empty());
        let numbers = &echo[..hash.unwrap_or(echo.len())];
        let (sequence, rest) = numbers.split_at(run_of_hex(numbers));
        let (receiver, rest) = number_after(b'R', rest);
        let (prefix, _rest) = number_after(b'L', rest);
        Self {
            sequence,
            receiver,
            prefix,
            account,
        }
    }
}

/// Up to the end of the header, or to whatever cannot belong to an account in a damaged one.
fn account(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.trim_ascii();
    let length = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_graphic() && !b"|]\"".contains(byte))
        .count();
    &bytes[..length.min(LONGEST_FIELD)]
}

fn number_after(letter: u8, bytes: &[u8]) -> (Option<&[u8]>, &[u8]) {
    match bytes.split_first() {
        Some((&first, rest)) if first == letter => {
            let (number, rest) = rest.split_at(run_of_hex(rest));
            (Some(number), rest)
        }
        _ => (None, bytes),
    }
}

fn run_of_hex(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .take(LONGEST_FIELD)
        .take_while(|byte| byte.is_ascii_hexdigit())
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(body: &str) -> Vec<u8> {
        format!("\n{:04X}{:04X}{body}\r", crc::crc16(body.as_bytes()), body.len()).into_bytes()
    }

    fn text(bytes: Option<&[u8]>) -> Option<&str> {
        bytes.map(|bytes| std::str::from_utf8(bytes).unwrap())
    }

    #[test]
    fn the_published_frame_is_cut_into_its_fields() {
        let chunk = b"\nCE110032\"SIA-DCS\"9876R579BDFL789ABC#12345A[#12345A|NFA129]\r";
        assert_eq!(
            Frame::parse(chunk),
            Ok(Frame {
                checksum: Checksum::Right(Style::Hex),
                id: Id::SiaDcs,
                encrypted: false,
                sequence: b"9876",
                receiver: Some(b"579BDF"),
                prefix: Some(b"789ABC"),
                account: Some(b"12345A"),
                echo: b"9876R579BDFL789ABC#12345A",
                content: b"#12345A|NFA129]",
            })
        );
    }

    #[test]
    fn receiver_and_line_may_be_missing_or_bare() {
        for (fields, sequence, receiver, prefix, account) in [
            ("0001R1L2#1234", "0001", Some("1"), Some("2"), Some("1234")),
            ("0001L0#1234", "0001", None, Some("0"), Some("1234")),
            ("0001L000#1234", "0001", None, Some("000"), Some("1234")),
            ("0001L#1234", "0001", None, Some(""), Some("1234")),
            ("0001#1234", "0001", None, None, Some("1234")),
            ("0001R#1234", "0001", Some(""), None, Some("1234")),
            ("000BR0L0#FFFF", "000B", Some("0"), Some("0"), Some("FFFF")),
            ("0001L0", "0001", None, Some("0"), None),
            ("", "", None, None, None),
        ] {
            let chunk = hex(&format!("\"SIA-DCS\"{fields}[|NPA]"));
            let frame = Frame::parse(&chunk).unwrap();
            assert_eq!(
                (
                    text(Some(frame.sequence)),
                    text(frame.receiver),
                    text(frame.prefix),
                    text(frame.account)
                ),
                (Some(sequence), receiver, prefix, account),
                "{fields}"
            );
            assert_eq!(frame.echo, fields.as_bytes());
        }
    }

    #[test]
    fn a_checksum_is_right_in_every_known_variant() {
        let body = "\"ADM-CID\"0042R0L0#1234[#1234|1120 00 001]";
        let plain = crc::crc16(body.as_bytes());
        let with_cr = crc::continued(plain, b"\r");
        let [high, low] = plain.to_be_bytes();
        let raw = [
            &[b'\n', high, low][..],
            format!("{:04X}{body}\r", body.len()).as_bytes(),
        ]
        .concat();
        for (chunk, style) in [
            (
                format!("\n{plain:04X}{:04X}{body}\r", body.len()).into_bytes(),
                Style::Hex,
            ),
            (
                format!("\n{plain:04x}{:04x}{body}\r", body.len()).into_bytes(),
                Style::Hex,
            ),
            (
                format!("\n{with_cr:04X}{:04X}{body}\r", body.len() + 1).into_bytes(),
                Style::Hex,
            ),
            (
                format!("\n{plain:04X}{:04}{body}\r", body.len()).into_bytes(),
                Style::Hex,
            ),
            (format!("\n{plain:04X}{body}\r").into_bytes(), Style::Hex),
            (
                format!("{plain:04X}{:04X}{body}", body.len()).into_bytes(),
                Style::Hex,
            ),
            (
                format!("\n{plain:04X}{:04X}{body}#\r", body.len()).into_bytes(),
                Style::Hex,
            ),
            (raw, Style::Raw),
        ] {
            let frame = Frame::parse(&chunk).unwrap();
            assert_eq!(frame.checksum, Checksum::Right(style), "{}", chunk.escape_ascii());
            assert_eq!(frame.content, b"#1234|1120 00 001]", "{}", chunk.escape_ascii());
        }
    }

    #[test]
    fn a_damaged_frame_is_still_a_frame_and_noise_is_not() {
        for damaged in [
            &b"\nCE120032\"SIA-DCS\"9876R579BDFL789ABC#12345A[#12345A|NFA129]\r"[..],
            b"\n\"SIA-DCS\"0001L0#1234[|NPA]\r",
            b"\n0000\x00012\"SIA_DCS\"0001L0#1234[|NPA]\r",
            b"-DCS\"0001L0#1234[|NPA]\r",
            b"\"NULL\"",
        ] {
            let frame = Frame::parse(damaged).unwrap();
            assert_eq!(frame.checksum, Checksum::Wrong, "{}", damaged.escape_ascii());
        }
        for noise in [
            &b"GET / HTTP/1.1\r"[..],
            b"",
            b"\n\r",
            b"SSH-2.0-x\r",
            b"{\"method\": 1}",
            b"a#1[",
            b"\"\"",
            b"AT+CSQ\r",
        ] {
            assert_eq!(
                Frame::parse(noise),
                Err(NoFrame::Noise),
                "{}",
                noise.escape_ascii()
            );
        }
    }

    #[test]
    fn a_right_checksum_vouches_for_an_odd_id() {
        let chunk = hex("\"sia-dcs\"0001L0#1234[|NPA]");
        let frame = Frame::parse(&chunk).unwrap();
        assert_eq!((frame.id, frame.echo), (Id::SiaDcs, &b"0001L0#1234"[..]));
        let chunk = hex("\"\"0001L0#1234[|NPA]");
        assert_eq!(Frame::parse(&chunk).unwrap().id, Id::Other(b""));
    }

    #[test]
    fn stars_and_answers_are_told_from_signals() {
        let chunk = hex("\"*ADM-CID\"0001L0#1234[00]");
        let frame = Frame::parse(&chunk).unwrap();
        assert_eq!((frame.id, frame.encrypted), (Id::AdmCid, true));
        let chunk = hex("\"ACK\"0000L0#1409[]");
        assert_eq!(chunk, b"\n59890012\"ACK\"0000L0#1409[]\r");
        assert_eq!(Frame::parse(&chunk).unwrap().id, Id::Answer(b"ACK"));
    }
}
