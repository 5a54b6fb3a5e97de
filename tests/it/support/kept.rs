//! What an office keeps, as its own keys open it: for tests that look at it, or alter it like one who has the keys.

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use guijia::secret::derived::DerivedKey;
use guijia::secret::masters::{Masters, Wrapped};
use guijia::secret::sealing::SealingKey;
use guijia::secret::suite::Suite;
use guijia::secret::{OfficeSecret, Purpose};

use super::database::Database;

/// Where the bytes of a digest lie: sealed for a case, or plain.
pub fn file(data: &Path, digest: &str) -> PathBuf {
    let folder = data.join("files").join(&digest[..2]).join(&digest[2..4]);
    let entries = std::fs::read_dir(&folder).into_iter().flatten();
    let mut paths = entries.map(|entry| entry.expect("an entry").path());
    let is_of_digest = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        name.starts_with(digest) && !name.contains('#')
    };
    paths.find(is_of_digest).unwrap_or_else(|| folder.join(digest))
}

/// The key of a case, opened by the office's own master keys.
pub async fn key_of(data: &Path, database: &Database, case: &str) -> SealingKey {
    let masters = Masters::load(&data.join("keys")).expect("master keys");
    let row = format!("FROM data_key WHERE scope = '{case}'");
    let master = database.texts(&format!("SELECT master {row}")).await.remove(0);
    let bytes = database.bytes("wrapped", &format!("data_key WHERE scope = '{case}'")).await;
    let bytes = masters.unwrap(case, &Wrapped { master, bytes }).expect("opened");
    let suite = database.texts(&format!("SELECT suite {row}")).await.remove(0);
    SealingKey::of(Suite::of_word(&suite).expect("known"), &bytes).expect("a key")
}

/// What settings were changed to, of the changes whose subject is like this: sealed as they lie, and opened by the
/// office's own secret.
pub async fn settings(data: &Path, database: &Database, subject: &str) -> Vec<String> {
    let secret = OfficeSecret::load(&data.join("keys")).expect("a secret");
    let key = DerivedKey::of(&secret, Purpose::Office, &[]).expect("a key");
    let lying = format!(
        "SELECT id || ' ' || after FROM configuration_change WHERE subject LIKE '{subject}'"
    );
    let opened = |line: String| {
        let (id, text) = line.split_once(' ').expect("an id and a text");
        let sealed = text.strip_prefix("sealed:").expect("sealed");
        let sealed = STANDARD_NO_PAD.decode(sealed).expect("base64");
        let place: [&[u8]; 3] = [b"guijia kept 1", b"configuration_change.after", id.as_bytes()];
        String::from_utf8(key.open(&place, &sealed).expect("opened")).expect("text")
    };
    database.texts(&lying).await.into_iter().map(opened).collect()
}

/// The place of an event, as it is sealed for it.
pub fn place<'a>(case: &'a str, version: &'a [u8; 8]) -> [&'a [u8]; 3] {
    [b"guijia event 1", case.as_bytes(), version]
}
