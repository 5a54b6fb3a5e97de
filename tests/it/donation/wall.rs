//! No case carries money: no field that a case is sent or shows, and no paper but to say that nothing
//! was asked or given.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use crate::support::program;

/// Parts of the names of fields that would carry money.
const MONEY: [&str; 8] = ["amount", "fen", "fee", "price", "money", "donat", "donor", "sponsor"];
/// Words of a clause on a gift.
const GIFTS: [&str; 3] = ["捐", "赞助", "资助"];
/// Words by which a sentence says that nothing is asked or given, or that the two are not tied.
const NONE: [&str; 5] = ["没有", "不得", "无关", "反映", "无捐赠"];

fn collect(
    document: &Value,
    schema: &Value,
    seen: &mut BTreeSet<String>,
    names: &mut BTreeSet<String>,
) {
    match schema {
        Value::Object(object) => {
            if let Some(target) = object.get("$ref").and_then(Value::as_str)
                && seen.insert(target.to_owned())
            {
                let target = document.pointer(target.trim_start_matches('#'));
                collect(document, target.expect("what is referred to"), seen, names);
            }
            let properties = object.get("properties").and_then(Value::as_object);
            names.extend(properties.into_iter().flat_map(|all| all.keys().cloned()));
            object.values().for_each(|value| collect(document, value, seen, names));
        }
        Value::Array(values) => {
            values.iter().for_each(|value| collect(document, value, seen, names));
        }
        _ => {}
    }
}

#[tokio::test]
async fn no_field_of_a_case_carries_money() {
    let printed = program::run(&["openapi"]).await;
    let document: Value = serde_json::from_str(&printed.said).expect("JSON");
    let (mut seen, mut names) = (BTreeSet::new(), BTreeSet::new());
    for (path, operations) in document["paths"].as_object().expect("paths") {
        if path.starts_with("/v1/cases") || path.starts_with("/v1/family") {
            collect(&document, operations, &mut seen, &mut names);
        }
    }
    assert!(names.len() > 200, "only {} fields", names.len());
    let carries = |name: &&String| {
        let parts: Vec<&str> = name.split('_').collect();
        MONEY.iter().any(|word| parts.iter().any(|part| part.starts_with(word)))
    };
    let found: Vec<&String> = names.iter().filter(carries).collect();
    assert!(found.is_empty(), "fields of a case that carry money: {found:?}");
}

#[test]
fn what_papers_say_of_gifts_is_that_there_is_none() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../documents/src/papers");
    let mut looked_at = 0;
    let mut wrong = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the papers") {
        let path = entry.expect("an entry").path().join("template.typ");
        if !path.is_file() {
            continue;
        }
        looked_at += 1;
        let text = std::fs::read_to_string(&path).expect("a template");
        let sentences = text.split(['。', '；', '\n']);
        let of_gifts = sentences.filter(|one| GIFTS.iter().any(|word| one.contains(word)));
        let bare = of_gifts.filter(|one| !NONE.iter().any(|word| one.contains(word)));
        wrong.extend(bare.map(|sentence| format!("{}: {sentence}", path.display())));
    }
    assert!(looked_at > 15, "only {looked_at} templates");
    assert!(wrong.is_empty(), "clauses on gifts:\n{}", wrong.join("\n"));
}
