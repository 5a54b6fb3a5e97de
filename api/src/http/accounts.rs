//! Signing in and out, refreshing, inviting: what the endpoints and the command line share.

use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;
use workflow::{Actor, CaseId, Role, UserId};

use super::Service;
use super::attempts::Attempts;
use super::caller::Person;
use super::doorway::RequestRecord;
use super::error::{Kind, Problem};
use super::passwords;
use super::secret;
use super::tokens;
use crate::access::Asker;
use crate::clock::{self, HOUR, Instant, MINUTE};
use crate::store::audit::{self, Access, AccessOutcome};
use crate::store::people::{self, Account, Profile};
use crate::store::sessions::{self, Ended, Presented, Refresh, Session};
use crate::store::{StoreError, Transaction};

/// A session ends after this whatever happens.
const SESSION_END: Instant = 12 * HOUR;
/// A session not refreshed for this long ends.
const IDLE_END: Instant = 30 * MINUTE;
/// How long an invitation can be accepted.
const INVITATION_END: Instant = 24 * HOUR;
/// What a person gets who signed in.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SignedIn {
    /// Sent as `Authorization: Bearer …` with every request.
    pub access_token: String,
    /// Exchanged, once, for the next pair of tokens.
    pub refresh_token: String,
    /// Always `Bearer`.
    pub token_type: &'static str,
    /// How many seconds the access token is good for.
    pub expires_in: i64,
}

/// An invitation as it is shown, once.
#[derive(Debug)]
pub struct Invitation {
    /// The account that was made.
    pub user: UserId,
    /// The one-time code.
    pub code: String,
    /// Until when it can be accepted.
    pub expires_at: Instant,
}

/// Signs a person in by password.
///
/// # Errors
/// One and the same problem whatever is wrong with login, password or account; 429 after
/// repeated failures for this login from this address, so that an attack from elsewhere does
/// not lock anybody out.
pub async fn sign_in(
    service: &Service,
    record: &RequestRecord,
    login: &str,
    password: String,
) -> Result<SignedIn, Problem> {
    let login = login.to_lowercase();
    let keys = Attempts::of(&login, record.address);
    let turn = service.passwords.turn().await?;
    keys.expect_patience(&service.app.store).await?;
    let found = people::by_login(service.app.store.reader(), &login).await?;
    let (account, hash) = found.map_or((None, None), |(account, hash)| (Some(account), hash));
    let right = turn.is_right(password, hash).await?;
    let now = clock::now();
    let transaction = service.app.store.begin().await?;
    match account {
        Some(account) if right && account.disabled_at.is_none() => {
            keys.forget(&transaction).await?;
            log_account(&transaction, &account, record, AccessOutcome::Done).await?;
            let signed_in = open_session(service, &transaction, account.id, None, now).await?;
            transaction.commit().await.map_err(StoreError::from)?;
            Ok(signed_in)
        }
        refused => {
            keys.count_failure(&transaction, now).await?;
            if let Some(account) = refused {
                log_account(&transaction, &account, record, AccessOutcome::Refused).await?;
            }
            transaction.commit().await.map_err(StoreError::from)?;
            tracing::warn!(request_id = record.id, "a sign-in failed");
            Err(Problem::new(Kind::SignInRequired).broken(
                "sign-in-failed",
                None,
                "登录名或口令不正确",
                "The login or the password is wrong",
            ))
        }
    }
}

async fn log_account(
    transaction: &Transaction,
    account: &Account,
    record: &RequestRecord,
    outcome: AccessOutcome,
) -> Result<(), StoreError> {
    let asker = Asker {
        actor: Actor { id: account.id, name: account.profile.name.clone() },
        roles: account.profile.roles.iter().copied().collect(),
        operation: record.operation.clone(),
        request_id: record.id.clone(),
    };
    audit::record(transaction, Access { asker: &asker, case_id: None, outcome, rules: &[] }).await
}

/// Begins a session and makes its first pair of tokens.
///
/// # Errors
/// When the store or the signing key fails.
pub async fn open_session(
    service: &Service,
    transaction: &Transaction,
    user: UserId,
    case_id: Option<CaseId>,
    now: Instant,
) -> Result<SignedIn, Problem> {
    let session = Session {
        id: Uuid::new_v4(),
        user,
        case_id,
        signed_in_at: now,
        ends_at: now + SESSION_END,
    };
    sessions::begin(transaction, &session).await?;
    tokens_for(service, transaction, &session, now).await
}

async fn tokens_for(
    service: &Service,
    transaction: &Transaction,
    session: &Session,
    now: Instant,
) -> Result<SignedIn, Problem> {
    let (refresh_token, digest) = secret::generate()?;
    let refresh = Refresh {
        digest: &digest,
        session: session.id,
        issued_at: now,
        idle_until: (now + IDLE_END).min(session.ends_at),
    };
    sessions::add_refresh(transaction, refresh).await?;
    let access_token = service
        .tokens
        .issue(session.user, session.id, session.signed_in_at, now)
        .map_err(|_| Problem::new(Kind::Internal))?;
    Ok(SignedIn { access_token, refresh_token, token_type: "Bearer", expires_in: tokens::LIFETIME })
}

/// Exchanges a refresh token for the next pair.
///
/// # Errors
/// The same problem for every token that is not good. One used before ends its session.
pub async fn refresh(
    service: &Service,
    record: &RequestRecord,
    token: &str,
) -> Result<SignedIn, Problem> {
    let now = clock::now();
    let transaction = service.app.store.begin().await?;
    let presented = sessions::present(&transaction, &secret::digest(token), now).await?;
    let outcome = match presented {
        Presented::Good(session) => tokens_for(service, &transaction, &session, now).await,
        Presented::Reused => {
            tracing::warn!(
                request_id = record.id,
                "a refresh token was used twice; its session was ended"
            );
            Err(Problem::new(Kind::SignInRequired))
        }
        Presented::Unknown => Err(Problem::new(Kind::SignInRequired)),
    };
    transaction.commit().await.map_err(StoreError::from)?;
    outcome
}

/// Ends the caller's session with all its tokens.
///
/// # Errors
/// When the store fails.
pub async fn sign_out(service: &Service, person: &Person) -> Result<(), Problem> {
    let transaction = service.app.store.begin().await?;
    sessions::end(&transaction, person.session, Ended::SignedOut, clock::now()).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(())
}

/// Makes an account and its invitation inside a transaction. The code is shown once.
///
/// # Errors
/// [`Kind::Conflict`] where the login is taken; [`Kind::InvalidValues`] where one person would
/// hold powers that must be apart.
pub async fn invite(
    transaction: &Transaction,
    by: Option<UserId>,
    profile: &Profile,
) -> Result<Invitation, Problem> {
    expect_separate_powers(&profile.roles)?;
    let now = clock::now();
    let user = UserId(Uuid::now_v7());
    people::add(transaction, user, profile, now).await.map_err(|error| match error {
        StoreError::Duplicate => Problem::new(Kind::Conflict).broken(
            "account-login-taken",
            Some("login".to_owned()),
            "登录名已被使用",
            "The login is taken",
        ),
        other => Problem::from(other),
    })?;
    let (code, digest) = secret::generate()?;
    let expires_at = now + INVITATION_END;
    people::invite(transaction, &digest, user, by, now, expires_at).await?;
    Ok(Invitation { user, code, expires_at })
}

/// The administrator manages accounts and sees no case, the auditor sees who did what: neither
/// may hold another role.
fn expect_separate_powers(roles: &[Role]) -> Result<(), Problem> {
    let apart = [Role::Administrator, Role::Auditor];
    if roles.len() > 1 && roles.iter().any(|role| apart.contains(role)) {
        return Err(Problem::new(Kind::InvalidValues).broken(
            "account-separate-powers",
            Some("roles".to_owned()),
            "系统管理员、审计员不得兼任其他角色",
            "An administrator or auditor may hold no other role",
        ));
    }
    Ok(())
}

/// Accepts an invitation by choosing a password; every session of the person ends.
///
/// # Errors
/// The same problem for a code that is unknown, used or too old; the rule a password breaks.
pub async fn accept(service: &Service, code: &str, password: String) -> Result<(), Problem> {
    let now = clock::now();
    let transaction = service.app.store.begin().await?;
    let user = people::use_invitation(&transaction, &secret::digest(code), now).await?;
    let account = match user {
        Some(user) => people::find(&transaction, user).await?,
        None => None,
    };
    let open = account.filter(|account| account.disabled_at.is_none());
    let account = open.ok_or_else(|| {
        Problem::new(Kind::InvalidValues).broken(
            "invitation-not-open",
            Some("code".to_owned()),
            "邀请码无效、已使用或已过期",
            "The invitation is unknown, used or too old",
        )
    })?;
    passwords::accept(&password, &account.profile.login)?;
    let hash = service.passwords.turn().await?.hash(password).await?;
    people::set_password(&transaction, account.id, &hash, now).await?;
    sessions::end_all(&transaction, account.id, Ended::PasswordChanged, now).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn administrators_and_auditors_hold_one_role() {
        assert!(expect_separate_powers(&[Role::Administrator]).is_ok());
        assert!(expect_separate_powers(&[Role::Registrar, Role::Archivist]).is_ok());
        assert!(expect_separate_powers(&[Role::Registrar, Role::Administrator]).is_err());
        assert!(expect_separate_powers(&[Role::Auditor, Role::Leader]).is_err());
    }
}
