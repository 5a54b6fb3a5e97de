//! Sessions: a sign-in, the refresh tokens that follow one another in it, and its end.

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, Set, sea_query::Expr};
use uuid::Uuid;
use workflow::{CaseId, UserId};

use super::entity::people::{account, refresh_token, session, sign_in_failure};
use super::people::{self, Account};
use super::{Reader, StoreError, Transaction, statement};
use crate::clock::Instant;

/// Why a session ended before its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The person signed out.
    SignedOut,
    /// A refresh token was used twice, so one of the two users is a thief.
    TokenReused,
    /// The account was closed.
    Disabled,
    /// The password was changed.
    PasswordChanged,
}

impl Ended {
    fn word(self) -> &'static str {
        match self {
            Ended::SignedOut => "signed_out",
            Ended::TokenReused => "token_reused",
            Ended::Disabled => "disabled",
            Ended::PasswordChanged => "password_changed",
        }
    }
}

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
}

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
    /// It had been used before; its session has been ended.
    Reused,
    /// It is unknown or too old, or its session has ended.
    Unknown,
}

/// Begins a session.
pub async fn begin(transaction: &Transaction, new: &Session) -> Result<(), StoreError> {
    let row = session::ActiveModel {
        id: Set(new.id.to_string()),
        account_id: Set(new.user.to_string()),
        case_id: Set(new.case_id.map(|case_id| case_id.to_string())),
        signed_in_at: Set(new.signed_in_at),
        ends_at: Set(new.ends_at),
        ended_at: Set(None),
        ended_because: Set(None),
    };
    session::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(())
}

/// A session that has not ended, with its person as they are known now.
pub async fn live(
    reader: &impl Reader,
    id: Uuid,
    now: Instant,
) -> Result<Option<(Session, Account)>, StoreError> {
    let open = Condition::all()
        .add(session::Column::Id.eq(id.to_string()))
        .add(session::Column::EndedAt.is_null())
        .add(session::Column::EndsAt.gt(now));
    let Some(row) = session::Entity::find().filter(open).one(reader).await? else {
        return Ok(None);
    };
    let session = read(row)?;
    let person = account::Entity::find_by_id(session.user.to_string()).one(reader).await?;
    let person = person.map(people::read).transpose()?;
    Ok(person.filter(|person| person.disabled_at.is_none()).map(|person| (session, person)))
}

/// Ends one session.
pub async fn end(
    transaction: &Transaction,
    id: Uuid,
    why: Ended,
    now: Instant,
) -> Result<(), StoreError> {
    end_where(transaction, session::Column::Id.eq(id.to_string()), why, now).await
}

/// Ends every session of a person.
pub async fn end_all(
    transaction: &Transaction,
    user: UserId,
    why: Ended,
    now: Instant,
) -> Result<(), StoreError> {
    end_where(transaction, session::Column::AccountId.eq(user.to_string()), why, now).await
}

async fn end_where(
    transaction: &Transaction,
    which: sea_orm::sea_query::SimpleExpr,
    why: Ended,
    now: Instant,
) -> Result<(), StoreError> {
    session::Entity::update_many()
        .col_expr(session::Column::EndedAt, Expr::value(now))
        .col_expr(session::Column::EndedBecause, Expr::value(why.word()))
        .filter(Condition::all().add(which).add(session::Column::EndedAt.is_null()))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Keeps a refresh token by its digest.
pub async fn add_refresh(transaction: &Transaction, new: Refresh<'_>) -> Result<(), StoreError> {
    let row = refresh_token::ActiveModel {
        digest: Set(new.digest.to_vec()),
        session_id: Set(new.session.to_string()),
        issued_at: Set(new.issued_at),
        idle_until: Set(new.idle_until),
        used_at: Set(None),
    };
    refresh_token::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(())
}

/// Uses a refresh token up. The update decides who of two that come at once is first; the
/// second has used a used token and ends the session for both.
pub async fn present(
    transaction: &Transaction,
    digest: &[u8],
    now: Instant,
) -> Result<Presented, StoreError> {
    let unused = Condition::all()
        .add(refresh_token::Column::Digest.eq(digest))
        .add(refresh_token::Column::UsedAt.is_null());
    let used = refresh_token::Entity::update_many()
        .col_expr(refresh_token::Column::UsedAt, Expr::value(now))
        .filter(unused)
        .exec(transaction)
        .await?;
    let Some(token) = refresh_token::Entity::find_by_id(digest.to_vec()).one(transaction).await?
    else {
        return Ok(Presented::Unknown);
    };
    let id = session_id(&token.session_id)?;
    if used.rows_affected == 0 {
        end(transaction, id, Ended::TokenReused, now).await?;
        return Ok(Presented::Reused);
    }
    if token.idle_until <= now {
        return Ok(Presented::Unknown);
    }
    Ok(match live(transaction, id, now).await? {
        Some((session, _)) => Presented::Good(session),
        None => Presented::Unknown,
    })
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

/// Removes what can no longer matter: sessions long ended with their tokens, and old counts.
pub async fn clear(transaction: &Transaction, before: Instant) -> Result<(), StoreError> {
    let texts = [
        "DELETE FROM refresh_token WHERE session_id IN (SELECT id FROM session WHERE ends_at < $1)",
        "DELETE FROM session WHERE ends_at < $1",
        "DELETE FROM sign_in_failure WHERE last_at < $1",
    ];
    for text in texts {
        transaction.execute_raw(statement(transaction, text, [before.into()])).await?;
    }
    Ok(())
}

fn session_id(text: &str) -> Result<Uuid, StoreError> {
    Uuid::parse_str(text)
        .map_err(|_| StoreError::Damaged("a session's identifier cannot be read".to_owned()))
}

fn read(row: session::Model) -> Result<Session, StoreError> {
    let case_id = row.case_id.as_deref().map(session_id).transpose()?;
    Ok(Session {
        id: session_id(&row.id)?,
        user: people::user_id(&row.account_id)?,
        case_id: case_id.map(CaseId),
        signed_in_at: row.signed_in_at,
        ends_at: row.ends_at,
    })
}
