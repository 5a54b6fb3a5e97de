//! Checks across cases: every number was used and every file is there and unaltered.

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use workflow::law::numbers::Series;

use super::entity::cases::case_paper;
use super::entity::documents::case_document;
use super::files::{Digest, FileStore};
use super::rebuild::{self, Fault, Finding};
use super::{Reader, Store, StoreError, statement};

/// Compares each running series with what was numbered from it: as many as the last number says.
/// Volumes are counted by their events, the other series by the ledger.
pub async fn check_numbers(store: &Store) -> Result<Vec<Finding>, StoreError> {
    let reader = store.reader();
    let text = "SELECT series, year, last FROM number_series ORDER BY series, year";
    let mut totals: Vec<(Series, i64)> = Vec::new();
    for row in reader.query_all_raw(statement(reader, text, [])).await? {
        let word: String = row.try_get("", "series")?;
        let last: i64 = row.try_get("", "last")?;
        let known = [Series::Application, Series::Certificate, Series::Volume];
        let series = known
            .into_iter()
            .find(|series| series.word() == word)
            .ok_or_else(|| StoreError::Damaged("there is an unknown number series".to_owned()))?;
        match totals.iter_mut().find(|(known, _)| *known == series) {
            Some((_, total)) => *total += last,
            None => totals.push((series, last)),
        }
    }
    let mut findings = Vec::new();
    for (series, given) in totals {
        let used = used(reader, series).await?;
        if used != given {
            findings.push(Finding {
                case: series.word().to_owned(),
                fault: Fault::Series { given, used },
            });
        }
    }
    Ok(findings)
}

async fn used(reader: &impl Reader, series: Series) -> Result<i64, StoreError> {
    let text = match series {
        Series::Application => "SELECT count(*) AS used FROM case_row",
        Series::Certificate => {
            "SELECT count(*) AS used FROM case_row WHERE certificate_number IS NOT NULL"
        }
        Series::Volume => "SELECT count(*) AS used FROM event WHERE kind = 'archived'",
    };
    let row = reader.query_one_raw(statement(reader, text, [])).await?;
    let row = row.ok_or_else(|| StoreError::Damaged("a count gave no answer".to_owned()))?;
    Ok(row.try_get("", "used")?)
}

/// Reads every scan and every document and compares its bytes with its digest.
pub async fn check_files(store: &Store, files: &FileStore) -> Result<Vec<Finding>, StoreError> {
    let reader = store.reader();
    let papers: Vec<(String, String)> = case_paper::Entity::find()
        .select_only()
        .column(case_paper::Column::CaseId)
        .column(case_paper::Column::Digest)
        .order_by_asc(case_paper::Column::CaseId)
        .into_tuple()
        .all(reader)
        .await?;
    let documents: Vec<(String, String)> = case_document::Entity::find()
        .select_only()
        .column(case_document::Column::CaseId)
        .column(case_document::Column::Digest)
        .filter(case_document::Column::Digest.is_not_null())
        .order_by_asc(case_document::Column::CaseId)
        .into_tuple()
        .all(reader)
        .await?;
    let mut findings = Vec::new();
    let mut sound = BTreeSet::new();
    for (case_id, digest) in papers.into_iter().chain(documents) {
        if sound.contains(&digest) {
            continue;
        }
        match is_sound(files, &digest).await? {
            true => {
                sound.insert(digest);
            }
            false => findings.push(Finding {
                case: rebuild::name_of(reader, &case_id).await?,
                fault: Fault::File(digest),
            }),
        }
    }
    Ok(findings)
}

async fn is_sound(files: &FileStore, digest: &str) -> Result<bool, StoreError> {
    let Some(digest) = Digest::parse(digest) else { return Ok(false) };
    match files.read(&digest).await {
        Ok(_) => Ok(true),
        Err(StoreError::Damaged(_) | StoreError::Files(_)) => Ok(false),
        Err(error) => Err(error),
    }
}
