//! The sets of indicators that the office has loaded, each version once and for ever.

use chrono::NaiveDate;
use sea_orm::{EntityTrait, QueryOrder};
use workflow::indicator::{IndicatorSet, default_set};

use super::entity::indicator_set;
use super::profile::Profile;
use crate::clock::Instant;
use crate::store::{Reader, StoreError};

/// A set with who loaded it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadedSet {
    /// The set.
    pub set: IndicatorSet,
    /// Who loaded it and when; nothing for the one that comes with the program.
    pub loaded: Option<Loaded>,
}

/// Who loaded a set, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// The legal day.
    pub on: NaiveDate,
    /// The instant.
    pub at: Instant,
    /// The account.
    pub by: String,
}

/// Every set, the one that comes with the program first and then in the order in which they were loaded.
pub async fn all(reader: &impl Reader) -> Result<Vec<LoadedSet>, StoreError> {
    let rows = indicator_set::Entity::find()
        .order_by_asc(indicator_set::Column::LoadedAt)
        .order_by_asc(indicator_set::Column::Id)
        .order_by_asc(indicator_set::Column::Version)
        .all(reader)
        .await?;
    let built_in = LoadedSet { set: default_set(), loaded: None };
    std::iter::once(Ok(built_in)).chain(rows.into_iter().map(read)).collect()
}

fn read(row: indicator_set::Model) -> Result<LoadedSet, StoreError> {
    let set = serde_json::from_str(&row.contents)
        .map_err(|_| StoreError::Damaged("a set of indicators cannot be read".to_owned()))?;
    let loaded = Loaded { on: row.loaded_on.0, at: row.loaded_at, by: row.loaded_by };
    Ok(LoadedSet { set, loaded: Some(loaded) })
}

/// The set that an assessment which begins on the legal day is scored by, if there is one.
pub async fn in_force(
    reader: &impl Reader,
    profile: &Profile,
) -> Result<Option<IndicatorSet>, StoreError> {
    Ok(newest(all(reader).await?, profile).map(|loaded| loaded.set))
}

/// The set whose time began last, and of those the one loaded last. The one that comes with the program
/// counts where the office says so.
pub fn newest(sets: Vec<LoadedSet>, profile: &Profile) -> Option<LoadedSet> {
    let today = profile.today();
    sets.into_iter()
        .filter(|one| one.set.in_force_from <= today)
        .filter(|one| one.loaded.is_some() || profile.rules.scored_by_the_default_set)
        .max_by_key(|one| (one.set.in_force_from, one.loaded.as_ref().map(|loaded| loaded.at)))
}
