//! 监护人代为申请: a minor adoptee's guardian, since those who adopted it have died.

use super::replacement::{command, heard, issue, replacement};
use super::{FIRST, accepted, adopted, approved, breaks, in_person, open, refused_to_open};
use crate::base::document::DocumentKind;
use crate::base::stage::Stage;
use crate::case::aftermath::ReplacedPaper;
use crate::case::present::PresentGuardian;
use crate::case::{PaperKind, Party, Slot};
use crate::cast::figures::GRANDMOTHER;
use crate::command::Command;
use crate::identity::ResidentId;
use crate::law::input::KNOWN;
use crate::law::later::{APPLICANT, GUARDIAN_SHOWN};
use crate::law::registration::CARD_SHOWN;
use crate::procedures::papers::required_papers;
use crate::proof::testing::{Story, propose};
use crate::steps::accept::Accept;
use crate::steps::issue_proof::IssueProof;
use crate::steps::open_proof::OpenProof;
use crate::steps::open_replacement::OpenReplacement;

const DAY: &str = "2027-03-01";
const ADULT: &str = "2039-03-04";

pub(crate) fn grandmother() -> PresentGuardian {
    PresentGuardian {
        name: GRANDMOTHER.name.into(),
        resident_id: ResidentId::with_check_character("50011119550307204").expect("a number"),
        relation: "祖母".into(),
        organisation: None,
    }
}

fn by_guardian() -> OpenReplacement {
    OpenReplacement {
        applicants: vec![Party::Guardian],
        guardian: Some(grandmother()),
        ..replacement()
    }
}

fn proof() -> OpenProof {
    OpenProof {
        adoption: FIRST,
        applicant: Party::Guardian,
        adoptee: None,
        guardian: Some(grandmother()),
        purpose: "办理入学".into(),
    }
}

fn proving(data: OpenProof) -> Command {
    Command::OpenProof(Box::new(data))
}

/// A replacement and a proof, each applied for by the guardian.
pub(crate) fn opened() -> [Story; 2] {
    [command(by_guardian()), proving(proof())]
        .map(|command| open(&adopted(DAY), &command).expect("a guardian applies"))
}

#[test]
fn the_guardian_shows_the_guardianship_and_comes_in_person() {
    let [story, _] = opened();
    let slots: Vec<Slot> =
        required_papers(&story.case).into_iter().map(|required| required.slot).collect();
    assert!(!slots.contains(&Slot::of_case(PaperKind::JointPhoto)), "who adopted it may be dead");
    let shown = Slot::of(PaperKind::GuardianshipProof, Party::Guardian);
    let mut lacking = story.clone();
    for slot in slots.iter().filter(|slot| **slot != shown) {
        lacking.file_and_verify(*slot);
    }
    assert_eq!(lacking.refused(Command::Accept(Accept {})), [GUARDIAN_SHOWN.id]);
    let mut story = accepted(story);
    breaks(&story.refused(propose()), &crate::law::hearing::ASKED);
    story = approved(heard(story, &[Party::Guardian]));
    let mut by_another = in_person(&story.case, &[Party::Guardian]);
    if let crate::case::decision::Attendance::InPerson { number, .. } = &mut by_another[0] {
        *number = "500111197001010037".into();
    }
    let mut wrong = issue(&story, &[Party::Guardian]);
    if let Command::IssueReplacement(data) = &mut wrong {
        data.attendance = by_another;
    }
    assert_eq!(story.refused(wrong), [CARD_SHOWN.id]);
    breaks(&story.refused(issue(&story.clone(), &[Party::Child])), &APPLICANT);
    let issued = issue(&story, &[Party::Guardian]);
    story.must(issued).printed(DocumentKind::Certificate);
    assert_eq!(story.case.stage, Stage::Issued);
}

#[test]
fn the_proof_is_given_to_the_guardian_too() {
    let [_, story] = opened();
    let mut bare = story.clone();
    breaks(&bare.refused(Command::Accept(Accept {})), &GUARDIAN_SHOWN);
    let mut story = accepted(story);
    let attendance = in_person(&story.case, &[Party::Guardian]);
    story.must(Command::IssueProof(IssueProof { attendance }));
    assert_eq!(story.case.stage, Stage::Issued);
}

#[test]
fn an_organisation_shows_the_card_of_who_is_responsible() {
    let guardian = Some(PresentGuardian {
        organisation: Some("大足区儿童福利院".into()),
        relation: "监护单位".into(),
        ..grandmother()
    });
    let story = open(&adopted(DAY), &proving(OpenProof { guardian, ..proof() }));
    let story = story.expect("an organisation may be the guardian");
    let papers = required_papers(&story.case);
    let card = Slot::of(PaperKind::ResponsiblePersonIdentityCard, Party::Guardian);
    assert!(papers.iter().any(|required| required.slot == card));
    let own = Slot::of(PaperKind::IdentityCard, Party::Guardian);
    assert!(papers.iter().all(|required| required.slot != own));
}

#[test]
fn only_the_guardian_of_a_minor_applies_for_it_and_alone() {
    let minor = adopted(DAY);
    let adopter = minor.case.adopters[0].resident_id.clone();
    let as_adopter = Some(PresentGuardian { resident_id: adopter, ..grandmother() });
    let together = vec![Party::Guardian, Party::FirstAdopter];
    let wrong = [
        OpenReplacement { guardian: None, ..by_guardian() },
        OpenReplacement { guardian: as_adopter.clone(), ..by_guardian() },
        OpenReplacement { applicants: together, ..by_guardian() },
        OpenReplacement { guardian: Some(grandmother()), ..replacement() },
    ];
    for data in wrong {
        assert!(refused_to_open(&minor, &command(data.clone())).names(&APPLICANT), "{data:?}");
    }
    let wrong = [
        OpenProof { guardian: None, ..proof() },
        OpenProof { guardian: as_adopter, ..proof() },
        OpenProof { applicant: Party::FirstAdopter, ..proof() },
    ];
    for data in wrong {
        assert!(refused_to_open(&minor, &proving(data.clone())).names(&APPLICANT), "{data:?}");
    }
    for opening in [command(by_guardian()), proving(proof())] {
        assert!(refused_to_open(&adopted(ADULT), &opening).names(&APPLICANT), "it is grown up");
    }
    let of_dissolution =
        OpenReplacement { paper: ReplacedPaper::DissolutionProof, ..by_guardian() };
    let story = open(&minor, &command(of_dissolution)).expect("what it shows is looked at later");
    let photo = Slot::of(PaperKind::PartyPhoto, Party::Child);
    assert!(required_papers(&story.case).iter().any(|required| required.slot == photo));
}

#[test]
fn the_guardian_is_written_well() {
    let number = ResidentId("1".into());
    let bad = PresentGuardian {
        name: "1".into(),
        resident_id: number,
        relation: " ".into(),
        organisation: Some(String::new()),
    };
    for opening in [
        command(OpenReplacement { guardian: Some(bad.clone()), ..by_guardian() }),
        proving(OpenProof { guardian: Some(bad), ..proof() }),
    ] {
        let refusal = refused_to_open(&adopted(DAY), &opening);
        for field in ["name", "resident_id", "relation", "organisation"] {
            let field = format!("guardian.{field}");
            let mut named = refusal.violations.iter().filter_map(|one| one.field.as_deref());
            assert!(named.any(|known| known == field), "{field}");
        }
    }
}

#[test]
fn nobody_is_the_guardian_of_a_case_that_names_none() {
    let mut story = super::replacement::proof_opened();
    let withdrawal =
        crate::steps::withdraw::Withdraw { party: Party::Guardian, reason: "不再需要".into() };
    assert_eq!(story.refused(Command::Withdraw(withdrawal.clone())), [KNOWN.id]);
    let [_, mut story] = opened();
    story.must(Command::Withdraw(withdrawal));
    assert_eq!(story.case.stage, Stage::Withdrawn);
}
