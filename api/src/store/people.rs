//! People with accounts: who they are, which roles they hold, and the invitations that made them.

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, Set, sea_query::Expr};
use uuid::Uuid;
use workflow::{Role, UserId};

use super::entity::people::{account, invitation};
use super::{Reader, StoreError, Transaction, day};
use crate::clock::Instant;

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
}

/// Adds a person without a password. A login taken already is a [`StoreError::Duplicate`].
pub async fn add(
    transaction: &Transaction,
    id: UserId,
    profile: &Profile,
    now: Instant,
) -> Result<(), StoreError> {
    let roles: Vec<&str> = profile.roles.iter().map(|role| role.word()).collect();
    let qualification = profile.qualification.clone();
    let row = account::ActiveModel {
        id: Set(id.to_string()),
        login: Set(profile.login.clone()),
        name: Set(profile.name.clone()),
        roles: Set(roles.join(" ")),
        organization: Set(profile.organization.clone()),
        registrar_number: Set(profile.registrar_number.clone()),
        qualification_kind: Set(qualification.as_ref().map(|held| held.kind.clone())),
        qualification_number: Set(qualification.as_ref().map(|held| held.number.clone())),
        qualification_valid_until: Set(qualification.map(|held| held.valid_until.to_string())),
        password_hash: Set(None),
        practice_number: Set(profile.practice_number),
        created_at: Set(now),
        valid_since: Set(now),
        disabled_at: Set(None),
    };
    account::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(())
}

/// One person.
pub async fn find(reader: &impl Reader, id: UserId) -> Result<Option<Account>, StoreError> {
    account::Entity::find_by_id(id.to_string()).one(reader).await?.map(read).transpose()
}

/// Everyone who was invited or invented, in the order of their logins. The accounts under which
/// families open their pages belong to nobody's office.
pub async fn list(reader: &impl Reader) -> Result<Vec<Account>, StoreError> {
    let not_a_family = Condition::any()
        .add(account::Column::Roles.ne(Role::Family.word()))
        .add(account::Column::PracticeNumber.is_not_null());
    let people = account::Entity::find().filter(not_a_family);
    let rows = people.order_by_asc(account::Column::Login).all(reader).await?;
    rows.into_iter().map(read).collect()
}

/// The person who signs in with this name, with the hash of the password.
pub async fn by_login(
    reader: &impl Reader,
    login: &str,
) -> Result<Option<(Account, Option<String>)>, StoreError> {
    let row = account::Entity::find().filter(account::Column::Login.eq(login)).one(reader).await?;
    row.map(|row| {
        let hash = row.password_hash.clone();
        Ok((read(row)?, hash))
    })
    .transpose()
}

/// The invented person of a practice office with this number in this role.
pub async fn practice_person(
    reader: &impl Reader,
    role: Role,
    number: i64,
) -> Result<Option<Account>, StoreError> {
    let chosen = Condition::all()
        .add(account::Column::PracticeNumber.eq(number))
        .add(account::Column::Roles.eq(role.word()));
    account::Entity::find().filter(chosen).one(reader).await?.map(read).transpose()
}

/// Sets the password and ends the life of everything issued before.
pub async fn set_password(
    transaction: &Transaction,
    id: UserId,
    hash: &str,
    now: Instant,
) -> Result<(), StoreError> {
    account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, Expr::value(hash))
        .col_expr(account::Column::ValidSince, Expr::value(now))
        .filter(account::Column::Id.eq(id.to_string()))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Closes an account; says whether it was open.
pub async fn disable(
    transaction: &Transaction,
    id: UserId,
    now: Instant,
) -> Result<bool, StoreError> {
    let open = Condition::all()
        .add(account::Column::Id.eq(id.to_string()))
        .add(account::Column::DisabledAt.is_null());
    let done = account::Entity::update_many()
        .col_expr(account::Column::DisabledAt, Expr::value(now))
        .col_expr(account::Column::ValidSince, Expr::value(now))
        .filter(open)
        .exec(transaction)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Keeps an invitation under the digest of its code.
pub async fn invite(
    transaction: &Transaction,
    digest: &[u8],
    account: UserId,
    created_by: Option<UserId>,
    now: Instant,
    expires_at: Instant,
) -> Result<(), StoreError> {
    let row = invitation::ActiveModel {
        digest: Set(digest.to_vec()),
        account_id: Set(account.to_string()),
        created_by: Set(created_by.map(|user| user.to_string())),
        created_at: Set(now),
        expires_at: Set(expires_at),
        used_at: Set(None),
    };
    invitation::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(())
}

/// Uses an invitation up and says whose it was; none if it is unknown, used or too old.
pub async fn use_invitation(
    transaction: &Transaction,
    digest: &[u8],
    now: Instant,
) -> Result<Option<UserId>, StoreError> {
    let open = Condition::all()
        .add(invitation::Column::Digest.eq(digest))
        .add(invitation::Column::UsedAt.is_null())
        .add(invitation::Column::ExpiresAt.gt(now));
    let used = invitation::Entity::update_many()
        .col_expr(invitation::Column::UsedAt, Expr::value(now))
        .filter(open)
        .exec(transaction)
        .await?;
    if used.rows_affected != 1 {
        return Ok(None);
    }
    let row = invitation::Entity::find_by_id(digest.to_vec()).one(transaction).await?;
    row.map(|row| user_id(&row.account_id)).transpose()
}

pub(super) fn user_id(text: &str) -> Result<UserId, StoreError> {
    Uuid::parse_str(text)
        .map(UserId)
        .map_err(|_| StoreError::Damaged("an account's identifier cannot be read".to_owned()))
}

pub(super) fn read(row: account::Model) -> Result<Account, StoreError> {
    let roles = row.roles.split_ascii_whitespace().map(|word| {
        Role::from_word(word)
            .ok_or_else(|| StoreError::Damaged("an account holds an unknown role".to_owned()))
    });
    let qualification =
        match (row.qualification_kind, row.qualification_number, row.qualification_valid_until) {
            (Some(kind), Some(number), Some(valid_until)) => {
                Some(Qualification { kind, number, valid_until: day(&valid_until)? })
            }
            _ => None,
        };
    Ok(Account {
        id: user_id(&row.id)?,
        profile: Profile {
            login: row.login,
            name: row.name,
            roles: roles.collect::<Result<_, _>>()?,
            organization: row.organization,
            registrar_number: row.registrar_number,
            qualification,
            practice_number: row.practice_number,
        },
        created_at: row.created_at,
        valid_since: row.valid_since,
        disabled_at: row.disabled_at,
        has_password: row.password_hash.is_some(),
    })
}
