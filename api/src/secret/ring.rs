//! The keys of cases that were opened, the master keys that open the others, and the key of the office.
//! Cheap to clone.

use std::sync::{Arc, OnceLock};

use quick_cache::sync::Cache;
use workflow::CaseId;

use super::derived::DerivedKey;
use super::masters::Masters;
use super::sealing::{SealError, SealingKey};
use super::{OfficeSecret, Purpose};

/// How many keys of cases are kept opened.
const OPENED: usize = 4_000;

/// The keys of an office.
#[derive(Clone)]
pub struct KeyRing(Arc<Ring>);

struct Ring {
    masters: OnceLock<Masters>,
    secret: OnceLock<OfficeSecret>,
    office: OnceLock<DerivedKey>,
    cases: Cache<CaseId, Arc<SealingKey>>,
}

impl Default for KeyRing {
    fn default() -> KeyRing {
        KeyRing(Arc::new(Ring {
            masters: OnceLock::new(),
            secret: OnceLock::new(),
            office: OnceLock::new(),
            cases: Cache::new(OPENED),
        }))
    }
}

impl KeyRing {
    /// Takes the master keys and the secret of the office. Those that were taken first stay.
    pub fn unlock(&self, masters: Masters, secret: OfficeSecret) {
        self.0.masters.get_or_init(|| masters);
        self.0.secret.get_or_init(|| secret);
    }

    /// The key of the office, where its secret is at hand.
    ///
    /// # Errors
    /// When the library refuses it.
    pub fn office(&self) -> Result<Option<&DerivedKey>, SealError> {
        if let Some(key) = self.0.office.get() {
            return Ok(Some(key));
        }
        let Some(secret) = self.0.secret.get() else { return Ok(None) };
        let key = DerivedKey::of(secret, Purpose::Office, &[])?;
        Ok(Some(self.0.office.get_or_init(|| key)))
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
