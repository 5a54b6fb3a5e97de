//! Officers on leave: from the first to the last day another officer stands in for them.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;
use workflow::{Role, UserId};

use super::columns::REASON;
use super::entity::absence;
use crate::clock::Instant;
use crate::secret::ring::KeyRing;
use crate::store::kept::Row;
use crate::store::log::office_log::{Chain, note};
use crate::store::values::Stored;
use crate::store::{Reader, StoreError, Transaction, office, people};

/// The roles a substitute takes over. Nobody assesses, visits or manages accounts for another.
pub const LENT: [Role; 3] = [Role::Registrar, Role::Leader, Role::Archivist];

/// An absence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    /// Its identifier.
    pub id: Uuid,
    /// Who is away.
    pub person: UserId,
    /// Who stands in.
    pub substitute: UserId,
    /// The first day.
    pub first_day: NaiveDate,
    /// The last day.
    pub last_day: NaiveDate,
    /// Why.
    pub reason: String,
    /// Whether it was ended early.
    pub ended: bool,
}

/// For whom somebody stands in today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoodIn {
    /// Who is away.
    pub person: UserId,
    /// The name of who is away.
    pub name: String,
    /// What the substitute may besides.
    pub roles: BTreeSet<Role>,
    /// The last day.
    pub until: NaiveDate,
}

fn read(keys: &KeyRing, row: absence::Model) -> Result<Absence, StoreError> {
    Ok(Absence {
        id: row.id.0,
        person: row.person.0,
        substitute: row.substitute.0,
        first_day: row.first_day.0,
        last_day: row.last_day.0,
        reason: Row::of(keys, row.id.0).open(REASON, row.reason)?,
        ended: row.ended_at.is_some(),
    })
}

/// Those for whom this person stands in on the legal day. An account that was closed lends nothing.
pub async fn stood_in_by(
    reader: &impl Reader,
    substitute: UserId,
) -> Result<Vec<StoodIn>, StoreError> {
    let rows = absence::Entity::find()
        .filter(absence::Column::Substitute.eq(Stored(substitute)))
        .filter(absence::Column::EndedAt.is_null())
        .all(reader)
        .await?;
    // Nearly everybody stands in for nobody, and then the legal day is not asked for.
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let today = office::load(reader).await?.today();
    let mut found = Vec::new();
    for row in rows {
        let absence = read(reader.keys(), row)?;
        if !(absence.first_day..=absence.last_day).contains(&today) {
            continue;
        }
        let account = people::find(reader, absence.person).await?;
        found.extend(account.filter(|account| account.disabled_at.is_none()).map(|account| {
            let held = account.profile.roles.into_iter();
            StoodIn {
                person: absence.person,
                name: account.profile.name,
                roles: held.filter(|role| LENT.contains(role)).collect(),
                until: absence.last_day,
            }
        }));
    }
    Ok(found)
}

/// Absences that are not over on a day and in which one of these persons is away or stands in.
pub async fn touching(
    reader: &impl Reader,
    persons: &[UserId],
    first_day: NaiveDate,
    last_day: NaiveDate,
) -> Result<Vec<Absence>, StoreError> {
    let ids = || persons.iter().copied().map(Stored);
    let concerned = Condition::any()
        .add(absence::Column::Person.is_in(ids()))
        .add(absence::Column::Substitute.is_in(ids()));
    let rows = absence::Entity::find()
        .filter(concerned)
        .filter(absence::Column::EndedAt.is_null())
        .filter(absence::Column::FirstDay.lte(Stored(last_day)))
        .filter(absence::Column::LastDay.gte(Stored(first_day)))
        .all(reader)
        .await?;
    rows.into_iter().map(|row| read(reader.keys(), row)).collect()
}

/// Keeps an absence.
pub async fn add(
    transaction: &Transaction,
    new: &Absence,
    by: UserId,
    now: Instant,
) -> Result<(), StoreError> {
    let row = absence::ActiveModel {
        id: Set(Stored(new.id)),
        person: Set(Stored(new.person)),
        substitute: Set(Stored(new.substitute)),
        first_day: Set(Stored(new.first_day)),
        last_day: Set(Stored(new.last_day)),
        reason: Set(Row::of(transaction.keys(), new.id).seal(REASON, &new.reason)?),
        created_by: Set(Stored(by)),
        created_at: Set(now),
        ended_by: Set(None),
        ended_at: Set(None),
    };
    absence::Entity::insert(row).exec_without_returning(transaction).await?;
    note(transaction, Chain::Office, absence::Entity::find_by_id(new.id)).await
}

/// One absence.
pub async fn find(reader: &impl Reader, id: Uuid) -> Result<Option<Absence>, StoreError> {
    let row = absence::Entity::find_by_id(id).one(reader).await?;
    row.map(|row| read(reader.keys(), row)).transpose()
}

/// The absences that begin last, newest first.
pub async fn list(reader: &impl Reader, limit: u64) -> Result<Vec<Absence>, StoreError> {
    let rows = absence::Entity::find()
        .order_by_desc(absence::Column::FirstDay)
        .order_by_desc(absence::Column::Id)
        .limit(limit)
        .all(reader)
        .await?;
    rows.into_iter().map(|row| read(reader.keys(), row)).collect()
}

/// Ends an absence from this moment on; false if it was ended before.
pub async fn end(
    transaction: &Transaction,
    id: Uuid,
    by: UserId,
    now: Instant,
) -> Result<bool, StoreError> {
    let done = absence::Entity::update_many()
        .col_expr(absence::Column::EndedAt, Expr::value(now))
        .col_expr(absence::Column::EndedBy, Expr::value(Stored(by)))
        .filter(absence::Column::Id.eq(Stored(id)))
        .filter(absence::Column::EndedAt.is_null())
        .exec(transaction)
        .await?;
    if done.rows_affected == 0 {
        return Ok(false);
    }
    note(transaction, Chain::Office, absence::Entity::find_by_id(id)).await?;
    Ok(true)
}
