//! Sealing on both databases: what moved is found, replicas take turns, a database that was set back is
//! noticed and nothing of it sealed.

use aws_lc_rs::signature::Ed25519KeyPair;
use tempfile::TempDir;
use workflow::Role;

use super::*;
use crate::execute::execute;
use crate::execute::tests::{apply, apps, asker};
use crate::heads::leaf::Kind;
use crate::heads::note::Use;
use sea_orm::ConnectionTrait;

struct Keys {
    directory: TempDir,
    document: Vec<u8>,
}

impl Keys {
    fn new() -> Keys {
        let pair = Ed25519KeyPair::generate().expect("a key");
        let document = pair.to_pkcs8().expect("a document").as_ref().to_vec();
        Keys { directory: TempDir::new().expect("a directory"), document }
    }

    fn folder(&self) -> Folder {
        let folder = Folder::at(self.directory.path().join("heads"));
        folder.make().expect("made");
        folder
    }

    fn sealer(&self, app: &App) -> Sealer {
        let signer = Signer::new(&self.document, "guijia/x/cases", Use::Note).expect("a signer");
        Sealer::new(app.clone(), self.folder(), signer, Witnesses::default())
    }
}

async fn sealed(sealer: &mut Sealer) -> Seal {
    sealer.seal().await.expect("sealed")
}

#[tokio::test]
async fn what_moved_is_sealed_once_and_replicas_know_what_the_other_sealed() {
    for test in apps().await {
        let keys = Keys::new();
        let (mut one, mut other) = (keys.sealer(&test.app), keys.sealer(&test.app));
        let first = sealed(&mut one).await;
        assert!(first.added > 0 && first.behind == 0, "{}: {first:?}", test.name);
        assert_eq!(sealed(&mut one).await, Seal::default(), "{}", test.name);
        assert_eq!(sealed(&mut other).await, Seal::default(), "{}", test.name);
        execute(&test.app, &asker(Role::Registrar), apply(1, None)).await.expect("opened");
        assert_eq!(sealed(&mut other).await.added, 1, "{}", test.name);
        assert_eq!(sealed(&mut one).await, Seal::default(), "{}", test.name);
        let contents = keys.folder().contents().expect("read");
        let cases = contents.leaves.iter().filter(|leaf| leaf.kind == Kind::Case).count();
        assert_eq!((cases, contents.checkpoints.len()), (1, 2), "{}", test.name);
    }
}

#[tokio::test]
async fn a_database_that_was_set_back_is_noticed_and_not_sealed() {
    for test in apps().await {
        let keys = Keys::new();
        let opened = execute(&test.app, &asker(Role::Registrar), apply(1, None)).await;
        let opened = opened.expect("opened");
        let mut sealer = keys.sealer(&test.app);
        sealed(&mut sealer).await;
        let before = keys.folder().contents().expect("read");
        let transaction = test.app.store.begin().await.expect("begun");
        let set_back = format!(
            "UPDATE case_key SET head = (SELECT prev_hash FROM event WHERE case_id = '{0}') \
             WHERE case_id = '{0}'",
            opened.case_id
        );
        transaction.execute_unprepared(&set_back).await.expect("set back");
        transaction.commit().await.expect("committed");
        // A start looks at every chain.
        let seal = sealed(&mut keys.sealer(&test.app)).await;
        assert_eq!(seal, Seal { added: 0, behind: 1 }, "{}", test.name);
        assert_eq!(keys.folder().contents().expect("read"), before, "{}", test.name);
    }
}

#[tokio::test]
async fn a_folder_that_another_holds_is_waited_for() {
    let test = apps().await.remove(0);
    let keys = Keys::new();
    let held = keys.folder().take().expect("asked").expect("taken");
    let mut sealer = keys.sealer(&test.app);
    let given_back = async {
        tokio::time::sleep(PAUSE * 2).await;
        drop(held);
    };
    let (seal, ()) = tokio::join!(sealer.seal(), given_back);
    assert!(seal.expect("sealed").added > 0);
}
