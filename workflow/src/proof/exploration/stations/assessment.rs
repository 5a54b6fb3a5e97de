//! 收养评估: told, agreed, appointed, visited, integrated, reported.

use crate::base::ids::UserId;
use crate::case::assessment::{AssessingBody, AssessmentTopic, Conclusion, Finding, VisitMethod};
use crate::case::{ChildKind, PaperKind, Party, Slot};
use crate::command::Command;
use crate::proof::exploration::people::Who;
use crate::proof::exploration::properties::History;
use crate::proof::exploration::properties::days::{before, later};
use crate::proof::exploration::road::{Station, by, station};
use crate::proof::exploration::walk::Walk;
use crate::proof::testing::scored::plan;
use crate::proof::testing::user;
use crate::steps::appoint_assessors::{AppointAssessors, AssessorToAppoint};
use crate::steps::break_off_integration::BreakOffIntegration;
use crate::steps::consent_to_assessment::ConsentToAssessment;
use crate::steps::end_integration::EndIntegration;
use crate::steps::notify_assessment::NotifyAssessment;
use crate::steps::start_integration::StartIntegration;
use crate::steps::submit_report::SubmitReport;
use crate::steps::visit_for_assessment::VisitForAssessment;

/// The accounts of those who are rightly appointed.
const RIGHT: [u128; 2] = [11, 12];

fn accounts(numbers: &[u128]) -> Vec<UserId> {
    numbers.iter().map(|number| user(*number, "").id).collect()
}

pub fn notify(walk: &mut Walk) {
    notify_of(walk, AssessingBody::OwnTeam);
}

/// The applicants are told who assesses.
pub fn notify_of(walk: &mut Walk, body: AssessingBody) {
    walk.act(Who::Registrar, Command::NotifyAssessment(NotifyAssessment { body }));
}

fn agree(walk: &mut Walk, party: Party) {
    walk.act(Who::Registrar, Command::ConsentToAssessment(ConsentToAssessment { party }));
}

fn appoint(walk: &mut Walk, numbers: &[u128]) {
    let assessors = accounts(numbers).into_iter().map(|user| AssessorToAppoint {
        user,
        statement_of_no_interest: "无利害关系声明已签署".into(),
    });
    let assessors = assessors.collect();
    walk.act(Who::Registrar, Command::AppointAssessors(AppointAssessors { assessors }));
}

fn visit(walk: &mut Walk, method: VisitMethod, numbers: &[u128], visited_on: chrono::NaiveDate) {
    let (assessors, findings) = (accounts(numbers), "家中整洁".into());
    let visit = VisitForAssessment { visited_on, method, assessors, findings };
    walk.act(Who::Assessor, Command::VisitForAssessment(visit));
}

fn visit_today(walk: &mut Walk, method: VisitMethod, numbers: &[u128]) {
    let today = walk.state.world.today;
    visit(walk, method, numbers, today);
}

fn appointed(walk: &Walk) -> Vec<u128> {
    let assessors = &walk.case().assessment.assessors;
    assessors.iter().map(|assessor| assessor.user.0.as_u128()).collect()
}

fn end(walk: &mut Walk) {
    let ended_on = walk.state.world.today;
    walk.act(Who::Registrar, Command::EndIntegration(EndIntegration { ended_on }));
}

fn findings() -> Vec<Finding> {
    let found = |topic| Finding { topic, finding: "情况良好".into() };
    AssessmentTopic::ALL.into_iter().map(found).collect()
}

fn report(walk: &mut Walk, conclusion: Conclusion, findings: Vec<Finding>, numbers: &[u128]) {
    let signers = accounts(numbers);
    walk.act(
        Who::Assessor,
        Command::SubmitReport(SubmitReport {
            conclusion,
            findings,
            signers,
            improvements: Vec::new(),
        }),
    );
}

/// The assessment of the adopters; a step-parent is not assessed.
pub fn stations(history: &History, conclusion: Conclusion) -> Vec<Station> {
    if history.application().kind == ChildKind::Stepchild {
        return vec![station("assessment", vec![by("none", |_| {}), by("told", notify)])];
    }
    let mut stations = vec![station(
        "told of the assessment",
        vec![
            by("told", |walk| {
                if walk.case().assessment.notified_on.is_none() {
                    notify(walk);
                }
            }),
            by("not told", |_| {}),
        ],
    )];
    for (party, _) in history.adopters() {
        stations.extend(agreement(party));
    }
    stations.push(appointment());
    stations.extend(work());
    stations.extend(reporting(conclusion));
    stations
}

fn agreement(party: Party) -> [Station; 2] {
    let agrees = move |walk: &mut Walk| {
        if !walk.case().assessment.consents.iter().any(|consent| consent.party == party) {
            agree(walk, party);
        }
    };
    let form = Slot::of(PaperKind::AssessmentConsent, party);
    let signs = move |walk: &mut Walk| {
        let agreed = walk.case().assessment.consents.iter().any(|consent| consent.party == party);
        if agreed && !walk.case().is_filled(form) {
            walk.bring(form);
        }
    };
    let unseen = move |walk: &mut Walk| {
        walk.file(form);
    };
    let another = |walk: &mut Walk| agree(walk, Party::Placer);
    [
        station(
            "agrees to be assessed",
            vec![
                by("agrees", agrees),
                by("does not agree", |_| {}),
                by("the placer agrees", another),
            ],
        ),
        station(
            "signs the agreement",
            vec![by("signed", signs), by("not signed", |_| {}), by("not looked at", unseen)],
        ),
    ]
}

fn appointment() -> Station {
    let wrongly =
        |name: &str, numbers: &'static [u128]| by(name, move |walk| appoint(walk, numbers));
    station(
        "appointed",
        vec![
            by("two are appointed", |walk| {
                if walk.case().assessment.assessors.is_empty() {
                    appoint(walk, &RIGHT);
                }
            }),
            by("nobody", |_| {}),
            wrongly("one alone", &[11]),
            wrongly("one twice", &[11, 11]),
            wrongly("one whose qualification lapsed", &[11, 12, 13]),
            wrongly("the officer of the case", &[1, 11, 12]),
            wrongly("one of whom nothing is on file", &[11, 12, 15]),
            wrongly("one who is not on the establishment", &[11, 12, 16]),
            wrongly("one who passed no examination", &[11, 12, 17]),
            wrongly("one who is suspended", &[11, 12, 18]),
            wrongly("one of another body", &[11, 12, 19]),
            wrongly("one of no body", &[11, 12, 20]),
            wrongly("one of another body who is not full-time there", &[11, 12, 22]),
        ],
    )
}

/// Integration and visits.
fn work() -> Vec<Station> {
    let start = |walk: &mut Walk, started_on| {
        walk.act(Who::Registrar, Command::StartIntegration(StartIntegration { started_on }));
    };
    let start_today = move |walk: &mut Walk| {
        if walk.case().assessment.integration.is_none() {
            let today = walk.state.world.today;
            start(walk, today);
        }
    };
    let start_early = move |walk: &mut Walk| {
        let day = before(walk.state.world.today);
        start(walk, day);
    };
    let visits = |methods: &'static [VisitMethod]| {
        move |walk: &mut Walk| {
            if walk.case().assessment.visits.is_empty() {
                let who = appointed(walk);
                for method in methods {
                    visit_today(walk, *method, &who);
                }
            }
        }
    };
    const ALL: &[VisitMethod] =
        &[VisitMethod::HomeVisit, VisitMethod::HomeVisit, VisitMethod::Interview];
    let full = |walk: &mut Walk| {
        if walk.case().assessment.integration.is_some_and(|begun| begun.ended_on.is_none()) {
            walk.days(31);
            end(walk);
        }
    };
    vec![
        station(
            "integration begins",
            vec![
                by("today", start_today),
                by("never", |_| {}),
                by("before they were appointed", start_early),
            ],
        ),
        station(
            "visits",
            vec![
                by("two homes and an interview", visits(ALL)),
                by("none", |_| {}),
                by("planned as if by points", |walk| {
                    walk.act(Who::Assessor, Command::PlanAssessment(plan()));
                }),
                by("one home only", visits(&[VisitMethod::HomeVisit, VisitMethod::Interview])),
                by("no interview", visits(&[VisitMethod::HomeVisit, VisitMethod::HomeVisit])),
                by("by another", |walk| visit_today(walk, VisitMethod::HomeVisit, &[14])),
                by("tomorrow", |walk| {
                    let day = later(walk.state.world.today, 1);
                    visit(walk, VisitMethod::HomeVisit, &RIGHT, day);
                }),
            ],
        ),
        station(
            "integration ends",
            vec![
                by("after thirty full days", full),
                by("on the thirtieth day", |walk| end(walk.days(30))),
                by("not ended", |walk| {
                    walk.days(31);
                }),
                by("broken off", |walk| {
                    let broken_off_on = walk.days(10).state.world.today;
                    let reason = "孩子不适应".into();
                    let command =
                        BreakOffIntegration { broken_off_on, reason, cause: None, returned: None };
                    walk.act(Who::Registrar, Command::BreakOffIntegration(command));
                    walk.days(21);
                }),
            ],
        ),
    ]
}

fn reporting(conclusion: Conclusion) -> [Station; 2] {
    let signed = Slot::of_case(PaperKind::AssessmentReport);
    [
        station(
            "report",
            vec![
                by("submitted", move |walk| {
                    if walk.case().assessment.report.is_none() {
                        let signers = appointed(walk);
                        report(walk, conclusion, findings(), &signers);
                    }
                }),
                by("not submitted", |_| {}),
                by("signed by one", move |walk| report(walk, conclusion, findings(), &[11])),
                by("a content left out", move |walk| {
                    let left = findings().into_iter().skip(1).collect();
                    report(walk, conclusion, left, &RIGHT);
                }),
            ],
        ),
        station(
            "report filed",
            vec![
                by("filed", move |walk| {
                    let written = walk.case().assessment.report.is_some();
                    if written && !walk.case().is_filled(signed) {
                        walk.bring(signed);
                    }
                }),
                by("not filed", |_| {}),
                by("not looked at", move |walk| {
                    walk.file(signed);
                }),
                by("filed, and visited again", move |walk| {
                    visit_today(walk.bring(signed), VisitMethod::HomeVisit, &RIGHT);
                }),
                by("filed, and others appointed", move |walk| {
                    appoint(walk.bring(signed), &[11, 14]);
                }),
                by("not in order", move |walk| {
                    walk.file(signed);
                    let number = walk.case().papers.last().map_or(0, |paper| paper.number);
                    walk.reject(number);
                }),
            ],
        ),
    ]
}
