//! 补录核对: another person compares the entry with the paper volume; the adoption is then in the ledger.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::Listed;
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::case::Case;
use crate::case::later::LaterRequest;
use crate::event::{Event, LaterEvent};
use crate::facts::Facts;
use crate::law::numbers::BlankKey;
use crate::law::sequence::must_be_in;
use crate::procedures::late_entry::{conditions, is_another_person};
use crate::procedures::volume;

/// Confirming carries no data: the entry agrees with the volume, or it is declined.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmLateEntry {}

impl Step for ConfirmLateEntry {
    const TITLE: &'static str = "补录核对";
    const ARTICLE: &'static str = "《收养登记档案管理暂行办法》第五条；补录核对";
    const ROLES: &'static [Role] = &[Role::Leader, Role::Archivist];
    const IS_FINAL: bool = true;
    const CROSSES_CASES: bool = true;
    const LOOKS_AT_DOCUMENTS: bool = true;

    fn certificate_number(&self, case: Option<&Case>, _: &Facts) -> Option<String> {
        Some(case?.later.as_ref()?.adoption.certificate_number.clone())
    }

    fn blank(&self, case: Option<&Case>) -> Option<BlankKey> {
        match &case?.later.as_ref()?.request {
            LaterRequest::LateEntry { blank_serial, .. } => {
                blank_serial.as_deref().map(BlankKey::of_certificate)
            }
            _ => None,
        }
    }

    fn inputs(_: &Case, _: &Facts) -> Listed {
        Some(Vec::new())
    }
}

impl CaseStep for ConfirmLateEntry {
    /// Certificate and volume in the file, and another person.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, &[Stage::Applied]);
        violations.extend(conditions(case, facts));
        violations.extend(is_another_person(case, facts));
        violations
    }

    /// Confirms it.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        one_unless(Self::gates(case, facts), || {
            let manifest = volume::manifest(case, facts);
            Event::Later(LaterEvent::LateEntryConfirmed { manifest })
        })
    }
}
