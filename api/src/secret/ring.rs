//! The keys of cases that were opened, and the master keys that open the others. Cheap to clone.

use std::sync::{Arc, OnceLock};

use quick_cache::sync::Cache;
use workflow::CaseId;

use super::masters::Masters;
use super::sealing::SealingKey;

/// How many keys of cases are kept opened.
const OPENED: usize = 4_000;

/// The keys of an office.
#[derive(Clone)]
pub struct KeyRing(Arc<Ring>);

struct Ring {
    masters: OnceLock<Masters>,
    cases: Cache<CaseId, Arc<SealingKey>>,
}

impl Default for KeyRing {
    fn default() -> KeyRing {
        KeyRing(Arc::new(Ring { masters: OnceLock::new(), cases: Cache::new(OPENED) }))
    }
}

impl KeyRing {
    /// Takes the master keys. Those that were taken first stay.
    pub fn unlock(&self, masters: Masters) {
        self.0.masters.get_or_init(|| masters);
    }

    /// The master keys, where they are at hand.
    pub fn masters(&self) -> Option<&Masters> {
        self.0.masters.get()
    }

    /// The key of a case, where it was opened.
    pub fn opened(&self, case_id: CaseId) -> Option<Arc<SealingKey>> {
        self.0.cases.get(&case_id)
    }

    /// Keeps an opened key.
    pub fn keep(&self, case_id: CaseId, key: Arc<SealingKey>) {
        self.0.cases.insert(case_id, key);
    }

    /// Forgets an opened key, of a transaction that came to nothing.
    pub fn forget(&self, case_id: CaseId) {
        self.0.cases.remove(&case_id);
    }
}
