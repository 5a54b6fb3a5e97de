//! Checks that every scan and every document is there and unaltered.

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use workflow::CaseId;

use crate::store::cases::entity::documents::case_document;
use crate::store::cases::entity::rows::{case_paper, evidence_file};
use crate::store::cases::rebuild::{self, Fault, Finding};
use crate::store::drawer::Drawer;
use crate::store::files::{Digest, FileStore};
use crate::store::values::Text;
use crate::store::{Reader, StoreError};

/// Reads every scan and every document, compares its bytes with its digest, and names each paper and
/// document whose file is not as it was.
pub async fn check_files<R: Reader>(
    reader: &R,
    files: &FileStore,
) -> Result<Vec<Finding>, StoreError> {
    let mut findings = Vec::new();
    let mut known = BTreeMap::new();
    for (case_id, digest, what) in every_file(reader).await? {
        let file = (case_id.clone(), digest.clone());
        if !known.contains_key(&file) {
            known.insert(file.clone(), fault(reader, files, &case_id, &digest).await?);
        }
        if let Some(how) = known.get(&file).copied().flatten() {
            findings.push(Finding {
                place: rebuild::name_of(reader, &case_id).await?,
                fault: Fault::File(format!("the file {digest} of {what} {how}")),
            });
        }
    }
    Ok(findings)
}

/// The case, the digest and the name of each.
async fn every_file(reader: &impl Reader) -> Result<Vec<(String, String, String)>, StoreError> {
    // Columns as text: a row that was tampered with in another column still has its file looked at.
    type Row = (String, i64, String, String, String);
    let papers = case_paper::Entity::find()
        .select_only()
        .column(case_paper::Column::CaseId)
        .column(case_paper::Column::Number)
        .column(case_paper::Column::Paper)
        .column(case_paper::Column::Party)
        .column(case_paper::Column::Digest)
        .order_by_asc(case_paper::Column::CaseId)
        .order_by_asc(case_paper::Column::Number)
        .into_tuple::<Row>()
        .all(reader)
        .await?;
    let evidence = evidence_file::Entity::find()
        .select_only()
        .column(evidence_file::Column::CaseId)
        .column(evidence_file::Column::Number)
        .column(evidence_file::Column::Digest)
        .order_by_asc(evidence_file::Column::CaseId)
        .order_by_asc(evidence_file::Column::Number)
        .into_tuple::<(String, i64, String)>()
        .all(reader)
        .await?;
    let documents = case_document::Entity::find()
        .select_only()
        .column(case_document::Column::CaseId)
        .column(case_document::Column::Version)
        .column(case_document::Column::Kind)
        .column(case_document::Column::Party)
        .column(case_document::Column::Digest)
        .filter(case_document::Column::Digest.is_not_null())
        .order_by_asc(case_document::Column::CaseId)
        .order_by_asc(case_document::Column::Version)
        .into_tuple::<Row>()
        .all(reader)
        .await?;
    let named = |what: &'static str| {
        move |(case_id, number, kind, party, digest): Row| {
            (case_id, digest, format!("{what} {number} ({kind} {party})"))
        }
    };
    let papers = papers.into_iter().map(named("paper"));
    let documents = documents.into_iter().map(named("document"));
    let evidence = evidence
        .into_iter()
        .map(|(case_id, number, digest)| (case_id, digest, format!("evidence {number}")));
    Ok(papers.chain(evidence).chain(documents).collect())
}

async fn fault(
    reader: &impl Reader,
    files: &FileStore,
    case_id: &str,
    digest: &str,
) -> Result<Option<&'static str>, StoreError> {
    let Some(digest) = Digest::parse(digest) else { return Ok(Some("has no digest for a name")) };
    let Some(case_id) = CaseId::read(case_id) else { return Ok(Some("is of no case")) };
    let drawer = match Drawer::of_case(files, reader, case_id).await {
        Ok(drawer) => drawer,
        // That the key is not to be had is said of the case.
        Err(StoreError::Damaged(_)) => return Ok(Some("cannot be opened")),
        Err(error) => return Err(error),
    };
    match drawer.read(&digest).await {
        Ok(_) => Ok(None),
        Err(StoreError::FileMissing(_)) => Ok(Some("is missing")),
        Err(StoreError::FileAltered(_)) => Ok(Some("was altered")),
        Err(StoreError::Files(_)) => Ok(Some("cannot be read")),
        Err(error) => Err(error),
    }
}
