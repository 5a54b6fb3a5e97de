//! Samples of 收养协议 and of the consent of those who owe an orphan support.

use super::people::{
    child, couple, father, institution, office, parents_child, placer, placing_parents,
};
use super::shared::{CASE_NUMBER, day};
use crate::kinds::{
    AdoptionAgreement, AgreementParty, ApplicationForm, Certificate, Child, Copies, Named, Placer,
    PlacingPerson, SupportDutyConsent, SupportDutyPerson,
};

/// 收养协议 on a rescued child, which the police sign too.
pub fn agreement_on_rescued_child() -> AdoptionAgreement {
    AdoptionAgreement {
        office: office(),
        case_number: CASE_NUMBER.into(),
        drawn_up_on: day(2026, 4, 8),
        adopters: Some(couple()),
        placer: Some(placer()),
        child: Child { category: "查找不到生父母的打拐解救儿童".into(), ..child() },
        rescued: true,
        others: vec![AgreementParty { capacity: "公安机关".into(), name: None }],
    }
}

/// The copies of 收养协议 in a case kept secret, as the view of each side leaves them.
pub fn secret_agreement() -> Copies<AdoptionAgreement> {
    let copy = AdoptionAgreement { placer: None, ..agreement_on_rescued_child() };
    let child = Child { name_after_adoption: Some("依法保密".into()), ..copy.child.clone() };
    let other = AdoptionAgreement { adopters: None, child, ..agreement_on_rescued_child() };
    Copies { copy, other: Some(other), applicant: None }
}

/// 收养协议 with birth parents.
pub fn agreement_with_parents() -> AdoptionAgreement {
    AdoptionAgreement {
        placer: Some(placing_parents()),
        child: parents_child(),
        rescued: false,
        others: Vec::new(),
        ..agreement_on_rescued_child()
    }
}

fn orphan() -> Child {
    Child { category: "监护人监护的孤儿".into(), ..parents_child() }
}

/// 抚养义务人同意送养意见书 of two persons.
pub fn support_duty_consent() -> SupportDutyConsent {
    let person = |relation: &str, name: &str| SupportDutyPerson {
        relation: relation.into(),
        name: name.into(),
        identity: None,
    };
    SupportDutyConsent {
        office: office(),
        case_number: CASE_NUMBER.into(),
        drawn_up_on: day(2026, 3, 9),
        child: orphan(),
        placer: "陈开贵".into(),
        adopters: Some(couple().iter().map(Named::from).collect()),
        persons: vec![person("外祖父", "罗德明"), person("姐姐", "陈小雨")],
    }
}

/// 收养登记申请书 where a guardian places an orphan whom the adopters raise already.
pub fn application_of_guardian() -> ApplicationForm {
    let guardian = PlacingPerson { relation: "监护人，叔父".into(), person: father() };
    ApplicationForm {
        child: orphan(),
        placer: Some(Placer::Persons { persons: vec![guardian], other_parent: None }),
        raised_since: Some(day(2024, 8, 1)),
        secrecy_requested: false,
        ..super::application_form()
    }
}

/// 收养登记申请书 where an organisation is the guardian.
pub fn application_of_organisation() -> ApplicationForm {
    let mut village = institution();
    village.name = "重庆市大足区三驱镇响水村村民委员会".into();
    village.relation = Some("监护人".into());
    ApplicationForm { placer: Some(Placer::Institution(village)), ..application_of_guardian() }
}

/// 收养登记申请书 of a foundling whom nobody places.
pub fn application_without_placer() -> ApplicationForm {
    ApplicationForm {
        child: foundling(),
        placer: Some(Placer::Nobody),
        raised_since: Some(day(2023, 11, 12)),
        secrecy_requested: false,
        ..super::application_form()
    }
}

fn foundling() -> Child {
    Child {
        category: "非儿童福利机构抚养的查找不到生父母的未成年人".into(),
        address: "重庆市大足区龙岗街道翠屏路88号3幢2单元601室".into(),
        ..child()
    }
}

/// 收养登记证 of a foundling whom nobody places.
pub fn certificate_without_placer() -> Certificate {
    Certificate { child: foundling(), placer: "无送养人".into(), ..super::certificate() }
}
