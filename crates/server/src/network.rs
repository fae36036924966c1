//! Who is at the other end of a connection, and which proxies are believed.
//!
//! The cast: a [`Peer`] is the other end of the connection itself; behind a trusted proxy, the [`Client`] is whom the
//! proxy speaks for.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use axum::http::HeaderMap;

/// The other end of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer {
    /// Its address.
    pub address: IpAddr,
    /// Whether the connection is under TLS here.
    pub tls: bool,
}

/// A network of addresses: `10.0.0.0/8`, `2001:db8::/32`, or one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    prefix: u32,
}

/// A text that names no network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a network is an IP address, or one followed by `/` and a prefix length, as `10.0.0.0/8`")]
pub struct BadNetwork;

impl Network {
    /// Whether an address lies in the network.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.address, address.to_canonical()) {
            (IpAddr::V4(own), IpAddr::V4(other)) => {
                let mask = u32::MAX.checked_shl(32 - self.prefix).unwrap_or(0);
                own.to_bits() & mask == other.to_bits() & mask
            }
            (IpAddr::V6(own), IpAddr::V6(other)) => {
                let mask = u128::MAX.checked_shl(128 - self.prefix).unwrap_or(0);
                own.to_bits() & mask == other.to_bits() & mask
            }
            _ => false,
        }
    }
}

impl FromStr for Network {
    type Err = BadNetwork;

    fn from_str(text: &str) -> Result<Self, BadNetwork> {
        let (address, prefix) = match text.split_once('/') {
            Some((address, prefix)) => (address, Some(prefix.parse::<u32>().map_err(|_| BadNetwork)?)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().map_err(|_| BadNetwork)?;
        let longest = if address.is_ipv4() { 32 } else { 128 };
        let prefix = prefix.unwrap_or(longest);
        if prefix > longest {
            return Err(BadNetwork);
        }
        Ok(Self { address, prefix })
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.address, self.prefix)
    }
}

/// Whom a request comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Client {
    /// The address, beyond trusted proxies.
    pub(crate) address: IpAddr,
    /// Whether the client itself speaks HTTPS.
    pub(crate) https: bool,
    /// Whether it is a program on this machine; never so when somebody else's words stand between.
    pub(crate) local: bool,
}

impl Client {
    /// Whom a request comes from, believing trusted proxies only.
    pub(crate) fn of(peer: Peer, headers: &HeaderMap, trusted: &[Network]) -> Self {
        let is_trusted = |address: IpAddr| trusted.iter().any(|network| network.contains(address));
        let peer_address = peer.address.to_canonical();
        let forwarded = headers.contains_key("x-forwarded-for") || headers.contains_key("forwarded");
        if !is_trusted(peer_address) {
            return Self {
                address: peer_address,
                https: peer.tls,
                local: peer_address.is_loopback() && !forwarded,
            };
        }
        let address = forwarded_for(headers, peer_address, is_trusted);
        let https = last_value(headers, "x-forwarded-proto").map_or(peer.tls, |proto| proto == "https");
        Self {
            address,
            https,
            local: address.is_loopback(),
        }
    }
}

/// The last address in the chain that no trusted proxy stands for; the proxies' own words are read from the right.
fn forwarded_for(headers: &HeaderMap, peer: IpAddr, is_trusted: impl Fn(IpAddr) -> bool) -> IpAddr {
    let chain: Vec<&str> = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect();
    let mut address = peer;
    for hop in chain.into_iter().rev() {
        let Ok(next) = hop.trim().parse::<IpAddr>() else {
            break;
        };
        address = next.to_canonical();
        if !is_trusted(address) {
            break;
        }
    }
    address
}

fn last_value<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let value = headers.get_all(name).iter().next_back()?.to_str().ok()?;
    value.rsplit(',').next().map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(peer: &str, forwarded: &[&str], trusted: &[&str]) -> Client {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", value.parse().unwrap());
            headers.insert("x-forwarded-proto", "https".parse().unwrap());
        }
        let trusted: Vec<Network> = trusted.iter().map(|text| text.parse().unwrap()).collect();
        let peer = Peer {
            address: peer.parse().unwrap(),
            tls: false,
        };
        Client::of(peer, &headers, &trusted)
    }

    #[test]
    fn only_a_trusted_proxy_is_believed() {
        let direct = client("192.0.2.9", &["198.51.100.1"], &[]);
        assert_eq!(direct.address, "192.0.2.9".parse::<IpAddr>().unwrap());
        assert!(!direct.https);
        let proxied = client("192.0.2.9", &["198.51.100.1"], &["192.0.2.0/24"]);
        assert_eq!(proxied.address, "198.51.100.1".parse::<IpAddr>().unwrap());
        assert!(proxied.https);
    }

    #[test]
    fn a_client_cannot_put_itself_in_front_of_the_chain() {
        let client = client(
            "10.0.0.1",
            &["127.0.0.1, 198.51.100.7", "10.0.0.2"],
            &["10.0.0.0/8"],
        );
        assert_eq!(client.address, "198.51.100.7".parse::<IpAddr>().unwrap());
        assert!(!client.local);
    }

    #[test]
    fn a_proxy_on_this_machine_that_nobody_declared_makes_nobody_local() {
        assert!(client("127.0.0.1", &[], &[]).local);
        assert!(client("::ffff:127.0.0.1", &[], &[]).local);
        assert!(!client("127.0.0.1", &["198.51.100.7"], &[]).local);
        assert!(!client("127.0.0.1", &["198.51.100.7"], &["127.0.0.1"]).local);
    }

    #[test]
    fn networks_contain_what_their_prefix_says() {
        for (network, address, inside) in [
            ("10.0.0.0/8", "10.255.0.1", true),
            ("10.0.0.0/8", "11.0.0.1", false),
            ("0.0.0.0/0", "203.0.113.9", true),
            ("192.0.2.7", "192.0.2.7", true),
            ("192.0.2.7", "192.0.2.8", false),
            ("2001:db8::/32", "2001:db8:ffff::1", true),
            ("2001:db8::/32", "192.0.2.7", false),
            ("::/0", "2001:db9::1", true),
        ] {
            let parsed: Network = network.parse().unwrap();
            assert_eq!(
                parsed.contains(address.parse().unwrap()),
                inside,
                "{address} in {network}"
            );
        }
        for bad in ["", "10.0.0.0/33", "10.0.0/8", "::/129", "10.0.0.0/-1"] {
            assert_eq!(bad.parse::<Network>(), Err(BadNetwork), "{bad:?}");
        }
    }
}
