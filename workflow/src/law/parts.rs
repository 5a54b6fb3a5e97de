//! The parts of the rulebook: which file's rules stand where, and whether they refuse.

use super::{
    adopter, appointment, archive, assessment, assessment_review, assessment_work, change, child,
    correction, decision, donation, effect, ended, follow_up, hearing, input, jurisdiction, kinds,
    later, notice, paper_rules, placer, recusal, registration, remedies, routing, scoring,
    sequence, siblings, signed_report, veto,
};
use crate::base::rule::Rule;

/// What the rules of a part are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// An act is refused while the rule is not met; a test sees it refuse.
    Refuses,
    /// The article is told to a party, on paper or on a page. It stands in nobody's way.
    Tells,
}

/// The rules of one file.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// The file below `workflow/src`, without its ending.
    pub file: &'static str,
    /// What it is about, in Chinese.
    pub zh: &'static str,
    /// What it is about, in English.
    pub en: &'static str,
    /// What its rules are for.
    pub purpose: Purpose,
    /// The rules.
    pub rules: &'static [&'static Rule],
}

const fn refuses(
    file: &'static str,
    zh: &'static str,
    en: &'static str,
    rules: &'static [&'static Rule],
) -> Part {
    Part { file, zh, en, purpose: Purpose::Refuses, rules }
}

const fn tells(
    file: &'static str,
    zh: &'static str,
    en: &'static str,
    rules: &'static [&'static Rule],
) -> Part {
    Part { file, zh, en, purpose: Purpose::Tells, rules }
}

/// Every part, in the order of the rulebook. A file that declares rules has its line here, or the
/// compiler says that its rules are never used.
pub static PARTS: &[Part] = &[
    refuses("law/sequence", "办理顺序", "the order of work", sequence::RULES),
    refuses("law/kinds", "收养类别", "the kinds of adoption", kinds::RULES),
    refuses("law/routing", "级别管辖", "which level of office registers", routing::RULES),
    refuses("law/jurisdiction", "管辖", "which office registers", jurisdiction::RULES),
    refuses("law/child", "被收养人", "who may be adopted", child::RULES),
    refuses("law/placer", "送养人", "who may place", placer::RULES),
    refuses("law/adopter", "收养人", "who may adopt", adopter::RULES),
    refuses("law/paper_rules", "材料", "papers", paper_rules::RULES),
    refuses("law/notice", "公告与认领", "public notice and claims", notice::RULES),
    refuses("law/assessment", "收养评估", "assessment", assessment::RULES),
    refuses("law/assessment_work", "评估工作", "the work of an assessment", assessment_work::RULES),
    refuses(
        "law/assessment_review",
        "评估复核",
        "review of an assessment",
        assessment_review::RULES,
    ),
    refuses("law/signed_report", "签名的评估报告", "the signed report", signed_report::RULES),
    refuses("law/recusal", "评估人员回避", "recusal of assessors", recusal::RULES),
    refuses("law/scoring", "评估评分", "points of an assessment", scoring::RULES),
    refuses("law/veto", "一票否决", "vetoes of an assessment", veto::RULES),
    refuses("law/appointment", "评估人员资格", "who may assess", appointment::RULES),
    refuses("law/hearing", "询问、同意与指导", "inquiry, consent and guidance", hearing::RULES),
    refuses("law/decision", "报批与批准", "proposal and approval", decision::RULES),
    refuses("law/donation", "捐赠与收养不挂钩", "no donation for an adoption", donation::RULES),
    refuses("law/registration", "登记与颁证", "registration and issue", registration::RULES),
    refuses("law/correction", "告知与送达", "correction and service", correction::RULES),
    refuses("law/change", "情况变更", "changes of fact", change::RULES),
    refuses("law/siblings", "同案卷宗", "the file set of siblings", siblings::RULES),
    refuses("law/archive", "归档", "the archive", archive::RULES),
    refuses("law/follow_up", "回访", "follow-up", follow_up::RULES),
    refuses(
        "law/later",
        "解除、撤销、补领、证明与补录",
        "dissolution, revocation, replacement, proof and late entry",
        later::RULES,
    ),
    refuses("law/ended", "在别处结束的收养", "an adoption that ended elsewhere", ended::RULES),
    refuses("law/input", "填写", "values as they are given", input::RULES),
    tells("law/remedies", "救济", "remedies", remedies::RULES),
    tells("law/effect", "收养的效力", "the effect of adoption", effect::RULES),
];

/// Every rule of the house, in the order of the rulebook.
pub fn rulebook() -> Vec<&'static Rule> {
    PARTS.iter().flat_map(|part| part.rules).copied().collect()
}
