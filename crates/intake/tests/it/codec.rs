//! One frame of each kind that panels send, and what becomes of it.

use std::fmt::Write as _;

use jiff::Timestamp;
use saqta_domain::device::{CipherKey, Encoding};
use saqta_intake::dc09::answer::wrap;
use saqta_intake::dc09::content;
use saqta_intake::dc09::encode::{Quirk, Transmitter};
use saqta_intake::dc09::frame::{Frame, Style};
use saqta_intake::dc09::framing::Deframer;
use saqta_intake::dc09::reading::{Read, Reading, read};

use crate::devices::{Devices, key};

fn now() -> Timestamp {
    "2026-03-01T12:00:00Z".parse().unwrap()
}

fn before(seconds: i64) -> Option<Timestamp> {
    Some(now() - jiff::SignedDuration::from_secs(seconds))
}

fn devices() -> Devices {
    Devices::none()
        .with("1234", "panel", Encoding::Windows1252, None)
        .with("5678", "ward-3", Encoding::Windows1251, Some(key(9)))
        .with("5678", "ward-4", Encoding::Windows1251, Some(key(8)))
}

fn encrypting() -> Transmitter {
    Transmitter {
        key: Some(key(8)),
        receiver: Some("1".to_owned()),
        ..Transmitter::new("5678")
    }
}

/// Everything about a reading that is not a hash, in a form that a reviewer can check line by line.
fn shown(read: &Read) -> String {
    let mut text = String::new();
    let name = match &read.reading {
        Reading::Good(_) => "good",
        Reading::WrongClock(_) => "wrong clock",
        Reading::Stale(_) => "stale",
        Reading::Damaged(_) => "damaged",
        Reading::Unreadable(_) => "unreadable",
        Reading::Undecryptable(_) => "undecryptable",
        Reading::Answer => "answer",
        Reading::Galaxy => "galaxy",
        Reading::Noise => "noise",
    };
    writeln!(text, "{name}").unwrap();
    if let Some(message) = read.reading.message() {
        let field =
            |field: &Option<String>| field.clone().map_or("-".to_owned(), |field| format!("{field:?}"));
        writeln!(
            text,
            "  account {} receiver {} prefix {} sequence {:?} device {} supervision {}",
            field(&message.account),
            field(&message.receiver),
            field(&message.prefix),
            message.sequence,
            message.device.as_ref().map_or("-", |device| device.as_str()),
            message.supervision,
        )
        .unwrap();
        for report in &message.reports {
            writeln!(
                text,
                "  {} {:?} point {} area {}",
                report.code,
                report.meaning,
                field(&report.point),
                field(&report.area)
            )
            .unwrap();
        }
        let flags: Vec<&str> = message.flags.iter().map(|flag| flag.code()).collect();
        writeln!(
            text,
            "  text {} occurred {:?} flags {flags:?}",
            field(&message.text),
            message.occurred
        )
        .unwrap();
    }
    match &read.answer {
        Some(answer) => writeln!(text, "  -> {}", answer.escape_ascii()).unwrap(),
        None => writeln!(text, "  -> nothing").unwrap(),
    }
    text
}

fn read_all(stream: &[u8]) -> String {
    let chunks = Deframer::datagram(stream);
    chunks
        .iter()
        .map(|chunk| shown(&read(chunk, now(), &devices())))
        .collect()
}

#[test]
fn published_vectors() {
    let stream = b"\nCE110032\"SIA-DCS\"9876R579BDFL789ABC#12345A[#12345A|NFA129]\r\n1908002B\"SIA-DCS\"0000L0#3080[#3080|Nti19:44/id1/RP]\r\n59890012\"ACK\"0000L0#1409[]\r";
    insta::assert_snapshot!(read_all(stream));
}

#[test]
fn a_published_frame_with_a_raw_checksum() {
    // From a Lupusec XT2; the checksum AD FF is the sender's own and wrong, so it must not be acknowledged.
    let stream = b"\n\xAD\xFF0040\"SIA-DCS\"0049L0#AFFE[#AFFE|Nri1CL0001^user^]_14:06:21,05-17-2026\r";
    insta::assert_snapshot!(read_all(stream));
}

#[test]
fn a_press_of_each_dialect() {
    let plain = Transmitter::new("1234");
    let bare = Transmitter {
        prefix: Some(String::new()),
        ..plain.clone()
    };
    let neither = Transmitter {
        prefix: None,
        ..plain.clone()
    };
    let counting = Transmitter {
        quirk: Quirk::CountsCr,
        ..plain.clone()
    };
    let raw = Transmitter {
        quirk: Quirk::RawChecksum,
        ..plain.clone()
    };
    let stream = [
        plain.sia(1, "Nri1/PA01", before(0)),
        plain.contact_id(2, "1120 01 015", None),
        bare.sia(3, "Nri1/PA01", None),
        neither.sia(4, "Nri1/PA01", None),
        counting.contact_id(5, "1121 00 001", None),
        raw.sia(6, "Nid7/HA", None),
        wrap(b"\"SIA-DCS\"0007L0#1234[1234|NPA01]", Style::Hex),
        wrap(b"\"SIA-DCS\"0008L0[#1234|NPA01]", Style::Hex),
        wrap(b"\"SIA-DCS\"0009L0#9999[#1234|NPA01]", Style::Hex),
    ];
    insta::assert_snapshot!(read_all(&stream.concat()));
}

#[test]
fn several_events_texts_and_positions_in_one_frame() {
    let plain = Transmitter::new("1234");
    let xdata: [&[u8]; 5] = [
        b"LT\xFCr 5",
        b"X46.9E",
        b"H11:59:30,03-01-2026",
        b"A00FF",
        b"RWard 3",
    ];
    let stream = plain.frame(
        "SIA-DCS",
        10,
        b"Nri1/PA01/BA02/ri2/RP^Nightly^/QQ9",
        &xdata,
        before(1),
    );
    insta::assert_snapshot!(read_all(&stream));
}

#[test]
fn supervision_tests_restores_and_openings() {
    let plain = Transmitter::new("1234");
    let stream = [
        plain.supervision(None),
        plain.supervision(before(500)),
        encrypting().supervision(before(0)),
        plain.sia(11, "Nri1/RP", None),
        plain.sia(12, "Nri1/PR01/PH01", None),
        plain.sia(13, "Nid3/OP/CL/OC", None),
        plain.contact_id(14, "1602 00 000", None),
        plain.contact_id(15, "3401 00 003", None),
        plain.contact_id(16, "1406 00 003", None),
    ];
    insta::assert_snapshot!(read_all(&stream.concat()));
}

#[test]
fn wrong_clocks() {
    let plain = Transmitter::new("1234");
    let stream = [
        plain.sia(20, "NPA01", before(41)),
        plain.sia(21, "NPA01", before(-21)),
        wrap(
            b"\"SIA-DCS\"0022L0#1234[#1234|NPA01]_99:00:00,01-01-2026",
            Style::Hex,
        ),
        encrypting().sia(23, "NPA01", before(41)),
        encrypting().sia(24, "NPA01", None),
        encrypting().supervision(before(3600)),
    ];
    insta::assert_snapshot!(read_all(&stream.concat()));
}

#[test]
fn encryption() {
    let unknown_key = Transmitter {
        key: Some(key(1)),
        ..encrypting()
    };
    let unknown_account = Transmitter {
        account: "777".to_owned(),
        ..encrypting()
    };
    let in_clear = Transmitter {
        key: None,
        ..encrypting()
    };
    let good = encrypting().frame("SIA-DCS", 30, b"NPA01", &[b"L\xCF\xEE\xF1\xF2 2"], before(0));
    let read = read(&good, now(), &devices());
    let answer = read.answer.unwrap();
    let parsed = Frame::parse(&answer).unwrap();
    assert_eq!(parsed.echo, b"0030R1L0#5678");
    assert_eq!(
        content::decrypt(&key(8), parsed.content).as_deref(),
        Some(&b"]_12:00:00,03-01-2026"[..])
    );
    let stream = [
        good,
        unknown_key.sia(31, "NPA01", before(0)),
        unknown_key.supervision(before(0)),
        unknown_account.sia(32, "NPA01", before(0)),
        in_clear.sia(33, "NPA01", before(0)),
        wrap(b"\"*SIA-DCS\"0034R1L0#5678[0123", Style::Hex),
    ];
    insta::assert_snapshot!(read_all(&stream.concat()));
}

#[test]
fn damage_unknown_senders_and_noise() {
    let plain = Transmitter::new("1234");
    let mut damaged = plain.sia(40, "NPA01", None);
    damaged[1] ^= 1;
    let mut damaged_supervision = plain.supervision(None);
    damaged_supervision[1] ^= 1;
    let mut damaged_encrypted = encrypting().sia(41, "NPA01", before(0));
    let at = damaged_encrypted.len() - 20;
    damaged_encrypted[at] = b'!';
    let mut galaxy = vec![0x46, b'#', b'0', b'2', b'7', b'9', b'7', b'8'];
    galaxy.push(galaxy.iter().fold(0xFF, |parity, byte| parity ^ byte));
    let stream = [
        damaged,
        damaged_supervision,
        damaged_encrypted,
        Transmitter::new("9999").sia(42, "NPA01", None),
        wrap(b"\"SIA-DCS\"0043[NPA01]", Style::Hex),
        plain.sia(44, "", None),
        wrap(b"\"SIA-DCS\"0045L0#1234[#1234|]", Style::Hex),
        plain.frame("SIA-PUL", 46, b"pulse", &[], None),
        plain.frame("RSP", 47, b"done", &[], None),
        encrypting().frame("RSP", 48, b"done", &[], before(0)),
        b"GET / HTTP/1.1\r\n".to_vec(),
        b"#1234|without anything around it\r\n".to_vec(),
        galaxy,
    ];
    insta::assert_snapshot!(read_all(&stream.concat()));
}

#[test]
fn a_frame_encrypted_by_another_implementation() {
    // Made with the Python packages pycryptodome and pysiaalarm, so that both sides of ours cannot err together.
    let chunk = b"\nFD870078\"*SIA-DCS\"0030R1L0#5678[46050798302A0729228A780538886EF6A118EAE1B312BEF9E4C22CFE756E874C6F83532666C68074F693840DBE7DB1A0\r";
    let key = CipherKey::parse("ascii:ABCDEFGHIJKLMNOP\n").unwrap();
    let devices = Devices::none().with("5678", "panel", Encoding::Windows1252, Some(key));
    let read = read(chunk, now(), &devices);
    let Reading::Good(message) = read.reading else {
        panic!("{:?}", read.reading)
    };
    assert_eq!(
        (
            message.reports[0].code.as_str(),
            message.reports[0].area.as_deref()
        ),
        ("PA", Some("1"))
    );
}
