//! 同意评估: each adopter's own consent, signed at the office. The assessment clock starts with it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{self, Listed};
use super::{CaseStep, Decision, Step};
use crate::access::Role;
use crate::base::rule::{Refusal, Violation};
use crate::case::{Case, Party};
use crate::event::{AssessmentEvent, Event};
use crate::facts::Facts;
use crate::law::assessment::NOTIFIED;
use crate::law::input::KNOWN;
use crate::law::kinds::must_be_assessed;
use crate::law::sequence::{IN_REVIEW, must_be_in};

/// One adopter consents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsentToAssessment {
    /// Which adopter.
    pub party: Party,
}

impl Step for ConsentToAssessment {
    const TITLE: &'static str = "确认同意评估";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第九条";
    const ROLES: &'static [Role] = &[Role::Registrar];

    fn inputs(case: &Case, _: &Facts) -> Listed {
        let consented =
            |party: Party| case.assessment.consents.iter().any(|consent| consent.party == party);
        let adopters = case.adopting_parties().map(|(party, _)| party);
        Some(vec![ask::one_party(adopters.filter(|party| !consented(*party)))])
    }
}

impl CaseStep for ConsentToAssessment {
    /// The written notice comes first.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, IN_REVIEW);
        violations.extend(must_be_assessed(case));
        if case.assessment.notified_on.is_none() {
            violations.push(NOTIFIED.broken());
        }
        violations
    }

    /// Records the consent of one adopter, once.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        let consented = case.assessment.consents.iter().any(|consent| consent.party == self.party);
        if case.adopter(self.party).is_none() || consented {
            violations.push(KNOWN.broken().at("party"));
        }
        Refusal::unless_none(violations)?;
        let consented = Event::AssessmentConsented { party: self.party };
        // What is in force when the first of them consents holds for the assessment to its end.
        let in_force = facts.indicator_set.as_deref();
        let frozen = in_force.filter(|_| case.assessment.consents.is_empty()).map(|set| {
            Event::Assessment(AssessmentEvent::SetFrozen { set: Box::new(set.clone()) })
        });
        Ok(std::iter::once(consented).chain(frozen).collect())
    }
}
