//! Who may place (送养人): the conditions that lie in the birth parents (民法典 arts. 1094, 1097, 1103,
//! 1108).

use chrono::NaiveDate;

use super::adopter::{newest, not_checked_yet};
use super::documents_required::missing;
use super::paper_rules::OTHER_PARENT_CONSENT;
use super::time::periods::months_after;
use crate::base::message::Message;
use crate::base::rule::{Rule, Violation, rules};
use crate::case::{
    Case, CheckKind, CheckOutcome, ChildKind, OtherParentState, PaperKind, Party, Slot,
};
use crate::facts::Facts;
use crate::identity::dictionaries::MaritalStatus;

rules! {
    /// Birth parents place because of special hardship.
    HARDSHIP = "CC-1094.3", Some("SEQ-1"),
        "《民法典》第一千零九十四条第（三）项；《中国公民收养子女登记办法》第七条第四款",
        "Civil Code art. 1094(3); Registration Measures art. 7(4)", Verified,
        "生父母须有特殊困难无力抚养子女", "the birth parents must be unable to raise the child for special hardship";
    /// Birth parents place jointly.
    BOTH_PARENTS = "CC-1097", Some("SEQ-1"),
        "《民法典》第一千零九十七条", "Civil Code art. 1097", Verified,
        "生父母送养子女，应当双方共同送养；一方不明或者查找不到的，可以单方送养",
        "birth parents place jointly; one alone only where the other is unknown or cannot be found";
    /// That a parent is unknown is established, not only said.
    UNKNOWN_PARENT = "CC-1097.unknown", Some("SEQ-1"),
        "《民法典》第一千零九十七条", "Civil Code art. 1097", Derived,
        "生父母一方身份不明，须经核查", "that a parent is unknown must be established by a check";
    /// The parents of the dead spouse come first.
    PRIORITY = "CC-1108", Some("SEQ-1"),
        "《民法典》第一千一百零八条", "Civil Code art. 1108", Verified,
        "配偶一方死亡，另一方送养未成年子女的，死亡一方的父母有优先抚养的权利",
        "where one spouse is dead, that spouse's parents have priority to raise the child";
    /// Both limbs of art. 1095 hold.
    INCAPABLE_AND_HARMFUL = "CC-1095", Some("SEQ-1"),
        "《民法典》第一千零九十五条；《中国公民收养子女登记办法》第七条第三款",
        "Civil Code art. 1095; Registration Measures art. 7(3)", Verified,
        "生父母均不具备完全民事行为能力且可能严重危害该未成年人的，监护人方可送养",
        "the guardian may place only where both parents lack full capacity and may seriously harm the child";
    /// Those with a duty to support the orphan consent.
    SUPPORT_DUTY_CONSENT = "CC-1096", Some("SEQ-5"),
        "《民法典》第一千零九十六条；《中国公民收养子女登记办法》第七条第一款第（二）项",
        "Civil Code art. 1096; Registration Measures art. 7(1)(2)", Verified,
        "监护人送养孤儿的，应当征得有抚养义务的人同意；其不同意且监护人不愿继续监护的，依法另行确定监护人",
        "a guardian placing an orphan needs the consent of those with a duty to support; if they refuse and the guardian will not go on, a new guardian is appointed";
    /// That nobody else owes the orphan support is established, not only said.
    SUPPORT_DUTY_PERSONS = "CC-1096.persons", Some("SEQ-1"),
        "《民法典》第一千零九十六条、第一千零七十四条、第一千零七十五条",
        "Civil Code arts. 1096, 1074, 1075", Derived,
        "除已列明的人以外没有其他有抚养义务的人，须经核查",
        "that nobody owes the orphan support beside those named must be established by a check";
    /// The adopter and a birth parent are kin.
    KINSHIP_SHOWN = "REG-7.6", Some("SEQ-1"),
        "《民法典》第一千零九十九条；《中国公民收养子女登记办法》第七条第四款",
        "Civil Code art. 1099; Registration Measures art. 7(4)", Verified,
        "收养三代以内旁系同辈血亲的子女，须有公安机关出具或者经过公证的亲属关系证明",
        "the kinship with a birth parent must be proved by the police or a notary";
    /// Twelve months have run since a rescued child was delivered to the institution.
    TWELVE_MONTHS = "D159-4.months", Some("SEQ-1"),
        "民发〔2015〕159号（打拐解救儿童满十二个月仍未查找到生父母）",
        "Notice 159 of 2015 (rescued child, twelve months)", SecondHand,
        "打拐解救儿童自送交机构之日起满规定月数仍未查找到生父母或者其他监护人的，方可送养",
        "a rescued child may be placed only after the months set have run since its delivery to the institution";
    /// A child whose guardians lost their guardianship is placed a year after the judgment.
    AFTER_REVOCATION = "GR-2", Some("SEQ-1"),
        "《关于依法处理监护人侵害未成年人权益行为若干问题的意见》第四十四条",
        "Opinions on guardians who harm minors, point 44", Remembered,
        "监护人资格被撤销的，自判决之日起满规定月数方可送养",
        "where guardianship was revoked, the child may be placed only after the months set have run since the judgment";
    /// A child under the state's guardianship has been looked at by a lawyer.
    LEGAL_REVIEW = "PM-95.review", Some("SEQ-1"),
        "《未成年人保护法》第九十四条、第九十五条；《民法典》第一千零九十三条",
        "Minors Protection Law arts. 94, 95; Civil Code art. 1093", Derived,
        "民政部门长期监护的未成年人是否符合送养条件，须经法制审核",
        "whether a child under the state's guardianship may be placed needs a legal review";
    /// A step-parent is married to the child's parent.
    MARRIED_TO_PARENT = "CC-1103.marriage", Some("SEQ-1"),
        "《民法典》第一千一百零三条；《中国公民收养子女登记办法》第六条第三款",
        "Civil Code art. 1103; Registration Measures art. 6(3)", Verified,
        "收养继子女的，收养人须与被收养人的生父或者生母有婚姻关系",
        "a step-parent must be married to the child's birth father or mother";
}

/// The conditions that lie in those who place and in how the child came to be placed.
pub fn conditions(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = Vec::new();
    match case.kind {
        ChildKind::InstitutionFoundling | ChildKind::InstitutionOrphan | ChildKind::Foundling => {}
        ChildKind::RescuedChild => violations.extend(rescued_long_ago(case, facts)),
        ChildKind::StateGuardianship => {
            violations.extend(revoked_long_ago(case, facts));
            violations.extend(legally_reviewed(case));
        }
        ChildKind::GuardianOrphan => violations.extend(all_with_a_duty_are_named(case)),
        ChildKind::IncapableParents => violations.extend(incapable_and_harmful(case)),
        ChildKind::HardshipParents => {
            violations.extend(hardship(case));
            violations.extend(place_jointly(case));
            violations.extend(other_parent_is_as_stated(case));
            violations.extend(grandparents_were_asked(case));
        }
        ChildKind::CollateralKin => {
            violations.extend(place_jointly(case));
            violations.extend(other_parent_is_as_stated(case));
            violations.extend(grandparents_were_asked(case));
        }
        ChildKind::Stepchild => {
            violations.extend(married_to_the_parent(case));
            violations.extend(other_parent_is_as_stated(case));
        }
    }
    violations.extend(consent_of_those_with_a_duty(case));
    violations
}

/// The months run from the day the child was delivered (民法典 art. 202).
fn rescued_long_ago(case: &Case, facts: &Facts) -> Option<Violation> {
    let months = facts.rules.open_points.rescued_child_months;
    have_run(case.child.entered_institution_on, months, facts, &TWELVE_MONTHS)
}

fn revoked_long_ago(case: &Case, facts: &Facts) -> Option<Violation> {
    let revoked_on = case.child.guardianship_revoked_on?;
    let months = facts.rules.open_points.guardianship_revoked_months;
    have_run(Some(revoked_on), months, facts, &AFTER_REVOCATION)
}

/// Whether so many months have run in full since a day.
fn have_run(
    since: Option<NaiveDate>,
    months: u32,
    facts: &Facts,
    rule: &'static Rule,
) -> Option<Violation> {
    let last = months_after(since?, months);
    let until = || Message::with_days("至{last}届满", "until the end of {last}", [("last", last)]);
    (facts.today <= last).then(|| rule.broken_with(until()))
}

fn legally_reviewed(case: &Case) -> Option<Violation> {
    match newest(case, CheckKind::LegalReview, Party::Child) {
        Some(CheckOutcome::Clear) => None,
        Some(CheckOutcome::Adverse) => Some(LEGAL_REVIEW.broken().at(Party::Child.word())),
        None => Some(not_checked_yet(&LEGAL_REVIEW, CheckKind::LegalReview, Party::Child)),
    }
}

fn incapable_and_harmful(case: &Case) -> Option<Violation> {
    let proof = Slot::of(PaperKind::IncapacityAndHarmProof, Party::Placer);
    (!case.is_filled(proof)).then(|| missing(&INCAPABLE_AND_HARMFUL, proof))
}

/// Where such persons are known, their written consent stands on paper.
fn consent_of_those_with_a_duty(case: &Case) -> Option<Violation> {
    let consent = Slot::of(PaperKind::SupportDutyConsent, Party::Placer);
    (case.support_duty_consent_needed && !case.is_filled(consent))
        .then(|| missing(&SUPPORT_DUTY_CONSENT, consent))
}

/// The list of those who owe the orphan support, and that it is empty, is what the check found.
fn all_with_a_duty_are_named(case: &Case) -> Option<Violation> {
    match newest(case, CheckKind::SupportDuty, Party::Placer) {
        Some(CheckOutcome::Clear) => None,
        Some(CheckOutcome::Adverse) => Some(
            SUPPORT_DUTY_PERSONS
                .broken_because("另有有抚养义务的人", "somebody else owes support")
                .at("support_duty"),
        ),
        None => Some(not_checked_yet(&SUPPORT_DUTY_PERSONS, CheckKind::SupportDuty, Party::Placer)),
    }
}

/// The parents' own statement shows the hardship; the office may look into it (登记办法 art. 7(4)).
fn hardship(case: &Case) -> Option<Violation> {
    let statement = Slot::of(PaperKind::HardshipStatement, Party::Placer);
    if newest(case, CheckKind::Hardship, Party::Placer) == Some(CheckOutcome::Adverse) {
        return Some(
            HARDSHIP.broken_because("核查不实", "the check did not bear the statement out"),
        );
    }
    (!case.is_filled(statement)).then(|| missing(&HARDSHIP, statement))
}

fn place_jointly(case: &Case) -> Option<Violation> {
    let alive = other_parent_is(case, OtherParentState::Alive);
    alive.then(|| BOTH_PARENTS.broken().at("parents"))
}

/// What is said of the parent who does not place is what the check found; that a parent is unknown
/// needs such a check.
fn other_parent_is_as_stated(case: &Case) -> Option<Violation> {
    let check = CheckKind::OtherParent;
    match newest(case, check, Party::OtherParent) {
        // Found alive, whatever the papers say.
        Some(CheckOutcome::Adverse) => {
            let stepchild = case.kind == ChildKind::Stepchild;
            let rule = if stepchild { &OTHER_PARENT_CONSENT } else { &BOTH_PARENTS };
            Some(rule.broken().at(Party::OtherParent.word()))
        }
        Some(CheckOutcome::Clear) => None,
        None => other_parent_is(case, OtherParentState::Unknown)
            .then(|| not_checked_yet(&UNKNOWN_PARENT, check, Party::OtherParent)),
    }
}

/// The dead parent's parents were told of their priority and do not claim it.
fn grandparents_were_asked(case: &Case) -> Option<Violation> {
    if !other_parent_is(case, OtherParentState::Dead) {
        return None;
    }
    let check = CheckKind::GrandparentsPriority;
    match newest(case, check, Party::Placer) {
        Some(CheckOutcome::Clear) => None,
        Some(CheckOutcome::Adverse) => Some(PRIORITY.broken_because("其要求抚养", "they claim it")),
        None => Some(not_checked_yet(&PRIORITY, check, Party::Placer)),
    }
}

fn married_to_the_parent(case: &Case) -> Option<Violation> {
    let married =
        case.adopters.iter().all(|adopter| adopter.marital_status == MaritalStatus::Married);
    (!married).then(|| MARRIED_TO_PARENT.broken().at(Party::FirstAdopter.word()))
}

/// Whether the parent who does not place is in this state.
pub fn other_parent_is(case: &Case, state: OtherParentState) -> bool {
    case.placer.other_parent().is_some_and(|parent| parent.state == state)
}
