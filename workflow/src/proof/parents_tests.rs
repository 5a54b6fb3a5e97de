//! A child of known parents: their hardship, their consent, and a stepchild. Each gate, each way of
//! missing it, at proposal, approval and registration.

use crate::base::act::Act;
use crate::case::change::Change;
use crate::case::{
    Case, Check, CheckKind, CheckOutcome, OtherParent, OtherParentState, PaperKind, Party, Placer,
    PlacingParents, Slot,
};
use crate::cast::figures::MOTHER;
use crate::command::Command;
use crate::decide_application;
use crate::facts::{Facts, OtherCase};
use crate::identity::Division;
use crate::identity::dictionaries::MaritalStatus;
use crate::procedures::papers::required_papers;
use crate::proof::gate_tests::{Miss, command_of, lose, miss, refuse_each, unverify};
use crate::proof::testing::{
    Story, application_of_a_stepfather, application_of_hardship_parents, approve, decide, propose,
    register,
};
use crate::steps::accept::Accept;
use crate::steps::change_fact::ChangeFact;

fn parents(case: &mut Case) -> &mut PlacingParents {
    match &mut case.placer {
        Placer::Parents(parents) => parents,
        _ => panic!("parents place in this story"),
    }
}

/// One parent is left, and this became of the other.
fn alone(case: &mut Case, state: OtherParentState) {
    let parents = parents(case);
    parents.placing.truncate(1);
    parents.other_parent =
        Some(OtherParent { state, name: None, resident_id: None, document: None, division: None });
}

fn checked(case: &mut Case, check: CheckKind, party: Party, outcome: CheckOutcome) {
    let checked_on = case.last_on;
    case.checks.push(Check { check, party, source: "询问笔录".into(), checked_on, outcome });
}

pub fn pending_case(facts: &mut Facts, number: &str) {
    facts.other_cases.push(OtherCase {
        number: number.into(),
        party: Party::FirstAdopter,
        accepted_or_standing: true,
        open_or_standing: true,
        told_apart: false,
        same_number: false,
        registered_on: None,
        outside_the_quota: false,
    });
}

pub fn hardship_gates() -> Vec<Miss> {
    vec![
        miss("SEQ-1", "the parents live in another county", "REG-4.3", |case, _| {
            for parent in &mut parents(case).placing {
                parent.division = Division("500112".into());
            }
        }),
        miss("SEQ-1", "two children already", "CC-1098.1", |case, _| {
            case.adopters[0].children = 2;
        }),
        miss("SEQ-1", "two more adoptions are open", "CC-1100.1", |_, facts| {
            pending_case(facts, "渝足收件〔2026〕0008号");
            pending_case(facts, "渝足收件〔2026〕0009号");
        }),
        miss("SEQ-1", "one child and one more adoption open", "CC-1100.1", |case, facts| {
            case.adopters[0].children = 1;
            pending_case(facts, "渝足收件〔2026〕0008号");
        }),
        miss("SEQ-1", "the hardship was not true", "CC-1094.3", |case, _| {
            checked(case, CheckKind::Hardship, Party::Placer, CheckOutcome::Adverse);
        }),
        miss("SEQ-1", "no statement of hardship", "CC-1094.3", |case, _| {
            lose(case, PaperKind::HardshipStatement)
        }),
        miss("SEQ-1", "one parent places while the other lives", "CC-1097", |case, _| {
            alone(case, OtherParentState::Alive)
        }),
        miss("SEQ-1", "the other parent is said to be unknown", "CC-1097.unknown", |case, _| {
            alone(case, OtherParentState::Unknown)
        }),
        miss("SEQ-1", "the other parent is dead without proof", "REG-7.4.spouse", |case, _| {
            alone(case, OtherParentState::Dead)
        }),
        miss("SEQ-1", "the grandparents were not asked", "CC-1108", |case, _| {
            alone(case, OtherParentState::Dead)
        }),
        miss("SEQ-1", "the grandparents claim to raise the child", "CC-1108", |case, _| {
            alone(case, OtherParentState::Dead);
            let check = CheckKind::GrandparentsPriority;
            checked(case, check, Party::Placer, CheckOutcome::Adverse);
        }),
        miss("SEQ-1", "the missing parent was found alive", "CC-1097", |case, _| {
            alone(case, OtherParentState::Missing);
            checked(case, CheckKind::OtherParent, Party::OtherParent, CheckOutcome::Adverse);
        }),
        miss("SEQ-1", "a parent's identity card", "REG-7.1.1.parents", |case, _| {
            let slot = Slot::of(PaperKind::IdentityCard, Party::SecondPlacer);
            case.papers.retain(|paper| paper.slot != slot);
        }),
        miss("SEQ-1", "no photo of the parents", "SPEC-13.placer", |case, _| {
            lose(case, PaperKind::PlacerPhoto)
        }),
        miss("SEQ-4", "the second parent was not asked", "SPEC-15", |case, _| {
            case.inquiries.retain(|inquiry| inquiry.party != Party::SecondPlacer);
        }),
        miss("SEQ-5", "the second parent did not consent", "CC-1104", |case, _| {
            case.consents.retain(|consent| consent.party != Party::SecondPlacer);
        }),
        miss("SEQ-3", "the adopters were not assessed", "EVAL-9.1", |case, _| {
            case.assessment = crate::case::Assessment::default();
        }),
    ]
}

pub fn stepchild_gates() -> Vec<Miss> {
    vec![
        miss("SEQ-1", "neither parent lives in this county", "REG-4.4", |case, _| {
            for parent in &mut parents(case).placing {
                parent.division = Division("500112".into());
            }
        }),
        miss("SEQ-1", "the step-parent is divorced", "CC-1103.marriage", |case, _| {
            case.adopters[0].marital_status = MaritalStatus::Divorced;
        }),
        miss("SEQ-1", "no proof of the marriage", "REG-6.3", |case, _| {
            lose(case, PaperKind::MarriageProof)
        }),
        miss("SEQ-5", "the other parent did not consent", "CC-1103", |case, _| {
            lose(case, PaperKind::OtherParentConsent)
        }),
        miss("SEQ-5", "the other parent's consent was not looked at", "CC-1103", |case, _| {
            unverify(case, PaperKind::OtherParentConsent)
        }),
        miss("SEQ-1", "the other parent is said to be unknown", "CC-1097.unknown", |case, _| {
            alone(case, OtherParentState::Unknown)
        }),
        miss("SEQ-5", "the missing parent was found alive", "CC-1103", |case, _| {
            alone(case, OtherParentState::Missing);
            checked(case, CheckKind::OtherParent, Party::OtherParent, CheckOutcome::Adverse);
        }),
        miss("SEQ-1", "the other parent is missing without proof", "REG-7.4.spouse", |case, _| {
            alone(case, OtherParentState::Missing)
        }),
        miss(
            "SEQ-5",
            "a child turned eight without its consent",
            "CC-1104.child",
            |case, facts| {
                case.child.birth_date = facts.today - chrono::Months::new(8 * 12);
            },
        ),
        miss("SEQ-6", "no guidance", "FEP-32", |case, _| case.guidance.clear()),
    ]
}

fn carried_to(act: Act, mut story: Story) -> Story {
    if act != Act::Propose {
        story.must(propose()).leader();
    }
    if act == Act::Register {
        story.must(approve()).registrar();
    }
    story
}

pub fn hardship(act: Act) -> Story {
    carried_to(act, Story::ready_of(application_of_hardship_parents()))
}

pub fn stepchild(act: Act) -> Story {
    carried_to(act, Story::ready_of(application_of_a_stepfather()))
}

#[test]
fn every_gate_of_parents_in_hardship_refuses() {
    assert_eq!(refuse_each(hardship_gates().into_iter(), hardship), 3 * 17);
}

#[test]
fn every_gate_of_a_stepchild_refuses() {
    assert_eq!(refuse_each(stepchild_gates().into_iter(), stepchild), 3 * 10);
}

#[test]
fn with_every_gate_met_both_are_registered_without_notice() {
    for story_before in [hardship, stepchild] {
        let mut story = story_before(Act::Register);
        assert!(story.case.notice.is_none());
        let command = command_of(Act::Register, &story);
        story.must(command);
        assert!(story.case.registration.is_some());
    }
}

#[test]
fn a_stepchild_needs_no_notice_no_assessment_and_the_shortest_list_of_papers() {
    let mut story = Story::applied_with(application_of_a_stepfather());
    let papers: Vec<&str> = required_papers(&story.case)
        .into_iter()
        .map(|required| required.slot.paper.word())
        .collect();
    let wanted = [
        "application_form",
        "joint_photo",
        "placer_photo",
        "household_register",
        "identity_card",
        "marriage_proof",
        "household_register",
        "identity_card",
        "other_parent_consent",
    ];
    assert_eq!(papers, wanted);
    story.bring_papers().must(Command::Accept(Accept {}));
    let body = crate::case::assessment::AssessingBody::OwnTeam;
    let notify = crate::steps::notify_assessment::NotifyAssessment { body };
    assert_eq!(story.refused(Command::NotifyAssessment(notify)), ["SPEC-48.step"]);
    let published_on = story.facts.today;
    let newspaper = "重庆日报".into();
    let notice = crate::steps::publish_notice::PublishNotice { newspaper, published_on };
    assert_eq!(story.refused(Command::PublishNotice(notice)), ["SPEC-48.step"]);
}

#[test]
fn an_application_says_what_its_kind_needs_and_nothing_else() {
    let facts = Story::applied().facts;
    let refused = |application| {
        let refusal = decide_application(&application, &facts).expect_err("it does not fit");
        let named = refusal.violations.into_iter().map(|broken| broken.field.unwrap_or_default());
        named.collect::<Vec<_>>()
    };
    let mut application = application_of_hardship_parents();
    application.child.found_on = Some(application.child.birth_date);
    application.placer = Story::applied().case.placer.institution().cloned();
    assert_eq!(refused(application), ["child.found_on", "placer"]);

    let mut application = application_of_hardship_parents();
    if let Some(parents) = &mut application.parents {
        parents.placing.truncate(1);
    }
    assert_eq!(refused(application), ["parents.other_parent"]);

    let mut application = application_of_a_stepfather();
    application.adopters = application_of_hardship_parents().adopters;
    assert_eq!(refused(application)[0], "adopters");
}

#[test]
fn when_one_parent_dies_the_other_comes_anew_and_the_grandparents_are_asked() {
    let mut story = hardship(Act::Register);
    story.file_and_verify(Slot::of_case(PaperKind::ChangeEvidence));
    let happened_on = story.facts.today;
    let change = Change::Died { party: Party::Placer };
    story.must(Command::ChangeFact(ChangeFact { change, happened_on }));
    assert_eq!(story.case.signing_name(Party::Placer), Some(MOTHER.name));
    assert!(story.case.approval.is_none());
    let refused = story.refused(propose());
    for rule in ["CC-1108", "REG-7.4.spouse", "REG-7.1.1.parents", "SPEC-15", "CC-1104"] {
        assert!(refused.contains(&rule), "{rule} is missing in {refused:?}");
    }
    for required in required_papers(&story.case) {
        if !story.case.is_filled(required.slot) {
            story.file_and_verify(required.slot);
        }
    }
    let asked = story.clear(CheckKind::GrandparentsPriority, Party::Placer);
    story.must(Command::RecordCheck(asked)).inquired(Party::Placer).consented(Party::Placer);
    story.must(propose()).leader().must(approve()).registrar();
    let command = register(&story);
    decide(&story.case, &command, &story.facts).expect("the other parent places alone");
}

#[test]
fn a_marriage_that_ended_is_shown_by_no_old_certificate() {
    let mut story = stepchild(Act::Register);
    for status in [MaritalStatus::Divorced, MaritalStatus::Married] {
        story.file_and_verify(Slot::of_case(PaperKind::ChangeEvidence));
        let happened_on = story.facts.today;
        let change = Change::MaritalStatus { status };
        story.must(Command::ChangeFact(ChangeFact { change, happened_on }));
    }
    let refused = story.refused(propose());
    assert_eq!(refused, ["REG-6.3", "CC-1104", "CC-1104"], "the spouse who placed agrees anew too");
}

#[test]
fn a_child_without_a_number_is_told_by_its_birth_certificate() {
    let mut application = application_of_hardship_parents();
    application.child.resident_id = None;
    let facts = Story::applied().facts;
    let refusal = decide_application(&application, &facts).expect_err("nothing tells the child");
    assert_eq!(refusal.violations.len(), 1);
    let field = refusal.violations[0].field.as_deref();
    assert_eq!(field, Some("child.birth_certificate_number"));
    application.child.birth_certificate_number = Some("U500123456".into());
    let mut story = carried_to(Act::Register, Story::ready_of(application));
    let shown = |shown| crate::case::decision::Attendance::InPerson {
        party: Party::Child,
        shown,
        number: "U500123456".into(),
    };
    for (document, refused) in [
        (crate::case::decision::ShownDocument::HouseholdRegister, true),
        (crate::case::decision::ShownDocument::BirthCertificate, false),
    ] {
        let Command::Register(mut registration) = register(&story) else { panic!("it registers") };
        registration.attendance.retain(|attending| attending.party() != Party::Child);
        registration.attendance.push(shown(document));
        let answer = decide(&story.case, &Command::Register(registration), &story.facts);
        assert_eq!(answer.is_err(), refused, "{document:?}");
    }
    story.file_and_verify(Slot::of_case(PaperKind::ChangeEvidence));
    let mut sister = story.case.child.clone();
    sister.birth_certificate_number = Some("U500123457".into());
    let happened_on = story.facts.today;
    let change = Change::Child { child: Box::new(sister) };
    let refused = story.refused(Command::ChangeFact(ChangeFact { change, happened_on }));
    assert_eq!(refused, ["CC-1093.same"]);
}

#[test]
fn either_parent_may_withdraw() {
    let mut story = hardship(Act::Propose);
    let withdrawal = crate::steps::withdraw::Withdraw {
        party: Party::SecondPlacer,
        reason: "不愿送养".into(),
    };
    story.must(Command::Withdraw(withdrawal));
    assert_eq!(story.case.stage, crate::Stage::Withdrawn);
}
