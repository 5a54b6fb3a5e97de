//! 民政部门: what the competent civil affairs department of a place is called.

use chrono::NaiveDate;

use super::Division;

/// The level of government whose department is competent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Level {
    /// 县级
    County,
    /// 设区的市、自治州、地区、盟; 直辖市
    City,
    /// 省、自治区、直辖市
    Province,
}

/// The department of a level for a place, as its province, city or county is called on the day:
/// 大足区民政局, 成都市民政局, 四川省民政厅, 重庆市民政局. Nothing where the place is not in the table, or
/// where it is directly under its province and so has no city.
pub fn competent_authority(level: Level, place: &Division, day: NaiveDate) -> Option<String> {
    let seat = match level {
        Level::County => place.clone(),
        Level::City => place.city()?,
        Level::Province => place.province()?,
    };
    let name = seat.name_on(day)?;
    let is_department = level == Level::Province && !seat.is_municipality();
    Some(format!("{name}{}", if is_department { "民政厅" } else { "民政局" }))
}
