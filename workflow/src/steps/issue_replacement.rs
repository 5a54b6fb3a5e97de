//! 补发: a new copy with the number the paper always had and the serial of a new blank.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, one_unless};
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::case::Case;
use crate::case::decision::Attendance;
use crate::event::{Event, LaterEvent};
use crate::facts::Facts;
use crate::law::decision::approval_stands;
use crate::law::input::{self, LINE};
use crate::law::later::{APPLICANT, all_in_person};
use crate::law::numbers::replacement_number;
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

/// Everything again, and an approval that nothing has voided.
pub fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = must_be_in(case, &[Stage::Approved]);
    violations.extend(proposal_gates(case, facts));
    violations.extend(approval_stands(case));
    violations
}

/// Issues it.
pub fn decide(case: &Case, command: &IssueReplacement, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    violations.extend(all_in_person(case, &applicants(case), &command.attendance, &APPLICANT));
    violations.extend(input::text("blank_serial", &command.blank_serial, LINE));
    if facts.blank_serial_used {
        violations.push(BLANK_ONCE.broken().at("blank_serial"));
    }
    one_unless(violations, || {
        Event::Later(LaterEvent::ReplacementIssued {
            number: replacement_number(facts),
            blank_serial: command.blank_serial.clone(),
            attendance: command.attendance.clone(),
        })
    })
}
