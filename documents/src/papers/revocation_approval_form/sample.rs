//! A sample of 撤销收养登记审查处理表.

use crate::papers::dissolution_approval_form::sample::dissolution_approval_form;
use crate::papers::revocation_application::sample::revocation_application;
use crate::papers::revocation_decision::sample::FINDINGS;
use crate::parts::later_approval::LaterApprovalForm;
use crate::parts::sample::day;
use crate::parts::sample::later::{asked, opinion, papers, particular};
use workflow::cast::figures::{HUSBAND, LEADER, REGISTRAR, WIFE};

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, LaterApprovalForm)> {
    vec![("revocation_approval_form", revocation_approval_form())]
}

/// 撤销收养登记审查处理表.
pub fn revocation_approval_form() -> LaterApprovalForm {
    LaterApprovalForm {
        title: "撤销收养登记审查处理表".into(),
        placer: None,
        particulars: vec![
            particular("申请人", "陈开贵（被收养人的生父）"),
            particular("事实和理由", &revocation_application().grounds),
            particular("调查情况", FINDINGS),
            particular("收养登记证", "未能收回，原因：收养人称已经遗失，经两次书面催交仍未交出。"),
        ],
        papers: vec![papers("申请人", &["居民身份证", "居民户口簿复印件", "证人证言"])],
        inquiries: vec![asked(HUSBAND.name, "收养人"), asked(WIFE.name, "收养人")],
        proposal: opinion(
            "收养登记系弄虚作假骗取，拟依照登记办法第十三条撤销。",
            REGISTRAR,
            day(2027, 6, 2),
        ),
        approval: opinion("同意撤销。", LEADER, day(2027, 6, 3)),
        number: Some("（2027）渝足撤字00001".into()),
        concluded_on: Some(day(2027, 6, 3)),
        signers: Vec::new(),
        ..dissolution_approval_form()
    }
}
