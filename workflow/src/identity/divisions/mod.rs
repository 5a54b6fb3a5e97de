//! 行政区划代码 (GB/T 2260): six digits for province, city and county, each with its years.

mod authority;
mod table;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use authority::{Level, competent_authority};

use super::writing::read_number;

/// The division code of a county, a city or a province, as it was given.
#[derive(
    Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct Division(#[serde(deserialize_with = "read_number")] pub String);

impl Division {
    /// Whether it has the form of a county-level code: six digits, a province from 11 to 82, and a
    /// county part. Whether the county exists on a day is for [`Division::exists_on`] to say.
    pub fn is_county(&self) -> bool {
        let digits = self.0.len() == 6 && self.0.bytes().all(|byte| byte.is_ascii_digit());
        digits
            && self.0.get(0..2).is_some_and(|province| ("11"..="82").contains(&province))
            && self.0.get(4..6).is_some_and(|county| county != "00")
    }

    /// What the division is called on a day. The table knows years: in a year of change the newer
    /// name is told.
    pub fn name_on(&self, day: NaiveDate) -> Option<&'static str> {
        table::name_on(&self.0, day)
    }

    /// Whether the division stands on a day. In a year of change the old and the new both do.
    pub fn exists_on(&self, day: NaiveDate) -> bool {
        self.name_on(day).is_some()
    }

    /// Whether the division stood once and stands on this day no longer. Identity numbers keep such
    /// codes for life (居民身份证法 art. 3).
    pub fn was_abolished(&self, day: NaiveDate) -> bool {
        !self.exists_on(day) && table::ended_before(&self.0, day)
    }

    /// Whether a county-level office can be here on a day: a county, or one of the few cities that
    /// have no counties, such as 东莞市.
    pub fn has_county_office_on(&self, day: NaiveDate) -> bool {
        let is_city = self.0.ends_with("00") && !self.0.ends_with("0000");
        self.exists_on(day)
            && (self.is_county() || (is_city && under(&self.0, day).next().is_none()))
    }

    /// The province, autonomous region or municipality directly under the central government.
    pub fn province(&self) -> Option<Division> {
        let code = format!("{}0000", self.0.get(0..2)?);
        table::is_known(&code).then_some(Division(code))
    }

    /// The city, prefecture or league; of a county of a municipality directly under the central
    /// government, the municipality. A county directly under a province has none.
    pub fn city(&self) -> Option<Division> {
        let province = self.province()?;
        if province.is_municipality() {
            return Some(province);
        }
        let code = format!("{}00", self.0.get(0..4)?);
        (code != province.0 && table::is_known(&code)).then_some(Division(code))
    }

    /// 直辖市: 北京, 天津, 上海 or 重庆.
    pub fn is_municipality(&self) -> bool {
        matches!(self.0.as_str(), "110000" | "120000" | "310000" | "500000")
    }

    /// The names from the province down on a day: 四川省成都市武侯区.
    pub fn full_name_on(&self, day: NaiveDate) -> Option<String> {
        let own = self.name_on(day)?;
        let above = [self.province(), self.city()].into_iter().flatten();
        let mut names: Vec<&str> = above
            .filter(|division| division != self)
            .filter_map(|division| division.name_on(day))
            .collect();
        names.dedup();
        names.push(own);
        Some(names.concat())
    }

    /// The divisions directly under this one on a day, in the order of their codes.
    pub fn under(&self, day: NaiveDate) -> impl Iterator<Item = (Division, &'static str)> {
        under(&self.0, day)
    }
}

/// The provinces, autonomous regions and municipalities on a day.
pub fn provinces(day: NaiveDate) -> impl Iterator<Item = (Division, &'static str)> {
    under("", day)
}

/// Whether two digits have ever begun the code of a province, or begin that of Hong Kong, Macau or
/// Taiwan.
pub(super) fn is_province(digits: &str) -> bool {
    matches!(digits, "71" | "81" | "82" | "83") || table::is_known(&format!("{digits}0000"))
}

/// What stands directly under a code on a day; under the empty code, the provinces.
fn under(code: &str, day: NaiveDate) -> impl Iterator<Item = (Division, &'static str)> + use<> {
    let parent = code.to_owned();
    // All that is under a place begins with the digits of the place.
    table::beginning_with(code).filter(move |candidate| is_under(candidate, &parent)).filter_map(
        move |code| table::name_on(code, day).map(|name| (Division(code.to_owned()), name)),
    )
}

/// Cities are under their province and counties under their city. Counties without a city, those of
/// the municipalities among them, are under their province.
fn is_under(candidate: &str, parent: &str) -> bool {
    if parent.is_empty() || candidate == parent {
        return parent.is_empty() && candidate.ends_with("0000");
    }
    let division = Division(candidate.to_owned());
    let city = division.city().filter(|city| *city != division);
    city.or_else(|| division.province()).is_some_and(|above| above.0 == parent)
}
