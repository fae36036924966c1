//! HTTP: the API, the screens and `/trust`.

use std::fs;
use std::net::{IpAddr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use saqta_engine::Engine;
use saqta_journal::{OsRandom, Signer};
use saqta_server::{App, Listener, PressPage, Server, SignedCheckpoints, Trust};
use tokio::sync::watch;

use super::certificates::Certificates;
use super::panels::Panels;
use super::{cannot_listen, engine};
use crate::configuration::Settings;
use crate::tls::{OwnFiles, hosts};

/// How often a live stream says that it is alive.
const HEARTBEAT: Duration = Duration::from_secs(5);

/// The HTTP listeners, bound.
pub(super) struct Http {
    server: Server,
    names: Vec<&'static str>,
}

impl Http {
    pub(super) async fn bind(
        settings: &Settings,
        certificates: Option<&Certificates>,
        engine: &Engine,
        panels: Option<&Panels>,
    ) -> anyhow::Result<Self> {
        if certificates.is_none() && !settings.listen.ip().is_loopback() {
            tracing::warn!(
                address = %settings.listen,
                "plain HTTP beyond this machine: tokens and names can be read on the way, and phones keep no press page \
                 without HTTPS; see `saqta tls`, or put a proxy with HTTPS before it"
            );
        }
        let mut names = vec![if certificates.is_some() { "https" } else { "http" }];
        let mut listeners = vec![match certificates {
            Some(certificates) => Listener::Tls(settings.listen, certificates.shown().config()?),
            None => Listener::Plain(settings.listen),
        }];
        if let Some(address) = settings.trust_listen {
            names.push("trust");
            listeners.push(Listener::Trust(address));
        }
        let app = App::new(
            engine.handle(),
            app_settings(settings, engine, panels)?,
            Box::new(OsRandom),
        );
        let bound = Server::bind(app, listeners).await;
        let server = bound.map_err(|error| cannot_listen(error.address, error.source))?;
        Ok(Self { server, names })
    }

    /// What is listened on, by name.
    pub(super) fn addresses(&self) -> Vec<(&'static str, String)> {
        let addresses = self
            .server
            .addresses()
            .into_iter()
            .map(|address| address.to_string());
        self.names.iter().copied().zip(addresses).collect()
    }

    pub(super) async fn run(self, mut stop: watch::Receiver<bool>) {
        let end = async move {
            let _true_or_gone = stop.wait_for(|stop| *stop).await;
        };
        self.server.run(end).await;
    }
}

fn app_settings(
    settings: &Settings,
    engine: &Engine,
    panels: Option<&Panels>,
) -> anyhow::Result<saqta_server::Settings> {
    let data = settings.data()?;
    let key = fs::read_to_string(data.join("log.key")).context("log.key cannot be read")?;
    let signer = Signer::from_secret_text(&key).context("log.key cannot be used")?;
    let published = engine::published(engine);
    Ok(saqta_server::Settings {
        trusted_proxies: settings.trusted_proxies.clone(),
        heartbeat: HEARTBEAT,
        press_page: PressPage {
            silent: settings.press_silent,
            hold: settings.press_hold,
        },
        trust: trust(data, settings)?,
        incoming: Some(data.join("incoming")),
        releases: Some(data.join("releases")),
        checkpoints: Arc::new(SignedCheckpoints::new(signer, engine.handle(), published)),
        dc09: panels.map(Panels::readings),
    })
}

/// What `/trust` offers, if there is an authority of the installation's own.
fn trust(data: &Path, settings: &Settings) -> anyhow::Result<Option<Trust>> {
    let own = OwnFiles::of(data);
    if !own.exist() {
        return Ok(None);
    }
    let certificate = CertificateDer::from_pem_file(own.authority()).context("tls/ca.crt cannot be read")?;
    let names = fs::read_to_string(own.hosts()).context("tls/hosts.txt cannot be read")?;
    let host = best_host(&hosts::read(&names)?.into_iter().collect::<Vec<_>>());
    let address = settings
        .address
        .clone()
        .unwrap_or_else(|| at("https", &host, settings.listen));
    let plain_address = settings.trust_listen.map(|listen| at("http", &host, listen));
    Ok(Some(Trust {
        certificate: certificate.to_vec(),
        address,
        plain_address,
    }))
}

/// The host that phones most likely reach: an address beats a name that only some networks know, a name with a dot
/// beats both, and what means "this machine" comes last.
fn best_host(hosts: &[String]) -> String {
    let rank = |host: &String| match host.parse::<IpAddr>() {
        Ok(address) if address.is_loopback() => 4,
        Ok(IpAddr::V4(_)) => 1,
        Ok(IpAddr::V6(_)) => 2,
        Err(_) if host == "localhost" => 5,
        Err(_) if host.contains('.') => 0,
        Err(_) => 3,
    };
    hosts
        .iter()
        .min_by_key(|host| rank(host))
        .cloned()
        .unwrap_or_else(|| "localhost".to_owned())
}

fn at(scheme: &str, host: &str, listen: SocketAddr) -> String {
    let host = if host.contains(':') {
        format!("[{host}]")
    } else {
        host.to_owned()
    };
    match (scheme, listen.port()) {
        ("https", 443) | ("http", 80) => format!("{scheme}://{host}"),
        (_, port) => format!("{scheme}://{host}:{port}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_are_led_to_a_host_that_they_reach() {
        let best =
            |hosts: &[&str]| best_host(&hosts.iter().map(|host| (*host).to_owned()).collect::<Vec<_>>());
        assert_eq!(
            best(&["127.0.0.1", "192.0.2.7", "::1", "localhost", "saqta"]),
            "192.0.2.7"
        );
        assert_eq!(
            best(&["192.0.2.7", "saqta.hospital.example"]),
            "saqta.hospital.example"
        );
        assert_eq!(at("https", "::1", "[::]:443".parse().unwrap()), "https://[::1]");
        assert_eq!(
            at("http", "192.0.2.7", "0.0.0.0:8081".parse().unwrap()),
            "http://192.0.2.7:8081"
        );
    }
}
