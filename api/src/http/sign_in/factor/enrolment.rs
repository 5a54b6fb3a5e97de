//! Enrolling a second factor: begun, confirmed by a code, removed; and new recovery codes.

use uuid::Uuid;

use super::codes::{self, Label, NewSecret};
use super::demand;
use super::showing::{refuse, vouch};
use crate::clock::{self, Instant};
use crate::http::answer::{Kind, Problem};
use crate::http::service::Service;
use crate::http::sign_in::attempts::Attempts;
use crate::http::sign_in::caller::Person;
use crate::http::sign_in::signed_in::SignedIn;
use crate::store::log::audit::AccessOutcome;
use crate::store::people::factors::{self, NewFactor};
use crate::store::people::sessions::{self, Ended};
use crate::store::people::{self, recovery_codes};
use crate::store::{StoreError, Transaction};

/// How many factors one person may have.
const MOST: usize = 4;

/// A factor that was begun.
pub struct Begun {
    /// Its identifier.
    pub id: Uuid,
    /// Its secret, shown this once.
    pub secret: NewSecret,
}

/// What a person gets who confirmed a factor.
pub struct Confirmed {
    /// Where it is the first: the recovery codes, shown this once.
    pub recovery_codes: Vec<String>,
    /// Where it completed the sign-in: the pair of tokens.
    pub signed_in: Option<SignedIn>,
}

/// Begins a factor of the caller, which opens nothing until it is confirmed.
///
/// # Errors
/// 403 for whoever has a factor and has not shown it a moment ago; 422 where there are too many.
pub async fn begin(service: &Service, person: &Person, name: &str) -> Result<Begun, Problem> {
    let user = person.asker.actor.id;
    let transaction = service.app.store.begin().await?;
    people::lock(&transaction, user).await?;
    let office = prepare(service, &transaction, person).await?;
    let account = people::find(&transaction, user).await?;
    let account = account.ok_or_else(|| Problem::new(Kind::SignInRequired))?;
    let id = Uuid::now_v7();
    let label = Label { office: &office, login: &account.profile.login };
    let secret = codes::make(&service.app.secret, user, id, label)?;
    let new = NewFactor { id, user, name, sealed_secret: &secret.sealed };
    factors::begin(&transaction, new, clock::now()).await?;
    commit(transaction, person).await?;
    Ok(Begun { id, secret })
}

/// Whether one more may be begun; the name of the office.
async fn prepare(
    service: &Service,
    transaction: &Transaction,
    person: &Person,
) -> Result<String, Problem> {
    let held = factors::list(transaction, person.asker.actor.id).await?;
    let confirmed = held.iter().filter(|factor| factor.confirmed_at.is_some()).count();
    if confirmed > 0 {
        demand::expect_own_shown(service, &person.asker).await?;
    }
    if confirmed >= MOST {
        let (zh, en) =
            ("最多登记四个动态口令，请先移除一个", "Nobody has more than four; remove one");
        return Err(Problem::new(Kind::InvalidValues).broken("factor-too-many", None, zh, en));
    }
    let configured = service.app.store.configuration().now(transaction).await?;
    Ok(configured.profile.office.name.clone())
}

/// Confirms a factor by a code. With the first come ten recovery codes, and every other session of the
/// person, none of which has seen it, ends.
///
/// # Errors
/// 404 where there is no such factor to confirm; 422 for a wrong code; 429 after repeated failures.
pub async fn confirm(
    service: &Service,
    person: &Person,
    device: &str,
    id: Uuid,
    code: &str,
) -> Result<Confirmed, Problem> {
    let user = person.asker.actor.id;
    let attempts = Attempts::to_show_factor(user);
    let transaction = service.app.store.begin().await?;
    people::lock(&transaction, user).await?;
    attempts.expect_patience(&transaction).await?;
    let held = factors::list(&transaction, user).await?;
    let is_first = held.iter().all(|factor| factor.confirmed_at.is_none());
    let wanted = held.into_iter().find(|held| held.id == id && held.confirmed_at.is_none());
    let factor = wanted.ok_or_else(|| Problem::new(Kind::NotFound))?;
    if !is_first {
        demand::expect_own_shown(service, &person.asker).await?;
    }
    let now = clock::now();
    let step = codes::step_of(&service.app.secret, &factor, code, now)?;
    let is_confirmed = match step {
        Some(step) => factors::confirm(&transaction, &factor, step, now).await?,
        None => false,
    };
    if !is_confirmed {
        return Err(refuse(transaction, person, &attempts, now).await?);
    }
    attempts.forget(&transaction).await?;
    let recovery_codes = match is_first {
        true => begin_again(&transaction, person, now).await?,
        false => Vec::new(),
    };
    let signed_in = vouch(service, &transaction, person, device, now).await?;
    commit(transaction, person).await?;
    Ok(Confirmed { recovery_codes, signed_in })
}

/// With a first factor everything of before ends but the session that enrolled it.
async fn begin_again(
    transaction: &Transaction,
    person: &Person,
    now: Instant,
) -> Result<Vec<String>, Problem> {
    let (user, kept) = (person.asker.actor.id, person.session.id);
    sessions::end_others(transaction, user, kept, Ended::FactorEnrolled, now).await?;
    let (codes, digests) = codes::recovery()?;
    recovery_codes::replace(transaction, user, &digests, now).await?;
    Ok(codes)
}

/// Removes a factor of the caller, who has shown one a moment ago. The last one stays while the office
/// lets the caller's roles work with a factor only.
///
/// # Errors
/// 403 without a fresh factor; 404 where there is no such factor; 422 for the last one.
pub async fn remove(service: &Service, person: &Person, id: Uuid) -> Result<(), Problem> {
    demand::expect_own_shown(service, &person.asker).await?;
    let user = person.asker.actor.id;
    let transaction = service.app.store.begin().await?;
    people::lock(&transaction, user).await?;
    let now = clock::now();
    if !factors::remove(&transaction, user, id, now).await? {
        return Err(Problem::new(Kind::NotFound));
    }
    if !factors::is_enrolled(&transaction, user).await? {
        if demand::is_demanded(service, &transaction, &person.asker.roles).await? {
            return Err(Problem::new(Kind::InvalidValues).broken(
                "factor-last",
                None,
                "本单位要求您的角色使用动态口令，请先登记另一个再移除",
                "The office lets your role work with a second factor only; enrol another first",
            ));
        }
        recovery_codes::spend_all(&transaction, user, now).await?;
    }
    commit(transaction, person).await
}

/// Gives the caller ten new recovery codes; the older ones are worth nothing from now on.
///
/// # Errors
/// 403 for whoever has not shown a factor a moment ago.
pub async fn renew_codes(service: &Service, person: &Person) -> Result<Vec<String>, Problem> {
    demand::expect_own_shown(service, &person.asker).await?;
    let (codes, digests) = codes::recovery()?;
    let user = person.asker.actor.id;
    let transaction = service.app.store.begin().await?;
    people::lock(&transaction, user).await?;
    recovery_codes::replace(&transaction, user, &digests, clock::now()).await?;
    commit(transaction, person).await?;
    Ok(codes)
}

async fn commit(transaction: Transaction, person: &Person) -> Result<(), Problem> {
    person.asker.log(&transaction, None, AccessOutcome::Done, &[]).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(())
}
