//! 解除: of a minor with the placer and the child of eight, of an adult without the placer.

use super::{
    accepted, adopted, approved, breaks, dissolution, first_after, in_person, open, refused_to_open,
};
use crate::base::deadline_kind::DeadlineKind;
use crate::base::document::DocumentKind;
use crate::base::stage::Stage;
use crate::case::decision::{Attendance, ShownDocument};
use crate::case::later::{DissolutionBasis, TakenIn};
use crate::case::present::PresentHead;
use crate::case::{ChildKind, PaperKind, Party, Procedure, Slot, Standing};
use crate::cast::county::DAZU;
use crate::command::Command;
use crate::event::Event;
use crate::facts::OpenLater;
use crate::identity::{Division, ResidentId};
use crate::law::decision::APPROVED;
use crate::law::hearing::{ASKED, CHILD_CONSENT};
use crate::law::input::{DAY, ID_AGREES, KNOWN, OF_THE_KIND};
use crate::law::later::{
    ADOPTEE_PLACE, AGE_CLASS, DISSOLUTION_PAPERS, DISSOLUTION_PHOTO, ONE_AT_A_TIME, PARENTS_FOUND,
    PLACER_AGREES, REGISTERED, STANDS, SURVIVOR, TAKEN_BACK, TO_THE_COURT, TOGETHER,
};
use crate::law::registration::{BLANK_ONCE, CARD_SHOWN, CERTIFICATE_PRINTED};
use crate::procedures::deadlines;
use crate::procedures::papers::required_papers;
use crate::proof::testing::{Story, approve, propose};
use crate::steps::accept::Accept;
use crate::steps::archive::ArchiveCase;
use crate::steps::issue_certificate::IssueCertificate;
use crate::steps::register_dissolution::RegisterDissolution;
use crate::steps::withdraw::Withdraw;

const MINOR: &str = "2030-03-04";
const ADULT: &str = "2039-03-04";

pub(crate) fn opened(on: &str) -> Story {
    let story = adopted(on);
    let command = Command::OpenDissolution(Box::new(dissolution(&story)));
    open(&story, &command).expect("a dissolution opens")
}

/// Everybody heard; a child consents.
pub(crate) fn heard(mut story: Story) -> Story {
    for party in crate::procedures::persons_to_ask(&story.case, &story.facts) {
        story.inquired(party);
        if party == Party::Child {
            story.consented(party);
        }
    }
    story
}

pub(crate) fn register(story: &Story, parties: &[Party]) -> RegisterDissolution {
    RegisterDissolution {
        blank_serial: "JC0001".into(),
        attendance: in_person(&story.case, parties),
        certificate: TakenIn::GivenIn,
    }
}

/// A dissolution of a minor, registered.
pub(crate) fn registered() -> Story {
    let mut story = approved(heard(accepted(opened(MINOR))));
    let command = register(&story, &OF_A_MINOR);
    story.must(Command::RegisterDissolution(command));
    story
}

pub(crate) const OF_A_MINOR: [Party; 4] =
    [Party::FirstAdopter, Party::SecondAdopter, Party::Placer, Party::Child];
const OF_AN_ADULT: [Party; 3] = [Party::FirstAdopter, Party::SecondAdopter, Party::Child];

#[test]
fn of_a_minor_it_is_carried_to_its_volume_and_ends_the_adoption() {
    let first = adopted(MINOR).case;
    let mut story = approved(heard(accepted(opened(MINOR))));
    let command = register(&story, &OF_A_MINOR);
    story.must(Command::RegisterDissolution(command));
    let outcome = story.case.later.as_ref().and_then(|later| later.outcome.clone());
    assert_eq!(outcome.and_then(|made| made.number).as_deref(), Some("（2030）渝足解字00001"));
    let first = first_after(&story, &first);
    assert!(matches!(first.aftermath.standing, Standing::Dissolved { .. }));
    assert!(first.visits.is_empty(), "no visit follows an adoption that was dissolved");
    breaks(
        &story.refused(Command::IssueCertificate(IssueCertificate::default())),
        &CERTIFICATE_PRINTED,
    );
    story.printed(DocumentKind::DissolutionProof);
    story.must(Command::IssueCertificate(IssueCertificate::default()));
    story.must(Command::Archive(ArchiveCase {}));
    let archive = story.case.archive.as_ref().expect("archived");
    assert_eq!(archive.volume_number, "0123-收养-2030-内地-解除-0001");
    assert_eq!(story.case.stage, Stage::Closed);
    assert!(story.case.registration.is_none(), "no relation is created");
}

#[test]
fn of_an_adult_the_placer_takes_no_part() {
    let mut story = opened(ADULT);
    assert!(
        required_papers(&story.case).iter().all(|paper| paper.slot.party != Some(Party::Placer))
    );
    story = approved(heard(accepted(story)));
    let with_placer = register(&story, &OF_A_MINOR);
    breaks(&story.refused(Command::RegisterDissolution(with_placer)), &TOGETHER);
    let command = register(&story, &OF_AN_ADULT);
    story.must(Command::RegisterDissolution(command));
    assert_eq!(story.case.stage, Stage::Registered);
}

/// A dissolution by the second adopter after the death of the first.
pub(crate) fn after_a_death() -> Story {
    let story = adopted(MINOR);
    let mut command = dissolution(&story);
    command.deceased_adopter = Some(Party::FirstAdopter);
    open(&story, &Command::OpenDissolution(Box::new(command))).expect("the other may dissolve")
}

#[test]
fn where_one_adopter_has_died_the_other_agrees_and_comes_alone() {
    const LIVING: [Party; 3] = [Party::SecondAdopter, Party::Placer, Party::Child];
    let mut story = after_a_death();
    let death = Slot::of(PaperKind::AdopterDeathProof, Party::FirstAdopter);
    let required: Vec<Slot> =
        required_papers(&story.case).into_iter().map(|required| required.slot).collect();
    let of_the_dead = |slot: &&Slot| slot.party == Some(Party::FirstAdopter);
    assert_eq!(required.iter().filter(of_the_dead).collect::<Vec<_>>(), [&death]);
    for slot in required.iter().filter(|slot| **slot != death) {
        story.file_and_verify(*slot);
    }
    assert_eq!(story.refused(Command::Accept(Accept {})), [SURVIVOR.id]);
    story.file_and_verify(death);
    story.must(Command::Accept(Accept {}));
    let withdrawal = Withdraw { party: Party::FirstAdopter, reason: "不再解除".into() };
    assert_eq!(
        story.refused(Command::Withdraw(withdrawal)),
        [KNOWN.id],
        "the dead withdraw nothing"
    );
    story = approved(heard(story));
    assert_eq!(story.case.inquiries.len(), 3, "the dead are not asked");
    let with_the_dead = register(&story, &OF_A_MINOR);
    breaks(&story.refused(Command::RegisterDissolution(with_the_dead)), &TOGETHER);
    let without_the_placer = register(&story, &LIVING[..1]);
    breaks(&story.refused(Command::RegisterDissolution(without_the_placer)), &TOGETHER);
    let command = register(&story, &LIVING);
    story.must(Command::RegisterDissolution(command));
    assert_eq!(story.case.stage, Stage::Registered);
}

#[test]
fn without_a_living_adopter_there_is_no_agreement() {
    for nobody in [Party::Placer, Party::Child] {
        let story = adopted(MINOR);
        let mut command = dissolution(&story);
        command.deceased_adopter = Some(nobody);
        let refusal = refused_to_open(&story, &Command::OpenDissolution(Box::new(command)));
        assert!(refusal.names(&SURVIVOR), "{nobody:?} adopted nobody");
    }
    let mut story = adopted(MINOR);
    story.facts.adoption.as_mut().expect("known").case.adopters.truncate(1);
    let mut command = dissolution(&story);
    command.deceased_adopter = Some(Party::FirstAdopter);
    let refusal = refused_to_open(&story, &Command::OpenDissolution(Box::new(command)));
    assert!(refusal.names(&SURVIVOR), "the only adopter has died");
}

#[test]
fn a_dispute_goes_to_the_court() {
    for day in [MINOR, ADULT] {
        let story = adopted(day);
        let mut command = dissolution(&story);
        command.basis = DissolutionBasis::Dispute;
        let refusal = refused_to_open(&story, &Command::OpenDissolution(Box::new(command)));
        assert!(refusal.names(&TO_THE_COURT));
    }
}

#[test]
fn parents_found_is_for_a_rescued_minor() {
    let mut story = adopted(MINOR);
    let mut command = dissolution(&story);
    command.basis = DissolutionBasis::ParentsFound;
    let refusal = refused_to_open(&story, &Command::OpenDissolution(Box::new(command.clone())));
    assert!(refusal.names(&PARENTS_FOUND), "the child was not rescued");
    story.facts.adoption.as_mut().expect("known").case.kind = ChildKind::RescuedChild;
    let opened = open(&story, &Command::OpenDissolution(Box::new(command.clone())));
    let mut opened = opened.expect("a rescued child's parents may be found");
    breaks(&opened.refused(Command::Accept(Accept {})), &PARENTS_FOUND);
    let story = adopted(ADULT);
    let refusal = refused_to_open(&story, &Command::OpenDissolution(Box::new(command)));
    assert!(refusal.names(&PARENTS_FOUND));
}

#[test]
fn only_an_adoption_that_was_registered_and_stands_is_dissolved() {
    let mut story = adopted(MINOR);
    let command = Command::OpenDissolution(Box::new(dissolution(&story)));
    let known = story.facts.adoption.take();
    assert!(refused_to_open(&story, &command).names(&KNOWN));
    let mut unregistered = known.clone();
    unregistered.as_mut().expect("known").case.registration = None;
    story.facts.adoption = unregistered;
    assert!(refused_to_open(&story, &command).names(&REGISTERED));
    let mut dissolved = known.clone();
    let standing = Standing::Dissolved { on: story.facts.today, number: "解".into() };
    dissolved.as_mut().expect("known").case.aftermath.standing = standing;
    story.facts.adoption = dissolved;
    assert!(refused_to_open(&story, &command).names(&STANDS));
    story.facts.adoption = known;
    let open_already = OpenLater { number: "2".into(), procedure: Procedure::Dissolution };
    story.facts.open_later = vec![open_already];
    assert!(refused_to_open(&story, &command).names(&ONE_AT_A_TIME));
}

#[test]
fn the_adoption_must_stand_on_the_day_of_registration_too() {
    let mut story = approved(heard(accepted(opened(MINOR))));
    let revoked = Standing::Revoked { on: story.facts.today, number: "撤".into() };
    story.facts.adoption.as_mut().expect("known").case.aftermath.standing = revoked;
    let command = register(&story, &OF_A_MINOR);
    breaks(&story.refused(Command::RegisterDissolution(command)), &STANDS);
}

#[test]
fn the_adoptees_residence_decides_and_the_adoptee_is_the_same() {
    let story = adopted(MINOR);
    let mut command = dissolution(&story);
    command.adoptee.division = Division("500112".into());
    let opened = open(&story, &Command::OpenDissolution(Box::new(command.clone())));
    let mut opened = opened.expect("an application is taken");
    breaks(&opened.refused(Command::Accept(Accept {})), &ADOPTEE_PLACE);
    command.adoptee.resident_id =
        ResidentId::with_check_character("50011120200520006").expect("a number");
    command.placer_head =
        Some(PresentHead { name: "1".into(), resident_id: ResidentId("1".into()) });
    let refusal = refused_to_open(&story, &Command::OpenDissolution(Box::new(command)));
    assert!(refusal.names(&ID_AGREES));
    let fields: Vec<_> =
        refusal.violations.iter().filter_map(|violation| violation.field.as_deref()).collect();
    assert!(fields.contains(&"placer_head.name") && fields.contains(&"placer_head.resident_id"));
}

#[test]
fn every_paper_is_asked_for() {
    let papers = [
        (Slot::of_case(PaperKind::AdoptionCertificate), &DISSOLUTION_PAPERS),
        (Slot::of_case(PaperKind::DissolutionAgreement), &DISSOLUTION_PAPERS),
        (Slot::of(PaperKind::HouseholdRegister, Party::Child), &DISSOLUTION_PAPERS),
        (Slot::of(PaperKind::PartyPhoto, Party::SecondAdopter), &DISSOLUTION_PHOTO),
    ];
    for (slot, rule) in papers {
        let mut story = opened(MINOR);
        for required in required_papers(&story.case) {
            if required.slot != slot {
                story.file_and_verify(required.slot);
            }
        }
        assert_eq!(story.refused(Command::Accept(Accept {})), [rule.id], "{slot:?}");
    }
    let photo_of_the_institution = Slot::of(PaperKind::PartyPhoto, Party::Placer);
    let story = opened(MINOR);
    assert!(
        required_papers(&story.case).iter().all(|paper| paper.slot != photo_of_the_institution)
    );
}

#[test]
fn each_is_asked_apart_and_a_child_of_eight_consents() {
    let mut story = accepted(opened(MINOR));
    let refused = story.refused(propose());
    breaks(&refused, &ASKED);
    breaks(&refused, &CHILD_CONSENT);
    for party in OF_A_MINOR {
        story.inquired(party);
    }
    assert_eq!(story.refused(propose()), [CHILD_CONSENT.id]);
    story.consented(Party::Child).must(propose());
    let early = register(&story, &OF_A_MINOR);
    breaks(&story.refused(Command::RegisterDissolution(early)), &APPROVED);
    story.leader();
    story.must(approve());
}

#[test]
fn who_comes_of_age_meanwhile_applies_anew() {
    let mut story = heard(accepted(opened("2038-05-19")));
    story.on("2038-05-20");
    breaks(&story.refused(propose()), &AGE_CLASS);
}

#[test]
fn a_child_nobody_placed_cannot_be_dissolved_from_by_agreement() {
    let mut story = adopted(MINOR);
    let record = story.facts.adoption.as_mut().expect("known");
    record.case.placer = crate::case::Placer::Nobody;
    let command = Command::OpenDissolution(Box::new(dissolution(&story)));
    assert!(refused_to_open(&story, &command).names(&PLACER_AGREES));
    let mut command = dissolution(&story);
    let number = story.case.child.resident_id.clone().expect("a number");
    command.placer_head =
        Some(PresentHead { name: DAZU.institution.head.into(), resident_id: number });
    let refusal = refused_to_open(&story, &Command::OpenDissolution(Box::new(command)));
    assert!(refusal.names(&OF_THE_KIND));
}

#[test]
fn everybody_comes_and_the_certificate_is_taken_back() {
    let mut story = approved(heard(accepted(opened(MINOR))));
    let mut without_child = register(&story, &OF_A_MINOR);
    without_child.attendance.pop();
    breaks(&story.refused(Command::RegisterDissolution(without_child)), &TOGETHER);
    let mut by_mandate = register(&story, &OF_A_MINOR);
    by_mandate.attendance[1] = Attendance::RepresentedBySpouse { party: Party::SecondAdopter };
    breaks(&story.refused(Command::RegisterDissolution(by_mandate)), &TOGETHER);
    let mut another = register(&story, &OF_A_MINOR);
    another.attendance[0] = Attendance::InPerson {
        party: Party::FirstAdopter,
        shown: ShownDocument::IdentityCard,
        number: "1".into(),
    };
    breaks(&story.refused(Command::RegisterDissolution(another)), &CARD_SHOWN);
    let mut not_given = register(&story, &OF_A_MINOR);
    not_given.certificate = TakenIn::NotTakenIn { reason: " ".into() };
    breaks(&story.refused(Command::RegisterDissolution(not_given)), &TAKEN_BACK);
    story.facts.blank_serial_used = true;
    let used = register(&story, &OF_A_MINOR);
    breaks(&story.refused(Command::RegisterDissolution(used)), &BLANK_ONCE);
}

#[test]
fn the_review_runs_thirty_days_and_the_day_never_goes_back() {
    let mut story = accepted(opened("2030-03-04"));
    let rules = story.facts.rules.clone();
    let clocks = deadlines(&story.case, &story.facts.calendar, &rules);
    let review = clocks.iter().find(|clock| clock.kind == DeadlineKind::Review).expect("a term");
    assert_eq!(review.due_on, "2030-04-03".parse().ok());
    breaks(&story.on("2030-03-03").refused(propose()), &DAY);
    assert!(matches!(story.entries.first().map(|entry| &entry.event), Some(Event::Later(_))));
}
