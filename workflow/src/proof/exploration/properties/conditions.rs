//! 民法典 arts. 1093 to 1104, 1108 and 登记办法 art. 4: who may adopt, be adopted and place, and where.

use super::days::{age, months_later};
use super::kinds::{is_kin, is_open_to_more, is_placed_jointly, is_step_parent, kind};
use super::papers::stands;
use super::{History, admits};
use crate::case::change::Change;
use crate::case::{
    Adopter, CheckKind, CheckOutcome, ChildKind, OtherParentState, PaperKind, Party, Residency,
    Slot,
};
use crate::event::Event;
use crate::identity::dictionaries::MaritalStatus;

fn another_county(history: &History) -> bool {
    let parents = history.application().parents.as_ref();
    let either = is_step_parent(history) || kind(history) == ChildKind::CollateralKin;
    let other = parents.and_then(|parents| parents.other_parent.as_ref()).filter(|_| either);
    let other = other.and_then(|parent| parent.division.clone());
    let placing = history.placing().into_iter().map(|placing| placing.division);
    let found = history.application().child.found_division.clone();
    let here = &history.newest().world.office.division;
    admits(history) && !placing.chain(other).chain(found).any(|division| division == *here)
}

fn of_age(history: &History) -> bool {
    admits(history) && age(history.child().birth_date, history.today()) >= 18
}

fn somebody_died(history: &History) -> bool {
    let parents = history.application().parents.as_ref();
    let single = parents.is_none_or(|parents| parents.placing.len() == 1);
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
    !is_step_parent(history) && some_adopter(history, young)
}

fn children_of(history: &History, (party, adopter): &(Party, Adopter)) -> usize {
    let others = history.newest().world.other_cases.iter().filter(|other| other.party == *party);
    let registered: Vec<_> = others.filter_map(|other| other.registered_on).collect();
    let restated = history.changed(
        |change| matches!(change, Change::Children { party: whose, .. } if whose == party),
    );
    let stated_on = history.on(restated.unwrap_or(0));
    let came_since = registered.iter().filter(|day| **day > stated_on).count();
    registered.len().max(usize::from(adopter.children) + came_since)
}

fn two_children(history: &History) -> bool {
    !is_open_to_more(history) && some_adopter(history, |adopter| children_of(history, adopter) > 1)
}

fn more_than_the_law_allows(history: &History) -> bool {
    let adopters = history.adopters();
    let mut open: Vec<&str> = Vec::new();
    for other in &history.newest().world.other_cases {
        let shared = adopters.iter().any(|(party, _)| *party == other.party);
        let waits = other.accepted_or_standing && other.registered_on.is_none();
        if shared && waits && !other.outside_the_quota {
            open.push(&other.number);
        }
    }
    open.sort_unstable();
    open.dedup();
    let has_children = adopters.iter().any(|adopter| children_of(history, adopter) > 0);
    let allowed = if has_children { 1 } else { 2 };
    admits(history) && !is_open_to_more(history) && open.len() + 1 > allowed
}

fn not_shown(history: &History, paper: PaperKind) -> bool {
    let unshown = |(party, _): &(Party, Adopter)| !stands(history, Slot::of(paper, *party));
    !is_step_parent(history) && some_adopter(history, unshown)
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
    !is_step_parent(history) && some_adopter(history, |(party, _)| !clear(*party))
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
    admits(history) && !is_step_parent(history) && alone
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
    admits(history)
        && !is_kin(history)
        && other_sex
        && age(single.birth_date, child.birth_date) < 40
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
    admits(history) && is_placed_jointly(kind(history)) && alive
}

fn without_the_living_parent(history: &History) -> bool {
    admits(history) && is_step_parent(history) && found_alive(history)
}

fn unknown_and_not_looked_into(history: &History) -> bool {
    let unknown = history.other_parent() == Some(OtherParentState::Unknown);
    let checked = history.check(CheckKind::OtherParent, Party::OtherParent).is_some();
    admits(history) && unknown && !checked
}

fn grandparents_passed_over(history: &History) -> bool {
    let asked = history.check(CheckKind::GrandparentsPriority, Party::Placer);
    let dead = history.other_parent() == Some(OtherParentState::Dead);
    let joint = is_placed_jointly(kind(history));
    admits(history) && joint && dead && asked != Some(CheckOutcome::Clear)
}

/// Who is named as owing support was looked into after it was last stated.
fn somebody_may_owe_support(history: &History) -> bool {
    let about = |event: &Event| matches!(event, Event::CheckRecorded { check } if check.check == CheckKind::SupportDuty);
    let named = history.changed(|change| matches!(change, Change::SupportDuty { .. }));
    let found = history.check(CheckKind::SupportDuty, Party::Placer);
    let known = found == Some(CheckOutcome::Clear) && history.last(about) > named;
    admits(history) && kind(history) == ChildKind::GuardianOrphan && !known
}

fn no_step_parent(history: &History) -> bool {
    admits(history) && is_step_parent(history) && !history.married()
}

/// Twelve months in the institution; a year since the judgment that revoked guardianship.
fn placed_too_early(history: &History) -> bool {
    let points = &history.newest().world.rules.open_points;
    let child = history.child();
    let (since, months) = match kind(history) {
        ChildKind::RescuedChild => (child.entered_institution_on, points.rescued_child_months),
        ChildKind::StateGuardianship => {
            (child.guardianship_revoked_on, points.guardianship_revoked_months)
        }
        _ => return false,
    };
    let months = i32::try_from(months).expect("few");
    let early = |since| history.today() <= months_later(since, months);
    admits(history) && since.is_some_and(early)
}

fn no_lawyer_looked(history: &History) -> bool {
    let state = kind(history) == ChildKind::StateGuardianship;
    let looked = history.check(CheckKind::LegalReview, Party::Child);
    admits(history) && state && looked != Some(CheckOutcome::Clear)
}

fn lives(history: &History, elsewhere: impl Fn(Residency) -> bool) -> bool {
    let mut adopters = history.application().adopters.iter();
    let applies = matches!(history.newest().event, Event::ApplicationFiled { .. });
    applies && adopters.any(|adopter| elsewhere(adopter.residency))
}

fn served_elsewhere(history: &History) -> bool {
    lives(history, |residency| residency != Residency::Mainland)
}

fn foreigner_of_no_kin(history: &History) -> bool {
    let policy = history.newest().world.rules.open_points.foreigners_only_kin_or_stepchild;
    let family = is_kin(history) || is_step_parent(history);
    policy && !family && lives(history, |residency| residency == Residency::Foreign)
}

fn rescued_child_abroad(history: &History) -> bool {
    let rescued = kind(history) == ChildKind::RescuedChild;
    rescued && lives(history, |residency| residency == Residency::Foreign)
}

fn file_set_of_others(history: &History) -> bool {
    let given = history.application();
    let applies = matches!(history.newest().event, Event::ApplicationFiled { .. });
    let mine = given.adopters.iter().map(|adopter| &adopter.resident_id);
    let sibling = history.newest().world.sibling.as_ref();
    let same = sibling.is_some_and(|sibling| sibling.is_open && mine.eq(&sibling.adopters));
    applies && given.sibling_case.is_some() && !same
}

rows! {
    "SEQ-1", "登记办法 2、15；外国人收养办法 2", "who lives beyond the mainland applies elsewhere", served_elsewhere;
    "SEQ-1", "外交部 2024-09-05", "a foreigner adopts kin or a stepchild", foreigner_of_no_kin;
    "SEQ-1", "民发〔2015〕159号", "a rescued child is adopted at home", rescued_child_abroad;
    "SEQ-1", "卷宗设置", "a file set is of the same adopters", file_set_of_others;
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
    "SEQ-1", "民发〔2015〕159号；监护侵害意见 44", "the months before a child is placed have run", placed_too_early;
    "SEQ-1", "未成年人保护法 94、95", "a lawyer looked at the placing of a child of the state", no_lawyer_looked;
    "SEQ-1", "民法典 1096、1074、1075", "nobody owes the orphan support but those named", somebody_may_owe_support;
    "SEQ-1", "民法典 1103", "a step-parent is married to the parent", no_step_parent;
}
