//! The beginning of a session: whole, or waiting for the second factor, or in memory alone.

use uuid::Uuid;
use workflow::{CaseId, UserId};

use super::factor::demand;
use super::signed_in::SignedIn;
use super::tokens::rotation;
use super::tokens::{self};
use crate::clock::{HOUR, Instant, SECOND};
use crate::http::answer::{Kind, Problem};
use crate::http::service::Service;
use crate::store::Transaction;
use crate::store::people::Account;
use crate::store::people::sessions::{self, Session};

/// A session ends after this whatever happens.
const SESSION_END: Instant = 12 * HOUR;

/// A session to begin.
#[derive(Debug, Clone, Copy)]
pub struct Opening<'a> {
    /// Whose it is.
    pub user: UserId,
    /// The one case a family's session is bound to.
    pub case_id: Option<CaseId>,
    /// The device, in words.
    pub device: Option<&'a str>,
    /// When a second factor was shown.
    pub factor_at: Option<Instant>,
}

/// Begins a session and makes its first pair of tokens.
///
/// # Errors
/// When the store or the signing key fails.
pub async fn open_session(
    service: &Service,
    transaction: &Transaction,
    opening: Opening<'_>,
    now: Instant,
) -> Result<SignedIn, Problem> {
    let session = Session {
        id: Uuid::new_v4(),
        user: opening.user,
        case_id: opening.case_id,
        signed_in_at: now,
        ends_at: now.saturating_add(SESSION_END),
        factor_at: opening.factor_at,
        awaits_factor: false,
    };
    sessions::begin(transaction, &session, opening.device).await?;
    rotation::pair(service, transaction, &session, now).await
}

/// Begins the session of a person of the office who has shown who they are. Where a second factor is
/// missing it lasts for one access token, which is good for nothing but that factor.
///
/// # Errors
/// When the store or the signing key fails.
pub async fn open_for(
    service: &Service,
    transaction: &Transaction,
    account: &Account,
    opening: Opening<'_>,
    now: Instant,
) -> Result<SignedIn, Problem> {
    let roles = account.profile.roles.iter().copied().collect();
    let missing = demand::missing(service, transaction, account.id, &roles).await?;
    let Some(missing) = missing else {
        return open_session(service, transaction, opening, now).await;
    };
    let session = Session {
        id: Uuid::new_v4(),
        user: account.id,
        case_id: None,
        signed_in_at: now,
        ends_at: now.saturating_add(tokens::LIFETIME * SECOND),
        factor_at: None,
        awaits_factor: true,
    };
    sessions::begin(transaction, &session, opening.device).await?;
    let token = service.tokens.issue(account.id, session.id, now, now);
    let token = token.map_err(|_| Problem::new(Kind::Internal))?;
    Ok(SignedIn { factor: Some(missing), ..SignedIn::new(token, None) })
}

/// Begins a session in memory while nothing can be stored. Whoever needs a second factor has to wait: a
/// code that cannot be noted as used could be shown twice.
///
/// # Errors
/// 503 for whoever needs a factor, or where too many sessions are open.
pub async fn open_meanwhile(
    service: &Service,
    account: &Account,
    case_id: Option<CaseId>,
    now: Instant,
) -> Result<SignedIn, Problem> {
    let roles = account.profile.roles.iter().copied().collect();
    let reader = service.app.store.reader();
    if demand::missing(service, reader, account.id, &roles).await?.is_some() {
        return Err(Problem::new(Kind::Unavailable));
    }
    service.meanwhile.open_session(&service.tokens, account.id, case_id, now)
}
