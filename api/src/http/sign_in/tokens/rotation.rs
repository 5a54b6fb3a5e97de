//! Refresh tokens as they are handed out: each is exchanged once for the next pair.
//!
//! An answer can be lost on its way. For a few seconds the pair therefore stays in the database,
//! sealed under a key that only the token it was exchanged for yields: the same client gets the
//! same pair again, and whoever holds the database alone gets nothing.

use aws_lc_rs::hkdf::{HKDF_SHA256, Salt};
use workflow::Actor;

use super::secret;
use crate::clock::{self, Instant};
use crate::http::answer::{Kind, Problem};
use crate::http::door::client::Client;
use crate::http::door::doorway::RequestRecord;
use crate::http::service::Service;
use crate::http::sign_in::signed_in::{IDLE_END, SignedIn};
use crate::secret::sealing::{KeyBytes, SealingKey};
use crate::secret::suite::Suite;
use crate::store::asker::Asker;
use crate::store::log::audit::AccessOutcome;
use crate::store::people::refresh::{self, Presented, Refresh};
use crate::store::people::sessions::Session;
use crate::store::{StoreError, Transaction, people};

const SALT: &[u8] = b"guijia refresh successor 1";

/// Makes a pair of tokens of a session.
///
/// # Errors
/// When the store, the random source or the signing key fails.
pub(in crate::http) async fn pair(
    service: &Service,
    transaction: &Transaction,
    session: &Session,
    now: Instant,
) -> Result<SignedIn, Problem> {
    let (refresh_token, digest) = secret::generate()?;
    let kept = Refresh {
        digest: &digest,
        session: session.id,
        issued_at: now,
        idle_until: now.saturating_add(IDLE_END).min(session.ends_at),
    };
    refresh::add(transaction, kept).await?;
    let access_token = service
        .tokens
        .issue(session.user, session.id, session.signed_in_at, now)
        .map_err(|_| Problem::new(Kind::Internal))?;
    Ok(SignedIn::new(access_token, Some(refresh_token)))
}

/// Exchanges a refresh token for the next pair.
///
/// # Errors
/// The same problem for every token that is not good. One used before ends its session.
pub async fn refresh(
    service: &Service,
    record: &RequestRecord,
    client: &Client,
    token: &str,
) -> Result<SignedIn, Problem> {
    let now = clock::now();
    let digest = secret::digest(token);
    let transaction = service.app.store.begin().await?;
    let answer = match refresh::present(&transaction, &digest, &client.digest, now).await? {
        Presented::Good(session) => {
            let next = pair(service, &transaction, &session, now).await?;
            let sealed = seal(token, &next)?;
            refresh::keep_successor(&transaction, &digest, session.id, sealed).await?;
            Ok(next)
        }
        Presented::Again(sealed) => Ok(open(token, sealed)?),
        Presented::Reused(user) => {
            log_reuse(&transaction, record, user).await?;
            Err(Problem::new(Kind::SignInRequired))
        }
        Presented::Unknown => Err(Problem::new(Kind::SignInRequired)),
    };
    transaction.commit().await.map_err(StoreError::from)?;
    answer
}

/// Somebody holds a token of another: worth a line to the operator and an entry in the log.
async fn log_reuse(
    transaction: &Transaction,
    record: &RequestRecord,
    user: workflow::UserId,
) -> Result<(), StoreError> {
    tracing::warn!(request_id = record.id, "a refresh token was used twice; its session was ended");
    let Some(account) = people::find(transaction, user).await? else {
        return Ok(());
    };
    let asker = Asker {
        actor: Actor { id: account.id, name: account.profile.name },
        roles: account.profile.roles.into_iter().collect(),
        organization: account.profile.organization,
        operation: record.operation.clone(),
        request_id: record.id.clone(),
        factor_at: None,
    };
    asker.log(transaction, None, AccessOutcome::Refused, &["refresh-token-reused"]).await
}

fn broken<E>(_: E) -> Problem {
    Problem::new(Kind::Internal)
}

/// The key a token yields. It says nothing about the digest the token is found by, nor that of it. What it seals
/// is told to nobody after some seconds and holds no fact of a person, so every office has the usual suite here.
fn key_of(token: &str) -> Result<SealingKey, Problem> {
    let secret = Salt::new(HKDF_SHA256, SALT).extract(token.as_bytes());
    let mut key = [0_u8; 32];
    let material = secret.expand(&[], HKDF_SHA256).map_err(broken)?;
    material.fill(&mut key).map_err(broken)?;
    SealingKey::of(Suite::default(), &KeyBytes::derived(key)).map_err(broken)
}

fn seal(token: &str, next: &SignedIn) -> Result<Vec<u8>, Problem> {
    let text = serde_json::to_vec(&(&next.access_token, &next.refresh_token)).map_err(broken)?;
    key_of(token)?.seal(&[], &text).map_err(broken)
}

fn open(token: &str, sealed: Vec<u8>) -> Result<SignedIn, Problem> {
    let text = key_of(token)?.open(&[], &sealed).map_err(broken)?;
    let (access_token, refresh_token) = serde_json::from_slice(&text).map_err(broken)?;
    Ok(SignedIn::new(access_token, refresh_token))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_token_opens_what_was_sealed_for_it() {
        let next = SignedIn::new("access".to_owned(), Some("refresh".to_owned()));
        let sealed = seal("token", &next).expect("sealed");
        assert!(!sealed.windows(7).any(|window| window == b"refresh"));
        let opened = open("token", sealed.clone()).expect("opened");
        assert_eq!(opened.refresh_token.as_deref(), Some("refresh"));
        assert!(open("other", sealed.clone()).is_err());
        let mut turned = sealed.clone();
        if let Some(last) = turned.last_mut() {
            *last ^= 1;
        }
        assert!(open("token", turned).is_err());
        assert!(open("token", Vec::new()).is_err());
        let later = SignedIn::new("later".to_owned(), Some("refresh".to_owned()));
        assert_ne!(seal("token", &later).expect("sealed"), sealed);
    }
}
