//! 民法典 arts. 1093 to 1104, 1108 and 登记办法 art. 4: who may adopt, be adopted and place, and where.

use super::days::age;
use super::papers::stands;
use super::{History, admits};
use crate::case::people::{ChildHealth, MaritalStatus};
use crate::case::{
    Adopter, CheckKind, CheckOutcome, ChildKind, OtherParentState, PaperKind, Party, Slot,
};
use crate::steps::change_fact::Change;

fn kind(history: &History) -> ChildKind {
    history.application().kind
}

fn of_a_step_parent(history: &History) -> bool {
    kind(history) == ChildKind::Stepchild
}

/// Art. 1100(2): an orphan, a disabled minor, or one of an institution whose parents cannot be found.
fn open_to_more(history: &History) -> bool {
    let foundling = kind(history) == ChildKind::InstitutionFoundling;
    foundling || history.child().health == ChildHealth::Disabled || of_a_step_parent(history)
}

fn another_county(history: &History) -> bool {
    let parents = history.application().parents.as_ref();
    let other = parents.and_then(|parents| parents.other_parent.as_ref());
    let other =
        other.filter(|_| of_a_step_parent(history)).and_then(|parent| parent.division.clone());
    let placing = history.placing().into_iter().map(|placing| placing.division);
    let here = &history.newest().world.office.division;
    admits(history) && !placing.chain(other).any(|division| division == *here)
}

fn of_age(history: &History) -> bool {
    admits(history) && age(history.child().birth_date, history.today()) >= 18
}

fn somebody_died(history: &History) -> bool {
    let single = history.application().placer.is_some() || {
        let parents = history.application().parents.as_ref();
        parents.is_none_or(|parents| parents.placing.len() == 1)
    };
    let died = history.changed(|change| match change {
        Change::Died { party: Party::Placer | Party::SecondPlacer } => single,
        Change::Died { party } => *party != Party::OtherParent,
        _ => false,
    });
    admits(history) && died.is_some()
}

fn in_another_adoption(history: &History) -> bool {
    let others = &history.newest().world.other_cases;
    admits(history)
        && others.iter().any(|other| other.party == Party::Child && other.accepted_or_standing)
}

fn some_adopter(history: &History, holds: impl Fn(&(Party, Adopter)) -> bool) -> bool {
    admits(history) && history.adopters().iter().any(holds)
}

fn under_thirty(history: &History) -> bool {
    let young = |(_, adopter): &(Party, Adopter)| age(adopter.birth_date, history.today()) < 30;
    !of_a_step_parent(history) && some_adopter(history, young)
}

fn children_of(history: &History, (party, adopter): &(Party, Adopter)) -> usize {
    let others = &history.newest().world.other_cases;
    let registered = others.iter().filter(|other| other.party == *party && other.registered);
    usize::from(adopter.children).max(registered.count())
}

fn two_children(history: &History) -> bool {
    !open_to_more(history) && some_adopter(history, |adopter| children_of(history, adopter) > 1)
}

fn more_than_the_law_allows(history: &History) -> bool {
    let adopters = history.adopters();
    let mut open: Vec<&str> = Vec::new();
    for other in &history.newest().world.other_cases {
        let shared = adopters.iter().any(|(party, _)| *party == other.party);
        if shared && other.accepted_or_standing && !other.registered {
            open.push(&other.number);
        }
    }
    open.sort_unstable();
    open.dedup();
    let has_children = adopters.iter().any(|adopter| children_of(history, adopter) > 0);
    let allowed = if has_children { 1 } else { 2 };
    admits(history) && !open_to_more(history) && open.len() + 1 > allowed
}

fn not_shown(history: &History, paper: PaperKind) -> bool {
    let unshown = |(party, _): &(Party, Adopter)| !stands(history, Slot::of(paper, *party));
    !of_a_step_parent(history) && some_adopter(history, unshown)
}

fn ability_not_shown(history: &History) -> bool {
    not_shown(history, PaperKind::MaritalAndAbilityProof)
}

fn health_not_shown(history: &History) -> bool {
    not_shown(history, PaperKind::HealthCertificate)
}

fn record_not_clear(history: &History) -> bool {
    let clear =
        |party| history.check(CheckKind::CriminalRecord, party) == Some(CheckOutcome::Clear);
    !of_a_step_parent(history) && some_adopter(history, |(party, _)| !clear(*party))
}

fn something_speaks_against_it(history: &History) -> bool {
    let adverse = |kind, party| history.check(kind, party) == Some(CheckOutcome::Adverse);
    let marriage = |(party, _): &(Party, Adopter)| adverse(CheckKind::MaritalStatus, *party);
    let child = [CheckKind::CareOfChild, CheckKind::MissingChildren];
    some_adopter(history, marriage)
        || admits(history) && child.into_iter().any(|kind| adverse(kind, Party::Child))
}

fn without_the_spouse(history: &History) -> bool {
    let adopters = history.adopters();
    let married =
        |(_, adopter): &(Party, Adopter)| adopter.marital_status == MaritalStatus::Married;
    let alone = adopters.len() == 1 && adopters.iter().any(married);
    admits(history) && !of_a_step_parent(history) && alone
}

fn two_who_are_no_spouses(history: &History) -> bool {
    let adopters = history.adopters();
    let spouses = match adopters.as_slice() {
        [(_, first), (_, second)] => history.married() && first.sex != second.sex,
        _ => true,
    };
    admits(history) && !spouses
}

fn too_close_in_age(history: &History) -> bool {
    let adopters = history.adopters();
    let [(_, single)] = adopters.as_slice() else {
        return false;
    };
    let child = history.child();
    let other_sex = single.sex != child.sex && single.marital_status != MaritalStatus::Married;
    admits(history) && other_sex && age(single.birth_date, child.birth_date) < 40
}

fn no_true_hardship(history: &History) -> bool {
    let statement = Slot::of(PaperKind::HardshipStatement, Party::Placer);
    let untrue = history.check(CheckKind::Hardship, Party::Placer) == Some(CheckOutcome::Adverse);
    let hardship = kind(history) == ChildKind::HardshipParents;
    admits(history) && hardship && (untrue || !stands(history, statement))
}

fn found_alive(history: &History) -> bool {
    history.check(CheckKind::OtherParent, Party::OtherParent) == Some(CheckOutcome::Adverse)
}

fn one_parent_of_two(history: &History) -> bool {
    let alive = history.other_parent() == Some(OtherParentState::Alive) || found_alive(history);
    admits(history) && kind(history) == ChildKind::HardshipParents && alive
}

fn without_the_living_parent(history: &History) -> bool {
    admits(history) && of_a_step_parent(history) && found_alive(history)
}

fn unknown_and_not_looked_into(history: &History) -> bool {
    let unknown = history.other_parent() == Some(OtherParentState::Unknown);
    let checked = history.check(CheckKind::OtherParent, Party::OtherParent).is_some();
    admits(history) && unknown && !checked
}

fn grandparents_passed_over(history: &History) -> bool {
    let asked = history.check(CheckKind::GrandparentsPriority, Party::Placer);
    let dead = history.other_parent() == Some(OtherParentState::Dead);
    let hardship = kind(history) == ChildKind::HardshipParents;
    admits(history) && hardship && dead && asked != Some(CheckOutcome::Clear)
}

fn no_step_parent(history: &History) -> bool {
    admits(history) && of_a_step_parent(history) && !history.married()
}

rows! {
    "SEQ-1", "登记办法 4", "the office of the place the law names registers", another_county;
    "SEQ-1", "民法典 1093", "the child is a minor", of_age;
    "SEQ-13", "民法典 1104、1105", "the parties are alive", somebody_died;
    "SEQ-16", "民法典 1093、1111", "the child is in no other adoption", in_another_adoption;
    "SEQ-1", "民法典 1098(5)", "each adopter is thirty", under_thirty;
    "SEQ-1", "民法典 1098(1)", "each adopter has at most one child", two_children;
    "SEQ-16", "民法典 1100", "two children at most are adopted, one by who has one", more_than_the_law_allows;
    "SEQ-1", "民法典 1098(2)", "the ability to raise the child is shown", ability_not_shown;
    "SEQ-1", "民法典 1098(3)", "health is shown", health_not_shown;
    "SEQ-1", "民法典 1098(4)", "no record speaks against an adopter, and that was checked", record_not_clear;
    "SEQ-1", "登记办法 8(1)", "no check speaks against the adoption", something_speaks_against_it;
    "SEQ-1", "民法典 1101", "a married person adopts with the spouse", without_the_spouse;
    "SEQ-1", "民法典 1101", "two who adopt are spouses", two_who_are_no_spouses;
    "SEQ-1", "民法典 1102", "forty years lie between a single adopter and a child of the other sex", too_close_in_age;
    "SEQ-1", "民法典 1094(3)", "parents place because of a hardship that was not found untrue", no_true_hardship;
    "SEQ-1", "民法典 1097", "both parents place, unless one cannot", one_parent_of_two;
    "SEQ-5", "民法典 1103", "a parent found alive is not passed over", without_the_living_parent;
    "SEQ-1", "民法典 1097", "that a parent is unknown was looked into", unknown_and_not_looked_into;
    "SEQ-1", "民法典 1108", "the dead parent's parents do not claim the child", grandparents_passed_over;
    "SEQ-1", "民法典 1103", "a step-parent is married to the parent", no_step_parent;
}
