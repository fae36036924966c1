//! The figures as they are used.

#![expect(clippy::expect_used, reason = "what helps a test fails as a test does")]

mod register;
mod suppress;
