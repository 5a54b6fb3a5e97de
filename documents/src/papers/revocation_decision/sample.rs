//! A sample of 关于撤销×××与×××收养登记的决定书, with the copy for the notice board.

use crate::parts::adoption::CertificateBack;
use crate::parts::copies::Copies;
use crate::parts::people::Named;
use crate::parts::remedies::Remedies;
use crate::parts::sample::later::adoption;
use crate::parts::sample::people::{couple, office};
use crate::parts::sample::{CASE_NUMBER, day};
use workflow::cast::figures::{FATHER, HUSBAND, MOTHER, REGISTRAR, WIFE};

use super::{RevocationDecision, RevocationDecisions};

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, RevocationDecisions)> {
    vec![("revocation_decision", revocation_decision())]
}

/// What was found.
pub(crate) const FINDINGS: &str = "申请人在收养登记时提交的《子女情况声明》载明“无子女”。经向公安机关和卫生健康主管部门核查，申请人于2014年、2017年先后生育二名子女，并登记在其母亲户内；申请人在询问中承认为办理收养登记隐瞒了上述情况。";

/// 关于撤销×××与×××收养登记的决定书, with the copy for the notice board.
pub fn revocation_decision() -> RevocationDecisions {
    let decision = RevocationDecision {
        office: office(),
        number: "（2027）渝足撤字00001".into(),
        case_number: Some(CASE_NUMBER.into()),
        addressees: vec![
            HUSBAND.name.into(),
            WIFE.name.into(),
            FATHER.name.into(),
            MOTHER.name.into(),
        ],
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
        registrar: REGISTRAR.into(),
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
