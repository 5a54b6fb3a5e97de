//! 捐赠台账: the gifts with what was entered of them. Only [`check`] ever looks at gifts and cases at
//! once; nothing else of the store names both.

pub mod check;
mod children;
mod columns;
pub(in crate::store) mod entity;
pub mod holds;
pub mod keys;
pub mod reports;

use chrono::NaiveDate;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;
use workflow::UserId;
use workflow::donation::{Donation, DonationState, Gift, Offer, Receive};

use super::jobs::{self, Task};
use super::kept::{Kept, Row};
use super::log::office_log::{Chain, note};
use super::{Reader, StoreError, Transaction};
use crate::clock::now;
use crate::secret::OfficeSecret;
use crate::secret::ring::KeyRing;
use crate::store::values::Stored;
use columns::{AGREEMENT, DONOR_NAME, FIRST_COUNTER, GOODS, PURPOSE, SECOND_COUNTER, WORDS};
use entity::{donation, donation_entry, donation_key};

/// What was entered of a gift after its offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is, such as `use`.
    pub kind: String,
    /// The day it is about.
    pub on: NaiveDate,
    /// How much money, in fen.
    pub amount_fen: Option<u64>,
    /// Its words.
    pub words: String,
}

/// A gift as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its identifier.
    pub id: Uuid,
    /// What decisions look at.
    pub donation: Donation,
    /// The institution that receives.
    pub recipient: String,
    /// The kind of donor, as a word.
    pub donor_kind: String,
    /// The name on the receipt.
    pub donor: String,
    /// 约定用途, as it is agreed now.
    pub purpose: String,
    /// The text of the agreement.
    pub agreement: Option<String>,
    /// 票据号码
    pub receipt_number: Option<String>,
    /// The two who counted.
    pub counters: Vec<String>,
    /// Where it went to.
    pub account: Option<String>,
    /// When it was last published.
    pub published_on: Option<NaiveDate>,
}

fn fen(amount: u64) -> Result<i64, StoreError> {
    i64::try_from(amount).map_err(|_| StoreError::Damaged("an amount is out of range".to_owned()))
}

fn amount(fen: i64) -> Result<u64, StoreError> {
    u64::try_from(fen).map_err(|_| StoreError::Damaged("an amount is negative".to_owned()))
}

fn read(keys: &KeyRing, row: donation::Model) -> Result<Record, StoreError> {
    let texts = Row::of(keys, row.id.0);
    let gift = match (row.amount_fen, texts.open_any(GOODS, row.goods)?) {
        (Some(fen), None) => Gift::Money { amount_fen: amount(fen)? },
        (None, Some(description)) => Gift::Goods { description },
        _ => return Err(StoreError::Damaged("a gift cannot be read".to_owned())),
    };
    let first = texts.open_any(FIRST_COUNTER, row.first_counter)?;
    let second = texts.open_any(SECOND_COUNTER, row.second_counter)?;
    Ok(Record {
        id: row.id.0,
        donation: Donation {
            state: row.state.0,
            gift,
            offered_on: row.offered_on.0,
            received_on: row.received_on.map(|day| day.0),
            used_fen: amount(row.used_fen)?,
        },
        recipient: row.recipient_name,
        donor_kind: row.donor_kind,
        donor: texts.open(DONOR_NAME, row.donor_name)?,
        purpose: texts.open(PURPOSE, row.purpose)?,
        agreement: texts.open_any(AGREEMENT, row.agreement)?,
        receipt_number: row.receipt_number,
        counters: first.into_iter().chain(second).collect(),
        account: row.account,
        published_on: row.published_on.map(|day| day.0),
    })
}

/// Keeps an offer with the hold that every offer has, and calls for the blind check: the same
/// statements for every donor, so that neither the answer nor its time tells one from another.
pub async fn add(
    transaction: &Transaction,
    secret: &OfficeSecret,
    offer: &Offer,
    today: NaiveDate,
    by: UserId,
) -> Result<Uuid, StoreError> {
    let id = Uuid::now_v7();
    let texts = Row::of(transaction.keys(), id);
    let (amount_fen, goods) = match &offer.gift {
        Gift::Money { amount_fen } => (Some(fen(*amount_fen)?), None),
        Gift::Goods { description } => (None, Some(description.as_str())),
    };
    let row = donation::ActiveModel {
        id: Set(Stored(id)),
        recipient_name: Set(offer.recipient.name.clone()),
        recipient_code: Set(offer.recipient.credit_code.0.clone()),
        donor_kind: Set(offer.donor.word().to_owned()),
        donor_name: Set(texts.seal(DONOR_NAME, offer.donor.name())?),
        gift_kind: Set(offer.gift.word().to_owned()),
        amount_fen: Set(amount_fen),
        goods: Set(texts.seal_any(GOODS, goods)?),
        purpose: Set(texts.seal(PURPOSE, &offer.purpose)?),
        agreement: Set(texts.seal_any(AGREEMENT, offer.agreement.as_deref())?),
        state: Set(Stored(DonationState::AwaitingReview)),
        offered_on: Set(Stored(today)),
        received_on: Set(None),
        receipt_number: Set(None),
        first_counter: Set(None),
        second_counter: Set(None),
        account: Set(None),
        used_fen: Set(0),
        published_on: Set(None),
    };
    donation::Entity::insert(row).exec_without_returning(transaction).await?;
    note_gift(transaction, id).await?;
    for (party_key, tie) in keys::of_offer(secret, offer) {
        let row = donation_key::ActiveModel {
            donation_id: Set(Stored(id)),
            party_key: Set(party_key),
            tie: Set(tie),
        };
        donation_key::Entity::insert(row).exec_without_returning(transaction).await?;
    }
    let keys = donation_key::Column::DonationId.eq(Stored(id));
    note(transaction, Chain::Gift(id), donation_key::Entity::find().filter(keys)).await?;
    holds::open_for_donation(transaction, id, today).await?;
    let words = offer.purpose.clone();
    let entry = Entry { kind: "offer".to_owned(), on: today, amount_fen: None, words };
    enter(transaction, id, &entry, by).await?;
    Ok(id)
}

/// Writes an entry, and calls for the blind check anew: its words are looked through too.
pub async fn enter(
    transaction: &Transaction,
    id: Uuid,
    entry: &Entry,
    by: UserId,
) -> Result<(), StoreError> {
    let entry_id = Uuid::now_v7();
    let row = donation_entry::ActiveModel {
        id: Set(Stored(entry_id)),
        donation_id: Set(Stored(id)),
        kind: Set(entry.kind.clone()),
        happened_on: Set(Stored(entry.on)),
        amount_fen: Set(entry.amount_fen.map(fen).transpose()?),
        words: Set(Row::of(transaction.keys(), entry_id).seal(WORDS, &entry.words)?),
        actor: Set(Stored(by)),
        at: Set(now()),
    };
    donation_entry::Entity::insert(row).exec_without_returning(transaction).await?;
    note(transaction, Chain::Gift(id), donation_entry::Entity::find_by_id(entry_id)).await?;
    jobs::enqueue(transaction, &Task::CheckDonation { donation: id, run: Uuid::now_v7() }).await
}

/// Locks a gift and reads it; none if there is no such gift.
pub async fn lock(transaction: &Transaction, id: Uuid) -> Result<Option<Record>, StoreError> {
    let same = donation::Column::State;
    donation::Entity::update_many()
        .col_expr(same, Expr::col(same))
        .filter(donation::Column::Id.eq(Stored(id)))
        .exec(transaction)
        .await?;
    find(transaction, id).await
}

/// A gift.
pub async fn find(reader: &impl Reader, id: Uuid) -> Result<Option<Record>, StoreError> {
    let row = donation::Entity::find_by_id(id).one(reader).await?;
    row.map(|row| read(reader.keys(), row)).transpose()
}

/// Sets where a gift stands.
pub async fn set_state(
    transaction: &Transaction,
    id: Uuid,
    state: DonationState,
) -> Result<(), StoreError> {
    change(transaction, id, [(donation::Column::State, Expr::value(Stored(state)))]).await
}

async fn change(
    transaction: &Transaction,
    id: Uuid,
    columns: impl IntoIterator<Item = (donation::Column, sea_orm::sea_query::SimpleExpr)>,
) -> Result<(), StoreError> {
    let mut update = donation::Entity::update_many().filter(donation::Column::Id.eq(Stored(id)));
    for (column, value) in columns {
        update = update.col_expr(column, value);
    }
    update.exec(transaction).await?;
    note_gift(transaction, id).await
}

/// Keeps in the office's log what a gift is now.
async fn note_gift(transaction: &Transaction, id: Uuid) -> Result<(), StoreError> {
    note(transaction, Chain::Gift(id), donation::Entity::find_by_id(id)).await
}

/// Notes that a gift was taken.
pub async fn receive(
    transaction: &Transaction,
    id: Uuid,
    data: &Receive,
    today: NaiveDate,
) -> Result<(), StoreError> {
    let texts = Row::of(transaction.keys(), id);
    let counter = |column, place: usize| -> Result<Option<Kept>, StoreError> {
        texts.seal_any(column, data.counters.get(place).map(String::as_str))
    };
    let columns = [
        (donation::Column::State, Expr::value(Stored(DonationState::Received))),
        (donation::Column::ReceivedOn, Expr::value(Stored(today))),
        (donation::Column::ReceiptNumber, Expr::value(data.receipt_number.clone())),
        (donation::Column::FirstCounter, Expr::value(counter(FIRST_COUNTER, 0)?)),
        (donation::Column::SecondCounter, Expr::value(counter(SECOND_COUNTER, 1)?)),
        (donation::Column::Account, Expr::value(data.account.clone())),
    ];
    change(transaction, id, columns).await
}

/// Notes how much of a gift is used by now.
pub async fn set_used(
    transaction: &Transaction,
    id: Uuid,
    used_fen: u64,
) -> Result<(), StoreError> {
    change(transaction, id, [(donation::Column::UsedFen, Expr::value(fen(used_fen)?))]).await
}

/// Notes the purpose from now on.
pub async fn set_purpose(
    transaction: &Transaction,
    id: Uuid,
    purpose: &str,
) -> Result<(), StoreError> {
    let purpose = Row::of(transaction.keys(), id).seal(PURPOSE, purpose)?;
    change(transaction, id, [(donation::Column::Purpose, Expr::value(purpose))]).await
}

/// Notes when a gift was published.
pub async fn set_published(
    transaction: &Transaction,
    id: Uuid,
    on: NaiveDate,
) -> Result<(), StoreError> {
    change(transaction, id, [(donation::Column::PublishedOn, Expr::value(Stored(on)))]).await
}

/// Whether a receipt of this number was given for another gift.
pub async fn receipt_is_used(
    reader: &impl Reader,
    number: &str,
    by_another_than: Uuid,
) -> Result<bool, StoreError> {
    let found = donation::Entity::find()
        .filter(donation::Column::ReceiptNumber.eq(number))
        .filter(donation::Column::Id.ne(Stored(by_another_than)))
        .one(reader)
        .await?;
    Ok(found.is_some())
}

/// A page of gifts, newest first, each with its entries.
pub async fn page(
    reader: &impl Reader,
    state: Option<DonationState>,
    before: Option<Uuid>,
    limit: u64,
) -> Result<Vec<(Record, Vec<Entry>)>, StoreError> {
    let mut query = donation::Entity::find().order_by_desc(donation::Column::Id).limit(limit);
    if let Some(state) = state {
        query = query.filter(donation::Column::State.eq(Stored(state)));
    }
    if let Some(before) = before {
        query = query.filter(donation::Column::Id.lt(Stored(before)));
    }
    let mut records = Vec::new();
    for row in query.all(reader).await? {
        let entries = entries(reader, row.id.0).await?;
        records.push((read(reader.keys(), row)?, entries));
    }
    Ok(records)
}

async fn entries(reader: &impl Reader, id: Uuid) -> Result<Vec<Entry>, StoreError> {
    let rows = donation_entry::Entity::find()
        .filter(donation_entry::Column::DonationId.eq(Stored(id)))
        .order_by_asc(donation_entry::Column::Id)
        .all(reader)
        .await?;
    let entry = |row: donation_entry::Model| {
        Ok(Entry {
            on: row.happened_on.0,
            amount_fen: row.amount_fen.map(amount).transpose()?,
            kind: row.kind,
            words: Row::of(reader.keys(), row.id.0).open(WORDS, row.words)?,
        })
    };
    rows.into_iter().map(entry).collect()
}
