//! The rulebook as a page to read: `docs/rulebook.md`, made from the code alone.

use std::collections::BTreeMap;
use std::fmt::Write;

use schemars::schema_for;
use serde_json::Value;

use super::{Guards, RuleEntry, SEQUENCES, entries_seen, guards};
use crate::base::office_rules::OfficeRules;
use crate::base::rule::Confidence;
use crate::law::exemptions::{Grounds, exemptions};
use crate::law::parts::PARTS;

const HEAD: &str = "\
# 规则手册 · The rulebook

Made from the code by `make rulebook`; a test keeps it equal. `GET /v1/rules` answers the same as JSON.

A refusal names every rule that is not met by the identifier used here. What a rule *guards* is nobody's
claim: it is what the tests have seen it refuse, and a rule that no test has seen refusing fails them by
name. At `check_eligibility`, which refuses only a fact sheet that does not fit together, they have seen the
rule bar the adoption or send it to another office. An identifier begins with the instrument: `CC` 民法典, `REG` 中国公民收养子女登记办法, `FOR`
外国人在中华人民共和国收养子女登记办法, `HMT` 民政部令第16号, `D159` 民发〔2015〕159号, `EVAL` 收养评估办法（试行）,
`SPEC` 收养登记工作规范, `ARCH` 收养登记档案管理暂行办法, `PM` 未成年人保护法, `FEP` 家庭教育促进法, `IDC`
居民身份证法, `ARL` 行政复议法, `ALL` 行政诉讼法, `GR` 关于依法处理监护人侵害未成年人权益行为若干问题的意见, `DN` the
rules on donations, `GB` a national standard, `FU` the office's schedule of visits; `HOUSE`, `FILE` and
`INPUT` are rules of the house.
";

/// The page for the guards that are checked in.
pub fn page() -> String {
    page_with(&guards())
}

/// The page for what was seen.
pub fn page_with(guards: &Guards) -> String {
    let entries = entries_seen(guards);
    let mut page = HEAD.to_owned();
    confidence(&mut page, &entries);
    sequences(&mut page, &entries);
    for part in PARTS {
        line(
            &mut page,
            &format!("\n## {} · {}\n\n`workflow/src/{}.rs`", part.zh, part.en, part.file),
        );
        let of_part = entries.iter().filter(|entry| entry.part.zh == part.zh);
        of_part.for_each(|entry| rule(&mut page, entry));
    }
    exemption_table(&mut page);
    open_points(&mut page);
    page
}

fn line(page: &mut String, text: &str) {
    // Writing to a text cannot fail.
    let _ = writeln!(page, "{text}");
}

fn confidence(page: &mut String, entries: &[RuleEntry]) {
    line(page, "\n## 依据的可靠程度 · How sure we are\n");
    line(page, "| mark | 含义 | meaning | rules |\n|---|---|---|---|");
    for mark in Confidence::ALL {
        let (zh, en) = mark.meaning();
        let count = entries.iter().filter(|entry| entry.confidence == mark).count();
        line(page, &format!("| {} | {zh} | {en} | {count} |", mark.word()));
    }
    line(
        page,
        "\nA gate never bends. A number in it that was not verified is the office's to set, within bounds: see the last table.",
    );
}

fn sequences(page: &mut String, entries: &[RuleEntry]) {
    line(page, "\n## 办理环节 · By sequence\n");
    line(page, "| sequence | 内容 | about | rules |\n|---|---|---|---|");
    for sequence in SEQUENCES {
        let of_sequence = entries.iter().filter(|entry| entry.sequence == Some(sequence.id));
        let named: Vec<String> = of_sequence.map(|entry| link(entry.id)).collect();
        let named = if named.is_empty() { "–".to_owned() } else { named.join(" ") };
        line(page, &format!("| {} | {} | {} | {named} |", sequence.id, sequence.zh, sequence.en));
    }
    line(
        page,
        "\nA sequence without rules is kept by the way the house is built: a clock, a table of exemptions, a number nobody can draw.",
    );
}

/// A link to a rule's heading, as readers of Markdown make anchors: lower case, without points.
fn link(id: &str) -> String {
    format!("[{id}](#{})", id.to_lowercase().replace('.', ""))
}

fn rule(page: &mut String, entry: &RuleEntry) {
    line(page, &format!("\n### {}\n", entry.id));
    line(page, &format!("{}。  \n{}.\n", entry.statement.zh, capitalised(&entry.statement.en)));
    line(page, &format!("- {} · {}", entry.citation.zh, entry.citation.en));
    let sequence = entry.sequence.map_or(String::new(), |sequence| format!("{sequence} · "));
    line(page, &format!("- {sequence}{}", entry.confidence.word()));
    if !entry.refuses {
        line(page, "- 只作告知 · told, stands in nobody's way");
        return;
    }
    let names: Vec<&str> = entry.guards.iter().map(|guarded| guarded.name).collect();
    let words: Vec<String> =
        entry.guards.iter().map(|guarded| format!("`{}`", guarded.act)).collect();
    line(page, &format!("- 拦截 · guards: {} ({})", names.join("、"), words.join(", ")));
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(|first| first.to_uppercase().collect::<String>());
    first.unwrap_or_default() + characters.as_str()
}

/// What an adoption may be exempt for, each ground alone.
fn grounds() -> [(&'static str, &'static str, Grounds); 6] {
    let none = Grounds::default();
    let unknown = Grounds { raised_by_institution_parents_unknown: true, ..none };
    let kin = Grounds { kin: true, ..none };
    let of_overseas_chinese = Grounds { adopters_overseas_chinese: true, ..kin };
    [
        ("孤儿", "an orphan", Grounds { orphan: true, ..none }),
        ("残疾未成年人", "a disabled minor", Grounds { disabled: true, ..none }),
        (
            "福利机构抚养的查找不到生父母的未成年人",
            "raised by an institution, parents unknown",
            unknown,
        ),
        ("三代以内旁系同辈血亲的子女", "a child of collateral kin", kin),
        ("华侨收养上述亲属的子女", "such a child, by overseas Chinese", of_overseas_chinese),
        ("继子女", "a stepchild", Grounds { stepchild: true, ..none }),
    ]
}

fn exemption_table(page: &mut String) {
    line(page, "\n## 豁免 · Exemptions\n");
    line(page, "An exemption is applied only by its own article, and grounds add up.\n");
    line(page, "| 情形 | ground | conditions waived | by | 条文 |\n|---|---|---|---|---|");
    for (zh, en, grounds) in grounds() {
        let mut by_article: BTreeMap<&str, (&str, Vec<&str>)> = BTreeMap::new();
        for waived in exemptions(&grounds) {
            let (_, conditions) =
                by_article.entry(waived.by).or_insert((waived.citation, Vec::new()));
            conditions.push(waived.condition);
        }
        for (by, (citation, conditions)) in by_article {
            let conditions = conditions.join(" ");
            line(page, &format!("| {zh} | {en} | {conditions} | {by} | {citation} |"));
        }
    }
}

fn open_points(page: &mut String) {
    line(page, "\n## 登记机关可以设定的数字 · What the office configures\n");
    line(
        page,
        "The law leaves these open, or its text was not seen. Each change is a logged act, within the bounds.\n",
    );
    line(page, "| field | what, with its source and bounds | default |\n|---|---|---|");
    let schema = schema_for!(OfficeRules).to_value();
    let defaults = serde_json::to_value(OfficeRules::default()).unwrap_or_default();
    configured(page, &schema, &schema, "", &defaults);
}

/// A line for each field; the fields of a group one after another.
fn configured(page: &mut String, whole: &Value, part: &Value, group: &str, defaults: &Value) {
    let described = part.get("properties").and_then(Value::as_object);
    for (field, property) in described.into_iter().flatten() {
        let name = format!("{group}{field}");
        let default = defaults.get(field).unwrap_or(&Value::Null);
        if default.is_object() {
            let target = property.get("$ref").and_then(Value::as_str).unwrap_or_default();
            let part = whole.pointer(target.trim_start_matches('#')).unwrap_or(property);
            configured(page, whole, part, &format!("{name}."), default);
            continue;
        }
        let words = property.get("description").and_then(Value::as_str).unwrap_or_default();
        let words = words.replace('\n', " ").replace('|', "\\|");
        line(page, &format!("| `{name}` | {words} | `{default}` |"));
    }
}
