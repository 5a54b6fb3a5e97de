//! Identity numbers, other documents and codes in every field, and the reason where one is wrong.

use serde_json::{Value, json};
use workflow::identity::ResidentId;

use super::inputs::{folders, input};
use super::{apply, opened, with};
use crate::support::families::stepchild;
use crate::support::story::application;
use crate::support::{Office, mostly_on_sqlite};

mostly_on_sqlite!(a_number_is_one_number_however_it_is_typed, a_wrong_number_is_told_why);

/// Other ways of typing a number: small letters, full width, groups with blanks and dashes.
fn spellings(number: &str) -> Vec<String> {
    let wide = |character: char| match character {
        '!'..='~' => char::from_u32(u32::from(character) + 0xFEE0).unwrap_or(character),
        other => other,
    };
    let (start, end) = number.split_at(6);
    vec![
        number.to_lowercase(),
        number.chars().map(wide).collect(),
        format!("{start} {end}"),
        format!("{start}—{end}"),
        format!(" {start}\u{3000}{end} "),
        format!("{start}‑{}", end.to_lowercase()),
    ]
}

async fn a_number_is_one_number_however_it_is_typed(office: Office) {
    let of_a_stepchild = [
        "/adopters/0/resident_id",
        "/child/resident_id",
        "/parents/placing/0/resident_id",
        "/parents/other_parent/resident_id",
    ];
    let of_an_institution =
        ["/placer/credit_code", "/placer/responsible_person_id", "/placer/division"];
    let mut tried = 0;
    let fields = of_a_stepchild.iter().map(|field| (stepchild as fn(u32) -> Value, *field));
    let fields = fields
        .chain(of_an_institution.iter().map(|field| (application as fn(u32) -> Value, *field)));
    for (family, field) in fields {
        let mut number = family(3);
        let number = number.pointer_mut(field).expect(field).clone();
        let number = number.as_str().expect("a number");
        for spelling in spellings(number) {
            let mut body = family(3);
            body["reason"] = json!(format!("愿意抚养孩子。{tried}"));
            *body.pointer_mut(field).expect(field) = json!(spelling);
            let case = opened(&office, &body).await.to_string();
            assert!(case.contains(&format!("\"{number}\"")), "{spelling} at {field}: {case}");
            tried += 1;
        }
    }
    println!("{tried} spellings of numbers");
    for folder in folders() {
        for number in input(&folder, "48-")["numbers"].as_array().expect("numbers") {
            let read: ResidentId = serde_json::from_value(number.clone()).expect("a text");
            assert!(read.parts().is_ok(), "{number}: an abolished area is an area");
        }
    }
}

async fn a_wrong_number_is_told_why(office: Office) {
    let wrong = [
        ("50019919800505203", "须为十八位"),
        ("5OO19919800505203X", "须为数字"),
        ("500199198005052038", "校验码不符"),
        ("931156198506080195", "外国人永久居留身份证"),
    ];
    for (number, reason) in wrong {
        let answer = apply(&office, &with(1, "/adopters/0/resident_id", &json!(number))).await;
        let said = answer.refused_by("GB-11643").text();
        assert!(said.contains(reason), "{number}: {said}");
    }
    let codes = [
        ("1250019900990102", "须为十八位"),
        ("12500199O09901024H", "不用I、O"),
        ("125001990099010241", "校验码不符"),
    ];
    for (code, reason) in codes {
        let mut body = application(1);
        body["placer"]["credit_code"] = json!(code);
        let said = apply(&office, &body).await.refused_by("GB-32100").text();
        assert!(said.contains(reason), "{code}: {said}");
    }
    let document = |kind: &str, number: &str| {
        json!({ "state": "alive", "name": "Jean Martin",
                "document": { "document_type": kind, "number": number, "nationality": "FRA" } })
    };
    let card = "foreign_permanent_residence_card";
    for number in [
        "931156198506080195",
        "９３１１５６ 19850608 0195",
        "fra310085060812",
        "FRA-3100-850608-12",
    ] {
        let mut body = with(7, "/parents/other_parent", &document(card, number));
        body["reason"] = json!(format!("愿意抚养孩子，{number}"));
        opened(&office, &body).await;
    }
    for (kind, number, reason) in
        [(card, "931156198506080194", "以9开头"), ("foreign_passport", "AB*1", "字母和数字")]
    {
        let said = apply(&office, &with(7, "/parents/other_parent", &document(kind, number))).await;
        let said = said.refused_by("ID-DOCUMENT").text();
        assert!(said.contains(reason), "{number}: {said}");
    }
}
