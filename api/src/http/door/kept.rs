//! What the office has configured, kept for a few seconds, for an operation that must not ask the
//! database at each request. Another replica's change is seen when they have passed.

use std::sync::{PoisonError, RwLock};
use std::time::{Duration, Instant};

use workflow::base::open_points::OpenPoints;

use crate::store::{Store, StoreError, office};

/// How long what was read is believed.
const FRESH_FOR: Duration = Duration::from_secs(5);

/// How the office has decided what the law leaves open.
#[derive(Debug, Default)]
pub struct KeptOpenPoints(RwLock<Option<(Instant, OpenPoints)>>);

impl KeptOpenPoints {
    /// What is in force.
    ///
    /// # Errors
    /// When it has to be read and the store fails.
    pub async fn get(&self, store: &Store) -> Result<OpenPoints, StoreError> {
        let kept = *self.0.read().unwrap_or_else(PoisonError::into_inner);
        if let Some((read_at, points)) = kept
            && read_at.elapsed() < FRESH_FOR
        {
            return Ok(points);
        }
        let points = office::load(store.reader()).await?.rules.open_points;
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Some((Instant::now(), points));
        Ok(points)
    }

    /// Forgets what was read, because it has just been changed.
    pub fn forget(&self) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = None;
    }
}
