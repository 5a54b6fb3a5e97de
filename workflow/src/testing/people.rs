//! Invented people with valid numbers.

use uuid::Uuid;

use crate::case::people::{ChildHealth, MaritalStatus};
use crate::case::{Actor, Adopter, Child, ChildKind, Placer, Wishes};
use crate::identity::{CreditCode, Division, ResidentId, Sex};
use crate::ids::UserId;
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
        resident_id: number(&format!("500111{digits}{sequence}")),
        ethnic_group: "汉族".into(),
        marital_status: MaritalStatus::Married,
        education: "大学本科".into(),
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
            ethnic_group: "汉族".into(),
            health: ChildHealth::Healthy,
            address: "重庆市大足区儿童福利院".into(),
            found_on: "2020-05-21".parse().expect("a date"),
            found_at: "重庆市大足区棠香街道五星大道旁".into(),
            entered_institution_on: "2020-05-22".parse().expect("a date"),
            entry_number: "福院入〔2020〕17号".into(),
            features: "身穿黄色棉衣，随身有出生日期字条一张".into(),
        },
        placer: Placer {
            name: "重庆市大足区儿童福利院".into(),
            credit_code: CreditCode("113417310032624877".into()),
            division: Division("500111".into()),
            address: "重庆市大足区棠香街道".into(),
            telephone: "023-43711111".into(),
            responsible_person: "何秉仁".into(),
            responsible_person_id: number("50011119700101003"),
        },
        reason: "婚后未生育，愿给孩子一个完整的家".into(),
        wishes: Wishes::default(),
    }
}
