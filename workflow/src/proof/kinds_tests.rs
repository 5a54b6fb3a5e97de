//! Every kind of child: the way to registration, its own gates, its exemptions and its papers, each
//! from the table of types of the law and not from the code.

use crate::base::act::Act;
use crate::case::change::Change;
use crate::case::{
    BirthParent, Case, Check, CheckKind, CheckOutcome, Child, ChildKind, KinRelation, Kinship,
    OtherParent, OtherParentState, PaperKind, Party, Placer, Residency, Slot,
};
use crate::command::Command;
use crate::identity::Division;
use crate::identity::dictionaries::ChildHealth;
use crate::law::exemptions::exemptions_of;
use crate::proof::gate_tests::{Miss, lose, miss, refuse_each};
use crate::proof::support_duty_tests;
use crate::proof::testing::{Story, application_of, approve, propose, register};
use crate::steps::{apply::Apply, change_fact::ChangeFact};
use crate::{Refusal, Stage, decide_application};

pub fn story_before(kind: ChildKind, act: Act) -> Story {
    let mut story = Story::ready_of(application_of(kind));
    if act != Act::Propose {
        story.must(propose()).leader();
    }
    if act == Act::Register {
        story.must(approve()).registrar();
    }
    story
}

#[test]
fn every_kind_of_child_can_be_adopted() {
    for kind in ChildKind::ALL {
        let mut story = story_before(kind, Act::Register);
        let command = register(&story);
        story.must(command);
        assert_eq!(story.case.stage, Stage::Registered, "{kind:?}");
    }
}

pub fn elsewhere(case: &mut Case) {
    let other = || Division("500112".into());
    case.child.found_division = case.child.found_division.as_ref().map(|_| other());
    match &mut case.placer {
        Placer::Institution(institution) => institution.division = other(),
        Placer::Parents(parents) => {
            parents.placing.iter_mut().for_each(|parent| parent.division = other());
            parents.other_parent.iter_mut().for_each(|parent| parent.division = None);
        }
        Placer::Guardian(guardian) => {
            guardian.person.iter_mut().for_each(|person| person.division = other());
        }
        Placer::Nobody => {}
    }
}

/// The paragraph of article 4 for each kind, as the table of types gives it.
pub const OFFICES: [(ChildKind, &str); 10] = [
    (ChildKind::InstitutionFoundling, "REG-4.1"),
    (ChildKind::InstitutionOrphan, "REG-4.1"),
    (ChildKind::GuardianOrphan, "REG-4.3.guardian"),
    (ChildKind::Foundling, "REG-4.2"),
    (ChildKind::HardshipParents, "REG-4.3"),
    (ChildKind::IncapableParents, "REG-4.gap"),
    (ChildKind::CollateralKin, "REG-4.4.kin"),
    (ChildKind::Stepchild, "REG-4.4"),
    (ChildKind::StateGuardianship, "REG-4.1"),
    (ChildKind::RescuedChild, "REG-4.1"),
];

#[test]
fn another_countys_child_is_refused_by_the_paragraph_of_its_kind() {
    for (kind, rule) in OFFICES {
        let table = [miss("SEQ-1", "another county", rule, |case, _| elsewhere(case))];
        refuse_each(table.into_iter(), |act| story_before(kind, act));
    }
}

fn alone(case: &mut Case, state: OtherParentState) {
    if let Placer::Parents(parents) = &mut case.placer {
        parents.placing.truncate(1);
        parents.other_parent = Some(OtherParent {
            state,
            name: None,
            resident_id: None,
            document: None,
            division: None,
        });
    }
}

pub fn adverse(case: &mut Case, check: CheckKind, party: Party) {
    let (source, checked_on) = ("法制科意见书".to_owned(), case.last_on);
    case.checks.push(Check { check, party, source, checked_on, outcome: CheckOutcome::Adverse });
}

pub fn own_gates(kind: ChildKind) -> Vec<Miss> {
    match kind {
        ChildKind::InstitutionOrphan => vec![
            miss("SEQ-1", "no record of entry", "REG-7.2.entry", |case, _| {
                lose(case, PaperKind::EntryRecord)
            }),
            miss("SEQ-1", "no proof of the parents' death", "REG-7.orphan", |case, _| {
                lose(case, PaperKind::ParentsDeathProof)
            }),
        ],
        ChildKind::GuardianOrphan => {
            let mut gates = support_duty_tests::gates();
            gates.extend([
                miss("SEQ-1", "no proof of the parents' death", "REG-7.orphan", |case, _| {
                    lose(case, PaperKind::ParentsDeathProof)
                }),
                miss("SEQ-1", "no proof of guardianship", "REG-7.3", |case, _| {
                    lose(case, PaperKind::GuardianshipProof)
                }),
                miss("SEQ-5", "the guardian has not consented", "CC-1104", |case, _| {
                    case.consents.retain(|consent| consent.party != Party::Placer)
                }),
            ]);
            gates
        }
        ChildKind::Foundling => vec![
            miss("SEQ-1", "no police certificate", "REG-6.2.finding", |case, _| {
                lose(case, PaperKind::PoliceFindingCertificate)
            }),
            miss("SEQ-1", "two children, and no exemption", "CC-1098.1", |case, _| {
                case.adopters[0].children = 2
            }),
            miss("SEQ-2", "no public notice", "CC-1105.2", |case, _| case.notice = None),
        ],
        ChildKind::IncapableParents => vec![
            miss("SEQ-1", "incapacity and harm not proved", "CC-1095", |case, _| {
                lose(case, PaperKind::IncapacityAndHarmProof)
            }),
            miss("SEQ-1", "two children, and no exemption", "CC-1098.1", |case, _| {
                case.adopters[0].children = 2
            }),
        ],
        ChildKind::CollateralKin => vec![
            miss("SEQ-1", "kinship not proved", "REG-7.6", |case, _| {
                lose(case, PaperKind::KinshipProof)
            }),
            miss("SEQ-1", "one parent alone", "CC-1097", |case, _| {
                alone(case, OtherParentState::Alive)
            }),
            miss("SEQ-1", "grandparents not asked", "CC-1108", |case, _| {
                alone(case, OtherParentState::Dead)
            }),
            miss("SEQ-1", "two children, for kin are not exempt", "CC-1098.1", |case, _| {
                case.adopters[0].children = 2
            }),
        ],
        ChildKind::StateGuardianship => vec![
            miss("SEQ-1", "no legal review", "PM-95.review", |case, _| {
                case.checks.retain(|check| check.check != CheckKind::LegalReview)
            }),
            miss("SEQ-1", "the review speaks against it", "PM-95.review", |case, _| {
                adverse(case, CheckKind::LegalReview, Party::Child)
            }),
            miss("SEQ-1", "guardianship revoked eleven months ago", "GR-2", |case, facts| {
                case.child.guardianship_revoked_on =
                    facts.today.checked_sub_months(chrono::Months::new(11))
            }),
        ],
        ChildKind::RescuedChild => vec![
            miss("SEQ-1", "no final police certificate", "D159-4.certificate", |case, _| {
                lose(case, PaperKind::ParentsNotFoundCertificate)
            }),
            miss("SEQ-1", "no agreement", "D159-5", |case, _| {
                lose(case, PaperKind::AdoptionAgreement)
            }),
            miss("SEQ-1", "the last day of twelve months", "D159-4.months", |case, facts| {
                case.child.entered_institution_on =
                    facts.today.checked_sub_months(chrono::Months::new(12))
            }),
            miss("SEQ-2", "no public notice", "CC-1105.2", |case, _| case.notice = None),
        ],
        // Their gates have tables of their own.
        ChildKind::InstitutionFoundling | ChildKind::HardshipParents | ChildKind::Stepchild => {
            Vec::new()
        }
    }
}

#[test]
fn every_gate_of_every_kind_refuses_at_proposal_approval_and_registration() {
    let mut rows = 0;
    for kind in ChildKind::ALL {
        rows += refuse_each(own_gates(kind).into_iter(), |act| story_before(kind, act));
    }
    assert!(rows >= 66, "{rows}");
}

/// The exemption matrix: which conditions are waived, and by which article.
const MATRIX: [(ChildKind, &[&str]); 10] = [
    (ChildKind::InstitutionFoundling, &["CC-1098.1/CC-1100.2", "CC-1100.1/CC-1100.2"]),
    (ChildKind::InstitutionOrphan, &["CC-1098.1/CC-1100.2", "CC-1100.1/CC-1100.2"]),
    (ChildKind::GuardianOrphan, &["CC-1098.1/CC-1100.2", "CC-1100.1/CC-1100.2"]),
    (ChildKind::Foundling, &[]),
    (ChildKind::HardshipParents, &[]),
    (ChildKind::IncapableParents, &[]),
    (
        ChildKind::CollateralKin,
        &["CC-1093.3/CC-1099.1", "CC-1094.3/CC-1099.1", "CC-1102/CC-1099.1"],
    ),
    (
        ChildKind::Stepchild,
        &[
            "CC-1093.3/CC-1103",
            "CC-1094.3/CC-1103",
            "CC-1098.1/CC-1103",
            "CC-1098.2/CC-1103",
            "CC-1098.3/CC-1103",
            "CC-1098.4/CC-1103",
            "CC-1098.5/CC-1103",
            "CC-1100.1/CC-1103",
        ],
    ),
    (ChildKind::StateGuardianship, &[]),
    (ChildKind::RescuedChild, &["CC-1098.1/CC-1100.2", "CC-1100.1/CC-1100.2"]),
];

fn waived(case: &Case) -> Vec<String> {
    let each = exemptions_of(case).into_iter();
    let mut waived: Vec<String> =
        each.map(|exemption| format!("{}/{}", exemption.condition, exemption.by)).collect();
    waived.sort();
    waived
}

#[test]
fn exemptions_are_those_of_the_matrix_and_a_disability_adds_its_own() {
    for (kind, expected) in MATRIX {
        let mut story = Story::applied_with(application_of(kind));
        assert_eq!(waived(&story.case), expected, "{kind:?}");
        story.case.child.health = ChildHealth::Disabled;
        let mut with_disability: Vec<&str> = expected.to_vec();
        with_disability.extend(["CC-1098.1/CC-1100.2", "CC-1100.1/CC-1100.2"]);
        with_disability.sort_unstable();
        with_disability.dedup();
        assert_eq!(waived(&story.case), with_disability, "{kind:?}, disabled");
    }
}

fn kinship() -> Option<Kinship> {
    let (adopter, parent) = (Party::SecondAdopter, BirthParent::Father);
    Some(Kinship { adopter, parent, relation: KinRelation::Sibling })
}

#[test]
fn an_orphan_adopted_by_kin_has_the_exemptions_of_both_and_needs_the_proof() {
    let application = Apply { kinship: kinship(), ..application_of(ChildKind::GuardianOrphan) };
    let story = Story::ready_of(application);
    let waived = waived(&story.case);
    assert!(waived.contains(&"CC-1102/CC-1099.1".to_owned()), "{waived:?}");
    assert!(waived.contains(&"CC-1098.1/CC-1100.2".to_owned()), "{waived:?}");
    assert!(story.case.is_filled(Slot::of(PaperKind::KinshipProof, Party::Placer)));
}

#[test]
fn kin_who_adopt_a_child_under_the_states_guardianship_have_their_own_exemptions() {
    let application = Apply { kinship: kinship(), ..application_of(ChildKind::StateGuardianship) };
    let story = Story::ready_of(application);
    assert!(waived(&story.case).contains(&"CC-1102/CC-1099.1".to_owned()));
}

/// 户口登记条例: the police enter the child in the register while the case runs.
#[test]
fn a_foundling_is_given_its_identity_number_and_keeps_its_certificate_of_finding() {
    let number = application_of(ChildKind::InstitutionFoundling).child.resident_id;
    let mut application = application_of(ChildKind::Foundling);
    application.child.resident_id = None;
    application.child.finding_certificate_number = Some("捡拾〔2020〕3号".into());
    let mut story = Story::accepted_with(application);
    story.file_and_verify(Slot::of_case(PaperKind::ChangeEvidence));
    let happened_on = story.facts.today;
    let change = |child: &Child| {
        let change = Change::Child { child: Box::new(child.clone()) };
        Command::ChangeFact(ChangeFact { change, happened_on })
    };
    let mut child = story.case.child.clone();
    child.finding_certificate_number = Some("捡拾〔2020〕4号".into());
    assert_eq!(story.refused(change(&child)), ["CC-1093.same"]);
    child.finding_certificate_number = story.case.child.finding_certificate_number.clone();
    child.resident_id = number.clone();
    story.must(change(&child));
    assert_eq!(story.case.child.resident_id, number);
}

fn refusal(story: &Story, application: &Apply) -> Refusal {
    decide_application(application, &story.facts).expect_err("it is not in order")
}

fn fields(refusal: &Refusal) -> Vec<(&'static str, &str)> {
    let each = refusal.violations.iter();
    each.map(|one| (one.rule.id, one.field.as_deref().unwrap_or(""))).collect()
}

#[test]
fn who_lives_elsewhere_is_told_where_to_go() {
    let story = Story::applied();
    let living = |residency, kind| {
        let mut application = application_of(kind);
        application.adopters[0].residency = residency;
        refusal(&story, &application)
    };
    let foundling = ChildKind::InstitutionFoundling;
    for residency in
        [Residency::OverseasChinese, Residency::HongKong, Residency::Macau, Residency::Taiwan]
    {
        assert_eq!(fields(&living(residency, foundling)), [("HMT-2", "adopters")]);
    }
    let foreign = living(Residency::Foreign, foundling);
    assert_eq!(fields(&foreign), [("FOR-2024", "adopters"), ("FOR-2", "adopters")]);
    let told = |refusal: &Refusal| refusal.violations.last().expect("one").message.zh.clone();
    assert!(told(&foreign).contains("重庆市民政局"), "{}", told(&foreign));
    let rescued = living(Residency::Foreign, ChildKind::RescuedChild);
    assert!(fields(&rescued).contains(&("D159-4", "adopters")));
    let kin = living(Residency::Foreign, ChildKind::CollateralKin);
    assert_eq!(fields(&kin), [("FOR-2", "adopters")], "kin are not barred, and go to the province");
}

#[test]
fn what_belongs_to_another_kind_is_refused_by_name() {
    let story = Story::applied();
    let mut application = application_of(ChildKind::Foundling);
    application.child.found_division = None;
    application.child.entry_number = Some("入〔2020〕1号".into());
    application.support_duty = application_of(ChildKind::GuardianOrphan).support_duty;
    application.kinship = kinship();
    let refused = refusal(&story, &application);
    for field in ["child.found_division", "child.entry_number", "support_duty", "kinship"] {
        assert!(fields(&refused).contains(&("INPUT-KIND", field)), "{field}: {refused:?}");
    }
    let mut guardian = application_of(ChildKind::IncapableParents);
    guardian.guardian.as_mut().expect("a guardian").person = None;
    assert!(fields(&refusal(&story, &guardian)).contains(&("INPUT-KIND", "guardian")));
}

#[test]
fn raising_a_child_already_relaxes_nothing() {
    for kind in ChildKind::ALL {
        let raised_since = "2020-06-01".parse().ok();
        let plain = Story::ready_of(application_of(kind)).case;
        let raised = Story::ready_of(Apply { raised_since, ..application_of(kind) }).case;
        assert_eq!(waived(&plain), waived(&raised));
        let without_flag = Case { raised_since: None, ..raised };
        assert_eq!(plain, without_flag, "{kind:?}: the flag is all that differs");
    }
}
