//! An operation that answers a file says that it also answers it as bytes of any kind.

use serde_json::Value;

use crate::http::answer::bytes::{BYTES, is_file};

/// Names bytes beside the media types of files.
pub(super) fn name_bytes(operation: &mut Value) {
    let responses = operation.get_mut("responses").and_then(Value::as_object_mut);
    let contents = responses.into_iter().flatten();
    contents.filter_map(|(_, response)| response.get_mut("content")).for_each(add);
}

fn add(content: &mut Value) {
    let Some(content) = content.as_object_mut() else { return };
    let file = content.iter().find(|(media_type, _)| is_file(media_type));
    if let Some(schema) = file.map(|(_, described)| described.clone()) {
        content.entry(BYTES).or_insert(schema);
    }
}
