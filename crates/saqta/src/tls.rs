//! HTTPS: the installation's own certificate authority, and the certificates that the server shows.
//!
//! The cast: the [`authority`] makes `tls/ca.crt` and signs `tls/server.crt` for the [`hosts`] that `tls/hosts.txt`
//! lists; [`serving`] shows a certificate to clients and reads it anew when its files change, so that nobody has to
//! restart a receiver of alarms for a renewed certificate.

pub(crate) mod authority;
pub(crate) mod hosts;
pub(crate) mod serving;

use std::path::{Path, PathBuf};

use crate::configuration::TlsFiles;

/// The files of a data folder's own authority.
#[derive(Clone, Debug)]
pub(crate) struct OwnFiles {
    folder: PathBuf,
}

impl OwnFiles {
    pub(crate) fn of(data: &Path) -> Self {
        Self {
            folder: data.join("tls"),
        }
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(crate) fn authority(&self) -> PathBuf {
        self.folder.join("ca.crt")
    }

    fn authority_key(&self) -> PathBuf {
        self.folder.join("ca.key")
    }

    pub(crate) fn hosts(&self) -> PathBuf {
        self.folder.join("hosts.txt")
    }

    /// The server's certificate and key.
    pub(crate) fn server(&self) -> TlsFiles {
        TlsFiles {
            certificate: self.folder.join("server.crt"),
            key: self.folder.join("server.key"),
        }
    }

    /// Whether there is an authority.
    pub(crate) fn exist(&self) -> bool {
        self.authority().exists()
    }
}
