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

/// Failed attempts that cost nothing, for one query code from anywhere.
const FREE_ATTEMPTS_PER_CODE: i64 = 20;

/// The keys under which failures are counted, each with how many of them cost nothing. The first is
/// forgotten after a success.
pub struct Attempts(Vec<(secret::SecretDigest, i64)>);

impl Attempts {
    /// The attempts on this login from this address.
    pub fn of(login: &str, address: Option<IpAddr>) -> Attempts {
        let address = written(address);
        Attempts(vec![
            (secret::digest_of(&["login", login, &address]), FREE_ATTEMPTS),
            (secret::digest_of(&["address", &address]), FREE_ATTEMPTS_PER_ADDRESS),
        ])
    }

    /// The attempts to open a case with this code. Whoever guesses at other codes is counted under
    /// those; who has the code and guesses at the person is slowed from one address soon and from
    /// all together later.
    pub fn to_open_a_case(code: &str, address: Option<IpAddr>) -> Attempts {
        let address = written(address);
        Attempts(vec![
            (secret::digest_of(&["query code", code, &address]), FREE_ATTEMPTS),
            (secret::digest_of(&["query code", code]), FREE_ATTEMPTS_PER_CODE),
            (secret::digest_of(&["address", &address]), FREE_ATTEMPTS_PER_ADDRESS),
        ])
    }

    /// Refuses an attempt that comes too soon after failures.
    ///
    /// # Errors
    /// 429 with the seconds to wait.
    pub async fn expect_patience(&self, store: &Store) -> Result<(), Problem> {
        for (key, free) in &self.0 {
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
        let keys: Vec<&[u8]> = self.0.iter().map(|(key, _)| &key[..]).collect();
        sessions::count_failure(transaction, &keys, now, now - FORGOTTEN_AFTER).await
    }

    /// Forgets the failures on this login from this address after a success. Those of the
    /// address stay, or one good account would let its owner try all others.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn forget(&self, transaction: &Transaction) -> Result<(), StoreError> {
        match self.0.first() {
            Some((key, _)) => sessions::forget_failures(transaction, key).await,
            None => Ok(()),
        }
    }
}

fn written(address: Option<IpAddr>) -> String {
    address.map(|address| address.to_string()).unwrap_or_default()
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
