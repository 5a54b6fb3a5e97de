//! 收养登记证核验 for whoever is shown a certificate: no name is told, every mismatch is answered alike.

use std::sync::Arc;

use poem::web::Data;
use poem_openapi::OpenApi;
use workflow::identity::writing::compared_number;

use crate::clock;
use crate::http::answer::Problem;
use crate::http::answer::output::Output;
use crate::http::body::input::Input;
use crate::http::door::doorway::RequestRecord;
use crate::http::service::Service;
use crate::http::sign_in::attempts::Attempts;
use crate::http::sign_in::caller::Anonymous;
use crate::http::v1::Group;
use crate::reading::certificate::{Shown, Verified, verify};
use crate::store::StoreError;

/// The operation that verifies a certificate.
pub struct Verification;

#[OpenApi(prefix_path = "/v1/certificates", tag = "Group::Service")]
impl Verification {
    /// Whether a certificate was given out by this office and still holds
    ///
    /// Guesses are counted, and slowed down.
    #[oai(path = "/verification", method = "post", operation_id = "verify_certificate")]
    async fn verify(
        &self,
        _anonymous: Anonymous,
        service: Data<&Arc<Service>>,
        record: Data<&Arc<RequestRecord>>,
        body: Input<Shown>,
    ) -> Result<Output<Verified>, Problem> {
        let app = &service.app;
        let attempts = Attempts::to_verify_a_certificate(
            &compared_number(&body.0.certificate_number),
            record.address,
        );
        attempts.expect_patience(app.store.reader()).await?;
        let answer = verify(app, &body.0).await?;
        if answer == Verified::NotFound {
            let transaction = app.store.begin().await?;
            attempts.count_failure(&transaction, clock::now()).await?;
            transaction.commit().await.map_err(StoreError::from)?;
        }
        Ok(Output::new(answer))
    }
}
