//! What a person reads from the server, in Kazakh, Russian and English.
//!
//! The cast:
//! - a **language** ([`Language`]) is one of the three that every text exists in; it comes from an account or
//!   from a browser's `Accept-Language`;
//! - a **message** is a text with an id, perhaps with **attributes** (a problem's title is the message's value,
//!   `problem-invalid.do` is an attribute of it) and **placeables** filled from arguments;
//! - a **catalogue** ([`Catalogue`]) holds every message of `locales/{kk,ru,en}/` that the server speaks. The
//!   browser loads the same files, so that a word is spelled in one place.
//!
//! Nothing here fails at run time: a text that is missing or broken must not stop an alarm, so a reader gets the
//! Russian text, then the English one, then the bare id. That each catalogue is complete is a test's business.

mod catalogue;
mod language;

pub use catalogue::{Catalogue, Value};
pub use language::Language;
