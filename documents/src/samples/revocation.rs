//! Samples of the papers of revocation.

use super::dissolution::{adoption, asked, dissolution_approval_form, opinion, papers, particular};
use super::people::{couple, father, office};
use super::shared::{CASE_NUMBER, day};
use crate::kinds::{
    Applicant, CertificateBack, Copies, LaterApprovalForm, Named, Remedies, RevocationApplication,
    RevocationDecision, RevocationDecisions,
};

const FINDINGS: &str = "申请人在收养登记时提交的《子女情况声明》载明“无子女”。经向公安机关和卫生健康主管部门核查，申请人于2014年、2017年先后生育二名子女，并登记在其母亲户内；申请人在询问中承认为办理收养登记隐瞒了上述情况。";

/// 撤销收养登记申请书.
pub fn revocation_application() -> RevocationApplication {
    let applicant = father();
    RevocationApplication {
        office: office(),
        case_number: CASE_NUMBER.into(),
        applied_on: day(2027, 5, 10),
        applicant: Applicant {
            name: applicant.name,
            identity: applicant.identity,
            organisation: None,
            interest: "被收养人的生父".into(),
            address: applicant.household_address,
            telephone: applicant.telephone,
        },
        adoption: Some(adoption()),
        adopters: Some(vec!["周明远".into(), "林若溪".into()]),
        child: "陈念".into(),
        grounds: "收养人登记时说没有子女。我在今年四月得知，他们早已生育两个孩子，户口上在奶奶家。登记时的声明是假的，请求撤销收养登记。"
            .into(),
        evidence: vec!["居民户口簿复印件（周素芬户）".into(), "证人杨柳的书面证言".into()],
    }
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
        inquiries: vec![asked("周明远", "收养人"), asked("林若溪", "收养人")],
        proposal: opinion(
            "收养登记系弄虚作假骗取，拟依照登记办法第十三条撤销。",
            "何静",
            day(2027, 6, 2),
        ),
        approval: opinion("同意撤销。", "罗文清", day(2027, 6, 3)),
        number: Some("（2027）渝足撤字00001".into()),
        concluded_on: Some(day(2027, 6, 3)),
        signers: Vec::new(),
        ..dissolution_approval_form()
    }
}

/// 关于撤销×××与×××收养登记的决定书, with the copy for the notice board.
pub fn revocation_decision() -> RevocationDecisions {
    let decision = RevocationDecision {
        office: office(),
        number: "（2027）渝足撤字00001".into(),
        case_number: Some(CASE_NUMBER.into()),
        addressees: vec!["周明远".into(), "林若溪".into(), "陈开贵".into(), "罗小春".into()],
        adoption: adoption(),
        adopters: Some(couple().iter().map(Named::from).collect()),
        child: "周念".into(),
        findings: FINDINGS.into(),
        evidence: vec![
            "公安机关户籍信息核查回复".into(),
            "生育登记信息核查回复".into(),
            "询问笔录2份".into(),
        ],
        certificate: CertificateBack::Absent {
            explanation: "收养人称已经遗失，经两次书面催交仍未交出。".into(),
        },
        posted_days: 30,
        decided_on: day(2027, 6, 3),
        remedies: Remedies {
            reconsideration_body: "重庆市大足区人民政府".into(),
            reconsideration_days: 60,
            court: "有管辖权的人民法院".into(),
            suit_months: 6,
        },
        registrar: "何静".into(),
    };
    let posted = RevocationDecision {
        case_number: None,
        addressees: Vec::new(),
        adopters: Some(
            ["周某某", "林某某"].map(|name| Named { name: name.into(), identity: None }).into(),
        ),
        child: "周某".into(),
        evidence: Vec::new(),
        findings: "收养人在申请收养登记时隐瞒已经生育子女的情况，提交了不真实的声明。".into(),
        certificate: CertificateBack::TakenIn { blank_serial: None },
        ..decision.clone()
    };
    RevocationDecisions { served: Copies::one(decision), posted }
}
