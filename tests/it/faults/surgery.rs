//! Copies of an office's data, to be tampered with around the program.

use std::path::PathBuf;
use std::process::Command;

use aws_lc_rs::digest::{SHA256, digest};
use tempfile::TempDir;

use crate::support::chain::{self, Event, Lies};
use crate::support::database::{self, Database};
use crate::support::office::Stopped;
use crate::support::program::{self, Ended};
use crate::support::{Backend, kept};

/// The child's given name in the first practice cases, and another of the same length.
const CHILD: &str = "小满";
const OTHER_CHILD: &str = "大满";

/// Gives the child another name.
pub fn rename(event: &mut Event) {
    event.body = event.body.replace(CHILD, OTHER_CHILD);
}

/// A copy of everything an office keeps, opened: no trigger and no foreign key holds until it is closed.
pub struct Patient {
    directory: TempDir,
    url: Option<String>,
    database: Database,
    backend: Backend,
    guards: Vec<String>,
}

impl Patient {
    /// Copies an office whose server has ended.
    pub async fn open(office: &Stopped) -> Patient {
        let directory = TempDir::new().expect("a directory");
        let data = directory.path().join("data");
        let copied = Command::new("cp").arg("-a").arg(office.data()).arg(&data).status();
        assert!(copied.expect("cp").success());
        let (backend, url) = match &office.database_url {
            Some(url) => (Backend::Postgresql, Some(database::copy(url).await)),
            None => (Backend::Sqlite, None),
        };
        let database = Database::connect(url.as_deref(), &data).await;
        let guards = take_guards_off(backend, &database).await;
        Patient { directory, url, database, backend, guards }
    }

    /// Puts the guards on again, so that nothing but the change itself can be noticed.
    pub async fn close(&self) {
        for statement in &self.guards {
            self.database.change(statement).await.expect("a guard");
        }
    }

    /// Changes rows; `{victim}` is an issued case in the middle, `{other}` the issued one before it,
    /// `{last}` the newest case.
    pub async fn rewrite_rows(&self, statements: &[&str]) {
        for statement in statements {
            let statement = self.with_cases(statement).await;
            let changed = self.database.change(&statement).await.expect("changed");
            assert!(changed > 0, "nothing changed: {statement}");
        }
    }

    /// A statement with the cases it means.
    pub async fn with_cases(&self, statement: &str) -> String {
        let mut statement = statement.to_owned();
        for (name, order) in [("{other}", "0"), ("{victim}", "1"), ("{last}", "3")] {
            if statement.contains(name) {
                let rows =
                    format!("SELECT case_id FROM case_row ORDER BY number LIMIT 1 OFFSET {order}");
                statement = statement.replace(name, &self.text(&rows).await);
            }
        }
        statement
    }

    /// The first text of an answer.
    pub async fn text(&self, question: &str) -> String {
        self.database.texts(question).await.first().cloned().expect("an answer")
    }

    /// Turns one bit in the body of an event.
    pub async fn turn_a_bit(&self) {
        let event = self.with_cases("event WHERE case_id = '{victim}' AND version = 5").await;
        let mut body = self.database.bytes("body", &event).await;
        let middle = body.len() / 2;
        body[middle] ^= 1;
        let written = chain::literal(self.backend, &body);
        let statement = "UPDATE event SET body = {body} WHERE case_id = '{victim}' AND version = 5";
        self.rewrite_rows(&[&statement.replace("{body}", &written)]).await;
    }

    /// Gives the child of a case another name in every event, and every hash that follows from it, as one
    /// who has the office's keys can.
    pub async fn write_the_chain_anew(&self) {
        self.write_events_anew(i64::MAX, rename).await;
    }

    /// Changes the events of a case up to a version, and every hash of these that follows from it; where
    /// these are all events, its head with them.
    pub async fn write_events_anew(&self, last: i64, change: impl Fn(&mut Event)) {
        let case = self.with_cases("{victim}").await;
        let (database, data) = (&self.database, self.data());
        chain::write_anew(self.backend, database, &data, &case, last, Lies::Sealed, change).await;
    }

    /// Removes every row of a case but its number, which others may not draw again.
    pub async fn remove_case(&self, name: &str) {
        let case = self.with_cases(name).await;
        let tables = match self.backend {
            Backend::Sqlite => {
                "SELECT sqlite_master.name FROM sqlite_master \
                 JOIN pragma_table_info(sqlite_master.name) AS held ON held.name = 'case_id' \
                 WHERE sqlite_master.type = 'table'"
            }
            Backend::Postgresql => {
                "SELECT CAST(table_name AS TEXT) FROM information_schema.columns \
                 WHERE table_schema = 'public' AND column_name = 'case_id'"
            }
        };
        for table in self.database.texts(tables).await {
            if table != "certificate_number" {
                let statement = format!("DELETE FROM {table} WHERE case_id = '{case}'");
                self.database.change(&statement).await.expect("deleted");
            }
        }
        let key = format!("DELETE FROM data_key WHERE scope = '{case}'");
        self.database.change(&key).await.expect("deleted");
    }

    /// Lets two certificates change their numbers in the rows of their cases.
    pub async fn swap_numbers(&self) {
        let number = "SELECT certificate_number FROM case_row WHERE case_id =";
        let of_victim = self.text(&self.with_cases(&format!("{number} '{{victim}}'")).await).await;
        let of_other = self.text(&self.with_cases(&format!("{number} '{{other}}'")).await).await;
        for (case, number) in [("{victim}", "-"), ("{other}", &of_victim), ("{victim}", &of_other)]
        {
            let statement = format!(
                "UPDATE case_row SET certificate_number = '{number}' WHERE case_id = '{case}'"
            );
            self.rewrite_rows(&[&statement]).await;
        }
    }

    /// Lets two scans change places.
    pub async fn swap_scans(&self) {
        let digests = self.database.texts("SELECT DISTINCT digest FROM case_paper").await;
        let (one, other) = (self.file(&digests[0]), self.file(&digests[1]));
        let (bytes, others) =
            (std::fs::read(&one).expect("a scan"), std::fs::read(&other).expect("a scan"));
        std::fs::write(one, others).expect("written");
        std::fs::write(other, bytes).expect("written");
    }

    /// Removes the file of a document.
    pub async fn remove_document(&self) {
        let digest = "SELECT digest FROM case_document WHERE kind = 'certificate'";
        std::fs::remove_file(self.file(&self.text(digest).await)).expect("removed");
    }

    /// Replaces the file of a document, and names the new bytes in its row.
    pub async fn replace_document(&self) {
        let bytes = crate::support::papers::pdf("forged");
        let forged = hex::encode(digest(&SHA256, &bytes).as_ref());
        let path = self.file(&forged);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, &bytes).expect("written");
        let statement = format!(
            "UPDATE case_document SET digest = '{forged}', size = {} \
             WHERE kind = 'certificate' AND case_id = '{{victim}}'",
            bytes.len()
        );
        self.rewrite_rows(&[&statement]).await;
    }

    /// Gives the office another secret.
    pub fn replace_secret(&self) {
        let path = self.data().join("keys").join("office.secret");
        let mut secret = std::fs::read(&path).expect("the secret");
        secret[0] ^= 1;
        std::fs::write(path, secret).expect("written");
    }

    /// Where its things are.
    pub fn data(&self) -> PathBuf {
        self.directory.path().join("data")
    }

    /// Where the bytes of a digest are kept.
    pub fn file(&self, digest: &str) -> PathBuf {
        kept::file(&self.data(), digest)
    }

    /// The bytes of a column.
    pub async fn bytes(&self, column: &str, row: &str) -> Vec<u8> {
        self.database.bytes(column, row).await
    }

    /// Runs one of the operator's commands on it.
    pub async fn command(&self, arguments: &[&str]) -> Ended {
        let data = self.data().display().to_string();
        let mut all = arguments.to_vec();
        all.extend(["--data", &data]);
        all.extend(self.url.iter().flat_map(|url| ["--database-url", url]));
        program::run(&all).await
    }
}

/// Takes every trigger off; gives the statements that put them on again.
pub async fn take_guards_off(backend: Backend, database: &Database) -> Vec<String> {
    let (off, on) = match backend {
        Backend::Sqlite => {
            database.change("PRAGMA foreign_keys = OFF").await.expect("a setting");
            let triggers = "FROM sqlite_master WHERE type = 'trigger' ORDER BY name";
            let off = database.texts(&format!("SELECT 'DROP TRIGGER ' || name {triggers}")).await;
            (off, database.texts(&format!("SELECT sql {triggers}")).await)
        }
        Backend::Postgresql => {
            let tables = "FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename";
            let all = |word| {
                format!("SELECT 'ALTER TABLE ' || tablename || ' {word} TRIGGER ALL' {tables}")
            };
            (database.texts(&all("DISABLE")).await, database.texts(&all("ENABLE")).await)
        }
    };
    for statement in &off {
        database.change(statement).await.expect("a guard comes off");
    }
    on
}
