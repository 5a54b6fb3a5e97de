//! 补领、出具证明: who applies, with what, and what is given out.

use super::{
    FIRST, accepted, adopted, adoptee, approved, breaks, first_after, in_person, open,
    refused_to_open,
};
use crate::base::document::DocumentKind;
use crate::base::stage::Stage;
use crate::case::aftermath::ReplacedPaper;
use crate::case::later::{AbsentSpouse, ReplacementCause};
use crate::case::{PaperKind, Party, Standing};
use crate::command::Command;
use crate::law::input::OF_THE_KIND;
use crate::law::later::{
    APPLICANT, ORIGINAL_OFFICE, PROOF_PAPERS, REPLACEMENT_PAPERS, SPOUSE_ALONE, STATE_HOLDS,
};
use crate::law::registration::BLANK_ONCE;
use crate::proof::testing::Story;
use crate::steps::accept::Accept;
use crate::steps::archive::ArchiveCase;
use crate::steps::issue_proof::IssueProof;
use crate::steps::issue_replacement::IssueReplacement;
use crate::steps::open_proof::OpenProof;
use crate::steps::open_replacement::OpenReplacement;

const DAY: &str = "2027-03-01";
const ADULT: &str = "2039-03-04";
const BOTH: [Party; 2] = [Party::FirstAdopter, Party::SecondAdopter];

pub(crate) fn replacement() -> OpenReplacement {
    OpenReplacement {
        adoption: FIRST,
        paper: ReplacedPaper::Certificate,
        cause: ReplacementCause::Lost,
        applicants: BOTH.to_vec(),
        absent_spouse: None,
        adoptee: None,
        guardian: None,
        reason: "搬家时遗失".into(),
    }
}

pub(crate) fn command(data: OpenReplacement) -> Command {
    Command::OpenReplacement(Box::new(data))
}

pub(crate) fn issue(story: &Story, parties: &[Party]) -> Command {
    Command::IssueReplacement(IssueReplacement {
        blank_serial: "YZ20270009".into(),
        attendance: in_person(&story.case, parties),
    })
}

/// A lost certificate, replaced.
pub(crate) fn replaced() -> Story {
    let story = open(&adopted(DAY), &command(replacement())).expect("a replacement opens");
    let mut story = approved(heard(accepted(story), &BOTH));
    let issued = issue(&story, &BOTH);
    story.must(issued);
    story
}

/// What is said to apply for a proof.
pub(crate) fn proof() -> OpenProof {
    OpenProof {
        adoption: FIRST,
        applicant: Party::FirstAdopter,
        adoptee: None,
        guardian: None,
        purpose: "办理入学".into(),
    }
}

/// A proof, applied for.
pub(crate) fn proof_opened() -> Story {
    let story = open(&adopted(DAY), &Command::OpenProof(Box::new(proof())));
    story.expect("a proof opens")
}

/// A proof, issued.
pub(crate) fn proved() -> Story {
    let mut story = accepted(proof_opened());
    let attendance = in_person(&story.case, &[Party::FirstAdopter]);
    story.must(Command::IssueProof(IssueProof { attendance }));
    story
}

pub(crate) fn heard(mut story: Story, parties: &[Party]) -> Story {
    for party in parties {
        story.inquired(*party);
    }
    story
}

#[test]
fn a_lost_certificate_is_replaced_under_its_old_number() {
    let first = adopted(DAY).case;
    let story = open(&adopted(DAY), &command(replacement())).expect("a replacement opens");
    let mut story = approved(heard(accepted(story), &BOTH));
    breaks(&story.refused(issue(&story.clone(), &[Party::FirstAdopter])), &APPLICANT);
    story.facts.blank_serial_used = true;
    breaks(&story.refused(issue(&story.clone(), &BOTH)), &BLANK_ONCE);
    story.facts.blank_serial_used = false;
    let issued = issue(&story, &BOTH);
    story.must(issued);
    let later = story.case.later.as_deref().expect("a later case");
    assert_eq!(later.adoption.certificate_number, "（2026）渝足收字00001");
    let number = later.outcome.as_ref().and_then(|outcome| outcome.number.as_deref());
    assert_eq!(number, Some("（2027）渝足补字00001"));
    assert!(story.case.registration.is_none(), "no relation is created");
    let first = first_after(&story, &first);
    assert_eq!(first.aftermath.replaced[0].blank_serial, "YZ20270009");
    assert!(first.aftermath.standing.stands());
    story.printed(DocumentKind::Certificate).must(Command::Archive(ArchiveCase {}));
    assert_eq!(story.case.stage, Stage::Closed);
}

#[test]
fn a_damaged_certificate_is_given_back() {
    let mut data = replacement();
    data.cause = ReplacementCause::Damaged;
    let mut story = open(&adopted(DAY), &command(data)).expect("a replacement opens");
    for required in crate::procedures::papers::required_papers(&story.case) {
        if required.slot.paper != PaperKind::AdoptionCertificate {
            story.file_and_verify(required.slot);
        }
    }
    assert_eq!(story.refused(Command::Accept(Accept {})), [REPLACEMENT_PAPERS.id]);
}

#[test]
fn what_the_paper_shows_must_still_be_so() {
    let mut dissolved = adopted(DAY);
    let standing = Standing::Dissolved { on: dissolved.facts.today, number: "解".into() };
    dissolved.facts.adoption.as_mut().expect("known").case.aftermath.standing = standing;
    let mut story = open(&dissolved, &command(replacement())).expect("it is taken in");
    breaks(&story.refused(Command::Accept(Accept {})), &STATE_HOLDS);
    let proof = OpenReplacement { paper: ReplacedPaper::DissolutionProof, ..replacement() };
    let story = open(&dissolved, &command(proof.clone())).expect("it is taken in");
    accepted(story);
    let mut story = open(&adopted(DAY), &command(proof)).expect("it is taken in");
    breaks(&story.refused(Command::Accept(Accept {})), &STATE_HOLDS);
}

#[test]
fn those_who_may_apply_do() {
    let alone = OpenReplacement { applicants: vec![Party::FirstAdopter], ..replacement() };
    assert!(refused_to_open(&adopted(DAY), &command(alone.clone())).names(&SPOUSE_ALONE));
    for why in [AbsentSpouse::Mandated, AbsentSpouse::Dead, AbsentSpouse::Divorced] {
        let told = OpenReplacement { absent_spouse: Some(why), ..alone.clone() };
        let mut story = open(&adopted(DAY), &command(told)).expect("with a reason");
        breaks(&story.refused(Command::Accept(Accept {})), &SPOUSE_ALONE);
    }
    let together = OpenReplacement { absent_spouse: Some(AbsentSpouse::Dead), ..replacement() };
    assert!(refused_to_open(&adopted(DAY), &command(together)).names(&SPOUSE_ALONE));
    for applicants in [vec![], vec![Party::Placer], vec![Party::FirstAdopter, Party::FirstAdopter]]
    {
        let data = OpenReplacement { applicants, ..replacement() };
        assert!(refused_to_open(&adopted(DAY), &command(data)).names(&APPLICANT));
    }
    let by_child = OpenReplacement { applicants: vec![Party::Child], ..replacement() };
    let refusal = refused_to_open(&adopted(DAY), &command(by_child.clone()));
    assert!(refusal.names(&APPLICANT) && refusal.names(&OF_THE_KIND));
    let adult = adopted(ADULT);
    let data = OpenReplacement { adoptee: Some(adoptee(&adult)), ..by_child };
    open(&adult, &command(data)).expect("an adult adoptee applies");
    let elsewhere = super::late_entry::of_another_office(DAY);
    assert!(refused_to_open(&elsewhere, &command(replacement())).names(&ORIGINAL_OFFICE));
}

#[test]
fn a_proof_tells_how_the_adoption_stands() {
    let mut dissolved = adopted(DAY);
    let standing = Standing::Dissolved { on: dissolved.facts.today, number: "解".into() };
    let record = dissolved.facts.adoption.as_mut().expect("known");
    record.case.aftermath.standing = standing.clone();
    let first = record.case.clone();
    let data = OpenProof {
        adoption: FIRST,
        applicant: Party::SecondAdopter,
        adoptee: None,
        guardian: None,
        purpose: "办理入学".into(),
    };
    let open_it = |data: &OpenProof| Command::OpenProof(Box::new(data.clone()));
    let mut story = open(&dissolved, &open_it(&data)).expect("a proof opens");
    breaks(&story.refused(Command::Accept(Accept {})), &PROOF_PAPERS);
    let mut story = accepted(story);
    let attendance = in_person(&story.case, &[Party::FirstAdopter]);
    breaks(&story.refused(Command::IssueProof(IssueProof { attendance })), &APPLICANT);
    let attendance = in_person(&story.case, &[Party::SecondAdopter]);
    story.must(Command::IssueProof(IssueProof { attendance }));
    let outcome = story.case.later.as_deref().and_then(|later| later.outcome.clone());
    let outcome = outcome.expect("concluded");
    assert_eq!(outcome.standing, Some(standing));
    assert_eq!(outcome.number.as_deref(), Some("（2027）渝足证字00001"));
    assert_eq!(first_after(&story, &first).aftermath.proofs.len(), 1);
    let by_placer = OpenProof { applicant: Party::Placer, ..data.clone() };
    assert!(refused_to_open(&dissolved, &open_it(&by_placer)).names(&APPLICANT));
    let by_child = OpenProof { applicant: Party::Child, ..data };
    assert!(refused_to_open(&dissolved, &open_it(&by_child)).names(&OF_THE_KIND));
}
