//! Entries of the access log that come at the same time are written by one statement.
//!
//! Whoever comes while a statement runs waits for it and then writes for all that came meanwhile; whoever
//! comes alone waits for nobody. An entry is written before what it tells of is shown.

use std::sync::{Arc, PoisonError};

use sea_orm::EntityTrait;
use sea_orm::sea_query::OnConflict;
use tokio::sync::{Mutex, oneshot};

use super::entity::audit::access_log;
use crate::store::{Reader, StoreError};

/// How many are written by one statement: SQLite bounds how many values it may have.
const AT_ONCE: usize = 200;

type Told = oneshot::Sender<Result<(), StoreError>>;

/// Those who wait for their entry to be written.
#[derive(Clone, Default)]
pub(in crate::store) struct Gathered {
    coming: Arc<std::sync::Mutex<Vec<(access_log::ActiveModel, Told)>>>,
    turn: Arc<Mutex<()>>,
}

impl Gathered {
    /// Writes an entry, with those of others or by theirs.
    ///
    /// # Errors
    /// What the database said to the statement it was part of.
    pub(in crate::store) async fn write(
        &self,
        writer: &impl Reader,
        row: access_log::ActiveModel,
    ) -> Result<(), StoreError> {
        loop {
            let (tell, told) = oneshot::channel();
            self.coming().push((row.clone(), tell));
            {
                let _turn = self.turn.lock().await;
                self.write_those_that_came(writer).await;
            }
            // Who wrote for us may have been broken off in the middle; then we write ourselves.
            if let Ok(result) = told.await {
                return result;
            }
        }
    }

    async fn write_those_that_came(&self, writer: &impl Reader) {
        let (rows, told): (Vec<_>, Vec<Told>) = {
            let mut coming = self.coming();
            let now = coming.len().min(AT_ONCE);
            coming.drain(..now).unzip()
        };
        if rows.is_empty() {
            return;
        }
        // What was broken off may have been written all the same.
        let once = OnConflict::column(access_log::Column::Id).do_nothing().to_owned();
        let insert = access_log::Entity::insert_many(rows).on_conflict(once);
        let result = insert.exec_without_returning(writer).await.map_err(StoreError::from);
        for told in told {
            // Whoever is not there any more needs no answer.
            let _ = told.send(result.clone().map(|_| ()));
        }
    }

    fn coming(&self) -> std::sync::MutexGuard<'_, Vec<(access_log::ActiveModel, Told)>> {
        self.coming.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
