//! Signing in and out, and changing one's password.

use workflow::{Actor, UserId};

use super::attempts::Attempts;
use super::caller::Person;
use super::opening::{self, Opening};
use super::passwords;
use super::signed_in::SignedIn;
use super::tokens::secret::{self, SecretDigest};
use crate::clock::{self, Instant};
use crate::http::answer::{Kind, Problem};
use crate::http::door::client::Client;
use crate::http::door::doorway::RequestRecord;
use crate::http::service::Service;
use crate::store::asker::Asker;
use crate::store::log::audit::AccessOutcome;
use crate::store::people::sessions::{self, Ended};
use crate::store::people::{self, Account, devices};
use crate::store::{StoreError, Transaction};

/// What somebody shows who signs in.
pub struct Shown {
    /// The login.
    pub login: String,
    /// The password.
    pub password: String,
    /// The value an earlier sign-in handed to this device.
    pub device: Option<String>,
}

/// Signs a person in by password. The password is hashed once whoever asks, and whether the
/// account may be entered is settled by the write that notes the sign-in.
///
/// # Errors
/// One and the same problem whatever is wrong with login, password or account; 429 after
/// repeated failures, but never on a known device because of what others did elsewhere.
pub async fn sign_in(
    service: &Service,
    record: &RequestRecord,
    client: &Client,
    shown: Shown,
) -> Result<SignedIn, Problem> {
    let store = &service.app.store;
    let login = shown.login.to_lowercase();
    let found = people::by_login(store.reader(), &login).await?;
    let (account, hash) = found.map_or((None, None), |(account, hash)| (Some(account), hash));
    let device = known_device(service, shown.device.as_deref(), account.as_ref()).await?;
    let attempts = Attempts::to_sign_in(&login, record.address, device.as_ref());
    expect_patience(service, &attempts).await?;
    let turn = service.passwords.turn().await?;
    // Others may have failed while this one waited for its turn.
    expect_patience(service, &attempts).await?;
    let right = turn.is_right(shown.password, hash.clone()).await?;
    drop(turn);
    let now = clock::now();
    let transaction = match store.begin().await {
        Err(error) if error.keeps_from_writing() => {
            return admit_meanwhile(service, &attempts, account.filter(|_| right), now).await;
        }
        begun => begun?,
    };
    service.meanwhile.forget_failures();
    let admitted = match (&account, &hash) {
        (Some(account), Some(hash)) if right => {
            people::note_sign_in(&transaction, account.id, hash, now).await?
        }
        _ => false,
    };
    let outcome = match account {
        Some(account) if admitted => {
            attempts.forget(&transaction).await?;
            log(&transaction, &account, record, AccessOutcome::Done, &[]).await?;
            let new_device = meet(&transaction, account.id, device.as_ref(), now).await?;
            let opening = Opening {
                user: account.id,
                case_id: None,
                device: Some(&client.device),
                factor_at: None,
            };
            let signed_in =
                opening::open_for(service, &transaction, &account, opening, now).await?;
            Ok(SignedIn { device: new_device, ..signed_in })
        }
        refused => {
            attempts.count_failure(&transaction, now).await?;
            if let Some(account) = refused {
                log(&transaction, &account, record, AccessOutcome::Refused, &[FAILED]).await?;
            }
            tracing::warn!(request_id = record.id, "a sign-in failed");
            Err(failed())
        }
    };
    transaction.commit().await.map_err(StoreError::from)?;
    outcome
}

/// Failures are counted in the database, and in memory while it takes nothing.
async fn expect_patience(service: &Service, attempts: &Attempts) -> Result<(), Problem> {
    attempts.expect_patience(service.app.store.reader()).await?;
    service.meanwhile.expect_patience(attempts, clock::now())
}

const FAILED: &str = "sign-in-failed";

fn failed() -> Problem {
    Problem::new(Kind::SignInRequired).broken(
        FAILED,
        None,
        "登录名或口令不正确",
        "The login or the password is wrong",
    )
}

/// Signs a person in who has shown the right password while nothing can be stored.
async fn admit_meanwhile(
    service: &Service,
    attempts: &Attempts,
    shown: Option<Account>,
    now: Instant,
) -> Result<SignedIn, Problem> {
    match shown.filter(|account| account.disabled_at.is_none()) {
        Some(account) => opening::open_meanwhile(service, &account, None, now).await,
        None => {
            service.meanwhile.count_failure(attempts, now);
            Err(failed())
        }
    }
}

/// The digest of a device this person has signed in from before.
async fn known_device(
    service: &Service,
    device: Option<&str>,
    account: Option<&Account>,
) -> Result<Option<SecretDigest>, StoreError> {
    let (Some(device), Some(account)) = (device, account) else {
        return Ok(None);
    };
    let digest = secret::digest(device);
    let known = devices::is_known(service.app.store.reader(), &digest, account.id).await?;
    Ok(known.then_some(digest))
}

/// Notes the use of a known device, or makes the value of a new one.
pub(in crate::http) async fn meet(
    transaction: &Transaction,
    user: UserId,
    known: Option<&SecretDigest>,
    now: Instant,
) -> Result<Option<String>, Problem> {
    if let Some(digest) = known {
        devices::touch(transaction, digest, now).await?;
        return Ok(None);
    }
    let (value, digest) = secret::generate()?;
    devices::add(transaction, &digest, user, now).await?;
    Ok(Some(value))
}

/// Logs what was done with an account by somebody who is not signed in.
pub(in crate::http) async fn log(
    transaction: &Transaction,
    account: &Account,
    record: &RequestRecord,
    outcome: AccessOutcome,
    rules: &[&str],
) -> Result<(), StoreError> {
    let asker = Asker {
        actor: Actor { id: account.id, name: account.profile.name.clone() },
        roles: account.profile.roles.iter().copied().collect(),
        organization: account.profile.organization.clone(),
        operation: record.operation.clone(),
        request_id: record.id.clone(),
        factor_at: None,
    };
    asker.log(transaction, None, outcome, rules).await
}

/// Ends the caller's session with all its tokens.
///
/// # Errors
/// When the store fails.
pub async fn sign_out(service: &Service, person: &Person) -> Result<(), Problem> {
    if service.meanwhile.end(person.session.id) {
        return Ok(());
    }
    let transaction = service.app.store.begin().await?;
    sessions::end(&transaction, person.session.id, Ended::SignedOut, clock::now()).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(())
}

/// Ends every session of the caller: from now on nothing issued before is believed.
///
/// # Errors
/// When the store fails.
pub async fn sign_out_everywhere(service: &Service, person: &Person) -> Result<(), Problem> {
    let now = clock::now();
    let user = person.asker.actor.id;
    let transaction = service.app.store.begin().await?;
    people::invalidate(&transaction, user, now).await?;
    sessions::end_all(&transaction, user, Ended::SignedOutEverywhere, now).await?;
    person.asker.log(&transaction, None, AccessOutcome::Done, &[]).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(())
}

/// Replaces the caller's password, who shows the current one. Every other session ends, and every
/// device has to be met anew.
///
/// # Errors
/// The rule the new password breaks; that the current one is wrong; 429 after repeated failures.
pub async fn change_password(
    service: &Service,
    person: &Person,
    current: String,
    new: String,
) -> Result<(), Problem> {
    let store = &service.app.store;
    let user = person.asker.actor.id;
    let account = people::find(store.reader(), user).await?;
    let account = account.ok_or_else(|| Problem::new(Kind::SignInRequired))?;
    let login = &account.profile.login;
    passwords::accept(&new, &passwords::Owner::of(&account.profile), "new_password")?;
    let attempts = Attempts::to_change_password(user);
    attempts.expect_patience(store.reader()).await?;
    let shown = people::by_login(store.reader(), login).await?.and_then(|(_, hash)| hash);
    let turn = service.passwords.turn().await?;
    attempts.expect_patience(store.reader()).await?;
    let right = turn.is_right(current, shown.clone()).await?;
    let hash = if right { Some(turn.hash(new).await?) } else { None };
    drop(turn);
    let now = clock::now();
    let transaction = store.begin().await?;
    let changed = match (&shown, &hash) {
        (Some(shown), Some(hash)) => {
            people::change_password(&transaction, user, shown, hash).await?
        }
        _ => false,
    };
    let outcome = if changed { AccessOutcome::Done } else { AccessOutcome::Refused };
    if changed {
        attempts.forget(&transaction).await?;
        sessions::end_others(&transaction, user, person.session.id, Ended::PasswordChanged, now)
            .await?;
        devices::forget_all(&transaction, user).await?;
    } else {
        attempts.count_failure(&transaction, now).await?;
    }
    person.asker.log(&transaction, None, outcome, &[]).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    if changed {
        return Ok(());
    }
    Err(Problem::new(Kind::InvalidValues).broken(
        "password-current",
        Some("current_password".to_owned()),
        "当前口令不正确",
        "The current password is wrong",
    ))
}
