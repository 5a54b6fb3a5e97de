//! People of the cast as the papers show them.

use workflow::cast::county::DAZU;
use workflow::cast::figures::{
    ASKED_CHILD, COUPLES_ADDRESS, FATHER, FOUNDLING, Figure, HUSBAND, LONG_NAMED_HUSBAND,
    LONG_NAMED_WIFE, MOTHER, PARENTS_ADDRESS, PARENTS_CHILD, SINGLE, WIFE,
};

use crate::parts::people::{
    AssessingBody, Child, Identity, Institution, Office, Person, Placer, PlacingPerson, Sex,
};

/// The office of the samples.
pub fn office() -> Office {
    Office {
        name: DAZU.bureau.into(),
        address: DAZU.address.into(),
        telephone: DAZU.telephone.into(),
    }
}

pub(crate) fn resident_card(number: &str) -> Identity {
    Identity { paper: "居民身份证".into(), number: number.into() }
}

/// The husband of the couple.
pub(crate) fn adopter() -> Person {
    Person {
        name: HUSBAND.name.into(),
        sex: Sex::Male,
        born_on: HUSBAND.born_on,
        nationality: "中国".into(),
        ethnicity: Some("汉族".into()),
        identity: Some(resident_card(HUSBAND.number)),
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
            name: WIFE.name.into(),
            sex: Sex::Female,
            born_on: WIFE.born_on,
            nationality: "中国".into(),
            ethnicity: Some("汉族".into()),
            identity: Some(resident_card(WIFE.number)),
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
        name: SINGLE.name.into(),
        sex: Sex::Female,
        born_on: SINGLE.born_on,
        nationality: "中国".into(),
        ethnicity: Some("土家族".into()),
        identity: Some(resident_card(SINGLE.number)),
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
    let person = |figure: Figure| Person {
        name: figure.name.into(),
        sex: figure.sex.into(),
        born_on: figure.born_on,
        nationality: "中国".into(),
        ethnicity: Some("维吾尔族".into()),
        identity: Some(resident_card(figure.number)),
        household_address: Some(address.into()),
        residence: None,
        occupation: Some("喀什市恰萨街道办事处".into()),
        education: Some("大学专科".into()),
        marital_status: Some("已婚".into()),
        children: Some("一名子女".into()),
        telephone: Some("13900000031".into()),
    };
    [LONG_NAMED_HUSBAND, LONG_NAMED_WIFE].map(person).into()
}

/// A foundling.
pub fn child() -> Child {
    Child {
        name: FOUNDLING.name.into(),
        name_after_adoption: Some("周安宁".into()),
        sex: Sex::Female,
        born_on: FOUNDLING.born_on,
        born_on_estimated: true,
        ethnicity: Some("汉族".into()),
        category: "儿童福利机构抚养的查找不到生父母的未成年人".into(),
        identity: Some(resident_card(FOUNDLING.number)),
        address: DAZU.institution.address.into(),
        health: Some("良好".into()),
    }
}

/// A child old enough to be asked.
pub(crate) fn grown_child() -> Child {
    Child {
        name: ASKED_CHILD.name.into(),
        name_after_adoption: None,
        sex: Sex::Male,
        born_on: ASKED_CHILD.born_on,
        identity: Some(resident_card(ASKED_CHILD.number)),
        ..child()
    }
}

/// The institution that places the child.
pub fn institution() -> Institution {
    let home = DAZU.institution;
    Institution {
        name: home.name.into(),
        credit_code: home.credit_code.into(),
        address: home.address.into(),
        representative: home.head.into(),
        representative_identity: resident_card(home.head_number),
        telephone: home.telephone.into(),
        relation: None,
    }
}

pub(crate) fn placer() -> Placer {
    Placer::Institution(institution())
}

/// A birth father.
pub(crate) fn father() -> Person {
    Person {
        name: FATHER.name.into(),
        sex: Sex::Male,
        born_on: FATHER.born_on,
        nationality: "中国".into(),
        ethnicity: Some("汉族".into()),
        identity: Some(resident_card(FATHER.number)),
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
        name: MOTHER.name.into(),
        sex: Sex::Female,
        born_on: MOTHER.born_on,
        identity: Some(resident_card(MOTHER.number)),
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
        name: PARENTS_CHILD.name.into(),
        name_after_adoption: Some("周念".into()),
        sex: Sex::Male,
        born_on: PARENTS_CHILD.born_on,
        born_on_estimated: false,
        category: "生父母有特殊困难无力抚养的子女".into(),
        identity: Some(resident_card(PARENTS_CHILD.number)),
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
        address: COUPLES_ADDRESS.into(),
        ..child()
    }
}

/// The couple, the husband first.
pub(crate) fn pair() -> [Person; 2] {
    let mut couple = couple();
    let second = couple.remove(1);
    [couple.remove(0), second]
}
