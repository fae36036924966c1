//! SIA DC-09, the protocol of alarm panels and panic-button transmitters over TCP and UDP.
//!
//! The cast: a [`framing::Deframer`] cuts the bytes of the network into chunks; [`frame::Frame`] cuts a chunk into
//! its fields; [`content::Content`] is what stands in its brackets, decrypted if need be; [`data::Data`] names the
//! events in it by the code tables [`contact_id`] and [`sia_codes`]; [`reading::read`] puts all that together into a
//! [`reading::Reading`] and the [`answer`] it deserves. [`encode::Transmitter`] is the other side.
//! [`listener::Listener`] brings them to the network, and hands what came to a [`desk::Desk`].
//!
//! But for the listener, none of these touches a socket, a clock or a file. Every one of them takes arbitrary bytes and never fails on
//! them: nothing pressed is refused.
//!
//! Source: ANSI/SIA DC-09 (2007, 2013, 2021) and the departures from it that are met in the field; each is named
//! where it is handled.

pub mod answer;
mod connection;
pub mod contact_id;
pub mod content;
pub mod counters;
pub mod crc;
pub mod crypto;
pub mod data;
pub mod desk;
pub mod encode;
pub mod fingerprint;
pub mod frame;
pub mod framing;
pub mod galaxy;
pub mod header;
mod inbox;
pub mod listener;
pub mod meaning;
mod modifiers;
pub mod reading;
pub mod sia_codes;
mod text;
pub mod timestamp;
pub mod xdata;
