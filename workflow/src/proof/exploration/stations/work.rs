//! The plan of an assessment by points and the work that was planned.

use super::small_set::small_set;
use crate::case::assessment::VisitMethod;
use crate::case::assessment::work::MetAs;
use crate::case::scan::{MediaType, Scan};
use crate::command::Command;
use crate::indicator::{Evidence, Part};
use crate::proof::exploration::people::Who;
use crate::proof::exploration::road::{Station, by, station};
use crate::proof::exploration::walk::Walk;
use crate::proof::testing::scored::{plan, work_on};
use crate::steps::file_evidence::FileEvidence;
use crate::steps::record_assessment_work::{GivenEvidence, RecordAssessmentWork};

/// Who works and scores first.
pub const FIRST: Who = Who::Assessor;
pub const PARTS: [Part; 2] = [Part::Capability, Part::Integration];

pub fn planned() -> Station {
    station(
        "planned",
        vec![
            by("planned", |walk| {
                if walk.case().assessment.scored.as_ref().is_some_and(|one| one.plan.is_none()) {
                    walk.act(FIRST, Command::PlanAssessment(plan()));
                }
            }),
            by("works unplanned", |walk| record(walk, talk(walk, MetAs::FirstAdopter))),
        ],
    )
}

pub fn record(walk: &mut Walk, work: RecordAssessmentWork) {
    walk.act(FIRST, Command::RecordAssessmentWork(work));
}

fn talk(walk: &Walk, who: MetAs) -> RecordAssessmentWork {
    work_on(walk.state.world.today, VisitMethod::Interview, &[(who, "受访人")])
}

pub fn visit(walk: &Walk, method: VisitMethod, people: &[(MetAs, &str)]) -> RecordAssessmentWork {
    work_on(walk.state.world.today, method, people)
}

/// A reading that shows every item and every veto of the small set.
fn reading(walk: &Walk) -> RecordAssessmentWork {
    let mut reading = visit(walk, VisitMethod::DocumentReview, &[]);
    let set = small_set();
    let items = PARTS.into_iter().flat_map(|part| set.items(part));
    let items = items.map(|item| (item.code.clone(), item.evidence[0]));
    let vetoes = set.vetoes.iter().map(|veto| (veto.code.clone(), veto.evidence[0]));
    let piece = |(code, kind): (String, Evidence)| GivenEvidence {
        kind,
        what: "记录".into(),
        paper: None,
        items: vec![code],
    };
    reading.evidence = items.chain(vetoes).map(piece).collect();
    reading
}

fn all_work(walk: &mut Walk, less: bool) {
    for who in [MetAs::FirstAdopter, MetAs::SecondAdopter, MetAs::Child] {
        record(walk, talk(walk, who));
    }
    record(walk, visit(walk, VisitMethod::HomeVisit, &[]));
    if !less {
        let people = [(MetAs::Neighbour, "刘大姐"), (MetAs::Committee, "居委会")];
        record(walk, visit(walk, VisitMethod::NeighbourhoodVisit, &people));
    }
    record(walk, reading(walk));
}

pub fn worked() -> Station {
    station(
        "worked",
        vec![
            by("the least work", |walk| all_work(walk, false)),
            by("no neighbours", |walk| all_work(walk, true)),
            by("one visits alone", |walk| {
                let mut home = visit(walk, VisitMethod::HomeVisit, &[]);
                home.assessors.truncate(1);
                record(walk, home);
            }),
            by("two are heard alone", |walk| {
                let people = [(MetAs::FirstAdopter, "甲"), (MetAs::SecondAdopter, "乙")];
                let mut both = visit(walk, VisitMethod::Interview, &people);
                both.alone = true;
                record(walk, both);
            }),
            by("a file too large", |walk| {
                all_work(walk, false);
                let media_type = MediaType::Jpeg;
                let scan =
                    Scan { digest: "ab".repeat(32), media_type, pages: 1, size: 104_900_000 };
                walk.act(FIRST, Command::FileEvidence(FileEvidence { piece: 1, scan }));
            }),
            by("evidence of no item", |walk| {
                let mut reading = reading(walk);
                reading.evidence[0].items = vec!["Z9".into()];
                record(walk, reading);
            }),
        ],
    )
}
