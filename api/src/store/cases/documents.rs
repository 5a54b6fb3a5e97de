//! Documents the system prints: wanted by an event, made by the press, printed by people.

use std::collections::BTreeMap;

use sea_orm::sea_query::{Expr, ExprTrait, Query, SimpleExpr};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, Set,
};
use uuid::Uuid;
use workflow::base::document::DocumentKind;
use workflow::case::Party;
use workflow::facts::DocumentRecord;
use workflow::{CaseId, UserId};

use super::entity::documents::case_document::State;
use super::entity::documents::{case_document, document_print};
use crate::clock::now;
use crate::store::files::Digest;
use crate::store::jobs::{self, Task};
use crate::store::log::office_log::{Chain, note};
use crate::store::values::Stored;
use crate::store::{Reader, StoreError, Transaction};

/// Names one document: the event that called for it, its kind and whom it concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DocumentKey {
    /// The case.
    pub case_id: CaseId,
    /// The version of the event.
    pub version: i64,
    /// What it is.
    pub kind: DocumentKind,
    /// Whom it concerns.
    pub party: Option<Party>,
}

impl DocumentKey {
    fn columns(&self) -> Columns {
        (Stored(self.case_id), self.version, Stored(self.kind), Stored(self.party))
    }
}

/// The columns of a document's key.
type Columns = (Stored<CaseId>, i64, Stored<DocumentKind>, Stored<Option<Party>>);

/// The bytes of a document that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Their digest, under which they are kept.
    pub digest: Digest,
    /// Number of pages.
    pub pages: u32,
    /// Number of bytes.
    pub size: u64,
}

/// A document of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Which.
    pub key: DocumentKey,
    /// Its bytes, once the press has made them.
    pub made: Option<Made>,
    /// How often it was printed.
    pub prints: u32,
}

/// Notes a document that an event calls for and enqueues the job that makes it.
pub async fn want(transaction: &Transaction, key: &DocumentKey) -> Result<(), StoreError> {
    let (case_id, version, kind, party) = key.columns();
    let row = case_document::ActiveModel {
        case_id: Set(case_id),
        version: Set(version),
        kind: Set(kind),
        party: Set(party),
        state: Set(State::Waiting),
        digest: Set(None),
        pages: Set(None),
        size: Set(None),
        made_at: Set(None),
    };
    case_document::Entity::insert(row).exec_without_returning(transaction).await?;
    let DocumentKey { case_id, version, kind, party } = *key;
    let task = Task::RenderDocument { case_id, version, document: kind, party };
    jobs::enqueue(transaction, &task).await
}

/// Notes that a document was made, and in the office's log which bytes it has, in the transaction that
/// ends its job. A document made before stays as it is, so that doing the job twice changes nothing.
pub async fn made(
    transaction: &Transaction,
    key: &DocumentKey,
    made: &Made,
) -> Result<(), StoreError> {
    let (case_id, version, kind, party) = key.columns();
    let size = i64::try_from(made.size)
        .map_err(|_| StoreError::Damaged("a document has an impossible size".to_owned()))?;
    let done = case_document::Entity::update_many()
        .col_expr(case_document::Column::State, Expr::value(State::Ready))
        .col_expr(case_document::Column::Digest, Expr::value(Stored(made.digest.clone())))
        .col_expr(case_document::Column::Pages, Expr::value(i64::from(made.pages)))
        .col_expr(case_document::Column::Size, Expr::value(size))
        .col_expr(case_document::Column::MadeAt, Expr::value(now()))
        .filter(case_document::Column::CaseId.eq(case_id))
        .filter(case_document::Column::Version.eq(version))
        .filter(case_document::Column::Kind.eq(kind))
        .filter(case_document::Column::Party.eq(party))
        .filter(case_document::Column::State.eq(State::Waiting))
        .exec(transaction)
        .await?;
    if done.rows_affected == 1 {
        let row = case_document::Entity::find_by_id((case_id, version, kind, party));
        note(transaction, Chain::Case(key.case_id), row).await?;
    }
    Ok(())
}

/// Counts a print of a document that was made.
pub async fn record_print(
    transaction: &Transaction,
    key: &DocumentKey,
    printed_by: UserId,
) -> Result<(), StoreError> {
    let (case_id, version, kind, party) = key.columns();
    let id = Uuid::now_v7();
    let row = document_print::ActiveModel {
        id: Set(Stored(id)),
        case_id: Set(case_id),
        version: Set(version),
        kind: Set(kind),
        party: Set(party),
        printed_by: Set(Stored(printed_by)),
        printed_at: Set(now()),
    };
    document_print::Entity::insert(row).exec_without_returning(transaction).await?;
    note(transaction, Chain::Case(key.case_id), document_print::Entity::find_by_id(id)).await
}

/// One document.
pub async fn find(reader: &impl Reader, key: &DocumentKey) -> Result<Option<Document>, StoreError> {
    let documents = list(reader, key.case_id).await?;
    Ok(documents.into_iter().find(|document| document.key == *key))
}

/// The documents of a case in the order of the events that called for them.
pub async fn list(reader: &impl Reader, case_id: CaseId) -> Result<Vec<Document>, StoreError> {
    let rows: Vec<Listed> = case_document::Entity::find()
        .select_only()
        .columns([
            case_document::Column::Version,
            case_document::Column::Kind,
            case_document::Column::Party,
            case_document::Column::Digest,
            case_document::Column::Pages,
            case_document::Column::Size,
        ])
        .expr_as(prints_of_the_row(), "prints")
        .filter(case_document::Column::CaseId.eq(Stored(case_id)))
        .order_by_asc(case_document::Column::Version)
        .order_by_asc(case_document::Column::Kind)
        .order_by_asc(case_document::Column::Party)
        .into_model()
        .all(reader)
        .await?;
    rows.into_iter().map(|row| read(case_id, row)).collect()
}

/// A document as it is listed.
#[derive(FromQueryResult)]
struct Listed {
    version: i64,
    kind: Stored<DocumentKind>,
    party: Stored<Option<Party>>,
    digest: Option<Stored<Digest>>,
    pages: Option<i64>,
    size: Option<i64>,
    prints: i64,
}

/// How often the document of a row was printed.
fn prints_of_the_row() -> SimpleExpr {
    let same = |of_print: document_print::Column, of_row: case_document::Column| {
        Expr::col((document_print::Entity, of_print)).equals((case_document::Entity, of_row))
    };
    let prints = Query::select()
        .expr(document_print::Column::Id.count())
        .from(document_print::Entity)
        .and_where(same(document_print::Column::CaseId, case_document::Column::CaseId))
        .and_where(same(document_print::Column::Version, case_document::Column::Version))
        .and_where(same(document_print::Column::Kind, case_document::Column::Kind))
        .and_where(same(document_print::Column::Party, case_document::Column::Party))
        .to_owned();
    SimpleExpr::SubQuery(None, Box::new(prints.into()))
}

fn read(case_id: CaseId, row: Listed) -> Result<Document, StoreError> {
    let damaged = || StoreError::Damaged("a document's row cannot be read".to_owned());
    let made = match (row.digest, row.pages, row.size) {
        (Some(Stored(digest)), Some(pages), Some(size)) => Some(Made {
            digest,
            pages: u32::try_from(pages).map_err(|_| damaged())?,
            size: u64::try_from(size).map_err(|_| damaged())?,
        }),
        _ => None,
    };
    Ok(Document {
        key: DocumentKey { case_id, version: row.version, kind: row.kind.0, party: row.party.0 },
        made,
        prints: u32::try_from(row.prints).map_err(|_| damaged())?,
    })
}

/// The documents that speak for the case: made, and of each kind and party the newest.
pub fn records(documents: &[Document]) -> Vec<DocumentRecord> {
    let newest: BTreeMap<(DocumentKind, Option<Party>), &Document> = documents
        .iter()
        .map(|document| ((document.key.kind, document.key.party), document))
        .collect();
    let record = |document: &Document| {
        let made = document.made.as_ref()?;
        Some(DocumentRecord {
            kind: document.key.kind,
            party: document.key.party,
            digest: made.digest.to_string(),
            pages: made.pages,
            prints: document.prints,
        })
    };
    newest.into_values().filter_map(record).collect()
}
