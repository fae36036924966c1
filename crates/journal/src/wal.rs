//! Reading the WAL that an unclean stop left behind, before SQLite recovers it.
//!
//! SQLite drops everything from the first frame on whose checksum is wrong, without a word: right for a write that
//! was cut off, wrong for a byte that has changed since. Both are told apart here.
//!
//! - **Frame**: 24 bytes of header and a page. Its header bears the WAL's salts and a checksum chained over all
//!   frames before it, so that a frame can also be checked against the header before it alone.
//! - **Commit**: a frame whose header names the database's size: the end of a transaction.
//! - **Torn**: the first bad frame is of the last transaction, which was never answered if the power failed.
//! - **Wal-index**: the file `-shm`; after a killed process it still tells how many frames were committed.
//! - **Damaged**: the wal-index counts the bad frame as committed, or another transaction follows the bad one, so that the bad one had been synced and answered.

use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::Path;

use crate::folder::with_suffix;
use crate::open_error::OpenError;

const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;
/// The part of the wal-index's header that stands in it twice.
const WAL_INDEX: usize = 48;
const MAGIC: u32 = 0x377f_0682;

/// What a WAL holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wal {
    /// Every frame is good, or what follows the last good one was never finished.
    Whole,
    /// Frame `frame` (from 1) is bad and belongs to the last transaction.
    Torn { frame: u64 },
    /// Frame `frame` (from 1; 0 for the file's header) is bad though it had been synced.
    Damaged { frame: u64 },
}

/// Reads the WAL beside the database at `path`.
pub(crate) fn inspect(path: &Path) -> io::Result<Wal> {
    let file = match File::open(with_suffix(path, "-wal")) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Wal::Whole),
        Err(error) => return Err(error),
    };
    let length = file.metadata()?.len();
    let mut header = [0; HEADER];
    let mut file = BufReader::with_capacity(1 << 16, file);
    if length <= HEADER as u64 {
        return Ok(Wal::Whole);
    }
    file.read_exact(&mut header)?;
    let found = scan(&header, file, length - HEADER as u64)?;
    Ok(match (found, committed_frames(path, &header)) {
        (Wal::Torn { frame } | Wal::Damaged { frame }, Some(committed)) if frame <= committed => {
            Wal::Damaged { frame }
        }
        // What stands behind the last commit is left over from a write that failed.
        (Wal::Torn { .. }, Some(_)) => Wal::Whole,
        (found, _) => found,
    })
}

/// How many frames the wal-index (`-shm`) counts as committed. It is written when a commit has been synced, and
/// outlives a killed process; it is believed only if it is whole and of this very WAL.
fn committed_frames(path: &Path, wal_header: &[u8; HEADER]) -> Option<u64> {
    let bytes = fs::read(with_suffix(path, "-shm")).ok()?;
    let index = bytes.get(..WAL_INDEX)?;
    let word = |at: usize| {
        index
            .get(at..)
            .and_then(<[u8]>::first_chunk)
            .map(|word| u32::from_ne_bytes(*word))
    };
    let sum = Checksum(0, 0).over(index.get(..40)?, cfg!(target_endian = "big"));
    let whole = sum == Checksum(word(40)?, word(44)?) && bytes.get(WAL_INDEX..2 * WAL_INDEX)? == index;
    let same = index.get(32..40)? == &wal_header[16..24];
    (whole && same).then_some(u64::from(word(16)?))
}

/// Before SQLite opens a database: refuses one whose WAL has lost what was answered. A torn end is only reported, and
/// kept beside the database for whoever wants to look.
pub(crate) fn before_recovery(path: &Path) -> Result<(), OpenError> {
    match inspect(path)? {
        Wal::Whole => Ok(()),
        Wal::Torn { frame } => {
            let copy = with_suffix(path, "-wal.torn");
            tracing::warn!(frame, copy = %copy.display(), "the last write before the stop is incomplete and is left out");
            fs::copy(with_suffix(path, "-wal"), copy)?;
            Ok(())
        }
        Wal::Damaged { frame } => Err(OpenError::Damaged(describe(frame))),
    }
}

pub(crate) fn describe(frame: u64) -> String {
    match frame {
        0 => "the header of journal.sqlite-wal has changed".to_owned(),
        _ => format!("frame {frame} of journal.sqlite-wal has changed"),
    }
}

/// The running checksum of the WAL format: two sums over pairs of words.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Checksum(u32, u32);

impl Checksum {
    fn over(self, bytes: &[u8], big_endian: bool) -> Self {
        let word = |bytes: [u8; 4]| {
            if big_endian {
                u32::from_be_bytes(bytes)
            } else {
                u32::from_le_bytes(bytes)
            }
        };
        let Self(mut first, mut second) = self;
        for pair in bytes.as_chunks::<4>().0.as_chunks::<2>().0 {
            first = first.wrapping_add(word(pair[0])).wrapping_add(second);
            second = second.wrapping_add(word(pair[1])).wrapping_add(first);
        }
        Self(first, second)
    }
}

fn be32(bytes: &[u8], at: usize) -> u32 {
    bytes
        .get(at..)
        .and_then(<[u8]>::first_chunk)
        .map_or(0, |word| u32::from_be_bytes(*word))
}

/// The first bad frame, and what is known of those behind it.
struct Suspect {
    frame: u64,
    /// A commit has been seen at or behind it.
    committed: bool,
    /// It reaches to the end of the file: no older content of the file can be what was read.
    last: bool,
}

/// Reads the `length` bytes of frames behind `header`.
fn scan(header: &[u8; HEADER], mut file: impl Read, length: u64) -> io::Result<Wal> {
    let magic = be32(header, 0);
    let big_endian = magic & 1 == 1;
    let mut sum = Checksum(0, 0).over(&header[..24], big_endian);
    // The header is synced before the first frame is written: frames behind a bad one are lost frames.
    if magic & !1 != MAGIC || sum != Checksum(be32(header, 24), be32(header, 28)) {
        return Ok(Wal::Damaged { frame: 0 });
    }
    let page_size = usize::try_from(be32(header, 8)).unwrap_or(0);
    let salts = &header[16..24];

    let mut frame = vec![0; FRAME_HEADER + page_size];
    let frames = length / frame.len() as u64;
    let whole_file = frames * frame.len() as u64 == length;
    let mut suspect: Option<Suspect> = None;
    for number in 1..=frames {
        file.read_exact(&mut frame)?;
        let stored = Checksum(be32(&frame, 16), be32(&frame, 20));
        let computed = sum
            .over(&frame[..8], big_endian)
            .over(&frame[FRAME_HEADER..], big_endian);
        let ours = frame[8..16] == *salts;
        let chained = stored == computed;
        let commits = be32(&frame, 4) != 0;
        sum = stored;
        match &mut suspect {
            None if ours && chained => {}
            // Neither salts nor checksum: content from before the WAL began anew.
            None if !ours && !chained => {
                suspect = Some(Suspect {
                    frame: number,
                    committed: commits,
                    last: false,
                });
            }
            None => {
                suspect = Some(Suspect {
                    frame: number,
                    committed: commits,
                    last: number == frames && whole_file,
                });
            }
            Some(found) if ours && found.committed => return Ok(Wal::Damaged { frame: found.frame }),
            Some(found) if ours => {
                found.committed = commits;
                found.last = true;
            }
            Some(_) => {}
        }
    }
    Ok(match suspect {
        Some(Suspect {
            frame, last: true, ..
        }) => Wal::Torn { frame },
        _ => Wal::Whole,
    })
}
