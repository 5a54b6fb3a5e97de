//! Makes any token, with the office's own keys where a case needs them.

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, EncodingKey, crypto, dangerous, decode_header};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::{NoContext, Timestamp, Uuid};

use super::{OWNER, ask};
use crate::support::Office;

const DAY: u64 = 24 * 3600;

/// A signing key of the office.
pub struct Key {
    /// The name tokens call it by.
    pub id: String,
    /// Its file's bytes.
    pub bytes: Vec<u8>,
}

/// What tokens are forged with.
pub struct Forge {
    /// The key that signs.
    pub newest: Key,
    /// A key that was replaced and is still believed.
    pub older: Key,
    /// A key that was replaced too long ago.
    pub retired: Key,
    /// The header of a good token.
    pub header: Value,
    /// The claims of a good token.
    pub claims: Value,
}

impl Forge {
    /// Gives the office a key replaced lately and one replaced long ago, and begins a session.
    pub async fn prepare(office: Office) -> (Office, Forge) {
        let directory = office.data().join("keys");
        let first = key_files(&directory);
        let [newest] = first.as_slice() else { panic!("one key, not {first:?}") };
        let made = Uuid::parse_str(&name(newest)).expect("a name that tells the time");
        let (seconds, _) = made.get_timestamp().expect("a time").to_unix();
        let older = aged_key(&office, &directory, seconds - 3 * DAY).await;
        let retired = aged_key(&office, &directory, seconds - 5 * DAY).await;
        let newest = read(newest);
        let office = office
            .reopen(async |server| {
                server.terminate().await;
            })
            .await;
        let token =
            office.sign_in(OWNER).await["access_token"].as_str().expect("a token").to_owned();
        let header = decode_header(&token).expect("a header");
        assert_eq!(header.kid.as_deref(), Some(newest.id.as_str()), "the newest key signs");
        let header = json!({ "alg": "EdDSA", "typ": "at+jwt", "kid": newest.id });
        let claims: Value = dangerous::insecure_decode_claims(&token).expect("claims");
        let forge = Forge { newest, older, retired, header, claims };
        let by_older = json!({ "alg": "EdDSA", "typ": "at+jwt", "kid": forge.older.id });
        let by_older = signed_by(&forge.older.bytes, &by_older, &forge.claims);
        let believed = ask(&office, Method::GET, "/v1/me", Some(&by_older)).await;
        assert_eq!(believed.status.as_u16(), 200, "a key replaced lately is believed");
        // Claims about the past are to be refused for their age and for nothing else.
        let account = office.account(OWNER).await;
        let ancient = format!("UPDATE account SET valid_since = 0 WHERE id = '{account}'");
        assert_eq!(office.database().await.change(&ancient).await.expect("an account"), 1);
        (office, forge)
    }

    /// A token signed by the key that signs.
    pub fn signed(&self, header: &Value, claims: &Value) -> String {
        signed_by(&self.newest.bytes, header, claims)
    }

    /// A token with one claim replaced.
    pub fn claiming(&self, name: &str, value: Value) -> String {
        let mut claims = self.claims.clone();
        claims[name] = value;
        self.signed(&self.header, &claims)
    }

    /// A token with one member of the header replaced or added.
    pub fn heading(&self, name: &str, value: Value) -> String {
        let mut header = self.header.clone();
        header[name] = value;
        self.signed(&header, &self.claims)
    }

    /// When the good token was issued, in seconds.
    pub fn now(&self) -> i64 {
        self.claims["iat"].as_i64().expect("seconds")
    }
}

/// Makes a key as an operator does and dates it back.
async fn aged_key(office: &Office, directory: &Path, seconds: u64) -> Key {
    let before = key_files(directory);
    let made = office.command(&["replace-key"]).await;
    assert_eq!(made.code, Some(0), "{}", made.complained);
    let new = key_files(directory).into_iter().find(|path| !before.contains(path));
    let id = Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, 0));
    let path = directory.join(format!("{id}.ed25519"));
    std::fs::rename(new.expect("a new key"), &path).expect("renamed");
    read(&path)
}

fn key_files(directory: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(directory).expect("a directory");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths.filter(|path| path.extension().is_some_and(|ending| ending == "ed25519")).collect()
}

fn name(path: &Path) -> String {
    path.file_stem().and_then(|stem| stem.to_str()).expect("a name").to_owned()
}

fn read(path: &Path) -> Key {
    Key { id: name(path), bytes: std::fs::read(path).expect("the key of the office") }
}

/// Header and claims as a token writes them.
pub fn message(header: &str, claims: &str) -> String {
    format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims))
}

/// A signature as a token writes it.
pub fn written(signature: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(signature)
}

/// A token signed by any key of ours.
pub fn signed_by(key: &[u8], header: &Value, claims: &Value) -> String {
    signed_text(key, &header.to_string(), &claims.to_string())
}

/// The same with texts, for what no JSON library would write.
pub fn signed_text(key: &[u8], header: &str, claims: &str) -> String {
    let message = message(header, claims);
    let key = EncodingKey::from_ed_der(key);
    let signature = crypto::sign(message.as_bytes(), &key, Algorithm::EdDSA).expect("signed");
    format!("{message}.{signature}")
}
