//! 面谈、走访、查阅: one piece of the work, with who was there and the evidence it brought.

use chrono::{NaiveDate, NaiveTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::visit_for_assessment::VisitForAssessment;
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::ids::UserId;
use crate::base::rule::Violation;
use crate::base::text::{LINE, PAGE};
use crate::case::assessment::VisitMethod;
use crate::case::assessment::scored::Scored;
use crate::case::assessment::work::{ChildSays, EvidencePiece, Met, MetAs, WorkRecord};
use crate::case::{Case, PaperState};
use crate::event::{AssessmentEvent, Event};
use crate::facts::Facts;
use crate::indicator::Evidence;
use crate::law::assessment::ASSESSORS_NEEDED;
use crate::law::assessment_work::{
    BY_TWO, EVIDENCE, HEARD_ALONE, must_be_planned, scored, shows_its_items,
};
use crate::law::input::{self, DAY, KNOWN};

/// A piece of evidence as it is given; the case numbers it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GivenEvidence {
    /// What kind it is.
    pub kind: Evidence,
    /// What it shows: of a recording, where it is kept.
    pub what: String,
    /// The filed paper or photo it is, if it is one.
    #[serde(default)]
    pub paper: Option<u32>,
    /// The items it shows.
    pub items: Vec<String>,
}

/// One piece of the work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordAssessmentWork {
    /// How.
    pub method: VisitMethod,
    /// The day.
    pub on: NaiveDate,
    /// When it began.
    pub began_at: NaiveTime,
    /// When it ended.
    pub ended_at: NaiveTime,
    /// Where.
    pub place: String,
    /// Which of the appointed assessors were there.
    pub assessors: Vec<UserId>,
    /// Who else was there.
    #[serde(default)]
    pub people: Vec<Met>,
    /// Whether the one who was heard was heard alone.
    #[serde(default)]
    pub alone: bool,
    /// Whether the child lived in the home on that day.
    #[serde(default)]
    pub child_lives_there: bool,
    /// What the child said, where it was asked.
    #[serde(default)]
    pub child_says: Option<ChildSays>,
    /// What was seen and heard.
    pub notes: String,
    /// The evidence it brought.
    #[serde(default)]
    pub evidence: Vec<GivenEvidence>,
}

impl Step for RecordAssessmentWork {
    const TITLE: &'static str = "记录评估工作";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第九条";
    const ROLES: &'static [Role] = &[Role::Assessor];
}

impl CaseStep for RecordAssessmentWork {
    /// The work is planned, and no signed report is filed.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = VisitForAssessment::gates(case, facts);
        violations.extend(must_be_planned(case));
        violations
    }

    /// Records it. What the child says is heard, not read; who is heard alone is alone.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        let appointed_on = case.assessment.appointed_on.unwrap_or(case.applied_on);
        violations.extend(input::happened("on", self.on, appointed_on, facts));
        if self.began_at >= self.ended_at {
            violations.push(
                DAY.broken_because("结束须晚于开始", "it ends after it begins").at("ended_at"),
            );
        }
        violations.extend(input::text("place", &self.place, LINE));
        violations.extend(input::text("notes", &self.notes, PAGE));
        violations.extend(self.who_was_there(case));
        if let Some(scored) = scored(case) {
            violations.extend(self.evidence_is_tied(case, scored));
        }
        let number = case.assessment.scored.as_deref().map_or(1, next_record);
        let first = case.assessment.scored.as_deref().map_or(1, next_piece);
        one_unless(violations, || {
            let record = Box::new(self.record(number, first));
            Event::Assessment(AssessmentEvent::AssessmentWorkRecorded { record })
        })
    }
}

fn next_record(scored: &Scored) -> u32 {
    scored.records.iter().map(|record| record.number).max().unwrap_or(0) + 1
}

fn next_piece(scored: &Scored) -> u32 {
    scored.evidence().map(|piece| piece.number).max().unwrap_or(0) + 1
}

impl RecordAssessmentWork {
    fn who_was_there(&self, case: &Case) -> Vec<Violation> {
        let mut violations = Vec::new();
        let mut went = self.assessors.clone();
        went.sort();
        went.dedup();
        if went.iter().any(|user| !case.is_assessor(*user)) || went.len() != self.assessors.len() {
            violations.push(KNOWN.broken().at("assessors"));
        }
        // Papers may be read by one; whoever is spoken to meets two.
        let needed = if self.method == VisitMethod::DocumentReview { 1 } else { ASSESSORS_NEEDED };
        if went.len() < needed {
            violations.push(BY_TWO.broken().at("assessors"));
        }
        for (index, met) in self.people.iter().enumerate() {
            violations.extend(input::text(&format!("people[{index}].name"), &met.name, LINE));
            let second = met.who == MetAs::SecondAdopter && case.adopters.len() < 2;
            if second {
                violations.push(KNOWN.broken().at(format!("people[{index}].who")));
            }
        }
        if self.alone && self.people.len() != 1 {
            violations.push(HEARD_ALONE.broken().at("alone"));
        }
        let heard = self.people.iter().any(|met| met.who == MetAs::Child);
        if self.child_says.is_some() && !heard {
            violations.push(KNOWN.broken().at("child_says"));
        }
        violations
    }

    fn evidence_is_tied(&self, case: &Case, scored: &Scored) -> Vec<Violation> {
        let mut violations = Vec::new();
        for (piece, given) in self.pieces(1).iter().zip(&self.evidence) {
            let at = |field: &str| format!("evidence[{}].{field}", piece.number - 1);
            violations.extend(input::text(&at("what"), &given.what, LINE));
            if !shows_its_items(&scored.set, piece) {
                violations.push(EVIDENCE.broken().at(at("items")));
            }
            let stands = |number: u32| {
                let mut papers = case.papers.iter().filter(|paper| paper.number == number);
                papers.any(|paper| paper.state == PaperState::Filed || paper.is_verified())
            };
            if given.paper.is_some_and(|number| !stands(number)) {
                violations.push(KNOWN.broken().at(at("paper")));
            }
        }
        violations
    }

    fn pieces(&self, first: u32) -> Vec<EvidencePiece> {
        (first..)
            .zip(&self.evidence)
            .map(|(number, given)| EvidencePiece {
                number,
                kind: given.kind,
                what: given.what.clone(),
                paper: given.paper,
                items: given.items.clone(),
            })
            .collect()
    }

    fn record(&self, number: u32, first_piece: u32) -> WorkRecord {
        WorkRecord {
            number,
            method: self.method,
            on: self.on,
            began_at: self.began_at,
            ended_at: self.ended_at,
            place: self.place.clone(),
            assessors: self.assessors.clone(),
            people: self.people.clone(),
            alone: self.alone,
            child_lives_there: self.child_lives_there,
            child_says: self.child_says,
            notes: self.notes.clone(),
            evidence: self.pieces(first_piece),
        }
    }
}
