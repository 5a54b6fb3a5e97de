//! Values as they are given: texts, names, numbers, days. Each fault names its field, never the value.

use chrono::NaiveDate;

use crate::base::rule::{Violation, rules};
use crate::base::text::is_written_well;
use crate::facts::Facts;
use crate::identity::credit_code::CreditCodeFault;
use crate::identity::documents::DocumentFault;
use crate::identity::names::name_fault;
use crate::identity::resident_id::{ResidentIdFault, ResidentIdParts};
use crate::identity::telephone::can_be_called;
use crate::identity::{CreditCode, Division, IdentityDocument, ResidentId, Sex};

rules! {
    /// A text has content and an end.
    TEXT = "INPUT-TEXT", None, "填写规范", "form rules", Derived,
        "内容不能为空、不能超长，首尾不能有空白", "a text must not be empty, too long, or begin or end with white space";
    /// A name is written with Han characters and the middle dot, or as a passport shows it.
    NAME = "INPUT-NAME", None, "填写规范", "form rules", Derived,
        "姓名须由汉字和间隔号“·”组成，外文姓名按护照以拉丁字母书写，不超过五十字",
        "a name consists of Han characters and the middle dot, or of the Latin letters of a passport, at most fifty";
    /// A telephone number can be called.
    TELEPHONE = "INPUT-TELEPHONE", None, "填写规范", "form rules", Derived,
        "电话号码须为五至二十位数字，可用“+”、连字符、空格和括号，分机号写在“转”后",
        "a telephone number has five to twenty digits, with +, hyphens, blanks and brackets, and an extension after 转";
    /// GB 11643.
    RESIDENT_ID = "GB-11643", None, "GB 11643-1999《公民身份号码》", "GB 11643-1999", SecondHand,
        "公民身份号码不正确", "the identity number is not valid";
    /// Number, sex and birth date agree.
    ID_AGREES = "SPEC-51", Some("SEQ-1"),
        "《收养登记工作规范》第五十一条", "Work Specification art. 51", Verified,
        "公民身份号码与填写的性别、出生日期不一致",
        "the identity number does not agree with the sex and birth date given";
    /// One person has one place in the case.
    DISTINCT_PERSONS = "INPUT-PERSONS", None, "填写规范", "form rules", Derived,
        "同一人不能在本件中担任两种身份", "one person cannot be two parties of the case";
    /// Overseas Chinese and residents of Hong Kong, Macau and Taiwan are served by the city level.
    CITY_LEVEL = "HMT-2", Some("SEQ-1"),
        "民政部令第16号第二条（2025年修正）", "Ministry Order 16 art. 2", SecondHand,
        "华侨和居住在香港、澳门、台湾地区的中国公民，由被收养人户籍地的直辖市、设区的市、自治州、地区（盟）民政部门办理",
        "overseas Chinese and Chinese citizens living in Hong Kong, Macau or Taiwan apply at the department of the municipality, city with districts, autonomous prefecture, prefecture or league of the child's household registration";
    /// What is given is what the kind of adoption needs.
    OF_THE_KIND = "INPUT-KIND", None, "填写规范", "form rules", Derived,
        "与收养类别不符", "this does not fit the kind of adoption";
    /// GB 32100.
    CREDIT_CODE = "GB-32100", None, "GB 32100-2015《法人和其他组织统一社会信用代码编码规则》", "GB 32100-2015", SecondHand,
        "统一社会信用代码不正确", "the unified social credit code is not valid";
    /// GB/T 2260.
    DIVISION = "GB-2260", None, "GB/T 2260《中华人民共和国行政区划代码》", "GB/T 2260", SecondHand,
        "须为当日存在的县级行政区划代码", "the code of a county-level division of that day is needed";
    /// A document has the form of its kind; the forms of most kinds are remembered, not read.
    IDENTITY_DOCUMENT = "ID-DOCUMENT", None, "证件号码规则", "the rules of document numbers", Remembered,
        "身份证件不正确", "the document of identity is not valid";
    /// A day that was elsewhere is not in the future and follows what it follows.
    DAY = "INPUT-DAY", None, "填写规范", "form rules", Derived,
        "日期不能晚于今天，也不能早于其所依据的事实", "a day must not be after today nor before the fact it follows";
    /// A number is in its bounds.
    BOUNDS = "INPUT-BOUNDS", None, "填写规范", "form rules", Derived,
        "数量不在允许范围内", "a number is out of its bounds";
    /// What is named exists in the case.
    KNOWN = "INPUT-KNOWN", None, "填写规范", "form rules", Derived,
        "本件中没有所指的对象，或者其状态不允许此操作",
        "the case has no such item, or its state does not allow this";
}

/// A text that is needed: not empty, not too long, no white space at its ends.
pub fn text(field: &str, value: &str, longest: usize) -> Option<Violation> {
    (!is_written_well(value, longest))
        .then(|| {
            TEXT.broken_because(format!("最多{longest}字"), format!("at most {longest} characters"))
        })
        .map(|violation| violation.at(field))
}

/// A person's name as registers write it.
pub fn name(field: &str, value: &str) -> Option<Violation> {
    let (zh, en) = name_fault(value)?.words();
    Some(NAME.broken_because(zh, en).at(field))
}

/// An identity number that agrees with the sex and birth date given beside it.
pub fn resident_id(
    field: &str,
    value: &ResidentId,
    stated: Option<(Sex, NaiveDate)>,
) -> Vec<Violation> {
    match value.parts() {
        Err(fault) => {
            let (zh, en) = match fault {
                ResidentIdFault::Length => ("须为十八位", "eighteen characters are needed"),
                ResidentIdFault::Characters => (
                    "前十七位须为数字，末位须为数字或者字母X",
                    "seventeen digits and a last digit or the letter X are needed",
                ),
                ResidentIdFault::PermanentResidence => (
                    "这是外国人永久居留身份证号码，须作为该种身份证件填写",
                    "this is the number of a foreigner's permanent residence card, which is given as such a document",
                ),
                ResidentIdFault::Area => ("地址码不存在", "its area does not exist"),
                ResidentIdFault::BirthDate => ("出生日期码不存在", "its birth date does not exist"),
                ResidentIdFault::CheckCharacter => {
                    ("校验码不符", "its check character does not fit")
                }
            };
            vec![RESIDENT_ID.broken_because(zh, en).at(field)]
        }
        Ok(parts) => agrees(field, parts, stated),
    }
}

fn agrees(field: &str, parts: ResidentIdParts, stated: Option<(Sex, NaiveDate)>) -> Vec<Violation> {
    let mut violations = Vec::new();
    if stated.is_some_and(|(sex, birth_date)| sex != parts.sex || birth_date != parts.birth_date) {
        violations.push(ID_AGREES.broken().at(field));
    }
    violations
}

/// An adopter's number must be one of the mainland: others apply elsewhere.
pub fn lives_on_the_mainland(field: &str, value: &ResidentId) -> Option<Violation> {
    let parts = value.parts().ok()?;
    parts.is_from_hong_kong_macau_or_taiwan().then(|| CITY_LEVEL.broken().at(field))
}

/// An organisation's code.
pub fn credit_code(field: &str, value: &CreditCode) -> Option<Violation> {
    let (zh, en) = match value.fault()? {
        CreditCodeFault::Length => ("须为十八位", "eighteen characters are needed"),
        CreditCodeFault::Characters => (
            "只能有数字和大写字母，不用I、O、S、V、Z",
            "it has digits and capital letters without I, O, S, V and Z",
        ),
        CreditCodeFault::Division => {
            ("其中的行政区划码不存在", "the division in it does not exist")
        }
        CreditCodeFault::CheckCharacter => ("校验码不符", "a check character does not fit"),
    };
    Some(CREDIT_CODE.broken_because(zh, en).at(field))
}

/// The code of a county that stands today. The office's own county stands while the office does.
pub fn division(field: &str, value: &Division, facts: &Facts) -> Option<Violation> {
    let stands = *value == facts.office.division || value.has_county_office_on(facts.today);
    (!stands).then(|| DIVISION.broken().at(field))
}

/// A document other than a resident identity card.
pub fn identity_document(field: &str, value: &IdentityDocument) -> Vec<Violation> {
    let faults = value.faults().into_iter().map(|fault| match fault {
        DocumentFault::Number => {
            let (zh, en) = value.document_type.form();
            IDENTITY_DOCUMENT
                .broken_because(
                    format!("号码与证件类型不符，须为{zh}"),
                    format!("the number does not fit the kind, which has {en}"),
                )
                .at(format!("{field}.number"))
        }
        DocumentFault::Nationality => IDENTITY_DOCUMENT
            .broken_because(
                "外国护照和外国人永久居留身份证须注明外国国籍，其他证件不注明",
                "a foreign passport or permanent residence card, and no other, names its foreign state",
            )
            .at(format!("{field}.nationality")),
    });
    faults.collect()
}

/// A day something happened elsewhere: not after today, not before the fact it follows.
pub fn happened(
    field: &str,
    day: NaiveDate,
    not_before: NaiveDate,
    facts: &Facts,
) -> Option<Violation> {
    (day > facts.today || day < not_before).then(|| DAY.broken().at(field))
}

/// A telephone number that can be called, with the usual marks.
pub fn telephone(field: &str, value: &str) -> Option<Violation> {
    (!can_be_called(value)).then(|| TELEPHONE.broken().at(field))
}
