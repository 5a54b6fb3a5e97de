//! What a PDF does or carries beside its pages. A scan is paper: none of it belongs there.
//!
//! Every object of the file is looked at, those inside object streams among them, whether a page
//! leads to it or not. Names are compared as they are read, after `#xx` was undone.

use hayro_syntax::Pdf;
use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{MaybeRef, Name, Object};

use super::fault::ProbeError;
use super::found::Active;

/// Objects within objects: no scanner nests so deep.
const DEEPEST: usize = 64;

/// Refuses a PDF with anything active in it.
pub(super) fn refuse_active(pdf: &Pdf) -> Result<(), ProbeError> {
    for object in pdf.objects() {
        let mut open = vec![(object, 0)];
        while let Some((object, depth)) = open.pop() {
            if depth > DEEPEST {
                return Err(ProbeError::TooDeep);
            }
            let dictionary = match &object {
                Object::Dict(dictionary) => Some(dictionary),
                Object::Stream(stream) => Some(stream.dict()),
                _ => None,
            };
            if let Some(found) = dictionary.and_then(in_dictionary) {
                return Err(ProbeError::Active(found));
            }
            open.extend(children(&object).into_iter().map(|child| (child, depth + 1)));
        }
    }
    Ok(())
}

/// What an object holds itself. What it only refers to is an object of its own in the file.
fn children<'a>(object: &Object<'a>) -> Vec<Object<'a>> {
    let held = |child| match child {
        MaybeRef::NotRef(child) => Some(child),
        MaybeRef::Ref(_) => None,
    };
    match object {
        Object::Dict(dictionary) => {
            dictionary.entries().filter_map(|(_, child)| held(child)).collect()
        }
        Object::Stream(stream) => {
            stream.dict().entries().filter_map(|(_, child)| held(child)).collect()
        }
        Object::Array(array) => array.raw_iter().filter_map(held).collect(),
        _ => Vec::new(),
    }
}

fn in_dictionary(dictionary: &Dict<'_>) -> Option<Active> {
    let mut on_opening = None;
    for key in dictionary.keys() {
        match key.as_ref() {
            b"JS" | b"JavaScript" => return Some(Active::JavaScript),
            b"EF" | b"EmbeddedFiles" => return Some(Active::EmbeddedFile),
            b"XFA" => return Some(Active::XmlForm),
            b"RichMediaContent" | b"RichMediaSettings" => return Some(Active::Media),
            b"OpenAction" => on_opening = on_opening.or(action(dictionary, b"OpenAction")),
            b"AA" => on_opening = on_opening.or(additional(dictionary)),
            _ => {}
        }
    }
    let word = |key: &[u8]| dictionary.get::<Name<'_>>(key);
    let by_action = word(b"S").and_then(|kind| kind_of_action(&kind));
    let by_subtype = word(b"Subtype").and_then(|kind| kind_of_annotation(&kind));
    let is_embedded = word(b"Type").is_some_and(|kind| kind.as_ref() == b"EmbeddedFile");
    let by_type = is_embedded.then_some(Active::EmbeddedFile);
    by_action.or(by_subtype).or(by_type).or(on_opening)
}

fn kind_of_action(kind: &[u8]) -> Option<Active> {
    Some(match kind {
        b"JavaScript" => Active::JavaScript,
        b"Launch" | b"GoToE" => Active::Launch,
        b"SubmitForm" | b"ImportData" => Active::Submission,
        b"Rendition" | b"Movie" | b"Sound" | b"RichMediaExecute" | b"GoTo3DView" => Active::Media,
        _ => return None,
    })
}

fn kind_of_annotation(kind: &[u8]) -> Option<Active> {
    Some(match kind {
        b"FileAttachment" => Active::EmbeddedFile,
        b"RichMedia" | b"Movie" | b"Sound" | b"Screen" | b"3D" => Active::Media,
        _ => return None,
    })
}

/// What an entry does by itself. To turn to a page when the file is opened is no action.
fn action(dictionary: &Dict<'_>, key: &[u8]) -> Option<Active> {
    let action = dictionary.get::<Dict<'_>>(key)?;
    let kind = action.get::<Name<'_>>(b"S".as_slice());
    let kind = kind.as_ref().map(|kind| kind.as_ref());
    let turns_to_a_page = kind == Some(b"GoTo") && !action.contains_key(b"Next");
    if turns_to_a_page {
        return None;
    }
    kind.and_then(kind_of_action).or(Some(Active::OnOpening))
}

/// What happens when something is opened, closed, entered or left.
fn additional(dictionary: &Dict<'_>) -> Option<Active> {
    let actions = dictionary.get::<Dict<'_>>(b"AA".as_slice())?;
    actions.keys().find_map(|key| action(&actions, key.as_ref()))
}
