//! Papers out: the documents of a case, read as stored; each print is counted.

use std::sync::Arc;

use poem::web::Data;
use poem_openapi::{OpenApi, param::Path};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;
use workflow::CaseId;
use workflow::base::document::DocumentKind;
use workflow::base::rule::Refusal;
use workflow::case::Party;
use workflow::law::later::certificate_is_due;
use workflow::rights::Action;

use crate::http::answer::failures::unreadable;
use crate::http::answer::output::{Download, Output};
use crate::http::answer::{Kind, Problem};
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::reading::consult::consult;
use crate::store::StoreError;
use crate::store::cases::documents::{self, Document, DocumentKey};
use crate::store::drawer::Drawer;

/// The operations on documents.
pub struct Documents;

/// A document of a case.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DocumentAnswer {
    /// Names it in paths: the version of the event that called for it, its kind and its party.
    pub id: String,
    /// What it is.
    pub kind: DocumentKind,
    /// Its title.
    pub title: &'static str,
    /// Whom it concerns.
    pub party: Option<Party>,
    /// Whether the press has made it; until then it cannot be read.
    pub ready: bool,
    /// Number of pages.
    pub pages: Option<u32>,
    /// SHA-256 of its bytes.
    pub digest: Option<String>,
    /// How often it was printed.
    pub prints: u32,
}

impl From<Document> for DocumentAnswer {
    fn from(document: Document) -> DocumentAnswer {
        let key = document.key;
        DocumentAnswer {
            id: written(&key),
            kind: key.kind,
            title: key.kind.printed(),
            party: key.party,
            ready: document.made.is_some(),
            pages: document.made.as_ref().map(|made| made.pages),
            digest: document.made.as_ref().map(|made| made.digest.to_string()),
            prints: document.prints,
        }
    }
}

#[OpenApi(prefix_path = "/v1/cases", tag = "Group::Cases")]
impl Documents {
    /// The documents of a case
    #[oai(path = "/:case/documents", method = "get", operation_id = "list_documents")]
    async fn list(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        case: Path<Uuid>,
    ) -> Result<Output<Vec<DocumentAnswer>>, Problem> {
        let case_id = CaseId(case.0);
        consult(&service.app, caller.asker(), case_id, Action::ReadPaper).await?;
        let documents = documents::list(service.app.store.reader(), case_id).await?;
        Ok(Output::new(documents.into_iter().map(DocumentAnswer::from).collect()))
    }

    /// Read a document as it was made
    #[oai(
        path = "/:case/documents/:document/content",
        method = "get",
        operation_id = "read_document"
    )]
    async fn read(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        case: Path<Uuid>,
        document: Path<String>,
    ) -> Result<Download, Problem> {
        let case_id = CaseId(case.0);
        consult(&service.app, caller.asker(), case_id, Action::ReadPaper).await?;
        let document = find(&service, case_id, &document.0).await?;
        download(&service, &document).await
    }

    /// Print a document: the same bytes again, and the print is counted
    #[oai(
        path = "/:case/documents/:document/prints",
        method = "post",
        operation_id = "print_document"
    )]
    async fn print(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        case: Path<Uuid>,
        document: Path<String>,
    ) -> Result<Download, Problem> {
        let case_id = CaseId(case.0);
        let history = consult(&service.app, caller.asker(), case_id, Action::PrintDocument).await?;
        let document = find(&service, case_id, &document.0).await?;
        if document.key.kind == DocumentKind::Certificate {
            let due = Refusal::unless_none(certificate_is_due(&history.case).into_iter().collect());
            due.map_err(Problem::refused)?;
        }
        let answer = download(&service, &document).await?;
        let transaction = service.app.store.begin().await?;
        documents::record_print(&transaction, &document.key, caller.asker().actor.id).await?;
        transaction.commit().await.map_err(StoreError::from)?;
        Ok(answer)
    }
}

/// A document of a case by its name in paths.
pub(super) async fn find(
    service: &Service,
    case_id: CaseId,
    id: &str,
) -> Result<Document, Problem> {
    let not_found = || Problem::new(Kind::NotFound);
    let key = read(case_id, id).ok_or_else(not_found)?;
    documents::find(service.app.store.reader(), &key).await?.ok_or_else(not_found)
}

async fn download(service: &Service, document: &Document) -> Result<Download, Problem> {
    let Some(made) = &document.made else {
        return Err(Problem::new(Kind::NotReady));
    };
    let party = document.key.party.map_or(String::new(), |party| format!("-{}", party.word()));
    let name = format!("{}{party}", document.key.kind.printed());
    let (files, reader) = (&service.app.files, service.app.store.reader());
    let bytes =
        Drawer::of_case(files, reader, document.key.case_id).await?.read(&made.digest).await;
    Ok(Download {
        bytes: bytes.map_err(|error| unreadable(error, &name))?,
        media_type: "application/pdf",
        file_name: format!("{name}.pdf"),
        digest: made.digest.to_string(),
    })
}

fn written(key: &DocumentKey) -> String {
    let DocumentKey { version, kind, party, .. } = key;
    match party {
        Some(party) => format!("{version}-{}-{}", kind.word(), party.word()),
        None => format!("{version}-{}", kind.word()),
    }
}

fn read(case_id: CaseId, id: &str) -> Option<DocumentKey> {
    let mut parts = id.splitn(3, '-');
    let version = parts.next()?.parse().ok()?;
    let kind = DocumentKind::from_word(parts.next()?)?;
    let party = match parts.next() {
        Some(word) => Some(Party::from_word(word)?),
        None => None,
    };
    Some(DocumentKey { case_id, version, kind, party })
}
