//! A sample of 家庭教育指导记录.

use crate::parts::sample::people::office;
use crate::parts::sample::{CASE_NUMBER, day};
use workflow::cast::figures::{FOUNDLING, HUSBAND, WIFE};

use super::GuidanceRecord;

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, GuidanceRecord)> {
    vec![("guidance_record", guidance_record())]
}

/// 家庭教育指导记录.
pub fn guidance_record() -> GuidanceRecord {
    GuidanceRecord {
        office: office(),
        case_number: CASE_NUMBER.into(),
        adopters: vec![HUSBAND.name.into(), WIFE.name.into()],
        child: FOUNDLING.name.into(),
        given_by: "吴敏".into(),
        given_on: day(2026, 3, 16),
        minutes: 90,
        place: "大足区民政局家庭教育指导室".into(),
        form: "面谈".into(),
        topics: "父母的法定责任：收养成立后抚养、教育和保护子女的义务，尊重未成年人的人格尊严，禁止殴打、虐待。依恋的建立：入家初期安排固定的照料人和作息，多拥抱、多回应。身世告知：宜早不宜迟，使用肯定、简单的语言，不编造。健康与安全：预防接种和体检的衔接，居家安全检查。求助途径：儿童主任、儿童督导员和登记机关的联系方式，收养后回访的安排。".into(),
        response: "两人听讲认真，就入园时间和身世告知提出问题，得到解答。表示会按照建议安排入家后的照料，并愿意接受回访。".into(),
    }
}
