//! Who may be adopted (被收养人), and the one adoption a child may be in.

use chrono::NaiveDate;

use super::time::periods::age_on;
use crate::base::message::Message;
use crate::base::rule::{Violation, rules};
use crate::case::{Case, CheckKind, CheckOutcome, Party};
use crate::facts::Facts;

rules! {
    /// Only minors are adopted.
    MINOR = "CC-1093", Some("SEQ-1"),
        "《民法典》第一千零九十三条", "Civil Code art. 1093", Verified,
        "被收养人须为未成年人", "the adoptee must be a minor";
    /// A dead child cannot be adopted; a dead adopter cannot adopt.
    PARTY_ALIVE = "CC-1104.alive", Some("SEQ-13"),
        "《民法典》第一千一百零四条、第一千一百零五条", "Civil Code arts. 1104, 1105", Derived,
        "收养关系当事人已经死亡，收养不能成立", "a party has died, so the adoption cannot form";
    /// A child is in one open or standing adoption.
    ONE_ADOPTION = "CC-1111", Some("SEQ-16"),
        "《民法典》第一千零九十三条、第一千一百一十一条", "Civil Code arts. 1093, 1111", Derived,
        "同一儿童只能有一件正在办理或者已经成立的收养",
        "a child may be in only one adoption that is open or stands";
}

/// Age at which a person is no longer a minor (民法典 art. 17).
pub const ADULT_AGE: u32 = 18;

/// The age from which the child's own consent is needed (民法典 arts. 19, 1104).
pub const CONSENT_AGE: u32 = 8;

/// Whether somebody born on this day is no longer a minor (民法典 arts. 17, 1093).
pub fn is_adult(birth_date: NaiveDate, today: NaiveDate) -> bool {
    age_on(birth_date, today) >= ADULT_AGE
}

/// Whether a child born on this day must consent (民法典 arts. 19, 1104): from 8 to 17.
pub fn must_consent(birth_date: NaiveDate, today: NaiveDate) -> bool {
    (CONSENT_AGE..ADULT_AGE).contains(&age_on(birth_date, today))
}

/// The conditions that lie in the child.
pub fn conditions(case: &Case, facts: &Facts) -> Vec<Violation> {
    let minor = is_adult(case.child.birth_date, facts.today).then(|| MINOR.broken());
    minor.into_iter().chain(parties_are_alive(case)).collect()
}

/// Whether the child must be asked and must consent on the day of the act.
pub fn must_be_asked(case: &Case, facts: &Facts) -> bool {
    must_consent(case.child.birth_date, facts.today)
}

/// No party has died.
fn parties_are_alive(case: &Case) -> Option<Violation> {
    case.died.map(|party| PARTY_ALIVE.broken().at(party.word()))
}

/// Whether it was checked, last of all, that the child is another than the one called alike.
fn is_found_another(case: &Case) -> bool {
    let mut checks = case.checks.iter().filter(|check| check.check == CheckKind::AnotherChild);
    checks.next_back().is_some_and(|check| check.outcome == CheckOutcome::Clear)
}

/// What whoever acts is told of other cases of this child, or of one that is called alike: none of it
/// stands in the way.
pub fn notes_of_the_child(facts: &Facts) -> Vec<Message> {
    let of_child = facts
        .other_cases
        .iter()
        .filter(|other| other.party == Party::Child && other.open_or_standing);
    of_child
        .map(|other| {
            let number = &other.number;
            if other.told_apart {
                Message::new(
                    format!("另见办件{number}：同一父母或者同一送养人，姓名、性别、出生日期相同，证件编号不同，请核对是否为两名儿童"),
                    format!("see case {number}: a child with the same name, sex and birth date of the same parents or placer, with other papers; make sure that there are two children"),
                )
            } else {
                Message::new(
                    format!("该儿童另有办件{number}，同一儿童只能受理一件"),
                    format!("there is another case of this child, {number}; only one of them can be accepted"),
                )
            }
        })
        .collect()
}

/// No other case of this child was accepted or stands. Looked up under the lock of the child's row.
pub fn is_in_no_other_adoption(case: Option<&Case>, facts: &Facts) -> Option<Violation> {
    let found_another = case.is_some_and(is_found_another);
    let other = facts.other_cases.iter().find(|other| {
        let another = other.told_apart || (found_another && !other.same_number);
        other.party == Party::Child && other.accepted_or_standing && !another
    })?;
    Some(ONE_ADOPTION.broken_because(
        format!("另见办件{}；确为另一儿童的，须核查并记录“是否同一儿童的核查”", other.number),
        format!(
            "see case {}; where it is another child, record the check that it is",
            other.number
        ),
    ))
}
