//! Two or more qualified persons without conflict are appointed to assess.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::ask::{self, Choice, Input, Listed};
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::ids::UserId;
use crate::base::rule::Violation;
use crate::base::text::LINE;
use crate::case::Case;
use crate::case::assessment::Assessor;
use crate::case::assessment::after::ReviewOutcome;
use crate::event::Event;
use crate::facts::{AssessorRecord, Facts, Lookup};
use crate::law::appointment::{APART_FROM_OFFICERS, OF_THE_BODY, is_of_the_body, objections};
use crate::law::assessment::{
    ASSESSORS, ASSESSORS_NEEDED, CONSENTED, consent_complete_on, report_not_filed,
};
use crate::law::assessment_review::OTHER_PEOPLE;
use crate::law::donation::RECUSED;
use crate::law::input;
use crate::law::kinds::must_be_assessed;
use crate::law::recusal::{WITHDRAWN, has_withdrawn};
use crate::law::sequence::{IN_REVIEW, must_be_in};

/// One person to appoint, with what they declared about their ties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssessorToAppoint {
    /// The person's account.
    pub user: UserId,
    /// 无利害关系声明: where the signed statement is kept, or its number.
    pub statement_of_no_interest: String,
}

/// The appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AppointAssessors {
    /// Two or more.
    pub assessors: Vec<AssessorToAppoint>,
}

impl Step for AppointAssessors {
    const TITLE: &'static str = "指派评估人员";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第九条";
    const ROLES: &'static [Role] = &[Role::Registrar];

    fn lookups(&self) -> Vec<Lookup> {
        self.assessors.iter().map(|assessor| Lookup::Assessor(assessor.user)).collect()
    }

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        Some(who_is_fit(case, facts, |user| !was_set_aside(case, user)))
    }
}

impl CaseStep for AppointAssessors {
    /// Every adopter's consent comes first, and a signed report is its assessors' own.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, IN_REVIEW);
        violations.extend(must_be_assessed(case));
        violations.extend(report_not_filed(case));
        if consent_complete_on(case).is_none() {
            violations.push(CONSENTED.broken());
        }
        violations
    }

    /// Appoints them, replacing those appointed before.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        let (appointed, broken) = appointed(&self.assessors, case, facts);
        violations.extend(broken);
        for (index, assessor) in self.assessors.iter().enumerate() {
            if was_set_aside(case, assessor.user) {
                violations.push(OTHER_PEOPLE.broken().at(format!("assessors[{index}].user")));
            }
        }
        one_unless(violations, || Event::AssessorsAppointed { assessors: appointed })
    }
}

/// Those who may be appointed, as the form asks for them.
pub(super) fn who_is_fit(
    case: &Case,
    facts: &Facts,
    may_be: impl Fn(UserId) -> bool,
) -> Vec<Input> {
    let fit = facts
        .assessors
        .iter()
        .filter(|record| objections_to(record.user, case, facts).is_empty() && may_be(record.user));
    let user = |record: &AssessorRecord| {
        Choice::new(&json!({ "user": record.user }), ask::title(&record.name, &record.name))
    };
    let least = u32::try_from(ASSESSORS_NEEDED).unwrap_or(u32::MAX);
    vec![
        Input::list("/assessors", least, fit.map(user)),
        Input::text("/assessors/-/statement_of_no_interest", LINE),
    ]
}

/// Those who are asked to assess or review, as they are appointed, and what is wrong with them.
pub(super) fn appointed(
    asked: &[AssessorToAppoint],
    case: &Case,
    facts: &Facts,
) -> (Vec<Assessor>, Vec<Violation>) {
    let mut violations = Vec::new();
    let mut users: Vec<UserId> = asked.iter().map(|assessor| assessor.user).collect();
    users.sort();
    users.dedup();
    if users.len() < ASSESSORS_NEEDED || users.len() != asked.len() {
        violations.push(ASSESSORS.broken().at("assessors"));
    }
    let mut appointed = Vec::new();
    for (index, assessor) in asked.iter().enumerate() {
        let at = |field: &str| format!("assessors[{index}].{field}");
        let statement = &assessor.statement_of_no_interest;
        violations.extend(input::text(&at("statement_of_no_interest"), statement, LINE));
        let broken = objections_to(assessor.user, case, facts);
        violations.extend(broken.into_iter().map(|violation| violation.at(at("user"))));
        let record = facts.assessors.iter().find(|record| record.user == assessor.user);
        appointed.extend(record.and_then(|record| appointed_as(record, statement)));
    }
    (appointed, violations)
}

/// Whether an assessment of this person was set aside by a review in this case.
fn was_set_aside(case: &Case, user: UserId) -> bool {
    case.assessment.reviews.iter().any(|review| {
        let set_aside = review
            .decision
            .as_ref()
            .is_some_and(|decision| decision.outcome == ReviewOutcome::SetAside);
        set_aside && review.assessed_by.contains(&user)
    })
}

/// Why this person may not assess this case.
fn objections_to(user: UserId, case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut broken = Vec::new();
    let works_the_case =
        [case.officer.id, facts.actor.id].contains(&user) || case.former_officers.contains(&user);
    if works_the_case && facts.rules.assessors_apart_from_officers {
        broken.push(APART_FROM_OFFICERS.broken());
    }
    if case.is_recused(user) {
        broken.push(RECUSED.broken());
    }
    if has_withdrawn(case, user) {
        broken.push(WITHDRAWN.broken());
    }
    let Some(record) = facts.assessors.iter().find(|record| record.user == user) else {
        broken.push(ASSESSORS.broken());
        return broken;
    };
    broken.extend(objections(record, facts.today));
    if record.agency.is_some() && !is_of_the_body(record, case) {
        broken.push(OF_THE_BODY.broken());
    }
    broken
}

/// The person as appointed.
fn appointed_as(record: &AssessorRecord, statement: &str) -> Option<Assessor> {
    Some(Assessor {
        user: record.user,
        name: record.name.clone(),
        qualification: record.qualification.clone()?,
        statement_of_no_interest: statement.to_owned(),
    })
}
