//! The read model as its callers use it: a made-up journal in, answers out.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on says so by panicking"
)]

mod crash;
mod erasure;
mod journal;
mod list;
mod rebuild;
mod same;
mod timeline;
mod together;
