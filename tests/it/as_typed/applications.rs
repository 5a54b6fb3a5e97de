//! The applications of the inputs, each with its right answer, and telephones and texts of the same kinds.

use serde_json::{Value, json};

use super::inputs::{folders, input};
use super::{apply, opened, with};
use crate::support::{Office, mostly_on_sqlite};

mostly_on_sqlite!(
    each_application_has_its_right_answer,
    a_telephone_number_is_one_that_can_be_called,
    a_text_is_taken_as_it_is_pasted,
);

/// What is kept of an application, or the rule that refuses it.
enum Right {
    Kept(&'static str),
    Refused(&'static str),
}
use Right::{Kept, Refused};

const ANSWERS: [(&str, Right); 18] = [
    ("15-", Kept("\"50019919800505203X\"")),
    ("16-", Kept("\"50019919800505203X\"")),
    ("17-", Kept("\"50019919800505203X\"")),
    ("18-", Kept("\"H1234567801\"")),
    ("19-", Kept("\"12500199009901024H\"")),
    ("20-", Refused("INPUT-TELEPHONE")),
    ("21-", Kept("\"13800138000\"")),
    ("22-", Kept("\"(023)40000001\"")),
    ("26-", Kept("\"阿依古丽·买买提\"")),
    ("27-", Kept("\"刘强\"")),
    ("28-", Kept("\"李你\"")),
    ("29-", Kept("\"MARY\"")),
    ("30-", Kept("\"Jean-Paul Martin\"")),
    ("31-", Kept("\"931156198506080195\"")),
    ("32-", Kept("\"刘𡛼\"")),
    ("33-", Kept("\"刘𤥶\"")),
    ("36-", Kept("\"再婚家庭， 共同生活三年。\"")),
    ("39-", Kept("渝练收件〔2026〕0001号")),
];

async fn each_application_has_its_right_answer(office: Office) {
    let mut answered = 0;
    for folder in folders() {
        // The sibling whose case the last of them names, as the first case of the office.
        let mut sibling = input(&folder, "39-")["body"].clone();
        sibling.as_object_mut().expect("an application").remove("sibling_case");
        sibling["child"] = input(&folder, "15-")["body"]["child"].clone();
        let first = opened(&office, &sibling).await;
        assert!(answered > 0 || first["number"] == "渝练收件〔2026〕0001号", "{}", first["number"]);
        for (number, right) in &ANSWERS {
            let body = input(&folder, number)["body"].clone();
            match right {
                Kept(text) => {
                    let case = opened(&office, &body).await.to_string();
                    assert!(case.contains(text), "{number}: {text} is not in {case}");
                }
                Refused(rule) => drop(apply(&office, &body).await.refused_by(rule)),
            }
            answered += 1;
        }
    }
    println!("{answered} applications of the inputs have their right answer");
    assert!(office.complaints().is_empty(), "{}", office.complaints());
}

async fn a_telephone_number_is_one_that_can_be_called(office: Office) {
    let taken = [
        ("（０２３）４０００－０００１", "(023)4000-0001"),
        ("【023】40000001", "(023)40000001"),
        ("+86 138 0013 8000", "+86 138 0013 8000"),
        ("＋８６１３８００１３８０００", "+8613800138000"),
        ("023—40000001转8012", "023-40000001转8012"),
        ("13800138000\u{3000}", "13800138000"),
    ];
    let refused =
        ["- - -", "转8012", "(023 40000001", "电话023-4000", "1380013800013800138000", "12+345678"];
    for (place, (typed, kept)) in (0..).zip(taken) {
        for pointer in ["/adopters/0/telephone", "/parents/placing/0/telephone"] {
            let case = opened(&office, &with(place * 2 + 10, pointer, &json!(typed))).await;
            assert!(case.to_string().contains(&format!("\"{kept}\"")), "{typed}: {case}");
        }
    }
    for typed in refused {
        let answer = apply(&office, &with(1, "/adopters/0/telephone", &json!(typed))).await;
        let said = answer.refused_by("INPUT-TELEPHONE").text();
        assert!(said.contains("五至二十位数字"), "{said}");
    }
    println!("{} telephone numbers", taken.len() * 2 + refused.len());
}

/// From a table, from another program, with a ticked box.
async fn a_text_is_taken_as_it_is_pasted(office: Office) {
    let taken = [
        ("再婚家庭，\t共同生活。", "再婚家庭， 共同生活。"),
        ("第一行\r\n第二行", "第一行\n第二行"),
        ("第一行\r第二行", "第一行\n第二行"),
        ("\u{feff}自愿收养", "自愿收养"),
        ("☑自愿 ☐不自愿 ☒无", "☑自愿 ☐不自愿 ☒无"),
        ("☑\u{fe0f}自愿", "☑自愿"),
        ("√□■自愿", "√□■自愿"),
    ];
    for (seed, (typed, kept)) in (20..).zip(taken) {
        let case = opened(&office, &with(seed, "/reason", &json!(typed))).await;
        assert_eq!(case["reason"], kept, "{typed:?}");
    }
    let hidden = [
        "自愿\u{200d}收养",
        "自愿\u{e0100}收养",
        "自\u{ad}愿",
        "自愿\u{b}收养",
        "自愿\u{feff}收养",
    ];
    for typed in hidden {
        let answer = apply(&office, &with(1, "/reason", &json!(typed))).await;
        answer.refused_by("input-forbidden-character");
    }
    let unknown: Value = json!("自愿\u{323af}");
    let said = apply(&office, &with(1, "/reason", &unknown)).await.refused_by("HOUSE-GLYPH").text();
    assert!(said.contains("font_directory") && said.contains("字体目录"), "{said}");
    println!("{} texts", taken.len() + hidden.len() + 1);
}
