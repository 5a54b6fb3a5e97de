//! Refresh tokens: each is used once, and its successor waits a few seconds for an answer that got lost.

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, Set, sea_query::Expr,
};
use uuid::Uuid;
use workflow::UserId;

use super::entity::{refresh_token, session};
use super::sessions::{self, Ended, Session};
use crate::clock::{Instant, SECOND};
use crate::store::connection::statement::statement;
use crate::store::values::Stored;
use crate::store::{Reader, StoreError, Transaction};

/// How long a used token may be presented again by the client that used it.
pub const GRACE: Instant = 10 * SECOND;

/// A refresh token as it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refresh<'a> {
    /// SHA-256 of the token.
    pub digest: &'a [u8],
    /// Its session.
    pub session: Uuid,
    /// When it was issued.
    pub issued_at: Instant,
    /// Until when it must be used.
    pub idle_until: Instant,
}

/// What came of presenting a refresh token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Presented {
    /// It was good and is used up now.
    Good(Session),
    /// The same client used it a moment ago: the successor, still sealed.
    Again(Vec<u8>),
    /// It had been used before; the session of this person has been ended.
    Reused(UserId),
    /// It is unknown or too old, or its session has ended.
    Unknown,
}

/// Keeps a refresh token by its digest.
pub async fn add(transaction: &Transaction, new: Refresh<'_>) -> Result<(), StoreError> {
    let row = refresh_token::ActiveModel {
        digest: Set(new.digest.to_vec()),
        session_id: Set(Stored(new.session)),
        issued_at: Set(new.issued_at),
        idle_until: Set(new.idle_until),
        used_at: Set(None),
        used_by: Set(None),
        sealed_successor: Set(None),
    };
    refresh_token::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(())
}

/// Uses a refresh token up. Of several who present it at once, one is first and the others wait
/// for it here.
pub async fn present(
    transaction: &Transaction,
    digest: &[u8],
    client: &[u8],
    now: Instant,
) -> Result<Presented, StoreError> {
    let unused = Condition::all()
        .add(refresh_token::Column::Digest.eq(digest))
        .add(refresh_token::Column::UsedAt.is_null());
    let used = refresh_token::Entity::update_many()
        .col_expr(refresh_token::Column::UsedAt, Expr::value(now))
        .col_expr(refresh_token::Column::UsedBy, Expr::value(client.to_vec()))
        .filter(unused)
        .exec(transaction)
        .await?;
    let Some(token) = refresh_token::Entity::find_by_id(digest.to_vec()).one(transaction).await?
    else {
        return Ok(Presented::Unknown);
    };
    let live = sessions::live(transaction, token.session_id.0, now).await?;
    if used.rows_affected == 0 {
        return again(transaction, token, live.is_some(), client, now).await;
    }
    Ok(match live {
        Some(live) if now < token.idle_until => Presented::Good(live.session),
        _ => Presented::Unknown,
    })
}

/// A token that was used before: an answer was lost, or one of its two users is a thief.
async fn again(
    transaction: &Transaction,
    token: refresh_token::Model,
    is_live: bool,
    client: &[u8],
    now: Instant,
) -> Result<Presented, StoreError> {
    let is_recent = token.used_at.is_some_and(|used_at| now < used_at.saturating_add(GRACE));
    let is_same = token.used_by.as_deref() == Some(client);
    match token.sealed_successor {
        Some(sealed) if is_live && is_recent && is_same => return Ok(Presented::Again(sealed)),
        _ => {}
    }
    sessions::end(transaction, token.session_id.0, Ended::TokenReused, now).await?;
    let whose = session::Entity::find_by_id(token.session_id).one(transaction).await?;
    Ok(match whose {
        Some(session) => Presented::Reused(session.account_id.0),
        None => Presented::Unknown,
    })
}

/// Keeps the sealed successor of a token. Those of older tokens of the session go: whoever uses
/// a token has received it.
pub async fn keep_successor(
    transaction: &Transaction,
    digest: &[u8],
    session: Uuid,
    sealed: Vec<u8>,
) -> Result<(), StoreError> {
    // As text: one statement keeps one successor and drops the others.
    let text = "UPDATE refresh_token \
                SET sealed_successor = CASE WHEN digest = $1 THEN $2 ELSE NULL END \
                WHERE session_id = $3 AND (digest = $1 OR sealed_successor IS NOT NULL)";
    let values = [digest.to_vec().into(), sealed.into(), Stored(session).into()];
    transaction.execute_raw(statement(transaction, text, values)).await?;
    Ok(())
}

/// Removes the sealed successors nobody may ask for any more.
pub async fn clear_successors(writer: &impl Reader, now: Instant) -> Result<u64, StoreError> {
    let done = refresh_token::Entity::update_many()
        .col_expr(refresh_token::Column::SealedSuccessor, Expr::value(None::<Vec<u8>>))
        .filter(refresh_token::Column::SealedSuccessor.is_not_null())
        .filter(refresh_token::Column::UsedAt.lte(now.saturating_sub(GRACE)))
        .exec(writer)
        .await?;
    Ok(done.rows_affected)
}
