//! Names in every field that has one.

use serde_json::json;

use super::{apply, opened, with};
use crate::support::families::stepchild;
use crate::support::story::application;
use crate::support::{Office, mostly_on_sqlite};

mostly_on_sqlite!(a_name_is_kept_in_one_way_of_writing, what_only_looks_like_a_name_is_refused);

/// The fields of a stepchild's application that hold a name.
const FIELDS: [&str; 5] = [
    "/adopters/0/name",
    "/child/name",
    "/child/new_name",
    "/parents/placing/0/name",
    "/parents/other_parent/name",
];

const SPELLINGS: [(&str, &str); 10] = [
    ("阿依古丽 • 买买提", "阿依古丽·买买提"),
    ("阿依古丽・买买提", "阿依古丽·买买提"),
    ("阿依古丽．买买提", "阿依古丽·买买提"),
    ("阿依古丽‧买买提", "阿依古丽·买买提"),
    ("欧阳\u{3000}文 博", "欧阳文博"),
    ("\u{f90a}望舒", "金望舒"),
    ("⼈望舒", "人望舒"),
    ("Ｊｏｓｅ́ Marti\u{301}n", "José Martín"),
    ("O’Brien  Anne", "O'Brien Anne"),
    ("Jean‐Paul Martin", "Jean-Paul Martin"),
];

async fn a_name_is_kept_in_one_way_of_writing(office: Office) {
    for (seed, (typed, kept)) in (1..).zip(SPELLINGS) {
        let mut body = stepchild(seed);
        for field in FIELDS {
            *body.pointer_mut(field).expect(field) = json!(typed);
        }
        let case = opened(&office, &body).await.to_string();
        let times = case.matches(&format!("\"{kept}\"")).count();
        assert!(times >= FIELDS.len(), "{typed}: {times} times in {case}");
    }
    let mut body = application(50);
    body["placer"]["responsible_person"] = json!("苏 慧兰");
    let case = opened(&office, &body).await;
    assert!(case.to_string().contains("\"苏慧兰\""), "{case}");
    println!("{} names in {} fields", SPELLINGS.len(), FIELDS.len());
}

async fn what_only_looks_like_a_name_is_refused(office: Office) {
    let wrong = [
        ("\u{410}nna", "形近"),
        ("M\u{391}RY", "形近"),
        ("刘\u{2ea0}", "部首"),
        ("刘强·", "间隔号"),
        ("刘-强", "连字符"),
        ("刘强 ", "空白"),
        ("刘强1", "数字"),
        ("Jean--Paul", "连字符"),
    ];
    for (name, reason) in wrong {
        for field in FIELDS {
            let said = apply(&office, &with(1, field, &json!(name))).await;
            let said = said.refused_by("INPUT-NAME").text();
            assert!(said.contains(reason), "{name} at {field}: {said}");
        }
    }
    println!("{} wrong names in {} fields", wrong.len(), FIELDS.len());
}
