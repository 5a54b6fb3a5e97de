//! The people of 大足区: who adopts, who is adopted, who places, who works at the bureau.

use chrono::NaiveDate;

use crate::identity::{ResidentId, Sex};

/// A person who does not exist.
#[derive(Debug, Clone, Copy)]
pub struct Figure {
    /// The name.
    pub name: &'static str,
    /// The sex the number tells.
    pub sex: Sex,
    /// The day of birth the number tells.
    pub born_on: NaiveDate,
    /// 公民身份号码
    pub number: &'static str,
}

impl Figure {
    /// The number as the law reads it.
    pub fn resident_id(&self) -> ResidentId {
        ResidentId(self.number.to_owned())
    }
}

const fn man(name: &'static str, born_on: NaiveDate, number: &'static str) -> Figure {
    Figure { name, sex: Sex::Male, born_on, number }
}

const fn woman(name: &'static str, born_on: NaiveDate, number: &'static str) -> Figure {
    Figure { name, sex: Sex::Female, born_on, number }
}

/// A day that exists; a wrong one would not agree with its number, which the test below would show.
pub(super) const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}

/// The husband of the couple that adopts.
pub const HUSBAND: Figure = man("周明远", day(1988, 3, 12), "500225198803121176");
/// The wife of the couple that adopts.
pub const WIFE: Figure = woman("林若溪", day(1990, 7, 24), "500225199007242289");
/// Where the couple lives.
pub const COUPLES_ADDRESS: &str = "重庆市大足区龙岗街道翠屏路88号3幢2单元601室";

/// One who adopts alone, with a rare character in the name.
pub const SINGLE: Figure = woman("欧阳龘", day(1979, 2, 18), "500225197902182148");
/// A husband whose name is as long as names come.
pub const LONG_NAMED_HUSBAND: Figure =
    man("阿卜杜热合曼·麦麦提吐尔逊·阿卜杜克热木江", day(1985, 6, 5), "653101198506050139");
/// His wife.
pub const LONG_NAMED_WIFE: Figure =
    woman("古丽米热·阿布都克里木", day(1987, 9, 19), "653101198709190262");

/// A small foundling of the institution.
pub const FOUNDLING: Figure = woman("安宁", day(2023, 11, 5), "500225202311051262");
/// A child of the institution old enough to be asked.
pub const ASKED_CHILD: Figure = man("安远", day(2016, 5, 6), "500111201605060131");
/// A foundling of five of the institution, of whom the stories tell.
pub const CHILD: Figure = woman("党小满", day(2020, 5, 20), "500111202005200043");

/// A birth father.
pub const FATHER: Figure = man("陈开贵", day(1991, 8, 20), "500225199108201611");
/// A birth mother.
pub const MOTHER: Figure = woman("罗小春", day(1993, 4, 2), "500225199304021626");
/// Where the birth parents live.
pub const PARENTS_ADDRESS: &str = "重庆市大足区三驱镇响水村四组17号";
/// Their small son.
pub const PARENTS_CHILD: Figure = man("陈念", day(2024, 2, 11), "500225202402111638");
/// The same son, born early enough to be grown up.
pub const GROWN_UP: Figure = man("陈念", day(2007, 2, 11), "500225200702111630");
/// A father who does not place and lives in another district.
pub const ABSENT_FATHER: Figure = man("贺远山", day(1986, 7, 14), "500111198607140034");
/// The division he lives in.
pub const ABSENT_FATHERS_DIVISION: &str = "500112";
/// A grandfather who is guardian.
pub const GRANDFATHER: Figure = man("陈德福", day(1958, 3, 21), "500111195803210155");
/// A grandmother who is guardian of an adoptee whose adopters died.
pub const GRANDMOTHER: Figure = woman("周桂芳", day(1955, 3, 7), "500111195503072045");
/// A maternal grandmother who owes an orphan support.
pub const SUPPORTING_GRANDMOTHER: &str = "唐玉珍";

/// The officer of the case.
pub const REGISTRAR: &str = "何静";
/// Another registrar.
pub const OTHER_REGISTRAR: &str = "顾小雅";
/// Who approves.
pub const LEADER: &str = "罗文清";
/// Who keeps the archives.
pub const ARCHIVIST: &str = "郭藏";
/// The two who assess.
pub const ASSESSORS: [&str; 2] = ["苏晴", "吴越"];
/// Who visits with the registrar.
pub const VISITOR: &str = "陶静秋";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_valid_and_agrees_with_the_person() {
        let everybody = [
            HUSBAND,
            WIFE,
            SINGLE,
            LONG_NAMED_HUSBAND,
            LONG_NAMED_WIFE,
            FOUNDLING,
            ASKED_CHILD,
            CHILD,
            FATHER,
            MOTHER,
            PARENTS_CHILD,
            GROWN_UP,
            ABSENT_FATHER,
            GRANDFATHER,
            GRANDMOTHER,
        ];
        for figure in everybody {
            let parts = figure.resident_id().parts().expect(figure.name);
            assert_eq!(
                (parts.sex, parts.birth_date),
                (figure.sex, figure.born_on),
                "{}",
                figure.name
            );
        }
    }
}
