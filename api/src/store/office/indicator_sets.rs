//! The sets of indicators that the office has loaded, each version once and for ever.

use chrono::NaiveDate;
use sea_orm::{EntityTrait, QueryOrder, Set};
use workflow::indicator::{IndicatorSet, default_set};

use super::entity::indicator_set;
use super::profile::{Profile, load};
use crate::clock::{Instant, now};
use crate::store::log::audit;
use crate::store::log::office_log::{Chain, note};
use crate::store::values::Stored;
use crate::store::{Reader, StoreError, Transaction, office};

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

/// Keeps a version of a set, and says whether there was none of its name and number.
pub async fn add(
    transaction: &Transaction,
    actor: &str,
    set: &IndicatorSet,
) -> Result<bool, StoreError> {
    office::lock(transaction).await?;
    let today = load(transaction).await?.today();
    let known = all(transaction).await?;
    if known.iter().any(|one| one.set.named() == set.named()) {
        return Ok(false);
    }
    let key = (set.id.clone(), i64::from(set.version));
    let contents = serde_json::to_string(set)
        .map_err(|_| StoreError::Damaged("a set of indicators cannot be written".to_owned()))?;
    let row = indicator_set::ActiveModel {
        id: Set(key.0.clone()),
        version: Set(key.1),
        contents: Set(contents),
        loaded_on: Set(Stored(today)),
        loaded_at: Set(now()),
        loaded_by: Set(actor.to_owned()),
    };
    indicator_set::Entity::insert(row).exec_without_returning(transaction).await?;
    note(transaction, Chain::Office, indicator_set::Entity::find_by_id(key)).await?;
    let subject = format!("indicator set {} version {}", set.id, set.version);
    let after = format!("in force from {}, official: {}", set.in_force_from, set.official);
    audit::record_configuration(transaction, actor, &subject, None, after).await?;
    Ok(true)
}
