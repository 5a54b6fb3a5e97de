//! Entries of the access log that wait in memory until the database can store them.
//!
//! Each stands in the operator's log as well, by its numbers, so that a process that dies meanwhile
//! takes none with it.

use std::sync::{Arc, Mutex, PoisonError};

use super::entity::audit::access_log;
use crate::store::StoreError;

/// How many wait at most. With more, nothing is shown that could not be noted.
const MOST: usize = 10_000;

/// What waits.
#[derive(Clone, Default)]
pub(in crate::store) struct KeptAccesses(Arc<Mutex<Vec<access_log::ActiveModel>>>);

impl KeptAccesses {
    /// Keeps an entry that could not be written because of this error.
    pub(in crate::store) fn keep(
        &self,
        row: access_log::ActiveModel,
        error: StoreError,
    ) -> Result<(), StoreError> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            return Err(StoreError::Unwritable("accesses".to_owned()));
        }
        let row_in_words = format!("{:?}", (&row.caller, &row.operation, &row.case_id));
        tracing::warn!(
            %error,
            access = row_in_words,
            outcome = ?row.outcome,
            request = ?row.request_id,
            "an access waits to be noted"
        );
        kept.push(row);
        Ok(())
    }

    pub(in crate::store) fn take(&self) -> Vec<access_log::ActiveModel> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(in crate::store) fn put_back(&self, rows: impl Iterator<Item = access_log::ActiveModel>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend(rows);
    }

    /// How many wait.
    pub(in crate::store) fn count(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}
