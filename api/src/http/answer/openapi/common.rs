//! What every part of the description shares: where schemas stand, and its operations.

use serde_json::Value;

/// Where the schemas stand in a document.
pub(super) const SCHEMAS: &str = "#/components/schemas/";

/// Two types of the same name have different schemas.
#[derive(Debug, thiserror::Error)]
#[error("the interface description has more than one schema called {0}")]
pub struct NameClash(pub(super) String);

/// Every operation of the description.
pub(super) fn operations(document: &mut Value) -> impl Iterator<Item = &mut Value> {
    let paths = document.get_mut("paths").and_then(Value::as_object_mut);
    let items = paths.into_iter().flatten().filter_map(|(_, item)| item.as_object_mut());
    items.flatten().map(|(_, operation)| operation)
}
