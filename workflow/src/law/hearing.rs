//! Who is asked, who consents, and the guidance each adopter receives.

use super::documents_required::missing;
use crate::base::rule::{Rule, Violation, rules};
use crate::case::hearing::Inquire;
use crate::case::{Case, PaperKind, Party, Slot};
use crate::facts::Facts;

rules! {
    /// Each person is asked separately.
    ASKED = "SPEC-15", Some("SEQ-4"),
        "《收养登记工作规范》（分别询问）", "Work Specification (separate inquiries)", SecondHand,
        "应当分别询问收养人、送养人和八周岁以上的被收养人",
        "adopters, placer and a child of 8 or over must each be asked separately";
    /// One person cannot hear two at the same time.
    APART = "SPEC-15.apart", Some("SEQ-4"),
        "《收养登记工作规范》（分别询问）", "Work Specification (separate inquiries)", Derived,
        "分别询问的时间不能重叠", "inquiries by the same person or in the same place must not overlap";
    /// The record was read and signed.
    RECORD_SIGNED = "SPEC-15b", Some("SEQ-4"),
        "《收养登记工作规范》（笔录交被询问人阅读或者宣读后签名）",
        "Work Specification (record read and signed)", Remembered,
        "询问笔录须经阅读或者宣读并签名、按指纹后存卷",
        "the record of inquiry must be read, signed or fingerprinted, and filed";
    /// Adopting and placing are voluntary on both sides.
    CONSENT = "CC-1104", Some("SEQ-5"),
        "《民法典》第一千一百零四条", "Civil Code art. 1104", Verified,
        "收养与送养应当双方自愿，并有书面同意存卷",
        "adopting and placing must be voluntary, with the consent on paper";
    /// A child of eight or over consents.
    CHILD_CONSENT = "CC-1104.child", Some("SEQ-5"),
        "《民法典》第一千一百零四条", "Civil Code art. 1104", Verified,
        "收养八周岁以上未成年人，应当征得被收养人的同意",
        "a child of 8 or over must consent";
    /// Family-education guidance.
    GUIDED = "FEP-32", Some("SEQ-6"),
        "《家庭教育促进法》第三十二条", "Family Education Promotion Law art. 32", Verified,
        "须对收养申请人开展家庭教育指导", "each applicant must receive family-education guidance";
    /// Only those who must be asked are asked.
    NOT_TO_BE_ASKED = "SPEC-15.who", Some("SEQ-4"),
        "《民法典》第一千一百零四条；《收养登记工作规范》（询问对象）",
        "Civil Code art. 1104; Work Specification (whom to ask)", SecondHand,
        "此人不在应当询问、征求同意的范围内", "this person is not among those to be asked";
}

/// Separate inquiries do not overlap where the same officer asks or the place is the same.
pub fn apart_from_others(case: &Case, inquiry: &Inquire, facts: &Facts) -> Option<Violation> {
    let overlaps = case.inquiries.iter().any(|other| {
        other.party != inquiry.party
            && other.on == facts.today
            && (other.inquirer == facts.actor.name || other.place == inquiry.place)
            && other.began_at < inquiry.ended_at
            && inquiry.began_at < other.ended_at
    });
    overlaps.then(|| APART.broken().at("began_at"))
}

/// What the hearing of these persons must show before a proposal.
pub fn gates(case: &Case, persons: &[Party]) -> Vec<Violation> {
    let mut violations = Vec::new();
    for party in persons {
        violations.extend(asked(case, *party));
        violations.extend(consented(case, *party));
    }
    for (party, _) in case.adopting_parties() {
        violations.extend(guided(case, party));
    }
    violations
}

/// The person was asked, and the record is signed and filed.
pub fn asked(case: &Case, party: Party) -> Option<Violation> {
    let held = case.inquiries.iter().any(|inquiry| inquiry.party == party);
    signed(case, held, Slot::of(PaperKind::InquiryRecord, party), &ASKED, &RECORD_SIGNED)
}

/// The person consented, and the paper is signed and filed.
pub fn consented(case: &Case, party: Party) -> Option<Violation> {
    let rule: &'static Rule = if party == Party::Child { &CHILD_CONSENT } else { &CONSENT };
    let given = case.consents.iter().any(|consent| consent.party == party);
    signed(case, given, Slot::of(PaperKind::ConsentForm, party), rule, rule)
}

fn guided(case: &Case, party: Party) -> Option<Violation> {
    let given = case.guidance.iter().any(|guidance| guidance.party == party);
    signed(case, given, Slot::of(PaperKind::GuidanceRecord, party), &GUIDED, &GUIDED)
}

/// An act of hearing stands when it was done and its signed paper is verified.
fn signed(
    case: &Case,
    done: bool,
    slot: Slot,
    when_not_done: &'static Rule,
    when_not_signed: &'static Rule,
) -> Option<Violation> {
    if !done {
        let party = slot.party.map_or("", Party::word);
        return Some(when_not_done.broken().at(party));
    }
    (!case.is_filled(slot)).then(|| missing(when_not_signed, slot))
}
