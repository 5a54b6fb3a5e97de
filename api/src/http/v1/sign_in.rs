//! Signing in, refreshing, signing out, and who I am.

use std::sync::Arc;

use poem::web::Data;
use poem_openapi::OpenApi;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use workflow::{CaseId, Role, UserId};

use super::Group;
use crate::http::Service;
use crate::http::accounts::{self, SignedIn};
use crate::http::caller::{Anonymous, Caller};
use crate::http::doorway::RequestRecord;
use crate::http::error::Problem;
use crate::http::input::Input;
use crate::http::output::{NoContent, Output};

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
}

#[OpenApi(prefix_path = "/v1", tag = "Group::SignIn")]
impl SignIn {
    /// Sign in with login and password
    #[oai(path = "/sign-in", method = "post", operation_id = "create_session")]
    async fn sign_in(
        &self,
        _anonymous: Anonymous,
        service: Data<&Arc<Service>>,
        record: Data<&Arc<RequestRecord>>,
        body: Input<SignInRequest>,
    ) -> Result<Output<SignedIn>, Problem> {
        let SignInRequest { login, password } = body.0;
        accounts::sign_in(&service, &record, &login, password).await.map(Output::new)
    }

    /// Exchange a refresh token for the next pair of tokens
    #[oai(path = "/token-refresh", method = "post", operation_id = "refresh_session")]
    async fn refresh(
        &self,
        _anonymous: Anonymous,
        service: Data<&Arc<Service>>,
        record: Data<&Arc<RequestRecord>>,
        body: Input<TokenRefreshRequest>,
    ) -> Result<Output<SignedIn>, Problem> {
        accounts::refresh(&service, &record, &body.0.refresh_token).await.map(Output::new)
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

    /// Who I am and which roles I hold
    #[oai(path = "/me", method = "get", operation_id = "read_me")]
    async fn me(&self, caller: Caller) -> Result<Output<Me>, Problem> {
        let person = caller.person();
        Ok(Output::new(Me {
            id: person.asker.actor.id,
            name: person.asker.actor.name.clone(),
            roles: person.asker.roles.iter().copied().collect(),
            organization: person.organization.clone(),
            case_id: person.case_id,
        }))
    }
}
