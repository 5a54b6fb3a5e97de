//! Samples of 解除收养登记审查处理表.

use crate::papers::dissolution_application::sample::dissolution_of_minor;
use crate::parts::later_approval::LaterApprovalForm;
use crate::parts::sample::later::{adoption, asked, opinion, papers, particular, signer};
use crate::parts::sample::people::{couple, office, placing_parents};
use crate::parts::sample::{CASE_NUMBER, day};
use workflow::cast::figures::{ASKED_CHILD, FATHER, HUSBAND, LEADER, MOTHER, REGISTRAR, WIFE};

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, LaterApprovalForm)> {
    vec![
        ("dissolution_approval_form", dissolution_approval_form()),
        ("dissolution_approval_form_secret", secret_dissolution_approval_form()),
    ]
}

/// 解除收养登记审查处理表.
pub fn dissolution_approval_form() -> LaterApprovalForm {
    LaterApprovalForm {
        title: "解除收养登记审查处理表".into(),
        office: office(),
        case_number: CASE_NUMBER.into(),
        drawn_up_on: day(2027, 4, 20),
        applied_on: Some(day(2027, 4, 6)),
        accepted_on: Some(day(2027, 4, 7)),
        adoption: adoption(),
        adopters: couple(),
        child: dissolution_of_minor().child,
        placer: Some(placing_parents()),
        particulars: vec![
            particular("解除原因", &dissolution_of_minor().reason),
            particular("解除协议", "收养人与送养人于2027年4月2日订立书面协议，被收养人同意。"),
            particular("收养登记证", "已收回（印制号5026 0001842）。"),
        ],
        papers: vec![
            papers("收养人", &["居民户口簿", "居民身份证", "收养登记证", "照片"]),
            papers("送养人", &["居民户口簿", "居民身份证", "照片"]),
        ],
        inquiries: vec![
            asked(HUSBAND.name, "收养人"),
            asked(WIFE.name, "收养人"),
            asked(FATHER.name, "送养人（生父）"),
            asked(MOTHER.name, "送养人（生母）"),
            asked(ASKED_CHILD.name, "被收养人"),
        ],
        proposal: opinion(
            "经审查，收养人、送养人自愿协议解除，八周岁以上的被收养人同意，证件和证明材料齐全有效，符合《中华人民共和国民法典》第一千一百一十四条的规定，拟准予解除登记。",
            REGISTRAR,
            day(2027, 4, 20),
        ),
        approval: opinion("同意。", LEADER, day(2027, 4, 21)),
        number: Some("（2027）渝足解字00002".into()),
        concluded_on: Some(day(2027, 4, 23)),
        signers: vec![
            signer("收养人", HUSBAND.name, false),
            signer("收养人", WIFE.name, false),
            signer("送养人", FATHER.name, true),
            signer("送养人", MOTHER.name, true),
        ],
        remarks: None,
        confidential: false,
    }
}

/// 解除收养登记审查处理表 of a case kept secret.
pub fn secret_dissolution_approval_form() -> LaterApprovalForm {
    LaterApprovalForm { confidential: true, ..dissolution_approval_form() }
}
