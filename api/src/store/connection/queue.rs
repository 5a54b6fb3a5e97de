//! The writers of the embedded database in the order in which they came.
//!
//! SQLite takes one writer at a time and lets the others try again until one is lucky: under load some
//! wait for seconds. Here each waits for its turn. PostgreSQL queues its writers itself, by row.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Mutex, OwnedMutexGuard};
use tokio::time::timeout;

use crate::store::StoreError;

/// How long a writer waits for those before it; as long as SQLite itself would let it.
const PATIENCE: Duration = Duration::from_secs(10);

/// The turn to write, until it is dropped.
pub(in crate::store) type Turn = OwnedMutexGuard<()>;

/// The queue, where there is one.
#[derive(Clone)]
pub(in crate::store) struct Queue(Option<Arc<Mutex<()>>>);

impl Queue {
    /// A queue where the database takes one writer at a time, and none where it queues them itself.
    pub(in crate::store) fn new(takes_one_writer: bool) -> Queue {
        Queue(takes_one_writer.then(Arc::default))
    }

    /// Waits for the turn.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when it does not come in time.
    pub(in crate::store) async fn turn(&self) -> Result<Option<Turn>, StoreError> {
        let Some(queue) = &self.0 else { return Ok(None) };
        let turn = timeout(PATIENCE, queue.clone().lock_owned()).await;
        turn.map(Some).map_err(|_| StoreError::Busy("queue".to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn writers_of_the_embedded_database_come_one_after_another_and_others_at_once() {
        let queue = Queue::new(true);
        let first = queue.turn().await.expect("a turn");
        let second = timeout(Duration::from_millis(50), queue.turn());
        assert!(second.await.is_err(), "the first still writes");
        drop(first);
        assert!(queue.turn().await.expect("a turn").is_some());
        let none = Queue::new(false);
        assert!(none.turn().await.expect("no queue").is_none());
    }
}
