//! The HTTP room: the API, the live stream, sign-in, and the pages.
//!
//! The cast: an [`App`] is the engine's [`Handle`](saqta_engine::Handle) seen through HTTP; its [`Settings`] are what
//! an installation decides; a [`Server`] binds an app to [`Listener`]s and ends it within five seconds. Inside, a
//! caller (`auth`) asks for something at an endpoint (`api`, a file each); what goes out has a `shape`, cut to what
//! the caller may see by a `view`; what is refused is a `problem`.
//!
//! One thing is deliberately absent: no limit of any kind stands before a press.

#[expect(
    unused_qualifications,
    reason = "the macro that describes an endpoint writes them"
)]
mod api;
mod app;
mod auth;
mod catch_up;
mod figures;
mod history;
pub mod importing;
mod metrics;
mod network;
mod pages;
mod problem;
mod register;
mod serve;
mod settings;
mod shape;
mod shelf;
mod state;
mod view;

pub use app::App;
pub use auth::password::{PasswordError, hash_password};
pub use network::{BadNetwork, Network, Peer};
pub use serve::{Listener, Server, ServerError, TlsError, tls_config};
pub use settings::{Checkpoints, PressPage, Readings, Settings, SignedCheckpoints, Trust};

/// The OpenAPI 3.1 description of everything under `/api/v1`, as `/api/v1/openapi.json` serves it.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    api::openapi::description()
}
