//! Tells whoever started the server how it stands: the service manager (`sd_notify`) and a file that others wait for.

use std::io;
use std::path::Path;

use crate::failure::Failure;
use crate::files;

/// Tells the service manager something, as `READY=1`; nothing when there is none. The protocol is in `sd_notify(3)`.
pub(crate) fn notify(message: &str) {
    let Some(address) = std::env::var_os("NOTIFY_SOCKET") else {
        return;
    };
    if let Err(error) = send(address.as_encoded_bytes(), message) {
        tracing::warn!(%error, "the service manager could not be told");
    }
}

#[cfg(target_os = "linux")]
fn send(address: &[u8], message: &str) -> io::Result<()> {
    use std::os::linux::net::SocketAddrExt as _;
    use std::os::unix::ffi::OsStrExt as _;
    use std::os::unix::net::{SocketAddr, UnixDatagram};

    let address = match address.strip_prefix(b"@") {
        Some(name) => SocketAddr::from_abstract_name(name)?,
        None => SocketAddr::from_pathname(std::ffi::OsStr::from_bytes(address))?,
    };
    UnixDatagram::unbound()?.send_to_addr(message.as_bytes(), &address)?;
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn send(_address: &[u8], _message: &str) -> io::Result<()> {
    Ok(())
}

/// Writes the ready file: the addresses, one `name=address` a line. It appears whole.
///
/// # Errors
/// Those of the file system.
pub(crate) fn write_ready_file(path: &Path, addresses: &[(&str, String)]) -> io::Result<()> {
    let lines: String = addresses
        .iter()
        .map(|(name, address)| format!("{name}={address}\n"))
        .collect();
    files::write_whole(path, lines.as_bytes(), false)
}

/// Removes the ready file of a server that ran before: it would tell of addresses where nobody listens yet.
///
/// # Errors
/// A misuse when it cannot be removed.
pub(crate) fn withdraw_ready_file(path: &Path) -> Result<(), Failure> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Failure::misuse(format!(
            "the ready file {} cannot be written",
            path.display()
        ))
        .because(error)
        .advice("name a file in a folder that this user may write in")),
        _ => Ok(()),
    }
}
