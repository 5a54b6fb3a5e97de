//! The write path on real databases.

mod acts;
mod faults;
mod many;
mod outages;
mod statements;

use std::sync::Arc;
use std::time::Duration;

use documents::Press;
use sea_orm::{ConnectionTrait, Statement};
use tokio::sync::Notify;
use uuid::Uuid;
use workflow::cast::practice::application;
use workflow::steps::accept::Accept;
use workflow::{Actor, Command, Role, UserId};

use super::{Outcome, Request, Target};
use crate::app::App;
use crate::children::pages::Pages;
use crate::children::printing::{self, Printer};
use crate::children::scans::Intake;
use crate::children::sets::SetReader;
use crate::config::Config;
use crate::heads::folder::Folder;
use crate::measures::{Requests, Seals};
use crate::secret::OfficeSecret;
use crate::store::asker::Asker;
use crate::store::files::FileStore;
use crate::store::tests::{databases, office};

pub(crate) struct TestApp {
    pub(crate) app: App,
    pub(crate) name: &'static str,
    _database: crate::store::tests::TestDatabase,
    _directory: tempfile::TempDir,
}

/// A practice office on each kind of database, on 2 March 2026.
pub(crate) async fn apps() -> Vec<TestApp> {
    let mut apps = Vec::new();
    for database in databases().await {
        office::create(&database.store).await;
        let directory = tempfile::tempdir().expect("a directory");
        let keys = directory.path().join("keys");
        OfficeSecret::create(&keys).expect("a secret");

        let app = App {
            store: database.store.clone(),
            files: FileStore::in_directory(&directory.path().join("files")).expect("files"),
            press: Press::new(Vec::new()),
            printer: Printer::new("/bin/false".into(), None, printing::LIMITS),
            intake: Intake::new("/bin/false".into(), None),
            pages: Pages::new("/bin/false".into()),
            set_reader: SetReader::new("/bin/false".into()),
            secret: OfficeSecret::load(&keys).expect("a secret"),
            work: Arc::new(Notify::new()),
            requests: Requests::default(),
            seals: Seals::default(),
            sealing: Arc::new(Notify::new()),
            claiming: Arc::default(),
            accesses: Config::in_directory(directory.path()).access_folder(),
            heads: Folder::at(directory.path().join("heads")),
        };
        apps.push(TestApp { app, name: database.name, _database: database, _directory: directory });
    }
    apps
}

pub(crate) fn asker(role: Role) -> Asker {
    Asker {
        actor: Actor {
            id: UserId(Uuid::from_u128(role as u128 + 1)), name: "周明远".to_owned()
        },
        roles: [role].into(),
        organization: "练习县民政局".to_owned(),
        operation: "test".to_owned(),
        request_id: "r-1".to_owned(),
        factor_at: None,
    }
}

pub(crate) fn apply(child: u32, key: Option<&str>) -> Request {
    Request {
        target: Target::New,
        expected_version: None,
        validate: false,
        idempotency_key: key.map(str::to_owned),
        command: Command::Apply(Box::new(application(child))),
    }
}

fn accept(outcome: &Outcome, expected_version: Option<u32>) -> Request {
    Request {
        target: Target::Case(outcome.case_id),
        expected_version,
        validate: false,
        idempotency_key: None,
        command: Command::Accept(Accept {}),
    }
}

async fn count(app: &App, table: &str) -> i64 {
    let reader = app.store.reader();
    let text = format!("SELECT count(*) AS n FROM {table}");
    let statement = Statement::from_string(reader.get_database_backend(), text);
    let row = reader.query_one_raw(statement).await.expect("asked").expect("a row");
    row.try_get("", "n").expect("a count")
}
