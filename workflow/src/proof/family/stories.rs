//! One story for each situation a page tells of.

use crate::case::assessment::{Conclusion, IncidentConcern, IncidentGround};
use crate::case::decision::RefusalReason;
use crate::case::{EndedBy, PaperKind, Party, Slot};
use crate::cast::county::DAZU;
use crate::command::Command;
use crate::event::{Event, LaterEvent};
use crate::proof::testing::{Story, application_of_a_stepfather, application_of_hardship_parents};
use crate::public::family::situation::Situation;
use crate::steps::decline_application::DeclineApplication;
use crate::steps::raise_claim::RaiseClaim;
use crate::steps::refuse::Refuse;
use crate::steps::report_incident::ReportIncident;
use crate::steps::request_correction::RequestCorrection;
use crate::steps::withdraw::Withdraw;

pub(super) fn refused() -> Story {
    let mut story = Story::accepted();
    story.leader().must(Command::Refuse(Refuse {
        reasons: vec![RefusalReason {
            rule: "CC-1098.4".into(),
            explanation: "核查有不利于被收养人健康成长的记录".into(),
        }],
        papers_confiscated: Vec::new(),
    }));
    story
}

pub(super) fn not_accepted() -> Story {
    let mut story = Story::applied();
    story.file_and_verify(Slot::of(PaperKind::IdentityCard, Party::FirstAdopter));
    story.file_and_verify(Slot::of(PaperKind::EntryRecord, Party::Child));
    story.must(Command::RequestCorrection(RequestCorrection {}));
    story.must(Command::DeclineApplication(DeclineApplication {
        reasons: vec![RefusalReason {
            rule: "REG-6.1.3".into(),
            explanation: "没有提交身体健康检查证明".into(),
        }],
        papers_confiscated: Vec::new(),
    }));
    story
}

pub(super) fn withdrawn(party: Party) -> Story {
    let mut story = Story::accepted();
    story.must(Command::Withdraw(Withdraw { party, reason: "家里另有打算".into() }));
    story
}

pub(super) fn claimed() -> Story {
    let mut story = Story::accepted();
    story.noticed();
    story.must(Command::RaiseClaim(RaiseClaim { claimant: "自称孩子舅舅的冯某".into() }));
    story
}

pub(super) fn with_incident() -> Story {
    let mut story = Story::accepted();
    let known_on = story.facts.today;
    story.must(Command::ReportIncident(ReportIncident {
        ground: IncidentGround::BadHabits,
        known_on,
        description: "邻居反映经常酗酒".into(),
        concerns: vec![IncidentConcern::Applicant { party: Party::FirstAdopter }],
        sentence: None,
    }));
    story
}

pub(super) fn assessed() -> Story {
    let mut story = Story::accepted();
    story.assessed(Conclusion::Capable);
    story
}

/// An adoption that no longer stands.
fn ended(event: LaterEvent) -> Story {
    let mut story = Story::registered();
    story.told(Event::Later(event));
    story
}

/// One story for each situation it is easy to bring about.
pub(super) fn stories() -> Vec<(Situation, Story)> {
    let mut brought = Story::applied();
    brought.bring_papers();
    let mut told = Story::applied();
    told.must(Command::RequestCorrection(RequestCorrection {}));
    let mut of_hardship = Story::accepted_with(application_of_hardship_parents());
    of_hardship.assessed(Conclusion::Capable);
    let mut noticed_and_heard = Story::accepted();
    noticed_and_heard.noticed().assessed(Conclusion::Capable).heard();
    vec![
        (Situation::PapersWanted, Story::applied()),
        (Situation::PapersChecked, brought),
        (Situation::AssessmentComing, Story::accepted()),
        (Situation::Halted, claimed()),
        (Situation::Halted, with_incident()),
        (Situation::HearingWanted, assessed()),
        (Situation::NoticeRuns, noticed_and_heard),
        (Situation::LastReview, Story::ready()),
        (Situation::Proposed, Story::proposed()),
        (Situation::ComeToRegister, Story::approved()),
        (Situation::ComeForCertificate, Story::registered()),
        (Situation::PapersWanted, told),
        (Situation::HearingWanted, of_hardship),
        (Situation::PapersWanted, Story::applied_with(application_of_a_stepfather())),
        (Situation::HearingWanted, Story::accepted_with(application_of_a_stepfather())),
        (Situation::LastReview, Story::ready_of(application_of_a_stepfather())),
        (Situation::LastReview, Story::ready_of(application_of_hardship_parents())),
        (Situation::NotAccepted, not_accepted()),
        (Situation::Refused, refused()),
        (Situation::WithdrawnByFamily, withdrawn(Party::FirstAdopter)),
        (Situation::Withdrawn, withdrawn(Party::Placer)),
        (Situation::Dissolved, ended(LaterEvent::AdoptionDissolved { number: "解".into() })),
        (Situation::Revoked, ended(LaterEvent::AdoptionRevoked { number: "撤".into() })),
        (Situation::Dissolved, ended(by_court(EndedBy::CourtDissolution))),
        (Situation::Void, ended(by_court(EndedBy::CourtVoid))),
    ]
}

/// A judgment that ended the adoption.
fn by_court(by: EndedBy) -> LaterEvent {
    LaterEvent::EndRecorded {
        by,
        authority: DAZU.court.into(),
        number: "（2026）渝0111民初7号".into(),
        effective_on: "2026-05-06".parse().expect("a day"),
    }
}
