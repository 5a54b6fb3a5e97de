//! Signing in, refreshing, signing out, my password, and who I am.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use poem::web::Data;
use poem_openapi::OpenApi;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use workflow::{CaseId, Role, UserId};

use crate::http::answer::Problem;
use crate::http::answer::output::{NoContent, Output};
use crate::http::body::input::Input;
use crate::http::door::client::Client;
use crate::http::door::doorway::RequestRecord;
use crate::http::service::Service;
use crate::http::sign_in::accounts::{self, Shown};
use crate::http::sign_in::caller::{Anonymous, Caller};
use crate::http::sign_in::signed_in::SignedIn;
use crate::http::sign_in::tokens::rotation;
use crate::http::v1::Group;
use crate::store::people::absences::StoodIn;

/// The operations of signing in.
pub struct SignIn;

/// Login and password.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct SignInRequest {
    /// The login.
    login: String,
    /// The password.
    password: String,
    /// The value an earlier sign-in handed to this device. Failures elsewhere do not slow it.
    device: Option<String>,
}

/// The password of now and the one to come.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PasswordChange {
    /// The current password.
    current_password: String,
    /// The new password: 12 to 128 characters, taken exactly as typed.
    new_password: String,
}

/// A refresh token to exchange.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct TokenRefreshRequest {
    /// The refresh token of the last answer.
    refresh_token: String,
}

/// The person who asks.
#[derive(Serialize, JsonSchema)]
struct Me {
    /// The account.
    id: UserId,
    /// The name on records.
    name: String,
    /// The roles held now.
    roles: Vec<Role>,
    /// The office, institution or agency.
    organization: String,
    /// The one case a family's session is bound to.
    #[serde(skip_serializing_if = "Option::is_none")]
    case_id: Option<CaseId>,
    /// Those on leave for whom I stand in today. The roles above include theirs.
    stands_in_for: Vec<Substitution>,
    /// When a second factor was last shown in this session.
    #[serde(skip_serializing_if = "Option::is_none")]
    factor_at: Option<DateTime<Utc>>,
}

/// An officer on leave, seen by who stands in.
#[derive(Serialize, JsonSchema)]
struct Substitution {
    /// The account of who is away.
    person: UserId,
    /// The name of who is away.
    name: String,
    /// The roles this adds.
    roles: Vec<Role>,
    /// The last day.
    until: NaiveDate,
}

impl From<&StoodIn> for Substitution {
    fn from(absence: &StoodIn) -> Substitution {
        Substitution {
            person: absence.person,
            name: absence.name.clone(),
            roles: absence.roles.iter().copied().collect(),
            until: absence.until,
        }
    }
}

#[OpenApi(prefix_path = "/v1", tag = "Group::SignIn")]
impl SignIn {
    /// Sign in with login and password
    ///
    /// Where `factor` is in the answer, its access token is good for nothing but what that says.
    #[oai(path = "/sign-in", method = "post", operation_id = "create_session")]
    async fn sign_in(
        &self,
        _anonymous: Anonymous,
        service: Data<&Arc<Service>>,
        record: Data<&Arc<RequestRecord>>,
        client: Client,
        body: Input<SignInRequest>,
    ) -> Result<Output<SignedIn>, Problem> {
        let SignInRequest { login, password, device } = body.0;
        let shown = Shown { login, password, device };
        accounts::sign_in(&service, &record, &client, shown).await.map(Output::new)
    }

    /// Exchange a refresh token for the next pair of tokens
    ///
    /// The same client may ask again for ten seconds and gets the same pair, in case the answer was
    /// lost. A token used later or elsewhere ends its session.
    #[oai(path = "/token-refresh", method = "post", operation_id = "refresh_session")]
    async fn refresh(
        &self,
        _anonymous: Anonymous,
        service: Data<&Arc<Service>>,
        record: Data<&Arc<RequestRecord>>,
        client: Client,
        body: Input<TokenRefreshRequest>,
    ) -> Result<Output<SignedIn>, Problem> {
        let token = &body.0.refresh_token;
        rotation::refresh(&service, &record, &client, token).await.map(Output::new)
    }

    /// End this session; its tokens are worth nothing from now on
    #[oai(path = "/sign-out", method = "post", operation_id = "end_session")]
    async fn sign_out(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
    ) -> Result<NoContent, Problem> {
        accounts::sign_out(&service, caller.person()).await.map(|()| NoContent)
    }

    /// End all my sessions, this one too; nothing issued before is believed from now on
    #[oai(path = "/sign-out-everywhere", method = "post", operation_id = "end_all_sessions")]
    async fn sign_out_everywhere(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
    ) -> Result<NoContent, Problem> {
        accounts::sign_out_everywhere(&service, caller.person()).await.map(|()| NoContent)
    }

    /// Change my password; all my other sessions end
    #[oai(path = "/me/password", method = "put", operation_id = "change_password")]
    async fn change_password(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        body: Input<PasswordChange>,
    ) -> Result<NoContent, Problem> {
        let PasswordChange { current_password, new_password } = body.0;
        accounts::change_password(&service, caller.person(), current_password, new_password)
            .await
            .map(|()| NoContent)
    }

    /// Who I am and which roles I hold
    #[oai(path = "/me", method = "get", operation_id = "read_me")]
    async fn me(&self, caller: Caller) -> Result<Output<Me>, Problem> {
        let person = caller.person();
        Ok(Output::new(Me {
            id: person.asker.actor.id,
            name: person.asker.actor.name.clone(),
            roles: person.asker.roles.iter().copied().collect(),
            organization: person.asker.organization.clone(),
            case_id: person.case_id,
            stands_in_for: person.stands_in_for.iter().map(Substitution::from).collect(),
            factor_at: person.asker.factor_at.and_then(DateTime::from_timestamp_micros),
        }))
    }
}
