//! A temporary folder that only its owner may look into.

use std::fs::{self, DirBuilder};
use std::io;
use std::path::{Path, PathBuf};

use saqta_journal::{OsRandom, random_array};

/// A temporary folder, removed with all that is in it when it is dropped.
pub(super) struct Scratch {
    path: PathBuf,
}

impl Scratch {
    /// Makes one; its name begins with `name`.
    ///
    /// # Errors
    /// Those of the file system.
    pub(super) fn new(name: &str) -> io::Result<Self> {
        let suffix = hex::encode(random_array::<8>(&mut OsRandom));
        let path = std::env::temp_dir().join(format!("{name}-{suffix}"));
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&path)?;
        Ok(Self { path })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.path) {
            tracing::warn!(%error, folder = %self.path.display(), "a temporary folder could not be removed");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_it_is_left_behind() {
        let scratch = Scratch::new("saqta-test").unwrap();
        let path = scratch.path().to_owned();
        fs::create_dir(path.join("inner")).unwrap();
        fs::write(path.join("inner/file"), "text").unwrap();
        drop(scratch);
        assert!(!path.exists());
    }
}
