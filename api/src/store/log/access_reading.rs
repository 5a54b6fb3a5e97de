//! The access log read: pages of it for an auditor, and the rows of a day for the files that are kept
//! outside the database.
//!
//! An entry is of the time its id begins with: that at which it was written down. So every entry is of
//! one day for ever, those that had to wait for space included.

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use workflow::{CaseId, UserId};

use super::audit::AccessOutcome;
use super::entity::audit::access_log;
use crate::clock::Instant;
use crate::store::{Reader, StoreError};

/// One entry: who touched what, and how it ended; nothing of what was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Its identifier.
    pub id: String,
    /// When, in microseconds since 1970 UTC.
    pub at: Instant,
    /// The account.
    pub caller: String,
    /// The roles held then, separated by blanks.
    pub roles: String,
    /// The operation, by its id in the API.
    pub operation: String,
    /// The case, where one was named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case_id: Option<String>,
    /// How it ended.
    pub outcome: String,
    /// The rules that refused it, separated by blanks.
    pub rules: String,
    /// The number of the request.
    pub request_id: String,
}

/// What is asked of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// From this instant on.
    pub from: Instant,
    /// Before this instant.
    pub until: Instant,
    /// Only entries of this account.
    pub caller: Option<UserId>,
    /// Only entries of this operation.
    pub operation: Option<String>,
    /// Only entries on this case.
    pub case_id: Option<CaseId>,
    /// Only entries that ended so; all if empty.
    pub outcomes: Vec<AccessOutcome>,
    /// Only entries older than the one with this id.
    pub older_than: Option<String>,
    /// How many.
    pub limit: u64,
}

/// The entries that are asked for, newest first.
pub async fn read(reader: &impl Reader, asked: &Question) -> Result<Vec<Entry>, StoreError> {
    let id = access_log::Column::Id;
    let mut wanted =
        Condition::all().add(id.gte(beginning(asked.from))).add(id.lt(beginning(asked.until)));
    if let Some(caller) = asked.caller {
        wanted = wanted.add(access_log::Column::Caller.eq(caller.to_string()));
    }
    if let Some(operation) = &asked.operation {
        wanted = wanted.add(access_log::Column::Operation.eq(operation.as_str()));
    }
    if let Some(case_id) = asked.case_id {
        wanted = wanted.add(access_log::Column::CaseId.eq(case_id.to_string()));
    }
    if !asked.outcomes.is_empty() {
        let words = asked.outcomes.iter().map(|outcome| outcome.word());
        wanted = wanted.add(access_log::Column::Outcome.is_in(words));
    }
    if let Some(newer) = &asked.older_than {
        wanted = wanted.add(id.lt(newer.as_str()));
    }
    let rows = access_log::Entity::find().filter(wanted).order_by_desc(id).limit(asked.limit);
    Ok(rows.all(reader).await?.into_iter().map(entry).collect())
}

/// The entries from one instant until before another, oldest first, after the one with this id.
pub async fn next(
    reader: &impl Reader,
    from: Instant,
    until: Instant,
    after: Option<&str>,
    limit: u64,
) -> Result<Vec<Entry>, StoreError> {
    let id = access_log::Column::Id;
    let mut wanted = Condition::all().add(id.gte(beginning(from))).add(id.lt(beginning(until)));
    if let Some(after) = after {
        wanted = wanted.add(id.gt(after));
    }
    let rows = access_log::Entity::find().filter(wanted).order_by_asc(id).limit(limit);
    Ok(rows.all(reader).await?.into_iter().map(entry).collect())
}

/// What every id made at an instant or later is not less than.
fn beginning(at: Instant) -> String {
    let milliseconds = u64::try_from(at / 1000).unwrap_or(0);
    format!("{:08x}-{:04x}", milliseconds >> 16, milliseconds & 0xffff)
}

fn entry(row: access_log::Model) -> Entry {
    Entry {
        id: row.id,
        at: row.at,
        caller: row.caller,
        roles: row.roles,
        operation: row.operation,
        case_id: row.case_id,
        outcome: row.outcome,
        rules: row.rules,
        request_id: row.request_id,
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::clock;

    #[test]
    fn an_id_is_of_the_time_at_which_it_was_made() {
        let before = clock::now();
        let id = Uuid::now_v7().to_string();
        let after = clock::now() + 1000;
        assert!(beginning(before) <= id, "{id}");
        assert!(id < beginning(after), "{id}");
        assert_eq!(beginning(-5), "00000000-0000");
    }
}
