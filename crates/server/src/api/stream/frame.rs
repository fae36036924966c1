//! How events stand on the wire (HTML, section 9.2: server-sent events).

use axum::body::Bytes;
use jiff::Timestamp;
use serde::Serialize;

/// The first line of a stream.
pub(super) const HELLO: &[u8] = b": hello\n\n";
/// A sign of life.
pub(super) const HEARTBEAT: &[u8] = b": hb\n\n";

/// How far a stream has come, as far as its reader may know.
#[derive(Serialize)]
struct Head {
    position: u64,
    at: Timestamp,
}

/// An event with a position to resume from.
pub(super) fn event(position: u64, name: &str, data: &impl Serialize) -> Bytes {
    format!("id: {position}\nevent: {name}\ndata: {}\n\n", json(data)).into()
}

/// An event that is no part of the log.
pub(super) fn aside(name: &str, data: &impl Serialize) -> Bytes {
    format!("event: {name}\ndata: {}\n\n", json(data)).into()
}

/// How far the stream has come: `head` now and then, `bye` at last.
pub(super) fn place(name: &str, position: u64, at: Timestamp) -> Bytes {
    aside(name, &Head { position, at })
}

/// One line, since JSON escapes line ends. What is written here has only text keys, so that it cannot fail.
fn json(data: &impl Serialize) -> String {
    serde_json::to_string(data).unwrap_or_else(|_| "null".to_owned())
}
