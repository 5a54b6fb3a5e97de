//! 评估任务进度: how far the open tasks of an assessing body are, for its manager, who sees no case.

use std::sync::Arc;

use poem::web::Data;
use poem_openapi::OpenApi;
use workflow::procedures::deadlines;
use workflow::quality::progress::{Progress, progress};
use workflow::{Role, UserId};

use crate::http::answer::Problem;
use crate::http::answer::output::Output;
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::store::log::audit::AccessOutcome;
use crate::store::office::{self, calendar};
use crate::store::{people, staff};

/// The operation on the tasks of a body.
pub struct AssessmentTasks;

#[OpenApi(prefix_path = "/v1/assessment-tasks", tag = "Group::People")]
impl AssessmentTasks {
    /// How far the open tasks of one's own assessing body are: days and counts, never contents
    #[oai(path = "/", method = "get", operation_id = "list_assessment_tasks")]
    async fn list(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
    ) -> Result<Output<Vec<Progress>>, Problem> {
        let person = caller.holding(Role::AgencyManager)?;
        let reader = service.app.store.reader();
        let accounts = people::list(reader).await?;
        let body = &person.asker.organization;
        let colleagues: Vec<UserId> = accounts
            .iter()
            .filter(|account| account.profile.organization == *body)
            .map(|account| account.id)
            .collect();
        let profile = office::load(reader).await?;
        let calendar = calendar::in_force(reader).await?;
        let cases = staff::open_cases_of(reader, &colleagues).await?;
        let tasks = cases.iter().map(|case| {
            let clocks = deadlines(case, &calendar, &profile.rules);
            progress(case, &clocks, &colleagues)
        });
        let tasks = tasks.collect();
        person.asker.note(&service.app.store, None, AccessOutcome::Read, &[]).await?;
        Ok(Output::new(tasks))
    }
}
