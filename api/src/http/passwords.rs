//! Passwords: which are accepted, and their slow hashing away from the ordinary workers.

use std::time::Duration;

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use tokio::sync::{Semaphore, SemaphorePermit};

use super::error::{Kind, Problem};

const SHORTEST: usize = 12;
const LONGEST: usize = 128;
/// Hashing takes 19 MiB and tens of milliseconds each, so few run at once.
const AT_ONCE: usize = 2;
const PATIENCE: Duration = Duration::from_secs(10);

/// Long passwords that everybody tries first. Shorter ones fail by their length.
const COMMON: &[&str] = &[
    "passwordpassword",
    "password1234",
    "password12345",
    "password123456",
    "passw0rd1234",
    "qwertyuiop123",
    "qwertyuiopasdf",
    "1qaz2wsx3edc",
    "1q2w3e4r5t6y",
    "zaq12wsxcde3",
    "abcdefghijkl",
    "abcd1234abcd",
    "abc123abc123",
    "admin1234567",
    "administrator",
    "administrator1",
    "iloveyou1234",
    "letmein12345",
    "welcome12345",
    "woaini1314520",
    "woaini521521",
    "asdfghjkl123",
    "guanliyuan123",
    "minzhengju123",
    "changeme1234",
];

/// Hashes and checks passwords, a few at a time.
pub struct Passwords {
    permits: Semaphore,
    /// The hash of no password, checked where there is nobody, so that both take as long.
    nobody: String,
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
        })
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

/// Whether a password may be chosen: long enough, not everybody's, and not the login.
///
/// # Errors
/// The rule it breaks.
pub fn accept(password: &str, login: &str) -> Result<(), Problem> {
    let length = password.chars().count();
    if !(SHORTEST..=LONGEST).contains(&length) {
        return Err(refused(
            "password-length",
            "口令须为 12 至 128 个字符",
            "A password has 12 to 128 characters",
        ));
    }
    let lower = password.to_lowercase();
    let different = lower.chars().collect::<std::collections::BTreeSet<_>>().len();
    if different < 5 || COMMON.contains(&lower.as_str()) || is_a_run(&lower) {
        return Err(refused(
            "password-common",
            "口令过于常见或过于简单",
            "The password is too common or too simple",
        ));
    }
    if lower.contains(login) {
        return Err(refused(
            "password-login",
            "口令不得包含登录名",
            "The password must not contain the login",
        ));
    }
    Ok(())
}

/// Whether each character follows the one before it, upwards or downwards.
fn is_a_run(password: &str) -> bool {
    let codes: Vec<i64> =
        password.chars().map(|character| i64::from(u32::from(character))).collect();
    let steps = |step: i64| codes.windows(2).filter(|pair| pair[1] - pair[0] == step).count();
    let almost_all = codes.len().saturating_sub(3);
    steps(1) >= almost_all || steps(-1) >= almost_all
}

fn refused(rule: &'static str, zh: &'static str, en: &'static str) -> Problem {
    Problem::new(Kind::InvalidValues).broken(rule, Some("password".to_owned()), zh, en)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simple_passwords_are_refused_and_passphrases_are_not() {
        for simple in [
            "",
            "short",
            "aaaaaaaaaaaaaa",
            "123456789012",
            "abcdefghijklm",
            "Password1234",
            "1q2w3e4r5t6y",
            "my-wanglei-secret",
            &"长".repeat(64),
            &"x1!".repeat(50),
        ] {
            assert!(accept(simple, "wanglei").is_err(), "{simple}");
        }
        for good in
            ["correct horse battery", "春眠不觉晓处处闻啼鸟夜来风雨声", "Tr0ub4dor&3-zwölf "]
        {
            assert!(accept(good, "wanglei").is_ok(), "{good}");
        }
    }

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
