//! A sample of 一次性补正告知书 with papers missing and papers to correct.

use crate::parts::copies::Copies;
use crate::parts::sample::people::{institution, office};
use crate::parts::sample::{CASE_NUMBER, day};
use workflow::cast::figures::{FOUNDLING, HUSBAND, REGISTRAR, WIFE};

use super::{CorrectionNotice, PaperToBring, PaperToCorrect};

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, Copies<CorrectionNotice>)> {
    vec![("correction_notice", Copies::one(correction_notice()))]
}

/// 一次性补正告知书 with papers missing and papers to correct.
pub fn correction_notice() -> CorrectionNotice {
    let bring = |title: &str, party: &str, issuer: &str, copies: &str, basis: &str| PaperToBring {
        title: title.into(),
        party: party.into(),
        issuer: issuer.into(),
        copies: copies.into(),
        basis: basis.into(),
    };
    CorrectionNotice {
        office: office(),
        number: "足民收补〔2026〕12号".into(),
        case_number: CASE_NUMBER.into(),
        matter: "收养登记".into(),
        addressees: vec![HUSBAND.name.into(), WIFE.name.into(), institution().name],
        child: FOUNDLING.name.into(),
        applied_on: day(2026, 3, 2),
        told_on: day(2026, 3, 3),
        missing: vec![
            bring(
                "身体健康检查证明",
                WIFE.name,
                "县级以上医疗机构",
                "原件1份",
                "《中国公民收养子女登记办法》第六条第一款第（三）项",
            ),
            bring(
                "生育情况证明",
                "周明远、林若溪",
                "常住户口所在地卫生健康主管部门",
                "原件1份",
                "《中国公民收养子女登记办法》第六条第二款",
            ),
            bring(
                "合影照片",
                "各方当事人",
                "自备",
                "2寸近期半身免冠合影2张",
                "《收养登记工作规范》（受理条件：合影照片）",
            ),
        ],
        incorrect: vec![PaperToCorrect {
            title: "婚姻状况和抚养教育能力证明".into(),
            party: HUSBAND.name.into(),
            reason: "证明没有写明婚姻状况，也没有加盖单位公章。".into(),
            copies: "原件1份".into(),
            basis: "《中国公民收养子女登记办法》第六条第一款第（二）项".into(),
        }],
        registrar: REGISTRAR.into(),
    }
}
