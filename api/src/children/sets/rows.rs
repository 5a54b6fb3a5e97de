//! From the rows of a workbook's sheets to a set, with the cell of every value.

use chrono::NaiveDate;
use workflow::indicator::{
    Bonus, Capability, Concerned, Demand, Evidence, Group, IndicatorSet, Integration, Item, Level,
    Mark, NotApplicable, Part, Points, Topic, Veto, Wording,
};

use super::cells::{Row, Sheet, Table, points, truth};
use super::columns::{ITEMS, LINES, OF_BONUSES, OF_VETOES};
use super::reading::{FileRule, Notes};

/// The lines of the set as a whole.
struct Lines<'a> {
    sheet: &'a Sheet,
    notes: &'a mut Notes,
}

impl<'a> Lines<'a> {
    /// The line whose value has this path; a line that is missing is noted.
    fn row(&mut self, path: &str) -> Option<Row<'a>> {
        let (named, _) = LINES.iter().find(|(_, of)| *of == path)?;
        let row = Row::line(self.sheet, *named);
        if row.is_none() {
            self.notes.stands(path, format!("{}!{}", self.sheet.name, named.zh));
            self.notes.unread(FileRule::Line, path);
        }
        row
    }

    fn value<T: Default>(&mut self, path: &str, read: impl Fn(&str) -> Option<T>) -> T {
        let row = self.row(path);
        row.map(|row| row.value(("value", path), T::default(), read, self.notes))
            .unwrap_or_default()
    }

    fn points(&mut self, path: &str) -> Points {
        self.value(path, points)
    }

    fn number(&mut self, path: &str) -> u32 {
        self.value(path, |text| text.parse().ok())
    }

    fn wording(&mut self, path: &str) -> Wording {
        let row = self.row(path);
        row.map(|row| row.wording(("value", path), self.notes)).unwrap_or_default()
    }

    fn scope(&mut self) -> Vec<Concerned> {
        let row = self.row("scope");
        let read = |row: Row<'_>| row.words(("value", "scope"), Concerned::written, self.notes);
        row.map(read).unwrap_or_default()
    }
}

/// The set as a whole, from the sheet of its lines; what it consists of comes from the other sheets.
pub fn whole(sheet: &Sheet, notes: &mut Notes) -> IndicatorSet {
    let mut lines = Lines { sheet, notes };
    IndicatorSet {
        id: lines.wording("id").zh,
        version: lines.number("version"),
        name: lines.wording("name"),
        issuer: lines.wording("issuer"),
        official: lines.value("official", truth),
        in_force_from: lines.value("in_force_from", |text| text.parse::<NaiveDate>().ok()),
        half_points: lines.value("half_points", truth),
        scope: lines.scope(),
        capability: Capability {
            max: lines.points("capability.max"),
            pass: lines.points("capability.pass"),
            bonus_cap: lines.points("capability.bonus_cap"),
            groups: Vec::new(),
            bonuses: Vec::new(),
        },
        integration: Integration {
            max: lines.points("integration.max"),
            pass: lines.points("integration.pass"),
            min_days: lines.number("integration.min_days"),
            min_visits: lines.number("integration.min_visits"),
            groups: Vec::new(),
        },
        vetoes: Vec::new(),
    }
}

/// The groups of a part: a row for each level, and what belongs to a group or an item in its first row.
pub fn groups(sheet: &Sheet, part: Part, notes: &mut Notes) -> Vec<Group> {
    let name = match part {
        Part::Capability => "capability",
        Part::Integration => "integration",
    };
    notes.stands(name, sheet.name.clone());
    notes.stands(&format!("{name}.groups"), sheet.name.clone());
    let mut groups: Vec<Group> = Vec::new();
    let Some(table) = Table::of(sheet, &ITEMS, notes) else {
        return groups;
    };
    for row in table.rows() {
        let code = row.text("group");
        if !code.is_empty() && groups.last().is_none_or(|group| group.code != code) {
            groups.push(group(&row, &format!("{name}.groups[{}]", groups.len()), notes));
        }
        let place = groups.len().saturating_sub(1);
        let Some(group) = groups.last_mut() else {
            notes.misread(FileRule::Row, row.cell("group"));
            continue;
        };
        // The points of an item stand in its first row alone: with them a code begins an item, even one that
        // another item has.
        let code = row.text("item");
        let begins = !row.text("max").is_empty();
        if !code.is_empty() && (begins || group.items.last().is_none_or(|item| item.code != code)) {
            let at = format!("{name}.groups[{place}].items[{}]", group.items.len());
            group.items.push(item(&row, &at, notes));
        }
        let number = group.items.len().saturating_sub(1);
        let Some(item) = group.items.last_mut() else {
            notes.misread(FileRule::Row, row.cell("item"));
            continue;
        };
        let at = format!("{name}.groups[{place}].items[{number}].levels[{}]", item.levels.len());
        item.levels.push(level(&row, &at, notes));
    }
    groups
}

fn group(row: &Row<'_>, at: &str, notes: &mut Notes) -> Group {
    notes.stands(at, row.cell("group"));
    Group {
        code: row.text("group").to_owned(),
        name: row.wording(("group_name", &format!("{at}.name")), notes),
        topic: row.value(("topic", &format!("{at}.topic")), Topic::Motive, Topic::written, notes),
        max: row.points(("group_max", &format!("{at}.max")), notes),
        items: Vec::new(),
    }
}

fn item(row: &Row<'_>, at: &str, notes: &mut Notes) -> Item {
    notes.stands(at, row.cell("item"));
    notes.stands(&format!("{at}.levels"), row.cell("level"));
    let method = row.wording(("method", &format!("{at}.method")), notes);
    let when = |text: &str| match text {
        "" => Some(None),
        text => NotApplicable::written(text).map(Some),
    };
    let never = format!("{at}.not_applicable_if");
    Item {
        code: row.text("item").to_owned(),
        ask: row.wording(("ask", &format!("{at}.ask")), notes),
        max: row.points(("max", &format!("{at}.max")), notes),
        levels: Vec::new(),
        evidence: row.words(("evidence", &format!("{at}.evidence")), Evidence::written, notes),
        method: (!method.zh.is_empty()).then_some(method),
        concerns: row.words(("concerns", &format!("{at}.concerns")), Concerned::written, notes),
        not_applicable_if: row.value(("not_applicable_if", &never), None, when, notes),
    }
}

fn level(row: &Row<'_>, at: &str, notes: &mut Notes) -> Level {
    Level {
        name: row.wording(("level", &format!("{at}.name")), notes),
        from: row.points(("from", &format!("{at}.from")), notes),
        to: row.points(("to", &format!("{at}.to")), notes),
        anchor: row.wording(("anchor", &format!("{at}.anchor")), notes),
    }
}

/// The extra points: a row for each.
pub fn bonuses(sheet: &Sheet, notes: &mut Notes) -> Vec<Bonus> {
    let Some(table) = Table::of(sheet, &OF_BONUSES, notes) else {
        return Vec::new();
    };
    let bonus = |(number, row): (usize, Row<'_>)| {
        let at = format!("capability.bonuses[{number}]");
        notes.stands(&at, row.cell("code"));
        Bonus {
            code: row.text("code").to_owned(),
            points: row.points(("points", &format!("{at}.points")), notes),
            condition: row.wording(("condition", &format!("{at}.condition")), notes),
            needs: row.words(("needs", &format!("{at}.needs")), need, notes),
            evidence: row.words(("evidence", &format!("{at}.evidence")), Evidence::written, notes),
        }
    };
    table.rows().enumerate().map(bonus).collect()
}

/// What extra points rest on: `A9.4>=2`.
fn need(text: &str) -> Option<Mark> {
    let (item, least) = text.split_once(">=").or_else(|| text.split_once('≥'))?;
    Some(Mark { item: item.trim().to_owned(), points: points(least.trim())? })
}

/// The vetoes: a row for each.
pub fn vetoes(sheet: &Sheet, notes: &mut Notes) -> Vec<Veto> {
    let Some(table) = Table::of(sheet, &OF_VETOES, notes) else {
        return Vec::new();
    };
    let number_or_none = |text: &str| match text {
        "" => Some(None),
        text => text.parse().ok().map(Some),
    };
    let veto = |(number, row): (usize, Row<'_>)| {
        let at = format!("vetoes[{number}]");
        notes.stands(&at, row.cell("code"));
        let item = format!("{at}.article_11_item");
        Veto {
            code: row.text("code").to_owned(),
            name: row.wording(("name", &format!("{at}.name")), notes),
            what: row.wording(("what", &format!("{at}.what")), notes),
            article_11_item: row.value(("article_11_item", &item), None, number_or_none, notes),
            evidence: row.words(("evidence", &format!("{at}.evidence")), Evidence::written, notes),
            never: row.words(("never", &format!("{at}.never")), Evidence::written, notes),
            also: row.words(("also", &format!("{at}.also")), Demand::written, notes),
        }
    };
    table.rows().enumerate().map(veto).collect()
}
