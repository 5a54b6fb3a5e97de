//! Which papers the kind of case needs, none beyond them (规范 art. 48), and whether each is filled.

use super::kinds::parents_are_unknown;
use super::rule::{Rule, Violation, rules};
use crate::case::people::ChildHealth;
use crate::case::{
    Case, ChildKind, OtherParentState, PaperKind, Party, Placer, PlacingParents, Procedure, Slot,
};
use crate::procedures;

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
    /// Household register and identity card of the parents who place.
    PARENT_IDENTITY = "REG-7.1.1.parents", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第七条第一款第（一）项", "Registration Measures art. 7(1)(1)", Verified,
        "送养人须提交居民户口簿和居民身份证", "the household register and identity card of each parent who places are needed";
    /// Photo of those who place; an institution is exempt.
    PLACER_PHOTO = "SPEC-13.placer", Some("SEQ-1"),
        "《收养登记工作规范》（受理条件：送养人照片）", "Work Specification (acceptance conditions: photos)", SecondHand,
        "须有送养人的合影或者单人照片", "a photo of those who place is needed";
    /// Statement of special hardship.
    HARDSHIP_STATEMENT = "REG-7.4", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第七条第四款", "Registration Measures art. 7(4)", Verified,
        "生父母为送养人的，须提交有特殊困难的声明",
        "parents who place need to state their special hardship";
    /// Death or disappearance of the spouse.
    SPOUSE_PROOF = "REG-7.4.spouse", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第七条第四款", "Registration Measures art. 7(4)", Verified,
        "因丧偶或者一方下落不明由单方送养的，须提交配偶死亡或者下落不明的证明",
        "one parent alone needs the proof of the spouse's death or disappearance";
    /// The other parent of a stepchild consents.
    OTHER_PARENT_CONSENT = "CC-1103", Some("SEQ-5"),
        "《民法典》第一千一百零三条", "Civil Code art. 1103", Verified,
        "收养继子女须经其生父母同意", "adopting a stepchild needs the consent of its birth parents";
    /// A step-parent shows the marriage.
    STEP_PARENT_MARRIAGE = "REG-6.3", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第六条第三款", "Registration Measures art. 6(3)", Verified,
        "收养继子女的，须提交收养人与被收养人生父或者生母结婚的证明",
        "a step-parent needs the proof of marriage to the child's birth father or mother";
    /// Record of entry and police certificate.
    INSTITUTION_RECORDS = "REG-7.2", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第七条第二款", "Registration Measures art. 7(2)", Verified,
        "社会福利机构须提交儿童入院原始记录和公安机关出具的捡拾报案证明",
        "the institution's record of entry and the police certificate of finding are needed";
    /// A notarisation asked for is done.
    NOTARISED = "CC-1105.4", Some("SEQ-1"),
        "《民法典》第一千一百零五条第四款", "Civil Code art. 1105(4)", Verified,
        "当事人要求办理收养公证的，应当办理收养公证",
        "a notarisation that a party asked for must be done";
    /// Disability certificate.
    DISABILITY = "REG-7.5", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第七条第五款", "Registration Measures art. 7(5)", Verified,
        "送养残疾儿童，须提交县级以上医疗机构出具的残疾证明",
        "for a disabled child, a disability certificate is needed";
    /// One scan is one person's paper.
    ONE_SCAN = "SPEC-15.scan", Some("SEQ-4"),
        "《收养登记工作规范》（分别询问、本人签名）", "Work Specification (each signs a paper of their own)", SecondHand,
        "同一扫描件不能作为两份材料", "one scan cannot stand for two papers";
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

/// Every paper the parties bring for this case, the adopters' first.
pub fn required_papers(case: &Case) -> Vec<RequiredPaper> {
    if let Some(required) = procedures::required_papers(case) {
        return required;
    }
    let mut required = vec![
        of_case(PaperKind::ApplicationForm, &APPLICATION_FORM),
        of_case(PaperKind::JointPhoto, &PHOTO),
    ];
    for (party, _) in case.adopting_parties() {
        required.extend(of_an_adopter(case.kind, party));
    }
    match &case.placer {
        Placer::Institution(_) => required.extend(of_an_institution()),
        Placer::Parents(parents) => required.extend(of_parents(case.kind, parents)),
    }
    if case.child.health == ChildHealth::Disabled {
        required.push(of(PaperKind::DisabilityCertificate, Party::Child, &DISABILITY));
    }
    if case.wishes.notarisation {
        required.push(of_case(PaperKind::NotarialDeed, &NOTARISED));
    }
    required
}

/// 登记办法 art. 6: the base set; of a step-parent only identity and marriage.
fn of_an_adopter(kind: ChildKind, party: Party) -> Vec<RequiredPaper> {
    let mut required = vec![
        of(PaperKind::HouseholdRegister, party, &ADOPTER_IDENTITY),
        of(PaperKind::IdentityCard, party, &ADOPTER_IDENTITY),
    ];
    if kind == ChildKind::Stepchild {
        required.push(of(PaperKind::MarriageProof, party, &STEP_PARENT_MARRIAGE));
        return required;
    }
    required.extend([
        of(PaperKind::MaritalAndAbilityProof, party, &ADOPTER_SITUATION),
        of(PaperKind::ChildrenStatement, party, &ADOPTER_SITUATION),
        of(PaperKind::HealthCertificate, party, &ADOPTER_HEALTH),
    ]);
    if parents_are_unknown(kind) {
        required.push(of(PaperKind::BirthsCertificate, party, &ADOPTER_BIRTHS));
    }
    required
}

/// 登记办法 art. 7(1), (2).
fn of_an_institution() -> Vec<RequiredPaper> {
    vec![
        of(PaperKind::ResponsiblePersonIdentityCard, Party::Placer, &PLACER_IDENTITY),
        of(PaperKind::EntryRecord, Party::Child, &INSTITUTION_RECORDS),
        of(PaperKind::PoliceFindingCertificate, Party::Child, &INSTITUTION_RECORDS),
    ]
}

/// 登记办法 art. 7(1), (4); of a stepchild the consent of the other parent (民法典 art. 1103).
fn of_parents(kind: ChildKind, parents: &PlacingParents) -> Vec<RequiredPaper> {
    let mut required = vec![of(PaperKind::PlacerPhoto, Party::Placer, &PLACER_PHOTO)];
    for (party, _) in [Party::Placer, Party::SecondPlacer].into_iter().zip(&parents.placing) {
        required.push(of(PaperKind::HouseholdRegister, party, &PARENT_IDENTITY));
        required.push(of(PaperKind::IdentityCard, party, &PARENT_IDENTITY));
    }
    if kind == ChildKind::HardshipParents {
        required.push(of(PaperKind::HardshipStatement, Party::Placer, &HARDSHIP_STATEMENT));
    }
    match parents.other_parent.as_ref().map(|parent| parent.state) {
        Some(OtherParentState::Dead | OtherParentState::Missing) => {
            let proof = PaperKind::SpouseDeathOrMissingProof;
            required.push(of(proof, Party::Placer, &SPOUSE_PROOF));
        }
        Some(OtherParentState::Alive) if kind == ChildKind::Stepchild => {
            let consent = PaperKind::OtherParentConsent;
            required.push(of(consent, Party::OtherParent, &OTHER_PARENT_CONSENT));
        }
        Some(OtherParentState::Alive | OtherParentState::Unknown) | None => {}
    }
    required
}

/// Papers that are taken where somebody brings or signs them, and demanded of nobody.
pub fn welcome_papers(case: &Case) -> Vec<Slot> {
    if case.procedure != Procedure::Formation {
        return Vec::new();
    }
    let mut welcome = Vec::new();
    if case.kind == ChildKind::HardshipParents {
        welcome.push(Slot::of(PaperKind::HardshipEvidence, Party::Placer));
        welcome.push(Slot::of(PaperKind::PriorityDeclaration, Party::Placer));
    }
    if case.wishes.agreement {
        welcome.push(Slot::of_case(PaperKind::AdoptionAgreement));
    }
    let signing = case.adopting_parties().map(|(party, _)| party).chain(case.placing_parties());
    welcome.extend(signing.map(|party| Slot::of(PaperKind::NoDonationDeclaration, party)));
    welcome.push(Slot::of_case(PaperKind::NoDonationDeclaration));
    welcome
}

/// A required paper that concerns the whole case.
pub fn of_case(paper: PaperKind, rule: &'static Rule) -> RequiredPaper {
    RequiredPaper { slot: Slot::of_case(paper), rule }
}

/// A required paper of one party.
pub fn of(paper: PaperKind, party: Party, rule: &'static Rule) -> RequiredPaper {
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

/// Where the field of a violation begins that tells of a paper.
pub const PAPERS: &str = "papers.";

/// Whether parties bring papers of this kind themselves, so that they get them back; the others are
/// made or printed by the office.
pub fn is_brought(kind: PaperKind) -> bool {
    !matches!(
        kind,
        PaperKind::ApplicationForm
            | PaperKind::NewspaperPage
            | PaperKind::ClaimPaper
            | PaperKind::AssessmentConsent
            | PaperKind::AssessmentReport
            | PaperKind::IncidentPaper
            | PaperKind::InquiryRecord
            | PaperKind::ConsentForm
            | PaperKind::GuidanceRecord
            | PaperKind::ApprovalForm
            | PaperKind::CertificateReceipt
            | PaperKind::WithdrawalRecord
            | PaperKind::ServiceReceipt
            | PaperKind::NoDonationDeclaration
            | PaperKind::FollowUpRecord
            | PaperKind::InvestigationRecord
            | PaperKind::CertificateAbsenceProof
            | PaperKind::PaperVolume
    )
}

/// The violation for a slot that is empty or not verified.
pub fn missing(rule: &'static Rule, slot: Slot) -> Violation {
    let whose = slot.party.map_or("", Party::printed);
    let field = match slot.party {
        Some(party) => format!("{PAPERS}{}.{}", slot.paper.word(), party.word()),
        None => format!("{PAPERS}{}", slot.paper.word()),
    };
    rule.broken_because(
        format!("{whose}的{}尚未收齐并核验", slot.paper.printed()).trim_start_matches('的'),
        format!("{field} is not filed and verified"),
    )
    .at(field)
}
