//! Wire protocols of alarm devices: sans-IO codecs and their listeners, one module a protocol.

pub mod dc09;
