//! What the office is: its name and place, its legal day, what it configures.

use chrono::NaiveDate;
use sea_orm::EntityTrait;
use workflow::base::office_rules::OfficeRules;
use workflow::facts::Office;
use workflow::identity::Division;

use super::entity::office;
use crate::clock::{Instant, MINUTE, real_today};
use crate::store::{Reader, StoreError};

pub use super::entity::office::Mode;

/// There is one office, and this is its key.
pub(super) const ONLY: i64 = 1;

/// The office with everything that is configured about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Name, division, short names, address: what decisions and documents need.
    pub office: Office,
    /// Its unified social credit code.
    pub credit_code: String,
    /// The address under which its portal is reached.
    pub base_address: String,
    /// Whether acts count.
    pub mode: Mode,
    /// The legal day of a practice office.
    pub practice_today: Option<NaiveDate>,
    /// The numbers the office configures.
    pub rules: OfficeRules,
}

impl Profile {
    /// The legal day.
    pub fn today(&self) -> NaiveDate {
        match self.mode {
            Mode::Real => real_today(),
            Mode::Practice => self.practice_today.unwrap_or_else(real_today),
        }
    }

    /// Whether those who decide work with a second factor only.
    pub fn demands_factor(&self) -> bool {
        self.rules.second_factor.demanded.unwrap_or(self.mode == Mode::Real)
    }

    /// Whether what asks for a second factor anew is refused to somebody who last showed one then.
    pub fn lacks_fresh_factor(&self, factor_at: Option<Instant>, now: Instant) -> bool {
        let minutes = Instant::from(self.rules.second_factor.fresh_minutes);
        factor_at.map_or(self.demands_factor(), |at| now.saturating_sub(at) > minutes * MINUTE)
    }
}

/// The office; none if this database has not been initialised.
pub async fn find(reader: &impl Reader) -> Result<Option<Profile>, StoreError> {
    office::Entity::find_by_id(ONLY).one(reader).await?.map(profile).transpose()
}

/// The office of a database that has been initialised.
pub async fn load(reader: &impl Reader) -> Result<Profile, StoreError> {
    find(reader)
        .await?
        .ok_or_else(|| StoreError::Setting("no office has been initialised here".to_owned()))
}

fn profile(row: office::Model) -> Result<Profile, StoreError> {
    let rules = serde_json::from_str(&row.settings)
        .map_err(|_| StoreError::Damaged("the office's settings cannot be read".to_owned()))?;
    Ok(Profile {
        office: Office {
            name: row.name,
            division: Division(row.division_code),
            province_short: row.province_short_name,
            county_short: row.county_short_name,
            address: row.address,
            telephone: row.telephone,
            fonds: row.fonds_code,
        },
        credit_code: row.credit_code,
        base_address: row.base_address,
        mode: row.mode,
        practice_today: row.practice_today.map(|day| day.0),
        rules,
    })
}
