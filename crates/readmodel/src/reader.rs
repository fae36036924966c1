//! Queries, from any thread.

use std::sync::Arc;

use saqta_domain::alarm::Alarm;
use saqta_domain::ids::{AlarmId, DeviceId};

use crate::alarm::{alarm_at, alarm_by_id, open_counts, page, timeline_of};
use crate::store::Shared;
use crate::views::progress;
use crate::{
    AlarmDetail, AlarmQuery, Error, ImportRow, OpenCount, Page, ReleaseRow, ReportRow, SeriesRow, SignalRow,
    import, injury, release, series, signal,
};

/// What the register was told besides reports.
#[derive(Clone, Debug)]
pub struct RegisterNews {
    /// Every import, as it stands.
    pub imports: Vec<ImportRow>,
    /// The versions of series that were recorded.
    pub series: Vec<SeriesRow>,
    /// The journal position up to which all of it is true.
    pub position: u64,
}

/// Answers queries from any thread, each from one moment of the views. Cheap to clone; clones share a small pool of
/// connections. Queries block on the disk: an async caller runs them where blocking is allowed.
///
/// Every query fails with [`Error::Damaged`] when the file holds what was never written (the next [`Views::apply`] then
/// fails likewise, so that the writer learns of it) and with [`Error::Failed`] when it cannot be read, or the views were
/// closed.
///
/// [`Views::apply`]: crate::Views::apply
#[derive(Clone, Debug)]
pub struct Reader {
    shared: Arc<Shared>,
}

impl Reader {
    pub(crate) fn new(shared: Arc<Shared>) -> Self {
        Self { shared }
    }

    /// The journal position of the last event applied; 0 before the first.
    ///
    /// # Errors
    /// See [`Reader`].
    pub fn position(&self) -> Result<u64, Error> {
        self.shared.read(|connection| Ok(progress(connection)?.0))
    }

    /// A page of the alarms that a query asks for, newest first by the position of their raising.
    ///
    /// # Errors
    /// See [`Reader`].
    pub fn alarms(&self, query: &AlarmQuery) -> Result<Page<Alarm>, Error> {
        self.shared
            .read(|connection| page(connection, query, progress(connection)?.0))
    }

    /// An alarm with its timeline, if there is such an alarm.
    ///
    /// # Errors
    /// See [`Reader`].
    pub fn alarm(&self, id: AlarmId) -> Result<Option<AlarmDetail>, Error> {
        self.shared.read(|connection| {
            let Some(alarm) = alarm_by_id(connection, id)? else {
                return Ok(None);
            };
            let timeline = timeline_of(connection, alarm.position)?;
            Ok(Some(AlarmDetail {
                alarm,
                timeline,
                position: progress(connection)?.0,
            }))
        })
    }

    /// The alarm as it stands that was raised at a journal position, if one was.
    ///
    /// # Errors
    /// See [`Reader`].
    pub fn alarm_raised_at(&self, position: u64) -> Result<Option<Alarm>, Error> {
        self.shared.read(|connection| alarm_at(connection, position))
    }

    /// How many alarms are open where, by site and zone; places without an open alarm are left out.
    ///
    /// # Errors
    /// See [`Reader`].
    pub fn open_counts(&self) -> Result<Vec<OpenCount>, Error> {
        self.shared.read(open_counts)
    }

    /// What the register was told after a position: hands every report to `take`, in the journal's order, then gives the
    /// imports as they stand and the series recorded since, all from one moment.
    ///
    /// # Errors
    /// See [`Reader`].
    pub fn register_after(
        &self,
        position: u64,
        mut take: impl FnMut(ReportRow),
    ) -> Result<RegisterNews, Error> {
        self.shared.read(|connection| {
            injury::after(connection, position, &mut take)?;
            Ok(RegisterNews {
                imports: import::all(connection)?,
                series: series::after(connection, position)?,
                position: progress(connection)?.0,
            })
        })
    }

    /// Every revision of every release, oldest first.
    ///
    /// # Errors
    /// See [`Reader`].
    pub fn releases(&self) -> Result<Vec<ReleaseRow>, Error> {
        self.shared.read(release::all)
    }

    /// The signals of a device that were no alarm, newest first: those before the position of [`Page::next`], at most
    /// `limit`, which is clamped to 1 to 500.
    ///
    /// # Errors
    /// See [`Reader`].
    pub fn signals(
        &self,
        device: &DeviceId,
        before: Option<u64>,
        limit: usize,
    ) -> Result<Page<SignalRow>, Error> {
        self.shared
            .read(|connection| signal::page(connection, device, before, limit, progress(connection)?.0))
    }
}
