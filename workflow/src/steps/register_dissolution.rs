//! 解除登记: everybody comes together, the certificate is taken back, the proof is numbered.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{self, Input, Listed};
use super::{CaseStep, Decision, Step, one_unless, writing};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::PAGE;
use crate::case::decision::Attendance;
use crate::case::later::TakenIn;
use crate::case::{Case, Procedure};
use crate::event::{Event, LaterEvent};
use crate::facts::Facts;
use crate::law::input;
use crate::law::later::{TAKEN_BACK, TOGETHER, all_in_person};
use crate::law::numbers::{BlankKey, Series, dissolution_number};
use crate::law::registration::blank_is_new;
use crate::procedures::dissolution::signing;
use crate::procedures::registration_gates;

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

impl Step for RegisterDissolution {
    const TITLE: &'static str = "解除登记";
    const ARTICLE: &'static str = "《中国公民收养子女登记办法》第十条、第十一条";
    const ROLES: &'static [Role] = &[Role::Registrar];
    const IS_FINAL: bool = true;
    const PRINTS_THE_WHOLE_CASE: bool = true;
    const ASKS_FACTOR: bool = true;

    fn series(_: Procedure) -> Option<Series> {
        Some(Series::Dissolution)
    }

    fn blank(&self, _: Option<&Case>) -> Option<BlankKey> {
        Some(BlankKey::of_dissolution_proof(&self.blank_serial))
    }

    fn write_in_one_way(&mut self) {
        writing::cards(&mut self.attendance);
    }

    fn inputs(case: &Case, _: &Facts) -> Listed {
        Some(vec![Input::serial(), ask::attendance(case, &signing(case)), ask::why_not_taken_in()])
    }
}

impl CaseStep for RegisterDissolution {
    /// Everything again, and an approval that nothing has voided.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        registration_gates(case, facts)
    }

    /// Registers: the ties end today (民法典 art. 1117).
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        violations.extend(all_in_person(case, &signing(case), &self.attendance, &TOGETHER));
        violations.extend(why_not_taken_in(&self.certificate));
        violations.extend(blank_is_new(&self.blank_serial, facts));
        one_unless(violations, || {
            Event::Later(LaterEvent::DissolutionRegistered {
                number: dissolution_number(facts),
                blank_serial: self.blank_serial.clone(),
                attendance: self.attendance.clone(),
                certificate: self.certificate.clone(),
            })
        })
    }
}

/// A certificate that is not taken in needs its reason.
pub(super) fn why_not_taken_in(certificate: &TakenIn) -> Option<Violation> {
    let TakenIn::NotTakenIn { reason } = certificate else { return None };
    input::text("certificate.reason", reason, PAGE)
        .map(|_| TAKEN_BACK.broken().at("certificate.reason"))
}
