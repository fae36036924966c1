//! How the server is to run: defaults, overridden by `saqta.toml`, by `SAQTA_…` variables, by flags.
//!
//! The cast: a [`Key`] is something that can be set; [`layers`] finds the text that was given for each, and by whom
//! (its `Source`); [`Settings`] is what they come to. Secrets are no settings: only the files that hold them are
//! named here, and nothing here opens those.

mod keys;
mod layers;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use saqta_server::Network;

use crate::failure::Failure;
use crate::logging::{LogFormat, check_filter};
pub(crate) use keys::Key;
pub(crate) use layers::Layers;

/// How the server is to run.
#[derive(Debug)]
pub(crate) struct Settings {
    /// The data folder.
    pub(crate) data: Option<PathBuf>,
    /// Where HTTP listens.
    pub(crate) listen: SocketAddr,
    /// Where DC-09 listens, TCP and UDP.
    pub(crate) dc09: Option<SocketAddr>,
    /// Where `/trust` is served over plain HTTP.
    pub(crate) trust_listen: Option<SocketAddr>,
    /// The certificate chain and its key, PEM.
    pub(crate) tls: Option<TlsFiles>,
    /// Where people's devices reach the server, without a final slash.
    pub(crate) address: Option<String>,
    /// Proxies whose forwarding headers are believed.
    pub(crate) trusted_proxies: Vec<Network>,
    /// Whether a press from the press page keeps the place quiet.
    pub(crate) press_silent: bool,
    /// How long the press page's button is held.
    pub(crate) press_hold: Duration,
    /// How log lines look.
    pub(crate) log_format: LogFormat,
    /// What is logged.
    pub(crate) log_filter: String,
}

/// A certificate chain and its key, as PEM files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TlsFiles {
    pub(crate) certificate: PathBuf,
    pub(crate) key: PathBuf,
}

/// The longest that a press page's button can be held: longer, and a struggling hand loses it.
const LONGEST_HOLD: Duration = Duration::from_secs(2);

impl Settings {
    /// What the layers come to.
    ///
    /// # Errors
    /// A misuse that names the key, where it was set, and what it must look like.
    pub(crate) fn of(layers: &Layers) -> Result<Self, Failure> {
        Ok(Self {
            data: layers.path(Key::Data),
            listen: read(layers, Key::Listen, address)?
                .ok_or_else(|| Failure::misuse("the server must listen somewhere").advice("set `listen`"))?,
            dc09: read(layers, Key::Dc09, address)?,
            trust_listen: read(layers, Key::TrustListen, address)?,
            tls: tls_files(layers)?,
            address: read(layers, Key::Address, base_address)?,
            trusted_proxies: read(layers, Key::TrustedProxies, networks)?.unwrap_or_default(),
            press_silent: read(layers, Key::PressSilent, yes_or_no)?.unwrap_or(true),
            press_hold: read(layers, Key::PressHoldMs, hold)?.unwrap_or(Duration::from_millis(300)),
            log_format: read(layers, Key::LogFormat, |text| text.parse())?.unwrap_or(LogFormat::Text),
            log_filter: read(layers, Key::LogFilter, check_filter)?.unwrap_or_else(|| "info".to_owned()),
        })
    }

    /// The data folder, which must have been named.
    ///
    /// # Errors
    /// A misuse that says how.
    pub(crate) fn data(&self) -> Result<&Path, Failure> {
        self.data.as_deref().ok_or_else(|| {
            Failure::misuse("no data folder was named")
                .advice("add --data DIR, set SAQTA_DATA, or write `data = \"DIR\"` into saqta.toml")
        })
    }
}

/// A key's value; none when it is not set or switched off.
fn read<T>(
    layers: &Layers,
    key: Key,
    parse: impl FnOnce(&str) -> Result<T, String>,
) -> Result<Option<T>, Failure> {
    let Some(given) = layers.get(key).filter(|given| given.text != "off") else {
        return Ok(None);
    };
    parse(&given.text).map(Some).map_err(|problem| {
        Failure::misuse(format!(
            "{}: {} cannot be `{}`",
            given.source,
            key.name(),
            given.text
        ))
        .advice(problem)
    })
}

fn tls_files(layers: &Layers) -> Result<Option<TlsFiles>, Failure> {
    match (layers.path(Key::TlsCertFile), layers.path(Key::TlsKeyFile)) {
        (Some(certificate), Some(key)) => Ok(Some(TlsFiles { certificate, key })),
        (None, None) => Ok(None),
        _ => Err(
            Failure::misuse("tls_cert and tls_key are set together or not at all")
                .advice("name both files, PEM: the certificate with its chain, and its private key"),
        ),
    }
}

fn address(text: &str) -> Result<SocketAddr, String> {
    text.parse()
        .map_err(|_| "write an IP address and a port, as 0.0.0.0:8080 or [::]:8080, or `off`".to_owned())
}

fn base_address(text: &str) -> Result<String, String> {
    let trimmed = text.trim_end_matches('/');
    if trimmed.starts_with("https://") || trimmed.starts_with("http://") {
        Ok(trimmed.to_owned())
    } else {
        Err("write what people's browsers open, as https://saqta.hospital.example".to_owned())
    }
}

fn networks(text: &str) -> Result<Vec<Network>, String> {
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| {
            part.parse::<Network>()
                .map_err(|error| format!("`{part}`: {error}"))
        })
        .collect()
}

fn yes_or_no(text: &str) -> Result<bool, String> {
    text.parse().map_err(|_| "it is `true` or `false`".to_owned())
}

fn hold(text: &str) -> Result<Duration, String> {
    let hold = text
        .parse()
        .ok()
        .map(Duration::from_millis)
        .filter(|hold| *hold <= LONGEST_HOLD);
    hold.ok_or_else(|| format!("write milliseconds from 0 to {}", LONGEST_HOLD.as_millis()))
}

#[cfg(test)]
mod tests;
