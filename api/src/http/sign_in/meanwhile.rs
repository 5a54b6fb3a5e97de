//! Signing in while the database can be read and takes nothing: whoever has to look something up at
//! such a time is let in by this replica alone, for as long as one access token is good.
//!
//! Such a session has no refresh token and no device, ends with the process, and is asked the same of
//! its account at every request as any other. Failures are counted here, because they cannot be
//! counted in the database.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use poem::http::header;
use uuid::Uuid;
use workflow::{CaseId, UserId};

use super::attempts::{Attempts, wait_after};
use super::signed_in::SignedIn;
use super::tokens::secret::SecretDigest;
use super::tokens::{self, Tokens};
use crate::clock::{Instant, SECOND};
use crate::http::answer::{Kind, Problem};
use crate::store::people;
use crate::store::people::sessions::{Live, Session};
use crate::store::{Reader, StoreError};

/// How many sessions, and how many counts of failures, are held at most.
const MOST: usize = 10_000;

/// What is held in memory while the database takes nothing.
#[derive(Debug, Default)]
pub struct Meanwhile(Mutex<Held>);

#[derive(Debug, Default)]
struct Held {
    sessions: HashMap<Uuid, Session>,
    failures: HashMap<SecretDigest, (i64, Instant)>,
}

impl Meanwhile {
    fn held(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Opens a session of one access token for a person who has shown who they are.
    ///
    /// # Errors
    /// 503 where too many are open; when the key cannot sign.
    pub fn open_session(
        &self,
        tokens: &Tokens,
        user: UserId,
        case_id: Option<CaseId>,
        now: Instant,
    ) -> Result<SignedIn, Problem> {
        let ends_at = now.saturating_add(tokens::LIFETIME * SECOND);
        let session = Session {
            id: Uuid::new_v4(),
            user,
            case_id,
            signed_in_at: now,
            ends_at,
            factor_at: None,
            awaits_factor: false,
        };
        let token = tokens.issue(user, session.id, now, now);
        let token = token.map_err(|_| Problem::new(Kind::Internal))?;
        let sessions = &mut self.held().sessions;
        sessions.retain(|_, session| session.ends_at > now);
        if sessions.len() >= MOST {
            return Err(Problem::new(Kind::Unavailable));
        }
        sessions.insert(session.id, session);
        Ok(SignedIn::new(token, None))
    }

    /// A session that was opened here and has not ended, with its person as they are known now.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn live(
        &self,
        reader: &impl Reader,
        id: Uuid,
        now: Instant,
    ) -> Result<Option<Live>, StoreError> {
        let session = self.held().sessions.get(&id).copied();
        let Some(session) = session.filter(|session| session.ends_at > now) else {
            return Ok(None);
        };
        let account = people::find(reader, session.user).await?;
        let open = account
            .filter(|account| account.disabled_at.is_none())
            .filter(|account| session.signed_in_at >= account.valid_since);
        Ok(open.map(|person| Live { session, person, may_stand_in: true }))
    }

    /// Ends a session. False where it was not opened here.
    pub fn end(&self, id: Uuid) -> bool {
        self.held().sessions.remove(&id).is_some()
    }

    /// Refuses an attempt that comes too soon after failures counted here.
    ///
    /// # Errors
    /// 429 with the seconds to wait.
    pub fn expect_patience(&self, attempts: &Attempts, now: Instant) -> Result<(), Problem> {
        let held = self.held();
        for (key, free) in attempts.keys() {
            let (failures, last_at) = held.failures.get(key).copied().unwrap_or((0, now));
            // Whoever filled the table is not known any more, so all wait.
            let full = held.failures.len() >= MOST && !held.failures.contains_key(key);
            let seconds = if full { 60 } else { wait_after(failures - free) };
            let left = last_at + seconds * SECOND - now;
            if left > 0 {
                let seconds = (left + SECOND - 1) / SECOND;
                let problem = Problem::new(Kind::TooMany);
                return Err(problem.with_header(header::RETRY_AFTER, &seconds.to_string()));
            }
        }
        Ok(())
    }

    /// Counts a failure.
    pub fn count_failure(&self, attempts: &Attempts, now: Instant) {
        let failures = &mut self.held().failures;
        for (key, _) in attempts.keys() {
            if failures.len() < MOST || failures.contains_key(key) {
                let count = failures.entry(*key).or_insert((0, now));
                *count = (count.0 + 1, now);
            }
        }
    }

    /// Forgets the failures: from now on the database counts them.
    pub fn forget_failures(&self) {
        self.held().failures.clear();
    }
}
