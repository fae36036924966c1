//! What stands before a frame's first quote: the checksum and the length, in every form that panels send.

/// The checksum as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crc {
    /// Four hex digits, as the standard says.
    Hex(u16),
    /// Two raw bytes, high byte first (Trikdis E16, OPAX, Lupusec).
    Raw(u16),
    /// None.
    Absent,
}

/// Checksum and length of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// The checksum.
    pub crc: Crc,
    /// The length of the body in bytes, if the header says.
    pub length: Option<usize>,
    /// How many bytes the header has; the first quote follows.
    pub size: usize,
}

/// What the bytes after a line feed are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The header of a frame.
    Header(Header),
    /// Too few bytes to know.
    TooFew,
    /// No header.
    No,
}

/// The longest header and the quote after it; no frame is shorter.
const LONGEST: usize = 9;

/// Looks for a header at the start of `bytes`; if they have `ended`, no more will come.
///
/// The two raw bytes of a checksum may be anything, a line feed or a quote too: the forms are told apart by where the
/// quote stands, longest first. Raw bytes without a length are no form: nobody sends that, and line feeds between
/// frames would be taken for them.
#[must_use]
pub fn look(bytes: &[u8], ended: bool) -> Look {
    if bytes.len() < LONGEST && !ended {
        return Look::TooFew;
    }
    let quote_at = |at: usize| bytes.get(at) == Some(&b'"');
    let hex_at = |at: usize| bytes.get(at..at + 4).and_then(hex16);
    let raw = || Some(Crc::Raw(u16::from_be_bytes([*bytes.first()?, *bytes.get(1)?])));
    let header = |crc, length: Option<u16>, size| {
        Look::Header(Header {
            crc,
            length: length.map(usize::from),
            size,
        })
    };

    if quote_at(8)
        && let (Some(crc), Some(length)) = (hex_at(0), hex_at(4))
    {
        return header(Crc::Hex(crc), Some(length), 8);
    }
    if quote_at(6)
        && let (Some(crc), Some(length)) = (raw(), hex_at(2))
    {
        return header(crc, Some(length), 6);
    }
    if quote_at(4)
        && let Some(crc) = hex_at(0)
    {
        return header(Crc::Hex(crc), None, 4);
    }
    if quote_at(0) {
        return header(Crc::Absent, None, 0);
    }
    Look::No
}

fn hex16(digits: &[u8]) -> Option<u16> {
    digits.iter().try_fold(0_u16, |sum, &digit| {
        let value = char::from(digit).to_digit(16)?;
        Some((sum << 4) | u16::try_from(value).ok()?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(bytes: &[u8]) -> (Crc, Option<usize>, usize) {
        match look(bytes, false) {
            Look::Header(Header { crc, length, size }) => (crc, length, size),
            other => panic!("{other:?} in {}", bytes.escape_ascii()),
        }
    }

    #[test]
    fn every_form_is_told_apart_by_where_the_quote_stands() {
        assert_eq!(found(b"1908002B\"SIA"), (Crc::Hex(0x1908), Some(0x2B), 8));
        assert_eq!(
            found(b"ce110032\"SIA"),
            (Crc::Hex(0xCE11), Some(0x32), 8),
            "lower case"
        );
        assert_eq!(found(b"\xCE\x110032\"SIA"), (Crc::Raw(0xCE11), Some(0x32), 6));
        assert_eq!(found(b"1908\"SIA-DCS"), (Crc::Hex(0x1908), None, 4), "no length");
        assert_eq!(found(b"\"SIA-DCS\"0001"), (Crc::Absent, None, 0));
    }

    #[test]
    fn raw_bytes_may_be_separators() {
        for raw in [*b"\n\r", *b"\r\n", *b"\"\"", *b"00", *b"\"\n"] {
            let bytes = [&raw[..], b"0032\"SIA"].concat();
            assert_eq!(found(&bytes), (Crc::Raw(u16::from_be_bytes(raw)), Some(0x32), 6));
        }
    }

    #[test]
    fn a_start_is_judged_only_when_it_is_long_enough() {
        assert_eq!(look(b"1908002B", false), Look::TooFew);
        assert_eq!(look(b"1908002B", true), Look::No);
        assert_eq!(look(b"GET / HTTP/1.1", false), Look::No);
    }
}
