//! The store on real databases: SQLite always, PostgreSQL where `GUIJIA_TEST_POSTGRES` names a server.

mod append_only;
mod chains;
mod damaged;
pub(crate) mod faults;
mod heads;
mod jobs;
mod kept;
mod numbers;
pub(crate) mod office;
mod pages;
mod plans;
mod requests;
mod start;
mod whole;

use sea_orm::{ConnectionTrait, Database};
use uuid::Uuid;

use super::connection::connect::{Address, Size};
use super::{Reader, Store};
use crate::secret::OfficeSecret;
use crate::secret::masters::{self, Masters};
use crate::secret::suite::Suite;

impl Store {
    /// What the tests make fail.
    pub(crate) fn faults(&self) -> &faults::Faults {
        &self.pool.health.faults
    }

    /// The same database over other connections, as somebody else sees it.
    pub(crate) async fn witness(&self) -> Store {
        self.again(Size::GLANCE).await
    }

    /// The same database over one connection only.
    pub(crate) async fn over_one_connection(&self) -> Store {
        let one = Size { connections: 1, ..Size::OFFICE };
        self.again(one).await
    }

    async fn again(&self, size: Size) -> Store {
        let mut store = Store::open_sized(&self.address, size).await.expect("a connection");
        store.pool.keys = self.pool.keys.clone();
        store
    }
}

/// A new, migrated database that lasts as long as the test.
pub(crate) struct TestDatabase {
    pub(crate) store: Store,
    pub(crate) name: &'static str,
    _directory: Option<tempfile::TempDir>,
}

/// One new database of each kind that is at hand.
pub(crate) async fn databases() -> Vec<TestDatabase> {
    let mut databases = vec![sqlite().await];
    if let Ok(server) = std::env::var("GUIJIA_TEST_POSTGRES") {
        databases.push(postgres(&server).await);
    }
    databases
}

async fn sqlite() -> TestDatabase {
    let directory = tempfile::tempdir().expect("a directory");
    let store = migrated(Address::in_directory(directory.path())).await;
    TestDatabase { store, name: "SQLite", _directory: Some(directory) }
}

/// The address of an empty database of each kind that is at hand, with the folder it lies in.
async fn empty() -> Vec<(Address, tempfile::TempDir)> {
    let directory = || tempfile::tempdir().expect("a directory");
    let embedded = directory();
    let mut empty = vec![(Address::in_directory(embedded.path()), embedded)];
    if let Ok(server) = std::env::var("GUIJIA_TEST_POSTGRES") {
        empty.push((made_on(&server).await, directory()));
    }
    empty
}

async fn postgres(known: &str) -> TestDatabase {
    let store = migrated(made_on(known).await).await;
    TestDatabase { store, name: "PostgreSQL", _directory: None }
}

/// `known` is the address of a database on a server; each test makes one of its own beside it.
async fn made_on(known: &str) -> Address {
    let name = format!("guijia_{}", Uuid::new_v4().simple());
    let (server, _) = known.rsplit_once('/').expect("an address with a database");
    let maintenance = Database::connect(known).await.expect("a server");
    maintenance.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("a database");
    maintenance.close().await.expect("closed");
    Address::parse(&format!("{server}/{name}")).expect("an address")
}

/// Master keys of an office that lasts as long as the test.
pub(crate) fn master_keys() -> Masters {
    let directory = tempfile::tempdir().expect("a directory");
    let keys = directory.path().join("keys");
    masters::create(&keys, Suite::default()).expect("a master key");
    Masters::load(&keys).expect("loaded")
}

async fn migrated(address: Address) -> Store {
    let store = Store::open(&address).await.expect("open");
    store.migrate().await.expect("migrate");
    assert!(store.is_current().await.expect("current"));
    store.reader().keys().unlock(master_keys(), OfficeSecret::of_bytes([7; 32]));
    store
}
