//! What is neither proved nor rebuilt: sessions, and when a device was last heard.
//!
//! Its loss costs people a sign-in and the console a minute of "not heard yet"; nothing that was recorded.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, params};
use saqta_domain::ids::{AccountId, DeviceId};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// A session ends this long after it began; a shift is shorter.
const SESSION_LIFE: SignedDuration = SignedDuration::from_hours(24 * 7);

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS sessions (
        hash    BLOB PRIMARY KEY,  -- SHA-256 of the cookie's value
        account BLOB NOT NULL,     -- the account's UUID
        began   INTEGER NOT NULL   -- microseconds since the Unix epoch
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS last_seen (
        device TEXT PRIMARY KEY,   -- the declared id
        at     INTEGER NOT NULL    -- microseconds since the Unix epoch
    ) STRICT, WITHOUT ROWID;";

/// SHA-256 of a session cookie's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SessionHash([u8; 32]);

impl SessionHash {
    /// The hash of a cookie's value.
    #[must_use]
    pub fn of(cookie: &str) -> Self {
        Self(Sha256::digest(cookie.as_bytes()).into())
    }
}

/// Somebody who signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    /// Who.
    pub account: AccountId,
    /// When.
    pub began: Timestamp,
}

/// The local store could not be used.
#[derive(Debug, thiserror::Error)]
#[error("local.sqlite: {0}")]
pub struct LocalError(#[from] rusqlite::Error);

/// Sessions and last-seen times: in memory, written through.
#[derive(Debug)]
pub struct Local {
    connection: Mutex<Connection>,
    sessions: RwLock<HashMap<SessionHash, Session>>,
    seen: RwLock<HashMap<DeviceId, Timestamp>>,
    unsaved: Mutex<HashMap<DeviceId, Timestamp>>,
}

impl Local {
    /// Opens or makes the store.
    ///
    /// # Errors
    /// [`LocalError`] when the file cannot be used.
    pub fn open(path: &Path) -> Result<Self, LocalError> {
        let connection = Connection::open(path)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "NORMAL")?;
        Self::load(connection)
    }

    /// A store that ends with the process.
    ///
    /// # Errors
    /// [`LocalError`] when there is no memory for it.
    pub fn in_memory() -> Result<Self, LocalError> {
        Self::load(Connection::open_in_memory()?)
    }

    fn load(connection: Connection) -> Result<Self, LocalError> {
        connection.execute_batch(SCHEMA)?;
        let sessions = connection
            .prepare("SELECT hash, account, began FROM sessions")?
            .query_map([], |row| {
                let session = Session {
                    account: AccountId(Uuid::from_bytes(row.get(1)?)),
                    began: time(row.get(2)?),
                };
                Ok((SessionHash(row.get(0)?), session))
            })?
            .collect::<Result<_, _>>()?;
        let seen = connection
            .prepare("SELECT device, at FROM last_seen")?
            .query_map([], |row| {
                Ok((
                    DeviceId::from(row.get::<_, String>(0)?.as_str()),
                    time(row.get(1)?),
                ))
            })?
            .collect::<Result<_, _>>()?;
        Ok(Self {
            connection: Mutex::new(connection),
            sessions: RwLock::new(sessions),
            seen: RwLock::new(seen),
            unsaved: Mutex::default(),
        })
    }

    /// Begins a session, and forgets the ones that are over.
    ///
    /// # Errors
    /// [`LocalError`] when it could not be kept; it still holds until the process ends.
    pub fn begin_session(
        &self,
        hash: SessionHash,
        account: AccountId,
        now: Timestamp,
    ) -> Result<(), LocalError> {
        let mut sessions = self.sessions.write().unwrap_or_else(PoisonError::into_inner);
        sessions.retain(|_, session| is_alive(session, now));
        sessions.insert(hash, Session { account, began: now });
        drop(sessions);
        let connection = self.connection();
        let over = now.as_microsecond() - i64::try_from(SESSION_LIFE.as_micros()).unwrap_or(i64::MAX);
        connection.execute("DELETE FROM sessions WHERE began < ?1", [over])?;
        connection.execute(
            "INSERT INTO sessions (hash, account, began) VALUES (?1, ?2, ?3)",
            params![hash.0, account.0.as_bytes(), now.as_microsecond()],
        )?;
        Ok(())
    }

    /// The session of a cookie, unless it is over.
    #[must_use]
    pub fn session(&self, hash: &SessionHash, now: Timestamp) -> Option<Session> {
        let sessions = self.sessions.read().unwrap_or_else(PoisonError::into_inner);
        sessions
            .get(hash)
            .copied()
            .filter(|session| is_alive(session, now))
    }

    /// Ends a session.
    ///
    /// # Errors
    /// [`LocalError`] when the file could not be changed.
    pub fn end_session(&self, hash: &SessionHash) -> Result<(), LocalError> {
        self.sessions
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(hash);
        self.connection()
            .execute("DELETE FROM sessions WHERE hash = ?1", [hash.0])?;
        Ok(())
    }

    /// Notes that a device was heard. Kept in memory until [`Local::save`].
    pub fn heard(&self, device: &DeviceId, at: Timestamp) {
        self.seen
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(device.clone(), at);
        self.unsaved
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(device.clone(), at);
    }

    /// When a device was last heard.
    #[must_use]
    pub fn last_heard(&self, device: &DeviceId) -> Option<Timestamp> {
        self.seen
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .get(device)
            .copied()
    }

    /// Writes the last-seen times that changed.
    ///
    /// # Errors
    /// [`LocalError`] when they could not be kept; they are tried again with the next ones.
    pub fn save(&self) -> Result<(), LocalError> {
        let unsaved = std::mem::take(&mut *self.unsaved());
        let saved = if unsaved.is_empty() {
            Ok(())
        } else {
            self.write_seen(&unsaved)
        };
        if saved.is_err() {
            let mut waiting = self.unsaved();
            for (device, at) in unsaved {
                waiting.entry(device).or_insert(at);
            }
        }
        saved
    }

    fn write_seen(&self, seen: &HashMap<DeviceId, Timestamp>) -> Result<(), LocalError> {
        let mut connection = self.connection();
        let transaction = connection.transaction()?;
        {
            let mut put =
                transaction.prepare("INSERT OR REPLACE INTO last_seen (device, at) VALUES (?1, ?2)")?;
            for (device, at) in seen {
                put.execute(params![device.as_str(), at.as_microsecond()])?;
            }
        }
        transaction.commit()?;
        Ok(())
    }

    fn unsaved(&self) -> MutexGuard<'_, HashMap<DeviceId, Timestamp>> {
        self.unsaved.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_alive(session: &Session, now: Timestamp) -> bool {
    now.duration_since(session.began) <= SESSION_LIFE
}

fn time(micros: i64) -> Timestamp {
    Timestamp::from_microsecond(micros).unwrap_or(Timestamp::UNIX_EPOCH)
}
