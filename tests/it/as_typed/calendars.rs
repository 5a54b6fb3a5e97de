//! The table of a notice as the office programs save it, and a notice that begins in December.

use serde_json::{Value, json};

use super::inputs::{folders, input};
use super::post;
use crate::support::{Office, Person, mostly_on_sqlite};

mostly_on_sqlite!(the_table_of_a_notice_is_taken_as_it_is_saved);

async fn import(office: &Office, body: &Value) -> u64 {
    let answer = post(office, Person::ADMINISTRATOR, "/v1/office/calendars", body).await;
    answer.expect(201).json()["number"].as_u64().expect("a number")
}

async fn the_table_of_a_notice_is_taken_as_it_is_saved(office: Office) {
    for folder in folders() {
        for (file, days) in [("34-", 2), ("35-", 3)] {
            let mut body = input(&folder, file)["body"].clone();
            for marked in [false, true] {
                if marked {
                    let csv = body["csv"].as_str().expect("a table").replace("\r\n", "\n");
                    body["csv"] = json!(format!("\u{feff}{}", csv.replace('\n', "\r\n")));
                }
                let number = import(&office, &body).await;
                let known = office.read(Person::ADMINISTRATOR, "/v1/office/calendars").await;
                let editions = known["editions"].as_array().expect("editions");
                let edition = editions.iter().find(|edition| edition["number"] == number);
                let kept = edition.expect("the edition")["days"].as_object().expect("days").len();
                assert_eq!(kept, days, "{file}");
            }
        }
    }
    let far = json!({ "year": 2027, "source": "国办发明电〔2026〕7号",
                      "csv": "date,kind,occasion\n2026-11-30,rest,元旦\n" });
    let refused = post(&office, Person::ADMINISTRATOR, "/v1/office/calendars", &far).await;
    let said = refused.refused_by("calendar-file").text();
    assert!(said.contains("上年十二月"), "{said}");
}
