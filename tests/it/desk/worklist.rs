//! The worklist: what is next in each case and for whom it waits, and that it can then be done.

use serde_json::{Value, json};

use crate::support::families::plain_stepchild;
use crate::support::story::application;
use crate::support::{Office, Person, Story, on_both_databases};

on_both_databases!(a_case_says_what_is_next_until_it_is_filed, who_sees_no_case_has_no_work);

/// The row of a case, with the group it stands in.
async fn row(office: &Office, person: Person, case: &str) -> (String, Value) {
    for group in ["overdue", "soon", "mine", "others"] {
        let list = office.read(person, &format!("/v1/worklist?group={group}&limit=200")).await;
        let rows = list["groups"][0]["rows"].as_array().cloned().unwrap_or_default();
        if let Some(row) = rows.into_iter().find(|row| row["case"]["case_id"] == case) {
            return (group.to_owned(), row);
        }
    }
    panic!("the case stands in no group");
}

/// The act that is next in a case, and for whom it waits.
async fn next(story: &Story<'_>) -> (Value, Value) {
    let (_, row) = row(story.office, Person::REGISTRAR, &story.case).await;
    assert!(!row["next"]["why"]["zh"].as_str().expect("words").is_empty());
    (row["next"]["act"].clone(), row["waits_for"].clone())
}

/// How many cases a group has.
async fn count(office: &Office, person: Person, group: &str) -> u64 {
    let list = office.read(person, "/v1/worklist").await;
    let groups = list["groups"].as_array().expect("groups").iter();
    let mut found = groups.filter(|one| one["group"] == group);
    found.next().map_or(0, |one| one["count"].as_u64().expect("a number"))
}

async fn a_case_says_what_is_next_until_it_is_filed(office: Office) {
    let mut story = Story::apply(&office, plain_stepchild(1)).await;
    assert_eq!(next(&story).await, (json!("file_paper"), json!("family")));
    story.file("application_form", None, crate::support::papers::scan()).await;
    assert_eq!(next(&story).await, (json!("verify_paper"), json!("us")));
    let mut story = Story::apply(&office, plain_stepchild(2)).await;
    story.bring_everything().await;
    assert_eq!(next(&story).await, (json!("accept"), json!("us")));
    story.accept().await;
    assert_eq!(next(&story).await, (json!("inquire"), json!("family")));
    story.hear().await;
    assert_eq!(next(&story).await, (json!("propose"), json!("us")));
    assert_eq!(count(&office, Person::LEADER, "waiting_for_leader").await, 0);
    story.act(Person::REGISTRAR, "/proposal", crate::support::words::proposal()).await;
    assert_eq!(next(&story).await, (json!("approve"), json!("leader")));
    assert_eq!(count(&office, Person::LEADER, "waiting_for_leader").await, 1);
    let mine = office.read(Person::REGISTRAR, "/v1/worklist?group=waiting_for_leader").await;
    assert_eq!(mine["groups"], json!([]), "only a leader has it");
    story.act(Person::LEADER, "/approval", crate::support::words::approval()).await;
    story.sign("approval_form", None).await;
    assert_eq!(next(&story).await, (json!("register"), json!("family")));
    story.register().await;
    assert_eq!(next(&story).await, (json!("issue_certificate"), json!("us")));
    assert_eq!(count(&office, Person::ARCHIVIST, "to_file").await, 0);
    story.issue().await;
    assert_eq!(next(&story).await, (json!("archive"), json!("us")));
    assert_eq!(count(&office, Person::ARCHIVIST, "to_file").await, 1);
    story.archive().await;
    assert_eq!(count(&office, Person::ARCHIVIST, "to_file").await, 0);

    // Days alone: until the notice has run, it waits for time, then for the office.
    let mut story = Story::apply(&office, application(3)).await;
    story.carry_to_acceptance().await;
    assert_eq!(next(&story).await, (json!("publish_notice"), json!("us")));
    let (group, before) = row(&office, Person::REGISTRAR, &story.case).await;
    let today = office.today().await;
    let due_on: chrono::NaiveDate =
        before["clock"]["due_on"].as_str().expect("a clock").parse().expect("a day");
    assert_eq!(before["clock"]["days_left"], (due_on - today).num_days());
    assert_eq!((group.as_str(), &before["is_mine"]), ("mine", &json!(true)));
    let other = Person { number: 2, ..Person::REGISTRAR };
    let (group, _) = row(&office, other, &story.case).await;
    assert_eq!(group, "others");
    office.move_to(due_on + chrono::Days::new(1)).await;
    let (group, late) = row(&office, other, &story.case).await;
    assert_eq!((group.as_str(), &late["clock"]["days_left"]), ("overdue", &json!(-1)));
    office.at_rest().await;
    let verified = office.command(&["verify"]).await;
    assert_eq!(verified.code, Some(0), "{}{}", verified.said, verified.complained);
}

async fn who_sees_no_case_has_no_work(office: Office) {
    let story = Story::apply(&office, application(1)).await;
    for person in [Person::ASSESSOR, Person::ADMINISTRATOR, Person::DONATION_CLERK] {
        let list = office.read(person, "/v1/worklist?group=others").await;
        assert_eq!(list["groups"][0]["count"], 0, "{}", person.role);
    }
    let list = office.read(Person::LEADER, "/v1/worklist").await;
    let named = |group: &Value| group["rows"].to_string().contains(&story.case);
    let groups = list["groups"].as_array().expect("groups");
    assert!(!groups.iter().any(named), "others' cases are folded until they are asked for");
    for path in ["/v1/worklist?group=all", "/v1/worklist?limit=0", "/v1/worklist?limit=201"] {
        office.get(Person::REGISTRAR, path).await.expect(400);
    }
}
