//! Who touched one case: for the leader who answers for it and for the auditor.

use std::sync::Arc;

use poem::web::Data;
use poem_openapi::{
    OpenApi,
    param::{Path, Query},
};
use uuid::Uuid;
use workflow::CaseId;
use workflow::rights::Action;

use super::accesses::{AccessPage, id_of_entry, page, page_length};
use crate::clock::{SECOND, now};
use crate::http::answer::Problem;
use crate::http::answer::output::Output;
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::reading::consult::consult;
use crate::store::log::access_reading::Question;

/// The operation on a case's accesses.
pub struct CaseAccesses;

#[OpenApi(prefix_path = "/v1/cases", tag = "Group::Service")]
impl CaseAccesses {
    /// Who touched a case, newest first; its reader is in it, too
    #[oai(path = "/:case/access", method = "get", operation_id = "list_case_accesses")]
    async fn list(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        case: Path<Uuid>,
        /// What the last page gave as `next`
        cursor: Query<Option<String>>,
        /// How many lines, 1 to 200; 50 where nothing is said
        limit: Query<Option<u64>>,
    ) -> Result<Output<AccessPage>, Problem> {
        let case_id = CaseId(case.0);
        consult(&service.app, caller.asker(), case_id, Action::ReadAccesses).await?;
        let asked = Question {
            from: 0,
            // An entry of this very moment is in it.
            until: now() + SECOND,
            caller: None,
            operation: None,
            case_id: Some(case_id),
            outcomes: Vec::new(),
            older_than: cursor.0.map(id_of_entry).transpose()?,
            limit: page_length(limit.0)?,
        };
        Ok(Output::new(page(&service, &asked).await?))
    }
}
