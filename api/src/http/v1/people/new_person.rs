//! The person of an invitation: what the request says, and every wrong value of it.

use chrono::NaiveDate;
use documents::{Press, glyphs};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use workflow::Role;
use workflow::identity::names::standard_any_name;

use crate::clock::is_plausible;
use crate::http::answer::{Kind, Problem};
use crate::store::people::qualifications::Held;
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

/// What a person is qualified by.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http::v1) struct QualificationRequest {
    /// The number of a registrar's certificate.
    registrar_number: Option<String>,
    /// The qualification of an assessor.
    qualification: Option<Qualification>,
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

/// The texts of a person that stand on documents, each with its field.
fn texts_of<'a>(
    registrar_number: Option<&'a String>,
    qualification: Option<&'a Qualification>,
) -> impl Iterator<Item = (&'static str, &'a str)> {
    let texts = [
        ("registrar_number", registrar_number),
        ("qualification.kind", qualification.map(|held| &held.kind)),
        ("qualification.number", qualification.map(|held| &held.number)),
    ];
    texts.into_iter().filter_map(|(field, text)| Some((field, text?.as_str())))
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
fn expect_text(faults: &mut Faults, field: &str, text: &str) {
    let fits = text.trim() == text && (1..=100).contains(&text.chars().count());
    faults.expect(
        fits,
        field,
        "须为 1 至 100 个字符，首尾不留空白",
        "1 to 100 characters without blanks at the ends",
    );
}

fn expect_plausible(faults: &mut Faults, qualification: Option<&Qualification>) {
    if let Some(held) = qualification {
        faults.expect(
            is_plausible(held.valid_until),
            "qualification.valid_until",
            "须为 1900 年至 2999 年之间的日期",
            "A day of the years 1900 to 2999",
        );
    }
}

fn stored(qualification: Option<Qualification>) -> Option<people::Qualification> {
    qualification.map(|held| people::Qualification {
        kind: held.kind,
        number: held.number,
        valid_until: held.valid_until,
    })
}

/// The certificates of a request, every wrong value named.
pub(in crate::http::v1) fn held(
    press: &Press,
    request: QualificationRequest,
) -> Result<Held, Problem> {
    let QualificationRequest { registrar_number, qualification } = request;
    let mut faults = Faults::none();
    for (field, text) in texts_of(registrar_number.as_ref(), qualification.as_ref()) {
        expect_text(&mut faults, field, text);
        faults.expect_text_printable(press, field, text);
    }
    expect_plausible(&mut faults, qualification.as_ref());
    faults.into_result()?;
    Ok(Held { registrar_number, qualification: stored(qualification) })
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
    let always = [("name", request.name.as_str()), ("organization", request.organization.as_str())];
    let certificates = texts_of(request.registrar_number.as_ref(), request.qualification.as_ref());
    let texts: Vec<(&str, &str)> = always.into_iter().chain(certificates).collect();
    for (field, text) in &texts {
        expect_text(&mut faults, field, text);
    }
    expect_plausible(&mut faults, request.qualification.as_ref());
    let roles = sorted_roles(&mut faults, &request.roles);
    // Names on accounts stand on documents, which cannot be made with a gap.
    for (field, text) in texts {
        faults.expect_text_printable(press, field, text);
    }
    faults.into_result()?;
    Ok(Profile {
        login: request.login,
        name: standard_any_name(&request.name),
        roles,
        organization: request.organization,
        registrar_number: request.registrar_number,
        qualification: stored(request.qualification),
        practice_number: None,
    })
}
