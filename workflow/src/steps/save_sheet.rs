//! A sheet is saved: by its own assessor, whenever there is a line, with the time it was written.

use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record_assessment_work::RecordAssessmentWork;
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::rule::Violation;
use crate::base::text::PAGE;
use crate::case::Case;
use crate::case::assessment::scored::{ClaimedBonus, GivenMark, Scored, SheetText};
use crate::event::{AssessmentEvent, Event};
use crate::facts::Facts;
use crate::indicator::Part;
use crate::law::assessment::no_open_incident;
use crate::law::assessment_work::scored;
use crate::law::input::{self, DAY, KNOWN};
use crate::law::scoring::{OWN_SHEET, SENT_STANDS};

/// What the sheet says now. It may be unfinished.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveSheet {
    /// Which part.
    pub part: Part,
    /// The revision it was written on; 0 where there was none.
    pub based_on: u32,
    /// When it was written, such as `2026-03-09 10:12`.
    pub written_at: String,
    /// The marks.
    pub marks: Vec<GivenMark>,
    /// Extra points.
    #[serde(default)]
    pub bonuses: Vec<ClaimedBonus>,
}

impl Step for SaveSheet {
    const TITLE: &'static str = "保存评分表";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第八条、第九条";
    const ROLES: &'static [Role] = &[Role::Assessor];
}

impl CaseStep for SaveSheet {
    /// The work is planned, and nothing reportable is open.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = RecordAssessmentWork::gates(case, facts);
        violations.extend(no_open_incident(case));
        violations
    }

    /// Saves it. What was written on an older revision is kept beside the newest and overwrites nothing.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        if !case.is_assessor(facts.actor.id) {
            violations.push(OWN_SHEET.broken());
        }
        let own = scored(case).and_then(|scored| scored.sheet(self.part, facts.actor.id));
        if own.is_some_and(|sheet| sheet.sent_on.is_some()) {
            violations.push(SENT_STANDS.broken());
        }
        let revision = own.map_or(0, |sheet| sheet.revision);
        if self.based_on > revision {
            violations.push(KNOWN.broken().at("based_on"));
        }
        violations.extend(self.is_written_well(facts));
        if let Some(scored) = scored(case) {
            violations.extend(self.is_of_the_set(scored));
        }
        one_unless(violations, || {
            Event::Assessment(AssessmentEvent::SheetSaved {
                part: self.part,
                text: SheetText {
                    written_at: self.written_at.clone(),
                    marks: self.marks.clone(),
                    bonuses: self.bonuses.clone(),
                },
                beside: self.based_on < revision,
            })
        })
    }
}

impl SaveSheet {
    fn is_written_well(&self, facts: &Facts) -> Vec<Violation> {
        let mut violations = Vec::new();
        let at = NaiveDateTime::parse_from_str(&self.written_at, "%Y-%m-%d %H:%M");
        if !at.is_ok_and(|at| at.date() <= facts.today) {
            violations.push(DAY.broken().at("written_at"));
        }
        let marks = self.marks.iter().map(|mark| ("marks", &mark.note));
        let bonuses = self.bonuses.iter().map(|bonus| ("bonuses", &bonus.note));
        for (list, note) in marks.chain(bonuses) {
            // A note may still be empty in a draft.
            let written = note.is_empty() || input::text(list, note, PAGE).is_none();
            violations.extend((!written).then(|| input::text(list, note, PAGE)).flatten());
        }
        violations
    }

    /// Items, extra points and evidence that exist; the rest is asked when it is sent.
    fn is_of_the_set(&self, scored: &Scored) -> Vec<Violation> {
        let mut violations = Vec::new();
        let is_piece = |number: &u32| scored.evidence().any(|piece| piece.number == *number);
        for (index, mark) in self.marks.iter().enumerate() {
            if scored.set.item(self.part, &mark.item).is_none() {
                violations.push(KNOWN.broken().at(format!("marks[{index}].item")));
            }
            if !mark.evidence.iter().all(is_piece) {
                violations.push(KNOWN.broken().at(format!("marks[{index}].evidence")));
            }
        }
        for (index, bonus) in self.bonuses.iter().enumerate() {
            if !bonus.evidence.iter().all(is_piece) {
                violations.push(KNOWN.broken().at(format!("bonuses[{index}].evidence")));
            }
        }
        violations
    }
}
