//! Which operation does which act, from the list of acts: examples and the order of the description
//! follow from it.

use serde_json::{Map, Value, json};
use workflow::{Act, examples, for_each_act};

macro_rules! operations {
    ($( $(#[$summary:meta])* $kind:ident $act:ident($module:ident::$data:ident)
        $([$number:ident: $type:ty])? $(=> $path:tt $operation:tt)?; )*) => {
        /// The acts of the list whose operation is written there.
        const LISTED: &[(&str, Act)] = &[$( $( ($operation, Act::$act), )? )*];
    };
}

for_each_act!(operations);

/// The acts whose operation is written by hand.
const BY_HAND: [(&str, Act); 3] = [
    ("create_case", Act::Apply),
    ("file_paper", Act::FilePaper),
    ("file_evidence", Act::FileEvidence),
];

/// The act that an operation does.
pub(super) fn act_of(operation: &Value) -> Option<Act> {
    let id = operation["operationId"].as_str()?;
    LISTED.iter().chain(&BY_HAND).find(|(known, _)| *known == id).map(|(_, act)| *act)
}

/// Puts beside the body of every act what a case of the tests sent.
pub(super) fn show_examples(operation: &mut Value) {
    let Some(act) = act_of(operation) else { return };
    let content = operation.pointer_mut("/requestBody/content/application~1json");
    let Some(content) = content.and_then(Value::as_object_mut) else { return };
    let shown: Map<String, Value> = examples::of(act)
        .map(|example| (example.name.clone(), json!({ "value": example.body })))
        .collect();
    content.insert("examples".to_owned(), shown.into());
}

#[cfg(test)]
mod tests {
    use schemars::JsonSchema;
    use serde::Serialize;
    use serde::de::DeserializeOwned;
    use workflow::steps;

    use super::*;
    use crate::http::body::input;

    /// Reads a body as its operation does, and writes what was read.
    fn read(operation: &str, body: &[u8]) -> Value {
        fn read<T: DeserializeOwned + JsonSchema + Serialize + 'static>(body: &[u8]) -> Value {
            let read = input::parse::<T>(body).unwrap_or_else(|problem| panic!("{problem}"));
            serde_json::to_value(read).expect("it is written")
        }
        macro_rules! readers {
            ($( $(#[$summary:meta])* $kind:ident $act:ident($module:ident::$data:ident)
                $([$number:ident: $type:ty])? $(=> $path:tt $operation:tt)?; )*) => {
                match operation {
                    $( $( $operation => read::<steps::$module::$data>(body), )? )*
                    _ => read::<steps::apply::Apply>(body),
                }
            };
        }
        for_each_act!(readers)
    }

    #[test]
    fn every_act_has_examples_and_each_is_read_by_its_operation() {
        let document = crate::http::document().expect("described");
        let paths = document["paths"].as_object().expect("paths");
        let operations = paths.values().filter_map(Value::as_object).flat_map(|item| item.values());
        let (mut acts, mut shown) = (0, 0);
        for operation in operations.filter(|operation| act_of(operation).is_some()) {
            acts += 1;
            let act = act_of(operation).expect("an act");
            if matches!(act, Act::FilePaper | Act::FileEvidence) {
                continue;
            }
            let examples = &operation["requestBody"]["content"]["application/json"]["examples"];
            for example in examples.as_object().expect("examples").values() {
                shown += 1;
                let body = &example["value"];
                let id = operation["operationId"].as_str().unwrap_or_default();
                let again = read(id, body.to_string().as_bytes());
                assert!(holds(&again, body), "{act:?} reads {again} of {body}");
            }
        }
        println!("{acts} acts, {shown} examples");
        assert_eq!(acts, Act::ALL.len());
        assert!(shown >= acts, "{shown} examples of {acts} acts");
    }

    /// Whether all that was sent is in what was read.
    fn holds(read: &Value, sent: &Value) -> bool {
        match (read, sent) {
            (Value::Object(read), Value::Object(sent)) => {
                sent.iter().all(|(key, sent)| read.get(key).is_some_and(|read| holds(read, sent)))
            }
            (Value::Array(read), Value::Array(sent)) => {
                read.len() == sent.len()
                    && read.iter().zip(sent).all(|(read, sent)| holds(read, sent))
            }
            _ => read == sent,
        }
    }
}
