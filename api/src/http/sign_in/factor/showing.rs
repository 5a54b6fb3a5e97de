//! Showing a second factor: after the password, or once more before what counts most.

use workflow::UserId;

use super::codes;
use crate::clock::{self, Instant};
use crate::http::answer::{Kind, Problem};
use crate::http::service::Service;
use crate::http::sign_in::attempts::Attempts;
use crate::http::sign_in::caller::Person;
use crate::http::sign_in::opening::{self, Opening};
use crate::http::sign_in::signed_in::SignedIn;
use crate::store::log::audit::AccessOutcome;
use crate::store::people::sessions::{self, Ended};
use crate::store::people::{self, factors, recovery_codes};
use crate::store::{StoreError, Transaction};

/// The rule of a code that is none.
const WRONG: &str = "factor-code-wrong";

/// Takes a code of an application or a recovery code, each once. Where it completes a sign-in, the pair of
/// tokens of the session that begins; otherwise the caller's session has shown a factor now.
///
/// # Errors
/// 422 for a code that is wrong or was used; 429 after repeated failures.
pub async fn show(
    service: &Service,
    person: &Person,
    device: &str,
    code: &str,
) -> Result<Option<SignedIn>, Problem> {
    let user = person.asker.actor.id;
    let attempts = Attempts::to_show_factor(user);
    let transaction = service.app.store.begin().await?;
    // One after another, so that many who guess at once are counted one after another.
    people::lock(&transaction, user).await?;
    attempts.expect_patience(&transaction).await?;
    let now = clock::now();
    if !is_accepted(service, &transaction, user, code, now).await? {
        return Err(refuse(transaction, person, &attempts, now).await?);
    }
    attempts.forget(&transaction).await?;
    let signed_in = vouch(service, &transaction, person, device, now).await?;
    person.asker.log(&transaction, None, AccessOutcome::Done, &[]).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(signed_in)
}

/// The session of a person who has just shown a factor: this one, or the one that takes the place of a
/// session that waited for it.
///
/// # Errors
/// When the store or the signing key fails.
pub(super) async fn vouch(
    service: &Service,
    transaction: &Transaction,
    person: &Person,
    device: &str,
    now: Instant,
) -> Result<Option<SignedIn>, Problem> {
    if !person.session.awaits_factor {
        sessions::note_factor(transaction, &person.session, now).await?;
        return Ok(None);
    }
    sessions::end(transaction, person.session.id, Ended::FactorShown, now).await?;
    let opening = Opening {
        user: person.session.user,
        case_id: None,
        device: Some(device),
        factor_at: Some(now),
    };
    opening::open_session(service, transaction, opening, now).await.map(Some)
}

/// Counts the failure and makes it last.
pub(super) async fn refuse(
    transaction: Transaction,
    person: &Person,
    attempts: &Attempts,
    now: Instant,
) -> Result<Problem, StoreError> {
    attempts.count_failure(&transaction, now).await?;
    person.asker.log(&transaction, None, AccessOutcome::Refused, &[WRONG]).await?;
    transaction.commit().await?;
    tracing::warn!(request_id = person.asker.request_id, "a second factor was not accepted");
    Ok(Problem::new(Kind::InvalidValues).broken(
        WRONG,
        Some("code".to_owned()),
        "动态口令或恢复码不正确、已使用或已过期",
        "The code is wrong, too old or was used",
    ))
}

/// Uses up the step or the recovery code, whichever this is.
async fn is_accepted(
    service: &Service,
    transaction: &Transaction,
    user: UserId,
    code: &str,
    now: Instant,
) -> Result<bool, Problem> {
    let factors = factors::list(transaction, user).await?;
    let confirmed = || factors.iter().filter(|factor| factor.confirmed_at.is_some());
    for factor in confirmed() {
        let step = codes::step_of(&service.app.secret, factor, code, now)?;
        if let Some(step) = step
            && factors::use_step(transaction, factor, step).await?
        {
            return Ok(true);
        }
    }
    // Recovery codes stand in for a factor; where there is none, they open nothing.
    let is_enrolled = confirmed().next().is_some();
    let digest = codes::digest(code);
    Ok(is_enrolled && recovery_codes::use_up(transaction, user, &digest, now).await?)
}
