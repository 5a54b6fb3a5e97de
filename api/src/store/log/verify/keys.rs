//! Compares the keys that are kept with what is sealed. That every event is sealed with the key of its case is
//! seen without any master key; that the key is the one it says, with them.

use crate::store::cases::rebuild::{Fault, Finding, name_of};
use crate::store::connection::statement::statement;
use crate::store::log::keys;
use crate::store::{Reader, StoreError};

/// Looks at every key.
pub(super) async fn check(
    reader: &impl Reader,
    findings: &mut Vec<Finding>,
    remarks: &mut Vec<String>,
) -> Result<(), StoreError> {
    // As text: two tables are compared where they lie, and only what is wrong comes back.
    let other = "SELECT DISTINCT e.case_id AS case_id FROM event e \
                 LEFT JOIN data_key k ON k.scope = e.case_id AND k.name = e.key_id \
                 WHERE e.key_id <> '' AND k.scope IS NULL";
    for case_id in cases(reader, other).await? {
        let words = "the key it is sealed with is gone, or another stands in its place";
        findings.push(finding(reader, &case_id, words).await?);
    }
    let of_none = "SELECT scope AS case_id FROM data_key \
                   WHERE scope NOT IN (SELECT case_id FROM case_key)";
    for case_id in cases(reader, of_none).await? {
        findings.push(finding(reader, &case_id, "there is a key of it and no case").await?);
    }
    let plain = "SELECT DISTINCT case_id FROM event WHERE key_id = ''";
    let plain = cases(reader, plain).await?.len();
    if plain > 0 {
        remarks.push(format!("{plain} cases are not sealed yet: `guijia seal` seals them"));
    }
    let mut unsound = Vec::new();
    keys::check_all(reader, |scope, is_sound| {
        if !is_sound {
            unsound.push(scope.to_owned());
        }
    })
    .await?;
    for case_id in unsound {
        let words = "its key is not one that the office's master keys open";
        findings.push(finding(reader, &case_id, words).await?);
    }
    Ok(())
}

async fn cases(reader: &impl Reader, text: &str) -> Result<Vec<String>, StoreError> {
    let rows = reader.query_all_raw(statement(reader, text, [])).await?;
    rows.into_iter().map(|row| Ok(row.try_get("", "case_id")?)).collect()
}

async fn finding(reader: &impl Reader, case_id: &str, words: &str) -> Result<Finding, StoreError> {
    let case = name_of(reader, case_id).await?;
    let words = format!("of {case}: {words}");
    Ok(Finding { place: "data_key".to_owned(), fault: Fault::Other(words) })
}
