//! 审批摘要: what a leader has before them when they decide.

use std::sync::Arc;

use poem::web::Data;
use poem_openapi::{OpenApi, param::Path};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;
use workflow::approval::{ApprovalSummary, summary};
use workflow::case::{ChildKind, Procedure};
use workflow::rights::Action;
use workflow::{CaseId, Stage};

use crate::execute::facts_now;
use crate::http::answer::Problem;
use crate::http::answer::output::{Output, Versioned};
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::reading::consult::consult;

/// The operation that sums a case up.
pub struct Approvals;

/// A case as a leader has it before them.
#[derive(Debug, Serialize, JsonSchema)]
struct ApprovalAnswer {
    /// The version an approval would bind to.
    version: u32,
    /// 办件编号
    number: String,
    /// Where it stands.
    stage: Stage,
    /// Which procedure it carries.
    procedure: Procedure,
    /// The kind of child.
    kind: ChildKind,
    /// The case summed up.
    #[serde(flatten)]
    summary: ApprovalSummary,
}

#[OpenApi(prefix_path = "/v1/cases", tag = "Group::Cases")]
impl Approvals {
    /// Sum a case up for the decision: each condition with its proof and day, exemptions, what is unusual
    #[oai(path = "/:case/approval-summary", method = "get", operation_id = "read_approval_summary")]
    async fn read(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        case: Path<Uuid>,
    ) -> Result<Versioned<ApprovalAnswer>, Problem> {
        let case_id = CaseId(case.0);
        let (app, asker) = (&service.app, caller.asker());
        let history = consult(app, asker, case_id, Action::ReadPaper).await?;
        let facts = facts_now(app, asker, case_id, &history).await?;
        let case = &history.case;
        let answer = ApprovalAnswer {
            version: case.version,
            number: case.number.clone(),
            stage: case.stage,
            procedure: case.procedure,
            kind: case.kind,
            summary: summary(case, &history.entries, &facts),
        };
        Ok(Output::versioned(answer, case.version))
    }
}
