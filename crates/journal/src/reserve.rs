//! Disk space kept back for the moment when the disk is full: giving it up lets some thousand more alarms be
//! recorded while somebody makes room.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::folder::{create_private, sync_parent, with_suffix};
use crate::random::{Random as _, SeededRandom};

/// 4 MiB: some thousand alarms, since the WAL is kept small while the reserve is given up.
const SIZE: usize = 4 * 1024 * 1024;

/// What must be free before the file is made again: it is written at twice its size, and the journal needs room beside
/// it, above all when the reserve was given up a moment ago.
const WANTED: u64 = 4 * SIZE as u64;

/// Tells how many bytes may still be written into a folder.
type Room = fn(&Path) -> io::Result<u64>;

/// The reserve file of a data folder.
#[derive(Debug)]
pub(crate) struct Reserve {
    path: PathBuf,
    released: AtomicBool,
    room: Room,
}

impl Reserve {
    /// The reserve at `path`; call [`Reserve::restore`] to make it.
    pub(crate) fn new(path: PathBuf, room: Room) -> Self {
        let released = AtomicBool::new(!path.exists());
        Self { path, released, room }
    }

    /// Whether it is given up, or could not yet be made.
    pub(crate) fn is_released(&self) -> bool {
        self.released.load(Ordering::Acquire)
    }

    /// Gives the space to the file system; answers whether there was any.
    pub(crate) fn release(&self) -> bool {
        self.released.store(true, Ordering::Release);
        match fs::remove_file(&self.path) {
            Ok(()) => {
                tracing::warn!(path = %self.path.display(), "the disk is full: the reserve has been released");
                true
            }
            Err(_) => false,
        }
    }

    /// Makes the file again, on a disk that has room for more than that: else not a byte is written.
    pub(crate) fn restore(&self) -> io::Result<()> {
        if !self.is_released() {
            return Ok(());
        }
        if (self.room)(self.path.parent().unwrap_or(&self.path))? < WANTED {
            return Err(io::ErrorKind::StorageFull.into());
        }
        let partial = with_suffix(&self.path, ".partial");
        let made = Self::fill(&partial).and_then(|()| fs::rename(&partial, &self.path));
        if let Err(error) = made {
            // What was written must not stay: the journal needs the room.
            let _ = fs::remove_file(&partial);
            return Err(error);
        }
        sync_parent(&self.path)?;
        self.released.store(false, Ordering::Release);
        Ok(())
    }

    fn fill(partial: &Path) -> io::Result<()> {
        let _ = fs::remove_file(partial);
        let mut file = create_private(partial)?;
        // Random bytes: a file system that compresses would keep no room for zeros.
        let mut bytes = vec![0; SIZE];
        SeededRandom::new(1).fill(&mut bytes);
        file.write_all(&bytes)?;
        file.write_all(&bytes)?;
        file.sync_all()?;
        file.set_len(SIZE as u64)?;
        file.sync_all()
    }
}

/// The bytes that an ordinary program may still write into a folder.
///
/// # Errors
/// Those of the file system, if the folder is not there for instance.
#[cfg(unix)]
pub fn free_space(folder: &Path) -> io::Result<u64> {
    let found = rustix::fs::statvfs(folder)?;
    Ok(found.f_bavail.saturating_mul(found.f_frsize))
}

/// Nobody tells here: writing shows it.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn free_space(_folder: &Path) -> io::Result<u64> {
    Ok(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disk_that_is_all_but_full_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        let reserve = Reserve::new(dir.path().join("reserve.bin"), |_| Ok(WANTED - 1));
        let refused = reserve.restore().unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::StorageFull);
        assert_eq!(
            fs::read_dir(dir.path()).unwrap().count(),
            0,
            "not a byte is written"
        );
        assert!(reserve.is_released());
        assert!(free_space(dir.path()).unwrap() > 0);
    }

    #[test]
    fn the_reserve_is_given_up_once_and_made_again() {
        let dir = tempfile::tempdir().unwrap();
        let reserve = Reserve::new(dir.path().join("reserve.bin"), |_| Ok(WANTED));
        assert!(reserve.is_released());
        reserve.restore().unwrap();
        assert!(!reserve.is_released());
        assert_eq!(
            fs::metadata(dir.path().join("reserve.bin")).unwrap().len(),
            SIZE as u64
        );
        assert!(reserve.release());
        assert!(reserve.is_released());
        assert!(!reserve.release());
        reserve.restore().unwrap();
        assert!(!Reserve::new(dir.path().join("reserve.bin"), free_space).is_released());
    }
}
