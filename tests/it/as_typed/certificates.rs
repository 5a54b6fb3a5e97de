//! Blanks, certificate numbers and the numbers of cases, typed otherwise than they are printed.

use reqwest::Method;
use serde_json::{Value, json};

use super::inputs::{folders, input};
use super::post;
use crate::support::families::stepchild;
use crate::support::{Answer, Office, Person, Story, mostly_on_sqlite, on_both_databases};

on_both_databases!(a_case_is_found_by_its_number_however_it_is_typed);
mostly_on_sqlite!(a_certificate_and_its_blank_are_one_however_they_are_typed);

fn late_entry(seed: u32, number: &str) -> Value {
    json!({
        "application": stepchild(seed), "certificate_number": number, "registered_on": "2026-01-05",
        "registered_by": "练习县民政局", "volume_number": format!("0199-收养-2016-{seed:04}"),
    })
}

async fn enter(office: &Office, seed: u32, number: &str) -> Answer {
    post(office, Person::REGISTRAR, "/v1/late-entries", &late_entry(seed, number)).await
}

/// Spellings of a certificate number that is printed as （2026）渝练收字00008.
fn spellings(number: &str) -> Vec<String> {
    let bare = number.replace(['（', '）'], "|");
    let in_brackets = |open: &str, close: &str| bare.replacen('|', open, 1).replacen('|', close, 1);
    vec![
        in_brackets("(", ")"),
        in_brackets("〔", "〕") + "号",
        in_brackets("[", "]"),
        in_brackets("【", "】"),
        format!(" {number} "),
        number.replace("字", "字第") + "号",
        number.replace("字0", "字 ０"),
    ]
}

async fn a_certificate_and_its_blank_are_one_however_they_are_typed(office: Office) {
    let mut first = Story::apply(&office, stepchild(1)).await;
    first.carry_to_approval().await;
    let blank = input(&folders()[0], "04-")["first"]["blank_serial"].clone();
    let mut registration = first.registration().await;
    registration["blank_serial"] = blank.clone();
    // What is read from a card may be typed otherwise, too.
    let shown = registration.pointer_mut("/attendance/0/number").expect("a card");
    *shown = json!(shown.as_str().expect("a number").to_lowercase().replacen("19", "１９", 1));
    first.act(Person::REGISTRAR, "/registration", registration).await;
    let number = first.read().await["registration"]["certificate_number"].clone();
    let number = number.as_str().expect("a number").to_owned();
    are_verified(&first, &number).await;
    let mut second = Story::apply(&office, stepchild(2)).await;
    second.carry_to_approval().await;
    let mut registration = second.registration().await;
    let mut serials: Vec<Value> = vec![json!("ＹＺ２０２６０００９０１"), json!("YZ-2026-000901")];
    for folder in folders() {
        serials.extend(
            ["04-", "05-"].map(|file| input(&folder, file)["then"]["blank_serial"].clone()),
        );
    }
    for serial in &serials {
        registration["blank_serial"] = serial.clone();
        let refused =
            second.refused(Person::REGISTRAR, "/registration", registration.clone()).await;
        refused.are(&["SPEC-N3"]);
    }
    for spelling in spellings(&number) {
        if spelling.trim() == spelling {
            enter(&office, 5, &spelling).await.refused_by("HOUSE-LATE.number");
        }
    }
    late_numbers_are_one(&office).await;
    // The running series passes over what a late entry bears, in whatever spelling.
    let next = number.replace("00001", "00002").replace('（', "(").replace('）', ")") + "号";
    enter(&office, 9, &next).await.expect(201);
    registration["blank_serial"] = json!("YZ2026000902");
    second.act(Person::REGISTRAR, "/registration", registration).await;
    let second = second.read().await["registration"]["certificate_number"].clone();
    assert_eq!(second, number.replace("00001", "00003"));
    let verified = office.command(&["verify"]).await;
    assert_eq!(verified.code, Some(0), "{}{}", verified.said, verified.complained);
    println!("{} blanks, {} certificate numbers", serials.len(), spellings(&number).len());
}

async fn late_numbers_are_one(office: &Office) {
    let first = input(&folders()[0], "06-")["first"]["certificate_number"].clone();
    enter(office, 6, first.as_str().expect("a number")).await.expect(201);
    for folder in folders() {
        for file in ["06-", "07-"] {
            let then = input(&folder, file)["then"]["certificate_number"].clone();
            let answer = enter(office, 7, then.as_str().expect("a number")).await;
            answer.refused_by("HOUSE-LATE.number");
        }
    }
}

async fn are_verified(story: &Story<'_>, number: &str) {
    let id = story.application["adopters"][0]["resident_id"].as_str().expect("a number");
    let last_six = id.get(id.len() - 6..).expect("six characters");
    let mut asked: Vec<(String, String, String)> = spellings(number)
        .into_iter()
        .map(|number| (number, "YZ2026000901".to_owned(), last_six.to_lowercase()))
        .collect();
    for folder in folders() {
        for file in ["09-", "10-", "11-"] {
            let body = input(&folder, file)["body"].clone();
            let text = |field: &str| body[field].as_str().expect("a text").to_owned();
            // The number of this office's certificate in the spelling of the input.
            let typed = text("certificate_number").replace("00008", "00001");
            asked.push((typed, text("blank_serial"), last_six.to_owned()));
        }
    }
    for (typed, blank_serial, last_six) in asked {
        let shown = json!({
            "certificate_number": typed, "blank_serial": blank_serial, "last_six": last_six,
        });
        let request = story.office.anonymous(Method::POST, "/v1/certificates/verification");
        let answer = Answer::of(request.json(&shown)).await.expect(200).json();
        assert_eq!(answer["result"], "valid", "{shown}");
    }
    let shown = json!({
        "certificate_number": number, "blank_serial": "YZ2026OOO901", "last_six": last_six,
    });
    let request = story.office.anonymous(Method::POST, "/v1/certificates/verification");
    let answer = Answer::of(request.json(&shown)).await.expect(200).json();
    assert_eq!(answer["result"], "not_found", "an O is no 0");
}

async fn a_case_is_found_by_its_number_however_it_is_typed(office: Office) {
    let first = Story::apply(&office, stepchild(1)).await;
    let number = first.read().await["number"].as_str().expect("a number").to_owned();
    let typed = [
        number.replace('〔', "[").replace('〕', "]"),
        number.replace('〔', "（").replace('〕', "）").replace('号', ""),
        number.replace('〔', "【").replace('〕', "】"),
        format!(" {} ", number.replace('〕', "〕 ")),
    ];
    for (seed, spelling) in (0..).zip(&typed) {
        let mut second = stepchild(40 + seed);
        second["adopters"] = first.application["adopters"].clone();
        second["sibling_case"] = json!(spelling);
        let done = post(&office, Person::REGISTRAR, "/v1/cases", &second).await.expect(201).json();
        let path = format!("/v1/cases/{}", done["case_id"].as_str().expect("a case"));
        assert_eq!(office.read(Person::REGISTRAR, &path).await["file_set"], number.as_str());
        let listed = office.request(Person::REGISTRAR, Method::GET, "/v1/cases").await;
        let listed = Answer::of(listed.query(&[("file_set", spelling)])).await.expect(200).json();
        let lines = listed["cases"].as_array().expect("cases").len();
        assert_eq!(lines, usize::try_from(seed).expect("a count") + 2, "{spelling}");
    }
}
