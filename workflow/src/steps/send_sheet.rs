//! A sheet is sent: whole, its newest revision, and not changed afterwards.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::save_sheet::SaveSheet;
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::case::Case;
use crate::event::{AssessmentEvent, Event};
use crate::facts::Facts;
use crate::indicator::Part;
use crate::law::assessment::integrated;
use crate::law::assessment_work::scored;
use crate::law::scoring::{NOTHING_BESIDE, OWN_SHEET, SENT_STANDS, whole};

/// Which sheet is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SendSheet {
    /// Which part.
    pub part: Part,
    /// Which revision of it: the newest.
    pub revision: u32,
}

impl Step for SendSheet {
    const TITLE: &'static str = "提交评分表";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第八条、第九条";
    const ROLES: &'static [Role] = &[Role::Assessor];
}

impl CaseStep for SendSheet {
    /// As for saving it.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        SaveSheet::gates(case, facts)
    }

    /// Sends it. Integration is scored at its last visit, so after its full days.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        if self.part == Part::Integration {
            violations.extend(integrated(case, facts));
        }
        if let Some(scored) = scored(case) {
            match scored.sheet(self.part, facts.actor.id) {
                None => violations.push(OWN_SHEET.broken().at("part")),
                Some(sheet) => {
                    if sheet.sent_on.is_some() {
                        violations.push(SENT_STANDS.broken());
                    }
                    if sheet.revision != self.revision || !sheet.beside.is_empty() {
                        violations.push(NOTHING_BESIDE.broken().at("revision"));
                    }
                    violations.extend(whole(case, scored, sheet));
                }
            }
        }
        let (part, revision) = (self.part, self.revision);
        one_unless(violations, || Event::Assessment(AssessmentEvent::SheetSent { part, revision }))
    }
}
