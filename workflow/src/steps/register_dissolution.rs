//! 解除登记: everybody comes together, the certificate is taken back, the proof is numbered.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, one_unless};
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::case::Case;
use crate::case::decision::Attendance;
use crate::case::later::TakenIn;
use crate::event::{Event, LaterEvent};
use crate::facts::Facts;
use crate::law::decision::approval_stands;
use crate::law::input::{self, LINE, PAGE};
use crate::law::later::{TAKEN_BACK, TOGETHER, all_in_person};
use crate::law::numbers::dissolution_number;
use crate::law::registration::BLANK_ONCE;
use crate::law::sequence::must_be_in;
use crate::procedures::dissolution::signing;
use crate::procedures::proposal_gates;

/// The registration of a dissolution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterDissolution {
    /// 印制号 of the blank of the 解除收养关系证明.
    pub blank_serial: String,
    /// Every party, with the document shown.
    pub attendance: Vec<Attendance>,
    /// What became of the certificate.
    pub certificate: TakenIn,
}

/// Everything again, and an approval that nothing has voided.
pub fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = must_be_in(case, &[Stage::Approved]);
    violations.extend(proposal_gates(case, facts));
    violations.extend(approval_stands(case));
    violations
}

/// Registers: the ties end today (民法典 art. 1117).
pub fn decide(case: &Case, command: &RegisterDissolution, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    violations.extend(all_in_person(case, &signing(case), &command.attendance, &TOGETHER));
    violations.extend(why_not_taken_in(&command.certificate));
    violations.extend(input::text("blank_serial", &command.blank_serial, LINE));
    if facts.blank_serial_used {
        violations.push(BLANK_ONCE.broken().at("blank_serial"));
    }
    one_unless(violations, || {
        Event::Later(LaterEvent::DissolutionRegistered {
            number: dissolution_number(facts),
            blank_serial: command.blank_serial.clone(),
            attendance: command.attendance.clone(),
            certificate: command.certificate.clone(),
        })
    })
}

/// A certificate that is not taken in needs its reason.
pub(super) fn why_not_taken_in(certificate: &TakenIn) -> Option<Violation> {
    let TakenIn::NotTakenIn { reason } = certificate else { return None };
    input::text("certificate.reason", reason, PAGE)
        .map(|_| TAKEN_BACK.broken().at("certificate.reason"))
}
