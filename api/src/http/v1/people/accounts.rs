//! Accounts: inviting people, listing them, their roles, closing an account and opening it again.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use poem::web::Data;
use poem_openapi::{OpenApi, param::Path};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use workflow::{Role, UserId};

use super::administering::{administering, commit};
use super::new_person::{self, InvitationRequest, Qualification, QualificationRequest};
use crate::clock;
use crate::http::answer::output::{Created, NoContent, Output};
use crate::http::answer::{Kind, Problem};
use crate::http::body::input::Input;
use crate::http::door::doorway::RequestRecord;
use crate::http::service::Service;
use crate::http::sign_in::caller::{Anonymous, Caller};
use crate::http::sign_in::factor::{demand, reset};
use crate::http::sign_in::invitations::{self, Invitation};
use crate::http::sign_in::powers;
use crate::http::v1::Group;
use crate::store::log::audit;
use crate::store::people::sessions::{self, Ended};
use crate::store::people::{self, Account, factors, qualifications};

/// The operations on accounts.
pub struct People;

/// An invitation. The code is shown this once.
#[derive(Serialize, JsonSchema)]
struct InvitationAnswer {
    /// The account.
    user_id: UserId,
    /// The one-time code to hand to the person.
    code: String,
    /// Until when it can be accepted.
    expires_at: Option<DateTime<Utc>>,
}

impl From<Invitation> for InvitationAnswer {
    fn from(invitation: Invitation) -> InvitationAnswer {
        InvitationAnswer {
            user_id: invitation.user,
            code: invitation.code,
            expires_at: DateTime::from_timestamp_micros(invitation.expires_at),
        }
    }
}

/// The code of an invitation and the password chosen.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct InvitationAcceptance {
    /// The one-time code.
    code: String,
    /// The password: 12 to 128 characters, taken exactly as typed.
    password: String,
}

/// The password is chosen.
#[derive(Serialize, JsonSchema)]
struct InvitationAccepted {
    /// A value for this device to keep and to send with the next sign-in.
    #[serde(skip_serializing_if = "Option::is_none")]
    device: Option<String>,
}

/// The roles a person is to hold.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RolesRequest {
    /// All of them.
    roles: Vec<Role>,
}

/// A person with an account.
#[derive(Serialize, JsonSchema)]
struct User {
    /// The account.
    id: UserId,
    /// The name to sign in with; shown to administrators.
    #[serde(skip_serializing_if = "Option::is_none")]
    login: Option<String>,
    /// The name on records.
    name: String,
    /// The roles held.
    roles: Vec<Role>,
    /// The office, institution or agency.
    organization: String,
    /// The number of a registrar's certificate.
    #[serde(skip_serializing_if = "Option::is_none")]
    registrar_number: Option<String>,
    /// The qualification of an assessor.
    #[serde(skip_serializing_if = "Option::is_none")]
    qualification: Option<Qualification>,
    /// Whether the person has accepted the invitation.
    has_password: bool,
    /// When the person last signed in with the password; shown to administrators.
    #[serde(skip_serializing_if = "Option::is_none")]
    signed_in_at: Option<DateTime<Utc>>,
    /// Whether the account is closed.
    disabled: bool,
    /// Whether the person has a second factor; shown to administrators.
    #[serde(skip_serializing_if = "Option::is_none")]
    has_factor: Option<bool>,
}

impl User {
    /// The account; with those who have a second factor, as an administrator sees it.
    fn of(account: Account, enrolled: Option<&[UserId]>) -> User {
        let for_administrator = enrolled.is_some();
        let profile = account.profile;
        let signed_in_at = account.signed_in_at.and_then(DateTime::from_timestamp_micros);
        User {
            id: account.id,
            login: for_administrator.then_some(profile.login),
            name: profile.name,
            roles: profile.roles,
            organization: profile.organization,
            registrar_number: profile.registrar_number,
            qualification: profile.qualification.map(|held| Qualification {
                kind: held.kind,
                number: held.number,
                valid_until: held.valid_until,
            }),
            has_password: account.has_password,
            signed_in_at: signed_in_at.filter(|_| for_administrator),
            disabled: account.disabled_at.is_some(),
            has_factor: enrolled.map(|enrolled| enrolled.contains(&account.id)),
        }
    }
}

#[OpenApi(prefix_path = "/v1", tag = "Group::People")]
impl People {
    /// Invite a person; the answer holds the one-time code, shown this once
    #[oai(path = "/invitations", method = "post", operation_id = "create_invitation")]
    async fn invite(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        body: Input<InvitationRequest>,
    ) -> Result<Created<InvitationAnswer>, Problem> {
        let person = caller.holding(Role::Administrator)?;
        demand::expect_fresh(&service, &person.asker).await?;
        let profile = new_person::profile(&service.app.press, body.0)?;
        let transaction = service.app.store.begin().await?;
        let by = Some(person.asker.actor.id);
        let invitation = invitations::invite(&transaction, by, &profile).await?;
        commit(transaction, person).await?;
        Ok(Created::new(Output::new(invitation.into()), "/v1/people"))
    }

    /// Accept an invitation by choosing a password; all sessions of the account end
    #[oai(path = "/invitations/acceptance", method = "post", operation_id = "accept_invitation")]
    async fn accept(
        &self,
        _anonymous: Anonymous,
        service: Data<&Arc<Service>>,
        record: Data<&Arc<RequestRecord>>,
        body: Input<InvitationAcceptance>,
    ) -> Result<Output<InvitationAccepted>, Problem> {
        let InvitationAcceptance { code, password } = body.0;
        let device = invitations::accept(&service, &record, &code, password).await?;
        Ok(Output::new(InvitationAccepted { device }))
    }

    /// Everyone with an account but families
    #[oai(path = "/people", method = "get", operation_id = "list_people")]
    async fn list(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
    ) -> Result<Output<Vec<User>>, Problem> {
        let readers = [Role::Administrator, Role::Registrar, Role::Leader, Role::AgencyManager];
        let roles = &caller.asker().roles;
        if !readers.iter().any(|role| roles.contains(role)) {
            return Err(Problem::new(Kind::Forbidden));
        }
        let reader = service.app.store.reader();
        let accounts = people::list(reader).await?.into_iter();
        let enrolled = factors::enrolled(reader).await?;
        let seen = roles.contains(&Role::Administrator).then_some(enrolled.as_slice());
        Ok(Output::new(accounts.map(|account| User::of(account, seen)).collect()))
    }

    /// Invite again a person who lost the password or never chose one
    ///
    /// Older codes are worth nothing from now on; password and sessions stay until the new code
    /// is accepted.
    #[oai(path = "/people/:id/invitations", method = "post", operation_id = "renew_invitation")]
    async fn invite_again(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        id: Path<Uuid>,
    ) -> Result<Created<InvitationAnswer>, Problem> {
        let (person, user) = administering(&service, &caller, id.0).await?;
        let transaction = service.app.store.begin().await?;
        let by = Some(person.asker.actor.id);
        let invitation = invitations::invite_again(&transaction, by, user).await?;
        commit(transaction, person).await?;
        Ok(Created::new(Output::new(invitation.into()), "/v1/people"))
    }

    /// Give a person other roles; they hold from the next request on
    #[oai(path = "/people/:id/roles", method = "put", operation_id = "change_roles")]
    async fn change_roles(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        id: Path<Uuid>,
        body: Input<RolesRequest>,
    ) -> Result<NoContent, Problem> {
        let (person, user) = administering(&service, &caller, id.0).await?;
        let roles = new_person::roles(&body.0.roles)?;
        powers::expect_separate(&roles, "roles")?;
        let transaction = service.app.store.begin().await?;
        let before = people::change_roles(&transaction, user, &roles).await?;
        let before = before.ok_or_else(|| Problem::new(Kind::NotFound))?;
        let subject = format!("roles of {user}");
        let actor = person.asker.actor.id.to_string();
        let (before, after) = (words(&before), words(&roles));
        audit::record_configuration(&transaction, &actor, &subject, Some(before), after).await?;
        commit(transaction, person).await?;
        Ok(NoContent)
    }

    /// Change a person's qualification: the registrar's certificate and that of an assessor
    ///
    /// What is left out is taken away. Acts ask for what is in force on their day.
    #[oai(
        path = "/people/:id/qualification",
        method = "put",
        operation_id = "change_qualification"
    )]
    async fn change_qualification(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        id: Path<Uuid>,
        body: Input<QualificationRequest>,
    ) -> Result<NoContent, Problem> {
        let (person, user) = administering(&service, &caller, id.0).await?;
        let held = new_person::held(&service.app.press, body.0)?;
        let transaction = service.app.store.begin().await?;
        let before = qualifications::replace(&transaction, user, &held).await?;
        let before = before.ok_or_else(|| Problem::new(Kind::NotFound))?;
        let subject = format!("qualification of {user}");
        let actor = person.asker.actor.id.to_string();
        let (before, after) = (before.in_words(), held.in_words());
        audit::record_configuration(&transaction, &actor, &subject, Some(before), after).await?;
        commit(transaction, person).await?;
        Ok(NoContent)
    }

    /// Take away the second factors of a person who lost them; all their sessions end
    ///
    /// The person signs in with the password and enrols anew. It is kept who did it.
    #[oai(path = "/people/:id/factor-reset", method = "post", operation_id = "reset_factors")]
    async fn reset_factors(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        id: Path<Uuid>,
    ) -> Result<NoContent, Problem> {
        let (person, user) = administering(&service, &caller, id.0).await?;
        let transaction = service.app.store.begin().await?;
        reset::reset(&transaction, &person.asker.actor.id.to_string(), user).await?;
        commit(transaction, person).await?;
        Ok(NoContent)
    }

    /// Close an account; its sessions end at once
    #[oai(path = "/people/:id/disabling", method = "post", operation_id = "disable_person")]
    async fn disable(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        id: Path<Uuid>,
    ) -> Result<NoContent, Problem> {
        let (person, user) = administering(&service, &caller, id.0).await?;
        let now = clock::now();
        let transaction = service.app.store.begin().await?;
        people::disable(&transaction, user, now).await?;
        sessions::end_all(&transaction, user, Ended::Disabled, now).await?;
        commit(transaction, person).await?;
        Ok(NoContent)
    }

    /// Open a closed account again; the person signs in anew with the old password
    #[oai(path = "/people/:id/enabling", method = "post", operation_id = "enable_person")]
    async fn enable(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        id: Path<Uuid>,
    ) -> Result<NoContent, Problem> {
        let (person, user) = administering(&service, &caller, id.0).await?;
        let transaction = service.app.store.begin().await?;
        people::enable(&transaction, user, clock::now()).await?;
        commit(transaction, person).await?;
        Ok(NoContent)
    }
}

fn words(roles: &[Role]) -> String {
    roles.iter().map(|role| role.word()).collect::<Vec<_>>().join(" ")
}
