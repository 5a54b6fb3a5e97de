//! The chain of a case written anew around the program, as one can who has the keys of the office.

use std::path::Path;

use aws_lc_rs::digest::{Context, SHA256};

use super::database::Database;
use super::{Backend, kept};

/// What may be changed of an event.
pub struct Event {
    /// Its place in the chain.
    pub version: i64,
    /// Its body.
    pub body: String,
    /// When it was recorded.
    pub recorded_at: i64,
}

/// How the events lie afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lies {
    /// With the key of the case, as they lay.
    Sealed,
    /// As those of a case from before there were keys.
    Plain,
}

/// Changes the events of a sealed case up to a version, and every hash of these that follows from it; where these
/// are all events, its head with them. The guards of the table are off.
pub async fn write_anew(
    backend: Backend,
    database: &Database,
    data: &Path,
    case: &str,
    last: i64,
    lies: Lies,
    change: impl Fn(&mut Event),
) {
    let of_case = format!("event WHERE case_id = '{case}'");
    let key = kept::key_of(data, database, case).await;
    let mut previous = digest_of(&[b"guijia case 1", case.as_bytes()]);
    let count = database.count(&of_case).await;
    for version in 1..=count.min(last) {
        let row = format!("{of_case} AND version = {version}");
        let text = async |column: &str| {
            database.texts(&format!("SELECT {column} FROM {row}")).await.remove(0)
        };
        let place = version.to_be_bytes();
        let place = kept::place(case, &place);
        let body = key.open(&place, &database.bytes("body", &row).await).expect("opened");
        let recorded_at = database.numbers(&format!("SELECT recorded_at FROM {row}")).await[0];
        let mut event =
            Event { version, body: String::from_utf8(body).expect("text"), recorded_at };
        change(&mut event);
        let (body, codec, key_id) = match lies {
            Lies::Sealed => {
                let sealed = key.seal(&place, event.body.as_bytes()).expect("sealed");
                (sealed, text("codec").await, text("key_id").await)
            }
            Lies::Plain => (event.body.into_bytes(), "json".to_owned(), String::new()),
        };
        let hash = digest_of(&[
            b"guijia event 1",
            case.as_bytes(),
            &version.to_be_bytes(),
            text("kind").await.as_bytes(),
            codec.as_bytes(),
            key_id.as_bytes(),
            text("actor").await.as_bytes(),
            &event.recorded_at.to_be_bytes(),
            text("command_id").await.as_bytes(),
            &body,
            &previous,
        ]);
        let statement = format!(
            "UPDATE event SET body = {}, codec = '{codec}', key_id = '{key_id}', recorded_at = {}, \
             prev_hash = {}, hash = {} WHERE case_id = '{case}' AND version = {version}",
            literal(backend, &body),
            event.recorded_at,
            literal(backend, &previous),
            literal(backend, &hash)
        );
        assert_eq!(database.change(&statement).await.expect("changed"), 1, "{statement}");
        previous = hash;
    }
    if last >= count {
        let head = literal(backend, &previous);
        let statement = format!("UPDATE case_key SET head = {head} WHERE case_id = '{case}'");
        assert_eq!(database.change(&statement).await.expect("changed"), 1, "{statement}");
    }
}

/// Bytes as they are written in a statement.
pub fn literal(backend: Backend, bytes: &[u8]) -> String {
    match backend {
        Backend::Sqlite => format!("X'{}'", hex::encode(bytes)),
        Backend::Postgresql => format!("'\\x{}'::bytea", hex::encode(bytes)),
    }
}

/// SHA-256 over fields, each after its length.
fn digest_of(fields: &[&[u8]]) -> Vec<u8> {
    let mut context = Context::new(&SHA256);
    for field in fields {
        context.update(&(field.len() as u64).to_be_bytes());
        context.update(field);
    }
    context.finish().as_ref().to_vec()
}
