//! Drafts: what somebody has typed and not sent, kept on the server for its owner alone.

use std::sync::Arc;

use chrono::NaiveDate;
use poem::web::Data;
use poem_openapi::{OpenApi, param::Path, param::Query};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use workflow::base::text::is_written_well;
use workflow::rights::Action;
use workflow::{Act, CaseId, Role};

use super::form::{self, KEPT, expect_form, saved, seen};
use crate::clock;
use crate::http::answer::output::{NoContent, Opened, Output, Versioned};
use crate::http::answer::{Kind, Problem};
use crate::http::body::headers::IfMatch;
use crate::http::body::input::Input;
use crate::http::service::Service;
use crate::http::sign_in::caller::{Caller, Person};
use crate::http::v1::Group;
use crate::reading::consult::consult;
use crate::store::StoreError;
use crate::store::desk::records::{self, Kind as RecordKind, Record, State, Which};

/// Drafts one person may have.
const MOST: u64 = 200;
/// The longest label.
const LABEL: usize = 60;

/// The operations on drafts.
pub struct Drafts;

/// What a draft is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum DraftPurpose {
    /// An application that opens a case.
    Intake,
    /// The record of an inquiry.
    Inquiry,
    /// The form of any other act.
    Act,
}

/// A draft to keep.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct NewDraft {
    /// What it is for.
    purpose: DraftPurpose,
    /// The act, where it is for one.
    act: Option<Act>,
    /// The case, where there is one.
    case_id: Option<CaseId>,
    /// What its owner calls it, at most 60 characters; it may be empty.
    label: String,
    /// The form as the client writes it: an object of JSON, in a text of at most 48 KB. It is not read before it
    /// is sent.
    form: String,
}

/// A draft saved again.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct SavedDraft {
    /// What its owner calls it.
    label: String,
    /// The form.
    form: String,
}

/// A draft without its form.
#[derive(Debug, Serialize, JsonSchema)]
struct DraftLine {
    /// The draft.
    draft: Uuid,
    /// What it is for.
    purpose: DraftPurpose,
    /// The act, where it is for one.
    act: Option<Act>,
    /// The case, where there is one.
    case_id: Option<CaseId>,
    /// What its owner calls it.
    label: String,
    /// How often it was saved, for the next `If-Match`.
    version: u32,
    /// When it was saved last, in Beijing time.
    saved_at: String,
    /// The last day on which it is there, unless it is saved again.
    kept_until: Option<NaiveDate>,
}

/// A draft.
#[derive(Debug, Serialize, JsonSchema)]
struct DraftAnswer {
    /// What it is.
    #[serde(flatten)]
    line: DraftLine,
    /// The form as it was saved.
    form: String,
}

/// The drafts of a person.
#[derive(Debug, Serialize, JsonSchema)]
struct DraftsAnswer {
    /// The newest first.
    drafts: Vec<DraftLine>,
}

impl DraftAnswer {
    fn of(record: &Record) -> Result<DraftAnswer, Problem> {
        let kept: NewDraft = form::read(record)?;
        let line = DraftLine {
            draft: record.id,
            purpose: kept.purpose,
            act: kept.act,
            case_id: kept.case_id,
            label: kept.label,
            version: record.version,
            saved_at: clock::written(record.saved_at),
            kept_until: form::kept_until(record),
        };
        Ok(DraftAnswer { line, form: kept.form })
    }
}

#[OpenApi(prefix_path = "/v1/drafts", tag = "Group::Cases")]
impl Drafts {
    /// Keep a draft of a form
    ///
    /// Send the act with the header `Idempotency-Key: draft-` followed by the draft's identifier: when the act
    /// is done, the draft goes; when it is refused, the draft stays.
    #[oai(path = "/", method = "post", operation_id = "create_draft")]
    async fn create(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        body: Input<NewDraft>,
    ) -> Result<Opened<DraftAnswer>, Problem> {
        let person = staff(&caller)?;
        let new = body.0;
        expect_label(&new.label)?;
        expect_form(&new.form)?;
        expect_act(&new)?;
        let app = &service.app;
        if let Some(case_id) = new.case_id {
            consult(app, caller.asker(), case_id, Action::ReadCase).await?;
        }
        let owner = owner(person);
        let own = Which { owner: Some(&owner), ..Which::default() };
        if records::count(app.store.reader(), RecordKind::Draft, &own).await? >= MOST {
            return Err(Problem::new(Kind::InvalidValues).broken(
                "draft-too-many",
                None,
                "草稿已满200份，请先删去不用的",
                "There are 200 drafts; remove some first",
            ));
        }
        let now = clock::now();
        let record = Record {
            id: Uuid::now_v7(),
            kind: RecordKind::Draft,
            owner,
            subject: new.case_id.map(|case_id| case_id.to_string()).unwrap_or_default(),
            state: State::Open,
            version: 1,
            saved_at: now,
            kept_until: now.saturating_add(KEPT),
            body: form::written(&new)?,
        };
        let transaction = app.store.begin().await?;
        records::add(&transaction, &app.secret, &record).await?;
        transaction.commit().await.map_err(StoreError::from)?;
        let answer = Output::versioned(DraftAnswer::of(&record)?, 1);
        Ok(Opened::new(answer, format!("/v1/drafts/{}", record.id)))
    }

    /// List one's own drafts, without their forms
    #[oai(path = "/", method = "get", operation_id = "list_drafts")]
    async fn list(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        /// Only those of this case
        case_id: Query<Option<Uuid>>,
    ) -> Result<Output<DraftsAnswer>, Problem> {
        let owner = owner(staff(&caller)?);
        let subject = case_id.0.map(|case_id| CaseId(case_id).to_string());
        let asked = Which { owner: Some(&owner), subject: subject.as_deref(), ..Which::default() };
        let app = &service.app;
        let kind = RecordKind::Draft;
        let found = records::list(app.store.reader(), &app.secret, kind, &asked, MOST).await?;
        let drafts = found.iter().map(|record| Ok(DraftAnswer::of(record)?.line));
        Ok(Output::new(DraftsAnswer { drafts: drafts.collect::<Result<_, Problem>>()? }))
    }

    /// Read one's own draft
    #[oai(path = "/:draft", method = "get", operation_id = "read_draft")]
    async fn read(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        draft: Path<Uuid>,
    ) -> Result<Versioned<DraftAnswer>, Problem> {
        let record = own(&service, staff(&caller)?, draft.0).await?;
        Ok(Output::versioned(DraftAnswer::of(&record)?, record.version))
    }

    /// Save one's own draft again
    #[oai(path = "/:draft", method = "put", operation_id = "save_draft")]
    async fn save(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        draft: Path<Uuid>,
        #[oai(name = "If-Match")] if_match: IfMatch,
        body: Input<SavedDraft>,
    ) -> Result<Versioned<DraftAnswer>, Problem> {
        let mut record = own(&service, staff(&caller)?, draft.0).await?;
        let SavedDraft { label, form } = body.0;
        expect_label(&label)?;
        expect_form(&form)?;
        seen(if_match.0, &record)?;
        let kept: NewDraft = form::read(&record)?;
        record.body = form::written(&NewDraft { label, form, ..kept })?;
        record.saved_at = clock::now();
        record.kept_until = record.saved_at.saturating_add(KEPT);
        let app = &service.app;
        let transaction = app.store.begin().await?;
        record.version = saved(records::replace(&transaction, &app.secret, &record).await?)?;
        transaction.commit().await.map_err(StoreError::from)?;
        Ok(Output::versioned(DraftAnswer::of(&record)?, record.version))
    }

    /// Remove one's own draft
    #[oai(path = "/:draft", method = "delete", operation_id = "remove_draft")]
    async fn remove(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        draft: Path<Uuid>,
    ) -> Result<NoContent, Problem> {
        let owner = owner(staff(&caller)?);
        let transaction = service.app.store.begin().await?;
        let was_there = records::remove(&transaction, RecordKind::Draft, &owner, draft.0).await?;
        transaction.commit().await.map_err(StoreError::from)?;
        if was_there { Ok(NoContent) } else { Err(Problem::new(Kind::NotFound)) }
    }
}

/// Everybody who has an account; a family has no drafts of its own here.
fn staff(caller: &Caller) -> Result<&Person, Problem> {
    let person = caller.person();
    let is_staff = person.asker.roles.iter().any(|role| *role != Role::Family);
    if is_staff { Ok(person) } else { Err(Problem::new(Kind::Forbidden)) }
}

fn owner(person: &Person) -> String {
    person.asker.actor.id.to_string()
}

/// A draft of this person; another's looks like none.
async fn own(service: &Service, person: &Person, draft: Uuid) -> Result<Record, Problem> {
    let app = &service.app;
    let found = records::find(app.store.reader(), &app.secret, RecordKind::Draft, draft).await?;
    let own = found.filter(|record| record.owner == owner(person));
    own.ok_or_else(|| Problem::new(Kind::NotFound))
}

fn expect_label(label: &str) -> Result<(), Problem> {
    if label.is_empty() || is_written_well(label, LABEL) {
        return Ok(());
    }
    Err(Problem::new(Kind::InvalidValues).broken(
        "input-value",
        Some("/label".to_owned()),
        "名称不超过60个字符，首尾不留空格",
        "A label has at most 60 characters and no blanks at its ends",
    ))
}

/// What opens a case is of none; every other form is of a case.
fn expect_act(new: &NewDraft) -> Result<(), Problem> {
    let opens = new.act.is_none_or(Act::opens_a_case);
    let fits = match new.purpose {
        DraftPurpose::Intake => opens && new.case_id.is_none(),
        DraftPurpose::Inquiry => {
            new.act.is_none_or(|act| act == Act::Inquire) && new.case_id.is_some()
        }
        DraftPurpose::Act => new.act.is_some() && !opens && new.case_id.is_some(),
    };
    if fits {
        return Ok(());
    }
    Err(Problem::new(Kind::InvalidValues).broken(
        "draft-purpose",
        Some("/purpose".to_owned()),
        "用途、事项和办件不相符：立案草稿不属于任何办件，其他草稿须写明办件",
        "Purpose, act and case do not fit: an intake is of no case, every other draft is of one",
    ))
}
