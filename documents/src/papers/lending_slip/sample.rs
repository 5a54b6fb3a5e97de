//! A sample of 档案查阅登记单 of a lawyer.

use crate::parts::sample::people::office;
use crate::parts::sample::{CERTIFICATE_NUMBER, day};
use workflow::cast::figures::LEADER;

use super::LendingSlip;

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, LendingSlip)> {
    vec![("lending_slip", lending_slip())]
}

/// 档案查阅登记单 of a lawyer.
pub fn lending_slip() -> LendingSlip {
    LendingSlip {
        office: office(),
        volume_number: "J047-收养-2026-内地-成立-0007".into(),
        certificate_number: Some(CERTIFICATE_NUMBER.into()),
        number: 1,
        reader: "方正".into(),
        shown: "重庆棠香律师事务所律师执业证15001201910123456；大足区人民法院受理案件通知书（2027）渝0111民初88号"
            .into(),
        basis: "诉讼代理律师持人民法院受理文书查阅".into(),
        purpose: "核对收养登记日期和当事人签名，用于已受理的继承纠纷一案。".into(),
        lent_on: day(2027, 3, 9),
        pages: 64,
        approved_by: Some(LEADER.into()),
        archivist: "郭藏".into(),
    }
}
