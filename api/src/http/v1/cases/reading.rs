//! Cases read: the case itself, what may be done next and why not, its history, its deadlines.

use std::sync::Arc;

use chrono::NaiveDate;
use poem::web::Data;
use poem_openapi::{OpenApi, param::Path};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;
use workflow::access::Role;
use workflow::access::visible::{CaseView, visible};
use workflow::acts::{ActState, ActStatus};
use workflow::base::message::Message;
use workflow::event::EventKind;
use workflow::law::exemptions::{Exemption, exemptions_of};
use workflow::law::time::deadline::Deadline;
use workflow::procedures::deadlines;
use workflow::rights::{Access, Action, Relation, may};
use workflow::timeline::headline;
use workflow::{Act, CaseId, Violation};

use crate::http::answer::Problem;
use crate::http::answer::output::{Output, Versioned};
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::reading::consult::{consult, possible_acts};
use crate::store::office::{self, calendar};

/// The operations that read a case.
pub struct Cases;

/// A rule in the way of an act.
#[derive(Debug, Serialize, JsonSchema)]
struct Obstacle {
    /// The rule's identifier.
    rule: &'static str,
    /// The sequence rule it serves.
    sequence: Option<&'static str>,
    /// The article.
    citation: &'static str,
    /// What is missing.
    message: Message,
    /// Whom or what it is about.
    field: Option<String>,
}

impl From<Violation> for Obstacle {
    fn from(violation: Violation) -> Obstacle {
        Obstacle {
            rule: violation.rule.id,
            sequence: violation.rule.sequence,
            citation: violation.rule.citation,
            message: violation.message,
            field: violation.field,
        }
    }
}

/// An act and how it stands.
#[derive(Debug, Serialize, JsonSchema)]
struct ActAnswer {
    /// The act.
    act: Act,
    /// Its name.
    title: &'static str,
    /// How it stands for this caller.
    state: ActState,
    /// The rules in the way.
    obstacles: Vec<Obstacle>,
    /// The roles that may do it.
    who: Vec<Role>,
    /// What whoever does it is told beside it; none of it stands in the way.
    notes: Vec<Message>,
    /// Whether who does it shows a second factor anew, where the office or the person works with one.
    asks_factor: bool,
}

impl From<ActStatus> for ActAnswer {
    fn from(status: ActStatus) -> ActAnswer {
        ActAnswer {
            act: status.act,
            title: status.act.printed(),
            state: status.state,
            obstacles: status.violations.into_iter().map(Obstacle::from).collect(),
            who: status.who,
            notes: status.notes,
            asks_factor: status.act.asks_factor(),
        }
    }
}

/// What may be done in a case.
#[derive(Debug, Serialize, JsonSchema)]
struct ActsAnswer {
    /// Every act in the order of work.
    acts: Vec<ActAnswer>,
    /// The conditions that do not apply, each with the article that waives it.
    exemptions: Vec<Exemption>,
}

/// One line of the history.
#[derive(Debug, Serialize, JsonSchema)]
struct TimelineLine {
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
        let mut statuses = possible_acts(&service.app, asker, case_id, &history).await?;
        let relation = Relation::of(&history.case, asker.actor.id);
        if may(&asker.roles, relation, Action::ReadPaper) != Access::Allowed {
            // Who sees a part of the case is told of their own acts only: what stands in the way of
            // the others would tell the rest.
            statuses.retain(|status| status.who.iter().any(|role| asker.roles.contains(role)));
        }
        let acts = statuses.into_iter().map(ActAnswer::from).collect();
        let answer = ActsAnswer { acts, exemptions: exemptions_of(&history.case) };
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
        let lines = (1..).zip(&history.entries).map(|(version, entry)| TimelineLine {
            version,
            on: entry.on,
            by: entry.by.name.clone(),
            kind: entry.event.kind(),
            headline: headline(&entry.event),
        });
        Ok(Output::versioned(lines.collect(), history.case.version))
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
