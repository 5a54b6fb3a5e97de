//! Who may place (送养人): the conditions that lie in the birth parents (民法典 arts. 1094, 1097, 1103,
//! 1108).

use super::adopter::{newest, not_checked_yet};
use super::documents_required::{OTHER_PARENT_CONSENT, missing};
use super::rule::{Violation, rules};
use crate::case::people::MaritalStatus;
use crate::case::{
    Case, CheckKind, CheckOutcome, ChildKind, OtherParentState, PaperKind, Party, Slot,
};

rules! {
    /// Birth parents place because of special hardship.
    HARDSHIP = "CC-1094.3", Some("SEQ-1"),
        "《民法典》第一千零九十四条第（三）项；《中国公民收养子女登记办法》第七条第四款",
        "Civil Code art. 1094(3); Registration Measures art. 7(4)", Verified,
        "生父母须有特殊困难无力抚养子女", "the birth parents must be unable to raise the child for special hardship";
    /// Birth parents place jointly.
    BOTH_PARENTS = "CC-1097", Some("SEQ-1"),
        "《民法典》第一千零九十七条", "Civil Code art. 1097", Verified,
        "生父母送养子女，应当双方共同送养；一方不明或者查找不到的，可以单方送养",
        "birth parents place jointly; one alone only where the other is unknown or cannot be found";
    /// That a parent is unknown is established, not only said.
    UNKNOWN_PARENT = "CC-1097.unknown", Some("SEQ-1"),
        "《民法典》第一千零九十七条", "Civil Code art. 1097", Derived,
        "生父母一方身份不明，须经核查", "that a parent is unknown must be established by a check";
    /// The parents of the dead spouse come first.
    PRIORITY = "CC-1108", Some("SEQ-1"),
        "《民法典》第一千一百零八条", "Civil Code art. 1108", Verified,
        "配偶一方死亡，另一方送养未成年子女的，死亡一方的父母有优先抚养的权利",
        "where one spouse is dead, that spouse's parents have priority to raise the child";
    /// A step-parent is married to the child's parent.
    MARRIED_TO_PARENT = "CC-1103.marriage", Some("SEQ-1"),
        "《民法典》第一千一百零三条；《中国公民收养子女登记办法》第六条第三款",
        "Civil Code art. 1103; Registration Measures art. 6(3)", Verified,
        "收养继子女的，收养人须与被收养人的生父或者生母有婚姻关系",
        "a step-parent must be married to the child's birth father or mother";
}

/// The conditions that lie in those who place.
pub fn conditions(case: &Case) -> Vec<Violation> {
    let mut violations = Vec::new();
    match case.kind {
        ChildKind::InstitutionFoundling => {}
        ChildKind::HardshipParents => {
            violations.extend(hardship(case));
            violations.extend(place_jointly(case));
            violations.extend(other_parent_is_as_stated(case));
            violations.extend(grandparents_were_asked(case));
        }
        ChildKind::Stepchild => {
            violations.extend(married_to_the_parent(case));
            violations.extend(other_parent_is_as_stated(case));
        }
    }
    violations
}

/// The parents' own statement shows the hardship; the office may look into it (登记办法 art. 7(4)).
fn hardship(case: &Case) -> Option<Violation> {
    let statement = Slot::of(PaperKind::HardshipStatement, Party::Placer);
    if newest(case, CheckKind::Hardship, Party::Placer) == Some(CheckOutcome::Adverse) {
        return Some(
            HARDSHIP.broken_because("核查不实", "the check did not bear the statement out"),
        );
    }
    (!case.is_filled(statement)).then(|| missing(&HARDSHIP, statement))
}

fn place_jointly(case: &Case) -> Option<Violation> {
    let alive = other_parent_is(case, OtherParentState::Alive);
    alive.then(|| BOTH_PARENTS.broken().at("parents"))
}

/// What is said of the parent who does not place is what the check found; that a parent is unknown
/// needs such a check.
fn other_parent_is_as_stated(case: &Case) -> Option<Violation> {
    let check = CheckKind::OtherParent;
    match newest(case, check, Party::OtherParent) {
        // Found alive, whatever the papers say.
        Some(CheckOutcome::Adverse) => {
            let stepchild = case.kind == ChildKind::Stepchild;
            let rule = if stepchild { &OTHER_PARENT_CONSENT } else { &BOTH_PARENTS };
            Some(rule.broken().at(Party::OtherParent.word()))
        }
        Some(CheckOutcome::Clear) => None,
        None => other_parent_is(case, OtherParentState::Unknown)
            .then(|| not_checked_yet(&UNKNOWN_PARENT, check, Party::OtherParent)),
    }
}

/// The dead parent's parents were told of their priority and do not claim it.
fn grandparents_were_asked(case: &Case) -> Option<Violation> {
    if !other_parent_is(case, OtherParentState::Dead) {
        return None;
    }
    let check = CheckKind::GrandparentsPriority;
    match newest(case, check, Party::Placer) {
        Some(CheckOutcome::Clear) => None,
        Some(CheckOutcome::Adverse) => Some(PRIORITY.broken_because("其要求抚养", "they claim it")),
        None => Some(not_checked_yet(&PRIORITY, check, Party::Placer)),
    }
}

fn married_to_the_parent(case: &Case) -> Option<Violation> {
    let married =
        case.adopters.iter().all(|adopter| adopter.marital_status == MaritalStatus::Married);
    (!married).then(|| MARRIED_TO_PARENT.broken().at(Party::FirstAdopter.word()))
}

/// Whether the parent who does not place is in this state.
pub fn other_parent_is(case: &Case, state: OtherParentState) -> bool {
    case.placer.other_parent().is_some_and(|parent| parent.state == state)
}
