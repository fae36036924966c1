//! What makes two frames the same frame: who sent it under which number, and what it says.
//!
//! The time stamp and the padding are left aside, because they change when a panel sends a frame again; so are the
//! checksum's form and the encryption.

use saqta_domain::signal::Fingerprint;
use sha2::{Digest, Sha256};

use super::content::Content;
use super::frame::{Checksum, Frame};
use super::xdata;

/// The fingerprint of a frame whose content could be read.
#[must_use]
pub fn of(frame: &Frame<'_>, content: &Content<'_>) -> Fingerprint {
    let mut parts = header(
        frame,
        if frame.checksum == Checksum::Wrong {
            b"damaged"
        } else {
            b"good"
        },
    );
    parts.add(content.data);
    for block in content.xdata.iter().filter(|block| xdata::is_content(block)) {
        parts.add(block);
    }
    parts.finish()
}

/// The fingerprint of a frame that could not be decrypted.
#[must_use]
pub fn of_undecrypted(frame: &Frame<'_>) -> Fingerprint {
    let mut parts = header(frame, b"undecrypted");
    parts.add(&frame.content.to_ascii_uppercase());
    parts.finish()
}

/// A damaged frame and the good one that follows it are not the same: the good one says what was meant.
fn header(frame: &Frame<'_>, state: &[u8]) -> Parts {
    let mut parts = Parts(Sha256::new());
    parts.add(b"dc09");
    parts.add(state);
    parts.add(frame.id.name());
    parts.add(frame.sequence);
    for field in [frame.receiver, frame.prefix, frame.account] {
        // An absent field is not an empty one.
        parts.add(if field.is_some() { b"+" } else { b"-" });
        parts.add(field.unwrap_or_default());
    }
    parts
}

/// Length before content, so that no two lists of parts hash alike.
struct Parts(Sha256);

impl Parts {
    fn add(&mut self, part: &[u8]) {
        self.0.update((part.len() as u64).to_be_bytes());
        self.0.update(part);
    }

    fn finish(self) -> Fingerprint {
        let hash: [u8; 32] = self.0.finalize().into();
        let mut first = [0; 16];
        first.copy_from_slice(&hash[..16]);
        Fingerprint(first)
    }
}
