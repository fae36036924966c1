//! What every request sees of the application.

use std::ops::Deref;
use std::sync::{Arc, Mutex, PoisonError};

use saqta_engine::Handle;
use saqta_journal::Random;
use saqta_text::Catalogue;
use tokio::sync::{Semaphore, watch};

use crate::api::imports::Jobs;
use crate::api::stream::Telling;
use crate::auth::attempts::Attempts;
use crate::auth::password::Passwords;
use crate::figures::Figures;
use crate::metrics::Metrics;
use crate::settings::Settings;
use crate::shelf::Shelf;

/// What every request sees of the application; cheap to clone.
#[derive(Clone)]
pub(crate) struct AppState(Arc<Inner>);

/// See [`AppState`].
pub(crate) struct Inner {
    pub(crate) handle: Handle,
    pub(crate) settings: Settings,
    pub(crate) catalogue: Catalogue,
    pub(crate) attempts: Attempts,
    pub(crate) passwords: Passwords,
    pub(crate) metrics: Metrics,
    pub(crate) telling: Telling,
    pub(crate) figures: Figures,
    pub(crate) shelf: Shelf,
    pub(crate) jobs: Jobs,
    /// Whose turn it is of those who need not sign in and ask for work.
    pub(crate) strangers: Semaphore,
    /// Turns true when the server ends, so that streams say goodbye.
    pub(crate) ending: watch::Sender<bool>,
    /// Turns true once every listener is bound.
    pub(crate) bound: watch::Sender<bool>,
    random: Mutex<Box<dyn Random>>,
}

impl AppState {
    pub(crate) fn new(handle: Handle, settings: Settings, mut random: Box<dyn Random>) -> Self {
        Self(Arc::new(Inner {
            catalogue: Catalogue::embedded(),
            attempts: Attempts::default(),
            passwords: Passwords::new(random.as_mut()),
            metrics: Metrics::new(),
            telling: Telling::new(handle.clone()),
            figures: Figures::default(),
            jobs: Jobs::default(),
            shelf: Shelf::new(settings.releases.clone()),
            strangers: Semaphore::new(1),
            handle,
            settings,
            ending: watch::Sender::new(false),
            bound: watch::Sender::new(false),
            random: Mutex::new(random),
        }))
    }
}

impl Inner {
    /// Draws from the installation's source of randomness.
    pub(crate) fn draw<T>(&self, draw: impl FnOnce(&mut dyn Random) -> T) -> T {
        draw(
            self.random
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .as_mut(),
        )
    }

    /// Whether the server is about to end.
    pub(crate) fn is_ending(&self) -> bool {
        *self.ending.borrow()
    }
}

impl Deref for AppState {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}
