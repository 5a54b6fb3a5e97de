//! The invented people of a practice office: three of each role.

use chrono::NaiveDate;
use uuid::Uuid;
use workflow::{Role, UserId};

use crate::clock::Instant;
use crate::store::people::{self, Profile, Qualification};
use crate::store::{StoreError, Transaction};

/// Names of nobody in particular, three for each role.
const PEOPLE: [(Role, [&str; 3]); 11] = [
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

/// Adds the invented people inside the transaction that makes the practice office.
///
/// # Errors
/// When the store fails; [`StoreError::Duplicate`] where they are there already.
pub async fn add(transaction: &Transaction, office: &str, now: Instant) -> Result<(), StoreError> {
    for (role, names) in PEOPLE {
        for (number, name) in (1..).zip(names) {
            let profile = invented(role, number, name, office);
            people::add(transaction, UserId(Uuid::now_v7()), &profile, now).await?;
        }
    }
    Ok(())
}

fn invented(role: Role, number: i64, name: &str, office: &str) -> Profile {
    let organization = match role {
        Role::Assessor | Role::AgencyManager => "和睦社会工作服务中心",
        Role::Institution => "练习县儿童福利院",
        Role::Visitor => "练习县城关镇人民政府",
        Role::Family => "",
        _ => office,
    };
    let qualification = (role == Role::Assessor).then(|| Qualification {
        kind: "社会工作师".to_owned(),
        number: format!("样张-SW-{number:04}"),
        valid_until: END_OF_PRACTICE,
    });
    Profile {
        login: format!("{}-{number}", role.word().replace('_', "-")),
        name: name.to_owned(),
        roles: vec![role],
        organization: organization.to_owned(),
        registrar_number: (role == Role::Registrar).then(|| format!("样张-SY-{number:04}")),
        qualification,
        practice_number: Some(number),
    }
}

/// The invented qualifications outlast every practice case.
const END_OF_PRACTICE: NaiveDate = match NaiveDate::from_ymd_opt(2099, 12, 31) {
    Some(day) => day,
    None => NaiveDate::MAX,
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_three_people_with_names_of_their_own() {
        let roles: Vec<Role> = PEOPLE.iter().map(|(role, _)| *role).collect();
        assert_eq!(roles, Role::ALL);
        let mut names: Vec<&str> = PEOPLE.iter().flat_map(|(_, names)| *names).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 33);
    }
}
