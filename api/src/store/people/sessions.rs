//! Sessions: a sign-in and its end; and the failed attempts at one.

use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;
use workflow::{CaseId, UserId};

use super::entity::{absence, account, refresh_token, session, sign_in_failure};
use crate::clock::Instant;
use crate::store::connection::statement::statement;
use crate::store::log::office_log::{Chain, note};
use crate::store::people::{self, Account};
use crate::store::values::Stored;
use crate::store::{Reader, StoreError, Transaction};

pub use super::entity::session::Ended;

/// One sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    /// Its identifier, which its tokens carry.
    pub id: Uuid,
    /// Whose it is.
    pub user: UserId,
    /// The one case a family's session is bound to.
    pub case_id: Option<CaseId>,
    /// When the person showed who they are.
    pub signed_in_at: Instant,
    /// When it ends whatever happens.
    pub ends_at: Instant,
    /// When a second factor was last shown in it.
    pub factor_at: Option<Instant>,
    /// Whether it was opened by the password alone and is good for nothing but the rest.
    pub awaits_factor: bool,
}

/// Begins a session on a device, which is told in words.
pub async fn begin(
    transaction: &Transaction,
    new: &Session,
    device: Option<&str>,
) -> Result<(), StoreError> {
    let row = session::ActiveModel {
        id: Set(Stored(new.id)),
        account_id: Set(Stored(new.user)),
        case_id: Set(new.case_id.map(Stored)),
        signed_in_at: Set(new.signed_in_at),
        ends_at: Set(new.ends_at),
        ended_at: Set(None),
        ended_because: Set(None),
        factor_at: Set(new.factor_at),
        awaits_factor: Set(new.awaits_factor),
        device: Set(device.map(str::to_owned)),
    };
    session::Entity::insert(row).exec_without_returning(transaction).await?;
    let row = session::Entity::find_by_id(new.id);
    note(transaction, Chain::Person(new.user), row).await
}

/// A session that has not ended, with its person as they are known now.
#[derive(Debug, Clone)]
pub struct Live {
    /// The session.
    pub session: Session,
    /// Whose it is.
    pub person: Account,
    /// Whether the person was ever named to stand in for somebody and is still.
    pub may_stand_in: bool,
}

/// A session that has not ended. One begun before the instant since which anything of its person is
/// believed has ended, too. Every request asks, so one statement answers.
pub async fn live(
    reader: &impl Reader,
    id: Uuid,
    now: Instant,
) -> Result<Option<Live>, StoreError> {
    let open = Condition::all()
        .add(session::Column::Id.eq(Stored(id)))
        .add(session::Column::EndedAt.is_null())
        .add(session::Column::EndsAt.gt(now));
    let found = session::Entity::find()
        .find_also_related(account::Entity)
        .find_also_related(absence::Entity)
        .filter(open)
        // Without `Option` the library takes a joined row that cannot be read for one that is not there.
        .into_model::<session::Model, Option<account::Model>, Option<absence::Model>>()
        .one(reader)
        .await?;
    let Some((session, Some(Some(person)), stands_in)) = found else { return Ok(None) };
    let (session, person) = (read(session), people::read(reader.keys(), person)?);
    let is_live = person.disabled_at.is_none() && session.signed_in_at >= person.valid_since;
    Ok(is_live.then(|| Live { session, person, may_stand_in: stands_in.flatten().is_some() }))
}

/// Notes that a second factor was shown in a session just now.
pub async fn note_factor(
    transaction: &Transaction,
    session: &Session,
    now: Instant,
) -> Result<(), StoreError> {
    session::Entity::update_many()
        .col_expr(session::Column::FactorAt, Expr::value(now))
        .filter(session::Column::Id.eq(Stored(session.id)))
        .exec(transaction)
        .await?;
    let row = session::Entity::find_by_id(session.id);
    note(transaction, Chain::Person(session.user), row).await
}

/// Ends one session.
pub async fn end(
    transaction: &Transaction,
    id: Uuid,
    why: Ended,
    now: Instant,
) -> Result<(), StoreError> {
    end_where(transaction, session::Column::Id.eq(Stored(id)), why, now).await
}

/// Ends every session of a person.
pub async fn end_all(
    transaction: &Transaction,
    user: UserId,
    why: Ended,
    now: Instant,
) -> Result<(), StoreError> {
    end_where(transaction, session::Column::AccountId.eq(Stored(user)), why, now).await
}

/// Ends every session of a person but one.
pub async fn end_others(
    transaction: &Transaction,
    user: UserId,
    kept: Uuid,
    why: Ended,
    now: Instant,
) -> Result<(), StoreError> {
    let others =
        session::Column::AccountId.eq(Stored(user)).and(session::Column::Id.ne(Stored(kept)));
    end_where(transaction, others, why, now).await
}

async fn end_where(
    transaction: &Transaction,
    which: sea_orm::sea_query::SimpleExpr,
    why: Ended,
    now: Instant,
) -> Result<(), StoreError> {
    let open = Condition::all().add(which.clone()).add(session::Column::EndedAt.is_null());
    session::Entity::update_many()
        .col_expr(session::Column::EndedAt, Expr::value(now))
        .col_expr(session::Column::EndedBecause, Expr::value(why))
        .filter(open)
        .exec(transaction)
        .await?;
    let ended = Condition::all().add(which).add(session::Column::EndedAt.eq(now));
    for session in session::Entity::find().filter(ended).all(transaction).await? {
        let chain = Chain::Person(session.account_id.0);
        note(transaction, chain, session::Entity::find_by_id(session.id)).await?;
    }
    Ok(())
}

/// How often attempts under this key failed, and when the last did.
pub async fn failures(reader: &impl Reader, key: &[u8]) -> Result<(i64, Instant), StoreError> {
    let row = sign_in_failure::Entity::find_by_id(key.to_vec()).one(reader).await?;
    Ok(row.map_or((0, 0), |row| (row.failures, row.last_at)))
}

/// Counts a failed attempt under each key. Counts older than `forgotten_before` start anew.
pub async fn count_failure(
    transaction: &Transaction,
    keys: &[&[u8]],
    now: Instant,
    forgotten_before: Instant,
) -> Result<(), StoreError> {
    // As text: what an entry becomes depends on the entry it meets.
    let text = "INSERT INTO sign_in_failure (key_digest, failures, last_at) VALUES ($1, 1, $2) \
                ON CONFLICT (key_digest) DO UPDATE SET last_at = $2, failures = CASE \
                WHEN sign_in_failure.last_at < $3 THEN 1 ELSE sign_in_failure.failures + 1 END";
    for key in keys {
        let values = [key.to_vec().into(), now.into(), forgotten_before.into()];
        transaction.execute_raw(statement(transaction, text, values)).await?;
    }
    Ok(())
}

/// Forgets the failed attempts under a key.
pub async fn forget_failures(transaction: &Transaction, key: &[u8]) -> Result<(), StoreError> {
    sign_in_failure::Entity::delete_by_id(key.to_vec()).exec(transaction).await?;
    Ok(())
}

/// Removes sessions that ended before an instant, with their tokens.
pub async fn clear(transaction: &Transaction, before: Instant) -> Result<u64, StoreError> {
    let over = session::Column::EndsAt.lt(before);
    let sessions = Query::select()
        .column(session::Column::Id)
        .from(session::Entity)
        .and_where(over.clone())
        .to_owned();
    refresh_token::Entity::delete_many()
        .filter(refresh_token::Column::SessionId.in_subquery(sessions))
        .exec(transaction)
        .await?;
    let done = session::Entity::delete_many().filter(over).exec(transaction).await?;
    Ok(done.rows_affected)
}

/// Removes counts of failed attempts of which the last was before an instant.
pub async fn clear_failures(writer: &impl Reader, before: Instant) -> Result<u64, StoreError> {
    let old = sign_in_failure::Column::LastAt.lt(before);
    let done = sign_in_failure::Entity::delete_many().filter(old).exec(writer).await?;
    Ok(done.rows_affected)
}

fn read(row: session::Model) -> Session {
    Session {
        id: row.id.0,
        user: row.account_id.0,
        case_id: row.case_id.map(|case_id| case_id.0),
        signed_in_at: row.signed_in_at,
        ends_at: row.ends_at,
        factor_at: row.factor_at,
        awaits_factor: row.awaits_factor,
    }
}
