//! The names and addresses under which people reach the server.

use std::collections::BTreeSet;
use std::net::IpAddr;

use rustls::pki_types::ServerName;

use crate::failure::Failure;

/// What stands above the list in `tls/hosts.txt`.
const HEAD: &str = "# Names and addresses that the server's certificate is for, one a line.\n\
                    # Add what is missing and restart Saqta: the certificate is made anew.\n";

/// Every name and address that this machine is known to have.
pub(crate) fn of_this_machine() -> BTreeSet<String> {
    let mut hosts: BTreeSet<String> = ["localhost", "127.0.0.1", "::1"].map(str::to_owned).into();
    hosts.extend(machine_name().filter(|name| is_host(name)));
    match if_addrs::get_if_addrs() {
        Ok(interfaces) => {
            let addresses = interfaces.iter().map(if_addrs::Interface::ip);
            hosts.extend(
                addresses
                    .filter(|address| !is_link_local(*address))
                    .map(|address| address.to_string()),
            );
        }
        Err(error) => {
            tracing::warn!(%error, "the addresses of this machine could not be listed; name them by --host");
        }
    }
    hosts
}

fn machine_name() -> Option<String> {
    let name = std::fs::read_to_string("/proc/sys/kernel/hostname").ok();
    let name = name.or_else(|| {
        std::env::var("HOSTNAME")
            .or_else(|_| std::env::var("COMPUTERNAME"))
            .ok()
    })?;
    Some(name.trim().to_ascii_lowercase())
}

/// No browser can be told to open a link-local address, since it needs to know the interface too.
fn is_link_local(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => v4.is_link_local(),
        IpAddr::V6(v6) => v6.is_unicast_link_local(),
    }
}

fn is_host(text: &str) -> bool {
    ServerName::try_from(text).is_ok()
}

/// Checks a name or address that somebody wrote.
///
/// # Errors
/// A misuse when it is neither.
pub(crate) fn check(text: &str) -> Result<String, Failure> {
    if is_host(text) {
        Ok(text.to_ascii_lowercase())
    } else {
        Err(
            Failure::misuse(format!("`{text}` is neither a host name nor an IP address")).advice(
                "write it without https:// and without a port, as saqta.hospital.example or 192.0.2.7",
            ),
        )
    }
}

/// The list as a file's text.
pub(crate) fn write(hosts: &BTreeSet<String>) -> String {
    let lines: String = hosts.iter().map(|host| format!("{host}\n")).collect();
    format!("{HEAD}{lines}")
}

/// The list that a file's text holds.
///
/// # Errors
/// A misuse when a line is neither a name nor an address.
pub(crate) fn read(text: &str) -> Result<BTreeSet<String>, Failure> {
    let lines = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(check).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_read_as_it_was_written() {
        let hosts = of_this_machine();
        assert!(
            hosts.contains("localhost") && hosts.contains("127.0.0.1"),
            "{hosts:?}"
        );
        assert_eq!(read(&write(&hosts)).unwrap(), hosts);
        assert!(read("https://saqta.example\n").is_err());
    }
}
