//! Who asks: tokens, session cookies, passwords, and how often a wrong password may be tried.
//!
//! The cast: a request bears **credentials** (a bearer token or the session cookie), which make it a **caller**;
//! [`SignedIn`](caller::SignedIn) is a caller who may be answered, [`Presser`](caller::Presser) one whose press must
//! be taken even if their token was revoked.

pub(crate) mod attempts;
pub(crate) mod caller;
pub(crate) mod cookie;
pub(crate) mod origin;
pub(crate) mod password;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use saqta_journal::{Random, random_array};

/// A secret of 256 random bits as text that fits into a header, a cookie and a link.
pub(crate) fn new_secret(random: &mut dyn Random) -> String {
    URL_SAFE_NO_PAD.encode(random_array::<32>(random))
}
