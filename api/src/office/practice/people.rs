//! The invented people of a practice office: three of each role.

use chrono::NaiveDate;
use uuid::Uuid;
use workflow::cast::practice::{OFFICE, organisation};
use workflow::staff::{
    Agency, AgencyId, Background, Body, Employment, Examination, Screening, Standing, Training,
};
use workflow::{Role, UserId};

use crate::clock::Instant;
use crate::store::people::{self, Profile, Qualification};
use crate::store::{StoreError, Transaction, staff};

/// Adds the invented people inside the transaction that makes the practice office.
///
/// # Errors
/// When the store fails; [`StoreError::Duplicate`] where they are there already.
pub async fn add(transaction: &Transaction, office: &str, now: Instant) -> Result<(), StoreError> {
    let team = AgencyId(Uuid::now_v7());
    let own_team = Agency { name: TEAM.to_owned(), body: Body::OwnTeam {}, ended_on: None };
    staff::put_agency(transaction, None, team, &own_team).await?;
    for (role, names) in OFFICE {
        for (number, name) in (1..).zip(names) {
            let profile = invented(role, number, name, office);
            let user = UserId(Uuid::now_v7());
            people::add(transaction, user, &profile, now).await?;
            if role == Role::Assessor {
                staff::put_standing(transaction, None, user, &on_file(team)).await?;
            }
        }
    }
    Ok(())
}

/// The own team of the practice office.
const TEAM: &str = "练习县民政局收养评估小组";
/// The years in which the invented assessors were checked: the legal day of a practice office moves far.
const YEARS: std::ops::Range<i32> = 2020..2099;

/// What is on file of an invented assessor: everything in order on any day of practice.
fn on_file(team: AgencyId) -> Standing {
    let first = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
    let organiser = "练习市民政局".to_owned();
    Standing {
        agency: team,
        employment: Employment::OnEstablishment,
        background: Background::SocialWork,
        related_years: 6,
        trainings: vec![Training {
            on: first(YEARS.start),
            topic: "收养法律法规与评估".to_owned(),
            hours: 24,
            organiser: organiser.clone(),
            on_adoption_law: true,
        }],
        examinations: vec![Examination { on: first(YEARS.start), organiser, passed: true }],
        screenings: YEARS.map(|year| checked(first(year))).collect(),
        suspensions: Vec::new(),
    }
}

fn checked(on: NaiveDate) -> Screening {
    Screening { on, source: "样张：公安机关查询结果".to_owned(), clear: true }
}

fn invented(role: Role, number: i64, name: &str, office: &str) -> Profile {
    let organization = organisation(role).unwrap_or(office);
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
