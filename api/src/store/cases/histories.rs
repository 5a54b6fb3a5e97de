//! Cases that this program has read and found whole, so that it need not read them again.
//!
//! What is kept is believed only where the chain still ends as it did then: the locked key row says so
//! before an act, a look at it before a read. Of a case that went on meanwhile only what followed is
//! read, and it must follow. `verify` believes nothing of this and reads everything.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use quick_cache::Weighter;
use quick_cache::sync::Cache;
use workflow::CaseId;

use super::history::{History, follow};
use crate::store::log::events::{self, Head, Known};
use crate::store::{Reader, StoreError, Transaction};

/// How many events are kept at most, of all cases together: some 40 MB.
const EVENTS: u64 = 20_000;
/// How many cases that may be: most have some forty events.
const CASES: usize = 500;

/// The cases that are kept.
#[derive(Clone)]
pub struct Histories(Arc<Shelf>);

struct Shelf {
    cases: Cache<CaseId, Kept, ByEvents>,
    known: AtomicU64,
    read_anew: AtomicU64,
}

/// A case, as far as it was found whole.
#[derive(Clone)]
struct Kept {
    head: Head,
    history: Arc<History>,
}

#[derive(Clone)]
struct ByEvents;

impl Weighter<CaseId, Kept> for ByEvents {
    fn weight(&self, _case_id: &CaseId, kept: &Kept) -> u64 {
        kept.history.entries.len() as u64 + 1
    }
}

impl Default for Histories {
    fn default() -> Histories {
        Histories(Arc::new(Shelf {
            cases: Cache::with_weighter(CASES, EVENTS, ByEvents),
            known: AtomicU64::new(0),
            read_anew: AtomicU64::new(0),
        }))
    }
}

impl Histories {
    /// A case whose key row this transaction has locked, for the one who acts on it. Give it back with
    /// [`Histories::keep`].
    ///
    /// # Errors
    /// When the chain is damaged or does not end as the key row says; when the store fails.
    pub async fn under_lock(
        &self,
        transaction: &Transaction,
        case_id: CaseId,
        head: &Head,
    ) -> Result<Option<History>, StoreError> {
        let kept = self.0.cases.remove(&case_id).map(|(_, kept)| kept);
        self.count(kept.as_ref().is_some_and(|kept| kept.head == *head));
        let found = brought_up_to_date(transaction, case_id, kept, head).await?;
        let Some(kept) = found else { return Ok(None) };
        if kept.head != *head {
            return Err(StoreError::Damaged(format!(
                "event {} is not the last one according to the case's key row",
                kept.head.version
            )));
        }
        Ok(Some(Arc::unwrap_or_clone(kept.history)))
    }

    /// A case to be shown. None if there is no such case.
    ///
    /// # Errors
    /// When the chain is damaged; when the store fails.
    pub async fn read(
        &self,
        reader: &impl Reader,
        case_id: CaseId,
    ) -> Result<Option<Arc<History>>, StoreError> {
        let Some(head) = events::head(reader, case_id).await? else { return Ok(None) };
        let kept = self.0.cases.get(&case_id);
        let known = kept.as_ref().filter(|kept| kept.head == head);
        self.count(known.is_some());
        if let Some(kept) = known {
            return Ok(Some(kept.history.clone()));
        }
        let found = brought_up_to_date(reader, case_id, kept, &head).await?;
        Ok(found.map(|kept| {
            self.0.cases.insert(case_id, kept.clone());
            kept.history
        }))
    }

    /// Keeps a case as the database has it now: after a commit, or when nothing was written.
    pub fn keep(&self, case_id: CaseId, head: Head, history: History) {
        self.0.cases.insert(case_id, Kept { head, history: Arc::new(history) });
    }

    /// How often a case needed not be read.
    pub fn known(&self) -> u64 {
        self.0.known.load(Ordering::Relaxed)
    }

    /// How often one was read, whole or from where it was known.
    pub fn read_anew(&self) -> u64 {
        self.0.read_anew.load(Ordering::Relaxed)
    }

    fn count(&self, is_known: bool) {
        let counter = if is_known { &self.0.known } else { &self.0.read_anew };
        counter.fetch_add(1, Ordering::Relaxed);
    }
}

/// Reads what followed, or everything where nothing is kept or the chain is another.
async fn brought_up_to_date(
    reader: &impl Reader,
    case_id: CaseId,
    kept: Option<Kept>,
    head: &Head,
) -> Result<Option<Kept>, StoreError> {
    let Some(kept) = kept.filter(|kept| kept.head.version <= head.version) else {
        return from_the_beginning(reader, case_id).await;
    };
    if kept.head == *head {
        return Ok(Some(kept));
    }
    let known = Known { head: kept.head, recorded_at: kept.history.recorded_at };
    let Some((more, known)) = events::load_after(reader, case_id, &known).await? else {
        return from_the_beginning(reader, case_id).await;
    };
    let history = follow(Some(Arc::unwrap_or_clone(kept.history)), &more)?;
    Ok(history.map(|history| Kept { head: known.head, history: Arc::new(history) }))
}

async fn from_the_beginning(
    reader: &impl Reader,
    case_id: CaseId,
) -> Result<Option<Kept>, StoreError> {
    let loaded = events::load_after(reader, case_id, &Known::beginning(case_id)).await?;
    let Some((events, known)) = loaded else { return Ok(None) };
    let history = follow(None, &events)?;
    Ok(history.map(|history| Kept { head: known.head, history: Arc::new(history) }))
}
