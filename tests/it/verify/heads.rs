//! The log of heads of an office at work: sealed at once when a number is given, shown to a witness, and
//! what an older copy comes to.

use std::path::Path;
use std::time::{Duration, Instant};

use guijia::heads::checkpoint::Checkpoint;
use guijia::heads::folder::{Contents, Folder};
use guijia::heads::leaf::Kind;
use guijia::heads::note::{Note, Signer, Use};
use guijia::heads::proof::Proof;
use tempfile::TempDir;

use super::support::findings;
use crate::support::office::free_address;
use crate::support::program::{self, Server};
use crate::support::story::application;
use crate::support::{Backend, Office, Story, database, on_both_databases};

on_both_databases!(
    a_registration_is_sealed_at_once_and_shown_to_the_witness,
    an_older_copy_in_the_place_of_the_newest_is_found
);

const PATIENCE: Duration = Duration::from_secs(60);

fn contents(data: &Path) -> Contents {
    Folder::at(data.join("heads")).contents().expect("a log")
}

/// Waits until the log is so.
async fn until(data: &Path, what: &str, is_so: impl Fn(&Contents) -> bool) -> Contents {
    let began = Instant::now();
    loop {
        let contents = contents(data);
        if is_so(&contents) {
            return contents;
        }
        assert!(began.elapsed() < PATIENCE, "{what}: {} leaves", contents.leaves.len());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

fn versions_of_cases(contents: &Contents) -> Vec<i64> {
    let of_cases = contents.leaves.iter().filter(|leaf| leaf.kind == Kind::Case);
    of_cases.map(|leaf| leaf.version).collect()
}

async fn a_registration_is_sealed_at_once_and_shown_to_the_witness(office: Office) {
    let data = office.data();
    until(&data, "the first seal", |log| !log.checkpoints.is_empty()).await;
    let key = office.command(&["heads", "key"]).await;
    assert_eq!(key.code, Some(0), "{}", key.complained);
    let elsewhere = TempDir::new().expect("a directory");
    let key_file = elsewhere.path().join("key").display().to_string();
    std::fs::write(&key_file, &key.said).expect("written");
    let (origin, _) = key.said.split_once('+').expect("a name");
    let state = elsewhere.path().join("state");
    let address = free_address();
    let place = state.display().to_string();
    let arguments = [
        "witness", "--origin", origin, "--key", &key_file, "--state", &place, "--listen", &address,
    ];
    let witness = Server::open(&arguments, &elsewhere.path().join("log")).await.expect("a witness");
    let document = std::fs::read(state.join("heads.key")).expect("its key");
    let signer = Signer::new(&document, "guijia-witness", Use::Cosignature).expect("a signer");
    let settings = format!(
        "witnesses = [{{ url = \"{}\", key = \"{}\" }}]\n",
        witness.base,
        signer.verifier()
    );
    std::fs::write(data.with_file_name("guijia.toml"), settings).expect("configured");
    // From here on nothing but a number has the heads sealed: ten minutes lie between two seals.
    let office = office.reopen(async |server| assert_eq!(server.terminate().await, Some(0))).await;
    until(&data, "the first cosignature", |log| !log.cosigned.is_empty()).await;
    let early = elsewhere.path().join("early");
    copy(&data.join("heads"), &early);
    let before = versions_of_cases(&contents(&data)).len();
    let mut story = Story::apply(&office, application(0)).await;
    story.carry_to_issue().await;
    let log = until(&data, "the registration", |log| versions_of_cases(log).len() > before).await;
    let newest = log.checkpoints.last().expect("a checkpoint").text.clone();
    let log =
        until(&data, "its cosignature", |log| log.cosigned.iter().any(|note| note.text == newest))
            .await;
    let cosigned = log.cosigned.last().expect("a checkpoint");
    assert!(cosigned.signed_by(signer.verifier()).is_some_and(|signed| signed.at.is_some()));
    let number = "SELECT certificate_number FROM case_row WHERE certificate_number IS NOT NULL";
    let number = office.database().await.texts(number).await.remove(0);
    let proof = office.command(&["heads", "proof", "--certificate-of", &number]).await;
    assert_eq!(proof.code, Some(0), "{}", proof.complained);
    let proof = Proof::parse(&proof.said).expect("a proof");
    let log_key = Folder::at(data.join("heads")).key().expect("read").expect("a key");
    assert!(proof.holds(&log_key));
    assert!(proof.note.signed_by(signer.verifier()).is_some());
    let code = elsewhere.path().join("code.svg").display().to_string();
    let page = office.command(&["heads", "page", "--code", &code]).await;
    assert!(page.said.contains(&proof.note.to_string()), "{}", page.said);
    assert!(std::fs::read_to_string(&code).expect("a code").contains("<svg"));
    for private in ["/adopters/0/name", "/child/name", "/adopters/0/resident_id"] {
        assert!(!page.said.contains(story.said(private)), "{private}");
    }
    office.at_rest().await;
    let kept = state.join("checkpoint").display().to_string();
    let verified = office.command(&["verify", "--against", &kept]).await;
    assert_eq!(verified.code, Some(0), "{}{}", verified.said, verified.complained);
    let note = Note::parse(&std::fs::read_to_string(&kept).expect("kept")).expect("a note");
    let seen = Checkpoint::parse(&note.text).expect("a checkpoint").size;
    assert!(seen > 0 && office.complaints().is_empty(), "{}", office.complaints());
    // The log is put back as it was earlier, and goes on from there with its own key.
    let set_back = async |server: Server| {
        assert_eq!(server.terminate().await, Some(0));
        std::fs::remove_dir_all(data.join("heads")).expect("away");
        copy(&early, &data.join("heads"));
    };
    let office = office.reopen(set_back).await;
    let began = Instant::now();
    while !office.complaints().contains("a witness does not sign") {
        assert!(began.elapsed() < PATIENCE, "{}", office.complaints());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let by_itself = office.command(&["verify", "--heads"]).await;
    assert_eq!(by_itself.code, Some(0), "{}{}", by_itself.said, by_itself.complained);
    let against = office.command(&["verify", "--heads", "--against", &kept]).await;
    assert_eq!(against.code, Some(1), "{}{}", against.said, against.complained);
    assert_eq!(witness.terminate().await, Some(0));
}

fn copy(from: &Path, to: &Path) {
    let copied = std::process::Command::new("cp").arg("-a").arg(from).arg(to).status();
    assert!(copied.expect("cp").success());
}

/// What an interrupted seal left is cut off and said; a log whose key is gone is not gone on with.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_torn_log_goes_on_and_one_without_its_key_does_not() {
    let office = Office::open(Backend::Sqlite).await;
    let data = office.data();
    until(&data, "the first seal", |log| !log.checkpoints.is_empty()).await;
    let leaves = data.join("heads/leaves");
    let tear = async |server: Server| {
        assert_eq!(server.terminate().await, Some(0));
        let mut bytes = std::fs::read(&leaves).expect("leaves");
        bytes.extend([1; 40]);
        std::fs::write(&leaves, bytes).expect("torn");
    };
    let office = office.reopen(tear).await;
    let began = Instant::now();
    while !office.complaints().contains("bytes that an interrupted seal left") {
        assert!(began.elapsed() < PATIENCE, "{}", office.complaints());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let verified = office.command(&["verify", "--heads"]).await;
    assert_eq!(verified.code, Some(0), "{}{}", verified.said, verified.complained);
    let place = office.place();
    let _stopped = office.stop().await;
    std::fs::remove_file(data.join("keys/heads.key")).expect("away");
    let log = data.with_file_name("log of the next");
    let mut arguments = vec!["--demo"];
    arguments.extend(place.iter().map(String::as_str));
    assert!(Server::start_at("127.0.0.1:0", &arguments, &log).await.is_none());
    let said = std::fs::read_to_string(&log).expect("a log");
    assert!(said.contains("the key of the log of heads is gone"), "{said}");
    std::fs::rename(data.join("heads"), data.with_file_name("evidence")).expect("away");
    let server = Server::start_at("127.0.0.1:0", &arguments, &log).await.expect("it opens");
    until(&data, "a new log", |log| !log.checkpoints.is_empty()).await;
    let said = std::fs::read_to_string(&log).expect("a log");
    assert!(said.contains("a key for the log of heads was made"), "{said}");
    assert_eq!(server.terminate().await, Some(0));
}

async fn an_older_copy_in_the_place_of_the_newest_is_found(office: Office) {
    let data = office.data();
    let Story { application, case, version, .. } = Story::apply(&office, application(0)).await;
    office.at_rest().await;
    let older = TempDir::new().expect("a directory");
    let mut older_url = None;
    let url = office.place().iter().find(|part| part.starts_with("postgres")).cloned();
    let office = office
        .reopen(async |server| {
            assert_eq!(server.terminate().await, Some(0));
            copy(&data, older.path());
            if let Some(url) = &url {
                older_url = Some(database::copy(url).await);
            }
        })
        .await;
    let mut story = Story { office: &office, application, case, version };
    story.bring("health_certificate", Some("adopter_1")).await;
    office.at_rest().await;
    let newer = office.stop().await;
    let older_data = older.path().join("data");
    let kept = older.path().join("kept").display().to_string();
    let newest = contents(&newer.data()).checkpoints.last().expect("a checkpoint").to_string();
    std::fs::write(&kept, newest).expect("kept");
    let look = async |arguments: &[&str]| {
        let place = older_data.display().to_string();
        let mut all = arguments.to_vec();
        all.extend(["--data", &place]);
        all.extend(older_url.iter().flat_map(|url| ["--database-url", url]));
        program::run(&all).await
    };
    // Put back with the folder of its time, an older copy is whole by itself.
    let whole = look(&["verify"]).await;
    assert_eq!(whole.code, Some(0), "{}{}", whole.said, whole.complained);
    let against = look(&["verify", "--heads", "--against", &kept]).await;
    assert_eq!(against.code, Some(1), "{}{}", against.said, against.complained);
    assert!(findings(&against.said).contains("an older copy put in its place"), "{}", against.said);
    // Put back under the folder that went on, it is found by it.
    let newer_heads = newer.data().join("heads").display().to_string();
    let settings = older.path().join("settings.toml").display().to_string();
    std::fs::write(&settings, format!("heads_directory = '{newer_heads}'\n")).expect("configured");
    for command in [vec!["verify"], vec!["verify", "--heads"]] {
        let mut command = command;
        command.extend(["--config", &settings]);
        let found = look(&command).await;
        assert_eq!(found.code, Some(1), "{}{}", found.said, found.complained);
        let words = findings(&found.said);
        assert!(words.contains("was sealed outside the database on 20"), "{words}");
        assert!(words.contains("is gone, with all after it"), "{words}");
    }
}

/// Only a server's database has several programs at work.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_replicas_seal_one_log() {
    let office = Office::open(Backend::Postgresql).await;
    let data = office.data();
    let other = office.beside().await.expect("a second");
    let mut first = Story::apply(&office, application(0)).await;
    first.carry_to_issue().await;
    let mut second = Story::apply(&other, application(1)).await;
    second.carry_to_issue().await;
    until(&data, "both registrations", |log| versions_of_cases(log).len() >= 2).await;
    office.at_rest().await;
    let verified = office.command(&["verify", "--heads"]).await;
    assert_eq!(verified.code, Some(0), "{}{}", verified.said, verified.complained);
}
