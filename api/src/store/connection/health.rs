//! Whether the database stores, as every statement sees it.
//!
//! Whoever meets an error of storage says so here, and from then on writes are refused at once
//! instead of each finding out by itself. Only a probe that really wrote something (`probe`) says
//! that it is over.

use std::future::Future;
use std::time::Duration;

use sea_orm::DbErr;
use tokio::sync::{Notify, watch};

use crate::store::StoreError;

/// How long a connection or an answer may take before somebody looks whether the database is there.
const SLOW: Duration = Duration::from_secs(1);

/// What keeps the database from storing, if anything does.
#[derive(Debug)]
pub(in crate::store) struct Health {
    trouble: watch::Sender<Option<StoreError>>,
    suspicion: Notify,
    /// What the tests make fail.
    #[cfg(test)]
    pub(in crate::store) faults: crate::store::tests::faults::Faults,
}

impl Health {
    pub(in crate::store) fn new() -> Health {
        Health {
            trouble: watch::Sender::new(None),
            suspicion: Notify::new(),
            #[cfg(test)]
            faults: crate::store::tests::faults::Faults::default(),
        }
    }

    /// Hears of an error. One of storage stops all writing; a connection that is lost may be that
    /// one connection only, so it is merely looked into.
    pub(in crate::store) fn hear(&self, error: &StoreError) {
        if error.keeps_from_writing() {
            self.settle(Some(error.clone()));
        }
        if error.keeps_from_writing() || error.is_gone() {
            self.suspicion.notify_one();
        }
    }

    /// Believes that this is how it stands now.
    pub(in crate::store) fn settle(&self, trouble: Option<StoreError>) {
        let trouble =
            trouble.map(|error| if error.is_gone() { StoreError::Unreachable } else { error });
        let changed = self.trouble.send_if_modified(|known| {
            let is_news = *known != trouble;
            known.clone_from(&trouble);
            is_news
        });
        match trouble {
            Some(trouble) if changed => {
                tracing::error!(%trouble, "the office cannot store; every write is refused");
            }
            None if changed => tracing::info!("the office stores again"),
            _ => {}
        }
    }

    /// What keeps the database from storing.
    pub(in crate::store) fn trouble(&self) -> Option<StoreError> {
        self.trouble.borrow().clone()
    }

    /// Refuses a write where it would only fail.
    pub(in crate::store) fn expect_storing(&self) -> Result<(), StoreError> {
        self.trouble().map_or(Ok(()), Err)
    }

    /// Refuses a read where nobody answers.
    pub(in crate::store) fn expect_answers(&self) -> Result<(), StoreError> {
        match self.trouble() {
            Some(StoreError::Unreachable) => Err(StoreError::Unreachable),
            _ => Ok(()),
        }
    }

    /// Waits for the database's answer. One that is slow raises the suspicion that nobody is there,
    /// and where that turns out to be so, the wait ends.
    pub(in crate::store) async fn attend<T>(
        &self,
        answer: impl Future<Output = Result<T, DbErr>>,
    ) -> Result<T, DbErr> {
        tokio::pin!(answer);
        tokio::select! {
            result = &mut answer => return result,
            () = tokio::time::sleep(SLOW) => self.suspicion.notify_one(),
        }
        let mut trouble = self.trouble.subscribe();
        let gone = trouble.wait_for(|trouble| *trouble == Some(StoreError::Unreachable));
        tokio::select! {
            result = &mut answer => result,
            _ = gone => Err(StoreError::Unreachable.carried()),
        }
    }

    /// Waits until somebody suspects that the database does not store.
    pub(in crate::store) async fn suspected(&self) {
        self.suspicion.notified().await;
    }
}
