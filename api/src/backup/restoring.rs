//! A backup that was proved is brought back into an empty place: files, keys and database, or nothing.

use std::fs;
use std::path::{Path, PathBuf};

use age::x25519::Identity;

use super::fault::BackupError;
use super::keys;
use super::reading::{self, Piece, Proof};
use crate::config::Config;
use crate::secret::{OfficeSecret, SecretError};
use crate::store::files::FileStore;
use crate::store::whole::target::{self, Target};

/// What may stand in a data directory beside what is restored: the keys, where they are kept apart; what a
/// file system of its own begins with; and the lock of whoever restores.
const MAY_BE_THERE: [&str; 3] = ["keys", "lost+found", "guijia.lock"];

/// Refuses a place that holds anything of an office, or keys that do not go with the backup.
///
/// # Errors
/// [`BackupError::Occupied`], [`BackupError::OtherKeys`]; when the place cannot be looked at.
pub async fn expect_empty(config: &Config, proof: &Proof) -> Result<(), BackupError> {
    let data = config.data.display();
    if config.data.exists() {
        for entry in fs::read_dir(&config.data).map_err(BackupError::at(&config.data))? {
            let name = entry.map_err(BackupError::at(&config.data))?.file_name();
            let name = name.to_string_lossy();
            if !MAY_BE_THERE.contains(&name.as_ref()) {
                return Err(BackupError::Occupied(format!("{data} holds {name}")));
            }
        }
    }
    if !target::is_empty(&config.database_address()?).await? {
        return Err(BackupError::Occupied("the database has tables".to_owned()));
    }
    expect_keys_that_fit(&config.key_directory(), proof)
}

fn expect_keys_that_fit(directory: &Path, proof: &Proof) -> Result<(), BackupError> {
    if keys::are_absent(directory)? {
        return Ok(());
    }
    if proof.manifest.contents.keys.count > 0 {
        let words = format!("the backup brings its keys and {} holds some", directory.display());
        return Err(BackupError::Occupied(words));
    }
    let mark = keys::mark(&OfficeSecret::load(directory)?);
    match &proof.head.keys_mark {
        Some(expected) if *expected != mark => Err(BackupError::OtherKeys(directory.to_owned())),
        _ => Ok(()),
    }
}

/// Brings back what was proved. The data directory is there, and nobody else works in it.
///
/// # Errors
/// When something cannot be written, or the file is no longer what was proved. What had been written is
/// removed again; the database stays empty.
pub async fn bring_back(
    config: &Config,
    from: (PathBuf, Vec<Identity>),
    proof: &Proof,
) -> Result<(), BackupError> {
    let brought = fill(config, from, proof).await;
    if brought.is_err() {
        remove_what_was_written(config, proof)?;
    }
    brought
}

async fn fill(
    config: &Config,
    (path, identities): (PathBuf, Vec<Identity>),
    proof: &Proof,
) -> Result<(), BackupError> {
    let files = FileStore::in_directory(&config.files_directory())?;
    let target = Target::begin(&config.database_address()?, &proof.head.schema).await?;
    let mut pieces = reading::pieces(path, identities);
    while let Some(piece) = pieces.recv().await {
        match piece? {
            Piece::Head(head) => expect_the_same(&head, &proof.head)?,
            Piece::Rows(part) => target.lay(&part).await?,
            Piece::File(name, bytes) => files.lay(&name, bytes).await?,
            Piece::Key(name, bytes) => keys::write(&config.key_directory(), &name, &bytes)?,
            Piece::End(manifest) => {
                expect_the_same(&manifest, &proof.manifest)?;
                // Files first, rows second: the rows come to be with this and name what is there.
                return Ok(target.commit().await?);
            }
        }
    }
    Err(BackupError::Foreign("it has no list"))
}

fn expect_the_same<T: PartialEq>(found: &T, proved: &T) -> Result<(), BackupError> {
    match found == proved {
        true => Ok(()),
        false => Err(BackupError::Contradicts("the file changed while it was read".to_owned())),
    }
}

/// Empties the place again, which was empty before.
fn remove_what_was_written(config: &Config, proof: &Proof) -> Result<(), BackupError> {
    let mut written = vec![config.files_directory()];
    if proof.manifest.contents.keys.count > 0 {
        written.push(config.key_directory());
    }
    for folder in written.iter().filter(|folder| folder.exists()) {
        fs::remove_dir_all(folder).map_err(BackupError::at(folder))?;
    }
    for file in config.database_address()?.file().iter().flat_map(|file| beside(file)) {
        if file.exists() {
            fs::remove_file(&file).map_err(BackupError::at(&file))?;
        }
    }
    Ok(())
}

/// The file of an embedded database and those that stand beside it while it is open.
fn beside(database: &Path) -> [PathBuf; 3] {
    ["", "-wal", "-shm"].map(|ending| {
        let mut name = database.as_os_str().to_owned();
        name.push(ending);
        name.into()
    })
}

/// Reads the secret that the restored office works with; none where the keys are still to be brought.
///
/// # Errors
/// When it is there and cannot be used.
pub fn secret(config: &Config) -> Result<Option<OfficeSecret>, SecretError> {
    let directory = config.key_directory();
    directory.exists().then(|| OfficeSecret::load(&directory)).transpose()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::backup::archive::Archive;
    use crate::backup::manifest::{FORMAT, Head};
    use crate::store::files::{Digest, FileName};
    use crate::store::whole::part::Part;

    /// A backup with a row, a file and a key, and what it was proved to be.
    async fn backup(folder: &Path) -> (PathBuf, Vec<Identity>, Proof) {
        let identity = Identity::generate();
        let head = Head {
            format: FORMAT,
            program: "0.0.0".to_owned(),
            made_at: "2026-11-29 12:00:00".to_owned(),
            schema: target::known(),
            credit_code: None,
            office: None,
            mode: None,
            keys_mark: None,
        };
        let path = folder.join("backup.age");
        let mut archive = Archive::begin(&path, &[identity.to_public()], &head).expect("begun");
        let part = Part {
            table: "person_key".to_owned(),
            columns: vec!["person_key".to_owned()],
            rows: vec![vec![json!("ab")]],
        };
        archive.add_rows(&part).expect("added");
        archive.add_file(&FileName::plain(&Digest::of(b"scan")), b"scan").expect("added");
        archive.add_key("office.secret", &[7; 32]).expect("added");
        archive.finish(Vec::new()).expect("made");
        let identities = vec![identity];
        let proof = reading::prove(path.clone(), identities.clone()).await.expect("whole");
        (path, identities, proof)
    }

    #[tokio::test]
    async fn what_was_proved_is_brought_back_and_no_second_time() {
        let folder = tempfile::tempdir().expect("a folder");
        let (path, identities, proof) = backup(folder.path()).await;
        let config = Config::in_directory(&folder.path().join("data"));
        expect_empty(&config, &proof).await.expect("nothing is there");
        config.make_data_directory().expect("made");
        let from = (path, identities);
        bring_back(&config, from.clone(), &proof).await.expect("brought back");
        let files = FileStore::open(&config.files_directory()).expect("files");
        let name = FileName::plain(&Digest::of(b"scan"));
        assert_eq!(files.lying(&name).await.expect("the scan"), b"scan");
        assert!(secret(&config).expect("closed").is_some());
        let again = expect_empty(&config, &proof).await;
        assert!(matches!(again, Err(BackupError::Occupied(_))), "{again:?}");
    }

    #[tokio::test]
    async fn what_is_no_longer_what_was_proved_leaves_nothing_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        let (path, identities, mut proof) = backup(folder.path()).await;
        proof.manifest.losses.push("another list".to_owned());
        let config = Config::in_directory(&folder.path().join("data"));
        config.make_data_directory().expect("made");
        let brought = bring_back(&config, (path, identities), &proof).await;
        assert!(matches!(brought, Err(BackupError::Contradicts(_))), "{brought:?}");
        let left = fs::read_dir(&config.data).expect("a folder").count();
        assert_eq!(left, 0, "something was left");
        expect_empty(&config, &proof).await.expect("nothing is there");
    }
}
