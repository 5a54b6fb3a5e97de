//! Stories of what a decision binds to, what voids it, and what follows registration.

use crate::access::Role;
use crate::base::document::DocumentKind;
use crate::base::stage::Stage;
use crate::case::change::Change;
use crate::case::decision::{Attendance, Concern, ConditionReason, HarmReport};
use crate::case::{CheckKind, PaperKind, Party, Slot};
use crate::cast::figures::{ASSESSORS, REGISTRAR, VISITOR};
use crate::command::Command;
use crate::facts::Unprintable;
use crate::proof::testing::{Story, approve, propose, register, user};
use crate::steps::approve::Approve;
use crate::steps::archive::ArchiveCase;
use crate::steps::change_fact::ChangeFact;
use crate::steps::issue_certificate::IssueCertificate;
use crate::steps::refuse::Refuse;
use crate::steps::visit_after_adoption::VisitAfterAdoption;
use crate::steps::withdraw::Withdraw;
use crate::steps::withdraw_consent::WithdrawConsent;

#[test]
fn nobody_approves_what_they_proposed_or_assessed() {
    let mut story = Story::proposed();
    story.by(user(1, REGISTRAR), Role::Leader);
    assert_eq!(story.refused(approve()), ["SPEC-16.person"]);
    story.by(user(11, ASSESSORS[0]), Role::Leader);
    assert_eq!(story.refused(approve()), ["SPEC-16.assessor"]);
}

#[test]
fn any_later_change_voids_the_approval() {
    for party in [Party::FirstAdopter, Party::Placer] {
        let mut story = Story::approved();
        story.must(Command::WithdrawConsent(WithdrawConsent { party, reason: "反悔".into() }));
        assert_eq!(story.case.stage, Stage::Accepted);
        assert!(story.case.approval.is_none());
        let command = register(&story);
        let refused = story.refused(command);
        assert!(refused.contains(&"SPEC-16") && refused.contains(&"CC-1104"), "{refused:?}");
    }
}

#[test]
fn filing_the_signed_approval_form_does_not_void_the_approval() {
    let mut story = Story::approved();
    story.file_and_verify(Slot::of_case(PaperKind::ApprovalForm));
    assert_eq!(story.case.stage, Stage::Approved);
    let command = register(&story);
    story.must(command);
}

#[test]
fn every_party_comes_in_person_with_the_number_of_the_case() {
    let mut story = Story::approved();
    let Command::Register(whole) = register(&story) else { panic!("a registration") };
    for party in [Party::FirstAdopter, Party::SecondAdopter, Party::Placer, Party::Child] {
        let mut absent = whole.clone();
        absent.attendance.retain(|attending| attending.party() != party);
        assert_eq!(story.refused(Command::Register(absent)), ["REG-5.1"], "{party:?}");
        let mut wrong = whole.clone();
        for attending in &mut wrong.attendance {
            if let Attendance::InPerson { party: present, number, .. } = attending
                && *present == party
            {
                *number = "500111199001010010".into();
            }
        }
        assert_eq!(story.refused(Command::Register(wrong)), ["IDC-14"], "{party:?}");
    }
}

#[test]
fn a_mandate_replaces_a_spouse_and_nobody_else() {
    let mut story = Story::approved();
    let Command::Register(mut command) = register(&story) else { panic!("a registration") };
    let absent = |command: &mut crate::steps::register::Register, party| {
        command.attendance.retain(|attending| attending.party() != party);
        command.attendance.push(Attendance::RepresentedBySpouse { party });
    };
    absent(&mut command, Party::SecondAdopter);
    assert_eq!(story.refused(Command::Register(command.clone())), ["REG-5.2"], "no mandate filed");
    story.file_and_verify(Slot::of(PaperKind::SpouseMandate, Party::SecondAdopter));
    let mut placer_absent = command.clone();
    absent(&mut placer_absent, Party::Placer);
    assert_eq!(story.refused(Command::Register(placer_absent)), ["REG-5.2"]);
    story.must(Command::Register(command));
}

#[test]
fn facts_are_confirmed_on_the_day_of_registration() {
    let mut story = Story::approved();
    let Command::Register(whole) = register(&story) else { panic!("a registration") };
    let mut yesterday = whole.clone();
    for check in &mut yesterday.confirmations {
        check.checked_on = check.checked_on.pred_opt().expect("a day before");
    }
    assert_eq!(story.refused(Command::Register(yesterday)), ["REG-8.1.day"; 5]);
    let mut adverse = whole;
    for check in
        adverse.confirmations.iter_mut().filter(|check| check.check == CheckKind::MaritalStatus)
    {
        check.outcome = crate::case::CheckOutcome::Adverse;
    }
    assert_eq!(story.refused(Command::Register(adverse)), ["CC-1098.day"; 2]);
}

#[test]
fn a_blank_is_used_once_and_a_missing_glyph_is_refused() {
    let mut story = Story::approved();
    let command = register(&story);
    story.facts.blank_serial_used = true;
    story.facts.unprintable =
        vec![Unprintable { field: "child.name".into(), character: '\u{E000}' }];
    assert_eq!(story.refused(command), ["HOUSE-GLYPH", "SPEC-N3"]);
}

#[test]
fn registration_draws_the_number_and_schedules_the_visits() {
    let story = Story::registered();
    let registration = story.case.registration.expect("registered");
    assert_eq!(registration.certificate_number, "（2026）渝足收字00001");
    let due: Vec<String> = story.case.visits.iter().map(|visit| visit.due_on.to_string()).collect();
    assert_eq!(due, ["2026-06-06", "2026-11-06", "2027-05-06", "2028-05-06"]);
}

#[test]
fn issue_needs_the_printed_certificate_and_a_reason_when_late() {
    let mut story = Story::registered();
    let issue = |late_reason: Option<&str>| {
        Command::IssueCertificate(IssueCertificate { late_reason: late_reason.map(Into::into) })
    };
    assert_eq!(story.refused(issue(None)), ["SPEC-19.print"]);
    story.printed(DocumentKind::Certificate).on("2026-05-07");
    assert_eq!(story.refused(issue(None)), ["SPEC-19.day"]);
    story.must(issue(Some("当日停电")));
    assert_eq!(story.case.stage, Stage::Issued);
}

#[test]
fn the_volume_waits_for_the_signed_receipt_and_then_is_frozen() {
    let mut story = Story::approved();
    story.file_and_verify(Slot::of_case(PaperKind::ApprovalForm));
    let command = register(&story);
    story.must(command).all_printed();
    story.must(Command::IssueCertificate(IssueCertificate::default()));
    story.by(user(3, "档案员"), Role::Archivist);
    assert_eq!(story.refused(Command::Archive(ArchiveCase {})), ["SPEC-19"]);
    story.file_and_verify(Slot::of_case(PaperKind::CertificateReceipt));
    story.must(Command::Archive(ArchiveCase {}));
    let archive = story.case.archive.clone().expect("archived");
    assert_eq!(archive.volume_number, "0123-收养-2026-内地-成立-0001");
    assert_eq!(archive.manifest.first().map(|entry| entry.title.as_str()), Some("收养登记证"));
    let receipt = crate::steps::file_paper::FilePaper {
        slot: Slot::of_case(PaperKind::CertificateReceipt),
        scan: story.case.papers[0].scan.clone(),
    };
    assert_eq!(story.refused(Command::FilePaper(receipt)), ["ARCH-7"]);
}

#[test]
fn a_red_visit_needs_the_report_of_harm_and_the_last_visit_closes_the_case() {
    let mut story = Story::registered();
    story.case.stage = Stage::Archived;
    let visit = |concern, harm_report| {
        Command::VisitAfterAdoption(VisitAfterAdoption {
            visited_on: "2028-05-06".parse().expect("a date"),
            visitors: vec![REGISTRAR.into(), VISITOR.into()],
            findings: "孩子适应良好".into(),
            concern,
            harm_report,
        })
    };
    story.on("2028-05-06");
    assert_eq!(story.refused(visit(Concern::Red, None)), ["PM-11"]);
    let report = HarmReport {
        recipient: "大足区公安局棠香派出所".into(),
        reported_at: "2028-05-06 10:20".into(),
        number: "2028-0506-3".into(),
    };
    story.must(visit(Concern::Red, Some(report)));
    for _ in 0..3 {
        story.file_and_verify(Slot::of_case(PaperKind::FollowUpRecord));
        story.must(visit(Concern::Green, None));
    }
    assert_eq!(story.case.stage, Stage::Archived, "the last record is not signed yet");
    story.file_and_verify(Slot::of_case(PaperKind::FollowUpRecord));
    assert_eq!(story.case.stage, Stage::Closed);
    assert_eq!(story.refused(visit(Concern::Green, None)), ["SPEC-11", "FU-01"]);
}

#[test]
fn a_change_of_fact_voids_what_it_touches() {
    let mut story = Story::approved();
    let change = Change::Children { party: Party::FirstAdopter, children: 1 };
    let command = Command::ChangeFact(ChangeFact { change, happened_on: story.facts.today });
    assert_eq!(story.refused(command.clone()), ["CC-1098.change"], "no paper shows it");
    story.file_and_verify(Slot::of_case(PaperKind::ChangeEvidence));
    story.must(command.clone());
    assert!(story.case.assessment.report.is_none() && story.case.notice.is_some());
    assert_eq!(story.refused(command), ["CC-1098.change"], "each change has its own paper");
    let refused = story.refused(propose());
    assert!(refused.contains(&"EVAL-9.4") && refused.contains(&"REG-6.1.2"), "{refused:?}");

    let mut story = Story::approved();
    story.file_and_verify(Slot::of_case(PaperKind::ChangeEvidence));
    let change = Change::Child { child: Box::new(story.case.child.clone()) };
    let happened_on = story.facts.today;
    story.must(Command::ChangeFact(ChangeFact { change, happened_on }));
    assert!(story.case.notice.is_none(), "a change of the child's data needs a new notice");
}

#[test]
fn a_leader_may_go_on_over_a_negative_report_with_reasons() {
    let mut story = Story::ready_with(crate::case::assessment::Conclusion::NotCapable);
    story.must(propose()).leader();
    let reasons = ["CC-1098.2", "CC-1098.3", "CC-1098.4", "CC-1098.5"].map(|condition| {
        ConditionReason { condition: condition.into(), reason: "经复核符合条件".into() }
    });
    story.must(Command::Approve(Approve {
        opinion: "同意".into(),
        reasons_over_report: reasons.into(),
    }));
    story.registrar();
    let command = register(&story);
    story.must(command);
}

#[test]
fn withdrawal_is_possible_until_registration_and_refusal_needs_reasons() {
    let withdraw =
        Command::Withdraw(Withdraw { party: Party::Placer, reason: "另有安排".into() });
    assert_eq!(Story::registered().refused(withdraw.clone()), ["CC-1104.voluntary"]);
    let mut story = Story::approved();
    story.must(withdraw);
    assert_eq!(story.case.stage, Stage::Withdrawn);

    let mut story = Story::accepted();
    story.leader();
    let refuse = Command::Refuse(Refuse { reasons: Vec::new(), papers_confiscated: Vec::new() });
    assert_eq!(story.refused(refuse), ["REG-8.1"]);
}

#[test]
fn a_negative_report_passes_only_with_reasons_for_each_condition() {
    let mut story = Story::ready_with(crate::case::assessment::Conclusion::NotCapable);
    story.must(propose()).leader();
    let refused = story.refused(approve());
    assert_eq!(refused, vec!["EVAL-10.basis"; 4], "1098(1) is waived by 1100(2)");
}
