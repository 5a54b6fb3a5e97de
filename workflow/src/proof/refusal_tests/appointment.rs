//! Who may assess: each way of not being fit for it, in a case whose assessors are to be appointed.

use super::{Row, row, sending};
use crate::base::rule::Rule;
use crate::case::assessment::AssessingBody;
use crate::cast::staff;
use crate::command::Command;
use crate::facts::AssessorRecord;
use crate::law::appointment::{
    APART_FROM_OFFICERS, CERTIFIED, COMMISSIONED, FULL_TIME, NOT_SUSPENDED, OF_THE_BODY, OWN_TEAM,
    SCREENED,
};
use crate::proof::testing::{Story, user};
use crate::staff::{Background, Body, Employment, Standing, Suspension};
use crate::steps::appoint_assessors::{AppointAssessors, AssessorToAppoint};
use crate::steps::consent_to_assessment::ConsentToAssessment;
use crate::steps::notify_assessment::NotifyAssessment;

/// What is on file of the first assessor, made otherwise.
type Spoil = fn(&mut AssessorRecord);

pub fn rows() -> Vec<Row> {
    let expired: Spoil = |record| record.valid_until = "2026-03-01".parse().ok();
    let ways: [(&Rule, &str, Spoil); 17] = [
        (&CERTIFIED, "a certificate that ran out", expired),
        (&CERTIFIED, "no examination", |record| of(record).examinations.clear()),
        (&CERTIFIED, "an examination that was not passed", |record| {
            of(record).examinations[0].passed = false;
        }),
        (&SCREENED, "nothing on file", |record| record.standing = None),
        (&SCREENED, "no check", |record| of(record).screenings.clear()),
        (&SCREENED, "a check that was not clear", |record| {
            of(record).screenings[0].clear = false;
        }),
        (&SCREENED, "a check of more than a year ago", |record| {
            of(record).screenings[0].on = "2025-03-01".parse().expect("a day");
        }),
        (&NOT_SUSPENDED, "suspended", |record| {
            let from = "2026-01-01".parse().expect("a day");
            let pause = Suspension { from, until: None, reason: "调查期间暂停".into() };
            of(record).suspensions.push(pause);
        }),
        (&OWN_TEAM, "not on the establishment", |record| {
            of(record).employment = Employment::FullTime;
        }),
        (&OWN_TEAM, "not taught the law", |record| of(record).trainings.clear()),
        (&COMMISSIONED, "of no body", |record| record.agency = None),
        (&COMMISSIONED, "a body that assesses no longer", |record| {
            let agency = record.agency.as_mut().expect("a body");
            agency.ended_on = "2026-01-01".parse().ok();
        }),
        (&COMMISSIONED, "an agreement that ran out", |record| {
            commission(record, |body| {
                let Body::Commissioned { agreement, .. } = body else { return };
                agreement.until = "2026-02-28".parse().expect("a day");
            });
        }),
        (&COMMISSIONED, "four full-time staff", |record| {
            commission(record, |body| {
                let Body::Commissioned { examined, .. } = body else { return };
                examined.full_time_staff = 4;
            });
        }),
        (&FULL_TIME, "a helper by the hour", |record| {
            commission(record, |_| {});
            of(record).employment = Employment::Other;
        }),
        (&FULL_TIME, "no fitting background", |record| {
            commission(record, |_| {});
            of(record).background = Background::Other;
            of(record).related_years = 1;
        }),
        (&OF_THE_BODY, "of a body nobody was told of", |record| commission(record, |_| {})),
    ];
    let mut rows: Vec<Row> = ways
        .into_iter()
        .map(|(rule, way, spoil)| {
            let mut story = Story::accepted();
            spoil(&mut story.facts.assessors[0]);
            row(rule, way, appointing(story, 11))
        })
        .collect();
    rows.push(row(&APART_FROM_OFFICERS, "the officer assesses", {
        let mut story = Story::accepted();
        story.facts.assessors.push(staff::assessor(user(1, "").id, "经办人"));
        appointing(story, 1)
    }));
    rows
}

fn of(record: &mut AssessorRecord) -> &mut Standing {
    record.standing.as_mut().expect("on file")
}

fn commission(record: &mut AssessorRecord, otherwise: impl FnOnce(&mut Body)) {
    let mut agency = staff::commissioned();
    otherwise(&mut agency.body);
    record.agency = Some(agency);
    of(record).employment = Employment::FullTime;
}

fn appointing(story: Story, first: u128) -> super::Attempt {
    let assessors = [first, 12].map(|number| AssessorToAppoint {
        user: user(number, "").id,
        statement_of_no_interest: "已签署存卷".into(),
    });
    let command = AppointAssessors { assessors: assessors.into() };
    sending(story, Command::AppointAssessors(command))
}

/// An office of two people may have them work and assess the same case.
#[test]
fn an_office_may_let_who_works_a_case_assess_it() {
    let mut story = Story::accepted();
    let body = AssessingBody::OwnTeam;
    story.must(Command::NotifyAssessment(NotifyAssessment { body }));
    let parties: Vec<_> = story.case.adopting_parties().map(|(party, _)| party).collect();
    for party in parties {
        story.must(Command::ConsentToAssessment(ConsentToAssessment { party }));
    }
    story.facts.assessors.push(staff::assessor(user(1, "").id, "经办人"));
    story.facts.rules.assessors_apart_from_officers = false;
    let assessors = [1, 12].map(|number| AssessorToAppoint {
        user: user(number, "").id,
        statement_of_no_interest: "已签署存卷".into(),
    });
    let command = AppointAssessors { assessors: assessors.into() };
    story.must(Command::AppointAssessors(command));
    assert_eq!(story.case.assessment.assessors.len(), 2);
}
