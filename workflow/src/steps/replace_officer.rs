//! 更换经办人: the leader hands a case to another registrar.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{self, Choice, Input, Listed};
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::ids::UserId;
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::base::text::PAGE;
use crate::case::Case;
use crate::event::Event;
use crate::facts::{Facts, Lookup, OfficerRecord};
use crate::law::correction::OFFICER;
use crate::law::donation::RECUSED;
use crate::law::input;
use crate::law::sequence::must_be_in;

/// The new officer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReplaceOfficer {
    /// Who works the case from now on.
    pub officer: UserId,
    /// Why.
    pub reason: String,
}

impl Step for ReplaceOfficer {
    const TITLE: &'static str = "更换经办人";
    const ARTICLE: &'static str = "《收养登记工作规范》第九条";
    const ROLES: &'static [Role] = &[Role::Leader];

    fn lookups(&self) -> Vec<Lookup> {
        vec![Lookup::Officer(self.officer)]
    }

    fn inputs(case: &Case, facts: &Facts) -> Listed {
        let fit = facts.officers.iter().filter(|record| is_fit(case, record));
        let officer = |record: &OfficerRecord| {
            let name = record.actor.name.as_str();
            Choice::new(&record.actor.id, ask::title(name, name))
        };
        let free = fit.filter(|record| !case.is_recused(record.actor.id));
        Some(vec![Input::choice("/officer", free.map(officer)), Input::text("/reason", PAGE)])
    }
}

impl CaseStep for ReplaceOfficer {
    /// While there is still something to do.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        let ended = [Stage::Closed, Stage::NotAccepted, Stage::Refused, Stage::Withdrawn];
        let open = Stage::ALL.into_iter().filter(|stage| !ended.contains(stage));
        must_be_in(case, &open.collect::<Vec<_>>())
    }

    /// Hands the case over to an active registrar who did not assess it and took no gift.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        let record = facts.officers.iter().find(|record| record.actor.id == self.officer);
        let fit = record.filter(|record| is_fit(case, record));
        if fit.is_none() {
            violations.push(OFFICER.broken().at("officer"));
        }
        if case.is_recused(self.officer) {
            violations.push(RECUSED.broken().at("officer"));
        }
        violations.extend(input::text("reason", &self.reason, PAGE));
        let officer = fit.map_or_else(|| case.officer.clone(), |record| record.actor.clone());
        one_unless(violations, || Event::OfficerReplaced { officer, reason: self.reason.clone() })
    }
}

/// An active registrar who did not assess the case and does not have it already.
fn is_fit(case: &Case, record: &OfficerRecord) -> bool {
    let id = record.actor.id;
    record.is_active_registrar && !case.was_assessor(id) && case.officer.id != id
}
