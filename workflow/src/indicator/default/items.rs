//! How the tables of the default set are written down.

use crate::indicator::points::Points;
use crate::indicator::set::{Concerned, Evidence, Group, Item, Level, NotApplicable, Topic};
use crate::indicator::wording::Wording;

/// Points from one number to another, in Chinese and English.
type Described = (u32, u32, &'static str, &'static str);

fn level((zh, en): (&str, &str), (from, to, anchor, anchor_en): Described) -> Level {
    Level {
        name: Wording::new(zh, en),
        from: Points::whole(from),
        to: Points::whole(to),
        anchor: Wording::new(anchor, anchor_en),
    }
}

/// Four levels, the best first.
pub fn four(full: Described, most: Described, weak: Described, none: Described) -> Vec<Level> {
    let mut levels = three(full, weak, none);
    levels.insert(1, level(("基本符合", "most"), most));
    levels
}

/// Three levels, the best first.
pub fn three(full: Described, weak: Described, none: Described) -> Vec<Level> {
    vec![
        level(("完全符合", "full"), full),
        level(("较弱", "weak"), weak),
        level(("不符合", "none"), none),
    ]
}

/// An item that concerns the applicants.
pub fn item(code: &str, (zh, en): (&str, &str), levels: Vec<Level>, evidence: &[Evidence]) -> Item {
    Item {
        code: code.to_owned(),
        ask: Wording::new(zh, en),
        max: levels.first().map(|level| level.to).unwrap_or_default(),
        levels,
        evidence: evidence.to_vec(),
        method: None,
        concerns: vec![Concerned::Applicants],
        not_applicable_if: None,
    }
}

impl Item {
    /// It concerns these.
    pub(super) fn of(self, concerns: &[Concerned]) -> Item {
        Item { concerns: concerns.to_vec(), ..self }
    }

    /// It does not apply then.
    pub(super) fn unless(self, when: NotApplicable) -> Item {
        Item { not_applicable_if: Some(when), ..self }
    }

    /// It is looked into so.
    pub(super) fn by(self, zh: &str, en: &str) -> Item {
        Item { method: Some(Wording::new(zh, en)), ..self }
    }
}

/// A group, whose points are said apart from those of its items.
pub fn group(
    code: &str,
    topic: Topic,
    (zh, en): (&str, &str),
    points: u32,
    items: Vec<Item>,
) -> Group {
    Group {
        code: code.to_owned(),
        name: Wording::new(zh, en),
        topic,
        max: Points::whole(points),
        items,
    }
}
