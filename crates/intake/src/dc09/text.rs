//! Fields of a frame as text.

/// The longest number of a point, area, user or account that is passed on, in bytes.
pub(super) const LONGEST_FIELD: usize = 32;

/// Fields are ASCII; anything else is shown as an escape, so that a report stays one line.
pub(super) fn ascii(bytes: &[u8]) -> String {
    bytes[..bytes.len().min(LONGEST_FIELD)].escape_ascii().to_string()
}
