//! The person of an invitation: what the request says, and every wrong value of it.

use chrono::NaiveDate;
use documents::{Press, glyphs};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use workflow::Role;
use workflow::identity::names::standard_any_name;

use crate::clock::is_plausible;
use crate::http::answer::{Kind, Problem};
use crate::store::people::{self, Profile};

/// A person to invite.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http::v1) struct InvitationRequest {
    /// The name to sign in with: 3 to 64 small letters, digits, dots, hyphens or underscores.
    pub(in crate::http::v1) login: String,
    /// The name on records and documents.
    pub(in crate::http::v1) name: String,
    /// The roles to hold.
    pub(in crate::http::v1) roles: Vec<Role>,
    /// The office, institution or agency the person works for.
    pub(in crate::http::v1) organization: String,
    /// The number of a registrar's certificate.
    pub(in crate::http::v1) registrar_number: Option<String>,
    /// The qualification of an assessor.
    pub(in crate::http::v1) qualification: Option<Qualification>,
}

/// A qualification as an assessor.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http::v1) struct Qualification {
    /// Which qualification, such as 社会工作师.
    pub(in crate::http::v1) kind: String,
    /// The number of its certificate.
    pub(in crate::http::v1) number: String,
    /// The last day it is valid.
    pub(in crate::http::v1) valid_until: NaiveDate,
}

/// The wrong values of a request, all of which are named.
struct Faults {
    problem: Problem,
    any: bool,
}

impl Faults {
    fn none() -> Faults {
        Faults { problem: Problem::new(Kind::InvalidValues), any: false }
    }

    fn into_result(self) -> Result<(), Problem> {
        if self.any { Err(self.problem) } else { Ok(()) }
    }

    fn expect(&mut self, right: bool, field: &str, zh: &'static str, en: &'static str) {
        if !right {
            self.add("input-value", field, zh, en);
        }
    }

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

/// The roles of a request, sorted: at least one, each once, and not that of a party.
pub(in crate::http::v1) fn roles(given: &[Role]) -> Result<Vec<Role>, Problem> {
    let mut faults = Faults::none();
    let roles = sorted_roles(&mut faults, given);
    faults.into_result().map(|()| roles)
}

fn sorted_roles(faults: &mut Faults, given: &[Role]) -> Vec<Role> {
    let mut roles = given.to_vec();
    roles.sort();
    roles.dedup();
    let fits = !roles.is_empty() && roles.len() == given.len() && !roles.contains(&Role::Family);
    faults.expect(
        fits,
        "roles",
        "至少一个角色，不得重复，不得为当事人",
        "At least one role, each once, and not that of a party",
    );
    roles
}

/// Texts that stand on documents: there is something in them, and not too much.
fn expect_texts(faults: &mut Faults, request: &InvitationRequest) {
    let always = [("name", Some(&request.name)), ("organization", Some(&request.organization))];
    let qualification = request.qualification.as_ref();
    let sometimes = [
        ("registrar_number", request.registrar_number.as_ref()),
        ("qualification.kind", qualification.map(|held| &held.kind)),
        ("qualification.number", qualification.map(|held| &held.number)),
    ];
    for (field, text) in always.into_iter().chain(sometimes) {
        let Some(text) = text else { continue };
        let fits = text.trim() == text && (1..=100).contains(&text.chars().count());
        faults.expect(
            fits,
            field,
            "须为 1 至 100 个字符，首尾不留空白",
            "1 to 100 characters without blanks at the ends",
        );
    }
}

/// The person of a request, every wrong value named.
pub(in crate::http::v1) fn profile(
    press: &Press,
    request: InvitationRequest,
) -> Result<Profile, Problem> {
    let mut faults = Faults::none();
    let plain =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._-".contains(&byte);
    let login = &request.login;
    faults.expect(
        (3..=64).contains(&login.len()) && login.bytes().all(plain),
        "login",
        "登录名须为 3 至 64 个小写字母、数字、点、连字符或下划线",
        "A login has 3 to 64 small letters, digits, dots, hyphens or underscores",
    );
    expect_texts(&mut faults, &request);
    if let Some(held) = &request.qualification {
        faults.expect(
            is_plausible(held.valid_until),
            "qualification.valid_until",
            "须为 1900 年至 2999 年之间的日期",
            "A day of the years 1900 to 2999",
        );
    }
    let roles = sorted_roles(&mut faults, &request.roles);
    expect_printable(&mut faults, press, &request);
    faults.into_result()?;
    Ok(Profile {
        login: request.login,
        name: standard_any_name(&request.name),
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
