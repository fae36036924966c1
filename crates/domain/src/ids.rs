//! Identifiers: declared ones are short texts chosen by people, created ones are `UUIDv7`.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Where new `UUIDv7` identifiers come from; the simulation passes a seeded source.
pub trait Ids {
    /// The next identifier, never given before.
    fn next(&mut self) -> Uuid;
}

macro_rules! created {
    ($(#[$doc:meta] $name:ident),* $(,)?) => {$(
        #[$doc]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

created! {
    /// One call for help.
    AlarmId,
    /// Open alarms of one zone, shown together.
    SituationId,
    /// A person's account; stands for the person in the journal, never their name.
    AccountId,
    /// An access token of an account or a device.
    TokenId,
    /// One person's harm.
    InjuryId,
    /// One file brought into the register.
    ImportId,
}

macro_rules! declared {
    ($(#[$doc:meta] $name:ident),* $(,)?) => {$(
        #[$doc]
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Arc<str>);

        impl $name {
            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    )*};
}

declared! {
    /// A workplace.
    SiteId,
    /// A place inside a site.
    ZoneId,
    /// A security post.
    PostId,
    /// A device.
    DeviceId,
    /// A series of figures by one counter in one unit.
    SeriesId,
    /// A published set of figures.
    ReleaseId,
}

/// The built-in site of alarms whose place nobody knows; every dispatcher sees it.
pub const UNASSIGNED: &str = "unassigned";

impl SiteId {
    /// The built-in site of alarms whose place nobody knows.
    #[must_use]
    pub fn unassigned() -> Self {
        UNASSIGNED.into()
    }

    /// Whether this is the built-in site of alarms whose place nobody knows.
    #[must_use]
    pub fn is_unassigned(&self) -> bool {
        self.as_str() == UNASSIGNED
    }
}

/// Whether a text can be a declared id: 1 to 64 characters of `a–z A–Z 0–9 . _ -`, and not a reserved word.
#[must_use]
pub fn is_valid_id(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text != UNASSIGNED
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'))
}
