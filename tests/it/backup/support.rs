//! Keys to backups, backups to be made and to be tampered with, and empty places to bring them back into.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use age::secrecy::ExposeSecret;
use age::x25519::Identity;
use tempfile::TempDir;

use crate::support::database::{self, Backend};
use crate::support::program::{self, Ended};
use crate::support::{Office, Person};

/// An entry of a backup: its name and its bytes.
pub type Entry = (String, Vec<u8>);

/// A folder of its own with a key to backups.
pub struct Ring {
    folder: TempDir,
    identity: Identity,
}

impl Ring {
    /// A new key, in a file as an operator keeps it.
    pub fn new() -> Ring {
        let ring =
            Ring { folder: TempDir::new().expect("a folder"), identity: Identity::generate() };
        let text = format!("# a key\n{}\n", ring.identity.to_string().expose_secret());
        std::fs::write(ring.file(), text).expect("written");
        ring
    }

    /// Something in its folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The file with the key.
    pub fn file(&self) -> String {
        self.path("identity.txt").display().to_string()
    }

    /// Whom backups are made for.
    pub fn recipient(&self) -> String {
        self.identity.to_public().to_string()
    }

    /// Makes a backup of an office.
    pub async fn back_up(&self, office: &Office, more: &[&str]) -> (PathBuf, Ended) {
        let path = self.path(&format!("{}.age", uuid::Uuid::new_v4()));
        let (to, recipient) = (path.display().to_string(), self.recipient());
        let mut arguments = vec!["backup", "--to", &to, "--recipient", &recipient];
        arguments.extend(more);
        (path.clone(), office.command(&arguments).await)
    }

    /// Reads a backup to its end and says how it is.
    pub async fn check(&self, backup: &Path) -> Ended {
        let (backup, identity) = (backup.display().to_string(), self.file());
        program::run(&["backup", "--check", &backup, "--identity", &identity]).await
    }

    /// What is in a backup.
    pub fn entries(&self, backup: &Path) -> Vec<Entry> {
        let file = std::fs::File::open(backup).expect("a backup");
        let opened = age::Decryptor::new(file).expect("a file of age");
        let opened =
            opened.decrypt(std::iter::once(&self.identity as &dyn age::Identity)).expect("opened");
        let mut archive = tar::Archive::new(opened);
        let entries = archive.entries().expect("entries");
        let read = |entry: std::io::Result<tar::Entry<'_, _>>| {
            let mut entry = entry.expect("an entry");
            let name = entry.path().expect("a name").display().to_string();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).expect("its bytes");
            (name, bytes)
        };
        entries.map(read).collect()
    }

    /// A backup of these entries, as somebody could make it who has its key.
    pub fn made_of(&self, entries: &[Entry]) -> PathBuf {
        let mut plain = tar::Builder::new(Vec::new());
        for (name, bytes) in entries {
            let mut header = tar::Header::new_gnu();
            header.set_size(bytes.len() as u64);
            plain.append_data(&mut header, name, bytes.as_slice()).expect("added");
        }
        self.sealed(&plain.into_inner().expect("a tar"))
    }

    /// A file of age that holds these bytes.
    pub fn sealed(&self, plain: &[u8]) -> PathBuf {
        let path = self.path(&format!("{}.age", uuid::Uuid::new_v4()));
        let recipient = self.identity.to_public();
        let recipients = std::iter::once(&recipient as &dyn age::Recipient);
        let sealed = age::Encryptor::with_recipients(recipients).expect("a recipient");
        let file = std::fs::File::create(&path).expect("a file");
        let mut sealed = sealed.wrap_output(file).expect("begun");
        sealed.write_all(plain).expect("written");
        sealed.finish().expect("ended");
        path
    }
}

/// An empty place for an office.
pub struct Target {
    folder: TempDir,
    /// The address of its database where it is not embedded.
    pub database_url: Option<String>,
}

impl Target {
    /// A place with an empty database of either kind.
    pub async fn new(backend: Backend) -> Target {
        let folder = TempDir::new().expect("a folder");
        Target { folder, database_url: database::create(backend).await }
    }

    /// Where its things will be.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Runs a command on it.
    pub async fn run(&self, arguments: &[&str]) -> Ended {
        let data = self.data().display().to_string();
        let mut all = arguments.to_vec();
        all.extend(["--data", &data]);
        all.extend(self.database_url.iter().flat_map(|url| ["--database-url", url.as_str()]));
        program::run(&all).await
    }

    /// Brings a backup back into it.
    pub async fn restore(&self, backup: &Path, ring: &Ring) -> Ended {
        let (backup, identity) = (backup.display().to_string(), ring.file());
        self.run(&["restore", "--from", &backup, "--identity", &identity]).await
    }

    /// Serves what is there now.
    pub async fn serve(self) -> Office {
        let data = self.data();
        let lay = |home: &Path| std::fs::rename(data, home.join("data")).expect("moved");
        Office::left_behind(self.database_url.clone(), lay).await
    }

    /// How many tables its database has.
    pub async fn tables(&self) -> usize {
        let Some(url) = &self.database_url else {
            return usize::from(self.data().join("guijia.sqlite").exists());
        };
        let question = "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'";
        database::Database::connect(Some(url), &self.data()).await.texts(question).await.len()
    }
}

/// A copy of a backup in which one byte is another.
pub fn with_a_bit_flipped(ring: &Ring, backup: &Path, place: usize) -> PathBuf {
    let mut bytes = std::fs::read(backup).expect("a backup");
    bytes[place] ^= 1;
    let path = ring.path(&format!("{}.age", uuid::Uuid::new_v4()));
    std::fs::write(&path, bytes).expect("written");
    path
}

/// A copy of a backup that ends early.
pub fn cut_off(ring: &Ring, backup: &Path, length: usize) -> PathBuf {
    let bytes = std::fs::read(backup).expect("a backup");
    let path = ring.path(&format!("{}.age", uuid::Uuid::new_v4()));
    std::fs::write(&path, &bytes[..length]).expect("written");
    path
}

/// Every path below a folder with its bytes; nothing where there is no folder.
pub fn everything(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop().filter(|folder| folder.exists()) {
        for entry in std::fs::read_dir(folder).expect("readable") {
            let path = entry.expect("an entry").path();
            match path.is_dir() {
                true => folders.push(path),
                false => found.push((path.clone(), std::fs::read(path).expect("bytes"))),
            }
        }
    }
    found.sort();
    found
}

/// The bytes of the first document of a case and of its first scan.
pub async fn papers(office: &Office, case: &str) -> [Vec<u8>; 2] {
    let list = office.read(Person::REGISTRAR, &format!("/v1/cases/{case}/documents")).await;
    let document = list[0]["id"].as_str().expect("a document");
    let content = async |path: String| {
        let path = format!("/v1/cases/{case}/{path}/content");
        office.get(Person::REGISTRAR, &path).await.expect(200).bytes
    };
    [content(format!("documents/{document}")).await, content("papers/1".to_owned()).await]
}
