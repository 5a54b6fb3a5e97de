//! What happened elsewhere to an adoption: a court or another office ended it. The registrar files the
//! paper and finds it in order, the leader records. No number of this office is drawn.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{Input, Listed};
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::LINE;
use crate::case::{Case, EndedBy};
use crate::event::{Event, LaterEvent};
use crate::facts::Facts;
use crate::law::ended::{NOT_OF_THIS_OFFICE, end_is_shown, may_be_recorded};
use crate::law::input;
use crate::law::later::is_this_office;

/// A court or another office ended the adoption.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordEnd {
    /// How.
    pub by: EndedBy,
    /// The court or the office.
    pub authority: String,
    /// 案号, or the number of the other office's proof.
    pub number: String,
    /// The day the judgment took effect, or the dissolution was registered.
    pub effective_on: NaiveDate,
}

impl Step for RecordEnd {
    const TITLE: &'static str = "记录收养关系在别处结束";
    const ARTICLE: &'static str =
        "《民法典》第一千一百一十三条至第一千一百一十六条；《登记办法》第十条、第十一条";
    const ROLES: &'static [Role] = &[Role::Leader];
    const IS_FINAL: bool = true;

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        let registered_on = case.registration.as_ref().map(|registration| registration.on);
        Some(vec![
            Input::text("/authority", LINE),
            Input::text("/number", LINE),
            Input::day("/effective_on", registered_on, facts.today),
        ])
    }
}

impl CaseStep for RecordEnd {
    /// The adoption stands, and the paper of its end is in order.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = may_be_recorded(case, facts);
        violations.extend(end_is_shown(case));
        violations
    }

    /// Records the end.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        violations.extend(input::text("authority", &self.authority, LINE));
        violations.extend(input::text("number", &self.number, LINE));
        violations.extend(since_registration(case, "effective_on", self.effective_on, facts));
        let own = self.by == EndedBy::DissolvedElsewhere && is_this_office(&self.authority, facts);
        violations.extend(own.then(|| NOT_OF_THIS_OFFICE.broken().at("authority")));
        one_unless(violations, || {
            Event::Later(LaterEvent::EndRecorded {
                by: self.by,
                authority: self.authority.clone(),
                number: self.number.clone(),
                effective_on: self.effective_on,
            })
        })
    }
}

/// What ends an adoption follows its registration.
pub(super) fn since_registration(
    case: &Case,
    field: &str,
    day: NaiveDate,
    facts: &Facts,
) -> Option<Violation> {
    let registered_on = case.registration.as_ref().map(|registration| registration.on);
    input::happened(field, day, registered_on.unwrap_or(case.applied_on), facts)
}
