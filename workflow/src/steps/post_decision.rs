//! 张贴: the decision to revoke hangs on the notice board.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ask::Listed;
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::document::DocumentKind;
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::case::Case;
use crate::event::{Event, LaterEvent};
use crate::facts::Facts;
use crate::law::later::POSTED;
use crate::law::sequence::must_be_in;
use crate::law::time::periods::last_day;

/// 在公告栏张贴
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PostDecision {}

impl Step for PostDecision {
    const TITLE: &'static str = "张贴撤销决定";
    const ARTICLE: &'static str = "《收养登记工作规范》（撤销决定书在公告栏张贴）";
    const ROLES: &'static [Role] = &[Role::Registrar];
    const IS_FINAL: bool = true;
    const LOOKS_AT_DOCUMENTS: bool = true;

    fn inputs(_: &Case, _: &Facts) -> Listed {
        Some(Vec::new())
    }
}

impl CaseStep for PostDecision {
    /// Decided, and the decision printed.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = must_be_in(case, &[Stage::Registered]);
        if !facts.was_printed(DocumentKind::RevocationDecision) {
            violations
                .push(POSTED.broken_because("决定书尚未打印", "the decision was not printed"));
        }
        violations
    }

    /// Posts it; the days run from the next day.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        one_unless(Self::gates(case, facts), || {
            let last_day = last_day(facts.today, facts.rules.posting_days, &facts.calendar);
            Event::Later(LaterEvent::DecisionPosted { last_day })
        })
    }
}
