//! What the tests stand on: an installation, clients, and the check of every answer against the description.

mod app;
mod client;
mod clock;
mod faulty;
mod schema;

pub(crate) use app::TestApp;
pub(crate) use client::{Answer, Client};
