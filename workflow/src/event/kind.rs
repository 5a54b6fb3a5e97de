//! The kinds of events: the tag of each, and all of them as the interface lists them.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use strum::VariantNames;

use super::{AssessmentEvent, Event, LaterEvent};

/// The variants of [`Event`] that hold a family of events.
const FAMILIES: [&str; 2] = ["later", "assessment"];

impl Event {
    /// The tag written in the event row.
    pub fn kind(&self) -> &'static str {
        match self {
            Event::Assessment(event) => event.kind(),
            Event::Later(event) => event.kind(),
            event => event.into(),
        }
    }
}

/// The list of what can happen in a case: the tags of all events.
#[derive(Debug, Clone, Copy)]
pub struct EventKind;

impl EventKind {
    /// Every tag. A family of events is stored without a tag of its own around them.
    pub fn words() -> impl Iterator<Item = &'static str> {
        let single = Event::VARIANTS.iter().filter(|word| !FAMILIES.contains(word));
        single.chain(LaterEvent::VARIANTS).chain(AssessmentEvent::VARIANTS).copied()
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
