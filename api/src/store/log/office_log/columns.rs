//! A row as the log keeps it: its key, and a digest of each column under the column's name. The values
//! themselves stay in the row, because the log can never forget and a row may have to.

use std::collections::BTreeMap;

use sea_orm::{EntityTrait, IdenStatic, Value};

use crate::store::StoreError;
use crate::store::log::chain;
use crate::store::plain::Plain;

/// Separates these hashes from any other use of SHA-256.
const DOMAIN: &[u8] = b"guijia column 1";

/// Digests by the names of their columns.
pub(in crate::store) type Digests = BTreeMap<String, String>;

/// The values of a row's key, with a space between them.
pub(in crate::store) fn key<E: EntityTrait>(row: &Plain<E>) -> String {
    row.key().map(|(_, value)| readable(value)).collect::<Vec<_>>().join(" ")
}

fn readable(value: &Value) -> String {
    match value {
        Value::String(Some(text)) => text.clone(),
        Value::BigInt(Some(number)) => number.to_string(),
        Value::Bytes(Some(bytes)) => hex::encode(bytes),
        _ => String::new(),
    }
}

/// The digests of a row's columns, but of those in `except`.
pub(in crate::store) fn digests<E: EntityTrait>(
    row: &Plain<E>,
    except: &[(&str, &str)],
) -> Result<Vec<u8>, StoreError> {
    let table = E::default();
    let digests = row
        .columns()
        .map(|(column, value)| (column.as_str(), value))
        .filter(|(column, _)| !except.iter().any(|(name, _)| name == column))
        .map(|(column, value)| (column.to_owned(), digest(table.table_name(), column, value)))
        .collect::<Digests>();
    serde_json::to_vec(&digests)
        .map_err(|_| StoreError::Damaged("an entry cannot be written".to_owned()))
}

/// The digest of one value, which is told apart from the same value in another column.
fn digest(table: &str, column: &str, value: &Value) -> String {
    let (kind, bytes): (&[u8], Vec<u8>) = match value {
        Value::String(Some(text)) => (b"text", text.as_bytes().to_vec()),
        Value::BigInt(Some(number)) => (b"number", number.to_be_bytes().to_vec()),
        Value::Bool(Some(is)) => (b"boolean", vec![u8::from(*is)]),
        Value::Bytes(Some(bytes)) => (b"bytes", bytes.clone()),
        _ => (b"none", Vec::new()),
    };
    let fields = [DOMAIN, table.as_bytes(), column.as_bytes(), kind, &bytes];
    hex::encode(chain::of_fields(&fields))
}

/// The columns in which a row differs from its entry. A column the entry does not know came later.
pub(in crate::store) fn differing(noted: &Digests, found: &Digests) -> Vec<String> {
    let differs = |(column, digest): &(&String, &String)| found.get(*column) != Some(*digest);
    noted.iter().filter(differs).map(|(column, _)| column.clone()).collect()
}
