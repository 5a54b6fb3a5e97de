//! How many children an adopter has and may adopt, where other cases of the same adopters count
//! (民法典 arts. 1098(1), 1100): each way of passing the number, to the day.

use chrono::NaiveDate;

use crate::base::act::Act;
use crate::case::change::Change;
use crate::case::{Case, ChildKind, PaperKind, Party, Slot};
use crate::command::Command;
use crate::facts::Facts;
use crate::identity::dictionaries::ChildHealth;
use crate::law::adopter::is_outside_the_quota;
use crate::law::time::periods::nth_day;
use crate::proof::gate_tests::{Miss, command_of, miss, refuse_each};
use crate::proof::kinds_tests::story_before;
use crate::proof::parents_tests::{hardship, pending_case};
use crate::proof::testing::{Story, application_of, decide};
use crate::steps::change_fact::ChangeFact;

/// Another adoption of the first adopter was registered on this day.
fn registered_case(facts: &mut Facts, on: NaiveDate) {
    pending_case(facts, "渝足收件〔2026〕0008号");
    facts.other_cases.iter_mut().for_each(|other| other.registered_on = Some(on));
}

fn one_child(case: &mut Case) {
    case.adopters.iter_mut().for_each(|adopter| adopter.children = 1);
}

pub fn gates() -> Vec<Miss> {
    vec![
        miss(
            "SEQ-1",
            "a child of their own, and one registered since",
            "CC-1098.1",
            |case, facts| {
                one_child(case);
                registered_case(facts, nth_day(case.applied_on, 1));
            },
        ),
        miss(
            "SEQ-1",
            "the number stated anew, and one registered since",
            "CC-1098.1",
            |case, facts| {
                one_child(case);
                let restated_on = nth_day(case.applied_on, 10);
                case.children_restated.insert(Party::FirstAdopter, restated_on);
                registered_case(facts, nth_day(restated_on, 1));
            },
        ),
        miss("SEQ-1", "two registered before, and none stated", "CC-1098.1", |case, facts| {
            registered_case(facts, case.applied_on);
            pending_case(facts, "渝足收件〔2026〕0009号");
            facts
                .other_cases
                .iter_mut()
                .for_each(|other| other.registered_on = Some(case.applied_on));
        }),
    ]
}

#[test]
fn a_child_registered_since_the_statement_is_added_to_those_stated() {
    assert_eq!(refuse_each(gates().into_iter(), hardship), 3 * 3);
}

fn is_possible(spoil: impl Fn(&mut Case, &mut Facts)) {
    for act in [Act::Propose, Act::Approve, Act::Register] {
        let mut story = hardship(act);
        let command = command_of(act, &story);
        spoil(&mut story.case, &mut story.facts);
        decide(&story.case, &command, &story.facts).expect("the number is not passed");
    }
}

#[test]
fn a_statement_counts_what_was_registered_by_its_day() {
    is_possible(|case, facts| {
        one_child(case);
        registered_case(facts, case.applied_on);
    });
    is_possible(|case, facts| {
        one_child(case);
        case.children_restated.insert(Party::FirstAdopter, nth_day(case.applied_on, 10));
        registered_case(facts, nth_day(case.applied_on, 10));
    });
    // Who has none may adopt two, and the first of them is then the one child.
    is_possible(|case, facts| registered_case(facts, nth_day(case.applied_on, 1)));
}

#[test]
fn a_number_stated_anew_speaks_of_the_day_it_was_stated() {
    let mut story = hardship(Act::Register);
    let applied_on = story.case.applied_on;
    assert_eq!(story.case.children_stated_on(Party::FirstAdopter), applied_on);
    story.file_and_verify(Slot::of_case(PaperKind::ChangeEvidence));
    let happened_on = story.facts.today;
    let change = Change::Children { party: Party::FirstAdopter, children: 1 };
    story.must(Command::ChangeFact(ChangeFact { change, happened_on }));
    assert_eq!(story.case.children_stated_on(Party::FirstAdopter), happened_on);
    assert_eq!(story.case.children_stated_on(Party::SecondAdopter), applied_on);
}

#[test]
fn a_pending_child_whom_the_quota_does_not_count_leaves_room_for_another() {
    is_possible(|case, facts| {
        one_child(case);
        for number in ["渝足收件〔2026〕0008号", "渝足收件〔2026〕0009号"] {
            pending_case(facts, number);
        }
        facts.other_cases.iter_mut().for_each(|other| other.outside_the_quota = true);
    });
}

/// 民法典 arts. 1100(2) and 1103, from their words: orphans, disabled minors, minors of an institution
/// whose parents cannot be found, and stepchildren.
#[test]
fn the_quota_leaves_out_the_children_its_articles_name() {
    let left_out = |kind| is_outside_the_quota(&Story::applied_with(application_of(kind)).case);
    let named = [
        ChildKind::InstitutionFoundling,
        ChildKind::InstitutionOrphan,
        ChildKind::GuardianOrphan,
        ChildKind::RescuedChild,
        ChildKind::Stepchild,
    ];
    for kind in ChildKind::ALL {
        assert_eq!(left_out(kind), named.contains(&kind), "{kind:?}");
    }
    let mut case = story_before(ChildKind::Foundling, Act::Propose).case;
    case.child.health = ChildHealth::Disabled;
    assert!(is_outside_the_quota(&case));
}
