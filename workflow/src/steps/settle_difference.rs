//! 评分差异: one assessor says what an item is to count; it is settled when all say the same.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::save_sheet::SaveSheet;
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::PAGE;
use crate::case::Case;
use crate::case::assessment::scored::Scored;
use crate::event::{AssessmentEvent, Event};
use crate::facts::Facts;
use crate::indicator::{Part, Points};
use crate::law::assessment_work::scored;
use crate::law::input::{self, BOUNDS, KNOWN};
use crate::law::scoring::{BOTH_SENT, Difference, OWN_SHEET, SETTLED, differences, raters};

/// What an item is to count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SettleDifference {
    /// Which part.
    pub part: Part,
    /// The item, or the extra points.
    pub item: String,
    /// What it is to count, between the lowest and the highest mark.
    pub points: Points,
    /// Why; needed where the marks lie more than one level apart.
    #[serde(default)]
    pub reason: Option<String>,
}

impl Step for SettleDifference {
    const TITLE: &'static str = "协商评分差异";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第四条、第六条";
    const ROLES: &'static [Role] = &[Role::Assessor];
}

impl CaseStep for SettleDifference {
    /// As for a sheet.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        SaveSheet::gates(case, facts)
    }

    /// Records what this assessor says; a later word replaces it.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        if !case.is_assessor(facts.actor.id) {
            violations.push(OWN_SHEET.broken());
        }
        let reason = self.reason.iter();
        violations.extend(reason.filter_map(|text| input::text("reason", text, PAGE)));
        if let Some(scored) = scored(case) {
            if !scored.all_sent(self.part, raters(case)) {
                violations.push(BOTH_SENT.broken().at("part"));
            } else {
                let all = differences(case, scored, self.part);
                match all.iter().find(|difference| difference.code == self.item) {
                    None => violations.push(KNOWN.broken().at("item")),
                    Some(difference) => violations.extend(self.settles(scored, difference)),
                }
            }
        }
        one_unless(violations, || {
            Event::Assessment(AssessmentEvent::DifferenceSettled {
                part: self.part,
                item: self.item.clone(),
                points: self.points,
                reason: self.reason.clone(),
            })
        })
    }
}

impl SettleDifference {
    /// Points between the marks, in a level; of extra points all or none.
    fn settles(&self, scored: &Scored, difference: &Difference) -> Vec<Violation> {
        let mut violations = Vec::new();
        let (least, most) = (difference.points.iter().min(), difference.points.iter().max());
        let between = least <= Some(&self.points) && Some(&self.points) <= most;
        let earned = match scored.set.item(self.part, &self.item) {
            Some(item) => item.level_of(self.points).is_some(),
            None => difference.points.contains(&self.points),
        };
        let whole = scored.set.half_points || !self.points.has_half();
        if !(between && earned && whole) {
            violations.push(BOUNDS.broken().at("points"));
        }
        if difference.needs_reason && self.reason.is_none() {
            violations.push(SETTLED.broken().at("reason"));
        }
        violations
    }
}
