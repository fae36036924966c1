//! The server's side of TLS: rustls with ring.

use std::sync::Arc;

use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::pem::{self, PemObject as _};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};

/// A certificate or its key cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// The certificates are no PEM.
    #[error("the certificate file cannot be read as PEM: {0}")]
    Certificate(pem::Error),
    /// There is no certificate.
    #[error("the certificate file holds no certificate")]
    NoCertificate,
    /// The key is no PEM.
    #[error("the key file cannot be read as PEM: {0}")]
    Key(pem::Error),
    /// They do not go together.
    #[error("certificate and key cannot be used: {0}")]
    Unusable(#[from] rustls::Error),
}

/// HTTPS with a chain of certificates, the server's own first, and its private key; both PEM. HTTP/2 and HTTP/1.1
/// are offered, TLS 1.2 and 1.3.
///
/// # Errors
/// [`TlsError`] says which of the two is wrong.
pub fn tls_config(certificates: &[u8], key: &[u8]) -> Result<Arc<ServerConfig>, TlsError> {
    let chain = CertificateDer::pem_slice_iter(certificates).collect::<Result<Vec<_>, _>>();
    let chain = chain.map_err(TlsError::Certificate)?;
    if chain.is_empty() {
        return Err(TlsError::NoCertificate);
    }
    let key = PrivateKeyDer::from_pem_slice(key).map_err(TlsError::Key)?;
    let builder = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let mut config = builder
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(chain, key)?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}
