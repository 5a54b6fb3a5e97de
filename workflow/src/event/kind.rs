//! The kinds of events as the interface lists them.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use strum::VariantNames;

use super::{Event, LaterEvent};

/// The list of what can happen in a case: the tags of all events.
#[derive(Debug, Clone, Copy)]
pub struct EventKind;

impl EventKind {
    /// Every tag. The events of the later procedures are stored without one of their own around them.
    pub fn words() -> impl Iterator<Item = &'static str> {
        let all = Event::VARIANTS.iter().chain(LaterEvent::VARIANTS);
        all.copied().filter(|word| *word != "later")
    }
}

impl JsonSchema for EventKind {
    fn schema_name() -> Cow<'static, str> {
        "EventKind".into()
    }

    fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
        let words: Vec<&str> = EventKind::words().collect();
        json_schema!({
            "description": "What can happen in a case.",
            "type": "string",
            "enum": words,
        })
    }
}
