//! A version of a set of indicators is kept, once and for ever.

use sea_orm::{EntityTrait, Set};
use workflow::indicator::IndicatorSet;

use super::entity::indicator_set;
use super::indicator_sets::all;
use super::profile::load;
use crate::clock::now;
use crate::store::log::audit;
use crate::store::log::office_log::{Chain, note};
use crate::store::values::Stored;
use crate::store::{StoreError, Transaction, office};

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
