//! 补发: a new copy with the number the paper always had and the serial of a new blank.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{self, Input, Listed};
use super::{CaseStep, Decision, Step, one_unless, writing};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::case::decision::Attendance;
use crate::case::{Case, Procedure};
use crate::event::{Event, LaterEvent};
use crate::facts::Facts;
use crate::law::later::{APPLICANT, all_in_person};
use crate::law::numbers::{BlankKey, Series, replacement_number};
use crate::law::registration::blank_is_new;
use crate::procedures::registration_gates;
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
    const IS_FINAL: bool = true;
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

    fn inputs(case: &Case, _: &Facts) -> Listed {
        Some(vec![Input::serial(), ask::attendance(case, &applicants(case))])
    }
}

impl CaseStep for IssueReplacement {
    /// Everything again, and an approval that nothing has voided.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        registration_gates(case, facts)
    }

    /// Issues it.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        violations.extend(all_in_person(case, &applicants(case), &self.attendance, &APPLICANT));
        violations.extend(blank_is_new(&self.blank_serial, facts));
        one_unless(violations, || {
            Event::Later(LaterEvent::ReplacementIssued {
                number: replacement_number(facts),
                blank_serial: self.blank_serial.clone(),
                attendance: self.attendance.clone(),
            })
        })
    }
}
