//! The register in memory, kept up with the views: read when somebody asks, complete before they are answered.

use std::sync::{Arc, Mutex, PoisonError, RwLock};

use saqta_engine::Handle;
use saqta_figures::measure::Exposures;
use saqta_figures::register::Register;

use crate::problem::Fault;

/// What the figures are made of.
#[derive(Debug, Default)]
pub(crate) struct Known {
    pub(crate) register: Register,
    pub(crate) exposures: Exposures,
    /// The journal position up to which it is true.
    pub(crate) position: u64,
}

/// The register in memory. Nothing is loaded before the first question. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub(crate) struct Figures {
    known: Arc<RwLock<Known>>,
    /// Held while it is brought up to date, so that it is done once.
    refreshing: Arc<Mutex<()>>,
}

/// How many reports are taken in before others may read in between.
const LOT: usize = 8_192;

impl Figures {
    /// Answers a question, once everything recorded when it was asked is known.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the views cannot be read.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        handle: &Handle,
        question: impl FnOnce(&Known) -> T + Send + 'static,
    ) -> Result<T, Fault> {
        let _settled = handle.settled().await?;
        let (figures, handle) = (self.clone(), handle.clone());
        let answer = tokio::task::spawn_blocking(move || {
            figures.refresh(&handle)?;
            let known = figures.known.read().unwrap_or_else(PoisonError::into_inner);
            Ok::<_, Fault>(question(&known))
        });
        answer.await?
    }

    /// Takes in what the views have and this has not.
    fn refresh(&self, handle: &Handle) -> Result<(), Fault> {
        let _alone = self.refreshing.lock().unwrap_or_else(PoisonError::into_inner);
        let position = self.known.read().unwrap_or_else(PoisonError::into_inner).position;
        if handle.views().position()? == position {
            return Ok(());
        }
        let mut lot = Vec::with_capacity(LOT);
        let news = handle.views().register_after(position, |report| {
            lot.push(report);
            if lot.len() == LOT {
                self.take(lot.drain(..));
            }
        })?;
        self.take(lot.drain(..));
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        known.register.set_imports(&news.imports);
        known.register.reached(news.position);
        for series in news.series {
            known.exposures.take(series);
        }
        known.position = news.position;
        Ok(())
    }

    fn take(&self, reports: impl Iterator<Item = saqta_readmodel::ReportRow>) {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        reports.for_each(|report| known.register.take(report));
    }
}
