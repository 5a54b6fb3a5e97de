//! The office and its calendar, which every act needs and nobody changes for weeks, kept in memory.
//!
//! Whoever changes a row of either notes it in the office's own chain, in the same transaction. So
//! what was read while that chain ended at one place is good as long as it ends there. The place is
//! asked for once more at every use, in an act after its case was locked: an act that had to wait
//! sees what was changed meanwhile.

use std::sync::{Arc, Mutex, PoisonError};

use sea_orm::{EntityTrait, QuerySelect};
use workflow::base::calendar::Calendar;
use workflow::indicator::IndicatorSet;

use super::calendar;
use super::indicator_sets;
use super::profile::{Profile, load};
use crate::store::log::entity::chains::office_log_head;
use crate::store::log::office_log::Chain;
use crate::store::{Reader, StoreError};

/// The office with its calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Configured {
    /// The office.
    pub profile: Profile,
    /// Its calendar.
    pub calendar: Calendar,
    /// The set that an assessment which begins today is scored by.
    pub indicator_set: Option<Arc<IndicatorSet>>,
}

/// What was read, and where the office's chain ended then.
type Read = (i64, Arc<Configured>);

/// What was read last.
#[derive(Clone, Default)]
pub struct Configuration(Arc<Mutex<Option<Read>>>);

impl Configuration {
    /// The office and its calendar as they are now. Not for a transaction that has changed either: what
    /// it wrote may never be.
    ///
    /// # Errors
    /// When no office has been founded; when the store fails.
    pub async fn now(&self, reader: &impl Reader) -> Result<Arc<Configured>, StoreError> {
        let place = place(reader).await?;
        if let Some((known, configured)) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner)
            && *known == place
        {
            return Ok(configured.clone());
        }
        let profile = load(reader).await?;
        let calendar = calendar::in_force(reader).await?;
        let indicator_set = indicator_sets::in_force(reader, &profile).await?.map(Arc::new);
        let configured = Arc::new(Configured { profile, calendar, indicator_set });
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *known = Some((place, configured.clone()));
        Ok(configured)
    }
}

async fn place(reader: &impl Reader) -> Result<i64, StoreError> {
    let place: Option<i64> = office_log_head::Entity::find_by_id(Chain::Office.to_string())
        .select_only()
        .column(office_log_head::Column::Position)
        .into_tuple()
        .one(reader)
        .await?;
    Ok(place.unwrap_or(0))
}
