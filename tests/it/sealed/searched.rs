//! The search finds a case by what its papers and people bear, for whoever may see it, and tells nobody else
//! that it is there.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::families::hardship_parents;
use crate::support::story::application;
use crate::support::{Answer, Office, Person, Story, mostly_on_sqlite, on_both_databases};

on_both_databases!(a_case_is_found_by_all_it_bears, who_may_not_see_a_case_does_not_find_it);
mostly_on_sqlite!(a_name_is_found_by_its_initials_where_the_office_wants_that);

async fn search(office: &Office, person: Person, text: &str) -> Answer {
    let request = office.request(person, Method::POST, "/v1/search").await;
    office.send(request.json(&json!({ "text": text }))).await
}

/// The cases found, each with why.
async fn found(office: &Office, text: &str) -> Vec<(String, Vec<String>)> {
    let answer = search(office, Person::REGISTRAR, text).await.expect(200).json();
    let cases = answer["cases"].as_array().expect("cases");
    let words = |value: &Value| value.as_str().expect("a word").to_owned();
    cases
        .iter()
        .map(|case| {
            let by = case["found_by"].as_array().expect("reasons").iter().map(words).collect();
            (words(&case["case"]["case_id"]), by)
        })
        .collect()
}

async fn a_case_is_found_by_all_it_bears(office: Office) {
    let of_institution = Story::apply(&office, application(1)).await;
    let of_parents = Story::apply(&office, hardship_parents(2)).await;
    let said = |story: &Story<'_>, place: &str| story.said(place).to_owned();
    let number = of_parents.read().await["number"].as_str().expect("a number").to_owned();
    for (text, by) in [
        (said(&of_parents, "/adopters/0/resident_id").to_lowercase(), "identity_number"),
        (said(&of_parents, "/parents/placing/0/resident_id"), "identity_number"),
        (said(&of_parents, "/adopters/0/name"), "name"),
        (said(&of_parents, "/child/name"), "name"),
        (said(&of_parents, "/adopters/0/telephone").replace('-', " "), "telephone"),
        (number, "case_number"),
    ] {
        let matches = found(&office, &text).await;
        let own = matches.iter().find(|(case, _)| *case == of_parents.case);
        let (_, reasons) = own.unwrap_or_else(|| panic!("{by} does not find it: {matches:?}"));
        assert!(reasons.iter().any(|reason| reason == by), "{by}: {reasons:?}");
    }
    let entry = said(&of_institution, "/child/entry_number");
    let matches = found(&office, &entry).await;
    assert_eq!(matches.len(), 1, "{matches:?}");
    assert_eq!(matches[0], (of_institution.case.clone(), vec!["paper_number".to_owned()]));
    let first: String = said(&of_institution, "/adopters/0/name").chars().take(1).collect();
    let matches = found(&office, &first).await;
    assert!(matches.iter().any(|(case, by)| {
        *case == of_institution.case && by.iter().any(|reason| reason == "name_beginning")
    }));
    assert!(found(&office, "没有这个人").await.is_empty());
    for (text, status) in [("", 422), ("   ", 422), (&"长".repeat(61), 422)] {
        search(&office, Person::REGISTRAR, text).await.expect(status);
    }
    let answer = search(&office, Person::REGISTRAR, &said(&of_parents, "/child/name")).await;
    assert!(!answer.text().contains(of_parents.said("/child/name")), "names are masked");
}

async fn a_name_is_found_by_its_initials_where_the_office_wants_that(office: Office) {
    let mut asked = application(1);
    asked["adopters"][0]["name"] = json!("单晓曾");
    let story = Story::apply(&office, asked).await;
    assert!(found(&office, "sxz").await.is_empty());
    let mut rules = office.read(Person::ADMINISTRATOR, "/v1/office").await["rules"].take();
    rules["search_by_initials"] = json!(true);
    let change = office.request(Person::ADMINISTRATOR, Method::PUT, "/v1/office/rules").await;
    office.send(change.json(&rules)).await.expect(204);
    for typed in ["sxz", "DXC"] {
        let by = vec!["name_initials".to_owned()];
        assert_eq!(found(&office, typed).await, [(story.case.clone(), by)], "{typed}");
    }
}

async fn who_may_not_see_a_case_does_not_find_it(office: Office) {
    let story = Story::apply(&office, application(1)).await;
    let searches = "access_log WHERE operation = 'search_cases'";
    let database = office.database().await;
    assert_eq!(database.count(searches).await, 0);
    for person in [Person::ASSESSOR, Person::ADMINISTRATOR, Person::DONATION_CLERK] {
        let hidden = search(&office, person, story.said("/adopters/0/name")).await.expect(200);
        let none = search(&office, person, "没有这个人").await.expect(200);
        assert_eq!(hidden.without_request_id(), none.without_request_id());
        assert_eq!(hidden.json()["cases"], json!([]));
    }
    office.at_rest().await;
    assert_eq!(database.count(searches).await, 6, "each search is in the log");
}
