//! 申请: who rightly applies for each kind of child, and every way an application is not in order.

use super::Start;
use crate::case::assessment::Conclusion;
use crate::case::people::{ChildHealth, MaritalStatus};
use crate::case::{Adopter, ChildKind, OtherParentState, Residency};
use crate::command::Command;
use crate::facts::SiblingFile;
use crate::identity::{CreditCode, Division, DocumentType, IdentityDocument, ResidentId, Sex};
use crate::proof::exploration::people::Who;
use crate::proof::exploration::properties::days::day;
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

fn number(area: &str, born: &str, sequence: &str) -> ResidentId {
    let digits = format!("{area}{}{sequence}", born.replace('-', ""));
    ResidentId::with_check_character(&digits).expect("seventeen digits")
}

/// The child was born on this day.
fn born(application: &mut Apply, text: &str) {
    let child = &mut application.child;
    child.birth_date = day(text);
    child.resident_id = Some(number("500111", text, "004"));
    if child.found_on.is_some() {
        (child.found_on, child.entered_institution_on) = (Some(day(text)), Some(day(text)));
    }
}

fn adopter_born(adopter: &mut Adopter, text: &str, sequence: &str) {
    adopter.birth_date = day(text);
    adopter.resident_id = number("500111", text, sequence);
}

fn one_alone(application: &mut Apply, which: usize, status: MaritalStatus) {
    let mut adopter = application.adopters.swap_remove(which);
    adopter.marital_status = status;
    application.adopters = vec![adopter];
}

fn other_parent(application: &mut Apply, state: OtherParentState) {
    let mut known = application_of_a_stepfather().parents.expect("parents").other_parent;
    if let Some(other) = &mut known {
        other.state = state;
        if state == OtherParentState::Unknown {
            (other.name, other.resident_id, other.division) = (None, None, None);
        }
    }
    let parents = application.parents.as_mut().expect("parents place");
    parents.placing.drain(..parents.placing.len() - 1);
    parents.other_parent = known;
}

fn start(name: &'static str, mut application: Apply, change: fn(&mut Apply)) -> Start {
    change(&mut application);
    Start { name, application, conclusion: Conclusion::Capable }
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

type Fault = (&'static str, fn(&mut Apply));

fn faults() -> Vec<Fault> {
    let form: [Fault; 15] = [
        ("nobody adopts", |given| given.adopters.clear()),
        ("no reason", |given| given.reason = String::new()),
        ("a name with a digit", |given| given.adopters[0].name = "周2".into()),
        ("no name of the child", |given| given.child.name = String::new()),
        ("a wrong check character", |given| {
            let number = &mut given.adopters[0].resident_id.0;
            let last = if number.pop() == Some('0') { '1' } else { '0' };
            number.push(last);
        }),
        ("a number of another day", |given| {
            given.adopters[0].resident_id = number("500111", "1985-04-13", "011");
        }),
        ("an adopter of Hong Kong", |given| {
            given.adopters[0].resident_id = number("810000", "1985-04-12", "011");
        }),
        ("one person twice", |given| {
            let other = given.child.resident_id.clone();
            if let (Some(placer), Some(number)) = (&mut given.placer, other) {
                placer.responsible_person_id = number;
            } else if let Some(parents) = &mut given.parents {
                parents.placing.push(parents.placing[0].clone());
            }
        }),
        ("thirty-one children", |given| given.adopters[0].children = 31),
        ("a child to be born", |given| {
            born(given, "2026-03-09");
        }),
        ("an institution without a code", |given| {
            if let Some(placer) = &mut given.placer {
                placer.credit_code = CreditCode("113417310032624878".into());
            }
        }),
        ("those who place of a province", |given| elsewhere(given, "500000")),
        ("those who place of another kind", |given| {
            if given.placer.take().is_none() {
                given.placer = application().placer;
            }
        }),
        ("a finding where there is none", |given| {
            given.child.found_on = match given.child.found_on {
                Some(_) => None,
                None => Some(given.child.birth_date),
            };
        }),
        ("a second father", |given| {
            if let Some(parents) = &mut given.parents {
                parents.placing[0].sex = Sex::Female;
            }
        }),
    ];
    let conditions: [Fault; 17] = [
        ("another county", |given| elsewhere(given, "500112")),
        ("a child of eighteen", |given| born(given, "2008-01-01")),
        ("an adopter of twenty-nine", |given| {
            adopter_born(&mut given.adopters[0], "1997-03-03", "011")
        }),
        ("two children", |given| given.adopters[0].children = 2),
        ("one child", |given| given.adopters[0].children = 1),
        ("a husband alone", |given| given.adopters.truncate(1)),
        ("a single man of thirty-five years more", |given| {
            one_alone(given, 0, MaritalStatus::Unmarried);
        }),
        ("two who are divorced", |given| {
            for adopter in &mut given.adopters {
                adopter.marital_status = MaritalStatus::Divorced;
            }
        }),
        ("one parent while the other lives", |given| {
            if given.parents.is_some() {
                other_parent(given, OtherParentState::Alive);
            }
        }),
        ("a parent with a permit of a digit too few", |given| {
            let others = given.parents.as_mut().and_then(|parents| parents.other_parent.as_mut());
            if let Some(other) = others {
                other.resident_id = None;
                other.document = Some(IdentityDocument {
                    document_type: DocumentType::HongKongMacauPermit,
                    number: "H1234567".into(),
                    nationality: None,
                });
            }
        }),
        ("a parent said to be unknown", |given| {
            if given.parents.is_some() {
                other_parent(given, OtherParentState::Unknown);
            }
        }),
        ("a parent said to be dead", |given| {
            if given.parents.is_some() {
                other_parent(given, OtherParentState::Dead);
            }
        }),
        ("a child that entered last month", |given| {
            if given.child.entered_institution_on.is_some() {
                given.child.entered_institution_on = Some(day("2026-02-02"));
            }
        }),
        ("guardianship revoked last month", |given| {
            if given.child.guardianship_revoked_on.is_some() {
                given.child.guardianship_revoked_on = Some(day("2026-02-02"));
            }
        }),
        ("a foreigner", |given| given.adopters[0].residency = Residency::Foreign),
        ("an overseas Chinese", |given| {
            given.adopters[0].residency = Residency::OverseasChinese;
        }),
        ("a disabled child", |given| given.child.health = ChildHealth::Disabled),
    ];
    form.into_iter().chain(conditions).collect()
}

/// Those who place are of another place.
fn elsewhere(given: &mut Apply, division: &str) {
    if let Some(placer) = &mut given.placer {
        placer.division = Division(division.into());
    }
    for parent in given.parents.iter_mut().flat_map(|parents| &mut parents.placing) {
        parent.division = Division(division.into());
    }
    if let Some(guardian) = given.guardian.iter_mut().find_map(|guardian| guardian.person.as_mut())
    {
        guardian.division = Division(division.into());
    }
    if let Some(found) = &mut given.child.found_division {
        *found = Division(division.into());
    }
}
