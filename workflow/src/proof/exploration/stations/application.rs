//! 申请: who rightly applies for each kind of child, and every way an application is not in order.

use super::Start;
use super::changes::{born, number, one_alone, other_parent};
use super::faults::faults;
use crate::case::assessment::Conclusion;
use crate::case::{ChildKind, OtherParentState, Residency};
use crate::command::Command;
use crate::facts::SiblingFile;
use crate::identity::dictionaries::{ChildHealth, MaritalStatus};
use crate::identity::{ResidentId, Sex};
use crate::proof::exploration::people::Who;
use crate::proof::exploration::road::{Move, Station, by, decisive};
use crate::proof::exploration::walk::Walk;
use crate::proof::testing::{
    application, application_of, application_of_a_stepfather, application_of_hardship_parents,
};
use crate::steps::apply::Apply;

/// Sends an application.
pub fn file(walk: &mut Walk, application: Apply) {
    walk.act(Who::Registrar, Command::Apply(Box::new(application)));
}

fn start(name: &'static str, mut application: Apply, change: fn(&mut Apply)) -> Start {
    change(&mut application);
    Start { name, application, conclusion: Conclusion::Capable }
}

/// A couple who are assessed by points, and a child of nine.
pub fn assessed_by_points() -> Start {
    start("by points", application(), |given| born(given, "2017-01-01"))
}

/// Qualified people of each kind of child: from each of these the road is explored. The shortest
/// road is the first.
pub fn starts() -> Vec<(&'static str, Vec<Start>)> {
    vec![
        ("a stepchild", stepchildren()),
        ("a foundling of an institution", foundlings()),
        ("a child of parents in hardship", of_hardship()),
        ("an orphan of an institution", of_kind(ChildKind::InstitutionOrphan)),
        ("an orphan of a guardian", of_kind(ChildKind::GuardianOrphan)),
        ("a foundling of no institution", of_kind(ChildKind::Foundling)),
        ("a child of incapable parents", of_kind(ChildKind::IncapableParents)),
        ("a child of kin", of_kin()),
        ("a rescued child", of_kind(ChildKind::RescuedChild)),
        ("a child of the state", of_kind(ChildKind::StateGuardianship)),
    ]
}

fn of_kind(kind: ChildKind) -> Vec<Start> {
    vec![start("a couple", application_of(kind), |_| {})]
}

fn of_kin() -> Vec<Start> {
    let kin = || application_of(ChildKind::CollateralKin);
    vec![
        start("both parents", kin(), |_| {}),
        start("the father is dead", kin(), |given| other_parent(given, OtherParentState::Dead)),
    ]
}

fn foundlings() -> Vec<Start> {
    let mut negative = start("over a negative report", application(), |_| {});
    negative.conclusion = Conclusion::NotCapable;
    vec![
        start("a couple", application(), |_| {}),
        start("one woman", application(), |given| one_alone(given, 1, MaritalStatus::Divorced)),
        start("a disabled child and a notary", application(), |given| {
            given.child.health = ChildHealth::Disabled;
            given.wishes.notarisation = true;
        }),
        start("a child of nine, in secrecy", application(), |given| {
            born(given, "2017-01-01");
            given.wishes.secrecy = true;
        }),
        start("a child who turns eight", application(), |given| born(given, "2018-05-15")),
        negative,
    ]
}

fn of_hardship() -> Vec<Start> {
    let parents = application_of_hardship_parents;
    vec![
        start("both parents", parents(), |_| {}),
        start("the father is dead", parents(), |given| other_parent(given, OtherParentState::Dead)),
        start("the father is missing", parents(), |given| {
            other_parent(given, OtherParentState::Missing);
        }),
        start("the father is unknown", parents(), |given| {
            other_parent(given, OtherParentState::Unknown);
        }),
    ]
}

fn stepchildren() -> Vec<Start> {
    let stepfather = application_of_a_stepfather;
    vec![
        start("the father consents", stepfather(), |_| {}),
        start("the father is dead", stepfather(), |given| {
            other_parent(given, OtherParentState::Dead);
        }),
        start("a stepson", stepfather(), |given| {
            given.child.sex = Sex::Male;
            given.child.resident_id = Some(number("500111", "2020-05-20", "005"));
        }),
        start("the father is unknown, the child is nine", stepfather(), |given| {
            other_parent(given, OtherParentState::Unknown);
            born(given, "2017-01-01");
        }),
    ]
}

/// The application of a start, and everything that may be wrong with it.
pub fn station_of(start: &Start) -> Station {
    let given = start.application.clone();
    let right = by("in order", move |walk: &mut Walk| file(walk, given.clone()));
    let wrong = faults().into_iter().map(|(name, spoil)| {
        let mut given = start.application.clone();
        spoil(&mut given);
        by(name, move |walk: &mut Walk| file(walk, given.clone()))
    });
    let mut moves: Vec<Move> = std::iter::once(right).chain(wrong).collect();
    let given = start.application.clone();
    moves.push(by("of a child in another adoption", move |walk| {
        walk.world(|world| world.other_cases.push(other_case(crate::case::Party::Child)));
        file(walk, given.clone());
    }));
    let given = start.application.clone();
    moves.push(by("of adopters with two more cases", move |walk| {
        for number in ["渝足收件〔2026〕0008号", "渝足收件〔2026〕0009号"] {
            let mut other = other_case(crate::case::Party::FirstAdopter);
            other.number = number.into();
            walk.world(|world| world.other_cases.push(other));
        }
        file(walk, given.clone());
    }));
    moves.extend(elsewhere_and_siblings(&start.application));
    decisive("application", moves)
}

/// A foreigner whom policy does not bar, and file sets with a sibling.
fn elsewhere_and_siblings(given: &Apply) -> [Move; 3] {
    let mut foreign = given.clone();
    foreign.adopters[0].residency = Residency::Foreign;
    let of_siblings = |same: bool| {
        let mut given = given.clone();
        given.sibling_case = Some("渝足收件〔2026〕0006号".into());
        move |walk: &mut Walk| {
            let mut adopters: Vec<ResidentId> =
                given.adopters.iter().map(|adopter| adopter.resident_id.clone()).collect();
            if !same {
                adopters.reverse();
                adopters.truncate(1);
                adopters.push(number("500111", "1970-01-01", "003"));
            }
            let file_set = "渝足收件〔2026〕0006号".into();
            let sibling = SiblingFile { file_set, is_open: true, adopters, papers: Vec::new() };
            walk.world(|world| world.sibling = Some(sibling));
            file(walk, given.clone());
        }
    };
    [
        by("a foreigner where policy bars none", move |walk| {
            walk.world(|world| world.rules.open_points.foreigners_only_kin_or_stepchild = false);
            file(walk, foreign.clone());
        }),
        by("with a sibling of the same adopters", of_siblings(true)),
        by("with a sibling of other adopters", of_siblings(false)),
    ]
}

pub fn other_case(party: crate::case::Party) -> crate::facts::OtherCase {
    crate::facts::OtherCase {
        number: "渝足收件〔2026〕0007号".into(),
        party,
        accepted_or_standing: true,
        open_or_standing: true,
        told_apart: false,
        same_number: false,
        registered_on: None,
        outside_the_quota: false,
    }
}
