//! Compares the access log with its seals, and the chains of cases with how far the seals saw them come.

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::log::Log;
use crate::clock::written;
use crate::store::cases::rebuild::{Fault, Finding, name_of};
use crate::store::connection::statement::statement;
use crate::store::log::entity::audit::access_log;
use crate::store::log::entity::chains::{case_key, event};
use crate::store::log::office_log::access;
use crate::store::{Reader, StoreError};

/// How many rows are read at a time.
const AT_A_TIME: u64 = 2000;

fn found(words: String) -> Finding {
    Finding { place: "access_log".to_owned(), fault: Fault::Other(words) }
}

/// Looks at every row of the access log. Returns how many of the newest no seal covers yet.
pub(super) async fn check_rows(
    reader: &impl Reader,
    log: &mut Log,
    findings: &mut Vec<Finding>,
) -> Result<u64, StoreError> {
    let floor = access::before(&log.newest_sealed).unwrap_or_default();
    let (mut after, mut unsealed) = (String::new(), 0);
    loop {
        let rows = access_log::Entity::find()
            .filter(access_log::Column::Id.gt(&after))
            .order_by_asc(access_log::Column::Id)
            .limit(AT_A_TIME)
            .all(reader)
            .await?;
        let Some(last) = rows.last() else { break };
        after.clone_from(&last.id);
        for row in &rows {
            let id = Uuid::parse_str(&row.id).ok();
            let sealed = id.and_then(|id| log.sealed.remove(id.as_bytes()));
            let at = written(row.at);
            match sealed {
                Some(digest) if digest == access::digest(row)? => {}
                Some(_) => findings
                    .push(found(format!("row {} of {at} was altered after it was sealed", row.id))),
                None if id.is_none() || row.id < floor => findings.push(found(format!(
                    "row {} of {at} stands under no seal: it was put in later, or by a clock that \
                     was set back",
                    row.id
                ))),
                None => unsealed += 1,
            }
        }
    }
    let gone: BTreeSet<Uuid> = log.sealed.drain().map(|(id, _)| Uuid::from_bytes(id)).collect();
    if let (Some(first), Some(last)) = (gone.first(), gone.last()) {
        let count = gone.len();
        findings.push(found(format!("{count} sealed rows are gone, from {first} to {last}")));
    }
    Ok(unsealed)
}

/// Compares the chain of each case with how far the newest seal saw it come.
pub(super) async fn check_heads(
    reader: &impl Reader,
    log: &Log,
    findings: &mut Vec<Finding>,
) -> Result<(), StoreError> {
    for (case_id, (version, head)) in &log.heads {
        let key = (case_id.clone(), *version);
        let event = event::Entity::find_by_id(key).one(reader).await?;
        let words = match event {
            Some(event) if hex::encode(&event.hash) == *head => continue,
            Some(_) => format!("event {version} is another than the one that was sealed"),
            None => format!("event {version} was sealed and is gone, with all after it"),
        };
        let place = name_of(reader, case_id).await?;
        findings.push(Finding { place, fault: Fault::Other(words) });
    }
    Ok(())
}

/// Finds cases that the logs still name although they are gone with all their rows.
pub(super) async fn check_lost_cases(
    reader: &impl Reader,
    log: &Log,
    findings: &mut Vec<Finding>,
) -> Result<(), StoreError> {
    // As text: two tables are compared where they lie, and only what is lost comes back.
    let text = "SELECT DISTINCT case_id FROM access_log WHERE outcome = 'done' \
                AND case_id NOT IN (SELECT case_id FROM case_key)";
    let mut lost = BTreeSet::new();
    for row in reader.query_all_raw(statement(reader, text, [])).await? {
        lost.extend(row.try_get::<Option<String>>("", "case_id")?);
    }
    for name in &log.chains {
        let Some(case_id) = name.strip_prefix("case ") else { continue };
        if case_key::Entity::find_by_id(case_id).one(reader).await?.is_none() {
            lost.insert(case_id.to_owned());
        }
    }
    findings.extend(lost.into_iter().map(|case_id| Finding {
        place: case_id,
        fault: Fault::Other(
            "the whole case is gone; the logs say that it was worked on".to_owned(),
        ),
    }));
    Ok(())
}
