//! The procedures after a registration are opened here; what is done in them are acts of their case.

use std::sync::Arc;

use poem::web::Data;
use poem_openapi::OpenApi;
use workflow::Command;
use workflow::steps::open_dissolution::OpenDissolution;
use workflow::steps::open_late_entry::OpenLateEntry;
use workflow::steps::open_proof::OpenProof;
use workflow::steps::open_replacement::OpenReplacement;
use workflow::steps::open_revocation::OpenRevocation;

use super::acts::{Done, Headers, perform};
use crate::execute::Target;
use crate::http::answer::Problem;
use crate::http::answer::output::Created;
use crate::http::body::headers::{IdempotencyKey, IfMatch};
use crate::http::body::input::Input;
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;

/// The operations that open a procedure after a registration.
pub struct LaterProcedures;

/// Writes one operation for each procedure.
macro_rules! openings {
    ($( $(#[$summary:meta])* $method:ident $path:tt $operation:tt $body:ty => $command:path; )*) => {
        #[OpenApi(prefix_path = "/v1", tag = "Group::Cases")]
        impl LaterProcedures {
            $(
                $(#[$summary])*
                #[oai(path = $path, method = "post", operation_id = $operation)]
                async fn $method(
                    &self,
                    caller: Caller,
                    service: Data<&Arc<Service>>,
                    #[oai(name = "Idempotency-Key")] idempotency_key: IdempotencyKey,
                    body: Input<$body>,
                ) -> Result<Created<Done>, Problem> {
                    let headers = Headers { if_match: IfMatch(None), idempotency_key };
                    let command = $command(Box::new(body.0));
                    let outcome = perform(&caller, &service, Target::New, headers, command).await?;
                    let location = format!("/v1/cases/{}", outcome.case_id);
                    Ok(Created::new(outcome.into(), location))
                }
            )*
        }
    };
}

openings! {
    /// Open the dissolution of an adoption (解除)
    dissolution "/dissolutions" "open_dissolution" OpenDissolution => Command::OpenDissolution;
    /// Open the revocation of a registration (撤销)
    revocation "/revocations" "open_revocation" OpenRevocation => Command::OpenRevocation;
    /// Open the replacement of a certificate or of a proof of dissolution (补领)
    replacement "/replacements" "open_replacement" OpenReplacement => Command::OpenReplacement;
    /// Open the issue of a proof of adoption (出具收养关系证明)
    proof "/proofs" "open_proof" OpenProof => Command::OpenProof;
    /// Enter a registration made on paper before (补录)
    late_entry "/late-entries" "open_late_entry" OpenLateEntry => Command::OpenLateEntry;
}
