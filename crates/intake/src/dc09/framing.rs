//! Cuts a stream of bytes into frames.
//!
//! A [`Deframer`] is fed with what the network gives, in whatever pieces, and yields chunks: each is one frame from
//! its line feed to its carriage return, byte for byte (without the latter when length and checksum prove the frame
//! whole before it came), or something that was no frame. Nothing is dropped except
//! separators between frames (CR, LF, NUL).
//!
//! Where a frame ends is decided by its checksum first, then by its length, then by its carriage return: any one of
//! them may be damaged, and a damaged frame must still come out at once, because it may be somebody's only press.

use super::crc;
use super::galaxy::{self, Block};
use super::header::{Crc, Header, Look, look};

/// The longest frame, in bytes. The standard's length field ends at 0x0FFF; what grows longer is yielded as it is.
pub const MAX_FRAME: usize = 8192;

const LF: u8 = b'\n';
const CR: u8 = b'\r';

/// Cuts a stream of bytes into frames.
#[derive(Debug, Default)]
pub struct Deframer {
    buffer: Vec<u8>,
    taken: usize,
}

impl Deframer {
    /// An empty one.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Cuts one datagram, which may hold several frames.
    #[must_use]
    pub fn datagram(bytes: &[u8]) -> Vec<Vec<u8>> {
        let mut deframer = Self::new();
        deframer.push(bytes);
        let mut chunks: Vec<_> = std::iter::from_fn(|| deframer.next_chunk()).collect();
        chunks.append(&mut deframer.finish());
        chunks
    }

    /// Adds what was received.
    pub fn push(&mut self, bytes: &[u8]) {
        if self.taken > 0 {
            self.buffer.drain(..self.taken);
            self.taken = 0;
        }
        self.buffer.extend_from_slice(bytes);
    }

    /// Whether a part of something is held back.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        !self.rest().iter().all(|&byte| is_separator(byte))
    }

    /// The next chunk, if one is complete.
    pub fn next_chunk(&mut self) -> Option<Vec<u8>> {
        self.cut(false)
    }

    /// Nothing more will come, or not soon: yields all that is held, cut as well as can be.
    #[must_use]
    pub fn finish(&mut self) -> Vec<Vec<u8>> {
        let mut chunks: Vec<_> = std::iter::from_fn(|| self.cut(true)).collect();
        if self.is_waiting() {
            chunks.push(self.rest().to_vec());
        }
        self.buffer.clear();
        self.taken = 0;
        chunks
    }

    fn rest(&self) -> &[u8] {
        &self.buffer[self.taken..]
    }

    fn cut(&mut self, ended: bool) -> Option<Vec<u8>> {
        loop {
            match next(self.rest(), ended) {
                Next::Skip(count) => self.taken += count,
                Next::Chunk(length) => {
                    let chunk = self.rest()[..length].to_vec();
                    self.taken += length;
                    return Some(chunk);
                }
                Next::Wait => return None,
            }
        }
    }
}

enum Next {
    /// So many bytes are separators.
    Skip(usize),
    /// So many bytes are a chunk.
    Chunk(usize),
    /// More bytes are needed.
    Wait,
}

impl Next {
    /// A chunk of `length` bytes that does not belong to the separator before it.
    fn after(separator: usize, length: usize) -> Self {
        if separator > 0 {
            Self::Skip(separator)
        } else {
            Self::Chunk(length)
        }
    }
}

fn is_separator(byte: u8) -> bool {
    matches!(byte, CR | LF | 0)
}

fn next(bytes: &[u8], ended: bool) -> Next {
    let Some(&first) = bytes.first() else {
        return Next::Wait;
    };
    if first == CR || first == 0 {
        return Next::Skip(1);
    }
    let lead = usize::from(first == LF);
    match look(&bytes[lead..], ended) {
        Look::Header(header) => return frame(bytes, lead, header, ended),
        Look::TooFew => {
            return match galaxy::block(&bytes[lead..]) {
                Block::Whole(length) => Next::after(lead, length),
                Block::Partial(_) | Block::No => Next::Wait,
            };
        }
        Look::No => {}
    }
    if lead == 1 && bytes.get(1).is_none_or(|&byte| is_separator(byte)) {
        return Next::Skip(1);
    }
    match galaxy::block(&bytes[lead..]) {
        Block::Whole(length) => return Next::after(lead, length),
        Block::Partial(_) if !ended && !bytes.contains(&CR) => return wait_or_overflow(bytes),
        Block::Partial(_) | Block::No => {}
    }
    line(bytes, lead)
}

/// Something without a readable header: up to its CR, or to the LF that starts the next.
fn line(bytes: &[u8], lead: usize) -> Next {
    match bytes[lead..].iter().position(|&byte| byte == CR || byte == LF) {
        Some(at) if bytes[lead + at] == CR => Next::Chunk(lead + at + 1),
        Some(at) => Next::Chunk(lead + at),
        None => wait_or_overflow(bytes),
    }
}

fn wait_or_overflow(bytes: &[u8]) -> Next {
    if bytes.len() >= MAX_FRAME {
        Next::Chunk(bytes.len().min(MAX_FRAME))
    } else {
        Next::Wait
    }
}

/// A frame with a readable header: where does it end?
fn frame(bytes: &[u8], lead: usize, header: Header, ended: bool) -> Next {
    let start = lead + header.size;
    let body = &bytes[start..bytes.len().min(MAX_FRAME)];
    let declared = header
        .length
        .filter(|&length| length > 0 && start + length < MAX_FRAME);

    if let Some(end) = declared.and_then(|length| end_by_length(body, length))
        && has_checksum(header.crc, &body[..end])
    {
        return Next::Chunk(start + end);
    }
    // Length and checksum prove it whole: who waits for its answer need not send the CR first. A frame that counts
    // its CR is not proven before the CR is there.
    if let Some(text) = declared.and_then(|length| body.get(..length))
        && is_checksum(header.crc, crc::crc16(text))
    {
        return Next::Chunk(start + text.len());
    }
    for (at, &byte) in body.iter().enumerate() {
        match byte {
            CR => {
                let more_expected = declared.is_some_and(|length| at + 1 < length && body.len() <= length);
                if ended
                    || !more_expected
                    || has_checksum(header.crc, &body[..=at])
                    || looks_complete(&body[..at])
                {
                    return Next::Chunk(start + at + 1);
                }
            }
            LF if has_checksum(header.crc, &body[..at]) => return Next::Chunk(start + at),
            LF => match look(&body[at + 1..], ended) {
                Look::Header(_) => return Next::Chunk(start + at),
                Look::TooFew => return Next::Wait,
                Look::No => {}
            },
            _ => {}
        }
    }
    wait_or_overflow(bytes)
}

/// Where the body ends with its CR if its length is right: counted without the CR, or with it (ELDES).
fn end_by_length(body: &[u8], length: usize) -> Option<usize> {
    if body.get(length - 1) == Some(&CR) {
        Some(length)
    } else if body.get(length) == Some(&CR) {
        Some(length + 1)
    } else {
        None
    }
}

/// Whether the checksum covers `body` without its final CR or with it.
fn has_checksum(declared: Crc, body: &[u8]) -> bool {
    let text = body.strip_suffix(&[CR]).unwrap_or(body);
    let without = crc::crc16(text);
    is_checksum(declared, without) || is_checksum(declared, crc::continued(without, &[CR]))
}

fn is_checksum(declared: Crc, computed: u16) -> bool {
    matches!(declared, Crc::Hex(crc) | Crc::Raw(crc) if crc == computed)
}

/// Whether a damaged body is whole: no bracket is open in it, or it is encrypted, which leaves one open.
fn looks_complete(body: &[u8]) -> bool {
    let last = |bracket: u8| body.iter().rposition(|&byte| byte == bracket);
    body.starts_with(b"\"*") || last(b'[') <= last(b']')
}

#[cfg(test)]
mod tests {
    use super::super::answer::wrap;
    use super::super::frame::Style;
    use super::*;

    const NFA: &[u8] = b"\nCE110032\"SIA-DCS\"9876R579BDFL789ABC#12345A[#12345A|NFA129]\r";
    const RP: &[u8] = b"\n1908002B\"SIA-DCS\"0000L0#3080[#3080|Nti19:44/id1/RP]\r";

    /// A CR that came too late to be waited for is no part of its frame.
    fn without_cr(chunks: Vec<Vec<u8>>) -> Vec<Vec<u8>> {
        let strip = |chunk: Vec<u8>| chunk.strip_suffix(&[CR]).map_or(chunk.clone(), <[u8]>::to_vec);
        chunks.into_iter().map(strip).collect()
    }

    fn cut(pieces: &[&[u8]]) -> Vec<Vec<u8>> {
        let mut deframer = Deframer::new();
        let mut chunks = Vec::new();
        for piece in pieces {
            deframer.push(piece);
            chunks.extend(std::iter::from_fn(|| deframer.next_chunk()));
        }
        assert!(
            !deframer.is_waiting(),
            "held back: {}",
            deframer.rest().escape_ascii()
        );
        chunks
    }

    #[test]
    fn two_frames_in_one_piece_with_noise_around_them() {
        let stream = [b"\r\n\0\r\n", NFA, b"\n\n\r\n", RP, b"\r\n"].concat();
        assert_eq!(cut(&[&stream]), [NFA, RP]);
    }

    #[test]
    fn a_frame_split_anywhere_comes_out_whole() {
        let stream = [NFA, RP].concat();
        for at in 0..stream.len() {
            let (left, right) = stream.split_at(at);
            assert_eq!(
                without_cr(cut(&[left, right])),
                without_cr([NFA.to_vec(), RP.to_vec()].into()),
                "split at {at}"
            );
        }
        let bytes: Vec<&[u8]> = stream.chunks(1).collect();
        assert_eq!(
            without_cr(cut(&bytes)),
            without_cr([NFA.to_vec(), RP.to_vec()].into())
        );
    }

    #[test]
    fn a_frame_that_is_proven_whole_does_not_wait_for_its_cr() {
        let body = b"\"SIA-DCS\"0001L0#1234[#1234|NPA01]";
        for style in [Style::Hex, Style::Raw] {
            let frame = wrap(body, style);
            let without = &frame[..frame.len() - 1];
            let mut deframer = Deframer::new();
            deframer.push(without);
            assert_eq!(deframer.next_chunk().as_deref(), Some(without), "{style:?}");
            deframer.push(b"\r");
            assert_eq!((deframer.next_chunk(), deframer.is_waiting()), (None, false));
        }
        let counts_its_cr = [&body[..], b"\r"].concat();
        let header = format!("\n{:04X}{:04X}", crc::crc16(&counts_its_cr), counts_its_cr.len());
        let frame = [header.as_bytes(), &counts_its_cr].concat();
        let mut deframer = Deframer::new();
        deframer.push(&frame[..frame.len() - 1]);
        assert_eq!(deframer.next_chunk(), None, "its CR is part of what it proves");
        deframer.push(b"\r");
        assert_eq!(deframer.next_chunk(), Some(frame));
    }

    #[test]
    fn a_frame_that_counts_its_cr_does_not_wait_for_another_byte() {
        let body = b"\"ADM-CID\"0227L0#4F39[#4F39|1120 01 057]\r";
        let frame = [
            format!("\n{:04X}{:04X}", crc::crc16(body), body.len()).as_bytes(),
            body,
        ]
        .concat();
        assert_eq!(cut(&[&frame]), [&frame[..]]);
        assert_eq!(cut(&[&frame, RP]), [&frame[..], RP]);
    }

    #[test]
    fn raw_checksum_bytes_that_are_separators_do_not_end_the_frame() {
        // Accounts found by search, so that the checksums' bytes are the separators themselves.
        for raw in [b"\n", b"\r", b"\"", b"0"] {
            for position in 0..2 {
                let (body, crc) = (0..=0xFF_FFFF_u32)
                    .map(|n| format!("\"SIA-DCS\"0001L0#{n:06X}[#{n:06X}|NPA01]"))
                    .map(|body| (crc::crc16(body.as_bytes()).to_be_bytes(), body))
                    .find_map(|(crc, body)| (crc[position] == raw[0]).then_some((body, crc)))
                    .unwrap();
                let frame = [
                    b"\n",
                    &crc[..],
                    format!("{:04X}", body.len()).as_bytes(),
                    body.as_bytes(),
                    b"\r",
                ]
                .concat();
                assert_eq!(
                    cut(&[&frame, RP, &frame]),
                    [&frame[..], RP, &frame[..]],
                    "{crc:02x?}"
                );
                let bytes: Vec<&[u8]> = frame.chunks(1).collect();
                assert_eq!(
                    without_cr(cut(&bytes)),
                    [&frame[..frame.len() - 1]],
                    "{crc:02x?}, byte by byte"
                );
            }
        }
    }

    #[test]
    fn a_damaged_length_neither_holds_a_frame_back_nor_swallows_the_next() {
        for length in ["0000", "0005", "0031", "0034", "0FFF", "00X2"] {
            let mut damaged = NFA.to_vec();
            damaged[5..9].copy_from_slice(length.as_bytes());
            assert_eq!(cut(&[&damaged]), [damaged.clone()], "length {length}");
            assert_eq!(cut(&[&damaged, RP]), [&damaged[..], RP], "length {length}");
        }
    }

    #[test]
    fn a_frame_without_its_cr_ends_where_the_next_begins() {
        let without = &NFA[..NFA.len() - 1];
        assert_eq!(cut(&[without, RP]), [without, RP]);
        let mut damaged = without.to_vec();
        damaged[30] ^= 1;
        assert_eq!(cut(&[&damaged, RP]), [&damaged[..], RP]);
    }

    #[test]
    fn a_cr_inside_an_open_bracket_belongs_to_the_text() {
        let body = b"\"SIA-DCS\"0001L0#1234[#1234|NPA01][ILine one\r\nline two]";
        let frame = [
            format!("\n{:04X}{:04X}", crc::crc16(body), body.len()).as_bytes(),
            body,
            b"\r",
        ]
        .concat();
        let (left, right) = frame.split_at(60);
        assert_eq!(cut(&[left, right, RP]), [&frame[..], RP]);
    }

    #[test]
    fn what_never_ends_is_yielded_in_bounded_pieces() {
        let endless = vec![b'x'; 3 * MAX_FRAME + 10];
        let mut deframer = Deframer::new();
        deframer.push(&endless);
        let mut chunks: Vec<_> = std::iter::from_fn(|| deframer.next_chunk()).collect();
        assert_eq!(chunks.iter().map(Vec::len).collect::<Vec<_>>(), [MAX_FRAME; 3]);
        chunks.append(&mut deframer.finish());
        assert_eq!(chunks.concat(), endless, "nothing is dropped");
        assert!(!deframer.is_waiting());

        let open = [&NFA[..40], &vec![b'y'; MAX_FRAME], b"\r", RP].concat();
        assert_eq!(cut(&[&open]).concat(), open);
        assert_eq!(
            cut(&[&open]).last().map(Vec::as_slice),
            Some(RP),
            "it finds its way back"
        );
    }

    #[test]
    fn a_datagram_is_cut_to_its_end() {
        let without = &RP[..RP.len() - 1];
        assert_eq!(Deframer::datagram(&[NFA, without].concat()), [NFA, without]);
        assert_eq!(Deframer::datagram(b"\nhello"), [b"\nhello"]);
        assert_eq!(Deframer::datagram(b"\r\n\r\n"), Vec::<Vec<u8>>::new());
    }

    #[test]
    fn a_galaxy_block_is_cut_out_by_its_own_length() {
        let mut block = vec![0x46, b'#', b'0', b'2', b'7', b'9', b'7', b'8'];
        block.push(block.iter().fold(0xFF, |parity, byte| parity ^ byte));
        assert_eq!(
            cut(&[&block, NFA, b"\r\n", &block]),
            [&block[..], NFA, &block[..]]
        );
    }
}
