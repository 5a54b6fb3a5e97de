//! Wraps the keys of all cases with another master key; no event is touched.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::entity::keys::data_key;
use super::keys::{bytes, masters, not_sealed, page};
use crate::secret::masters::Wrapped;
use crate::store::{Reader, Store, StoreError, Transaction};

/// Wraps every key with the newest master key that another wraps still. Can be ended at any moment and
/// begun again. Answers how many were.
///
/// # Errors
/// When a key is opened by none of the master keys; when the store fails.
pub async fn wrap_anew(store: &Store) -> Result<u64, StoreError> {
    let keys = store.reader().keys();
    let masters = masters(keys)?;
    let (mut after, mut count) = (String::new(), 0);
    loop {
        let transaction = store.begin().await?;
        // The first statement is a write, so that writers queue.
        lock_all(&transaction).await?;
        let rows = page(&transaction, &after).await?;
        let Some(last) = rows.last() else {
            transaction.rollback().await;
            return Ok(count);
        };
        for row in rows.iter().filter(|row| row.master != masters.newest()) {
            let bytes = bytes(keys, row)?;
            let Wrapped { master, bytes } = masters.wrap(&row.scope, &bytes).map_err(not_sealed)?;
            data_key::Entity::update_many()
                .col_expr(data_key::Column::Master, Expr::value(master))
                .col_expr(data_key::Column::Wrapped, Expr::value(bytes))
                .filter(data_key::Column::Scope.eq(&row.scope))
                .exec(&transaction)
                .await?;
            count += 1;
        }
        after.clone_from(&last.scope);
        transaction.commit().await?;
    }
}

/// Whether a key is wrapped with another master key than the newest.
///
/// # Errors
/// When the master keys are not at hand; when the store fails.
pub async fn any_with_older(store: &Store) -> Result<bool, StoreError> {
    let newest = masters(store.reader().keys())?.newest();
    let older = data_key::Entity::find().filter(data_key::Column::Master.ne(newest));
    Ok(older.one(store.reader()).await?.is_some())
}

async fn lock_all(transaction: &Transaction) -> Result<(), StoreError> {
    data_key::Entity::update_many()
        .col_expr(data_key::Column::Scope, Expr::col(data_key::Column::Scope))
        .filter(data_key::Column::Scope.eq(""))
        .exec(transaction)
        .await?;
    Ok(())
}
