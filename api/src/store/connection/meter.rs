//! What the database is asked and how long it is waited for, for who watches the service.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Counts since the start of the program. Cheap to clone; all clones count together.
#[derive(Debug, Clone, Default)]
pub struct Meter(Arc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    statements: AtomicU64,
    transactions: AtomicU64,
    waited_microseconds: AtomicU64,
}

impl Meter {
    pub(in crate::store) fn count_statement(&self) {
        self.0.statements.fetch_add(1, Ordering::Relaxed);
    }

    pub(in crate::store) fn count_transaction(&self, waited: Duration) {
        self.0.transactions.fetch_add(1, Ordering::Relaxed);
        let waited = u64::try_from(waited.as_micros()).unwrap_or(u64::MAX);
        self.0.waited_microseconds.fetch_add(waited, Ordering::Relaxed);
    }

    /// Statements, besides those that begin and end transactions.
    pub fn statements(&self) -> u64 {
        self.0.statements.load(Ordering::Relaxed)
    }

    /// Transactions that were begun.
    pub fn transactions(&self) -> u64 {
        self.0.transactions.load(Ordering::Relaxed)
    }

    /// How long all of them waited for their turn and their connection, in all.
    pub fn waited(&self) -> Duration {
        Duration::from_micros(self.0.waited_microseconds.load(Ordering::Relaxed))
    }
}
