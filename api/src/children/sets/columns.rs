//! The sheets of a workbook and their columns, each with its Chinese and its English name.

/// A sheet by its two names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// As a province's table has it.
    pub zh: &'static str,
    /// As JSON has it.
    pub en: &'static str,
}

impl Named {
    /// Whether a text is one of the names.
    pub fn is(self, text: &str) -> bool {
        text == self.zh || text == self.en
    }
}

/// A column or a line by its names, and whether a sheet may do without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its names.
    pub named: Named,
    /// Whether the sheet must have it.
    pub needed: bool,
}

const fn needed(zh: &'static str, en: &'static str) -> Column {
    Column { named: Named { zh, en }, needed: true }
}

const fn optional(zh: &'static str, en: &'static str) -> Column {
    Column { named: Named { zh, en }, needed: false }
}

/// The sheet on the set as a whole: a line for each value, its name in the first column, the value in the
/// second, and an English text in the third.
pub const SET: Named = Named { zh: "指标体系", en: "set" };
/// The sheet of the first part: a line for each level of each item.
pub const CAPABILITY: Named = Named { zh: "收养能力", en: "capability" };
/// The sheet of the second part.
pub const INTEGRATION: Named = Named { zh: "融合", en: "integration" };
/// The sheet of extra points.
pub const BONUSES: Named = Named { zh: "加分", en: "bonuses" };
/// The sheet of vetoes.
pub const VETOES: Named = Named { zh: "一票否决", en: "vetoes" };

/// The lines of the sheet on the set as a whole, each with the path of its value.
pub const LINES: [(Named, &str); 15] = [
    (Named { zh: "体系代码", en: "id" }, "id"),
    (Named { zh: "版本", en: "version" }, "version"),
    (Named { zh: "名称", en: "name" }, "name"),
    (Named { zh: "发布机关", en: "issuer" }, "issuer"),
    (Named { zh: "是否官方", en: "official" }, "official"),
    (Named { zh: "施行日期", en: "in_force_from" }, "in_force_from"),
    (Named { zh: "是否计半分", en: "half_points" }, "half_points"),
    (Named { zh: "评估对象", en: "scope" }, "scope"),
    (Named { zh: "收养能力满分", en: "capability_max" }, "capability.max"),
    (Named { zh: "收养能力合格分", en: "capability_pass" }, "capability.pass"),
    (Named { zh: "加分上限", en: "bonus_cap" }, "capability.bonus_cap"),
    (Named { zh: "融合满分", en: "integration_max" }, "integration.max"),
    (Named { zh: "融合合格分", en: "integration_pass" }, "integration.pass"),
    (Named { zh: "融合最少日数", en: "min_days" }, "integration.min_days"),
    (Named { zh: "融合最少走访次数", en: "min_visits" }, "integration.min_visits"),
];

/// The columns of a sheet of items. What belongs to a group or an item stands in its first line.
pub const ITEMS: [Column; 20] = [
    needed("一级代码", "group"),
    needed("一级指标", "group_name"),
    optional("一级指标（英文）", "group_name_en"),
    needed("评估内容", "topic"),
    needed("一级分值", "group_max"),
    needed("项目代码", "item"),
    needed("项目", "ask"),
    optional("项目（英文）", "ask_en"),
    needed("满分", "max"),
    needed("证据", "evidence"),
    optional("评估方法", "method"),
    optional("评估方法（英文）", "method_en"),
    needed("对象", "concerns"),
    optional("不适用情形", "not_applicable_if"),
    needed("档次", "level"),
    optional("档次（英文）", "level_en"),
    needed("最低分", "from"),
    needed("最高分", "to"),
    needed("评分标准", "anchor"),
    optional("评分标准（英文）", "anchor_en"),
];

/// The columns of the sheet of extra points.
pub const OF_BONUSES: [Column; 6] = [
    needed("代码", "code"),
    needed("分值", "points"),
    needed("条件", "condition"),
    optional("条件（英文）", "condition_en"),
    optional("所依据的项目", "needs"),
    needed("证据", "evidence"),
];

/// The columns of the sheet of vetoes.
pub const OF_VETOES: [Column; 9] = [
    needed("代码", "code"),
    needed("名称", "name"),
    optional("名称（英文）", "name_en"),
    needed("内容", "what"),
    optional("内容（英文）", "what_en"),
    optional("第十一条项次", "article_11_item"),
    needed("证据", "evidence"),
    optional("不得作为证据", "never"),
    optional("另须", "also"),
];
