//! The access log outside the database: a signed file of a day, checked and tampered with.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Utc};

use crate::support::{Office, mostly_on_sqlite, on_both_databases};

on_both_databases!(a_day_is_written_once_signed_and_every_change_of_it_is_found);
mostly_on_sqlite!(the_day_before_is_written_by_itself);

/// The day in Asia/Shanghai at an instant.
fn day_at(instant: DateTime<Utc>) -> NaiveDate {
    let shanghai = FixedOffset::east_opt(8 * 3600).expect("an offset");
    instant.with_timezone(&shanghai).date_naive()
}

/// So many days ago.
fn days_ago(days: u64) -> NaiveDate {
    day_at(Utc::now()) - Days::new(days)
}

async fn the_day_before_is_written_by_itself(office: Office) {
    office.at_rest().await;
    // In the first hour of a day entries of the day before may still come.
    let over = day_at(Utc::now() - TimeDelta::minutes(71)) - Days::new(1);
    let file = office.data().join("accesses").join(format!("accesses-{over}.jsonl"));
    check(&office, &file, Ok(0)).await;
    let mode = |path: &Path| std::fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!((mode(&file), mode(file.parent().expect("a folder"))), (0o600, 0o700));
}

/// Writes an entry of noon of a day around the program, as one that was made then.
async fn enter(office: &Office, day: NaiveDate, number: u32) {
    let noon = day.and_time(NaiveTime::MIN).and_utc().timestamp_millis() + 4 * 3_600_000;
    let id = format!("{:08x}-{:04x}-7000-8000-{number:012x}", noon >> 16, noon & 0xffff);
    let statement = format!(
        "INSERT INTO access_log (id, at, caller, roles, operation, case_id, outcome, rules, request_id) \
         VALUES ('{id}', {}, 'somebody', 'registrar', 'read_case', NULL, 'read', '', 'r-{number}')",
        noon * 1000
    );
    office.database().await.change(&statement).await.expect("an entry");
}

async fn a_day_is_written_once_signed_and_every_change_of_it_is_found(office: Office) {
    let day = days_ago(3);
    for number in 0..3 {
        enter(&office, day, number).await;
    }
    enter(&office, days_ago(4), 9).await;
    let text = day.to_string();
    let written = office.command(&["accesses", "write", "--day", &text]).await;
    assert_eq!(written.code, Some(0), "{}{}", written.said, written.complained);
    assert!(written.said.starts_with(&format!("3 entries of {day}")), "{}", written.said);
    let file = office.data().join("accesses").join(format!("accesses-{day}.jsonl"));
    let lines = std::fs::read_to_string(&file).expect("a file");
    let requests: Vec<String> = lines
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"))
        .map(|line| line["request_id"].as_str().expect("a number").to_owned())
        .collect();
    assert_eq!(requests, ["r-0", "r-1", "r-2"]);
    let again = office.command(&["accesses", "write", "--day", &text]).await;
    assert_eq!(again.code, Some(0), "the same once more: {}", again.complained);
    for early in [days_ago(0), days_ago(0) + Days::new(1)] {
        let early = office.command(&["accesses", "write", "--day", &early.to_string()]).await;
        assert_eq!(early.code, Some(2), "{}{}", early.said, early.complained);
        assert!(early.complained.contains("is not over yet"), "{}", early.complained);
    }
    check(&office, &file, Ok(3)).await;
    elsewhere(&office, &file).await;
    tampered(&office, &file, &lines).await;

    // A row that is taken out of the database afterwards shows against the file.
    let database = office.database().await;
    database.disarm("access_log").await;
    database.change("DELETE FROM access_log WHERE request_id = 'r-1'").await.expect("gone");
    let differs = office.command(&["accesses", "write", "--day", &text]).await;
    assert_eq!(differs.code, Some(2), "{}", differs.said);
    assert!(differs.complained.contains("says something else"), "{}", differs.complained);
    let left = std::fs::read_dir(office.data().join("accesses")).expect("a folder");
    let names = left.map(|entry| entry.expect("an entry").file_name().into_string().expect("text"));
    assert!(names.into_iter().all(|name| !name.ends_with(".part")), "nothing half-written stays");
}

/// Asks the program about the file.
async fn check(office: &Office, file: &Path, expected: Result<u32, &str>) {
    let shown = file.display().to_string();
    let checked = office.command(&["accesses", "check", &shown]).await;
    match expected {
        Ok(entries) => {
            assert_eq!(checked.code, Some(0), "{}{}", checked.said, checked.complained);
            assert!(checked.said.contains(&format!("{entries} entries of")), "{}", checked.said);
        }
        Err(finding) => {
            assert_eq!(checked.code, Some(1), "{}", checked.said);
            assert!(checked.said.contains(finding), "{}", checked.said);
        }
    }
}

/// Who has the public key checks without the office's data.
async fn elsewhere(office: &Office, file: &Path) {
    let keys = office.command(&["accesses", "keys"]).await;
    let key = keys.said.split_whitespace().nth(1).expect("a key").to_owned();
    let shown = file.display().to_string();
    let check = async |key: &str| {
        crate::support::program::run(&["accesses", "check", "--public-key", key, &shown]).await
    };
    let right = check(&key).await;
    assert_eq!(right.code, Some(0), "{}{}", right.said, right.complained);
    let other = Office::founded_apart(crate::support::Backend::Sqlite).await;
    let keys = other.command(&["accesses", "keys"]).await;
    let stranger = keys.said.split_whitespace().nth(1).expect("a key").to_owned();
    let wrong = check(&stranger).await;
    assert_eq!(wrong.code, Some(1), "{}", wrong.said);
    assert!(wrong.said.contains("no key of the office made its signature"), "{}", wrong.said);
    assert_eq!(check("AAAA").await.code, Some(64), "no key");
}

async fn tampered(office: &Office, file: &Path, lines: &str) {
    let signature = PathBuf::from(format!("{}.sig", file.display()));
    let signed = std::fs::read_to_string(&signature).expect("a signature");
    let shorter: String = lines.lines().take(2).map(|line| format!("{line}\n")).collect();
    let altered = "it is not the file that was signed";
    for changed in [lines.replace("r-1", "r-7"), shorter, format!("{lines}{{}}\n"), String::new()] {
        std::fs::write(file, changed).expect("written");
        check(office, file, Err(altered)).await;
    }
    std::fs::write(file, lines).expect("written");
    let renamed = file.with_file_name("accesses-2026-01-01.jsonl");
    std::fs::copy(file, &renamed).expect("copied");
    std::fs::copy(&signature, format!("{}.sig", renamed.display())).expect("copied");
    check(office, &renamed, Err(altered)).await;
    for path in [renamed.clone(), PathBuf::from(format!("{}.sig", renamed.display()))] {
        std::fs::remove_file(path).expect("removed");
    }
    let fewer = signed.replace("\"entries\": 3", "\"entries\": 2");
    assert_ne!(fewer, signed);
    std::fs::write(&signature, fewer).expect("written");
    check(office, file, Err("no key of the office made its signature")).await;
    std::fs::write(&signature, "nonsense").expect("written");
    check(office, file, Err("its signature cannot be read")).await;
    std::fs::remove_file(&signature).expect("removed");
    check(office, file, Err("there is no signature beside it")).await;
    std::fs::write(&signature, signed).expect("written");
    check(office, file, Ok(3)).await;
}
