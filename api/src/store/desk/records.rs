//! Records: kept with a version, changed only by who has seen the newest, sealed for their place.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set,
};
use uuid::Uuid;

use super::entity::{desk_part, desk_record};
use super::key;
use crate::clock::Instant;
use crate::secret::OfficeSecret;
use crate::store::log::keys::not_sealed;
use crate::store::values::Stored;
use crate::store::{Reader, StoreError, Transaction};

pub use super::entity::desk_record::{Kind, State};

/// A record, opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its identifier.
    pub id: Uuid,
    /// What it is.
    pub kind: Kind,
    /// Whose it is: an account, or the keyed hash of a code.
    pub owner: String,
    /// What it is about.
    pub subject: String,
    /// How it stands.
    pub state: State,
    /// How often it was saved.
    pub version: u32,
    /// When it was saved last.
    pub saved_at: Instant,
    /// When it goes.
    pub kept_until: Instant,
    /// What is in it.
    pub body: Vec<u8>,
}

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// It was made, and this is the version now.
    Saved(u32),
    /// Somebody saved it meanwhile, or it is gone.
    Stale,
}

/// Which records are asked for.
#[derive(Debug, Clone, Default)]
pub struct Which<'a> {
    /// Only those of this owner.
    pub owner: Option<&'a str>,
    /// Only those about this.
    pub subject: Option<&'a str>,
    /// Only those that stand so.
    pub states: &'a [State],
}

fn which(kind: Kind, asked: &Which<'_>) -> Condition {
    let states = (!asked.states.is_empty())
        .then(|| desk_record::Column::State.is_in(asked.states.iter().copied()));
    Condition::all()
        .add(desk_record::Column::Kind.eq(kind))
        .add_option(asked.owner.map(|owner| desk_record::Column::Owner.eq(owner)))
        .add_option(asked.subject.map(|subject| desk_record::Column::Subject.eq(subject)))
        .add_option(states)
}

/// Keeps a new record.
pub async fn add(
    transaction: &Transaction,
    secret: &OfficeSecret,
    record: &Record,
) -> Result<(), StoreError> {
    let sealed = sealed(secret, record)?;
    let row = desk_record::ActiveModel {
        id: Set(Stored(record.id)),
        kind: Set(record.kind),
        owner: Set(record.owner.clone()),
        subject: Set(record.subject.clone()),
        state: Set(record.state),
        version: Set(i64::from(record.version)),
        saved_at: Set(record.saved_at),
        kept_until: Set(record.kept_until),
        sealed: Set(sealed),
    };
    desk_record::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(())
}

/// Puts a record in the place of itself, if it is still of the version before this one.
pub async fn replace(
    transaction: &Transaction,
    secret: &OfficeSecret,
    record: &Record,
) -> Result<Changed, StoreError> {
    let next = Record { version: record.version.saturating_add(1), ..record.clone() };
    let done = desk_record::Entity::update_many()
        .col_expr(desk_record::Column::Subject, Expr::value(next.subject.clone()))
        .col_expr(desk_record::Column::State, Expr::value(next.state))
        .col_expr(desk_record::Column::Version, Expr::value(i64::from(next.version)))
        .col_expr(desk_record::Column::SavedAt, Expr::value(next.saved_at))
        .col_expr(desk_record::Column::KeptUntil, Expr::value(next.kept_until))
        .col_expr(desk_record::Column::Sealed, Expr::value(sealed(secret, &next)?))
        .filter(desk_record::Column::Id.eq(Stored(next.id)))
        .filter(desk_record::Column::Version.eq(i64::from(record.version)))
        .exec(transaction)
        .await?;
    Ok(if done.rows_affected == 1 { Changed::Saved(next.version) } else { Changed::Stale })
}

/// One record of a kind.
pub async fn find(
    reader: &impl Reader,
    secret: &OfficeSecret,
    kind: Kind,
    id: Uuid,
) -> Result<Option<Record>, StoreError> {
    let row = desk_record::Entity::find_by_id(Stored(id))
        .filter(desk_record::Column::Kind.eq(kind))
        .one(reader)
        .await?;
    row.map(|row| opened(secret, row)).transpose()
}

/// Records of a kind, the newest first.
pub async fn list(
    reader: &impl Reader,
    secret: &OfficeSecret,
    kind: Kind,
    asked: &Which<'_>,
    limit: u64,
) -> Result<Vec<Record>, StoreError> {
    let rows = desk_record::Entity::find()
        .filter(which(kind, asked))
        .order_by_desc(desk_record::Column::SavedAt)
        .order_by_asc(desk_record::Column::Id)
        .limit(limit)
        .all(reader)
        .await?;
    rows.into_iter().map(|row| opened(secret, row)).collect()
}

/// How many records of a kind there are.
pub async fn count(reader: &impl Reader, kind: Kind, asked: &Which<'_>) -> Result<u64, StoreError> {
    Ok(desk_record::Entity::find().filter(which(kind, asked)).count(reader).await?)
}

/// The subjects of records of a kind between two of them, the first included and the last not, with how
/// often each occurs.
pub async fn subjects(
    reader: &impl Reader,
    kind: Kind,
    from: &str,
    before: &str,
) -> Result<Vec<(String, u64)>, StoreError> {
    let rows: Vec<(String, i64)> = desk_record::Entity::find()
        .select_only()
        .column(desk_record::Column::Subject)
        .column_as(desk_record::Column::Id.count(), "found")
        .filter(desk_record::Column::Kind.eq(kind))
        .filter(desk_record::Column::Subject.gte(from))
        .filter(desk_record::Column::Subject.lt(before))
        .group_by(desk_record::Column::Subject)
        .into_tuple()
        .all(reader)
        .await?;
    let count = |(subject, found): (String, i64)| (subject, u64::try_from(found).unwrap_or(0));
    Ok(rows.into_iter().map(count).collect())
}

/// Takes a record away, with what was uploaded to it. False where this owner has none of this name.
pub async fn remove(
    transaction: &Transaction,
    kind: Kind,
    owner: &str,
    id: Uuid,
) -> Result<bool, StoreError> {
    let done = desk_record::Entity::delete_many()
        .filter(which(kind, &Which { owner: Some(owner), ..Which::default() }))
        .filter(desk_record::Column::Id.eq(Stored(id)))
        .exec(transaction)
        .await?;
    if done.rows_affected == 1 {
        let parts = desk_part::Column::Record.eq(Stored(id));
        desk_part::Entity::delete_many().filter(parts).exec(transaction).await?;
    }
    Ok(done.rows_affected == 1)
}

/// Takes away what is kept no longer, as of an instant.
pub async fn clear(writer: &impl Reader, now: Instant) -> Result<u64, StoreError> {
    let over = desk_record::Column::KeptUntil.lt(now);
    let gone: Vec<Stored<Uuid>> = desk_record::Entity::find()
        .select_only()
        .column(desk_record::Column::Id)
        .filter(over.clone())
        .limit(AT_ONCE)
        .into_tuple()
        .all(writer)
        .await?;
    if gone.is_empty() {
        return Ok(0);
    }
    let parts = desk_part::Column::Record.is_in(gone.iter().copied());
    desk_part::Entity::delete_many().filter(parts).exec(writer).await?;
    let these = desk_record::Column::Id.is_in(gone);
    let done = desk_record::Entity::delete_many().filter(over).filter(these).exec(writer).await?;
    Ok(done.rows_affected)
}

/// How many records go at a time.
const AT_ONCE: u64 = 500;

fn sealed(secret: &OfficeSecret, record: &Record) -> Result<Vec<u8>, StoreError> {
    let version = record.version.to_be_bytes();
    let place = [RECORD, record.id.as_bytes(), record.owner.as_bytes(), &version];
    key(secret)?.seal(&place, &record.body).map_err(not_sealed)
}

fn opened(secret: &OfficeSecret, row: desk_record::Model) -> Result<Record, StoreError> {
    let damaged = || StoreError::Damaged("a record on the desk cannot be opened".to_owned());
    let version = u32::try_from(row.version).map_err(|_| damaged())?;
    let written = version.to_be_bytes();
    let place = [RECORD, row.id.0.as_bytes(), row.owner.as_bytes(), &written];
    let body = key(secret)?.open(&place, &row.sealed).map_err(|_| damaged())?;
    Ok(Record {
        id: row.id.0,
        kind: row.kind,
        owner: row.owner,
        subject: row.subject,
        state: row.state,
        version,
        saved_at: row.saved_at,
        kept_until: row.kept_until,
        body,
    })
}

/// Separates these places from all others.
const RECORD: &[u8] = b"guijia desk record 1";
