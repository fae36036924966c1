//! The certificate that the server shows: read anew when its files change.

use std::fs;
use std::io;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::SystemTime;

use anyhow::Context as _;
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;

use crate::configuration::TlsFiles;
use crate::failure::Failure;

/// A certificate in use.
#[derive(Debug)]
pub(crate) struct Shown {
    files: TlsFiles,
    current: RwLock<Current>,
}

#[derive(Debug)]
struct Current {
    key: Arc<CertifiedKey>,
    changed: Option<[SystemTime; 2]>,
}

impl Shown {
    /// Reads a certificate chain and its key.
    ///
    /// # Errors
    /// A misuse when they cannot be read or do not belong together.
    pub(crate) fn load(files: TlsFiles) -> Result<Arc<Self>, Failure> {
        let changed = changed(&files).ok();
        let key = read(&files).map_err(|error| {
            Failure::misuse(format!(
                "the certificate {} cannot be used",
                files.certificate.display()
            ))
            .because(error)
            .advice("name the certificate with its chain and its private key, both PEM")
        })?;
        Ok(Arc::new(Self {
            files,
            current: RwLock::new(Current {
                key: Arc::new(key),
                changed,
            }),
        }))
    }

    /// Reads the files again if they have changed; answers whether they had. While they cannot be used, the
    /// certificate that was read before is shown.
    ///
    /// # Errors
    /// When they cannot be used.
    pub(crate) fn refresh(&self) -> anyhow::Result<bool> {
        let now = changed(&self.files).ok();
        if now
            == self
                .current
                .read()
                .unwrap_or_else(PoisonError::into_inner)
                .changed
        {
            return Ok(false);
        }
        let key = Arc::new(read(&self.files)?);
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Current { key, changed: now };
        Ok(true)
    }

    /// What rustls needs to serve HTTP under this certificate.
    ///
    /// # Errors
    /// When rustls has no protocol version for its ciphers, which cannot be.
    pub(crate) fn config(self: &Arc<Self>) -> Result<Arc<ServerConfig>, rustls::Error> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let resolver: Arc<dyn ResolvesServerCert> = Arc::clone(self) as _;
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_cert_resolver(resolver);
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Ok(Arc::new(config))
    }
}

impl ResolvesServerCert for Shown {
    fn resolve(&self, _hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(Arc::clone(
            &self.current.read().unwrap_or_else(PoisonError::into_inner).key,
        ))
    }
}

fn changed(files: &TlsFiles) -> io::Result<[SystemTime; 2]> {
    Ok([
        fs::metadata(&files.certificate)?.modified()?,
        fs::metadata(&files.key)?.modified()?,
    ])
}

fn read(files: &TlsFiles) -> anyhow::Result<CertifiedKey> {
    let unreadable = |path: &std::path::Path| format!("{} cannot be read", path.display());
    let chain: Vec<CertificateDer<'static>> = CertificateDer::pem_file_iter(&files.certificate)
        .and_then(Iterator::collect)
        .with_context(|| unreadable(&files.certificate))?;
    anyhow::ensure!(
        !chain.is_empty(),
        "{} holds no certificate",
        files.certificate.display()
    );
    let key = PrivateKeyDer::from_pem_file(&files.key).with_context(|| unreadable(&files.key))?;
    let provider = rustls::crypto::ring::default_provider();
    Ok(CertifiedKey::from_der(chain, key, &provider)?)
}
