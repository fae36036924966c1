//! A person who signs in: a worker, a guard, a dispatcher, an auditor, an administrator.

use serde::{Deserialize, Serialize};

use crate::ids::AccountId;
use crate::name::Language;
use crate::permission::Grant;

/// A person's account. Login, name and password hash are sealed in the journal; they are empty once the person is
/// erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Its id, which stands for the person everywhere.
    pub id: AccountId,
    /// What they sign in with.
    pub login: String,
    /// What colleagues call them.
    pub name: String,
    /// The language they read.
    pub language: Language,
    /// What they may do, and where.
    pub roles: Vec<Grant>,
    /// Argon2id hash in PHC format; none means that they cannot sign in with a password.
    pub password_hash: Option<String>,
    /// Whether the person was erased.
    pub erased: bool,
}

/// The journal's subject of a person's sealed parts.
#[must_use]
pub fn subject(account: AccountId) -> String {
    format!("account:{account}")
}

/// Whether a text can be a login: 1 to 64 characters without white space or control characters.
#[must_use]
pub fn is_valid_login(text: &str) -> bool {
    !text.is_empty()
        && text.chars().count() <= 64
        && !text.chars().any(|c| c.is_whitespace() || c.is_control())
}
