//! The open sessions of a person, for whoever looks through their own, and the end of one of them.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;
use workflow::UserId;

use super::entity::{account, refresh_token, session};
use super::sessions::{self, Ended};
use crate::clock::Instant;
use crate::store::values::Stored;
use crate::store::{Reader, StoreError, Transaction};

/// An open session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenSession {
    /// Its identifier.
    pub id: Uuid,
    /// The device it was opened on, in words.
    pub device: Option<String>,
    /// When it was opened.
    pub signed_in_at: Instant,
    /// When it ends whatever happens.
    pub ends_at: Instant,
    /// When its tokens were last made: at its beginning, or when they were refreshed.
    pub last_seen_at: Instant,
    /// When a second factor was last shown in it.
    pub factor_at: Option<Instant>,
}

/// The sessions of a person that were not ended and whose tokens were made since an instant, newest
/// first. Those that wait for a second factor are not sessions yet.
pub async fn list(
    reader: &impl Reader,
    user: UserId,
    made_since: Instant,
    now: Instant,
) -> Result<Vec<OpenSession>, StoreError> {
    let Some(account) = account::Entity::find_by_id(user).one(reader).await? else {
        return Ok(Vec::new());
    };
    let open = open_of(user)
        .add(session::Column::EndsAt.gt(now))
        .add(session::Column::AwaitsFactor.eq(false))
        .add(session::Column::SignedInAt.gte(account.valid_since));
    let newest_first = session::Entity::find().filter(open);
    let rows = newest_first.order_by_desc(session::Column::SignedInAt).all(reader).await?;
    let seen = last_seen(reader, rows.iter().map(|row| row.id)).await?;
    let lines = rows.into_iter().filter_map(|row| {
        let last_seen_at = seen.get(&row.id.0).copied()?;
        (last_seen_at >= made_since).then_some(OpenSession {
            id: row.id.0,
            device: row.device,
            signed_in_at: row.signed_in_at,
            ends_at: row.ends_at,
            last_seen_at,
            factor_at: row.factor_at,
        })
    });
    Ok(lines.collect())
}

/// When the newest tokens of each session were made.
async fn last_seen(
    reader: &impl Reader,
    sessions: impl Iterator<Item = Stored<Uuid>>,
) -> Result<HashMap<Uuid, Instant>, StoreError> {
    let rows: Vec<(Stored<Uuid>, Option<i64>)> = refresh_token::Entity::find()
        .select_only()
        .column(refresh_token::Column::SessionId)
        .column_as(refresh_token::Column::IssuedAt.max(), "newest")
        .filter(refresh_token::Column::SessionId.is_in(sessions))
        .group_by(refresh_token::Column::SessionId)
        .into_tuple()
        .all(reader)
        .await?;
    Ok(rows.into_iter().filter_map(|(id, newest)| Some((id.0, newest?))).collect())
}

/// Ends one session of a person. False where the person has no such open session.
pub async fn end_one(
    transaction: &Transaction,
    user: UserId,
    id: Uuid,
    now: Instant,
) -> Result<bool, StoreError> {
    let this = open_of(user).add(session::Column::Id.eq(Stored(id)));
    if session::Entity::find().filter(this).one(transaction).await?.is_none() {
        return Ok(false);
    }
    sessions::end(transaction, id, Ended::EndedElsewhere, now).await?;
    Ok(true)
}

fn open_of(user: UserId) -> Condition {
    Condition::all()
        .add(session::Column::AccountId.eq(Stored(user)))
        .add(session::Column::EndedAt.is_null())
}
