//! Checks across cases: every number was used and every file is there and unaltered.

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use workflow::case::Procedure;
use workflow::law::numbers::Series;

use super::entity::cases::case_paper;
use super::entity::documents::case_document;
use super::files::{Digest, FileStore};
use super::rebuild::{self, Fault, Finding};
use super::{Reader, Store, StoreError, statement};

/// Compares each running series with what was numbered from it: as many as the last number says.
/// Cases and certificates are counted by the ledger, the other series by their events. A registration
/// entered late drew no number; a number that was passed over for one counts as used.
pub async fn check_numbers(store: &Store) -> Result<Vec<Finding>, StoreError> {
    let reader = store.reader();
    let text = "SELECT series, year, last FROM number_series ORDER BY series, year";
    let mut totals: Vec<(Series, i64)> = Vec::new();
    for row in reader.query_all_raw(statement(reader, text, [])).await? {
        let word: String = row.try_get("", "series")?;
        let last: i64 = row.try_get("", "last")?;
        let series = Series::all()
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
    let of_events = "SELECT count(*) AS used FROM event JOIN case_row \
                     ON case_row.case_id = event.case_id \
                     WHERE event.kind = $1 AND case_row.procedure = $2";
    let of_kind = |kind: &str, procedure: Procedure| {
        statement(reader, of_events, [kind.into(), procedure.word().into()])
    };
    let counting = match series {
        Series::Application => statement(reader, "SELECT count(*) AS used FROM case_row", []),
        Series::Certificate => {
            let text = "SELECT (SELECT count(*) FROM case_row \
                         WHERE certificate_number IS NOT NULL AND procedure = $1) \
                        + (SELECT count(*) FROM certificate_number \
                         WHERE skipped_for IS NOT NULL) AS used";
            statement(reader, text, [Procedure::Formation.word().into()])
        }
        Series::Dissolution => of_kind("dissolution_registered", Procedure::Dissolution),
        Series::Revocation => of_kind("revocation_decided", Procedure::Revocation),
        Series::Replacement => of_kind("replacement_issued", Procedure::Replacement),
        Series::Proof => of_kind("proof_issued", Procedure::Proof),
        Series::Volume(procedure) => of_kind("archived", procedure),
    };
    let row = reader.query_one_raw(counting).await?;
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
