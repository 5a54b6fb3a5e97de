//! Who may adopt (收养人): the conditions of 民法典 arts. 1098, 1100 to 1102.

use chrono::NaiveDate;

use super::documents_required::missing;
use super::exemptions::is_exempt;
use super::time::periods::age_on;
use crate::base::rule::{Rule, Violation, rules};
use crate::case::{Adopter, Case, CheckKind, CheckOutcome, ChildKind, PaperKind, Party, Slot};
use crate::facts::Facts;
use crate::identity::Sex;
use crate::identity::dictionaries::MaritalStatus;

rules! {
    /// No child or only one child.
    CHILDREN = "CC-1098.1", Some("SEQ-1"),
        "《民法典》第一千零九十八条第（一）项", "Civil Code art. 1098(1)", Verified,
        "收养人须无子女或者只有一名子女", "an adopter must have no child or only one";
    /// Able to raise, educate and protect the child.
    ABILITY = "CC-1098.2", Some("SEQ-1"),
        "《民法典》第一千零九十八条第（二）项", "Civil Code art. 1098(2)", Verified,
        "收养人须有抚养、教育和保护被收养人的能力",
        "an adopter must be able to raise, educate and protect the child";
    /// No illness unfit for adopting.
    ILLNESS = "CC-1098.3", Some("SEQ-1"),
        "《民法典》第一千零九十八条第（三）项", "Civil Code art. 1098(3)", Verified,
        "收养人须未患有在医学上认为不应当收养子女的疾病",
        "an adopter must have no illness medically unfit for adopting";
    /// No record unfavourable to the child.
    RECORD = "CC-1098.4", Some("SEQ-1"),
        "《民法典》第一千零九十八条第（四）项", "Civil Code art. 1098(4)", Verified,
        "收养人须无不利于被收养人健康成长的违法犯罪记录",
        "an adopter must have no unlawful or criminal record unfavourable to the child";
    /// No check with another authority speaks against the adoption.
    CHECKS_CLEAR = "REG-8.1.check", Some("SEQ-1"),
        "《民法典》第一千零九十三条、第一千零九十八条；《中国公民收养子女登记办法》第八条第一款",
        "Civil Code arts. 1093, 1098; Registration Measures art. 8(1)", Derived,
        "信息核查有不利情形，不符合收养条件", "a check with another authority speaks against the adoption";
    /// Thirty years of age.
    AGE = "CC-1098.5", Some("SEQ-1"),
        "《民法典》第一千零九十八条第（五）项", "Civil Code art. 1098(5)", Verified,
        "收养人须年满三十周岁", "an adopter must be aged 30 or over";
    /// The quota by children present.
    QUOTA = "CC-1100.1", Some("SEQ-1"),
        "《民法典》第一千一百条第一款", "Civil Code art. 1100(1)", Verified,
        "无子女的收养人可以收养两名子女，有子女的收养人只能收养一名子女",
        "an adopter without children may adopt two, one with children only one";
    /// Spouses adopt jointly.
    JOINTLY = "CC-1101", Some("SEQ-1"),
        "《民法典》第一千一百零一条", "Civil Code art. 1101", Verified,
        "有配偶者收养子女，应当夫妻共同收养", "a married person must adopt jointly with the spouse";
    /// Two adopters are spouses.
    ONLY_SPOUSES = "HOUSE-1101", Some("SEQ-1"),
        "没有条文准许无配偶者二人共同收养", "no article admits two persons who are not spouses", Derived,
        "共同收养的二人须为夫妻", "two persons who adopt together must be spouses";
    /// Forty years between a single adopter and a child of the opposite sex.
    AGE_GAP = "CC-1102", Some("SEQ-1"),
        "《民法典》第一千一百零二条", "Civil Code art. 1102", Verified,
        "无配偶者收养异性子女的，年龄应当相差四十周岁以上",
        "an unmarried adopter and a child of the opposite sex must be at least 40 years apart";
}

/// Age an adopter must have reached (民法典 art. 1098(5)).
pub const ADOPTER_AGE: u32 = 30;
/// Years between an unmarried adopter and a child of the opposite sex (民法典 art. 1102).
const AGE_GAP_YEARS: u32 = 40;

/// Whether an adopter has more children than one (民法典 art. 1098(1)).
pub fn has_too_many_children(children: u32) -> bool {
    children > 1
}

/// Whether somebody born on this day is not yet thirty (民法典 art. 1098(5)).
pub fn is_too_young(birth_date: NaiveDate, today: NaiveDate) -> bool {
    age_on(birth_date, today) < ADOPTER_AGE
}

/// Whether so many children may not be adopted by somebody with so many (民法典 art. 1100(1)).
pub fn exceeds_quota(children: u32, adopting: u32) -> bool {
    adopting > if children == 0 { 2 } else { 1 }
}

/// Whether one who adopts alone leaves a spouse out (民法典 art. 1101). The spouse of a step-parent is
/// the child's own parent, so that nobody is left out.
pub fn leaves_the_spouse_out(kind: ChildKind, marital_status: MaritalStatus) -> bool {
    kind != ChildKind::Stepchild && marital_status == MaritalStatus::Married
}

/// Whether art. 1102 speaks of this adopter and child: no spouse, and of the other sex.
pub fn gap_is_asked(marital_status: MaritalStatus, adopter: Sex, child: Sex) -> bool {
    marital_status != MaritalStatus::Married && adopter != child
}

/// Whether they are under forty full years apart (民法典 art. 1102).
pub fn gap_is_too_small(adopter_born: NaiveDate, child_born: NaiveDate) -> bool {
    age_on(adopter_born, child_born) < AGE_GAP_YEARS
}

/// The conditions that lie in the adopters, on the day of the act. What a paper or a check must
/// establish counts only once that paper is verified or that check is made.
pub fn conditions(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = Vec::new();
    for (party, adopter) in case.adopting_parties() {
        let at = |violation: Violation| violation.at(party.word());
        let applies = |rule: &Rule| !is_exempt(case, rule.id);
        if applies(&AGE) && is_too_young(adopter.birth_date, facts.today) {
            violations.push(at(AGE.broken()));
        }
        if applies(&CHILDREN) && has_too_many_children(children_of(case, party, adopter, facts)) {
            violations.push(at(CHILDREN.broken()));
        }
        if applies(&ABILITY) {
            let proof = PaperKind::MaritalAndAbilityProof;
            violations.extend(shown_by(case, party, proof, &ABILITY));
        }
        if applies(&ILLNESS) {
            let certificate = PaperKind::HealthCertificate;
            violations.extend(shown_by(case, party, certificate, &ILLNESS));
        }
        if applies(&RECORD) {
            violations.extend(record_is_clear(case, party));
        }
    }
    violations.extend(quota(case, facts));
    violations.extend(spouses_adopt_jointly(case));
    violations.extend(age_gap(case));
    violations.extend(adverse_checks(case));
    violations
}

/// The children an adopter has: those stated and those registered to that adopter after the day of
/// the statement, and never fewer than all that were registered.
fn children_of(case: &Case, party: Party, adopter: &Adopter, facts: &Facts) -> u32 {
    let stated_on = case.children_stated_on(party);
    let of_adopter = facts.other_cases.iter().filter(|other| other.party == party);
    let registered: Vec<NaiveDate> = of_adopter.filter_map(|other| other.registered_on).collect();
    let since = registered.iter().filter(|registered_on| **registered_on > stated_on).count();
    let children = (usize::from(adopter.children) + since).max(registered.len());
    u32::try_from(children).unwrap_or(u32::MAX)
}

/// Whether the quota counts a case or not: a child who is exempt from it leaves room for another.
pub fn is_outside_the_quota(case: &Case) -> bool {
    is_exempt(case, QUOTA.id)
}

/// How many more may be adopted, this child and those of other accepted cases together.
fn quota(case: &Case, facts: &Facts) -> Option<Violation> {
    let pending = facts.other_cases.iter().filter(|other| {
        let is_pending = other.accepted_or_standing && other.registered_on.is_none();
        case.adopter(other.party).is_some() && is_pending && !other.outside_the_quota
    });
    let mut numbers: Vec<&str> = pending.map(|other| other.number.as_str()).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let adopting = u32::try_from(numbers.len() + 1).unwrap_or(u32::MAX);
    let children = case
        .adopting_parties()
        .map(|(party, adopter)| children_of(case, party, adopter, facts))
        .max()
        .unwrap_or(0);
    let exceeded = !is_outside_the_quota(case) && exceeds_quota(children, adopting);
    exceeded.then(|| QUOTA.broken().at("adopters"))
}

fn shown_by(case: &Case, party: Party, paper: PaperKind, rule: &'static Rule) -> Option<Violation> {
    let slot = Slot::of(paper, party);
    (!case.is_filled(slot)).then(|| missing(rule, slot))
}

/// The violation for a check that the office has still to make. It is told apart by its field, for
/// what nobody has looked at is no reason to turn anybody away.
pub(super) fn not_checked_yet(rule: &'static Rule, check: CheckKind, party: Party) -> Violation {
    let name = check.printed();
    rule.broken_because(format!("尚未完成{name}"), format!("{name} is not made yet"))
        .at(format!("{CHECKS}{}", party.word()))
}

/// Where the field of such a violation begins.
pub const CHECKS: &str = "checks.";

/// What the newest check of a kind about a party found.
pub(super) fn newest(case: &Case, kind: CheckKind, party: Party) -> Option<CheckOutcome> {
    let of_kind =
        case.checks.iter().rev().find(|check| check.check == kind && check.party == party);
    of_kind.map(|check| check.outcome)
}

/// The newest check of each kind about each party, where it speaks against the adoption. The
/// criminal record has its own rule, for that check must have been made.
fn adverse_checks(case: &Case) -> Vec<Violation> {
    let kinds = [CheckKind::MaritalStatus, CheckKind::CareOfChild, CheckKind::MissingChildren];
    let parties = [Party::FirstAdopter, Party::SecondAdopter, Party::Child];
    let pairs = kinds.into_iter().flat_map(|kind| parties.map(|party| (kind, party)));
    pairs
        .filter(|(kind, party)| newest(case, *kind, *party) == Some(CheckOutcome::Adverse))
        .map(|(kind, party)| {
            CHECKS_CLEAR.broken_because(kind.printed(), party.word()).at(party.word())
        })
        .collect()
}

/// The newest check of the criminal record, which must be clear.
fn record_is_clear(case: &Case, party: Party) -> Option<Violation> {
    match newest(case, CheckKind::CriminalRecord, party) {
        Some(CheckOutcome::Clear) => None,
        Some(CheckOutcome::Adverse) => Some(RECORD.broken().at(party.word())),
        None => Some(not_checked_yet(&RECORD, CheckKind::CriminalRecord, party)),
    }
}

fn spouses_adopt_jointly(case: &Case) -> Option<Violation> {
    let married = |adopter: &Adopter| adopter.marital_status == MaritalStatus::Married;
    match case.adopters.as_slice() {
        [single] => leaves_the_spouse_out(case.kind, single.marital_status)
            .then(|| JOINTLY.broken().at("adopters")),
        [first, second] => {
            let spouses = married(first) && married(second) && first.sex != second.sex;
            (!spouses).then(|| ONLY_SPOUSES.broken().at("adopters"))
        }
        _ => Some(ONLY_SPOUSES.broken().at("adopters")),
    }
}

fn age_gap(case: &Case) -> Option<Violation> {
    let [single] = case.adopters.as_slice() else {
        return None;
    };
    let asked = gap_is_asked(single.marital_status, single.sex, case.child.sex);
    let too_small = gap_is_too_small(single.birth_date, case.child.birth_date);
    (!is_exempt(case, AGE_GAP.id) && asked && too_small).then(|| AGE_GAP.broken().at("adopters"))
}

/// The conditions of art. 1098 that apply to a case: those a leader gives reasons for over a
/// negative report.
pub fn conditions_to_reason(case: &Case) -> impl Iterator<Item = &'static str> {
    [CHILDREN.id, ABILITY.id, ILLNESS.id, RECORD.id, AGE.id]
        .into_iter()
        .filter(move |condition| !is_exempt(case, condition))
}
