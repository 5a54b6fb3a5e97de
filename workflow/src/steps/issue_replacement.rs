//! 补发: a new copy with the number the paper always had and the serial of a new blank.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CaseStep, Decision, Step, one_unless, writing};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::base::text::LINE;
use crate::case::decision::Attendance;
use crate::case::{Case, Procedure};
use crate::event::{Event, LaterEvent};
use crate::facts::Facts;
use crate::law::decision::approval_stands;
use crate::law::input;
use crate::law::later::{APPLICANT, all_in_person};
use crate::law::numbers::{BlankKey, Series, replacement_number};
use crate::law::registration::BLANK_ONCE;
use crate::law::sequence::must_be_in;
use crate::procedures::proposal_gates;
use crate::procedures::replacement::applicants;

/// The issue of the new copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IssueReplacement {
    /// 印制号 of the new blank.
    pub blank_serial: String,
    /// Everybody who applied, with the document shown.
    pub attendance: Vec<Attendance>,
}

impl Step for IssueReplacement {
    const TITLE: &'static str = "补发";
    const ARTICLE: &'static str = "《收养登记工作规范》（补领收养登记证、解除收养关系证明）";
    const ROLES: &'static [Role] = &[Role::Registrar];
    const PRINTS_THE_WHOLE_CASE: bool = true;

    fn series(_: Procedure) -> Option<Series> {
        Some(Series::Replacement)
    }

    fn blank(&self, case: Option<&Case>) -> Option<BlankKey> {
        BlankKey::of_replacement(case?, &self.blank_serial)
    }

    fn write_in_one_way(&mut self) {
        writing::cards(&mut self.attendance);
    }
}

impl CaseStep for IssueReplacement {
    /// Everything again, and an approval that nothing has voided.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, &[Stage::Approved]);
        violations.extend(proposal_gates(case, facts));
        violations.extend(approval_stands(case));
        violations
    }

    /// Issues it.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        violations.extend(all_in_person(case, &applicants(case), &self.attendance, &APPLICANT));
        violations.extend(input::text("blank_serial", &self.blank_serial, LINE));
        if facts.blank_serial_used {
            violations.push(BLANK_ONCE.broken().at("blank_serial"));
        }
        one_unless(violations, || {
            Event::Later(LaterEvent::ReplacementIssued {
                number: replacement_number(facts),
                blank_serial: self.blank_serial.clone(),
                attendance: self.attendance.clone(),
            })
        })
    }
}
