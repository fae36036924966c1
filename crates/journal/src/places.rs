//! Folders that backup and restore make, and leave no trace of when they fail.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::folder;

/// The folders a restore makes, innermost first; gone again when it fails.
pub(crate) struct Target {
    made: Vec<PathBuf>,
}

impl Target {
    pub(crate) fn make(dir: &Path) -> io::Result<Self> {
        let missing = dir
            .ancestors()
            .take_while(|each| !each.as_os_str().is_empty() && !each.exists());
        let target = Self {
            made: missing.map(Path::to_owned).collect(),
        };
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(dir)?;
        Ok(target)
    }

    pub(crate) fn keep(mut self) {
        self.made.clear();
    }
}

impl Drop for Target {
    fn drop(&mut self) {
        let Some(inner) = self.made.first() else { return };
        // Nothing but the lock is in it; a folder that holds more is left alone.
        let removed = fs::remove_file(inner.join(folder::LOCK))
            .and_then(|()| self.made.iter().try_for_each(fs::remove_dir));
        if let Err(error) = removed {
            tracing::warn!(path = %inner.display(), %error, "the new folder could not be removed");
        }
    }
}

/// A folder for copies that hold secrets; gone when it is dropped.
pub(crate) struct Workplace(pub(crate) PathBuf);

impl Workplace {
    pub(crate) fn create(path: PathBuf) -> io::Result<Self> {
        // A copy that was interrupted.
        match fs::remove_dir_all(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Workplace {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.0) {
            tracing::warn!(path = %self.0.display(), %error, "copies of secrets could not be removed");
        }
    }
}
