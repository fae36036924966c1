//! The domain as it is used: somebody asks, something becomes true, the state knows.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "what helps a test fails as a test does"
)]

mod codes;
mod corpus;
mod declare;
mod frame;
mod motion;
mod people;
mod press;
mod receive;
mod register;
mod register_samples;
mod samples;
mod situations;
mod support;
mod undo;
