//! What an operator is told who starts it where it cannot be started.

use tempfile::TempDir;
use tokio::net::TcpListener;

use super::*;
use crate::support::program::run;

#[tokio::test]
async fn a_second_program_on_the_same_folder_is_refused_with_words() {
    let directory = TempDir::new().expect("a directory");
    let (data, log) = (directory.path().join("data"), directory.path().join("log"));
    let office = Fragile::serve(&data, &log, &[]).await;
    let data = data.display().to_string();
    let second = run(&["serve", "--demo", "--listen", "127.0.0.1:0", "--data", &data]).await;
    assert_eq!(second.code, Some(2));
    assert!(second.complained.contains("another guijia is at work in"), "{}", second.complained);
    let rebuild = run(&["rebuild", "--data", &data]).await;
    assert!(rebuild.complained.contains("another guijia is at work in"), "{}", rebuild.complained);
    assert_eq!(run(&["migrate", "--data", &data]).await.code, Some(2));
    for looking in [vec!["verify", "--data", &data], vec!["rebuild", "--check", "--data", &data]] {
        let looked = run(&looking).await;
        assert_eq!(looked.code, Some(0), "{}", looked.complained);
    }
    assert_eq!(office.terminate().await, Some(0));
    let rebuild = run(&["rebuild", "--data", &data]).await;
    assert_eq!(rebuild.code, Some(0), "the lock ends with the program: {}", rebuild.complained);
}

#[tokio::test]
async fn where_there_is_no_office_it_says_how_one_is_founded() {
    let directory = TempDir::new().expect("a directory");
    let data = directory.path().join("data");
    let place = data.display().to_string();
    let started = run(&["serve", "--listen", "127.0.0.1:0", "--data", &place]).await;
    assert_eq!(started.code, Some(1));
    assert!(started.complained.contains("guijia init"), "{}", started.complained);
    assert!(!data.exists(), "nothing is made by looking");
}

#[tokio::test]
async fn a_port_that_is_taken_is_named() {
    let taken = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = taken.local_addr().expect("an address").to_string();
    let directory = TempDir::new().expect("a directory");
    let data = directory.path().join("data").display().to_string();
    let started = run(&["serve", "--demo", "--listen", &address, "--data", &data]).await;
    assert_eq!(started.code, Some(2));
    for words in
        [&format!("cannot listen on {address}"), "another program listens there", "--listen"]
    {
        assert!(started.complained.contains(words), "{}", started.complained);
    }
}

#[tokio::test]
async fn a_database_that_is_not_there_or_lets_nobody_in_is_named_with_what_to_do() {
    let server = std::env::var("GUIJIA_TEST_POSTGRES").expect("`make test` starts PostgreSQL");
    let (before, _) = server.rsplit_once('/').expect("an address with a database");
    let directory = TempDir::new().expect("a directory");
    let data = directory.path().join("data").display().to_string();
    let missing = format!("{before}/nobody_made_it");
    let stranger = server.replace("//postgres@", "//stranger@");
    for (url, what) in [(&missing, "knows no such database"), (&stranger, "lets nobody in so")] {
        let place = ["--data", &data, "--database-url", url];
        let started = run(&[&["serve", "--listen", "127.0.0.1:0"], &place[..]].concat()).await;
        assert_eq!(started.code, Some(2));
        for words in [what, "PostgreSQL answers at 127.0.0.1:", "DATABASE_URL"] {
            assert!(started.complained.contains(words), "{}", started.complained);
        }
        assert!(!started.complained.contains("stranger"), "{}", started.complained);
    }
}
