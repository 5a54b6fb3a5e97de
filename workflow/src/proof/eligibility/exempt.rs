//! The table of exemptions, from the words of 民法典 arts. 1099, 1100 and 1103: which source is exempt
//! from which condition, and that grounds add up.

use std::collections::BTreeMap;

use super::*;

const OPEN_TO_MORE: &[(&str, &str)] = &[("CC-1098.1", "CC-1100.2"), ("CC-1100.1", "CC-1100.2")];
const KIN: &[(&str, &str)] = &[("CC-1093.3", "CC-1099.1"), ("CC-1094.3", "CC-1099.1")];
const GAP: &[(&str, &str)] = &[("CC-1102", "CC-1099.1")];
const OVERSEAS_CHINESE: &[(&str, &str)] = &[("CC-1098.1", "CC-1099.2")];
const STEPCHILD: &[(&str, &str)] = &[
    ("CC-1093.3", "CC-1103"),
    ("CC-1094.3", "CC-1103"),
    ("CC-1098.1", "CC-1103"),
    ("CC-1098.2", "CC-1103"),
    ("CC-1098.3", "CC-1103"),
    ("CC-1098.4", "CC-1103"),
    ("CC-1098.5", "CC-1103"),
    ("CC-1100.1", "CC-1103"),
];

fn of_source(source: &str) -> &'static [(&'static str, &'static str)] {
    match source {
        "institution_foundling" | "institution_orphan" | "guardian_orphan" | "rescued_child" => {
            OPEN_TO_MORE
        }
        "collateral_kin" => KIN,
        "stepchild" => STEPCHILD,
        _ => &[],
    }
}

/// Conditions with the articles that waive them, both in order of their names.
type Table = BTreeMap<&'static str, Vec<&'static str>>;

fn expected(parts: &[&[(&'static str, &'static str)]]) -> Table {
    let mut table = Table::new();
    for (condition, article) in parts.iter().copied().flatten() {
        let articles = table.entry(condition).or_default();
        if !articles.contains(article) {
            articles.push(article);
            articles.sort_unstable();
        }
    }
    table
}

fn given(sheet: &Value) -> Table {
    let mut table = Table::new();
    for waived in answer(sheet).waived {
        let mut by = waived.by;
        by.sort_unstable();
        assert_eq!(by.len(), waived.citations.len());
        assert_eq!(table.insert(waived.rule, by), None, "{} is listed twice", waived.rule);
    }
    table
}

#[test]
fn each_source_is_exempt_by_its_own_articles_and_a_disabled_child_besides() {
    for (source, _) in sources() {
        let healthy = sheet(source);
        assert_eq!(given(&healthy), expected(&[of_source(source)]), "{source}");
        let disabled = with(healthy, &[("/child/disabled", json!(true))]);
        let both = expected(&[of_source(source), OPEN_TO_MORE]);
        assert_eq!(given(&disabled), both, "a disabled {source}");
    }
}

#[test]
fn the_gap_is_waived_where_it_would_be_asked_and_only_for_kin() {
    for (source, _) in sources().into_iter().filter(|(source, _)| *source != "stepchild") {
        let kin = source == "collateral_kin";
        let other_sex = sheet_of_one(source);
        let gap = if kin { GAP } else { &[] };
        assert_eq!(given(&other_sex), expected(&[of_source(source), gap]), "{source}");
        assert_eq!(found(&other_sex), if kin { vec![] } else { vec!["CC-1102"] }, "{source}");
        let wide = with(other_sex.clone(), &[("/adopters/0/born", json!("1970-01-01"))]);
        assert_eq!(given(&wide), expected(&[of_source(source), gap]), "whatever the gap");
        assert_eq!(found(&wide), Vec::<&str>::new());
        let same_sex = with(other_sex, &[("/child/sex", json!("male"))]);
        assert_eq!(given(&same_sex), expected(&[of_source(source)]), "{source}");
        assert_eq!(found(&same_sex), Vec::<&str>::new());
    }
}

#[test]
fn kin_of_overseas_chinese_needs_every_adopter_to_be_one() {
    let both = [
        ("/adopters/0/residency", json!("overseas_chinese")),
        ("/adopters/1/residency", json!("overseas_chinese")),
    ];
    let kin = with(sheet("collateral_kin"), &both);
    assert_eq!(given(&kin), expected(&[KIN, OVERSEAS_CHINESE]));
    let many = with(kin.clone(), &[("/household/existing_children", json!(4))]);
    assert_eq!(found(&many), ["HMT-2"]);
    let disabled = with(many, &[("/child/disabled", json!(true))]);
    assert_eq!(given(&disabled), expected(&[KIN, OVERSEAS_CHINESE, OPEN_TO_MORE]));
    // The quota is not named in that exemption.
    let quota = with(kin, &[("/household/adopting", json!(3))]);
    assert_eq!(found(&quota), ["CC-1100.1", "HMT-2"]);
    let one_of_two = with(sheet("collateral_kin"), &both[..1]);
    assert_eq!(given(&one_of_two), expected(&[KIN]));
    let no_kin = with(sheet("foundling"), &both);
    assert_eq!(given(&no_kin), expected(&[]));
}

#[test]
fn what_is_waived_does_not_bar_and_what_is_not_waived_does() {
    let breaks: [(&str, &[(&str, Value)]); 6] = [
        ("CC-1098.1", &[("/household/existing_children", json!(2))]),
        ("CC-1098.2", &[("/adopters/0/capable", json!(false))]),
        ("CC-1098.3", &[("/adopters/0/medically_unfit", json!(true))]),
        ("CC-1098.4", &[("/adopters/0/adverse_record", json!(true))]),
        ("CC-1098.5", &[("/adopters/0/born", json!("1996-11-23"))]),
        ("CC-1100.1", &[("/household/adopting", json!(3))]),
    ];
    for (source, _) in sources() {
        for disabled in [false, true] {
            let start = with(sheet(source), &[("/child/disabled", json!(disabled))]);
            let waived = given(&start);
            for (rule, changes) in &breaks {
                let barred = found(&with(start.clone(), changes));
                let expected = if waived.contains_key(rule) { vec![] } else { vec![*rule] };
                assert_eq!(barred, expected, "{source}, disabled: {disabled}, {rule}");
            }
        }
    }
}
