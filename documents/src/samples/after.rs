//! Samples of the papers after the decision, and of the declarations.

use super::people::{child, couple, institution, office};
use super::shared::{CASE_NUMBER, day};
use crate::kinds::{
    Declaring, HarmReport, LendingSlip, Level, Named, NoDonationDeclaration, PlannedVisit,
    Reported, ResultNotice, VisitRecord,
};

const CERTIFICATE_NUMBER: &str = "（2026）渝足收字00007";

/// 收养登记结果告知书.
pub fn result_notice() -> ResultNotice {
    let visit = |number, due_on| PlannedVisit { number, due_on };
    ResultNotice {
        office: office(),
        number: "足民收结〔2026〕7号".into(),
        case_number: CASE_NUMBER.into(),
        adopters: vec!["周明远".into(), "林若溪".into()],
        child: "安宁".into(),
        name_after_adoption: Some("周安宁".into()),
        certificate_number: CERTIFICATE_NUMBER.into(),
        registered_on: day(2026, 6, 1),
        visits: vec![
            visit(1, day(2026, 7, 1)),
            visit(2, day(2026, 12, 1)),
            visit(3, day(2027, 6, 1)),
            visit(4, day(2028, 6, 1)),
        ],
        registrar: "何静".into(),
    }
}

fn declaration(declaring: Declaring, declarant: Named, capacity: &str) -> NoDonationDeclaration {
    NoDonationDeclaration {
        office: office(),
        case_number: CASE_NUMBER.into(),
        declaring,
        declarant,
        capacity: capacity.into(),
        organisation: None,
        child: "安宁".into(),
        drawn_up_on: day(2026, 3, 9),
    }
}

/// 无捐赠承诺声明书 of an adopter.
pub fn adopters_declaration() -> NoDonationDeclaration {
    let declarant = Named::from(&super::people::adopter());
    declaration(Declaring::Adopter, declarant, "收养人")
}

/// 无捐赠承诺声明书 of the institution.
pub fn institutions_declaration() -> NoDonationDeclaration {
    let institution = institution();
    let declarant = Named {
        name: institution.representative,
        identity: Some(institution.representative_identity),
    };
    NoDonationDeclaration {
        organisation: Some(institution.name),
        ..declaration(Declaring::Institution, declarant, "送养机构负责人")
    }
}

/// 无捐赠承诺声明书 of a registrar.
pub fn officers_declaration() -> NoDonationDeclaration {
    NoDonationDeclaration {
        organisation: Some(office().name),
        ..declaration(
            Declaring::Officer,
            Named { name: "何静".into(), identity: None },
            "收养登记员",
        )
    }
}

fn reported() -> Reported {
    Reported {
        recipient: "重庆市公安局大足区分局龙岗派出所".into(),
        at: "2026年12月2日15时40分".into(),
        number: "龙派受〔2026〕1182号".into(),
    }
}

const FINDINGS: &str = "孩子左前臂有两处新近瘀伤，问及时沉默、回避；邻居反映近两周多次听到打骂声。收养人承认用衣架打过孩子，称是“管教”。孩子单独谈话时说害怕回家。";

/// 回访记录 of a visit that found harm.
pub fn visit_record() -> VisitRecord {
    VisitRecord {
        office: office(),
        case_number: CASE_NUMBER.into(),
        certificate_number: CERTIFICATE_NUMBER.into(),
        number: 2,
        due_on: day(2026, 12, 1),
        visited_on: day(2026, 12, 2),
        place: Some("重庆市大足区龙岗街道翠屏路88号3幢2单元601室".into()),
        visitors: vec!["何静".into(), "陶然".into()],
        adopters: vec!["周明远".into(), "林若溪".into()],
        child: "周安宁".into(),
        present: Some("周明远、周安宁、社区儿童主任杨柳".into()),
        findings: FINDINGS.into(),
        level: Level::Red,
        reported: Some(reported()),
    }
}

/// 侵害未成年人情形报告.
pub fn harm_report() -> HarmReport {
    HarmReport {
        office: office(),
        case_number: CASE_NUMBER.into(),
        child: "周安宁".into(),
        sex: child().sex,
        born_on: child().born_on,
        guardians: couple().iter().map(Named::from).collect(),
        address: "重庆市大足区龙岗街道翠屏路88号3幢2单元601室".into(),
        telephone: "13900000011".into(),
        found_on: day(2026, 12, 2),
        found_by: vec!["何静".into(), "陶然".into()],
        facts: FINDINGS.into(),
        reported: reported(),
        reported_by: "何静".into(),
        confidential: true,
    }
}

/// 档案查阅登记单 of a lawyer.
pub fn lending_slip() -> LendingSlip {
    LendingSlip {
        office: office(),
        volume_number: "J047-收养-2026-内地-成立-0007".into(),
        certificate_number: Some(CERTIFICATE_NUMBER.into()),
        number: 1,
        reader: "方正".into(),
        shown: "重庆棠香律师事务所律师执业证15001201910123456；大足区人民法院受理案件通知书（2027）渝0111民初88号"
            .into(),
        basis: "诉讼代理律师持人民法院受理文书查阅".into(),
        purpose: "核对收养登记日期和当事人签名，用于已受理的继承纠纷一案。".into(),
        lent_on: day(2027, 3, 9),
        pages: 64,
        approved_by: Some("罗文清".into()),
        archivist: "郭藏".into(),
    }
}
