//! 评估方案: who lives in the home, and what is planned.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::visit_for_assessment::VisitForAssessment;
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::{LINE, PAGE};
use crate::case::Case;
use crate::case::assessment::work::{AssessmentPlan, Household, PlannedWork};
use crate::event::{AssessmentEvent, Event};
use crate::facts::Facts;
use crate::law::assessment_work::{must_be_scored, scored};
use crate::law::input::{self, DAY, KNOWN};
use crate::law::scoring::SENT_STANDS;

/// The plan; a later one replaces it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanAssessment {
    /// Who lives in the home beside the applicants.
    pub household: Household,
    /// What is planned.
    pub entries: Vec<PlannedWork>,
    /// What else is to be heeded.
    #[serde(default)]
    pub remarks: Option<String>,
}

impl Step for PlanAssessment {
    const TITLE: &'static str = "制定评估方案";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第九条";
    const ROLES: &'static [Role] = &[Role::Assessor];
}

impl CaseStep for PlanAssessment {
    /// The assessors are appointed, a set was frozen, and no sheet is sent that rests on the plan.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = VisitForAssessment::gates(case, facts);
        violations.extend(must_be_scored(case));
        let mut sheets = scored(case).into_iter().flat_map(|scored| &scored.sheets);
        if sheets.any(|sheet| sheet.sent_on.is_some()) {
            violations.push(SENT_STANDS.broken());
        }
        violations
    }

    /// Records the plan.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        violations.extend(household(&self.household, facts));
        if self.entries.is_empty() {
            violations.push(KNOWN.broken().at("entries"));
        }
        for (index, entry) in self.entries.iter().enumerate() {
            let at = |field: &str| format!("entries[{index}].{field}");
            violations.extend(input::text(&at("whom"), &entry.whom, LINE));
            violations.extend(input::text(&at("place"), &entry.place, LINE));
        }
        let remarks = self.remarks.iter();
        violations.extend(remarks.filter_map(|text| input::text("remarks", text, PAGE)));
        one_unless(violations, || {
            Event::Assessment(AssessmentEvent::AssessmentPlanned {
                plan: AssessmentPlan {
                    household: self.household.clone(),
                    entries: self.entries.clone(),
                    remarks: self.remarks.clone(),
                },
            })
        })
    }
}

fn household(found: &Household, facts: &Facts) -> Vec<Violation> {
    let mut violations = Vec::new();
    for (index, person) in found.co_residents.iter().enumerate() {
        let at = |field: &str| format!("household.co_residents[{index}].{field}");
        violations.extend(input::name(&at("name"), &person.name));
        violations.extend(input::text(&at("relation"), &person.relation, LINE));
    }
    for (index, child) in found.children.iter().enumerate() {
        let at = |field: &str| format!("household.children[{index}].{field}");
        violations.extend(input::name(&at("name"), &child.name));
        if child.birth_date > facts.today {
            violations.push(DAY.broken().at(at("birth_date")));
        }
    }
    let need = found.special_need.iter();
    violations.extend(need.filter_map(|text| input::text("household.special_need", text, PAGE)));
    violations
}
