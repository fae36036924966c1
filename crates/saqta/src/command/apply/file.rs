//! A declaration's file, its secrets, and where each field stands.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use saqta_domain::declaration::toml::{FileRef, Parsed, Problem, Target, parse};
use saqta_domain::declaration::{AccountDeclaration, Declaration};
use saqta_domain::device::CipherKey;
use saqta_domain::permission::{Grant, Scope};
use saqta_journal::OsRandom;
use saqta_server::hash_password;
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::files::read_secret;

/// A declaration as it was read, with the file it came from.
pub(super) struct DeclarationFile {
    path: PathBuf,
    parsed: Parsed,
}

impl DeclarationFile {
    /// Reads a file.
    ///
    /// # Errors
    /// A misuse that names every wrong field with its line.
    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        let text = std::fs::read_to_string(path).map_err(|error| {
            Failure::misuse(format!("{} cannot be read", path.display()))
                .because(error)
                .advice("name a TOML file that this user may read")
        })?;
        match parse(&text) {
            Ok(parsed) => Ok(Self {
                path: path.to_owned(),
                parsed,
            }),
            Err(problems) => {
                let lines: Vec<String> = problems.iter().map(|problem| locate(path, problem)).collect();
                Err(wrong(lines.join("\n")))
            }
        }
    }

    /// What is odd, but was taken; each with its place.
    pub(super) fn warnings(&self) -> impl Iterator<Item = String> {
        self.parsed
            .warnings
            .iter()
            .map(|problem| locate(&self.path, problem))
    }

    /// What is declared.
    pub(super) fn declaration(&self) -> &Declaration {
        &self.parsed.declaration
    }

    /// Reads the secrets that the file names. Passwords are hashed, which takes a while each: only those of accounts
    /// that are new, since no other is used.
    ///
    /// # Errors
    /// A misuse with the line that names a file which cannot be used.
    pub(super) fn fill_in(&mut self, is_new: impl Fn(&str) -> bool) -> Result<(), Failure> {
        for reference in std::mem::take(&mut self.parsed.files) {
            match reference.target {
                Target::DeviceKey(index) => {
                    let key = self.key(&reference)?;
                    if let Some(device) = self.parsed.declaration.devices.get_mut(index) {
                        device.key = Some(key);
                    }
                }
                Target::AccountPassword(index) => {
                    let password = self.secret(&reference)?;
                    let account = self.parsed.declaration.accounts.get_mut(index);
                    if let Some(account) = account.filter(|account| is_new(&account.login)) {
                        let hash = hash_password(&password, &mut OsRandom);
                        account.password_hash =
                            Some(hash.map_err(|error| {
                                Failure::failed("a password was not hashed").because(error)
                            })?);
                    }
                }
            }
        }
        Ok(())
    }

    /// The declaration for a server, which hashes passwords itself.
    ///
    /// # Errors
    /// A misuse with the line that names a file which cannot be used.
    pub(super) fn to_json(&self) -> Result<Value, Failure> {
        let Declaration {
            sites,
            zones,
            posts,
            devices,
            accounts,
        } = &self.parsed.declaration;
        let mut devices: Vec<Value> = devices.iter().map(|declared| json!(declared.device)).collect();
        let mut accounts: Vec<Value> = accounts.iter().map(account_json).collect();
        for reference in &self.parsed.files {
            let (thing, field, secret) = match reference.target {
                Target::DeviceKey(index) => (devices.get_mut(index), "key", self.key(reference)?),
                Target::AccountPassword(index) => {
                    (accounts.get_mut(index), "password", self.secret(reference)?)
                }
            };
            if let Some(thing) = thing {
                thing[field] = json!(secret);
            }
        }
        Ok(
            json!({ "sites": sites, "zones": zones, "posts": posts, "devices": devices, "accounts": accounts }),
        )
    }

    /// Something wrong with a field, told with its line.
    pub(super) fn failure_at(&self, field: &str, problem: &str) -> Failure {
        let line = self.parsed.places.line_of(field);
        let line = line.map(|line| format!(":{line}")).unwrap_or_default();
        wrong(format!("{}{line}: {field}: {problem}", self.path.display()))
    }

    /// A device's key in hex.
    fn key(&self, reference: &FileRef) -> Result<String, Failure> {
        let content = self.secret(reference)?;
        let key = CipherKey::parse(&content)
            .map_err(|error| self.failure_at(&reference.field, &format!("{}: {error}", reference.path)))?;
        Ok(hex::encode(key.as_bytes()))
    }

    fn secret(&self, reference: &FileRef) -> Result<String, Failure> {
        let folder = self.path.parent().unwrap_or(Path::new(""));
        read_secret(&folder.join(&reference.path)).map_err(|failure| {
            let mut told = failure.to_string();
            if let Some(cause) = std::error::Error::source(&failure) {
                // Writing to a text cannot fail.
                let _written = write!(told, " ({cause})");
            }
            self.failure_at(&reference.field, &told)
        })
    }
}

fn account_json(account: &AccountDeclaration) -> Value {
    let roles = account
        .roles
        .as_ref()
        .map(|roles| roles.iter().map(role_json).collect::<Vec<_>>());
    json!({ "login": account.login, "name": account.name, "language": account.language, "roles": roles })
}

fn role_json(grant: &Grant) -> Value {
    match &grant.scope {
        Scope::Country => json!({ "role": grant.role }),
        Scope::Region(region) => json!({ "role": grant.role, "region": region }),
        Scope::Site(site) => json!({ "role": grant.role, "site": site }),
    }
}

fn locate(path: &Path, problem: &Problem) -> String {
    let field = if problem.path.is_empty() {
        String::new()
    } else {
        format!("{}: ", problem.path)
    };
    format!("{}:{}: {field}{}", path.display(), problem.line, problem.message)
}

fn wrong(text: String) -> Failure {
    Failure::misuse(text)
        .safe("nothing was declared")
        .advice("mend the file and apply it again")
}
