//! A reportable circumstance (评估办法 art. 11), reported by anyone who works the case.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{self, Choice, Input, Listed};
use super::{CaseStep, Decision, Step};
use crate::access::Role;
use crate::base::rule::{Refusal, Violation};
use crate::base::text::{LINE, PAGE};
use crate::base::words::word;
use crate::case::Case;
use crate::case::assessment::{IncidentConcern, IncidentGround, Sentence};
use crate::event::{AssessmentEvent, Event};
use crate::facts::Facts;
use crate::law::assessment::{CONCERNED, SENTENCED};
use crate::law::input::{self, KNOWN};
use crate::law::sequence::{UNTIL_REGISTRATION, must_be_in};

/// What became known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportIncident {
    /// What it is about.
    pub ground: IncidentGround,
    /// The day it became known.
    pub known_on: NaiveDate,
    /// What happened.
    pub description: String,
    /// Whom it concerns: applicants, or those who live with them.
    #[serde(default)]
    pub concerns: Vec<IncidentConcern>,
    /// Of an intentional crime, whether it drew or is likely to draw fixed-term imprisonment or more.
    #[serde(default)]
    pub sentence: Option<Sentence>,
}

impl Step for ReportIncident {
    const TITLE: &'static str = "报告情形";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第十一条";
    const ROLES: &'static [Role] = &[Role::Registrar, Role::Assessor];

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        let applicant = |(party, _)| {
            let concern = IncidentConcern::Applicant { party };
            Choice::new(&concern, ask::party(party).title)
        };
        let sentences = [Sentence::FixedTermOrMore, Sentence::LikelyFixedTermOrMore];
        let sentence = |sentence: Sentence| {
            Choice::new(&sentence, ask::title(sentence.printed(), &word(&sentence)))
        };
        Some(vec![
            Input::day("/known_on", Some(case.applied_on), facts.today),
            Input::text("/description", PAGE),
            Input::list("/concerns", 1, case.adopting_parties().map(applicant)),
            Input::choice("/sentence", sentences.map(sentence))
                .when("/ground", &[IncidentGround::IntentionalCrime]),
        ])
    }
}

impl CaseStep for ReportIncident {
    /// At any time until registration.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        must_be_in(case, UNTIL_REGISTRATION)
    }

    /// Records the incident.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        violations.extend(input::happened("known_on", self.known_on, case.applied_on, facts));
        violations.extend(input::text("description", &self.description, PAGE));
        let number = case.incidents.iter().map(|incident| incident.number).max().unwrap_or(0) + 1;
        violations.extend(self.concerns_somebody(case));
        Refusal::unless_none(violations)?;
        let reported = Event::IncidentReported {
            number,
            ground: self.ground,
            known_on: self.known_on,
            description: self.description.clone(),
        };
        let concerns = AssessmentEvent::IncidentConcerns {
            number,
            concerns: self.concerns.clone(),
            sentence: self.sentence,
        };
        Ok(vec![reported, Event::Assessment(concerns)])
    }
}

impl ReportIncident {
    /// Somebody of the household, and of a crime that it reaches the threshold of the ground.
    fn concerns_somebody(&self, case: &Case) -> Vec<Violation> {
        let mut violations = Vec::new();
        if self.concerns.is_empty() {
            violations.push(CONCERNED.broken().at("concerns"));
        }
        for (index, concern) in self.concerns.iter().enumerate() {
            let at = |field: &str| format!("concerns[{index}].{field}");
            match concern {
                IncidentConcern::Applicant { party } if case.adopter(*party).is_none() => {
                    violations.push(KNOWN.broken().at(at("party")));
                }
                IncidentConcern::Applicant { .. } => {}
                IncidentConcern::CoResident { name, relation } => {
                    violations.extend(input::name(&at("name"), name));
                    violations.extend(input::text(&at("relation"), relation, LINE));
                }
            }
        }
        let is_crime = self.ground == IncidentGround::IntentionalCrime;
        if is_crime != self.sentence.is_some() {
            violations.push(SENTENCED.broken().at("sentence"));
        }
        violations
    }
}
