//! 评估报告: submitted by the assessors, then printed and signed by all of them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::ask::{self, Choice, Input, Listed};
use super::visit_for_assessment::assessors_work;
use super::{CaseStep, Decision, Step};
use crate::access::Role;
use crate::base::ids::UserId;
use crate::base::message::Message;
use crate::base::rule::{Refusal, Violation};
use crate::base::text::{LINE, PAGE};
use crate::base::words::word;
use crate::case::Case;
use crate::case::assessment::{AssessmentTopic, Assessor};
use crate::case::assessment::{Conclusion, Finding};
use crate::event::{AssessmentEvent, Event};
use crate::facts::Facts;
use crate::law::assessment::{
    COMPLETE_REPORT, REPORTED, integrated, no_open_incident, topics_left_out, visited_enough,
};
use crate::law::assessment_work::{childs_own_no, enough_work, visited_with_the_child};
use crate::law::input;
use crate::law::recusal::none_pending;
use crate::law::scoring::{IMPROVEMENTS, as_scored, result};

/// The report's conclusion and body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmitReport {
    /// What it concludes.
    pub conclusion: Conclusion,
    /// One finding for each content of 评估办法 art. 8.
    pub findings: Vec<Finding>,
    /// Who signs: every appointed assessor.
    pub signers: Vec<UserId>,
    /// Of a scored assessment that fails, one to five things to improve. The applicants may apply again
    /// at any time after they changed.
    #[serde(default)]
    pub improvements: Vec<String>,
}

impl Step for SubmitReport {
    const TITLE: &'static str = "提交评估报告";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第九条、第十条";
    const ROLES: &'static [Role] = &[Role::Assessor];

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        // What a scored assessment concludes follows from its sheets.
        if case.assessment.scored.is_some() {
            return None;
        }
        let mut conclusions = vec![Conclusion::NotCapable];
        if integrated(case, facts).is_none() {
            conclusions.insert(0, Conclusion::Capable);
        }
        let conclusion = |conclusion: Conclusion| {
            let (zh, en) = match conclusion {
                Conclusion::Capable => ("具备收养能力", "capable"),
                Conclusion::NotCapable => ("不具备收养能力", "not capable"),
            };
            Choice::new(&conclusion, Message::new(zh, en))
        };
        let topic = |topic: AssessmentTopic| {
            Choice::new(&json!({ "topic": topic }), ask::title(topic.printed(), &word(&topic)))
        };
        let signers = case.assessment.assessors.iter();
        let signer =
            |known: &Assessor| Choice::new(&known.user, ask::title(&known.name, &known.name));
        Some(vec![
            Input::choice("/conclusion", conclusions.into_iter().map(conclusion)),
            Input::each("/findings", AssessmentTopic::ALL.map(topic)),
            Input::text("/findings/-/finding", PAGE),
            Input::each("/signers", signers.map(signer)),
        ])
    }
}

impl CaseStep for SubmitReport {
    /// Assessors are appointed, they visited enough, and no incident is open.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = assessors_work(case);
        violations.extend(no_open_incident(case));
        violations.extend(none_pending(case));
        if case.assessment.scored.is_none() {
            violations.extend(visited_enough(case, facts));
        }
        violations
    }

    /// Submits the report. A later one replaces it, and must be signed anew. That the applicants are
    /// capable can be said only after a complete integration; that they are not, at any time.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        if self.conclusion == Conclusion::Capable {
            violations.extend(integrated(case, facts));
        }
        violations.extend(self.rests_on_the_work(case, facts));
        let mut signers = self.signers.clone();
        signers.sort();
        let mut appointed: Vec<UserId> =
            case.assessment.assessors.iter().map(|assessor| assessor.user).collect();
        appointed.sort();
        if signers != appointed {
            violations.push(REPORTED.broken().at("signers"));
        }
        let left_out = topics_left_out(self.findings.iter().map(|finding| finding.topic));
        for topic in left_out {
            violations.push(
                COMPLETE_REPORT
                    .broken_because(
                        format!("缺少“{}”", topic.printed()),
                        format!("{topic:?} is missing"),
                    )
                    .at("findings"),
            );
        }
        for (index, finding) in self.findings.iter().enumerate() {
            violations.extend(input::text(
                &format!("findings[{index}].finding"),
                &finding.finding,
                PAGE,
            ));
        }
        Refusal::unless_none(violations)?;
        // The scores are written before the report, which is printed with them.
        let scores = case.assessment.scored.as_deref().map(|scored| {
            let result = Box::new(result(case, scored, &self.improvements));
            Event::Assessment(AssessmentEvent::ReportScored { result })
        });
        let submitted = Event::ReportSubmitted {
            conclusion: self.conclusion,
            findings: self.findings.clone(),
            signers: self.signers.clone(),
        };
        Ok(scores.into_iter().chain([submitted]).collect())
    }
}

/// The most things to improve that a report names.
const MOST_IMPROVEMENTS: usize = 5;

impl SubmitReport {
    /// Where a set was frozen, its work, its sums and what follows from them.
    fn rests_on_the_work(&self, case: &Case, facts: &Facts) -> Vec<Violation> {
        let Some(scored) = case.assessment.scored.as_deref() else {
            let unasked = (!self.improvements.is_empty()).then(improvements);
            return unasked.into_iter().collect();
        };
        let mut violations = enough_work(case, facts.today, facts);
        violations.extend(as_scored(case, scored, self.conclusion));
        let named = self.improvements.len();
        let right = match self.conclusion {
            Conclusion::Capable => named == 0,
            Conclusion::NotCapable => (1..=MOST_IMPROVEMENTS).contains(&named),
        };
        if self.conclusion == Conclusion::Capable {
            violations.extend(visited_with_the_child(case, facts));
            violations.extend(childs_own_no(case));
        }
        if !right {
            violations.push(improvements());
        }
        let each = self.improvements.iter().enumerate();
        violations.extend(each.filter_map(|(index, text)| {
            input::text(&format!("improvements[{index}]"), text, LINE)
        }));
        violations
    }
}

fn improvements() -> Violation {
    IMPROVEMENTS.broken().at("improvements")
}
