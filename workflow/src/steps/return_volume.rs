//! 归还: the volume that was read comes back complete.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::{Input, Listed};
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::base::text::PAGE;
use crate::case::Case;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::archive::READ_ON_THE_SPOT;
use crate::law::input::{self, KNOWN};
use crate::law::sequence::must_be_in;

/// The volume comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnVolume {
    /// Whether every page was there.
    pub complete: bool,
    /// What was noticed; needed where it is not complete.
    #[serde(default)]
    pub remarks: Option<String>,
}

impl Step for ReturnVolume {
    const TITLE: &'static str = "归还档案";
    const ARTICLE: &'static str = "《收养登记档案管理暂行办法》第十条、第十一条";
    const ROLES: &'static [Role] = &[Role::Archivist];

    fn inputs(_: &Case, _: &Facts) -> Listed {
        Some(vec![Input::text("/remarks", PAGE).when("/complete", &[false])])
    }
}

impl CaseStep for ReturnVolume {
    /// Some reading goes on.
    fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, &[Stage::Archived, Stage::Closed]);
        if case.loans.iter().all(|loan| loan.returned.is_some()) {
            violations.push(KNOWN.broken());
        }
        violations
    }

    /// Takes the volume back.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        match &self.remarks {
            Some(remarks) => violations.extend(input::text("remarks", remarks, PAGE)),
            None if !self.complete => violations.push(READ_ON_THE_SPOT.broken().at("remarks")),
            None => {}
        }
        let reading = case.loans.iter().find(|loan| loan.returned.is_none());
        one_unless(violations, || Event::VolumeReturned {
            number: reading.map_or(0, |loan| loan.number),
            complete: self.complete,
            remarks: self.remarks.clone(),
        })
    }
}
