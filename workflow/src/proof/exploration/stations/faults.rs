//! Every way in which an application is not in order.

use super::changes::{adopter_born, born, number, one_alone, other_parent};
use crate::case::{OtherParentState, Residency};
use crate::identity::dictionaries::{ChildHealth, MaritalStatus};
use crate::identity::{CreditCode, Division, DocumentType, IdentityDocument, Sex};
use crate::proof::exploration::properties::days::day;
use crate::proof::testing::application;
use crate::steps::apply::Apply;
type Fault = (&'static str, fn(&mut Apply));

/// Everything that may be wrong with an application.
pub fn faults() -> Vec<Fault> {
    let form: [Fault; 16] = [
        ("nobody adopts", |given| given.adopters.clear()),
        ("no reason", |given| given.reason = String::new()),
        ("a name with a digit", |given| given.adopters[0].name = "周2".into()),
        ("a telephone of three digits", |given| given.adopters[0].telephone = "110".into()),
        ("no name of the child", |given| given.child.name = String::new()),
        ("a wrong check character", |given| {
            let number = &mut given.adopters[0].resident_id.0;
            let last = if number.pop() == Some('0') { '1' } else { '0' };
            number.push(last);
        }),
        ("a number of another day", |given| {
            given.adopters[0].resident_id = number("500111", "1988-03-13", "011");
        }),
        ("an adopter of Hong Kong", |given| {
            given.adopters[0].resident_id = number("810000", "1988-03-12", "117");
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
