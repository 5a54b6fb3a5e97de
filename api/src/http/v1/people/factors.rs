//! The second factor over HTTP: showing it, enrolling one, removing it, recovery codes.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use poem::web::Data;
use poem_openapi::{OpenApi, param::Path};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use workflow::Role;

use crate::http::answer::output::{Created, NoContent, Output};
use crate::http::answer::{Kind, Problem};
use crate::http::body::input::Input;
use crate::http::door::client::Client;
use crate::http::service::Service;
use crate::http::sign_in::caller::{Caller, Person};
use crate::http::sign_in::factor::{demand, enrolment, showing};
use crate::http::sign_in::signed_in::SignedIn;
use crate::http::v1::Group;
use crate::store::people::factors::{self, Factor};
use crate::store::people::recovery_codes;

/// The operations on one's own second factors.
pub struct Factors;

/// A code of a second factor.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct FactorCode {
    /// The six digits an application shows. To show a factor also one of the recovery codes.
    code: String,
}

/// A second factor to enrol.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct FactorRequest {
    /// What its owner calls it, such as the telephone it is on: 1 to 40 characters.
    name: String,
}

/// A second factor that was begun. The secret is shown this once.
#[derive(Serialize, JsonSchema)]
struct FactorBegun {
    /// The factor, to confirm it.
    id: Uuid,
    /// The secret in Base32, for whoever types it.
    secret: String,
    /// The same as an `otpauth` address, to be drawn as a QR code and read by an application.
    uri: String,
}

/// A second factor that works from now on.
#[derive(Serialize, JsonSchema)]
struct FactorConfirmed {
    /// With the first factor: ten codes, each of which stands in for it once. They are shown this once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    recovery_codes: Vec<String>,
    /// Where this completed the sign-in: the tokens of the session that begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    session: Option<SignedIn>,
}

/// The second factor was shown.
#[derive(Serialize, JsonSchema)]
struct FactorShown {
    /// Where this completed the sign-in: the tokens of the session that begins. Otherwise the session
    /// goes on and has shown its factor now.
    #[serde(skip_serializing_if = "Option::is_none")]
    session: Option<SignedIn>,
}

/// A second factor of mine.
#[derive(Serialize, JsonSchema)]
struct FactorLine {
    /// The factor.
    id: Uuid,
    /// What I call it.
    name: String,
    /// When it was begun.
    created_at: Option<DateTime<Utc>>,
    /// Whether it was confirmed by a code. One that was not opens nothing.
    confirmed: bool,
}

impl From<Factor> for FactorLine {
    fn from(factor: Factor) -> FactorLine {
        FactorLine {
            id: factor.id,
            name: factor.name,
            created_at: DateTime::from_timestamp_micros(factor.created_at),
            confirmed: factor.confirmed_at.is_some(),
        }
    }
}

/// My second factors.
#[derive(Serialize, JsonSchema)]
struct FactorsAnswer {
    /// Each of them.
    factors: Vec<FactorLine>,
    /// How many recovery codes are left.
    recovery_codes_left: u64,
    /// Whether the office lets my roles work with a second factor only.
    demanded: bool,
}

/// Ten new recovery codes, shown this once.
#[derive(Serialize, JsonSchema)]
struct RecoveryCodes {
    /// Each of them stands in for a second factor once.
    recovery_codes: Vec<String>,
}

#[OpenApi(prefix_path = "/v1", tag = "Group::SignIn")]
impl Factors {
    /// Show a second factor: to complete a sign-in, or again before what asks for it
    ///
    /// A code is good once. After the password the answer holds the tokens; later the session goes on.
    #[oai(path = "/session/factor", method = "post", operation_id = "show_factor")]
    async fn show(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        client: Client,
        body: Input<FactorCode>,
    ) -> Result<Output<FactorShown>, Problem> {
        let person = of_the_office(&caller)?;
        let session = showing::show(&service, person, &client.device, &body.0.code).await?;
        Ok(Output::new(FactorShown { session }))
    }

    /// My second factors, and how many recovery codes are left
    #[oai(path = "/me/factors", method = "get", operation_id = "list_factors")]
    async fn list(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
    ) -> Result<Output<FactorsAnswer>, Problem> {
        let person = of_the_office(&caller)?;
        let (user, reader) = (person.asker.actor.id, service.app.store.reader());
        let held = factors::list(reader, user).await?;
        Ok(Output::new(FactorsAnswer {
            factors: held.into_iter().map(FactorLine::from).collect(),
            recovery_codes_left: recovery_codes::left(reader, user).await?,
            demanded: demand::is_demanded(&service, reader, &person.asker.roles).await?,
        }))
    }

    /// Begin to enrol a second factor (TOTP); it works once it is confirmed
    ///
    /// Whoever has one already shows it first. One that was begun and never confirmed is dropped.
    #[oai(path = "/me/factors", method = "post", operation_id = "create_factor")]
    async fn begin(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        body: Input<FactorRequest>,
    ) -> Result<Created<FactorBegun>, Problem> {
        let person = of_the_office(&caller)?;
        let name = body.0.name;
        if name.trim() != name || !(1..=40).contains(&name.chars().count()) {
            return Err(Problem::new(Kind::InvalidValues).broken(
                "input-value",
                Some("name".to_owned()),
                "须为 1 至 40 个字符，首尾不留空白",
                "1 to 40 characters without blanks at the ends",
            ));
        }
        let begun = enrolment::begin(&service, person, &name).await?;
        let (secret, uri) = (begun.secret.written, begun.secret.uri);
        let answer = FactorBegun { id: begun.id, secret, uri };
        Ok(Created::new(Output::new(answer), "/v1/me/factors"))
    }

    /// Confirm a second factor by a code it shows
    ///
    /// With the first one come the recovery codes, and all my other sessions end.
    #[oai(path = "/me/factors/:id/confirmation", method = "post", operation_id = "confirm_factor")]
    async fn confirm(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        client: Client,
        id: Path<Uuid>,
        body: Input<FactorCode>,
    ) -> Result<Output<FactorConfirmed>, Problem> {
        let person = of_the_office(&caller)?;
        let (device, code) = (&client.device, &body.0.code);
        let confirmed = enrolment::confirm(&service, person, device, id.0, code).await?;
        Ok(Output::new(FactorConfirmed {
            recovery_codes: confirmed.recovery_codes,
            session: confirmed.signed_in,
        }))
    }

    /// Remove one of my second factors; asks for a factor shown a moment ago
    #[oai(path = "/me/factors/:id/removal", method = "post", operation_id = "remove_factor")]
    async fn remove(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        id: Path<Uuid>,
    ) -> Result<NoContent, Problem> {
        enrolment::remove(&service, of_the_office(&caller)?, id.0).await.map(|()| NoContent)
    }

    /// Get ten new recovery codes; the older are worth nothing. Asks for a factor shown a moment ago
    #[oai(path = "/me/recovery-codes", method = "post", operation_id = "renew_recovery_codes")]
    async fn renew_codes(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
    ) -> Result<Output<RecoveryCodes>, Problem> {
        let recovery_codes = enrolment::renew_codes(&service, of_the_office(&caller)?).await?;
        Ok(Output::new(RecoveryCodes { recovery_codes }))
    }
}

/// A family opens its case with the code of its receipt and has no factor.
fn of_the_office(caller: &Caller) -> Result<&Person, Problem> {
    let person = caller.person();
    if person.asker.roles.contains(&Role::Family) {
        return Err(Problem::new(Kind::Forbidden));
    }
    Ok(person)
}
