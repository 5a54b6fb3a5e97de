//! 撤销: evidence, investigation, a decision by another person, made known to everybody.

use super::{FIRST, accepted, adopted, breaks, first_after, open, refused_to_open};
use crate::access::Role;
use crate::base::document::DocumentKind;
use crate::base::stage::Stage;
use crate::case::decision::RefusalReason;
use crate::case::later::{Initiator, Later, TakenIn};
use crate::case::turns::ServiceManner;
use crate::case::{PaperKind, Party, Procedure, Service, Slot, Standing};
use crate::cast::figures::{FATHER, REGISTRAR};
use crate::command::Command;
use crate::event::{Event, LaterEvent};
use crate::facts::OpenLater;
use crate::law::correction::SERVED_WITH_RECEIPT;
use crate::law::decision::OTHER_PERSON;
use crate::law::input::KNOWN;
use crate::law::later::{
    CERTIFICATE_IN, FRAUD, ONE_AT_A_TIME, ORIGINAL_OFFICE, POSTED, REVOCATION_APPLICATION,
    SERVED_ON_ALL, STANDS, TAKEN_BACK,
};
use crate::proof::testing::{Story, propose, user};
use crate::steps::accept::Accept;
use crate::steps::archive::ArchiveCase;
use crate::steps::decide_revocation::DecideRevocation;
use crate::steps::issue_certificate::IssueCertificate;
use crate::steps::open_revocation::OpenRevocation;
use crate::steps::post_decision::PostDecision;
use crate::steps::refuse::Refuse;
use crate::steps::take_in_certificate::TakeInCertificate;

const DAY: &str = "2027-03-01";

pub(crate) fn revocation(initiator: Initiator) -> Command {
    Command::OpenRevocation(Box::new(OpenRevocation {
        adoption: FIRST,
        initiator,
        reason: "据反映，捡拾证明系伪造".into(),
    }))
}

pub(crate) fn applied_for() -> Initiator {
    Initiator::InterestedPerson { name: FATHER.name.into(), relation: "自称生父".into() }
}

pub(crate) fn opened(initiator: Initiator) -> Story {
    open(&adopted(DAY), &revocation(initiator)).expect("a revocation opens")
}

pub(crate) fn decision() -> Command {
    Command::DecideRevocation(DecideRevocation {
        findings: "捡拾证明系伪造，骗取登记".into()
    })
}

pub(crate) fn decided() -> Story {
    let mut story = accepted(opened(Initiator::OwnMotion));
    story.must(propose()).leader().must(decision()).registrar();
    story
}

/// A revocation decided, its certificate taken in, on the board.
pub(crate) fn posted() -> Story {
    let mut story = decided();
    let certificate = TakenIn::GivenIn;
    story.must(Command::TakeInCertificate(TakeInCertificate { certificate }));
    story.printed(DocumentKind::RevocationDecision);
    story.must(Command::PostDecision(PostDecision {}));
    story
}

fn serve(story: &mut Story, party: Party) {
    story.file_and_verify(Slot::of_case(PaperKind::ServiceReceipt));
    let service = service(story, DocumentKind::RevocationDecision, party);
    story.must(service);
}

fn service(story: &Story, document: DocumentKind, party: Party) -> Command {
    Command::RecordService(Service {
        document,
        party,
        manner: ServiceManner::Direct,
        received_by: "本人".into(),
        served_on: story.facts.today,
    })
}

/// A revocation that an interested person applied for, refused.
fn refused(initiator: Initiator) -> Story {
    let mut story = accepted(opened(initiator));
    let reason = RefusalReason { rule: FRAUD.id.into(), explanation: "经查证明属实".into() };
    let refuse = Refuse { reasons: vec![reason], papers_confiscated: Vec::new() };
    story.leader().must(Command::Refuse(refuse)).registrar();
    story.printed(DocumentKind::RefusalNotice);
    story.file_and_verify(Slot::of_case(PaperKind::ServiceReceipt));
    story
}

#[test]
fn it_is_decided_made_known_and_archived() {
    let first = adopted(DAY).case;
    let mut story = accepted(opened(Initiator::OwnMotion));
    story.must(propose()).leader().must(decision());
    let after = first_after(&story, &first);
    assert!(matches!(after.aftermath.standing, Standing::Revoked { .. }));
    story.registrar();
    breaks(&story.refused(Command::PostDecision(PostDecision {})), &POSTED);
    story.printed(DocumentKind::RevocationDecision);
    story.must(Command::PostDecision(PostDecision {}));
    let refused = story.refused(Command::Archive(ArchiveCase {}));
    for rule in [&SERVED_ON_ALL, &CERTIFICATE_IN, &POSTED] {
        breaks(&refused, rule);
    }
    for party in [Party::FirstAdopter, Party::SecondAdopter, Party::Placer] {
        serve(&mut story, party);
    }
    let certificate = TakenIn::GivenIn;
    story.must(Command::TakeInCertificate(TakeInCertificate { certificate }));
    story.file_and_verify(Slot::of_case(PaperKind::AdoptionCertificate));
    let posted_until = story.case.later.as_deref().and_then(|later: &Later| later.posting.clone());
    let last_day = posted_until.expect("it hangs on the board").last_day;
    assert_eq!(last_day, "2027-03-31".parse().expect("a day"));
    story.on("2027-03-31");
    assert_eq!(story.refused(Command::Archive(ArchiveCase {})), [POSTED.id]);
    story.on("2027-04-01").must(Command::Archive(ArchiveCase {}));
    assert_eq!(story.case.stage, Stage::Closed);
    let volume = story.case.archive.as_ref().map(|archive| archive.volume_number.as_str());
    assert_eq!(volume, Some("0123-收养-2027-内地-撤销-0001"));
}

#[test]
fn it_rests_on_evidence_investigation_and_the_signed_application() {
    let mut story = opened(applied_for());
    let refused = story.refused(Command::Accept(Accept {}));
    breaks(&refused, &REVOCATION_APPLICATION);
    breaks(&refused, &FRAUD);
    let mut own = opened(Initiator::OwnMotion);
    let refused = own.refused(Command::Accept(Accept {}));
    assert_eq!(refused, [FRAUD.id, FRAUD.id]);
}

#[test]
fn another_person_decides() {
    let mut story = accepted(opened(applied_for()));
    story.must(propose()).by(user(1, REGISTRAR), Role::Leader);
    breaks(&story.refused(decision()), &OTHER_PERSON);
}

#[test]
fn the_original_office_revokes_once() {
    let mut story = adopted(DAY);
    let record = story.facts.adoption.as_mut().expect("known");
    let standing = Standing::Revoked { on: story.facts.today, number: "撤".into() };
    record.case.aftermath.standing = standing;
    let refusal = refused_to_open(&story, &revocation(applied_for()));
    assert!(refusal.names(&STANDS));
    let mut story = adopted(DAY);
    story.facts.open_later =
        vec![OpenLater { number: "3".into(), procedure: Procedure::Revocation }];
    assert!(refused_to_open(&story, &revocation(applied_for())).names(&ONE_AT_A_TIME));
    let story = super::late_entry::of_another_office(DAY);
    assert!(refused_to_open(&story, &revocation(applied_for())).names(&ORIGINAL_OFFICE));
}

#[test]
fn an_office_revokes_what_it_registered_under_a_former_name() {
    let mut story = super::late_entry::of_another_office(DAY);
    story.facts.rules.former_names = vec!["重庆市荣昌区民政局".into()];
    open(&story, &revocation(applied_for())).expect("the office is the same");
}

#[test]
fn what_is_revoked_before_it_is_handed_over_is_archived_without_a_receipt() {
    let mut story = Story::registered();
    story.all_printed();
    story.told(Event::Later(LaterEvent::AdoptionRevoked { number: "撤".into() }));
    breaks(&story.refused(Command::IssueCertificate(IssueCertificate::default())), &STANDS);
    story.file_and_verify(Slot::of_case(PaperKind::ApprovalForm));
    story.must(Command::Archive(ArchiveCase {}));
    let archive = story.case.archive.as_ref().expect("it is archived");
    let has = |title: &str| archive.manifest.iter().any(|entry| entry.title == title);
    assert!(!has(DocumentKind::Certificate.printed()), "no certificate was given out");
}

#[test]
fn a_dissolved_adoption_may_still_be_revoked() {
    let mut story = adopted(DAY);
    let record = story.facts.adoption.as_mut().expect("known");
    let standing = Standing::Dissolved { on: story.facts.today, number: "解".into() };
    record.case.aftermath.standing = standing;
    open(&story, &revocation(applied_for())).expect("it was void from the start");
}

#[test]
fn a_certificate_that_is_not_taken_in_is_explained_and_may_turn_up() {
    let mut story = decided();
    let bare = TakenIn::NotTakenIn { reason: String::new() };
    let bare = Command::TakeInCertificate(TakeInCertificate { certificate: bare });
    breaks(&story.refused(bare), &TAKEN_BACK);
    let lost = TakenIn::NotTakenIn { reason: "称已遗失，查找无果".into() };
    story.must(Command::TakeInCertificate(TakeInCertificate { certificate: lost }));
    let found = || Command::TakeInCertificate(TakeInCertificate { certificate: TakenIn::GivenIn });
    story.must(found());
    breaks(&story.refused(found()), &TAKEN_BACK);
}

#[test]
fn the_refusal_is_served_on_who_applied_and_on_the_parties() {
    let mut story = refused(applied_for());
    assert_eq!(story.case.stage, Stage::Refused);
    let told = service(&story, DocumentKind::RefusalNotice, Party::InterestedPerson);
    story.must(told.clone());
    story.file_and_verify(Slot::of_case(PaperKind::ServiceReceipt));
    breaks(&story.refused(told), &SERVED_WITH_RECEIPT);
    let adopter = service(&story, DocumentKind::RefusalNotice, Party::FirstAdopter);
    story.must(adopter);
    assert_eq!(story.case.services.len(), 2);
}

#[test]
fn nobody_is_served_who_did_not_apply_and_no_decision_goes_to_who_did() {
    let mut story = refused(Initiator::OwnMotion);
    let nobody = service(&story, DocumentKind::RefusalNotice, Party::InterestedPerson);
    assert_eq!(story.refused(nobody), [KNOWN.id]);
    let mut story = accepted(opened(applied_for()));
    story.must(propose()).leader().must(decision()).registrar();
    story.printed(DocumentKind::RevocationDecision);
    story.file_and_verify(Slot::of_case(PaperKind::ServiceReceipt));
    let decision = service(&story, DocumentKind::RevocationDecision, Party::InterestedPerson);
    assert_eq!(story.refused(decision), [KNOWN.id]);
}
