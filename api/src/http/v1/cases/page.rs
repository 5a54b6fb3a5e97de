//! What the page of a case needs: its checklist with the stages and where it stands, and the whole page in one
//! read.

use std::sync::Arc;

use poem::web::Data;
use poem_openapi::{OpenApi, param::Path};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;
use workflow::access::visible::{CaseView, visible};
use workflow::acts::ActStatus;
use workflow::event::Entry;
use workflow::law::time::deadline::Deadline;
use workflow::overview::checklist::{Place, checklist};
use workflow::overview::now::{Now, now};
use workflow::overview::stages::{Line, stages};
use workflow::procedures::deadlines;
use workflow::rights::Action;
use workflow::{Case, CaseId, Facts};

use super::documents::DocumentAnswer;
use super::reading::{TimelineLine, timeline};
use super::standing::ActsAnswer;
use crate::http::answer::Problem;
use crate::http::answer::output::{Output, Versioned};
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::reading::consult::{consult, possible_acts};
use crate::store::cases::documents;

/// The operations on the page of a case.
pub struct Pages;

/// The file of a case as it stands, and the case with it.
#[derive(Debug, Serialize, JsonSchema)]
struct Checklist {
    /// Every place of the file, those the law asks for first.
    slots: Vec<Place>,
    /// The stages in their order.
    stages: Vec<Line>,
    /// Where the case stands, who is next, and by when.
    now: Now,
}

impl Checklist {
    fn of(case: &Case, entries: &[Entry], statuses: &[ActStatus], facts: &Facts) -> Checklist {
        Checklist {
            slots: checklist(case, facts),
            stages: stages(case, entries, statuses, facts.today),
            now: now(case, facts),
        }
    }
}

/// Everything the page of a case shows, all of one version.
#[derive(Debug, Serialize, JsonSchema)]
struct CasePage {
    /// The version, for `If-Match`.
    version: u32,
    /// The case.
    case: CaseView,
    /// What may be done.
    acts: ActsAnswer,
    /// The file, the stages, and where the case stands.
    checklist: Checklist,
    /// The clocks with their working.
    deadlines: Vec<Deadline>,
    /// The history in words.
    timeline: Vec<TimelineLine>,
    /// The documents.
    documents: Vec<DocumentAnswer>,
}

#[OpenApi(prefix_path = "/v1/cases", tag = "Group::Cases")]
impl Pages {
    /// The papers of a case with how each stands, its stages, and where it stands now
    #[oai(path = "/:case/checklist", method = "get", operation_id = "read_checklist")]
    async fn checklist(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        case: Path<Uuid>,
    ) -> Result<Versioned<Checklist>, Problem> {
        let (case_id, asker) = (CaseId(case.0), caller.asker());
        let history = consult(&service.app, asker, case_id, Action::ReadPaper).await?;
        let (statuses, facts) = possible_acts(&service.app, asker, case_id, &history).await?;
        let answer = Checklist::of(&history.case, &history.entries, &statuses, &facts);
        Ok(Output::versioned(answer, history.case.version))
    }

    /// Everything that the page of a case shows, in one read
    #[oai(path = "/:case/page", method = "get", operation_id = "read_case_page")]
    async fn page(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        case: Path<Uuid>,
    ) -> Result<Versioned<CasePage>, Problem> {
        let (case_id, asker) = (CaseId(case.0), caller.asker());
        let history = consult(&service.app, asker, case_id, Action::ReadPaper).await?;
        let (statuses, facts) = possible_acts(&service.app, asker, case_id, &history).await?;
        let documents = documents::list(service.app.store.reader(), case_id).await?;
        let case = &history.case;
        let answer = CasePage {
            version: case.version,
            case: visible(case, &asker.roles, asker.actor.id),
            checklist: Checklist::of(case, &history.entries, &statuses, &facts),
            acts: ActsAnswer::of(case, statuses, &facts),
            deadlines: deadlines(case, &facts.calendar, &facts.rules),
            timeline: timeline(&history.entries),
            documents: documents.into_iter().map(DocumentAnswer::from).collect(),
        };
        Ok(Output::versioned(answer, case.version))
    }
}
