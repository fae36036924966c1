//! The installation's own certificate authority: made once, it signs a certificate for the server whenever the one
//! there is runs out or lacks a host.
//!
//! Its certificate is put on phones, so it is held short: it may vouch for the hosts it was made for and for names and
//! addresses that exist only inside of an organisation. Whoever steals its key cannot pose as a bank.

use std::collections::BTreeSet;
use std::fs;
use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use rcgen::{
    BasicConstraints, CertificateParams, CidrSubnet, DistinguishedName, DnType, ExtendedKeyUsagePurpose,
    GeneralSubtree, IsCa, Issuer, KeyPair, KeyUsagePurpose, NameConstraints, date_time_ymd,
};
use rustls::RootCertStore;
use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::ServerCertVerifier as _;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};

use super::{OwnFiles, hosts};
use crate::failure::Failure;
use crate::files::write_whole;

/// How long the authority holds. Putting a new one on every phone is work.
const AUTHORITY_YEARS: i32 = 10;

/// How long a server's certificate holds: no browser takes one that holds longer than 398 days.
const SERVER_DAYS: i32 = 397;

/// A certificate is renewed when it holds no longer than this.
const RENEWED_BEFORE: Duration = Duration::from_secs(30 * 24 * 3600);

/// Endings of names that exist only inside of an organisation (RFC 6762, RFC 8375, ICANN's `internal`).
const INNER_NAMES: [&str; 6] = ["localhost", "local", "internal", "home.arpa", "lan", "test"];

/// Addresses that exist only inside of an organisation (RFC 1122, 1918, 4193, 4291, 6598).
const INNER_NETWORKS: [&str; 7] = [
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "127.0.0.0/8",
    "100.64.0.0/10",
    "fc00::/7",
    "::1/128",
];

/// Makes the authority if there is none, adds hosts to those the certificate is for, and makes a certificate.
///
/// # Errors
/// When a file cannot be written; a misuse when the authority may not vouch for a host. Then nothing is changed.
pub(crate) fn establish(
    own: &OwnFiles,
    added: BTreeSet<String>,
    now: Timestamp,
) -> anyhow::Result<BTreeSet<String>> {
    fs::create_dir_all(own.folder())?;
    restrict(own.folder())?;
    let mut names = added;
    if own.hosts().exists() {
        names.extend(hosts::read(&fs::read_to_string(own.hosts())?)?);
    }
    if !own.exist() {
        make_authority(own, &names, now)?;
    }
    let authority = Authority::open(own)?;
    if let Some(host) = names.iter().find(|host| !authority.vouches_for(host, now)) {
        return Err(refused(own, host).into());
    }
    authority.sign_for(&names, now)?.write(own)?;
    write_whole(&own.hosts(), hosts::write(&names).as_bytes(), false)?;
    Ok(names)
}

/// Makes a new certificate when the one there is runs out within 30 days, lacks a host, or cannot be used. Answers
/// whether it did. A host that the authority may not vouch for is left out and named in the log: with it, nobody would
/// take the certificate for any host.
///
/// # Errors
/// When a file cannot be used.
pub(crate) fn renew_if_due(own: &OwnFiles, now: Timestamp) -> anyhow::Result<bool> {
    let path = own.hosts();
    let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let authority = Authority::open(own)?;
    let (names, left_out): (BTreeSet<String>, BTreeSet<String>) = hosts::read(&text)?
        .into_iter()
        .partition(|host| authority.vouches_for(host, now));
    for host in left_out {
        tracing::error!(
            host,
            "the local authority may not vouch for this host; it is left out of the certificate"
        );
    }
    let holds = Signed::read(own).is_ok_and(|signed| {
        names.iter().all(|host| {
            authority
                .check(&signed.certificate, host, now, RENEWED_BEFORE)
                .is_ok()
        })
    });
    if !holds {
        authority.sign_for(&names, now)?.write(own)?;
    }
    Ok(!holds)
}

/// A certificate with its key.
struct Signed {
    certificate: CertificateDer<'static>,
    pem: String,
    key: KeyPair,
}

impl Signed {
    fn read(own: &OwnFiles) -> anyhow::Result<Self> {
        let server = own.server();
        let pem = fs::read_to_string(&server.certificate)?;
        let certificate = CertificateDer::from_pem_slice(pem.as_bytes())?;
        Ok(Self {
            certificate,
            pem,
            key: KeyPair::from_pem(&fs::read_to_string(&server.key)?)?,
        })
    }

    /// The certificate last: whoever sees it change finds its key in place.
    fn write(&self, own: &OwnFiles) -> std::io::Result<()> {
        let server = own.server();
        write_whole(&server.key, self.key.serialize_pem().as_bytes(), true)?;
        write_whole(&server.certificate, self.pem.as_bytes(), false)
    }
}

/// The authority at work.
struct Authority {
    issuer: Issuer<'static, KeyPair>,
    verifier: Arc<WebPkiServerVerifier>,
}

impl Authority {
    fn open(own: &OwnFiles) -> anyhow::Result<Self> {
        let path = own.authority_key();
        let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        let key = KeyPair::from_pem(&text).with_context(|| format!("{} cannot be used", path.display()))?;
        let mut roots = RootCertStore::empty();
        roots.add(CertificateDer::from_pem_file(own.authority())?)?;
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let verifier = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider).build()?;
        Ok(Self {
            issuer: Issuer::new(authority_params(&key), key),
            verifier,
        })
    }

    fn sign_for(&self, names: &BTreeSet<String>, now: Timestamp) -> anyhow::Result<Signed> {
        let key = KeyPair::generate()?;
        let mut params = CertificateParams::new(names.iter().cloned().collect::<Vec<_>>())?;
        params.distinguished_name = name("Saqta");
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        params.use_authority_key_identifier_extension = true;
        hold_for(&mut params, now, Span::new().days(SERVER_DAYS))?;
        let certificate = params.signed_by(&key, &self.issuer)?;
        Ok(Signed {
            pem: certificate.pem(),
            certificate: certificate.into(),
            key,
        })
    }

    /// Whether clients would take a certificate of the authority's for a host.
    fn vouches_for(&self, host: &str, now: Timestamp) -> bool {
        let signed = self.sign_for(&[host.to_owned()].into(), now);
        signed.is_ok_and(|signed| self.check(&signed.certificate, host, now, Duration::ZERO).is_ok())
    }

    /// Whether clients that trust the authority take a certificate for a host, at a time to come too.
    fn check(
        &self,
        certificate: &CertificateDer<'_>,
        host: &str,
        now: Timestamp,
        ahead: Duration,
    ) -> anyhow::Result<()> {
        let seconds = u64::try_from(now.as_second()).unwrap_or(0) + ahead.as_secs();
        let at = UnixTime::since_unix_epoch(Duration::from_secs(seconds));
        self.verifier.verify_server_cert(
            certificate,
            &[],
            &ServerName::try_from(host)?.to_owned(),
            &[],
            at,
        )?;
        Ok(())
    }
}

fn make_authority(own: &OwnFiles, names: &BTreeSet<String>, now: Timestamp) -> anyhow::Result<()> {
    let key = KeyPair::generate()?;
    let mut params = authority_params(&key);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.name_constraints = Some(constraints(names));
    hold_for(&mut params, now, Span::new().years(AUTHORITY_YEARS))?;
    let certificate = params.self_signed(&key)?;
    write_whole(&own.authority_key(), key.serialize_pem().as_bytes(), true)?;
    write_whole(&own.authority(), certificate.pem().as_bytes(), false)?;
    Ok(())
}

/// The authority's name follows from its key, so that it can be signed for without reading its certificate.
fn authority_params(key: &KeyPair) -> CertificateParams {
    let mut params = CertificateParams::default();
    let id = hex::encode(params.key_identifier(key));
    let short = id.get(..8).unwrap_or(&id);
    params.distinguished_name = name(&format!("Saqta local authority {short}"));
    params
}

fn refused(own: &OwnFiles, host: &str) -> Failure {
    Failure::misuse(format!("the local authority may not vouch for {host}"))
        .safe("the certificate is as it was")
        .advice(format!(
            "leave {host} out, or make a new authority: move {} away, run `saqta tls` with every name, and put the new \
             certificate on every device",
            own.folder().display()
        ))
}

fn constraints(names: &BTreeSet<String>) -> NameConstraints {
    let mut permitted: Vec<GeneralSubtree> = INNER_NAMES
        .iter()
        .map(|name| GeneralSubtree::DnsName((*name).to_owned()))
        .collect();
    let networks = INNER_NETWORKS
        .iter()
        .filter_map(|network| network.parse::<CidrSubnet>().ok());
    permitted.extend(networks.map(GeneralSubtree::IpAddress));
    permitted.extend(names.iter().map(|host| match host.parse::<IpAddr>() {
        Ok(address) => {
            let whole = if address.is_ipv4() { 32 } else { 128 };
            GeneralSubtree::IpAddress(CidrSubnet::from_addr_prefix(address, whole))
        }
        Err(_) => GeneralSubtree::DnsName(host.clone()),
    }));
    NameConstraints {
        permitted_subtrees: permitted,
        excluded_subtrees: Vec::new(),
    }
}

fn name(common: &str) -> DistinguishedName {
    let mut name = DistinguishedName::new();
    name.push(DnType::CommonName, common);
    name
}

/// From the day before, since clocks differ, for a span of whole days.
fn hold_for(params: &mut CertificateParams, now: Timestamp, span: Span) -> anyhow::Result<()> {
    let today = now.to_zoned(TimeZone::UTC).date();
    let midnight = |date: jiff::civil::Date| -> anyhow::Result<_> {
        Ok(date_time_ymd(
            i32::from(date.year()),
            u8::try_from(date.month())?,
            u8::try_from(date.day())?,
        ))
    };
    params.not_before = midnight(today.yesterday()?)?;
    params.not_after = midnight(today.checked_add(span)?)?;
    Ok(())
}

/// The folder holds the authority's key.
fn restrict(folder: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    #[cfg(not(unix))]
    let _unused = folder;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Timestamp {
        format!("{text}T12:00:00Z").parse().unwrap()
    }

    fn set(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_certificate_is_renewed_in_its_last_thirty_days_and_when_a_host_is_added() {
        let folder = tempfile::tempdir().unwrap();
        let own = OwnFiles::of(folder.path());
        establish(&own, set(&["localhost", "192.0.2.7", "::1"]), day("2026-01-01")).unwrap();
        let authority = fs::read(own.authority()).unwrap();
        for (date, renewed) in [("2026-12-31", false), ("2027-01-20", true), ("2027-01-21", false)] {
            assert_eq!(renew_if_due(&own, day(date)).unwrap(), renewed, "{date}");
        }
        fs::write(
            own.hosts(),
            hosts::write(&set(&["localhost", "10.1.2.3", "saqta.local"])),
        )
        .unwrap();
        assert!(renew_if_due(&own, day("2027-01-22")).unwrap(), "a host was added");
        assert!(
            !renew_if_due(&own, day("2027-01-22")).unwrap(),
            "it is in the certificate now"
        );
        fs::write(own.server().certificate, "damaged").unwrap();
        assert!(
            renew_if_due(&own, day("2027-01-22")).unwrap(),
            "the certificate is damaged"
        );
        assert_eq!(
            fs::read(own.authority()).unwrap(),
            authority,
            "phones keep the authority they have"
        );
    }

    #[test]
    fn the_authority_vouches_for_inner_names_and_those_it_was_made_for_only() {
        let folder = tempfile::tempdir().unwrap();
        let own = OwnFiles::of(folder.path());
        establish(&own, set(&["saqta.hospital.example"]), day("2026-01-01")).unwrap();
        establish(&own, set(&["server.lan", "172.16.0.9"]), day("2026-01-01")).unwrap();
        let before = fs::read(own.server().certificate).unwrap();
        let refused = establish(&own, set(&["bank.example"]), day("2026-01-01")).unwrap_err();
        assert_eq!(
            refused.to_string(),
            "the local authority may not vouch for bank.example"
        );
        assert_eq!(
            fs::read(own.server().certificate).unwrap(),
            before,
            "the certificate is as it was"
        );
        fs::write(own.hosts(), hosts::write(&set(&["bank.example", "server.lan"]))).unwrap();
        assert!(
            !renew_if_due(&own, day("2026-01-02")).unwrap(),
            "a host that cannot be is left out"
        );
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_reads_the_keys() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let own = OwnFiles::of(folder.path());
        establish(&own, set(&["localhost"]), day("2026-01-01")).unwrap();
        for key in [own.authority_key(), own.server().key] {
            assert_eq!(
                fs::metadata(&key).unwrap().permissions().mode() & 0o777,
                0o600,
                "{}",
                key.display()
            );
        }
    }
}
