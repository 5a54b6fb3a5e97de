//! Acts that name a paper, a claim or an incident of the case by its number.

use std::sync::Arc;

use poem::web::Data;
use poem_openapi::{OpenApi, param::Path};
use uuid::Uuid;
use workflow::steps::claim::SettleClaim;
use workflow::steps::incident::CloseIncident;
use workflow::steps::verify_paper::{RejectPaper, VerifyPaper};
use workflow::{CaseId, Command};

use super::acts::{Done, Headers, perform};
use crate::execute::Target;
use crate::http::answer::Problem;
use crate::http::answer::output::Output;
use crate::http::body::headers::{IdempotencyKey, IfMatch};
use crate::http::body::input::Input;
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;

/// The acts that name something by its number.
pub struct NumberedActs;

/// Writes one operation for each act of the table.
macro_rules! numbered_acts {
    ($( $(#[$summary:meta])* $method:ident $path:tt $operation:tt $body:ty => $command:path; )*) => {
        #[OpenApi(prefix_path = "/v1/cases", tag = "Group::Cases")]
        impl NumberedActs {
            $(
                $(#[$summary])*
                #[oai(path = $path, method = "post", operation_id = $operation)]
                #[allow(clippy::too_many_arguments, reason = "each is one part of the request")]
                async fn $method(
                    &self,
                    caller: Caller,
                    service: Data<&Arc<Service>>,
                    case: Path<Uuid>,
                    number: Path<u32>,
                    #[oai(name = "If-Match")] if_match: IfMatch,
                    #[oai(name = "Idempotency-Key")] idempotency_key: IdempotencyKey,
                    body: Input<$body>,
                ) -> Result<Output<Done>, Problem> {
                    let target = Target::Case(CaseId(case.0));
                    let headers = Headers { if_match, idempotency_key };
                    let command = $command(number.0, body.0);
                    Ok(perform(&caller, &service, target, headers, command).await?.into())
                }
            )*
        }
    };
}

numbered_acts! {
    /// Find a filed paper in order
    verify_paper "/:case/papers/:number/verification" "verify_paper" VerifyPaper => Command::VerifyPaper;
    /// Find a filed paper not in order
    reject_paper "/:case/papers/:number/rejection" "reject_paper" RejectPaper => Command::RejectPaper;
    /// Settle a claim on a police or court paper
    settle_claim "/:case/claims/:number/settlement" "settle_claim" SettleClaim => Command::SettleClaim;
    /// Close an incident
    close_incident "/:case/incidents/:number/closing" "close_incident" CloseIncident => Command::CloseIncident;
}
