//! Fact sheets with known answers, exactly.

use std::collections::BTreeSet;
use std::path::Path;

use super::*;

/// What is fixed of an answer; the lists in their order.
fn fixed(answer: &Value) -> Value {
    let of_each = |list: &str, fields: [&str; 2]| -> Value {
        let items = answer[list].as_array().into_iter().flatten();
        items.map(|item| json!([item[fields[0]], item[fields[1]]])).collect()
    };
    json!({
        "verdict": answer["verdict"],
        "findings": of_each("findings", ["rule", "effect"]),
        "waived": of_each("waived", ["rule", "by"]),
        "competent_level": answer["competent_level"],
        "public_notice": answer["public_notice"],
        "assessment": answer["assessment"],
        "child_consent_needed": answer["child_consent_needed"],
        "documents": answer["documents"],
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
