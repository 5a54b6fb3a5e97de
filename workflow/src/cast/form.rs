//! A form filled in by somebody who knows the schema of its body and the inputs of its act, and no rule.
//! The exploration and the tests over HTTP fill in every form with it: what it sends is what a stranger
//! would.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use serde_json::{Map, Value, json};

/// A form filled in.
#[derive(Debug, Clone, Default)]
pub struct Filled {
    /// The body.
    pub body: Value,
    /// The number in the path, where there is one.
    pub number: Option<Value>,
    /// The parameters of the query.
    pub query: Map<String, Value>,
}

/// What whoever fills in a form has before them.
pub struct Desk<'a> {
    /// The schemas, by name.
    pub schemas: &'a Map<String, Value>,
    /// Today.
    pub today: NaiveDate,
    /// The numbers on the documents each party brings, by party and document.
    pub cards: &'a dyn Fn(&str, &str) -> String,
    /// Which of several choices is taken, from 0; beyond the last the last.
    pub nth: usize,
    /// A text that nobody used before, for the serial of a blank.
    pub serial: String,
}

impl Desk<'_> {
    /// Fills in a form: first all its schema demands, then what the inputs say, as the list of acts gives
    /// them.
    pub fn fill(&self, schema: &Value, inputs: &[Value]) -> Filled {
        let mut filled = Filled { body: self.required(schema), ..Filled::default() };
        let mut wanted: Vec<&Value> = inputs.iter().collect();
        // What others depend on comes first, and a list before what stands in its items.
        wanted.sort_by_key(|input| {
            (!input["when"].is_null(), input["at"].to_string().contains("/-"))
        });
        for input in wanted {
            let when = &input["when"];
            let given = match when["at"].as_str() {
                None => true,
                Some("{number}") => is_among(&when["is"], filled.number.as_ref()),
                Some(at) => is_among(&when["is"], filled.body.pointer(at)),
            };
            if given {
                self.give(&mut filled, input);
            }
        }
        filled
    }

    fn give(&self, filled: &mut Filled, input: &Value) {
        let at = input["at"].as_str().unwrap_or_default();
        match at {
            "{number}" => filled.number = Some(self.choice(input)["value"].clone()),
            "?" => {
                if let Value::Object(members) = self.choice(input)["value"].clone() {
                    filled.query = members;
                }
            }
            _ => {
                let value = self.value(input, &filled.body);
                put(&mut filled.body, &steps(at), &value);
            }
        }
    }

    fn choice<'a>(&self, input: &'a Value) -> &'a Value {
        let choices = input["one_of"].as_array().map_or(&[][..], Vec::as_slice);
        choices.get(self.nth).or(choices.last()).unwrap_or(&Value::Null)
    }

    fn value(&self, input: &Value, body: &Value) -> Value {
        let values = |input: &Value| -> Vec<Value> {
            let choices = input["one_of"].as_array().into_iter().flatten();
            choices.map(|choice| choice["value"].clone()).collect()
        };
        match input["kind"].as_str().unwrap_or_default() {
            "choice" => self.choice(input)["value"].clone(),
            "list" => {
                let least = input["least"].as_u64().map_or(1, |least| least.max(1));
                let least = usize::try_from(least).unwrap_or(1);
                Value::Array(values(input).into_iter().take(least).collect())
            }
            "each" => Value::Array(values(input)),
            "attendance" => {
                let parties = input["parties"].as_array().into_iter().flatten();
                Value::Array(parties.map(|party| self.in_person(party)).collect())
            }
            "name" => json!("周明远"),
            "serial" => json!(self.serial),
            "day" => day(&input["from"]).map_or(json!(self.today), |from| json!(from)),
            "moment" => json!(format!("{} 00:01", self.today)),
            "time" => json!(self.time(input, body)),
            "integer" => input["least"].clone(),
            "items" => {
                let least = input["least"].as_u64().unwrap_or(1);
                Value::Array((0..least).map(|_| Value::Null).collect())
            }
            _ => json!("经核对，情况属实。"),
        }
    }

    fn in_person(&self, party: &Value) -> Value {
        let shown = party["shown"].get(0).and_then(Value::as_str).unwrap_or_default();
        let who = party["party"].as_str().unwrap_or_default();
        let number = (self.cards)(who, shown);
        json!({ "manner": "in_person", "party": who, "shown": shown, "number": number })
    }

    /// A minute that nobody has taken, after another one where it must be.
    fn time(&self, input: &Value, body: &Value) -> NaiveTime {
        let time = |value: &Value| value.as_str().and_then(|text| text.parse::<NaiveTime>().ok());
        let busy = input["busy"].as_array().into_iter().flatten();
        let ends = busy.filter_map(|stretch| time(&stretch["ended_at"])).max();
        let follows = input["after"].as_str().and_then(|at| body.pointer(at)).and_then(time);
        let minute = TimeDelta::minutes(1);
        match (follows, ends) {
            (Some(after), _) => after.overflowing_add_signed(minute).0,
            (None, Some(ends)) => ends,
            (None, None) => NaiveTime::MIN,
        }
    }

    /// The least that a schema takes.
    pub fn required(&self, schema: &Value) -> Value {
        if let Some(name) = schema["$ref"].as_str().and_then(|target| target.rsplit('/').next()) {
            return self.schemas.get(name).map_or(Value::Null, |schema| self.required(schema));
        }
        for key in ["const", "default"] {
            if let Some(value) = schema.get(key) {
                return value.clone();
            }
        }
        if let Some(word) = schema["enum"].get(0) {
            return word.clone();
        }
        if let Some(only) = schema["allOf"].get(0) {
            return self.required(only);
        }
        if let Some(first) = schema["oneOf"].get(0).or(schema["anyOf"].get(0)) {
            return merged(self.required(first), self.members(schema));
        }
        match schema["type"].as_str() {
            Some("object") => Value::Object(self.members(schema)),
            Some("array") => json!([]),
            Some("boolean") => json!(false),
            Some("integer" | "number") => schema.get("minimum").cloned().unwrap_or(json!(1)),
            Some("string") => match schema["format"].as_str() {
                Some("date") => json!(self.today),
                Some("partial-time") => json!("09:00:00"),
                _ => json!("说明"),
            },
            _ => Value::Null,
        }
    }

    fn members(&self, schema: &Value) -> Map<String, Value> {
        let required = schema["required"].as_array().into_iter().flatten();
        let names = required.filter_map(Value::as_str);
        names.map(|name| (name.to_owned(), self.required(&schema["properties"][name]))).collect()
    }
}

fn is_among(is: &Value, value: Option<&Value>) -> bool {
    let known = is.as_array().into_iter().flatten();
    value.is_some_and(|value| known.into_iter().any(|known| known == value))
}

fn day(value: &Value) -> Option<NaiveDate> {
    value.as_str()?.parse().ok()
}

fn steps(pointer: &str) -> Vec<String> {
    pointer.split('/').skip(1).map(str::to_owned).collect()
}

/// Puts a value where the steps lead; `-` is each item. An object is merged into what is there.
fn put(place: &mut Value, steps: &[String], value: &Value) {
    let Some((step, rest)) = steps.split_first() else {
        *place = match value {
            Value::Object(members) => merged(place.take(), members.clone()),
            other => other.clone(),
        };
        return;
    };
    if step == "-" {
        place.as_array_mut().into_iter().flatten().for_each(|item| put(item, rest, value));
        return;
    }
    if !place.is_object() {
        *place = json!({});
    }
    if let Value::Object(members) = place {
        put(members.entry(step.clone()).or_insert(Value::Null), rest, value);
    }
}

fn merged(place: Value, members: Map<String, Value>) -> Value {
    if members.is_empty() {
        return place;
    }
    let mut all: BTreeMap<String, Value> = match place {
        Value::Object(known) => known.into_iter().collect(),
        _ => BTreeMap::new(),
    };
    all.extend(members);
    Value::Object(all.into_iter().collect())
}
