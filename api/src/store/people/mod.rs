//! People with accounts: who they are, which roles they hold, and their passwords.

pub mod absences;
mod columns;
pub mod devices;
pub(in crate::store) mod entity;
pub mod factors;
pub mod invitations;
pub mod qualifications;
pub mod recovery_codes;
pub mod refresh;
pub mod session_list;
pub mod sessions;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set, UpdateMany,
};
use workflow::{Role, UserId};

use super::kept::{Kept, Row};
use super::log::office_log::{Chain, note};
use super::{Reader, StoreError, Transaction};
use crate::clock::Instant;
use crate::secret::ring::KeyRing;
use crate::store::values::Stored;
use columns::{NAME, QUALIFICATION_NUMBER, REGISTRAR_NUMBER};
use entity::account;

/// A qualification as an assessor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qualification {
    /// Which qualification, such as 社会工作师.
    pub kind: String,
    /// The number of its certificate.
    pub number: String,
    /// The last day it is valid.
    pub valid_until: NaiveDate,
}

/// What is known of a person when the account is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The name to sign in with, in small letters.
    pub login: String,
    /// The name on records and documents.
    pub name: String,
    /// The roles held, each once.
    pub roles: Vec<Role>,
    /// The office, institution or agency the person works for.
    pub organization: String,
    /// The number of a registrar's certificate.
    pub registrar_number: Option<String>,
    /// The qualification of an assessor.
    pub qualification: Option<Qualification>,
    /// Which of the invented people of a practice office this is, within each role.
    pub practice_number: Option<i64>,
}

/// A person with an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The account's identifier.
    pub id: UserId,
    /// Who it is.
    pub profile: Profile,
    /// When the account was made.
    pub created_at: Instant,
    /// Nothing issued before this instant is believed.
    pub valid_since: Instant,
    /// When the account was closed, if it was.
    pub disabled_at: Option<Instant>,
    /// Whether the person has chosen a password.
    pub has_password: bool,
    /// When the person last signed in with it.
    pub signed_in_at: Option<Instant>,
}

/// Adds a person without a password. A login taken already is a [`StoreError::Duplicate`].
pub async fn add(
    transaction: &Transaction,
    id: UserId,
    profile: &Profile,
    now: Instant,
) -> Result<(), StoreError> {
    let kept = Row::of(transaction.keys(), id);
    let qualification = profile.qualification.clone();
    let number = qualification.as_ref().map(|held| held.number.as_str());
    let row = account::ActiveModel {
        id: Set(Stored(id)),
        login: Set(profile.login.clone()),
        name: Set(kept.seal(NAME, &profile.name)?),
        roles: Set(Stored(profile.roles.clone())),
        organization: Set(profile.organization.clone()),
        registrar_number: Set(kept.seal_any(REGISTRAR_NUMBER, profile.registrar_number.as_deref())?),
        qualification_kind: Set(qualification.as_ref().map(|held| held.kind.clone())),
        qualification_number: Set(kept.seal_any(QUALIFICATION_NUMBER, number)?),
        qualification_valid_until: Set(qualification.map(|held| Stored(held.valid_until))),
        password_hash: Set(None),
        practice_number: Set(profile.practice_number),
        created_at: Set(now),
        valid_since: Set(now),
        disabled_at: Set(None),
        signed_in_at: Set(None),
    };
    account::Entity::insert(row).exec_without_returning(transaction).await?;
    note_account(transaction, id).await
}

/// Keeps in the office's log what an account is now.
async fn note_account(transaction: &Transaction, id: UserId) -> Result<(), StoreError> {
    note(transaction, Chain::Person(id), account::Entity::find_by_id(id)).await
}

/// Runs a statement that changes an account, and keeps in the office's log what it is then. False
/// where the statement did not meet it.
async fn change(
    transaction: &Transaction,
    id: UserId,
    update: UpdateMany<account::Entity>,
) -> Result<bool, StoreError> {
    let of_person = account::Column::Id.eq(Stored(id));
    if update.filter(of_person).exec(transaction).await?.rows_affected == 0 {
        return Ok(false);
    }
    note_account(transaction, id).await?;
    Ok(true)
}

/// The names of these persons, of those who have an account.
pub async fn names(
    reader: &impl Reader,
    ids: impl Iterator<Item = UserId>,
) -> Result<BTreeMap<UserId, String>, StoreError> {
    let ids: BTreeSet<UserId> = ids.collect();
    let rows: Vec<(Stored<UserId>, Kept)> = account::Entity::find()
        .select_only()
        .column(account::Column::Id)
        .column(account::Column::Name)
        .filter(account::Column::Id.is_in(ids.into_iter().map(Stored)))
        .into_tuple()
        .all(reader)
        .await?;
    let opened = |(Stored(id), name)| Ok((id, Row::of(reader.keys(), id).open(NAME, name)?));
    rows.into_iter().map(opened).collect()
}

/// One person.
pub async fn find(reader: &impl Reader, id: UserId) -> Result<Option<Account>, StoreError> {
    let row = account::Entity::find_by_id(id).one(reader).await?;
    row.map(|row| read(reader.keys(), row)).transpose()
}

/// Everyone but families, in the order of their logins. The accounts under which families open their
/// pages belong to nobody's office.
pub async fn list(reader: &impl Reader) -> Result<Vec<Account>, StoreError> {
    let not_a_family = account::Column::Roles.ne(Stored(vec![Role::Family]));
    let people = account::Entity::find().filter(not_a_family);
    let rows = people.order_by_asc(account::Column::Login).all(reader).await?;
    rows.into_iter().map(|row| read(reader.keys(), row)).collect()
}

/// The person who signs in with this name, with the hash of the password.
pub async fn by_login(
    reader: &impl Reader,
    login: &str,
) -> Result<Option<(Account, Option<String>)>, StoreError> {
    let found = account::Entity::find().filter(account::Column::Login.eq(login));
    let Some(row) = found.one(reader).await? else { return Ok(None) };
    let hash = row.password_hash.clone();
    Ok(Some((read(reader.keys(), row)?, hash)))
}

/// The invented person of a practice office with this number in this role.
pub async fn practice_person(
    reader: &impl Reader,
    role: Role,
    number: i64,
) -> Result<Option<Account>, StoreError> {
    let chosen = Condition::all()
        .add(account::Column::PracticeNumber.eq(number))
        .add(account::Column::Roles.eq(Stored(vec![role])));
    let row = account::Entity::find().filter(chosen).one(reader).await?;
    row.map(|row| read(reader.keys(), row)).transpose()
}

/// Notes that the person has just shown the password with this hash. False where the password
/// was changed or the account closed meanwhile, so that neither can be overtaken by a sign-in.
pub async fn note_sign_in(
    transaction: &Transaction,
    id: UserId,
    hash: &str,
    now: Instant,
) -> Result<bool, StoreError> {
    let done = account::Entity::update_many()
        .col_expr(account::Column::SignedInAt, Expr::value(now))
        .filter(account::Column::Id.eq(Stored(id)))
        .filter(account::Column::PasswordHash.eq(hash))
        .filter(account::Column::DisabledAt.is_null())
        .exec(transaction)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Sets the password of an open account and ends the life of everything issued before. False
/// where the account is closed.
pub async fn set_password(
    transaction: &Transaction,
    id: UserId,
    hash: &str,
    now: Instant,
) -> Result<bool, StoreError> {
    let update = account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, Expr::value(hash))
        .col_expr(account::Column::ValidSince, Expr::value(now))
        .filter(account::Column::DisabledAt.is_null());
    change(transaction, id, update).await
}

/// Replaces one password by another. False where it is no longer the one that was shown.
pub async fn change_password(
    transaction: &Transaction,
    id: UserId,
    shown: &str,
    hash: &str,
) -> Result<bool, StoreError> {
    let update = account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, Expr::value(hash))
        .filter(account::Column::PasswordHash.eq(shown))
        .filter(account::Column::DisabledAt.is_null());
    change(transaction, id, update).await
}

/// From now on nothing issued to this person before is believed.
pub async fn invalidate(
    transaction: &Transaction,
    id: UserId,
    now: Instant,
) -> Result<(), StoreError> {
    let update =
        account::Entity::update_many().col_expr(account::Column::ValidSince, Expr::value(now));
    change(transaction, id, update).await?;
    Ok(())
}

/// Gives a person other roles and says which they held; none if there is no such person.
pub async fn change_roles(
    transaction: &Transaction,
    id: UserId,
    roles: &[Role],
) -> Result<Option<Vec<Role>>, StoreError> {
    // The write comes first, so that the roles read afterwards are those it replaces.
    lock(transaction, id).await?;
    let Some(account) = find(transaction, id).await? else {
        return Ok(None);
    };
    let roles = Stored(roles.to_vec());
    let update =
        account::Entity::update_many().col_expr(account::Column::Roles, Expr::value(roles));
    change(transaction, id, update).await?;
    Ok(Some(account.profile.roles))
}

/// Keeps others from changing an account until the transaction ends.
pub async fn lock(transaction: &Transaction, id: UserId) -> Result<(), StoreError> {
    let same = account::Column::ValidSince;
    account::Entity::update_many()
        .col_expr(same, Expr::col(same))
        .filter(account::Column::Id.eq(Stored(id)))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Opens a closed account again. What was issued before stays dead; an open account stays as it is.
pub async fn enable(transaction: &Transaction, id: UserId, now: Instant) -> Result<(), StoreError> {
    let update = account::Entity::update_many()
        .col_expr(account::Column::DisabledAt, Expr::value(None::<i64>))
        .col_expr(account::Column::ValidSince, Expr::value(now))
        .filter(account::Column::DisabledAt.is_not_null());
    change(transaction, id, update).await?;
    Ok(())
}

/// Closes an account; one that is closed stays as it is.
pub async fn disable(
    transaction: &Transaction,
    id: UserId,
    now: Instant,
) -> Result<(), StoreError> {
    let update = account::Entity::update_many()
        .col_expr(account::Column::DisabledAt, Expr::value(now))
        .col_expr(account::Column::ValidSince, Expr::value(now))
        .filter(account::Column::DisabledAt.is_null());
    change(transaction, id, update).await?;
    Ok(())
}

pub(super) fn read(keys: &KeyRing, row: account::Model) -> Result<Account, StoreError> {
    let id = row.id.0;
    let kept = Row::of(keys, id);
    let number = kept.open_any(QUALIFICATION_NUMBER, row.qualification_number)?;
    let qualification = match (row.qualification_kind, number, row.qualification_valid_until) {
        (Some(kind), Some(number), Some(Stored(valid_until))) => {
            Some(Qualification { kind, number, valid_until })
        }
        _ => None,
    };
    Ok(Account {
        id,
        profile: Profile {
            login: row.login,
            name: kept.open(NAME, row.name)?,
            roles: row.roles.0,
            organization: row.organization,
            registrar_number: kept.open_any(REGISTRAR_NUMBER, row.registrar_number)?,
            qualification,
            practice_number: row.practice_number,
        },
        created_at: row.created_at,
        valid_since: row.valid_since,
        disabled_at: row.disabled_at,
        has_password: row.password_hash.is_some(),
        signed_in_at: row.signed_in_at,
    })
}
