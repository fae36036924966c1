//! What an administrator declares: sites, zones, posts, devices and accounts.
//!
//! The cast: a TOML file is read by [`toml::parse`] into a [`Declaration`] whose [`toml::Places`] know the line of
//! each field; the writer compares it with what is declared already and records only what is new or changed.

pub(crate) mod check;
pub mod toml;

use serde::{Deserialize, Serialize};

use crate::device::Device;
use crate::ids::AccountId;
use crate::name::Language;
use crate::permission::Grant;
use crate::post::Post;
use crate::site::Site;
use crate::zone::Zone;

/// Things to be declared. What it does not mention stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declaration {
    /// Workplaces.
    #[serde(default)]
    pub sites: Vec<Site>,
    /// Places inside sites.
    #[serde(default)]
    pub zones: Vec<Zone>,
    /// Security posts.
    #[serde(default)]
    pub posts: Vec<Post>,
    /// Devices.
    #[serde(default)]
    pub devices: Vec<DeviceDeclaration>,
    /// People.
    #[serde(default)]
    pub accounts: Vec<AccountDeclaration>,
}

/// A device with its secret.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceDeclaration {
    /// The device.
    #[serde(rename = "device")]
    pub device: Device,
    /// Its AES key in hex, if it encrypts.
    #[serde(default)]
    pub key: Option<String>,
}

/// A person to be given an account.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountDeclaration {
    /// What they sign in with.
    pub login: String,
    /// What colleagues call them; the login when absent at creation, unchanged when absent later.
    #[serde(default)]
    pub name: Option<String>,
    /// The language they read; Kazakh when absent at creation, unchanged when absent later.
    #[serde(default)]
    pub language: Option<Language>,
    /// What they may do, and where; unchanged when absent.
    #[serde(default)]
    pub roles: Option<Vec<Grant>>,
    /// Argon2id hash of the password in PHC format, used only when the account is made.
    #[serde(default)]
    pub password_hash: Option<String>,
}

/// `account.declared`: the public part; login and name are sealed beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountFact {
    /// The account.
    pub account: AccountId,
    /// The language they read.
    pub language: Language,
    /// What they may do, and where.
    pub roles: Vec<Grant>,
}

impl std::fmt::Debug for DeviceDeclaration {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DeviceDeclaration")
            .field("device", &self.device)
            .field("key", &self.key.as_ref().map(|_| "…"))
            .finish()
    }
}

impl std::fmt::Debug for AccountDeclaration {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AccountDeclaration")
            .field("login", &self.login)
            .field("roles", &self.roles)
            .finish_non_exhaustive()
    }
}
