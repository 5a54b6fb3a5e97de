//! 解除、撤销、补领、出具证明、补录: what an adoption must show before each, and what is shown for it.

use super::documents_required::{RequiredPaper, missing, of};
use super::input::KNOWN;
use super::registration::document_agrees;
use super::time::periods::age_on;
use crate::base::rule::{Violation, rules};
use crate::case::decision::Attendance;
use crate::case::later::{Later, LaterRequest};
use crate::case::{Case, PaperKind, Party, Procedure, Slot};
use crate::facts::{AdoptionRecord, Facts};
use crate::law::child::ADULT_AGE;

rules! {
    /// The adoption was registered.
    REGISTERED = "REG-8.1.registered", Some("SEQ-17"),
        "《民法典》第一千一百零五条第一款；《中国公民收养子女登记办法》第八条第一款",
        "Civil Code art. 1105(1); Registration Measures art. 8(1)", Verified,
        "须为已经登记的收养", "the adoption must have been registered";
    /// The adoption stands.
    STANDS = "CC-1111.stands", Some("SEQ-17"),
        "《民法典》第一千一百一十一条、第一千一百一十三条、第一千一百一十七条",
        "Civil Code arts. 1111, 1113, 1117", Verified,
        "收养关系已经解除或者撤销", "the adoption was dissolved or revoked";
    /// A paper is replaced while what it shows still is so.
    STATE_HOLDS = "SPEC-C1.2", Some("SEQ-17"),
        "《收养登记工作规范》（补领：收养或者解除的状态仍然维持）",
        "Work Specification (replacement: the state still holds)", SecondHand,
        "补领收养登记证须收养关系存续，补领解除收养关系证明须收养关系已经解除",
        "a certificate is replaced while the adoption stands, a proof of dissolution once it is dissolved";
    /// The same is not asked twice at a time.
    ONE_AT_A_TIME = "HOUSE-LATER", Some("SEQ-16"),
        "同一收养关系同时只办理一件解除、一件撤销", "one dissolution and one revocation of an adoption at a time", Derived,
        "该收养关系已有正在办理的同类办件", "another case of the same procedure is open for this adoption";
    /// Dissolution is registered where the adoptee is.
    ADOPTEE_PLACE = "REG-10", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第十条", "Registration Measures art. 10", Verified,
        "解除收养关系由被收养人常住户口所在地的登记机关办理",
        "dissolution is registered at the adoptee's registered residence";
    /// Revocation, replacement and proof belong to the original office.
    ORIGINAL_OFFICE = "SPEC-C1.1", Some("SEQ-1"),
        "《收养登记工作规范》（撤销、补领、出具证明由原登记机关办理）",
        "Work Specification (the original office revokes, replaces and proves)", SecondHand,
        "由原收养登记机关办理", "the office that registered the adoption handles this";
    /// Of a minor, adopters and placer agree.
    PLACER_AGREES = "CC-1114.1", Some("SEQ-5"),
        "《民法典》第一千一百一十四条第一款", "Civil Code art. 1114(1)", Verified,
        "被收养人成年以前解除收养关系，须收养人、送养人双方协议",
        "while the adoptee is a minor, adopter and placer must agree to the dissolution";
    /// Of two adopters one has died: the one who lives agrees, and shows the death.
    SURVIVOR = "CC-1114.survivor", Some("SEQ-5"),
        "《民法典》第一千一百一十四条、第一千一百一十五条；《中国公民收养子女登记办法》第十条（由在世的收养人协议解除）",
        "Civil Code arts. 1114, 1115; Registration Measures art. 10 (the adopter who lives agrees)", Derived,
        "二名收养人中一人死亡的，由在世的收养人持其死亡证明协议解除；没有在世的收养人，不能协议解除",
        "where one of two adopters has died, the one who lives agrees and shows the certificate of death; without a living adopter there is no agreement";
    /// Without agreement the court decides.
    TO_THE_COURT = "CC-1114.2", Some("SEQ-1"),
        "《民法典》第一千一百一十四条第二款、第一千一百一十五条", "Civil Code arts. 1114(2), 1115", Verified,
        "不能达成解除收养关系协议的，可以向人民法院提起诉讼；登记机关只办理协议解除",
        "without agreement the way is to the people's court; the office registers only a dissolution by agreement";
    /// The adoptee's age decides who agrees.
    AGE_CLASS = "CC-1115", Some("SEQ-5"),
        "《民法典》第一千一百一十四条、第一千一百一十五条", "Civil Code arts. 1114, 1115", Verified,
        "被收养人在办理期间成年，须重新申请", "the adoptee has come of age since, so that others must agree: apply anew";
    /// Birth parents found: only of a rescued child, with the institution.
    PARENTS_FOUND = "D159-6", Some("SEQ-1"),
        "民发〔2015〕159号《关于开展查找不到生父母的打拐解救儿童收养工作的通知》", "Notice Minfa [2015] 159", SecondHand,
        "查找到生父母的解除，只适用于儿童福利机构送养的打拐解救儿童，并须有公安机关的证明",
        "dissolution because the birth parents were found is for rescued children placed by an institution, with the police's paper";
    /// Register, card, certificate and agreement.
    DISSOLUTION_PAPERS = "REG-10.papers", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第十条", "Registration Measures art. 10", Verified,
        "解除须持居民户口簿、居民身份证、收养登记证和解除收养关系的书面协议",
        "dissolution needs household register, identity card, certificate and the written agreement";
    /// A photo of each; an institution is exempt.
    DISSOLUTION_PHOTO = "SPEC-D1.5", Some("SEQ-1"),
        "《收养登记工作规范》（解除受理条件：单人照片）", "Work Specification (dissolution: photos)", SecondHand,
        "须有各方的单人照片", "a photo of each party is needed";
    /// Everybody comes together, nobody is represented.
    TOGETHER = "REG-10.together", Some("SEQ-8"),
        "《中国公民收养子女登记办法》第十条", "Registration Measures art. 10", Verified,
        "当事人须共同到场，不能委托", "the parties come together, and nobody is represented";
    /// The certificate is taken back.
    TAKEN_BACK = "REG-11", Some("SEQ-8"),
        "《中国公民收养子女登记办法》第十一条", "Registration Measures art. 11", Verified,
        "须收回收养登记证，未能收回的说明原因", "the certificate is taken back, or it is said why not";
    /// Fraud is shown by evidence and an investigation.
    FRAUD = "REG-13", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第十三条", "Registration Measures art. 13", Verified,
        "撤销须有弄虚作假骗取收养登记的证据和调查记录",
        "a revocation needs the evidence of fraud and the record of the investigation";
    /// An interested person signs the application.
    REVOCATION_APPLICATION = "SPEC-R1", Some("SEQ-1"),
        "《收养登记工作规范》（撤销收养登记申请书）", "Work Specification (application for revocation)", SecondHand,
        "利害关系人申请撤销的，须签署撤销收养登记申请书",
        "an interested person signs the application for revocation";
    /// The decision reaches every party.
    SERVED_ON_ALL = "SPEC-R1.served", Some("SEQ-9"),
        "《收养登记工作规范》（撤销决定书送达各方当事人）", "Work Specification (decision served on every party)", Remembered,
        "撤销决定书须送达每一方当事人", "the decision must be served on every party";
    /// The decision hangs on the board.
    POSTED = "SPEC-R1.posted", Some("SEQ-9"),
        "《收养登记工作规范》（撤销决定书在公告栏张贴）", "Work Specification (decision posted)", Remembered,
        "撤销决定须在公告栏张贴期满", "the decision must have hung on the notice board for its full days";
    /// The certificate is in the volume, or why it is not.
    CERTIFICATE_IN = "ARCH-5.revocation", Some("SEQ-10"),
        "《中国公民收养子女登记办法》第十三条；《收养登记档案管理暂行办法》第五条",
        "Registration Measures art. 13; Adoption Archives Measures art. 5", Verified,
        "须有收缴的收养登记证，或者无法收缴的证明",
        "the certificate taken in belongs in the volume, or the proof why it could not be";
    /// Adopters and adoptee apply in person.
    APPLICANT = "SPEC-C1.3", Some("SEQ-8"),
        "《收养登记工作规范》（补领、出具证明：收养人或者被收养人本人申请）",
        "Work Specification (adopter or adoptee applies in person)", SecondHand,
        "须由收养人或者成年被收养人本人持身份证件申请；被收养人未成年的由监护人申请",
        "an adopter or an adult adoptee applies in person with the card; a minor's guardian applies for it";
    /// One spouse alone shows why.
    SPOUSE_ALONE = "SPEC-C2", Some("SEQ-1"),
        "《收养登记工作规范》（补领：夫妻共同申请）", "Work Specification (replacement: spouses together)", Remembered,
        "夫妻一方单独申请的，须有委托书或者死亡、离婚的证明",
        "one spouse alone needs the other's mandate, or the proof of death or divorce";
    /// Who applies for a minor adoptee shows the guardianship.
    GUARDIAN_SHOWN = "SPEC-C2.guardian", Some("SEQ-1"),
        "《收养登记工作规范》（补领：未成年被收养人由监护人申请，附监护关系证明）",
        "Work Specification (replacement: a minor adoptee's guardian applies, with the proof of guardianship)", Remembered,
        "由收养人以外的监护人为未成年被收养人申请的，须有监护关系证明和监护人的身份证件",
        "a guardian other than the adopters who applies for a minor adoptee shows the guardianship and the card";
    /// Register, card and photo of those who apply.
    REPLACEMENT_PAPERS = "SPEC-C1", Some("SEQ-1"),
        "《收养登记工作规范》（补领的材料）", "Work Specification (papers of a replacement)", SecondHand,
        "补领须有申请书、居民户口簿、居民身份证和照片；证件损毁的交回原件",
        "a replacement needs application, household register, identity card and photo; a damaged certificate is given back";
    /// The card of who asks for a proof.
    PROOF_PAPERS = "SPEC-P1", Some("SEQ-1"),
        "《收养登记工作规范》第二条、第九条（出具收养关系证明）", "Work Specification arts. 2, 9 (proof of adoption)", Derived,
        "申请出具证明须有申请书和居民身份证", "who asks for a proof brings the application and the identity card";
    /// A late entry is copied from paper.
    PAPER_SHOWS = "HOUSE-LATE", Some("SEQ-17"),
        "补录只依据原收养登记证和原纸质案卷", "a late entry rests on the paper certificate and volume alone", Derived,
        "补录须有原收养登记证和原纸质案卷的扫描件", "a late entry needs scans of the certificate and of the paper volume";
    /// Another person compares it.
    CONFIRMED_BY_ANOTHER = "HOUSE-LATE.person", Some("SEQ-7"),
        "补录须由另一人与原案卷核对", "another person compares a late entry with the volume", Derived,
        "录入人与核对人不得为同一人", "nobody confirms what they entered or verified";
    /// A number stands once in the ledger.
    NUMBER_ONCE = "HOUSE-LATE.number", Some("SEQ-17"),
        "同一收养登记证字号只登记一次", "a certificate number stands once in the ledger", Derived,
        "该收养登记证字号已经在册", "this certificate number is in the ledger already";
}

/// The adoption's record, where it is one that was registered.
pub fn registered<'a>(facts: &'a Facts, field: &str) -> Result<&'a AdoptionRecord, Vec<Violation>> {
    let Some(adoption) = facts.adoption.as_deref() else {
        return Err(vec![KNOWN.broken().at(field)]);
    };
    let own = adoption.case.procedure.is_of_the_adoption();
    if !own || adoption.case.registration.is_none() {
        return Err(vec![REGISTERED.broken().at(field)]);
    }
    Ok(adoption)
}

/// The adoption stands on the day of the act.
pub fn stands(facts: &Facts) -> Option<Violation> {
    let adoption = facts.adoption.as_deref()?;
    (!adoption.case.aftermath.standing.stands()).then(|| STANDS.broken())
}

/// A certificate of an adoption that was revoked or dissolved is neither printed nor handed over.
pub fn certificate_is_due(case: &Case) -> Option<Violation> {
    (!case.aftermath.standing.stands()).then(|| STANDS.broken())
}

/// No other case of this procedure is open for the adoption. Looked up under its lock.
pub fn one_at_a_time(procedure: Procedure, facts: &Facts) -> Option<Violation> {
    let open = facts.open_later.iter().find(|open| open.procedure == procedure)?;
    let number = &open.number;
    Some(ONE_AT_A_TIME.broken_because(format!("见办件{number}"), format!("see case {number}")))
}

/// The office that registered the adoption is this one, whatever its name was then.
pub fn original_office(facts: &Facts) -> Option<Violation> {
    let adoption = facts.adoption.as_deref()?;
    let entered = adoption.case.later.as_deref();
    let elsewhere =
        entered.is_some_and(|later| !is_this_office(&later.adoption.registered_by, facts));
    elsewhere.then(|| ORIGINAL_OFFICE.broken())
}

/// Whether a name is that of this office, now or then.
pub fn is_this_office(name: &str, facts: &Facts) -> bool {
    name == facts.office.name || facts.rules.former_names.iter().any(|former| former == name)
}

/// Whether a person born then is an adult today.
pub fn is_adult(case: &Case, facts: &Facts) -> bool {
    age_on(case.child.birth_date, facts.today) >= ADULT_AGE
}

/// A guardian may apply: for a minor, and not as one of those who adopted it, who apply themselves.
pub fn guardian_may_apply(case: &Case, facts: &Facts) -> bool {
    case.acting_guardian().is_some_and(|guardian| {
        let adopted = case.adopters.iter().any(|known| known.resident_id == guardian.resident_id);
        !adopted && !is_adult(case, facts)
    })
}

/// What a guardian shows: the guardianship and the card; of an organisation its responsible person's.
pub fn papers_of_the_guardian(case: &Case) -> Vec<RequiredPaper> {
    let Some(guardian) = case.acting_guardian() else { return Vec::new() };
    let card = match &guardian.organisation {
        Some(_) => PaperKind::ResponsiblePersonIdentityCard,
        None => PaperKind::IdentityCard,
    };
    let shown = [PaperKind::GuardianshipProof, card].into_iter();
    shown.map(|paper| of(paper, Party::Guardian, &GUARDIAN_SHOWN)).collect()
}

/// The later part of a case with its request.
pub fn request(case: &Case) -> Option<(&Later, &LaterRequest)> {
    case.later.as_deref().map(|later| (later, &later.request))
}

/// Every party of a list comes in person with the document shown, and nobody else is named.
pub fn all_in_person(
    case: &Case,
    parties: &[Party],
    attendance: &[Attendance],
    rule: &'static crate::base::rule::Rule,
) -> Vec<Violation> {
    let mut violations = Vec::new();
    if attendance.iter().any(|attending| !parties.contains(&attending.party())) {
        violations.push(rule.broken().at("attendance"));
    }
    for party in parties {
        let mut of_party = attendance.iter().filter(|attending| attending.party() == *party);
        match (of_party.next(), of_party.next()) {
            (Some(Attendance::InPerson { shown, number, .. }), None) => {
                violations.extend(document_agrees(case, *party, *shown, number));
            }
            _ => violations.push(rule.broken().at(format!("attendance.{}", party.word()))),
        }
    }
    violations
}

/// The certificate taken in is in the file, or the proof why it is not.
pub fn certificate_is_accounted_for(case: &Case) -> Option<Violation> {
    let slots = [PaperKind::AdoptionCertificate, PaperKind::CertificateAbsenceProof];
    let filed = slots.into_iter().any(|paper| case.is_filled(Slot::of_case(paper)));
    let said = case.later.as_deref().is_some_and(|later| later.taken_in.is_some());
    (!filed || !said)
        .then(|| missing(&CERTIFICATE_IN, Slot::of_case(PaperKind::AdoptionCertificate)))
}
