//! The leader confirms a veto that was proposed, or does not.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record_assessment_work::RecordAssessmentWork;
use super::{CaseStep, Decision, NumberedStep, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::PAGE;
use crate::case::Case;
use crate::event::{AssessmentEvent, Event};
use crate::facts::Facts;
use crate::law::assessment_work::scored;
use crate::law::decision::is_no_assessor;
use crate::law::input::{self, KNOWN};
use crate::law::veto::{SECOND_SIGNATURE, has_second_signature, veto_is_shown};

/// The decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideVeto {
    /// Whether it stands.
    pub confirmed: bool,
    /// Why.
    pub reasons: String,
}

impl Step for DecideVeto {
    const TITLE: &'static str = "决定一票否决";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第十一条";
    const ROLES: &'static [Role] = &[Role::Leader];
    const IS_FINAL: bool = true;
}

impl NumberedStep for DecideVeto {
    /// A veto waits, and the leader assessed nothing in this case.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = RecordAssessmentWork::gates(case, facts);
        violations.extend(is_no_assessor(case, facts));
        let waits = case.assessment.scored.iter().flat_map(|scored| &scored.vetoes);
        if !waits.clone().any(|veto| veto.decision.is_none()) {
            violations.push(KNOWN.broken());
        }
        violations
    }

    /// Decides it, on the evidence as it stands today.
    fn decide(&self, case: &Case, number: u32, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        violations.extend(input::text("reasons", &self.reasons, PAGE));
        let scored = scored(case);
        let waiting = scored.and_then(|scored| {
            let mut open = scored.vetoes.iter().filter(|veto| veto.decision.is_none());
            open.find(|veto| veto.number == number).map(|veto| (scored, veto))
        });
        match waiting {
            None => violations.push(KNOWN.broken().at("number")),
            Some((scored, proposed)) if self.confirmed => {
                if !has_second_signature(scored, proposed) {
                    violations.push(SECOND_SIGNATURE.broken());
                }
                let effect = proposed.effect_on_child.as_deref();
                violations.extend(scored.set.veto(&proposed.code).into_iter().flat_map(|veto| {
                    veto_is_shown(case, scored, veto, &proposed.evidence, effect)
                }));
            }
            Some(_) => {}
        }
        one_unless(violations, || {
            Event::Assessment(AssessmentEvent::VetoDecided {
                number,
                confirmed: self.confirmed,
                reasons: self.reasons.clone(),
            })
        })
    }
}
