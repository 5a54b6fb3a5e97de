//! Doing an act: one command through the write path, and the answer that says what was done.

use schemars::JsonSchema;
use serde::Serialize;
use workflow::acts::ActState;
use workflow::event::EventKind;
use workflow::{CaseId, Command, Event, Message};

use crate::execute::{Failure, Outcome, Request, Target, execute};
use crate::http::answer::Problem;
use crate::http::answer::output::{CreatedOr, Opened, Output, Versioned};
use crate::http::body::headers::{IdempotencyKey, IfMatch};
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::reading::consult::possible_acts;
use crate::store::cases;
use crate::store::desk::drafts;

/// What was done.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Done {
    /// The case.
    pub case_id: CaseId,
    /// Its version after the act, for the next `If-Match`.
    pub version: u32,
    /// What happened; empty where an earlier request with the same key had done it.
    pub events: Vec<EventBrief>,
    /// Whether it was only asked whether it would be done: then nothing was written, and `events` is what
    /// would happen.
    #[serde(skip_serializing_if = "is_false")]
    pub validated: bool,
    /// What whoever acts is told beside it, such as another case of the same child.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Message>,
}

/// One event, in short.
#[derive(Debug, Serialize, JsonSchema)]
pub struct EventBrief {
    /// What happened.
    #[schemars(with = "EventKind")]
    pub kind: &'static str,
    /// The number of the paper, claim, incident or visit it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
}

impl From<&Event> for EventBrief {
    fn from(event: &Event) -> EventBrief {
        EventBrief { kind: event.kind(), number: workflow::meaning(event).number }
    }
}

impl From<Outcome> for Versioned<Done> {
    fn from(outcome: Outcome) -> Versioned<Done> {
        let version = outcome.version;
        let events = outcome.events.iter().map(EventBrief::from).collect();
        let Outcome { case_id, notes, validated, .. } = outcome;
        Output::versioned(Done { case_id, version, events, validated, notes }, version)
    }
}

fn is_false(value: &bool) -> bool {
    !value
}

/// The headers of an act, and whether it is only asked whether it would be done.
pub(in crate::http::v1) struct Headers {
    pub if_match: IfMatch,
    pub idempotency_key: IdempotencyKey,
    pub validate: bool,
}

/// What opening a case would come to. Nothing was written, and no number drawn.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Validated {
    /// True.
    pub validated: bool,
    /// What would happen.
    pub events: Vec<EventBrief>,
    /// What whoever acts is told beside it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Message>,
}

/// The answer of an act that opens a case.
pub(in crate::http::v1) fn opened(outcome: Outcome) -> CreatedOr<Done, Validated> {
    if outcome.validated {
        let events = outcome.events.iter().map(EventBrief::from).collect();
        let Outcome { notes, validated, .. } = outcome;
        return CreatedOr::Other(Output::new(Validated { validated, events, notes }));
    }
    let location = format!("/v1/cases/{}", outcome.case_id);
    CreatedOr::Created(Opened::new(outcome.into(), location))
}

/// Does the act.
pub(in crate::http::v1) async fn perform(
    caller: &Caller,
    service: &Service,
    target: Target,
    headers: Headers,
    command: Command,
) -> Result<Outcome, Problem> {
    let request = Request {
        target,
        expected_version: headers.if_match.0,
        idempotency_key: headers.idempotency_key.0,
        command,
        validate: headers.validate,
    };
    let draft = drafts::named(request.idempotency_key.as_deref());
    match execute(&service.app, caller.asker(), request).await {
        Ok(outcome) => {
            if let Some(draft) = draft {
                drafts::sent(&service.app.store, caller.asker().actor.id, draft).await;
            }
            Ok(outcome)
        }
        Err(failure) => Err(with_allowed(caller, service, target, failure).await?),
    }
}

/// A refusal says which acts are possible instead.
pub(in crate::http::v1) async fn with_allowed(
    caller: &Caller,
    service: &Service,
    target: Target,
    failure: Failure,
) -> Result<Problem, Problem> {
    let (Failure::Refused(_), Target::Case(case_id)) = (&failure, target) else {
        return Ok(failure.into());
    };
    let reader = service.app.store.reader();
    let Some(history) = cases::load(reader, case_id).await? else {
        return Ok(failure.into());
    };
    let (statuses, _) = possible_acts(&service.app, caller.asker(), case_id, &history).await?;
    let possible =
        statuses.into_iter().filter(|status| status.allowed && status.state != ActState::Blocked);
    Ok(Problem::from(failure).allowing(possible.map(|status| status.act.word())))
}
