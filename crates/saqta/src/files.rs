//! Small files: secrets are read from them and written into them.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use crate::failure::Failure;

/// No secret file is longer.
const LONGEST: u64 = 64 * 1024;

/// The text of a file that holds one secret, without the final newline.
///
/// # Errors
/// A misuse when it cannot be read, is empty, or is no text.
pub(crate) fn read_secret(path: &Path) -> Result<String, Failure> {
    let unreadable = |error: io::Error| {
        Failure::misuse(format!("{} cannot be read", path.display()))
            .because(error)
            .advice("name a text file that this user may read")
    };
    let mut text = String::new();
    File::open(path)
        .map_err(unreadable)?
        .take(LONGEST)
        .read_to_string(&mut text)
        .map_err(unreadable)?;
    let secret = text.strip_suffix('\n').unwrap_or(&text);
    let secret = secret.strip_suffix('\r').unwrap_or(secret);
    if secret.is_empty() {
        return Err(
            Failure::misuse(format!("{} is empty", path.display())).advice("write the secret into it")
        );
    }
    Ok(secret.to_owned())
}

/// Writes a file so that after a crash it is whole or as it was. A private one only its owner may read.
///
/// # Errors
/// Those of the file system.
pub(crate) fn write_whole(path: &Path, bytes: &[u8], private: bool) -> io::Result<()> {
    let mut partial = path.as_os_str().to_owned();
    partial.push(".partial");
    let partial = Path::new(&partial);
    match fs::remove_file(partial) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, if private { 0o600 } else { 0o644 });
    #[cfg(not(unix))]
    let _unused = private;
    let mut file = options.open(partial)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(partial, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_loses_its_final_newline_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret");
        for (written, read) in [
            ("a b \n", "a b "),
            ("x\r\n", "x"),
            ("two\nlines", "two\nlines"),
            ("é", "é"),
        ] {
            fs::write(&path, written).unwrap();
            assert_eq!(read_secret(&path).unwrap(), read);
        }
        fs::write(&path, "\n").unwrap();
        assert!(read_secret(&path).unwrap_err().to_string().ends_with("is empty"));
    }
}
