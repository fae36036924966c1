//! Backup and restore of the journal and its keys.
//!
//! - **Backup**: one tar file, readable by its owner only. It holds, in this order, `manifest.json` (each file's size
//!   and SHA-256), `journal.sqlite`, `keys.sqlite`, `log.key`, `instance.key` and, if there is one, `checkpoint.txt`. **It contains every secret of the
//!   installation**: keep it as carefully as the data folder.
//! - **Restore**: checks the manifest, verifies the journal, and puts it in place under a new origin and signing key,
//!   since the old log may have gone on after the backup.
//! - **Tombstones**: whoever the backup or the target folder records as erased stays erased.
//!
//! The keys are copied after the journal, so that every sealed part of the copy has its key.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::folder::{self, DataLock, LockError, with_suffix};
use crate::kept::{self, Kept};
use crate::keys::{Destroyed, KeyError, KeyStore, read_destroyed};
use crate::note::Signer;
use crate::places::{Target, Workplace};
use crate::random::{Random, random_array};
use crate::sqlite::files::{companions, move_if_there, remove_companions};
use crate::sqlite::schema::{self, run_checkpoint};
use crate::sqlite::side::{Origin, Setting};
use crate::tree::Hash;
use crate::verify::{Report, VerifyError, verify_copy};

const MANIFEST: &str = "manifest.json";
const FORMAT: u32 = 1;

/// What a backup holds beside its manifest, in order.
const FILES: [&str; 4] = [
    folder::JOURNAL,
    folder::KEYS,
    folder::LOG_KEY,
    folder::INSTANCE_KEY,
];

/// Databases that are computed from the journal or belong to the one replaced.
const OTHERS: [&str; 2] = ["views.sqlite", "local.sqlite"];

/// The snapshot of the live state, which another log does not vouch for.
const SNAPSHOT: &str = "state.json";

/// A backup or restore that did not happen.
#[derive(Debug, Error)]
pub enum BackupError {
    /// There is no journal to back up.
    #[error("{} holds no journal", .0.display())]
    Missing(PathBuf),
    /// The file is no backup, or a part of it has changed.
    #[error("this is no whole backup: {0}")]
    BadArchive(String),
    /// A newer program made the backup.
    #[error("the backup has format {found}, this program knows {FORMAT}")]
    TooNew {
        /// The backup's format.
        found: u32,
    },
    /// The journal in the backup is damaged.
    #[error("the journal in the backup does not verify: {0}")]
    NotVerified(#[from] VerifyError),
    /// Another process uses the target folder.
    #[error(transparent)]
    Locked(#[from] LockError),
    /// The target folder's own tombstones cannot be read, so that nobody knows who has to stay erased.
    #[error(
        "the keys in the target folder cannot be read; move them away if nobody was erased since the backup: {0}"
    )]
    TargetKeys(KeyError),
    /// The key store failed.
    #[error(transparent)]
    Keys(#[from] KeyError),
    /// The file system failed.
    #[error("a file cannot be used: {0}")]
    Io(#[from] io::Error),
    /// SQLite failed.
    #[error("a database cannot be used: {0}")]
    Sqlite(#[from] rusqlite::Error),
}

#[derive(Serialize, Deserialize)]
struct Manifest {
    format: u32,
    files: BTreeMap<String, FileSum>,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
struct FileSum {
    size: u64,
    sha256: String,
}

/// What a restore took over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// The name the log signed under before.
    pub previous_origin: String,
    /// The name it signs under now.
    pub origin: String,
    /// How many entries were taken over.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
    /// How many keys were destroyed because the target folder recorded an erasure the backup did not know.
    pub erased: usize,
    /// Where the target folder's earlier files are, if it had any. They hold what they held, secrets included.
    pub set_aside: Option<PathBuf>,
}

/// Writes a backup of the data folder `dir` to `to`, also beside a running server. An existing file is replaced when
/// the new one is whole and durable.
///
/// # Errors
/// See [`BackupError`].
pub fn backup(dir: &Path, to: &Path) -> Result<(), BackupError> {
    if !dir.join(folder::JOURNAL).exists() {
        return Err(BackupError::Missing(dir.to_owned()));
    }
    let work = Workplace::create(with_suffix(to, ".copying"))?;
    // Before the journal: it must not be ahead of the copy.
    if let Some(note) = kept::read(dir)? {
        folder::write_private(&work.0.join(folder::CHECKPOINT), note.as_bytes())?;
    }
    for name in [folder::JOURNAL, folder::KEYS] {
        copy_database(&dir.join(name), &work.0.join(name))?;
    }
    for name in [folder::LOG_KEY, folder::INSTANCE_KEY] {
        let mut copy = folder::create_private(&work.0.join(name))?;
        io::copy(&mut File::open(dir.join(name))?, &mut copy)?;
    }
    let partial = with_suffix(to, ".partial");
    write_archive(&work.0, &partial)?;
    fs::rename(&partial, to)?;
    folder::sync_parent(to)?;
    Ok(())
}

/// Puts the backup `from` into the folder `dir`, which is made if it is missing.
///
/// # Errors
/// [`BackupError::Locked`] when a server runs there; see [`BackupError`]. The folder is as it was then, unless the
/// file system failed in the very last step, in which case the restore can be run again.
pub fn restore(from: &Path, dir: &Path, random: &mut dyn Random) -> Result<Restored, BackupError> {
    let target = Target::make(dir)?;
    let restored = restore_into(from, dir, random)?;
    target.keep();
    Ok(restored)
}

fn restore_into(from: &Path, dir: &Path, random: &mut dyn Random) -> Result<Restored, BackupError> {
    let lock = DataLock::acquire(dir)?;
    let work = Workplace::create(lock.file("restoring"))?;
    read_archive(from, &work.0)?;
    let report = verify_copy(&work.0)?;

    let buried = target_tombstones(&lock)?;
    let erased = bury(&work.0, &buried)?;
    let signer = begin_origin(&work.0, &report, random)?;
    folder::sync_dir(&work.0)?;
    // It holds keys from here on.
    folder::restrict(dir)?;
    let label = format!("replaced-{}", hex::encode(random_array::<4>(random)));
    let set_aside = put_in_place(&lock, &work.0, &label)?;
    Ok(Restored {
        previous_origin: report.origin,
        origin: signer.origin().to_owned(),
        size: report.entries,
        root: report.root,
        erased,
        set_aside,
    })
}

/// One consistent state of a database, whoever writes to it meanwhile.
fn copy_database(from: &Path, to: &Path) -> Result<(), BackupError> {
    drop(folder::create_private(to)?);
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let source = Connection::open_with_flags(from, flags)?;
    source.busy_timeout(schema::BUSY)?;
    let mut target = Connection::open(to)?;
    // All pages in one step: between steps a writer would make SQLite begin again and again.
    Backup::new(&source, &mut target)?.step(-1)?;
    target.close().map_err(|(_, error)| error)?;
    Ok(())
}

fn write_archive(work: &Path, to: &Path) -> Result<(), BackupError> {
    let mut files = BTreeMap::new();
    let names = || {
        let is_kept = work.join(folder::CHECKPOINT).exists();
        FILES.into_iter().chain(is_kept.then_some(folder::CHECKPOINT))
    };
    for name in names() {
        files.insert(
            name.to_owned(),
            sum(&mut File::open(work.join(name))?, &mut io::sink())?,
        );
    }
    let manifest = serde_json::to_vec_pretty(&Manifest {
        format: FORMAT,
        files,
    })
    .map_err(io::Error::from)?;
    match fs::remove_file(to) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    let mut archive = tar::Builder::new(folder::create_private(to)?);
    append(&mut archive, MANIFEST, manifest.len() as u64, manifest.as_slice())?;
    for name in names() {
        let file = File::open(work.join(name))?;
        append(&mut archive, name, file.metadata()?.len(), file)?;
    }
    archive.into_inner()?.sync_all()?;
    Ok(())
}

fn append(archive: &mut tar::Builder<File>, name: &str, size: u64, content: impl Read) -> io::Result<()> {
    let mut header = tar::Header::new_gnu();
    header.set_size(size);
    header.set_mode(0o600);
    archive.append_data(&mut header, name, content)
}

/// Copies `from` to `to` and answers its size and hash.
fn sum(from: &mut impl Read, to: &mut impl Write) -> io::Result<FileSum> {
    let mut sha = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    let mut size = 0;
    loop {
        let count = from.read(&mut buffer)?;
        let Some(bytes) = buffer.get(..count).filter(|bytes| !bytes.is_empty()) else {
            break;
        };
        sha.update(bytes);
        to.write_all(bytes)?;
        size += count as u64;
    }
    let hash: [u8; 32] = sha.finalize().into();
    Ok(FileSum {
        size,
        sha256: hex::encode(hash),
    })
}

/// Takes exactly the known files out of the archive, and checks each against the manifest.
fn read_archive(from: &Path, work: &Path) -> Result<(), BackupError> {
    let bad = |reason: &str| BackupError::BadArchive(reason.to_owned());
    let mut archive = tar::Archive::new(File::open(from)?);
    let mut entries = archive.entries()?;
    let unreadable = |error: io::Error| BackupError::BadArchive(error.to_string());
    let mut next = |name: &str| -> Result<tar::Entry<'_, File>, BackupError> {
        let entry = entries
            .next()
            .ok_or_else(|| bad("it ends too early"))?
            .map_err(unreadable)?;
        let found = entry.path().is_ok_and(|path| path == Path::new(name));
        if found {
            Ok(entry)
        } else {
            Err(BackupError::BadArchive(format!(
                "{name} is not where it should be"
            )))
        }
    };
    let mut text = Vec::new();
    next(MANIFEST)?
        .take(1 << 20)
        .read_to_end(&mut text)
        .map_err(unreadable)?;
    let manifest: Manifest = serde_json::from_slice(&text).map_err(|_| bad("its manifest cannot be read"))?;
    if manifest.format != FORMAT {
        return Err(BackupError::TooNew {
            found: manifest.format,
        });
    }
    let is_kept = manifest.files.contains_key(folder::CHECKPOINT);
    for name in FILES.into_iter().chain(is_kept.then_some(folder::CHECKPOINT)) {
        let mut file = folder::create_private(&work.join(name))?;
        let found = sum(&mut next(name)?, &mut file).map_err(unreadable)?;
        if manifest.files.get(name) != Some(&found) {
            return Err(BackupError::BadArchive(format!(
                "{name} is not what the manifest says"
            )));
        }
        file.sync_all()?;
    }
    Ok(())
}

/// Who was erased in the folder that is restored into.
fn target_tombstones(lock: &DataLock) -> Result<Vec<Destroyed>, BackupError> {
    let path = lock.file(folder::KEYS);
    if !path.exists() {
        return Ok(Vec::new());
    }
    // Opened for writing, so that the WAL of an unclean stop is moved into the file before that is replaced.
    let read = || -> Result<Vec<Destroyed>, rusqlite::Error> {
        let connection = schema::open_writer(&path)?;
        let buried = read_destroyed(&connection)?;
        run_checkpoint(&connection, "TRUNCATE")?;
        connection.close().map_err(|(_, error)| error)?;
        Ok(buried)
    };
    read().map_err(|error| BackupError::TargetKeys(error.into()))
}

/// Destroys in the restored keys whatever the backup or the target records as erased.
fn bury(work: &Path, buried: &[Destroyed]) -> Result<usize, BackupError> {
    let lock = DataLock::acquire(work)?;
    let keys = KeyStore::open(&lock)?;
    let mut all = keys.destroyed()?;
    all.extend_from_slice(buried);
    let erased = keys.destroy_all(&all)?;
    keys.close()?;
    Ok(erased)
}

/// Gives the restored journal a new name and key, and fences off whoever wrote the old one.
fn begin_origin(work: &Path, report: &Report, random: &mut dyn Random) -> Result<Signer, BackupError> {
    let signer = Signer::generate(random);
    let connection = schema::open_writer(&work.join(folder::JOURNAL))?;
    let transaction = connection.unchecked_transaction()?;
    let number = Origin::current(&transaction)?.map_or(1, |origin| origin.number + 1);
    Origin::new(number, &signer.verifier(), report.entries, report.root).insert(&transaction)?;
    let epoch = Setting::Epoch.read_number(&transaction)? + 1;
    Setting::Epoch.write(&transaction, &epoch.to_string())?;
    Setting::Published.write(&transaction, "0")?;
    transaction.commit()?;
    run_checkpoint(&connection, "TRUNCATE")?;
    connection.close().map_err(|(_, error)| error)?;
    folder::write_private(&work.join(folder::LOG_KEY), signer.secret_text().as_bytes())?;
    let kept = Kept {
        size: report.entries,
        root: report.root,
        stored: report.checkpoints,
    };
    kept.write(work, &signer)?;
    Ok(signer)
}

/// Moves the restored files over the target's, which are kept under `label`. The keys come first: they hold the
/// tombstones of both sides, so that a restore that is run again after a crash still knows them.
fn put_in_place(lock: &DataLock, work: &Path, label: &str) -> Result<Option<PathBuf>, BackupError> {
    let aside = lock.file(label);
    let there = FILES.iter().any(|name| lock.file(name).exists());
    if there {
        fs::create_dir(&aside)?;
        keep_copy(&lock.file(folder::KEYS), &aside.join(folder::KEYS))?;
        keep_copy(
            &lock.file(folder::INSTANCE_KEY),
            &aside.join(folder::INSTANCE_KEY),
        )?;
        for database in [folder::JOURNAL].into_iter().chain(OTHERS) {
            for name in companions(database).chain([database.to_owned()]) {
                move_if_there(&lock.file(&name), &aside.join(&name))?;
            }
        }
        for name in [folder::LOG_KEY, folder::CHECKPOINT, SNAPSHOT] {
            move_if_there(&lock.file(name), &aside.join(name))?;
        }
        folder::sync_dir(&aside)?;
    }
    for name in [
        folder::KEYS,
        folder::INSTANCE_KEY,
        folder::LOG_KEY,
        folder::CHECKPOINT,
        folder::JOURNAL,
    ] {
        if name == folder::KEYS {
            remove_companions(&lock.file(name))?;
        }
        fs::rename(work.join(name), lock.file(name))?;
    }
    folder::sync_dir(lock.dir())?;
    Ok(there.then_some(aside))
}

/// Keeps a file under a second name, so that the first can be replaced in one step.
fn keep_copy(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(_) => fs::copy(from, to).map(|_| ()),
        Ok(()) => Ok(()),
    }
}
