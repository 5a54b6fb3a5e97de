//! The data of a command as JSON: to tell two requests apart, and to find what cannot be printed.

use documents::{Press, glyphs};
use serde::Serialize;
use serde_json::Value;
use workflow::facts::Unprintable;
use workflow::{Actor, Case, Command, for_each_act};

use crate::store::StoreError;

/// The command in one form of writing, whatever the spacing of the body it came in.
pub(super) fn canonical(command: &Command) -> Result<Vec<u8>, StoreError> {
    serde_json::to_vec(&(command.act(), data(command)?)).map_err(|_| unwritable())
}

/// Characters that no font has, of the command and of the name of the person who acts, which
/// stands on what is printed; where the whole file is looked at again, of the case too, because
/// the fonts may have changed since.
pub(super) fn unprintable(
    press: &Press,
    actor: &Actor,
    command: &Command,
    case: Option<&Case>,
) -> Result<Vec<Unprintable>, StoreError> {
    let mut found = Vec::new();
    look_at(press, &actor.name, "actor", &mut found);
    let (_, data) = data(command)?;
    walk(press, &data, String::new(), &mut found);
    if let Some(case) = case.filter(|_| command.prints_the_whole_case()) {
        walk(press, &written(case)?, "case".to_owned(), &mut found);
    }
    Ok(found)
}

/// Looks at every text below a value; `path` names it as the field of an error is named.
fn walk(press: &Press, value: &Value, path: String, found: &mut Vec<Unprintable>) {
    match value {
        Value::String(text) => look_at(press, text, &path, found),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(press, item, format!("{path}[{index}]"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                let dot = if path.is_empty() { "" } else { "." };
                walk(press, field, format!("{path}{dot}{name}"), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn look_at(press: &Press, text: &str, field: &str, found: &mut Vec<Unprintable>) {
    let missing = glyphs::missing(press, text).into_iter();
    found.extend(missing.map(|character| Unprintable { field: field.to_owned(), character }));
}

fn written(data: &impl Serialize) -> Result<Value, StoreError> {
    serde_json::to_value(data).map_err(|_| unwritable())
}

fn unwritable() -> StoreError {
    StoreError::Damaged("a command cannot be written".to_owned())
}

/// The data of a step. A file never comes as JSON, so its data has no names here.
macro_rules! written_data {
    (FilePaper $data:ident) => {
        written(&($data.slot, &$data.scan))
    };
    (FileEvidence $data:ident) => {
        written(&($data.piece, &$data.scan))
    };
    ($act:ident $data:ident) => {
        written($data)
    };
}

macro_rules! number_of {
    () => {
        None
    };
    ($number:ident) => {
        Some(*$number)
    };
}

macro_rules! data {
    ($( $(#[$summary:meta])* $kind:ident $act:ident($module:ident::$data:ident)
        $([$number:ident: $type:ty])? $(=> $path:tt $operation:tt)?; )*) => {
        /// The data of a command, and the number of what it is about where it names one.
        fn data(command: &Command) -> Result<(Option<u32>, Value), StoreError> {
            match command {
                $(Command::$act($($number,)? data) => {
                    Ok((number_of!($($number)?), written_data!($act data)?))
                })*
            }
        }
    };
}

for_each_act!(data);

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use workflow::UserId;
    use workflow::steps::accept::Accept;

    use super::*;

    #[test]
    fn the_name_of_who_acts_is_looked_at_too() {
        let press = Press::new(Vec::new());
        let fields = |name: &str| {
            let actor = Actor { id: UserId(Uuid::nil()), name: name.to_owned() };
            let found = unprintable(&press, &actor, &Command::Accept(Accept {}), None);
            let found = found.expect("the command can be written");
            found.into_iter().map(|found| (found.field, found.character)).collect::<Vec<_>>()
        };
        assert_eq!(fields("周明远"), []);
        assert_eq!(fields("周\u{e000}远"), [("actor".to_owned(), '\u{e000}')]);
    }
}
