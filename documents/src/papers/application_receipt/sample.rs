//! A sample of 收件回执 with papers missing.

use crate::parts::sample::people::office;
use crate::parts::sample::{CASE_NUMBER, day};
use workflow::cast::figures::{HUSBAND, REGISTRAR, WIFE};

use super::{ApplicationReceipt, MissingPaper, ReceivedPaper};

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, ApplicationReceipt)> {
    vec![("application_receipt", application_receipt())]
}

/// 收件回执 with papers missing.
pub fn application_receipt() -> ApplicationReceipt {
    let paper = |title: &str, party: &str, comparison: &str, sheets| ReceivedPaper {
        title: title.into(),
        party: party.into(),
        comparison: comparison.into(),
        sheets,
    };
    let missing = |title: &str, party: &str, basis: &str| MissingPaper {
        title: title.into(),
        party: party.into(),
        basis: basis.into(),
    };
    ApplicationReceipt {
        office: office(),
        case_number: CASE_NUMBER.into(),
        matter: "收养登记（儿童福利机构抚养的查找不到生父母的未成年人）".into(),
        applicants: vec![HUSBAND.name.into(), WIFE.name.into()],
        received_on: day(2026, 3, 2),
        received: vec![
            paper("居民户口簿", "收养人", "核对复印件", 4),
            paper("居民身份证", "收养人（男）", "核对复印件", 1),
            paper("居民身份证", "收养人（女）", "核对复印件", 1),
            paper("婚姻状况和抚养教育被收养人能力的证明", "收养人", "核对原件", 2),
            paper("子女情况声明", "收养人", "核对原件", 1),
            paper("身体健康检查证明", "收养人（男）", "核对原件", 3),
            paper("负责人居民身份证", "送养人", "核对复印件", 1),
            paper("弃婴、儿童进入社会福利机构的原始记录", "送养人", "核对复印件", 2),
            paper("公安机关出具的捡拾弃婴、儿童报案的证明", "送养人", "核对原件", 1),
        ],
        missing: vec![
            missing(
                "身体健康检查证明",
                "收养人（女）",
                "《中国公民收养子女登记办法》第六条第一款第三项",
            ),
            missing("收养人生育情况证明", "收养人", "《中国公民收养子女登记办法》第六条第二款"),
        ],
        registrar: REGISTRAR.into(),
        query_address: "https://guijia.example.gov.cn/family#8K3W-Q2NZ-5R7T-9YHM".into(),
        query_code: "8K3W-Q2NZ-5R7T-9YHM".into(),
    }
}
