//! Which papers the kind of case needs, none beyond them (规范 art. 48), and whether each is filled.

use super::rule::{Rule, Violation, rules};
use crate::case::people::ChildHealth;
use crate::case::{Case, ChildKind, PaperKind, Party, Slot};

rules! {
    /// 收养登记申请书, signed before the registrar.
    APPLICATION_FORM = "SPEC-14.3", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第六条；《收养登记工作规范》（见证签署申请书）",
        "Registration Measures art. 6; Work Specification (witnessed application)", SecondHand,
        "须有当面签署的收养登记申请书", "the signed application form must be filed";
    /// Household register and identity card.
    ADOPTER_IDENTITY = "REG-6.1.1", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第六条第一款第（一）项", "Registration Measures art. 6(1)(1)", Verified,
        "收养人须提交居民户口簿和居民身份证", "an adopter's household register and identity card are needed";
    /// Proof of marital status and ability, and the statement on children.
    ADOPTER_SITUATION = "REG-6.1.2", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第六条第一款第（二）项", "Registration Measures art. 6(1)(2)", Verified,
        "收养人须提交婚姻状况和抚养教育能力证明以及子女情况声明",
        "an adopter's proof of marital status and ability and statement on children are needed";
    /// Health certificate.
    ADOPTER_HEALTH = "REG-6.1.3", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第六条第一款第（三）项", "Registration Measures art. 6(1)(3)", Verified,
        "收养人须提交县级以上医疗机构出具的身体健康检查证明",
        "an adopter's health certificate is needed";
    /// Certificate of births.
    ADOPTER_BIRTHS = "REG-6.2", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第六条第二款", "Registration Measures art. 6(2)", Verified,
        "收养查找不到生父母的儿童，须提交收养人生育情况证明",
        "to adopt a child whose parents cannot be found, a certificate of births is needed";
    /// Joint photo.
    PHOTO = "SPEC-13", Some("SEQ-1"),
        "《收养登记工作规范》（受理条件：合影照片）", "Work Specification (acceptance conditions: photos)", SecondHand,
        "须有收养人与被收养人的合影照片", "a joint photo of adopters and child is needed";
    /// Identity card of the institution's responsible person.
    PLACER_IDENTITY = "REG-7.1.1", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第七条第一款第（一）项", "Registration Measures art. 7(1)(1)", Verified,
        "送养机构须提交其负责人的身份证", "the identity card of the institution's responsible person is needed";
    /// Record of entry and police certificate.
    INSTITUTION_RECORDS = "REG-7.2", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第七条第二款", "Registration Measures art. 7(2)", Verified,
        "社会福利机构须提交儿童入院原始记录和公安机关出具的捡拾报案证明",
        "the institution's record of entry and the police certificate of finding are needed";
    /// Disability certificate.
    DISABILITY = "REG-7.5", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第七条第五款", "Registration Measures art. 7(5)", Verified,
        "送养残疾儿童，须提交县级以上医疗机构出具的残疾证明",
        "for a disabled child, a disability certificate is needed";
    /// One scan is one person's paper.
    ONE_SCAN = "SPEC-15.scan", Some("SEQ-4"),
        "《收养登记工作规范》（分别询问、本人签名）", "Work Specification (each signs a paper of their own)", SecondHand,
        "同一扫描件不能作为两份签名材料", "one scan cannot stand for two signed papers";
    /// Nothing beyond the law may be demanded.
    NONE_BEYOND = "SPEC-48", Some("SEQ-1"),
        "《收养登记工作规范》第四十八条", "Work Specification art. 48", Verified,
        "本件不需要此材料", "this case does not need this paper";
}

/// A slot that must be filled, and the rule that asks for it.
#[derive(Debug, Clone, Copy)]
pub struct RequiredPaper {
    /// The slot.
    pub slot: Slot,
    /// The rule.
    pub rule: &'static Rule,
}

/// Every paper the parties bring for this case.
pub fn required_papers(case: &Case) -> Vec<RequiredPaper> {
    match case.kind {
        ChildKind::InstitutionFoundling => institution_foundling(case),
    }
}

fn institution_foundling(case: &Case) -> Vec<RequiredPaper> {
    let mut required = vec![
        of_case(PaperKind::ApplicationForm, &APPLICATION_FORM),
        of_case(PaperKind::JointPhoto, &PHOTO),
    ];
    for (party, _) in case.adopting_parties() {
        required.extend([
            of(PaperKind::HouseholdRegister, party, &ADOPTER_IDENTITY),
            of(PaperKind::IdentityCard, party, &ADOPTER_IDENTITY),
            of(PaperKind::MaritalAndAbilityProof, party, &ADOPTER_SITUATION),
            of(PaperKind::ChildrenStatement, party, &ADOPTER_SITUATION),
            of(PaperKind::HealthCertificate, party, &ADOPTER_HEALTH),
            of(PaperKind::BirthsCertificate, party, &ADOPTER_BIRTHS),
        ]);
    }
    required.extend([
        of(PaperKind::ResponsiblePersonIdentityCard, Party::Placer, &PLACER_IDENTITY),
        of(PaperKind::EntryRecord, Party::Child, &INSTITUTION_RECORDS),
        of(PaperKind::PoliceFindingCertificate, Party::Child, &INSTITUTION_RECORDS),
    ]);
    if case.child.health == ChildHealth::Disabled {
        required.push(of(PaperKind::DisabilityCertificate, Party::Child, &DISABILITY));
    }
    required
}

fn of_case(paper: PaperKind, rule: &'static Rule) -> RequiredPaper {
    RequiredPaper { slot: Slot::of_case(paper), rule }
}

fn of(paper: PaperKind, party: Party, rule: &'static Rule) -> RequiredPaper {
    RequiredPaper { slot: Slot::of(paper, party), rule }
}

/// Every required slot that is not filled by a verified paper.
pub fn all_filled(case: &Case) -> Vec<Violation> {
    required_papers(case)
        .into_iter()
        .filter(|required| !case.is_filled(required.slot))
        .map(|required| missing(required.rule, required.slot))
        .collect()
}

/// The violation for a slot that is empty or not verified.
pub fn missing(rule: &'static Rule, slot: Slot) -> Violation {
    let whose = slot.party.map_or("", Party::printed);
    let field = match slot.party {
        Some(party) => format!("papers.{}.{}", slot.paper.word(), party.word()),
        None => format!("papers.{}", slot.paper.word()),
    };
    rule.broken_because(
        format!("{whose}的{}尚未收齐并核验", slot.paper.printed()).trim_start_matches('的'),
        format!("{field} is not filed and verified"),
    )
    .at(field)
}
