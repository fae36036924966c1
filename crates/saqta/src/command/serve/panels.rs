//! Alarm panels: the DC-09 listener.

use std::net::SocketAddr;
use std::sync::Arc;

use saqta_engine::Handle;
use saqta_intake::dc09::listener::Listener;
use saqta_server::Readings;
use tokio::sync::watch;

use super::cannot_listen;
use crate::failure::Failure;

/// The DC-09 listener, bound.
pub(super) struct Panels {
    listener: Listener,
    address: SocketAddr,
}

impl Panels {
    pub(super) async fn bind(asked: SocketAddr) -> Result<Self, Failure> {
        let listener = Listener::bind(asked)
            .await
            .map_err(|error| cannot_listen(asked, error))?;
        let address = listener
            .local_addr()
            .map_err(|error| cannot_listen(asked, error))?;
        Ok(Self { listener, address })
    }

    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Its figures, for the metrics.
    pub(super) fn readings(&self) -> Readings {
        let counters = self.listener.counters();
        Arc::new(move || counters.all())
    }

    pub(super) async fn run(self, handle: Handle, stop: watch::Receiver<bool>) {
        self.listener.run(handle, stop).await;
    }
}
