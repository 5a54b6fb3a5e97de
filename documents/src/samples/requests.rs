//! Samples of the papers of replacement, proof and late entry.

use super::dissolution::{
    adoption, asked, dissolution_approval_form, opinion, papers, particular, signer,
};
use super::people::{child, couple, institution, office};
use super::shared::{CASE_NUMBER, day};
use crate::kinds::{
    AdoptionProof, Certificate, LateEntered, LateEntryForm, LaterApprovalForm, RegisteredAdoption,
    Reissue, Request, Requested, Standing,
};

/// 收养登记证 issued anew.
pub fn reissued_certificate() -> Certificate {
    Certificate {
        blank_serial: Some("5027 0001960".into()),
        reissue: Some(Reissue {
            number: "（2027）渝足补字00003".into(), on: day(2027, 10, 18)
        }),
        ..super::certificate()
    }
}

fn request(requested: Requested, reason: &str) -> Request {
    Request {
        office: office(),
        case_number: CASE_NUMBER.into(),
        applied_on: day(2027, 10, 11),
        applicants: couple(),
        capacity: "收养人".into(),
        adoption: adoption(),
        standing: None,
        adopters: vec!["周明远".into(), "林若溪".into()],
        child: "周安宁".into(),
        requested,
        reason: reason.into(),
    }
}

/// 补领收养登记证申请书.
pub fn replacement_application() -> Request {
    request(
        Requested::Certificate { damaged: false },
        "今年九月从龙岗街道搬到龙水镇，搬家途中一个装证件的文件袋丢失，多次寻找没有找到。",
    )
}

/// 补领解除收养关系证明申请书.
pub fn replacement_of_proof() -> Request {
    Request {
        applicants: vec![super::single_adopter()],
        capacity: "被收养人".into(),
        standing: Some(Standing::Dissolved {
            on: day(2027, 4, 23),
            number: "（2027）渝足解字00002".into(),
            by: office().name,
        }),
        ..request(
            Requested::DissolutionProof { damaged: true },
            "家中漏水，证明浸湿后字迹和印章无法辨认。",
        )
    }
}

/// 出具收养关系证明申请书.
pub fn proof_application() -> Request {
    request(
        Requested::AdoptionProof { purpose: "办理被收养人入学手续".into() },
        "学校要求说明孩子与父母的关系，户口簿正在办理迁移，暂时不能提供。",
    )
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
        inquiries: vec![asked("周明远", "收养人")],
        proposal: opinion("登记属实，收养关系存续，拟准予补发。", "何静", day(2027, 10, 14)),
        approval: opinion("同意。", "罗文清", day(2027, 10, 15)),
        number: Some("（2027）渝足补字00003".into()),
        concluded_on: Some(day(2027, 10, 18)),
        signers: vec![signer("申请人", "周明远", false), signer("申请人", "林若溪", false)],
        ..dissolution_approval_form()
    }
}

/// 出具收养关系证明审查处理表.
pub fn proof_approval_form() -> LaterApprovalForm {
    LaterApprovalForm {
        title: "出具收养关系证明审查处理表".into(),
        particulars: vec![
            particular("用途", "办理被收养人入学手续"),
            particular("查档情况", "经查J047-收养-2026-内地-成立-0007卷，登记属实，收养关系存续。"),
        ],
        proposal: opinion("登记属实，拟出具证明。", "何静", day(2027, 10, 14)),
        number: Some("渝足证字〔2027〕0012号".into()),
        ..replacement_approval_form()
    }
}

fn proof(standing: Standing) -> AdoptionProof {
    AdoptionProof {
        office: office(),
        number: "渝足证字〔2027〕0012号".into(),
        issued_on: day(2027, 10, 18),
        adopters: couple(),
        child: child(),
        adoption: adoption(),
        standing,
        purpose: "办理被收养人入学手续".into(),
        registrar: "何静".into(),
    }
}

/// 收养关系证明: it stands, it was dissolved, it was revoked, a court dissolved it, a court found it void.
pub fn adoption_proofs() -> [AdoptionProof; 5] {
    [
        proof(Standing::Stands),
        proof(Standing::Dissolved {
            on: day(2027, 4, 23),
            number: "（2027）渝足解字00002".into(),
            by: office().name,
        }),
        proof(Standing::Revoked {
            on: day(2027, 6, 3),
            number: "（2027）渝足撤字00001".into(),
            by: office().name,
        }),
        proof(Standing::DissolvedByCourt {
            on: day(2027, 6, 3),
            number: "（2027）渝0111民初7号".into(),
            by: "重庆市大足区人民法院".into(),
        }),
        proof(Standing::Void {
            on: day(2027, 6, 3),
            number: "（2027）渝0111民初8号".into(),
            by: "重庆市大足区人民法院".into(),
        }),
    ]
}

/// 收养登记补录审核表.
pub fn late_entry_form() -> LateEntryForm {
    LateEntryForm {
        office: office(),
        case_number: CASE_NUMBER.into(),
        drawn_up_on: day(2027, 11, 2),
        adoption: RegisteredAdoption {
            certificate_number: "（2004）大民收字第018号".into(),
            registered_on: day(2004, 8, 19),
            registered_by: "大足县民政局".into(),
        },
        adopters: couple(),
        child: child(),
        placer: institution().name,
        volume: LateEntered { volume_number: "J047-2004-SY-0018".into(), pages: 36 },
        entry: opinion("依照纸质档案逐项录入，并扫描全卷。", "何静", day(2027, 11, 2)),
        comparison: opinion("与纸质档案逐页比对，一致。", "郭藏", day(2027, 11, 3)),
        remarks: None,
        confidential: false,
    }
}
