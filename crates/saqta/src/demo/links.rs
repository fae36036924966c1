//! Under which addresses people reach the demo.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use super::props::Props;

/// Where a visitor's own phone is said to be.
const VISITORS_ZONE: &str = "kostanay-waiting";

/// The demo's addresses, without a final slash.
pub(super) struct Links {
    /// On this machine.
    pub(super) here: String,
    /// From other devices, if they can reach it.
    pub(super) lan: Option<String>,
}

impl Links {
    /// Those of the port that is listened on.
    pub(super) fn of(bound: SocketAddr) -> Self {
        let at = |address: IpAddr| format!("http://{}", SocketAddr::new(address, bound.port()));
        match bound.ip() {
            address if address.is_loopback() => Self {
                here: at(address),
                lan: None,
            },
            address if address.is_unspecified() => Self {
                here: at(IpAddr::V4(Ipv4Addr::LOCALHOST)),
                lan: outward_address().map(at),
            },
            address => Self {
                here: at(address),
                lan: Some(at(address)),
            },
        }
    }

    /// What enrols a visitor's phone. Aloud, since a visitor wants to see what happens.
    pub(super) fn press(&self, props: &Props) -> String {
        let base = self.lan.as_deref().unwrap_or(&self.here);
        format!(
            "{base}/press#token={}&zone={VISITORS_ZONE}&silent=no",
            props.tokens.visitor
        )
    }
}

/// The address by which other devices most likely reach this machine.
fn outward_address() -> Option<IpAddr> {
    let interfaces = match if_addrs::get_if_addrs() {
        Ok(interfaces) => interfaces,
        Err(error) => {
            tracing::warn!(%error, "the addresses of this machine could not be listed");
            return None;
        }
    };
    let rank = |address: &IpAddr| match address {
        IpAddr::V4(v4) if v4.is_private() => Some(0),
        IpAddr::V4(v4) if !v4.is_loopback() && !v4.is_link_local() => Some(1),
        IpAddr::V4(_) | IpAddr::V6(_) => None,
    };
    let addresses = interfaces.iter().map(if_addrs::Interface::ip);
    let ranked = addresses.filter_map(|address| Some((rank(&address)?, address)));
    ranked.min_by_key(|(rank, _)| *rank).map(|(_, address)| address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_only_this_machine_reaches_is_offered_to_nobody_else() {
        let links = Links::of("127.0.0.1:8080".parse().unwrap());
        assert_eq!((links.here.as_str(), links.lan), ("http://127.0.0.1:8080", None));
        let links = Links::of("192.0.2.7:80".parse().unwrap());
        assert_eq!(links.lan.as_deref(), Some("http://192.0.2.7:80"));
        assert_eq!(
            Links::of("0.0.0.0:8080".parse().unwrap()).here,
            "http://127.0.0.1:8080"
        );
    }
}
