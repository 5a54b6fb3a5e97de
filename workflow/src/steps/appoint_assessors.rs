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
use crate::event::Event;
use crate::facts::{AssessorRecord, Facts, Lookup};
use crate::law::assessment::{
    ASSESSORS, ASSESSORS_NEEDED, CONSENTED, NO_CONFLICT, consent_complete_on, report_not_filed,
};
use crate::law::donation::RECUSED;
use crate::law::input;
use crate::law::kinds::must_be_assessed;
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
        let fit = facts.assessors.iter().filter(|record| {
            !works_the_case(case, record.user, facts)
                && !case.is_recused(record.user)
                && qualified(record, "", facts).is_some()
        });
        let user = |record: &AssessorRecord| {
            Choice::new(&json!({ "user": record.user }), ask::title(&record.name, &record.name))
        };
        let least = u32::try_from(ASSESSORS_NEEDED).unwrap_or(u32::MAX);
        Some(vec![
            Input::list("/assessors", least, fit.map(user)),
            Input::text("/assessors/-/statement_of_no_interest", LINE),
        ])
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
        let mut users: Vec<UserId> = self.assessors.iter().map(|assessor| assessor.user).collect();
        users.sort();
        users.dedup();
        if users.len() < ASSESSORS_NEEDED || users.len() != self.assessors.len() {
            violations.push(ASSESSORS.broken().at("assessors"));
        }
        let mut appointed = Vec::new();
        for (index, assessor) in self.assessors.iter().enumerate() {
            let at = |field: &str| format!("assessors[{index}].{field}");
            let statement = &assessor.statement_of_no_interest;
            violations.extend(input::text(&at("statement_of_no_interest"), statement, LINE));
            if works_the_case(case, assessor.user, facts) {
                violations.push(NO_CONFLICT.broken().at(at("user")));
            }
            if case.is_recused(assessor.user) {
                violations.push(RECUSED.broken().at(at("user")));
            }
            let record = facts.assessors.iter().find(|record| record.user == assessor.user);
            match record.and_then(|record| qualified(record, statement, facts)) {
                Some(person) => appointed.push(person),
                None => violations.push(ASSESSORS.broken().at(at("user"))),
            }
        }
        one_unless(violations, || Event::AssessorsAppointed { assessors: appointed })
    }
}

/// Whether this person works the case, or did.
fn works_the_case(case: &Case, user: UserId, facts: &Facts) -> bool {
    [case.officer.id, facts.actor.id].contains(&user) || case.former_officers.contains(&user)
}

/// An active assessor whose qualification is valid today.
fn qualified(record: &AssessorRecord, statement: &str, facts: &Facts) -> Option<Assessor> {
    let qualification = record.qualification.clone()?;
    let valid = record.valid_until.is_none_or(|until| facts.today <= until);
    (record.is_active_assessor && valid).then(|| Assessor {
        user: record.user,
        name: record.name.clone(),
        qualification,
        statement_of_no_interest: statement.to_owned(),
    })
}
