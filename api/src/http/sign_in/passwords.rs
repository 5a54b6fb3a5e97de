//! Passwords: their slow hashing, a few at a time and away from the ordinary workers.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use tokio::sync::{Semaphore, SemaphorePermit};

pub use super::password_rules::{Owner, accept};
use crate::http::answer::{Kind, Problem};

/// Hashing takes 19 MiB and tens of milliseconds each, so few run at once.
const AT_ONCE: usize = 2;
const PATIENCE: Duration = Duration::from_secs(10);

/// Hashes and checks passwords, a few at a time.
pub struct Passwords {
    permits: Semaphore,
    /// The hash of no password, checked where there is nobody, so that both take as long.
    nobody: String,
    /// How many were hashed: tests hold every sign-in to one, whoever it is.
    hashed: AtomicU64,
}

/// The right to hash one password.
pub struct Turn<'a> {
    passwords: &'a Passwords,
    _permit: SemaphorePermit<'a>,
}

impl Passwords {
    /// Prepares the hash that stands for nobody's password.
    ///
    /// # Errors
    /// When the machine's random source fails.
    pub fn new() -> Result<Passwords, Problem> {
        Ok(Passwords {
            permits: Semaphore::new(AT_ONCE),
            nobody: hash("no password has this hash")?,
            hashed: AtomicU64::new(0),
        })
    }

    /// How many passwords were hashed so far.
    #[cfg(test)]
    pub fn hashed(&self) -> u64 {
        self.hashed.load(Ordering::Relaxed)
    }

    /// Waits for a turn to hash.
    ///
    /// # Errors
    /// [`Kind::Unavailable`] when too many wait.
    pub async fn turn(&self) -> Result<Turn<'_>, Problem> {
        match tokio::time::timeout(PATIENCE, self.permits.acquire()).await {
            Ok(Ok(permit)) => Ok(Turn { passwords: self, _permit: permit }),
            _ => Err(Problem::new(Kind::Unavailable)),
        }
    }
}

impl Turn<'_> {
    /// Whether the password has this hash. Without a hash it takes as long and is wrong.
    ///
    /// # Errors
    /// When the worker fails.
    pub async fn is_right(&self, password: String, hash: Option<String>) -> Result<bool, Problem> {
        self.passwords.hashed.fetch_add(1, Ordering::Relaxed);
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| self.passwords.nobody.clone());
        let matches = apart(move || {
            PasswordHash::new(&hash).is_ok_and(|hash| {
                Argon2::default().verify_password(password.as_bytes(), &hash).is_ok()
            })
        })
        .await?;
        Ok(matches && known)
    }

    /// The hash to store for a password.
    ///
    /// # Errors
    /// When the worker or the machine's random source fails.
    pub async fn hash(&self, password: String) -> Result<String, Problem> {
        self.passwords.hashed.fetch_add(1, Ordering::Relaxed);
        apart(move || hash(&password)).await?
    }
}

async fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    tokio::task::spawn_blocking(work).await.map_err(|_| Problem::new(Kind::Internal))
}

fn hash(password: &str) -> Result<String, Problem> {
    Argon2::default()
        .hash_password(password.as_bytes())
        .map(|hash| hash.to_string())
        .map_err(|_| Problem::new(Kind::Internal))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_right_only_to_the_last_blank() {
        let passwords = Passwords::new().expect("ready");
        let turn = passwords.turn().await.expect("a turn");
        let hash = turn.hash("correct horse battery ".to_owned()).await.expect("hashed");
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(
            turn.is_right("correct horse battery ".to_owned(), Some(hash.clone()))
                .await
                .expect("ran")
        );
        assert!(!turn.is_right("correct horse battery".to_owned(), Some(hash)).await.expect("ran"));
        assert!(!turn.is_right("no password has this hash".to_owned(), None).await.expect("ran"));
    }
}
