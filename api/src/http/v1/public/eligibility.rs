//! Whether the law allows an adoption, by facts somebody states before there is a case.

use std::sync::Arc;

use poem::web::Data;
use poem_openapi::OpenApi;
use workflow::public::eligibility;
use workflow::public::eligibility::{Choose, Eligibility, FactSheet};

use crate::http::answer::Problem;
use crate::http::answer::language::Language;
use crate::http::answer::output::Output;
use crate::http::body::input::Input;
use crate::http::door::paced::Paced;
use crate::http::service::Service;
use crate::http::sign_in::caller::Anonymous;
use crate::http::v1::Group;

/// The check that anybody may ask for.
pub struct EligibilityCheck;

#[OpenApi(prefix_path = "/v1/eligibility", tag = "Group::Eligibility")]
impl EligibilityCheck {
    /// Ask whether the law allows an adoption, by the facts as they are stated
    ///
    /// Nobody has to sign in and nothing is stored. The conditions are those of acceptance and
    /// registration; there they must be shown, here the statement is taken.
    #[oai(path = "/check", method = "post", operation_id = "check_eligibility")]
    async fn check(
        &self,
        _anonymous: Anonymous,
        _paced: Paced,
        service: Data<&Arc<Service>>,
        language: Language,
        body: Input<FactSheet>,
    ) -> Result<Output<Eligibility>, Problem> {
        let sound = body.0.sound().map_err(Problem::invalid)?;
        let points = service.open_points.get(&service.app.store).await?;
        let choose: Choose = match language {
            Language::Chinese => |zh, _| zh,
            Language::English => |_, en| en,
        };
        Ok(Output::new(eligibility::check(&sound, &points, choose)))
    }
}
