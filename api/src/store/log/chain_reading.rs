//! The chains as an auditor reads them: how far each has come, and the links of a case's chain, without
//! what the events say.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use workflow::CaseId;

use super::chain;
use super::entity::chains::{case_key, event, office_log_head};
use crate::clock::Instant;
use crate::store::{Reader, StoreError};

/// The end of one chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// The case, or the name of the chain of the office's log.
    pub name: String,
    /// How many entries it has.
    pub entries: i64,
    /// The hash of the last one.
    pub head: Vec<u8>,
}

/// One link of a case's chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its place, from one.
    pub version: i64,
    /// What happened, by the word of its kind.
    pub kind: String,
    /// The account that did it.
    pub actor: String,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// The hash of the link before.
    pub before: Vec<u8>,
    /// Its own hash.
    pub hash: Vec<u8>,
}

/// The chain of a case, read and hashed anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// Its links, oldest first.
    pub links: Vec<Link>,
    /// What is wrong with it, if anything.
    pub damage: Option<String>,
}

/// The ends of the cases' chains, in the order of their names, after the one with this name.
pub async fn of_cases(
    reader: &impl Reader,
    after: &str,
    limit: u64,
) -> Result<Vec<End>, StoreError> {
    let name = case_key::Column::CaseId;
    let rows = case_key::Entity::find().filter(name.gt(after)).order_by_asc(name).limit(limit);
    let end =
        |row: case_key::Model| End { name: row.case_id, entries: row.version, head: row.head };
    Ok(rows.all(reader).await?.into_iter().map(end).collect())
}

/// The same of the office's log.
pub async fn of_office(
    reader: &impl Reader,
    after: &str,
    limit: u64,
) -> Result<Vec<End>, StoreError> {
    let name = office_log_head::Column::Chain;
    let rows =
        office_log_head::Entity::find().filter(name.gt(after)).order_by_asc(name).limit(limit);
    let end = |row: office_log_head::Model| End {
        name: row.chain,
        entries: row.position,
        head: row.head,
    };
    Ok(rows.all(reader).await?.into_iter().map(end).collect())
}

/// The chain of a case, damaged or not. None if there is no such case.
pub async fn of_case(reader: &impl Reader, case_id: CaseId) -> Result<Option<Chain>, StoreError> {
    let id = case_id.to_string();
    let Some(key) = case_key::Entity::find_by_id(id.as_str()).one(reader).await? else {
        return Ok(None);
    };
    let rows = event::Entity::find()
        .filter(event::Column::CaseId.eq(&id))
        .order_by_asc(event::Column::Version)
        .all(reader)
        .await?;
    let damage = chain::first_damage(&id, &rows).or_else(|| chain::head_damage(&key, rows.last()));
    let link = |row: event::Model| Link {
        version: row.version,
        kind: row.kind,
        actor: row.actor,
        recorded_at: row.recorded_at,
        before: row.prev_hash,
        hash: row.hash,
    };
    let links = rows.into_iter().map(link).collect();
    Ok(Some(Chain { links, damage: damage.map(|damage| damage.to_string()) }))
}
