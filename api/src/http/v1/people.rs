//! Accounts: inviting people, listing them, closing an account.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use documents::{Press, glyphs};
use poem::web::Data;
use poem_openapi::{OpenApi, param::Path};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use workflow::{Role, UserId};

use super::Group;
use crate::clock;
use crate::http::Service;
use crate::http::accounts;
use crate::http::caller::{Anonymous, Caller};
use crate::http::error::{Kind, Problem};
use crate::http::input::Input;
use crate::http::output::{Created, NoContent, Output};
use crate::store::audit::{self, Access, AccessOutcome};
use crate::store::people::{self, Account, Profile};
use crate::store::sessions::{self, Ended};
use crate::store::{StoreError, Transaction};

/// The operations on accounts.
pub struct People;

/// A person to invite.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct InvitationRequest {
    /// The name to sign in with: 3 to 64 small letters, digits, dots, hyphens or underscores.
    login: String,
    /// The name on records and documents.
    name: String,
    /// The roles to hold.
    roles: Vec<Role>,
    /// The office, institution or agency the person works for.
    organization: String,
    /// The number of a registrar's certificate.
    registrar_number: Option<String>,
    /// The qualification of an assessor.
    qualification: Option<Qualification>,
}

/// A qualification as an assessor.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Qualification {
    /// Which qualification, such as 社会工作师.
    kind: String,
    /// The number of its certificate.
    number: String,
    /// The last day it is valid.
    valid_until: NaiveDate,
}

/// An invitation. The code is shown this once.
#[derive(Serialize, JsonSchema)]
struct InvitationAnswer {
    /// The account that was made.
    user_id: UserId,
    /// The one-time code to hand to the person.
    code: String,
    /// Until when it can be accepted.
    expires_at: Option<DateTime<Utc>>,
}

/// The code of an invitation and the password chosen.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct InvitationAcceptance {
    /// The one-time code.
    code: String,
    /// The password: 12 to 128 characters.
    password: String,
}

/// A person with an account.
#[derive(Serialize, JsonSchema)]
struct User {
    /// The account.
    id: UserId,
    /// The name to sign in with.
    login: String,
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
    /// Whether the account is closed.
    disabled: bool,
}

impl From<Account> for User {
    fn from(account: Account) -> User {
        let profile = account.profile;
        User {
            id: account.id,
            login: profile.login,
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
            disabled: account.disabled_at.is_some(),
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
        let profile = profile(&service.app.press, body.0)?;
        let transaction = service.app.store.begin().await?;
        let invitation =
            accounts::invite(&transaction, Some(person.asker.actor.id), &profile).await?;
        log(&transaction, &caller).await?;
        transaction.commit().await.map_err(StoreError::from)?;
        let answer = InvitationAnswer {
            user_id: invitation.user,
            code: invitation.code,
            expires_at: DateTime::from_timestamp_micros(invitation.expires_at),
        };
        Ok(Created::new(Output::new(answer), "/v1/users"))
    }

    /// Accept an invitation by choosing a password
    #[oai(path = "/invitations/acceptance", method = "post", operation_id = "accept_invitation")]
    async fn accept(
        &self,
        _anonymous: Anonymous,
        service: Data<&Arc<Service>>,
        body: Input<InvitationAcceptance>,
    ) -> Result<NoContent, Problem> {
        let InvitationAcceptance { code, password } = body.0;
        accounts::accept(&service, &code, password).await.map(|()| NoContent)
    }

    /// Everyone with an account
    #[oai(path = "/users", method = "get", operation_id = "list_users")]
    async fn list(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
    ) -> Result<Output<Vec<User>>, Problem> {
        let readers = [Role::Administrator, Role::Registrar, Role::Leader, Role::AgencyManager];
        if !readers.iter().any(|role| caller.asker().roles.contains(role)) {
            return Err(Problem::new(Kind::Forbidden));
        }
        let accounts = people::list(service.app.store.reader()).await?;
        Ok(Output::new(accounts.into_iter().map(User::from).collect()))
    }

    /// Close an account; its sessions end at once
    #[oai(path = "/users/:id/disabling", method = "post", operation_id = "disable_user")]
    async fn disable(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        id: Path<Uuid>,
    ) -> Result<NoContent, Problem> {
        let person = caller.holding(Role::Administrator)?;
        let user = UserId(id.0);
        if user == person.asker.actor.id {
            return Err(Problem::new(Kind::InvalidValues).broken(
                "account-own",
                None,
                "不能停用自己的账号",
                "Nobody can close their own account",
            ));
        }
        let now = clock::now();
        let transaction = service.app.store.begin().await?;
        let was_open = people::disable(&transaction, user, now).await?;
        if !was_open && people::find(&transaction, user).await?.is_none() {
            return Err(Problem::new(Kind::NotFound));
        }
        sessions::end_all(&transaction, user, Ended::Disabled, now).await?;
        log(&transaction, &caller).await?;
        transaction.commit().await.map_err(StoreError::from)?;
        Ok(NoContent)
    }
}

async fn log(transaction: &Transaction, caller: &Caller) -> Result<(), StoreError> {
    let outcome = AccessOutcome::Done;
    let access = Access { asker: caller.asker(), case_id: None, outcome, rules: &[] };
    audit::record(transaction, access).await
}

/// The wrong values of a request, all of which are named.
struct Faults {
    problem: Problem,
    any: bool,
}

impl Faults {
    fn add(
        &mut self,
        rule: &'static str,
        field: &str,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) {
        self.any = true;
        self.problem = self.problem.clone().broken(rule, Some(field.to_owned()), zh, en);
    }

    fn expect_text_printable(&mut self, press: &Press, field: &str, text: &str) {
        for character in glyphs::missing(press, text) {
            let code = format!("U+{:04X}", u32::from(character));
            let zh = format!("字库中没有“{character}”（{code}），无法打印");
            let en = format!("No font has \"{character}\" ({code}), so that it cannot be printed");
            self.add("input-unprintable", field, zh, en);
        }
    }
}

/// Names on accounts stand on documents, which cannot be made with a gap.
fn expect_printable(faults: &mut Faults, press: &Press, request: &InvitationRequest) {
    let always = [("name", Some(&request.name)), ("organization", Some(&request.organization))];
    let qualification = request.qualification.as_ref();
    let sometimes = [
        ("registrar_number", request.registrar_number.as_ref()),
        ("qualification.kind", qualification.map(|held| &held.kind)),
        ("qualification.number", qualification.map(|held| &held.number)),
    ];
    for (field, text) in always.into_iter().chain(sometimes) {
        if let Some(text) = text {
            faults.expect_text_printable(press, field, text);
        }
    }
}

/// The person of a request, every wrong value named.
fn profile(press: &Press, request: InvitationRequest) -> Result<Profile, Problem> {
    let mut faults = Faults { problem: Problem::new(Kind::InvalidValues), any: false };
    let mut expect = |right: bool, field: &str, zh: &'static str, en: &'static str| {
        if !right {
            faults.add("input-value", field, zh, en);
        }
    };
    let plain =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._-".contains(&byte);
    let login = &request.login;
    expect(
        (3..=64).contains(&login.len()) && login.bytes().all(plain),
        "login",
        "登录名须为 3 至 64 个小写字母、数字、点、连字符或下划线",
        "A login has 3 to 64 small letters, digits, dots, hyphens or underscores",
    );
    let texts = [(&request.name, "name"), (&request.organization, "organization")];
    for (text, field) in texts {
        let fits = text.trim() == text && (1..=100).contains(&text.chars().count());
        expect(
            fits,
            field,
            "须为 1 至 100 个字符，首尾不留空白",
            "1 to 100 characters without blanks at the ends",
        );
    }
    let mut roles = request.roles.clone();
    roles.sort();
    roles.dedup();
    let fits =
        !roles.is_empty() && roles.len() == request.roles.len() && !roles.contains(&Role::Family);
    expect(
        fits,
        "roles",
        "至少一个角色，不得重复，不得为当事人",
        "At least one role, each once, and not that of a party",
    );
    expect_printable(&mut faults, press, &request);
    if faults.any {
        return Err(faults.problem);
    }
    Ok(Profile {
        login: request.login,
        name: request.name,
        roles,
        organization: request.organization,
        registrar_number: request.registrar_number,
        qualification: request.qualification.map(|held| people::Qualification {
            kind: held.kind,
            number: held.number,
            valid_until: held.valid_until,
        }),
        practice_number: None,
    })
}
