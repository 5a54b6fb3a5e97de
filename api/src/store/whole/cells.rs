//! One value of a row, between a database and JSON.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use migrations::catalogue::{Column, Kind};
use sea_orm::{QueryResult, Value};
use serde_json::Value as Json;

use crate::store::StoreError;

/// What lies in a column of a row.
pub(super) fn taken(row: &QueryResult, column: &Column) -> Result<Json, StoreError> {
    let name = column.name.as_str();
    Ok(match column.kind {
        Kind::Text => row.try_get::<Option<String>>("", name)?.map_or(Json::Null, Json::from),
        Kind::Number => row.try_get::<Option<i64>>("", name)?.map_or(Json::Null, Json::from),
        Kind::Truth => row.try_get::<Option<bool>>("", name)?.map_or(Json::Null, Json::from),
        Kind::Bytes => {
            let bytes = row.try_get::<Option<Vec<u8>>>("", name)?;
            bytes.map_or(Json::Null, |bytes| Json::from(STANDARD.encode(bytes)))
        }
    })
}

/// A value as one to be written into a column. A truth value is a number where the other database has no
/// other word for it.
pub(super) fn laid(cell: &Json, column: &Column) -> Result<Value, StoreError> {
    let value = match (column.kind, cell) {
        (Kind::Text, Json::Null) => Some(Value::String(None)),
        (Kind::Number, Json::Null) => Some(Value::BigInt(None)),
        (Kind::Truth, Json::Null) => Some(Value::Bool(None)),
        (Kind::Bytes, Json::Null) => Some(Value::Bytes(None)),
        (Kind::Text, Json::String(text)) => Some(text.as_str().into()),
        (Kind::Number, Json::Bool(truth)) => Some(i64::from(*truth).into()),
        (Kind::Number, cell) => cell.as_i64().map(Value::from),
        (Kind::Truth, Json::Bool(truth)) => Some((*truth).into()),
        (Kind::Truth, cell) => match cell.as_i64() {
            Some(0) => Some(false.into()),
            Some(1) => Some(true.into()),
            _ => None,
        },
        (Kind::Bytes, Json::String(text)) => STANDARD.decode(text).ok().map(Value::from),
        _ => None,
    };
    value.ok_or_else(|| {
        StoreError::Damaged(format!("a value does not fit into the column {}", column.name))
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn column(kind: Kind) -> Column {
        Column { name: "example".to_owned(), kind }
    }

    #[test]
    fn truth_is_told_in_the_words_of_either_database() {
        for (cell, truth) in [(json!(true), true), (json!(1), true), (json!(0), false)] {
            assert_eq!(laid(&cell, &column(Kind::Truth)), Ok(truth.into()), "{cell}");
            assert_eq!(laid(&cell, &column(Kind::Number)), Ok(i64::from(truth).into()), "{cell}");
        }
        assert!(laid(&json!(2), &column(Kind::Truth)).is_err());
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        for (cell, kind) in [
            (json!("1"), Kind::Number),
            (json!(1.5), Kind::Number),
            (json!(7), Kind::Text),
            (json!("no base64!"), Kind::Bytes),
            (json!([]), Kind::Text),
        ] {
            assert!(laid(&cell, &column(kind)).is_err(), "{cell} {kind:?}");
        }
        assert_eq!(laid(&json!("AAE="), &column(Kind::Bytes)), Ok(vec![0_u8, 1].into()));
    }
}
