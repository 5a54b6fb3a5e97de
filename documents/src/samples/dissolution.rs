//! Samples of the papers of dissolution.

use super::people::{
    child, couple, grown_child, institution, office, parents_child, placer, placing_parents,
};
use super::shared::{CASE_NUMBER, day};
use crate::kinds::{
    Child, Copies, DissolutionApplication, DissolutionProof, Dissolving, Identity, InquirySummary,
    LaterApprovalForm, Opinion, PapersOf, Particular, RegisteredAdoption, Reissue, Signer,
};

pub(super) fn adoption() -> RegisteredAdoption {
    RegisteredAdoption {
        certificate_number: "（2026）渝足收字00007".into(),
        registered_on: day(2026, 6, 1),
        registered_by: office().name,
    }
}

/// A child who was adopted when small and is grown up now.
fn grown_up() -> Child {
    Child {
        name: "陈念".into(),
        name_after_adoption: Some("周念".into()),
        born_on: day(2007, 2, 11),
        identity: Some(Identity {
            paper: "居民身份证".into(),
            number: "500225200702111636".into(),
        }),
        ..parents_child()
    }
}

fn old_adoption() -> RegisteredAdoption {
    RegisteredAdoption {
        certificate_number: "（2013）渝足收字00031".into(),
        registered_on: day(2013, 9, 16),
        registered_by: "重庆市大足区民政局".into(),
    }
}

/// 解除收养登记申请书 of adopters and birth parents.
pub fn dissolution_of_minor() -> DissolutionApplication {
    DissolutionApplication {
        office: office(),
        case_number: CASE_NUMBER.into(),
        applied_on: day(2027, 4, 6),
        adoption: adoption(),
        adopters: Some(couple()),
        deceased: None,
        child: Child { category: parents_child().category, born_on_estimated: false, ..grown_child() },
        with: Dissolving::Minor { placer: Some(placing_parents()), child_consents: true },
        reason: "生父母病情好转、重新有了固定收入，孩子多次表示想回到生父母身边，双方家庭商量后同意解除。"
            .into(),
    }
}

/// 解除收养登记申请书 of adopters and a grown-up adoptee.
pub fn dissolution_of_adult() -> DissolutionApplication {
    DissolutionApplication {
        adoption: old_adoption(),
        child: grown_up(),
        with: Dissolving::Adult { telephone: Some("13900000051".into()) },
        reason: "成年后长期不在一起生活，关系恶化，无法继续共同生活。".into(),
        ..dissolution_of_minor()
    }
}

/// 解除收养登记申请书 of the adopter who outlived the other.
pub fn dissolution_after_a_death() -> DissolutionApplication {
    DissolutionApplication { deceased: Some(1), ..dissolution_of_minor() }
}

/// The copies of 解除收养登记申请书 in a case kept secret.
pub fn secret_dissolution() -> Copies<DissolutionApplication> {
    let with = |placer| Dissolving::Minor { placer, child_consents: false };
    let for_adopters = DissolutionApplication {
        child: child(),
        with: with(None),
        reason: "收养家庭发生变故，无力继续抚养，与儿童福利院协商后同意解除。".into(),
        ..dissolution_of_minor()
    };
    let for_placer = DissolutionApplication {
        adopters: None,
        child: Child { name_after_adoption: None, ..child() },
        with: with(Some(placer())),
        ..for_adopters.clone()
    };
    Copies { copy: for_adopters, other: Some(for_placer), applicant: None }
}

pub(super) fn opinion(text: &str, by: &str, on: chrono::NaiveDate) -> Option<Opinion> {
    Some(Opinion { text: text.into(), by: by.into(), on })
}

pub(super) fn papers(whose: &str, titles: &[&str]) -> PapersOf {
    PapersOf {
        whose: whose.into(),
        titles: titles.iter().map(|title| String::from(*title)).collect(),
    }
}

pub(super) fn particular(label: &str, text: &str) -> Particular {
    Particular { label: label.into(), text: text.into() }
}

pub(super) fn signer(role: &str, name: &str, places: bool) -> Signer {
    Signer { role: role.into(), name: name.into(), places }
}

pub(super) fn asked(name: &str, capacity: &str) -> InquirySummary {
    InquirySummary { name: name.into(), capacity: capacity.into(), on: day(2027, 4, 13) }
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
            asked("周明远", "收养人"),
            asked("林若溪", "收养人"),
            asked("陈开贵", "送养人（生父）"),
            asked("罗小春", "送养人（生母）"),
            asked("安远", "被收养人"),
        ],
        proposal: opinion(
            "经审查，收养人、送养人自愿协议解除，八周岁以上的被收养人同意，证件和证明材料齐全有效，符合《中华人民共和国民法典》第一千一百一十四条的规定，拟准予解除登记。",
            "何静",
            day(2027, 4, 20),
        ),
        approval: opinion("同意。", "罗文清", day(2027, 4, 21)),
        number: Some("（2027）渝足解字00002".into()),
        concluded_on: Some(day(2027, 4, 23)),
        signers: vec![
            signer("收养人", "周明远", false),
            signer("收养人", "林若溪", false),
            signer("送养人", "陈开贵", true),
            signer("送养人", "罗小春", true),
        ],
        remarks: None,
        confidential: false,
    }
}

/// 解除收养登记审查处理表 of a case kept secret.
pub fn secret_dissolution_approval_form() -> LaterApprovalForm {
    LaterApprovalForm { confidential: true, ..dissolution_approval_form() }
}

/// 解除收养关系证明.
pub fn dissolution_proof() -> DissolutionProof {
    DissolutionProof {
        office: office(),
        number: "（2027）渝足解字00002".into(),
        blank_serial: Some("5027 0000113".into()),
        adoption: adoption(),
        adopters: Some(couple()),
        child: dissolution_of_minor().child,
        placer: "陈开贵、罗小春".into(),
        adult: false,
        reason: "收养人与送养人协议解除，被收养人同意".into(),
        dissolved_on: day(2027, 4, 23),
        remarks: None,
        reissue: None,
    }
}

/// 解除收养关系证明 of a grown-up adoptee, issued anew.
pub fn reissued_dissolution_proof() -> DissolutionProof {
    DissolutionProof {
        adoption: old_adoption(),
        adopters: Some(super::long_named_couple()),
        child: grown_up(),
        placer: institution().name,
        adult: true,
        reason: "养父母与成年养子女关系恶化、无法共同生活，协议解除".into(),
        reissue: Some(Reissue {
            number: "（2029）渝足补字00004".into(), on: day(2029, 11, 8)
        }),
        ..dissolution_proof()
    }
}
