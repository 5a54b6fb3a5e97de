//! What `doctor` says of an office that is in order, and of each fault.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use serde_json::Value;

use crate::real_office::Place;
use crate::support::database::{Backend, Database};
use crate::support::program::{self, Ended};
use crate::support::story::application;
use crate::support::{Office, Story, on_both_databases};

on_both_databases!(an_office_in_order_has_no_fault, each_fault_of_the_database_is_named);

/// What was said of one thing, as its verdict and its words.
fn said(ended: &Ended, about: &str) -> Vec<(String, String)> {
    let all: Value = serde_json::from_str(&ended.said).expect("JSON");
    let all = all["checks"].as_array().expect("a list").clone();
    let of_it = all.iter().filter(|check| check["about"] == about);
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    of_it.map(|check| (text(&check["verdict"]), text(&check["found"]))).collect()
}

/// One thing is a fault with these words, and what to do about it is said.
#[track_caller]
fn is_a_fault(ended: &Ended, about: &str, words: &str) {
    assert_eq!(ended.code, Some(1), "{}{}", ended.said, ended.complained);
    let said = said(ended, about);
    let is_named = said.iter().any(|(verdict, found)| verdict == "fault" && found.contains(words));
    assert!(is_named, "{about} is not found with `{words}`: {said:?}");
    let all: Value = serde_json::from_str(&ended.said).expect("JSON");
    for check in all["checks"].as_array().expect("a list") {
        let is_well = check["verdict"] == "ok";
        assert_eq!(check["advice"].is_null(), is_well, "{check}");
    }
}

async fn an_office_in_order_has_no_fault(office: Office) {
    Story::apply(&office, application(1)).await;
    office.at_rest().await;
    let ended = office.command(&["doctor", "--json"]).await;
    assert_eq!(ended.code, Some(0), "{}{}", ended.said, ended.complained);
    for about in [
        "configuration",
        "data directory",
        "modes",
        "office's secret",
        "signing keys",
        "database",
        "setting",
        "schema",
        "office",
        "clock",
        "jobs",
        "proxy",
        "fonts",
        "printing",
        "scans",
        "virus scanner",
    ] {
        let said = said(&ended, about);
        assert!(!said.is_empty(), "{about} is not looked at");
        let is_well = said.iter().all(|(verdict, _)| verdict == "ok");
        // The tests' PostgreSQL keeps no checksums, which is worth a warning.
        assert!(is_well || about == "setting", "{about}: {said:?}");
    }
    assert_eq!(said(&ended, "backup")[0].1, "none was made here yet");
    let name = workflow::cast::practice::application(1);
    let name = serde_json::to_value(name).expect("JSON")["child"]["name"].clone();
    let lines = office.command(&["doctor"]).await;
    assert_eq!(lines.code, Some(0), "{}{}", lines.said, lines.complained);
    assert!(lines.said.contains("ok      printing: a child printed"), "{}", lines.said);
    let name = name.as_str().expect("a name");
    assert!(!lines.said.contains(name) && !ended.said.contains(name), "a person is named");
}

async fn each_fault_of_the_database_is_named(office: Office) {
    Story::apply(&office, application(1)).await;
    office.at_rest().await;
    let database = office.database().await;
    let ask = async || office.command(&["doctor", "--json"]).await;

    let dead = "UPDATE job SET state = 'dead' WHERE id = (SELECT min(id) FROM job)";
    database.change(dead).await.expect("given up");
    is_a_fault(&ask().await, "jobs", "1 were given up");
    database.change("UPDATE job SET state = 'done' WHERE state = 'dead'").await.expect("mended");
    let old = "UPDATE job SET state = 'ready', created_at = 1, run_at = 9000000000000000 \
               WHERE id = (SELECT min(id) FROM job)";
    database.change(old).await.expect("put off");
    let waits = said(&ask().await, "jobs");
    assert!(waits[0].0 == "warning" && waits[0].1.contains("the oldest waits since"), "{waits:?}");
    database.change("UPDATE job SET state = 'done' WHERE state = 'ready'").await.expect("mended");

    database.change("DELETE FROM calendar_day").await.expect("removed");
    database.change("DELETE FROM calendar_edition").await.expect("removed");
    is_a_fault(&ask().await, "calendar", "is missing");

    database.disarm("event").await;
    let later = "UPDATE event SET recorded_at = 7258118400000000 WHERE version = 1";
    database.change(later).await.expect("a clock that was wrong");
    is_a_fault(&ask().await, "clock", "which is still to come");

    let newer = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_future', 1)";
    database.change(newer).await.expect("put in");
    is_a_fault(&ask().await, "schema", "newer than this program");
    // What could not be looked at is not said to be well.
    assert_eq!(said(&ask().await, "clock"), Vec::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_fault_of_the_folder_is_named() {
    let office = Office::open(Backend::Sqlite).await;
    office.at_rest().await;
    let ask = async || office.command(&["doctor", "--json"]).await;
    let data = office.data();
    let set = |path: &PathBuf, mode| {
        fs::set_permissions(path, Permissions::from_mode(mode)).expect("set");
    };
    set(&data, 0o755);
    is_a_fault(&ask().await, "modes", "is open to others (mode 755)");
    set(&data, 0o700);

    let (keys, away) = (data.join("keys"), data.join("away"));
    fs::rename(&keys, &away).expect("moved");
    let without = ask().await;
    is_a_fault(&without, "office's secret", "cannot be used");
    is_a_fault(&without, "signing keys", "cannot be used");
    fs::rename(&away, &keys).expect("moved back");
    set(&keys, 0o750);
    is_a_fault(&ask().await, "signing keys", "is open to others (mode 750)");
    set(&keys, 0o700);

    let note = |age: i64| {
        let micros = std::time::UNIX_EPOCH.elapsed().expect("a time").as_micros();
        let begun = i64::try_from(micros).expect("a time") - age * 3_600_000_000;
        let note = format!("{{\"begun_at\":{begun},\"sha256\":\"ab\",\"losses\":0}}");
        fs::write(data.join("last-backup.json"), note).expect("written");
    };
    note(9 * 24);
    is_a_fault(&ask().await, "backup", "the newest was begun");
    note(2 * 24);
    assert_eq!(said(&ask().await, "backup")[0].0, "warning");
    note(1);
    assert_eq!(said(&ask().await, "backup")[0].0, "ok");
    assert_eq!(ask().await.code, Some(0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_fault_of_the_configuration_is_named() {
    let place = Place::new(Backend::Sqlite).await;
    assert_eq!(place.init().await.code, Some(0));
    let (file, data) = (place.path("guijia.toml"), place.path("data"));
    let ask_with = async |file: &str, settings: &str| {
        fs::write(file, settings).expect("written");
        program::run(&["doctor", "--json", "--data", &data, "--config", file]).await
    };
    let ask = async |settings: &str| ask_with(&file, settings).await;
    // A database that is not there is waited for, and everything else is asked meanwhile.
    let other = place.path("other.toml");
    let gone = ask_with(&other, "database = 'postgres://127.0.0.1:1/guijia'");
    let faults = async {
        let well = ask("trusted_proxies = ['127.0.0.1']").await;
        assert_eq!(well.code, Some(0), "{}", well.said);
        assert_eq!(said(&well, "proxy")[0].0, "ok");
        assert_eq!(said(&well, "address")[0].0, "ok");
        assert_eq!(said(&ask("").await, "proxy")[0].0, "warning", "no proxy is trusted");
        assert_eq!(said(&ask("listen = '0.0.0.0:8080'").await, "proxy")[0].0, "warning");

        is_a_fault(&ask("lissten = '127.0.0.1:8080'").await, "configuration", "lissten");
        is_a_fault(&ask("virus_scanner = 'clamd'").await, "virus scanner", "its address is none");
        let silent = ask("virus_scanner = 'unix:///nowhere/clamd.ctl'").await;
        is_a_fault(&silent, "virus scanner", "the line to the scanner failed");
        is_a_fault(&ask("font_directory = '/nowhere/fonts'").await, "fonts", "cannot be read");
        let database = Database::connect(None, data.as_ref()).await;
        let plain = "UPDATE office SET base_address = 'http://adoption.example'";
        database.change(plain).await.expect("altered");
        is_a_fault(&ask("").await, "address", "does not begin with https://");

        let nothing = program::run(&["doctor", "--json", "--data", &place.path("nothing")]).await;
        is_a_fault(&nothing, "data directory", "cannot be looked at");
        is_a_fault(&nothing, "database", "there is none here");
        assert!(!PathBuf::from(place.path("nothing")).exists(), "looking made something");
    };
    let (gone, ()) = tokio::join!(gone, faults);
    is_a_fault(&gone, "database", "cannot be reached");
}
