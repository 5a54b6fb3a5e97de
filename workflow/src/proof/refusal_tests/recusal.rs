//! Ties, requests that somebody withdraw, and files of evidence.

use super::{Attempt, Row, row, sending};
use crate::access::Role;
use crate::case::assessment::Conclusion;
use crate::case::assessment::evidence::EvidenceFile;
use crate::case::scan::{MediaType, Scan};
use crate::command::Command;
use crate::law::assessment_work::EVIDENCE_ROOM;
use crate::law::recusal::{AT_WORK, OF_ANOTHER, RECUSAL_DECIDED, WITHDRAWN};
use crate::law::signed_report::{SAME_VERSION, SEALED};
use crate::proof::testing::reviewed::{BODY, declare_conflict, file_evidence, request_recusal};
use crate::proof::testing::scored::scored_report;
use crate::proof::testing::{Story, propose, user};
use crate::steps::appoint_assessors::{AppointAssessors, AssessorToAppoint};
use crate::steps::confirm_report::ConfirmReport;
use crate::steps::decide_recusal::DecideRecusal;

pub fn rows() -> Vec<Row> {
    vec![
        row(&WITHDRAWN, "who withdrew is appointed again", appointed_again()),
        row(&AT_WORK, "a tie of somebody who does not assess", declaring(14)),
        row(&AT_WORK, "a request about somebody who does not assess", asking_about(14)),
        row(&RECUSAL_DECIDED, "a report while a request waits", reporting_meanwhile()),
        row(&OF_ANOTHER, "the leader decides about themselves", deciding_of_oneself()),
        row(&EVIDENCE_ROOM, "a sixty-first file", one_file_more(180_000, 60)),
        row(&EVIDENCE_ROOM, "files too large together", one_file_more(104_000_000, 1)),
        row(&SAME_VERSION, "the code of another version", other_version()),
        row(&SEALED, "the seal of another body", other_seal()),
        row(&SEALED, "proposed before the seal was read", sending(Story::of_a_body(), propose())),
    ]
}

fn other_version() -> Attempt {
    let story = Story::of_a_body();
    let code = "2026-00001-1".into();
    let seal_of = Some(BODY.into());
    sending(story, Command::ConfirmReport(ConfirmReport { code, seal_of }))
}

fn other_seal() -> Attempt {
    let story = Story::of_a_body();
    let confirmed = story.confirming(Some("另一家社会工作服务中心"));
    sending(story, confirmed)
}

fn declaring(number: u128) -> Attempt {
    let mut story = Story::scored();
    story.by(user(number, "评估十四"), Role::Assessor);
    sending(story, declare_conflict())
}

fn asking_about(number: u128) -> Attempt {
    let mut story = Story::scored();
    story.registrar();
    sending(story, request_recusal(number))
}

fn appointed_again() -> Attempt {
    let mut story = Story::scored();
    story.assessor(11).must(declare_conflict()).registrar();
    let assessors = [11, 14].map(|number| AssessorToAppoint {
        user: user(number, "").id,
        statement_of_no_interest: "已签署存卷".into(),
    });
    sending(story, Command::AppointAssessors(AppointAssessors { assessors: assessors.into() }))
}

fn asked() -> Story {
    let mut story = Story::scored();
    story.registrar().must(request_recusal(12));
    story
}

fn reporting_meanwhile() -> Attempt {
    let mut story = asked();
    story.assessor(11);
    sending(story, Command::SubmitReport(scored_report(Conclusion::Capable, &[])))
}

fn deciding_of_oneself() -> Attempt {
    let mut story = asked();
    story.by(user(12, "评估十二"), Role::Leader);
    let decision = DecideRecusal { recused: false, reasons: "没有关系".into() };
    sending(story, Command::DecideRecusal(1, decision))
}

fn one_file_more(size: u64, files: u32) -> Attempt {
    let mut story = Story::scored();
    let (by, on) = (user(11, "评估十一"), story.facts.today);
    let scored = story.case.assessment.scored.as_mut().expect("scored");
    scored.files = (1..=files)
        .map(|number| EvidenceFile {
            number,
            piece: 1,
            scan: Scan {
                digest: format!("{number:064}"),
                media_type: MediaType::Jpeg,
                pages: 1,
                size,
            },
            by: by.clone(),
            on,
        })
        .collect();
    story.assessor(11);
    let mut photo = file_evidence(1, "ab");
    if let Command::FileEvidence(photo) = &mut photo {
        photo.scan.size = 1_000_000;
    }
    sending(story, photo)
}
