//! Each gate of the sequence, each way of missing it, at proposal, approval and registration.
//!
//! The table is written from the law: for every way of missing a gate, the rule that must be broken.

use crate::base::act::Act;
use crate::case::{
    Case, Check, CheckKind, CheckOutcome, Claim, ClaimOutcome, ClaimSettlement, PaperKind,
    PaperState, Party, Placer,
};
use crate::facts::Facts;
use crate::identity::dictionaries::MaritalStatus;
use crate::identity::{Division, Sex};
use crate::proof::parents_tests::pending_case;
use crate::proof::testing::{Story, approve, decide, propose, register};

/// A way of missing a gate.
pub struct Miss {
    pub sequence: &'static str,
    pub way: &'static str,
    pub rule: &'static str,
    pub spoil: fn(&mut Case, &mut Facts),
}

pub fn miss(
    sequence: &'static str,
    way: &'static str,
    rule: &'static str,
    spoil: fn(&mut Case, &mut Facts),
) -> Miss {
    Miss { sequence, way, rule, spoil }
}

pub fn lose(case: &mut Case, kind: PaperKind) {
    case.papers.retain(|paper| paper.slot.paper != kind);
}

pub fn unverify(case: &mut Case, kind: PaperKind) {
    for paper in case.papers.iter_mut().filter(|paper| paper.slot.paper == kind) {
        paper.state = PaperState::Filed;
    }
}

fn reject(case: &mut Case, kind: PaperKind) {
    for paper in case.papers.iter_mut().filter(|paper| paper.slot.paper == kind) {
        paper.state = PaperState::Rejected { on: case.last_on, reason: "不清晰".into() };
    }
}

fn settle(case: &mut Case, settlement: Option<ClaimOutcome>) {
    let on = case.last_on;
    case.claims.push(Claim {
        number: 1,
        raised_on: on,
        claimant: "自称生母".into(),
        settlement: settlement.map(|outcome| ClaimSettlement {
            on,
            outcome,
            reasons: "核查".into(),
        }),
    });
}

fn first(case: &mut Case) -> &mut crate::case::Adopter {
    case.adopters.first_mut().expect("an adopter")
}

pub fn conditions() -> Vec<Miss> {
    vec![
        miss("SEQ-1", "another county's institution", "REG-4.1", |case, _| {
            if let Placer::Institution(institution) = &mut case.placer {
                institution.division = Division("500112".into());
            }
        }),
        miss("SEQ-1", "the child turned eighteen", "CC-1093", |case, facts| {
            case.child.birth_date = facts.today - chrono::Months::new(18 * 12);
        }),
        miss("SEQ-1", "an adopter of twenty-nine", "CC-1098.5", |case, facts| {
            first(case).birth_date =
                facts.today - chrono::Months::new(30 * 12) + chrono::Days::new(1);
        }),
        miss("SEQ-1", "no proof of ability", "CC-1098.2", |case, _| {
            lose(case, PaperKind::MaritalAndAbilityProof)
        }),
        miss("SEQ-1", "no health certificate", "CC-1098.3", |case, _| {
            lose(case, PaperKind::HealthCertificate)
        }),
        miss("SEQ-1", "a criminal record never checked", "CC-1098.4", |case, _| {
            case.checks.clear()
        }),
        miss("SEQ-1", "a criminal record found", "CC-1098.4", |case, facts| {
            case.checks.push(Check {
                check: CheckKind::CriminalRecord,
                party: Party::SecondAdopter,
                source: "公安".into(),
                checked_on: facts.today,
                outcome: CheckOutcome::Adverse,
            })
        }),
        miss("SEQ-1", "the child matches a missing child", "REG-8.1.check", |case, facts| {
            case.checks.push(Check {
                check: CheckKind::MissingChildren,
                party: Party::Child,
                source: "公安".into(),
                checked_on: facts.today,
                outcome: CheckOutcome::Adverse,
            })
        }),
        miss("SEQ-1", "a married person alone", "CC-1101", |case, _| case.adopters.truncate(1)),
        miss("SEQ-1", "two persons not spouses", "HOUSE-1101", |case, _| {
            first(case).marital_status = MaritalStatus::Divorced
        }),
        miss(
            "SEQ-1",
            "a single man thirty-five years older than the girl",
            "CC-1102",
            |case, _| {
                case.adopters.truncate(1);
                first(case).marital_status = MaritalStatus::Unmarried;
                assert_eq!(first(case).sex, Sex::Male);
            },
        ),
        miss("SEQ-1", "notarisation asked for and not done", "CC-1105.4", |case, _| {
            case.wishes.notarisation = true
        }),
        miss("SEQ-13", "an adopter died", "CC-1104.alive", |case, _| {
            case.died = Some(Party::FirstAdopter)
        }),
        miss("SEQ-16", "another adoption of the child stands", "CC-1111", |_, facts| {
            pending_case(facts, "渝足收件〔2026〕0007号");
            facts.other_cases.iter_mut().for_each(|other| other.party = Party::Child);
        }),
    ]
}

pub fn papers() -> Vec<Miss> {
    vec![
        miss("SEQ-1", "application form not filed", "SPEC-14.3", |case, _| {
            lose(case, PaperKind::ApplicationForm)
        }),
        miss("SEQ-1", "household register not verified", "REG-6.1.1", |case, _| {
            unverify(case, PaperKind::HouseholdRegister)
        }),
        miss("SEQ-1", "identity card rejected", "REG-6.1.1", |case, _| {
            reject(case, PaperKind::IdentityCard)
        }),
        miss("SEQ-1", "no statement on children", "REG-6.1.2", |case, _| {
            lose(case, PaperKind::ChildrenStatement)
        }),
        miss("SEQ-1", "health certificate not verified", "REG-6.1.3", |case, _| {
            unverify(case, PaperKind::HealthCertificate)
        }),
        miss("SEQ-1", "no certificate of births", "REG-6.2", |case, _| {
            lose(case, PaperKind::BirthsCertificate)
        }),
        miss("SEQ-1", "no joint photo", "SPEC-13", |case, _| lose(case, PaperKind::JointPhoto)),
        miss("SEQ-1", "no card of the responsible person", "REG-7.1.1", |case, _| {
            lose(case, PaperKind::ResponsiblePersonIdentityCard)
        }),
        miss("SEQ-1", "no record of entry", "REG-7.2", |case, _| {
            lose(case, PaperKind::EntryRecord)
        }),
        miss("SEQ-1", "police certificate rejected", "REG-7.2", |case, _| {
            reject(case, PaperKind::PoliceFindingCertificate)
        }),
        miss("SEQ-1", "a disabled child without certificate", "REG-7.5", |case, _| {
            case.child.health = crate::identity::dictionaries::ChildHealth::Disabled;
        }),
        miss("SEQ-2", "no public notice", "CC-1105.2", |case, _| case.notice = None),
        miss("SEQ-2", "no newspaper page", "SPEC-18", |case, _| {
            lose(case, PaperKind::NewspaperPage)
        }),
        miss("SEQ-2", "newspaper page not verified", "SPEC-18", |case, _| {
            unverify(case, PaperKind::NewspaperPage)
        }),
        miss("SEQ-2", "the sixtieth day is today", "REG-8.2", |case, facts| {
            case.notice.as_mut().expect("a notice").last_day = facts.today;
        }),
        miss("SEQ-2", "a claim is open", "REG-8.2.claim", |case, _| settle(case, None)),
        miss("SEQ-2", "the paper a claim was settled on is gone", "REG-8.2.settled", |case, _| {
            settle(case, Some(ClaimOutcome::Unfounded))
        }),
        miss("SEQ-2", "a claim was found good", "CC-1093.2", |case, _| {
            settle(case, Some(ClaimOutcome::Founded))
        }),
    ]
}

pub fn hearing() -> Vec<Miss> {
    vec![
        miss("SEQ-4", "an adopter not asked", "SPEC-15", |case, _| {
            case.inquiries.retain(|inquiry| inquiry.party != Party::SecondAdopter);
        }),
        miss("SEQ-4", "the placer not asked", "SPEC-15", |case, _| {
            case.inquiries.retain(|inquiry| inquiry.party != Party::Placer);
        }),
        miss("SEQ-4", "a record not signed", "SPEC-15b", |case, _| {
            lose(case, PaperKind::InquiryRecord)
        }),
        miss("SEQ-4", "a child turned eight and not asked", "SPEC-15", |case, facts| {
            case.child.birth_date = facts.today - chrono::Months::new(8 * 12);
        }),
        miss(
            "SEQ-5",
            "a child turned eight without its consent",
            "CC-1104.child",
            |case, facts| {
                case.child.birth_date = facts.today - chrono::Months::new(8 * 12);
            },
        ),
        miss("SEQ-5", "an adopter did not consent", "CC-1104", |case, _| {
            case.consents.retain(|consent| consent.party != Party::FirstAdopter);
        }),
        miss("SEQ-5", "the institution did not consent", "CC-1104", |case, _| {
            case.consents.retain(|consent| consent.party != Party::Placer);
        }),
        miss("SEQ-5", "a consent not signed", "CC-1104", |case, _| {
            unverify(case, PaperKind::ConsentForm)
        }),
        miss("SEQ-6", "no guidance", "FEP-32", |case, _| case.guidance.clear()),
        miss("SEQ-6", "guidance record not signed", "FEP-32", |case, _| {
            lose(case, PaperKind::GuidanceRecord)
        }),
    ]
}

#[test]
fn every_gate_refuses_at_proposal_approval_and_registration() {
    let table = conditions().into_iter().chain(papers()).chain(hearing());
    let rows = refuse_each(table, story_before);
    assert!(rows >= 102, "{rows}");
}

/// Tries each way of missing a gate at proposal, approval and registration; counts the refusals.
pub fn refuse_each(
    table: impl Iterator<Item = Miss>,
    story_before: impl Fn(Act) -> Story,
) -> usize {
    let mut rows = 0;
    for miss in table {
        for act in [Act::Propose, Act::Approve, Act::Register] {
            let mut story = story_before(act);
            let command = command_of(act, &story);
            (miss.spoil)(&mut story.case, &mut story.facts);
            let refusal = decide(&story.case, &command, &story.facts)
                .expect_err(&format!("{} passed at {act:?}", miss.way));
            let broken = refusal.violations.iter().find(|violation| violation.rule.id == miss.rule);
            let broken = broken.unwrap_or_else(|| {
                let names: Vec<_> =
                    refusal.violations.iter().map(|violation| violation.rule.id).collect();
                panic!("{} at {act:?} broke {names:?}, not {}", miss.way, miss.rule)
            });
            assert_eq!(broken.rule.sequence, Some(miss.sequence), "{}", miss.way);
            println!(
                "{:7} {:55} {:9} {:14} {}",
                miss.sequence,
                miss.way,
                act.word(),
                miss.rule,
                broken.rule.citation
            );
            rows += 1;
        }
    }
    println!("{rows} refusals");
    rows
}

pub fn story_before(act: Act) -> Story {
    match act {
        Act::Propose => Story::ready(),
        Act::Approve => {
            let mut story = Story::proposed();
            story.leader();
            story
        }
        _ => Story::approved(),
    }
}

pub fn command_of(act: Act, story: &Story) -> crate::Command {
    match act {
        Act::Propose => propose(),
        Act::Approve => approve(),
        _ => register(story),
    }
}

#[test]
fn with_every_gate_met_each_of_the_three_passes() {
    for act in [Act::Propose, Act::Approve, Act::Register] {
        let story = story_before(act);
        decide(&story.case, &command_of(act, &story), &story.facts).expect("every gate is met");
    }
}
