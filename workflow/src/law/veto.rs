//! 一票否决: proposed by an assessor on evidence, decided by the leader. It makes an assessment fail and is
//! neither a legal bar nor a reportable circumstance (those stop the work and go to the leader).

use super::assessment_work::kinds;
use crate::base::rule::{Violation, rules};
use crate::case::Case;
use crate::case::assessment::IncidentGround;
use crate::case::assessment::scored::{ProposedVeto, Scored};
use crate::indicator::{Demand, Evidence, Veto};

rules! {
    /// A veto rests on its evidence.
    VETO_SHOWN = "EVAL-11.veto", Some("SEQ-3"),
        "《收养评估办法（试行）》第十一条（地方一票否决指标）", "Assessment Measures art. 11 (local veto)", Derived,
        "一票否决须有该项所要求的佐证", "a veto needs evidence of a kind it asks for";
    /// Illness is never established without a medical paper.
    MEDICAL_PAPER = "EVAL-11.6", Some("SEQ-3"),
        "《收养评估办法（试行）》第十一条第（六）项；《民法典》第一千零九十八条第三项",
        "Assessment Measures art. 11(6); Civil Code art. 1098(3)", Derived,
        "疾病、残疾须有已核验的医疗文书，并写明为何影响抚养，不得凭谈话或者印象认定",
        "illness or disability needs a verified medical paper and why it affects the child, never talk or impression";
    /// A second assessor proposes it too.
    SECOND_SIGNATURE = "EVAL-11.9", Some("SEQ-3"),
        "《收养评估办法（试行）》第十一条第（九）项", "Assessment Measures art. 11(9)", Derived,
        "其他严重不利情形须有第二名评估人员同样提请", "other grave conduct is proposed by a second assessor too";
    /// The leader decides a veto before the report.
    VETO_DECIDED = "EVAL-11.decided", Some("SEQ-3"),
        "《收养评估办法（试行）》第十一条", "Assessment Measures art. 11", Derived,
        "提请的一票否决须由负责人决定", "the leader decides a veto that was proposed";
}

/// The ground of the national measure that a veto comes from.
pub fn ground_of(veto: &Veto) -> Option<IncidentGround> {
    let place = veto.article_11_item?.checked_sub(1)?;
    IncidentGround::ALL.get(usize::try_from(place).ok()?).copied()
}

/// What is wrong with the evidence of a veto.
pub fn veto_is_shown(
    case: &Case,
    scored: &Scored,
    veto: &Veto,
    evidence: &[u32],
    effect_on_child: Option<&str>,
) -> Vec<Violation> {
    let mut violations = Vec::new();
    let known = evidence.iter().all(|number| scored.pieces(&[*number]).next().is_some());
    let shown = kinds(scored.pieces(evidence)).iter().any(|kind| veto.evidence.contains(kind));
    if !known || !shown {
        violations.push(VETO_SHOWN.broken().at("evidence"));
    }
    if ground_of(veto) == Some(IncidentGround::Illness) {
        let medical = scored.pieces(evidence).any(|piece| {
            piece.kind == Evidence::Paper
                && case
                    .papers
                    .iter()
                    .any(|paper| Some(paper.number) == piece.paper && paper.is_verified())
        });
        if !medical {
            violations.push(MEDICAL_PAPER.broken().at("evidence"));
        }
        if effect_on_child.is_none() {
            violations.push(MEDICAL_PAPER.broken().at("effect_on_child"));
        }
    }
    violations
}

/// Whether a second assessor proposed the same, where the set demands it.
pub fn has_second_signature(scored: &Scored, proposed: &ProposedVeto) -> bool {
    let demanded = scored
        .set
        .veto(&proposed.code)
        .is_some_and(|veto| veto.also.contains(&Demand::SecondSignature));
    let second = scored
        .vetoes
        .iter()
        .any(|other| other.code == proposed.code && other.by.id != proposed.by.id);
    !demanded || second
}
