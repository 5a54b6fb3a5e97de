//! A sample of 补领收养登记证审查处理表.

use crate::papers::dissolution_approval_form::sample::dissolution_approval_form;
use crate::parts::later_approval::LaterApprovalForm;
use crate::parts::sample::day;
use crate::parts::sample::later::{asked, opinion, papers, particular, signer};
use crate::parts::sample::people::child;
use workflow::cast::figures::{HUSBAND, LEADER, REGISTRAR, WIFE};

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, LaterApprovalForm)> {
    vec![("replacement_approval_form", replacement_approval_form())]
}

/// 补领收养登记证审查处理表.
pub fn replacement_approval_form() -> LaterApprovalForm {
    LaterApprovalForm {
        title: "补领收养登记证审查处理表".into(),
        child: child(),
        placer: None,
        particulars: vec![
            particular("补领原因", "遗失：搬家途中一个装证件的文件袋丢失。"),
            particular("查档情况", "经查J047-收养-2026-内地-成立-0007卷，登记属实，收养关系存续。"),
            particular("原证件", "收养登记证未能收回，原因：搬家时遗失。"),
        ],
        papers: vec![papers("申请人", &["居民身份证", "居民户口簿", "照片"])],
        inquiries: vec![asked(HUSBAND.name, "收养人")],
        proposal: opinion("登记属实，收养关系存续，拟准予补发。", REGISTRAR, day(2027, 10, 14)),
        approval: opinion("同意。", LEADER, day(2027, 10, 15)),
        number: Some("（2027）渝足补字00003".into()),
        concluded_on: Some(day(2027, 10, 18)),
        signers: vec![signer("申请人", HUSBAND.name, false), signer("申请人", WIFE.name, false)],
        ..dissolution_approval_form()
    }
}
