//! Invented people. The numbers have right check digits; nobody of them exists.

use crate::parts::people::{
    AssessingBody, Child, Identity, Institution, Office, Person, Placer, PlacingPerson, Sex,
};
use crate::parts::sample::day;

/// The office of the samples.
pub fn office() -> Office {
    Office {
        name: "重庆市大足区民政局".into(),
        address: "重庆市大足区棠香街道北山路6号".into(),
        telephone: "023-43700000".into(),
    }
}

fn resident_card(number: &str) -> Identity {
    Identity { paper: "居民身份证".into(), number: number.into() }
}

const COUPLES_ADDRESS: &str = "重庆市大足区龙岗街道翠屏路88号3幢2单元601室";

/// The husband of the couple.
pub(crate) fn adopter() -> Person {
    Person {
        name: "周明远".into(),
        sex: Sex::Male,
        born_on: day(1988, 3, 12),
        nationality: "中国".into(),
        ethnicity: Some("汉族".into()),
        identity: Some(resident_card("500225198803121176")),
        household_address: Some(COUPLES_ADDRESS.into()),
        residence: None,
        occupation: Some("大足区实验中学教师".into()),
        education: Some("大学本科".into()),
        marital_status: Some("已婚".into()),
        children: Some("无子女".into()),
        telephone: Some("13900000011".into()),
    }
}

/// Adopters who are married to each other.
pub fn couple() -> Vec<Person> {
    vec![
        adopter(),
        Person {
            name: "林若溪".into(),
            sex: Sex::Female,
            born_on: day(1990, 7, 24),
            nationality: "中国".into(),
            ethnicity: Some("汉族".into()),
            identity: Some(resident_card("500225199007242289")),
            household_address: Some(COUPLES_ADDRESS.into()),
            residence: None,
            occupation: Some("龙岗街道社区卫生服务中心护师".into()),
            education: Some("大学专科".into()),
            marital_status: Some("已婚".into()),
            children: Some("无子女".into()),
            telephone: Some("13900000012".into()),
        },
    ]
}

/// An adopter without a spouse, whose name holds a rare character.
pub fn single_adopter() -> Person {
    Person {
        name: "欧阳龘".into(),
        sex: Sex::Female,
        born_on: day(1979, 2, 18),
        nationality: "中国".into(),
        ethnicity: Some("土家族".into()),
        identity: Some(resident_card("500225197902182148")),
        household_address: Some("重庆市石柱土家族自治县黄水镇万胜坝村三组45号".into()),
        residence: Some("重庆市大足区龙水镇西湖大道120号1幢1504室".into()),
        occupation: Some("个体经营".into()),
        education: Some("高中".into()),
        marital_status: Some("未婚".into()),
        children: Some("无子女".into()),
        telephone: Some("13900000021".into()),
    }
}

/// Adopters with names of twenty characters and an address of two lines.
pub fn long_named_couple() -> Vec<Person> {
    let address = "新疆维吾尔自治区喀什地区喀什市恰萨街道布拉克贝希社区欧尔达希克路12巷28号附1号院2号楼3单元402室";
    let person = |name: &str, sex, born_on, number: &str| Person {
        name: name.into(),
        sex,
        born_on,
        nationality: "中国".into(),
        ethnicity: Some("维吾尔族".into()),
        identity: Some(resident_card(number)),
        household_address: Some(address.into()),
        residence: None,
        occupation: Some("喀什市恰萨街道办事处".into()),
        education: Some("大学专科".into()),
        marital_status: Some("已婚".into()),
        children: Some("一名子女".into()),
        telephone: Some("13900000031".into()),
    };
    vec![
        person(
            "阿卜杜热合曼·麦麦提吐尔逊·阿卜杜克热木江",
            Sex::Male,
            day(1985, 6, 5),
            "653101198506050139",
        ),
        person("古丽米热·阿布都克里木", Sex::Female, day(1987, 9, 19), "653101198709190262"),
    ]
}

/// A foundling.
pub fn child() -> Child {
    Child {
        name: "安宁".into(),
        name_after_adoption: Some("周安宁".into()),
        sex: Sex::Female,
        born_on: day(2023, 11, 5),
        born_on_estimated: true,
        ethnicity: Some("汉族".into()),
        category: "儿童福利机构抚养的查找不到生父母的未成年人".into(),
        identity: Some(resident_card("500225202311051262")),
        address: "重庆市大足区棠香街道五星大道中段199号".into(),
        health: Some("良好".into()),
    }
}

/// A child old enough to be asked.
pub(crate) fn grown_child() -> Child {
    Child {
        name: "安远".into(),
        name_after_adoption: None,
        sex: Sex::Male,
        born_on: day(2016, 5, 6),
        identity: Some(resident_card("500111201605060131")),
        ..child()
    }
}

/// The institution that places the child.
pub fn institution() -> Institution {
    Institution {
        name: "重庆市大足区儿童福利院".into(),
        credit_code: "12500111450382165L".into(),
        address: "重庆市大足区棠香街道五星大道中段199号".into(),
        representative: "唐晓兰".into(),
        representative_identity: resident_card("500225198509172212"),
        telephone: "023-43700001".into(),
        relation: None,
    }
}

pub(crate) fn placer() -> Placer {
    Placer::Institution(institution())
}

const PARENTS_ADDRESS: &str = "重庆市大足区三驱镇响水村四组17号";

/// A birth father.
pub(crate) fn father() -> Person {
    Person {
        name: "陈开贵".into(),
        sex: Sex::Male,
        born_on: day(1991, 8, 20),
        nationality: "中国".into(),
        ethnicity: Some("汉族".into()),
        identity: Some(resident_card("500225199108201611")),
        household_address: Some(PARENTS_ADDRESS.into()),
        residence: None,
        occupation: Some("务农".into()),
        education: None,
        marital_status: None,
        children: None,
        telephone: Some("13900000041".into()),
    }
}

/// A birth mother.
pub(crate) fn mother() -> Person {
    Person {
        name: "罗小春".into(),
        sex: Sex::Female,
        born_on: day(1993, 4, 2),
        identity: Some(resident_card("500225199304021626")),
        telephone: Some("13900000042".into()),
        ..father()
    }
}

/// Birth parents who place.
pub(crate) fn placing_parents() -> Placer {
    let placing = |relation: &str, person| PlacingPerson { relation: relation.into(), person };
    Placer::Persons {
        persons: vec![placing("生父", father()), placing("生母", mother())],
        other_parent: None,
    }
}

/// A child whose birth parents cannot raise it.
pub fn parents_child() -> Child {
    Child {
        name: "陈念".into(),
        name_after_adoption: Some("周念".into()),
        sex: Sex::Male,
        born_on: day(2024, 2, 11),
        born_on_estimated: false,
        category: "生父母有特殊困难无力抚养的子女".into(),
        identity: Some(resident_card("500225202402111638")),
        address: PARENTS_ADDRESS.into(),
        ..child()
    }
}

/// Who assesses.
pub(crate) fn assessing_body() -> AssessingBody {
    AssessingBody::ThirdParty { name: "重庆市大足区慧心社会工作服务中心".into() }
}

/// A child whose parents are dead.
pub(crate) fn orphan() -> Child {
    Child { category: "监护人监护的孤儿".into(), ..parents_child() }
}

/// A foundling whom no institution raises.
pub(crate) fn foundling() -> Child {
    Child {
        category: "非儿童福利机构抚养的查找不到生父母的未成年人".into(),
        address: "重庆市大足区龙岗街道翠屏路88号3幢2单元601室".into(),
        ..child()
    }
}

/// The couple, the husband first.
pub(crate) fn pair() -> [Person; 2] {
    let mut couple = couple();
    let second = couple.remove(1);
    [couple.remove(0), second]
}
