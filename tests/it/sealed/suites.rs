//! An office that goes over to the other algorithms, in the middle of its work, and reads what it sealed before.

use std::collections::BTreeSet;

use serde_json::Value;

use super::dump::{expect_none, files, told};
use crate::support::families::hardship_parents;
use crate::support::story::application;
use crate::support::{Office, Person, Story, on_both_databases};

on_both_databases!(an_office_goes_over_to_sm4_and_sm3_and_reads_what_it_sealed_before);

/// How the events of a case are encoded, and the suite of its key.
async fn sealed_with(office: &Office, case: &str) -> [Vec<String>; 2] {
    let database = office.database().await;
    let codecs = format!("SELECT DISTINCT codec FROM event WHERE case_id = '{case}'");
    let suites = format!("SELECT suite FROM data_key WHERE scope = '{case}'");
    [database.texts(&codecs).await, database.texts(&suites).await]
}

/// How the files of a case begin: up to the first line's end.
fn marks(office: &Office, case: &str) -> BTreeSet<String> {
    let mut found = Vec::new();
    files(&office.data().join("files"), &mut found);
    let of_case = found.into_iter().filter(|(path, _)| path.ends_with(case));
    let first_line = |(_, bytes): (String, Vec<u8>)| {
        let line = bytes.split(|byte| *byte == b'\n').next().expect("a line");
        String::from_utf8_lossy(line).into_owned()
    };
    of_case.map(first_line).collect()
}

async fn an_office_goes_over_to_sm4_and_sm3_and_reads_what_it_sealed_before(office: Office) {
    let before = Story::apply(&office, application(1)).await.case;
    let people = office.read(Person::ADMINISTRATOR, "/v1/people").await;
    office.at_rest().await;

    let (office, replaced) =
        office.reopen_after(&["replace-master-key", "--suite", "sm4gcm"]).await;
    assert_eq!(replaced.code, Some(0), "{}{}", replaced.said, replaced.complained);
    // A key that is replaced again without a word keeps the suite.
    let (office, replaced) = office.reopen_after(&["replace-master-key"]).await;
    assert_eq!(replaced.code, Some(0), "{}{}", replaced.said, replaced.complained);

    let family = hardship_parents(2);
    let mut secrets = BTreeSet::new();
    told(&family, &mut secrets);
    let mut story = Story::apply(&office, family).await;
    story.carry_to_issue().await;
    let after = story.case.clone();
    office.at_rest().await;
    let known = office.database().await.texts("SELECT telephone FROM office").await;
    secrets.retain(|secret| !known.contains(secret));
    assert!(secrets.len() > 10, "{secrets:?}");
    expect_none(&office, &secrets).await;

    let words = |codec: &str, suite: &str| [vec![codec.to_owned()], vec![suite.to_owned()]];
    assert_eq!(sealed_with(&office, &before).await, words("json aes256gcm", "aes256gcm"));
    assert_eq!(sealed_with(&office, &after).await, words("json sm4gcm", "sm4gcm"));
    assert_eq!(marks(&office, &after), BTreeSet::from(["guijia sealed file 1 sm4gcm".to_owned()]));

    // Both cases are read, with the people who were sealed before and those of now.
    for case in [&before, &after] {
        let read = office.read(Person::REGISTRAR, &format!("/v1/cases/{case}")).await;
        assert!(read["child"]["name"].is_string(), "{read}");
    }
    assert_eq!(office.read(Person::ADMINISTRATOR, "/v1/people").await, people);

    let (office, verified) = office.reopen_after(&["verify", "--files"]).await;
    assert_eq!(verified.code, Some(0), "{}{}", verified.said, verified.complained);
    let (office, rebuilt) = office.reopen_after(&["rebuild", "--check"]).await;
    assert_eq!(rebuilt.code, Some(0), "{}{}", rebuilt.said, rebuilt.complained);

    // And back again: a case of each suite is acted on, and a key of the older one is needed no more.
    let (office, replaced) =
        office.reopen_after(&["replace-master-key", "--suite", "aes256gcm"]).await;
    assert!(replaced.said.contains("2 keys were wrapped anew"), "{}", replaced.said);
    let (office, removed) = office.reopen_after(&["replace-master-key", "--remove-older"]).await;
    assert!(removed.said.contains("3 older master keys were removed"), "{}", removed.said);
    let mut first = told_on(&office, application(1), &before).await;
    first.check("criminal_record", "adopter_1").await;
    told_on(&office, hardship_parents(2), &after).await.archive().await;
    assert_eq!(sealed_with(&office, &before).await, words("json aes256gcm", "aes256gcm"));
    assert_eq!(sealed_with(&office, &after).await, words("json sm4gcm", "sm4gcm"));
    let read = office.read(Person::REGISTRAR, &format!("/v1/cases/{after}")).await;
    assert!(read["issue"].is_object() && read["archive"].is_object(), "{read}");
    assert_eq!(office.read(Person::ADMINISTRATOR, "/v1/people").await, people);
}

/// The story of a case goes on in an office that was served anew.
async fn told_on<'office>(
    office: &'office Office,
    application: Value,
    case: &str,
) -> Story<'office> {
    let read = office.read(Person::REGISTRAR, &format!("/v1/cases/{case}")).await;
    let version = read["version"].as_u64().expect("a version");
    Story { office, application, case: case.to_owned(), version }
}
