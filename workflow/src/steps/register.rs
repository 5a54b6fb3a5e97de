//! 登记: everything again, the parties in person, the number; the relationship forms today.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::ask::{self, Choice, Input, Listed};
use super::{CaseStep, Decision, Step, one_unless, writing};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::LINE;
use crate::base::words::word;
use crate::case::CheckOutcome;
use crate::case::decision::Attendance;
use crate::case::{Case, Check, Procedure};
use crate::event::Event;
use crate::facts::Facts;
use crate::law::checks;
use crate::law::decision::is_no_assessor;
use crate::law::follow_up::visits_due;
use crate::law::later::NUMBER_ONCE;
use crate::law::numbers::{BlankKey, Series, certificate_number};
use crate::law::registration::who_attends;
use crate::law::registration::{all_attend, blank_is_new, confirmations_needed, confirmed_today};
use crate::procedures::registration_gates;

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

impl Step for Register {
    const TITLE: &'static str = "登记";
    const ARTICLE: &'static str = "《民法典》第一千一百零五条第一款；《登记办法》第八条第一款";
    const ROLES: &'static [Role] = &[Role::Registrar];
    const IS_FINAL: bool = true;
    const CROSSES_CASES: bool = true;
    const PRINTS_THE_WHOLE_CASE: bool = true;
    const ASKS_FACTOR: bool = true;

    fn series(_: Procedure) -> Option<Series> {
        Some(Series::Certificate)
    }

    fn certificate_number(&self, _: Option<&Case>, facts: &Facts) -> Option<String> {
        Some(certificate_number(facts))
    }

    fn blank(&self, _: Option<&Case>) -> Option<BlankKey> {
        Some(BlankKey::of_certificate(&self.blank_serial))
    }

    fn write_in_one_way(&mut self) {
        writing::cards(&mut self.attendance);
    }

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        let confirmed = confirmations_needed(case).into_iter().map(|(check, party)| {
            let value = json!({
                "check": check, "party": party, "outcome": CheckOutcome::Clear, "checked_on": facts.today,
            });
            let title = ask::title(check.printed(), &word(&check));
            let whose = (format!("{}：", party.printed()), format!("{}: ", party.word()));
            Choice::new(&value, title.after(&whose.0, &whose.1))
        });
        Some(vec![
            ask::attendance(case, &who_attends(case)),
            Input::each("/confirmations", confirmed),
            Input::text("/confirmations/-/source", LINE),
            Input::serial(),
        ])
    }
}

impl CaseStep for Register {
    /// Everything again, and an approval that nothing has voided.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = registration_gates(case, facts);
        violations.extend(is_no_assessor(case, facts));
        violations
    }

    /// Registers: the number is drawn, and the visits are scheduled.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        violations.extend(all_attend(case, &self.attendance));
        violations.extend(confirmed_today(case, &self.confirmations, facts));
        for (index, confirmation) in self.confirmations.iter().enumerate() {
            let prefix = format!("confirmations[{index}].");
            violations.extend(checks::is_written_well(case, &prefix, confirmation, facts));
        }
        violations.extend(blank_is_new(&self.blank_serial, facts));
        if facts.certificate_number_used {
            violations.push(NUMBER_ONCE.broken());
        }
        one_unless(violations, || Event::Registered {
            certificate_number: certificate_number(facts),
            blank_serial: self.blank_serial.clone(),
            attendance: self.attendance.clone(),
            confirmations: self.confirmations.clone(),
            visits_due: visits_due(case, facts.today, &facts.rules),
        })
    }
}
