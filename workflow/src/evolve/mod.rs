//! What an event changes in its case, and what it means beside: each part of the procedure has a file, and
//! all that is true of an event stands there. Folding cannot fail: what was decided is taken as it is.

mod assessment;
mod hearing;
mod later;
mod meaning;
mod outcome;
mod recusal;
mod review;
mod time;
mod turns;

use std::collections::BTreeMap;

pub use meaning::{Effect, Meaning};

use crate::base::message::Message;
use crate::base::pause::Pause;
use crate::base::stage::Stage;
use crate::case::time::TimeNotes;
use crate::case::{Aftermath, Assessment, Case, PaperKind, PaperState, Party, Procedure};
use crate::event::{Entry, Event, LaterEvent};
use crate::law::time::deadlines::{assessment_pause, published_pause};

/// A part of the procedure.
struct Part {
    /// What an event of it means; nothing of the events of others.
    meaning: fn(&Event) -> Option<Meaning>,
    /// What an event changes in the case.
    fold: fn(&mut Case, &Entry),
}

/// The parts, in the order in which they fold.
const PARTS: [Part; 8] = [
    Part { meaning: review::meaning, fold: review::fold },
    Part { meaning: assessment::meaning, fold: assessment::fold },
    Part { meaning: recusal::meaning, fold: recusal::fold },
    Part { meaning: hearing::meaning, fold: hearing::fold },
    Part { meaning: outcome::meaning, fold: outcome::fold },
    Part { meaning: turns::meaning, fold: turns::fold },
    Part { meaning: time::meaning, fold: time::fold },
    Part { meaning: later::meaning, fold: later::fold },
];

/// The case after one more event. Only an application opens a case; before it, every other event
/// leaves nothing.
pub fn evolve(case: Option<Case>, entry: &Entry) -> Option<Case> {
    let Some(mut case) = case else {
        return open(entry);
    };
    case.version += 1;
    case.last_on = entry.on;
    if is_decided(&case) && meaning(&entry.event).voids_in(&case) {
        void_decision(&mut case);
    }
    PARTS.iter().for_each(|part| (part.fold)(&mut case, entry));
    Some(case)
}

/// Folds a whole history.
pub fn fold<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Option<Case> {
    entries.into_iter().fold(None, evolve)
}

fn open(entry: &Entry) -> Option<Case> {
    let (application, later) = match &entry.event {
        Event::ApplicationFiled(application) => (application.as_ref(), None),
        Event::Later(LaterEvent::LaterApplicationFiled(filed)) => {
            (&filed.application, Some(later::opened(filed)))
        }
        _ => return None,
    };
    Some(Case {
        version: 1,
        number: application.number.clone(),
        procedure: later.as_ref().map_or(Procedure::Formation, |later| later.request.procedure()),
        later,
        aftermath: Aftermath::default(),
        kind: application.child_kind,
        stage: Stage::Applied,
        officer: entry.by.clone(),
        former_officers: Vec::new(),
        applied_on: entry.on,
        adopters: application.adopters.clone(),
        children_restated: BTreeMap::new(),
        child: application.child.clone(),
        placer: application.placer(),
        support_duty: application.support_duty.clone(),
        support_duty_consent_needed: application.support_duty_consent_needed,
        kinship: application.kinship,
        raised_since: application.raised_since,
        file_set: application.file_set.clone(),
        reason: application.reason.clone(),
        wishes: application.wishes,
        papers: Vec::new(),
        corrections: Vec::new(),
        mandates: Vec::new(),
        unsigned_statements: Vec::new(),
        gift_declarations: Vec::new(),
        services: Vec::new(),
        loans: Vec::new(),
        checks: Vec::new(),
        acceptance: None,
        notice: None,
        claims: Vec::new(),
        assessment: Assessment::default(),
        broken_integrations: Vec::new(),
        incidents: Vec::new(),
        inquiries: Vec::new(),
        consents: Vec::new(),
        guidance: Vec::new(),
        proposal: None,
        approval: None,
        registration: None,
        issue: None,
        archive: None,
        visits: Vec::new(),
        ending: None,
        past_pauses: Vec::new(),
        child_changed_on: None,
        assessed_by: Vec::new(),
        changes: 0,
        died: None,
        time: TimeNotes::default(),
        last_on: entry.on,
    })
}

/// What an event means, said by the part of the procedure that folds it. One that no part knows goes by
/// its tag.
pub fn meaning(event: &Event) -> Meaning {
    let said = PARTS.iter().find_map(|part| (part.meaning)(event));
    said.unwrap_or_else(|| meaning::says(event.kind(), event.kind()))
}

/// What happened, in one line.
pub fn headline(event: &Event) -> Message {
    meaning(event).headline
}

/// Whether the case lies before the leader, or has been approved.
fn is_decided(case: &Case) -> bool {
    matches!(case.stage, Stage::Proposed | Stage::Approved)
}

/// The case goes back to review; a signed approval form no longer speaks for it.
fn void_decision(case: &mut Case) {
    case.stage = Stage::Accepted;
    case.proposal = None;
    case.approval = None;
    void_papers(case, PaperKind::ApprovalForm, None);
}

/// Papers of a slot that no longer prove anything, because the act was done anew or a fact changed.
fn void_papers(case: &mut Case, kind: PaperKind, party: Option<Party>) {
    let of_slot = case
        .papers
        .iter_mut()
        .filter(|paper| paper.slot.paper == kind && (party.is_none() || paper.slot.party == party));
    for paper in of_slot {
        if paper.state == PaperState::Filed || paper.is_verified() {
            paper.state = PaperState::Void;
        }
    }
}

/// The assessment no longer stands; the days it stopped the review clock still do not count.
fn void_assessment(case: &mut Case, on: chrono::NaiveDate) {
    if let Some(pause) = assessment_pause(case) {
        case.past_pauses.push(Pause { last: Some(pause.last.unwrap_or(on)), ..pause });
    }
    case.assessment = Assessment::default();
    void_papers(case, PaperKind::AssessmentConsent, None);
    void_papers(case, PaperKind::AssessmentReport, None);
}

/// The report no longer stands and the assessment goes on. What it stopped until the report was filed
/// stays stopped, and the days between the filing and now stay counted (SEQ-12).
fn resume_assessment(case: &mut Case, on: chrono::NaiveDate) {
    let pause = assessment_pause(case).filter(|pause| pause.last.is_some());
    if let Some(pause) = pause {
        case.assessment.resumed_on = Some(on);
        if pause.last >= Some(pause.first) {
            case.past_pauses.push(pause);
        }
    }
    case.assessment.report = None;
}

/// The notice no longer stands; the days it ran still do not count in the review.
fn void_notice(case: &mut Case, on: chrono::NaiveDate) {
    if let Some(pause) = case.notice.as_ref().map(published_pause) {
        let last = pause.last.map_or(on, |last| last.min(on));
        if pause.first <= last {
            case.past_pauses.push(Pause { last: Some(last), ..pause });
        }
    }
    case.notice = None;
    void_papers(case, PaperKind::NewspaperPage, None);
}
