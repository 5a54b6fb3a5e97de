//! A sample of 出具收养关系证明审查处理表.

use crate::papers::replacement_approval_form::sample::replacement_approval_form;
use crate::parts::later_approval::LaterApprovalForm;
use crate::parts::sample::day;
use crate::parts::sample::later::{opinion, particular};
use workflow::cast::figures::REGISTRAR;

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, LaterApprovalForm)> {
    vec![("proof_approval_form", proof_approval_form())]
}

/// 出具收养关系证明审查处理表.
pub fn proof_approval_form() -> LaterApprovalForm {
    LaterApprovalForm {
        title: "出具收养关系证明审查处理表".into(),
        particulars: vec![
            particular("用途", "办理被收养人入学手续"),
            particular("查档情况", "经查J047-收养-2026-内地-成立-0007卷，登记属实，收养关系存续。"),
        ],
        proposal: opinion("登记属实，拟出具证明。", REGISTRAR, day(2027, 10, 14)),
        number: Some("渝足证字〔2027〕0012号".into()),
        ..replacement_approval_form()
    }
}
