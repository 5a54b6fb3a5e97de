//! 评估质量: what the leader sees of how assessments go.

use std::sync::Arc;

use chrono::{Months, NaiveDate};
use poem::web::Data;
use poem_openapi::OpenApi;
use poem_openapi::param::Query;
use workflow::Role;
use workflow::quality::{Quality, quality};

use crate::clock::is_plausible;
use crate::http::answer::output::Output;
use crate::http::answer::{Kind, Problem};
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::store::log::audit::AccessOutcome;
use crate::store::{office, staff};

/// How far back is looked where nobody says.
const MONTHS: Months = Months::new(12);

/// The operation on the quality of assessments.
pub struct AssessmentQuality;

#[OpenApi(prefix_path = "/v1/assessment-quality", tag = "Group::Service")]
impl AssessmentQuality {
    /// How assessments went: days, agreement of assessors, results, vetoes, what is late
    ///
    /// Counted by the day of the written notice; of the last twelve months where nothing is asked for.
    #[oai(path = "/", method = "get", operation_id = "read_assessment_quality")]
    async fn read(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        /// The first day
        from: Query<Option<NaiveDate>>,
        /// The last day
        until: Query<Option<NaiveDate>>,
    ) -> Result<Output<Quality>, Problem> {
        let person = caller.holding(Role::Leader)?;
        let reader = service.app.store.reader();
        let profile = office::load(reader).await?;
        let today = profile.today();
        let until = until.0.unwrap_or(today);
        let from = from.0.unwrap_or_else(|| until.checked_sub_months(MONTHS).unwrap_or(until));
        if !is_plausible(from) || !is_plausible(until) || until < from {
            let (zh, en) = ("起日须在止日之前", "The first day is not after the last");
            let problem = Problem::new(Kind::InvalidValues);
            return Err(problem.broken("input-value", Some("from".to_owned()), zh, en));
        }
        let cases = staff::assessed_cases(reader).await?;
        let days = profile.rules.assessment_days;
        let counted = quality(&cases, (from, until), today, days);
        person.asker.note(&service.app.store, None, AccessOutcome::Read, &[]).await?;
        Ok(Output::new(counted))
    }
}
