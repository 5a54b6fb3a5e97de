//! Application, papers, correction, service, withdrawal and changes of fact.

use super::{Row, row, sending};
use crate::base::document::DocumentKind;
use crate::case::assessment::AssessingBody;
use crate::case::change::Change;
use crate::case::decision::RefusalReason;
use crate::case::turns::ServiceManner;
use crate::case::{PaperKind, Party, Service, Slot, Wishes};
use crate::cast::figures::HUSBAND;
use crate::command::Command;
use crate::law::change::{SAME_CHILD, SHOWN};
use crate::law::correction::{
    OFFICER, REASONS_FOR_NOT_ACCEPTING, SECRECY_STAYS, SERVED_WITH_RECEIPT, TOLD_AT_ONCE,
};
use crate::law::decision::PAPERS_RETURNED;
use crate::law::kinds::NOT_OF_THIS_KIND;
use crate::law::paper_rules::{HARDSHIP_STATEMENT, NONE_BEYOND, NOTARISED, ONE_SCAN};
use crate::law::sequence::{ORDER_OF_WORK, VOLUNTARY};
use crate::proof::testing::{
    Story, application_of_a_stepfather, application_of_hardship_parents, user, withdraw,
};
use crate::steps::accept::Accept;
use crate::steps::change_fact::ChangeFact;
use crate::steps::change_wishes::ChangeWishes;
use crate::steps::decline_application::DeclineApplication;
use crate::steps::file_paper::FilePaper;
use crate::steps::notify_assessment::NotifyAssessment;
use crate::steps::replace_officer::ReplaceOfficer;
use crate::steps::request_correction::RequestCorrection;

pub fn rows() -> Vec<Row> {
    let body = AssessingBody::OwnTeam;
    let notify = Command::NotifyAssessment(NotifyAssessment { body });
    let stepchild = || Story::accepted_with(application_of_a_stepfather());
    let officer = user(9, "").id;
    let replace = ReplaceOfficer { officer, reason: "原经办人调离".into() };
    vec![
        row(
            &ORDER_OF_WORK,
            "accepted twice",
            sending(Story::accepted(), Command::Accept(Accept {})),
        ),
        row(&VOLUNTARY, "withdrawn after registration", sending(Story::registered(), withdraw())),
        row(&NOT_OF_THIS_KIND, "a step-parent is assessed", sending(stepchild(), notify)),
        row(&NONE_BEYOND, "a paper of another kind", file(stepchild(), PaperKind::EntryRecord)),
        row(&ONE_SCAN, "one scan as two signatures", one_scan_for_two()),
        row(&HARDSHIP_STATEMENT, "no statement of hardship", no_hardship_statement()),
        row(
            &TOLD_AT_ONCE,
            "a paper was not looked at",
            sending(not_looked_at(), Command::RequestCorrection(RequestCorrection {})),
        ),
        row(&REASONS_FOR_NOT_ACCEPTING, "the child is a minor", declining("CC-1093", &[])),
        row(&PAPERS_RETURNED, "a paper nobody brought", declining("CC-1098.3", &[99])),
        row(&SERVED_WITH_RECEIPT, "a notice nobody made", serving()),
        row(
            &OFFICER,
            "somebody nobody knows",
            sending(Story::ready(), Command::ReplaceOfficer(replace)),
        ),
        row(&SECRECY_STAYS, "secrecy is taken back", wishing(|wishes| wishes.secrecy = false)),
        row(&NOTARISED, "a notarisation given up", wishing(|wishes| wishes.notarisation = false)),
        row(&SHOWN, "no paper shows it", changing_the_child(Story::approved(), false)),
        row(&SAME_CHILD, "another child", changing_the_child(Story::approved(), true)),
    ]
}

fn file(story: Story, paper: PaperKind) -> super::Attempt {
    let scan = story.case.papers.first().expect("a paper").scan.clone();
    let slot = Slot::of(paper, Party::Child);
    sending(story, Command::FilePaper(FilePaper { slot, scan }))
}

fn one_scan_for_two() -> super::Attempt {
    let story = Story::ready();
    let signed =
        story.case.papers.iter().find(|paper| paper.slot.paper == PaperKind::InquiryRecord);
    let scan = signed.expect("a signed record").scan.clone();
    let slot = Slot::of(PaperKind::ConsentForm, Party::Placer);
    sending(story, Command::FilePaper(FilePaper { slot, scan }))
}

fn no_hardship_statement() -> super::Attempt {
    let mut story = Story::applied_with(application_of_hardship_parents());
    story.bring_papers();
    story.case.papers.retain(|paper| paper.slot.paper != PaperKind::HardshipStatement);
    sending(story, Command::Accept(Accept {}))
}

fn not_looked_at() -> Story {
    let mut story = Story::applied();
    story.file(Slot::of_case(PaperKind::JointPhoto));
    story
}

fn declining(rule: &str, confiscated: &[u32]) -> super::Attempt {
    let reasons = vec![RefusalReason { rule: rule.into(), explanation: "未能补正".into() }];
    let command = DeclineApplication { reasons, papers_confiscated: confiscated.to_vec() };
    sending(Story::applied(), Command::DeclineApplication(command))
}

fn serving() -> super::Attempt {
    let story = Story::applied();
    let service = Service {
        document: DocumentKind::AcceptanceNotice,
        party: Party::FirstAdopter,
        manner: ServiceManner::Direct,
        received_by: HUSBAND.name.into(),
        served_on: story.facts.today,
    };
    sending(story, Command::RecordService(service))
}

fn wishing(give_up: fn(&mut Wishes)) -> super::Attempt {
    let mut story = Story::approved();
    story.case.wishes = Wishes { secrecy: true, notarisation: true, ..Wishes::default() };
    let mut wishes = story.case.wishes;
    give_up(&mut wishes);
    sending(story, Command::ChangeWishes(ChangeWishes { party: Party::Placer, wishes }))
}

fn changing_the_child(mut story: Story, another: bool) -> super::Attempt {
    let mut child = story.case.child.clone();
    if another {
        story.file_and_verify(Slot::of_case(PaperKind::ChangeEvidence));
        child.entry_number = Some("福院入〔2020〕18号".into());
    }
    let happened_on = story.facts.today;
    let change = Change::Child { child: Box::new(child) };
    sending(story, Command::ChangeFact(ChangeFact { change, happened_on }))
}
