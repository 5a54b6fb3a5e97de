//! The people of the practice office: three of each role, and families that are others for each seed.

use chrono::{Days, NaiveDate};

use super::county::PRACTICE;
use super::family::Family;
use crate::access::Role;
use crate::case::{Adopter, Child, ChildKind, PlacingPerson, Residency};
use crate::identity::dictionaries::{ChildHealth, MaritalStatus};
use crate::identity::{Education, EthnicGroup, ResidentId, Sex};
use crate::steps::apply::Apply;

/// Names of nobody in particular, three for each role.
pub const OFFICE: [(Role, [&str; 3]); 11] = [
    (Role::Registrar, ["周明远", "吴晓岚", "郑立新"]),
    (Role::Leader, ["陈国安", "林素芬", "何志远"]),
    (Role::Assessor, ["许文静", "沈嘉禾", "韩雨桐"]),
    (Role::AgencyManager, ["曹俊峰", "彭丽华", "董建业"]),
    (Role::Institution, ["苏慧兰", "蒋春梅", "潘永宁"]),
    (Role::Archivist, ["余守成", "杜静怡", "叶知秋"]),
    (Role::Visitor, ["程秀英", "魏长青", "吕思源"]),
    (Role::DonationClerk, ["丁向阳", "任桂芳", "姚新民"]),
    (Role::Auditor, ["卢正平", "傅晓东", "钟毅恒"]),
    (Role::Administrator, ["姜海涛", "崔文博", "谭雪松"]),
    (Role::Family, ["陆家和", "汪念慈", "石望归"]),
];

/// Whom somebody of a role works for; nobody where that is the office itself.
pub fn organisation(role: Role) -> Option<&'static str> {
    match role {
        Role::Assessor | Role::AgencyManager => Some("和睦社会工作服务中心"),
        Role::Institution => Some(PRACTICE.institution.name),
        Role::Visitor => Some("练习县城关镇人民政府"),
        Role::Family => Some(""),
        _ => None,
    }
}

/// The three people of a role.
pub fn people_of(role: Role) -> [&'static str; 3] {
    OFFICE.iter().find(|(of, _)| *of == role).map_or([""; 3], |(_, names)| *names)
}

const SURNAMES: [&str; 12] =
    ["秦", "严", "华", "金", "魏", "陶", "姜", "戚", "谢", "邹", "喻", "柏"];
const MEN: [&str; 10] =
    ["望舒", "景行", "修远", "嘉言", "思齐", "知行", "怀瑾", "承志", "明德", "致远"];
const WOMEN: [&str; 10] =
    ["若溪", "静姝", "采薇", "清扬", "书瑶", "婉清", "语桐", "沐晴", "念慈", "佳禾"];
const CHILDREN: [&str; 8] = ["小满", "谷雨", "立夏", "白露", "春分", "秋实", "冬至", "惊蛰"];
const VILLAGE: &str = "练习县宝峰镇青杠村3组27号";

/// How many days of birth the seed runs through.
const DAYS_OF_BIRTH: u32 = 1500;

/// An application of a kind, a different one for each seed.
pub fn application_of(kind: ChildKind, seed: u32) -> Apply {
    family(seed).application_of(kind)
}

/// A couple of the county adopts a child of its institution.
pub fn application(seed: u32) -> Apply {
    application_of(ChildKind::InstitutionFoundling, seed)
}

/// A family nobody else of the practice office has.
pub fn family(seed: u32) -> Family {
    let surname = pick(&SURNAMES, seed);
    let wifes_surname = pick(&SURNAMES, seed + 5);
    let child_name = pick(&CHILDREN, seed / 3);
    let parent = |name, sex, year| parent(seed, name, sex, birth_date(year, seed));
    Family {
        adopters: [
            adopter(seed, Sex::Male, format!("{surname}{}", pick(&MEN, seed / 12))),
            adopter(seed, Sex::Female, format!("{wifes_surname}{}", pick(&WOMEN, seed / 12))),
        ],
        child: child(seed, format!("党{child_name}"), format!("{surname}{child_name}")),
        institution: PRACTICE.institution(),
        division: PRACTICE.division(),
        finders_address: "练习县城关镇和平路（暂由报案人照料）",
        father: parent("罗长根", Sex::Male, 1991),
        mother: parent("唐秀兰", Sex::Female, 1993),
        absent_father: parent("贺远山", Sex::Male, 1991),
        grandfather: parent("罗德福", Sex::Male, 1958),
    }
}

fn pick<'a>(names: &[&'a str], seed: u32) -> &'a str {
    let place = seed as usize % names.len();
    names.get(place).copied().unwrap_or_default()
}

/// A number nobody else of the practice office has: the seed moves the birth date and, once all
/// dates are used, the sequence.
fn number(birth_date: NaiveDate, sex: Sex, seed: u32) -> ResidentId {
    let sequence = (seed / DAYS_OF_BIRTH) * 2 + if sex == Sex::Male { 11 } else { 12 };
    let (division, born) = (PRACTICE.division, birth_date.format("%Y%m%d"));
    let digits = format!("{division}{born}{:03}", sequence % 1000);
    ResidentId::with_check_character(&digits).unwrap_or(ResidentId(digits))
}

fn birth_date(year: i32, seed: u32) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
    first + Days::new(u64::from(seed % DAYS_OF_BIRTH))
}

fn adopter(seed: u32, sex: Sex, name: String) -> Adopter {
    let birth_date = birth_date(if sex == Sex::Male { 1983 } else { 1985 }, seed);
    let (education, occupation) = match sex {
        Sex::Male => (Education::Bachelor, "练习县第一中学教师"),
        Sex::Female => (Education::College, "练习县人民医院护士"),
    };
    let address = format!("练习县城关镇和平路{}号2单元301室", seed % 200 + 1);
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
        household_address: address.clone(),
        residence: address,
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
        address: format!("{}{}", PRACTICE.institution.address, PRACTICE.institution.name),
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

fn parent(seed: u32, name: &str, sex: Sex, birth_date: NaiveDate) -> PlacingPerson {
    PlacingPerson {
        name: name.to_owned(),
        sex,
        birth_date,
        resident_id: number(birth_date, sex, seed),
        ethnic_group: EthnicGroup::Han,
        occupation: "务农".to_owned(),
        household_address: VILLAGE.to_owned(),
        division: PRACTICE.division(),
        residence: VILLAGE.to_owned(),
        telephone: format!("023-6{:07}", seed % 10_000_000),
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
    }

    #[test]
    fn every_number_of_a_family_is_valid_and_its_own() {
        for seed in [0, 1, 700, 2000] {
            for kind in ChildKind::ALL {
                let application = application_of(kind, seed);
                let placer = application.placer_given().expect("somebody places");
                let mut numbers: Vec<_> = application
                    .adopters
                    .iter()
                    .map(|adopter| &adopter.resident_id)
                    .chain(placer.parties().into_iter().map(|placing| placing.resident_id))
                    .chain(&application.child.resident_id)
                    .collect();
                let given = numbers.len();
                for number in &numbers {
                    number.parts().expect("a valid number");
                }
                numbers.sort();
                numbers.dedup();
                assert_eq!(numbers.len(), given, "{kind:?}, seed {seed}");
            }
        }
    }

    #[test]
    fn every_role_has_three_people_with_names_of_their_own() {
        let roles: Vec<Role> = OFFICE.iter().map(|(role, _)| *role).collect();
        assert_eq!(roles, Role::ALL);
        let mut names: Vec<&str> = OFFICE.iter().flat_map(|(_, names)| *names).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 33);
    }
}
