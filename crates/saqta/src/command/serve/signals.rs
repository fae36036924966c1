//! When to end.

use std::future::Future;

use anyhow::Context as _;

/// Listens from now on; the future is done at the first SIGTERM or SIGINT. After it, another one ends the process at
/// once: whatever was answered is recorded by then, as always.
///
/// # Errors
/// When the system does not tell of signals.
#[cfg(unix)]
pub(super) fn listen() -> anyhow::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate()).context("SIGTERM cannot be heard")?;
    let mut interrupt = signal(SignalKind::interrupt()).context("SIGINT cannot be heard")?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => tracing::info!("SIGTERM"),
            _ = interrupt.recv() => tracing::info!("SIGINT"),
        }
        tokio::spawn(async move {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
            tracing::warn!("a second signal: ending at once");
            std::process::exit(1);
        });
    })
}

/// As above, for Ctrl-C.
#[cfg(not(unix))]
pub(super) fn listen() -> anyhow::Result<impl Future<Output = ()>> {
    Ok(async {
        if let Err(error) = tokio::signal::ctrl_c().await.context("Ctrl-C cannot be heard") {
            tracing::error!(%error, "the server can only be killed");
            std::future::pending::<()>().await;
        }
    })
}
