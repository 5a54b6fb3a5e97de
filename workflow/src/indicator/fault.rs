//! What a set may break, each with its word and its sentence.

/// What a set breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SetRule {
    /// A text is empty, too long, or begins or ends with white space.
    Text,
    /// The name of a set, its version, or a code is not written as one.
    Code,
    /// The code stands elsewhere, too.
    CodeTwice,
    /// There is none, and one is needed at least.
    Empty,
    /// The points do not add up to those of the heading.
    Sum,
    /// The pass mark is none, or more than can be won.
    Pass,
    /// The levels are not two at least, the best first and up to the most points, the last down to none.
    Levels,
    /// Half points, where the set gives whole ones only.
    HalfPoint,
    /// A topic of the nation is not assessed, or an item stands in the wrong part.
    Topic,
    /// What the extra points need is no item, or more than it can earn.
    Need,
    /// Fewer days or visits than an integration has.
    Integration,
    /// What shows a veto does not suffice for it.
    VetoEvidence,
    /// Money given is never scored.
    MoneyGiven,
    /// Religion is never scored.
    Religion,
    /// Nobody's origin is scored.
    Origin,
    /// Childlessness is never scored.
    Childlessness,
    /// What the law itself decides is not scored.
    DecidedByLaw,
    /// Points for means are capped.
    MeansCapped,
}

impl SetRule {
    /// The word of the rule.
    pub fn word(self) -> &'static str {
        match self {
            SetRule::Text => "indicator-text",
            SetRule::Code => "indicator-code",
            SetRule::CodeTwice => "indicator-code-twice",
            SetRule::Empty => "indicator-empty",
            SetRule::Sum => "indicator-sum",
            SetRule::Pass => "indicator-pass",
            SetRule::Levels => "indicator-levels",
            SetRule::HalfPoint => "indicator-half-point",
            SetRule::Topic => "indicator-topic",
            SetRule::Need => "indicator-need",
            SetRule::Integration => "indicator-integration",
            SetRule::VetoEvidence => "indicator-veto-evidence",
            SetRule::MoneyGiven => "indicator-money-given",
            SetRule::Religion => "indicator-religion",
            SetRule::Origin => "indicator-origin",
            SetRule::Childlessness => "indicator-childlessness",
            SetRule::DecidedByLaw => "indicator-decided-by-law",
            SetRule::MeansCapped => "indicator-means-capped",
        }
    }

    /// What it demands, in Chinese and English.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            SetRule::Text => (
                "文字不能为空、不能超过二百字，首尾不能有空白",
                "a text of 1 to 200 characters without blanks at its ends is needed",
            ),
            SetRule::Code => (
                "代码由大写字母、数字、点和连字符组成，不超过四十位；版本号为一至九千九百九十九",
                "a code has capital letters, digits, dots and hyphens, at most 40; a version is 1 to 9999",
            ),
            SetRule::CodeTwice => ("代码重复", "the code stands elsewhere, too"),
            SetRule::Empty => ("至少须有一项", "one at least is needed"),
            SetRule::Sum => {
                ("各项分值之和与标明的分值不符", "the points do not add up to those of the heading")
            }
            SetRule::Pass => {
                ("合格分须大于零且不超过满分", "the pass mark is above none and at most all points")
            }
            SetRule::Levels => (
                "档次至少两档，由高到低且不重叠，最高档至满分，最低档自零分起",
                "two levels at least, the best first and apart, the first up to all points, the last from none",
            ),
            SetRule::HalfPoint => ("本体系只记整分", "this set gives whole points only"),
            SetRule::Topic => (
                "十一项评估内容须齐全，融合情况单列（《收养评估办法（试行）》第八条）",
                "every one of the eleven topics is assessed, integration apart (Assessment Measures art. 8)",
            ),
            SetRule::Need => (
                "加分所依据的项目须在本部分内，分值不超过该项满分",
                "extra points rest on an item of the part and on no more than it can earn",
            ),
            SetRule::Integration => (
                "融合不少于三十日（《收养评估办法（试行）》第八条），走访至少一次",
                "integration lasts 30 days or more (Assessment Measures art. 8), with one visit at least",
            ),
            SetRule::VetoEvidence => (
                "疾病残疾须凭且仅凭医疗材料；侵害融合期儿童须有报警回执；排除的证据不得又列为依据；条目在一至九之间（《收养评估办法（试行）》第十一条）",
                "illness is shown by a medical paper alone; harm during integration needs the police report; what never shows a veto is not its evidence; items are 1 to 9 (Assessment Measures art. 11)",
            ),
            SetRule::MoneyGiven => (
                "捐赠、赞助等给付不得计分（收养与捐赠不挂钩）",
                "gifts and donations are never scored (no donation for an adoption)",
            ),
            SetRule::Religion => ("宗教信仰不得计分", "religion is never scored"),
            SetRule::Origin => ("籍贯、户籍来源、民族不得计分", "nobody's origin is scored"),
            SetRule::Childlessness => {
                ("有无子女、能否生育不得计分", "childlessness is never scored")
            }
            SetRule::DecidedByLaw => (
                "年龄差、子女数量、性别由法律规定，不得计分（《民法典》第一千零九十八条、第一千一百条、第一千一百零二条）",
                "age gap, number of children and sex are law, not points (Civil Code arts. 1098, 1100, 1102)",
            ),
            SetRule::MeansCapped => (
                "经济条件合计不超过 12 分，住房条件合计不超过 10 分",
                "means earn at most 12 points for income and 10 for housing",
            ),
        }
    }
}

/// A fault and where it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The path of the value: `capability.groups[0].items[2].max`.
    pub at: String,
    /// What is wrong with it.
    pub rule: SetRule,
}
