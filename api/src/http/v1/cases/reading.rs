//! Cases read: the case itself, what may be done next and why not, its history, its deadlines.

use std::sync::Arc;

use chrono::NaiveDate;
use poem::web::Data;
use poem_openapi::{OpenApi, param::Path};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;
use workflow::CaseId;
use workflow::access::visible::{CaseView, visible};
use workflow::base::message::Message;
use workflow::event::{Entry, EventKind};
use workflow::evolve::headline;
use workflow::law::time::deadline::Deadline;
use workflow::procedures::deadlines;
use workflow::rights::{Access, Action, may};

use super::standing::ActsAnswer;
use crate::http::answer::Problem;
use crate::http::answer::output::{Output, Versioned};
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::reading::consult::{consult, possible_acts};
use crate::store::office::{self, calendar};

/// The operations that read a case.
pub struct Cases;

/// One line of the history.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct TimelineLine {
    /// The version of the case after it.
    version: usize,
    /// The legal day.
    on: NaiveDate,
    /// Who acted.
    by: String,
    /// What happened.
    #[schemars(with = "EventKind")]
    kind: &'static str,
    /// The same in words.
    headline: Message,
}

/// The history of a case, line by line.
pub(super) fn timeline(entries: &[Entry]) -> Vec<TimelineLine> {
    let lines = (1..).zip(entries).map(|(version, entry)| TimelineLine {
        version,
        on: entry.on,
        by: entry.by.name.clone(),
        kind: entry.event.kind(),
        headline: headline(&entry.event),
    });
    lines.collect()
}

#[OpenApi(prefix_path = "/v1/cases", tag = "Group::Cases")]
impl Cases {
    /// Read a case, as far as the caller may see it
    #[oai(path = "/:case", method = "get", operation_id = "read_case")]
    async fn read(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        case: Path<Uuid>,
    ) -> Result<Versioned<CaseView>, Problem> {
        let case_id = CaseId(case.0);
        let history = consult(&service.app, caller.asker(), case_id, Action::ReadCase).await?;
        let version = history.case.version;
        Ok(Output::versioned(
            visible(&history.case, &caller.asker().roles, caller.asker().actor.id),
            version,
        ))
    }

    /// What may be done next, what not yet and why, and who may
    #[oai(path = "/:case/acts", method = "get", operation_id = "list_acts")]
    async fn acts(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        case: Path<Uuid>,
    ) -> Result<Versioned<ActsAnswer>, Problem> {
        let case_id = CaseId(case.0);
        let history = consult(&service.app, caller.asker(), case_id, Action::ReadCase).await?;
        let asker = caller.asker();
        let (mut statuses, facts) = possible_acts(&service.app, asker, case_id, &history).await?;
        let relation = asker.relation(&history.case);
        if may(&asker.roles, relation, Action::ReadPaper) != Access::Allowed {
            // Who sees a part of the case is told of their own acts only: what stands in the way of
            // the others would tell the rest.
            statuses.retain(|status| status.who.iter().any(|role| asker.roles.contains(role)));
        }
        let answer = ActsAnswer::of(&history.case, statuses, &facts);
        Ok(Output::versioned(answer, history.case.version))
    }

    /// The history of a case in words
    #[oai(path = "/:case/timeline", method = "get", operation_id = "read_timeline")]
    async fn timeline(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        case: Path<Uuid>,
    ) -> Result<Versioned<Vec<TimelineLine>>, Problem> {
        let case_id = CaseId(case.0);
        let history = consult(&service.app, caller.asker(), case_id, Action::ReadPaper).await?;
        Ok(Output::versioned(timeline(&history.entries), history.case.version))
    }

    /// The clocks of a case with their working
    #[oai(path = "/:case/deadlines", method = "get", operation_id = "list_case_deadlines")]
    async fn deadlines(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        case: Path<Uuid>,
    ) -> Result<Versioned<Vec<Deadline>>, Problem> {
        let case_id = CaseId(case.0);
        let history = consult(&service.app, caller.asker(), case_id, Action::ReadPaper).await?;
        let reader = service.app.store.reader();
        let profile = office::load(reader).await?;
        let calendar = calendar::in_force(reader).await?;
        let answer = deadlines(&history.case, &calendar, &profile.rules);
        Ok(Output::versioned(answer, history.case.version))
    }
}
