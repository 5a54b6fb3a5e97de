//! Failed sign-ins: counted in the database, so that all replicas know, and answered with waits
//! that grow for a login from one address and for an address, but never for a login everywhere.

use std::net::IpAddr;

use super::error::{Kind, Problem};
use super::secret;
use crate::clock::{self, HOUR, Instant, SECOND};
use crate::store::sessions;
use crate::store::{Store, StoreError, Transaction};

/// Failed attempts that cost nothing, for one login from one address and for one address.
const FREE_ATTEMPTS: i64 = 5;
const FREE_ATTEMPTS_PER_ADDRESS: i64 = 50;
/// The longest wait after failed attempts, in seconds.
const LONGEST_WAIT: i64 = 15 * 60;
/// When failed attempts are forgotten.
const FORGOTTEN_AFTER: Instant = 24 * HOUR;

/// The keys under which failures are counted.
pub struct Attempts {
    login: secret::SecretDigest,
    address: secret::SecretDigest,
}

impl Attempts {
    /// The attempts on this login from this address.
    pub fn of(login: &str, address: Option<IpAddr>) -> Attempts {
        let address = address.map(|address| address.to_string()).unwrap_or_default();
        Attempts {
            login: secret::digest_of(&["login", login, &address]),
            address: secret::digest_of(&["address", &address]),
        }
    }

    /// Refuses an attempt that comes too soon after failures.
    ///
    /// # Errors
    /// 429 with the seconds to wait.
    pub async fn expect_patience(&self, store: &Store) -> Result<(), Problem> {
        let limits = [(&self.login, FREE_ATTEMPTS), (&self.address, FREE_ATTEMPTS_PER_ADDRESS)];
        for (key, free) in limits {
            let (failures, last_at) = sessions::failures(store.reader(), key).await?;
            let until = last_at + wait_after(failures - free) * SECOND;
            let left = (until - clock::now()) / SECOND;
            if left > 0 {
                let problem = Problem::new(Kind::TooMany);
                return Err(problem.with_header(poem::http::header::RETRY_AFTER, &left.to_string()));
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
        let keys = [&self.login[..], &self.address[..]];
        sessions::count_failure(transaction, &keys, now, now - FORGOTTEN_AFTER).await
    }

    /// Forgets the failures on this login from this address after a success. Those of the
    /// address stay, or one good account would let its owner try all others.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn forget(&self, transaction: &Transaction) -> Result<(), StoreError> {
        sessions::forget_failures(transaction, &self.login).await
    }
}

/// Seconds to wait after so many failures beyond the free ones: doubling up to the longest.
fn wait_after(failures: i64) -> i64 {
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
