//! The family of 大足区 of which the stories tell.

use super::county::DAZU;
use super::family::Family;
use super::figures::{
    ABSENT_FATHER, ABSENT_FATHERS_DIVISION, CHILD, COUPLES_ADDRESS, FATHER, Figure, GRANDFATHER,
    HUSBAND, MOTHER, PARENTS_ADDRESS, WIFE,
};
use crate::case::{Adopter, Child, PlacingPerson, Residency};
use crate::identity::dictionaries::{ChildHealth, MaritalStatus};
use crate::identity::{Division, Education, EthnicGroup};

/// The family: whoever it applies for, every condition is met on the first day of the stories.
pub fn family() -> Family {
    Family {
        adopters: [
            adopter(HUSBAND, Education::Bachelor, "大足区实验中学教师", "13900000011"),
            adopter(WIFE, Education::College, "龙岗街道社区卫生服务中心护师", "13900000012"),
        ],
        child: child(),
        institution: DAZU.institution(),
        division: DAZU.division(),
        finders_address: COUPLES_ADDRESS,
        father: parent(FATHER, "13900000041"),
        mother: parent(MOTHER, "13900000042"),
        absent_father: PlacingPerson {
            division: Division(ABSENT_FATHERS_DIVISION.to_owned()),
            ..parent(ABSENT_FATHER, "13900000043")
        },
        grandfather: parent(GRANDFATHER, "13900000044"),
    }
}

fn adopter(figure: Figure, education: Education, occupation: &str, telephone: &str) -> Adopter {
    Adopter {
        name: figure.name.to_owned(),
        sex: figure.sex,
        birth_date: figure.born_on,
        residency: Residency::Mainland,
        resident_id: figure.resident_id(),
        ethnic_group: EthnicGroup::Han,
        marital_status: MaritalStatus::Married,
        education,
        occupation: occupation.to_owned(),
        household_address: COUPLES_ADDRESS.to_owned(),
        residence: COUPLES_ADDRESS.to_owned(),
        telephone: telephone.to_owned(),
        children: 0,
    }
}

fn child() -> Child {
    Child {
        name: CHILD.name.to_owned(),
        new_name: Some("周小满".to_owned()),
        sex: CHILD.sex,
        birth_date: CHILD.born_on,
        resident_id: Some(CHILD.resident_id()),
        birth_certificate_number: None,
        ethnic_group: EthnicGroup::Han,
        health: ChildHealth::Healthy,
        address: DAZU.institution.address.to_owned(),
        found_on: CHILD.born_on.succ_opt(),
        found_at: Some("重庆市大足区棠香街道五星大道公交车站".to_owned()),
        found_division: None,
        finding_certificate_number: None,
        entered_institution_on: CHILD.born_on.succ_opt().and_then(|found_on| found_on.succ_opt()),
        entry_number: Some("福院入〔2020〕17号".to_owned()),
        features: Some(
            "左耳后有褐色胎记一处；身穿黄色棉衣，随身有写明出生日期的红纸条一张".to_owned(),
        ),
        guardianship_revoked_on: None,
    }
}

fn parent(figure: Figure, telephone: &str) -> PlacingPerson {
    PlacingPerson {
        name: figure.name.to_owned(),
        sex: figure.sex,
        birth_date: figure.born_on,
        resident_id: figure.resident_id(),
        ethnic_group: EthnicGroup::Han,
        occupation: "务农".to_owned(),
        household_address: PARENTS_ADDRESS.to_owned(),
        division: DAZU.division(),
        residence: PARENTS_ADDRESS.to_owned(),
        telephone: telephone.to_owned(),
    }
}
