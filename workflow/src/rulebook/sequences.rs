//! The sequence that nothing may bend, by name: the heads under which the rulebook gathers its rules.

/// One rule of the sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sequence {
    /// Its identifier, such as `SEQ-1`.
    pub id: &'static str,
    /// What it is about, in Chinese.
    pub zh: &'static str,
    /// What it is about, in English.
    pub en: &'static str,
}

const fn sequence(id: &'static str, zh: &'static str, en: &'static str) -> Sequence {
    Sequence { id, zh, en }
}

/// Every rule of the sequence. Those that no rule names are kept by the way the house is built: a
/// clock, a table of exemptions, a number nobody can draw.
pub static SEQUENCES: [Sequence; 19] = [
    sequence("SEQ-0", "办理顺序", "the order of work"),
    sequence("SEQ-1", "管辖、收养条件与材料", "jurisdiction, conditions and papers"),
    sequence("SEQ-2", "公告六十日与认领", "sixty days of notice, and claims"),
    sequence("SEQ-3", "收养评估", "assessment"),
    sequence("SEQ-4", "分别询问", "separate inquiries"),
    sequence("SEQ-5", "书面同意", "consent on paper"),
    sequence("SEQ-6", "家庭教育指导", "family-education guidance"),
    sequence("SEQ-7", "报批与批准由不同的人作出", "proposal and approval by different persons"),
    sequence("SEQ-8", "登记", "registration"),
    sequence("SEQ-8b", "颁证", "issue"),
    sequence("SEQ-9", "不予受理、不予登记与送达", "not accepted, refused, served"),
    sequence("SEQ-10", "归档", "the archive"),
    sequence("SEQ-11", "回访", "follow-up"),
    sequence("SEQ-12", "期限的起算与停止", "the clocks, their start and their pauses"),
    sequence("SEQ-13", "撤回与情况变更", "withdrawal and changes of fact"),
    sequence("SEQ-14", "收养与捐赠分离", "no donation"),
    sequence("SEQ-15", "豁免依其条文", "exemptions by their own article"),
    sequence("SEQ-16", "一童一件", "one adoption for one child"),
    sequence("SEQ-17", "补录、补领与更正不产生收养关系", "no side door"),
];
