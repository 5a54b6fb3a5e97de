//! 评估评分表（空白） from a case: of the set that was frozen, without the items that do not apply.

use std::collections::BTreeSet;

use workflow::indicator::{IndicatorSet, Item, Level, NotApplicable, Part};
use workflow::law::scoring::circumstances;

use crate::parts::secrecy::View;
use crate::parts::setting::Setting;

use super::{FormBonus, FormItem, FormLevel, FormPart, ScoringForm};

/// 评估评分表（空白）.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<ScoringForm> {
    let scored = case.assessment.scored.as_deref()?;
    Some(ScoringForm {
        office: setting.office.into(),
        case_number: case.number.clone(),
        made_on: setting.on,
        set: format!("{}（{}第{}版）", scored.set.name.zh, scored.set.id, scored.set.version),
        official: scored.set.official,
        half_points: scored.set.half_points,
        parts: parts(&scored.set, &circumstances(case, scored)),
        bonuses: bonuses(&scored.set),
    })
}

/// Both parts as they are filled in.
pub(super) fn parts(set: &IndicatorSet, absent: &BTreeSet<NotApplicable>) -> Vec<FormPart> {
    let titles = [(Part::Capability, "收养能力"), (Part::Integration, "融合情况")];
    let part = |(part, title): (Part, &str)| FormPart {
        title: title.to_owned(),
        max: set.max(part).to_string(),
        pass: set.pass(part).to_string(),
        items: set.items(part).map(|item| form_item(item, absent)).collect(),
    };
    titles.map(part).into()
}

fn form_item(item: &Item, absent: &BTreeSet<NotApplicable>) -> FormItem {
    let shown: Vec<&str> = item.evidence.iter().map(|kind| kind.printed()).collect();
    FormItem {
        code: item.code.clone(),
        ask: item.ask.zh.clone(),
        max: item.max.to_string(),
        levels: item.levels.iter().map(form_level).collect(),
        evidence: shown.join("、"),
        applies: !item.not_applicable_if.is_some_and(|when| absent.contains(&when)),
    }
}

fn form_level(level: &Level) -> FormLevel {
    let points = if level.from == level.to {
        level.to.to_string()
    } else {
        format!("{}—{}", level.from, level.to)
    };
    FormLevel { name: level.name.zh.clone(), points, anchor: level.anchor.zh.clone() }
}

/// The extra points of a set.
pub(super) fn bonuses(set: &IndicatorSet) -> Vec<FormBonus> {
    let bonus = |bonus: &workflow::indicator::Bonus| FormBonus {
        code: bonus.code.clone(),
        points: bonus.points.to_string(),
        condition: bonus.condition.zh.clone(),
    };
    set.capability.bonuses.iter().map(bonus).collect()
}
