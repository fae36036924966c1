//! What is served outside the API: the screens, health, figures, the page about the certificate.

pub(crate) mod health;
mod html;
pub(crate) mod metrics;
pub(crate) mod trust;
pub(crate) mod ui;
