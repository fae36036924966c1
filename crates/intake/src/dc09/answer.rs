//! What we answer: `ACK`, `NAK` with our time, `DUH`, or nothing.
//!
//! Sequence, receiver, line and account are echoed byte for byte as they came, however long; what cannot stand in a
//! header is answered by nothing, since a panel may drop the link over an invented one. The checksum takes the form that the
//! panel used, four hex digits or two raw bytes; length and checksum follow the standard (without the CR).

use jiff::Timestamp;
use saqta_domain::device::CipherKey;

use super::crc;
use super::crypto;
use super::frame::{Checksum, Frame, Style};
use super::timestamp;

/// "It is kept": in clear, or encrypted with `key` if the frame was. `None` if its header cannot be echoed.
#[must_use]
pub fn ack(frame: &Frame<'_>, key: Option<&CipherKey>, now: Timestamp) -> Option<Vec<u8>> {
    let echo = echo(frame)?;
    let encrypted = key.and_then(|key| {
        let mut text = b"]".to_vec();
        timestamp::write(now, &mut text);
        let mut body = [b"\"*ACK\"", echo, b"["].concat();
        crypto::encrypt_hex(key, &text, &mut body).map(|()| body)
    });
    let body = encrypted.unwrap_or_else(|| [b"\"ACK\"", echo, b"[]"].concat());
    Some(wrap(&body, style(frame)))
}

/// "Your clock is wrong, this is the time": never encrypted.
#[must_use]
pub fn nak(frame: &Frame<'_>, now: Timestamp) -> Vec<u8> {
    let mut body = b"\"NAK\"0000R0L0A0[]".to_vec();
    timestamp::write(now, &mut body);
    wrap(&body, style(frame))
}

/// "It came, and could not be read": never encrypted. `None` if its header cannot be echoed.
#[must_use]
pub fn duh(frame: &Frame<'_>) -> Option<Vec<u8>> {
    let body = [b"\"DUH\"", echo(frame)?, b"[]"].concat();
    Some(wrap(&body, style(frame)))
}

/// Puts checksum and length before a body, and LF and CR around it.
#[must_use]
pub fn wrap(body: &[u8], style: Style) -> Vec<u8> {
    let crc = crc::crc16(body);
    let mut frame = vec![b'\n'];
    match style {
        Style::Hex => frame.extend_from_slice(format!("{crc:04X}").as_bytes()),
        Style::Raw => frame.extend_from_slice(&crc.to_be_bytes()),
    }
    frame.extend_from_slice(format!("{:04X}", body.len()).as_bytes());
    frame.extend_from_slice(body);
    frame.push(b'\r');
    frame
}

fn style(frame: &Frame<'_>) -> Style {
    match frame.checksum {
        Checksum::Right(style) => style,
        Checksum::Wrong => Style::Hex,
    }
}

/// What to echo: all that stood there, unless it is no header at all.
fn echo<'a>(frame: &Frame<'a>) -> Option<&'a [u8]> {
    let in_header = |byte: &u8| (byte.is_ascii_graphic() || *byte == b' ') && *byte != b'"';
    frame.echo.iter().all(in_header).then_some(frame.echo)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dc09::content;

    fn now() -> Timestamp {
        "2026-03-01T12:00:00Z".parse().unwrap()
    }

    #[test]
    fn the_published_answer_comes_out_byte_for_byte() {
        let chunk = wrap(b"\"SIA-DCS\"0000L0#1409[#1409|NPA]", Style::Hex);
        assert_eq!(
            ack(&Frame::parse(&chunk).unwrap(), None, now()).unwrap(),
            b"\n59890012\"ACK\"0000L0#1409[]\r"
        );
    }

    #[test]
    fn everything_is_echoed_as_it_came() {
        for fields in [
            "0001R1L2#1234",
            "0001L#1234",
            "0001#1234",
            "000bR0L0#ffff",
            "7",
            "0001R#12",
            &format!("0001L0#{}", "7".repeat(90)),
        ] {
            let chunk = wrap(format!("\"SIA-DCS\"{fields}[|NPA]").as_bytes(), Style::Hex);
            let frame = Frame::parse(&chunk).unwrap();
            let expected = wrap(format!("\"ACK\"{fields}[]").as_bytes(), Style::Hex);
            assert_eq!(ack(&frame, None, now()), Some(expected), "{fields}");
            assert_eq!(
                duh(&frame),
                Some(wrap(format!("\"DUH\"{fields}[]").as_bytes(), Style::Hex)),
                "{fields}"
            );
        }
    }

    #[test]
    fn a_header_that_cannot_be_echoed_is_not_answered_with_another() {
        let chunk = wrap(b"\"SIA-DCS\"0001L0\x01#1234[|NPA]", Style::Hex);
        let frame = Frame::parse(&chunk).unwrap();
        assert_eq!((ack(&frame, None, now()), duh(&frame)), (None, None));
    }

    #[test]
    fn the_checksum_takes_the_form_of_the_panel() {
        let chunk = wrap(b"\"SIA-DCS\"0001L0#1234[|NPA]", Style::Raw);
        let answer = ack(&Frame::parse(&chunk).unwrap(), None, now()).unwrap();
        assert_eq!(answer, wrap(b"\"ACK\"0001L0#1234[]", Style::Raw));
        assert_eq!(answer[7], b'"');
    }

    #[test]
    fn an_encrypted_frame_gets_an_encrypted_ack_with_our_time_and_a_clear_nak() {
        let key = CipherKey::from_bytes(vec![7; 32]).unwrap();
        let chunk = wrap(b"\"*SIA-DCS\"0009R1L2#1234[00", Style::Hex);
        let frame = Frame::parse(&chunk).unwrap();
        let answer = ack(&frame, Some(&key), now()).unwrap();
        let parsed = Frame::parse(&answer).unwrap();
        assert!(parsed.encrypted);
        assert_eq!(parsed.echo, b"0009R1L2#1234");
        assert_eq!(
            content::decrypt(&key, parsed.content).as_deref(),
            Some(&b"]_12:00:00,03-01-2026"[..])
        );
        assert_eq!(
            nak(&frame, now()),
            wrap(b"\"NAK\"0000R0L0A0[]_12:00:00,03-01-2026", Style::Hex)
        );
    }
}
