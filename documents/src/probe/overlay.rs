//! What a reader lays over the page of a PDF: stamps, notes, filled fields, seals (ISO 32000-1, 12.5).
//!
//! Binding takes a page without them. Where one of them shows, the paper in the volume would be another
//! than the one that was filed, so it is refused by its name.

use hayro_syntax::Pdf;
use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{Array, MaybeRef, Name, Object, Rect, Stream};

use super::fault::ProbeError;
use super::found::Overlay;

const HIDDEN: i32 = 1 << 1;
const PRINT: i32 = 1 << 2;
const NO_VIEW: i32 = 1 << 5;
/// Fields within fields: no form nests so deep.
const DEEPEST: usize = 32;
/// What puts something on the page, among the operators of a content stream.
const PAINTING: [&[u8]; 18] = [
    b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"sh", b"Do", b"BI", b"ID", b"EI",
    b"Tj", b"TJ", b"'", b"\"",
];

/// Refuses a PDF with anything that shows over one of its pages.
pub(super) fn refuse_overlaid(pdf: &Pdf) -> Result<(), ProbeError> {
    for (page, number) in pdf.pages().iter().zip(1..) {
        let Some(annotations) = page.raw().get::<Array<'_>>(b"Annots".as_slice()) else {
            continue;
        };
        let found = annotations.raw_iter().find_map(|annotation| {
            let annotation = match annotation {
                MaybeRef::Ref(place) => pdf.xref().get::<Dict<'_>>(place.into()),
                MaybeRef::NotRef(held) => held.into_dict(),
            };
            annotation.filter(shows).map(|annotation| kind(&annotation))
        });
        if let Some(overlay) = found {
            return Err(ProbeError::Overlaid { page: number, overlay });
        }
    }
    Ok(())
}

/// Whether somebody who opens or prints the file sees the annotation.
fn shows(annotation: &Dict<'_>) -> bool {
    let flags = annotation.get::<i32>(b"F".as_slice()).unwrap_or_default();
    let off_screen_and_paper = flags & NO_VIEW != 0 && flags & PRINT == 0;
    if flags & HIDDEN != 0 || off_screen_and_paper {
        return false;
    }
    let appearance = appearance(annotation);
    let paints = appearance.as_ref().is_some_and(paints);
    match subtype(annotation).as_deref() {
        // It opens beside what it belongs to.
        Some(b"Popup") => false,
        // A reader draws the frame of a link, if at all, on the screen alone.
        Some(b"Link") => paints,
        Some(b"Widget") => {
            has_extent(annotation) && (paints || is_drawn_from_its_value(annotation))
        }
        // Without an appearance a reader draws them as their kind is drawn.
        _ => paints || appearance.is_none(),
    }
}

fn subtype<'a>(annotation: &Dict<'a>) -> Option<Name<'a>> {
    annotation.get::<Name<'_>>(b"Subtype".as_slice())
}

/// A signature that nobody is to see has a field without extent.
fn has_extent(annotation: &Dict<'_>) -> bool {
    let place = annotation.get::<Rect>(b"Rect".as_slice());
    place.is_some_and(|place| place.width() > 0.0 && place.height() > 0.0)
}

/// The normal appearance, of the state that a button is in.
fn appearance<'a>(annotation: &Dict<'a>) -> Option<Stream<'a>> {
    let appearances = annotation.get::<Dict<'_>>(b"AP".as_slice())?;
    if let Some(only) = appearances.get::<Stream<'_>>(b"N".as_slice()) {
        return Some(only);
    }
    let states = appearances.get::<Dict<'_>>(b"N".as_slice())?;
    let state = annotation.get::<Name<'_>>(b"AS".as_slice())?;
    states.get::<Stream<'_>>(state.as_ref())
}

/// Whether an appearance puts anything on the page. The one of an empty field does not.
fn paints(appearance: &Stream<'_>) -> bool {
    let Ok(content) = appearance.decoded() else {
        return true;
    };
    let mut operations = UntypedIter::new(&content);
    while let Some(operation) = operations.next() {
        if PAINTING.contains(&operation.operator.as_ref()) {
            return true;
        }
    }
    false
}

/// Whether a field without an appearance of its own, or with an empty one, is drawn by a reader from
/// what was filled in, or from its frame and caption. A signature is drawn from its appearance alone.
fn is_drawn_from_its_value(field: &Dict<'_>) -> bool {
    if is_signature(field) {
        return false;
    }
    let is_filled = match inherited(field, b"V") {
        None | Some(Object::Null(_)) => false,
        Some(Object::String(text)) => !text.as_bytes().is_empty(),
        Some(Object::Name(state)) => state.as_ref() != b"Off",
        Some(_) => true,
    };
    let has_no_appearance = !field.contains_key(b"AP".as_slice());
    let frame = field.get::<Dict<'_>>(b"MK".as_slice());
    is_filled || (has_no_appearance && frame.is_some_and(|frame| !frame.is_empty()))
}

fn is_signature(field: &Dict<'_>) -> bool {
    let kind = inherited(field, b"FT").and_then(Object::into_name);
    kind.is_some_and(|kind| kind.as_ref() == b"Sig")
}

/// What a field says, or one of those it belongs to.
fn inherited<'a>(field: &Dict<'a>, key: &[u8]) -> Option<Object<'a>> {
    let mut field = field.clone();
    for _ in 0..DEEPEST {
        if let Some(said) = field.get::<Object<'_>>(key) {
            return Some(said);
        }
        field = field.get::<Dict<'_>>(b"Parent".as_slice())?;
    }
    None
}

fn kind(annotation: &Dict<'_>) -> Overlay {
    match subtype(annotation).as_deref() {
        Some(b"Stamp") => Overlay::Stamp,
        Some(b"FreeText" | b"Text") => Overlay::Note,
        Some(b"Ink" | b"Line" | b"Square" | b"Circle" | b"Polygon" | b"PolyLine" | b"Caret") => {
            Overlay::Drawing
        }
        Some(b"Highlight" | b"Underline" | b"Squiggly" | b"StrikeOut" | b"Redact") => {
            Overlay::Marking
        }
        Some(b"Widget") if is_signature(annotation) => Overlay::Signature,
        Some(b"Widget") => Overlay::Field,
        Some(b"Watermark") => Overlay::Watermark,
        _ => Overlay::Annotation,
    }
}
