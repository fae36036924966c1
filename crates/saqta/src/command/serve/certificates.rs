//! The certificate that HTTPS is served under, and its renewal while the server runs.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use saqta_engine::{Clock as _, SystemClock};
use tokio::time::interval;

use crate::configuration::TlsFiles;
use crate::failure::Failure;
use crate::tls::serving::Shown;
use crate::tls::{OwnFiles, authority};

/// How often it is looked whether the certificate is due or its files have changed.
const LOOK: Duration = Duration::from_secs(3600);

/// The certificate in use.
#[derive(Clone, Debug)]
pub(super) struct Certificates {
    shown: Arc<Shown>,
    /// The installation's own authority, if the certificate is its work.
    own: Option<OwnFiles>,
}

impl Certificates {
    /// The certificate that was given, else the one of the own authority; none when there is neither.
    pub(super) fn prepare(data: &Path, given: Option<TlsFiles>) -> Result<Option<Self>, Failure> {
        if let Some(files) = given {
            return Ok(Some(Self {
                shown: Shown::load(files)?,
                own: None,
            }));
        }
        let own = OwnFiles::of(data);
        if !own.exist() {
            return Ok(None);
        }
        renew(&own);
        Ok(Some(Self {
            shown: Shown::load(own.server())?,
            own: Some(own),
        }))
    }

    pub(super) fn shown(&self) -> &Arc<Shown> {
        &self.shown
    }

    /// Renews and reads anew for ever.
    pub(super) async fn keep_fresh(self) {
        let mut look = interval(LOOK);
        loop {
            look.tick().await;
            let this = self.clone();
            let looked = tokio::task::spawn_blocking(move || this.freshen()).await;
            if let Err(error) = looked {
                tracing::error!(%error, "the certificate could not be looked at");
            }
        }
    }

    fn freshen(&self) {
        self.own.as_ref().into_iter().for_each(renew);
        match self.shown.refresh() {
            Ok(true) => tracing::info!("a new certificate is in use"),
            Ok(false) => {}
            Err(error) => tracing::error!(
                error = format!("{error:#}"),
                "the new certificate cannot be used; the old one stays"
            ),
        }
    }
}

/// A certificate that cannot be renewed is shown as long as it can be read: alarms come first.
fn renew(own: &OwnFiles) {
    match authority::renew_if_due(own, SystemClock::new().now()) {
        Ok(true) => tracing::info!("the server's certificate was renewed"),
        Ok(false) => {}
        Err(error) => tracing::error!(
            error = format!("{error:#}"),
            "the server's certificate could not be renewed"
        ),
    }
}
