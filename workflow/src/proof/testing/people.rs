//! Invented people with valid numbers.

use uuid::Uuid;

use crate::base::ids::UserId;
use crate::case::{
    Actor, Adopter, Child, ChildKind, Institution, OtherParent, OtherParentState, PlacingParents,
    PlacingPerson, Residency, Wishes,
};
use crate::identity::dictionaries::{ChildHealth, MaritalStatus};
use crate::identity::{CreditCode, Division, Education, EthnicGroup, ResidentId, Sex};
use crate::steps::apply::Apply;

pub fn user(number: u128, name: &str) -> Actor {
    Actor { id: UserId(Uuid::from_u128(number)), name: name.to_owned() }
}

fn number(seventeen: &str) -> ResidentId {
    ResidentId::with_check_character(seventeen).expect("seventeen digits")
}

fn adopter(name: &str, sex: Sex, birth: &str, sequence: &str) -> Adopter {
    let digits = birth.replace('-', "");
    Adopter {
        name: name.to_owned(),
        sex,
        birth_date: birth.parse().expect("a date"),
        residency: Residency::Mainland,
        resident_id: number(&format!("500111{digits}{sequence}")),
        ethnic_group: EthnicGroup::Han,
        marital_status: MaritalStatus::Married,
        education: Education::Bachelor,
        occupation: "教师".into(),
        household_address: "重庆市大足区龙岗街道北山路8号".into(),
        residence: "重庆市大足区龙岗街道北山路8号".into(),
        telephone: "023-43700000".into(),
        children: 0,
    }
}

/// A couple adopts a girl of six from the county's institution.
pub fn application() -> Apply {
    Apply {
        kind: ChildKind::InstitutionFoundling,
        adopters: vec![
            adopter("周致远", Sex::Male, "1985-04-12", "011"),
            adopter("林若溪", Sex::Female, "1987-09-30", "022"),
        ],
        child: Child {
            name: "党小满".into(),
            new_name: Some("周小满".into()),
            sex: Sex::Female,
            birth_date: "2020-05-20".parse().expect("a date"),
            resident_id: Some(number("50011120200520004")),
            birth_certificate_number: None,
            ethnic_group: EthnicGroup::Han,
            health: ChildHealth::Healthy,
            address: "重庆市大足区儿童福利院".into(),
            found_on: "2020-05-21".parse().ok(),
            found_at: Some("重庆市大足区棠香街道五星大道旁".into()),
            found_division: None,
            finding_certificate_number: None,
            entered_institution_on: "2020-05-22".parse().ok(),
            entry_number: Some("福院入〔2020〕17号".into()),
            features: Some("身穿黄色棉衣，随身有出生日期字条一张".into()),
            guardianship_revoked_on: None,
        },
        placer: Some(Institution {
            name: "重庆市大足区儿童福利院".into(),
            credit_code: CreditCode("113417310032624877".into()),
            division: Division("500111".into()),
            address: "重庆市大足区棠香街道".into(),
            telephone: "023-43711111".into(),
            responsible_person: "何秉仁".into(),
            responsible_person_id: number("50011119700101003"),
        }),
        parents: None,
        guardian: None,
        support_duty: Vec::new(),
        kinship: None,
        raised_since: None,
        sibling_case: None,
        reason: "婚后未生育，愿给孩子一个完整的家".into(),
        wishes: Wishes::default(),
    }
}

pub fn parent(name: &str, sex: Sex, birth: &str, sequence: &str) -> PlacingPerson {
    let digits = birth.replace('-', "");
    PlacingPerson {
        name: name.to_owned(),
        sex,
        birth_date: birth.parse().expect("a date"),
        resident_id: number(&format!("500111{digits}{sequence}")),
        ethnic_group: EthnicGroup::Han,
        occupation: "务农".into(),
        household_address: "重庆市大足区宝顶镇倒塔村3组".into(),
        division: Division("500111".into()),
        residence: "重庆市大足区宝顶镇倒塔村3组".into(),
        telephone: "13800000000".into(),
    }
}

/// A couple adopts the girl of birth parents in special hardship, who place her together.
pub fn application_of_hardship_parents() -> Apply {
    let placing = vec![
        parent("罗长根", Sex::Male, "1990-02-11", "017"),
        parent("唐秀兰", Sex::Female, "1992-08-03", "028"),
    ];
    of_known_parents(ChildKind::HardshipParents, PlacingParents { placing, other_parent: None })
}

/// The mother's husband adopts her daughter; the father lives and must consent.
pub fn application_of_a_stepfather() -> Apply {
    let placing = vec![parent("林若溪", Sex::Female, "1987-09-30", "022")];
    let other_parent = Some(OtherParent {
        state: OtherParentState::Alive,
        name: Some("贺远山".into()),
        resident_id: Some(number("50011119860714003")),
        document: None,
        division: Some(Division("500112".into())),
    });
    let mut application =
        of_known_parents(ChildKind::Stepchild, PlacingParents { placing, other_parent });
    application.adopters.truncate(1);
    application
}

fn of_known_parents(kind: ChildKind, parents: PlacingParents) -> Apply {
    let mut application = Apply { kind, placer: None, parents: Some(parents), ..application() };
    let child = &mut application.child;
    (child.found_on, child.entered_institution_on) = (None, None);
    (child.found_at, child.entry_number, child.features) = (None, None, None);
    child.address = "重庆市大足区宝顶镇倒塔村3组".into();
    application
}
