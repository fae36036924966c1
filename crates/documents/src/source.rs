//! The bytes of a file on their way to its reader: hashed, counted, and cut off where a row does not end.

use std::io::{self, Read};

use sha2::{Digest, Sha256};

/// A row longer than this many bytes has an open quote: no documented row comes near.
const LONGEST_ROW: u64 = 1 << 20;

/// A reader that remembers what went through it.
pub(crate) struct Source<R> {
    inner: R,
    /// What was read to look at the header, not yet given out.
    head: Vec<u8>,
    given: usize,
    hasher: Option<Sha256>,
    /// Whether the last line was ended.
    is_ended: bool,
    /// Bytes given out, all together.
    pub(crate) bytes: u64,
    /// Bytes given out since the last row ended.
    since_row: u64,
}

/// Why a [`Source`] stopped: the row does not end.
#[derive(Debug, thiserror::Error)]
#[error("a row of more than {LONGEST_ROW} bytes")]
pub(crate) struct Endless;

impl<R: Read> Source<R> {
    /// Reads ahead up to `peek` bytes, so that the header can be looked at. With `hash`, all bytes are hashed.
    pub(crate) fn new(mut inner: R, peek: u64, hash: bool) -> io::Result<Self> {
        let mut head = Vec::new();
        inner.by_ref().take(peek).read_to_end(&mut head)?;
        Ok(Self {
            inner,
            head,
            given: 0,
            hasher: hash.then(Sha256::new),
            is_ended: false,
            bytes: 0,
            since_row: 0,
        })
    }

    /// The first bytes of the file.
    pub(crate) fn head(&self) -> &[u8] {
        &self.head
    }

    /// Passes over the first bytes.
    pub(crate) fn skip(&mut self, bytes: usize) {
        let skipped = self.head.get(self.given..self.given + bytes).unwrap_or_default();
        if let Some(hasher) = &mut self.hasher {
            hasher.update(skipped);
        }
        self.given += skipped.len();
        self.bytes += skipped.len() as u64;
    }

    /// A row has ended.
    pub(crate) fn end_row(&mut self) {
        self.since_row = 0;
    }

    /// Reads what is left, and gives the length of the whole file and its SHA-256 in hex.
    pub(crate) fn digest(mut self) -> io::Result<(u64, Option<String>)> {
        let mut rest = vec![0; 1 << 16];
        loop {
            self.since_row = 0;
            if self.read(&mut rest)? == 0 {
                break;
            }
        }
        let digest = self.hasher.map(|hasher| hex::encode(hasher.finalize()));
        Ok((self.bytes, digest))
    }
}

impl<R: Read> Read for Source<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.since_row > LONGEST_ROW {
            return Err(io::Error::new(io::ErrorKind::InvalidData, Endless));
        }
        let waiting = self.head.get(self.given..).unwrap_or_default();
        let count = if waiting.is_empty() {
            self.inner.read(buffer)?
        } else {
            let count = waiting.len().min(buffer.len());
            buffer[..count].copy_from_slice(&waiting[..count]);
            self.given += count;
            count
        };
        // One more line end after the last line: then every row has one, and lines can be counted by them.
        if let (0, false, [first, ..]) = (count, self.is_ended, &mut *buffer) {
            self.is_ended = true;
            *first = b'\n';
            return Ok(1);
        }
        if let Some(hasher) = &mut self.hasher {
            hasher.update(&buffer[..count]);
        }
        self.bytes += count as u64;
        self.since_row += count as u64;
        Ok(count)
    }
}
