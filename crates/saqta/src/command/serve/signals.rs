//! When to end.

use std::future::{self, Future};
use std::{io, thread};

use anyhow::Context as _;
use tokio::sync::oneshot;

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

/// Waits until the standard input is closed.
pub(super) async fn stdin_closed() {
    let (closed, told) = oneshot::channel();
    // A thread of its own: a read of the standard input cannot be given up.
    let reading = thread::Builder::new().name("stdin".to_owned()).spawn(move || {
        let ended = io::copy(&mut io::stdin().lock(), &mut io::sink());
        tracing::info!(?ended, "the standard input is closed");
        closed.send(())
    });
    if let Err(error) = reading {
        tracing::warn!(%error, "the standard input cannot be watched");
        future::pending::<()>().await;
    }
    let _closed = told.await;
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
