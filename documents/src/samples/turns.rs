//! Samples of the papers of a case that does not go straight on.

use super::people::{couple, institution, office, parents_child};
use super::records::refusal_notice;
use super::shared::{CASE_NUMBER, day};
use crate::kinds::{
    Addressee, CorrectionNotice, Mandate, Named, PaperToBring, PaperToCorrect, RefusalNotice,
    RefusalReason, ServiceReceipt, WithdrawalRecord,
};

/// 一次性补正告知书 with papers missing and papers to correct.
pub fn correction_notice() -> CorrectionNotice {
    let bring = |title: &str, party: &str, issuer: &str, copies: &str, basis: &str| PaperToBring {
        title: title.into(),
        party: party.into(),
        issuer: issuer.into(),
        copies: copies.into(),
        basis: basis.into(),
    };
    CorrectionNotice {
        office: office(),
        number: "足民收补〔2026〕12号".into(),
        case_number: CASE_NUMBER.into(),
        matter: "收养登记".into(),
        addressees: vec!["周明远".into(), "林若溪".into(), institution().name],
        child: "安宁".into(),
        applied_on: day(2026, 3, 2),
        told_on: day(2026, 3, 3),
        missing: vec![
            bring(
                "身体健康检查证明",
                "林若溪",
                "县级以上医疗机构",
                "原件1份",
                "《中国公民收养子女登记办法》第六条第一款第（三）项",
            ),
            bring(
                "生育情况证明",
                "周明远、林若溪",
                "常住户口所在地卫生健康主管部门",
                "原件1份",
                "《中国公民收养子女登记办法》第六条第二款",
            ),
            bring(
                "合影照片",
                "各方当事人",
                "自备",
                "2寸近期半身免冠合影2张",
                "《收养登记工作规范》（受理条件：合影照片）",
            ),
        ],
        incorrect: vec![PaperToCorrect {
            title: "婚姻状况和抚养教育能力证明".into(),
            party: "周明远".into(),
            reason: "证明没有写明婚姻状况，也没有加盖单位公章。".into(),
            copies: "原件1份".into(),
            basis: "《中国公民收养子女登记办法》第六条第一款第（二）项".into(),
        }],
        registrar: "何静".into(),
    }
}

/// 不予受理通知书 of an office without jurisdiction.
pub fn non_acceptance_notice() -> RefusalNotice {
    RefusalNotice {
        number: "足民收不受〔2026〕2号".into(),
        decided_on: day(2026, 3, 4),
        reasons: vec![RefusalReason {
            finding: "送养人的常住户口在重庆市荣昌区，本机关没有管辖权，请向荣昌区民政局申请。"
                .into(),
            basis: "《中国公民收养子女登记办法》第四条第三款".into(),
        }],
        confiscated: Vec::new(),
        ..refusal_notice()
    }
}

/// 送达回证 of a notice to a couple.
pub fn service_receipt() -> ServiceReceipt {
    let addressee = |person: crate::kinds::Person| Addressee {
        name: person.name,
        capacity: "收养人".into(),
    };
    ServiceReceipt {
        office: office(),
        case_number: CASE_NUMBER.into(),
        document: "不予办理收养登记通知书".into(),
        document_number: "足民收退〔2026〕1号".into(),
        addressees: couple().into_iter().map(addressee).collect(),
        drawn_up_on: day(2026, 6, 1),
        served_by: "何静".into(),
    }
}

/// 撤回申请记录 of an adopter.
pub fn withdrawal_record() -> WithdrawalRecord {
    let [adopter, _] = pair();
    WithdrawalRecord {
        office: office(),
        case_number: CASE_NUMBER.into(),
        matter: "收养登记".into(),
        party: Named::from(&adopter),
        institution: None,
        capacity: "收养人".into(),
        child: "安宁".into(),
        applied_on: day(2026, 3, 2),
        withdrawn_on: day(2026, 4, 8),
        reason: "家中老人突患重病，近期无力照料孩子，经夫妻商量决定不再收养。".into(),
        registrar: "何静".into(),
    }
}

/// 委托书 of a wife who cannot come.
pub fn mandate() -> Mandate {
    let [agent, principal] = pair();
    Mandate {
        office: office(),
        case_number: CASE_NUMBER.into(),
        principal,
        agent,
        child: parents_child().name,
        reason: "在外地住院治疗".into(),
        drawn_up_on: day(2026, 5, 20),
    }
}

fn pair() -> [crate::kinds::Person; 2] {
    let mut couple = couple();
    let second = couple.remove(1);
    [couple.remove(0), second]
}
