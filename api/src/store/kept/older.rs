//! Seals the texts that are from before the office had a key for them, where they lie.
//!
//! All at once or not at all, and noted in the office's log like every change. The digests that the log took
//! of the plain texts stay in it, and are not keyed: whoever guesses a text knows by them that it was right.

use std::collections::BTreeMap;

use migrations::append_only;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, Value};
use uuid::Uuid;
use workflow::UserId;

use super::{Row, SEALED};
use crate::store::gifts::entity::{donation, donation_entry, donation_hold, donation_hold_log};
use crate::store::log::entity::audit::configuration_change;
use crate::store::log::office_log::{Chain, columns, note};
use crate::store::people::entity::{absence, account, second_factor};
use crate::store::plain::Plain;
use crate::store::staff::entity::{agency, assessor_standing};
use crate::store::values::Text;
use crate::store::{Reader, Store, StoreError, Transaction};

/// Seals what lies plain, and answers how many rows were changed.
///
/// # Errors
/// When the office's secret is not at hand; when the store fails. Nothing is changed then.
pub async fn seal_all(store: &Store) -> Result<u64, StoreError> {
    let transaction = store.begin().await?;
    let sealed = in_transaction(&transaction).await;
    match sealed {
        Ok(count) if count > 0 => transaction.commit().await?,
        _ => transaction.rollback().await,
    }
    sealed
}

async fn in_transaction(transaction: &Transaction) -> Result<u64, StoreError> {
    // The first statement is a write, so that of two programs that begin at once one waits.
    crate::store::office::lock(transaction).await?;
    let people = of_people(transaction).await?;
    Ok(people + of_gifts(transaction).await? + of_settings(transaction).await?)
}

async fn of_people(transaction: &Transaction) -> Result<u64, StoreError> {
    use account::Column::{Id, Name, QualificationNumber, RegistrarNumber};
    let (by, texts) = (Chain::Person, [Name, RegistrarNumber, QualificationNumber]);
    let accounts = each::<account::Entity, UserId>(transaction, &texts, Id, by).await?;
    let (whose, texts) = (second_factor::Column::AccountId, [second_factor::Column::Name]);
    let factors = each::<second_factor::Entity, UserId>(transaction, &texts, whose, by).await?;
    let (whose, texts) =
        (assessor_standing::Column::AccountId, [assessor_standing::Column::Contents]);
    let standings =
        each::<assessor_standing::Entity, UserId>(transaction, &texts, whose, by).await?;
    let texts = [absence::Column::Reason];
    let absences = shared::<absence::Entity>(transaction, &texts).await?;
    Ok(accounts + factors + standings + absences)
}

async fn of_gifts(transaction: &Transaction) -> Result<u64, StoreError> {
    use donation::Column::{Agreement, DonorName, FirstCounter, Goods, Id, Purpose, SecondCounter};
    let by = Chain::Gift;
    let texts = [DonorName, Goods, Purpose, Agreement, FirstCounter, SecondCounter];
    let gifts = each::<donation::Entity, Uuid>(transaction, &texts, Id, by).await?;
    let (of, texts) = (donation_entry::Column::DonationId, [donation_entry::Column::Words]);
    let entries = each::<donation_entry::Entity, Uuid>(transaction, &texts, of, by).await?;
    let (of, texts) = (donation_hold::Column::DonationId, [donation_hold::Column::Reasons]);
    let holds = each::<donation_hold::Entity, Uuid>(transaction, &texts, of, by).await?;
    Ok(gifts + entries + holds + of_hold_logs(transaction).await?)
}

/// A line tells of which hold it is, and the hold of which gift.
async fn of_hold_logs(transaction: &Transaction) -> Result<u64, StoreError> {
    let texts = [donation_hold_log::Column::Reasons];
    let lines = plain_rows(transaction, &texts).await?;
    if lines.is_empty() {
        return Ok(0);
    }
    let holds = donation_hold::Entity::find().all(transaction).await?.into_iter();
    let gifts: BTreeMap<Uuid, Uuid> = holds.map(|hold| (hold.id.0, hold.donation_id.0)).collect();
    let chain = |row: &Plain<donation_hold_log::Entity>| {
        let hold: Uuid = row.read(donation_hold_log::Column::HoldId)?;
        Ok(gifts.get(&hold).copied().map_or(Chain::Office, Chain::Gift))
    };
    seal(transaction, &lines, &texts, &chain).await
}

async fn of_settings(transaction: &Transaction) -> Result<u64, StoreError> {
    use configuration_change::Column::{After, Before};
    let bodies = shared::<agency::Entity>(transaction, &[agency::Column::Contents]).await?;
    Ok(bodies + shared::<configuration_change::Entity>(transaction, &[Before, After]).await?)
}

/// A table of which each row says in a column whose chain it belongs to.
async fn each<E: EntityTrait, T: Text>(
    transaction: &Transaction,
    texts: &[E::Column],
    whose: E::Column,
    chain: fn(T) -> Chain,
) -> Result<u64, StoreError> {
    let rows: Vec<Plain<E>> = plain_rows(transaction, texts).await?;
    seal(transaction, &rows, texts, &|row| row.read(whose).map(chain)).await
}

/// A table of the whole office.
async fn shared<E: EntityTrait>(
    transaction: &Transaction,
    texts: &[E::Column],
) -> Result<u64, StoreError> {
    let rows: Vec<Plain<E>> = plain_rows(transaction, texts).await?;
    seal(transaction, &rows, texts, &|_| Ok(Chain::Office)).await
}

/// The rows of a table with a plain text in one of these columns.
async fn plain_rows<E: EntityTrait>(
    transaction: &Transaction,
    texts: &[E::Column],
) -> Result<Vec<Plain<E>>, StoreError> {
    let plain = |column: &E::Column| column.not_like(format!("{SEALED}%"));
    let any = texts.iter().map(plain).fold(Condition::any(), Condition::add);
    Ok(E::find().filter(any).into_model().all(transaction).await?)
}

/// Seals the plain texts of these rows in these columns, and notes each row in its chain.
async fn seal<E: EntityTrait>(
    transaction: &Transaction,
    rows: &[Plain<E>],
    texts: &[E::Column],
    chain: &(dyn Fn(&Plain<E>) -> Result<Chain, StoreError> + Sync),
) -> Result<u64, StoreError> {
    if rows.is_empty() {
        return Ok(0);
    }
    let entity = E::default();
    let table = entity.table_name();
    let grows = append_only::is_protected(table);
    if grows {
        append_only::lift(transaction, table).await?;
    }
    for row in rows {
        seal_row(transaction, row, texts).await?;
    }
    if grows {
        append_only::lower(transaction, table).await?;
    }
    for row in rows {
        note(transaction, chain(row)?, E::find().filter(row.with_this_key())).await?;
    }
    Ok(rows.len() as u64)
}

async fn seal_row<E: EntityTrait>(
    transaction: &Transaction,
    row: &Plain<E>,
    texts: &[E::Column],
) -> Result<(), StoreError> {
    let kept = Row::of(transaction.keys(), columns::key(row));
    let mut update = E::update_many().filter(row.with_this_key());
    for column in texts {
        if let Some(Value::String(Some(text))) = row.get(*column)
            && !text.starts_with(SEALED)
        {
            update = update.col_expr(*column, Expr::value(kept.seal(&place(*column), text)?));
        }
    }
    update.exec(transaction).await?;
    Ok(())
}

/// The column after its table and a dot.
fn place(column: impl ColumnTrait) -> String {
    format!("{}.{}", column.entity_name(), column.as_str())
}
