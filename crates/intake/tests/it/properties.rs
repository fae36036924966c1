//! What holds for every frame and for any bytes at all.

use jiff::Timestamp;
use proptest::collection::vec;
use proptest::prelude::*;
use saqta_domain::device::{CipherKey, Encoding};
use saqta_domain::signal::Meaning;
use saqta_intake::dc09::encode::{Quirk, Reply, Transmitter, reply};
use saqta_intake::dc09::framing::Deframer;
use saqta_intake::dc09::reading::{Reading, read};

use crate::devices::{Devices, key};

fn now() -> Timestamp {
    "2026-03-01T12:00:00Z".parse().unwrap()
}

fn transmitters() -> impl Strategy<Value = Transmitter> {
    let number = || proptest::option::of("[0-9A-F]{0,6}");
    let quirk = prop_oneof![Just(Quirk::None), Just(Quirk::CountsCr), Just(Quirk::RawChecksum)];
    let key = proptest::option::of(prop_oneof![
        vec(any::<u8>(), 16),
        vec(any::<u8>(), 24),
        vec(any::<u8>(), 32)
    ]);
    ("[0-9A-F]{3,16}", number(), number(), key, quirk).prop_map(|(account, receiver, prefix, key, quirk)| {
        Transmitter {
            account,
            receiver,
            prefix,
            key: key.and_then(CipherKey::from_bytes),
            quirk,
        }
    })
}

/// A text as a panel may send it: any byte but the three that the standard forbids and the separators.
fn texts() -> impl Strategy<Value = Vec<u8>> {
    vec(
        any::<u8>().prop_filter("separators", |byte| !b"[]|^\r\n\0".contains(byte)),
        0..40,
    )
}

fn cut_all(pieces: &[&[u8]]) -> Vec<Vec<u8>> {
    let mut deframer = Deframer::new();
    let mut chunks = Vec::new();
    for piece in pieces {
        deframer.push(piece);
        chunks.extend(std::iter::from_fn(|| deframer.next_chunk()));
    }
    assert!(!deframer.is_waiting());
    chunks
}

proptest! {
    #[test]
    fn what_is_sent_is_read_and_acknowledged(
        transmitter in transmitters(),
        sequence in 1_u16..=9999,
        zone in 0_u16..=999,
        text in texts(),
    ) {
        let location = [b"L", &text[..]].concat();
        let data = format!("Nri1/PA{zone:03}/BA7");
        let frame = transmitter.frame("SIA-DCS", sequence, data.as_bytes(), &[&location], Some(now()));
        let devices = Devices::none().with(&transmitter.account, "panel", Encoding::Windows1252, transmitter.key.clone());
        let read = read(&frame, now(), &devices);

        let Reading::Good(message) = read.reading else { panic!("{:?}", read.reading) };
        prop_assert_eq!(message.account.as_deref(), Some(transmitter.account.as_str()));
        prop_assert_eq!(message.receiver, transmitter.receiver);
        prop_assert_eq!(message.prefix, transmitter.prefix);
        prop_assert_eq!(message.sequence, Some(sequence));
        prop_assert_eq!(message.reports.len(), 2);
        prop_assert_eq!(message.reports[0].point.clone(), Some(format!("{zone:03}")));
        prop_assert!(message.flags.is_empty());
        let answer = read.answer.unwrap();
        prop_assert_eq!(reply(&answer), Some(Reply::Ack(sequence)));
        prop_assert_eq!(cut_all(&[&answer]), [answer]);
    }

    #[test]
    fn frames_come_out_whole_however_the_network_cuts_them(
        frames in vec((transmitters(), 1_u16..=9999, 0_u16..=999), 1..8),
        noise in vec(prop::sample::select(vec!["\r\n", "\n", "\0", ""]), 8),
        cuts in vec(any::<prop::sample::Index>(), 0..10),
    ) {
        let frames: Vec<Vec<u8>> = frames
            .into_iter()
            .map(|(transmitter, sequence, user)| transmitter.contact_id(sequence, &format!("1120 01 {user:03}"), Some(now())))
            .collect();
        let stream: Vec<u8> = frames.iter().zip(&noise).flat_map(|(frame, noise)| [noise.as_bytes(), frame].concat()).collect();
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(stream.len())).collect();
        cuts.extend([0, stream.len()]);
        cuts.sort_unstable();
        let pieces: Vec<&[u8]> = cuts.windows(2).map(|cut| &stream[cut[0]..cut[1]]).collect();
        let without_cr = |chunks: Vec<Vec<u8>>| -> Vec<Vec<u8>> {
            chunks.into_iter().map(|chunk| chunk.strip_suffix(b"\r").unwrap_or(&chunk).to_vec()).collect()
        };
        prop_assert_eq!(without_cr(cut_all(&pieces)), without_cr(frames));
    }

    #[test]
    fn a_frame_sent_again_has_the_same_fingerprint_and_another_has_not(
        transmitter in transmitters(),
        sequence in 1_u16..=9998,
    ) {
        let devices = Devices::none().with(&transmitter.account, "panel", Encoding::Windows1252, transmitter.key.clone());
        let fingerprint = |frame: &[u8]| read(frame, now(), &devices).reading.message().unwrap().fingerprint;
        let later = now() + jiff::SignedDuration::from_secs(7);
        let first = fingerprint(&transmitter.sia(sequence, "NPA01", Some(now())));
        prop_assert_eq!(first, fingerprint(&transmitter.sia(sequence, "NPA01", Some(later))));
        prop_assert_ne!(first, fingerprint(&transmitter.sia(sequence, "NPA02", Some(now()))));
        prop_assert_ne!(first, fingerprint(&transmitter.sia(sequence + 1, "NPA01", Some(now()))));
    }

    #[test]
    fn one_flipped_bit_never_silences_a_press(
        quirk in prop_oneof![Just(Quirk::None), Just(Quirk::CountsCr), Just(Quirk::RawChecksum)],
        bit in any::<prop::sample::Index>(),
    ) {
        let transmitter = Transmitter { quirk, ..Transmitter::new("1234") };
        let mut frame = transmitter.sia(42, "Nri1/PA01", None);
        let bit = bit.index(frame.len() * 8);
        frame[bit / 8] ^= 1 << (bit % 8);
        let devices = Devices::none();
        let readings = Deframer::datagram(&frame).into_iter().map(|chunk| read(&chunk, now(), &devices).reading);
        let calls = readings.filter(|reading| reading.message().is_some_and(|message| !message.supervision)).count();
        prop_assert!(calls >= 1, "bit {bit} of {}", frame.escape_ascii());
    }

    #[test]
    fn any_bytes_are_taken_and_none_are_lost(pieces in vec(vec(any::<u8>(), 0..300), 0..8)) {
        let stream = pieces.concat();
        let mut deframer = Deframer::new();
        let mut chunks = Vec::new();
        for piece in &pieces {
            deframer.push(piece);
            chunks.extend(std::iter::from_fn(|| deframer.next_chunk()));
        }
        chunks.append(&mut deframer.finish());
        let separators = |bytes: &[u8]| -> Vec<u8> {
            bytes.iter().copied().filter(|byte| !b"\r\n\0".contains(byte)).collect()
        };
        prop_assert_eq!(separators(&chunks.concat()), separators(&stream));
        let devices = Devices::none().with("1234", "panel", Encoding::Windows1251, Some(key(1)));
        for chunk in &chunks {
            let _any_reading = read(chunk, now(), &devices);
        }
    }

    #[test]
    fn any_content_of_a_sound_frame_is_answered(
        star in any::<bool>(),
        id in prop_oneof![Just("SIA-DCS"), Just("ADM-CID"), Just("NULL"), Just("SIA-PUL")],
        echo in "[0-9RL#A-F]{0,20}",
        content in vec(any::<u8>().prop_filter("separators", |byte| !b"\r\n\0".contains(byte)), 0..200),
    ) {
        let star = if star { "*" } else { "" };
        let body = [format!("\"{star}{id}\"{echo}[").as_bytes(), &content, b"]"].concat();
        let chunk = saqta_intake::dc09::answer::wrap(&body, saqta_intake::dc09::frame::Style::Hex);
        let devices = Devices::none().with("1234", "panel", Encoding::Windows1251, Some(key(1)));
        let read = read(&chunk, now(), &devices);
        prop_assert!(read.answer.is_some(), "{:?}", read.reading);
        let message = read.reading.message().unwrap();
        let unread = message.reports.is_empty() || message.reports.iter().any(|report| report.meaning == Meaning::Unknown);
        prop_assert!(id != "SIA-PUL" || unread);
    }
}
