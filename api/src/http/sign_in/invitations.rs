//! Invitations: how an account begins, and how a person who lost the password begins anew.
//!
//! Nobody but the person ever knows the password: whoever invites hands over a one-time code.

use uuid::Uuid;
use workflow::UserId;

use super::accounts;
use super::passwords::{self, Owner};
use super::powers;
use super::tokens::secret;
use crate::clock::{self, HOUR, Instant};
use crate::http::answer::{Kind, Problem};
use crate::http::door::doorway::RequestRecord;
use crate::http::service::Service;
use crate::store::log::audit::AccessOutcome;
use crate::store::people::invitations::{self, NewInvitation};
use crate::store::people::sessions::{self, Ended};
use crate::store::people::{self, Account, Profile, devices};
use crate::store::{StoreError, Transaction};

/// How long an invitation can be accepted.
const INVITATION_END: Instant = 24 * HOUR;

/// An invitation as it is shown, once.
#[derive(Debug)]
pub struct Invitation {
    /// The account.
    pub user: UserId,
    /// The one-time code.
    pub code: String,
    /// Until when it can be accepted.
    pub expires_at: Instant,
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
    powers::expect_separate(&profile.roles, "roles")?;
    let user = UserId(Uuid::now_v7());
    people::add(transaction, user, profile, clock::now()).await.map_err(|error| match error {
        StoreError::Duplicate => Problem::new(Kind::Conflict).broken(
            "account-login-taken",
            Some("login".to_owned()),
            "登录名已被使用",
            "The login is taken",
        ),
        other => Problem::from(other),
    })?;
    issue(transaction, by, user).await
}

/// Makes a new invitation of a person who has an account; older ones are worth nothing from now
/// on, while the password and the sessions stay until the new one is accepted.
///
/// # Errors
/// [`Kind::NotFound`] where there is no such account; [`Kind::InvalidValues`] where it is closed.
pub async fn invite_again(
    transaction: &Transaction,
    by: Option<UserId>,
    user: UserId,
) -> Result<Invitation, Problem> {
    people::lock(transaction, user).await?;
    let account = people::find(transaction, user).await?;
    let account = account.ok_or_else(|| Problem::new(Kind::NotFound))?;
    if account.disabled_at.is_some() {
        return Err(Problem::new(Kind::InvalidValues).broken(
            "account-closed",
            None,
            "账号已停用，请先启用",
            "The account is closed; open it first",
        ));
    }
    issue(transaction, by, user).await
}

async fn issue(
    transaction: &Transaction,
    by: Option<UserId>,
    user: UserId,
) -> Result<Invitation, Problem> {
    let created_at = clock::now();
    let expires_at = created_at.saturating_add(INVITATION_END);
    let (code, digest) = secret::generate()?;
    let new = NewInvitation { digest: &digest, user, by, created_at, expires_at };
    invitations::add(transaction, new).await?;
    Ok(Invitation { user, code, expires_at })
}

/// The account a code opens.
async fn account_of(service: &Service, digest: &[u8]) -> Result<Account, Problem> {
    let reader = service.app.store.reader();
    let user = invitations::find(reader, digest, clock::now()).await?;
    let account = match user {
        Some(user) => people::find(reader, user).await?,
        None => None,
    };
    account.filter(|account| account.disabled_at.is_none()).ok_or_else(not_open)
}

fn not_open() -> Problem {
    Problem::new(Kind::InvalidValues).broken(
        "invitation-not-open",
        Some("code".to_owned()),
        "邀请码无效、已使用或已过期",
        "The invitation is unknown, used or too old",
    )
}

/// Accepts an invitation by choosing a password; every session of the person ends. The password
/// is hashed before the transaction begins, so that nobody waits for it. Answers with the value
/// by which this device is known from now on.
///
/// # Errors
/// The same problem for a code that is unknown, used or too old; the rule a password breaks.
pub async fn accept(
    service: &Service,
    record: &RequestRecord,
    code: &str,
    password: String,
) -> Result<Option<String>, Problem> {
    let digest = secret::digest(code);
    let account = account_of(service, &digest).await?;
    passwords::accept(&password, &Owner::of(&account.profile), "password")?;
    let hash = service.passwords.turn().await?.hash(password).await?;
    let now = clock::now();
    let transaction = service.app.store.begin().await?;
    let is_open = invitations::use_up(&transaction, &digest, now).await?
        && people::set_password(&transaction, account.id, &hash, now).await?;
    if !is_open {
        return Err(not_open());
    }
    sessions::end_all(&transaction, account.id, Ended::PasswordChanged, now).await?;
    devices::forget_all(&transaction, account.id).await?;
    let device = accounts::meet(&transaction, account.id, None, now).await?;
    accounts::log(&transaction, &account, record, AccessOutcome::Done, &[]).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(device)
}
