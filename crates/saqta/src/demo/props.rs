//! What the demo must know to go on with a data folder: its invented people's secrets, in `demo.json` beside the
//! journal. The file also marks the folder as a demo's: no other one is ever touched.

use std::io;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use saqta_domain::device::CipherKey;
use saqta_journal::{Random, random_array};
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::files::write_whole;

const FILE: &str = "demo.json";

/// Letters and digits that nobody mistakes for another, for a password that visitors type.
const PLAIN: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";

/// The secrets of the demo's invented people and devices.
#[derive(Clone, Deserialize, Serialize)]
pub(super) struct Props {
    /// The one password of every account.
    pub(super) password: String,
    /// The AES key of the encrypted panel, in hex.
    pub(super) panel_key: String,
    pub(super) tokens: Tokens,
    /// Whether everything has been declared and the history told.
    pub(super) ready: bool,
}

/// Access tokens; their hashes are in the journal once the props are ready.
#[derive(Clone, Deserialize, Serialize)]
pub(super) struct Tokens {
    /// The nurse's, in the phone on the stage.
    pub(super) nurse: String,
    /// Her colleague's.
    pub(super) colleague: String,
    /// The dispatcher's, who clears the stage.
    pub(super) dispatcher: String,
    /// The analyst's, who publishes.
    pub(super) analyst: String,
    /// The device that stands for the visitor's own phone.
    pub(super) visitor: String,
}

impl Props {
    /// New secrets.
    pub(super) fn new(random: &mut dyn Random) -> Self {
        let mut token = || format!("saqta_{}", URL_SAFE_NO_PAD.encode(random_array::<32>(random)));
        let tokens = Tokens {
            nurse: token(),
            colleague: token(),
            dispatcher: token(),
            analyst: token(),
            visitor: token(),
        };
        let letters =
            random_array::<10>(random).map(|byte| char::from(PLAIN[usize::from(byte) % PLAIN.len()]));
        Self {
            password: letters.iter().collect(),
            panel_key: hex::encode(random_array::<16>(random)),
            tokens,
            ready: false,
        }
    }

    /// Those of a folder; none when there are none yet.
    ///
    /// # Errors
    /// A misuse when the file cannot be read.
    pub(super) fn read(data: &Path) -> Result<Option<Self>, Failure> {
        let path = data.join(FILE);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(unreadable(&path, error)),
        };
        serde_json::from_str(&text)
            .map(Some)
            .map_err(|error| unreadable(&path, error))
    }

    /// Keeps them in a folder, readable by its owner only.
    ///
    /// # Errors
    /// Those of the file system.
    pub(super) fn write(&self, data: &Path) -> anyhow::Result<()> {
        Ok(write_whole(
            &data.join(FILE),
            &serde_json::to_vec_pretty(self)?,
            true,
        )?)
    }

    /// The key of the encrypted panel.
    pub(super) fn panel_key(&self) -> Option<CipherKey> {
        CipherKey::parse(&self.panel_key).ok()
    }
}

fn unreadable(path: &Path, error: impl std::error::Error + Send + Sync + 'static) -> Failure {
    Failure::misuse(format!("{} cannot be read", path.display()))
        .because(error)
        .safe("nothing was changed")
        .advice("name another folder, or none")
}
