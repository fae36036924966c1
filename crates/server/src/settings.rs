//! What an installation decides about its HTTP side.

use std::sync::Arc;
use std::time::Duration;

use saqta_engine::Handle;
use saqta_journal::{ReadError, SignedCheckpoint, Signer};

use crate::network::Network;

/// What an installation decides about its HTTP side.
pub struct Settings {
    /// Proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed.
    pub trusted_proxies: Vec<Network>,
    /// How often a live stream says that it is alive. Consoles call it dead after eight seconds.
    pub heartbeat: Duration,
    /// What a press page is told about its button.
    pub press_page: PressPage,
    /// The installation's own certificate authority, if it has one.
    pub trust: Option<Trust>,
    /// Where files on their way into the register stand; in the system's temporary folder without it.
    pub incoming: Option<std::path::PathBuf>,
    /// Where the files of releases stand; in memory without it.
    pub releases: Option<std::path::PathBuf>,
    /// Where the log's signed checkpoints come from.
    pub checkpoints: Arc<dyn Checkpoints>,
    /// Counts of the DC-09 receiver, if one runs; read at each scrape.
    pub dc09: Option<Readings>,
}

/// Counts by name, read when they are asked for. Names are words of `a–z` and `_`.
pub type Readings = Arc<dyn Fn() -> Vec<(&'static str, u64)> + Send + Sync>;

/// What a press page is told about its button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PressPage {
    /// Whether a press from the page keeps the place quiet.
    pub silent: bool,
    /// How long the button is held, up to two seconds.
    pub hold: Duration,
}

impl Default for PressPage {
    fn default() -> Self {
        Self {
            silent: true,
            hold: Duration::from_millis(300),
        }
    }
}

/// The installation's own certificate authority, which `/trust` explains and offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trust {
    /// The authority's certificate, DER.
    pub certificate: Vec<u8>,
    /// Where phones reach the pages: `https://saqta.hospital.example:8443`, without a final slash.
    pub address: String,
    /// Where phones reach `/trust` without HTTPS, if a listener serves it: `http://192.0.2.7:8080`.
    pub plain_address: Option<String>,
}

/// The signed checkpoints of the log.
pub trait Checkpoints: Send + Sync {
    /// The checkpoint that is public: it lags ten minutes; of size 0 before the first one that old.
    ///
    /// # Errors
    /// [`ReadError`] when the log cannot be read.
    fn published(&self) -> Result<SignedCheckpoint, ReadError>;

    /// The checkpoint of the log as it stands.
    ///
    /// # Errors
    /// [`ReadError`] when the log cannot be read.
    fn current(&self) -> Result<SignedCheckpoint, ReadError>;

    /// A statement under the log's key, as `Signer::state` makes it.
    fn state(&self, what: &str, lines: &[&str]) -> String;
}

/// Checkpoints signed on demand; a log's signature is deterministic, so they are the ones it stores.
pub struct SignedCheckpoints {
    signer: Signer,
    handle: Handle,
    published: Box<dyn Fn() -> Result<u64, ReadError> + Send + Sync>,
}

impl SignedCheckpoints {
    /// Checkpoints under the log's key; `published` tells the tree size last made public, 0 before the first.
    #[must_use]
    pub fn new(
        signer: Signer,
        handle: Handle,
        published: impl Fn() -> Result<u64, ReadError> + Send + Sync + 'static,
    ) -> Self {
        Self {
            signer,
            handle,
            published: Box::new(published),
        }
    }

    fn at(&self, size: u64) -> Result<SignedCheckpoint, ReadError> {
        let root = self.handle.journal().root(size)?;
        Ok(self.signer.sign(size, &root))
    }
}

impl Checkpoints for SignedCheckpoints {
    fn published(&self) -> Result<SignedCheckpoint, ReadError> {
        self.at((self.published)()?)
    }

    fn current(&self) -> Result<SignedCheckpoint, ReadError> {
        self.at(self.handle.journal().tree_size())
    }

    fn state(&self, what: &str, lines: &[&str]) -> String {
        self.signer.state(what, lines)
    }
}
