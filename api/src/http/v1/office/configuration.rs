//! The office and what it configures where the law's own number is not verified.

use std::sync::Arc;

use poem::web::Data;
use poem_openapi::OpenApi;
use schemars::JsonSchema;
use serde::Serialize;
use workflow::Role;
use workflow::base::office_rules::OfficeRules;
use workflow::facts::Office;
use workflow::law::time::calendar::CalendarWarning;

use crate::http::answer::output::{NoContent, Output};
use crate::http::answer::{Kind, Problem};
use crate::http::body::input::Input;
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::sign_in::factor::demand;
use crate::http::v1::Group;
use crate::store::StoreError;
use crate::store::cases::rebuild;
use crate::store::office::{self, Mode, calendar};

/// The operations on the office.
pub struct OfficeOperations;

/// The office and its configuration.
#[derive(Debug, Serialize, JsonSchema)]
struct OfficeAnswer {
    /// The office.
    office: Office,
    /// Whether it is a practice office.
    practice: bool,
    /// The legal day.
    today: chrono::NaiveDate,
    /// The numbers the office configures.
    rules: OfficeRules,
    /// Years whose calendar is missing or provisional.
    calendar_warnings: Vec<CalendarWarning>,
}

#[OpenApi(prefix_path = "/v1/office", tag = "Group::Service")]
impl OfficeOperations {
    /// Read the office and its configuration
    #[oai(path = "/", method = "get", operation_id = "read_office")]
    async fn read(
        &self,
        _caller: Caller,
        service: Data<&Arc<Service>>,
    ) -> Result<Output<OfficeAnswer>, Problem> {
        let reader = service.app.store.reader();
        let profile = office::load(reader).await?;
        let calendar = calendar::in_force(reader).await?;
        Ok(Output::new(OfficeAnswer {
            calendar_warnings: calendar.warnings(profile.today()),
            practice: profile.mode == Mode::Practice,
            today: profile.today(),
            rules: profile.rules.clone(),
            office: profile.office,
        }))
    }

    /// Change the numbers the office configures; no gate bends, and the change is logged
    #[oai(path = "/rules", method = "put", operation_id = "change_office_rules")]
    async fn change(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        body: Input<OfficeRules>,
    ) -> Result<NoContent, Problem> {
        let person = caller.holding(Role::Administrator)?;
        // Whoever could change the rules could drop the second factor.
        demand::expect_fresh(&service, &person.asker).await?;
        let wrong = body.0.out_of_bounds();
        if !wrong.is_empty() {
            let problem = Problem::new(Kind::InvalidValues);
            return Err(wrong.into_iter().fold(problem, |problem, field| {
                problem.broken(
                    "INPUT-BOUNDS",
                    Some(field.to_owned()),
                    "数量不在允许范围内",
                    "The number is out of its bounds",
                )
            }));
        }
        let transaction = service.app.store.begin().await?;
        let actor = person.asker.actor.id.to_string();
        office::change_rules(&transaction, &actor, &body.0).await?;
        transaction.commit().await.map_err(StoreError::from)?;
        service.open_points.forget();
        // Deadlines that are stored follow the new numbers; gates read them at each act.
        rebuild::rebuild(&service.app.store, &service.app.secret).await?;
        Ok(NoContent)
    }
}
