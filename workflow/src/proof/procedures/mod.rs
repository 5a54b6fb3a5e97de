//! The procedures after a registration: what each does, and what it refuses.

pub(crate) mod dissolution;
pub(crate) mod guardian;
pub(crate) mod late_entry;
pub(crate) mod replacement;
pub(crate) mod revocation;
mod samples;

pub(crate) use samples::{samples, stories};

use uuid::Uuid;

use crate::base::act::Act;
use crate::base::ids::CaseId;
use crate::base::rule::{Refusal, Rule};
use crate::case::decision::{Attendance, ShownDocument};
use crate::case::later::DissolutionBasis;
use crate::case::present::PresentAdoptee;
use crate::case::{Case, PaperKind, Party, Procedure, Slot};
use crate::cast::figures::COUPLES_ADDRESS;
use crate::command::Command;
use crate::event::{Entry, Event, LaterEvent};
use crate::facts::AdoptionRecord;
use crate::identity::Division;
use crate::law::kinds::NOT_OF_THIS_KIND;
use crate::procedures::papers::required_papers;
use crate::procedures::{consequence, has};
use crate::proof::testing::{Story, approve, propose};
use crate::steps::accept::Accept;
use crate::steps::open_dissolution::OpenDissolution;
use crate::{decide_opening, evolve, fold};

/// The adoption's own case.
const FIRST: CaseId = CaseId(Uuid::from_u128(77));

/// An adoption of an institution's girl, registered on 6 May 2026, as the facts show it on a day.
pub(crate) fn adopted(on: &str) -> Story {
    let mut story = Story::registered();
    story.on(on);
    let record = AdoptionRecord { id: FIRST, case: story.case.clone() };
    story.facts.adoption = Some(Box::new(record));
    story
}

/// Opens a later procedure on the facts of a story.
pub(crate) fn open(from: &Story, command: &Command) -> Result<Story, Refusal> {
    let facts = from.facts.clone();
    let events = decide_opening(command, &facts).expect("the command opens a case")?;
    let entries: Vec<Entry> = events
        .into_iter()
        .map(|event| Entry { on: facts.today, by: facts.actor.clone(), event })
        .collect();
    let case = fold(&entries).expect("an application opens a case");
    Ok(Story { case, facts, entries, sent: Vec::new() })
}

/// The rules an opening breaks.
fn refused_to_open(from: &Story, command: &Command) -> Refusal {
    open(from, command).expect_err("the opening is refused")
}

fn breaks(refusal: &[&str], rule: &Rule) {
    assert!(refusal.contains(&rule.id), "{} is not among {refusal:?}", rule.id);
}

fn adoptee(story: &Story) -> PresentAdoptee {
    let child = &story.case.child;
    PresentAdoptee {
        name: "周小满".into(),
        resident_id: child.resident_id.clone().expect("the child has a number"),
        household_address: COUPLES_ADDRESS.into(),
        division: Division("500111".into()),
    }
}

pub(crate) fn dissolution(story: &Story) -> OpenDissolution {
    OpenDissolution {
        adoption: FIRST,
        basis: DissolutionBasis::Agreement,
        adoptee: adoptee(story),
        placer_head: None,
        deceased_adopter: None,
        reason: "双方协商一致".into(),
    }
}

/// Brings what the procedure asks for, and accepts.
pub(crate) fn accepted(mut story: Story) -> Story {
    for required in required_papers(&story.case) {
        story.file_and_verify(required.slot);
    }
    story.must(Command::Accept(Accept {}));
    story
}

/// Proposed by the registrar and approved by the leader, the signed form filed.
pub(crate) fn approved(mut story: Story) -> Story {
    story.must(propose()).leader().must(approve()).registrar();
    story.file_and_verify(Slot::of_case(PaperKind::ApprovalForm));
    story
}

/// These parties in person, with the number of the application.
pub(crate) fn in_person(case: &Case, parties: &[Party]) -> Vec<Attendance> {
    let number = |party: Party| match party {
        Party::Child => case.child.resident_id.clone(),
        Party::Guardian => case.acting_guardian().map(|one| one.resident_id.clone()),
        Party::FirstAdopter | Party::SecondAdopter => {
            case.adopter(party).map(|adopter| adopter.resident_id.clone())
        }
        _ => {
            let placing = case.placer.parties();
            let found = placing.into_iter().find(|placing| placing.party == party);
            found.map(|placing| placing.resident_id.clone())
        }
    };
    let shown = ShownDocument::IdentityCard;
    parties
        .iter()
        .map(|party| Attendance::InPerson {
            party: *party,
            shown,
            number: number(*party).expect("the party is of the case").0,
        })
        .collect()
}

/// The adoption's case after what the newest event of a later case leaves in it.
fn first_after(story: &Story, first: &Case) -> Case {
    let last = story.entries.last().expect("something happened");
    let (case, event) = consequence(&story.case, &last.event).expect("it leaves something");
    assert_eq!(case, FIRST);
    let entry = Entry { on: last.on, by: last.by.clone(), event };
    evolve(Some(first.clone()), &entry).expect("the case stands")
}

#[test]
fn a_procedure_refuses_the_acts_it_does_not_have() {
    let story = open(
        &adopted("2026-06-01"),
        &Command::OpenDissolution(Box::new(dissolution(&adopted("2026-06-01")))),
    );
    let mut story = story.expect("a dissolution opens");
    let refused = story.refused(crate::proof::testing::register(&story.clone()));
    breaks(&refused, &NOT_OF_THIS_KIND);
    assert!(!has(Procedure::Formation, Act::RegisterDissolution));
    assert!(!has(Procedure::LateEntry, Act::Register), "no side door");
    assert!(!has(Procedure::Replacement, Act::Register), "no side door");
    assert!(!has(Procedure::Proof, Act::Approve));
}

#[test]
fn every_act_belongs_to_a_procedure() {
    for act in Act::ALL.into_iter().filter(|act| !act.opens_a_case()) {
        let somewhere = Procedure::ALL.into_iter().any(|procedure| has(procedure, act));
        assert!(somewhere, "{act:?} belongs to no procedure");
    }
}

#[test]
fn what_happened_is_written_and_read_the_same() {
    let story = adopted("2026-06-01");
    let command = Command::OpenDissolution(Box::new(dissolution(&story)));
    let opened = open(&story, &command).expect("a dissolution opens");
    for entry in &opened.entries {
        let text = serde_json::to_string(entry).expect("it is written");
        assert!(text.contains("\"kind\":\"later_application_filed\""), "{text}");
        let read: Entry = serde_json::from_str(&text).expect("it is read");
        assert_eq!(&read, entry);
    }
    let unknown = r#"{"on":"2026-06-01","by":{"id":"00000000-0000-0000-0000-000000000001",
        "name":"何静"},"event":{"kind":"unheard_of"}}"#;
    assert!(serde_json::from_str::<Entry>(unknown).is_err());
    let event = Event::Later(LaterEvent::ProofGiven { number: "证".into() });
    assert_eq!(event.kind(), "proof_given");
}
