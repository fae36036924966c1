//! Passwords: hashed with Argon2id, off the threads that carry alarms.

use std::sync::Arc;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use saqta_journal::{Random, random_array};
use tokio::sync::Semaphore;

/// How many passwords are hashed at once. Each takes 19 MiB and a core for some hundredths of a second.
const AT_ONCE: usize = 2;

/// A password cannot be hashed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the password cannot be hashed: {0}")]
pub struct PasswordError(String);

/// Hashes a password with Argon2id (19 MiB, two passes: OWASP's first recommendation) to a PHC string.
///
/// # Errors
/// [`PasswordError`] when it is too long (4 GiB) to be hashed.
pub fn hash_password(password: &str, random: &mut dyn Random) -> Result<String, PasswordError> {
    hash_with_salt(password, &random_array(random))
}

/// The same with a salt drawn before, so that the source of randomness is not held meanwhile.
pub(crate) fn hash_with_salt(password: &str, salt: &[u8; 16]) -> Result<String, PasswordError> {
    let hash: PasswordHash = Argon2::default()
        .hash_password_with_salt(password.as_bytes(), salt)
        .map_err(|error| PasswordError(error.to_string()))?;
    Ok(hash.to_string())
}

/// Verifies passwords, a few at a time.
pub(crate) struct Passwords {
    permits: Arc<Semaphore>,
    /// The hash of a password that nobody knows: an unknown login takes as long as a known one.
    decoy: String,
}

impl Passwords {
    pub(crate) fn new(random: &mut dyn Random) -> Self {
        let secret = super::new_secret(random);
        Self {
            permits: Arc::new(Semaphore::new(AT_ONCE)),
            // Without a decoy, unknown logins are answered sooner; nothing else depends on it.
            decoy: hash_password(&secret, random).unwrap_or_default(),
        }
    }

    /// Whether a password belongs to a hash. Without a hash nothing belongs, and that takes as long.
    pub(crate) async fn verify(&self, password: String, hash: Option<&str>) -> bool {
        let known = hash.is_some();
        let hash = hash.unwrap_or(&self.decoy).to_owned();
        let fits = self.work(move || is_of(&password, &hash)).await;
        known && fits.unwrap_or(false)
    }

    /// Does some hashing when it is its turn; nothing when the runtime ends first.
    pub(crate) async fn work<T: Send + 'static>(
        &self,
        hashing: impl FnOnce() -> T + Send + 'static,
    ) -> Option<T> {
        let permit = Arc::clone(&self.permits).acquire_owned().await.ok()?;
        let work = move || {
            let result = hashing();
            drop(permit);
            result
        };
        tokio::task::spawn_blocking(work).await.ok()
    }
}

fn is_of(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| {
        Argon2::default()
            .verify_password(password.as_bytes(), &hash)
            .is_ok()
    })
}

#[cfg(test)]
mod tests {
    use saqta_journal::SeededRandom;

    use super::*;

    #[test]
    fn a_password_belongs_to_its_own_hash_only() {
        let mut random = SeededRandom::new(1);
        let hash = hash_password("correct horse", &mut random).unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(is_of("correct horse", &hash));
        assert!(!is_of("correct horsf", &hash));
        assert!(!is_of("", &hash));
        assert!(!is_of("correct horse", "no hash"));
    }
}
