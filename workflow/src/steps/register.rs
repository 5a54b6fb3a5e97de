//! 登记: everything again, the parties in person, the number; the relationship forms today.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, one_unless};
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::case::decision::Attendance;
use crate::case::{Case, Check};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::checks;
use crate::law::decision::{approval_stands, is_no_assessor};
use crate::law::follow_up::visits_due;
use crate::law::input::{self, LINE};
use crate::law::later::NUMBER_ONCE;
use crate::law::numbers::certificate_number;
use crate::law::registration::{BLANK_ONCE, all_attend, confirmed_today};
use crate::law::sequence::must_be_in;
use crate::procedures::proposal_gates;

/// The registration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Register {
    /// 收养登记证印制号, the serial of the blank.
    pub blank_serial: String,
    /// Every party, with the document shown.
    pub attendance: Vec<Attendance>,
    /// What was confirmed today, with its source.
    pub confirmations: Vec<Check>,
}

/// Everything again, and an approval that nothing has voided.
pub fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = must_be_in(case, &[Stage::Approved]);
    violations.extend(proposal_gates(case, facts));
    violations.extend(approval_stands(case));
    violations.extend(is_no_assessor(case, facts));
    violations
}

/// Registers: the number is drawn, and the visits are scheduled.
pub fn decide(case: &Case, command: &Register, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    violations.extend(all_attend(case, &command.attendance));
    violations.extend(confirmed_today(case, &command.confirmations, facts));
    for (index, confirmation) in command.confirmations.iter().enumerate() {
        let prefix = format!("confirmations[{index}].");
        violations.extend(checks::is_written_well(case, &prefix, confirmation, facts));
    }
    violations.extend(input::text("blank_serial", &command.blank_serial, LINE));
    if facts.blank_serial_used {
        violations.push(BLANK_ONCE.broken().at("blank_serial"));
    }
    if facts.certificate_number_used {
        violations.push(NUMBER_ONCE.broken());
    }
    one_unless(violations, || Event::Registered {
        certificate_number: certificate_number(facts),
        blank_serial: command.blank_serial.clone(),
        attendance: command.attendance.clone(),
        confirmations: command.confirmations.clone(),
        visits_due: visits_due(case, facts.today, &facts.rules),
    })
}
