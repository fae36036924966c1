//! Any bytes, cut anywhere: the SIA DC-09 codec neither fails nor loses one, and what it answers is sound.

#![no_main]

use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;
use saqta_domain::device::{CipherKey, Encoding};
use saqta_domain::ids::DeviceId;
use saqta_intake::dc09::data::MOST_REPORTS;
use saqta_intake::dc09::encode::reply;
use saqta_intake::dc09::framing::{Deframer, MAX_FRAME};
use saqta_intake::dc09::reading::{Directory, Known, read};

/// Every account is one device with a key, so that the encrypted paths are reached.
struct Everybody {
    device: DeviceId,
    key: Option<CipherKey>,
}

impl Directory for Everybody {
    fn candidates(&self, _account: &str, _receiver: Option<&str>, _prefix: Option<&str>) -> Vec<Known<'_>> {
        vec![Known {
            device: &self.device,
            encoding: Encoding::Windows1251,
            key: self.key.as_ref(),
        }]
    }
}

fuzz_target!(|input: (usize, &[u8])| {
    let (cut, bytes) = input;
    let (left, right) = bytes.split_at(cut % (bytes.len() + 1));
    let mut deframer = Deframer::new();
    let mut chunks = Vec::new();
    for piece in [left, right] {
        deframer.push(piece);
        chunks.extend(std::iter::from_fn(|| deframer.next_chunk()));
    }
    chunks.append(&mut deframer.finish());
    assert_eq!(
        without_separators(&chunks.concat()),
        without_separators(bytes),
        "a byte was lost"
    );

    let now = Timestamp::UNIX_EPOCH;
    let everybody = Everybody {
        device: "panel".into(),
        key: CipherKey::from_bytes(vec![7; 16]),
    };
    for chunk in &chunks {
        assert!(chunk.len() <= MAX_FRAME.max(bytes.len()));
        let read = read(chunk, now, &everybody);
        if let Some(message) = read.reading.message() {
            assert!(message.reports.len() <= MOST_REPORTS);
        }
        if let Some(answer) = read.answer {
            let cut = Deframer::datagram(&answer);
            assert_eq!(cut, [answer.as_slice()], "an answer is one frame");
            let _a_sequence_number_may_be_missing = reply(&answer);
        }
    }
});

fn without_separators(bytes: &[u8]) -> Vec<u8> {
    bytes
        .iter()
        .copied()
        .filter(|byte| !matches!(byte, b'\r' | b'\n' | 0))
        .collect()
}
