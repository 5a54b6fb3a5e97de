//! What has to be given to an act beside what the schema of its body alone tells: whom it may name, which
//! paper, which days, how long a text. Whoever fills in a form by it holds no rule of their own.

use chrono::{NaiveDate, NaiveTime};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::message::Message;

/// The schema of any value.
pub(crate) fn anything(_: &mut SchemaGenerator) -> Schema {
    json_schema!({})
}

fn list_of_anything(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "array", "items": {} })
}

/// What an input takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum InputKind {
    /// One of `one_of`.
    Choice,
    /// A list of at least `least` of `one_of`, none twice.
    List,
    /// A list with one item for each of `one_of`, and no other.
    Each,
    /// A list with each of `parties` once, in person with the document shown and its number as read from it,
    /// or represented by the spouse where that is allowed.
    Attendance,
    /// A text of at most `most` characters, without white space at its ends.
    Text,
    /// The name of a person.
    Name,
    /// The serial of a blank that was never used.
    Serial,
    /// A day, not before `from` and not after `until`.
    Day,
    /// A time of a day on the wall clock, such as `2026-03-02 15:40`, not after the end of `until`.
    Moment,
    /// A time of today, such as `15:40:00`, after the input at `after` and outside of `busy`.
    Time,
    /// A whole number of at least `least` and at most `most`.
    Integer,
    /// A list of at least `least` and at most `most` items, each as the inputs below it say.
    Items,
}

/// One of the values to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Choice {
    /// What is sent. An object is merged into what stands around it: its other members have inputs of
    /// their own, or are told by the schema.
    #[schemars(schema_with = "anything")]
    pub value: Value,
    /// What it is.
    pub title: Message,
}

/// A party that has to come, and what it may show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Attending {
    /// Which party.
    pub party: String,
    /// Who it is.
    pub title: Message,
    /// The documents it may show.
    pub shown: Vec<String>,
    /// Whether the spouse may come in its place, because a mandate is in order.
    pub by_spouse: bool,
}

/// A stretch of today that is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Busy {
    /// When it begins.
    pub began_at: NaiveTime,
    /// When it ends.
    pub ended_at: NaiveTime,
}

/// On what an input depends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct When {
    /// Another value of the body, as a JSON pointer.
    pub at: String,
    /// The values of it for which the input is wanted.
    #[schemars(schema_with = "list_of_anything")]
    pub is: Vec<Value>,
}

/// One thing that has to be given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Input {
    /// Where it goes: a JSON pointer into the body, in which `-` is each item of a list; `{number}` in the
    /// path; or `?`, where the members of the value are parameters of the query.
    pub at: String,
    /// What it takes.
    pub kind: InputKind,
    /// The values to choose from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub one_of: Vec<Choice>,
    /// Who comes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<Attending>,
    /// How many or how much at least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<u32>,
    /// How many, how much or how long at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most: Option<u32>,
    /// The first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// The input that a time follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// The stretches a time may not touch.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub busy: Vec<Busy>,
    /// Only then it is wanted; absent where it always is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
}

impl Input {
    fn of(at: &str, kind: InputKind) -> Input {
        Input {
            at: at.to_owned(),
            kind,
            one_of: Vec::new(),
            parties: Vec::new(),
            least: None,
            most: None,
            from: None,
            until: None,
            after: None,
            busy: Vec::new(),
            when: None,
        }
    }

    /// One of these values.
    pub fn choice(at: &str, one_of: impl IntoIterator<Item = Choice>) -> Input {
        Input { one_of: one_of.into_iter().collect(), ..Input::of(at, InputKind::Choice) }
    }

    /// The number in the path, one of these.
    pub fn number(one_of: impl IntoIterator<Item = Choice>) -> Input {
        Input::choice("{number}", one_of)
    }

    /// At least so many of these values.
    pub fn list(at: &str, least: u32, one_of: impl IntoIterator<Item = Choice>) -> Input {
        let one_of = one_of.into_iter().collect();
        Input { one_of, least: Some(least), ..Input::of(at, InputKind::List) }
    }

    /// One item for each of these values.
    pub fn each(at: &str, of: impl IntoIterator<Item = Choice>) -> Input {
        Input { one_of: of.into_iter().collect(), ..Input::of(at, InputKind::Each) }
    }

    /// Everybody who has to come.
    pub fn attendance(parties: Vec<Attending>) -> Input {
        Input { parties, ..Input::of("/attendance", InputKind::Attendance) }
    }

    /// A text.
    pub fn text(at: &str, longest: usize) -> Input {
        Input { most: u32::try_from(longest).ok(), ..Input::of(at, InputKind::Text) }
    }

    /// The name of a person.
    pub fn name(at: &str) -> Input {
        Input::of(at, InputKind::Name)
    }

    /// The serial of a blank.
    pub fn serial() -> Input {
        Input::of("/blank_serial", InputKind::Serial)
    }

    /// A day.
    pub fn day(at: &str, from: Option<NaiveDate>, until: NaiveDate) -> Input {
        Input { from, until: Some(until), ..Input::of(at, InputKind::Day) }
    }

    /// A time of a day.
    pub fn moment(at: &str, until: NaiveDate) -> Input {
        Input { until: Some(until), ..Input::of(at, InputKind::Moment) }
    }

    /// A time of today.
    pub fn time(at: &str, after: Option<&str>, busy: Vec<Busy>) -> Input {
        Input { after: after.map(str::to_owned), busy, ..Input::of(at, InputKind::Time) }
    }

    /// A whole number.
    pub fn integer(at: &str, least: u32, most: u32) -> Input {
        Input { least: Some(least), most: Some(most), ..Input::of(at, InputKind::Integer) }
    }

    /// A list of so many items.
    pub fn items(at: &str, least: u32, most: u32) -> Input {
        Input { least: Some(least), most: Some(most), ..Input::of(at, InputKind::Items) }
    }

    /// Wanted only where another value of the body is one of these.
    pub fn when(self, at: &str, is: &[impl Serialize]) -> Input {
        let is = is.iter().map(written).collect();
        Input { when: Some(When { at: at.to_owned(), is }), ..self }
    }

    /// Whether there is nothing that could be given.
    pub fn is_impossible(&self) -> bool {
        let wanted = match self.kind {
            InputKind::Choice => 1,
            InputKind::List => self.least.unwrap_or(0) as usize,
            _ => 0,
        };
        let too_late = self.from.zip(self.until).is_some_and(|(from, until)| from > until);
        self.when.is_none() && (too_late || self.one_of.len() < wanted)
    }
}

impl Choice {
    /// A value with its name in both languages.
    pub fn new(value: &impl Serialize, title: Message) -> Choice {
        Choice { value: written(value), title }
    }
}

/// A value as it is sent. What is written here are words, numbers and small objects of them.
fn written(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}
