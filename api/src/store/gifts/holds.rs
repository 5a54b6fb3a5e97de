//! The holds: one for each gift, found to touch a case or not, and one for each case that a gift
//! touches. What becomes of them is kept in a log that only grows.

use chrono::NaiveDate;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set,
};
use uuid::Uuid;
use workflow::donation::{HoldState, ReviewHold};
use workflow::{CaseId, UserId};

use super::columns::{LOGGED_REASONS, REASONS};
use super::entity::{donation_hold, donation_hold_log};
use crate::clock::now;
use crate::secret::ring::KeyRing;
use crate::store::connection::statement::statement;
use crate::store::kept::Row;
use crate::store::log::office_log::{Chain, note as note_in_log};
use crate::store::values::Stored;
use crate::store::{Reader, StoreError, Transaction};

/// Which side a hold is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The gift waits.
    Donation,
    /// The approval of this case waits.
    Case(CaseId),
}

impl Side {
    /// The word of the direction in the database and in lists.
    pub fn word(self) -> &'static str {
        match self {
            Side::Donation => "donation",
            Side::Case(_) => "case",
        }
    }
}

/// A hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// Its identifier.
    pub id: Uuid,
    /// The gift.
    pub donation: Uuid,
    /// What waits.
    pub side: Side,
    /// Whether a party to a case was found.
    pub matched: bool,
    /// Where it stands.
    pub state: HoldState,
    /// When it was made.
    pub created_on: NaiveDate,
    /// When it was reviewed last.
    pub reviewed_on: Option<NaiveDate>,
    /// Why, as the leader wrote.
    pub reasons: Option<String>,
}

fn read(keys: &KeyRing, row: donation_hold::Model) -> Result<Hold, StoreError> {
    let side = match (row.direction.as_str(), row.case_id.0) {
        ("donation", None) => Side::Donation,
        ("case", Some(case_id)) => Side::Case(case_id),
        _ => return Err(StoreError::Damaged("a hold cannot be read".to_owned())),
    };
    Ok(Hold {
        id: row.id.0,
        donation: row.donation_id.0,
        side,
        matched: row.matched,
        state: row.state.0,
        created_on: row.created_on.0,
        reviewed_on: row.reviewed_on.map(|day| day.0),
        reasons: Row::of(keys, row.id.0).open_any(REASONS, row.reasons)?,
    })
}

/// Makes the hold that every gift has.
pub(super) async fn open_for_donation(
    transaction: &Transaction,
    donation: Uuid,
    today: NaiveDate,
) -> Result<(), StoreError> {
    open(transaction, donation, Side::Donation, today).await
}

/// Makes the hold of a case that a gift touches, once.
pub(super) async fn open_for_case(
    transaction: &Transaction,
    donation: Uuid,
    case_id: CaseId,
    today: NaiveDate,
) -> Result<(), StoreError> {
    open(transaction, donation, Side::Case(case_id), today).await
}

async fn open(
    transaction: &Transaction,
    donation: Uuid,
    side: Side,
    today: NaiveDate,
) -> Result<(), StoreError> {
    // As text: a hold that is there already stays as it is.
    let text = "INSERT INTO donation_hold \
                (id, direction, donation_id, case_id, matched, state, created_on) \
                VALUES ($1, $2, $3, $4, $5, 'waiting', $6) \
                ON CONFLICT (direction, donation_id, case_id) DO NOTHING";
    let id = Uuid::now_v7();
    let (case_id, matched) = match side {
        Side::Donation => (None, false),
        Side::Case(case_id) => (Some(case_id), true),
    };
    let values = [
        Stored(id).into(),
        side.word().into(),
        Stored(donation).into(),
        Stored(case_id).into(),
        matched.into(),
        Stored(today).into(),
    ];
    let done = transaction.execute_raw(statement(transaction, text, values)).await?;
    if done.rows_affected() == 1 {
        let line = log(transaction, id, "created", None, None).await?;
        note_hold(transaction, donation, id, line).await?;
    }
    Ok(())
}

/// Notes what the check of a gift found. What is found anew waits for the leader once more.
pub(super) async fn note(
    transaction: &Transaction,
    donation: Uuid,
    matched: bool,
) -> Result<(), StoreError> {
    // As text, because one statement writes and reads.
    let text = "UPDATE donation_hold SET matched = $1, state = CASE WHEN $1 THEN 'waiting' ELSE state END \
                WHERE direction = 'donation' AND donation_id = $2 AND matched <> $1 RETURNING id";
    let values = [matched.into(), Stored(donation).into()];
    let noted = transaction.query_one_raw(statement(transaction, text, values)).await?;
    if let Some(row) = noted {
        let Stored(id) = row.try_get("", "id")?;
        let what = if matched { "found" } else { "no longer found" };
        let line = log(transaction, id, what, None, None).await?;
        note_hold(transaction, donation, id, line).await?;
    }
    Ok(())
}

/// Locks a hold and reads it.
pub async fn lock(transaction: &Transaction, id: Uuid) -> Result<Option<Hold>, StoreError> {
    let same = donation_hold::Column::State;
    donation_hold::Entity::update_many()
        .col_expr(same, Expr::col(same))
        .filter(donation_hold::Column::Id.eq(Stored(id)))
        .exec(transaction)
        .await?;
    find(transaction, id).await
}

/// A hold.
pub async fn find(reader: &impl Reader, id: Uuid) -> Result<Option<Hold>, StoreError> {
    let row = donation_hold::Entity::find_by_id(id).one(reader).await?;
    row.map(|row| read(reader.keys(), row)).transpose()
}

/// Keeps a review.
pub async fn review(
    transaction: &Transaction,
    id: Uuid,
    data: &ReviewHold,
    by: UserId,
    today: NaiveDate,
) -> Result<(), StoreError> {
    let state = data.outcome.state();
    let reasons = Row::of(transaction.keys(), id).seal_any(REASONS, data.reasons.as_deref())?;
    donation_hold::Entity::update_many()
        .col_expr(donation_hold::Column::State, Expr::value(Stored(state)))
        .col_expr(donation_hold::Column::ReviewedBy, Expr::value(Stored(by)))
        .col_expr(donation_hold::Column::ReviewedOn, Expr::value(Stored(today)))
        .col_expr(donation_hold::Column::Reasons, Expr::value(reasons))
        .filter(donation_hold::Column::Id.eq(Stored(id)))
        .exec(transaction)
        .await?;
    let line = log(transaction, id, state.word(), Some(by), data.reasons.clone()).await?;
    let hold = find(transaction, id).await?;
    let hold = hold.ok_or_else(|| StoreError::Damaged("a reviewed hold is gone".to_owned()))?;
    note_hold(transaction, hold.donation, id, line).await
}

/// Keeps in the office's log what a hold is now, and the line of what became of it.
async fn note_hold(
    transaction: &Transaction,
    donation: Uuid,
    id: Uuid,
    line: Uuid,
) -> Result<(), StoreError> {
    let chain = Chain::Gift(donation);
    note_in_log(transaction, chain, donation_hold::Entity::find_by_id(id)).await?;
    note_in_log(transaction, chain, donation_hold_log::Entity::find_by_id(line)).await
}

async fn log(
    transaction: &Transaction,
    hold: Uuid,
    what: &str,
    actor: Option<UserId>,
    reasons: Option<String>,
) -> Result<Uuid, StoreError> {
    let id = Uuid::now_v7();
    let row = donation_hold_log::ActiveModel {
        id: Set(Stored(id)),
        hold_id: Set(Stored(hold)),
        what: Set(what.to_owned()),
        actor: Set(actor.map(Stored)),
        reasons: Set(Row::of(transaction.keys(), id).seal_any(LOGGED_REASONS, reasons.as_deref())?),
        at: Set(now()),
    };
    donation_hold_log::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(id)
}

/// The holds of a case.
pub(super) async fn of_case(
    reader: &impl Reader,
    case_id: CaseId,
) -> Result<Vec<Hold>, StoreError> {
    let rows = donation_hold::Entity::find()
        .filter(donation_hold::Column::CaseId.eq(Stored(case_id)))
        .all(reader)
        .await?;
    rows.into_iter().map(|row| read(reader.keys(), row)).collect()
}

/// The holds at a state, oldest first.
pub async fn list(
    reader: &impl Reader,
    state: HoldState,
    after: Option<Uuid>,
    limit: u64,
) -> Result<Vec<Hold>, StoreError> {
    let mut query = donation_hold::Entity::find()
        .filter(donation_hold::Column::State.eq(Stored(state)))
        .order_by_asc(donation_hold::Column::Id)
        .limit(limit);
    if let Some(after) = after {
        query = query.filter(donation_hold::Column::Id.gt(Stored(after)));
    }
    query.all(reader).await?.into_iter().map(|row| read(reader.keys(), row)).collect()
}
