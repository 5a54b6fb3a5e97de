//! Fact sheets with known answers, exactly.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::*;

/// What is fixed of an answer, with the order taken out of what has none.
fn fixed(answer: &Value) -> Value {
    let list = |name: &str| answer[name].as_array().cloned().unwrap_or_default();
    let word = |value: &Value| value.as_str().expect("a word").to_owned();
    let findings: BTreeSet<_> = list("findings")
        .iter()
        .map(|finding| (word(&finding["rule"]), word(&finding["effect"])))
        .collect();
    let waived: BTreeMap<_, BTreeSet<_>> = list("waived")
        .iter()
        .map(|waived| {
            let by = waived["by"].as_array().expect("articles");
            (word(&waived["rule"]), by.iter().map(word).collect())
        })
        .collect();
    let documents: Option<BTreeSet<_>> =
        answer["documents"].as_array().map(|slots| slots.iter().map(word).collect());
    json!({
        "verdict": answer["verdict"],
        "findings": findings,
        "waived": waived,
        "competent_level": answer["competent_level"],
        "public_notice": answer["public_notice"],
        "assessment": answer["assessment"],
        "child_consent_needed": answer["child_consent_needed"],
        "documents": documents,
    })
}

#[test]
fn the_known_cases_are_answered_as_they_should_be() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/it/eligibility/cases");
    let mut asked = 0;
    for entry in std::fs::read_dir(cases).expect("the cases") {
        let path = entry.expect("a case").path();
        let text = std::fs::read_to_string(&path).expect("its text");
        let case: Value = serde_json::from_str(&text).expect("JSON");
        let given = serde_json::to_value(answer(&case["facts"])).expect("JSON");
        assert_eq!(fixed(&given), fixed(&case["answer"]), "{}", path.display());
        // Nothing is said twice.
        for (list, rules) in [("findings", "rule"), ("waived", "rule")] {
            let names: Vec<_> = given[list].as_array().into_iter().flatten().collect();
            let once: BTreeSet<_> = names.iter().map(|one| one[rules].to_string()).collect();
            assert_eq!(once.len(), names.len(), "{}: {list}", path.display());
        }
        asked += 1;
    }
    assert_eq!(asked, 46);
}
