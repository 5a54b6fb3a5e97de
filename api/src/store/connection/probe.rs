//! Finding out whether the database stores: a row is really written over one connection and really
//! found over another.

use std::future::Future;
use std::time::Duration;

use sea_orm::ConnectionTrait;
use tokio::time::sleep;
use uuid::Uuid;

use super::connect::{Address, Size};
use crate::clock::{HOUR, now};
use crate::store::connection::statement::statement;
use crate::store::{Store, StoreError, Transaction};

/// As large as a large act.
const FILLING: usize = 256 * 1024;
/// How long after a probe the next comes, while none succeeds: doubled up to the longest.
const FIRST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_secs(10);
/// How often at most a mere suspicion is looked into.
const BETWEEN_SUSPICIONS: Duration = Duration::from_secs(2);
/// How old a row may be that nobody could remove.
const FORGOTTEN_AFTER: i64 = HOUR;

/// Probes whenever an error says that the database may not store, until it does; ends when `stop`
/// is ready. What waited meanwhile is written then.
pub async fn watch_over(store: Store, stop: impl Future<Output = ()>) {
    tokio::select! {
        () = stop => {}
        () = watch(&store) => {}
    }
    let lost = store.write_kept_accesses().await;
    if lost > 0 {
        tracing::error!(
            lost,
            "accesses stand in this log only: the database took no entry of them"
        );
    }
}

async fn watch(store: &Store) {
    loop {
        store.pool.health.suspected().await;
        let mut pause = FIRST_PAUSE;
        while store.probe().await.is_err() {
            sleep(pause).await;
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
        store.write_kept_accesses().await;
        // What is only slow is not looked into all the time.
        if store.trouble().is_none() {
            sleep(BETWEEN_SUSPICIONS).await;
        }
    }
}

impl Store {
    /// Looks whether a database answers that can be worked with.
    ///
    /// # Errors
    /// [`StoreError::Unreachable`] where nobody answers within a second.
    pub async fn look(address: &Address) -> Result<(), StoreError> {
        Store::open_sized(address, Size::GLANCE).await?.close().await
    }

    /// Writes a row, looks for it over another connection, and believes what it finds.
    ///
    /// # Errors
    /// What keeps the database from storing.
    pub async fn probe(&self) -> Result<(), StoreError> {
        let found = self.write_and_look().await;
        match &found {
            // Others write, so it stores; or somebody holds a lock, and nothing is known.
            Err(StoreError::Busy(_)) => {}
            Err(trouble) if trouble.passes() => self.pool.health.settle(Some(trouble.clone())),
            Err(error) => {
                tracing::error!(%error, "the database cannot be probed");
                self.pool.health.settle(Some(StoreError::Unwritable("probe".to_owned())));
            }
            Ok(()) => self.pool.health.settle(None),
        }
        found
    }

    async fn write_and_look(&self) -> Result<(), StoreError> {
        #[cfg(test)]
        if let Some(fault) = self.pool.health.faults.strike() {
            return Err(fault);
        }
        // Connections of its own: those of the office may be the ones that are broken.
        let writer = Store::open_sized(&self.address, Size::GLANCE).await?;
        let witness = Store::open_sized(&self.address, Size::GLANCE).await?;
        let mark = Uuid::new_v4().to_string();
        let transaction = writer.begin().await?;
        put(&transaction, &mark).await?;
        transaction.commit().await?;
        // As text: nothing of the office is kept in this table.
        let question = "SELECT mark FROM storage_probe WHERE mark = $1";
        let asked = statement(witness.reader(), question, [mark.as_str().into()]);
        if witness.reader().query_one_raw(asked).await?.is_none() {
            return Err(StoreError::Unwritable("not there".to_owned()));
        }
        let removal = "DELETE FROM storage_probe WHERE mark = $1 OR at < $2";
        let values = [mark.into(), (now() - FORGOTTEN_AFTER).into()];
        writer.reader().execute_raw(statement(writer.reader(), removal, values)).await?;
        writer.close().await?;
        witness.close().await
    }

    /// Closes every connection.
    async fn close(self) -> Result<(), StoreError> {
        Ok(self.pool.connection.close().await?)
    }
}

async fn put(transaction: &Transaction, mark: &str) -> Result<(), StoreError> {
    let text = "INSERT INTO storage_probe (mark, at, filling) VALUES ($1, $2, $3)";
    let values = [mark.into(), now().into(), vec![0_u8; FILLING].into()];
    transaction.execute_raw(statement(transaction, text, values)).await?;
    Ok(())
}
