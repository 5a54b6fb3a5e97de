//! 报批、批准: who may propose and approve, and what each binds to.

use super::adopter::conditions_to_reason;
use super::assessment::report_is_negative;
use super::change::SHOWN;
use super::documents_required::missing;
use super::{assessment, notice};
use crate::base::rule::{Rule, Violation, rules};
use crate::case::decision::ConditionReason;
use crate::case::{Case, PaperKind, Slot};
use crate::facts::Facts;

rules! {
    /// Another person approves.
    OTHER_PERSON = "SPEC-16.person", Some("SEQ-7"),
        "《收养登记工作规范》（报主要领导或者分管领导批准）", "Work Specification (leader's approval)", Derived,
        "报批人与批准人不得为同一人", "nobody approves what they proposed";
    /// Nobody approves what they assessed.
    NOT_ASSESSOR = "SPEC-16.assessor", Some("SEQ-7"),
        "《收养登记工作规范》（审批）；《收养评估办法（试行）》第十二条",
        "Work Specification; Assessment Measures art. 12", Derived,
        "参与评估的人员不得报批或者批准", "nobody proposes or approves what they assessed";
    /// Approval precedes registration and binds to one version.
    APPROVED = "SPEC-16", Some("SEQ-7"),
        "《收养登记工作规范》（填写审查处理表，报领导批准后登记）",
        "Work Specification (approval before registration)", SecondHand,
        "登记前须经批准，批准后情况变化的须重新报批",
        "registration needs an approval that no later change has voided";
    /// Reasons over a negative report.
    REASONS_OVER_REPORT = "EVAL-10.basis", Some("SEQ-3"),
        "《民法典》第一千零九十八条；《收养评估办法（试行）》第十条",
        "Civil Code art. 1098; Assessment Measures art. 10", Remembered,
        "评估结论为不具备收养能力而仍予批准的，须就各项收养人条件分别说明理由",
        "over a negative report the leader must give reasons for each condition of the adopter";
    /// Refusal states its reasons.
    REASONS_FOR_REFUSAL = "REG-8.1", Some("SEQ-9"),
        "《中国公民收养子女登记办法》第八条第一款", "Registration Measures art. 8(1)", Verified,
        "不予登记须说明理由并列明依据", "a refusal must state its reasons with their articles";
    /// Papers are returned or confiscated.
    PAPERS_RETURNED = "REG-12", Some("SEQ-9"),
        "《中国公民收养子女登记办法》第十二条；《收养登记工作规范》（退还材料）",
        "Registration Measures art. 12; Work Specification (papers returned)", Remembered,
        "不予登记的，材料全部退还，虚假证明材料予以没收",
        "on refusal every paper is returned, and false proofs are confiscated";
}

/// What was settled or recorded on a paper stands only while that paper does.
pub fn settlements_stand(case: &Case) -> Vec<Violation> {
    let settled = case.claims.iter().filter(|claim| claim.settlement.is_some()).count();
    let closed = case.incidents.iter().filter(|incident| incident.closed_on.is_some()).count();
    let pairs: [(PaperKind, usize, &'static Rule); 3] = [
        (PaperKind::ClaimPaper, settled, &notice::SETTLED_ON_PAPER),
        (PaperKind::IncidentPaper, closed, &assessment::NO_INCIDENT),
        (PaperKind::ChangeEvidence, case.changes as usize, &SHOWN),
    ];
    pairs
        .into_iter()
        .filter(|(paper, used, _)| case.verified_papers(*paper) < *used)
        .map(|(paper, _, rule)| missing(rule, Slot::of_case(paper)))
        .collect()
}

/// Nobody decides on what they assessed.
pub fn is_no_assessor(case: &Case, facts: &Facts) -> Option<Violation> {
    case.was_assessor(facts.actor.id).then(|| NOT_ASSESSOR.broken())
}

/// Nobody approves what they proposed.
pub fn is_another_person(case: &Case, facts: &Facts) -> Option<Violation> {
    let proposer = case.proposal.as_ref().map(|proposal| proposal.by.id);
    (proposer == Some(facts.actor.id)).then(|| OTHER_PERSON.broken())
}

/// One reason for every condition that applies where the report is negative, and none beyond.
pub fn reasons_over_report(case: &Case, reasons: &[ConditionReason]) -> Vec<Violation> {
    let wanted: Vec<&str> =
        if report_is_negative(case) { conditions_to_reason(case).collect() } else { Vec::new() };
    let given =
        |condition: &str| reasons.iter().filter(|reason| reason.condition == condition).count();
    let missing = wanted.iter().filter(|condition| given(condition) != 1).map(|condition| {
        REASONS_OVER_REPORT
            .broken_because(
                format!("{condition}须有一条理由"),
                format!("one reason for {condition}"),
            )
            .at("reasons_over_report")
    });
    let beyond = reasons.iter().filter(|reason| !wanted.contains(&reason.condition.as_str()));
    missing.chain(beyond.map(|_| REASONS_OVER_REPORT.broken().at("reasons_over_report"))).collect()
}

/// An approval stands, given by another person than proposed, and nothing changed since.
pub fn approval_stands(case: &Case) -> Vec<Violation> {
    let Some(approval) = &case.approval else {
        return vec![APPROVED.broken()];
    };
    let mut violations = Vec::new();
    match &case.proposal {
        None => violations.push(APPROVED.broken()),
        Some(proposal) if proposal.by.id == approval.by.id => {
            violations.push(OTHER_PERSON.broken());
        }
        Some(_) => {}
    }
    if case.was_assessor(approval.by.id) {
        violations.push(NOT_ASSESSOR.broken());
    }
    violations.extend(reasons_over_report(case, &approval.reasons_over_report));
    violations
}
