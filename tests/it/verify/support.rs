//! An office in which everything that can be covered has happened, and copies of it to tamper with.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use reqwest::Method;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbErr, Statement};
use serde_json::json;
use tempfile::TempDir;
use workflow::indicator::default_set;

use crate::donation::{enter, gift_of, give, receipt, review, stranger, the_hold};
use crate::procedures::points::with_evidence;
use crate::support::authenticator::Authenticator;
use crate::support::database::lasting;
use crate::support::program::{self, Ended, Server};
use crate::support::story::application;
use crate::support::{Answer, Office, Person, Story};

/// How long the first seal may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(90);

/// A case carried to its archive, a gift taken, an absence, an invitation, changed rules; and the access
/// log sealed. Gives the case's number too.
pub async fn full(office: Office) -> (Office, String) {
    let mut story = Story::apply(&office, application(0)).await;
    story.carry_to_issue().await;
    story.archive().await;
    let number = story.read().await["number"].as_str().expect("a number").to_owned();
    let gift = give(&office, &gift_of(&stranger(&json!("白若冰")))).await;
    let hold = the_hold(&office, "donation").await;
    review(&office, &hold, &json!({ "matched": false, "outcome": "released" })).await.expect(204);
    enter(&office, &format!("/{gift}/receipt"), &receipt("练捐0001")).await.expect(204);
    let today = office.today().await;
    let absence = json!({
        "person": office.account(Person::REGISTRAR).await,
        "substitute": office.account(Person { role: "registrar", number: 2 }).await,
        "from": today, "until": today, "reason": "培训",
    });
    send(&office, Person::REGISTRAR, Method::POST, "/v1/office/absences", &absence)
        .await
        .expect(201);
    let invited = json!({
        "login": "new.registrar", "name": "何清源", "roles": ["registrar"],
        "organization": "练习县民政局",
    });
    send(&office, Person::ADMINISTRATOR, Method::POST, "/v1/invitations", &invited)
        .await
        .expect(201);
    with_evidence(&office).await;
    let mut set = default_set();
    set.id = "CQ-2026".to_owned();
    let request = office.request(Person::ADMINISTRATOR, Method::POST, "/v1/indicator-sets").await;
    let yaml = serde_json::to_vec(&set).expect("JSON");
    let request = request.header("Content-Type", "application/yaml").body(yaml);
    Answer::of(request).await.expect(201);
    let visitor = Person { role: "visitor", number: 2 };
    Authenticator::of_person(&office, visitor).await;
    office.at_rest().await;
    // A server that starts seals what came before.
    let office = office.reopen(async |mut server: Server| server.kill().await).await;
    office.at_rest().await;
    sealed(&office).await;
    (office, number)
}

/// Sends something in a person's name.
pub async fn send(
    office: &Office,
    person: Person,
    method: Method,
    path: &str,
    body: &serde_json::Value,
) -> Answer {
    Answer::of(office.request(person, method, path).await.json(body)).await
}

/// Waits until the access log was sealed.
async fn sealed(office: &Office) {
    let database = office.database().await;
    let began = Instant::now();
    let question = "SELECT row_key FROM office_log WHERE about = 'access_log'";
    while database.texts(question).await.is_empty() {
        assert!(began.elapsed() < PATIENCE, "nothing is sealed: {}", office.complaints());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// A copy of an office's embedded database, without its triggers and with nobody at work in it.
pub struct Copy {
    directory: TempDir,
}

impl Copy {
    /// Copies the database, the keys and the files of an office.
    pub async fn of(office: &Office) -> Copy {
        let directory = TempDir::new().expect("a directory");
        let copy = Copy { directory };
        let data = copy.data();
        std::fs::create_dir(&data).expect("a directory");
        let target = data.join("guijia.sqlite").display().to_string();
        office.database().await.change(&format!("VACUUM INTO '{target}'")).await.expect("copied");
        for part in ["keys", "files"] {
            copy_folder(&office.data().join(part), &data.join(part));
        }
        copy.unprotect().await;
        copy
    }

    /// The same once more, to be tampered with in another way.
    pub fn again(&self) -> Copy {
        let directory = TempDir::new().expect("a directory");
        let copy = Copy { directory };
        copy_folder(&self.data(), &copy.data());
        copy
    }

    /// Where it is.
    pub fn data(&self) -> PathBuf {
        self.directory.path().join("data")
    }

    /// The file of its database.
    pub fn file(&self) -> PathBuf {
        self.data().join("guijia.sqlite")
    }

    async fn unprotect(&self) {
        let triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger'";
        for trigger in self.texts(triggers).await {
            self.change(&[format!("DROP TRIGGER \"{trigger}\"")]).await;
        }
    }

    /// Changes it as its owner could, with every rule of the database switched off.
    pub async fn change(&self, statements: &[String]) {
        let connection = self.connect().await;
        for rule in [
            "PRAGMA foreign_keys = OFF",
            "PRAGMA ignore_check_constraints = ON",
            // Nothing of the change is left in a file beside the database.
            "PRAGMA journal_mode = DELETE",
        ] {
            connection.execute_unprepared(rule).await.expect("switched off");
        }
        for statement in statements {
            let done = connection.execute_unprepared(statement).await;
            done.unwrap_or_else(|error| panic!("{statement}: {error}"));
        }
        connection.close().await.expect("closed");
    }

    /// The first column of every row.
    pub async fn texts(&self, question: &str) -> Vec<String> {
        let connection = self.connect().await;
        let statement = Statement::from_string(connection.get_database_backend(), question);
        let rows = connection.query_all_raw(statement).await.expect("an answer");
        let texts = rows.iter().map(|row| row.try_get_by_index(0).expect("text")).collect();
        connection.close().await.expect("closed");
        texts
    }

    /// Every value of every row of every table.
    pub async fn try_contents(&self) -> Result<Vec<String>, DbErr> {
        let connection = self.connect().await;
        let ask = async |question: String| {
            let statement = Statement::from_string(connection.get_database_backend(), question);
            let rows = connection.query_all_raw(statement).await?;
            rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<Vec<String>, DbErr>>()
        };
        let tables = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name";
        let mut contents = Vec::new();
        for table in ask(tables.to_owned()).await? {
            let columns = ask(format!("SELECT name FROM pragma_table_info('{table}')")).await?;
            let values: Vec<String> =
                columns.iter().map(|column| format!("quote(\"{column}\")")).collect();
            contents.extend(ask(format!("SELECT {} FROM \"{table}\"", values.join(" || "))).await?);
        }
        Ok(contents)
    }

    async fn connect(&self) -> DatabaseConnection {
        let address = format!("sqlite:{}?mode=rw", self.file().display());
        let mut options = lasting(&address);
        // What is switched off is switched off for one connection.
        options.max_connections(1);
        Database::connect(options).await.expect("a connection")
    }

    /// Runs one of the operator's commands on it.
    pub async fn command(&self, arguments: &[&str]) -> Ended {
        let data = self.data().display().to_string();
        let mut all = arguments.to_vec();
        all.extend(["--data", &data]);
        program::run(&all).await
    }

    /// What `verify` finds, which must be something.
    pub async fn found(&self, what: &str) -> String {
        let ended = self.command(&["verify"]).await;
        assert_eq!(ended.code, Some(1), "{what}: {}{}", ended.said, ended.complained);
        findings(&ended.said)
    }
}

/// The lines of a report that are findings.
pub fn findings(said: &str) -> String {
    said.lines().filter(|line| !line.starts_with('(')).collect::<Vec<_>>().join("\n")
}

fn copy_folder(from: &Path, to: &Path) {
    let metadata = std::fs::metadata(from).expect("a folder");
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("readable") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        match entry.file_type().expect("a kind").is_dir() {
            true => copy_folder(&entry.path(), &target),
            false => {
                std::fs::copy(entry.path(), target).expect("copied");
            }
        }
    }
    std::fs::set_permissions(to, metadata.permissions()).expect("as before");
}
