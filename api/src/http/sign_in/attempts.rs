//! Failed attempts: counted in the database, so that all replicas know, and answered with waits
//! that grow for a login and for an address. A device that is known has a count of its own, so that
//! an attack from elsewhere keeps nobody out who has signed in from it before. Many families may come
//! from one address, so what one of them does wrong is counted for its code and keeps out no other.

use std::net::IpAddr;

use workflow::UserId;

use super::tokens::secret::{self, SecretDigest};
use crate::clock::{self, HOUR, Instant, SECOND};
use crate::http::answer::{Kind, Problem};
use crate::store::people::sessions;
use crate::store::{Reader, Store, StoreError, Transaction};

/// Failed attempts that cost nothing, for one login or device and for one address.
const FREE_ATTEMPTS: i64 = 5;
const FREE_ATTEMPTS_PER_ADDRESS: i64 = 50;
/// Failed attempts that cost nothing, for one query code from anywhere.
const FREE_ATTEMPTS_PER_CODE: i64 = 20;
/// The longest wait after failed attempts, in seconds.
const LONGEST_WAIT: i64 = 15 * 60;
/// When failed attempts are forgotten.
const FORGOTTEN_AFTER: Instant = 24 * HOUR;

/// A key under which failures are counted, and how many of them cost nothing.
struct Counted {
    key: SecretDigest,
    free: i64,
}

/// Attempts of one kind from one place.
pub struct Attempts {
    /// Forgotten after a success.
    own: Counted,
    /// Stay after a success, or one good account would let its owner try all others.
    shared: Vec<Counted>,
    /// Those from the address that opened nothing. They keep nobody out; when there are too many,
    /// no more are counted, or guessing would fill the table.
    in_vain: Option<Counted>,
}

/// What one address is counted for, apart from everything else it does.
#[derive(Debug, Clone, Copy)]
enum Trying {
    SignIn,
    Codes,
    Certificates,
}

impl Trying {
    fn word(self) -> &'static str {
        match self {
            Trying::SignIn => "sign-in",
            Trying::Codes => "codes",
            Trying::Certificates => "certificates",
        }
    }

    /// All attempts of this kind from one address.
    fn address(self, address: Option<IpAddr>) -> Counted {
        let key = secret::digest_of(&["address", self.word(), &written(address)]);
        Counted { key, free: FREE_ATTEMPTS_PER_ADDRESS }
    }
}

impl Attempts {
    /// Attempts to sign in: on a known device those of the device, elsewhere those on the login
    /// from anywhere and those from the address.
    pub fn to_sign_in(
        login: &str,
        address: Option<IpAddr>,
        known_device: Option<&SecretDigest>,
    ) -> Attempts {
        if let Some(device) = known_device {
            return Attempts::alone(secret::digest_of_bytes(&[b"device", device]));
        }
        let shared = vec![Trying::SignIn.address(address)];
        Attempts { shared, ..Attempts::alone(secret::digest_of(&["login", login])) }
    }

    /// Attempts to open a case with this code. Whoever has the code and guesses at the person is
    /// slowed from one address soon and from all together later. A code has eighty bits, so nobody
    /// guesses at one: an address with many codes that open nothing slows no code that does.
    pub fn to_open_a_case(code: &str, address: Option<IpAddr>) -> Attempts {
        let key = secret::digest_of(&["query code", code]);
        let shared = vec![Counted { key, free: FREE_ATTEMPTS_PER_CODE }];
        let own = secret::digest_of(&["query code", code, &written(address)]);
        let in_vain = Some(Trying::Codes.address(address));
        Attempts { shared, in_vain, ..Attempts::alone(own) }
    }

    /// Attempts to verify a certificate: counted for the number, and for the address from which
    /// numbers are guessed.
    pub fn to_verify_a_certificate(number: &str, address: Option<IpAddr>) -> Attempts {
        let own = secret::digest_of(&["certificate", number, &written(address)]);
        Attempts { shared: vec![Trying::Certificates.address(address)], ..Attempts::alone(own) }
    }

    /// Attempts to show the current password in order to change it.
    pub fn to_change_password(user: UserId) -> Attempts {
        Attempts::alone(secret::digest_of(&["password change", &user.to_string()]))
    }

    /// Attempts to show a second factor: whoever knows the password guesses at six digits.
    pub fn to_show_factor(user: UserId) -> Attempts {
        Attempts::alone(secret::digest_of(&["second factor", &user.to_string()]))
    }

    fn alone(key: SecretDigest) -> Attempts {
        Attempts { own: Counted { key, free: FREE_ATTEMPTS }, shared: Vec::new(), in_vain: None }
    }

    /// What failures are counted under, each with how many of them cost nothing.
    pub(in crate::http) fn keys(&self) -> impl Iterator<Item = (&SecretDigest, i64)> {
        self.counted().map(|counted| (&counted.key, counted.free))
    }

    fn counted(&self) -> impl Iterator<Item = &Counted> {
        std::iter::once(&self.own).chain(&self.shared)
    }

    /// Refuses an attempt that comes too soon after failures.
    ///
    /// # Errors
    /// 429 with the seconds to wait.
    pub async fn expect_patience(&self, reader: &impl Reader) -> Result<(), Problem> {
        for Counted { key, free } in self.counted() {
            let (failures, last_at) = sessions::failures(reader, key).await?;
            let until = last_at + wait_after(failures - free) * SECOND;
            let left = until - clock::now();
            if left > 0 {
                // Rounded up: who waits as long as told is let in.
                let seconds = (left + SECOND - 1) / SECOND;
                let problem = Problem::new(Kind::TooMany);
                return Err(
                    problem.with_header(poem::http::header::RETRY_AFTER, &seconds.to_string())
                );
            }
        }
        Ok(())
    }

    /// Counts a failure.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn count_failure(
        &self,
        transaction: &Transaction,
        now: Instant,
    ) -> Result<(), StoreError> {
        let keys: Vec<&[u8]> = self.counted().map(|counted| &counted.key[..]).collect();
        sessions::count_failure(transaction, &keys, now, now - FORGOTTEN_AFTER).await
    }

    /// Counts an attempt that opened nothing, while the address has made few of them.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn count_in_vain(
        &self,
        store: &Store,
        transaction: &Transaction,
        now: Instant,
    ) -> Result<(), StoreError> {
        let Some(Counted { key, free }) = &self.in_vain else {
            return self.count_failure(transaction, now).await;
        };
        let (failures, _) = sessions::failures(store.reader(), key).await?;
        if failures >= *free {
            return Ok(());
        }
        let counted = self.counted().map(|counted| &counted.key[..]);
        let keys: Vec<&[u8]> = counted.chain([&key[..]]).collect();
        sessions::count_failure(transaction, &keys, now, now - FORGOTTEN_AFTER).await
    }

    /// Forgets the failures on this login or device after a success.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn forget(&self, transaction: &Transaction) -> Result<(), StoreError> {
        sessions::forget_failures(transaction, &self.own.key).await
    }
}

fn written(address: Option<IpAddr>) -> String {
    address.map(|address| address.to_string()).unwrap_or_default()
}

/// Seconds to wait after so many failures beyond the free ones: doubling up to the longest.
pub(in crate::http) fn wait_after(failures: i64) -> i64 {
    match u32::try_from(failures) {
        Err(_) => 0,
        Ok(failures) => {
            2_i64.checked_pow(failures.min(30)).unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_grows_and_ends_at_a_quarter_of_an_hour() {
        assert_eq!([-5, -1, 0, 1, 4, 9, 10, 1000].map(wait_after), [0, 0, 1, 2, 16, 512, 900, 900]);
    }
}
