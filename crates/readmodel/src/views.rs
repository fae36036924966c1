//! The one writer of the views: applies events in the journal's order.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::path::Path;
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use saqta_domain::alarm::Alarm;
use saqta_domain::event::{Event, Recorded};
use saqta_domain::ids::{AlarmId, SiteId};
use saqta_domain::import::ImportStage;
use saqta_domain::state;

use crate::alarm::Touched;
use crate::store::{Gate, Place, Shared};
use crate::value::stored;
use crate::{Error, Reader, ReportRow, alarm, digest, import, injury, release, series, signal, text};

/// The one writer of `views.sqlite`.
#[derive(Debug)]
pub struct Views {
    shared: Arc<Shared>,
    /// None only after the file could not be replaced, or once closed.
    connection: Option<Connection>,
    position: u64,
    origin: Option<String>,
    /// Whether erased text may still stand in the WAL.
    scrub: bool,
}

impl Views {
    /// Opens the views in a file. When there is none, or it was written by another version or is damaged, empty ones
    /// take its place: whoever opens them replays the journal from [`Views::position`] on.
    ///
    /// # Errors
    /// [`Error::Failed`] when the file cannot be opened or is another program's; [`Error::Full`].
    pub fn open(path: impl AsRef<Path>) -> Result<Self, Error> {
        Self::start(Place::File(path.as_ref().to_owned()), Place::writer)
    }

    /// Empty views in memory, gone with the last handle.
    ///
    /// # Errors
    /// [`Error::Failed`] when there is no memory.
    pub fn in_memory() -> Result<Self, Error> {
        let views = Self::start(Place::memory(), Place::bulk_writer)?;
        views.shared.warm_up()?;
        Ok(views)
    }

    /// Views in a file that nobody reads before it is whole.
    pub(crate) fn bulk(path: &Path) -> Result<Self, Error> {
        Self::start(Place::File(path.to_owned()), Place::bulk_writer)
    }

    fn start(place: Place, connect: impl Fn(&Place) -> Result<Connection, Error>) -> Result<Self, Error> {
        let connection = connect(&place)?;
        let shared = Arc::new(Shared::new(place));
        let mut views = Self {
            shared,
            connection: Some(connection),
            position: 0,
            origin: None,
            scrub: false,
        };
        views.load_progress()?;
        Ok(views)
    }

    fn load_progress(&mut self) -> Result<(), Error> {
        let (position, origin) = progress(self.connection()?)?;
        self.position = position;
        self.origin = origin;
        Ok(())
    }

    fn connection(&self) -> Result<&Connection, Error> {
        self.connection
            .as_ref()
            .ok_or_else(|| Error::Failed("they are closed".to_owned()))
    }

    /// The journal position of the last event applied; 0 before the first.
    #[must_use]
    pub fn position(&self) -> u64 {
        self.position
    }

    /// The origin line of the log that the events came from; none before the first. When it is not the journal's own, or
    /// [`Views::position`] lies beyond the journal's head, these are views of another log: [`Views::reset`] them.
    #[must_use]
    pub fn origin(&self) -> Option<&str> {
        self.origin.as_deref()
    }

    /// Applies events in one transaction, together with the position. Those already applied are skipped.
    ///
    /// # Errors
    /// [`Error::Gap`] when an event is missing; [`Error::Damaged`] when the file, or what a reader found in it, cannot be
    /// right; [`Error::Full`] and [`Error::Failed`]. Nothing is then applied.
    pub fn apply(&mut self, recorded: &[Arc<Recorded>]) -> Result<(), Error> {
        if self.shared.is_damaged() {
            return Err(Error::Damaged("a reader found it".to_owned()));
        }
        let known = recorded.partition_point(|event| event.position <= self.position);
        let new = &recorded[known..];
        let Some(last) = new.last() else {
            self.scrub_wal();
            return Ok(());
        };
        for (event, expected) in new.iter().zip(self.position + 1..) {
            if event.position != expected {
                return Err(Error::Gap {
                    applied: expected - 1,
                    given: event.position,
                });
            }
        }
        let connection = self
            .connection
            .as_mut()
            .ok_or_else(|| Error::Failed("they are closed".to_owned()))?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut batch = Batch::new(&transaction);
        for event in new {
            batch.apply(event)?;
        }
        let done = batch.finish(last.position)?;
        transaction.commit()?;
        self.position = last.position;
        self.origin = done.origin.or_else(|| self.origin.take());
        self.scrub |= done.erased;
        self.scrub_wal();
        Ok(())
    }

    /// Takes erased text out of the WAL. While a reader is in the way, the next call tries again.
    fn scrub_wal(&mut self) {
        let Some(connection) = self.connection.as_ref().filter(|_| self.scrub) else {
            return;
        };
        match connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0)) {
            Ok(busy) => self.scrub = busy,
            Err(error) => tracing::warn!(%error, "erased text cannot be taken out of the views' WAL yet"),
        }
    }

    /// The canonical SHA-256, in hex, of the ordered rows of all tables, the position included: equal for equal views.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Failed`].
    pub fn digest(&self) -> Result<String, Error> {
        digest::digest(self.connection()?)
    }

    /// A handle for other threads; clones of it share a pool of connections.
    #[must_use]
    pub fn reader(&self) -> Reader {
        Reader::new(Arc::clone(&self.shared))
    }

    /// Drops everything, so that the journal can be replayed from the start. Waits for the queries under way; readers
    /// stay usable.
    ///
    /// # Errors
    /// [`Error::Failed`], [`Error::Full`]: the views are then closed until a reset succeeds.
    pub fn reset(&mut self) -> Result<(), Error> {
        let shared = Arc::clone(&self.shared);
        let mut gate = shared.shut();
        *gate = Gate::Closed;
        self.connection = None;
        if let Place::File(path) = &shared.place {
            crate::store::remove(path)?;
            self.connection = Some(shared.place.writer()?);
        } else {
            self.connection = Some(shared.place.bulk_writer()?);
            shared.warm_up()?;
        }
        self.load_progress()?;
        self.scrub = false;
        shared.mend();
        *gate = Gate::Open;
        Ok(())
    }

    /// Ends cleanly: checkpoints, and leaves no WAL. Readers then fail.
    ///
    /// # Errors
    /// [`Error::Failed`], [`Error::Full`]: what could not be written is replayed next time.
    pub fn close(mut self) -> Result<(), Error> {
        let mut gate = self.shared.shut();
        *gate = Gate::Closed;
        let Some(connection) = self.connection.take() else {
            return Ok(());
        };
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        connection.close().map_err(|(_, error)| error.into())
    }
}

/// How far the journal is applied, and whose it is.
pub(crate) fn progress(connection: &Connection) -> Result<(u64, Option<String>), Error> {
    let row = connection
        .prepare_cached("SELECT position, origin FROM progress WHERE id = 1")?
        .query_row([], |row| Ok((row.get::<_, i64>(0)?, row.get(1)?)))
        .optional()?;
    let (position, origin) = row.ok_or_else(|| Error::Damaged("the position is missing".to_owned()))?;
    Ok((
        u64::try_from(position).map_err(|_| Error::bad_value("position", position))?,
        origin,
    ))
}

/// Events being applied.
struct Batch<'t> {
    connection: &'t Connection,
    touched: HashMap<AlarmId, Touched>,
    done: Done,
}

/// What a batch did besides its rows.
#[derive(Default)]
struct Done {
    /// The origin of the log, if the batch told a new one.
    origin: Option<String>,
    /// Whether text was erased.
    erased: bool,
}

impl<'t> Batch<'t> {
    fn new(connection: &'t Connection) -> Self {
        Self {
            connection,
            touched: HashMap::new(),
            done: Done::default(),
        }
    }

    fn apply(&mut self, recorded: &Recorded) -> Result<(), Error> {
        match &recorded.event {
            Event::AlarmRaised(fact) => {
                let site = recorded.site.clone().unwrap_or_else(SiteId::unassigned);
                let alarm = Alarm::raised(fact, site, recorded.actor, recorded.at, recorded.position);
                tell(self.connection, &alarm, recorded)?;
                self.touched.insert(alarm.id, Touched::new(alarm));
            }
            Event::SignalRecorded(fact) => signal::insert(self.connection, recorded, fact)?,
            Event::SubjectErased(fact) => self.done.erased |= text::erase(self.connection, &fact.subject)?,
            Event::ImportBegun(fact) => import::begin(self.connection, recorded, fact)?,
            Event::ImportCompleted(fact) => import::complete(self.connection, recorded, fact)?,
            Event::ImportWithdrawn(fact) => {
                import::move_on(self.connection, recorded, fact.import, ImportStage::Withdrawn)?;
            }
            Event::ReleasePublished(fact) => release::insert(self.connection, recorded, fact)?,
            Event::SeriesRecorded(fact) => series::insert(self.connection, recorded, fact)?,
            Event::LogOpened(fact) => self.done.origin = Some(fact.origin.clone()),
            Event::LogRestored(fact) => self.done.origin = Some(fact.origin.clone()),
            event => {
                if let Some(id) = event.alarm() {
                    self.move_on(id, recorded)?;
                } else if let Some(report) = ReportRow::of(recorded) {
                    injury::insert(self.connection, &report)?;
                }
            }
        }
        Ok(())
    }

    fn move_on(&mut self, id: AlarmId, recorded: &Recorded) -> Result<(), Error> {
        let entry = match self.touched.entry(id) {
            Entry::Occupied(entry) => entry,
            Entry::Vacant(entry) => match Touched::load(self.connection, id)? {
                Some(touched) => entry.insert_entry(touched),
                None => {
                    // As in the live state: an event of an alarm that was never raised changes nothing.
                    tracing::warn!(position = recorded.position, alarm = %id, "an event is about no known alarm");
                    return Ok(());
                }
            },
        };
        let touched = entry.into_mut();
        tell(self.connection, &touched.alarm, recorded)?;
        state::fold(&mut touched.alarm, recorded);
        Ok(())
    }

    /// Writes the rows of the alarms as they now stand, and the position.
    fn finish(self, position: u64) -> Result<Done, Error> {
        let mut touched: Vec<Touched> = self.touched.into_values().collect();
        touched.sort_unstable_by_key(|touched| touched.alarm.position);
        for touched in &touched {
            touched.store(self.connection)?;
        }
        self.connection
            .prepare_cached("UPDATE progress SET position = ?1, origin = coalesce(?2, origin) WHERE id = 1")?
            .execute(params![stored(position), self.done.origin])?;
        Ok(self.done)
    }
}

/// Adds an event to the timeline of an alarm, with what was written; the alarm as it stood before the event.
fn tell(connection: &Connection, alarm: &Alarm, recorded: &Recorded) -> Result<(), Error> {
    alarm::append(connection, alarm.position, recorded)?;
    text::keep(connection, recorded, alarm.device.as_ref())
}
