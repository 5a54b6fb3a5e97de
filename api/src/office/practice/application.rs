//! Invented applications with valid numbers, a different one for each seed.

use chrono::{Days, NaiveDate};
use workflow::case::{Adopter, Child, ChildKind, Institution, Residency, Wishes};
use workflow::identity::dictionaries::{ChildHealth, MaritalStatus};
use workflow::identity::{CreditCode, Division, Education, EthnicGroup, ResidentId, Sex};
use workflow::steps::apply::Apply;

use super::office::DIVISION;

const SURNAMES: [&str; 12] =
    ["秦", "严", "华", "金", "魏", "陶", "姜", "戚", "谢", "邹", "喻", "柏"];
const MEN: [&str; 10] =
    ["望舒", "景行", "修远", "嘉言", "思齐", "知行", "怀瑾", "承志", "明德", "致远"];
const WOMEN: [&str; 10] =
    ["若溪", "静姝", "采薇", "清扬", "书瑶", "婉清", "语桐", "沐晴", "念慈", "佳禾"];
const CHILDREN: [&str; 8] = ["小满", "谷雨", "立夏", "白露", "春分", "秋实", "冬至", "惊蛰"];

/// A couple of the invented county adopts a child of its institution.
pub fn application(seed: u32) -> Apply {
    let surname = pick(&SURNAMES, seed);
    let child_name = pick(&CHILDREN, seed / 3);
    Apply {
        kind: ChildKind::InstitutionFoundling,
        adopters: vec![
            adopter(seed, Sex::Male, format!("{surname}{}", pick(&MEN, seed / 12))),
            adopter(
                seed,
                Sex::Female,
                format!("{}{}", pick(&SURNAMES, seed + 5), pick(&WOMEN, seed / 12)),
            ),
        ],
        child: child(seed, format!("党{child_name}"), format!("{surname}{child_name}")),
        placer: Some(placer()),
        parents: None,
        guardian: None,
        support_duty: Vec::new(),
        kinship: None,
        raised_since: None,
        sibling_case: None,
        reason: "结婚多年未生育，愿意给孩子一个完整、温暖的家。".to_owned(),
        wishes: Wishes::default(),
    }
}

fn pick<'a>(names: &[&'a str], seed: u32) -> &'a str {
    let place = seed as usize % names.len();
    names.get(place).copied().unwrap_or_default()
}

/// A number nobody else of the practice office has: the seed moves the birth date and, once all
/// dates are used, the sequence.
pub(super) fn number(birth_date: NaiveDate, sex: Sex, seed: u32) -> ResidentId {
    let sequence = (seed / DAYS_OF_BIRTH) * 2 + if sex == Sex::Male { 11 } else { 12 };
    let digits = format!("{DIVISION}{}{:03}", birth_date.format("%Y%m%d"), sequence % 1000);
    ResidentId::with_check_character(&digits).unwrap_or(ResidentId(digits))
}

/// How many days of birth the seed runs through.
const DAYS_OF_BIRTH: u32 = 1500;

pub(super) fn birth_date(year: i32, seed: u32) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
    first + Days::new(u64::from(seed % DAYS_OF_BIRTH))
}

fn adopter(seed: u32, sex: Sex, name: String) -> Adopter {
    let birth_date = birth_date(if sex == Sex::Male { 1983 } else { 1985 }, seed);
    let (education, occupation) = match sex {
        Sex::Male => (Education::Bachelor, "练习县第一中学教师"),
        Sex::Female => (Education::College, "练习县人民医院护士"),
    };
    Adopter {
        name,
        sex,
        birth_date,
        residency: Residency::Mainland,
        resident_id: number(birth_date, sex, seed),
        ethnic_group: EthnicGroup::Han,
        marital_status: MaritalStatus::Married,
        education,
        occupation: occupation.to_owned(),
        household_address: format!("练习县城关镇和平路{}号2单元301室", seed % 200 + 1),
        residence: format!("练习县城关镇和平路{}号2单元301室", seed % 200 + 1),
        telephone: format!("023-4{:07}", seed % 10_000_000),
        children: 0,
    }
}

fn child(seed: u32, name: String, new_name: String) -> Child {
    // Under the age of consent during the first years of the practice calendar.
    let birth_date = birth_date(2020, seed);
    Child {
        name,
        new_name: Some(new_name),
        sex: Sex::Female,
        birth_date,
        resident_id: Some(number(birth_date, Sex::Female, seed)),
        birth_certificate_number: None,
        ethnic_group: EthnicGroup::Han,
        health: ChildHealth::Healthy,
        address: "练习县城关镇福利路8号练习县儿童福利院".to_owned(),
        found_on: Some(birth_date + Days::new(1)),
        found_at: Some("练习县城关镇五星大道长途汽车站候车室".to_owned()),
        found_division: None,
        finding_certificate_number: None,
        entered_institution_on: Some(birth_date + Days::new(2)),
        entry_number: Some(format!("练福入〔{}〕{:04}", birth_date.format("%Y"), seed + 1)),
        features: Some(
            "身裹黄底碎花棉被，随身有写明出生日期的红纸一张，左耳后有米粒大小胎记。".to_owned(),
        ),
        guardianship_revoked_on: None,
    }
}

/// The institution of the invented county.
pub fn placer() -> Institution {
    let responsible = NaiveDate::from_ymd_opt(1972, 6, 18).unwrap_or_default();
    Institution {
        name: "练习县儿童福利院".to_owned(),
        credit_code: CreditCode("12500199009901024H".to_owned()),
        division: Division(DIVISION.to_owned()),
        address: "练习县城关镇福利路8号".to_owned(),
        telephone: "023-40000008".to_owned(),
        responsible_person: "苏慧兰".to_owned(),
        responsible_person_id: number(responsible, Sex::Female, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_valid_and_nobody_shares_one() {
        let mut numbers = std::collections::BTreeSet::new();
        for seed in 0..4000 {
            let application = application(seed);
            let adopters = application.adopters.iter().map(|adopter| adopter.resident_id.clone());
            for number in adopters.chain(application.child.resident_id.clone()) {
                number.parts().expect("a valid number");
                assert!(numbers.insert(number), "seed {seed}");
            }
        }
        assert!(placer().credit_code.is_valid());
    }
}
