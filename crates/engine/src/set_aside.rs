//! A damaged journal does not keep the system down: it is set aside, a new log begins, and what can be read of the
//! directory and of the open alarms is recorded anew.

use std::collections::HashSet;
use std::sync::Arc;

use saqta_domain::command::{Command, Principal};
use saqta_domain::directory::Directory;
use saqta_domain::event::{Event, LogSetAside};
use saqta_domain::ids::AlarmId;
use saqta_journal::{DataLock, Entry, OsRandom, ReadError, Salvage, SqliteJournal, set_aside};

use crate::clock::Clock;
use crate::core::{Core, OpenError, Request};
use crate::folder::{EngineFault, open_core};
use crate::snapshot;

/// Opens the core of a locked data folder; a damaged journal is set aside first.
///
/// # Errors
/// [`EngineFault`] when the folder cannot be used for any other reason, or not even a new log can be begun.
pub fn open_or_set_aside(
    lock: &DataLock,
    clock: &Arc<dyn Clock>,
) -> Result<Core<SqliteJournal>, EngineFault> {
    match open_core(lock, clock) {
        Err(fault) if is_damage(&fault) => begin_anew(lock, clock, &fault),
        other => other,
    }
}

/// Whether the journal itself is damaged, so that waiting or room on the disk would not help.
fn is_damage(fault: &EngineFault) -> bool {
    use saqta_journal::OpenError as Journal;
    match fault {
        EngineFault::Journal(Journal::Damaged(_) | Journal::NotAJournal | Journal::Key(_))
        | EngineFault::Core(OpenError::Read(ReadError::Damaged { .. })) => true,
        EngineFault::Journal(Journal::Sqlite(error)) => is_corrupt(error),
        EngineFault::Core(OpenError::Read(ReadError::Failed(problem))) => problem.contains("malformed"),
        EngineFault::Core(OpenError::Unreadable { problem, .. }) => {
            matches!(problem, saqta_domain::event::Unreadable::Body { .. })
        }
        _ => false,
    }
}

fn is_corrupt(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    error
        .sqlite_error_code()
        .is_some_and(|code| matches!(code, DatabaseCorrupt | NotADatabase))
}

fn begin_anew(
    lock: &DataLock,
    clock: &Arc<dyn Clock>,
    fault: &EngineFault,
) -> Result<Core<SqliteJournal>, EngineFault> {
    let problem = fault.to_string();
    let label = clock.now().strftime("%Y%m%dT%H%M%SZ").to_string();
    let folder = set_aside(lock, &label)?;
    tracing::error!(problem, folder = %folder.display(), "THE JOURNAL IS DAMAGED: set aside, a new log begins");
    for stale in [
        snapshot::NAME,
        "views.sqlite",
        "views.sqlite-wal",
        "views.sqlite-shm",
    ] {
        remove(&lock.dir().join(stale))?;
    }
    let left = Left::of(&folder);
    SqliteJournal::create(lock, &mut OsRandom)?;
    let mut core = open_core(lock, clock)?;
    let event = Event::LogSetAside(LogSetAside {
        folder: folder
            .file_name()
            .map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
        problem,
        readable: left.readable,
    });
    let batch = core.run(vec![Request {
        principal: Principal::System,
        command: Command::Record(event),
    }]);
    if let Some(Err(error)) = batch.outcomes.into_iter().next() {
        return Err(EngineFault::Begin(error.to_string()));
    }
    let adopted = left.entries.len();
    core.adopt(left.entries)
        .map_err(|error| EngineFault::Begin(error.to_string()))?;
    tracing::error!(
        readable = left.readable,
        adopted,
        "what could be read of the old log is recorded anew"
    );
    Ok(core)
}

fn remove(path: &std::path::Path) -> std::io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// What is left of a damaged log and still needed: what is declared, and the alarms that are open.
#[derive(Default)]
struct Left {
    readable: u64,
    entries: Vec<Entry>,
}

impl Left {
    fn of(folder: &std::path::Path) -> Self {
        let salvage = match Salvage::open(folder) {
            Ok(salvage) => salvage,
            Err(error) => {
                tracing::error!(%error, "nothing of the old log can be read");
                return Self::default();
            }
        };
        let mut open: HashSet<AlarmId> = HashSet::new();
        let readable = salvage.read(|entry| match decode(&entry) {
            Some(Event::AlarmClosed(fact)) => {
                open.remove(&fact.alarm);
            }
            Some(event) if event.reopens() || matches!(event, Event::AlarmRaised(_)) => {
                open.extend(event.alarm());
            }
            _ => {}
        });
        let mut entries = Vec::new();
        salvage.read(|entry| {
            let needed = decode(&entry).is_some_and(|event| {
                Directory::concerns(&event) || event.alarm().is_some_and(|id| open.contains(&id))
            });
            if needed {
                entries.push(entry);
            }
        });
        Self { readable, entries }
    }
}

fn decode(entry: &Entry) -> Option<Event> {
    Event::decode(&entry.kind, entry.schema, &entry.body).ok()
}
