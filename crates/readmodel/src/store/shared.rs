//! What the writer and the readers have in common.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use rusqlite::Connection;

use super::Place;
use crate::Error;

/// How many idle read connections are kept. More are opened while more are needed.
const IDLE: usize = 4;

/// The place of the views, its readers' connections, and the gate.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) place: Place,
    /// Whether there is something to read. A reader holds it shared while it reads; the writer holds it alone to replace
    /// or to close the file, so that no connection to the old file ever meets the new one's WAL.
    gate: RwLock<Gate>,
    idle: Mutex<Vec<Connection>>,
    damaged: AtomicBool,
}

/// Whether the views can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gate {
    /// They can.
    Open,
    /// They were closed.
    Closed,
}

impl Shared {
    pub(crate) fn new(place: Place) -> Self {
        let damaged = AtomicBool::new(false);
        Self {
            place,
            gate: RwLock::new(Gate::Open),
            idle: Mutex::default(),
            damaged,
        }
    }

    /// Runs a query on a read connection, in one read transaction, so that all it sees is of one position.
    pub(crate) fn read<T>(&self, query: impl FnOnce(&Connection) -> Result<T, Error>) -> Result<T, Error> {
        let gate: RwLockReadGuard<'_, Gate> = self.gate.read().unwrap_or_else(PoisonError::into_inner);
        if *gate == Gate::Closed {
            return Err(Error::Failed("they are closed".to_owned()));
        }
        let answer = self.read_open(query);
        if answer.as_ref().is_err_and(Error::is_damage) {
            self.damaged.store(true, Ordering::Relaxed);
        }
        answer
    }

    fn read_open<T>(&self, query: impl FnOnce(&Connection) -> Result<T, Error>) -> Result<T, Error> {
        let idle = self.idle().pop();
        let connection = match idle {
            Some(connection) => connection,
            None => self.place.reader()?,
        };
        let answer = in_transaction(&connection, query);
        let mut idle = self.idle();
        if idle.len() < IDLE {
            idle.push(connection);
        }
        answer
    }

    /// Opens a first read connection. Views in memory live as long as any connection does, and readers may outlive the
    /// writer.
    pub(crate) fn warm_up(&self) -> Result<(), Error> {
        let connection = self.place.reader()?;
        self.idle().push(connection);
        Ok(())
    }

    /// Waits until nobody reads, closes the readers' connections and keeps new ones out until the guard is dropped.
    pub(crate) fn shut(&self) -> RwLockWriteGuard<'_, Gate> {
        let gate = self.gate.write().unwrap_or_else(PoisonError::into_inner);
        self.idle().clear();
        gate
    }

    /// Whether a reader found damage that the writer has not seen.
    pub(crate) fn is_damaged(&self) -> bool {
        self.damaged.load(Ordering::Relaxed)
    }

    /// Forgets the damage, once the file is another.
    pub(crate) fn mend(&self) {
        self.damaged.store(false, Ordering::Relaxed);
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn in_transaction<T>(
    connection: &Connection,
    query: impl FnOnce(&Connection) -> Result<T, Error>,
) -> Result<T, Error> {
    let transaction = connection.unchecked_transaction()?;
    let answer = query(&transaction)?;
    transaction.finish()?;
    Ok(answer)
}
