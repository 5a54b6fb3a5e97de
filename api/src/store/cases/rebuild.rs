//! Checks that the stored rows are what the events make them, and makes them anew where asked.

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use workflow::{CaseId, Effect};

use super::documents::{self, DocumentKey};
use super::entity::rows::case_row;
use super::projection::{Projector, Rows};
use crate::secret::OfficeSecret;
use crate::store::cases::{self, History, Wanted};
use crate::store::log::chain::Damage;
use crate::store::log::entity::chains::case_key;
use crate::store::log::events;
use crate::store::office::{self, calendar};
use crate::store::values::Stored;
use crate::store::{Reader, Store, StoreError};

/// What is wrong with a case, named by its number and never by a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// 办件编号, the case's id where its row is missing, or the name of a table, a series or a log.
    pub place: String,
    /// What is wrong.
    pub fault: Fault,
}

/// In which way a case is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Its chain is damaged.
    Chain(Damage),
    /// Its rows differ from what the events make: table and column.
    Rows(String),
    /// Its events cannot be folded.
    Unreadable(String),
    /// More or fewer numbers of a series were given than are used.
    Series {
        /// As many as were given.
        given: i64,
        /// As many as are used.
        used: i64,
    },
    /// A file is missing or altered; it is named by the papers and documents that it is.
    File(String),
    /// A row, a log or the database itself is not what it should be, in these words.
    Other(String),
}

impl std::fmt::Display for Finding {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.fault {
            Fault::Chain(damage) => write!(formatter, "{}: {damage}", self.place),
            Fault::Rows(place) => write!(formatter, "{}: differs in {place}", self.place),
            Fault::Unreadable(why) => write!(formatter, "{}: {why}", self.place),
            Fault::Series { given, used } => {
                write!(formatter, "series {}: {given} given, {used} used", self.place)
            }
            Fault::File(words) | Fault::Other(words) => {
                write!(formatter, "{}: {words}", self.place)
            }
        }
    }
}

/// Folds every case and compares the stored rows with what they should be. `seen` is handed each case
/// with its history.
pub async fn check<R: Reader>(
    reader: &R,
    secret: &OfficeSecret,
    mut seen: impl FnMut(CaseId, &History),
) -> Result<Vec<Finding>, StoreError> {
    let profile = office::load(reader).await?;
    let calendar = calendar::in_force(reader).await?;
    let projector = Projector { calendar: &calendar, rules: &profile.rules, secret };
    let mut findings = Vec::new();
    for case_id in every_case(reader).await? {
        let faults = match cases::load(reader, case_id).await {
            Ok(Some(history)) => {
                seen(case_id, &history);
                differences(reader, &projector, case_id, &history).await?
            }
            Ok(None) => vec![Fault::Unreadable("it has no events".to_owned())],
            Err(StoreError::Damaged(why)) => vec![Fault::Unreadable(why)],
            Err(error) => return Err(error),
        };
        if !faults.is_empty() {
            let place = name_of(reader, &case_id.to_string()).await?;
            let finding = |fault| Finding { place: place.clone(), fault };
            findings.extend(faults.into_iter().map(finding));
        }
    }
    Ok(findings)
}

/// Folds every case and hands each to `seen`; says only which cannot be folded.
pub async fn check_without_secret<R: Reader>(
    reader: &R,
    mut seen: impl FnMut(CaseId, &History),
) -> Result<Vec<Finding>, StoreError> {
    let mut findings = Vec::new();
    for case_id in every_case(reader).await? {
        match cases::load(reader, case_id).await {
            Ok(Some(history)) => seen(case_id, &history),
            Ok(None) | Err(StoreError::Locked) => {}
            Err(StoreError::Damaged(why)) => findings.push(Finding {
                place: name_of(reader, &case_id.to_string()).await?,
                fault: Fault::Unreadable(why),
            }),
            Err(error) => return Err(error),
        }
    }
    Ok(findings)
}

async fn differences(
    reader: &impl Reader,
    projector: &Projector<'_>,
    case_id: CaseId,
    history: &History,
) -> Result<Vec<Fault>, StoreError> {
    let expected = projector.project(case_id, &history.case)?;
    let mut places = expected.differences(&Rows::stored(reader, case_id).await?);
    let (_, wanted) = cases::fold_on(None, &history.entries)?;
    let wanted: BTreeSet<DocumentKey> = wanted
        .into_iter()
        .filter_map(|Wanted { version, effect }| match effect {
            Effect::Print { document: kind, party } => {
                Some(DocumentKey { case_id, version, kind, party })
            }
            // What was looked up leaves its rows elsewhere.
            Effect::CheckGifts => None,
        })
        .collect();
    let noted: BTreeSet<DocumentKey> =
        documents::list(reader, case_id).await?.iter().map(|document| document.key).collect();
    if wanted != noted {
        places.push("case_document: the documents are not those the events call for".to_owned());
    }
    Ok(places.into_iter().map(Fault::Rows).collect())
}

/// Makes the rows of every case anew from its events, one transaction for each case. Needed when
/// the calendar or the office's configuration has changed, because deadlines follow from them.
pub async fn rebuild(store: &Store, secret: &OfficeSecret) -> Result<u64, StoreError> {
    let mut changed = 0;
    for case_id in every_case(store.reader()).await? {
        changed += u64::from(rebuild_case(store, secret, case_id).await?);
    }
    Ok(changed)
}

/// Whether the rows of a case were other than its events make them; they are made anew.
async fn rebuild_case(
    store: &Store,
    secret: &OfficeSecret,
    case_id: CaseId,
) -> Result<bool, StoreError> {
    let transaction = store.begin().await?;
    if events::lock(&transaction, case_id).await?.is_none() {
        return Ok(false);
    }
    // Read after the lock: a writer that was before us has finished, and no other can begin.
    let profile = office::load(&transaction).await?;
    let calendar = calendar::in_force(&transaction).await?;
    let projector = Projector { calendar: &calendar, rules: &profile.rules, secret };
    let Some(history) = cases::load(&transaction, case_id).await? else {
        return Ok(false);
    };
    let rows = projector.project(case_id, &history.case)?;
    let stored = Rows::stored(&transaction, case_id).await?;
    let differs = !rows.differences(&stored).is_empty();
    if differs {
        rows.replace(&transaction, &stored).await?;
    }
    transaction.commit().await?;
    Ok(differs)
}

/// Makes the rows of cases anew that are of the time before numbers were compared in one way of writing.
/// Answers how many, and the numbers of those cases that cannot be: they used a blank that another used
/// too, in another spelling.
pub async fn older_rows(
    store: &Store,
    secret: &OfficeSecret,
) -> Result<(u64, Vec<String>), StoreError> {
    let older: Vec<Stored<CaseId>> = case_row::Entity::find()
        .select_only()
        .column(case_row::Column::CaseId)
        .filter(case_row::Column::NumberKey.is_null())
        .order_by_asc(case_row::Column::CaseId)
        .into_tuple()
        .all(store.reader())
        .await?;
    let (mut made, mut clashing) = (0, Vec::new());
    for Stored(id) in older {
        match rebuild_case(store, secret, id).await {
            Ok(_) => made += 1,
            Err(StoreError::Duplicate) => {
                clashing.push(name_of(store.reader(), &id.to_string()).await?);
            }
            Err(error) => return Err(error),
        }
    }
    Ok((made, clashing))
}

async fn every_case(reader: &impl Reader) -> Result<Vec<CaseId>, StoreError> {
    let ids: Vec<Stored<CaseId>> = case_key::Entity::find()
        .select_only()
        .column(case_key::Column::CaseId)
        .order_by_asc(case_key::Column::CaseId)
        .into_tuple()
        .all(reader)
        .await?;
    Ok(ids.into_iter().map(|id| id.0).collect())
}

/// The number of a case, or its id where its row is missing.
pub(in crate::store) async fn name_of(
    reader: &impl Reader,
    case_id: &str,
) -> Result<String, StoreError> {
    let number: Option<String> = case_row::Entity::find()
        .select_only()
        .column(case_row::Column::Number)
        .filter(case_row::Column::CaseId.eq(case_id))
        .into_tuple()
        .one(reader)
        .await?;
    Ok(number.unwrap_or_else(|| case_id.to_owned()))
}
