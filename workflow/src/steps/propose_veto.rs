//! An assessor proposes a veto of the set, with its evidence.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record_assessment_work::RecordAssessmentWork;
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::PAGE;
use crate::case::Case;
use crate::event::{AssessmentEvent, Event};
use crate::facts::Facts;
use crate::law::assessment_work::scored;
use crate::law::input::{self, KNOWN};
use crate::law::scoring::OWN_SHEET;
use crate::law::veto::veto_is_shown;

/// What is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposeVeto {
    /// Which veto of the set.
    pub code: String,
    /// What was found.
    pub facts: String,
    /// The evidence, by number.
    pub evidence: Vec<u32>,
    /// Of an illness or disability, why it affects raising this child.
    #[serde(default)]
    pub effect_on_child: Option<String>,
}

impl Step for ProposeVeto {
    const TITLE: &'static str = "提请一票否决";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第十一条";
    const ROLES: &'static [Role] = &[Role::Assessor];
}

impl CaseStep for ProposeVeto {
    /// The work is planned, and no signed report is filed.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        RecordAssessmentWork::gates(case, facts)
    }

    /// Records the proposal.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        if !case.is_assessor(facts.actor.id) {
            violations.push(OWN_SHEET.broken());
        }
        violations.extend(input::text("facts", &self.facts, PAGE));
        let effect = self.effect_on_child.as_deref();
        violations.extend(effect.and_then(|text| input::text("effect_on_child", text, PAGE)));
        let mut number = 1;
        if let Some(scored) = scored(case) {
            number += scored.vetoes.iter().map(|veto| veto.number).max().unwrap_or(0);
            match scored.set.veto(&self.code) {
                None => violations.push(KNOWN.broken().at("code")),
                Some(veto) => {
                    violations.extend(veto_is_shown(case, scored, veto, &self.evidence, effect));
                }
            }
        }
        one_unless(violations, || {
            Event::Assessment(AssessmentEvent::VetoProposed {
                number,
                code: self.code.clone(),
                facts: self.facts.clone(),
                evidence: self.evidence.clone(),
                effect_on_child: self.effect_on_child.clone(),
            })
        })
    }
}
