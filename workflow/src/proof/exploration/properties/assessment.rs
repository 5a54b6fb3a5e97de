//! 民法典 art. 1105(5), 评估办法 arts. 6 to 12: who is assessed, by whom, how long, and what bars.

use chrono::NaiveDate;

use super::days::{later, months_later};
use super::points::frozen;
use super::signed::body;
use super::{History, decides};
use crate::base::ids::UserId;
use crate::case::assessment::{
    AssessmentTopic, IncidentConcern, IncidentGround, Sentence, VisitMethod,
};
use crate::case::change::Change;
use crate::case::{ChildKind, PaperKind, Slot};
use crate::command::Command;
use crate::event::{AssessmentEvent, Event};
use crate::facts::AssessorRecord;
use crate::staff::{Body, Employment, Standing};

/// A proposal, approval or registration of a kind that is assessed.
fn must_stand(history: &History) -> bool {
    decides(history) && history.application().kind != ChildKind::Stepchild
}

/// What touches the adopters' household ends an assessment: it is made anew.
fn voided(history: &History) -> Option<usize> {
    history.changed(|change| {
        matches!(
            change,
            Change::MaritalStatus { .. }
                | Change::Children { .. }
                | Change::Moved { .. }
                | Change::NewRecord { .. }
        )
    })
}

/// The newest act of this kind in the assessment that stands.
fn standing(history: &History, holds: impl Fn(&Event) -> bool) -> Option<usize> {
    history.last(holds).filter(|place| Some(*place) > voided(history))
}

fn told(history: &History) -> Option<usize> {
    standing(history, |event| matches!(event, Event::AssessmentNotified { .. }))
}

pub fn consented(history: &History, whose: crate::case::Party) -> Option<usize> {
    standing(
        history,
        |event| matches!(event, Event::AssessmentConsented { party } if *party == whose),
    )
}

fn appointed(history: &History) -> Option<usize> {
    standing(history, |event| matches!(event, Event::AssessorsAppointed { .. }))
}

fn assessors(history: &History) -> Vec<UserId> {
    match appointed(history).map(|place| &history.0[place].event) {
        Some(Event::AssessorsAppointed { assessors }) => {
            assessors.iter().map(|assessor| assessor.user).collect()
        }
        _ => Vec::new(),
    }
}

fn not_told(history: &History) -> bool {
    must_stand(history) && told(history).is_none()
}

fn not_agreed(history: &History) -> bool {
    let agreed = |party| {
        let form = Slot::of(PaperKind::AssessmentConsent, party);
        consented(history, party).is_some_and(|at| history.paper_stands(form, Some(at)))
    };
    must_stand(history) && history.adopters().into_iter().any(|(party, _)| !agreed(party))
}

fn agreed_before_being_told(history: &History) -> bool {
    matches!(history.newest().event, Event::AssessmentConsented { .. })
        && told(&history.earlier()).is_none()
}

fn appointed_before_all_agreed(history: &History) -> bool {
    let earlier = history.earlier();
    matches!(history.newest().event, Event::AssessorsAppointed { .. })
        && earlier.adopters().into_iter().any(|(party, _)| consented(&earlier, party).is_none())
}

fn not_two_qualified(history: &History) -> bool {
    let mut who = assessors(history);
    who.sort();
    who.dedup();
    let Some(place) = appointed(history) else {
        return must_stand(history);
    };
    let world = &history.0[place].world;
    let qualified = |user: &UserId| {
        let known = world.assessors.iter().find(|record| record.user == *user);
        known.is_some_and(|record| {
            let day = history.on(place);
            let valid = record.valid_until.is_none_or(|until| until >= day);
            let certified = record.is_active_assessor && record.qualification.is_some() && valid;
            let standing = record.standing.as_ref();
            certified
                && standing.is_some_and(|standing| is_fit(standing, day))
                && is_of_the_body(record, body(history))
        })
    };
    must_stand(history) && (who.len() < 2 || !who.iter().all(qualified))
}

/// 未成年人保护法 art. 62 and what the office asks: checked within a year, taught the law, examined, not suspended.
fn is_fit(standing: &Standing, day: NaiveDate) -> bool {
    let checked = standing.screenings.iter().map(|check| (check.on, check.clear)).max();
    let checked = checked.is_some_and(|(on, clear)| clear && day <= months_later(on, 12));
    let examined = standing.examinations.iter().map(|taken| (taken.on, taken.passed)).max();
    let paused =
        standing.suspensions.iter().any(|pause| pause.from <= day && pause.until.is_none());
    let taught = standing.trainings.iter().any(|training| training.on_adoption_law);
    checked && examined.is_some_and(|(_, passed)| passed) && !paused && taught
}

/// Of the body that the applicants were told of: its own team on the establishment (评估办法 art. 6), a
/// commissioned one's full-time (art. 7).
fn is_of_the_body(record: &AssessorRecord, told: Option<&str>) -> bool {
    let (Some(agency), Some(standing)) = (&record.agency, &record.standing) else { return false };
    match told {
        None => {
            agency.body == Body::OwnTeam {} && standing.employment == Employment::OnEstablishment
        }
        Some(name) => agency.name == name && standing.employment == Employment::FullTime,
    }
}

/// Whoever works the case does not assess it.
fn assessed_by_who_works_the_case(history: &History) -> bool {
    let Event::AssessorsAppointed { assessors } = &history.newest().event else {
        return false;
    };
    let officers = history.0.iter().filter_map(|told| match &told.event {
        Event::OfficerReplaced { officer, .. } => Some(officer.id),
        Event::ApplicationFiled { .. } => Some(told.by.id),
        _ => None,
    });
    let mut working = officers.chain([history.newest().by.id]);
    working.any(|officer| assessors.iter().any(|assessor| assessor.user == officer))
}

fn not_visited(history: &History) -> bool {
    let now = assessors(history);
    let made = |wanted: VisitMethod| {
        let visits = history.0.iter().enumerate().filter(|(place, told)| match &told.event {
            Event::AssessmentVisited { visit } => {
                visit.method == wanted
                    && Some(*place) > voided(history)
                    && !visit.assessors.is_empty()
                    && visit.assessors.iter().all(|user| now.contains(user))
            }
            _ => false,
        });
        visits.count()
    };
    let homes = history.newest().world.rules.home_visits as usize;
    let by_points = frozen(history).is_some();
    let visited =
        by_points || made(VisitMethod::HomeVisit) >= homes && made(VisitMethod::Interview) > 0;
    let reports = matches!(history.newest().event, Event::ReportSubmitted { .. });
    (must_stand(history) || reports) && !visited
}

fn not_integrated(history: &History) -> bool {
    let began = standing(history, |event| matches!(event, Event::IntegrationStarted { .. }));
    let ended = standing(history, |event| matches!(event, Event::IntegrationEnded { .. }));
    let broken = history.last(|event| matches!(event, Event::IntegrationBrokenOff { .. }));
    let days = u64::from(history.newest().world.rules.integration_days);
    let ran = match (began.map(|at| &history.0[at].event), ended.map(|at| &history.0[at].event)) {
        (
            Some(Event::IntegrationStarted { started_on }),
            Some(Event::IntegrationEnded { ended_on }),
        ) => began > broken && ended > began && *ended_on > later(*started_on, days),
        _ => false,
    };
    must_stand(history) && !ran
}

/// The report that speaks of everything the assessors did.
fn report(history: &History) -> Option<usize> {
    let done = history.last(|event| {
        matches!(
            event,
            Event::AssessorsAppointed { .. }
                | Event::AssessmentVisited { .. }
                | Event::IntegrationStarted { .. }
                | Event::IntegrationEnded { .. }
                | Event::IntegrationBrokenOff { .. }
        )
    });
    let written = standing(history, |event| matches!(event, Event::ReportSubmitted { .. }));
    written.filter(|place| Some(*place) > done)
}

fn not_reported(history: &History) -> bool {
    let signed = Slot::of_case(PaperKind::AssessmentReport);
    let stands = report(history).is_some_and(|at| history.paper_stands(signed, Some(at)));
    must_stand(history) && !stands
}

fn not_signed_by_all(history: &History) -> bool {
    let Event::ReportSubmitted { signers, .. } = &history.newest().event else {
        return false;
    };
    let (mut signed, mut appointed) = (signers.clone(), assessors(history));
    signed.sort();
    appointed.sort();
    signed != appointed
}

fn a_content_is_left_out(history: &History) -> bool {
    let Event::ReportSubmitted { findings, .. } = &history.newest().event else {
        return false;
    };
    let covered = |topic: &AssessmentTopic| findings.iter().any(|found| found.topic == *topic);
    !AssessmentTopic::ALL.iter().all(covered)
}

/// What a signed report rests on stays as it was.
fn changed_under_the_report(history: &History) -> bool {
    let assesses = matches!(
        history.newest().event,
        Event::AssessmentVisited { .. }
            | Event::AssessorsAppointed { .. }
            | Event::IntegrationStarted { .. }
            | Event::IntegrationEnded { .. }
    );
    let earlier = history.earlier();
    let signed = Slot::of_case(PaperKind::AssessmentReport);
    let rests = report(&earlier).is_some_and(|at| earlier.paper_stands(signed, Some(at)));
    assesses && rests
}

fn report_too_old(history: &History) -> bool {
    let months = i32::try_from(history.newest().world.rules.report_valid_months).expect("few");
    let old = |at| history.today() > months_later(history.on(at), months);
    must_stand(history) && report(history).is_some_and(old)
}

fn incident_open(history: &History) -> bool {
    let reported = history.count(|event| matches!(event, Event::IncidentReported { .. }));
    let closed = history.count(|event| matches!(event, Event::IncidentClosed { .. }));
    let papers = history.papers_of_case(PaperKind::IncidentPaper);
    let closes = matches!(history.newest().event, Event::IncidentClosed { .. });
    super::admits(history) && reported > closed || (closes || decides(history)) && papers < closed
}

fn police_not_told(history: &History) -> bool {
    let Event::IncidentClosed { number: closed, police_report, .. } = &history.newest().event
    else {
        return false;
    };
    let harm = history.has(|event| {
        matches!(event, Event::IncidentReported { number, ground, .. } if number == closed
            && matches!(ground, IncidentGround::HarmToMinors | IncidentGround::HarmDuringIntegration))
    });
    harm && police_report.is_none()
}

/// Whom the newest report of a circumstance concerns, with its number.
fn concerns<'a>(history: &History<'a>) -> Option<(u32, &'a [IncidentConcern], Option<Sentence>)> {
    match &history.newest().event {
        Event::Assessment(AssessmentEvent::IncidentConcerns { number, concerns, sentence }) => {
            Some((*number, concerns, *sentence))
        }
        _ => None,
    }
}

fn concerns_nobody(history: &History) -> bool {
    concerns(history).is_some_and(|(_, concerns, _)| concerns.is_empty())
}

fn crime_of_no_gravity(history: &History) -> bool {
    let Some((reported, _, None)) = concerns(history) else { return false };
    history.has(|event| {
        matches!(event, Event::IncidentReported { number, ground: IncidentGround::IntentionalCrime, .. }
            if *number == reported)
    })
}

fn a_step_parent_is_assessed(history: &History) -> bool {
    let assesses = matches!(
        history.newest().command,
        Command::NotifyAssessment(_)
            | Command::ConsentToAssessment(_)
            | Command::AppointAssessors(_)
    );
    assesses && history.application().kind == ChildKind::Stepchild
}

rows! {
    "SEQ-3", "评估办法 9(1)", "the adopters were told in writing", not_told;
    "SEQ-3", "评估办法 9(2)", "each adopter agreed on paper", not_agreed;
    "SEQ-3", "评估办法 9", "nobody agrees to what they were not told of", agreed_before_being_told;
    "SEQ-3", "评估办法 9(2)", "nobody is appointed before all agreed", appointed_before_all_agreed;
    "SEQ-3", "评估办法 6", "two or more qualified persons assess", not_two_qualified;
    "SEQ-3", "经办与评估分离", "whoever works the case does not assess it", assessed_by_who_works_the_case;
    "SEQ-3", "评估办法 9(3)", "homes were visited and the adopters interviewed by who assesses", not_visited;
    "SEQ-3", "评估办法 8", "integration ran its full days without a break", not_integrated;
    "SEQ-3", "评估办法 9(4)", "the report is filed", not_reported;
    "SEQ-3", "评估办法 9(4)", "every assessor signs it", not_signed_by_all;
    "SEQ-3", "评估办法 8", "it covers every content", a_content_is_left_out;
    "SEQ-3", "评估办法 9(4)", "what a filed report rests on stays as it was", changed_under_the_report;
    "SEQ-3", "评估报告有效期", "the report is still valid", report_too_old;
    "SEQ-3", "评估办法 11", "no incident is open, and each was closed on a paper", incident_open;
    "SEQ-3", "评估办法 11；未成年人保护法 11", "harm to a child is told to the police", police_not_told;
    "SEQ-3", "评估办法 11", "it is known whom a circumstance concerns", concerns_nobody;
    "SEQ-3", "评估办法 11(5)", "it is known how grave a crime is", crime_of_no_gravity;
    "SEQ-1", "评估办法 2；规范 48", "a step-parent is not assessed", a_step_parent_is_assessed;
}
