//! The codec and the listener from outside.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a helper of a test fails the test by panicking"
)]

mod codec;
mod devices;
mod engine;
mod listener;
mod properties;
