//! When the demo is to end.

use anyhow::Context as _;

/// What asked for the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signal {
    /// Ctrl-C: a terminal tells the child process as well.
    Interrupt,
    /// A service manager or another program.
    Terminate,
}

/// Hears the signals that end the demo.
#[cfg(unix)]
pub(super) struct Ending {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Ending {
    /// Listens from now on.
    ///
    /// # Errors
    /// When the system does not tell of signals.
    pub(super) fn listen() -> anyhow::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self {
            interrupt: signal(SignalKind::interrupt()).context("SIGINT cannot be heard")?,
            terminate: signal(SignalKind::terminate()).context("SIGTERM cannot be heard")?,
        })
    }

    /// The next signal.
    pub(super) async fn signal(&mut self) -> Signal {
        tokio::select! {
            _ = self.interrupt.recv() => Signal::Interrupt,
            _ = self.terminate.recv() => Signal::Terminate,
        }
    }
}

/// As above, for Ctrl-C.
#[cfg(not(unix))]
pub(super) struct Ending;

#[cfg(not(unix))]
impl Ending {
    /// Listens from the first call of [`Self::signal`] on.
    ///
    /// # Errors
    /// None here.
    pub(super) fn listen() -> anyhow::Result<Self> {
        Ok(Self)
    }

    /// The next Ctrl-C.
    pub(super) async fn signal(&mut self) -> Signal {
        if let Err(error) = tokio::signal::ctrl_c().await.context("Ctrl-C cannot be heard") {
            tracing::error!(%error, "the demo can only be killed");
            std::future::pending::<()>().await;
        }
        Signal::Interrupt
    }
}
