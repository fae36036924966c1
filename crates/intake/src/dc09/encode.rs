//! Makes frames as a panel does: for the simulator, the benchmarks and the tests.

use jiff::Timestamp;
use saqta_domain::device::CipherKey;

use super::answer::wrap;
use super::crc;
use super::crypto;
use super::frame::{Frame, Id, Style};
use super::timestamp;

/// How a panel departs from the standard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Quirk {
    /// Not at all.
    #[default]
    None,
    /// Length and checksum count the final CR (ELDES).
    CountsCr,
    /// The checksum is two raw bytes (Trikdis E16, OPAX, Lupusec).
    RawChecksum,
}

/// A panel or a panic-button transmitter.
#[derive(Clone, Debug)]
pub struct Transmitter {
    /// The account after `#`.
    pub account: String,
    /// The receiver number; without it the frame has no `R`.
    pub receiver: Option<String>,
    /// The account prefix; without it the frame has no `L`.
    pub prefix: Option<String>,
    /// The key, if it encrypts.
    pub key: Option<CipherKey>,
    /// How it departs from the standard.
    pub quirk: Quirk,
}

impl Transmitter {
    /// One that sends in clear, without receiver number, as line 0.
    #[must_use]
    pub fn new(account: &str) -> Self {
        Self {
            account: account.to_owned(),
            receiver: None,
            prefix: Some("0".to_owned()),
            key: None,
            quirk: Quirk::None,
        }
    }

    /// A SIA frame with this data behind the account, as `Nri1/PA01`.
    #[must_use]
    pub fn sia(&self, sequence: u16, data: &str, stamp: Option<Timestamp>) -> Vec<u8> {
        self.frame("SIA-DCS", sequence, data.as_bytes(), &[], stamp)
    }

    /// A Contact ID frame with this data behind the account, as `1120 01 001`.
    #[must_use]
    pub fn contact_id(&self, sequence: u16, data: &str, stamp: Option<Timestamp>) -> Vec<u8> {
        self.frame("ADM-CID", sequence, data.as_bytes(), &[], stamp)
    }

    /// A sign of life.
    #[must_use]
    pub fn supervision(&self, stamp: Option<Timestamp>) -> Vec<u8> {
        self.frame("NULL", 0, b"", &[], stamp)
    }

    /// Any frame. `xdata` are blocks with their letter first; `data` may be empty.
    #[must_use]
    pub fn frame(
        &self,
        id: &str,
        sequence: u16,
        data: &[u8],
        xdata: &[&[u8]],
        stamp: Option<Timestamp>,
    ) -> Vec<u8> {
        let mut content = Vec::new();
        if !data.is_empty() {
            content.extend_from_slice(format!("#{}|", self.account).as_bytes());
            content.extend_from_slice(data);
        }
        content.push(b']');
        for block in xdata {
            content.extend_from_slice(&[b"[", *block, b"]"].concat());
        }
        if let Some(time) = stamp {
            timestamp::write(time, &mut content);
        }
        self.finish(id, sequence, &content)
    }

    fn finish(&self, id: &str, sequence: u16, content: &[u8]) -> Vec<u8> {
        let star = if self.key.is_some() { "*" } else { "" };
        let number = |letter: char, number: &Option<String>| {
            number.as_ref().map_or(String::new(), |n| format!("{letter}{n}"))
        };
        let (receiver, prefix) = (number('R', &self.receiver), number('L', &self.prefix));
        let account = &self.account;
        let mut body = format!("\"{star}{id}\"{sequence:04}{receiver}{prefix}#{account}[").into_bytes();
        let encrypted = self
            .key
            .as_ref()
            .and_then(|key| crypto::encrypt_hex(key, content, &mut body));
        if encrypted.is_none() {
            body.extend_from_slice(content);
        }
        match self.quirk {
            Quirk::None => wrap(&body, Style::Hex),
            Quirk::RawChecksum => wrap(&body, Style::Raw),
            Quirk::CountsCr => {
                body.push(b'\r');
                [
                    format!("\n{:04X}{:04X}", crc::crc16(&body), body.len()).as_bytes(),
                    &body,
                ]
                .concat()
            }
        }
    }
}

/// What a receiver answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// The frame with this sequence number is kept.
    Ack(u16),
    /// The clock is to be set.
    Nak,
    /// The frame with this sequence number could not be read.
    Duh(u16),
}

/// Reads a receiver's answer, in clear or encrypted; `None` if it is none or damaged.
#[must_use]
pub fn reply(chunk: &[u8]) -> Option<Reply> {
    let frame = Frame::parse(chunk).ok()?;
    let Id::Answer(name) = frame.id else { return None };
    if frame.checksum == super::frame::Checksum::Wrong {
        return None;
    }
    match name {
        b"ACK" => frame.sequence_number().map(Reply::Ack),
        b"DUH" => frame.sequence_number().map(Reply::Duh),
        b"NAK" => Some(Reply::Nak),
        _ => None,
    }
}
