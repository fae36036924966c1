//! The key store, `keys.sqlite`: one key per subject, wrapped by the instance key.
//!
//! - **Subject**: a person, or an item such as a raw signal, named by an opaque id (`person:0198…`).
//! - **Instance key**: 256 random bits in `instance.key`, readable by the program alone. It wraps the subjects' keys
//!   (XChaCha20-Poly1305, the strings `saqta/wrap/1` and subject as associated data).
//! - **Tombstone**: the name of a subject whose key was destroyed, and when. Such a subject never gets a key again,
//!   and a restored backup honours the tombstones of both sides.
//!
//! A key is durable before anything is sealed under it: [`KeyStore::ensure`] answers after its transaction is
//! synced. A destroyed key's bytes are overwritten in the database and the WAL; copies outside, such as backups, hold
//! it until they are deleted.

use std::collections::HashMap;
use std::fmt;
use std::fs;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior, params};
use thiserror::Error;
use zeroize::Zeroizing;

use crate::checkpointer::Checkpointer;
use crate::folder::{self, DataLock};
use crate::key_cache::Cache;
use crate::random::{Random, random_array};
use crate::seal::{SubjectKey, decrypt, encrypt};
use crate::sqlite::files;
use crate::sqlite::schema::{self, run_checkpoint};

const WRAP_TAG: &[u8] = b"saqta/wrap/1";

/// Stands in the file's header: "Saqk".
const APPLICATION_ID: i32 = 0x5361_716b;
const FORMAT: i32 = 1;

const TABLES: &str = "
CREATE TABLE keys (
  subject TEXT NOT NULL PRIMARY KEY,
  nonce BLOB NOT NULL,              -- 24 bytes
  wrapped BLOB NOT NULL             -- the key under the instance key, and the tag
) STRICT, WITHOUT ROWID;
CREATE TABLE destroyed (
  subject TEXT NOT NULL PRIMARY KEY,
  time INTEGER NOT NULL             -- microseconds since 1970-01-01T00:00:00Z
) STRICT, WITHOUT ROWID;
";

/// The key store failed.
#[derive(Debug, Error)]
pub enum KeyError {
    /// The instance key is not 64 hex digits.
    #[error("instance.key is not a key")]
    BadInstanceKey,
    /// The file is something else.
    #[error("keys.sqlite is not a key store of this program's format")]
    NotAKeyStore,
    /// A stored key does not unwrap: the file is damaged, or another instance's.
    #[error("the key of {0} cannot be unwrapped with instance.key")]
    DoesNotUnwrap(String),
    /// The file system failed.
    #[error("the key store's files cannot be used: {0}")]
    Io(#[from] io::Error),
    /// SQLite failed.
    #[error("keys.sqlite cannot be used: {0}")]
    Sqlite(#[from] rusqlite::Error),
}

/// A subject whose key is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destroyed {
    /// Whose.
    pub subject: String,
    /// Since when, in microseconds since 1970-01-01T00:00:00Z.
    pub time: i64,
}

/// The subjects' keys. Clones share one store; any thread may use it.
#[derive(Clone)]
pub struct KeyStore(Arc<Mutex<Store>>);

impl fmt::Debug for KeyStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeyStore")
    }
}

struct Store {
    connection: Connection,
    instance_key: Zeroizing<[u8; 32]>,
    cache: Cache,
    /// Old pages with a destroyed key may still stand in the WAL.
    wipe_owed: bool,
    checkpointer: Option<Checkpointer>,
    lock: Option<DataLock>,
}

impl KeyStore {
    /// Makes an empty store and the instance key in a locked folder; what is there already is kept.
    ///
    /// # Errors
    /// Those of the file system and SQLite.
    pub fn create(lock: &DataLock, random: &mut dyn Random) -> Result<(), KeyError> {
        let path = lock.file(folder::KEYS);
        if path.exists() {
            return Ok(());
        }
        let key_path = lock.file(folder::INSTANCE_KEY);
        if !key_path.exists() {
            let key = Zeroizing::new(random_array::<32>(random));
            let text = Zeroizing::new(format!("{}\n", hex::encode(*key)));
            folder::write_private(&key_path, text.as_bytes())?;
        }
        let partial = folder::with_suffix(&path, ".partial");
        files::remove_database(&partial)?;
        drop(folder::create_private(&partial)?);
        let connection = schema::open_writer(&partial)?;
        connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
        create_tables(&connection)?;
        run_checkpoint(&connection, "TRUNCATE")?;
        connection.close().map_err(|(_, error)| error)?;
        fs::rename(&partial, &path)?;
        folder::sync_dir(lock.dir())?;
        Ok(())
    }

    /// Opens the store of a locked folder.
    ///
    /// # Errors
    /// [`KeyError::NotAKeyStore`] and [`KeyError::BadInstanceKey`] when the files are not what they should be.
    pub fn open(lock: &DataLock) -> Result<Self, KeyError> {
        let path = lock.file(folder::KEYS);
        let instance_key = read_instance_key(&lock.file(folder::INSTANCE_KEY))?;
        let mut connection = schema::open_writer(&path)?;
        let number = |pragma: &str| connection.query_row(pragma, [], |row| row.get::<_, i32>(0));
        if number("PRAGMA application_id")? != APPLICATION_ID || number("PRAGMA user_version")? != FORMAT {
            return Err(KeyError::NotAKeyStore);
        }
        connection.execute_batch("PRAGMA secure_delete = ON;")?;
        let checkpointer = Some(Checkpointer::start(&path, &mut connection, Box::new(|| false))?);
        Ok(Self::of(Store {
            connection,
            instance_key,
            cache: Cache::default(),
            // A stop right after an erasure may have left pages behind.
            wipe_owed: true,
            checkpointer,
            lock: Some(lock.clone()),
        }))
    }

    /// A store in memory, for simulations: a clone of it survives a simulated crash, as the disk would.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn in_memory(random: &mut dyn Random) -> Result<Self, KeyError> {
        let connection = Connection::open_in_memory()?;
        create_tables(&connection)?;
        Ok(Self::of(Store {
            connection,
            instance_key: Zeroizing::new(random_array(random)),
            cache: Cache::default(),
            wipe_owed: false,
            checkpointer: None,
            lock: None,
        }))
    }

    fn of(store: Store) -> Self {
        Self(Arc::new(Mutex::new(store)))
    }

    // A panic of another thread cannot leave the database half changed, and the cache only repeats it.
    fn store(&self) -> MutexGuard<'_, Store> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The key of each subject, made durable in one transaction where it was missing; `None` for a subject whose key
    /// was destroyed.
    ///
    /// # Errors
    /// See [`KeyError`]; nothing was made then.
    pub fn ensure(
        &self,
        subjects: &[&str],
        random: &mut dyn Random,
    ) -> Result<Vec<Option<SubjectKey>>, KeyError> {
        let mut store = self.store();
        let mut keys = subjects
            .iter()
            .map(|subject| store.get(subject))
            .collect::<Result<Vec<_>, _>>()?;
        if keys.iter().any(Option::is_none) {
            store.make_missing(subjects, &mut keys, random)?;
        }
        Ok(keys)
    }

    /// The key of a subject; `None` when it has none or it was destroyed.
    ///
    /// # Errors
    /// See [`KeyError`].
    pub fn get(&self, subject: &str) -> Result<Option<SubjectKey>, KeyError> {
        self.store().get(subject)
    }

    /// Destroys the key of a subject for ever and leaves a tombstone; answers whether there was a key. A subject that
    /// never had one will not get one either.
    ///
    /// # Errors
    /// See [`KeyError`].
    pub fn destroy(&self, subject: &str, time: i64) -> Result<bool, KeyError> {
        let destroyed = Destroyed {
            subject: subject.to_owned(),
            time,
        };
        Ok(self.destroy_all(&[destroyed])? > 0)
    }

    /// Destroys many keys in one transaction; answers how many there were. Earlier tombstones keep their time.
    ///
    /// # Errors
    /// See [`KeyError`].
    pub fn destroy_all(&self, subjects: &[Destroyed]) -> Result<usize, KeyError> {
        self.store().destroy_all(subjects)
    }

    /// Every tombstone, by subject.
    ///
    /// # Errors
    /// See [`KeyError`].
    pub fn destroyed(&self) -> Result<Vec<Destroyed>, KeyError> {
        Ok(read_destroyed(&self.store().connection)?)
    }

    /// Ends cleanly, gives the folder's lock back, and leaves no WAL behind once every clone is dropped.
    ///
    /// # Errors
    /// See [`KeyError`]; the keys are durable all the same.
    pub fn close(&self) -> Result<(), KeyError> {
        let mut store = self.store();
        if let Some(mut checkpointer) = store.checkpointer.take() {
            checkpointer.stop();
            run_checkpoint(&store.connection, "TRUNCATE")?;
        }
        store.lock = None;
        Ok(())
    }
}

impl Store {
    fn get(&mut self, subject: &str) -> Result<Option<SubjectKey>, KeyError> {
        if let Some(key) = self.cache.get(subject) {
            return Ok(Some(key));
        }
        let found: Option<([u8; 24], Vec<u8>)> = self
            .connection
            .prepare_cached("SELECT nonce, wrapped FROM keys WHERE subject = ?1")?
            .query_row([subject], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((nonce, wrapped)) = found else {
            return Ok(None);
        };
        let bytes = decrypt(&self.instance_key, &nonce, WRAP_TAG, subject, &wrapped)
            .map(Zeroizing::new)
            .and_then(|bytes| bytes.as_slice().try_into().ok())
            .ok_or_else(|| KeyError::DoesNotUnwrap(subject.to_owned()))?;
        let key = SubjectKey::from_bytes(bytes);
        self.cache.put(subject, &key);
        Ok(Some(key))
    }

    fn make_missing(
        &mut self,
        subjects: &[&str],
        keys: &mut [Option<SubjectKey>],
        random: &mut dyn Random,
    ) -> Result<(), KeyError> {
        let mut made: HashMap<&str, SubjectKey> = HashMap::new();
        let _gate = self.checkpointer.as_ref().map(Checkpointer::gate);
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        for (subject, slot) in subjects
            .iter()
            .zip(keys.iter_mut())
            .filter(|(_, slot)| slot.is_none())
        {
            if !made.contains_key(subject) {
                let buried = transaction
                    .prepare_cached("SELECT 1 FROM destroyed WHERE subject = ?1")?
                    .exists([subject])?;
                if buried {
                    continue;
                }
                let key = SubjectKey::generate(random);
                let nonce: [u8; 24] = random_array(random);
                let wrapped = encrypt(&self.instance_key, &nonce, WRAP_TAG, subject, key.reveal())
                    .ok_or_else(|| KeyError::DoesNotUnwrap((*subject).to_owned()))?;
                transaction
                    .prepare_cached("INSERT INTO keys (subject, nonce, wrapped) VALUES (?1, ?2, ?3)")?
                    .execute(params![subject, nonce.as_slice(), wrapped])?;
                made.insert(subject, key);
            }
            *slot = made.get(subject).cloned();
        }
        transaction.commit()?;
        for (subject, key) in &made {
            self.cache.put(subject, key);
        }
        Ok(())
    }

    fn destroy_all(&mut self, subjects: &[Destroyed]) -> Result<usize, KeyError> {
        let mut count = 0;
        {
            let _gate = self.checkpointer.as_ref().map(Checkpointer::gate);
            let transaction = self
                .connection
                .transaction_with_behavior(TransactionBehavior::Immediate)?;
            for Destroyed { subject, time } in subjects {
                transaction
                    .prepare_cached("INSERT OR IGNORE INTO destroyed (subject, time) VALUES (?1, ?2)")?
                    .execute(params![subject, time])?;
                count += transaction
                    .prepare_cached("DELETE FROM keys WHERE subject = ?1")?
                    .execute([subject])?;
            }
            transaction.commit()?;
        }
        for Destroyed { subject, .. } in subjects {
            self.cache.forget(subject);
        }
        self.wipe_owed |= count > 0;
        self.wipe();
        Ok(count)
    }

    /// Overwrites the pages in the database file and cuts the WAL, where the old ones stand.
    fn wipe(&mut self) {
        if !self.wipe_owed || self.checkpointer.is_none() {
            return;
        }
        // A backup in the way is not waited for: somebody may be waiting for a key.
        let cut = self
            .connection
            .busy_timeout(Duration::from_millis(50))
            .and_then(|()| run_checkpoint(&self.connection, "TRUNCATE"));
        let restored = self.connection.busy_timeout(schema::BUSY);
        match restored.and(cut) {
            Ok(true) => self.wipe_owed = false,
            // A backup that is just running: the next erasure or the end of the program does it.
            Ok(false) => tracing::warn!("a destroyed key's old page stays in keys.sqlite-wal for now"),
            Err(error) => tracing::warn!(%error, "keys.sqlite-wal could not be cut after an erasure"),
        }
    }
}

pub(crate) fn read_destroyed(connection: &Connection) -> rusqlite::Result<Vec<Destroyed>> {
    connection
        .prepare("SELECT subject, time FROM destroyed ORDER BY subject")?
        .query_map([], |row| {
            Ok(Destroyed {
                subject: row.get(0)?,
                time: row.get(1)?,
            })
        })?
        .collect()
}

fn read_instance_key(path: &std::path::Path) -> Result<Zeroizing<[u8; 32]>, KeyError> {
    let text = Zeroizing::new(fs::read_to_string(path)?);
    let mut key = Zeroizing::new([0; 32]);
    hex::decode_to_slice(text.trim_end(), key.as_mut_slice()).map_err(|_| KeyError::BadInstanceKey)?;
    Ok(key)
}

fn create_tables(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", FORMAT)?;
    connection.execute_batch(TABLES)
}
