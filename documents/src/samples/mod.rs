//! Invented people and papers, for tests, benches and a look at the layouts. The numbers have
//! right check digits; nobody and nothing here exists.

mod after;
mod agreements;
mod assessment;
mod dissolution;
mod list;
mod people;
mod records;
mod requests;
mod revocation;
mod shared;
mod turns;

use crate::attachment::{Attachment, MediaType};
use crate::kinds::{
    AcceptanceNotice, ApplicationForm, ApplicationReceipt, Certificate, Dossier, DossierItem,
    MissingPaper, PublicNotice, ReceivedPaper, Sex,
};

pub use after::{
    adopters_declaration, harm_report, institutions_declaration, lending_slip,
    officers_declaration, result_notice, visit_record,
};
pub use agreements::{
    agreement_on_rescued_child, agreement_with_parents, application_of_guardian,
    application_of_organisation, application_without_placer, certificate_without_placer,
    secret_agreement, support_duty_consent,
};
pub use assessment::{approval_form, assessment_consent, assessment_notice, assessment_report};
pub use dissolution::{
    dissolution_after_a_death, dissolution_approval_form, dissolution_of_adult,
    dissolution_of_minor, dissolution_proof, reissued_dissolution_proof, secret_dissolution,
    secret_dissolution_approval_form,
};
pub use list::all;
pub use people::{
    child, couple, institution, long_named_couple, office, parents_child, single_adopter,
};
pub use records::{
    birth_parent_consent, child_consent, childs_consent_to_dissolution, couple_consent,
    guardian_consent, guidance_record, inquiry_record, institution_consent, refusal_notice,
    stepchild_consent,
};
pub use requests::{
    adoption_proofs, late_entry_form, proof_application, proof_approval_form, reissued_certificate,
    replacement_application, replacement_approval_form, replacement_of_proof,
};
pub use revocation::{revocation_application, revocation_approval_form, revocation_decision};
pub use turns::{
    correction_notice, mandate, non_acceptance_notice, service_receipt, withdrawal_record,
};

use shared::{CASE_NUMBER, day};

/// 收养登记申请书 of a couple.
pub fn application_form() -> ApplicationForm {
    ApplicationForm {
        office: office(),
        case_number: CASE_NUMBER.into(),
        applied_on: day(2026, 3, 2),
        adopters: Some(couple()),
        child: child(),
        placer: Some(people::placer()),
        reason: "夫妻共同生活多年，一直未能生育，愿意给一个孩子完整的家，把她抚养成人。".into(),
        raised_since: None,
        agreement_wanted: true,
        notarisation_wanted: false,
        secrecy_requested: true,
    }
}

/// 收养登记申请书 where birth parents place.
pub fn application_of_parents() -> ApplicationForm {
    ApplicationForm {
        child: parents_child(),
        placer: Some(people::placing_parents()),
        secrecy_requested: false,
        ..application_form()
    }
}

/// 收件回执 with papers missing.
pub fn application_receipt() -> ApplicationReceipt {
    let paper = |title: &str, party: &str, comparison: &str, sheets| ReceivedPaper {
        title: title.into(),
        party: party.into(),
        comparison: comparison.into(),
        sheets,
    };
    let missing = |title: &str, party: &str, basis: &str| MissingPaper {
        title: title.into(),
        party: party.into(),
        basis: basis.into(),
    };
    ApplicationReceipt {
        office: office(),
        case_number: CASE_NUMBER.into(),
        matter: "收养登记（儿童福利机构抚养的查找不到生父母的未成年人）".into(),
        applicants: vec!["周明远".into(), "林若溪".into()],
        received_on: day(2026, 3, 2),
        received: vec![
            paper("居民户口簿", "收养人", "核对复印件", 4),
            paper("居民身份证", "收养人（男）", "核对复印件", 1),
            paper("居民身份证", "收养人（女）", "核对复印件", 1),
            paper("婚姻状况和抚养教育被收养人能力的证明", "收养人", "核对原件", 2),
            paper("子女情况声明", "收养人", "核对原件", 1),
            paper("身体健康检查证明", "收养人（男）", "核对原件", 3),
            paper("负责人居民身份证", "送养人", "核对复印件", 1),
            paper("弃婴、儿童进入社会福利机构的原始记录", "送养人", "核对复印件", 2),
            paper("公安机关出具的捡拾弃婴、儿童报案的证明", "送养人", "核对原件", 1),
        ],
        missing: vec![
            missing(
                "身体健康检查证明",
                "收养人（女）",
                "《中国公民收养子女登记办法》第六条第一款第三项",
            ),
            missing("收养人生育情况证明", "收养人", "《中国公民收养子女登记办法》第六条第二款"),
        ],
        registrar: "何静".into(),
        query_address: "https://guijia.example.gov.cn/family#8K3W-Q2NZ-5R7T-9YHM".into(),
        query_code: "8K3W-Q2NZ-5R7T-9YHM".into(),
    }
}

/// 受理通知书 with both clocks.
pub fn acceptance_notice() -> AcceptanceNotice {
    AcceptanceNotice {
        office: office(),
        number: "足民收受〔2026〕12号".into(),
        case_number: CASE_NUMBER.into(),
        applicants: vec!["周明远".into(), "林若溪".into(), "重庆市大足区儿童福利院".into()],
        child: "安宁".into(),
        received_on: day(2026, 3, 2),
        accepted_on: day(2026, 3, 2),
        review_days: 30,
        review_begins_on: day(2026, 3, 3),
        review_ends_on: day(2026, 4, 1),
        notice_days: Some(60),
        assessment_days: Some(60),
        registrar: "何静".into(),
    }
}

/// 寻找弃婴（儿童）生父母公告.
pub fn public_notice() -> PublicNotice {
    PublicNotice {
        office: office(),
        number: "足民收公〔2026〕3号".into(),
        drawn_up_on: day(2026, 3, 4),
        child: "安宁".into(),
        sex: Sex::Female,
        born_on: day(2023, 11, 5),
        born_on_estimated: true,
        found_on: day(2023, 11, 12),
        found_at: "重庆市大足区棠香街道五星社区卫生服务站门口".into(),
        features: "发现时约出生七日，体重3.1千克，右耳后有一颗绿豆大小的褐色胎记，无明显外伤；随身有白底碎花薄棉被一条、黄色连体衣一件、奶瓶一个，未留字条。"
            .into(),
        cared_for_by: "重庆市大足区儿童福利院".into(),
        days: 60,
        contact: "何静".into(),
        photo: None,
    }
}

/// 收养登记证 of a couple.
pub fn certificate() -> Certificate {
    Certificate {
        office: office(),
        number: "（2026）渝足收字00007".into(),
        blank_serial: Some("5026 0001842".into()),
        adopters: couple(),
        child: child(),
        placer: institution().name,
        registered_on: day(2026, 6, 1),
        remarks: None,
        reissue: None,
        joint_photo: None,
    }
}

/// 收养登记证 of one adopter.
pub fn certificate_of_one() -> Certificate {
    Certificate { adopters: vec![single_adopter()], ..certificate() }
}

/// 收养登记证 with names and addresses as long as they come.
pub fn certificate_with_long_names() -> Certificate {
    let mut child = child();
    child.name_after_adoption = Some("阿依努尔古丽·阿卜杜热合曼".into());
    Certificate {
        adopters: long_named_couple(),
        child,
        remarks: Some("本证系依照收养人申请，在登记当日核对全部证件原件后颁发。".into()),
        ..certificate()
    }
}

/// A volume that binds the given files, one to an item.
pub fn dossier(sheets: Vec<(&str, MediaType, usize, Vec<u8>)>) -> Dossier {
    let items = sheets
        .into_iter()
        .map(|(title, media_type, pages, bytes)| DossierItem {
            title: title.into(),
            author: Some("重庆市大足区民政局".into()),
            on: Some(day(2026, 6, 1)),
            remark: None,
            sheets: vec![Attachment::new(media_type, pages, bytes)],
        })
        .collect();
    Dossier {
        office: office(),
        fonds: "J047".into(),
        archive_number: "J047-SY-2026-CL-0007".into(),
        year: 2026,
        residence: "中国内地".into(),
        nature: "成立".into(),
        title: "周明远、林若溪收养周安宁登记案卷".into(),
        case_number: CASE_NUMBER.into(),
        certificate_number: Some("（2026）渝足收字00007".into()),
        retention: "永久".into(),
        closed_on: day(2026, 6, 18),
        compiled_by: "何静".into(),
        checked_by: Some("罗文清".into()),
        confidential: true,
        note: "卷内材料齐全，顺序无误，扫描件与原件核对一致。身份证件、户口簿和收养登记证为复印件，其余均为原件。".into(),
        items,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    #[test]
    fn every_sample_reads_back_as_it_was_written() {
        for (name, document) in all() {
            let stored = serde_json::to_string(&document).unwrap();
            let read: Document = serde_json::from_str(&stored).unwrap();
            assert_eq!(read, document, "{name}");
        }
    }
}
