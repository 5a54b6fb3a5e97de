//! Those who owe an orphan support: who they are is looked into, and may change while the case is open
//! (民法典 art. 1096).

use std::collections::BTreeSet;

use crate::base::act::Act;
use crate::base::document::DocumentKind;
use crate::case::change::Change;
use crate::case::{Check, CheckKind, ChildKind, PaperKind, Party, Slot, SupportDutyPerson};
use crate::cast::figures::SUPPORTING_GRANDMOTHER;
use crate::command::Command;
use crate::procedures::papers::required_papers;
use crate::proof::gate_tests::{Miss, lose, miss};
use crate::proof::kinds_tests::{adverse, story_before};
use crate::proof::testing::{Story, propose};
use crate::steps::change_fact::ChangeFact;
use crate::{Effect, effects};

pub fn gates() -> Vec<Miss> {
    vec![
        miss("SEQ-1", "who owes support was not looked into", "CC-1096.persons", |case, _| {
            case.checks.retain(|check| check.check != CheckKind::SupportDuty)
        }),
        miss("SEQ-1", "nobody is named and nobody looked", "CC-1096.persons", |case, _| {
            case.checks.retain(|check| check.check != CheckKind::SupportDuty);
            case.support_duty.clear();
            case.support_duty_consent_needed = false;
        }),
        miss("SEQ-1", "another owes support", "CC-1096.persons", |case, _| {
            adverse(case, CheckKind::SupportDuty, Party::Placer)
        }),
        miss("SEQ-5", "the grandmother has not consented", "CC-1096", |case, _| {
            lose(case, PaperKind::SupportDutyConsent)
        }),
    ]
}

const CONSENT: PaperKind = PaperKind::SupportDutyConsent;

fn grandmother() -> SupportDutyPerson {
    SupportDutyPerson { name: SUPPORTING_GRANDMOTHER.into(), relation: "外祖母".into() }
}

fn brother() -> SupportDutyPerson {
    SupportDutyPerson { name: "罗大勇".into(), relation: "兄".into() }
}

/// The change as it is sent, with its paper in the file.
fn owing(story: &mut Story, persons: Vec<SupportDutyPerson>) -> Command {
    story.file_and_verify(Slot::of_case(PaperKind::ChangeEvidence));
    let happened_on = story.facts.today;
    Command::ChangeFact(ChangeFact { change: Change::SupportDuty { persons }, happened_on })
}

fn prints_the_form(story: &Story) -> bool {
    let entry = story.entries.last().expect("an event");
    effects(&story.case, entry).iter().any(|effect| {
        matches!(effect, Effect::Print { document: DocumentKind::SupportDutyConsent, .. })
    })
}

fn look(story: &mut Story) {
    let check: Check = story.clear(CheckKind::SupportDuty, Party::Placer);
    story.must(Command::RecordCheck(check));
}

#[test]
fn one_who_is_found_later_consents_too() {
    let mut story = story_before(ChildKind::GuardianOrphan, Act::Propose);
    let command = owing(&mut story, vec![grandmother(), brother()]);
    story.must(command);
    assert!(prints_the_form(&story), "the form names both");
    let refused: BTreeSet<_> = story.refused(propose()).into_iter().collect();
    assert_eq!(refused, BTreeSet::from(["CC-1096", "CC-1096.persons"]));
    look(&mut story);
    story.file_and_verify(Slot::of(CONSENT, Party::Placer)).must(propose());
}

#[test]
fn the_consent_of_one_who_died_is_not_demanded() {
    let mut story = story_before(ChildKind::GuardianOrphan, Act::Propose);
    let command = owing(&mut story, Vec::new());
    story.must(command);
    assert!(!prints_the_form(&story), "nobody is left to sign it");
    assert!(required_papers(&story.case).iter().all(|required| required.slot.paper != CONSENT));
    assert_eq!(story.refused(propose()), ["CC-1096.persons"]);
    look(&mut story);
    story.must(propose());
}

#[test]
fn the_consent_of_those_who_are_left_stands() {
    let mut story = story_before(ChildKind::GuardianOrphan, Act::Propose);
    let command = owing(&mut story, vec![grandmother(), brother()]);
    story.must(command);
    story.file_and_verify(Slot::of(CONSENT, Party::Placer));
    let command = owing(&mut story, vec![brother()]);
    story.must(command);
    assert!(story.case.is_filled(Slot::of(CONSENT, Party::Placer)));
    look(&mut story);
    story.must(propose());
}

#[test]
fn only_an_orphan_has_such_persons_and_they_have_names() {
    let mut story = story_before(ChildKind::IncapableParents, Act::Propose);
    let command = owing(&mut story, Vec::new());
    assert_eq!(story.refused(command), ["INPUT-KIND"]);
    let check = story.clear(CheckKind::SupportDuty, Party::Placer);
    assert_eq!(story.refused(Command::RecordCheck(check)), ["INPUT-KNOWN"]);
    let mut story = story_before(ChildKind::GuardianOrphan, Act::Propose);
    let nameless = SupportDutyPerson { name: String::new(), ..grandmother() };
    let command = owing(&mut story, vec![nameless]);
    assert_eq!(story.refused(command).len(), 1);
}
