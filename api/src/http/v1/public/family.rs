//! What an adoptive family sees: opening the case with the code of the receipt, and the page of answers.

use std::collections::BTreeSet;
use std::sync::Arc;

use poem::web::Data;
use poem_openapi::OpenApi;
use schemars::JsonSchema;
use serde::Deserialize;
use workflow::public::family::FamilyPage;
use workflow::{Actor, Role, UserId};

use crate::clock;
use crate::execute::Failure;
use crate::http::answer::language::Language;
use crate::http::answer::output::Output;
use crate::http::answer::{Kind, Problem};
use crate::http::body::input::Input;
use crate::http::door::doorway::RequestRecord;
use crate::http::service::Service;
use crate::http::sign_in::attempts::Attempts;
use crate::http::sign_in::caller::{Anonymous, Caller};
use crate::http::sign_in::opening::{self, Opening};
use crate::http::sign_in::signed_in::SignedIn;
use crate::http::v1::Group;
use crate::reading::family::{self, Opened};
use crate::secret::query_code;
use crate::store::StoreError;
use crate::store::asker::Asker;
use crate::store::log::audit::AccessOutcome;

/// The operations for families.
pub struct Family;

/// What the receipt and the identity card say.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct FamilySignInRequest {
    /// The query code on the receipt (查询码), with or without hyphens.
    query_code: String,
    /// The name of an adoptive parent of the case, as on the identity card.
    name: String,
    /// The last six characters of that person's identity number.
    last_six: String,
}

#[OpenApi(prefix_path = "/v1/family", tag = "Group::Family")]
impl Family {
    /// Open the case of a receipt as one of its adoptive parents
    ///
    /// The tokens are bound to that one case. Whatever is wrong, the answer is the same.
    #[oai(path = "/sessions", method = "post", operation_id = "create_family_session")]
    async fn sign_in(
        &self,
        _anonymous: Anonymous,
        service: Data<&Arc<Service>>,
        record: Data<&Arc<RequestRecord>>,
        body: Input<FamilySignInRequest>,
    ) -> Result<Output<SignedIn>, Problem> {
        open_case(&service, &record, body.0).await.map(Output::new)
    }

    /// The page of answers of the family's case, in plain words
    #[oai(path = "/case", method = "get", operation_id = "read_family_case")]
    async fn read(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        language: Language,
    ) -> Result<Output<FamilyPage>, Problem> {
        let person = caller.holding(Role::Family)?;
        let case_id = person.case_id.ok_or_else(|| Problem::new(Kind::Forbidden))?;
        let say = |message| language.of(&message).to_owned();
        let read = family::read(&service.app, caller.asker(), case_id, &say).await;
        read.map(Output::new).map_err(|failure| match failure {
            // The case can no longer be opened, so neither can a session that opened it.
            Failure::NotFound => Problem::new(Kind::SignInRequired),
            other => Problem::from(other),
        })
    }
}

async fn open_case(
    service: &Service,
    record: &RequestRecord,
    shown: FamilySignInRequest,
) -> Result<SignedIn, Problem> {
    let app = &service.app;
    // What can be no code is looked up and counted as it was typed.
    let code = query_code::as_printed(&shown.query_code).unwrap_or(shown.query_code);
    let attempts = Attempts::to_open_a_case(&code, record.address);
    attempts.expect_patience(app.store.reader()).await?;
    let opened = family::open(app, &code).await?;
    let party = opened
        .as_ref()
        .and_then(|opened| family::adopter(&opened.history.case, &shown.name, &shown.last_six));
    let (Some(Opened { case_id, .. }), Some(party)) = (&opened, party) else {
        return Err(refuse(service, record, &attempts, opened.as_ref()).await?);
    };
    let user = family::account(app, *case_id, party).await?;
    let transaction = app.store.begin().await?;
    attempts.forget(&transaction).await?;
    let opening = Opening { user, case_id: Some(*case_id), device: None, factor_at: None };
    let signed_in = opening::open_session(service, &transaction, opening, clock::now()).await?;
    let roles = BTreeSet::from([Role::Family]);
    asker(record, user, roles).log(&transaction, Some(*case_id), AccessOutcome::Done, &[]).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(signed_in)
}

/// Counts the failure; where the code opened a case, the case's log shows that somebody tried.
async fn refuse(
    service: &Service,
    record: &RequestRecord,
    attempts: &Attempts,
    opened: Option<&Opened>,
) -> Result<Problem, StoreError> {
    let store = &service.app.store;
    let transaction = store.begin().await?;
    match opened {
        Some(_) => attempts.count_failure(&transaction, clock::now()).await?,
        None => attempts.count_in_vain(store, &transaction, clock::now()).await?,
    }
    if let Some(opened) = opened {
        let asker = asker(record, family::nobody(), BTreeSet::new());
        let rules = [FAILED];
        asker.log(&transaction, Some(opened.case_id), AccessOutcome::Refused, &rules).await?;
    }
    transaction.commit().await?;
    tracing::warn!(request_id = record.id, "a sign-in failed");
    Ok(Problem::new(Kind::SignInRequired).broken(
        FAILED,
        None,
        "查询码、姓名或者身份证号后六位不对，请看着收件回执和身份证再填一次",
        "The query code, the name or the last six of the identity number is wrong",
    ))
}

const FAILED: &str = "family-sign-in-failed";

fn asker(record: &RequestRecord, user: UserId, roles: BTreeSet<Role>) -> Asker {
    Asker {
        actor: Actor { id: user, name: String::new() },
        roles,
        organization: String::new(),
        operation: record.operation.clone(),
        request_id: record.id.clone(),
        factor_at: None,
    }
}
