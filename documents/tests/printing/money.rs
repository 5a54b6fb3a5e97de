//! 不得借收养索取财物: no paper asks for, promises or counts money. The few that speak of gifts do so
//! to say that there are none.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use guijia_documents::{Document, Marks};

use crate::support::{print, text_of};

/// Words of gifts, fees and payment.
const OF_MONEY: [&str; 16] = [
    "捐",
    "赠",
    "赞助",
    "资助",
    "费",
    "款",
    "元",
    "补偿",
    "报酬",
    "酬",
    "礼金",
    "财物",
    "抚养金",
    "生活费",
    "押金",
    "收据",
];

/// Words that hold one of these and mean nothing of the kind.
const HARMLESS: [&str; 6] = ["单元", "第一款", "第二款", "第三款", "第四款", "第五款"];

/// The papers that say there are no gifts and no fees. The list may only shrink.
const DISCLAIMING: [&str; 9] = [
    "acceptance_notice",
    "application_form",
    "application_receipt",
    "assessment_consent",
    "assessment_notice",
    "consent_form",
    "correction_notice",
    "no_donation_declaration",
    "result_notice",
];

/// What a sentence of these papers must say of gifts and fees.
const DENIALS: [&str; 8] =
    ["没有", "不得", "不收", "无关", "均不", "不收取", "立即拒绝", "请向本机关反映"];

fn templates(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            templates(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "typ") {
            found.push(path);
        }
    }
}

/// A paper by its folder; what papers share by its file.
fn name_of(template: &Path) -> String {
    let is_of_a_paper = template.ends_with("template.typ");
    let name = if is_of_a_paper { template.parent().unwrap() } else { template };
    name.file_stem().unwrap().to_str().unwrap().to_owned()
}

/// The words of a template that are printed, one to a line: comments are not.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.starts_with("//"))
}

fn speaks_of_money(sentence: &str) -> bool {
    let mut plain = sentence.to_owned();
    for word in HARMLESS {
        plain = plain.replace(word, "");
    }
    OF_MONEY.iter().any(|word| plain.contains(word))
}

#[test]
fn no_template_has_a_clause_on_donations_fees_or_payment() {
    let mut paths = Vec::new();
    templates(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut paths);
    assert!(paths.len() > 40, "{}", paths.len());
    let mut disclaiming = BTreeSet::new();
    for path in paths {
        let name = name_of(&path);
        let text = std::fs::read_to_string(&path).unwrap();
        for line in lines(&text).filter(|line| speaks_of_money(line)) {
            for sentence in line.split(['。', '；']).filter(|part| speaks_of_money(part)) {
                let denied = DENIALS.iter().any(|denial| sentence.contains(denial));
                assert!(denied, "{name}: {sentence}");
            }
            disclaiming.insert(name.clone());
        }
    }
    assert_eq!(disclaiming, BTreeSet::from(DISCLAIMING.map(String::from)));
}

/// A dissolution, above all, is where a settlement would be written down (民法典 art. 1118): it stays
/// in the parties' own agreement.
#[test]
fn the_papers_of_the_later_procedures_have_no_word_of_money() {
    let of_formation = ["application_form", "certificate", "no_donation", "consent_form"];
    let mut looked_at = 0;
    for (name, document) in Document::samples() {
        let later =
            ["dissolution", "revocation", "replacement", "proof", "adoption_", "late_", "support_"];
        if !later.iter().any(|start| name.starts_with(start))
            || of_formation.iter().any(|start| name.starts_with(start))
        {
            continue;
        }
        looked_at += 1;
        let text = text_of(&print(&document, Marks::default()).bytes);
        assert!(!speaks_of_money(&text), "{name}: {text}");
    }
    assert_eq!(looked_at, 26);
}
