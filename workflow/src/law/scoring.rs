//! Points of an assessment: two sheets apart, every difference settled, nothing averaged away, and what
//! the sums say. They support who decides and decide nothing (评估办法 art. 10).

use std::collections::BTreeSet;

use super::assessment_work::childs_own_no;
use super::veto::VETO_DECIDED;
use crate::base::ids::UserId;
use crate::base::rule::{Violation, rules};
use crate::case::Case;
use crate::case::assessment::Conclusion;
use crate::case::assessment::scored::{GivenMark, RaterSheet, Scored, ScoredResult};
use crate::indicator::{
    Item, Mark, MarkFault, MarkFaultKind, NotApplicable, Outcome, Part, Points, Sheet,
    levels_apart, outcome,
};

rules! {
    /// Each assessor scores alone.
    OWN_SHEET = "EVAL-6.sheet", Some("SEQ-3"),
        "《收养评估办法（试行）》第四条、第六条", "Assessment Measures arts. 4, 6", Derived,
        "评分表由每名评估人员独立填写，本人的表只由本人保存和提交",
        "each assessor scores alone, and saves and sends their own sheet";
    /// A sheet that was sent stands.
    SENT_STANDS = "EVAL-9.4.sent", Some("SEQ-3"),
        "《收养评估办法（试行）》第九条第（四）项", "Assessment Measures art. 9(4)", Derived,
        "评分表已经提交，原始评分不得再改", "the sheet was sent, and its marks stay as they are";
    /// A sheet is whole.
    WHOLE_SHEET = "EVAL-8.sheet", Some("SEQ-3"),
        "《收养评估办法（试行）》第八条（评估指标）", "Assessment Measures art. 8 (indicator set)", Derived,
        "评分表须逐项评分，分值须在所选等级之内，每项有佐证",
        "every item that applies has a mark within a level, and evidence";
    /// Nothing lies beside it.
    NOTHING_BESIDE = "EVAL-9.4.beside", Some("SEQ-3"),
        "《收养评估办法（试行）》第九条第（四）项", "Assessment Measures art. 9(4)", Derived,
        "另有一份离线草稿尚未处理，或者所依据的版本不是最新",
        "a draft that came late lies beside it, or this is not its newest revision";
    /// All sheets are sent before any is compared.
    BOTH_SENT = "EVAL-6.apart", Some("SEQ-3"),
        "《收养评估办法（试行）》第四条、第六条", "Assessment Measures arts. 4, 6", Derived,
        "全体评估人员提交评分表以后，才可以比较和协商",
        "sheets are compared and settled once every assessor has sent theirs";
    /// Differences are settled.
    SETTLED = "EVAL-6.settled", Some("SEQ-3"),
        "《收养评估办法（试行）》第四条、第六条", "Assessment Measures arts. 4, 6", Derived,
        "评分不一致的须逐项协商一致，相差超过一个等级的须写明理由，不得取平均",
        "each difference is settled by all, with a reason beyond one level, and nothing is averaged";
    /// The conclusion is what the scores come to.
    AS_SCORED = "EVAL-9.4.score", Some("SEQ-3"),
        "《收养评估办法（试行）》第九条第（四）项（评估指标）", "Assessment Measures art. 9(4) (indicator set)", Derived,
        "评估结论须与评分、一票否决和融合情况一致",
        "the conclusion is what the points, the vetoes and the integration come to";
    /// What to improve.
    IMPROVEMENTS = "EVAL-9.4.improve", Some("SEQ-3"),
        "《收养评估办法（试行）》第九条第（四）项", "Assessment Measures art. 9(4)", Derived,
        "评估未通过的，须列明一至五项可以改进之处；通过的不列",
        "where it fails, one to five things to improve are named; where it passes, none";
}

/// The circumstances that take items out: of the application, and of the home as it was found.
pub fn circumstances(case: &Case, scored: &Scored) -> BTreeSet<NotApplicable> {
    let single = (case.adopters.len() == 1).then_some(NotApplicable::Single);
    let of_home = scored.plan.iter().flat_map(|plan| plan.household.not_applicable());
    single.into_iter().chain(of_home).collect()
}

/// Who scores: the assessors appointed now.
pub fn raters(case: &Case) -> Vec<UserId> {
    case.assessment.assessors.iter().map(|assessor| assessor.user).collect()
}

fn marks_of(given: &[GivenMark]) -> Vec<Mark> {
    given.iter().map(|mark| Mark { item: mark.item.clone(), points: mark.points }).collect()
}

/// What is wrong with a sheet that is to be sent.
pub fn whole(case: &Case, scored: &Scored, sheet: &RaterSheet) -> Vec<Violation> {
    let marks = marks_of(&sheet.text.marks);
    let bonuses: Vec<String> = sheet.text.bonuses.iter().map(|bonus| bonus.code.clone()).collect();
    let circumstances = circumstances(case, scored);
    let read =
        Sheet { marks: &marks, bonuses: &bonuses, circumstances: &circumstances, vetoed: false };
    let mut violations: Vec<Violation> = match outcome(&scored.set, sheet.part, read) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.iter().map(of_fault).collect(),
    };
    let given = sheet.text.marks.iter().map(|mark| (&mark.item, &mark.evidence));
    let extra = sheet.text.bonuses.iter().map(|bonus| (&bonus.code, &bonus.evidence));
    for (code, evidence) in given.chain(extra) {
        let shown = scored.pieces(evidence).any(|piece| piece.items.contains(code));
        if !shown {
            let because = WHOLE_SHEET.broken_because("没有佐证", "no evidence shows it");
            violations.push(because.at(format!("marks.{code}")));
        }
    }
    violations
}

fn of_fault(fault: &MarkFault) -> Violation {
    let (zh, en) = match fault.kind {
        MarkFaultKind::Missing => ("未评", "it has no mark"),
        MarkFaultKind::Unknown => ("指标中没有此项", "the set has no such item"),
        MarkFaultKind::Twice => ("重复", "it is marked twice"),
        MarkFaultKind::DoesNotApply => ("此项不适用", "it does not apply"),
        MarkFaultKind::OutsideLevels => ("分值不在任何等级之内", "the points lie in no level"),
        MarkFaultKind::HalfPoint => ("不用半分", "whole points only"),
        MarkFaultKind::NotEarned => ("加分条件未达到", "what it needs was not scored"),
    };
    WHOLE_SHEET.broken_because(zh, en).at(format!("marks.{}", fault.code))
}

/// An item on which the sheets differ, with each assessor's points in the order they were appointed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The item, or the extra points.
    pub code: String,
    /// The points of each.
    pub points: Vec<Points>,
    /// Whether they lie more than one level apart, or whether extra points are earned at all.
    pub needs_reason: bool,
    /// What all of them say by now, if they agree.
    pub settled: Option<Points>,
}

/// The items on which the sheets of a part differ, once all are sent.
pub fn differences(case: &Case, scored: &Scored, part: Part) -> Vec<Difference> {
    let raters = raters(case);
    if !scored.all_sent(part, raters.iter().copied()) {
        return Vec::new();
    }
    let sheets: Vec<&RaterSheet> =
        raters.iter().filter_map(|rater| scored.sheet(part, *rater)).collect();
    let of_items = scored.set.items(part).filter_map(|item| {
        let points = points_of(&sheets, &item.code);
        differ(&points).then(|| Difference {
            needs_reason: apart(item, &points),
            settled: agreed(scored, part, &item.code, &raters),
            code: item.code.clone(),
            points,
        })
    });
    let bonuses = match part {
        Part::Capability => scored.set.capability.bonuses.as_slice(),
        Part::Integration => &[],
    };
    let of_bonuses = bonuses.iter().filter_map(|bonus| {
        let claims = |sheet: &&RaterSheet| {
            let claimed = sheet.text.bonuses.iter().any(|claim| claim.code == bonus.code);
            if claimed { bonus.points } else { Points::ZERO }
        };
        let points: Vec<Points> = sheets.iter().map(claims).collect();
        differ(&points).then(|| Difference {
            needs_reason: true,
            settled: agreed(scored, part, &bonus.code, &raters),
            code: bonus.code.clone(),
            points,
        })
    });
    of_items.chain(of_bonuses).collect()
}

fn points_of(sheets: &[&RaterSheet], code: &str) -> Vec<Points> {
    let of_sheet = |sheet: &&RaterSheet| {
        sheet.text.marks.iter().find(|mark| mark.item == code).map(|mark| mark.points)
    };
    sheets.iter().filter_map(of_sheet).collect()
}

fn differ(points: &[Points]) -> bool {
    points.windows(2).any(|pair| matches!(pair, [one, other] if one != other))
}

fn apart(item: &Item, points: &[Points]) -> bool {
    let (least, most) = (points.iter().min(), points.iter().max());
    least.zip(most).and_then(|(least, most)| levels_apart(item, *least, *most)) > Some(1)
}

/// What the newest word of every assessor says, if it is the same.
fn agreed(scored: &Scored, part: Part, code: &str, raters: &[UserId]) -> Option<Points> {
    let newest = |rater: &UserId| {
        let said = scored.settlements.iter().rev();
        said.filter(|said| said.part == part && said.item == code && said.by.id == *rater)
            .map(|said| said.points)
            .next()
    };
    let words: Option<Vec<Points>> = raters.iter().map(newest).collect();
    let words = words?;
    let first = words.first().copied()?;
    words.iter().all(|word| *word == first).then_some(first)
}

/// What stands in the way of a score: sheets that are not sent, differences that are not settled.
pub fn unsettled(case: &Case, scored: &Scored, part: Part) -> Vec<Violation> {
    let raters = raters(case);
    if raters.is_empty() || !scored.all_sent(part, raters) {
        return vec![BOTH_SENT.broken().at(part_word(part))];
    }
    let open = differences(case, scored, part).into_iter().filter(|one| one.settled.is_none());
    open.map(|one| SETTLED.broken().at(format!("{}.{}", part_word(part), one.code))).collect()
}

/// The word of a part in the path of a field.
pub fn part_word(part: Part) -> &'static str {
    match part {
        Part::Capability => "capability",
        Part::Integration => "integration",
    }
}

/// The score of a part: the settled marks by the frozen set. It is recomputed whenever it is asked for.
pub fn score(case: &Case, scored: &Scored, part: Part) -> Option<Outcome> {
    if !unsettled(case, scored, part).is_empty() {
        return None;
    }
    let first = raters(case).first().copied()?;
    let sheet = scored.sheet(part, first)?;
    let settled = differences(case, scored, part);
    let settled_points =
        |code: &str| settled.iter().find(|one| one.code == code).and_then(|one| one.settled);
    let marks: Vec<Mark> = marks_of(&sheet.text.marks)
        .into_iter()
        .map(|mark| Mark { points: settled_points(&mark.item).unwrap_or(mark.points), ..mark })
        .collect();
    let claimed = |code: &String| sheet.text.bonuses.iter().any(|bonus| bonus.code == *code);
    let bonuses: Vec<String> = scored
        .set
        .capability
        .bonuses
        .iter()
        .map(|bonus| bonus.code.clone())
        .filter(|code| match settled_points(code) {
            Some(points) => points > Points::ZERO,
            None => claimed(code),
        })
        .collect();
    let read = Sheet {
        marks: &marks,
        bonuses: if part == Part::Capability { &bonuses } else { &[] },
        circumstances: &circumstances(case, scored),
        vetoed: scored.standing_vetoes().next().is_some(),
    };
    outcome(&scored.set, part, read).ok()
}

/// What the scores come to today.
pub fn result(case: &Case, scored: &Scored, improvements: &[String]) -> ScoredResult {
    let mut vetoes: Vec<String> = scored.standing_vetoes().map(|veto| veto.code.clone()).collect();
    vetoes.dedup();
    ScoredResult {
        set: scored.set.named(),
        capability: score(case, scored, Part::Capability),
        integration: score(case, scored, Part::Integration),
        vetoes,
        improvements: improvements.to_vec(),
    }
}

/// What is wrong with a conclusion on these scores.
pub fn as_scored(case: &Case, scored: &Scored, conclusion: Conclusion) -> Vec<Violation> {
    let undecided = scored.vetoes.iter().any(|veto| veto.decision.is_none());
    let mut violations: Vec<Violation> =
        undecided.then(|| VETO_DECIDED.broken()).into_iter().collect();
    let vetoed = scored.standing_vetoes().next().is_some();
    let capability = score(case, scored, Part::Capability);
    let integration = score(case, scored, Part::Integration);
    let failed =
        |outcome: &Option<Outcome>| outcome.as_ref().is_some_and(|outcome| !outcome.passed);
    match conclusion {
        Conclusion::Capable => {
            for part in [Part::Capability, Part::Integration] {
                violations.extend(unsettled(case, scored, part));
            }
            if vetoed || failed(&capability) || failed(&integration) {
                violations.push(AS_SCORED.broken().at("conclusion"));
            }
        }
        Conclusion::NotCapable => {
            let broken_off =
                case.assessment.integration.is_none() && !case.broken_integrations.is_empty();
            let said_no = childs_own_no(case).is_some();
            if !(vetoed || said_no) {
                violations.extend(unsettled(case, scored, Part::Capability));
                if !(failed(&capability) || failed(&integration) || broken_off) {
                    violations.push(AS_SCORED.broken().at("conclusion"));
                }
            }
        }
    }
    violations
}
